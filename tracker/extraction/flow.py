"""How is a text made ready for reading: one spelling, whole paragraphs, sentences, days?

Nothing moves: every offset in the flow is an offset in the text.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tracker.extraction.calendar_words import DayNamed, days_named
from tracker.extraction.extracted import Evidence, Language
from tracker.extraction.folding import fold
from tracker.extraction.footnotes import footnoted
from tracker.extraction.issuers import IssuerNames, Surroundings, surroundings
from tracker.extraction.numbers import NamedNumber, named_numbers

MOST = 600_000
"""How many characters of a text are read; what comes after is no announcement."""

DAY = "\ue000{4,30}"
"""A pattern for a day in the marked text, however it is written."""

ACT = "\ue001{3,160}"
"""A pattern for the number of an act in the marked text."""

_CJK = re.compile("[一-鿿]")
_WRAPPED_AT = 50
_WRAPPED_LINES = 100
_SLACK = 8
"""How many characters a writer leaves free before he breaks a line."""
_NEW_BLOCK = re.compile(
    r"[ \t]*(?!(?:19|20)[0-9]{2}\. )(?:[A-Z][A-Z ,&'-]{2,60}:"
    r"|\[(?!deg|mu|micro)|\(?[0-9ivxa-z]{1,4}[.)] "
    r"|[A-Z0-9]{1,3}\. |[-*\u2022=_]"
    r"|[0-9]{1,3}[A-Z]? (?:[Ee]x )?[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{2} [A-Z]"
    r"|[A-Z][a-z]{2,14}: |[0-9]{1,3}\.-|(?:Made|Laid|Coming)\b[^.]{3,80}$|(?:[A-Z][a-z]+(?: "
    r"|$)){1,5}$"
    r"|Article\b|Section\b|PART\b|(?:Annex|ANNEX|Schedule)\b(?!\.)|Regulation [0-9]"
    r"|\([0-9A-Za-z]{1,4}\))"
)
_ROW = re.compile(r"\S\s{0,40}\|\s{0,40}\S[^|]*\||\S {3,}\S.*\S {3,}\S|^\s*(?:[*+=|-]\s?){4,}\s*$")
"""A row of a table set in plain characters, or what parts its rows."""
_GOES_ON = re.compile(r"[a-z]|(?:19|20)[0-9]{2}\b['’]?[ ,.;)]|(?:Ltd|Inc|LLC|Limited)\b")
"""How a line begins that goes on with the sentence of the one before it."""
_CLOSED = re.compile(r"[.:;!?\]\"')]\s*$")
_ZH_END = re.compile(r"[。!?][”’」』\")]?|\n")
_EN_END = re.compile(r"[.!?][\"')”’]{0,2}(?=\s+[\"'(\[“‘]{0,2}[A-Z0-9])|\n")
_SHORT = re.compile(
    r"(?:\b(?:Nos?|nos?|NO|Doc|Art|Arts|Reg|Regs|para|paras|pt|Pt|Sec|sec|Supp|Inc|Co"
    r"|Ltd|Pte|Pvt|Pty|Sdn|Bhd|Corp|Mr|Mrs|Ms|Dr"
    r"|St|vs|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ca|Vol|Dept|Gov|Sen|Rep|Gen"
    r"|Fed|Stat|Cir|Am|S\.?I|S\.?O|e\.g|i\.e|[ap]\.m)|\b[A-Z]|(?:^|\n)\s{0,3}[0-9]{1,3}"
    r"|\([A-Za-z]?[0-9]?)$"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, end exclusive."""

    start: int
    end: int

    def holds(self, at: int) -> bool:
        """Tell whether the character ``at`` lies in it."""
        return self.start <= at < self.end


