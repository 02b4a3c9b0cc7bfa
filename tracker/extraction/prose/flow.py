"""How is a text made ready for reading: one spelling, whole paragraphs, sentences, days?

Nothing moves: every offset in the flow is an offset in the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

from tracker.extraction.extracted import Evidence, Language
from tracker.extraction.names.issuers import IssuerNames, Surroundings, surroundings
from tracker.extraction.names.numbers import NamedNumber, named_numbers
from tracker.extraction.names.register_names import register_names
from tracker.extraction.names.short_names import short_names
from tracker.extraction.names.short_names_chinese import short_names_chinese
from tracker.extraction.prose.footnotes import footnoted
from tracker.extraction.prose.mail_heads import mail_head_left_out
from tracker.extraction.prose.planted_lines import planted_left_out
from tracker.extraction.prose.wrapped_heads import head_joined
from tracker.extraction.prose.wrapped_lines import SHORT, characters_joined, unwrapped
from tracker.extraction.spelling.calendar_words import DayNamed, days_named
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.regexps import regexp
from tracker.extraction.spelling.sieve import Sieve, sieve_of

MOST = 600_000
"""How many characters of a text are read: of a longer one its beginning and its end."""

END = 200_000
"""So many of them are the end of the text: a long rule says last what it changes."""

DAY = "\ue000{4,70}"
"""A pattern for a day in the marked text, however it is written."""

FROM_DAY = (
    r"(?:(?:自|从|于|由)\s?)?(?:北京时间\s?)?\ue000{4,44}(?:零时|[0-9]{1,2}[时点](?:整)?)?"
    r"(?:\([^()]{0,12}\))?(?:之?日)?(?:起|开始|始)?,?"
)
"""A pattern for the day from which a Chinese clause holds, wherever it stands in the clause."""

ACT = "\ue001{3,160}"
"""A pattern for the number of an act in the marked text."""

IN_TITLE = "\ue002"
"""The mark of the title that a Chinese text gives to an act: nobody says its words here."""

_CJK = regexp("[一-鿿]")
_ZH_END = regexp(r"[。!?][”’」』\")]?|\n")
_ONLY_NUMBER = regexp(r"\(?(?:[IVX]{1,5}|[0-9]{1,2}|[A-Za-z])[.)]")
"""A number of a point that stands alone where sentences are cut."""
_EN_END = regexp(r"[.!?][\"')”’]{0,2}(?=\s+[\"'(\[“‘]{0,2}[A-Z0-9])|\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, end exclusive."""

    start: int
    end: int

    @property
    def ends(self) -> tuple[int, int]:
        """Its start and its end, as a search takes them: ``search(text, *span.ends)``."""
        return self.start, self.end

    def holds(self, at: int) -> bool:
        """Tell whether the character ``at`` lies in it."""
        return self.start <= at < self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


_Answer = TypeVar("_Answer")


