"""When is which source polled, and when is the upkeep of the service done?

The schedule lives in memory and is made anew from the log every few seconds: when a source is due
follows from its last recorded poll. So a restart neither doubles nor loses a poll, and a source
that is added, changed, paused or removed takes effect without one.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any

import structlog
from apscheduler.executors.base import BaseExecutor
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from tracker.domain.days import instant_of, microseconds
from tracker.errors import TrackerError
from tracker.projection.due import is_due, next_due
from tracker.projection.source_state import SourceState

REFRESH_SECONDS = 5
POLLERS = 8
UPKEEPERS = 3
UPKEEP_GRACE_SECONDS = 3600
POLL_GRACE_SECONDS = None
"""A poll is made up for however late it is: a night that was missed is caught up at once."""


class Scheduler:
    """Runs the polls and the upkeep in threads of its own until it is stopped.

    ``states`` gives how the sources stand now, ``poll`` polls one and records it, ``held_back``
    gives the reason why nothing may be polled now, if there is one. ``upkeep`` are jobs with the
    seconds between their runs. Every callable may be called from any thread. ``engine`` and
    ``executors`` are for whoever drives the time himself.
    """

    def __init__(
        self,
        *,
        states: Callable[[], Iterable[SourceState]],
        poll: Callable[[str], None],
        clock: Callable[[], datetime],
        held_back: Callable[[], str | None] = lambda: None,
        upkeep: Iterable[tuple[int, Callable[[], None]]] = (),
        pollers: int = POLLERS,
        refresh_seconds: int = REFRESH_SECONDS,
        engine: BaseScheduler | None = None,
        executors: Mapping[str, BaseExecutor] | None = None,
    ) -> None:
        self._states = states
        self._poll = poll
        self._clock = clock
        self._held_back = held_back
        self._log = structlog.get_logger("scheduler")
        self._lock = Lock()
        self._due: dict[str, datetime] = {}
        self._polling: set[str] = set()
        self.refreshed_at: datetime | None = None
        self._engine = engine if engine is not None else BackgroundScheduler()
        self._engine.configure(
            timezone=UTC,
            executors=executors
            or {"default": ThreadPoolExecutor(pollers), "upkeep": ThreadPoolExecutor(UPKEEPERS)},
            job_defaults={
                "coalesce": True,
                "max_instances": 1,
                "misfire_grace_time": UPKEEP_GRACE_SECONDS,
            },
        )
        for seconds, job in ((refresh_seconds, self.refresh), *upkeep):
            self._every(seconds, job)

    def _every(self, seconds: int, job: Callable[[], None]) -> None:
        self._engine.add_job(
            self._guarded,
            IntervalTrigger(seconds=seconds),
            args=[job],
            executor="upkeep",
            next_run_time=self._clock(),
        )

    def start(self) -> None:
        """Start; returns at once."""
        self._engine.start()

    def stop(self) -> None:
        """Start nothing more and return at once; a poll under way is left to end or to die.

        A poll records in one transaction, so one that dies has recorded nothing.
        """
        self._engine.shutdown(wait=False)

    @property
    def alive(self) -> bool:
        """Tell whether jobs are run."""
        return bool(self._engine.running)

    def refresh(self) -> None:
        """Bring the schedule up to what the log says."""
        states = {state.source.id: state for state in self._states()}
        with self._lock:
            gone = [id for id in self._due if id not in states or states[id].paused]
            for id in gone:
                self._unschedule(id)
            if self._held_back() is None:
                for id, state in states.items():
                    self._plan(id, state)
            self.refreshed_at = self._clock()

    def _plan(self, id: str, state: SourceState) -> None:
        """Schedule a source for when it is due, unless it is, or is being polled."""
        if state.paused or id in self._polling:
            return
        due = next_due(state)
        when = self._clock() if due is None else instant_of(due)
        planned = id in self._due and self._engine.get_job(f"poll:{id}") is not None
        if planned and (due is None or self._due[id] == when):
            return
        self._engine.add_job(
            self._guarded,
            DateTrigger(run_date=when),
            args=[self._poll_one, id],
            id=f"poll:{id}",
            replace_existing=True,
            misfire_grace_time=POLL_GRACE_SECONDS,
        )
        self._due[id] = when

    def _unschedule(self, id: str) -> None:
        del self._due[id]
        if self._engine.get_job(f"poll:{id}") is not None:
            self._engine.remove_job(f"poll:{id}")

    def _poll_one(self, id: str) -> None:
        """Poll a source if it is still due: somebody may have polled it by hand meanwhile.

        The next refresh plans it anew.
        """
        with self._lock:
            self._due.pop(id, None)
            if id in self._polling or self._held_back() is not None:
                return
            self._polling.add(id)
        try:
            state = self._state(id)
            if state is not None and is_due(state, microseconds(self._clock())):
                self._poll(id)
        finally:
            with self._lock:
                self._polling.discard(id)

    def _state(self, id: str) -> SourceState | None:
        return next((state for state in self._states() if state.source.id == id), None)

    def _guarded(self, job: Callable[..., None], *args: Any) -> None:
        """Run a job; a failure is told and the next run goes on."""
        try:
            job(*args)
        except TrackerError as error:
            self._log.error("job failed", job=job.__name__, error=str(error))
