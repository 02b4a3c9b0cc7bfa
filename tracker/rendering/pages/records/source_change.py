"""What does an administrator see of a source that is to be changed?"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.application.intake.sources import SourceReport
from tracker.rendering.neutral import laid, neutral, short
from tracker.rendering.page import Chip
from tracker.rendering.words import Words

PAUSED = "paused"
_TONES = {"fresh": "good", PAUSED: "plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChangeView:
    """What ``web/source-change.html.j2`` prints; a gap is its words, first and last day."""

    id: str
    heading: str
    state: Chip
    meta: str
    told: str | None
    fault: str | None
    pause: str
    pause_deed: str
    pause_lead: str
    gaps: tuple[tuple[str, str, str], ...]
    reason: str
    labels: Mapping[str, str]


def source_change_view(
    words: Words,
    found: SourceReport,
    *,
    told: str | None = None,
    fault: str | None = None,
    reason: str = "",
) -> SourceChangeView:
    """Return the forms for one source; ``reason`` is what was typed."""
    deed = "resume" if found.state == PAUSED else "pause"
    keys = ("back", "polling", "gaps", "gaps_lead", "no_gaps", "reason", "close")
    health = words.known("health", found.state) or found.state
    return SourceChangeView(
        id=found.id,
        heading=words("source_change.heading", id=neutral(found.id)),
        state=Chip(tone=_TONES.get(found.state, "wait"), text=health),
        meta=" · ".join((words.known("authority", found.authority) or "", short(found.url))),
        told=told,
        fault=fault,
        pause=words(f"source_change.{deed}"),
        pause_deed=deed,
        pause_lead=words(f"source_change.{deed}_lead"),
        gaps=tuple(
            (
                words("source_change.gap", first=words.day(gap.from_), last=words.day(gap.through)),
                gap.from_.isoformat(),
                gap.through.isoformat(),
            )
            for gap in found.gaps
        ),
        reason=laid(reason),
        labels={key: words(f"source_change.{key}") for key in keys},
    )
