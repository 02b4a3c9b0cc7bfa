"""How is somebody told that a decision of theirs came too late, or cannot be taken as it came?"""

from tracker.domain.days import instant_of
from tracker.projection.proposals import Proposal
from tracker.rendering.neutral import neutral
from tracker.rendering.words import Words

REASON_LONGEST = 4000
"""So many characters a reason may have, line ends counted as one."""


def late_told(words: Words, found: Proposal, *, by: str, seen: int) -> str | None:
    """Return why nothing was recorded, ``None`` where the proposal stands as it was seen."""
    if not found.open:
        return words(
            "desk.late",
            state=words(f"desk.state_{found.state}"),
            by=neutral(found.by or ""),
            when=words.instant(instant_of(found.at)),
        )
    if found.referred_by == by:
        return words("desk.yours_not")
    return words("desk.changed") if found.steps != seen else None


def reason_fault(words: Words, reason: str, *, needed: bool) -> str | None:
    """Return why a reason cannot stand in the log, ``None`` for one that can."""
    if needed and not reason.strip():
        return words("desk.reason_missing")
    if len(reason) > REASON_LONGEST:
        return words("desk.reason_long", most=REASON_LONGEST, n=len(reason))
    return None
