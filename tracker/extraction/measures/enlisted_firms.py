"""Whom does a point put on a list: in its sentence, in the lines below it, or in table cells?

What the sentence says and how the names stand are read apart: ``将甲公司列入…``, ``新增以下实体:``
and a name a line, with or without a number, a dash, a Latin name in brackets.
"""

from itertools import takewhile

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.firms_chinese import firm_runs
from tracker.extraction.scope.parties import Party
from tracker.extraction.spelling.regexps import regexp

_PUTS_ON = regexp(
    r"(?:列入|增列|增补|加入|纳入|添加|调入|转入)[^。]{0,400}?(?:名单|清单)|(?:名单|清单)(?:新增|增列|增加|增补|添加)"
)
_OPENS = regexp(r":\s*$")
_CLOSES = regexp(
    r"[^\n]{0,60}(?:禁止|不得|应当|采取|[须需]|自\ue000|移出)|[一二三四五六七八九十]{1,3}、"
)


def enlisted_firms(act: Act, point: Point) -> tuple[Party, ...]:
    """Return the firms that the first sentence of a point which fills a list names."""
    flow = act.flow
    for one in flow.within(point.span.start, point.span.end):
        said = Span(max(one.start, point.text), one.end)
        if not _PUTS_ON.search(flow.flow, said.start, said.end):
            continue
        below = flow.lines_within(said.end, point.span.end)
        opens = _OPENS.search(flow.flow, said.start, said.end) is not None
        named = takewhile(lambda line: not _CLOSES.match(flow.marked, line.start, line.end), below)
        spans = (said, *named) if opens else (said,)
        return tuple(firm for span in spans for run in firm_runs(flow, span) for firm in run)
    return ()
