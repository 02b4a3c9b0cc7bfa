"""How does the check of a product look: the form as it was filled in, the verdict, the rules?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.application.products.product_tables import causes
from tracker.application.products.screen import Changed, Result
from tracker.domain.questions import Certainty, Clocks
from tracker.domain.rulebook import Names
from tracker.projection.screening.saying import caution
from tracker.projection.screening.verdict import Finding, Verdict
from tracker.projection.screening.weighing import Compared
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import neutral
from tracker.rendering.page import Chip, Fact
from tracker.rendering.pages.check.form import ChoiceView, FormView, asked_in, form_view
from tracker.rendering.pages.check.sentences import fact_told, headline_told, says_told
from tracker.rendering.pages.check.table import ListView
from tracker.rendering.pages.parts.clocks import ClocksView, clocks_view, question_words
from tracker.rendering.pages.parts.standing import (
    FreshnessView,
    PendingView,
    certainty_chip,
    days_words,
    freshness_view,
    pending_view,
    status_chip,
)
from tracker.rendering.words import Words
from tracker.wire import reason_json

VERDICT_TONES: Mapping[Verdict, str] = {
    Verdict.FORBIDDEN: "stop",
    Verdict.PRESUMPTION_OF_DENIAL: "stop",
    Verdict.CASE_BY_CASE: "stop",
    Verdict.LICENCE: "stop",
    Verdict.CAUGHT_LATER: "new",
    Verdict.CAUGHT_IF_SUSPENSION_ENDS: "wait",
    Verdict.CANNOT_SAY: "doubt",
    Verdict.EXEMPT: "new",
    Verdict.OTHER_DUTY: "wait",
    Verdict.NOT_CAUGHT: "plain",
    Verdict.NOT_TRACKED: "plain",
}
_MOST_CAUSES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """One comparison: what was given, the operator and what the rule asks, and the outcome."""

    fact: str
    given: str
    asked: str
    outcome: Chip
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A sentence with the announcement in which it stands."""

    text: str
    source: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """What one rule says of the product."""

    href: str
    measure: str
    title: str
    verdict: Chip
    status: Chip
    certainty: Chip | None
    days: str
    says: str
    compared: tuple[ComparisonView, ...]
    lines: tuple[tuple[str, str], ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """A verdict with its day; `unverified` leads before all else where it is set."""

    heading: str
    part: str
    day: str
    verdict: Chip
    certainty: Chip | None
    unverified: tuple[str, str] | None
    says: str
    missing: tuple[str, ...]
    untracked: str
    freshness: FreshnessView
    pending: PendingView | None
    ban: FindingView | None
    rules: tuple[FindingView, ...]
    undecided_heading: str
    undecided: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What two days say of one product, and what changed between them."""

    told: str
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPageView:
    """All that ``web/check.html.j2`` prints; ``words`` are its labels by key."""

    heading: str
    lead: str
    action: str
    clocks: ClocksView
    form: FormView
    fault: str | None
    asked: tuple[Fact, ...]
    results: tuple[ResultView, ...]
    change: ChangeView | None
    listed: ListView | None
    words: Mapping[str, str]
    words_sources: str


_LABELS = (
    "one", "goods", "journey", "contents", "contents_hint", "clocks", "versus", "versus_hint",
    "versus_announced_by",
    "ask", "ask_evidence", "list", "list_lead", "kept", "file", "map", "map_hint", "show",
    "take_csv", "take_xlsx", "missing", "asked_about", "ban", "untracked", "deciding",
    "compared", "fact", "given", "asked", "outcome", "quotes", "no_quote", "fault", "share",
    "symbol", "element_origin",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of what was asked: one verdict, two with what changed, a list, or a fault."""

    results: tuple[Result, ...] = ()
    changed: Changed | None = None
    listed: ListView | None = None
    fault: str | None = None


def check_view(
    words: Words,
    filled: Mapping[str, Sequence[str]],
    outcome: Outcome,
    *,
    clocks: Clocks,
    addresses: Addresses,
    requirements: Mapping[str, Names],
    kept: Sequence[ChoiceView] = (),
) -> CheckPageView:
    """Return what the page prints; ``filled`` are the fields of the form as they came."""
    both = len(outcome.results) > 1
    headings = ("result_before", "result_after") if both else ("result",)
    return CheckPageView(
        heading=words("check.title"),
        lead=words("check.lead"),
        action=f"/check?lang={words.language}#result",
        clocks=clocks_view(words, clocks, addresses),
        form=form_view(words, filled, kept=kept),
        fault=words.said(outcome.fault) if outcome.fault else None,
        asked=tuple(
            Fact(label=label, lines=(neutral(text),))
            for label, text in (asked_in(words, filled) if outcome.results else ())
        ),
        results=tuple(
            result_view(words, result, addresses, requirements, heading=words(f"check.{heading}"))
            for heading, result in zip(headings, outcome.results, strict=False)
        ),
        change=_change(words, outcome) if both else None,
        listed=outcome.listed,
        words={key: words(f"check.{key}") for key in _LABELS},
        words_sources=words("standing.sources"),
    )


def result_view(
    words: Words,
    result: Result,
    addresses: Addresses,
    requirements: Mapping[str, Names],
    *,
    heading: str,
) -> ResultView:
    """Return a verdict, the rules that lead to it first."""
    checked = result.checked
    views = [
        (item, _finding(words, item, result, addresses, requirements)) for item in checked.findings
    ]
    undecided = tuple(view for item, view in views if item.verdict is Verdict.CANNOT_SAY)
    leads = checked.verdict is Verdict.CANNOT_SAY
    rules = tuple(view for item, view in views if item.verdict is not Verdict.CANNOT_SAY)
    if leads and undecided:  # the doubt that leads is not folded away
        rules, undecided = (undecided[0], *rules), undecided[1:]
    ban = next((view for item, view in views[1:] if item.may_be_forbidden), None)
    if ban in undecided:  # nor is a ban that nobody can rule out
        rules = (*rules[:1], ban, *rules[1:])
        undecided = tuple(view for view in undecided if view is not ban)
    return ResultView(
        heading=heading,
        part=result.product.part or "",
        day=question_words(words, _at(result)),
        verdict=verdict_chip(words, checked.verdict),
        certainty=certainty_chip(words, checked.certainty),
        unverified=_unverified(words, result),
        says=headline_told(words, checked, requirements),
        missing=tuple(fact_told(words, fact) for fact in checked.missing),
        untracked=words.listed(checked.not_tracked),
        freshness=freshness_view(words, result.freshness),
        pending=pending_view(words, result.pending_review, addresses),
        ban=ban if checked.verdict is not Verdict.FORBIDDEN else None,
        rules=rules,
        undecided_heading=words.count("check.undecided", len(undecided)),
        undecided=undecided,
    )


def verdict_chip(words: Words, verdict: Verdict) -> Chip:
    """Return the chip of a verdict."""
    return Chip(tone=VERDICT_TONES[verdict], text=words(f"verdict.{verdict}"))


def _at(result: Result) -> Clocks:
    clocks = result.clocks
    return Clocks(
        now=clocks.now,
        on=result.on,
        announced_by=clocks.announced_by,
        recorded_by=clocks.recorded_by,
    )


def _unverified(words: Words, result: Result) -> tuple[str, str] | None:
    lead = result.checked.findings[0] if result.checked.findings else None
    if lead is None or caution(lead) is not Certainty.UNVERIFIED:
        return None
    return words("check.as_if"), words("check.as_if_why")


def _change(words: Words, outcome: Outcome) -> ChangeView:
    if outcome.changed is None:
        return ChangeView(told=words("check.same"), causes=())
    return ChangeView(
        told=words("check.changed"), causes=causes(outcome.changed.causes)[:_MOST_CAUSES]
    )


def _finding(
    words: Words,
    item: Finding,
    result: Result,
    addresses: Addresses,
    requirements: Mapping[str, Names],
) -> FindingView:
    answer = item.rule.answer
    return FindingView(
        href=addresses.measure(answer.measure),
        measure=answer.measure,
        title=words.said(answer.title or ""),
        verdict=verdict_chip(words, item.verdict),
        status=status_chip(words, item.status),
        certainty=certainty_chip(words, item.certainty),
        days=days_words(words, answer),
        says=says_told(words, item, requirements),
        compared=tuple(_comparison(words, one) for one in item.compared),
        lines=tuple(_lines(words, item)),
        quotes=tuple(_quotes(item, result, addresses)),
    )


_OUTCOMES = {True: ("good", "met"), False: ("plain", "unmet"), None: ("doubt", "open")}


def _comparison(words: Words, one: Compared) -> ComparisonView:
    tone, key = _OUTCOMES[one.met]
    return ComparisonView(
        fact=fact_told(words, one.fact),
        given=words.said(one.given) if one.given is not None else words("check.unsaid"),
        asked=words.said(f"{one.operator} {one.asked}"),
        outcome=Chip(tone=tone, text=words(f"check.{key}")),
        note=words.said(one.note or ""),
    )


def _lines(words: Words, item: Finding) -> Iterator[tuple[str, str]]:
    if item.missing:
        yield words("check.lacking"), words.listed(fact_told(words, fact) for fact in item.missing)
    if item.doubts:
        yield words("check.doubts"), words.listed(map(words.said, item.doubts))
    if item.exempted_by:
        yield "", words("check.exempted", by=item.exempted_by)
    for branch in item.rule.answer.branches:
        status = words(f"status.{branch.status}")
        yield "", words("check.branch", when=branch.when, status=status)


def _quotes(item: Finding, result: Result, addresses: Addresses) -> Iterator[QuoteView]:
    answer = item.rule.answer
    republish = result.standings[answer.measure].republish
    seen = set[str]()
    for line in _evidence(answer.because, republish):
        text, source = line.get("quote"), line.get("announcement")
        if not text or text in seen:
            continue
        seen.add(text)
        yield QuoteView(
            text=text,
            source=source or line.get("url") or "",
            href=addresses.announcement(source) if source else None,
        )


def _evidence(
    reasons: Iterable[object], republish: Mapping[str, object]
) -> Iterator[dict[str, str]]:
    for reason in reasons:
        yield from reason_json(reason, republish)["evidence"]  # type: ignore[arg-type]
