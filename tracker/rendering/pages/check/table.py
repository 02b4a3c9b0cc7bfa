"""How does the table of a checked list look?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.application.products.product_tables import CHANGED_COLUMNS
from tracker.rendering.words import Words

MOST_SHOWN = 200
"""So many rows stand on a page; the rest comes with the file."""

_VERDICTS = ("verdict", "before", "after")
_SHOWN = ("row", "part", "verdict", "says", "missing")
_SHOWN_CHANGED = ("row", "part", "before", "after", "says", "because")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The rows of a list with their verdicts; ``counts`` tell how often each came."""

    told: str
    counts: tuple[str, ...]
    unread: str | None
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str | None
    nothing: str | None


def list_view(
    words: Words,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    counts: Mapping[str, int],
    unused: Iterable[str],
) -> ListView:
    """Return the table of a list that was checked."""
    changed = tuple(columns) == CHANGED_COLUMNS
    shown = _SHOWN_CHANGED if changed else _SHOWN
    places = [(name, list(columns).index(name)) for name in shown]
    names = tuple(unused)
    return ListView(
        told=words.count("check.rows", sum(counts.values())),
        counts=tuple(f"{number} × {_verdict(words, name)}" for name, number in counts.items()),
        unread=words("check.columns_unread", names=words.listed(names)) if names else None,
        heads=tuple(words(f"check.head_{name}") for name in shown),
        rows=tuple(
            tuple(_cell(words, name, row[place]) for name, place in places)
            for row in rows[:MOST_SHOWN]
        ),
        more=words("check.rows_shown", n=MOST_SHOWN) if len(rows) > MOST_SHOWN else None,
        nothing=words("check.nothing_changed") if changed and not rows else None,
    )


def _cell(words: Words, name: str, text: str) -> str:
    return _verdict(words, text) if name in _VERDICTS and text else text


def _verdict(words: Words, name: str) -> str:
    return words.known("verdict", name) or name
