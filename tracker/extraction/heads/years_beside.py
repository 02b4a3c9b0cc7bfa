"""Which year or day stands beside the number of an act: ``1993年国务院令第907号``?"""

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.numerals import ERAS
from tracker.extraction.spelling.regexps import regexp

_BEFORE = regexp(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})\s?年 ?(?:中华人民共和国|原)?$")
_BEHIND = regexp(
    r"(?:[两二三四五六七八九十0-9]{1,2}[项个份件])?(?:公告|令|通知)? ?[,(]? ?"
    r"(?:[均都皆也]?系?[于在])?"
    r" ?(?P<year>(?:19|20)[0-9]{2})\s?年(?:\s?[0-9]{1,2}\s?月)?(?:公布|发布|颁布|印发|施行)"
)
_BEHIND_ITS_BODY = regexp(
    r"\s(?:of\sthe\s(?:[A-Z][\w'-]{1,20},?\s|(?:of|and|the|for)\s){1,16}?)?"
    r"(?:of\s|\()(?:[A-Z][a-z]{2,8}\s[0-9]{1,2},\s)?"
    rf"(?:(?P<era>{'|'.join(ERAS)})\s(?P<era_year>[0-9]{{1,2}})|(?P<year>(?:19|20)[0-9]{{2}}))(?![0-9])"
)
"""``Order No. 918 of the Ministry of Economy, Trade and Industry of Reiwa 6``."""
_DATED_BEHIND = regexp(
    r"(?:\sof(?:\s[A-Z][\w'-]{1,20},?|\s(?:of|and|the|for)){1,16}?)?,?\s\(?(?:(?:which|that)\swas\s|as\s)?(?:of\s|dated\s"
    r"|(?:issued|published|promulgated|announced|released|adopted|gazetted)\s"
    r"(?:by\s[^.;:()\n\ue000\ue001]{2,80}?\s)?(?:on\s|in\s)?|(?<=\())\ue000{4,44}"
)
"""What leads behind a number to the day of its act: ``No. 61 of 1 May 2025``, ``(9 May 2025)``."""
_IN_BRACKET = regexp(
    r"\s?\((?P<year>(?:19|20)[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日(?:公布|发布|颁布|印发)?\)"
)
_REACH = 20


def year_beside(flow: str, start: int, end: int) -> int | None:
    """Return the year written right before ``start``, else right behind ``end``."""
    told = _BEFORE.search(flow, max(0, start - _REACH), start) or _BEHIND.match(flow, end)
    if told is not None:
        return int(told["year"])
    body = _BEHIND_ITS_BODY.match(flow, end)
    if body is None:
        return None
    return int(body["year"]) if body["year"] else ERAS[body["era"]] + int(body["era_year"])


def year_in_bracket(flow: str, number: NamedNumber) -> int | None:
    """Return the year of the day in brackets behind a number: ``第3号公告(2025年5月1日)``."""
    if number.form not in ("order", "announcement"):
        return None
    told = _IN_BRACKET.match(flow, number.end)
    return int(told["year"]) if told is not None else None


def year_of_day_behind(flow: Flow, number: NamedNumber) -> int | None:
    """Return the year of the day that stands behind an English number, or behind its body."""
    if number.form not in ("order", "announcement") or flow.language == "zh":
        return None
    told = _DATED_BEHIND.match(flow.marked, number.phrase_end)
    if told is None and _DONE_BY.search(flow.marked, max(0, number.start - _REACH), number.start):
        told = _ON_A_DAY.match(flow.marked, number.phrase_end)
    days = flow.days_in(number.phrase_end, told.end()) if told is not None else ()
    return days[-1].year if days else None


_DONE_BY = regexp(r"\b(?:by|through|via)\s(?:the\s)?(?:[A-Z]{2,8}\s)?$")
_ON_A_DAY = regexp(r"\son\s\ue000{4,44}")
"""Something done by an act on a day was done on the act's own: ``listed by No. 948 on May 1``."""


_STYLE = regexp(r"(?:原|中华人民共和国|中国){1,2}$")
"""What may stand before the name of a body: ``原中华人民共和国``."""
_PROMULGATED_BEFORE = regexp(
    r"\ue000{4,44}[一-鿿]{0,14}(?:公布|发布|颁布)的?《[^》]{2,60}》\($"
    r"|\(\s?\ue000{4,44}[一-鿿、\s]{0,20}(?:公布|发布|颁布|批准),\s?$"
)

_DAY_BEFORE = regexp(r"\ue000{4,44}[^,。;\ue000]{0,5}$")


def dated_right_before(flow: Flow, start: int) -> bool:
    """Tell whether a day stands right before an order: 2009年3月2日国务院令第950号."""
    style = _STYLE.search(flow.flow, max(0, start - 10), start)
    start = style.start() if style else start
    before = flow.marked[max(0, start - 70) : start]
    return any(pattern.search(before) for pattern in (_PROMULGATED_BEFORE, _DAY_BEFORE))
