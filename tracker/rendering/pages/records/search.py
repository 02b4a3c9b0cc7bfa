"""How are the findings of a search shown?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tracker.application.answers.searching import CustomsCode, Found
from tracker.domain.days import parse_when
from tracker.domain.records import Announcement
from tracker.rendering import labels
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.page import Chip
from tracker.rendering.pages.parts.standing import (
    PendingView,
    certainty_chip,
    days_words,
    pending_view,
    status_chip,
)
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found."""

    href: str
    text: str
    meta: str
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HitsView:
    """The findings of one kind."""

    key: str
    heading: str
    hits: tuple[Hit, ...]
    more: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsView:
    """What is known of a customs code, and where a product that bears it is compared."""

    told: str
    href: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPageView:
    """All that ``web/search.html.j2`` prints; ``told`` says what was found, or how to ask.

    ``pending`` is what waits that could change the rules that were found.
    """

    heading: str
    text: str
    told: str
    pending: PendingView | None
    customs: CustomsView | None
    kinds: tuple[HitsView, ...]
    examples: tuple[tuple[str, str], ...]
    words: Mapping[str, str]


EXAMPLES = ("稀土", "第61号", "dysprosium", "1C902", "8505.11", "cn/mofcom/2025/61#i-1")


def search_view(words: Words, found: Found, addresses: Addresses) -> SearchPageView:
    """Return what the page of a search prints."""
    count = found.instruments_count + found.measures_count + found.announcements_count
    text = short(found.text, longest=200)
    if not text:
        told = words("search.ask")
    elif count:
        told = words.count("search.found", count, text=text)
    else:
        told = words("search.nothing", text=text)
    kinds = (
        _kind(words, "instruments", _instruments(words, found, addresses), found.instruments_count),
        _kind(words, "measures", _measures(words, found, addresses), found.measures_count),
        _kind(
            words, "announcements", _announcements(words, found, addresses),
            found.announcements_count,
        ),
    )  # fmt: skip
    return SearchPageView(
        heading=words("search.title"),
        text=text,
        told=told,
        pending=_pending(words, found, addresses),
        customs=_customs(words, found.customs, addresses),
        kinds=tuple(kind for kind in kinds if kind.hits),
        examples=() if count else tuple((one, addresses.search(one)) for one in EXAMPLES),
        words={key: words(f"search.{key}") for key in ("try", "coverage")},
    )


def _pending(words: Words, found: Found, addresses: Addresses) -> PendingView | None:
    """Say what waits, without links: the first link of the page is the first finding."""
    waits = dict.fromkeys(one for _, row in found.measures for one in row.standing.pending_review)
    view = pending_view(words, waits, addresses)
    return view and replace(view, lines=tuple((told, None) for told, _ in view.lines))


def _customs(words: Words, asked: CustomsCode | None, addresses: Addresses) -> CustomsView | None:
    if asked is None:
        return None
    return CustomsView(
        told=words("search.customs", code=asked.code, n=asked.naming, others=asked.others),
        href=addresses.to("/check", hs=asked.code),
        text=words("search.customs_check", code=asked.code),
    )


def _kind(words: Words, key: str, hits: tuple[Hit, ...], count: int) -> HitsView:
    left = count - len(hits)
    return HitsView(
        key=key,
        heading=words.count(f"search.{key}", count),
        hits=hits,
        more=words("search.more", n=left) if left > 0 else None,
    )


def _instruments(words: Words, found: Found, addresses: Addresses) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            href=addresses.instrument(act.id),
            text=labels.heading(words, act),
            meta=" · ".join(
                part
                for part in (labels.other_name(words, act), labels.meta(words, act, None))
                if part
            ),
        )
        for act in found.instruments
    )


def _measures(words: Words, found: Found, addresses: Addresses) -> tuple[Hit, ...]:
    hits = []
    for act, row in found.measures:
        answer = row.standing.answer
        chips = (status_chip(words, answer.status), certainty_chip(words, answer.certainty))
        name = short(words.said(row.measure.summary or row.measure.title or row.measure.id))
        place = f"{labels.number(words, act)}, {words.said(labels.provision(row.measure))}"
        hits.append(
            Hit(
                href=addresses.measure(row.measure.id),
                text=f"{place}: {name}",
                meta=days_words(words, answer),
                chips=tuple(chip for chip in chips if chip),
            )
        )
    return tuple(hits)


def _announcements(words: Words, found: Found, addresses: Addresses) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            href=addresses.announcement(one.id or ""),
            text=short(one.title) if one.title else words("report.untitled"),
            meta=" · ".join(_announced(words, one)),
        )
        for one in found.announcements
    )


def _announced(words: Words, one: Announcement) -> Iterator[str]:
    yield short(one.source)
    if one.published_at:
        yield words("report.published", day=words.when(parse_when(one.published_at)))
