"""How is one rule of an answer printed: its terms, its course, who accepted it, its notes?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain.days import parse_day, parse_when
from tracker.domain.rulebook import Field
from tracker.rendering.act_entries import when
from tracker.rendering.neutral import neutral
from tracker.rendering.page import Fact
from tracker.rendering.pages.check.sentences import fact_told
from tracker.rendering.pages.parts.record_words import day_told
from tracker.rendering.pages.parts.terms import term_facts
from tracker.rendering.words import Words

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?")
_KEY = re.compile(r"(?<=[a-z])_(?=[a-z])")
_OUTCOMES = {True: "met", False: "unmet", None: "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """One rule of the answer: ``terms`` what it says, ``lines`` why, ``notes`` by their numbers."""

    heading: str
    measure: str
    verdict: str
    says: str
    terms: tuple[Fact, ...]
    lines: tuple[str, ...]
    notes: str


def rule_views(
    words: Words, rules: Iterable[Mapping[str, Any]], field: Field, notes: Sequence[str]
) -> Iterator[RuleView]:
    """Yield the rules; ``notes`` are those of all of them, each printed once below."""
    for rule in rules:
        numbers = [notes.index(note) + 1 for note in dict.fromkeys(rule.get("notes", ()))]
        yield RuleView(
            heading=neutral(words.said(rule["title"] or rule["measure"])),
            measure=rule["measure"],
            verdict=_standing(words, rule),
            says=neutral(said_plainly(words, rule.get("says") or "")),
            terms=term_facts(words, rule.get("terms") or {}, field),
            lines=tuple(map(neutral, _lines(words, rule))),
            notes=numbered(words, "notes_of", numbers),
        )


def numbered(words: Words, key: str, numbers: Iterable[int]) -> str:
    """Refer to entries of a list by their numbers; nothing where there are none."""
    told = ", ".join(map(str, numbers))
    return words(f"evidence.{key}", numbers=told) if told else ""


def standing_told(words: Words, answer: Mapping[str, Any]) -> str:
    """Say where a measure stands, and how surely."""
    status = words.known("status", answer["status"]) or ""
    certainty = words.known("certainty", answer["certainty"])
    return f"{status} ({_lowered(certainty)})" if certainty else status


def readable(words: Words, text: str) -> str:
    """Write the days and instants of a sentence as people write them."""
    told = words.said(text)
    return _INSTANT.sub(lambda found: day_told(words, found[0]) or found[0], told)


def said_plainly(words: Words, text: str) -> str:
    """Return a sentence of an answer with the names of its facts as words, not as keys."""
    return readable(words, _KEY.sub(" ", text))


def instant_told(words: Words, text: str | None) -> str:
    """Write a day or an instant as people do."""
    return words.when(parse_when(text)) if text else "–"


def _lowered(text: str) -> str:
    """Begin a word inside a sentence small; what is all capitals stays."""
    return text if text.isupper() else text[:1].lower() + text[1:]


def _standing(words: Words, rule: Mapping[str, Any]) -> str:
    verdict = words.known("verdict", rule["verdict"]) if "verdict" in rule else None
    first, last = _day(rule["since"]), _day(rule["through"])
    days = when(words, first, last) if first or last else None
    told = " ".join(part for part in (standing_told(words, rule), days) if part)
    return f"{verdict}: {told}" if verdict else told


def _day(text: str | None) -> date | None:
    return parse_day(text) if text else None


def _lines(words: Words, rule: Mapping[str, Any]) -> Iterator[str]:
    yield from _compared(words, rule)
    yield from _because(words, rule)
    yield from _doubts(words, rule)


def _compared(words: Words, rule: Mapping[str, Any]) -> Iterator[str]:
    for item in rule.get("compared", ()):
        told = item["given"] if item["given"] is not None else words("check.unsaid")
        asked = words.said(f"{item['operator']} {item['asked']}")
        note = f" ({readable(words, item['note'])})" if item["note"] else ""
        yield words(
            "evidence.comparison",
            fact=fact_told(words, item["fact"]),
            given=told,
            asked=asked,
            met=words(f"check.{_OUTCOMES[item['met']]}") + note,
        )


def _because(words: Words, rule: Mapping[str, Any]) -> Iterator[str]:
    for reason in rule["because"]:
        first, last = _day(reason["from"]), _day(reason["through"])
        yield words.sentences(
            (
                words(
                    "evidence.effect",
                    kind=words(f"kind.{reason['kind']}"),
                    act=reason["affecting"],
                    announced=day_told(words, reason["announced_at"]) or "–",
                    days=when(words, first, last),
                ),
                words("record.unclear") if reason["boundary"] == "unclear" else None,
                _accepted(words, reason),
            )
        )


def _accepted(words: Words, reason: Mapping[str, Any]) -> str:
    by = reason["accepted_by"] or words("measure.import")
    told = words("evidence.accepted", by=by, at=instant_told(words, reason["accepted_at"]))
    read = None if reason["read_by_person"] else words("measure.unsigned")
    if reason["signed_off_by"]:
        at = instant_told(words, reason["signed_off_at"])
        read = words("measure.signed", by=reason["signed_off_by"], at=at)
    return words("evidence.accepted_full", told=words.clauses((told, read)))


def _doubts(words: Words, rule: Mapping[str, Any]) -> Iterator[str]:
    for doubt in rule.get("doubts", ()):
        yield f"{words('check.doubts')}: {readable(words, doubt)}"
    for name in rule.get("missing", ()):
        yield f"{words('check.lacking')}: {fact_told(words, name)}"
    for branch in rule.get("branches", ()):
        status = words(f"status.{branch['status']}")
        yield words("check.branch", when=words.said(branch["if"]), status=status)
