"""How does a text except a part right behind the act whose rest it moves?"""

import re

from tracker.extraction.prose.flow import Flow, Span

_PARTS = r"第[一二三四五六七八九十、和及0-9()第条项款点]{1,24}[条项款点]"
SPARED_BEHIND = re.compile(
    r"[》)]{0,2}(?:\([^()]{0,60}\))?\s?"
    rf"(?:[,(]\s?但?(?:其中的?|其|该(?:公告|通知|令|办法|决定)的?)?{_PARTS}[^,。;()]{{0,6}}(?:除外|不在此列|不在此限)"
    rf"|[,(]\s?(?:但)?(?:不含|不包括|不包含)(?:其|该(?:公告|通知|令|办法|决定)的?)?{_PARTS})"
)
"""``第933号(第二条除外)``, ``第933号,但该公告第二条不在此列``, ``第933号(不含第二条)``."""
_ACT_END = re.compile("\ue001(?!\ue001)")


def spares_a_part(flow: Flow, item: Span) -> bool:
    """Tell whether an item of a list excepts a part right behind an act that it names."""
    ends = (found.end() for found in _ACT_END.finditer(flow.marked, item.start, item.end))
    return any(SPARED_BEHIND.match(flow.flow, end) for end in ends)
