"""Which limbs does a rule of the Federal Register bring: the whole, and what starts later?"""

import re
from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.codes import control_codes
from tracker.extraction.entity_lists import ENTITIES, added_entities
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.flow import Span
from tracker.extraction.limbs import limb
from tracker.extraction.points import Point, instructions
from tracker.extraction.register_heads import STATED_ACTION
from tracker.extraction.register_parts import RuleParts, rule_parts
from tracker.extraction.requirements import LICENCE_ROWS, requirement_of
from tracker.extraction.times import Life

_PARTY_RULES = frozenset({"prohibition", "presumption_of_denial", "stricter_review", "licence"})
_REVIEWS = frozenset({"presumption_of_denial", "case_by_case", "stricter_review"})
"""How applications are looked at: where goods are put under licence, that is no demand itself."""
_HEAD = 20_000
_MAKES_RULES = re.compile(r"(?i)\brules?\b|\bregulations?\b|\border\b")
_MAKES_NONE = re.compile(
    r"(?i)correct|delay|postpon|withdraw|\bstay|suspen|exten(?:sion|d)|propos|reopen"
)
"""What in the action line of a rule says that it brings no rule of its own."""
_ADDS = re.compile(
    r"\b(?:by\s)?(?:adding|revising|to\sadd|to\srevise)\b[^.;]{0,80}\b(?:ECCNs?|entr(?:y|ies))\b"
)


def rule_limbs(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read a rule: its goods from its instructions where they name any, else from all of it.

    A rule that moves another one brings limbs only where its instructions add entries as well. A
    decision without a day and without instructions brings none that we could tell.
    """
    parts = rule_parts(act.flow, act.body)
    if moved and (parts.law is None or not _ADDS.search(act.flow.flow, *_ends(parts.law))):
        return
    requirement = _demand(act, parts)
    if parts.law is None and life_of_whole(act) is None:
        return
    if requirement is None:
        yield from _other_rule(act)
        return
    numbered = {f"instruction-{one.value}": one for one in _numbered(act, parts)}
    apart = {part: numbered[part].span for part in act.commencement.parts if part in numbered}
    entities = requirement[0] in _PARTY_RULES and _about_entities(act, parts)
    named = added_entities(act.flow, parts) if entities else ()
    yield limb(
        act, "whole", requirement=requirement, life=life_of_whole(act),
        spans=tuple(minus(_of_goods(act, parts), tuple(apart.values()))),
        words=() if parts.summary is None else (parts.summary,),
        parties=entities and parts.law is None, named=named,
    )  # fmt: skip
    for part, span in apart.items():
        own = requirement_of(act.flow, span) or requirement
        yield limb(
            act, part, requirement=(requirement[0], own[1], own[2]),
            life=act.commencement.parts[part], spans=(span,), words=(),
        )  # fmt: skip


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _numbered(act: Act, parts: RuleParts) -> tuple[Point, ...]:
    return instructions(act.flow, parts.law or act.body)


def _of_goods(act: Act, parts: RuleParts) -> Span:
    """Return where a rule names its goods; a preamble names many that are not its own."""
    law = parts.law
    if law is not None and control_codes(act.flow, law):
        return law
    if law is not None and parts.summary is not None:
        return parts.summary
    return act.body


def _demand(act: Act, parts: RuleParts) -> tuple[str, int, int] | None:
    """Return what a rule demands: told in its summary, in its law, or in what it says of them."""
    spans = tuple(span for span in (parts.summary, parts.law, parts.told) if span is not None)
    found = next((one for span in spans if (one := requirement_of(act.flow, span))), None)
    if found is None or found[0] not in _REVIEWS or _about_entities(act, parts):
        return found
    for span in (*spans, act.body):
        for row in LICENCE_ROWS:
            told = row.pattern.search(act.flow.flow, span.start, span.end)
            if told is not None:
                return row.requirement, told.start(), told.end()
    return found


def _about_entities(act: Act, parts: RuleParts) -> bool:
    """Tell whether a rule puts names on a list; a preamble may mention the list all the same."""
    if parts.law is None:
        return ENTITIES.search(act.flow.flow, act.body.start, act.body.end) is not None
    title = act.instrument.title or ""
    where = parts.summary or parts.told
    return ENTITIES.search(title) is not None or (
        ENTITIES.search(act.flow.flow, where.start, where.end) is not None
    )


def _other_rule(act: Act) -> Iterator[ExtractedMeasure]:
    """Read a rule that demands nothing which we know to name: its life is told all the same."""
    stated, life = STATED_ACTION.search(act.flow.flow[:_HEAD]), life_of_whole(act)
    if stated is None or life is None or life.from_ is None:
        return
    if _MAKES_RULES.search(stated["action"]) and not _MAKES_NONE.search(stated["action"]):
        yield limb(act, "whole", requirement=None, life=life, spans=(), words=())


def life_of_whole(act: Act) -> Life | None:
    """Return the life of an act that is read as one limb."""
    return act.commencement.general or act.commencement.rest


def minus(span: Span, holes: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what is left of a stretch without some parts of it."""
    at = span.start
    for hole in sorted(holes, key=lambda one: one.start):
        yield Span(at, hole.start)
        at = hole.end
    yield Span(at, span.end)
