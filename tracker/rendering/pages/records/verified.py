"""How is it told whether a part of the log is what was written?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.application.answers.log_pages import Verified
from tracker.ports import Stretch
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.page import Chip, Fact
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedView:
    """All that ``web/log-verify.html.j2`` prints; ``links`` are texts with where they lead."""

    heading: str
    lead: str
    outcome: Chip
    told: str
    facts: tuple[Fact, ...]
    noted: str | None
    links: tuple[tuple[str, str], ...]
    asked: str
    after: str
    command: str
    words: Mapping[str, str]


LABELS = ("verify", "verify_button", "noted", "noted_hint", "whole")


def verified_view(words: Words, found: Verified) -> VerifiedView:
    """Return what the page prints."""
    holds = found.broken is None
    return VerifiedView(
        heading=words("log.verify_title"),
        lead=words("log.verify_lead"),
        outcome=Chip(
            text=words("log.holds" if holds else "log.broken"), tone="good" if holds else "stop"
        ),
        told=_told(words, found),
        facts=tuple(_facts(words, found.part)) if found.part and found.part.last else (),
        noted=_noted(words, found),
        links=tuple(_links(words, found)),
        asked=short(found.asked or "", longest=200),
        after=str(found.part.first - 1) if found.part and found.part.last else "",
        command=f"tracker verify --head {found.head.hash}",
        words={key: words(f"log.{key}") for key in LABELS},
    )


def _told(words: Words, found: Verified) -> str:
    if found.part is None or found.broken is not None:
        position = found.broken.position if found.broken else found.head.position
        reason = short(found.broken.reason) if found.broken else ""
        return words("log.broken_at", position=position, reason=_reason(words, reason))
    part = found.part
    if not part.last:
        return words("log.nothing_to_verify", position=found.head.position)
    key = "verified_part" if part.first > 1 else "verified_start"
    if part.first == 1 and part.last >= found.head.position:
        key = "verified_all"
    return words(f"log.{key}", first=part.first, last=part.last, head=found.head.position)


_REASONS = ("missing", "no bytes", "fit its hash", "cut off", "cannot be read")


def _reason(words: Words, reason: str) -> str:
    """Tell a reason of the store in the reader's language."""
    place = next((n for n, part in enumerate(_REASONS) if part in reason), None)
    return reason if place is None else words(f"log.reason_{place}")


def _facts(words: Words, part: Stretch) -> Iterator[Fact]:
    yield Fact(label=words("log.hash_before"), lines=(part.before,))
    yield Fact(label=words("log.hash_end"), lines=(part.hash,))


def _noted(words: Words, found: Verified) -> str | None:
    if found.asked is None or found.part is None:
        return None
    if found.part.found is not None:
        return words("log.noted_found", position=found.part.found)
    return words("log.noted_missing", first=found.part.first, last=found.part.last)


def _links(words: Words, found: Verified) -> Iterator[tuple[str, str]]:
    for key in ("earlier", "later"):
        after = getattr(found, key)
        if after is not None:
            kept = {"after": str(after), "hash": found.asked}
            yield words(f"log.{key}"), Addresses().to("/log/verify", **kept)
    yield words("log.back"), "/log"
