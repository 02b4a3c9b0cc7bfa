"""What does the service measure, in the form that Prometheus reads?

Everything is worked out from the log when it is asked for, so that a restart resets no counter.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from tracker.projection.source_state import Health, SourceState

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How the service and its sources stand; ``now`` is in microseconds since 1970."""

    version: str
    states: tuple[SourceState, ...]
    now: int
    position: int
    lag_seconds: float
    disk_free_bytes: int
    scheduler_alive: bool
    leading: bool


def exposition(measured: Measured) -> bytes:
    """Return the metrics as Prometheus reads them."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collected(measured))
    return generate_latest(registry)


class _Collected(Collector):
    def __init__(self, measured: Measured) -> None:
        self._measured = measured

    def collect(self) -> Iterable[Metric]:
        yield from _of_service(self._measured)
        yield from _of_sources(self._measured)


def _of_service(measured: Measured) -> Iterator[Metric]:
    about = GaugeMetricFamily("tracker_info", "The program that runs.", labels=["version"])
    about.add_metric([measured.version], 1)
    yield about
    for name, told, value in (
        ("tracker_log_position", "Position of the log's last event.", measured.position),
        ("tracker_lag_seconds", "How late the most overdue poll is.", measured.lag_seconds),
        ("tracker_disk_free_bytes", "Free disk where the data lies.", measured.disk_free_bytes),
        ("tracker_scheduler_alive", "1 while polls are scheduled.", measured.scheduler_alive),
        ("tracker_leading", "1 while this service holds the lease.", measured.leading),
    ):
        yield GaugeMetricFamily(name, told, value=float(value))
    counts = Counter(state.health(measured.now) for state in measured.states)
    by_state = GaugeMetricFamily("tracker_sources", "Sources by state.", labels=["state"])
    for health in Health:
        by_state.add_metric([health.value], counts[health])
    yield by_state


def _of_sources(measured: Measured) -> Iterator[Metric]:
    polls = _counter("tracker_source_polls", "Polls of a source.")
    failed = _counter("tracker_source_failed_polls", "Polls of a source that failed.")
    items = CounterMetricFamily(
        "tracker_source_items", "Announcements that a source brought.", labels=["source", "kind"]
    )
    in_a_row = _gauge("tracker_source_failures_in_a_row", "Failed polls since the last good one.")
    good = _gauge("tracker_source_last_good_timestamp_seconds", "When a source was last read.")
    for state in measured.states:
        standing, label = state.standing, [state.source.id]
        polls.add_metric(label, standing.polls)
        failed.add_metric(label, standing.failed)
        items.add_metric([*label, "new"], standing.new)
        items.add_metric([*label, "revised"], standing.revised)
        in_a_row.add_metric(label, standing.failures)
        if standing.last_good is not None:
            good.add_metric(label, standing.last_good / 1e6)
    yield from (polls, failed, items, in_a_row, good)


def _counter(name: str, told: str) -> CounterMetricFamily:
    return CounterMetricFamily(name, told, labels=["source"])


def _gauge(name: str, told: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, told, labels=["source"])
