"""In which unit is the number of a limit told: behind it, before it, beside its name?"""

import re

from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.limit_numbers import NOTED_NUMBER
from tracker.extraction.scope.quantity_units import MONEY, UNITLESS
from tracker.extraction.scope.units import unit_at, unit_by_name
from tracker.extraction.spelling.regexps import regexp

_CURRENCY = regexp(
    r"(?P<c>GBP|USD|EUR|CNY|INR|JPY|CHF|CAD|AUD|KRW|RMB|人民币|(?:CAN?|C|AU?|NZ|SG?|HK|US)\$|Rs\.?|[$£€¥₹])\s?$"
)
_CURRENCIES = {
    **{"RMB": "CNY", "人民币": "CNY", "¥": "CNY"},
    **{"CAN$": "CAD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD"},
    **{"SG$": "SGD", "S$": "SGD", "HK$": "HKD", "US$": "USD"},
    **{"$": "USD", "£": "GBP", "€": "EUR", "Rs": "INR", "Rs.": "INR", "₹": "INR"},
}
_PARTS_BEFORE = (("百万分之", "ppm"), ("万分之", "‱"), ("千分之", "‰"), ("百分之", "%"))
_HARDNESS = regexp(r"(?P<h>HV|HRC|HB)\s?$")
_UNIT_BEFORE = regexp(
    r"(?:\((?:in\s)?(?P<unit>[^()\n0-9]{1,14})\)[^()0-9,;。\n]{0,16}"
    r"|(?:,|\sin)\s(?P<bare>%|[A-Za-zµ°/]{1,6}):\s[^()0-9,;。\n]{0,24})$"
)
"""The unit of a value that stands beside the name of the quantity: ``Diameter (mm): 150``."""
_KIND_OF_THING = regexp(
    r"\s(?:[a-z]+\s){1,2}(?=(?:ax[ei]s|layers|qubits|channels|heads|nodes|aircraft|wafers)\b)"
)
"""What tells which things are counted: ``four contouring axes``."""
_THINGS_BEHIND = regexp(
    r"\s?[个束台支枚片架]?(?:及)?以[上下](?:\([^()]{1,8}\))?的?(?:可|能)?(?:同时)?(?:联动|控制)?的?"
)
"""What stands between a count and the things counted: ``三个以上旋轮``."""
_COUNTED_THINGS = regexp(r"\s?(?:个|(?:个|颗)?(?:原子|离子|电子|颗粒|粒子)(?=/))")
"""What stands between a count and what divides it: ``500个/平方厘米``, ``5×10^15原子/立方厘米``."""
_TURNS = {"rev": "rpm"}
_RATE = regexp(
    r"每(?:(?P<h>小时)|(?P<min>分钟)|(?P<s>秒钟?)"
    r"|(?P<of>(?:平方|立方)?(?:[毫厘微千]?米|公里)|千克|公斤|克|毫?升|摩尔))"
    r"[一-鿿≥≤<>=]{0,6}?\s?$"
)
"""What before a number divides its unit: ``每立方厘米1.73克``, ``每平方厘米不低于5000个``."""
_BEFORE_A_RATE = 16


def unit_told(text: str, match: re.Match[str], span: Span) -> tuple[str | None, int]:
    """Return the unit of a number that stands in ``span``, and where the number ends with it."""
    before = text[max(span.start, match.start() - 6) : match.start()]
    if match["nines"]:
        return "N", match.end()
    one_in_many = match["of"] and " " in match.group()[:-1].strip("0123456789")
    if one_in_many or match["purest"] or match["zhnines"] or match["zhhalf"]:
        return "%", match.end()
    if match["num"] or match["half"] or match["moiety"] or match["zhden"]:
        return "%", match.end()
    part = next((unit for words, unit in _PARTS_BEFORE if before.endswith(words)), None)
    if part or match["share"]:
        return part or "%", match.end()
    currency = _CURRENCY.search(before)
    if currency is not None:
        again, end = unit_at(text, match.end())
        told = _CURRENCIES.get(currency["c"], currency["c"])
        return told, end if again in MONEY else match.end()
    hard = _HARDNESS.search(before)
    if hard is not None:
        return hard["h"], match.end()
    if match["word"]:
        more = re.match(
            r"\sor\smore(?:\s(?!ax|lay|head|node|aircraft|wafer)[a-z]+(?=\s))?",
            text[match.end() : match.end() + 24],
        )
        kind = None if more else _KIND_OF_THING.match(text, match.end())
        more = more or (re.match(r"\s[a-z]+(?:\s[a-z]+)?(?=\s)", kind.group()) if kind else None)
        unit, end = unit_at(text, match.end() + (more.end() if more else 0))
        return unit, match.end() if more or unit is None else end
    between = _THINGS_BEHIND.match(text, match.end())
    if between is not None and (thing := unit_at(text, between.end())[0]) in UNITLESS:
        return thing, match.end()
    if (by_name := unit_by_name(text, match.start(), match.end())) is not None:
        return by_name
    things = _COUNTED_THINGS.match(text, match.end())
    at = things.end() if things else match.end()
    unit, end = unit_at(text, at)
    noted = None if unit else NOTED_NUMBER.match(text, at)
    if noted is not None and (noted.group()[0] != ")" or before.endswith("(")):
        unit, end = unit_at(text, noted.end())
    low = max(span.start, match.start() - _BEFORE_A_RATE)
    rate = _RATE.search(text, low, match.start()) if "每" in text[low : match.start()] else None
    if rate is not None and rate["of"] and "/" not in (unit or ""):
        unit = f"{unit or 1}/{unit_at(rate['of'], 0)[0]}"
        end = max(end, at)
    elif rate is not None and unit is not None and not rate["of"]:
        unit = _TURNS.get(unit, unit) if rate["min"] else unit
        unit = unit if unit == "rpm" else f"{unit}/{rate.lastgroup}"
    if unit is None and (beside := _beside(text, match, span)) is not None:
        return beside, match.end()
    return (None, match.end()) if end > span.end else (unit, end if unit else match.end())


def _beside(text: str, match: re.Match[str], span: Span) -> str | None:
    found = _UNIT_BEFORE.search(text[max(span.start, match.start() - 48) : match.start()])
    if found is None:
        return None
    told = found["unit"] or found["bare"]
    unit, end = unit_at(told, 0)
    return unit if end == len(told) else None
