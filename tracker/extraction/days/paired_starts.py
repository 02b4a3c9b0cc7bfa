"""Which start has the whole of an act, and which its parts, where a sentence tells nothing else?

``Except for instruction 5, for which the effective date is May 1, this rule is effective June 1``:
such a sentence is made of subjects, days and a few words that join them. Where it holds any other
word nothing is read here: then the words around each day must say what begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.start_words import EN_REST, Subject, Told
from tracker.extraction.days.times import Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

Kind = Literal["whole", "label", "rest", "part", "except", "which", "stop", "list", "day"]

_WHOLE = regexp(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]he\spresent)\s(?:[A-Z]?[a-z]+\s){0,3}?(?i:orders?|ordinance|regulations?|rules?|notices?|circular"
    r"|determination|proclamation|notification|announcement|licen[cs]e|decision|directive|act|measures|document|decree|instrument)\b"
    r"|\b(?:[Ii]t|[Tt]hey)\b(?=\s(?:shall|will|is|are|comes?|enters?|takes?|becomes?|appl(?:y|ies)|has|have)\b)"
    r"|\b[Tt]he\s(?:above\s|foregoing\s)?(?:measures|controls|restrictions)(?=\s(?:are|shall|will|apply|take|come|become)\b)"
    r"|\b[Tt]he\sprovisions(?=,?\s\(?(?:other\sthan|except|save)\b)|\b[Aa]ll\s(?:the\s|other\s)?(?:provisions|parts|of\sit)\b(?!\sother\sthan)"
)
_LABELLED = regexp(
    r"(?:(?<=\n)|(?<=[.:;]\s)|^)(?:[Tt]he\s(?:effective\sdate|(?:date|day)\sof\s(?:entry|coming)\sinto\s(?:force|effect)"
    r"|date\sof\s(?:application|commencement|implementation))(?=\s(?:is|shall\sbe|will\sbe)\b)"
    r"|[Ii]mplementation(?=\s(?:begins|starts|commences)\b))"
)
"""What names a start, of the whole unless parts stand behind: ``The effective date is``."""
_LIST = regexp(r":(?=\s)")
_EXCEPT = regexp(
    r"\b(?:[Ee]xcept(?:ing|ion)?|[Ee]xcluding|[Oo]ther\sthan|[Ss]ave|[Aa]part\sfrom|[Ww]ith\sthe\sexception\sof)\b"
)
_BY_EXCEPTION = regexp(
    r"\b(?i:by\sway\sof\s(?:an\s)?(?:exception|derogation)|as\san\sexception|exceptionally)\b"
)
_WHICH = regexp(r"\b(?:which|whose|that(?=\s(?:shall|will|is|are|comes?|enters?|takes?)\b))\b")
_STOP = regexp(r";")
_LABEL = regexp(
    r"\W*(?:(?:DATES?|Dates?|E(?:FFECTIVE|ffective)\s[Dd](?:ATES?|ates?))\s?[:.]\s{0,2}){1,2}"
    r"|\W*\([A-Z][A-Za-z ]{3,40}\)\s"
)
_JOINING = regexp(
    r"(?i:[\W\d_]|\b(?:shall|will|is|are|be|comes?|coming|enters?|entry|into|force|effect|operation|takes?|appl(?:y|ies|ication|icable)"
    r"|becomes?|effective|operative|delayed|deferred|postponed|commences?|commencement|has|have|dates?|days?|of|for|as|from|on|at|in|with|to|by|the|that|those|and|but|while|whereas|however|provided|do|does|begins?|starts?|implement(?:ed|ation)|enforced|enforceable|applied|binding|observed|met|complied|stages|steps|phases|two|three|following|dates"
    r"|requirements?|obligations?|prohibitions?|ban|measures?|rules?|controls?|restrictions?|same|case|regarding|concerning|next|live|goes|go|go(?:es)?"
    r"|only|not|until|before|respect|regards?|concerns?|so|far|it|insofar|purposes|provisions?|parts?|rest|other|remaining|whole|which|whose"
    r"|amendatory|instructions?|articles?|sections?|points?|paragraphs?|regulations?|items?|annex(?:es)?|schedules?|supplementary|a|b|c|d|all|also|each|both"
    r"|entirety|amendments?|made|first|second|beginning|start|midnight|hours|m|p|am|pm|eastern|time|later|after)\b)*"
)
_FORCE = regexp(
    r"(?i:\b(?:force|effect|effective|operation|appl(?:y|ies|ied|icable|ication)|commence|implement|enforce"
    r"|goes\slive|binding|observed|complied|met\s))"
)
_DENIED = regexp(
    r"(?i:\bnot\b(?!(?:\s[a-z]+){0,5}\s(?:until|before|prior\sto)\b)(?!\slater)|\bnever\b)"
)
"""What says that something does not begin on a day; not ``until`` it is another matter."""
_LATER = regexp(r"\b(?:delayed|deferred|postponed)\b")
_APPLIES = regexp(r"\bappl(?:y|ies|icable|ication)\b")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Kind
    start: int
    end: int
    part: Provision | None = None
    word: TimeWord | None = None


@dataclass(slots=True)
class _Pairs:
    """What the tokens of a sentence told so far: subjects and days that wait for each other."""

    told: list[tuple[Subject, tuple[Provision, ...], TimeWord]] = field(default_factory=list)
    subjects: list[_Token] = field(default_factory=list)
    spared: list[Provision] = field(default_factory=list)
    left_out: list[Provision] = field(default_factory=list)
    waiting: TimeWord | None = None
    sparing: bool = False
    their_own: bool = False
    labelled: bool = False

    def take(self, token: _Token, *, joined: bool = False) -> bool:
        """Take the next token; False where it does not fit. ``joined``: to the part before."""
        if not (token.kind == "part" and (joined or not self.subjects)) and not self.flush():
            return False
        match token.kind:
            case "label":
                self.labelled = True
            case "list":
                self.subjects = [one for one in self.subjects if one.kind != "whole"]
            case "except":
                self.sparing, self.their_own, self.spared = True, False, []
            case "which":
                self.their_own = bool(self.spared)
            case "stop":
                self.sparing, self.their_own, self.spared = False, False, []
                return not self.subjects
            case "part" if self.sparing and token.part is not None:
                self.spared.append(token.part)
                self.left_out.append(token.part)
            case "whole" if self.spared and self.their_own:
                return True  # ``Point II, for which it is June 1``
            case "part" | "whole" | "rest":
                if self.sparing and not self.spared:
                    return token.kind == "whole"  # except in so far as it concerns article 2
                self.sparing = False
                self.subjects.append(token)
            case "day" if token.word is not None:
                return self._day(token.word)
        return True

    def flush(self) -> bool:
        """Give a day that waits to what stands behind it; to the whole where it was named so."""
        if self.waiting is None:
            return True
        if self.subjects:
            word, self.waiting, self.labelled = self.waiting, None, False
            return self._begin(word)
        if self.labelled:
            self.told.append(("whole", (), self.waiting))
            self.waiting, self.labelled = None, False
        return True

    def _day(self, word: TimeWord) -> bool:
        if self.spared and (self.their_own or not self.subjects):
            self.told.append(("parts", tuple(self.spared), word))
            self.sparing, self.their_own, self.spared = False, False, []
            return True
        if self.subjects:
            return self._begin(word)
        free, self.waiting = self.waiting is None, word
        return free

    def _begin(self, word: TimeWord) -> bool:
        parts = tuple(one.part for one in self.subjects if one.part is not None)
        kinds = {one.kind for one in self.subjects}
        subject = "rest" if "rest" in kinds else "parts" if parts else "whole"
        self.told.append((subject, parts if subject == "parts" else (), word))
        self.subjects = []
        return not (subject == "rest" and parts)


def paired_starts(
    flow: Flow, times: Times, sentence: Span, low: int
) -> tuple[tuple[Told, ...], tuple[Provision, ...]] | None:
    """Return what a sentence tells of starts, and the parts that it leaves out of the rest.

    None where the sentence holds other words, or no start of the act or its parts. ``low`` is where
    its own number ends.
    """
    text = flow.marked[low : sentence.end]
    if "\ue001" in text or not _FORCE.search(text) or len(text) > _LONGEST:
        return None
    if _DENIED.search(text):
        return None
    label = _LABEL.match(flow.marked, low, sentence.end)
    low = label.end() if label is not None else low
    tokens = _tokens(flow, times, Span(low, sentence.end))
    kinds = {one.kind for one in tokens or ()}
    if tokens is None or not kinds & {"part", "whole", "label"}:
        return None
    if "whole" not in kinds and _LATER.search(text):
        return None  # of which act it is a part, the words before may tell
    at, pairs = low, _Pairs()
    for token in (*tokens, None):
        end = sentence.end if token is None else token.start
        if at < end and not _joins(flow, at, end):
            return None
        listed = end <= at or _LISTED.fullmatch(flow.marked, at, end) is not None
        if token is not None and not pairs.take(token, joined=listed):
            return None
        at = max(at, token.end) if token is not None else at
    if not pairs.flush() or pairs.subjects or pairs.waiting is not None or not pairs.told:
        return None
    return tuple(_told(flow, sentence, pairs)), tuple(pairs.left_out)


_LONGEST = 700
_LISTED = regexp(r"[\s,()]{0,3}(?:(?:and|or|to|as\swell\sas)\s{1,2})?(?:the\s)?")
"""What stands between the parts of one list."""
_DESCRIBED = regexp(
    r"(?:^|\b(?:for|of|to|the|as\sregards)\s)(?:[a-z][a-z-]*\s){1,5}?(?:(?:listed|specified|named|set\sout)\s)?(?:in|under)\s$"
)
"""What a part is about, before its number: ``except for holmium oxide in item (2)``."""
_SAYS = regexp(r"\b(?:may|shall|will|must|not|is|are|if|who|which|that)\b")


def _joins(flow: Flow, low: int, high: int) -> bool:
    """Tell whether the words of a stretch only join, or tell what the part behind them is."""
    if _JOINING.fullmatch(flow.marked, low, high) is not None:
        return True
    told = _DESCRIBED.search(flow.marked[low:high])
    if told is None or _SAYS.search(told.group()):
        return False
    return _JOINING.fullmatch(flow.marked, low, low + told.start()) is not None


def _told(flow: Flow, sentence: Span, pairs: _Pairs) -> Iterator[Told]:
    low = sentence.start
    for subject, parts, word in pairs.told:
        applies = subject == "whole" and _APPLIES.search(flow.flow, low, word.end) is not None
        yield "applies" if applies else subject, parts, (word,)
        low = word.end


def _tokens(flow: Flow, times: Times, span: Span) -> list[_Token] | None:
    """Return the subjects and days of a stretch in order; None where it tells a last day."""
    words = times.within(span.start, span.end)
    if any(word.role != "start" and not _is_put_off(flow, word) for word in words):
        return None
    found = [*_days(flow, times, words, span)]
    if not found or any(one.word is None or one.word.day is None for one in found):
        return None
    for one in own_parts(flow, span.start, span.end):
        if any(day.kind == "day" and day.start <= one.start < day.end for day in found):
            return None
        found.append(_Token("part", one.start, one.end, part=one))
    for kind, pattern in _KINDS:
        for match in flow.sieve.finditer(pattern, span.start, span.end):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            found.append(_Token(kind, match.start(), match.end()))
    return sorted(found, key=lambda one: (one.start, one.end))


def _is_put_off(flow: Flow, word: TimeWord) -> bool:
    """Tell whether a last day is that of a delay, and so a first one: ``delayed until May 1``."""
    before = flow.flow[max(0, word.start - _DELAYED) : word.start]
    return word.role == "end" and _LATER.search(before) is not None


_DELAYED = 11
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("stop", _BY_EXCEPTION),
    ("rest", EN_REST),
    ("label", _LABELLED),
    ("list", _LIST),
    ("whole", _WHOLE),
    ("except", _EXCEPT),
    ("which", _WHICH),
    ("stop", _STOP),
)


def _days(flow: Flow, times: Times, words: tuple[TimeWord, ...], span: Span) -> Iterator[_Token]:
    """Yield the days of a stretch, plain or counted, without the words that only lead to them."""
    named = flow.days_in(span.start, span.end)
    for word in words:
        if not any(word.start <= day.start < word.end for day in named) and word.role == "start":
            yield _Token("day", word.start, word.end, word=word)
    for day in named:
        resolved = times.resolved(day.start, day.end)
        held = next((one for one in words if one.start <= day.start < one.end), None)
        plain = TimeWord(role="start", start=day.start, end=day.end, wording="a day", day=resolved)
        word = plain if held is None else replace(plain, day=held.day, basis=held.basis)
        yield _Token("day", day.start, day.end, word=word)
