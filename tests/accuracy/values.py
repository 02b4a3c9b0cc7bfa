"""When do two values mean the same: thresholds, units, days?"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from tests.accuracy.labelled import Record

Same = Callable[[Any, Any], bool]

_UNITS = {
    spelling: unit
    for unit, spellings in {
        "um": ("µm", "μm", "micron", "microns", "micrometre", "微米"),
        "degc": ("°c", "℃", "c", "摄氏度"),
        "cm3": ("cm³",),
        "cm2": ("cm²",),
        "m3": ("m³",),
        "g/cm3": ("g/cm³",),
        "t": ("tonne", "tonnes", "吨"),
        "kg": ("千克", "公斤", "kilogram"),
        "nm": ("纳米", "nanometre"),
        "mm": ("毫米", "millimetre"),
        "in": ("inch", "inches", "英寸"),
        "w/(m k)": ("w/mk", "w/m·k", "w/(m·k)", "w/m k", "w/(m⋅k)"),
        "ohm cm": ("ohm-cm", "ω·cm", "ohm·cm"),
    }.items()
    for spelling in spellings
}

_DIVIDED = re.compile(
    r"(?:1|atoms)?\s?(?:/|per )\s?(?P<below>[a-zμµ]{1,3}[23²³]?)"
    r"|(?P<base>[a-zμµ]{1,3})(?P<power>-[123]|⁻[¹²³])"
)
"""A unit that only divides, in its spellings: ``1/cm3``, ``/cm3``, ``cm-3``, ``cm⁻³``."""
_RAISED = str.maketrans("¹²³", "123")


def listed(partners: tuple[Record, ...], key: str) -> list[Any]:
    """Return what the partners list under ``key``, each once."""
    found: list[Any] = []
    for record in partners:
        value = (record.get("terms") or {}).get(key) or ()
        found.extend(item for item in ([value] if isinstance(value, str) else value))
    return [item for place, item in enumerate(found) if item not in found[:place]]


def same_value(meant: Record, read: Record) -> bool:
    """Tell whether operator, value and, where one is meant, the unit agree."""
    if meant["operator"] != read.get("operator") or not _equal(meant["value"], read.get("value")):
        return False
    return "unit" not in meant or _unit(meant["unit"]) == _unit(read.get("unit"))


def same_threshold(meant: Record, read: Record) -> bool:
    """Tell whether the values agree, and the name of what is measured in one word at least."""
    words = set(str(read.get("what")).lower().split("_"))
    names = [meant["what"], *meant.get("what_ok", ())]
    return same_value(meant, read) and any(words & set(name.split("_")) for name in names)


def with_alternatives(same: Same, alternatives: Iterable[Record]) -> Same:
    """Return ``same`` widened by other fair readings of the same value."""

    def fair(meant: Record, read: Record) -> bool:
        others = [o for o in alternatives if _equal(o["value"], meant["value"])]
        return same(meant, read) or any(same(other, read) for other in others)

    return fair


def day_of(value: object) -> object:
    """Return the day of a date; a date that is known to the month or year only is no day."""
    if isinstance(value, dict):
        return value.get("value") if value.get("precision", "day") in ("day", "instant") else None
    return value


def _equal(one: object, other: object) -> bool:
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except InvalidOperation:
        return one == other


def _unit(unit: object) -> str:
    word = str(unit or "").strip().casefold()
    divided = _DIVIDED.fullmatch(word)
    if divided is not None:
        below = divided["below"] or f"{divided['base']}{divided['power'].strip('-⁻')}"
        return f"1/{below.translate(_RAISED)}"
    return _UNITS.get(word, word)
