"""What has been read of one file so far, and has each record an id of its own?"""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from tracker.domain.records import RECORD_TYPES
from tracker.domain.rulebook import RecordDict, RulebookEntry, SourceNote
from tracker.rulebook.nodes import Node

PREFIX = "rulebook"
"""Ids of effects, links and claims begin with it, so that they tell where they come from."""


def record_id(*parts: str) -> str:
    """Make the id of a record that has none in law: it depends on names, never on dates."""
    return ":".join((PREFIX, *parts))


@dataclass(slots=True)
class Draft:
    """The records, lines and notes of one file while it is read."""

    file: str
    records: list[RecordDict] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    notes: list[SourceNote] = field(default_factory=list)

    def add(self, record: RecordDict, *, node: Node) -> None:
        """Take a record that stands at ``node``; a second one with its id is a fault."""
        first = self.lines.get(record["id"])
        if first is not None:
            node.fault(f"{record['id']!r} is given twice (first on line {first})")
            return
        self.lines[record["id"]] = node.line
        self.records.append(record)
        if not node.faults.found:
            _check_form(record, node=node)

    def remark(self, about: str, **said: Any) -> None:
        """Take what is said about a record, where anything is said."""
        if any(said.values()):
            self.notes.append(SourceNote(about=about, **said))

    def entry(self) -> RulebookEntry:
        """Return what the file says."""
        return RulebookEntry(
            file=self.file,
            records=tuple(self.records),
            lines=self.lines,
            notes=tuple(self.notes),
        )


def _check_form(record: RecordDict, *, node: Node) -> None:
    """Make sure that the record is one of the interchange form."""
    keys = {key: value for key, value in record.items() if key != "type"}
    try:
        msgspec.convert(keys, type=RECORD_TYPES[record["type"]], strict=True)
    except msgspec.ValidationError as error:
        node.fault(str(error))
