"""Does what we said of a day come back as it changed, by either knowledge clock?"""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tracker.domain.days import instant_text
from tracker.domain.questions import Clocks, Status
from tracker.projection.register import Register
from tracker.projection.said import Said, as_announced, as_recorded

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
EARLY, LATE = "2025-03-01T08:00:00Z", "2025-09-01T08:00:00Z"


@pytest.fixture
def register() -> Register:
    """A rule from June, told and recorded in March; a pause of August, recorded in September."""
    found = Register()
    for line, at in (
        (_act("xx/1", "2025-02-01"), EARLY),
        ({"type": "measure", "id": "xx/1#a", "title": "A"}, EARLY),
        (_effect("impose", "xx/1", "2025-02-01", "e1", **{"from": "2025-06-01"}), EARLY),
        (_act("xx/2", "2025-08-01"), LATE),
        (_effect("suspend", "xx/2", "2025-08-01", "e2", **{"from": "2025-08-10"}), LATE),
    ):
        found.record(line, recorded_at=at)
    return found


def _act(id: str, announced: str) -> dict[str, Any]:
    return {"type": "instrument", "id": id, "announced_at": announced, "timezone": "UTC"}


def _effect(kind: str, by: str, announced: str, id: str, **days: str) -> dict[str, Any]:
    return {
        "type": "effect",
        "id": id,
        "kind": kind,
        "affecting": by,
        "affected": ["xx/1#a"],
        "announced_at": announced,
        **days,
    }


def _told(found: tuple[Said, ...]) -> list[tuple[str, Status]]:
    return [(instant_text(one.since)[:10], one.answer.status) for one in found]


def test_the_announced_clock_tells_when_the_world_could_know(register: Register) -> None:
    clocks = Clocks(now=NOW, on=date(2025, 8, 20))
    found = as_announced(register.dossier("xx/1#a"), clocks)
    assert _told(found)[:2] == [("2025-02-01", Status.IN_FORCE), ("2025-08-01", Status.SUSPENDED)]
    assert [cause.kind for cause in found[1].causes] == ["suspend"]


def test_the_recorded_clock_tells_what_we_would_have_answered(register: Register) -> None:
    clocks = Clocks(now=NOW, on=date(2025, 8, 20))
    found = as_recorded(register.dossier("xx/1#a"), clocks)
    assert _told(found) == [("2025-03-01", Status.IN_FORCE), ("2025-09-01", Status.SUSPENDED)]
    assert [cause.act for cause in found[1].causes] == ["xx/2"]


def test_nothing_behind_the_clock_of_the_question_is_told(register: Register) -> None:
    day = date(2025, 8, 20)
    dossier = register.dossier("xx/1#a")
    recorded = as_recorded(dossier, Clocks(now=NOW, on=day, recorded_by=date(2025, 5, 1)))
    assert {status for _, status in _told(recorded)} == {Status.IN_FORCE}
    known = as_announced(dossier, Clocks(now=NOW, on=day, announced_by=date(2025, 5, 1)))
    assert {status for _, status in _told(known)} == {Status.IN_FORCE}


def test_a_withdrawn_record_changes_what_we_say_from_then_on(register: Register) -> None:
    register.record(
        {"type": "retract", "id": "r", "effect": "e2", "reason": "misread"},
        recorded_at="2025-10-01T08:00:00Z",
    )
    clocks = Clocks(now=NOW, on=date(2025, 8, 20))
    found = as_recorded(register.dossier("xx/1#a"), clocks)
    assert _told(found)[-1] == ("2025-10-01", Status.IN_FORCE)
    assert [cause.kind for cause in found[-1].causes] == ["retracted"]


@pytest.mark.parametrize("known", [date(9999, 12, 31), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)])
def test_an_announced_clock_ahead_of_us_counts_as_now(
    register: Register, known: date | datetime
) -> None:
    dossier, day = register.dossier("xx/1#a"), date(2025, 8, 20)
    found = as_recorded(dossier, Clocks(now=NOW, on=day, announced_by=known))
    assert _told(found) == _told(as_recorded(dossier, Clocks(now=NOW, on=day)))


@pytest.mark.parametrize("known", [date(2025, 5, 1), datetime(2025, 5, 1, tzinfo=UTC)])
def test_an_announced_clock_behind_us_stays_where_it_is(
    register: Register, known: date | datetime
) -> None:
    clocks = Clocks(now=NOW, on=date(2025, 8, 20), announced_by=known)
    found = as_recorded(register.dossier("xx/1#a"), clocks)
    assert {status for _, status in _told(found)} == {Status.IN_FORCE}
