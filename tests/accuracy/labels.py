"""Is the gold of a document well made: quotes in place, real days, sound ids, known words?"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from tests.accuracy.labelled import Document, Record, evidence_of
from tests.accuracy.matching import moving

CLASSES = ("act", "restatement", "statement", "report", "opinion", "draft", None)
KINDS = ("impose", "postpone", "extend", "amend", "suspend", "resume", "repeal", "revive")
BASES = ("stated", "on_publication", "computed", "inferred", "reported")
BOUNDARIES = ("inclusive", "exclusive", "unclear", None)

INVENTED_FROM = 900
"""Invented acts are numbered from here on, so that nobody takes them for law."""

REAL = frozenset({"eu/reg/2015/479", "eu/reg/2024/1252", "uk/si/2008/3231"})
"""Real acts that documents mention or rest on."""

_INSTRUMENT = re.compile(r"[a-z]{2}/[a-z0-9-]+/[0-9]{4}/[a-z0-9-]+")
_TARGET = re.compile(rf"{_INSTRUMENT.pattern}(?:#[a-z0-9-]+)?")
_DAY_IN_NAME = re.compile(r"(?:qa|eo|proclamation|memorandum)-[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_CODE = re.compile(r"(?:[0-9][A-E][0-9]{3}(?:\.[a-z0-9]+)*|PL[0-9]{4}(?:\.[a-z])?)")
_HS = re.compile(r"[0-9]{8}(?:[0-9]{2})?")


@dataclass(frozen=True)
class Words:
    """The words that gold may use: requirements, elements, operators."""

    requirements: frozenset[str]
    elements: frozenset[str]
    operators: frozenset[str]


def faults(document: Document, words: Words) -> tuple[str, ...]:
    """Return a sentence for each fault in the gold of ``document``."""
    checks: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _quotes(document),
        lambda: _head(document.gold),
        lambda: _records(document.gold),
        lambda: _terms(document.gold, words),
        lambda: _names(document.gold),
    )
    return tuple(fault for check in checks for fault in check())


def _quotes(document: Document) -> Iterator[str]:
    for item in evidence_of(document.gold):
        text = document.texts.get(item["base"], "")
        if text[item["start"] : item["end"]] != item["quote"]:
            yield f"the quote is not at its place: {item['quote']!r}"


def _head(gold: Record) -> Iterator[str]:
    if gold["class"] not in CLASSES:
        yield f"unknown class {gold['class']!r}"
    instrument = gold["instrument"]
    if (gold["class"] == "act") != bool(instrument):
        yield "an act has an instrument, and nothing else has"
    if gold["class"] != "act" and moving(gold):
        yield "it is no act, and yet it moves rules"
    if instrument and not instrument["issuers"]:
        yield "no issuer"
    if instrument and not _is_day(instrument["issued_on"]):
        yield f"issued on {instrument['issued_on']!r}"


def _records(gold: Record) -> Iterator[str]:
    for record in moving(gold):
        days = [record["from"], record["through"]]
        yield from (f"no day: {day!r}" for day in days if day and not _is_day(day))
        if all(days) and days[1] < days[0]:
            yield f"{record['affected']} ends before it starts"
        if record["kind"] not in KINDS or record["basis"] not in BASES:
            yield f"unknown kind or basis: {record['kind']}, {record['basis']}"
        if record.get("boundary") not in BOUNDARIES:
            yield f"unknown boundary {record['boundary']!r}"
        if not record["evidence"]:
            yield f"{record['affected']} has no evidence"
    for claim in gold["claims"]:
        if claim["said_on"] is not None and not _is_day(claim["said_on"]):
            yield f"said on {claim['said_on']!r}"


def _terms(gold: Record, words: Words) -> Iterator[str]:
    for record in moving(gold):
        terms = record.get("terms") or {}
        if not {terms["requirement"]} <= words.requirements if "requirement" in terms else False:
            yield f"unknown requirement {terms['requirement']!r}"
        yield from _strangers("control code", terms.get("control_codes", ()), _CODE.fullmatch)
        yield from _strangers("HS code", terms.get("hs_codes", ()), _HS.fullmatch)
        yield from _strangers("element", terms.get("elements", ()), words.elements.__contains__)
        yield from _strangers("threshold", terms.get("thresholds", ()), lambda t: _sound(t, words))


def _names(gold: Record) -> Iterator[str]:
    own = (gold["instrument"] or {}).get("id")
    if own and not _INSTRUMENT.fullmatch(own):
        yield f"unsound id {own!r}"
    for measure in gold["measures"]:
        if measure["id"].partition("#")[0] != own:
            yield f"{measure['id']} is no measure of {own}"
    named = [target for record in moving(gold) for target in record["affected"]]
    named += [link["to"] for link in gold["links"]]
    named += [about for claim in gold["claims"] for about in claim["about"]]
    yield from _strangers("id", named, _TARGET.fullmatch)
    yield from _strangers("number of an invented act", [own, *named], _invented)


def _strangers(what: str, items: Iterable[object], known: Callable[..., object]) -> Iterator[str]:
    yield from (f"unsound {what}: {item!r}" for item in items if item and not known(item))


def _sound(threshold: Record, words: Words) -> bool:
    try:
        Decimal(threshold["value"])
    except InvalidOperation:
        return False
    return threshold["operator"] in words.operators and bool(threshold["what"])


def _invented(target: str) -> bool:
    instrument = target.partition("#")[0]
    if instrument in REAL or _DAY_IN_NAME.search(instrument):
        return True
    return any(int(n) > INVENTED_FROM for n in re.findall(r"[0-9]+", instrument.split("/", 3)[3]))


def _is_day(value: object) -> bool:
    try:
        return date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False
