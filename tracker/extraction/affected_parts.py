"""Which parts of an act does a clause move, if not the whole?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.flow import Span
from tracker.extraction.naming import Named
from tracker.extraction.numerals import roman
from tracker.extraction.points import points
from tracker.extraction.references import Provision, chinese_provisions, english_provisions

_PROVISION_REACH = 80
_IN_BRACKET = re.compile(r"^[^()]{0,40}\)")
"""What still stands in the bracket of the act's number: ``,2019年8月9日公布)``."""
_ROWS = re.compile(r"附件|附表|名单|序号|所列")
"""What makes a number a row of a list and no part of an act."""
_LEFT_OUT = re.compile(r"[^,。;()]{0,6}(?:除外|外[,)。]|之外)")
_SPARES = re.compile(r"\b(?:except|excluding|other\sthan|save)\b")
_LEAVES_OUT = re.compile(r"(?:除|不包括|不含)[^,。;]{0,3}$")
"""What stands around a part that is not moved with the rest."""
_THIS_NO_MORE = re.compile(
    r"本(?:公告|办法|规定|令|通知)|\b[Tt]his\s(?:[A-Z][a-z]+\s){0,2}(?:announcement|notice|order|rule"
    r"|regulation|licence|Announcement|Notice|Order|Rule|Regulation|Licence)"
)


def parts_named(
    act: Act, one: Named, clause: Span, *, refers: re.Match[str] | None
) -> tuple[Provision, ...]:
    """Return the parts of an act that the clause names right before or right after it."""
    flow = act.flow
    low = max(clause.start, one.start - _PROVISION_REACH)
    if flow.language == "zh":
        inside = clause.start <= one.start < clause.end
        at = one.end if inside or refers is None else refers.end()
        another = flow.marked.find("\ue001", at, clause.end)
        high = min(clause.end, at + _PROVISION_REACH, another if another >= 0 else clause.end)
        found = chinese_provisions(flow.flow, at, high)
        between = flow.flow[at : found[0].start] if found else ""
        between = _IN_BRACKET.sub("", between)
        rows = _ROWS.search(between) is not None
        near = [part for part in found if not rows and not re.search(r"[,;](?!.{0,3}第)", between)]
        own = [
            part
            for part in near
            if not _LEFT_OUT.match(flow.flow, part.end)
            and not _LEAVES_OUT.search(flow.flow, max(clause.start, part.start - 6), part.start)
            and not _THIS_NO_MORE.search(flow.flow, max(clause.start, part.start - 5), part.start)
        ]
        return tuple(_plain(part) for part in own)
    inside = clause.start <= one.start < clause.end
    if not inside:
        found = english_provisions(flow.flow, clause.start, clause.end)
        return tuple(_counted(act, part, one) for part in found)
    before = [
        part
        for part in english_provisions(flow.flow, low, one.start)
        if re.fullmatch(
            r"\s?(?:of|in|to|under)\s(?:the\s)?(?:[A-Z][A-Za-z]*\s){0,3}",
            flow.flow[part.end : one.start],
        )
        or (
            re.search(r"\band\b|,", flow.flow[part.end : one.start])
            and "of" in flow.flow[part.end : one.start]
        )
    ]
    after = [
        part
        for part in english_provisions(flow.flow, one.end, min(clause.end, one.end + 40))
        if not _SPARES.search(flow.flow, one.end, part.start)
        and re.fullmatch(r",?\s?(?:\(?in\s)?", flow.flow[one.end : part.start])
    ]
    return tuple(_counted(act, part, one) for part in (*before, *after))


def _plain(part: Provision) -> Provision:
    return Provision(id=part.id.lstrip("-"), start=part.start, end=part.end)


def _counted(act: Act, part: Provision, one: Named) -> Provision:
    """Write an English reference to a Chinese notice as the notice counts."""
    match = re.fullmatch(r"(?:art|sec)-([0-9]+)((?:-[0-9a-z]+)*)", part.id)
    if one.id.startswith("cn/") and match is not None:
        return Provision(id=roman(int(match[1])) + match[2], start=part.start, end=part.end)
    return part


def article_with_start(act: Act, at: int) -> str | None:
    """Return the part of the act itself that holds ``at`` and starts on a day of its own."""
    if not act.commencement.parts:
        return None
    for point in points(act.flow, act.body):
        if point.span.holds(at):
            value = point.value
            keys = (f"reg-{value}", f"art-{value}", f"sec-{value}", roman(value), str(value))
            return next((key for key in keys if key in act.commencement.parts), None)
    return None
