"""Which limbs does a rule of the Federal Register bring: the whole, and what starts later?"""

import re
from collections.abc import Callable, Container, Iterator
from functools import partial

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.heads.register_heads import STATED_ACTION
from tracker.extraction.measures.limbs import FREES, limb
from tracker.extraction.measures.only_removals import ADDS, only_removes
from tracker.extraction.measures.register_orders import ORDERED, ordered_limb
from tracker.extraction.measures.rule_demands import (
    demanded_in,
    each_dated,
    own_life,
    tells_of_moves,
    told_of_others,
    unmoved,
)
from tracker.extraction.measures.rule_preamble import (
    GOODS,
    TELLS_OF_OTHERS,
    demanding,
    of_entries,
    tabled_goods,
    told_of_entries,
)
from tracker.extraction.measures.rule_sections import LAW_OF_SECTION, sections
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, instructions
from tracker.extraction.prose.register_parts import RuleParts, rule_parts
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.entity_lists import ENTITIES, added_entities
from tracker.extraction.scope.left_out import usable_exceptions
from tracker.extraction.scope.list_moves import put_on_list
from tracker.extraction.scope.parties import Party
from tracker.extraction.scope.requirements import LICENCE_ROWS, requirement_of
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

_PARTY_RULES = frozenset({"prohibition", "presumption_of_denial", "stricter_review", "licence"})
_REVIEWS = frozenset({"presumption_of_denial", "case_by_case", "stricter_review"})
"""How applications are looked at: where goods are put under licence, that is no demand itself."""
_BESIDE_LICENCE = _REVIEWS | {"general_licence", "exemption", "reporting", "declaration"}
"""What a rule that puts goods under licence brings beside it."""
_HEAD = 20_000
_MAKES_RULES = regexp(r"(?i)\brules?\b|\bregulations?\b|\border\b")
_MAKES_NONE = regexp(
    r"(?i)correct|delay|postpon|withdraw|\bstay|suspen|exten(?:sion|d)|propos|reopen"
)
"""What in the action line of a rule says that it brings no rule of its own."""
_MOVES = regexp(
    r"(?i)\b(?:delay|postpone|withdraw|stay|suspen|rescission|rescind|correct|lift)\w*"
    r"|\bextension\sof\s(?!controls|licen)"
)
"""What in the action line says that a rule only does something to another one."""


