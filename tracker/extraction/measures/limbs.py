"""How is one limb of an act built: its terms, its life, its evidence?"""

from collections.abc import Iterable

from tracker.extraction.act import Act
from tracker.extraction.days.annex_parts import annexes_of
from tracker.extraction.days.times import Life
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.left_out import left_out, withheld, without
from tracker.extraction.scope.parties import Party
from tracker.extraction.scope.places import points_to_list
from tracker.extraction.scope.quota_amounts import quota_amounts
from tracker.extraction.scope.recalled import recalled
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import (
    Terms,
    circumstances,
    exemptions,
    freed,
    goods,
    listed,
    named_terms,
    picked,
    scheduled_destinations,
    theme,
)
from tracker.extraction.scope.turned_limits import let_out

_WITHOUT_GOODS = frozenset({"notice_duty", "liability"})
"""Duties that reach further than to the goods that an annex lists."""
FREES = frozenset({"exemption", "general_licence"})
"""Limbs that say themselves what is free: their goods and limits are those of the exemption."""
_ABOUT_GOODS = frozenset({"licence", "quota", "registration", "general_licence", "reporting"})


def limb(
    act: Act,
    part: str,
    *,
    requirement: tuple[str, int, int] | None,
    life: Life | None,
    spans: tuple[Span, ...],
    words: tuple[Span, ...],
    heads: tuple[Span, ...] = (),
    annexes: tuple[Span, ...] = (),
    parties: bool = False,
    named: tuple[Party, ...] = (),
    usable: tuple[tuple[str, Span], ...] = (),
) -> ExtractedMeasure:
    """Build one limb: ``spans`` hold its goods, ``words`` what it says of circumstances.

    Without a ``requirement`` only its life is told. ``named`` are the parties where they were
    read before; else ``parties`` asks for those that the act lists. ``usable`` are exceptions to
    the requirement that the act names.
    """
    flow = act.flow
    spans, words, heads = (_said(flow, told) for told in (spans, words, heads))
    terms = Terms()
    if requirement is not None:
        terms.put(flow, "requirement", *requirement)
        annexes = annexes if requirement[0] not in _WITHOUT_GOODS else ()
        permits = act.family == "licence"
        frees = requirement[0] in FREES or (flow.language == "zh" and act.family == "order")
        told = (*spans, *annexes) if flow.language == "zh" else spans
        outside = (
            () if permits or frees else tuple(one for span in told for one in left_out(flow, span))
        )
        for span in spans if act.family == "order" and frees else ():
            for one in left_out(flow, span):
                exemptions(flow, one, terms)
        kept_back = tuple(one for span in told for one in withheld(flow, span)) if permits else ()
        holes = (*outside, *kept_back)
        meant = (piece for span in told for piece in without(span, _in(span, holes)))
        lets = (
            () if permits or frees else tuple(one for span in told for one in let_out(flow, span))
        )
        goods(
            flow, (*meant, *(annexes if told is spans else ())), terms, permits=permits,
            unbound=tuple(one.span for one in lets),
        )  # fmt: skip
        for limit in (limit for one in lets for limit in one.limits):
            terms.extend(flow, "thresholds", (limit.as_terms(),), limit.start, limit.end)
        for one in (*spans, *annexes) if requirement[0] == "quota" else ():
            for amount in quota_amounts(flow, one):
                terms.extend(flow, "thresholds", (amount.as_terms(),), amount.start, amount.end)
        for one in outside:
            exemptions(flow, one, terms)
        titles = act.titles if requirement[0] in _ABOUT_GOODS else ()
        theme(flow, terms, (*spans, *annexes), (*heads, *titles))
    for word in words:
        circumstances(flow, word, terms, home=act.home)
        exemptions(flow, word, terms)
    if requirement is not None and requirement[0] == "exemption":
        for word in words:
            freed(flow, word, terms, at=requirement[1], end=requirement[2])
    for name, where in usable:
        terms.extend(flow, "exemptions", (name,), where.start, where.end)
    for party in named:
        terms.extend(flow, "parties", (party.name,), party.start, party.end)
    if named:
        terms.data["parties_count"] = len(named)
        _list_of(act, words, terms)
    elif parties:
        every = act.layout.annexes
        meant_here = annexes_of(flow, words[0], every) if words else every
        listed(flow, act.body, meant_here, terms)
        if len(meant_here) < len(every) and "parties" in terms.data:
            terms.data["parties_count"] = len(terms.data["parties"])
        picked(flow, words, terms)
        _list_of(act, words, terms)
    if any(points_to_list(flow, word) for word in words):
        scheduled_destinations(flow, (*words, *act.layout.annexes, act.body), terms)
    life = life if life is not None and not _ends_first(life) else Life()
    return ExtractedMeasure(
        id=f"{act.id}#{part}",
        from_=life.from_,
        through=life.through,
        basis=life.basis,
        boundary=life.boundary,
        at=life.start.at if life.start else None,
        terms=terms.data,
        evidence=(*act.dated(life), *terms.evidence),
    )


def _said(flow: Flow, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return stretches without the sentences in them that only recall."""
    return tuple(piece for span in spans for piece in without(span, tuple(recalled(flow, span))))


def _list_of(act: Act, words: tuple[Span, ...], terms: Terms) -> None:
    """Read the list of a limb from its own words, else from the act."""
    for span in (*words, act.body):
        if "list" not in terms.data:
            named_terms(act.flow, span, terms, keys=("list",))


def catch_all(act: Act, caught: Span) -> ExtractedMeasure:
    """Build the limb of an unnumbered paragraph that catches what no point lists."""
    return limb(
        act, "catch-all", requirement=requirement_of(act.flow, caught),
        life=act.commencement.of("catch-all"), spans=(), words=(caught,),
    )  # fmt: skip


def _in(span: Span, parts: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(part for part in parts if span.start <= part.start < span.end)


def _ends_first(life: Life) -> bool:
    """Tell whether a life ends before it starts: then its days are of different things."""
    if life.from_ is None or life.through is None:
        return False
    return life.through < life.from_
