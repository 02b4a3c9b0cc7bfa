"""How fresh is what we know of some jurisdictions, and what of them waits for a person?"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.days import microseconds
from tracker.domain.questions import Clocks
from tracker.projection.dossier import recorded_bound
from tracker.projection.register import Register
from tracker.projection.sources import Freshness, covered_through, freshness, states_of
from tracker.projection.waiting import Pending, waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known of a jurisdiction whose rules are shown, about ourselves."""

    jurisdiction: str | None
    freshness: Freshness
    pending_review: tuple[Pending, ...]


def knowledge_of(
    register: Register, clocks: Clocks, jurisdictions: Iterable[str | None]
) -> tuple[Knowledge, ...]:
    """Return the freshness of each jurisdiction, and what waits there, under the clocks."""
    before = recorded_bound(clocks, None)
    states = states_of(register.sources.values(), before=before)
    waits = waiting(register, clocks)
    return tuple(
        Knowledge(
            jurisdiction=code,
            freshness=freshness(
                [state for state in states if state.source.jurisdiction == code],
                covered=covered_through(register.coverage, code, before=before),
                has_rules=True,
                now=min(before - 1, microseconds(clocks.now)),
            ),
            pending_review=waits.within(code),
        )
        for code in dict.fromkeys(jurisdictions)
    )
