"""Which digests are wanted or due, and where do they go?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tracker.application.library import Library
from tracker.digests.build import build_digest
from tracker.digests.digest import Digest
from tracker.digests.window import Window, between, period
from tracker.domain.days import begins_at, legal_day, microseconds, parse_day, parse_when, zone
from tracker.domain.facts import DigestWritten, event_of, stream_of
from tracker.domain.rulebook import Field
from tracker.errors import UsageError
from tracker.ports import Clock

_DAY = timedelta(days=1)


@dataclass(slots=True)
class Publisher:
    """Makes digests of one log."""

    library: Library
    field: Field
    clock: Clock

    def digest(self, window: Window, *, recorded_by: str | None = None) -> Digest:
        """Return the digest of a window, with what was known at its end."""
        with self.library.reading() as register:
            head = self.library.log.head()
            return build_digest(
                register,
                window=window,
                clocks_now=self.clock(),
                recorded_by=parse_when(recorded_by) if recorded_by else None,
                field=self.field,
                head=(head.position, head.hash),
            )

    def write_due(
        self,
        periods: Iterable[str],
        *,
        hour: int,
        zone_name: str,
        write: Callable[[str, Digest], None],
    ) -> tuple[str, ...]:
        """Write each period's latest due digest that was not written yet; return their names.

        A digest of a period falls due at ``hour`` in the zone on the day after its last day. A
        name is ``PERIOD-LASTDAY``; writing it again is harmless, and it is recorded once.
        """
        written = []
        for name, window in due(periods, now=self.clock(), hour=hour, zone_name=zone_name):
            if name in self.library.whole().digests:
                continue
            digest = self.digest(window)
            write(name, digest)
            self._record(name, window, digest)
            written.append(name)
        return tuple(written)

    def _record(self, name: str, window: Window, digest: Digest) -> None:
        fact = DigestWritten(
            digest=name,
            since=str(window.since),
            until=str(window.until),
            through_position=digest.head.position,
        )
        with self.library.log.writing() as writer:
            if not writer.find([stream_of(fact)]):
                writer.append([event_of(fact)])


def window_of(
    *,
    since: str | None,
    until: str | None,
    name: str | None,
    ending: str | None,
    now: datetime,
) -> Window:
    """Return the window that the options of a digest name; raise `UsageError` for a half one.

    One that has not begun is none either: nothing can be told of it.
    """
    if since and not (name or ending):
        found = between(parse_when(since), until=parse_when(until) if until else now)
    elif since or until:
        raise UsageError("give --since WHEN [--until WHEN], or --period NAME [--ending DAY]")
    else:
        found = period(name or "weekly", ending=parse_day(ending) if ending else now.date())
    if begins_at(found.since, None) > microseconds(now + _DAY):
        raise UsageError("this period has not begun; tracker upcoming shows what comes")
    return found


def due(
    periods: Iterable[str], *, now: datetime, hour: int, zone_name: str
) -> Iterator[tuple[str, Window]]:
    """Yield the latest period of each kind that has fallen due by ``now``."""
    today = legal_day(now, zone_name)
    at = datetime.combine(today, time(hour), zone(zone_name))
    last = today - _DAY if microseconds(now) >= microseconds(at) else today - 2 * _DAY
    for name in periods:
        ending = _last_ended(name, last)
        yield f"{name}-{ending}", period(name, ending=ending)


def _last_ended(name: str, day: date) -> date:
    """Return the last day, up to ``day``, on which a period of the kind ends."""
    if name == "weekly":
        return day - timedelta(days=(day.weekday() + 1) % 7)
    if name == "monthly":
        return day if (day + _DAY).day == 1 else day.replace(day=1) - _DAY
    return day
