"""In which lines does an act change another one, where no points number its changes?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import new_words
from tracker.extraction.names.measure_words import SUPPLEMENT
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_AS_FOLLOWS = regexp(
    r"\b(?:partially\s{1,3}(?:amended|revised|modified)|(?:amended|revised|modified)\s{1,3}in\s{1,3}part)\b[^.;]{0,60}?\bas\s{1,3}follows\b"
)
"""What says that all that follows is the other act's new text: so Korea and Japan write it."""
_UNQUOTED = regexp(
    r"\b(?:is|are)\samended\sas\sfollows:?\s{1,6}(?:Art\.|Article)\s[0-9]{1,3}[a-z]?"
    r"(?:[ \t][^\n:.;\"'“‘]{0,60}|\s(?:para|let)\.[^\n:;]{0,40})?\n"
    r"(?!\s{0,8}[\"'“‘])"
)
"""What says the same in Switzerland: a heading of the other act stands right below."""
_NEXT_PART = regexp(r"(?<=\n)[ \t]{0,8}I{2,3}[ \t]{0,8}\n")
_NEW_ARTICLE = regexp(r"(?:In\s)?(?:Article|Art\.|Section|Paragraph|Appended\sTable)\s[0-9]{1,3}")


def rewrites(act: Act, announced: Span) -> bool:
    """Tell whether a sentence says that all behind it is the other act as it reads from now on."""
    flow = act.flow.flow
    if _AS_FOLLOWS.search(flow, announced.start, announced.end) is not None:
        return True
    return _UNQUOTED.search(flow, announced.start, announced.end + _HEADING) is not None


_HEADING = 120


def end_of_changes(act: Act, announced: Span) -> int:
    """Return where the changes end: at the supplement, which tells of the act itself."""
    own = SUPPLEMENT.search(act.flow.flow, announced.end, act.body.end)
    if own is None and rewrites(act, announced):
        own = _NEXT_PART.search(act.flow.flow, announced.end, act.body.end)
    return own.start() if own else act.body.end


def is_new_text(act: Act, announced: Span, span: Span) -> bool:
    """Tell whether a line is an article of the other act as it reads from now on."""
    if span.start < announced.end or any(True for _ in new_words(act, span)):
        return False
    return rewrites(act, announced)


_REACH = 400


def lines_of_changes(act: Act, rest: Span) -> list[tuple[int | None, Span]]:
    """Return the lines that change words where nothing numbers them, each with its new words."""
    flow = act.flow
    told = _AS_FOLLOWS.search(flow.flow, rest.start, rest.end)
    told = told or _UNQUOTED.search(flow.flow, rest.start, min(rest.end, rest.start + _REACH))
    if told is None and not act.commencement.amended:
        return []  # all begin on one day
    heads = [
        line
        for line in flow.lines_within(rest.start, rest.end)
        if any(True for _ in new_words(act, line))
        or (told is not None and _NEW_ARTICLE.match(flow.flow, line.start, line.end))
    ]
    ends = [*(one.start for one in heads[1:]), rest.end][: len(heads)]
    return [
        (None, flow.trimmed(one.start, end))
        for one, end in zip(heads, ends, strict=True)
        if _STAYS.search(flow.flow, one.start, one.end) is None
    ]


_IN_PART = regexp(
    r"\s{0,8}(?:[-•\u2013]\s)?(?:\([0-9a-z]{1,3}\)\s)?(?:[Ii]n|[Ff]rom|[Uu]nder|[Tt]o|[Aa]fter|[Dd]elete|[Rr]eplace|[Tt]he)?\s?"
    r"(?:[A-Za-z][a-z]*\s){0,4}?(?:(?:[Aa]rticle|[Pp]oint|[Pp]aragraph|[Ii]tem|[Ss]ection|[Rr]egulation)s?\s\(?[0-9IVX])"
)
"""How a line begins that says in which part of an act it changes the words."""


def lines_of_parts(act: Act, span: Span) -> tuple[Span, ...]:
    """Return the lines of a change that each change the words of a part which they name first.

    ``In Article 3, “a” is revised to “b”.`` and below it ``Article 6 is deleted.`` are two changes.
    """
    lines = act.flow.lines_within(span.start, span.end)
    heads = [
        line
        for line in lines
        if _IN_PART.match(act.flow.flow, line.start, line.end)
        and any(True for _ in new_words(act, line))
    ]
    if len(heads) < 2 or any(True for _ in new_words(act, Span(span.start, heads[0].start))):
        return (span,)
    ends = [*(one.start for one in heads[1:]), span.end]
    return tuple(act.flow.trimmed(one.start, end) for one, end in zip(heads, ends, strict=True))


_STAYS = regexp(
    r"\b(?:remains?|stays?|continues?)\s(?:as\sit\s(?:is|was|stands)|unchanged|unaffected|in\sforce|to\sapply)\b"
)
"""What says of an article that its words are not changed."""
