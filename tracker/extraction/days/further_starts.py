"""Which start does a sentence tell beside the words of the tables: one left open, one more?"""

import re
from collections.abc import Iterator

from tracker.domain.records import EffectKind
from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.start_words import EN_FORCE, EN_OTHER, EN_OWN, EN_REST, Told
from tracker.extraction.days.times import Times, TimeWord
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_ALSO_ON = regexp(
    r"[,;]?\s(?:(?:and|with|but|while)\s|(?=(?:that\s(?:in|of)\s)?(?:[Aa]rticle|[Pp]oint|[Pp]aragraph|[Rr]egulation|[Ss]ection)s?\s[0-9IVX]))"
    rf"(?P<what>[^.;\ue000\ue001]{{3,80}}?)\s(?:on|from|at)\s(?:the\s)?(?P<day>{DAY})"
)
"""The same with a plain day: ``come into force on May 1 and the remainder on June 1``."""
_LATER = regexp(
    r"\b(?:on|from|as\sof)\s(?:(?:a|the|such|any)\s)?(?:[a-z]+\s)?(?:date|day)s?,?\s(?:which\sis\s|that\sis\s|to\sbe\s|as\s[^.;,]{3,60}?\b(?:may|shall)\s[^.;]{0,40}?)?"
    r"(?:specif(?:y|ied)|appoint(?:ed)?|fix(?:ed)?|determined?|designated|prescribed|announced|notif(?:y|ied)|proclaimed)\b"
    r"(?!\s(?:in|for|by|against)\s(?:each|every|the\s(?:following|right|respective|items?|table)|that\s(?:item|row)))"
)
"""A start that somebody else will tell: ``on a day to be appointed``."""


NEAR = 120
"""How far behind an open start a limit of it may stand: ``within six months of publication``."""


def left_open(flow: Flow, sentence: Span) -> TimeWord | None:
    """Return the start of the act that somebody else is to tell; a limit behind it is no start."""
    later = flow.sieve.search(_LATER, sentence.start, sentence.end)
    if later is None:
        return None
    before = flow.flow[sentence.start : later.start()]
    if not (EN_OWN.search(before) and EN_FORCE.search(before)) or EN_OTHER.search(before):
        return None
    return TimeWord(role="start", start=later.start(), end=later.end(), wording="open")


def also_on(flow: Flow, times: Times, at: int, high: int) -> Iterator[Told]:
    """Yield the start of a further part, or of the rest, that is told right behind another."""
    also = _ALSO_ON.match(flow.marked, at, high)
    day = times.resolved(*also.span("day")) if also is not None else None
    if also is None or day is None:
        return
    start, end = also.span("day")
    word = TimeWord(role="start", start=start, end=end, wording="a day", day=day)
    parts = tuple(own_parts(flow, *also.span("what")))
    if parts:
        yield "parts", parts, (word,)
    elif EN_REST.search(also["what"]):
        yield "rest", (), (word,)


_KINDS: tuple[tuple[EffectKind, str], ...] = (
    ("impose", r"additions?|listings?|new\s(?:entries|controls|measures|licen[cs]e\srequirements)"),
    ("repeal", r"removals?|deletions?|delistings?|revocations?|repeals?|rescissions?|withdrawals?"),
    ("suspend", r"suspensions?|stays?"),
    ("postpone", r"postponements?|delays?|deferrals?"),
    ("extend", r"extensions?|prolongations?|renewals?"),
    ("amend", r"amendments?|modifications?|revisions?"),
)
_SUBJECT = regexp(
    r"\W{0,4}(?:(?:DATES?|Dates?|Effective\s[Dd]ates?)[:.]\s{1,3})?[Tt]he\s(?:[a-z]+\s){0,2}?(?P<what>"
    + "|".join(words for _, words in _KINDS)
    + r")\b"
)


def kinds_named(before: str) -> tuple[EffectKind, ...]:
    """Return what is done, where the words before a start name only that: ``The removals are``."""
    named = _SUBJECT.match(before)
    if named is None:
        return ()
    return tuple(kind for kind, words in _KINDS if re.fullmatch(words, named["what"]))