class Flow:
    """A text made ready for reading.

    ``flow`` is folded, with a blank for every line end inside a paragraph; ``marked`` is the same
    with a mark for every character of a day (`DAY`) and of an act's number (`ACT`).
    """

    def __init__(self, text: str, *, language: Language | None, names: IssuerNames) -> None:
        self.text = text
        folded = _closed_up(fold(text[:MOST]))
        self.language: Language = language or _language(folded)
        unwrapped = (
            _unwrapped(folded)
            if self.language == "en"
            else _characters_joined(folded, printed=text[:MOST])
        )
        self.flow = _masked(unwrapped)
        self._names = names

    @cached_property
    def days(self) -> tuple[DayNamed, ...]:
        """The days that the text names, in order."""
        return days_named(self.flow)

    @cached_property
    def numbers(self) -> tuple[NamedNumber, ...]:
        """The numbers of acts that the text names, in order."""
        named = named_numbers(self.flow)
        noted = tuple(footnoted(self.flow, named))
        return tuple(sorted((*named, *noted), key=lambda one: one.start)) if noted else named

    @cached_property
    def around(self) -> Surroundings:
        """Where which issuer stands."""
        return surroundings(self.flow, self._names)

    @cached_property
    def marked(self) -> str:
        """The flow with its days and its numbers of acts as marks."""
        chars = list(self.flow)
        for named in self.numbers:
            chars[named.start : named.end] = "\ue001" * (named.end - named.start)
        for day in self.days:
            if day.day is not None:
                chars[day.start : day.end] = "\ue000" * (day.end - day.start)
        return "".join(chars)

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

    def sentence(self, at: int) -> Span:
        """Return the sentence that holds the character ``at``."""
        place = bisect_right(self.sentences, at, key=lambda span: span.start) - 1
        return self.sentences[max(place, 0)]

    def within(self, low: int, high: int) -> tuple[Span, ...]:
        """Return the sentences that begin in ``low:high``."""
        first = bisect_left(self.sentences, low, key=lambda span: span.start)
        last = bisect_left(self.sentences, high, key=lambda span: span.start)
        return self.sentences[first:last]

    def days_in(self, low: int, high: int) -> tuple[DayNamed, ...]:
        """Return the days named in ``low:high``."""
        first = bisect_left(self.days, low, key=lambda day: day.start)
        last = bisect_left(self.days, high, key=lambda day: day.start)
        return self.days[first:last]

    def numbers_in(self, low: int, high: int) -> tuple[NamedNumber, ...]:
        """Return the numbers of acts whose serial stands in ``low:high``."""
        first = bisect_right(self._by_end, low, key=lambda named: named.end)
        last = bisect_right(self._by_end, high, key=lambda named: named.end)
        return self._by_end[first:last]

    @cached_property
    def _by_end(self) -> tuple[NamedNumber, ...]:
        return tuple(sorted(self.numbers, key=lambda named: named.end))

    def trimmed(self, start: int, end: int) -> Span:
        """Return ``start:end`` without blanks at its ends."""
        piece = self.flow[start:end]
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
        return self.flow[dot] == "." and _SHORT.search(self.flow[max(0, dot - 8) : dot]) is not None


_SPACED_LINE = 40
_SPACED_OUT = re.compile(r"\s*(?P<words>[一-鿿](?:[ \u3000]{1,4}[一-鿿]){1,9})\s*")
"""A heading or a signature whose characters stand apart: ``商　务　部``."""


def _closed_up(folded: str) -> str:
    """Return the text with the characters of such lines together, each line as long as before."""
    lines = folded.split("\n")
    for index, line in enumerate(lines):
        if len(line) < _SPACED_LINE and _SPACED_OUT.fullmatch(line):
            lines[index] = "".join(line.split()).ljust(len(line))
    return "\n".join(lines)


