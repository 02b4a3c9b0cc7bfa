"""A month of a service, played by the clock: is any poll lost or doubled, any item missed?

The real scheduler, intake and store run; only the time and the network are played. The month holds
the change to daylight-saving time, restarts, a night in which nothing ran, and outages.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler

from tests.integration.scripted import Hands, ScriptedFeeds, brought, failure, item
from tracker.application.intake.ingest import Intake
from tracker.application.source_states import source_histories
from tracker.config import Settings
from tracker.domain.announcements import FeedItem
from tracker.domain.days import instant_text, microseconds
from tracker.domain.events import Event
from tracker.domain.facts import SourceAdded, SourcePolled
from tracker.domain.visits import Fault
from tracker.facade import Tracker
from tracker.ports import Asked, Brought
from tracker.projection.due import JITTER_AT_MOST
from tracker.projection.reading import read
from tracker.projection.source_state import SourceState
from tracker.scheduler import Scheduler

SOURCES = 40
DAYS = 30
BEGINNING = datetime(2030, 3, 10, 0, 30, tzinfo=UTC)  # Europe changes its clocks on the 31st
CADENCES = (8, 12, 24)
WINDOW = 12
REFRESH = timedelta(minutes=30)
NIGHT = (BEGINNING + timedelta(days=11, hours=20), BEGINNING + timedelta(days=12, hours=6))
RESTARTS = [BEGINNING + timedelta(days=day, hours=hour) for day, hour in ((3, 7), (9, 2), (21, 15))]


class StepScheduler(BaseScheduler):
    """A scheduler whose time a test drives: due jobs run when it is told to look."""

    def wakeup(self) -> None:
        """Nothing sleeps."""

    def shutdown(self, wait: bool = True) -> None:
        super().shutdown(wait)

    def step(self) -> float | None:
        """Run what is due; return the seconds until the next job."""
        return self._process_jobs()  # type: ignore[no-any-return]


@dataclass
class World:
    """What the offices of the world publish, and when they cannot be reached."""

    published: dict[str, list[tuple[datetime, FeedItem]]] = field(default_factory=dict)
    outages: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    asked: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def ask(self, asked: Asked) -> Brought:
        source, now = asked.source.id, asked.now
        self.asked[source].append(now)
        outage = self.outages.get(source)
        if outage is not None and outage[0] <= now < outage[1]:
            raise failure(asked, Fault.STATUS, "the server answered 503", status=503)
        visible = [item for when, item in self.published[source] if when <= now]
        return brought(asked, visible[-WINDOW:])


def _world(chance: random.Random) -> World:
    world = World()
    for number in range(SOURCES):
        source = f"office-{number}"
        items = [(BEGINNING - timedelta(days=1), item("The first.", id=f"{source}-0"))]
        for count in range(1, 16):
            when = BEGINNING + timedelta(hours=DAYS * 24 * 0.95 * chance.random())
            published = instant_text(when)
            text = f"Rule {count} of {source}."
            made = item(text, id=f"{source}-{count}", published_at=published)
            items.append((when, made))
        world.published[source] = sorted(items, key=lambda pair: pair[0])
        if number % 8 == 0:
            start = BEGINNING + timedelta(days=5 + number / 8)
            world.outages[source] = (start, start + timedelta(hours=30))
    return world


@dataclass
class Service:
    """One run of the service on a database, from a start to a stop."""

    url: str
    world: World
    clock: Hands

    def run(self, until: datetime, traveller: Any) -> None:
        with Tracker(Settings(database=self.url), clock=self.clock) as tracker:
            intake = _intake(tracker, self.world, self.clock)
            engine = StepScheduler()
            scheduler = Scheduler(
                states=lambda: _states(tracker, self.clock),
                poll=lambda id: _quietly(intake, id),
                clock=self.clock,
                refresh_seconds=int(REFRESH.total_seconds()),
                engine=engine,
                executors={"default": DebugExecutor(), "upkeep": DebugExecutor()},
            )
            scheduler.start()
            while self.clock.now < until:
                wait = engine.step()
                step = timedelta(seconds=max(wait or 1.0, 0.001))
                self.clock.now = min(self.clock.now + step, until)
                traveller.move_to(self.clock.now)
            scheduler.stop()


def _intake(tracker: Tracker, world: World, clock: Hands) -> Intake:
    feeds = ScriptedFeeds(dict.fromkeys(world.published, world.ask))
    return Intake(tracker.library, feeds, tracker.field, clock, pollers=1)


def _states(tracker: Tracker, clock: Hands) -> tuple[SourceState, ...]:
    with tracker.library.reading():
        return tracker.library.source_states(before=microseconds(clock()) + 1)


def _quietly(intake: Intake, id: str) -> None:
    (state,) = intake.wanted([id])
    intake.record([intake.ask(state)])


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, str, Hands]:
    """The month, played: the world and the database that is left."""
    url = f"sqlite:///{tmp_path_factory.mktemp('month') / 'month.db'}"
    world, clock = _world(random.Random(30)), Hands(BEGINNING)
    with time_machine.travel(BEGINNING, tick=False) as traveller:
        with Tracker(Settings(database=url), clock=clock) as tracker:
            for number in range(SOURCES):
                hours = CADENCES[number % len(CADENCES)]
                tracker.sources.add(
                    SourceAdded(
                        id=f"office-{number}",
                        url=f"https://office-{number}.example/",
                        timezone="Europe/Berlin",
                        cadence_seconds=hours * 3600,
                        staleness_budget_seconds=4 * hours * 3600,
                    )
                )
        service = Service(url, world, clock)
        for stop in (RESTARTS[0], RESTARTS[1], NIGHT[0], RESTARTS[2]):
            service.run(stop, traveller)
            if stop == NIGHT[0]:
                clock.now = NIGHT[1]
                traveller.move_to(NIGHT[1])
        service.run(BEGINNING + timedelta(days=DAYS), traveller)
    return world, url, clock


def _polls(url: str) -> dict[str, list[SourcePolled]]:
    polls: dict[str, list[SourcePolled]] = defaultdict(list)
    with Tracker(Settings(database=url)) as tracker:
        for event in tracker.log.read():
            fact = read(event) if event.name == "SourcePolled" else None
            if isinstance(fact, SourcePolled):
                polls[fact.id].append(fact)
    return polls


def _at(fact: SourcePolled) -> datetime:
    return datetime.fromisoformat(fact.fetched_at)


def test_every_poll_is_recorded_and_none_is_doubled(month: tuple[World, str, Hands]) -> None:
    world, url, _ = month
    polls = _polls(url)
    for source, instants in world.asked.items():
        assert [_at(fact) for fact in polls[source]] == instants
        assert len(set(instants)) == len(instants)


def test_no_poll_is_lost_and_none_comes_early(month: tuple[World, str, Hands]) -> None:
    _, url, _ = month
    for number in range(SOURCES):
        source = f"office-{number}"
        cadence = timedelta(hours=CADENCES[number % len(CADENCES)])
        facts = _polls_of(url, source)
        slack = timedelta(seconds=JITTER_AT_MOST) + REFRESH
        for fact, following in pairwise(facts):
            waited = _at(following) - _at(fact)
            if fact.outcome == "failed":
                assert waited <= cadence + slack
                continue
            assert waited >= cadence
            asleep = NIGHT[0] - cadence <= _at(fact) <= NIGHT[1]
            assert waited <= (NIGHT[1] - NIGHT[0] if asleep else timedelta()) + cadence + slack


_CACHE: dict[str, dict[str, list[SourcePolled]]] = {}


def _polls_of(url: str, source: str) -> list[SourcePolled]:
    if url not in _CACHE:
        _CACHE[url] = _polls(url)
    return _CACHE[url][source]


def test_a_night_that_was_missed_is_caught_up_at_once(month: tuple[World, str, Hands]) -> None:
    _, url, _ = month
    for number in range(SOURCES):
        cadence = timedelta(hours=CADENCES[number % len(CADENCES)])
        instants = [_at(fact) for fact in _polls_of(url, f"office-{number}")]
        last = max(when for when in instants if when <= NIGHT[0])
        following = min(when for when in instants if when > NIGHT[0])
        if last + cadence + timedelta(seconds=JITTER_AT_MOST) < NIGHT[1]:
            assert following - NIGHT[1] <= timedelta(minutes=1)


def test_every_item_is_recorded_once(month: tuple[World, str, Hands]) -> None:
    world, url, _ = month
    with Tracker(Settings(database=url)) as tracker:
        names = Counter(event.name for event in tracker.log.read())
        recorded = Counter(
            event.stream for event in tracker.log.read() if event.name == "AnnouncementRecorded"
        )
        assert tracker.verify().position == tracker.log.head().position
        assert tracker.rebuild().equal
    assert set(recorded.values()) == {1}
    assert len(recorded) == sum(len(items) for items in world.published.values())
    assert names["SourcesSummed"] in (DAYS, DAYS + 1)


def test_an_outage_is_over_when_it_is_over_and_leaves_no_gap_behind(
    month: tuple[World, str, Hands],
) -> None:
    world, url, clock = month
    with Tracker(Settings(database=url), clock=clock) as tracker:
        report = tracker.sources.report()
        assert {source.state for source in report.sources} == {"fresh"}
        assert all(source.gaps == () for source in report.sources)
    for source in world.outages:
        failed = [fact for fact in _polls_of(url, source) if fact.outcome == "failed"]
        assert 5 <= len(failed) <= 30


def test_how_the_sources_stood_at_any_moment_is_told_alike_by_the_sum_and_by_every_poll(
    month: tuple[World, str, Hands],
) -> None:
    _, url, clock = month
    chance = random.Random(4)
    with (
        Tracker(Settings(database=url), clock=clock) as whole,
        Tracker(Settings(database=url), clock=clock) as looked_up,
    ):
        whole.library.whole()
        for _ in range(40):
            moment = BEGINNING + timedelta(days=(DAYS + 1) * chance.random())
            before = microseconds(moment)
            assert looked_up.library.source_states(before=before) == whole.library.source_states(
                before=before
            )


def test_a_question_reads_a_days_polls_and_no_more(month: tuple[World, str, Hands]) -> None:
    _, url, clock = month
    with Tracker(Settings(database=url), clock=clock) as tracker:
        read_events = 0
        find = tracker.log.find

        def counted(keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
            nonlocal read_events
            found = find(keys)
            read_events += sum(len(events) for events in found.values())
            return found

        states = source_histories(counted, before=microseconds(clock()) + 1)
        polls = sum(len(facts) for facts in _polls(url).values())
        assert sum(h.latest.standing.polls for h in states.by_source.values() if h.latest) == polls
        assert read_events < polls / 5
