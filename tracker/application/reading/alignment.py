"""Is an act that was read in the log already, and where do the two disagree?

An act is never recorded twice. What agrees is confirmed; each field that differs is listed, and
accepting writes the text's word over the log's for that field only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from tracker.application.held import Held
from tracker.application.reading.read_records import RecordDict
from tracker.domain.identifiers import STAR
from tracker.domain.records import DateRecord, Effect, Instrument, Measure
from tracker.domain.reviews import FieldDifference

_STANDING = ("commentary", "press", "official", "issuer")
_ACT_FIELDS = ("jurisdiction", "issuers", "issued_on", "timezone")
_SPAN = ("from", "through")
_LIMIT = ("what", "operator", "value", "unit")


@dataclass(slots=True)
class Alignment:
    """What the log lacks of a reading, and what it says otherwise.

    ``records`` are the proposed ones with their targets resolved; ``fresh`` are those that the
    log has nothing of. ``replaced`` goes from the index of a record to the effects that it
    would take the place of; ``agreeing`` are the ids of effects that say the same. ``unknown``
    are the targets that no record bears.
    """

    records: list[RecordDict] = field(default_factory=list)
    fresh: list[RecordDict] = field(default_factory=list)
    differences: list[FieldDifference] = field(default_factory=list)
    replaced: dict[int, list[tuple[Effect, tuple[str, ...]]]] = field(default_factory=dict)
    targets: dict[int, tuple[str, ...]] = field(default_factory=dict)
    agreeing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def known(self) -> bool:
        """Whether the log holds some of it."""
        return bool(self.agreeing or self.differences)

    @property
    def confirms(self) -> bool:
        """Whether the log holds all of it, and says nothing else."""
        return bool(self.agreeing) and not self.fresh and not self.differences


def align(records: Sequence[Mapping[str, Any]], held: Held) -> Alignment:
    """Compare the records of a reading with the log."""
    found = Alignment()
    own = {record["id"] for record in records if record["type"] in ("instrument", "measure")}
    effects = [record for record in records if record["type"] == "effect"]
    for record in records:
        index = len(found.records)
        match record["type"]:
            case "instrument":
                found.records.append(dict(record))
                _align_act(found, record, held.instrument(record["id"]))
            case "measure":
                found.records.append(dict(record))
                _align_measure(found, record, held)
            case "effect":
                resolved = _resolved(found, record, held, own)
                found.records.append(resolved)
                others = [other for other in effects if other is not record]
                _align_effect(found, index, resolved, held, others)
            case _:
                found.records.append(dict(record))
    return found


def _align_act(found: Alignment, record: Mapping[str, Any], known: Instrument | None) -> None:
    if known is None:
        found.fresh.append(dict(record))
        return
    data = msgspec.to_builtins(known)
    for name in _ACT_FIELDS:
        if record.get(name) and data[name] and not _same(record[name], data[name]):
            found.differences.append(
                _difference(record["id"], name, data[name], record[name], record)
            )
    if _STANDING.index(record.get("authority", "issuer")) > _STANDING.index(known.authority):
        found.differences.append(
            _difference(record["id"], "authority", known.authority, record["authority"], record)
        )


def _align_measure(found: Alignment, record: Mapping[str, Any], held: Held) -> None:
    meant = held.resolve(record["id"])
    if meant is None:
        found.fresh.append(dict(record))
        return
    known = held.measures(record["id"].partition("#")[0])
    for name, value in (record.get("terms") or {}).items():
        values = [known[id].terms[name] for id in meant if name in known[id].terms]
        if values and not _agrees(value, values):
            about = ", ".join(meant)
            shown = values[0] if len(values) == 1 else _joined(values)
            found.differences.append(_difference(about, name, shown, value, record))


def _agrees(value: Any, values: list[Any]) -> bool:
    """Tell whether a text says of some measures what the log says of them together."""
    return any(_same(value, item) for item in values) or _same(value, _joined(values))


def _joined(values: list[Any]) -> Any:
    if all(isinstance(value, list | tuple) for value in values):
        return [item for value in values for item in value]
    return values


def _resolved(found: Alignment, record: Mapping[str, Any], held: Held, own: set[str]) -> RecordDict:
    """Return an effect whose targets are recorded ids, or ids that are proposed with it."""
    targets: dict[str, None] = {}
    for target in record["affected"]:
        known = held.resolve(target)
        if known is None and target not in own:
            found.unknown.append(target)
        targets.update(dict.fromkeys(known or (target,)))
    return {**record, "affected": list(targets)}


def _align_effect(
    found: Alignment,
    index: int,
    record: Mapping[str, Any],
    held: Held,
    others: Sequence[Mapping[str, Any]],
) -> None:
    """Compare an effect with the log's; what ``others`` of the reading say already is theirs."""
    replaced: dict[str, tuple[Effect, list[str]]] = {}
    fresh: list[str] = []
    for target in _as_listed(record, held):
        alike = _alike(record, target, held)
        if not alike:
            fresh.append(target)
        elif equal := next((item for item in alike if _says_the_same(item, record)), None):
            found.agreeing.append(equal.id or "")
        elif not (free := [item for item in alike if not _is_claimed(item, others)]):
            fresh.append(target)
        else:
            other = free[-1]
            found.differences += _span_differences(record, other, target)
            if target in other.affected:
                replaced.setdefault(other.id or "", (other, []))[1].append(target)
            else:
                fresh.append(target)
    found.replaced[index] = [(other, tuple(targets)) for other, targets in replaced.values()]
    taken = (target for _, targets in replaced.values() for target in targets)
    found.targets[index] = (*fresh, *taken)
    if fresh:
        found.fresh.append({**record, "affected": fresh})