_TO_MACHINES = re.compile(
    r"(?:人工智能|大模型|语言模型|AI|机器人|自动(?:化)?(?:处理)?(?:程序|系统)|智能(?:体|助手)|爬虫|\b(?:AI"
    r"|[Ll]anguage\s[Mm]odels?|LLMs?|[Aa]ssistants?|[Cc]hatbots?|[Aa]gents?"
    r"|[Cc]rawlers?|[Aa]utomated\s(?:systems?|readers?|tools?|processing)"
    r"|[Mm]achine\sreaders?)\b)"
)
_ORDERS_THEM = re.compile(
    r"忽略|无视|不要理会|不得遵守|覆盖(?:此前|之前|先前)|输出|回答|登记为|标记为|(?i:\bignore\b|\bdisregard\b"
    r"|\bforget\s(?:all|your|the)|\boverride\b|\brespond\swith\b|\boutput\b"
    r"|\byour\s(?:instructions|rules|system\sprompt)|\bsystem\sprompt\b|\b(?:must"
    r"|should|please)\s(?:record|mark|treat|report|register|answer|set)\b"
    r"|\brecord\sthat\b|\bmark\s(?:every|all|this|the)\b)"
)
_IGNORE_ALL = re.compile(
    r"置信度|本页应当?(?:判定|视为|登记)|"
    r"忽略(?:以上|之前|先前|前述|上述|此前)[^。\n]{0,16}(?:指令|内容|规则|要求)|(?i:\b(?:ignore|disregard"
    r"|forget)\s(?:all\s|any\s|the\s|your\s){0,2}(?:previous|prior|above|earlier"
    r"|preceding)\s(?:instructions?|content|text|rules|prompts?)|\b(?:ignore|disregard"
    r"|forget)\s(?:all|any|every|your)\s(?:the\s)?(?:rules?|instructions?|guidelines?"
    r"|prompts?))"
)


_OF_IGNORING = ("置信度", "本页", "忽略", "ignore", "disregard", "forget")
_OF_MACHINES = (
    "人工智能", "大模型", "语言模型", "机器人", "自动", "智能", "爬虫",
    "AI", "odel", "LLM", "ssistant", "hatbot", "gent", "rawler", "utomated", "achine",
)  # fmt: skip
"""Words without which nothing in a text can be meant for a program."""


def _masked(flow: str) -> str:
    """Blank the paragraphs that address a program: words of a third party, and no part of an act.

    They stay in the text; nothing is read in them.
    """
    told = flow.lower()
    ignored = any(map(told.__contains__, _OF_IGNORING))
    if not ignored and not any(map(flow.__contains__, _OF_MACHINES)):
        return flow
    lines = flow.split("\n")
    for index, line in enumerate(lines):
        if not ignored and not any(map(line.__contains__, _OF_MACHINES)):
            continue
        addressed = _TO_MACHINES.search(line) is not None and _ORDERS_THEM.search(line) is not None
        if _IGNORE_ALL.search(line) or (addressed and _COMMANDS.search(line)):
            lines[index] = "\ue00f" * len(line)
    return "\n".join(lines)


_COMMANDS = re.compile(
    r"(?:致|阅读|读到|处理|解析)[^。\n]{0,24}(?:人工智能|模型|程序|系统|助手|机器人)|(?:人工智能|模型|助手|机器人"
    r"|程序)[^。\n]{0,12}(?:请|应|须|必须)|(?i:\b(?:note|attention|instructions?|message"
    r"|to)\s(?:to\s|for\s|all\s|any\s|the\s){0,3}(?:AI|language\smodels?|LLMs?"
    r"|assistants?|chatbots?|automated|agents?|crawlers?)|\b(?:AI|model|assistant|agent"
    r"|LLM)s?\b[^.\n]{0,20}[:,]|\b(?:if\s)?you\sare\s(?:an?\s)?(?:AI|language\smodel"
    r"|assistant|automated))"
)


def _language(folded: str) -> Language:
    """Tell which language a text is in: Chinese, if a tenth of its letters are characters."""
    sample = folded[:20_000]
    characters = len(_CJK.findall(sample))
    return "zh" if characters * 10 > len(sample) else "en"


