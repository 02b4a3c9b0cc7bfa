"""Which points of an act set a quota, which tell how it is shared out or how long it lasts?

One point has the amount, another its days, the others say who asks for a share and how.
"""

from dataclasses import replace
from datetime import date

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, points
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.quantity_units import MASSES
from tracker.extraction.scope.quota_amounts import quota_amounts
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

_QUOTA = regexp(r"配额|指标|总量|额度|数量")
_SETS = regexp(r"(?:实行|实施)[^,。;]{0,12}配额(?:许可证)?管理")
_SETS_ENGLISH = regexp(
    r"\b(?:subject\sto|(?:under|open(?:s|ed|ing)?|establish(?:es|ed)?|impos(?:es|ed)|introduc(?:es|ed))\s(?:an?|the|new))\s(?:[a-z]+\s){0,3}quotas?\b"
)
"""What brings goods under a quota, in whatever words they are named."""
_LASTS = regexp(
    r"(?:配额|指标|总量|额度)(?!证|申请|申领|申报|招标)[^。;]{0,14}?"
    r"(?:有效|使用|执行|期限|自\ue000|仅?[在于]\ue000)"
)
"""What says how long a quota lasts: ``上述配额自2027年1月1日起使用``."""
_OTHERS = regexp(r"申请|申领|申报|交回|上缴|分配方案|受理|公示|转让|许可证|调剂|缴纳")
"""What makes the days of a sentence those of something that is done about a quota."""
_OF_HOLDERS = regexp(
    r"(?:(?<=[、.\s])|^)(?:取得|获得|持有|获)[^,。;]{0,6}配额|凭[^,。;]{0,8}配额证"
)


def beside_quota(act: Act, point: Point, requirement: str) -> bool:
    """Tell whether a point only speaks of the quota that another point sets."""
    flow = act.flow
    if flow.language != "zh":
        return requirement == "quota" and _leaves_amount(act, point)
    if requirement not in ("quota", "licence"):
        return False
    said = (flow.flow, point.text, point.span.end)
    if _QUOTA.search(*said) is None or _SETS.search(*said):
        return False
    if requirement == "licence" and _OF_HOLDERS.search(*said) is None:
        return False
    setting = _setting(act)
    return bool(setting) and not any(one.start == point.span.start for one in setting)


def _leaves_amount(act: Act, point: Point) -> bool:
    """Tell whether an English point speaks of quotas without goods or amounts, which others set."""
    return not _sets(act, point) and bool(_setting(act))


def _setting(act: Act) -> tuple[Span, ...]:
    """Return the points that set the amount of a quota, or bring goods under one."""

    def setting() -> tuple[Span, ...]:
        return tuple(one.span for one in points(act.flow, act.body) if _sets(act, one))

    return act.flow.once("quota points", setting, act.body.start, act.body.end)


def _sets(act: Act, point: Point) -> bool:
    demand = requirement_of(act.flow, point.span)
    if demand is None or demand[0] != "quota":
        return False
    own = Span(point.text, point.span.end)
    if any(True for _ in quota_amounts(act.flow, own)):
        return True
    setting = _SETS if act.flow.language == "zh" else _SETS_ENGLISH
    if setting.search(act.flow.flow, own.start, own.end):
        return True
    if control_codes(act.flow, own) or customs_codes(act.flow, own):
        return True
    return any(limit.unit in MASSES for limit in thresholds(act.flow, own))


def life_of_quota(act: Act, span: Span) -> Life | None:
    """Return how long a quota lasts where one sentence of the act alone tells it of the quota."""
    if act.flow.language != "zh" or _QUOTA.search(act.flow.flow, span.start, span.end) is None:
        return None
    own = _year_told(act, span)
    if own is not None and own.from_ != (act.commencement.general or Life()).from_:
        return own  # an act that itself begins with the year tells its own end
    return act.flow.once("quota life", lambda: _told_life(act), act.body.start, act.body.end)


def _told_life(act: Act) -> Life | None:
    found = []
    for sentence in act.flow.within(act.body.start, act.body.end):
        words = act.times.within(sentence.start, sentence.end)
        starts = [word for word in words if word.role == "start" and word.day]
        text = act.flow.marked[sentence.start : sentence.end]
        if len(starts) == 1 and _LASTS.search(text) and not _OTHERS.search(text):
            found.append(life_of(words))
    return found[0] if len(found) == 1 else None if found else _of_year(act)


_YEAR = regexp(
    r"(?<![0-9])(?P<year>20[0-9]{2})\s?(?:年度|年(?=[^,。;\n0-9]{0,30}(?:配额|总量)))"
    r"(?!第?[一二三四1-4上下]\s?(?:批|季|半))"
)


def _of_year(act: Act) -> Life | None:
    """Return the coming year for which a quota is set, where what leads to its points names one.

    ``现公布2027年度出口配额总量``: such a quota lasts from the first to the last day of the year.
    """
    body, setting = act.body, _setting(act)
    if not setting:
        return None
    return _year_told(act, Span(body.start, setting[0].start))


def _year_told(act: Act, span: Span) -> Life | None:
    """Return the one coming year that a stretch names as that of a quota."""
    named = [*_YEAR.finditer(act.flow.flow, span.start, span.end)]
    if len({one["year"] for one in named}) != 1:
        return None
    year, (start, end) = int(named[-1]["year"]), named[-1].span()
    issued = act.instrument.issued_on
    if issued is None or issued.year >= year:
        return None  # of a year that runs already only the rest is left
    first = TimeWord(
        role="start", start=start, end=end, wording="a quota's year", day=date(year, 1, 1)
    )
    last = replace(first, role="end", day=date(year, 12, 31), boundary="inclusive")
    return life_of((first, last))
