"""Which number is written in Arabic or in Chinese numerals?"""

_VALUES = {"〇": 0, "零": 0, "○": 0, **{c: i for i, c in enumerate("一二三四五六七八九", start=1)}}
_VALUES["两"] = 2
_UNITS = {"十": 10, "百": 100, "千": 1000}

NUMERAL = r"(?:[0-9]{1,4}|[〇零○一二三四五六七八九十百千两]{1,9})"
"""A pattern for a number below 10,000 in either script."""


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
