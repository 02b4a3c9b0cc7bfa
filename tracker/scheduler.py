"""When is which source polled, and when does a digest fall due?

The schedule is rebuilt from the log every few seconds, so a source that is added, changed, paused
or removed takes effect without a restart.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from tracker.errors import TrackerError

REFRESH_SECONDS = 5
RENEW_SECONDS = 15
DIGEST_SECONDS = 60
MISFIRE_GRACE_SECONDS = 3600
POLLERS = 4

Planned = tuple[str, int, datetime | None]
"""A source's id, its cadence in seconds, and when it was last checked (UTC)."""


class Scheduler:
    """Runs the jobs of the service in threads of its own until it is stopped."""

    def __init__(
        self,
        *,
        planned: Callable[[], Iterable[Planned]],
        poll: Callable[[str], None],
        digest: Callable[[], None],
        renew: Callable[[], None],
    ) -> None:
        """Take what to do; every callable may be called from any thread."""
        self._planned = planned
        self._poll = poll
        self._log = structlog.get_logger("scheduler")
        self._cadences: dict[str, int] = {}
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(POLLERS), "upkeep": ThreadPoolExecutor(2)},
            job_defaults={
                "coalesce": True,
                "max_instances": 1,
                "misfire_grace_time": MISFIRE_GRACE_SECONDS,
            },
        )
        for job, seconds in (
            (self._refresh, REFRESH_SECONDS),
            (digest, DIGEST_SECONDS),
            (renew, RENEW_SECONDS),
        ):
            self._every(job, seconds)

    def _every(self, job: Callable[[], None], seconds: int) -> None:
        self._scheduler.add_job(
            self._guarded,
            IntervalTrigger(seconds=seconds),
            args=[job],
            executor="upkeep",
            next_run_time=datetime.now(UTC),
        )

    def start(self) -> None:
        """Start; returns at once."""
        self._scheduler.start()

    def stop(self) -> None:
        """Start nothing more and return at once; a poll under way is left to end or to die.

        A poll records in one transaction, so one that dies has recorded nothing.
        """
        self._scheduler.shutdown(wait=False)

    def _refresh(self) -> None:
        planned = {id: (seconds, checked) for id, seconds, checked in self._planned()}
        for id in self._cadences.keys() - planned.keys():
            self._scheduler.remove_job(f"poll:{id}")
            del self._cadences[id]
        for id, (seconds, checked) in planned.items():
            if self._cadences.get(id) != seconds:
                self._schedule(id, seconds, checked)

    def _schedule(self, id: str, seconds: int, checked: datetime | None) -> None:
        now = datetime.now(UTC)
        due = now if checked is None else max(now, checked + timedelta(seconds=seconds))
        jitter = min(seconds // 20, 60) or None
        self._scheduler.add_job(
            self._guarded,
            IntervalTrigger(seconds=seconds, jitter=jitter),
            args=[self._poll, id],
            id=f"poll:{id}",
            replace_existing=True,
            next_run_time=due,
        )
        self._cadences[id] = seconds
        self._log.info("scheduled", source=id, every_seconds=seconds)

    def _guarded(self, job: Callable[..., None], *args: Any) -> None:
        """Run a job; a failure is told and the next run goes on."""
        try:
            job(*args)
        except TrackerError as error:
            self._log.error("job failed", job=job.__name__, error=str(error))
