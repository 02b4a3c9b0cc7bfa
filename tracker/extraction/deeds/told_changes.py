"""What does an act change in another one by saying so in prose, and from which day?

A rule of the Federal Register mostly changes the Code; a notice of it may change another document
of the register: ``the action in FR Doc. 2024-90733 is modified as follows: (i) effective July 1``.
"""

from collections.abc import Iterator
from itertools import pairwise

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.deeds.affected_parts import instruction_with_start, parts_named
from tracker.extraction.deeds.amended_words import effect_of, new_words, within_quotes
from tracker.extraction.deeds.amendment_targets import changes_words, only_thought_of
from tracker.extraction.deeds.amendment_wordings import TAKEN_OUT
from tracker.extraction.deeds.paired_words import QUOTE
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, goods, theme
from tracker.extraction.spelling.regexps import regexp

_CHANGED = regexp(
    r"\b(?:is|are)\s(?:hereby\s|further\s|also\s|accordingly\s|thereby\s)?(?:amended|modified|revised|changed|corrected"
    r"|increased|raised|reduced|lowered|decreased|adjusted)\b"
)
_NOT_NOW = regexp(r"\b(?:would|could|may|might|if|unless|whether|proposed|when|not|until)\b")
_SOURCE = regexp(
    r"\b(?:[Pp]ursuant\sto|[Uu]nder|[Ii]n\saccordance\swith|[Bb]ased\son|[Aa]s\samended\sby|amended\sby)\s"
    r"(?:the\s)?(?:[A-Za-z]+\s){0,4}$"
)
_LIST = regexp(r":\s")
_OPENS = regexp(r"[:\u2014]\s*$")
_ITEM = regexp(r"\s{0,8}\(?(?:[ivx]{1,5}|[a-h]|[0-9]{1,2})[.)]\s")
_NEXT_ITEM = regexp(r";\s{1,3}(?:and\s{1,3})?(?=\((?:[ivx]{1,5}|[a-h]|[0-9]{1,2})\)\s)")
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
    whole = act.flow.within(act.body.start, act.body.end)
    sentences = tuple(one for sentence in whole for one in _of_its_own(act, sentence))
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


def _of_its_own(act: Act, sentence: Span) -> Iterator[Span]:
    """Yield the items of a sentence where several name an act of their own, else the sentence."""
    flow = act.flow
    stops = [*_NEXT_ITEM.finditer(flow.flow, sentence.start, sentence.end)]
    items = [sentence.start, *(one.end() for one in stops), sentence.end]
    spans = tuple(Span(low, high) for low, high in pairwise(items))
    naming = [one for one in spans if "\ue001" in flow.marked[slice(*one.ends)]]
    yield from spans if naming and naming != [spans[0]] else (sentence,)


def _changed(act: Act, sentence: Span) -> Named | None:
    """Return the one other act that a sentence says is changed here and now."""
    flow = act.flow
    verb = _CHANGED.search(flow.flow, sentence.start, sentence.end)
    said, high = (verb.end(), verb.start()) if verb else (_rewords(act, sentence), sentence.end)
    if (
        not said
        or only_thought_of(act, sentence)
        or _NOT_NOW.search(flow.flow, sentence.start, said)
    ):
        return None
    named = [
        one
        for one in act.namer.named_in(sentence.start, high)
        if one.id != act.id
        and not _SOURCE.search(flow.flow, max(sentence.start, one.start - _BEFORE), one.start)
    ]
    return named[0] if len(named) == 1 else None


def _rewords(act: Act, sentence: Span) -> int:
    """Return where a sentence has said that quoted words are changed, whatever verb says so."""
    if not QUOTE.search(act.flow.flow, *sentence.ends) or not changes_words(act, sentence):
        return 0
    return next((before.end for _, before, _ in new_words(act, sentence)), 0)


def _pieces(act: Act, sentence: Span, behind: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the items that a sentence opens, each a change of its own; else the sentence."""
    flow = act.flow.flow
    verb = _CHANGED.search(flow, sentence.start, sentence.end)
    opens = _LIST.search(flow, verb.end() if verb else sentence.start, sentence.end)
    if opens is not None:
        at = opens.end()
        stops = [*_NEXT_ITEM.finditer(flow, at, sentence.end)]
        items = [at, *(one.end() for one in stops), sentence.end]
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
    if _FORMER.search(act.flow.flow, piece.start, piece.end) is None:
        told = [within_quotes(act, row, new) for row, _, new in new_words(act, piece)]
        if told and QUOTE.match(act.flow.flow, told[0].start):
            yield from told
            return
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