class Flow:
    """A text made ready for reading.

    ``flow`` is folded, with a blank for every line end inside a paragraph; ``marked`` is the same
    with a mark for every character of a day (`DAY`) and of an act's number (`ACT`), and in Chinese
    of the title of an act that bears a number.
    """

    def __init__(self, text: str, *, language: Language | None, names: IssuerNames) -> None:
        self.text = text
        left_out = passed_over(text)
        read = text if left_out is None else _blanked_at(text, left_out)
        folded = mail_head_left_out(_closed_up(fold(read)))
        self.language: Language = language or _language(folded)
        joined = (
            head_joined(unwrapped(folded), names)
            if self.language == "en"
            else characters_joined(folded, printed=read)
        )
        self.flow = planted_left_out(_OLD_DRAFT.sub(_blanked, joined))
        self._names = names
        self._told: dict[tuple[str, int, int], object] = {}

    def once(self, name: str, ask: Callable[[], _Answer], low: int = 0, high: int = 0) -> _Answer:
        """Return what ``ask`` tells of ``low:high``, asked at most once by its name and place."""
        place = (name, low, high)
        if place not in self._told:
            self._told[place] = ask()
        return cast(_Answer, self._told[place])

    @cached_property
    def days(self) -> tuple[DayNamed, ...]:
        """The days that the text names, in order."""
        return days_named(self.flow)

    @cached_property
    def numbers(self) -> tuple[NamedNumber, ...]:
        """The numbers of acts that the text names, in order."""
        named = named_numbers(self.flow)
        if not named:
            return named
        if self.language == "zh":
            noted = (*named, *short_names_chinese(self.flow, named))
        else:
            noted = (*named, *footnoted(self.flow, named))
            noted = (*noted, *short_names(self.flow, noted))
            noted = (*noted, *register_names(self.flow, named, self.days))
        return tuple(sorted(noted, key=lambda one: one.start)) if len(noted) > len(named) else named

    @cached_property
    def around(self) -> Surroundings:
        """Where which issuer stands."""
        return surroundings(self.flow, self._names)

    @cached_property
    def marked(self) -> str:
        """The flow with its days and its numbers of acts as marks."""
        pieces: list[str] = []
        at = 0
        for start, end, mark in self._marks():
            pieces += (self.flow[at:start], mark * (end - max(at, start)))
            at = max(at, end)
        marked = "".join((*pieces, self.flow[at:]))
        if self.language == "en":
            return _BRACKETED_ACT.sub(_without_stops, marked)
        return _TITLE_OF_ACT.sub(_unsaid, marked)

    def _marks(self) -> Iterator[tuple[int, int, str]]:
        """Yield what is marked, in order; a day that begins inside an act's number is none."""
        acts = [(named.start, 0, named.end) for named in self.numbers]
        days = [(named.start, 1, named.end) for named in self.days if named.day is not None]
        numbered = 0
        for start, is_day, end in sorted((*acts, *days)):
            if not is_day:
                numbered = max(numbered, end)
                yield start, end, "\ue001"
            elif start >= numbered:
                yield start, end, "\ue000"

    @cached_property
    def sieve(self) -> Sieve:
        """Where patterns can match in the flow."""
        return sieve_of(self.flow)

    @cached_property
    def marked_sieve(self) -> Sieve:
        """Where patterns can match in the marked flow."""
        return sieve_of(self.marked)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The paragraphs, without blanks at their ends."""
        found, at = [], 0
        for line in self.flow.split("\n"):
            found.append(self.trimmed(at, at + len(line)))
            at += len(line) + 1
        return tuple(span for span in found if span.end > span.start)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order; a line end ends one."""
        ends = _ZH_END if self.language == "zh" else _EN_END
        found, at = [], 0
        for end in ends.finditer(self.flow):
            if self.language == "en" and self._abbreviated(end.start()):
                continue
            found.append(self.trimmed(at, end.end()))
            at = end.end()
        found.append(self.trimmed(at, len(self.flow)))
        return tuple(span for span in found if span.end > span.start)

    def sentence_before(self, at: int) -> Span:
        """Return the sentence before a place; a number of a point that stands alone is none."""
        before = self.sentence(max(0, at - 2))
        while before.start > 0 and _ONLY_NUMBER.fullmatch(self.flow, before.start, before.end):
            before = self.sentence(max(0, before.start - 2))
        return before

    def sentence(self, at: int) -> Span:
        """Return the sentence that holds the character ``at``."""
        place = bisect_right(self._begins, at) - 1
        return self.sentences[max(place, 0)]

    def within(self, low: int, high: int) -> tuple[Span, ...]:
        """Return the sentences that begin in ``low:high``."""
        first, last = bisect_left(self._begins, low), bisect_left(self._begins, high)
        return self.sentences[first:last]

    def sentences_of(self, span: Span) -> Iterator[Span]:
        """Yield a stretch sentence by sentence, also where it begins or ends within one."""
        begins = [span.start, *(one.start for one in self.within(span.start + 1, span.end))]
        for low, high in pairwise((*begins, span.end)):
            yield self.trimmed(low, high)

    def lines_within(self, low: int, high: int) -> tuple[Span, ...]:
        """Return the paragraphs that begin in ``low:high``."""
        begins = self._lines_begin
        return self.lines[bisect_left(begins, low) : bisect_left(begins, high)]

    @cached_property
    def _begins(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _lines_begin(self) -> list[int]:
        return [line.start for line in self.lines]

    def days_in(self, low: int, high: int) -> tuple[DayNamed, ...]:
        """Return the days named in ``low:high``."""
        begins = self._days_begin
        return self.days[bisect_left(begins, low) : bisect_left(begins, high)]

    @cached_property
    def _days_begin(self) -> list[int]:
        return [day.start for day in self.days]

    def numbers_in(self, low: int, high: int) -> tuple[NamedNumber, ...]:
        """Return the numbers of acts whose serial stands in ``low:high``."""
        ends = self._numbers_end
        return self._by_end[bisect_right(ends, low) : bisect_right(ends, high)]

    @cached_property
    def _numbers_end(self) -> list[int]:
        return [named.end for named in self._by_end]

    @cached_property
    def _by_end(self) -> tuple[NamedNumber, ...]:
        return tuple(sorted(self.numbers, key=lambda named: named.end))

    def trimmed(self, start: int, end: int) -> Span:
        """Return ``start:end`` without blanks at its ends."""
        piece = self.flow[start:end]
        if piece and not piece[0].isspace() and not piece[-1].isspace():
            return Span(start, start + len(piece))
        start += len(piece) - len(piece.lstrip())
        return Span(start, start + len(piece.strip()))

    def evidence(self, field: str, start: int, end: int) -> Evidence:
        """Return the words at ``start:end`` as evidence for ``field``."""
        span = self.trimmed(start, end)
        if self.language == "zh" and (spaced := self._spaced_out(span.start)) is not None:
            span = Span(min(span.start, spaced.start), max(span.end, spaced.end))
        quote = self.text[span.start : span.end]
        return Evidence(field=field, start=span.start, end=span.end, quote=quote)

    def _spaced_out(self, at: int) -> Span | None:
        """Return the line around ``at`` in the text if its characters stand apart there."""
        low, high = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        line = self.text[low : high if high >= 0 else len(self.text)]
        found = _SPACED_OUT.fullmatch(line) if len(line) < _SPACED_LINE else None
        return None if found is None else Span(low + found.start("words"), low + found.end("words"))

    def _abbreviated(self, dot: int) -> bool:
        """Tell whether the point at ``dot`` ends a short form and no sentence."""
        if self.flow[dot] != ".":
            return False
        inside = any(one.start < dot < one.end - 1 for one in self.days_in(dot - 12, dot))
        if inside or SHORT.search(self.flow[max(0, dot - 8) : dot]) is not None:
            return True
        return _HEADS_ENTRY.search(self.flow, max(0, dot - _ENTRY), dot) is not None


_HEADS_ENTRY = regexp(
    r"[\"“‘'](?:\([0-9a-z]{1,3}\)\s?)?[0-9][A-E][0-9]{3}(?:\.[a-z0-9]{1,2}){0,3}$"
)
"""A code that opens quoted words, whose full stop ends no sentence: ``“1C961.d. Beryllium``."""
_ENTRY = 24
_BRACKETED_ACT = regexp(
    r"\((?=[^()\n]{0,160}\ue001)[^()\n]{3,240}\)|\((?:[A-Z][A-Za-z]{1,20},?\s){0,4}No\.(?=\s[0-9]{1,3}\))"
)
_STOP_INSIDE = regexp(r";|\.(?=\s|$)")


def _without_stops(bracket: re.Match[str]) -> str:
    """Return a bracket that cites acts without stops: it ends no clause of its sentence."""
    return _STOP_INSIDE.sub(",", bracket.group())


_TITLE_OF_ACT = regexp(
    r"(?<=《)[^《》\n]{2,120}(?=》\([^()《》\n\ue001]{0,24}\ue001)|(?<=\ue001《)[^《》\n]{2,120}(?=》)"
    r"|(?<=\ue001\()(?:关于|公布)[^()《》\n\ue001]{2,90}(?=\))"
)


def _unsaid(title: re.Match[str]) -> str:
    """Return marks for the title of an act: its words say nothing of what is done to the act."""
    return IN_TITLE * len(title.group())


_SPACED_LINE = 80
_SPACED_OUT = regexp(r"\s*(?P<words>[一-鿿](?:[ \u3000]{1,4}[一-鿿]){1,24})\s*")
"""A heading or a signature whose characters stand apart: ``商　务　部``."""


def _closed_up(folded: str) -> str:
    """Return the text with the characters of such lines together, each line as long as before."""
    lines = folded.split("\n")
    for index, line in enumerate(lines):
        if len(line) < _SPACED_LINE and _SPACED_OUT.fullmatch(line):
            lines[index] = "".join(line.split()).ljust(len(line))
    return "\n".join(lines)


_OLD_DRAFT = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,4}"
    r"\[(?:旧稿|旧版|旧文|草稿|样稿|样例|示例|模板|测试|已?作废)\][^\n]{1,2000}"
)
"""A paragraph that says of itself that it is an old draft or a sample, and no part of the act."""


def passed_over(text: str) -> Span | None:
    """Return the middle of a text that is too long to be read whole: whole lines, if it has any."""
    if len(text) <= MOST:
        return None
    first, last = MOST - END, len(text) - END
    begin, end = text.find("\n", first, last), text.rfind("\n", first, last)
    return Span(begin + 1, end) if 0 <= begin < end - 2 else Span(first, last)


def _blanked_at(text: str, span: Span) -> str:
    """Return the text with a paragraph of marks where ``span`` stands: nothing is read there."""
    blank = "\ue00f" * (span.end - span.start - 2)
    return f"{text[: span.start]}\n{blank}\n{text[span.end :]}"


def _blanked(match: re.Match[str]) -> str:
    return "\ue00f" * len(match.group())


def _language(folded: str) -> Language:
    """Tell which language a text is in: Chinese, if a tenth of its letters are characters."""
    sample = folded[:20_000]
    characters = len(_CJK.findall(sample))
    return "zh" if characters * 10 > len(sample) else "en"
