"""How does the page of the rules of a day look?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.application.answers.listing import RulePage
from tracker.application.answers.query import Filter
from tracker.domain.questions import Certainty, Status
from tracker.rendering.addresses import Addresses
from tracker.rendering.pages.parts.clocks import ClocksView, clocks_view
from tracker.rendering.pages.parts.pager import PagerView, pager_view
from tracker.rendering.pages.parts.standing import (
    FreshnessView,
    GroupView,
    PendingView,
    freshness_view,
    group_view,
    pending_view,
)
from tracker.rendering.words import Words

ASKED_STATUSES = tuple(status for status in Status if status is not Status.UNKNOWN)
SHAPES = ("csv", "xlsx", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that a filter may have."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """The filters as they stand now; ``used`` where one of them narrows."""

    used: bool
    text: str
    item: str
    instrument: str
    places: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    certainties: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPageView:
    """All that ``web/rules.html.j2`` prints; ``words`` are its labels by key."""

    heading: str
    clocks: ClocksView
    filters: FilterView
    count: str
    freshness: FreshnessView
    pending: PendingView | None
    heads: tuple[str, ...]
    groups: tuple[GroupView, ...]
    unverified_heading: str | None
    unverified_lead: str
    unverified: tuple[GroupView, ...]
    nothing: str | None
    pager: PagerView | None
    exports: tuple[tuple[str, str], ...]
    reset: str
    words: Mapping[str, str]
    words_sources: str


_LABELS = (
    "ask", "reset", "text", "text_hint", "item", "item_hint", "place", "everywhere", "status",
    "certainty", "export", "filters", "clocks", "before", "after",
)  # fmt: skip


def rules_view(words: Words, page: RulePage, wanted: Filter, addresses: Addresses) -> RulesPageView:
    """Return what the page of the rules of a day prints."""
    asked = query_of(wanted)
    return RulesPageView(
        heading=words("rules.title"),
        clocks=clocks_view(words, page.clocks, addresses),
        filters=_filters(words, page, wanted),
        count=_count(words, page, wanted),
        freshness=freshness_view(words, page.freshness),
        pending=pending_view(words, page.pending_review, addresses),
        heads=tuple(words(f"rules.head_{key}") for key in ("part", "stands", "demands", "scope")),
        groups=tuple(group_view(words, group, addresses) for group in page.groups),
        unverified_heading=(
            words.count("rules.unverified", page.unverified) if page.unverified else None
        ),
        unverified_lead=words("today.unverified_lead"),
        unverified=tuple(group_view(words, group, addresses) for group in page.unverified_groups),
        nothing=_nothing(words, page),
        pager=pager_view(
            words,
            page.number,
            page.pages,
            lambda number: addresses.rules(**asked, page=number),
        ),
        exports=(
            *((shape.upper(), addresses.to(f"/rules.{shape}", **asked)) for shape in SHAPES),
            (words("rules.evidence"), addresses.rules(**asked, evidence="1")),
        ),
        reset="/rules",
        words={key: words(f"rules.{key}") for key in _LABELS},
        words_sources=words("standing.sources"),
    )


def query_of(wanted: Filter) -> dict[str, str | Sequence[str] | None]:
    """Return a filter as the parameters of an address, without what holds unsaid."""
    default = Filter()
    return {
        "text": wanted.text,
        "item": wanted.item,
        "jurisdiction": wanted.jurisdiction,
        "instrument": wanted.instruments,
        "status": () if wanted.statuses == default.statuses else tuple(wanted.statuses),
        "certainty": tuple(wanted.certainties),
    }


def _filters(words: Words, page: RulePage, wanted: Filter) -> FilterView:
    return FilterView(
        used=wanted != Filter(),
        text=wanted.text or "",
        item=wanted.item or "",
        instrument=wanted.instruments[0] if wanted.instruments else "",
        places=tuple(
            Choice(
                value=place.key,
                text=words.named(place),
                chosen=place.key == wanted.jurisdiction,
            )
            for place in page.places
        ),
        statuses=tuple(
            Choice(value=status, text=words(f"status.{status}"), chosen=status in wanted.statuses)
            for status in ASKED_STATUSES
        ),
        certainties=tuple(_certainties(words, wanted)),
    )


def _certainties(words: Words, wanted: Filter) -> Iterator[Choice]:
    yield Choice(value="", text=words("rules.but_reported"), chosen=not wanted.certainties)
    for certainty in Certainty:
        yield Choice(
            value=certainty,
            text=words(f"certainty.{certainty}"),
            chosen=wanted.certainties == (certainty,),
        )


def _count(words: Words, page: RulePage, wanted: Filter) -> str:
    statuses = words.listed(words(f"status.{status}") for status in wanted.statuses)
    return words.count("rules.count", page.counted, statuses=statuses)


def _nothing(words: Words, page: RulePage) -> str | None:
    if page.counted or page.unverified:
        return None
    if page.freshness.state == "not_tracked":
        return words("rules.not_tracked")
    return words("rules.nothing")
