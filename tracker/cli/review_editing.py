"""How does a person change what was proposed, or write an effect down?"""

import json
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from tracker.application.desk.editing import (
    EDITABLE,
    Record,
    checked_field,
    field_text,
    parsed,
    typed,
    with_changes,
    with_fields,
)
from tracker.errors import TrackerError, UsageError

if TYPE_CHECKING:
    from tracker.application.desk.entering import NewEffect

__all__ = ["asked", "asked_effect", "in_editor", "parsed", "with_changes"]

_CLEARED = "-"
_NEEDED = {
    "announcement": "The announcement, by its id",
    "quote": "The sentence, as it stands there",
    "kind": "What it does",
    "affecting": "The act that does it, by its id",
    "affected": "What it touches (measures or acts, separated by commas)",
}
_OFFERED = {"from_": "First day (Enter: not known)", "through": "Last day, included (Enter: open)"}


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


def _asked_record(record: Record) -> Record:
    if record["type"] != "effect":
        return record
    from tracker.application.phrases import effect_phrase

    click.echo(f"\n{effect_phrase(record)}\n(Enter keeps a field, {_CLEARED} clears it)")
    answers = {name: _asked_field(record, name) for name in EDITABLE}
    return with_fields(record, answers)


def _asked_field(record: Record, name: str) -> Any:
    shown = field_text(record.get(name))

    def read(text: str) -> Any:
        text = text.strip()
        if text == shown:
            return record.get(name)
        try:
            return checked_field(name, typed(record, name, "" if text == _CLEARED else text))
        except TrackerError as error:
            raise click.BadParameter(str(error)) from None

    return click.prompt(f"  {name}", default=shown, show_default=bool(shown), value_proc=read)


def asked_effect(given: Mapping[str, Any], *, interactive: bool) -> "NewEffect":
    """Return the effect that options and prompts describe.

    Raises `UsageError` for what is missing and cannot be asked for, `click.Abort` where the
    person says no to what the answers make.
    """
    missing = [name for name in _NEEDED if not given.get(name)]
    if missing and not interactive:
        raise UsageError(f"--{missing[0]} is missing")
    said = {**given, **{name: _asked_for(name) for name in missing}}
    for name, label in _OFFERED.items() if interactive else ():
        if said.get(name) is None:
            said[name] = click.prompt(label, default="", show_default=False, value_proc=_day)
    wanted = _effect(said)
    if missing:
        _confirm(wanted)
    return wanted


def _asked_for(name: str) -> str:
    from tracker.domain.records import EFFECT_KINDS

    kinds = click.Choice(EFFECT_KINDS) if name == "kind" else None
    return str(click.prompt(_NEEDED[name], type=kinds))


def _day(text: str) -> str:
    """Return a day as typed; what is none is asked for again."""
    from tracker.domain.days import parse_day

    try:
        return parse_day(text.strip()).isoformat() if text.strip() else ""
    except TrackerError as error:
        raise click.BadParameter(str(error)) from None


def _confirm(wanted: "NewEffect") -> None:
    """Show what the answers make, and let the person say no."""
    from tracker.application.phrases import effect_phrase

    record = {
        "affecting": wanted.affecting,
        "kind": wanted.kind,
        "affected": wanted.affected,
        "parties": wanted.parties,
        "from": wanted.from_,
        "through": wanted.through,
        "terms": wanted.terms,
    }
    click.echo(effect_phrase(record))
    click.confirm("Record it?", default=True, abort=True)


def _effect(said: Mapping[str, Any]) -> "NewEffect":
    from tracker.application.desk.entering import NewEffect

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
