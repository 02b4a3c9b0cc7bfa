"""What do people see of their own lists of products?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from tracker.application.people.accounts import Person
from tracker.application.products.belongings import ListLine, owner_of
from tracker.application.products.touched import PARTS_MOST, Touch
from tracker.rendering.neutral import laid, neutral, short
from tracker.rendering.pages.check.form import ChoiceView
from tracker.rendering.pages.check.table import ListView
from tracker.rendering.words import Words

PARTS_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A kept list in a line."""

    owner: str
    name: str
    whose: str
    parts: str
    meta: str
    long: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsView:
    """What ``web/lists.html.j2`` prints; ``checked`` is the list that was just checked."""

    heading: str
    lead: str
    told: str | None
    fault: str | None
    rows: tuple[ListRow, ...]
    team: str | None
    name: str
    mapping: str
    checked: ListView | None
    checked_name: str
    labels: Mapping[str, str]


_LABELS = (
    "none", "check", "csv", "xlsx", "erase", "keep", "keep_lead", "name", "file", "mapping",
    "mapping_hint", "share", "keep_it", "on",
)  # fmt: skip


def lists_view(
    words: Words,
    person: Person,
    lines: Iterable[ListLine],
    *,
    told: str | None = None,
    fault: str | None = None,
    name: str = "",
    mapping: str = "",
    checked: ListView | None = None,
    checked_name: str = "",
) -> ListsView:
    """Return the page of a person's lists, with what was typed or checked."""
    return ListsView(
        heading=words("lists.heading"),
        lead=words("lists.lead"),
        told=told,
        fault=fault,
        rows=tuple(_row(words, person, line) for line in lines),
        team=words("lists.with_team", team=neutral(person.team)) if person.team else None,
        name=name,
        mapping=laid(mapping),
        checked=checked,
        checked_name=neutral(checked_name),
        labels={key: words(f"lists.{key}") for key in _LABELS},
    )


def _row(words: Words, person: Person, line: ListLine) -> ListRow:
    mine = line.owner == owner_of(person.account)
    whose = words("lists.yours" if mine else "lists.of_team")
    parts = words.count("lists.parts", line.parts)
    kept = words("lists.kept", by=neutral(line.kept_by), when=words.day(line.kept_at.date()))
    return ListRow(
        owner=line.owner,
        name=line.name,
        whose=whose,
        parts=parts,
        meta=" · ".join((whose, parts, kept)),
        long=words("lists.long", n=PARTS_MOST) if line.parts > PARTS_MOST else None,
    )


def kept_choices(
    words: Words, person: Person, lines: Iterable[ListLine], *, chosen: str
) -> Iterator[ChoiceView]:
    """Yield the choices of whose list is checked: none of these first, then each kept one."""
    named = [(choice_of(line.owner, line.name), line) for line in lines]
    if named:
        yield ChoiceView(value="", text=words("check.kept_none"), chosen=not chosen)
    for value, line in named:
        row = _row(words, person, line)
        text = words("check.kept_one", name=short(row.name), whose=row.whose, parts=row.parts)
        yield ChoiceView(value=value, text=text, chosen=value == chosen)


def choice_of(owner: str, name: str) -> str:
    """Return what stands for a kept list in a form; see `list_chosen`."""
    return f"{quote(owner, safe='')}/{name}"


def list_chosen(choice: str) -> tuple[str, str]:
    """Return the owner and the name that a choice stands for."""
    owner, _, name = choice.partition("/")
    return unquote(owner), name


def touches_told(words: Words, found: Iterable[Touch]) -> tuple[str, ...]:
    """Say which of a person's parts are touched, a line a list."""
    return tuple(_touch(words, one) for one in found)


def _touch(words: Words, one: Touch) -> str:
    shown = words.listed(short(part, longest=80) for part in one.parts[:PARTS_SHOWN])
    more = len(one.parts) - PARTS_SHOWN
    parts = shown if more <= 0 else f"{shown} {words('count.more', n=more)}"
    return words("lists.touches", parts=parts, name=neutral(one.list_name))
