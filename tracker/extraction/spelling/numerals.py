"""Which number is written in Arabic or Chinese numerals, or in English words?"""

import re

from tracker.extraction.spelling.regexps import regexp

_VALUES = {"〇": 0, "零": 0, "○": 0, **{c: i for i, c in enumerate("一二三四五六七八九", start=1)}}
_VALUES["两"] = 2
_UNITS = {"十": 10, "百": 100, "千": 1000}

NUMERAL = r"(?:[0-9]{1,4}|[〇零○一二三四五六七八九十百千两]{1,9})"
"""A pattern for a number below 10,000 in either script."""

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {
    **{word: value for value, word in enumerate(_ONES.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    "a": 1,
    "an": 1,
}
_ODD_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
_ORDINALS = {
    **{f"{word}th": value for word, value in _WORDS.items() if value},
    **{f"{word[:-1]}ieth": value for word, value in _WORDS.items() if word.endswith("y")},
    **_ODD_ORDINALS,
}
_ENGLISH = sorted({*_WORDS, *_ORDINALS}, key=len, reverse=True)

ENGLISH_NUMBER = (
    rf"(?:[0-9]{{1,4}}(?:st|nd|rd|th)?|(?:{'|'.join(_ENGLISH)})"
    rf"(?:[ -](?:{'|'.join(_ENGLISH)})){{0,1}})"
)
"""A pattern for a number or an ordinal in English, in digits or in words."""

ROC = 1911
"""The year before the first one of the calendar of the Republic of China."""
ERAS = {"Reiwa": 2018, "Heisei": 1988, "Showa": 1925}
ERAS_ZH = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first one of each Japanese era."""

_ROMAN_PAIRS = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_ROMAN = regexp(r"[ivx]{1,7}")


def number(text: str) -> int | None:
    """Return the value of ``61``, ``六十一``, ``六一`` or ``二〇二五``; ``None`` for no number."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    if not any(char in _UNITS for char in text):
        digits = [_VALUES.get(char) for char in text]
        if None in digits:
            return None
        return int("".join(map(str, digits)))
    return _with_units(text)


def english_number(text: str) -> int | None:
    """Return the value of ``90``, ``20th``, ``ninety``, ``twenty-one`` or ``twentieth``."""
    plain = text.strip().lower()
    digits = re.match(r"[0-9]+", plain)
    if digits is not None:
        return int(digits.group())
    values = [_WORDS.get(word, _ORDINALS.get(word)) for word in re.split(r"[ -]", plain)]
    return None if None in values else sum(value for value in values if value is not None)


def roman(value: int) -> str:
    """Return a number below 40 in small Roman numerals: ``iv``."""
    found = ""
    for sign, worth in _ROMAN_PAIRS:
        while value >= worth:
            found += sign
            value -= worth
    return found


def from_roman(text: str) -> int | None:
    """Return the value of ``IV``; ``None`` for what is no Roman numeral below 40."""
    plain = text.lower()
    if _ROMAN.fullmatch(plain) is None:
        return None
    return next((value for value in range(1, 40) if roman(value) == plain), None)


def _with_units(text: str) -> int | None:
    total, pending = 0, 0
    for char in text:
        if char in _UNITS:
            total += (pending or 1) * _UNITS[char]
            pending = 0
        elif char in _VALUES:
            pending = _VALUES[char]
        else:
            return None
    return total + pending
