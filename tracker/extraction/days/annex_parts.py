"""Which annexes does a provision hang on, where an act has several, and from when do they hold?"""

import re
from collections.abc import Iterator

from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.numerals import NUMERAL, number
from tracker.extraction.spelling.regexps import regexp

_ANNEX = r"(?:附(?:件|表|录)|(?:(?<![一-鿿])|(?<=[对将由按见与和及至]))(?:表|清单|名单|目录))"
_NAMED = regexp(
    rf"(?<!\ue001){_ANNEX}\s?(?P<n>{NUMERAL})(?P<more>(?:\s?[、,和及与至]\s?{_ANNEX}?\s?{NUMERAL}(?![0-9]*\s?[项条款目家个])){{0,8}})"
)
_ONE = regexp(rf"(?P<to>至)?\s?{_ANNEX}?\s?(?P<n>{NUMERAL})")
_HEAD = regexp(rf"{_ANNEX}\s?(?P<n>{NUMERAL})")
_OF_PART = regexp(r"\s?第\s?\(?[0-9一二三四五六七八九十]")


def annexes_named(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    """Yield the annexes of the act itself that ``low:high`` names as a whole: ``annex-1``."""
    for found in _NAMED.finditer(flow.marked, low, high):
        if _OF_PART.match(flow.flow, found.end()):
            continue
        last = 0
        for one in _ONE.finditer(found["n"] + found["more"]):
            value = number(one["n"]) or 0
            for counted in range(last + 1 if one["to"] and last else value, value + 1):
                yield Provision(id=f"annex-{counted}", start=found.start(), end=found.end())
            last = value


def annexes_of(flow: Flow, span: Span, annexes: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the annexes that a stretch means: those that it names by number, else all.

    Where it names a table of theirs (``目录表二所列货物``), only that table.
    """
    wanted = {one.id for one in annexes_named(flow, span.start, span.end)}
    heads = [_HEAD.match(flow.flow, annex.start, annex.end) for annex in annexes]
    if not wanted or not any(heads):
        return _tables_of(flow, span, annexes) or annexes
    meant = tuple(
        annex
        for annex, head in zip(annexes, heads, strict=True)
        if head is not None and f"annex-{number(head['n'])}" in wanted
    )
    return meant or annexes


_N = r"(?P<n>[一二三四五六七八九十]|[0-9]{1,2})"
_STEM = r"(?P<stem>[甲乙丙丁戊己庚])[表类]"
_TABLE = regexp(rf"(?:(?<![附下上])表\s?{_N}|{_STEM})(?=所列|列明|物项|[中内、和])")
_TABLE_HEAD = regexp(rf"(?<=\n)[ \t]{{0,4}}(?:表\s?{_N}|{_STEM})(?=[\s:.])")


def _label(told: re.Match[str]) -> str:
    """Return how a table is counted: by a number, or by one of the ten stems (``甲表``)."""
    return told["stem"] or str(number(told["n"]))


def _tables_of(flow: Flow, span: Span, annexes: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the tables within the annexes that a stretch names: ``表一``, ``甲表``."""
    wanted = {_label(one) for one in _TABLE.finditer(flow.flow, span.start, span.end)}
    return tuple(
        Span(head.start(), behind)
        for annex in (annexes if wanted else ())
        for head, behind in _tables_in(flow, annex)
        if _label(head) in wanted
    )


def _tables_in(flow: Flow, annex: Span) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the head of each numbered table of an annex, with where the table ends."""
    heads = [*_TABLE_HEAD.finditer(flow.flow, annex.start, annex.end)]
    ends = [*(head.start() for head in heads[1:]), annex.end]
    yield from zip(heads, ends[: len(heads)], strict=True)
