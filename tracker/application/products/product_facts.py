"""What does somebody say of a product? (the words of a request or of a line of a list)"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from tracker.domain.days import parse_day, parse_when
from tracker.errors import UsageError
from tracker.projection.screening.goods import control_code, customs_code
from tracker.projection.screening.limits import percent
from tracker.projection.screening.product import Content, Product, Property
from tracker.projection.screening.vocabulary import Vocabulary, fold

KEYS = (
    "part",
    "hs",
    "control_codes",
    "elements",
    "properties",
    "kind",
    "technology_origin",
    "origin",
    "made_in",
    "from",
    "to",
    "end_user",
    "end_use",
    "on",
    "announced_by",
)
"""The keys of a product; the contract of `tracker check` and of ``POST /api/check``."""

_UNSAID = frozenset(
    ["", "?", "-", "n/a", "na", "unknown", "tbd", "none", "null", "不明", "未知", "不详", "待定"]
)
_CODE = re.compile(r"^[0-9A-Za-z][0-9A-Za-z.\- ]{0,30}$")
_PERCENT = re.compile(r"^([0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)\s*(%|％|percent|per cent|‰|ppm)?$")
_SCALES = {"%": 2, "％": 2, "percent": 2, "per cent": 2, "‰": 3, "ppm": 6}
_PROPERTY = re.compile(
    r"^(?:(?P<what>[^=]{1,60})=)?\s*(?P<value>[0-9]+(?:[.,][0-9]+)?)\s*(?P<unit>.*)$"
)
LONGEST = 500
"""So many characters of a text are read; nobody's name or use is longer."""


def read_product(said: Mapping[str, Any], words: Vocabulary) -> Product:
    """Return the product that a request describes, every word checked.

    Raises `UsageError` for a key, an element, a country, a code or a number that is none; an empty
    text, ``?`` or ``unknown`` counts as not said.
    """
    wrong = [key for key in said if key not in KEYS]
    if wrong:
        raise UsageError(f"unknown key {wrong[0]!r} of a product; write one of {', '.join(KEYS)}")
    end_user, end_use = _text(said, "end_user"), _text(said, "end_use")
    told = " ; ".join(text for text in (end_use, end_user) if text)
    concepts, possible = words.concepts(told)
    return Product(
        part=_text(said, "part"),
        hs=tuple(map(_customs, _codes(said, "hs"))),
        control_codes=tuple(map(_control, _codes(said, "control_codes"))),
        elements=tuple(_contents(said.get("elements"), words)),
        properties=tuple(_properties(said.get("properties"), end_use, words)),
        kind=_kind(_text(said, "kind")),
        technology_origin=_country(said, "technology_origin", words),
        origin=_country(said, "origin", words),
        made_in=_country(said, "made_in", words),
        from_=_country(said, "from", words),
        to=_country(said, "to", words),
        end_user=end_user,
        end_use=end_use,
        concepts=concepts,
        possible=possible,
        on=_day(_text(said, "on")),
        announced_by=_when(_text(said, "announced_by")),
    )


def read_share(written: str) -> tuple[Decimal, str | None]:
    """Return a share of the value and, where it was not plain, how it was read.

    ``0.2%``, ``0,2 %`` and ``2000 ppm`` are 0.002. A bare number up to 1 is a fraction.
    """
    match = _PERCENT.match(" ".join(written.casefold().split()))
    if match is None:
        raise UsageError(f"share {written!r} is no number with a percent sign; write 0.2%")
    try:
        value = Decimal(match[1].replace(",", "."))
    except InvalidOperation:
        raise UsageError(f"share {written!r} is no number; write 0.2%") from None
    scale = _SCALES.get(match[2] or "", 0)
    share = value.scaleb(-scale)
    if share > 1:
        raise UsageError(f"share {written!r} is more than the whole; write 0.2% with its sign")
    if scale or not share:
        return share, None
    return share, f"share {written.strip()} has no percent sign: read as {percent(share)}"


def _text(said: Mapping[str, Any], key: str) -> str | None:
    value = said.get(key)
    if value is None:
        return None
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise UsageError(f"{key} must be a text")
    text = str(value).strip()
    if len(text) > LONGEST:
        raise UsageError(f"{key} is longer than {LONGEST} characters; shorten it")
    return None if fold(text) in _UNSAID else text


def _listed(value: Any, key: str) -> Sequence[Any]:
    if value is None:
        return ()
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, str):
        return [part for part in re.split(r"[;；\n]", value) if part.strip()]
    raise UsageError(f"{key} must be a list")


