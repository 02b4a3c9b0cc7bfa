"""Which year stands alone beside the number of a Chinese act: ``1993年国务院令第907号``?"""

import re

_BEFORE = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年 ?(?:中华人民共和国|原)?$")
_BEHIND = re.compile(
    r" ?[,(]? ?(?P<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?(?:公布|发布|颁布|印发|施行)"
)
_REACH = 20


def year_beside(flow: str, start: int, end: int) -> int | None:
    """Return the year written right before ``start``, else right behind ``end``."""
    told = _BEFORE.search(flow, max(0, start - _REACH), start) or _BEHIND.match(flow, end)
    return int(told["year"]) if told is not None else None
