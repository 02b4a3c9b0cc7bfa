"""What does the service do besides polling: lead, watch the disk, tell the operator, measure?"""

import threading
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog

from tracker import __version__
from tracker.application.intake.alerting import Alerts
from tracker.delivery.operator_alerts import call
from tracker.domain.days import instant_text, microseconds
from tracker.errors import AlreadyRunning, DeliveryError, StoreError
from tracker.facade import Tracker
from tracker.projection.due import next_due
from tracker.projection.source_state import SourceState, states_of
from tracker.scheduler import Scheduler
from tracker.store.lease import TERM
from tracker.web.metrics import Measured

RENEW_SECONDS = 15
ALERT_SECONDS = 10
HEARTBEAT_SECONDS = 60
STALLED = timedelta(minutes=2)
"""A schedule that was not refreshed for so long has stopped."""


class Upkeep:
    """The service's own affairs; may be asked from any thread."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._lease = tracker.lease()
        self._log = structlog.get_logger("upkeep")
        self._alerts = Alerts(
            tracker.library,
            tracker.operator_channels(),
            tracker.clock,
            failures=tracker.settings.operator.failures,
        )
        self._telling = threading.Lock()
        self._renewed_at = tracker.clock()
        self._leads = True
        self.scheduler: Scheduler | None = None

    def states(self) -> tuple[SourceState, ...]:
        """Return how every source stands now; a service keeps the whole log at hand."""
        before = microseconds(self._tracker.clock()) + 1
        with self._tracker.library.reading() as register:
            return states_of(register.sources.values(), before=before)

    def held_back(self) -> str | None:
        """Return why nothing may be polled now, ``None`` where nothing stands against it."""
        if not self.leading:
            return "another service leads on this database"
        return self._tracker.short_of_disk()

    @property
    def leading(self) -> bool:
        """Tell whether this service holds the lease, for all it knows."""
        return self._leads and self._tracker.clock() - self._renewed_at <= TERM

    def renew(self) -> None:
        """Renew the lease; without it nothing is polled until it is ours again."""
        try:
            self._lease.take()
        except AlreadyRunning as error:
            if self._leads:
                self._log.error("lost the lease", holder=error.holder)
            self._leads = False
            return
        self._leads, self._renewed_at = True, self._tracker.clock()

    def disk(self) -> tuple[int, int]:
        """Return the free bytes where the data lies, and below how many nothing is polled."""
        return free_bytes(self._tracker), self._tracker.settings.service.disk_floor_mib * 2**20

    def alert(self) -> None:
        """Tell the operator what turned bad, or well again."""
        with self._telling:
            free, floor = self.disk()
            for alarm in self._alerts.look(self.states(), free=free, floor=floor):
                self._log.warning("told the operator", about=alarm.about, state=alarm.state)

    def heartbeat(self) -> None:
        """Call the dead-man address, if this was a good cycle."""
        url = self._tracker.settings.operator.dead_man_url
        if url is None or not self.health()[0]:
            return
        try:
            fetch = self._tracker.settings.fetch
            call(url, ca_bundle=fetch.ca_bundle, proxy=fetch.proxy)
        except DeliveryError as error:
            self._log.error("nobody heard the heartbeat", error=str(error))

    def health(self) -> tuple[bool, Mapping[str, Any]]:
        """Return whether the service does its work, and how it stands."""
        try:
            head = self._tracker.log.head()
            report = self._tracker.sources.report()
        except StoreError as error:
            return False, {"status": "failing", "version": __version__, "error": str(error)}
        free, floor = self.disk()
        states = {item.id: item.state for item in report.sources}
        good = self._schedule_moves() and self.held_back() is None
        return good, {
            "status": "ok" if good else "failing",
            "ok": good,
            "version": __version__,
            "position": head.position,
            "head": head.hash,
            "scheduler": {"alive": self._schedule_moves(), "refreshed_at": self._refreshed_at()},
            "lease": {"holder": self._lease.holder, "leading": self.leading},
            "held_back": self.held_back(),
            "disk": {"free_bytes": free, "floor_bytes": floor},
            "sources": states,
            "sources_by_state": dict(Counter(states.values())),
            "not_tracked": list(report.not_tracked),
        }

    def _schedule_moves(self) -> bool:
        scheduler = self.scheduler
        if scheduler is None or not scheduler.alive:
            return False
        refreshed = scheduler.refreshed_at
        return refreshed is not None and self._tracker.clock() - refreshed <= STALLED

    def _refreshed_at(self) -> str | None:
        refreshed = self.scheduler.refreshed_at if self.scheduler else None
        return None if refreshed is None else instant_text(refreshed)

    def measured(self) -> Measured:
        """Return what the metrics tell."""
        now = microseconds(self._tracker.clock())
        states = self.states()
        return Measured(
            version=__version__,
            states=states,
            now=now,
            position=self._tracker.log.head().position,
            lag_seconds=_lag(states, now),
            disk_free_bytes=self.disk()[0],
            scheduler_alive=self._schedule_moves(),
            leading=self.leading,
        )


def shown_health(tracker: Tracker) -> tuple[bool, Mapping[str, Any]]:
    """Return how it stands where pages are shown and nothing is polled: the log can be read."""
    try:
        head = tracker.log.head()
    except StoreError as error:
        return False, {"status": "failing", "version": __version__, "error": str(error)}
    return True, {
        "status": "ok",
        "ok": True,
        "version": __version__,
        "position": head.position,
        "head": head.hash,
    }


def _lag(states: tuple[SourceState, ...], now: int) -> float:
    """Return by how many seconds the poll that is most overdue is late."""
    dues = (next_due(state) for state in states if not state.paused)
    return max((max(0, now - due) / 1e6 for due in dues if due is not None), default=0.0)


def free_bytes(tracker: Tracker) -> int:
    """Return the free bytes where the database lies, or the digests of one on a server."""
    return tracker.free_bytes()


def data_folder(tracker: Tracker) -> Path:
    """Return the folder of the database's file; that of the digests for one on a server."""
    return tracker.storage_folder()
