"""What does a template of a digest receive?

One `DigestPage`. HTML and text are made from the same page, so that every fact of one is in the
other. All strings are ready to print, in the page's language.
"""

from dataclasses import dataclass

from tracker.digests.digest import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A short label; ``tone`` (new, good, wait, stop, doubt, plain) gives only its colour."""

    tone: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A source: ``url`` is ``None`` where it is no web address; ``text`` is its host or words."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A labelled fact; more than one line makes a list."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A sentence of a source."""

    text: str
    source: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of as many cells as there are heads; a cell is one or more lines.

    ``labelled`` tells that a cell would mislead without its head beside it.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    labelled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a digest.

    ``heading`` is the act (``None`` for a line that follows one of the same act), ``other_name``
    its number and title in the other language, ``meta`` who issued it where and when. ``sentence``
    says what happened; ``compact`` marks a line whose details stand elsewhere; ``links_more``
    counts the sources that are left out. ``href`` leads to a page on the act, where there is one.
    """

    heading: str | None
    sentence: str
    chips: tuple[Chip, ...] = ()
    other_name: str | None = None
    meta: str | None = None
    table: Table | None = None
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    links: tuple[Link, ...] = ()
    links_label: str = ""
    links_more: str | None = None
    why: str | None = None
    compact: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section that holds something; ``key`` is its anchor, ``alert`` asks for attention."""

    key: str
    heading: str
    lead: str | None
    entries: tuple[Entry, ...]
    alert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryItem:
    """One part of the line at the top; ``anchor`` is the section that it leads to."""

    anchor: str
    text: str
    alert: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A piece of a bar: ``x`` and ``width`` in percent, ``look`` names its fill."""

    x: str
    width: str
    look: str
    scheduled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One bar of the picture: whom it is about, what it shows in words, its pieces."""

    label: str
    words: str
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A month on the axis: ``x`` in percent, ``text`` to print there (may be empty)."""

    x: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    """What a fill means."""

    look: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The timelines: ``today`` is where the line stands, in percent."""

    title: str
    about: str
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    today: str
    today_text: str
    legend: tuple[LegendItem, ...]
    left_out: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """What was checked: a warning where days were not read, a table, and further sentences."""

    heading: str
    as_of: str
    warning: str | None
    table: Table | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPage:
    """All that a digest template prints, in the order in which it is read.

    ``about`` says for whom and for which days it is, where it belongs to a subscription. ``digest``
    is the digest itself, for templates of one's own.
    """

    language: str
    title: str
    heading: str
    basis: str
    summary: tuple[SummaryItem, ...]
    quiet: tuple[str, ...]
    history: str | None
    sections: tuple[Section, ...]
    nothing: str | None
    picture: PictureView | None
    coverage: CoverageView
    why_label: str
    head: str
    check: str
    notes: tuple[str, ...]
    disclaimer: str
    digest: Digest
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSection(Section):
    """A section of a mail, its entries rendered already by ``digest/mail-entry.html.j2`` or
    ``digest/entry.txt.j2``.

    ``pieces`` is where they go, ``left_out`` tells how many are left out for length.
    """

    pieces: str
    left_out: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWords:
    """What a mail says beside the digest itself.

    ``preview`` is what a list of mails shows beside the subject. ``note`` and ``unsubscribe`` are
    marks, in whose place each reader's own note and address are put; ``unsubscribe_label`` is
    ``None`` for a mail that belongs to no subscription.
    """

    preview: str
    note: str
    unsubscribe: str
    unsubscribe_label: str | None
    why: str | None
    rest: str | None
    columns: tuple[str, str]
