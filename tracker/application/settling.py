"""What is recorded when a reading is accepted?

Only what the log lacks or says otherwise: an act is never recorded twice, an effect that a text
contradicts is retracted in favour of the text's, and what agrees is confirmed by a link.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tracker.application.alignment import Alignment, align, corrected_act, corrected_measure
from tracker.application.held import Held
from tracker.application.lines import check, recording
from tracker.application.read_records import RecordDict, act_of, link_record
from tracker.domain.canonical import record_id
from tracker.domain.events import NewEvent
from tracker.domain.facts import EffectAccepted, event_of
from tracker.domain.identifiers import first_version
from tracker.domain.records import RECORD_TYPES, Effect, evidence_of
from tracker.errors import InputError, TrackerError


@dataclass(slots=True)
class Settlement:
    """The events of an acceptance; ``effects`` are the ids of all effects that stand for it."""

    events: list[NewEvent] = field(default_factory=list)
    effects: list[str] = field(default_factory=list)

    def record(self, record: Mapping[str, Any]) -> str:
        """Add a record; return its id."""
        data = checked(record)
        kind = data.pop("type")
        self.events.append(recording(kind, data))
        return str(data["id"])


def checked(record: Mapping[str, Any]) -> RecordDict:
    """Return a record with its id; raise `InputError` for one that cannot be taken."""
    data = {**record, "id": record.get("id") or record_id(dict(record))}
    content = {key: value for key, value in data.items() if key != "type"}
    try:
        kind = RECORD_TYPES.get(str(data.get("type")))
        if kind is None:
            raise InputError(f"unknown type {data.get('type')!r}", file="record")
        check(msgspec.convert(content, kind))
    except (TrackerError, msgspec.ValidationError) as error:
        reason = error.reason if isinstance(error, InputError) else str(error)
        raise InputError(reason, file=f"{data.get('type')} {data['id'][:60]}") from None
    return data


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
    found.effects += aligned.agreeing
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
