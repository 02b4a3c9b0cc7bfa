"""Is a text headed as a correction of another act, whatever the correction is called?"""

import re

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.spelling.regexps import regexp

_CALLED = (
    r"(?:corrigend(?:um|a)|errat(?:um|a)|rectifications?|correction\s(?:slip|notice)"
    r"|notice\sof\scorrection|corrections?)"
)
_NO_ACT = (
    r"(?!\s*[^\n]{0,60}\b(?i:guides?|guidance|press|news|reports?|articles?\son|faqs?|questions|statements?"
    r"|summary|website|page|speech|leaflet|study|manual|handbook|presentation|figures|data|our)\b)"
)
"""What is corrected that is no act, though it may name one."""
_NAMED = regexp(r"\bNo\.?\s?[0-9]|\b(?:19|20)[0-9]{2}/[0-9]{2,5}\b|\([A-Z]{2,4}\)\s(?:No\s)?[0-9]")
_HEAD = regexp(
    r"(?:(?<=\n)|^)[\s|]{0,8}(?:STATUTORY\sINSTRUMENTS\s|Official\sJournal[^\n]{0,80}?\s[0-9.]{8,10}\s)?"
    rf"(?i:{_CALLED})(?:[:.]?[ \t]*(?=\n){_NO_ACT}|\s(?i:to|of|in)\s(?=[^\n]*[A-Z]){_NO_ACT}"
    r"(?:[^\n]{5,400}?(?=\s\([\"‘'“]?(?:OJ|Official\sJournal)\b)|(?=[^\n]{0,200}(?:No\.?|\(EU\)|S\.I\.)\s[0-9])[^\n]+"
    r"|[^\n]+(?<![.;])(?=\n)))"
    rf"|(?:(?<=\n)|^)(?P<behind>[^\n;]{{10,400}}):\s(?i:{_CALLED})[ \t]*(?=\n|\()"
    r"|(?:(?<=\n)|^)[^\n;]{10,240}\s(?i:on|regarding|concerning)\s(?:the\s)?"
    rf"(?i:{_CALLED}|correcting)\s(?:(?:to|of|in)\s)?[^\n;]{{5,300}}(?<!\.)(?=\n)"
)
_WORD = regexp(rf"(?i:\b(?:{_CALLED}|correcting)\b)")
_NEAR_TOP = 2_000
_REACH, _TITLE = 600, 300


def correction_head(flow: str) -> re.Match[str] | None:
    """Return the line that heads a correction: ``Corrigendum to …``, ``CORRECTION SLIP``."""
    head = _HEAD.search(flow, 0, _NEAR_TOP)
    if head is None or _NAMED.search(flow, max(0, head.start() - _TITLE), head.end() + _REACH):
        return head
    return None


def head_of_corrected(flow: str) -> tuple[int, int] | None:
    """Return the stretch of a correction's head in which the act stands that it corrects."""
    head = correction_head(flow)
    return (_begin(head), min(len(flow), head.end() + _REACH)) if head else None


def is_corrected(head: re.Match[str] | None, named: NamedNumber) -> bool:
    """Tell whether a number is that of the act corrected: in the head, or right below it.

    A British slip bears no number of its own, a corrigendum of the Union one of five digits.
    """
    if head is None or not _begin(head) <= named.start < head.end() + _REACH:
        return False
    below = named.form in ("eu_act", "uk_si") and len(named.serial) < _OF_CORRIGENDA
    return below or (head["behind"] is None and named.start < head.end())


_OF_CORRIGENDA = 5


def _begin(head: re.Match[str]) -> int:
    """Return where the act may first be named: a title before the word may go over two lines."""
    if head["behind"] is not None:
        return max(0, head.start() - _TITLE)
    word = _WORD.search(head.string, head.start(), head.end())
    return word.start() if word else head.start()
