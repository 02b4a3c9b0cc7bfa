"""Is this page what was asked for, or a wall, a sign-in, the home page or an apology?

A 200 proves nothing. The tables of `tracker.feeds.impostor_signs` hold words that only such pages
show in their title, in their code, or in the little text that they have.
"""

import re
from urllib.parse import urlsplit

from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.pages.text import html_to_text
from tracker.feeds.impostor_signs import CODE, STEMS, TITLES

LITTLE = 1_200
"""A page with more visible text than this is a page, whatever words it holds."""

NEXT_TO_NOTHING = 160
"""A page with less visible text than this says of itself what it is in any word."""

LONG_LINE = 160
"""Longer lines are prose, which may speak of anything."""

_TITLE = re.compile(r"<title[^>]{0,200}>(.{0,400}?)</title", re.IGNORECASE | re.DOTALL)
_PASSWORD = re.compile(r"<input\b[^>]{0,400}\btype\s*=\s*[\"']?password", re.IGNORECASE)

_TITLE_SIGNS = tuple((re.compile(sign.words, re.IGNORECASE), sign) for sign in TITLES)
_STEMS = tuple((re.compile(sign.words, re.IGNORECASE), sign) for sign in STEMS)
_OF_A_NOTICE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|第\s?[0-9一二三四五六七八九十百〇]+\s?[号條条]|\bNos?\.\s?\d|许可|許可"
    r"|出口|进口|輸出|輸入"
    r"|\b(?:licen[cs]e|export|import|order|regulation|(?:article|section) [0-9])",
    re.IGNORECASE,
)
_CODE_SIGNS = tuple((re.compile(sign), fault, told) for sign, fault, told in CODE)
_NOTICE = re.compile(
    r"公告|通知|通告|令第|告示|政令|省令|お知らせ|\bnotices?\b|\bannouncements?\b|\brule\b",
    re.IGNORECASE,
)
"""What a line says that announces something."""
_HOME = re.compile(r"/?(?:(?:index|default|home|main)(?:\.\w{1,5})?)?/?", re.IGNORECASE)
_LANGUAGE_HOME = re.compile(r"/(?:en|zh|cn|web|portal|html)/?", re.IGNORECASE)


def impostor(page: str) -> tuple[Fault, str] | None:
    """Return what a page is instead of a document, and how to say so; ``None`` for a document."""
    titled = _TITLE.search(page)
    title = html_to_text(titled.group(1)) if titled else ""
    shown = html_to_text(page)
    if len(shown) > LITTLE:
        return None
    for sign, fault, words in _CODE_SIGNS:
        if sign.search(page):
            return fault, words
    if _PASSWORD.search(page):
        return Fault.LOGIN, "a sign-in page"
    opening = "\n".join((title, *shown.splitlines()[:4]))
    for line in opening.splitlines():
        if len(line) > LONG_LINE:
            continue
        announces = _NOTICE.search(line) is not None  # such as the upkeep of a licensing system
        for pattern, row in _TITLE_SIGNS:
            if (row.even_in_news or not announces) and pattern.search(line):
                return row.fault, row.told
    return _next_to_nothing("\n".join((title, shown)))


def _next_to_nothing(shown: str) -> tuple[Fault, str] | None:
    """Return what a page is that shows a few words, none of which is of a notice."""
    if len(shown) > NEXT_TO_NOTHING or _NOTICE.search(shown) or _OF_A_NOTICE.search(shown):
        return None
    found = ((pattern, sign) for pattern, sign in _STEMS if pattern.search(shown))
    return next(((sign.fault, sign.told) for _, sign in found), None)


def refuse_impostor(page: str, *, url: str) -> None:
    """Raise `FetchError` for a page that is no document."""
    found = impostor(page)
    if found is not None:
        fault, words = found
        raise FetchError(f"the page is {words} and not what was asked for", url=url, fault=fault)


def is_home(asked: str, reached: str) -> bool:
    """Tell whether a request for something deeper was led to a home page."""
    if asked == reached:
        return False
    before, after = urlsplit(asked), urlsplit(reached)
    if before.path.rstrip("/") == after.path.rstrip("/") or after.query:
        return False
    if _HOME.fullmatch(before.path):
        return False
    shallow = _HOME.fullmatch(after.path) or _LANGUAGE_HOME.fullmatch(after.path)
    return bool(shallow)
