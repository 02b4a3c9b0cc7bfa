"""Does a day beside a number tell from when something holds, and not when the act was made?"""

from tracker.extraction.spelling.calendar_words import DayNamed
from tracker.extraction.spelling.regexps import regexp

_BEFORE = regexp(
    r"(?:自|从|至|到)$|\b(?:[Ff]rom|[Uu]ntil|[Tt]ill|[Tt]hrough|[Aa]s\s(?:of|from)|[Ee]ffective|[Ss]ince|[Ss]tarting|[Bb]eginning|[Bb]efore|[Bb]y)\s(?:on\s)?$"
)
_BEHIND = regexp(
    r"\s?(?:[零〇0-9一二三四五六七八九十]{1,3}时(?:[0-9]{1,2}分)?)?(?:起|至|止|以前|之前|前|以后|之后)"
)


def is_day_of_effect(flow: str, day: DayNamed) -> bool:
    """Tell whether the words around a day make it the first or the last one of something."""
    before = flow[max(0, day.start - 12) : day.start]
    if _BEHIND.match(flow, day.end):
        return True
    return _BEFORE.search(before) is not None
