"""Which announcements wait to be read by a person, and whose answers could they change?"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.projection.register import Register
from tracker.projection.sources import state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Something that waits for review and could change an answer."""

    announcement: str | None
    proposal: str | None
    summary: str


def unread(register: Register, *, before: int) -> Iterable[tuple[str | None, Pending]]:
    """Yield the issuers' announcements recorded before the bound that nobody has read.

    Each comes with the jurisdiction of its source.
    """
    for item in register.announcements.values():
        facts = register.sources.get(item.record.source, ())
        state = state_of(facts, before=before)
        if item.at >= before or state is None or state.source.authority != "issuer":
            continue
        summary = f"announcement of {state.source.id} not yet read: {item.record.title}"
        yield (
            state.source.jurisdiction,
            Pending(announcement=item.record.id, proposal=None, summary=summary),
        )
