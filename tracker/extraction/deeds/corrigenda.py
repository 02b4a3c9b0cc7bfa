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
    new_words,
)
from tracker.extraction.deeds.amendment_targets import corrected_act
from tracker.extraction.deeds.paired_words import QUOTE
from tracker.extraction.deeds.shown_changes import corrected_rows
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.names.references import english_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, goods, theme
from tracker.extraction.spelling.regexps import regexp

_QUOTED = QUOTE.pattern.replace(r"\n", "")
_READING = regexp(
    r"(?:(?<=[\s(|])|^)(?i:for|instead\sof|in\s(?:the\s)?place\sof|(?:as\s)?(?:printed|published)(?:\stext)?|errors?|incorrect|wrong)"
    rf"[\s:|]{{1,12}}(?P<old>{_QUOTED})[\s,;|.]{{0,12}}(?:and\s)?"
    r"(?i:(?:should\s)?read|substitute|correct(?:ion|ed)?(?:\stext)?|right)"
    rf"[\s:|]{{1,12}}(?P<new>{_QUOTED})"
)
_ANNEXED = regexp(r"\b(?i:annex|schedule|appendix|title|table)\b")
_HOLDS_FROM = regexp(
    r"\b(?i:(?:text|provisions?|wording)\sas\scorrected|(?:this|the|these)\s(?:corrigend(?:um|a)|errat(?:um|a)|correct(?:ed|ions?)))\b"
    r"[^.;\n]{0,40}?\b(?:appl(?:y|ies)|effect|effective|force|valid)\b"
)
"""How a corrigendum tells from when on its readings count."""
_FOREIGN = regexp(
    r"\b(?:au\slieu\sde|lire|statt|muss\ses|donde\sdice|al\sposto\sdi|anziché|leggasi|in\splaats\svan)\b"
)
"""How the readings of other languages are led, where one corrigendum prints several."""
_NO_PROVISION = regexp(r"\b(?i:recitals?|citations?|preamble|signature|footnote)\b")
"""Parts of an act that lay down nothing."""


def corrections(act: Act) -> tuple[ExtractedEffect, ...]:
    """Return what a correction that tells its readings corrects in the act that its head names."""
    if act.flow.language != "en" or act.family == "rule":
        return ()
    target = corrected_act(act)
    return tuple(_corrected(act, *target)) if target is not None else ()


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
        terms, _ = groups.setdefault(
            f"{id}{_part(act, Span(place.start, max(old.end, new.end)))}", (Terms(), whole)
        )
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
    at = place = title.start
    for old, new, cell in sorted(_pairs(act, title), key=lambda one: one[0].start):
        if old.start < at or _FOREIGN.search(_unquoted(act, Span(old.start, new.end))):
            continue
        if cell is not None or _unquoted(act, Span(at, old.start)).strip(" \n\t,;.:|()"):
            place = cell.start if cell else at
        at = max(old.end, new.end)
        told = _unquoted(act, Span(place, at))
        if not (_NO_PROVISION.search(told) and not english_provisions(told, 0, len(told))):
            yield Span(place, old.start), old, new


def _pairs(act: Act, title: Span) -> Iterator[tuple[Span, Span, Span | None]]:
    """Yield wrong words and right ones, and the cell that tells their place, in any form."""
    text = Span(title.start, len(act.flow.flow))  # the body may end where its table begins
    rows = tuple(corrected_rows(act, text))
    yield from ((old, new, place) for place, old, new in rows)
    text = Span(title.start, rows[0][0].start) if rows else text
    led = [*_READING.finditer(act.flow.flow, *text.ends)]
    yield from ((Span(*one.span("old")), Span(*one.span("new")), None) for one in led)
    begun = {one.end(): one.start() for one in QUOTE.finditer(act.flow.flow, *text.ends)}
    for row, before, after in new_words(act, text):
        new = QUOTE.match(act.flow.flow, after.start, after.end)
        if row.does != "replace" or new is None:
            continue
        old = Span(begun.get(before.end, before.end), after.start)
        if not any(one.start() < new.end() and old.start < one.end() for one in led):
            yield old, Span(*new.span()), None


def _unquoted(act: Act, span: Span) -> str:
    """Return what a stretch says outside of quotation marks."""
    return QUOTE.sub(" ", act.flow.flow[span.start : span.end])


def _part(act: Act, place: Span) -> str:
    """Return the part of a reading; what stands in an annex, or is new, has none of its own."""
    told = _unquoted(act, place)
    parts = english_provisions(told, 0, len(told))
    elsewhere = _ANNEXED.search(told)
    if not parts or (elsewhere and elsewhere.start() < parts[-1].start):
        return ""
    return f"#{parts[-1].id}"
