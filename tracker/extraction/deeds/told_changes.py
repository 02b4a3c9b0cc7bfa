"""What does an act change in another one by saying so in prose, and from which day?

A rule of the Federal Register mostly changes the Code; a notice of it may change another document
of the register: ``the action in FR Doc. 2024-90733 is modified as follows: (i) effective July 1``.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.deeds.affected_parts import instruction_with_start, parts_named
from tracker.extraction.deeds.amended_words import effect_of, new_words
from tracker.extraction.deeds.amendment_targets import only_thought_of
from tracker.extraction.deeds.amendment_wordings import TAKEN_OUT
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, goods, theme
from tracker.extraction.spelling.regexps import regexp

_CHANGED = regexp(
    r"\b(?:is|are)\s(?:hereby\s|further\s|also\s|accordingly\s|thereby\s)?(?:amended|modified|revised|changed|corrected"
    r"|increased|raised|reduced|lowered|decreased|adjusted)\b"
)
_REWRITTEN = regexp(
    rf"[\"“‘][^\"”’\n]{{2,200}}[\"”’],?\s(?:is|are)\s(?:hereby\s)?(?:{TAKEN_OUT}|replaced|corrected|revised|changed)\b"
    r"|\b(?:by\s)?(?:removing|striking|deleting|replacing|remove|strike|delete|replace)\s(?:the\s(?:words?|phrase|figures?)\s)?[\"“‘]"
)
"""How a sentence changes the quoted words of the act that it names before them."""
_NOT_NOW = regexp(r"\b(?:would|could|may|might|if|unless|whether|proposed|when|not|until)\b")
_SOURCE = regexp(
    r"\b(?:[Pp]ursuant\sto|[Uu]nder|[Ii]n\saccordance\swith|[Bb]ased\son|[Aa]s\samended\sby|amended\sby)\s"
    r"(?:the\s)?(?:[A-Za-z]+\s){0,4}$"
)
_LIST = regexp(r":\s")
_OPENS = regexp(r"[:\u2014]\s*$")
_ITEM = regexp(r"\s{0,8}\(?(?:[ivx]{1,5}|[a-h]|[0-9]{1,2})[.)]\s")
_OF_CHANGE = regexp(
    r"\s{0,3}(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hat|[Ss]uch)\s(?:[a-z]+\s)?(?:amendments?|changes?|modifications?|revisions?|rates?|dut(?:y|ies))"
    r"\s(?:made\s[^.;]{3,60}\s)?(?:shall\s|will\s)?(?:appl(?:y|ies)|takes?|is|are|becomes?|enters?|comes?)\b"
)
_BY_INSTRUCTION = regexp(r"\bby\s(?:amendatory\s)?instruction\s(?P<n>[0-9]{1,3})\b")
_FORMER = regexp(
    r"[\"“‘][^\"”’\n]{2,200}[\"”’],?\s(?:should\s(?:have\s)?(?:read|been?)\b|(?:is|are)\s(?:hereby\s)?"
    rf"(?:{TAKEN_OUT}|replaced|(?:revised|changed|amended|corrected)\sto)\b)"
    r"|\b(?:removing|striking|deleting|replacing|remove|strike|delete|replace)\s(?:the\s(?:words?|phrase|figures?)\s)?[\"“‘][^\"”’\n]{2,200}[\"”’]"
    r"|\b(?:instead\sof|rather\sthan|in\splace\sof|formerly|previously|down\sfrom|up\sfrom|from)\s[^.;,]{1,60}?(?=\sto\s|[,.;]|$)"
)
"""An old value that a sentence tells beside the new one."""
_MOST_ITEMS, _BEFORE = 20, 60


def life_told(act: Act, sentence: Span) -> Life | None:
    """Return the days of a change that its own sentence tells, or the one right behind it."""
    flow = act.flow
    own = life_of(act.times.within(sentence.start, sentence.end))
    if own.start is not None:
        return own
    if sentence.end >= len(flow.flow) - 1:
        return None
    behind = flow.sentence(sentence.end + 1)
    if behind.start < sentence.end or not _OF_CHANGE.match(flow.flow, behind.start, behind.end):
        return None
    told = life_of(act.times.within(behind.start, behind.end))
    return told if told.start is not None else None


def told_changes(act: Act) -> Iterator[tuple[ExtractedEffect, Span]]:
    """Yield what the sentences of a document of the register change in another one, with terms."""
    sentences = act.flow.within(act.body.start, act.body.end)
    for index, sentence in enumerate(sentences):
        one = _changed(act, sentence)
        if one is None:
            continue
        parts = parts_named(act, one, sentence, refers=None)
        target = f"{one.id}#{parts[0].id}" if len(parts) == 1 else one.id
        for piece in _pieces(act, sentence, sentences[index + 1 : index + 1 + _MOST_ITEMS]):
            terms = Terms()
            new = tuple(_new(act, piece))
            goods(act.flow, new, terms)
            theme(act.flow, terms, tuple(_inserted(act, new)), ())
            life = _life(act, sentence, piece)
            rewritten = any(row.does != "delete" for row, _, _ in new_words(act, piece))
            if (terms.data or rewritten) and life is not None:
                yield effect_of(act, "amend", target, terms, life, piece), piece


def _changed(act: Act, sentence: Span) -> Named | None:
    """Return the one other act that a sentence says is changed here and now."""
    flow = act.flow
    verb = _CHANGED.search(flow.flow, sentence.start, sentence.end)
    verb = verb or _REWRITTEN.search(flow.flow, sentence.start, sentence.end)
    if (
        verb is None
        or only_thought_of(act, sentence)
        or _NOT_NOW.search(flow.flow, sentence.start, verb.end())
    ):
        return None
    named = [
        one
        for one in act.namer.named_in(sentence.start, verb.start())
        if one.id != act.id
        and not _SOURCE.search(flow.flow, max(sentence.start, one.start - _BEFORE), one.start)
    ]
    return named[0] if len(named) == 1 else None


def _pieces(act: Act, sentence: Span, behind: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the items that a sentence opens, each a change of its own; else the sentence."""
    flow = act.flow.flow
    verb = _CHANGED.search(flow, sentence.start, sentence.end)
    opens = _LIST.search(flow, verb.end() if verb else sentence.start, sentence.end)
    if opens is not None:
        at = opens.end()
        stops = [*re.finditer(r";\s(?:and\s)?(?=\()", flow[at : sentence.end])]
        items = [at, *(at + one.end() for one in stops), sentence.end]
        yield from (Span(low, high) for low, high in pairwise(items))
        return
    if not _OPENS.search(flow, sentence.start, sentence.end):
        yield sentence
        return
    for item in behind:
        if _ITEM.match(flow, item.start, item.end) is None:
            return
        yield item


def _new(act: Act, piece: Span) -> Iterator[Span]:
    """Yield a piece without the old values that it tells beside the new ones."""
    at = piece.start
    for old in _FORMER.finditer(act.flow.flow, piece.start, piece.end):
        yield Span(at, old.start())
        at = old.end()
    yield Span(at, piece.end)


_INSERTED = regexp(r"\b(?:insert|add)(?:ing|ed|s)?\b[\s\S]{0,300}")


def _inserted(act: Act, new: tuple[Span, ...]) -> Iterator[Span]:
    """Yield where a sentence tells what it puts into a list."""
    for span in new:
        found = _INSERTED.search(act.flow.flow, span.start, span.end)
        if found is not None:
            yield Span(*found.span())


def _life(act: Act, sentence: Span, piece: Span) -> Life | None:
    told = life_of(act.times.within(piece.start, piece.end))
    if told.start is not None:
        return told
    done_by = _BY_INSTRUCTION.search(act.flow.flow, sentence.start, sentence.end)
    own = f"instruction-{done_by['n']}" if done_by else instruction_with_start(act, piece.start)
    part = act.commencement.parts.get(own) if own else None
    return part or life_told(act, sentence) or act.commencement.general or act.commencement.rest
