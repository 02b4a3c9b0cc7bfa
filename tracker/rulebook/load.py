"""What does a whole rulebook folder say?

Its files lie in folders of any depth: ``rulebook.yaml`` says what is covered, ``claims.yaml`` holds
claims about nothing in particular, and every other ``.yaml`` file is one instrument.
"""

import sys
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from tracker.domain import days
from tracker.domain.identifiers import instrument_of, is_measure
from tracker.domain.rulebook import Field, Rulebook, RulebookEntry
from tracker.rulebook.claims import CLAIMS_FILE, read_claims
from tracker.rulebook.draft import Draft
from tracker.rulebook.faults import Faults, unknown
from tracker.rulebook.instrument_file import read_instrument
from tracker.rulebook.nodes import Node, read
from tracker.rulebook.values import choices, day, take, take_or_null

ABOUT_FILE = "rulebook.yaml"

_ABOUT_REQUIRED = ("covered_through", "coverage", "jurisdictions", "licence")
_ABOUT_KEYS = (*_ABOUT_REQUIRED, "licence_file", "unknowns")


def load_rulebook(root: Traversable, field: Field) -> Rulebook:
    """Read every file below ``root`` in the words of ``field``.

    Raises `tracker.errors.InputError` for the first fault, with file and line; it names the others.
    """
    faults = Faults()
    about = read(root / ABOUT_FILE, name=ABOUT_FILE, faults=faults)
    entries = tuple(_entries(root, field=field, faults=faults))
    _check_across(entries, faults=faults)
    book = None if about is None else _rulebook(about, field=field, entries=entries)
    faults.raise_any()
    assert book is not None
    return book


def _rulebook(node: Node, *, field: Field, entries: tuple[RulebookEntry, ...]) -> Rulebook:
    part = node.keys(_ABOUT_KEYS, required=_ABOUT_REQUIRED)
    return Rulebook(
        covered_through=take(part, "covered_through", day) or "",
        coverage=take(part, "coverage", Node.text) or "",
        jurisdictions=take(part, "jurisdictions", lambda n: _jurisdictions(n, field)) or (),
        licence=take(part, "licence", Node.text) or "",
        licence_file=take_or_null(part, "licence_file", Node.text),
        unknowns=take(part, "unknowns", Node.texts) or (),
        entries=() if node.faults.found else tuple(sorted(entries, key=_announced)),
    )


def _jurisdictions(node: Node, field: Field) -> tuple[str, ...]:
    return choices(node, what="jurisdiction", allowed=field.jurisdictions)


def _entries(root: Traversable, *, field: Field, faults: Faults) -> Iterator[RulebookEntry]:
    for name, file in _files(root):
        if name == ABOUT_FILE:
            continue
        node = read(file, name=name, faults=faults)
        if node is not None:
            yield _claims(node) if name == CLAIMS_FILE else read_instrument(node, field=field)


def _files(folder: Traversable, *, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda found: found.name):
        name = above + item.name
        if item.name.startswith("."):
            continue
        if item.is_dir():
            yield from _files(item, above=f"{name}/")
        elif item.name.endswith((".yaml", ".yml")):
            yield name, item


def _claims(node: Node) -> RulebookEntry:
    draft = Draft(file=node.file)
    part = node.keys(("claims",), required=("claims",))
    read_claims(take(part, "claims", Node.items) or (), instrument=None, draft=draft)
    return draft.entry()


def _announced(entry: RulebookEntry) -> tuple[int, str]:
    """Order files by the instant at which their instrument became public, claims last."""
    for record in entry.records:
        if record["type"] == "instrument":
            moment = days.begins_at(days.parse_when(record["announced_at"]), record["timezone"])
            return moment, entry.file
    return sys.maxsize, entry.file


def _check_across(entries: tuple[RulebookEntry, ...], *, faults: Faults) -> None:
    """Note what no single file shows: an id in two files, a measure that is in no file."""
    places: dict[str, str] = {}
    for entry in entries:
        for name, line in entry.lines.items():
            if name in places:
                reason = f"{name!r} is given twice (first in {places[name]})"
                faults.add(reason, file=entry.file, line=line)
            places.setdefault(name, entry.file)
    for entry in entries:
        _check_targets(entry, known=places, faults=faults)


def _check_targets(entry: RulebookEntry, *, known: Mapping[str, str], faults: Faults) -> None:
    """Refuse measures that an instrument of another file lacks; unknown instruments may be named.

    What an instrument's own file lacks was noted when that file was read.
    """
    for record in entry.records:
        for target in record.get("affected", ()):
            elsewhere = known.get(instrument_of(target), entry.file) != entry.file
            if elsewhere and is_measure(target) and target not in known:
                line = entry.lines[record["id"]]
                faults.add(unknown("measure", target, known), file=entry.file, line=line)