def _unwrapped(folded: str) -> str:
    """Return the text with a blank for the line ends that only a narrow page made."""
    lines = folded.split("\n")
    told = [len(line) for line in lines if line.strip()]
    narrow = sorted(length for length in told if length <= _WRAPPED_LINES)
    long = sum(1 for length in narrow if length >= _WRAPPED_AT)
    few_wide = (len(told) - len(narrow)) * 8 <= len(told)
    wrapped = long * 4 >= len(told) or _broken_off(lines) >= _BREAKS
    if not few_wide or not wrapped or len(lines) < 8:
        return folded
    return "".join(_joined(lines, narrow[len(narrow) * 19 // 20]))


def _broken_off(lines: list[str]) -> int:
    """Return how many long lines break off in the middle of a sentence."""
    return sum(
        len(before) >= _WRAPPED_AT and before[-1:].isalpha() and _GOES_ON.match(after) is not None
        for before, after in itertools.pairwise(lines)
    )


_ENDS_ZH = re.compile(r"[。;:!?、》)]\s*$")
_BEGINS_ZH = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、]"
    r"|第[一二三四五六七八九十百]{1,5}[条章]|附件|特此"
    r"|[\[(](?:19|20)[0-9]{2}[\])]\s?第?\s?[0-9]{1,4}\s?号\s*$"
    r"|(?:19|20)[0-9]{2}年[0-9 ]{1,4}月[0-9 ]{1,4}日\s*$|-|\(代章\))"
)
"""How a line ends, and begins, that is not broken off in the middle of a sentence."""
_FULL_ZH = 40
_MARGIN_ZH = 8


def _columns(line: str) -> int:
    """Return how wide a line is printed: a character is as wide as two letters."""
    return sum(2 if character > "\u2e7f" else 1 for character in line)


def _full_lines(widths: list[int], least: int, margin: int) -> list[bool]:
    """Tell of each line whether it is about as long as the longest ones."""
    low = max([least, *widths]) - margin
    return [width >= max(least, low) for width in widths]


def _characters_joined(folded: str, *, printed: str) -> str:
    """Return a Chinese text with a blank for the line ends that only a narrow page made.

    ``printed`` is the text as it stands, whose stops are as wide as its characters.
    """
    lines = folded.split("\n")
    shown = [line.rstrip() for line in printed.split("\n")]
    if len(shown) != len(lines) or any(_columns(line) > _WRAPPED_LINES for line in shown):
        return folded
    full = _full_lines([_columns(line) for line in shown], _FULL_ZH, _MARGIN_ZH)
    counted = _full_lines([len(line) for line in shown], _FULL_ZH // 2, _MARGIN_ZH // 2)
    broken = [
        (by_width or by_count) and not _ENDS_ZH.search(line) and not _BEGINS_ZH.match(after)
        for by_width, by_count, line, after in zip(
            full, counted, lines, [*lines[1:], ""], strict=True
        )
    ]
    if sum(broken) < _BREAKS:
        return folded
    joints = (" " if one else "\n" for one in broken)
    return "".join(itertools.chain.from_iterable(zip(lines, joints, strict=True)))[:-1]


_BREAKS = 4
"""So many of them make a text with many short lines one that was set on a narrow page."""


def _joined(lines: list[str], width: int) -> Iterator[str]:
    """Yield the lines with what parts them: a blank where the next word had no room."""
    yield lines[0]
    for before, line in itertools.pairwise(lines):
        full = len(before) + 1 + len(line.partition(" ")[0]) > width - _SLACK
        goes_on = full or _GOES_ON.match(line) is not None
        open_still = before.count("(") > before.count(")")
        closed = (
            _CLOSED.search(before)
            and not open_still
            and not _SHORT.search(before.rstrip()[:-1][-8:])
        )
        in_table = _ROW.search(line) or _ROW.search(before)
        opens = before.rstrip().endswith(":")
        broken = in_table or opens or _NEW_BLOCK.match(line) or (closed and len(before) < 60)
        yield " " if goes_on and not broken else "\n"
        yield line