def rule_limbs(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read a rule: its goods from its instructions where they name any, else from all of it.

    A rule that moves another one brings limbs only where its instructions add entries as well. A
    decision without a day and without instructions brings none that we could tell.
    """
    parts = rule_parts(act.flow, act.body)
    only = _only_moves(act, parts) or (bool(moved) and not _demands_more(act, parts, moved))
    if only and not _adds(act, parts):
        if parts.law is None and moved:
            yield from ordered_limb(act, moved)
        return
    if only_removes(act, parts):
        return
    if parts.law is None and ORDERED.search(act.flow.flow, act.body.start, act.body.end):
        yield from ordered_limb(act)
        return
    requirement = _demand(act, parts)
    if parts.law is None and life_of_whole(act) is None and not each_dated(act):
        return
    if requirement is None:
        named = added_entities(act.flow, parts) if _about_entities(act, parts) else ()
        if named or parts.law is not None or not tells_of_moves(act):
            yield from _other_rule(act, named)
        return
    steps = _numbered(act, parts)
    others = (
        told_of_others(act)
        if parts.law is None
        else tuple(
            step.span
            for step in steps
            if any(n.id != act.instrument.id for n in act.namer.named_in(*step.span.ends))
        )
    )
    numbered = {f"instruction-{s.value}": s for s in steps if s.span not in others}
    numbered |= sections(act, tuple(numbered.values()))
    first = life_of_whole(act) or _first_of_parts(act, numbered)
    if moved and parts.law is None:
        requirement, first = _told_with_its_day(act, parts, moved) or (requirement, first)
    if first is not None and (parts.law is None or requirement[0] in FREES):
        first = own_life(act, parts, requirement, first)
    apart = {
        part: numbered[part].span
        for part, life in act.commencement.parts.items()
        if part in numbered and life is not first and (first is None or _apart(life, first))
    }
    entities = requirement[0] in _PARTY_RULES and _about_entities(act, parts)
    named = added_entities(act.flow, parts) if entities else ()
    yield _with_preamble(
        act, parts, "whole", tuple(minus(_of_goods(act, parts), (*apart.values(), *others))),
        partial(
            limb, requirement=requirement, life=first,
            words=() if parts.summary is None else (parts.summary,),
            parties=entities and parts.law is None and bool(named or not moved), named=named,
            usable=() if entities else _usable(act, parts),
        ),
    )  # fmt: skip
    for part, span in apart.items():
        if _TAKES_OUT.search(act.flow.flow, span.start, span.end):
            continue
        told = tuple(_told_of(act, parts, part))
        own = next((one for s in (span, *told) if (one := requirement_of(act.flow, s))), None)
        if told:
            yield limb(
                act, part, requirement=own or requirement, spans=(span, *told), words=(),
                life=act.commencement.parts[part],
            )  # fmt: skip
            continue
        own = own or requirement
        built = partial(
            limb, requirement=(own if part.startswith("sec-") else (requirement[0], *own[1:])),
            life=act.commencement.parts[part], words=(),
        )  # fmt: skip
        yield _with_preamble(act, parts, part, (span,), built)


def _with_preamble(
    act: Act,
    parts: RuleParts,
    part: str,
    spans: tuple[Span, ...],
    build: Callable[..., ExtractedMeasure],
) -> ExtractedMeasure:
    """Build a limb; where its law only names entries, with what the preamble tells of them."""
    built = build(act, part, spans=spans)
    codes = built.terms.get("control_codes", ())
    rows = () if codes or "hs_codes" in built.terms else tabled_goods(act, spans)
    if rows or parts.law is None:
        return build(act, part, spans=(*spans, *rows)) if rows else built
    told = demanding(act, parts, built.terms.get("requirement")) if part == "whole" else ()
    if GOODS.intersection(built.terms):
        told = tuple(of_entries(act.flow, told, codes))
        if codes and "thresholds" not in built.terms:
            told += told_of_entries(act.flow, parts.told, codes)
    return build(act, part, spans=(*spans, *told)) if told else built


def _told_of(act: Act, parts: RuleParts, part: str) -> Iterator[Span]:
    """Yield the sentences of the preamble that say what one instruction does."""
    number = part.removeprefix("instruction-")
    named = re.compile(
        rf"\b[Ii]nstruction\s{number}\b[^.;]{{0,40}}\b(?:adds|creates|requires|revises|imposes|sets)\b"
    )
    for sentence in act.flow.within(parts.told.start, parts.told.end):
        if named.search(act.flow.flow, sentence.start, sentence.end):
            yield sentence


def _first_of_parts(act: Act, numbered: Container[str]) -> Life | None:
    """Return the earliest life of the instructions, where each tells its own day and no other."""
    lives = [life for part, life in act.commencement.parts.items() if part in numbered]
    dated = [(life.from_, life) for life in lives if life.from_ is not None]
    return min(dated, key=lambda one: one[0])[1] if dated else None


def _apart(life: Life, first: Life) -> bool:
    return (life.from_, life.through) != (first.from_, first.through)


def _only_moves(act: Act, parts: RuleParts) -> bool:
    """Tell whether a rule without instructions says of itself that it only moves another one."""
    stated = STATED_ACTION.search(act.flow.flow[:_HEAD]) if parts.law is None else None
    return stated is not None and _MOVES.search(stated["action"]) is not None


def _demands_more(act: Act, parts: RuleParts, moved: tuple[Span, ...]) -> bool:
    """Tell whether a rule that moves others says in its preamble that it demands something itself.

    An action line that speaks of delays or suspensions alone says that it does not.
    """
    stated = STATED_ACTION.search(act.flow.flow[:_HEAD])
    if stated is None or _MAKES_NONE.search(stated["action"]):
        return False
    summed_up = parts.summary.end if parts.summary is not None else parts.told.start
    return any(
        _demands(act, one, told=one.start >= summed_up)
        and not any(one.holds(span.start) for span in moved)
        for one in act.flow.within(parts.told.start, (parts.law or parts.told).end)
    )


def _told_with_its_day(
    act: Act, parts: RuleParts, moved: tuple[Span, ...]
) -> tuple[tuple[str, int, int], Life] | None:
    """Return what a sentence of the preamble demands from a day that it tells itself."""
    for one in act.flow.within(parts.told.start, parts.told.end):
        if any(one.holds(span.start) for span in moved) or not _demands(act, one, told=True):
            continue
        demand = requirement_of(act.flow, one)
        life = life_of(act.times.within(one.start, one.end))
        first, last = life.start, life.end
        if demand is not None and first and not (last and last.start == first.start):
            return demand, life
    return None


def _demands(act: Act, sentence: Span, *, told: bool) -> bool:
    """Tell whether a sentence of the preamble demands something now; ``told``: behind the summary.

    What stands behind the summary also tells of other rules: it must name goods as well.
    """
    where = (sentence.start, sentence.end)
    bound = _BINDS_NOW.search(act.flow.flow, *where)
    if bound is None or requirement_of(act.flow, sentence) is None:
        return False
    if not told:
        return True
    if TELLS_OF_OTHERS.search(act.flow.flow, *where) or act.namer.named_in(*where):
        return False
    if _BANNED.search(act.flow.flow, *where):
        return True
    coded = control_codes(act.flow, sentence) or customs_codes(act.flow, sentence)
    return bool(coded) or bool(thresholds(act.flow, sentence))


_BINDS_NOW = regexp(
    r"\b(?:(?:is|are|becomes?)\s(?:now\s|hereby\s|newly\s)?(?:required|prohibited|barred|banned|authorized|permitted|controlled|subject\sto"
    r"|created|established|issued|granted|made\savailable|added|placed)|shall|must|may\s(?:now\s)?be\s(?:re-?)?exported|(?:impos|requir|authoriz|creat|issu|introduc|plac)(?:es?|ing)"
    r"|(?:permit|establish|grant|allow|prohibit|bar|ban|add)(?:s|es|ing)?|controls|makes\savailable|needs?|now\sappl(?:y|ies))\b"
)
_BANNED = regexp(
    r"\b(?:[Ii]mport(?:s|ation)?|[Ee]xport(?:s|ation)?|[Rr]eexports?|[Ee]ntry|[Ss]ale|[Tt]ransfer)\s[^.;]{0,120}?\b(?:is|are)\s"
    r"(?:now\s|hereby\s|therefore\s)?(?:prohibited|barred|banned)\b"
)
"""What a sentence forbids outright, whatever the goods are called."""
_TAKES_OUT = regexp(
    r"\b(?:(?:is|are)\sremoved|[Rr]emov(?:e|es|ing))\b(?![\s\S]{0,400}\b(?:[Aa]dd|[Rr]evis)(?:e|es|ing)?\b)"
)
"""What an instruction says that only takes a provision out."""


def _adds(act: Act, parts: RuleParts) -> bool:
    """Tell whether a rule that moves another one adds entries or names as well."""
    if parts.law is None:
        return _about_entities(act, parts) and bool(added_entities(act.flow, parts))
    if ADDS.search(act.flow.flow, *parts.law.ends) is not None:
        return True
    return _puts_on_list(act, parts.law)


def _puts_on_list(act: Act, law: Span) -> bool:
    return any(True for s in act.flow.within(*law.ends) for _ in put_on_list(act.flow, s))


def _usable(act: Act, parts: RuleParts) -> tuple[tuple[str, Span], ...]:
    """Return the exceptions to a licence that may be used for what a rule controls, each once."""
    spans = (parts.told,) if parts.law is None else (parts.told, parts.law)
    found = (one for span in spans for one in usable_exceptions(act.flow, span))
    return tuple({name: (name, where) for name, where in found}.values())


def _numbered(act: Act, parts: RuleParts) -> tuple[Point, ...]:
    return instructions(act.flow, parts.law or act.body)


def _of_goods(act: Act, parts: RuleParts) -> Span:
    """Return where a rule names its goods; a preamble names many that are not its own."""
    law = parts.law
    if law is not None and (control_codes(act.flow, law) or customs_codes(act.flow, law)):
        return law
    if law is not None and _has_limits(act, law):
        return law
    if law is not None and parts.summary is not None:
        return parts.summary
    return act.body


_LAW_OF_A_PART = regexp(rf"{LAW_OF_SECTION}[0-9]{{1,4}}\.[0-9]{{1,4}}")


def _has_limits(act: Act, law: Span) -> bool:
    """Tell whether the sections that a rule writes into the Code set limits themselves."""
    written = _LAW_OF_A_PART.search(act.flow.flow, law.start, law.end)
    return written is not None and bool(thresholds(act.flow, Span(written.start(), law.end)))


def _demand(act: Act, parts: RuleParts) -> tuple[str, int, int] | None:
    """Return what a rule demands: told in its summary, in its law, or in what it says of them."""
    spans = tuple(one for one in (parts.summary, parts.law, parts.told) if one is not None)
    found = next((one for span in spans if (one := demanded_in(act, span))), None)
    found = found or _entry_under_licence(act, parts)
    if found is None or found[0] not in _BESIDE_LICENCE:
        return found
    if _about_entities(act, parts) and (parts.law or added_entities(act.flow, parts)):
        own = tuple(s for one in spans for s in unmoved(act, one))
        hits = (row.pattern.search(act.flow.flow, *s.ends) for s in own for row in LICENCE_ROWS)
        licence = next((one for one in hits if one is not None), None)
        return found if licence is None else ("licence", licence.start(), licence.end())
    if found[0] not in _REVIEWS and not (parts.law and control_codes(act.flow, parts.law)):
        return found
    for span in (*spans, act.body):
        for row in LICENCE_ROWS:
            told = row.pattern.search(act.flow.flow, span.start, span.end)
            if told is not None:
                return row.requirement, told.start(), told.end()
    return found


_ENTRY = regexp(r"\bReasons?\sfor\sControl:?\s[A-Z]{2}\b")


def _entry_under_licence(act: Act, parts: RuleParts) -> tuple[str, int, int] | None:
    """Return the demand of an entry that its law writes out with the reasons for its control."""
    law = parts.law
    found = None if law is None else _ENTRY.search(act.flow.flow, law.start, law.end)
    return None if found is None else ("licence", found.start(), found.end())


def _about_entities(act: Act, parts: RuleParts) -> bool:
    """Tell whether a rule puts names on a list; a preamble may mention the list all the same."""
    if parts.law is None:
        return ENTITIES.search(act.flow.flow, act.body.start, act.body.end) is not None
    title = act.instrument.title or ""
    where = parts.summary or parts.told
    told = ENTITIES.search(title) or ENTITIES.search(act.flow.flow, where.start, where.end)
    return told is not None or _puts_on_list(act, parts.law)


_TAKES_OFF = regexp(r"\bRemovals?\b(?!.*\b(?:Additions?|Controls?|Certain)\b)(?=[\s\S]*\bList\b)")
"""A title of a rule that only takes names off a list."""


def _other_rule(act: Act, named: tuple[Party, ...] = ()) -> Iterator[ExtractedMeasure]:
    """Read a rule that demands nothing which we know to name: its life is told all the same."""
    stated, life = STATED_ACTION.search(act.flow.flow[:_HEAD]), life_of_whole(act)
    if stated is None or life is None or life.from_ is None:
        return
    if _TAKES_OFF.search(act.instrument.title or "") and not named:
        return
    if _MAKES_RULES.search(stated["action"]) and not _MAKES_NONE.search(stated["action"]):
        yield limb(act, "whole", requirement=None, life=life, spans=(), words=(), named=named)


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
