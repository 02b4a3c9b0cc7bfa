"""Which limit does a new value set that bears no comparison itself: ``上限由500吨下调为200吨``?

The words before it tell on which side it bounds: ``上限``, ``下限``, or the comparison that the
old value had (``由不低于99.9%调整为99.5%``). Else the sentence may go on to say what the value
means: ``substitute “2 kg”, so that more than 2 kg needs a licence``. Otherwise nothing is read.
"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.comparisons import Operator
from tracker.extraction.scope.limit_numbers import VALUE, value_of
from tracker.extraction.scope.quantity_names import quantity
from tracker.extraction.scope.quantity_units import BY_UNIT
from tracker.extraction.scope.thresholds import Threshold, thresholds
from tracker.extraction.scope.units import unit_at
from tracker.extraction.spelling.regexps import regexp

_OPENS = regexp(r"\s?[“\"‘']?\s?(?=[0-9£$€])")
_ENDS = regexp(
    r"\s?[”\"’']?\s?(?=[。;:,、.)(\n]|$|\s?(?:from|as|with|in|so|and|instead|rather|for|per|on|where|wherever)\b)"
)
_SIDE = regexp(
    r"(?P<most>上限|最[高大多长重](?=[^,。;]{0,8})|封顶)|(?P<least>下限|最[低小少短轻]|起点|起[征报管]点|门槛)"
    r"|\b(?i:(?P<upper>maximum|ceiling|upper\slimit|cap|not\s(?:be\s)?exceed(?:ed)?|at\smost|not\smore\sthan)"
    r"|(?P<lower>minimum|floor|lower\slimit|threshold|at\sleast|not\sless\sthan))\b"
)
_SIGNS: dict[str, Operator] = {"most": "<=", "least": ">=", "upper": "<=", "lower": ">="}


def changed_value(
    flow: Flow, before: Span, new: Span, behind: Span | None = None
) -> Threshold | None:
    """Return the limit that a bare new value sets, behind the words that name the old one.

    ``behind``: what the sentence goes on to say, where the value may be told with its comparison.
    """
    opened = _OPENS.match(flow.flow, new.start, new.end)
    value = VALUE.match(flow.flow, opened.end(), new.end) if opened else None
    if opened is None or value is None:
        return None
    unit, end = unit_at(flow.flow, value.end())
    amount = value_of(value, unit)
    if amount is None or _ENDS.match(flow.flow, end) is None:
        return None
    plain = None if unit == "%" else unit
    for told in thresholds(flow, behind) if behind is not None else ():
        if (told.unit, told.value) == (plain, amount):
            return told
    old = [one for one in thresholds(flow, before) if one.unit == plain]
    sides = {side.lastgroup or "" for side in _SIDE.finditer(flow.flow, before.start, before.end)}
    if len(old) == 1:
        operator, of = old[0].operator, old[0].what
    elif not old and len(sides) == 1:
        operator, of = _SIGNS[sides.pop()], None
    else:
        return None
    words = Span(opened.end(), end)
    what = of or quantity(flow, before, limit=words, value_start=opened.end(), unit=unit, of=None)
    return Threshold(
        what=what or BY_UNIT.get(unit or "", "value"), operator=operator, value=amount,
        unit=None if unit in ("%", None) else unit, start=words.start, end=words.end,
    )  # fmt: skip
