"""How is the number of a limit written, and what is its value?"""

import re
from decimal import Decimal, InvalidOperation

from tracker.extraction.numerals import number

PARTS = {"ppm": 1_000_000, "ppb": 1_000_000_000}
"""Units that are shares, and how many of them make a whole."""

_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ASCII = str.maketrans(_SUPER + "⁻", "0123456789-")
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"]
_IN_WORDS = dict(zip(_WORDS, ["2", "3", "4", "5", "6", "7", "8", "9", "10", "12"], strict=True))
_ZH_DIGITS = "[一二三四五六七八九十百千两]"
VALUE = re.compile(
    r"(?:(?<![0-9A-Za-z.])|(?<=HV)|(?<=HRC)|(?<=HB)|(?<=GBP)|(?<=USD)|(?<=EUR)|(?<=CNY))"
    r"(?P<value>[-+±]?[0-9]{1,3}(?:[, ][0-9]{3}(?![0-9])){1,4}(?:\.[0-9]{1,9})?"
    r"|[-+±]?[0-9]{1,12}(?:[.,][0-9]{1,9})?)"
    rf"(?:(?<=[^0-9.,]10)(?P<ten>\s?\^\s?-?[0-9]{{1,2}}|⁻?[{_SUPER}]{{1,3}})"
    r"|[eE](?P<e>[-+]?[0-9]{1,2})(?![0-9A-Za-z])"
    r"|\s?(?::|\sto\s|比)\s?1(?P<ratio>)(?![0-9.,:%A-Za-z]|\s(?:[a-zµμ]?m|k?g|per)\b))?"
    rf"(?:\s?[×xX*]\s?10(?:\s?\^\s?(?P<power>-?[0-9]{{1,2}})|(?P<down>-[0-9]{{1,2}})(?![0-9])"
    rf"|\s?(?P<super>⁻?[{_SUPER}]{{1,3}})))?"
    r"(?P<many>\s?(?:万|亿|thousand|million|billion)(?![A-Za-z]))?"
    rf"|(?P<zh>(?<!第)(?<![一-鿿]第){_ZH_DIGITS}{{1,5}})(?=\s?个?(?:轴|层|纳米|微米|毫米))"
    rf"|(?<=百分之)(?P<share>{_ZH_DIGITS}{{1,5}}(?:点[零一二三四五六七八九]{{1,4}})?)"
    rf"|\b(?P<word>{'|'.join(_WORDS)})(?=\s(?:or\smore\s)?(?:ax[ei]s|layers)|-axis)"
)
"""A number, however it is written; nothing is read at any other place."""

_MANY = {"万": 4, "亿": 8, "thousand": 3, "million": 6, "billion": 9}


def value_of(match: re.Match[str], unit: str | None) -> str | None:
    """Return the number as files write it; a percent as a fraction."""
    written = match["value"] or _IN_WORDS.get(match["word"] or "") or _chinese(match)
    if written is None:
        return None
    try:
        plain = Decimal(_plain(written.lstrip("+±"), unit))
    except InvalidOperation:
        return None
    if match["ten"]:
        return f"1e{int(match['ten'].translate(_ASCII).strip(' ^'))}"
    power = (
        match["power"] or match["down"] or match["e"] or (match["super"] or "").translate(_ASCII)
    )
    if power:
        return f"{_short(plain)}e{int(power)}"
    if match["many"]:
        plain = plain * 10 ** _MANY[match["many"].strip()]
    if unit == "%":
        plain = plain / 100
    if unit in PARTS:
        plain = plain / PARTS[unit]
    return _short(plain)


def _chinese(match: re.Match[str]) -> str | None:
    whole, _, rest = (match["zh"] or match["share"] or "").partition("点")
    value = number(whole) if whole else None
    if value is None:
        return None
    digits = "".join(str(number(one)) for one in rest)
    return f"{value}.{digits}" if digits else str(value)


def _plain(written: str, unit: str | None) -> str:
    """Return the digits of ``2,200`` or ``99,99``: a comma parts thousands only before three."""
    joined = written.replace(" ", "")
    if "," not in joined:
        return joined
    thousands = re.fullmatch(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", joined) is not None
    if thousands and not (unit == "%" and Decimal(joined.replace(",", "")) > 1000):
        return joined.replace(",", "")
    return joined.replace(",", ".")


def _short(value: Decimal) -> str:
    return format(value.normalize(), "f")
