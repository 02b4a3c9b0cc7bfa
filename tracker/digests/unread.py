"""Which announcements has no person decided on yet?"""

from collections.abc import Iterator

from tracker.digests.lines import ReviewLine
from tracker.digests.naming import Directory
from tracker.digests.survey import Scope
from tracker.domain.days import begins_at, instant_of, legal_day, parse_when
from tracker.projection.proposals import Proposal


def to_review(scope: Scope, directory: Directory) -> tuple[ReviewLine, ...]:
    """Return what waited for a person at the window's end, the oldest first."""
    waiting = scope.register.reviews.waiting(before=scope.recorded_before).all
    found = sorted(waiting, key=lambda one: (one.made_at, one.id))
    return tuple(_lines(scope, directory, found))


def _lines(scope: Scope, directory: Directory, found: list[Proposal]) -> Iterator[ReviewLine]:
    for proposal in found:
        if _is_announced(scope, proposal):
            made, code = proposal.made, proposal.made.jurisdiction
            yield ReviewLine(
                proposal=proposal.id,
                announcement=proposal.reading.announcement,
                title=made.title,
                url=made.url,
                source=made.source,
                authority=made.authority,
                jurisdiction=directory.jurisdiction(code) if code else None,
                summary=proposal.reading.summary,
                since=legal_day(instant_of(proposal.made_at), None),
                touches=proposal.reading.touches,
                came_in_window=proposal.made_at >= scope.window.opens(None),
            )


def _is_announced(scope: Scope, proposal: Proposal) -> bool:
    said, zone_name = proposal.reading.announced_at, proposal.reading.timezone
    return said is None or begins_at(parse_when(said), zone_name) < scope.window.closes(zone_name)
