"""How is one limb of an act built: its terms, its life, its evidence?"""

from tracker.extraction.act import Act
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.flow import Span
from tracker.extraction.terms import (
    Terms,
    circumstances,
    exemptions,
    goods,
    listed,
    named_terms,
    scheduled_destinations,
    theme,
)
from tracker.extraction.times import Life

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
) -> ExtractedMeasure:
    """Build one limb: ``spans`` hold its goods, ``words`` what it says of circumstances.

    Without a ``requirement`` only its life is told.
    """
    flow = act.flow
    terms = Terms()
    if requirement is not None:
        terms.put(flow, "requirement", *requirement)
        goods(flow, (*spans, *annexes), terms, permits=act.family == "licence")
        titles = act.titles if requirement[0] in _ABOUT_GOODS else ()
        theme(flow, terms, (*spans, *annexes), (*heads, *titles))
    for word in words:
        circumstances(flow, word, terms, home=act.home)
        exemptions(flow, word, terms)
    if parties:
        listed(flow, act.body, act.layout.annexes, terms)
        named_terms(flow, act.body, terms, keys=("list",))
    if act.family == "licence":
        scheduled_destinations(flow, act.layout.annexes, terms)
    life = life or Life()
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
