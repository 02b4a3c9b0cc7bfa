"""How does a person change what was proposed, field by field?"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from tracker.application.reading.settling import checked
from tracker.domain.days import parse_day
from tracker.domain.records import EFFECT_KINDS, Boundary
from tracker.errors import InputError, UsageError

Record = Mapping[str, Any]

LISTS = ("affected", "parties")
EDITABLE = ("kind", "affected", "from", "through", "boundary", "parties", "reason")
"""The fields of an effect that a person may change, in the order in which they are asked for."""


_NEEDED = ("kind", "affected")
_DAYS = ("from", "through")
_CHOICES = {"kind": EFFECT_KINDS, "boundary": get_args(Boundary)}


def as_json(records: Iterable[Record]) -> str:
    """Return records as JSON to be changed by hand; what cannot be seen is written as a number."""
    text = json.dumps(list(records), ensure_ascii=False, indent=2)
    return "".join(
        char if char == "\n" or char.isprintable() else json.dumps(char)[1:-1] for char in text
    )


def parsed(text: str, *, file: str) -> Sequence[Record]:
    """Read records from JSON; raise `InputError` for what is none."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg}", file=file, line=error.lineno) from None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise InputError("the records must be a list of objects", file=file)
    for record in found:
        checked(record)
    return tuple(found)


def with_changes(records: Sequence[Record], changes: Iterable[str]) -> Sequence[Record]:
    """Return the records with ``FIELD=VALUE`` set in every effect; no value clears a field."""
    wanted = dict(_change(change) for change in changes)
    if not any(record["type"] == "effect" for record in records):
        raise UsageError("there is no effect to change; use tracker review new")
    done = tuple(
        with_fields(record, wanted) if record["type"] == "effect" else record for record in records
    )
    for record in done:
        checked(record)
    return done


def _change(text: str) -> tuple[str, Any]:
    name, mark, value = text.partition("=")
    if not mark or name not in EDITABLE:
        fields = ", ".join(EDITABLE)
        raise UsageError(f"{text!r} is no change; write FIELD=VALUE with one of {fields}")
    found = field_value(name, value)
    # A day that is none is refused with the record, as one that ends before it begins is.
    return name, found if name in _DAYS else checked_field(name, found)


def checked_field(name: str, value: Any) -> Any:
    """Return a field as it was typed; raise `UsageError` for what it cannot hold."""
    if not value:
        if name in _NEEDED:
            raise UsageError(f"{name} cannot be left empty")
    elif name in _CHOICES and value not in _CHOICES[name]:
        raise UsageError(f"{name} {value!r}: write one of {', '.join(_CHOICES[name])}")
    elif name in _DAYS:
        parse_day(value)
    return value


def field_value(name: str, text: str, *, separator: str = ",") -> Any:
    """Read what was typed for a field; the items of a list are separated, nothing is ``None``."""
    text = text.strip()
    if name in LISTS:
        return [item.strip() for item in text.split(separator) if item.strip()]
    return text or None


def field_text(value: Any, *, separator: str = ", ") -> str:
    """Return a field as it is shown to be changed."""
    if isinstance(value, Mapping):
        return str(value.get("value") or "")
    if isinstance(value, list | tuple):
        return separator.join(map(str, value))
    return str(value or "")


def typed(record: Record, name: str, text: str, *, separator: str = ",") -> Any:
    """Return a field as it was typed; what was left as it was shown keeps all that it holds."""
    value = field_value(name, text, separator=separator)
    shown = field_value(
        name, field_text(record.get(name), separator=separator), separator=separator
    )
    return record.get(name) if value == shown else value


def with_fields(record: Record, changes: Mapping[str, Any]) -> Record:
    """Return an effect with some fields set; what a person sets rests on no sentence any more."""
    same = {name for name, value in changes.items() if _plain(record.get(name)) == _plain(value)}
    new = {name: value for name, value in changes.items() if name not in same}
    kept = [part for part in record.get("evidence") or () if part.get("field") not in new]
    changed = {**record, **new, "evidence": kept} if new else dict(record)
    return {name: value for name, value in changed.items() if value not in (None, [], ())}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, list | tuple) else value or None
