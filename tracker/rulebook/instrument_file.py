"""What does the file of one instrument say?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from tracker.domain.identifiers import PROVISION_MARK
from tracker.domain.records import Authority
from tracker.domain.rulebook import Field, Names, RecordDict, RulebookEntry
from tracker.rulebook.claims import read_claims, read_links
from tracker.rulebook.draft import Draft, record_id
from tracker.rulebook.effects import EFFECT_REQUIRED, effect_keys, read_effect
from tracker.rulebook.faults import unknown
from tracker.rulebook.nodes import Node
from tracker.rulebook.terms import read_terms
from tracker.rulebook.values import (
    choice,
    day,
    main_name,
    names,
    take,
    take_or_null,
    truth,
    when,
    zone,
)

CONFIDENCE = ("high", "medium", "low")

FILE_REQUIRED = (
    "instrument",
    "titles",
    "kind",
    "jurisdiction",
    "issuers",
    "announced_at",
    "timezone",
)
FILE_OPTIONAL = (
    "titles_by",
    "number",
    "number_en",
    "issued_on",
    "authority",
    "confidence",
    "note",
    "sources",
    "shared_terms",
    "measures",
    "effects",
    "links",
    "claims",
)
MEASURE_REQUIRED = ("provision", "terms")
MEASURE_KEYS = (*MEASURE_REQUIRED, "title", "rule", "note", "confidence")

_SAID_IN_TERMS = ("provision", "note")
"""Keys of a measure that its terms repeat, where the field has such a term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What every part of a file has to know of the whole."""

    draft: Draft
    field: Field
    instrument: str
    titles: Names
    title: str
    announced_at: str
    shared_terms: Mapping[str, Any]

    def full(self, provision: str) -> str:
        return self.instrument + PROVISION_MARK + provision


def read_instrument(node: Node, *, field: Field) -> RulebookEntry:
    """Read a whole file; what is wrong with it is noted as faults."""
    part = node.keys(FILE_REQUIRED + FILE_OPTIONAL, required=FILE_REQUIRED)
    draft = Draft(file=node.file)
    context = _context(part, draft=draft, field=field)
    _add_instrument(node, part, context)
    for provision, measure in (take(part, "measures", Node.any_keys) or {}).items():
        _add_measure(provision, measure, context)
    for effect in take(part, "effects", Node.items) or ():
        _add_effect(effect, context)
    read_links(take(part, "links", Node.items) or (), instrument=context.instrument, draft=draft)
    read_claims(take(part, "claims", Node.items) or (), instrument=context.instrument, draft=draft)
    return draft.entry()


def _context(part: Mapping[str, Node], *, draft: Draft, field: Field) -> _Context:
    titles = take(part, "titles", names) or {}
    return _Context(
        draft=draft,
        field=field,
        titles=titles,
        instrument=take(part, "instrument", _identifier) or "",
        title=main_name(titles),
        announced_at=take(part, "announced_at", when) or "",
        shared_terms=take(part, "shared_terms", lambda node: read_terms(node, field)) or {},
    )


def _identifier(node: Node) -> str:
    word = node.text()
    if word and ("/" not in word or PROVISION_MARK in word or " " in word):
        node.fault(f"{word!r} is no id of an instrument; write one like cn/mofcom/2025/61")
    return word


def _add_instrument(node: Node, part: Mapping[str, Node], context: _Context) -> None:
    sources = [_source(item) for item in take(part, "sources", Node.items) or ()]
    known = context.field.jurisdictions
    record = {
        "type": "instrument",
        "id": context.instrument,
        "title": context.title,
        "jurisdiction": take(part, "jurisdiction", lambda n: _jurisdiction(n, known)) or "",
        "issuers": take(part, "issuers", lambda n: _issuers(n, context.field)) or [],
        "kind": take(part, "kind", Node.text) or "",
        "number": take_or_null(part, "number", Node.text),
        "issued_on": take_or_null(part, "issued_on", day),
        "announced_at": context.announced_at,
        "timezone": take(part, "timezone", zone) or "",
        "authority": take(part, "authority", _authority) or "issuer",
        "sources": sources,
    }
    context.draft.add(record, node=part.get("instrument", node))
    context.draft.remark(
        context.instrument,
        confidence=_confidence(part),
        text=take_or_null(part, "note", Node.text),
        titles=context.titles,
        titles_by=take_or_null(part, "titles_by", Node.text),
        number_en=take_or_null(part, "number_en", Node.text),
        urls=tuple(source["url"] for source in sources if "url" in source),
    )


def _jurisdiction(node: Node, known: Collection[str]) -> str:
    return choice(node, what="jurisdiction", allowed=known)


def _issuers(node: Node, field: Field) -> list[str]:
    found = []
    for item in node.items():
        word = item.text()
        issuer = field.issuer(word)
        if issuer is not None:
            found.append(issuer.name)
        elif word:
            item.fault(unknown("issuer", word, field.issuers))
    return found


def _authority(node: Node) -> str:
    return choice(node, what="authority", allowed=get_args(Authority))


def _confidence(part: Mapping[str, Node]) -> str | None:
    return take_or_null(
        part, "confidence", lambda node: choice(node, what="confidence", allowed=CONFIDENCE)
    )


def _source(node: Node) -> dict[str, str]:
    part = node.keys(("url", "kind", "note"))
    if node.is_mapping and not part.keys() & {"url", "note"}:
        node.fault("a source needs its url, or a note that says what it is")
    return {key: part[key].text() for key in ("url", "note", "kind") if key in part}


def _add_measure(provision: str, node: Node, context: _Context) -> None:
    part = node.keys(MEASURE_KEYS, required=MEASURE_REQUIRED)
    called = take(part, "provision", Node.text) or ""
    record: RecordDict = {
        "type": "measure",
        "id": context.full(provision),
        "title": take(part, "title", Node.text) or f"{context.title}: {called}",
        "terms": _terms(part, context),
    }
    if take(part, "rule", truth) is False:
        record["rule"] = False
    context.draft.add(record, node=node)
    note = take_or_null(part, "note", Node.text)
    context.draft.remark(context.full(provision), text=note, confidence=_confidence(part))


def _terms(part: Mapping[str, Node], context: _Context) -> dict[str, Any]:
    said = {
        key: part[key].text()
        for key in _SAID_IN_TERMS
        if key in part and key in context.field.term_keys
    }
    required = {"requirement"} - context.shared_terms.keys()
    given = take(part, "terms", lambda n: read_terms(n, context.field, required=required)) or {}
    merged = {**context.shared_terms, **said, **given}
    return {key: value for key, value in merged.items() if value is not None}


def _add_effect(node: Node, context: _Context) -> None:
    part = node.keys(effect_keys(context.field), required=EFFECT_REQUIRED)
    identifier = record_id(context.instrument, take(part, "key", Node.text) or "")
    measures = [r["id"] for r in context.draft.records if r["type"] == "measure"]
    read = read_effect(part, instrument=context.instrument, measures=measures, field=context.field)
    record = {
        "type": "effect",
        "id": identifier,
        "affecting": context.instrument,
        "announced_at": context.announced_at,
        **read,
    }
    context.draft.add(record, node=part.get("key", node))
    note = take_or_null(part, "note", Node.text)
    context.draft.remark(identifier, text=note, confidence=_confidence(part))
