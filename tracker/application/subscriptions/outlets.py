"""What do other programs get: changes, coming turns, records behind a cursor, linked data?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tracker.application.library import Library
from tracker.digests.build import build_edition
from tracker.digests.calendar import Appointment, appointments
from tracker.digests.concerns import Goods, goods_of
from tracker.digests.digest import Digest
from tracker.digests.filters import Concern, Filter
from tracker.digests.naming import Directory, scope_directory
from tracker.digests.personal import Parting
from tracker.digests.survey import Look, Scope, survey
from tracker.digests.window import Window
from tracker.domain.days import legal_day, parse_when
from tracker.domain.events import RECORD_TYPE_OF_EVENT, Event
from tracker.domain.identifiers import PROVISION_MARK, STAR, instrument_of
from tracker.domain.questions import Certainty, Status
from tracker.domain.records import Effect
from tracker.domain.republishing import republished, strictest
from tracker.domain.rulebook import Field
from tracker.ports import Clock
from tracker.projection.register import Register
from tracker.projection.sources import republish_rule

_TOLD = ("instrument", "measure", "effect", "verification", "retract", "claim")
_TICK = timedelta(microseconds=1)


@dataclass(slots=True)
class Outlets:
    """What a log gives to other programs, under a filter."""

    library: Library
    field: Field
    clock: Clock

    def changes(self, wanted: Filter, *, days: int) -> tuple[Digest, Goods]:
        """Return what was announced, turned or corrected in the last days, as known now.

        Beside it stand the goods of each measure.
        """
        now = self.clock()
        head = self.library.log.head()
        with self.library.reading() as register:
            edition = build_edition(
                register,
                window=Window(since=now - timedelta(days=days), until=now + _TICK),
                clocks_now=now + _TICK,
                field=self.field,
                head=(head.position, head.hash),
            )
        told = frozenset(name for line in edition.digest.corrections for name in line.wrong)
        part = Parting(edition).part(wanted, since=now - timedelta(days=days), told=told)
        return part.digest, edition.goods

    def turns(self, wanted: Filter) -> tuple[Appointment, ...]:
        """Return the turns that come, and those that were called off."""
        with self.library.reading() as register:
            return appointments(register, now=self.clock(), field=self.field, wanted=wanted)

    def records(self, wanted: Filter, *, after: int) -> Iterator[dict[str, Any]]:
        """Yield the records behind a position that fit, and last a line with the next cursor.

        A line is ``{"cursor", "recorded_at", "type", "record"}``; whoever goes on from the last
        cursor that was read misses nothing and gets nothing twice.
        """
        with self.library.reading() as register:
            now = self.clock()
            goods, names = self._goods(register, now)
            position = register.position
            lines = [
                _line(event, register)
                for event in self.library.log.read(after=after)
                if event.position <= position
                and RECORD_TYPE_OF_EVENT.get(event.name) in _TOLD
                and wanted.wants(_concern(event, register, goods, names))
            ]
        yield from lines
        yield {"cursor": max(position, after), "type": "end"}

    def acts(self, wanted: Filter) -> Iterator[dict[str, Any]]:
        """Yield the plain facts on every instrument that fits, with the force it has today."""
        now = self.clock()
        with self.library.reading() as register:
            scope = self._scope(register, now)
            names, looks = scope_directory(scope), survey(scope)
            goods = goods_of(names, looks)
            by_home: dict[str, list[Look]] = {}
            for look in looks:
                by_home.setdefault(instrument_of(look.id), []).append(look)
            lines = [
                _act(register, names, id, by_home.get(id, []))
                for id in register.instruments
                if wanted.wants(_about([id], names, goods))
            ]
        yield from lines

    def _goods(self, register: Register, now: datetime) -> tuple[Goods, Directory]:
        scope = self._scope(register, now)
        names = scope_directory(scope)
        return goods_of(names, survey(scope)), names

    def _scope(self, register: Register, now: datetime) -> Scope:
        window = Window(since=now, until=now + _TICK)
        return Scope(
            register=register,
            window=window,
            now=now,
            recorded_by=None,
            positions=None,
            field=self.field,
        )


def _line(event: Event, register: Register) -> dict[str, Any]:
    return {
        "cursor": event.position,
        "recorded_at": event.recorded_at,
        "type": RECORD_TYPE_OF_EVENT[event.name],
        "record": _shown(event.data(), register),
    }


def _shown(record: dict[str, Any], register: Register) -> dict[str, Any]:
    """Return a record with quotes, and a claim's words, cut to what their sources let be shown."""
    evidence = record.get("evidence")
    if not evidence:
        return record
    items = evidence if isinstance(evidence, list) else [evidence]
    rules = [republish_rule(register.sources, item.get("announcement")) for item in items]
    shown = [
        {**item, "quote": republished(item.get("quote"), rule)}
        for item, rule in zip(items, rules, strict=True)
    ]
    if "text" in record:
        record = {**record, "text": republished(record["text"], strictest(rules))}
    return {**record, "evidence": shown if isinstance(evidence, list) else shown[0]}


