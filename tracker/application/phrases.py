"""How is a record, or a proposal of records, told to a person in a line?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tracker.domain.plurals import number_of

Said = Mapping[str, Any]

_VERBS = {
    "impose": "imposes",
    "postpone": "postpones the start of",
    "extend": "extends",
    "amend": "amends",
    "suspend": "suspends",
    "resume": "resumes",
    "repeal": "repeals",
    "revive": "revives",
}
_TARGETS_SHOWN = 4


def phrase_of(record: Said) -> str:
    """Return one record in words."""
    match record["type"]:
        case "instrument":
            issuers = ", ".join(record.get("issuers") or ())
            number = f" {record['number']}" if record.get("number") else ""
            title = f": {record['title']}" if record.get("title") else ""
            return f"act {record['id']} of {issuers or 'an unknown issuer'}{number}{title}"
        case "measure":
            terms = record.get("terms") or {}
            said = "; ".join(f"{key} {_value(value)}" for key, value in terms.items())
            return f"measure {record['id']}{': ' + said if said else ''}"
        case "effect":
            return effect_phrase(record)
        case "link":
            return f"link: {record['from']} {record['kind']} {record['to']}"
        case "claim":
            speaker = record.get("speaker") or record.get("source")
            return f"claim of {speaker} ({record.get('stance')}): {record['text']}"
        case kind:
            return f"{kind} {record.get('id', '')}"


def effect_phrase(record: Said) -> str:
    """Return an effect in words: who does what to what, from when through when."""
    parties = record.get("parties") or ()
    told = [f"{record['affecting']} {_VERBS[record['kind']]} {_targets(record['affected'])}"]
    if parties:
        told.append(f"for {', '.join(parties)} only")
    told.append(_span(record))
    if record.get("terms"):
        told.append("with " + "; ".join(f"{k} {_value(v)}" for k, v in record["terms"].items()))
    if record.get("boundary") == "unclear":
        told.append("(last day unclear)")
    return " ".join(told)


def _span(record: Said) -> str:
    first, last = _day(record.get("from")), _day(record.get("through"))
    said = f"from {first}" if first else "from a day not named"
    return f"{said} through {last}" if last else said


def _day(value: Any) -> str | None:
    found = value.get("value") if isinstance(value, Mapping) else value
    return None if found is None else str(found)


def _targets(affected: Sequence[str]) -> str:
    shown = ", ".join(affected[:_TARGETS_SHOWN])
    more = len(affected) - _TARGETS_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(str(item) for item in value.values())
    if isinstance(value, list | tuple):
        return ", ".join(_value(item) for item in value)
    return str(value)


def effects_count(effects: Sequence[str]) -> str:
    """Say how many effects count because of a decision."""
    return number_of(len(effects), "effect counts", "effects count")


def summary_of(records: Iterable[Said], title: str, *, unread: int) -> str:
    """Return a proposal in a line."""
    records = tuple(records)
    effects = [record for record in records if record["type"] == "effect"]
    left = f"; {number_of(unread, 'sentence')} with legal words not understood" if unread else ""
    if not effects:
        return f"“{title}”{left}"
    more = f" and {number_of(len(effects) - 1, 'more effect')}" if len(effects) > 1 else ""
    return f"{effect_phrase(effects[0])}{more}{left}"
