"""How is a source doing, when is it due, and which days has no poll reached?"""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.days import instant_text, microseconds
from tracker.domain.facts import (
    GapClosed,
    SourceAdded,
    SourceBackfilled,
    SourceFact,
    SourcePaused,
    SourcePolled,
    SourceRemoved,
    SourceResumed,
)
from tracker.domain.visits import Fault
from tracker.projection.dossier import Recorded
from tracker.projection.due import LONGEST_WAIT, is_due, next_due, wait_after
from tracker.projection.rechecks import recheck_due
from tracker.projection.source_state import Health, SourceHistory, SourceState
from tracker.projection.sources import freshness

BEGINNING = datetime(2030, 1, 10, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOURCE = SourceAdded(
    id="office",
    url="https://office.example/",
    authority="issuer",
    jurisdiction="XX",
    timezone="Asia/Shanghai",
    cadence_seconds=3600,
    staleness_budget_seconds=6 * 3600,
)


class Told:
    """A source's facts, an hour apart unless told otherwise."""

    def __init__(self, source: SourceAdded = SOURCE) -> None:
        self.now = BEGINNING
        self.facts: list[Recorded[SourceFact]] = []
        self.take(source)

    def take(self, fact: SourceFact, *, after: timedelta = HOUR) -> "Told":
        self.now += after
        self.facts.append(Recorded(fact, microseconds(self.now), len(self.facts) + 1))
        return self

    def read(self, *, after: timedelta = HOUR, **told: object) -> "Told":
        given = {"items": 10, "unchanged": 10, "status": 200, **told}
        return self.take(_poll(self.now + after, "read", **given), after=after)

    def same(self, *, after: timedelta = HOUR) -> "Told":
        return self.take(_poll(self.now + after, "unchanged", status=304), after=after)

    def fail(self, *, after: timedelta = HOUR, **told: object) -> "Told":
        given = {"error": "timeout", "fault": Fault.TIMEOUT, **told}
        return self.take(_poll(self.now + after, "failed", **given), after=after)

    @property
    def state(self) -> SourceState:
        history = SourceHistory()
        for fact in self.facts:
            history.take(fact)
        assert history.latest is not None
        return history.latest

    def health(self, *, after: timedelta = timedelta()) -> Health:
        return self.state.health(microseconds(self.now + after))


def _poll(at: datetime, outcome: str, **told: object) -> SourcePolled:
    return SourcePolled(id="office", outcome=outcome, fetched_at=instant_text(at), **told)  # type: ignore[arg-type]


def test_each_state_of_a_source() -> None:
    assert Told().health() is Health.NEVER_CHECKED
    assert Told().read().health() is Health.FRESH
    assert Told().read().health(after=7 * HOUR) is Health.STALE
    assert Told().read().fail().health() is Health.FAILING
    assert Told().read().fail(fault=Fault.BLOCKED).health() is Health.BLOCKED
    assert Told().read().fail(status=403, fault=Fault.STATUS).health() is Health.BLOCKED
    assert Told().read().take(SourcePaused(id="office")).health() is Health.PAUSED
    assert Told().read().fail().same().health() is Health.FRESH
    assert Told().read(items=0).health() is Health.SILENT


def test_a_source_that_brings_nothing_for_far_longer_than_usual_is_silent() -> None:
    told = Told()
    for _ in range(5):
        told.read(new=1, after=timedelta(days=7))
    for _ in range(70):
        told.same(after=6 * HOUR)
    assert told.health() is Health.FRESH
    for _ in range(170):
        told.same(after=6 * HOUR)
    assert told.health() is Health.SILENT
    assert told.read(new=1).health() is Health.FRESH


def test_what_a_source_declares_counts_as_its_usual_silence() -> None:
    quiet = msgspec.structs.replace(SOURCE, silent_after_seconds=86400)
    told = Told(quiet).read(new=1)
    for _ in range(25):
        told.same()
    assert told.health() is Health.SILENT


def test_failures_are_counted_and_told_until_it_is_well_again() -> None:
    told = Told().read().fail().fail(error="no route")
    assert (told.state.failures, told.state.last_error) == (2, "no route")
    assert told.state.last_good == microseconds(BEGINNING + 2 * HOUR)
    told.same()
    assert (told.state.failures, told.state.last_error) == (0, None)


def test_another_address_forgets_what_was_held_of_the_old_one() -> None:
    told = Told().read(etag='"a"', sha256="aa")
    assert told.state.standing.held[SOURCE.url].etag == '"a"'
    told.take(msgspec.structs.replace(SOURCE, url="https://elsewhere.example/"))
    assert told.state.standing.held == {}


# gaps


def _gaps(told: Told, covered: date | None = None) -> list[tuple[date, date]]:
    return [(gap.first, gap.last) for gap in told.state.gaps(covered)]


def test_a_first_poll_that_does_not_reach_back_leaves_a_gap() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-05T02:00:00Z")
    assert _gaps(told, date(2030, 1, 1)) == [(date(2030, 1, 2), date(2030, 1, 4))]
    assert _gaps(told, date(2030, 1, 4)) == []
    assert _gaps(told, None) == []


def test_a_gap_is_counted_in_days_of_the_source() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-04T17:00:00Z")  # the 5th there
    assert _gaps(told, date(2030, 1, 3)) == [(date(2030, 1, 4), date(2030, 1, 4))]


def test_an_outage_that_is_not_bridged_leaves_a_gap_until_it_is_backfilled() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-01T00:00:00Z")
    told.fail(after=timedelta(days=5))
    told.read(new=10, unchanged=0, oldest_item_at="2030-01-13T02:00:00Z")
    assert _gaps(told) == [(date(2030, 1, 11), date(2030, 1, 12))]
    told.read(new=0, oldest_item_at="2030-01-12T02:00:00Z")
    assert _gaps(told) == [(date(2030, 1, 11), date(2030, 1, 11))]
    told.read(new=0, oldest_item_at="2030-01-10T00:00:00Z")
    assert _gaps(told) == []


def test_an_outage_that_the_list_bridges_leaves_none() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-01T00:00:00Z")
    told.fail(after=timedelta(days=5)).read(new=2, oldest_item_at="2030-01-02T00:00:00Z")
    assert _gaps(told) == []
    told.fail(after=timedelta(days=5)).same()
    assert _gaps(told) == []


def test_a_list_without_dates_is_bridged_by_an_item_that_is_known() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-01T00:00:00Z")
    told.fail(after=timedelta(days=5)).read(new=3, unchanged=7)
    assert _gaps(told) == []
    told.fail(after=timedelta(days=5)).read(new=10, unchanged=0)
    assert _gaps(told) == [(date(2030, 1, 16), date(2030, 1, 20))]


def test_a_list_that_turned_over_between_two_polls_leaves_a_gap() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-01T00:00:00Z")
    told.read(after=timedelta(hours=5), new=10, unchanged=0, oldest_item_at="2030-01-12T00:00:00Z")
    assert _gaps(told) == [(date(2030, 1, 11), date(2030, 1, 11))]


def test_an_import_that_reaches_back_fills_a_gap() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-05T02:00:00Z")
    told.take(SourceBackfilled(id="office", oldest_item_at="2030-01-02T01:00:00Z", announcements=3))
    assert _gaps(told, date(2030, 1, 1)) == []


def test_a_person_closes_a_gap_or_some_days_of_it() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-08T02:00:00Z")
    closing = {"id": "office", "by": "Ada", "reason": "read by hand"}
    told.take(GapClosed(first="2030-01-03", last="2030-01-04", **closing))
    assert _gaps(told, date(2030, 1, 1)) == [
        (date(2030, 1, 2), date(2030, 1, 2)),
        (date(2030, 1, 5), date(2030, 1, 7)),
    ]
    told.take(GapClosed(first="2030-01-02", last="2030-01-07", **closing))
    assert _gaps(told, date(2030, 1, 1)) == []


def test_a_gap_makes_what_is_said_stale_and_closing_it_fresh() -> None:
    told = Told().read(new=10, unchanged=0, oldest_item_at="2030-01-08T02:00:00Z")
    asked = {"covered": date(2030, 1, 1), "has_rules": True, "now": microseconds(told.now)}
    found = freshness([told.state], **asked)
    assert (found.state, len(found.gaps), found.covered_through) == ("stale", 1, date(2030, 1, 1))
    told.take(
        GapClosed(id="office", first="2030-01-02", last="2030-01-07", by="Ada", reason="read")
    )
    found = freshness([told.state], **asked)
    assert (found.state, found.gaps) == ("fresh", ())


# when it is due


def test_a_source_is_due_at_its_cadence_with_a_little_jitter() -> None:
    told = Told().read()
    due = next_due(told.state)
    assert due is not None
    wait = due - microseconds(told.now)
    assert 3600_000_000 <= wait <= 3780_000_000
    assert due == next_due(told.state)
    assert not is_due(told.state, due - 1)
    assert is_due(told.state, due)
    assert next_due(Told().state) is None
    assert is_due(Told().state, 0)


def test_a_failure_is_tried_again_soon_and_then_more_rarely() -> None:
    told = Told().read()
    waits = []
    for _ in range(9):
        told.fail()
        waits.append(wait_after(told.state))
    assert waits == [300, 600, 1200, 2400, 4800, 9600, 10800, 10800, 10800]
    assert wait_after(told.read().state) == 3600


def test_a_server_that_asks_for_patience_gets_it_within_reason() -> None:
    assert wait_after(Told().fail(retry_after_seconds=7200).state) == 7200
    assert wait_after(Told().fail(retry_after_seconds=10**9).state) == LONGEST_WAIT
    assert wait_after(Told().fail(retry_after_seconds=1).state) == 300


def test_sources_are_not_all_due_at_one_moment() -> None:
    waits = set()
    for number in range(30):
        source = msgspec.structs.replace(SOURCE, id=f"office-{number}")
        waits.add(next_due(Told(source).read().state))
    assert len(waits) > 20


@pytest.mark.parametrize(
    ("last", "today", "due"),
    [
        (0, 0, False),
        (0, 1, True),
        (1, 1, False),
        (3, 4, False),
        (4, 5, True),
        (10, 40, True),
        (365, 700, False),
        (365, 731, True),
        (731, 900, False),
    ],
)
def test_a_page_is_read_again_at_growing_ages(last: int, today: int, due: bool) -> None:
    first = date(2030, 1, 1)
    days = {"last_read": first + timedelta(days=last), "today": first + timedelta(days=today)}
    assert recheck_due(first_seen=first, **days) is due


# the state at any moment is the fold of what was recorded by then

spans = st.sampled_from([timedelta(minutes=30), HOUR, timedelta(hours=9), timedelta(days=3)])
steps = st.one_of(
    st.tuples(st.just("same"), spans),
    st.tuples(st.just("same"), spans),
    st.tuples(st.just("read"), spans),
    st.tuples(st.just("news"), spans),
    st.tuples(st.just("fail"), spans),
    st.tuples(st.just("pause"), spans),
    st.tuples(st.just("resume"), spans),
    st.tuples(st.just("remove"), spans),
    st.tuples(st.just("add"), spans),
    st.tuples(st.just("fill"), spans),
)


def _played(script: list[tuple[str, timedelta]]) -> Told:
    told = Told()
    for step, after in script:
        match step:
            case "same":
                told.same(after=after)
            case "read":
                told.read(after=after)
            case "news":
                oldest = instant_text(told.now - timedelta(days=1))
                told.read(after=after, new=3, unchanged=0, oldest_item_at=oldest)
            case "fail":
                told.fail(after=after)
            case "fill":
                fact = SourceBackfilled(
                    id="office", oldest_item_at="2030-01-10T00:00:00Z", announcements=1
                )
                told.take(fact, after=after)
            case _:
                facts = {
                    "pause": SourcePaused(id="office"),
                    "resume": SourceResumed(id="office"),
                    "remove": SourceRemoved(id="office"),
                    "add": SOURCE,
                }
                told.take(facts[step], after=after)
    return told


@given(script=st.lists(steps, max_size=25))
def test_the_state_at_any_moment_is_what_its_facts_add_up_to(
    script: list[tuple[str, timedelta]],
) -> None:
    told = _played(script)
    whole = SourceHistory()
    for fact in told.facts:
        whole.take(fact)
    for number, fact in enumerate(told.facts, start=1):
        prefix = SourceHistory()
        for earlier in told.facts[:number]:
            prefix.take(earlier)
        expected = prefix.latest
        assert expected is not None
        found = whole.state(fact.at + 1)
        assert found == (None if expected.removed else expected)
