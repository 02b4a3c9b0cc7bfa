"""Under which article does a lettered change stand, and on which day of its own does it begin?

``(4) Article 5s is amended as follows:`` and below it ``(a) paragraph 2 is deleted``.
"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.affected_parts import own_points
from tracker.extraction.names.references import english_provisions
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp

_LETTERED = regexp(r"\s{0,12}(?:[-\u2013\u2014]\s|\((?P<n>[a-z]{1,2}|[ivx]{1,4})\)\s?)")
_NUMBERED = regexp(r"\s{0,12}\(?[0-9]{1,3}[.)]\s?")
_OPENS = regexp(r"[-\u2013\u2014:]\s*$")
_OF_ARTICLE = regexp(r"(?:art|reg|sec)-[0-9]")
_LINES, _REACH = 60, 8_000


def article_above(act: Act, at: int) -> str:
    """Return the article of the numbered line above a lettered one, with the dash behind it."""
    flow = act.flow.flow
    start = flow.rfind("\n", 0, at) + 1
    if _LETTERED.match(flow, start) is None:
        return ""
    low = max(act.body.start, start - _REACH)
    for _ in range(_LINES):
        if start <= low:
            break
        end = start - 1
        start = flow.rfind("\n", 0, end) + 1
        if _NUMBERED.match(flow, start, end) is None:
            continue
        if _OPENS.search(flow, start, end) is None:
            return ""
        named = [one.id for one in english_provisions(flow, start, end)]
        return f"{named[0]}-" if len(named) == 1 and _OF_ARTICLE.match(named[0]) else ""
    return ""


def letter_of_line(act: Act, at: int) -> str:
    """Return the letter at the head of the line in which a place stands."""
    found = _LETTERED.match(act.flow.flow, act.flow.flow.rfind("\n", 0, at) + 1)
    return (found["n"] or "") if found is not None else ""


def part_with_start(
    act: Act, point: int | None, *, annexed: bool, at: int | None = None
) -> str | None:
    """Return the part of the act under which a numbered change starts on a day of its own.

    ``at`` is where it stands: ``Article 1(2)(a)`` holds for item (a) of point 2 alone.
    """
    if point is None:
        return None
    names = (str(point), chr(ord("a") + point - 1) if point <= _LETTERS else "")
    letter = letter_of_line(act, at) if at is not None else ""
    deep = [key for key in act.commencement.parts if _DEEP.fullmatch(key)]
    item = next((key for key in deep if letter and key.endswith(f"-{point}-{letter}")), None)
    own = next((p.value for p in own_points(act) if at is not None and p.span.holds(at)), None)
    keys = (
        key
        for key in act.commencement.parts
        if key not in deep
        and key.rpartition("-")[2] in names
        and (annexed or own is None or _within(key, own))
    )
    return item or next((key for key in keys if annexed or not key.startswith("annex-")), None)


def _within(key: str, own: int) -> bool:
    """Tell whether a part is, or belongs to, the article of that number, and is no other one."""
    article = _ARTICLE_KEY.match(key)
    if article is not None:
        return int(article["n"]) == own
    return _ROMAN_KEY.fullmatch(key) is None or key == roman(own)


_ARTICLE_KEY = regexp(r"(?:art|reg|sec)-(?P<n>[0-9]{1,3})(?:-|$)")
_ROMAN_KEY = regexp(r"[ivxl]{1,6}")
_DEEP = regexp(r"(?:(?:art|reg)-[0-9]{1,3}|[ivx]{1,6})-[0-9]{1,3}-[a-z]")
_LETTERS = 26
