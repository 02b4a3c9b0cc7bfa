"""What does the template of the timeline print?"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.rendering.page import Quotation
from tracker.rendering.pages.bars.drawn import Axis, BarView, Key
from tracker.rendering.pages.parts.knowledge import KnowledgeView


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link; ``current`` marks what is shown, ``href`` is ``None`` where it leads nowhere."""

    text: str
    href: str | None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """The bar of one measure; ``mark`` tells that the step moved it."""

    label: str
    about: str
    href: str
    status: str
    mark: str | None
    bar: BarView


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """An instrument with one bar for all, and its measures; ``parts`` is empty for a single one.

    ``more`` counts the courses that the bar has no room for.
    """

    id: str
    label: str
    about: str
    href: str
    link: str
    status: str
    count: str
    mark: str | None
    bar: BarView
    parts: tuple[PartRow, ...]
    more: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The instruments of one jurisdiction."""

    heading: str
    rows: tuple[ActRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedView:
    """What one act did on the day of the step."""

    act: str
    href: str
    told: str
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """The state of knowledge: the steps before and after, and what the last one moved.

    ``options`` are the days of the slider, each with its value; ``kept`` are the fields that its
    form carries on unseen.
    """

    heading: str
    lead: str
    previous: LinkView
    following: LinkView
    now: LinkView | None
    options: tuple[tuple[str, str, bool], ...]
    kept: Mapping[str, str]
    label: str
    go: str
    told: str
    position: str
    moved: str
    deeds: tuple[DeedView, ...]
    left: str | None
    compare: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field of the form; ``options`` make it a choice."""

    name: str
    label: str
    value: str
    kind: str = "text"
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """What is shown, as a form; ``kept`` are the fields that it carries on unseen.

    ``narrowed`` says by what the bars are narrowed now.
    """

    heading: str
    narrowed: str
    fields: tuple[FieldView, ...]
    kept: Mapping[str, str]
    apply: str
    clear: LinkView
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A run of days of one measure, as a row of the table."""

    act: str
    part: str
    href: str
    cells: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTable:
    """The bars as a table."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[RunRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """All that the template of the timeline prints; ``table`` stands in place of the chart."""

    heading: str
    lead: str
    knowledge: KnowledgeView
    step: StepView
    form: FormView
    zoom_label: str
    zooms: tuple[LinkView, ...]
    pans: tuple[LinkView, LinkView]
    views_label: str
    views: tuple[LinkView, ...]
    chart: str
    axis: Axis
    legend_label: str
    legend: tuple[Key, ...]
    groups: tuple[GroupView, ...]
    table: RunTable | None
    empty: str | None
    notes: tuple[str, ...]
    outside: str | None
    outside_link: LinkView
    pages: str | None
    page_links: tuple[LinkView, ...]
    expand: str
    collapse: str
