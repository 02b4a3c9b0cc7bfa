"""What would a proposal record, and on which marked words does each field of it rest?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.domain.rulebook import Field
from tracker.rendering.neutral import neutral, short
from tracker.rendering.pages.parts.record_words import (
    effect_told,
    field_told,
    term_name,
)
from tracker.rendering.pages.parts.terms import keyed_facts
from tracker.rendering.words import Words

FIELDS = ("kind", "affected", "from", "through", "boundary", "parties", "reason")
ACT_FIELDS = ("number", "title", "issuers", "issued_on", "announced_at")
_VALUE_LENGTH = 600

Record = Mapping[str, Any]
Records = Mapping[str, Record]
Rests = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field of what is proposed, and the numbers of the marks that it rests on."""

    label: str
    value: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An effect, or the act that has it: a sentence, and its fields one by one."""

    kind: str
    told: str
    fields: tuple[FieldRow, ...]


def cards(
    words: Words, records: Sequence[Record], marks: Mapping[int, int], field: Field
) -> tuple[CardView, ...]:
    """Return a card for each effect, then one for each act.

    ``marks`` are the numbers of the marked words by the character at which they begin. What a new
    measure demands stands in the card of the effect that imposes it.
    """
    ruled = _ruled(records)
    effects = (one for one in records if one["type"] == "effect")
    acts = (one for one in records if one["type"] == "instrument")
    return (
        *(_effect(words, one, marks, ruled=ruled, field=field) for one in effects),
        *(_act(words, one, marks) for one in acts),
    )


def beside_cards(records: Sequence[Record]) -> Iterator[Record]:
    """Yield the records that stand in no card."""
    ruled = _ruled(records)
    imposed = {id for one in records for id in _own(one, ruled)}
    for one in records:
        if one["type"] not in ("effect", "instrument") and one.get("id") not in imposed:
            yield one


def _ruled(records: Iterable[Record]) -> Records:
    return {one["id"]: one for one in records if one["type"] == "measure"}


def _own(record: Record, ruled: Records) -> list[str]:
    """Return the proposed measures that an effect imposes."""
    if record["type"] != "effect" or record["kind"] != "impose":
        return []
    return [id for id in record.get("affected") or () if id in ruled]


def _effect(
    words: Words, record: Record, marks: Mapping[int, int], *, ruled: Records, field: Field
) -> CardView:
    rests, own = _rests(record, marks), _own(record, ruled)
    rows = list(_fields(words, record, rests, FIELDS))
    rows += _terms(words, record.get("terms") or {}, rests, field)
    for id in own:
        part = id.partition("#")[2] if len(own) > 1 else ""
        rows += _terms(words, ruled[id].get("terms") or {}, rests, field, part=part)
    return CardView(
        kind=words(f"kind.{record['kind']}"), told=effect_told(words, record), fields=tuple(rows)
    )


def _act(words: Words, record: Record, marks: Mapping[int, int]) -> CardView:
    rests, title = _rests(record, marks), record.get("title")
    if title == record.get("number"):
        title = None
    return CardView(
        kind=words("desk.act"),
        told=neutral(record["id"]),
        fields=tuple(_fields(words, {**record, "title": title}, rests, ACT_FIELDS)),
    )


def _rests(record: Record, marks: Mapping[int, int]) -> Rests:
    """Return on which numbered marks each field rests; a longer quote holds several of them."""
    rests: dict[str, list[int]] = {}
    for part in record.get("evidence") or ():
        first, last = part.get("start"), part.get("end")
        if first is not None and last is not None:
            inside = [number for start, number in marks.items() if first <= start < last]
            rests.setdefault(part.get("field") or "kind", []).extend(inside)
    return {name: tuple(dict.fromkeys(found)) for name, found in rests.items()}


def _fields(words: Words, record: Record, rests: Rests, names: Sequence[str]) -> Iterator[FieldRow]:
    for name in names:
        if record.get(name) and (name != "kind" or rests.get(name)):  # the heading says it already
            yield FieldRow(
                label=term_name(words, name),
                value=short(field_told(words, record[name], name=name), longest=_VALUE_LENGTH),
                marks=tuple(rests.get(name, ())),
            )


def _terms(
    words: Words, terms: Mapping[str, Any], rests: Rests, field: Field, *, part: str = ""
) -> Iterator[FieldRow]:
    """Yield what is demanded of what, beside the marks that say so; ``part`` tells whose it is."""
    joint = "；" if words.language == "zh" else "; "
    told = [(key, fact.label, fact.lines) for key, fact in keyed_facts(words, terms, field)]
    told += [
        (key, term_name(words, key), (words("record.nothing"),))
        for key, value in terms.items()
        if value is None
    ]
    for key, label, lines in told:
        yield FieldRow(
            label=f"{neutral(part)} · {label}" if part else label,
            value=short(joint.join(lines), longest=_VALUE_LENGTH),
            marks=tuple(rests.get(key, ())),
        )
