"""Which codes of goods does a text name: control codes, customs codes, catalogue entries?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.flow import Flow, Span

MOST = 5_000
"""The most codes of one kind that are read in one stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code as lists write it (``1C902.a``, ``2825909031``) and where it stands."""

    code: str
    start: int
    end: int


_CONTROL = re.compile(
    r"(?<![0-9A-Za-z.])(?P<code>[0-9][A-E][0-9]{3}(?:\.[a-z](?![a-z])(?:\.[0-9]{1,2}"
    r"(?![0-9])(?:\.[a-z](?![a-z]))?){0,3})?)(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])(?P<pl>PL[0-9]{4}(?:\.[a-z](?![a-z]))?)(?![0-9A-Za-z])"
)
_CUSTOMS_WORD = re.compile(
    r"海关商品编号|商品编号|商品编码|海关编码|税则号列|税号|HS\s?编码"
    r"|\b(?i:hs\s?codes?|customs\s(?:commodity\s)?(?:codes?|numbers?)"
    r"|commodity\s(?:codes?|numbers?)|cn\scodes?|taric|tariff\s(?:codes?|lines?|items?"
    r"|headings?|numbers?)|itc\s?\(?hs\)?|htsus?|hs\sno|combined\snomenclature)"
)
_CUSTOMS = re.compile(
    r"(?<![0-9A-Za-z.-])(?:(?P<plain>[0-9]{10}|[0-9]{8})"
    r"|(?P<dotted>[0-9]{4}\.[0-9]{2}\.[0-9]{2}(?:\.?[0-9]{2})?"
    r"|[0-9]{4}\.[0-9]{4}(?:\.?[0-9]{2})?)"
    r"|(?P<spaced>[0-9]{4}\s[0-9]{2}\s[0-9]{2}(?:\s[0-9]{2})?))(?![0-9A-Za-z]|[.-][0-9])"
)
_ONLY_CODES = re.compile(r"[0-9\s.,;、/()-]{8,400}")
_ENTRY = re.compile(r"(?<![0-9A-Za-z])(?P<code>[0-9]{6}[XJ])(?![0-9A-Za-z])")


def control_codes(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return the codes of control lists (``2B942.a.1``, ``PL9091``) in order, each once."""
    found = (
        Code(code=match.group(), start=match.start(), end=match.end())
        for match in _CONTROL.finditer(flow.flow, span.start, span.end)
    )
    return _once(found)


def customs_codes(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return the customs codes of eight or ten digits, without dots and blanks.

    Digits count only where a word for customs codes stands before them in their sentence, or in a
    table whose head has that word.
    """
    return _once(_customs(flow, span))


def _customs(flow: Flow, span: Span) -> Iterator[Code]:
    headed = False
    at = span.start
    for line in flow.flow[span.start : span.end].split("\n"):
        low, high = at, at + len(line)
        at = high + 1
        word = _CUSTOMS_WORD.search(flow.flow, low, high)
        cells = "|" in line or _ONLY_CODES.fullmatch(line.strip()) is not None
        in_table = headed and word is None and cells
        if word is not None or in_table:
            start = word.end() if word is not None else low
            for match in _CUSTOMS.finditer(flow.flow, start, high):
                digits = re.sub(r"[.\s]", "", match.group())
                if 1 <= int(digits[:2]) <= 97:
                    yield Code(code=digits, start=match.start(), end=match.end())
        headed = headed or word is not None


_QUOTED = re.compile(r"[“‘\"'](?P<code>[0-9]{10}|[0-9]{8})[”’\"']")


def quoted_codes(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return customs codes that stand alone between quotation marks."""
    found = (
        Code(code=match["code"], start=match.start("code"), end=match.end("code"))
        for match in _QUOTED.finditer(flow.flow, span.start, span.end)
        if 1 <= int(match["code"][:2]) <= 97
    )
    return _once(found)


def catalogue_entries(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return the numbers of technology catalogue entries (``902601X``)."""
    found = (
        Code(code=match["code"], start=match.start(), end=match.end())
        for match in _ENTRY.finditer(flow.flow, span.start, span.end)
    )
    return _once(found)


def _once(codes: Iterator[Code]) -> tuple[Code, ...]:
    found: dict[str, Code] = {}
    for code in codes:
        if len(found) >= MOST:
            break
        found.setdefault(code.code, code)
    return tuple(found.values())
