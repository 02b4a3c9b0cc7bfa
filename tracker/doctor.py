"""What is wrong with this installation? (every part looked at once, secrets never shown)"""

import os
import socket
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from tracker.delivery.operator_alerts import connected
from tracker.domain.days import instant_of, microseconds
from tracker.domain.plurals import number_of
from tracker.errors import DeliveryError, TrackerError
from tracker.facade import Tracker
from tracker.projection.source_state import Health, SourceState
from tracker.store.engine import shown
from tracker.upkeep import data_folder, free_bytes

State = Literal["ok", "warning", "broken"]

SKEW_BEARABLE = timedelta(minutes=5)
ROOM_FACTOR = 4
REACHED_IN_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one look found; ``words`` say what to do where something is wrong."""

    name: str
    state: State
    words: str


def examine(tracker: Tracker) -> Iterator[Finding]:
    """Look at every part, one finding each; a part that cannot be looked at is broken."""
    for name, look in _LOOKS:
        try:
            yield from look(tracker)
        except (TrackerError, OSError) as error:
            yield Finding(name=name, state="broken", words=str(error))


def _database(tracker: Tracker) -> Iterator[Finding]:
    head = tracker.log.head()
    place = shown(tracker.engine.url)
    words = f"{place}: position {head.position}, head {head.hash[:12]}…; check the chain with "
    yield Finding(name="database", state="ok", words=f"{words}tracker verify")


def _disk(tracker: Tracker) -> Iterator[Finding]:
    free, floor = free_bytes(tracker), tracker.settings.service.disk_floor_mib * 2**20
    folder = data_folder(tracker)
    words = f"{free // 2**20:,} MiB free at {folder} (floor {floor // 2**20:,} MiB)"
    if free < floor:
        yield Finding(name="disk", state="broken", words=f"{words}: nothing is polled; make room")
    elif free < ROOM_FACTOR * floor:
        yield Finding(name="disk", state="warning", words=f"{words}: make room soon")
    else:
        yield Finding(name="disk", state="ok", words=words)
    if not os.access(folder if folder.exists() else folder.parent, os.W_OK):
        yield Finding(name="disk", state="broken", words=f"{folder} cannot be written")


def _clock(tracker: Tracker) -> Iterator[Finding]:
    skews = [
        state.standing.skew_seconds
        for state in tracker.sources.states()
        if state.standing.skew_seconds is not None
    ]
    checked = [state for state in tracker.sources.states() if state.last_checked is not None]
    if len(skews) * 2 > max(len(checked), 1):
        off = sorted(skews)[len(skews) // 2]
        words = f"most servers say that this clock is off by {abs(off)} seconds; set it by NTP"
        yield Finding(name="clock", state="broken", words=words)
    elif tracker.clock() + SKEW_BEARABLE < _last_recorded(tracker):
        words = "the log was written later than it is now; set the clock by NTP"
        yield Finding(name="clock", state="broken", words=words)
    else:
        words = f"{len(skews)} of {len(checked)} polled servers tell another time"
        yield Finding(name="clock", state="ok", words=words)


def _last_recorded(tracker: Tracker) -> datetime:
    checked = [state.last_checked or 0 for state in tracker.sources.states()]
    return instant_of(max(checked, default=0))


def _zones(tracker: Tracker) -> Iterator[Finding]:
    wanted = {home.zone for home in tracker.field.jurisdictions.values()}
    wanted |= {state.source.timezone or "UTC" for state in tracker.sources.states()}
    missing = sorted(wanted - zoneinfo.available_timezones())
    if missing:
        words = f"no zone data for {', '.join(missing)}; run pip install tzdata"
        yield Finding(name="zone data", state="broken", words=words)
    else:
        yield Finding(name="zone data", state="ok", words=f"{len(wanted)} zones in use are known")


def _proxy(tracker: Tracker) -> Iterator[Finding]:
    fetch = tracker.settings.fetch
    if fetch.ca_bundle and not os.access(fetch.ca_bundle, os.R_OK):
        words = f"the CA bundle {fetch.ca_bundle} cannot be read"
        yield Finding(name="proxy", state="broken", words=words)
    if fetch.proxy is None:
        yield Finding(name="proxy", state="ok", words="none is set; pages are fetched directly")
        return
    yield _reached("proxy", fetch.proxy, default=3128)


def _reached(name: str, url: str, *, default: int) -> Finding:
    parts = urlsplit(url)
    place = f"{parts.hostname}:{parts.port or default}"
    try:
        with socket.create_connection(
            (parts.hostname or "", parts.port or default), timeout=REACHED_IN_SECONDS
        ):
            return Finding(name=name, state="ok", words=f"{place} answers")
    except OSError as error:
        words = f"{place} does not answer ({error.strerror or error})"
        return Finding(name=name, state="broken", words=words)


def _mail(tracker: Tracker) -> Iterator[Finding]:
    server = tracker.mail_server()
    if server is None:
        state: State = "warning" if tracker.settings.operator.mail else "ok"
        yield Finding(name="mail", state=state, words="no mail server is set; nothing is mailed")
        return
    place = f"{server.host}:{server.port} ({server.security}, user {server.user or '-'})"
    try:
        with connected(server):
            yield Finding(name="mail", state="ok", words=f"{place} lets us in")
    except DeliveryError as error:
        yield Finding(name="mail", state="broken", words=f"{place}: {error}")


def _operator(tracker: Tracker) -> Iterator[Finding]:
    names = [channel.name for channel in tracker.operator_channels()]
    if len(names) >= 2:
        yield Finding(name="operator", state="ok", words=f"told by {' and '.join(names)}")
    elif names:
        words = f"told by {names[0]} only: should it fail, nobody hears; set a second channel"
        yield Finding(name="operator", state="warning", words=words)
    else:
        words = "nobody is told when a source turns bad; set [operator] webhook and mail"
        yield Finding(name="operator", state="warning", words=words)


def _lease(tracker: Tracker) -> Iterator[Finding]:
    holder = tracker.lease().held_by()
    words = f"the service runs: {holder}" if holder else "no service runs on this database now"
    yield Finding(name="lease", state="ok", words=words)


def _reader(tracker: Tracker) -> Iterator[Finding]:
    older = tracker.adding.read_by_older()
    if older:
        told = number_of(older, "announcement was", "announcements were")
        words = f"{told} read by an older reader; tracker review read reads them again"
        yield Finding(name="reader", state="warning", words=words)
    else:
        yield Finding(name="reader", state="ok", words="no announcement waits for a newer reader")


def _sources(tracker: Tracker) -> Iterator[Finding]:
    states = tracker.sources.states()
    if not states:
        words = "there are none; add one with tracker source add URL"
        yield Finding(name="sources", state="warning", words=words)
    now = microseconds(tracker.clock())
    reports = {report.id: report for report in tracker.sources.report().sources}
    for state in states:
        found = _source(state, now)
        gaps = reports[state.source.id].gaps
        if gaps and found.state == "ok":
            spans = ", ".join(f"{gap.from_} to {gap.through}" for gap in gaps)
            words = f"{found.words}; not reached: {spans}"
            found = Finding(name=found.name, state="warning", words=words)
        yield found


_SOURCE_STATES: dict[Health, State] = {
    Health.FRESH: "ok",
    Health.PAUSED: "ok",
    Health.NEVER_CHECKED: "warning",
    Health.SILENT: "warning",
    Health.STALE: "broken",
    Health.FAILING: "broken",
    Health.BLOCKED: "broken",
}


def _source(state: SourceState, now: int) -> Finding:
    health = state.health(now)
    good = state.last_good
    words = health.value.replace("_", " ")
    if state.failures:
        words += f", {state.failures} failed polls in a row: {state.last_error}"
    words += f"; last good check {instant_of(good):%Y-%m-%d %H:%MZ}" if good else "; never read"
    if state.unstable:
        words += f"; {number_of(len(state.unstable), 'page goes', 'pages go')} back and forth"
    return Finding(name=f"source {state.source.id}", state=_SOURCE_STATES[health], words=words)


_LOOKS: tuple[tuple[str, Callable[[Tracker], Iterator[Finding]]], ...] = (
    ("database", _database),
    ("disk", _disk),
    ("clock", _clock),
    ("zone data", _zones),
    ("proxy", _proxy),
    ("mail", _mail),
    ("operator", _operator),
    ("lease", _lease),
    ("reader", _reader),
    ("sources", _sources),
)
