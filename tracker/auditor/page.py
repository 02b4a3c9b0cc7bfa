"""How is evidence shown on paper: one page that needs nothing else?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.auditor.stated import Copy, Quote, Stated
from tracker.rendering.loading import Templates
from tracker.rendering.words import TAGS, Words

TEMPLATE = "evidence/page.html.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """One rule of the answer, as the page prints it."""

    measure: str
    title: str
    verdict: str
    says: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What ``evidence/page.html.j2`` prints; all texts are in the reader's language."""

    tag: str
    heading: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str], ...]
    rules: tuple[RuleView, ...]
    quotes: tuple[tuple[str, str, str], ...]
    copies: tuple[tuple[str, str, str, str], ...]
    words: Mapping[str, str]
    disclaimer: str


_LABELS = (
    "asked",
    "answer",
    "quotes",
    "no_quotes",
    "copies",
    "no_copies",
    "copy_file",
    "check",
    "check_how",
)


def print_page(stated: Stated, *, template_folder: Path | None) -> str:
    """Return the page as HTML with its style inside."""
    templates = Templates(template_folder)
    words = Words(templates.words(), stated.language)
    return templates.render(TEMPLATE, page=page_view(stated, words))


def page_view(stated: Stated, words: Words) -> PageView:
    """Return the view of what evidence states."""
    return PageView(
        tag=TAGS[words.language],
        heading=words(f"evidence.heading_{stated.question['command']}"),
        lead=_lead(stated.answer, words),
        facts=tuple(_facts(stated, words)),
        asked=tuple(_said(stated.question["asked"])),
        rules=tuple(_rules(stated.answer, words)),
        quotes=tuple(_quotes(stated.quotes, words)),
        copies=tuple(_copies(stated.copies)),
        words={key: words(f"evidence.{key}") for key in _LABELS},
        disclaimer=stated.disclaimer,
    )


def _lead(answer: Mapping[str, Any], words: Words) -> str:
    if "says" in answer:
        return str(answer["says"])
    if "rules" in answer:
        counts = answer["counts"]
        return words("evidence.counted", rules=counts["rules"], unverified=counts["unverified"])
    known = words.known("certainty", answer["certainty"]) or ""
    status = words.known("status", answer["status"]) or ""
    return words("evidence.stands", measure=answer["measure"], status=status, certainty=known)


def _facts(stated: Stated, words: Words) -> Iterator[tuple[str, str]]:
    clocks, resolved = stated.question["clocks"], stated.question["resolved"]
    yield words("evidence.on"), clocks["on"] or stated.answer["on"]
    for key in ("announced_by", "recorded_by"):
        yield words(f"evidence.{key}"), clocks[key] or resolved[key]
    freshness = stated.answer["freshness"]
    through = freshness["covered_through"] or "–"
    yield words("evidence.freshness"), f"{freshness['state'].replace('_', ' ')} ({through})"
    yield words("evidence.head"), str(stated.log["head"])
    yield words("evidence.position"), str(stated.log["position"])
    yield words("evidence.versions"), ", ".join(f"{k} {v}" for k, v in stated.versions.items())
    if stated.person:
        yield words("evidence.person"), stated.person


def _said(asked: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    # In the order in which the file keeps them, so that the page can be made anew from it.
    for key, value in sorted(asked.items()):
        if value not in (None, "", [], ()):
            yield key, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_text(item)}" for key, item in sorted(value.items()) if item)
    if isinstance(value, list | tuple):
        return "; ".join(map(_text, value))
    return str(value)


def _rules(answer: Mapping[str, Any], words: Words) -> Iterator[RuleView]:
    for rule in (
        answer.get("rules") or answer.get("reasons") or ([answer] if "status" in answer else ())
    ):
        yield RuleView(
            measure=rule["measure"],
            title=rule["title"] or "",
            verdict=_standing(rule, words),
            says=rule.get("says") or str(rule.get("terms", {}).get("summary") or ""),
            lines=(*_compared(rule, words), *_because(rule), *_doubts(rule, words)),
        )


def _standing(rule: Mapping[str, Any], words: Words) -> str:
    status = words.known("status", rule["status"]) or ""
    certainty = words.known("certainty", rule["certainty"])
    days = f"{rule['since'] or '…'} – {rule['through'] or '…'}"
    return words.listed(part for part in (status, certainty, days) if part)


def _compared(rule: Mapping[str, Any], words: Words) -> Iterator[str]:
    for item in rule.get("compared", ()):
        met = words(f"check.{_OUTCOMES[item['met']]}")
        note = f" ({item['note']})" if item["note"] else ""
        given = item["given"] if item["given"] is not None else words("check.unsaid")
        fact = item["fact"].replace("_", " ")
        yield f"{fact}: {given} {item['operator']} {item['asked']}: {met}{note}"


_OUTCOMES = {True: "met", False: "unmet", None: "open"}


def _because(rule: Mapping[str, Any]) -> Iterator[str]:
    for reason in rule["because"]:
        days = f"{reason['from'] or '…'} – {reason['through'] or '…'}"
        yield f"{reason['kind']}: {reason['affecting']}, {reason['announced_at']}, {days}"


def _doubts(rule: Mapping[str, Any], words: Words) -> Iterator[str]:
    yield from rule.get("doubts", ())
    for name in rule.get("missing", ()):
        yield f"{words('check.lacking')}: {name.replace('_', ' ')}"
    for branch in rule.get("branches", ()):
        status = words(f"status.{branch['status']}")
        yield words("check.branch", when=branch["if"], status=status)
    yield from rule.get("notes", ())


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
