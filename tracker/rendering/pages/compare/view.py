"""What does the template of the comparison print?"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.rendering.page import Chip, Quotation
from tracker.rendering.pages.parts.knowledge import KnowledgeView
from tracker.rendering.pages.parts.word_diff import Run
from tracker.rendering.pages.timeline.view import FieldView, LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class CulpritView:
    """Effects of one act behind differences; ``anchor`` is where lines point to them.

    ``short`` is the act with what it does, and in how many measures.
    """

    anchor: str
    short: str
    act: str
    href: str
    told: str
    meta: str
    chips: tuple[Chip, ...]
    quotes: tuple[Quotation, ...]
    without: str | None
    withdrawn: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDiff:
    """One part of an answer on both sides."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDiff:
    """One term with the words that were taken out and put in."""

    what: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseView:
    """Why a line differs; ``href`` leads to the effect that caused it, where there is one."""

    chip: Chip
    text: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedView:
    """Measures that differ alike; ``parts`` are their places, each with its address."""

    parts: tuple[LinkView, ...]
    says: str
    rows: tuple[PartDiff, ...]
    terms: tuple[TermDiff, ...]
    causes: tuple[CauseView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDiff:
    """An instrument with what differs in it."""

    heading: str
    href: str
    turned: tuple[TurnedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """All that the template of the comparison prints; ``kept`` are fields carried on unseen.

    ``foremost`` are the causes behind most differences.
    """

    heading: str
    lead: str
    modes_label: str
    modes: tuple[LinkView, ...]
    about: str
    fields: tuple[FieldView, ...]
    kept: Mapping[str, str]
    go: str
    links: tuple[LinkView, ...]
    knowledge: KnowledgeView
    summary: str | None
    counts: tuple[Chip, ...]
    nothing: tuple[str, ...]
    causes_heading: str
    foremost: tuple[CulpritView, ...]
    more: str
    culprits: tuple[CulpritView, ...]
    differences_heading: str
    heads: tuple[str, str, str]
    acts: tuple[ActDiff, ...]
    because: str
    terms_heading: str
    terms_lead: str | None
    added: str
    removed: str
    pages: str | None
    page_links: tuple[LinkView, ...]
