"""What is recorded when a reading is accepted?

Only what the log lacks or says otherwise: an act is never recorded twice, an effect that a text
contradicts is retracted in favour of the text's, and what agrees is confirmed by a link.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tracker.application.held import Held
from tracker.application.interchange.lines import check, recording
from tracker.application.reading.alignment import Alignment, align, corrected_act, corrected_measure
from tracker.application.reading.read_records import RecordDict, act_of, link_record
from tracker.domain.canonical import record_id
from tracker.domain.events import NewEvent
from tracker.domain.facts import EffectAccepted, event_of
from tracker.domain.identifiers import first_version
from tracker.domain.policy import ACTOR_PREFIX
from tracker.domain.records import RECORD_TYPES, DateRecord, Effect, evidence_of
from tracker.domain.reviews import EffectSignedOff
from tracker.errors import InputError, TrackerError

_TO_THE_DAY = ("day", "instant")


@dataclass(slots=True)
class Settlement:
    """The events of an acceptance; ``effects`` are the ids of all effects that stand for it.

    ``corrected`` are the measures whose terms the text says otherwise.
    """

    events: list[NewEvent] = field(default_factory=list)
    effects: list[str] = field(default_factory=list)
    corrected: set[str] = field(default_factory=set)

    def record(self, record: Mapping[str, Any]) -> str:
        """Add a record; return its id."""
        data = checked(record)
        kind = data.pop("type")
        self.events.append(recording(kind, data))
        return str(data["id"])


def checked(wanted: Mapping[str, Any]) -> RecordDict:
    """Return a record with its id; raise `InputError` for one that cannot be taken."""
    data = {**wanted, "id": wanted.get("id") or record_id(dict(wanted))}
    content = {key: value for key, value in data.items() if key != "type"}
    try:
        kind = RECORD_TYPES.get(str(data.get("type")))
        if kind is None:
            raise InputError(f"unknown type {data.get('type')!r}", file="record")
        record = msgspec.convert(content, kind)
        check(record)
        _check_span(record)
    except (TrackerError, msgspec.ValidationError) as error:
        reason = error.reason if isinstance(error, InputError) else str(error)
        raise InputError(reason, file=f"{data.get('type')} {data['id'][:60]}") from None
    return data


def _check_span(record: object) -> None:
    """Raise `InputError` for an effect that ends before it begins: nobody meant that."""
    if not isinstance(record, Effect):
        return
    first, last = (_plain_day(value) for value in (record.from_, record.through))
    if first and last and last < first:
        raise InputError(f"its last day {last} lies before its first day {first}")


def _plain_day(value: object) -> str | None:
    """Return a date field as a day, ``None`` where no day is known."""
    if isinstance(value, DateRecord):
        return value.value[:10] if value.value and value.precision in _TO_THE_DAY else None
    return str(value)[:10] if value else None


def settle(
    records: Sequence[Mapping[str, Any]],
    held: Held,
    *,
    by: str,
    announcement: str,
    earlier: Iterable[str] = (),
) -> Settlement:
    """Return what accepting ``records`` of an announcement records.

    ``earlier`` are the effects that counted because of an earlier version of it: those that its
    text no longer gives are retracted.
    """
    found = Settlement()
    aligned = align(records, held)
    for index, record in enumerate(aligned.records):
        match record["type"]:
            case "instrument":
                _settle_act(found, record, held)
            case "measure":
                _settle_measure(found, record, held)
            case "effect":
                _settle_effect(found, aligned, index, by)
            case _:
                found.record(record)
    for id in dict.fromkeys(aligned.agreeing):
        _confirm(found, id, aligned.records, held, by)
    _withdraw(found, held, earlier, announcement)
    if aligned.agreeing:
        _corroborate(found, held, announcement, act_of(aligned.records))
    found.effects = list(dict.fromkeys(found.effects))
    return found


def _settle_act(found: Settlement, record: Mapping[str, Any], held: Held) -> None:
    known = held.instrument(record["id"])
    if known is None:
        found.record(record)
    elif corrected := corrected_act(known, record):
        found.record({"type": "instrument", **corrected})


def _settle_measure(found: Settlement, record: Mapping[str, Any], held: Held) -> None:
    meant = held.resolve(record["id"])
    if meant is None:
        found.record(record)
    elif len(meant) == 1:
        known = held.measures(meant[0].partition("#")[0])[meant[0]]
        if corrected := corrected_measure(known, record):
            found.corrected.add(meant[0])
            found.record({"type": "measure", **corrected})


def _settle_effect(found: Settlement, aligned: Alignment, index: int, by: str) -> None:
    targets = aligned.targets[index]
    if not targets:
        return
    record = {**aligned.records[index], "affected": list(targets)}
    id = found.record(record)
    found.events.append(event_of(EffectAccepted(effect=id, by=by)))
    found.effects.append(id)
    for other, taken in aligned.replaced[index]:
        _replace(found, other, taken, by=by, replaced_by=id)


def _confirm(
    found: Settlement, id: str, records: Iterable[Mapping[str, Any]], held: Held, by: str
) -> None:
    """Let an effect stand that says the same; a person who accepts that has read it."""
    effect = held.effect(id)
    if effect is not None and (record := _newly_grounded(found, effect, records)) is not None:
        again = found.record({**record, "affected": list(effect.affected)})
        found.events.append(event_of(EffectAccepted(effect=again, by=by)))
        found.effects.append(again)
        retract(found, id, "the text of the act says otherwise", again)
        return
    found.effects.append(id)
    if not by.startswith(ACTOR_PREFIX) and awaits_a_person(held, id):
        found.events.append(event_of(EffectSignedOff(effect=id, by=by)))


def _newly_grounded(
    found: Settlement, effect: Effect, records: Iterable[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    """Return the record that imposes measures on other sentences than the log's effect does.

    The terms of a measure rest on the sentences of the effect that imposes it: where the terms
    changed, those sentences are no longer its grounds.
    """
    quoted = {part.quote for part in evidence_of(effect) if part.quote}
    if effect.kind != "impose" or not quoted or not found.corrected & set(effect.affected):
        return None
    for record in records:
        if (
            record["type"] == "effect"
            and record["kind"] == "impose"
            and set(effect.affected) <= set(record["affected"])
            and {part.get("quote") for part in record.get("evidence") or ()} != quoted
        ):
            return record
    return None


def awaits_a_person(held: Held, effect: str) -> bool:
    """Tell whether a policy accepted an effect that no person has read."""
    accepted = held.acceptance(effect)
    return (
        accepted is not None
        and accepted.by.startswith(ACTOR_PREFIX)
        and not held.is_signed_off(effect)
    )


def _replace(
    found: Settlement, other: Effect, taken: Sequence[str], *, by: str, replaced_by: str
) -> None:
    """Retract an effect of the log; what it did to other targets is recorded anew."""
    rest = [target for target in other.affected if target not in taken]
    retract(found, other.id or "", "the text of the act says otherwise", replaced_by)
    if rest and len(rest) < len(other.affected):
        data = msgspec.to_builtins(other)
        kept = {key: value for key, value in data.items() if value not in (None, [], {})}
        kept.pop("id", None)
        again = found.record({"type": "effect", **kept, "affected": rest})
        found.events.append(event_of(EffectAccepted(effect=again, by=by)))
        found.effects.append(again)


def retract(found: Settlement, effect: str, reason: str, replaced_by: str | None) -> str:
    """Add the retraction of an effect; return its id."""
    record = {"type": "retract", "effect": effect, "reason": reason}
    return found.record({**record, "replaced_by": replaced_by} if replaced_by else record)


def _withdraw(found: Settlement, held: Held, earlier: Iterable[str], announcement: str) -> None:
    gone = set(_retracted(found))
    for id in earlier:
        effect = held.effect(id)
        if effect is None or id in found.effects or id in gone:
            continue
        if any(_is_of(item.announcement, announcement) for item in evidence_of(effect)):
            retract(found, id, "the announcement no longer says so", None)


def _retracted(found: Settlement) -> Iterator[str]:
    for event in found.events:
        if event.name == "EffectRetracted":
            yield str(msgspec.json.decode(event.body)["effect"])


def _is_of(one: str | None, other: str) -> bool:
    return one is not None and first_version(one) == first_version(other)


def _corroborate(found: Settlement, held: Held, announcement: str, act: str | None) -> None:
    if act is None:
        return
    link = link_record("corroborates", announcement, act)
    if not held.has_link(link["id"]):
        found.record(link)