def _concern(event: Event, register: Register, goods: Goods, names: Directory) -> Concern:
    """Return what a record is about: the instruments and measures that it names."""
    record = event.data()
    keys = [record.get("id"), record.get("affecting"), *record.get("affected", ())]
    keys += record.get("about", ())
    effect = register.effects.get(record.get("effect") or "")
    if effect is not None:
        keys += [effect.record.affecting, *effect.record.affected]
    found = _about([key for key in keys if isinstance(key, str)], names, goods)
    kind = record.get("kind") if RECORD_TYPE_OF_EVENT[event.name] == Effect.TYPE else None
    values = {**found.values, "kind": frozenset([kind]) if kind else frozenset()}
    return Concern(values, found.text)


def _about(keys: list[str], names: Directory, goods: Goods) -> Concern:
    plain = [key.rstrip(STAR).rstrip(PROVISION_MARK) for key in keys]
    acts = [names.instrument(key) for key in dict.fromkeys(map(instrument_of, plain))]
    items = [one for key in plain if (one := goods.of.get(key))]
    symbols = frozenset[str]().union(*(goods.symbols.get(key, frozenset()) for key in plain))
    issuers = [
        word for act in acts for one in act.issuers for word in (one.key, *one.names.values())
    ]
    places = [act.jurisdiction for act in acts if act.jurisdiction]
    values = {
        "issuer": _folded(issuers),
        "jurisdiction": _folded(
            [word for one in places for word in (one.key, *one.names.values())]
        ),
        "instrument": _folded([*plain, *(act.id for act in acts)]),
        "element": symbols | _folded([e.key for one in items for e in one.elements]),
        "code": _folded([code for one in items for code in one.control_codes]),
        "hs": _folded([code for one in items for code in one.hs_codes]),
    }
    titles = [title for act in acts for title in (act.number or "", *act.titles.values())]
    return Concern(values, " ".join([*plain, *titles]).casefold())


def _act(register: Register, names: Directory, id: str, looks: list[Look]) -> dict[str, Any]:
    act, record = names.instrument(id), names.record(id)
    standing = [look.status(look.last) is Status.IN_FORCE for look in looks]
    force = "none" if not any(standing) else "all" if all(standing) else "some"
    certainties = [look.found.certainty for look in looks if look.found.certainty]
    order = tuple(Certainty)
    effects = [item.record for item in register.effects.values() if item.record.affecting == id]
    counted = [one for one in effects if one.id not in register.retracted_at]
    others = {key: _targets(counted, id, repealing=key == "repeal") for key in ("change", "repeal")}
    starts = [
        one.start for look in looks for one in look.timeline.stretches
        if one.status is Status.IN_FORCE
    ]  # fmt: skip
    return {
        "id": id,
        "number": act.number,
        "titles": dict(act.titles),
        "issuers": [names_of(one.names) for one in act.issuers],
        "jurisdiction": act.jurisdiction.key if act.jurisdiction else None,
        "announced_on": _day(record.announced_at, record.timezone) if record else None,
        "applies_from": _iso(min(starts)) if starts else None,
        "force": force,
        "certainty": str(min(certainties, key=order.index)) if certainties else None,
        "changes": others["change"],
        "repeals": others["repeal"],
        "urls": [one.url for one in record.sources if one.url] if record else [],
    }


def names_of(names: Any) -> str:
    """Return the English name, else any."""
    return str(names.get("en") or next(iter(names.values()), ""))


def _targets(effects: list[Effect], own: str, *, repealing: bool) -> list[str]:
    found = (
        instrument_of(target).rstrip(STAR)
        for one in effects
        for target in one.affected
        if (one.kind == "repeal") is repealing
    )
    return [key for key in dict.fromkeys(found) if key != own]


def _day(text: str | None, zone_name: str | None) -> str | None:
    if text is None:
        return None
    when = parse_when(text)
    return (legal_day(when, zone_name) if isinstance(when, datetime) else when).isoformat()


def _iso(ordinal: int) -> str | None:
    return datetime.fromordinal(ordinal).date().isoformat() if ordinal > 0 else None


def _folded(values: list[str]) -> frozenset[str]:
    return frozenset(value.casefold() for value in values)
