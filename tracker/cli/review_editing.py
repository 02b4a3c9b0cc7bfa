"""How does a person change what was proposed, or write an effect down?"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from tracker.errors import InputError, UsageError

if TYPE_CHECKING:
    from tracker.application.entering import NewEffect

Record = Mapping[str, Any]
LISTS = ("affected", "parties")
ASKED = ("kind", "affected", "from", "through", "boundary", "parties", "reason")
"""The fields of an effect, in the order in which they are asked for."""

_CLEARED = "-"
_NEEDED = ("announcement", "quote", "kind", "affecting", "affected")
_OFFERED = ("from_", "through")


def asked(records: Sequence[Record]) -> Sequence[Record]:
    """Return the records as a person changes them: in their editor, else field by field."""
    if os.environ.get("VISUAL") or os.environ.get("EDITOR"):
        return in_editor(records)
    return tuple(_asked_record(record) for record in records)


def in_editor(records: Sequence[Record]) -> Sequence[Record]:
    """Open the records as JSON in the user's editor; closing it unchanged changes nothing."""
    text = json.dumps(list(records), ensure_ascii=False, indent=2)
    changed = click.edit(text, extension=".json", require_save=False)
    return records if changed is None else parsed(changed, file="editor")


def parsed(text: str, *, file: str) -> Sequence[Record]:
    """Read records from JSON; raise `InputError` for what is none."""
    from tracker.application.settling import checked

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
    from tracker.application.settling import checked

    wanted = dict(_change(change) for change in changes)
    if not any(record["type"] == "effect" for record in records):
        raise UsageError("there is no effect to change; use tracker review new")
    done = tuple(
        _with(record, wanted) if record["type"] == "effect" else record for record in records
    )
    for record in done:
        checked(record)
    return done


def _change(text: str) -> tuple[str, Any]:
    name, mark, value = text.partition("=")
    if not mark or name not in ASKED:
        raise UsageError(f"{text!r} is no change; write FIELD=VALUE with one of {', '.join(ASKED)}")
    return name, _value(name, value)


def _value(name: str, text: str) -> Any:
    text = text.strip()
    if name in LISTS:
        return [item.strip() for item in text.split(",") if item.strip()]
    return text or None


def _with(record: Record, changes: Mapping[str, Any]) -> Record:
    """Return an effect with some fields set; what a person sets rests on no sentence any more."""
    same = {name for name, value in changes.items() if _plain(record.get(name)) == _plain(value)}
    new = {name: value for name, value in changes.items() if name not in same}
    kept = [part for part in record.get("evidence") or () if part.get("field") not in new]
    changed = {**record, **new, "evidence": kept} if new else dict(record)
    return {name: value for name, value in changed.items() if value not in (None, [], ())}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, list | tuple) else value or None


def _asked_record(record: Record) -> Record:
    if record["type"] != "effect":
        return record
    from tracker.application.phrases import effect_phrase

    click.echo(f"\n{effect_phrase(record)}\n(Enter keeps a field, {_CLEARED} clears it)")
    answers = {name: _asked_field(record, name) for name in ASKED}
    return _with(record, answers)


def _asked_field(record: Record, name: str) -> Any:
    shown = _shown(record.get(name))
    typed = click.prompt(f"  {name}", default=shown, show_default=bool(shown)).strip()
    if typed == _CLEARED:
        return [] if name in LISTS else None
    if typed == shown:
        return record.get(name)
    return _value(name, typed)


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("value") or "")
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value or "")


def asked_effect(given: Mapping[str, Any], *, interactive: bool) -> "NewEffect":
    """Return the effect that options and prompts describe.

    Raises `UsageError` for what is missing and cannot be asked for.
    """
    from tracker.application.entering import NewEffect

    said = dict(given)
    for name in _NEEDED:
        if not said.get(name):
            if not interactive:
                raise UsageError(f"--{name} is missing")
            said[name] = click.prompt(name.capitalize())
    for name in _OFFERED if interactive else ():
        if said.get(name) is None:
            said[name] = click.prompt(f"{name.rstrip('_').capitalize()} (Enter: none)", default="")
    return NewEffect(
        announcement=said["announcement"],
        quote=said["quote"],
        kind=said["kind"],
        affecting=said["affecting"],
        affected=tuple(part.strip() for part in said["affected"].split(",") if part.strip()),
        from_=said.get("from_") or None,
        through=said.get("through") or None,
        boundary=said.get("boundary"),
        parties=tuple(
            part.strip() for part in (said.get("parties") or "").split(";") if part.strip()
        ),
        reason=said.get("reason"),
        terms=_terms(said.get("terms")),
        title=said.get("title"),
    )


def _terms(text: str | None) -> dict[str, Any] | None:
    if not text:
        return None
    try:
        found = json.loads(text, parse_float=str)
    except json.JSONDecodeError as error:
        raise UsageError(f"--terms is no JSON: {error.msg}") from None
    if not isinstance(found, dict):
        raise UsageError("--terms must be a JSON object")
    return found
