"""How is a record that was read, or typed, told in the reader's language?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from tracker.domain.days import parse_day
from tracker.errors import UsageError
from tracker.rendering.neutral import neutral, short
from tracker.rendering.pages.parts.terms import threshold_told
from tracker.rendering.words import Words

Record = Mapping[str, Any]
Acts = Mapping[str, str]
TARGETS_SHOWN = 4
_QUOTE_LENGTH = 400


def told(words: Words, record: Record) -> str:
    """Return one record of the interchange form in a sentence."""
    match record["type"]:
        case "effect":
            return effect_told(words, record)
        case "instrument":
            issuers = words.listed(map(neutral, record.get("issuers") or ()))
            title = short(record.get("title") or record.get("number") or "")
            return words("record.instrument", id=neutral(record["id"]), title=title, by=issuers)
        case "measure":
            said = terms_told(words, record.get("terms") or {})
            return words("record.measure", id=neutral(record["id"]), terms=said)
        case "link":
            kind = words.known("record", f"link_{record['kind']}") or record["kind"]
            return words("record.link", one=record["from"], kind=kind, other=record["to"])
        case "claim":
            speaker = record.get("speaker") or record.get("source") or ""
            text = short(record.get("text") or "", longest=_QUOTE_LENGTH)
            return words("record.claim", speaker=neutral(speaker), text=text)
        case kind:
            return f"{neutral(kind)} {neutral(str(record.get('id') or ''))}"


def effect_told(words: Words, record: Record, *, acts: Acts = MappingProxyType({})) -> str:
    """Return an effect in a sentence: what it does to what, from when through when.

    ``acts`` are the numbers of acts by id; what it has none for is called by its id.
    """
    sentence = words(
        f"says.{record['kind']}",
        measures=targets_told(words, record.get("affected") or (), acts=acts),
        when=when_told(words, record),
        last=day_told(words, record.get("through")) or words("record.no_day"),
    )
    parties = record.get("parties") or ()
    only = words("record.parties", names=words.listed(map(neutral, parties))) if parties else None
    unclear = words("record.unclear") if record.get("boundary") == "unclear" else None
    return words.sentences((sentence, only, unclear))


def targets_told(
    words: Words, affected: Sequence[str], *, acts: Acts = MappingProxyType({})
) -> str:
    """Return the first of the measures that an effect names, and how many more there are."""
    shown = words.listed(_called(words, one, acts) for one in affected[:TARGETS_SHOWN])
    more = len(affected) - TARGETS_SHOWN
    return shown if more <= 0 else f"{shown} {words('count.more', n=more)}"


def _called(words: Words, id: str, acts: Acts) -> str:
    """Return an act by its number, a measure by that and its place in the act."""
    act, _, part = id.partition("#")
    number = acts.get(act)
    if number is None:
        return neutral(id)
    return words("record.part", act=short(number), part=neutral(part)) if part else short(number)


def when_told(words: Words, record: Record) -> str:
    """Return from when through when, as far as the record says."""
    first = day_told(words, record.get("from"))
    last = day_told(words, record.get("through"))
    unclear = record.get("boundary") == "unclear"
    if first and last:
        key = "record.from_to" if unclear else "when.from_through"
        return words(key, first=first, last=last)
    if first:
        return words("when.from", first=first)
    return words("when.through", last=last) if last else words("when.unknown")


def day_told(words: Words, value: Any) -> str | None:
    """Return a day as it is written, or as much of it as is known; ``None`` for none."""
    found = value.get("value") if isinstance(value, Mapping) else value
    if not found:
        return None
    try:
        return words.day(parse_day(str(found)))
    except UsageError:
        return _instant_told(words, str(found))


def _instant_told(words: Words, text: str) -> str:
    """Return an instant as its own text has it, or as much of a day as is known."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return words.roughly(text)
    gap = " " if words.language == "zh" else ", "
    return f"{words.day(found.date())}{gap}{found:%H:%M}"


def terms_told(words: Words, terms: Mapping[str, Any]) -> str:
    """Return what a measure demands of what, each term with its name."""
    found = [f"{term_name(words, key)}: {value_told(words, value)}" for key, value in terms.items()]
    return ("；" if words.language == "zh" else "; ").join(found)


def term_name(words: Words, key: str) -> str:
    """Return the name of a term or of a field."""
    return words.known("field", key) or neutral(key)


def value_told(words: Words, value: Any) -> str:
    """Return the value of a term in one line."""
    if value is None:
        return words("record.nothing")
    if isinstance(value, Mapping):
        if "operator" in value:
            return threshold_told(words, value)
        return " ".join(neutral(str(item)) for item in value.values())
    if isinstance(value, list | tuple):
        return words.listed(value_told(words, item) for item in value)
    return neutral(str(value))


def summary_told(
    words: Words, records: Iterable[Record], title: str, *, acts: Acts = MappingProxyType({})
) -> str:
    """Return a whole proposal in a sentence: its first effect, and how many more there are."""
    effects = [record for record in records if record["type"] == "effect"]
    if not effects:
        return words("record.no_effect", title=short(title))
    more = len(effects) - 1
    rest = words.count("record.more_effects", more) if more else None
    return words.sentences((effect_told(words, effects[0], acts=acts), rest))


def field_told(words: Words, value: Any, *, name: str = "from") -> str:
    """Return the value of a field of an effect as it is read."""
    match name:
        case "from" | "through" | "issued_on" | "announced_at":
            return day_told(words, value) or words("record.no_day")
        case "kind":
            return words(f"kind.{value}")
        case "terms":
            return terms_told(words, value)
        case "boundary":
            return words.known("boundary", str(value)) or neutral(str(value))
        case "reason":
            return words.known("reason", str(value)) or neutral(str(value))
        case _:
            return value_told(words, value)
