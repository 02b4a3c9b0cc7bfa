"""Which points of an act that changes others demand something of their own?

``三、…应当于每月10日前报告`` and then ``第三条自2026年12月1日起施行``, beside changes.
"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.deeds.amendment_wordings import changes_in
from tracker.extraction.names.measure_words import SUPPLEMENT
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, items_of, points
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, goods
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp

_WHOLE = frozenset({"order", "rule", "licence"})
"""Families whose acts are read as a whole, or by rules of their own."""


def points_beside(act: Act, moved: tuple[Span, ...]) -> Iterator[Point]:
    """Yield the points that change nothing: with a start of their own, or goods of their own."""
    if act.family in _WHOLE:
        return
    body = without_supplement(act)
    for point in points(act.flow, body) or items_of(act.flow, body):
        touched = any(one.start < point.span.end and point.span.start < one.end for one in moved)
        if touched or _changes(act, point):
            continue
        named = act.flow.language == "zh" and (
            roman(point.value) in act.commencement.parts or _begins_led(act, point)
        )
        if (named and not point.items) or _demands_anew(act, point):
            yield point


def _demands_anew(act: Act, point: Point) -> bool:
    """Tell whether a point demands something of goods of its own, and leans on no change."""
    flow = act.flow
    words = Span(point.text, point.span.end)
    if _led_in(act, point) or _LEANS.search(flow.flow, words.start, words.end) is not None:
        return False
    if requirement_of(flow, words) is None:
        return False
    told = Terms()
    goods(flow, (words,), told)
    return bool(told.data) or _OF_GOODS.search(flow.flow, words.start, words.end) is not None


def _led_in(act: Act, point: Point) -> bool:
    """Tell whether the line before a point opens what is written into another act."""
    start = point.span.start
    before = act.flow.flow[max(act.body.start, start - _GAP) : start].rstrip()
    return point.value > 1 and before.endswith((":", "“"))


_GAP = 400
"""More blanks do not stand before a point."""


_LEANS = regexp(
    r"(?:修改|调整|变更|更正|修订|延期|恢复|暂停|新增|增列|增补)后|按照?(?!重量|体积|质量|价值|[年月季期批次])|依照|仍|继续|不再|原(?![产料木油矿生材子])|已经?"
    r"|(?:上述|前述|以上|前款|前条|(?<!表)所列|所涉|相关|有关|该等?|此类)[^,。;]{0,6}(?:物项|商品|货物|产品|技术|规定|措施|内容)"
    r"|\b(?:[Aa]s\s(?:amended|revised|adjusted|corrected)|amended|(?i:in\saccordance\swith|pursuant\sto|under\sth(?:at|is|ose))"
    r"|remains?|continues?|still|already|no\slonger|th(?:at|is|ose|ese)\s(?:items?|goods|entry|entries|products?|paragraph|licen[cs]e)"
    r"|(?:the|any)\s(?:said|above|aforementioned|same|items?|goods)|such|referred\sto|thereof|therein)\b"
)
"""What says that a point speaks of the goods of other points, of other rules, or of before."""
_OF_GOODS = regexp(
    r"[^,。;:\n]{2,24}的?(?:进口|出口)(?:经营者|企业|单位|报告|登记)|经营[^,。;:\n]{2,24}[进出]口的?,|"
    r"(?:出口|进口|转让|提供)\s?(?!管制|经营|许可|商品|货物|物项|的?[,。;:])[^,。;:\n]{2,40}"
    r"|[将对把][^,。;:\n]{2,40}(?:实施|实行|纳入|列入)|[^,。;:\n]{2,40}(?:一律)?不得[^,。;:\n]{0,12}出口"
    r"|\b(?i:exports?|export(?:ing|ed|ation)|supply|transfers?)\b"
)
"""What names goods, whichever they are."""


_LEAD = 6


def _begins_led(act: Act, point: Point) -> bool:
    """Tell whether a point itself begins with its start: ``一、自2026年9月15日起,出口…的,应当``."""
    return (
        any(
            word.role == "start" and bool(word.day) and word.start - point.text <= _LEAD
            for word in act.times.within(point.text, point.span.end)
        )
        and _OWN_DUTY.match(act.flow.flow, point.text, point.span.end) is not None
    )


_OWN_DUTY = regexp(
    r"(?![^。;]{0,160}(?:修改后|调整后|变更后|按照?|依照|仍|继续|不再))[^。;]{0,24}?起,?\s?(?:对|凡|向)?[^,。;]{0,24}?[进出]口"
)
"""How such a point goes on that demands something anew, and does not lean on other rules."""


def _changes(act: Act, point: Point) -> bool:
    flow = act.flow
    where = (point.span.start, point.span.end)
    return "\ue001" in flow.marked[slice(*where)] or any(
        any(row.matches(flow.sieve, *where)) for row in changes_in(flow)
    )


def without_supplement(act: Act) -> Span:
    """Return the body of an act up to its supplementary provisions."""
    found = SUPPLEMENT.search(act.flow.flow, act.body.start, act.body.end)
    return Span(act.body.start, found.start()) if found else act.body
