"""Which words of which part does a corrigendum put right, reading by reading?

``On page 2, Article 1: for: ‘A’, read: ‘B’.`` Each reading has the place that is told last before
it. The new words of one article are one change; what was printed wrong is no term.
"""

from collections.abc import Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.deeds.amended_days import moved_day, part_begun_later
from tracker.extraction.deeds.amended_words import (
    bare_value,
    changed_code,
    effect_of,
    entry_codes,
    life_of_change,
)
from tracker.extraction.deeds.paired_words import QUOTE
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, goods, theme
from tracker.extraction.spelling.regexps import regexp

_TITLE = regexp(r"(?:(?<=\n)|^)(?i:corrigend(?:um|a))\s+to\s[^\n]+")
_HEAD = 3_000
_QUOTED = QUOTE.pattern
_READING = regexp(
    r"(?:(?<=[\s(|])|^)(?i:for|instead\sof|in\splace\sof)[\s:|]{1,12}"
    rf"(?P<old>{_QUOTED})[\s,;|.]{{0,12}}(?i:read|substitute)[\s:|]{{1,12}}(?P<new>{_QUOTED})"
)
_ARTICLE = regexp(r"\b(?:Article|Regulation|regulation|article)\s(?P<n>[0-9]{1,3}[a-z]?)\b")
_ELSEWHERE = regexp(r"\b(?i:annex|schedule|appendix|title|entry|table)\b")
_HOLDS_FROM = regexp(
    r"\b(?i:(?:text|provisions?|wording)\sas\scorrected|(?:this|the)\scorrigend(?:um|a)|(?:the|these)\scorrect(?:ed|ions?))\b"
    r"[^.;\n]{0,40}?\b(?:appl(?:y|ies)|effect|effective|force|valid)\b"
)
"""How a corrigendum tells from when on its readings count."""
_NO_PROVISION = regexp(r"\b(?i:recitals?|citations?|preamble|signature|footnote)\b")
"""Parts of an act that lay down nothing."""


def corrections(act: Act) -> tuple[ExtractedEffect, ...]:
    """Return what a corrigendum that tells its readings corrects in the act of its title."""
    if act.flow.language != "en":
        return ()
    title = _TITLE.search(act.flow.flow[:_HEAD])
    named = act.namer.named_in(title.start(), title.end()) if title else ()
    if title is None or not named:
        return ()
    return tuple(_corrected(act, named[0].id, Span(*title.span())))


def _corrected(act: Act, id: str, title: Span) -> Iterator[ExtractedEffect]:
    """Yield the day that a reading moves, and one change for each part that is put right."""
    groups: dict[str, tuple[Terms, Span]] = {}
    readings = tuple(_readings(act, title))
    for place, old, new in readings:
        whole = Span(place.start, new.end)
        moved = moved_day(act, whole, iter((Span(new.start, new.end),)))
        if moved is not None:
            part = part_begun_later(act, whole) if moved[0] == "postpone" else ""
            built = effect_of(act, moved[0], f"{id}{part}", Terms(), moved[1], whole)
            yield msgspec.structs.replace(built, basis=built.basis or "stated")
            continue
        terms, _ = groups.setdefault(f"{id}{_part(act, place)}", (Terms(), whole))
        goods(act.flow, (new,), terms, quoted=True)
        theme(act.flow, terms, (new,), ())
        code = changed_code(act, new)
        if code is not None:
            terms.extend(act.flow, "hs_codes", code[:1], *code[1:])
        bare_value(act, Span(place.start, old.end), new, terms)
        entry_codes(act, place, terms)
    life = _from_when(act, tuple(Span(old.start, new.end) for _, old, new in readings))
    for target, (terms, words) in groups.items():
        yield effect_of(act, "amend", target, terms, life, words)


def _from_when(act: Act, quoted: tuple[Span, ...]) -> Life:
    """Return the days that the text tells of its readings, else those of the act.

    A day that is itself printed wrong, or put right, is that of the corrected act.
    """
    told = _HOLDS_FROM.search(act.flow.flow, act.body.start, act.body.end)
    sentence = act.flow.sentence(told.start()) if told else None
    words = act.times.within(sentence.start, sentence.end) if sentence else ()
    starts = [word for word in words if word.role == "start" and word.day]
    if starts:
        return life_of(starts[:1])
    life = life_of_change(act)
    return Life() if life.start and any(q.holds(life.start.start) for q in quoted) else life


def _readings(act: Act, title: Span) -> Iterator[tuple[Span, Span, Span]]:
    """Yield each reading: where it is told to stand, the words printed, and the right ones."""
    flow = act.flow.flow
    at = place = title.end
    for found in _READING.finditer(flow, title.end):
        told = flow[at : found.start()].strip(" \n\t,;.:|()")
        if told:
            place = at
        at = found.end()
        where = Span(place, found.start())
        if _NO_PROVISION.search(flow, where.start, where.end) and not _ARTICLE.search(told):
            continue
        yield where, Span(*found.span("old")), Span(*found.span("new"))


def _part(act: Act, place: Span) -> str:
    """Return the article of a reading; what stands in an annex, or is new, has none of its own."""
    flow = act.flow.flow
    article = _ARTICLE.search(flow, place.start, place.end)
    elsewhere = _ELSEWHERE.search(flow, place.start, place.end)
    if article is None or (elsewhere and elsewhere.start() < article.start()):
        return ""
    return f"#art-{article['n']}"