def _as_listed(record: Mapping[str, Any], held: Held) -> Iterator[str]:
    """Yield the targets of an effect, an act's measures for the act where the log lists them."""
    for target in record["affected"]:
        parts = () if "#" in target or target.endswith(STAR) else held.measures(target)
        if (
            parts
            and not _alike(record, target, held)
            and all(_alike(record, part, held) for part in parts)
        ):
            yield from parts
        else:
            yield target


def _alike(record: Mapping[str, Any], target: str, held: Held) -> list[Effect]:
    """Return the log's effects of the same act, kind and parties on a target."""
    if target.endswith(STAR):
        return []
    known = held.effects_on(target, affecting=record["affecting"])
    return [item for item in known if _is_alike(item, record)]


def _is_claimed(item: Effect, others: Iterable[Mapping[str, Any]]) -> bool:
    return any(_is_alike(item, other) and _says_the_same(item, other) for other in others)


def _is_alike(item: Effect, record: Mapping[str, Any]) -> bool:
    return item.kind == record["kind"] and set(item.parties) == set(record.get("parties") or ())


def _says_the_same(item: Effect, record: Mapping[str, Any]) -> bool:
    return all(_day(_span(item, name)) == _day(record.get(name)) for name in _SPAN) and (
        record["kind"] != "amend" or _same(item.terms or {}, record.get("terms") or {})
    )


def _span_differences(
    record: Mapping[str, Any], other: Effect, target: str
) -> Iterator[FieldDifference]:
    about = f"{record['kind']} of {target}"
    for name in _SPAN:
        held, read = _day(_span(other, name)), _day(record.get(name))
        if held != read:
            yield _difference(about, name, held, read, record)
    if record["kind"] == "amend" and not _same(other.terms or {}, record.get("terms") or {}):
        yield _difference(about, "terms", other.terms, record.get("terms"), record)


def _span(item: Effect, name: str) -> Any:
    return item.from_ if name == "from" else item.through


def _day(value: Any) -> str | None:
    """Return a date field as text: the day, or what is known of it."""
    if isinstance(value, DateRecord):
        return value.value and value.value[:10]
    if isinstance(value, Mapping):
        written = value.get("value")
        return str(written)[:10] if written else None
    return None if value is None else str(value)


def _difference(
    about: str, name: str, held: Any, read: Any, record: Mapping[str, Any]
) -> FieldDifference:
    quotes = {part.get("field", ""): part["quote"] for part in record.get("evidence") or ()}
    quote = quotes.get(name) or quotes.get(f"terms.{name}")
    return FieldDifference(
        about=about, field=name, held=shown_value(held), read=shown_value(read), quote=quote
    )


def shown_value(value: Any) -> str | None:
    """Write a value of a record for a screen."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        parts = (
            [value[key] for key in _LIMIT if key in value] if _is_limit(value) else value.values()
        )
        return " ".join(str(item) for item in parts)
    if isinstance(value, list | tuple):
        return ", ".join(shown_value(item) or "" for item in value)
    return str(value)


def _is_limit(value: Any) -> bool:
    return isinstance(value, Mapping) and "operator" in value and "value" in value


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values say the same, however they are written."""
    if _is_limit(one) and _is_limit(other):
        return _same_limit(one, other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        kept, given = ({k: v for k, v in side.items() if v is not None} for side in (one, other))
        return kept.keys() == given.keys() and all(_same(kept[key], given[key]) for key in kept)
    if _is_list(one) and _is_list(other) and all(map(_is_limit, (*one, *other))):
        return len(one) == len(other) and all(
            any(_same_limit(left, right) for right in other) for left in one
        )
    return bool(_normal(one) == _normal(other))


def _same_limit(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two thresholds catch the same: by operator, value and unit.

    What is limited goes by other names in other hands, and so does a share, whose unit is none.
    """
    units = [limit["unit"] for limit in (one, other) if limit.get("unit")]
    return (
        one["operator"] == other["operator"]
        and bool(_normal(one["value"]) == _normal(other["value"]))
        and (len(units) < 2 or bool(_normal(units[0]) == _normal(units[1])))
    )


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _normal(value: Any) -> Any:
    """Return a value in a form in which order, case and the writing of numbers do not count."""
    if isinstance(value, Mapping):
        return frozenset((key, _normal(item)) for key, item in value.items() if item is not None)
    if isinstance(value, list | tuple):
        return frozenset(_normal(item) for item in value)
    if isinstance(value, bool) or value is None:
        return value
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return str(value).casefold().strip()


def corrected_act(known: Instrument, record: Mapping[str, Any]) -> RecordDict | None:
    """Return the log's act with the text's word where they differ, ``None`` where they agree."""
    changes: RecordDict = {}
    data = _kept(known)
    for name in _ACT_FIELDS:
        if record.get(name) and data.get(name) and not _same(record[name], data[name]):
            changes[name] = record[name]
    read = record.get("authority", "issuer")
    if _STANDING.index(read) > _STANDING.index(known.authority):
        changes["authority"] = read
    return {**data, **changes, "corrects": True} if changes else None


def corrected_measure(known: Measure, record: Mapping[str, Any]) -> RecordDict | None:
    """Return the log's measure with the text's terms where they differ, else ``None``."""
    terms = {
        name: value
        for name, value in (record.get("terms") or {}).items()
        if name in known.terms and not _same(value, known.terms[name])
    }
    if not terms:
        return None
    return {**_kept(known), "terms": {**known.terms, **terms}, "corrects": True}


def _kept(known: Instrument | Measure) -> RecordDict:
    data: RecordDict = msgspec.to_builtins(known)
    return {
        key: value
        for key, value in data.items()
        if value not in (None, [], {}) and key not in ("recorded_at", "corrects")
    }
