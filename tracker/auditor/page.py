"""How is evidence shown on paper: one page that needs nothing else?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.auditor.printed import (
    RuleView,
    instant_told,
    numbered,
    readable,
    rule_views,
    said_plainly,
    standing_told,
)
from tracker.auditor.stated import Copy, Quote, Stated
from tracker.domain.rulebook import Field
from tracker.rendering.loading import Templates
from tracker.rendering.neutral import neutral
from tracker.rendering.words import TAGS, Words

TEMPLATE = "evidence/page.html.j2"
_ADDRESS = re.compile(r"https?://[^\s,;]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note on which rules of the answer rest, and which of the addresses it names."""

    text: str
    addresses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What ``evidence/page.html.j2`` prints; all texts are in the reader's language."""

    tag: str
    heading: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str], ...]
    waits: tuple[tuple[str, str], ...]
    rules: tuple[RuleView, ...]
    notes: tuple[NoteView, ...]
    addresses: tuple[str, ...]
    quotes: tuple[tuple[str, str, str], ...]
    copies: tuple[tuple[str, str, str, str], ...]
    words: Mapping[str, str]
    disclaimer: str


_LABELS = (
    "asked",
    "answer",
    "waits",
    "notes",
    "addresses",
    "quotes",
    "no_quotes",
    "copies",
    "no_copies",
    "copy_file",
    "check",
    "check_how",
)


def print_page(stated: Stated, field: Field, *, template_folder: Path | None) -> str:
    """Return the page as HTML with its style inside; ``field`` has the names of what is tracked."""
    templates = Templates(template_folder)
    words = Words(templates.words(), stated.language)
    return templates.render(TEMPLATE, page=page_view(stated, field, words))


def page_view(stated: Stated, field: Field, words: Words) -> PageView:
    """Return the view of what evidence states."""
    rules = _rules(stated.answer)
    notes = _notes(rules)
    urls = _addresses(notes)
    return PageView(
        tag=TAGS[words.language],
        heading=words(f"evidence.heading_{stated.question['command']}"),
        lead=_lead(stated.answer, words),
        facts=tuple(_facts(stated, words)),
        asked=tuple(_said(stated, words)),
        waits=tuple(_waits(stated.answer, words)),
        rules=tuple(rule_views(words, rules, field, notes)),
        notes=tuple(_note(text, urls, words) for text in notes),
        addresses=urls,
        quotes=tuple(_quotes(stated.quotes, words)),
        copies=tuple(_copies(stated.copies)),
        words={key: words(f"evidence.{key}") for key in _LABELS},
        disclaimer=stated.disclaimer,
    )


def _lead(answer: Mapping[str, Any], words: Words) -> str:
    if "says" in answer:
        return said_plainly(words, str(answer["says"]))
    if "rules" in answer:
        counts = answer["counts"]
        return words("evidence.counted", rules=counts["rules"], unverified=counts["unverified"])
    return words(
        "evidence.stands",
        measure=words.said(answer["title"] or answer["measure"]),
        day=readable(words, answer["on"]),
        told=standing_told(words, answer),
    )


def _waits(answer: Mapping[str, Any], words: Words) -> Iterator[tuple[str, str]]:
    """Yield what waits for a person and could change the answer, with its announcement."""
    places = (answer, *_rules(answer))
    found = (item for place in places for item in place.get("pending_review", ()))
    seen = dict.fromkeys((one["summary"], one["announcement"]) for one in found)
    for summary, announcement in seen:
        yield readable(words, summary), announcement or ""


def _facts(stated: Stated, words: Words) -> Iterator[tuple[str, str]]:
    clocks, resolved = stated.question["clocks"], stated.question["resolved"]
    yield words("evidence.on"), instant_told(words, clocks["on"] or stated.answer["on"])
    for key in ("announced_by", "recorded_by"):
        yield words(f"evidence.{key}"), instant_told(words, clocks[key] or resolved[key])
    freshness = stated.answer["freshness"]
    through = freshness["covered_through"]
    told = [words(f"standing.{freshness['state']}")]
    if through:
        told.append(words("coverage.covered", day=instant_told(words, through)))
    yield words("evidence.freshness"), words("standing.told", told=words.clauses(told))
    yield words("evidence.head"), str(stated.log["head"])
    yield words("evidence.position"), str(stated.log["position"])
    yield words("evidence.versions"), words("evidence.versions_told", **stated.versions)
    if stated.person:
        yield words("evidence.person"), stated.person


def _said(stated: Stated, words: Words) -> Iterator[tuple[str, str]]:
    # In the order in which the file keeps them, so that the page can be made anew from it.
    for key, value in sorted(stated.question["asked"].items()):
        if value not in (None, "", [], ()):
            yield _label(key, words), _text(value, words)


def _label(key: str, words: Words) -> str:
    """Return what a part of the question is called in the form that asks it."""
    for place in ("evidence.asked", "check", "term"):
        name = f"{place}_{key}" if place == "evidence.asked" else f"{place}.{key}"
        if words.has(name):
            return words(name)
    return key.replace("_", " ")


def _text(value: Any, words: Words) -> str:
    if isinstance(value, Mapping):
        order = (*_OF_ELEMENT, *sorted(value.keys() - set(_OF_ELEMENT)))
        return " ".join(_text(value[key], words) for key in order if value.get(key))
    if isinstance(value, list | tuple):
        return "; ".join(_text(item, words) for item in value)
    known = words.known("status", str(value)) or str(value)
    return readable(words, known.replace("_", " ") if known == str(value) else known)


_OF_ELEMENT = ("symbol", "share", "origin")


def _rules(answer: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    alone = [answer] if "status" in answer else []
    return answer.get("rules") or answer.get("reasons") or alone


def _notes(rules: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the notes of all rules, each once: many limbs of an act share theirs."""
    return tuple(dict.fromkeys(note for rule in rules for note in rule.get("notes", ())))


def _addresses(notes: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses that notes name, each once."""
    return tuple(dict.fromkeys(url for note in notes for url in _ADDRESS.findall(note)))


def _note(text: str, urls: Sequence[str], words: Words) -> NoteView:
    """Return a note; its addresses stand in a list of their own, and it names their numbers."""
    found = dict.fromkeys(_ADDRESS.findall(text))
    told = _ADDRESS.sub("", text).rstrip(" ,:;") if found else text
    numbers = [urls.index(url) + 1 for url in found]
    return NoteView(
        text=neutral(readable(words, told)), addresses=numbered(words, "addresses_of", numbers)
    )


def _quotes(quotes: Iterable[Quote], words: Words) -> Iterator[tuple[str, str, str]]:
    known = {True: "stands", False: "missing", None: "no_copy"}
    for item in quotes:
        yield item.quote, item.announcement, words(f"evidence.quote_{known[item.stands]}")


def _copies(copies: Iterable[Copy]) -> Iterator[tuple[str, str, str, str]]:
    for item in copies:
        yield (
            item.title or item.announcement,
            item.url or "",
            item.sha256 or "",
            item.file or item.note or "",
        )