def _codes(said: Mapping[str, Any], key: str) -> Iterator[str]:
    for value in _listed(said.get(key), key):
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise UsageError(f"{key} must be texts, so that no zero at the front is lost")
        text = str(value).strip()
        if fold(text) in _UNSAID:
            continue
        if not _CODE.match(text):
            raise UsageError(f"{text!r} is no code; write it like 8505.11 or 1C905.a")
        yield text


def _customs(written: str) -> str:
    code = customs_code(written)
    if not 2 <= len(code) <= 12 or re.search(r"[A-Za-z]", written):
        raise UsageError(f"{written!r} is no customs code: 4 to 10 digits, such as 8505.11")
    return code


def _control(written: str) -> str:
    return control_code(written)


def _contents(value: Any, words: Vocabulary) -> Iterator[Content]:
    for item in _listed(value, "elements"):
        part = item if isinstance(item, Mapping) else split_content(str(item))
        wrong = [key for key in part if key not in ("symbol", "share", "origin")]
        if wrong:
            raise UsageError(f"unknown key {wrong[0]!r} of an element; write symbol, share, origin")
        name = _text(part, "symbol")
        if name is None:
            raise UsageError("an element needs its symbol, such as Dy")
        members = words.symbols.get(fold(name))
        if members is None:
            raise UsageError(f"unknown element {name!r}; write its symbol, such as Dy")
        written = _text(part, "share")
        share, note = read_share(written) if written is not None else (None, None)
        if share is not None and len(members) > 1:
            raise UsageError(f"{name!r} is a group; give the share of each element")
        origin = _country(part, "origin", words)
        for symbol in members:
            yield Content(symbol=symbol, share=share, origin=origin, note=note)


def split_content(text: str) -> Mapping[str, str]:
    """Read ``Dy:0.2%:CN``, the way in which one cell or option holds an element."""
    parts = [part.strip() for part in re.split(r"[:：@]", text)]
    if len(parts) > 3:
        raise UsageError(f"{text!r} is no element; write it like Dy:0.2%:CN")
    return dict(zip(("symbol", "share", "origin"), parts, strict=False))


def _properties(value: Any, end_use: str | None, words: Vocabulary) -> Iterator[Property]:
    """Yield the properties that are given, then the values that the end use tells (14 nm)."""
    units = set()
    for item in _listed(value, "properties"):
        found = _property(item, words)
        units.add(found.unit)
        yield found
    for number, unit in words.quantities(end_use or ""):
        if unit not in units:
            yield Property(value=Decimal(number), unit=unit)


def _property(item: Any, words: Vocabulary) -> Property:
    if isinstance(item, Mapping):
        wrong = [key for key in item if key not in ("what", "value", "unit")]
        if wrong:
            raise UsageError(f"unknown key {wrong[0]!r} of a property; write what, value, unit")
        named = _text(item, "what")
        text = f"{item.get('value')} {_text(item, 'unit') or ''}"
        text = f"{named}={text}" if named else text
    else:
        text = str(item)
    match = _PROPERTY.match(text.strip())
    if match is None:
        raise UsageError(f"{text!r} is no property; write it like 14 nm or purity=99.95%")
    value, what = Decimal(match["value"].replace(",", ".")), match["what"]
    written = match["unit"].strip()
    if written.casefold() in _SCALES:
        return Property(value=value.scaleb(-_SCALES[written.casefold()]), what=_what(what))
    unit = words.unit(written) if written else None
    if written and unit is None:
        raise UsageError(f"unknown unit {written!r}; write one of {', '.join(words.wording.units)}")
    return Property(value=value, unit=unit, what=_what(what))


def _what(written: str | None) -> str | None:
    return written.strip() if written else None


def _country(said: Mapping[str, Any], key: str, words: Vocabulary) -> str | None:
    name = _text(said, key)
    if name is None:
        return None
    code = words.country(name)
    if code is None:
        raise UsageError(f"{key} {name!r} is no country that is known; write its two letters: DE")
    return code


def _kind(text: str | None) -> Literal["goods", "technology"] | None:
    if text is None:
        return None
    kinds: Mapping[str, Literal["goods", "technology"]] = {
        "goods": "goods",
        "technology": "technology",
        "software": "technology",
        "货物": "goods",
        "技术": "technology",
    }
    if fold(text) not in kinds:
        raise UsageError(f"kind {text!r} is neither goods nor technology")
    return kinds[fold(text)]


def _day(text: str | None) -> date | None:
    return parse_day(text) if text else None


def _when(text: str | None) -> date | datetime | None:
    return parse_when(text) if text else None
