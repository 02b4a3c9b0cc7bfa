"""Who reads a threshold with another operator than the text itself?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from tracker.domain.identifiers import instrument_of
from tracker.domain.records import Claim
from tracker.projection.screening.limits import OtherReading

_NUMBER = r"(?P<n>[0-9]+(?:\.[0-9]+)?)\s*(?:%|％|per\s?cent)"
_BEFORE = (
    ("<=", r"no more than|not more than|not exceeding|at most|up to|不超过|不高于|不大于"),
    (">=", r"no less than|not less than|at least|reach(?:es|ing)?|达到|不低于|不少于"),
    ("<", r"less than|below|under|低于|不足|小于"),
    (">", r"more than|exceed(?:s|ing|ed)?|over|above|greater than|超过|高于|大于"),
)
_AFTER = (
    (">=", r"or (?:more|above|higher|greater)|及以上|以上"),
    ("<=", r"or (?:less|below|lower)"),
)
_WAYS = [(sign, re.compile(rf"(?:{words})\s*{_NUMBER}", re.I)) for sign, words in _BEFORE]
_WAYS += [(sign, re.compile(rf"{_NUMBER}\s*(?:{words})", re.I)) for sign, words in _AFTER]
_DENIED = re.compile(r"(?:\b(?:no|not)\s+|不)$", re.IGNORECASE)


def readings_of(claim: Claim) -> Iterator[OtherReading]:
    """Yield each threshold that a claim states, from its read data or else from its words."""
    who = claim.speaker or claim.source or "a source"
    for threshold in (claim.reading or {}).get("thresholds") or ():
        value = _number(threshold)
        if value is not None:
            sign = str(threshold.get("operator"))
            yield OtherReading(operator=sign, value=value, who=who, text=claim.text)
    if claim.reading is None:
        for sign, number in _stated(claim.text):
            yield OtherReading(operator=sign, value=number, who=who, text=claim.text)


def readings_by_measure(
    claims: Iterable[Claim], measures: Iterable[str]
) -> Mapping[str, tuple[OtherReading, ...]]:
    """File the readings of claims under the measures that they are about."""
    by_name: dict[str, list[OtherReading]] = {}
    for claim in claims:
        named = (claim.reading or {}).get("measures") or claim.about
        for reading in readings_of(claim):
            for name in named:
                by_name.setdefault(name, []).append(reading)
    return {
        measure: (*by_name.get(measure, ()), *by_name.get(instrument_of(measure), ()))
        for measure in measures
        if by_name
    }


def _stated(text: str) -> Iterator[tuple[str, Decimal]]:
    for sign, way in _WAYS:
        for match in way.finditer(text):
            if not _DENIED.search(text[: match.start()]):
                yield sign, Decimal(match["n"]).scaleb(-2)


def _number(threshold: Mapping[str, Any]) -> Decimal | None:
    try:
        return Decimal(str(threshold.get("value")))
    except InvalidOperation:
        return None
