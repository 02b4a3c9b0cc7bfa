"""Which subscriptions are due now, and what does each of them get?

A window runs from where a subscription has reached to (the log's end, the due instant), half-open,
so that across all windows of a subscription nothing is told twice and nothing is lost.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tracker.application.library import Library
from tracker.application.subscriptions.readership import Letter, Outcome, Readership, Run
from tracker.digests.build import Edition, build_edition
from tracker.digests.cadence import a_month_ago, due, next_due, paused
from tracker.digests.digest import Digest
from tracker.digests.filters import EVERYTHING, filter_words
from tracker.digests.personal import Occasion, Part, Parting
from tracker.digests.subscription import Channel, Place, State, Subscription
from tracker.digests.window import Window
from tracker.domain.days import (
    begins_at,
    instant_of,
    instant_text,
    legal_day,
    microseconds,
    parse_when,
    start_of_day,
)
from tracker.domain.rulebook import Field
from tracker.ports import Clock

TICK = timedelta(microseconds=1)

Write = Callable[[Part, Occasion, str, Channel], Letter]
"""Writes the letter of a part, in a language and for a channel."""

Desk = Callable[[], Write]
"""Gives a writer for one round, which may keep what it has rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A subscription whose turn it is, up to the instant ``at``, under the name of a period."""

    subscription: Subscription
    period: str
    at: datetime
    occasion: Occasion


@dataclass(slots=True)
class Rounds:
    """Makes the runs of all subscriptions, each once."""

    library: Library
    field: Field
    readership: Readership
    clock: Clock
    desk: Desk

    def make(self) -> int:
        """Make every run that is due, once; return how many letters were queued."""
        now = self.clock()
        calls = tuple(self._calls(now))
        if not calls:
            return 0
        runs, quiet, letters = self._answer(calls)
        self.readership.move_on(quiet)
        return self.readership.post(runs, letters, at=now)

    def preview(self, subscription: Subscription) -> tuple[Letter, bool]:
        """Return what the next digest would hold if it fell due now, and if it would be sent.

        Records nothing.
        """
        now = self.clock()
        head, zones = self.library.log.head().position, self._zones()
        start = subscription.reached or Place(position=head, instant=now)
        reader = replace(subscription, state=State.ACTIVE, reached=start, paused_until=None)
        call = call_of(reader, now=now, head=head, zones=zones)
        if call is None:
            days = () if reader.cadence == "immediate" else (legal_day(now, reader.zone),)
            call = _call(reader, "preview", at=now + TICK, days=days)
        part, occasion = self._part(call, Editions(self))
        sent = _is_news(reader, part) or occasion.watching
        return self.desk()(part, occasion, reader.language, reader.channel), sent

    def _calls(self, now: datetime) -> Iterator[Call]:
        head, zones = self.library.log.head().position, self._zones()
        for one in self.readership.subscriptions():
            call = call_of(one, now=now, head=head, zones=zones)
            if call is not None:
                yield call

    def _answer(
        self, calls: Iterable[Call]
    ) -> tuple[list[Run], list[tuple[Subscription, Place]], list[Letter]]:
        """Return the runs, the quiet moments of immediate subscriptions, and the letters."""
        editions, write = Editions(self), self.desk()
        letters: dict[object, Letter] = {}
        runs: list[Run] = []
        quiet: list[tuple[Subscription, Place]] = []
        for call in calls:
            reader = call.subscription
            part, occasion = self._part(call, editions)
            sent = _is_news(reader, part) or occasion.watching
            if reader.cadence == "immediate" and not sent:
                quiet.append((reader, _rest(reader, editions.until(call), part)))
                continue
            key = (id(part), occasion, reader.language, reader.channel)
            if sent and key not in letters:
                letters[key] = write(part, occasion, reader.language, reader.channel)
            runs.append(_run(call, editions.until(call), letters[key] if sent else None))
        return runs, quiet, list(letters.values())

    def _part(self, call: Call, editions: "Editions") -> tuple[Part, Occasion]:
        part = editions.part(call)
        if not _is_news(call.subscription, part):
            return part, replace(call.occasion, watching=_should_watch(call))
        if call.subscription.cadence == "immediate":
            return editions.alert(call), call.occasion
        return part, call.occasion

    def _zones(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.zone for one in self.field.jurisdictions.values()))

    def edition(self, since: Place, at: datetime) -> tuple[Edition, Place]:
        """Make the edition of a window, with what is in the log now; return it and its end."""
        with self.library.reading() as register:
            position = register.position
            hash_, recorded = self._last(position)
            made = build_edition(
                register,
                window=Window(since=since.instant, until=at),
                # what another machine's clock recorded ahead of ours belongs to this window, too
                clocks_now=max(self.clock(), at, recorded),
                field=self.field,
                positions=(since.position, position),
                head=(position, hash_),
            )
        return made, Place(position=position, instant=at)

    def _last(self, position: int) -> tuple[str, datetime]:
        """Return the hash of the event at a position, and when it was recorded."""
        if not position:
            return self.library.log.head().hash, instant_of(0)
        event = next(iter(self.library.log.read(after=position - 1)))
        return event.hash.hex(), instant_of(begins_at(parse_when(event.recorded_at), None))


class Editions:
    """The editions and parts of one round, each made once for all who share it."""

    def __init__(self, rounds: Rounds) -> None:
        self._rounds = rounds
        self._made: dict[object, tuple[Parting, Place]] = {}
        self._parts: dict[object, Part] = {}
        self._alerts: dict[int, tuple[Part, Part]] = {}
        self._told: dict[object, Mapping[str, frozenset[str]]] = {}

    def part(self, call: Call) -> Part:
        """Return what of its window's edition a reader gets."""
        reader = call.subscription
        parting, _ = self._edition(call)
        told = self._told_of(call, parting.edition.digest).get(reader.id, frozenset())
        since = reader.started.instant if reader.started else call.at
        key = (id(parting), reader.wanted, since.date(), told)
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = parting.part(reader.wanted, since=since, told=told)
        return found

    def alert(self, call: Call) -> Part:
        """Return what an alert tells of a reader's part, the same for the same part."""
        part, (parting, _) = self.part(call), self._edition(call)
        if id(part) not in self._alerts:
            self._alerts[id(part)] = (part, parting.alert(part))
        return self._alerts[id(part)][1]

    def until(self, call: Call) -> Place:
        """Return where the window of a call ends."""
        return self._edition(call)[1]

    def _edition(self, call: Call) -> tuple[Parting, Place]:
        since = call.subscription.reached
        if since is None:
            raise ValueError("a subscription that was not confirmed has no window")
        key = (since, call.at)
        if key not in self._made:
            edition, until = self._rounds.edition(since, call.at)
            self._made[key] = (Parting(edition), until)
        return self._made[key]

    def _told_of(self, call: Call, made: Digest) -> Mapping[str, frozenset[str]]:
        about = frozenset(name for line in made.corrections for name in line.wrong)
        if not about:
            return {}
        if about not in self._told:
            self._told[about] = self._rounds.readership.told(about)
        return self._told[about]


def call_of(
    subscription: Subscription, *, now: datetime, head: int, zones: Iterable[str]
) -> Call | None:
    """Tell whether it is a subscription's turn at ``now``.

    An immediate one has its turn when the log has grown (``head`` is its last position), or when a
    day has begun in one of the issuers' ``zones``. Its period is named by where its window begins.
    """
    reached = subscription.reached
    if subscription.state is not State.ACTIVE or reached is None:
        return None
    if paused(subscription, now=now) or now < reached.instant:
        return None
    if subscription.cadence == "immediate":
        at = now + TICK  # what happens now is told now
        if head <= reached.position and not _day_began(reached.instant, at, zones):
            return None
        period = f"immediate-{reached.position}-{instant_text(reached.instant)}"
        return _call(subscription, period, at=at, days=())
    found = due(subscription, now=now)
    if found is None:
        return None
    return _call(subscription, found.period, at=found.at, days=found.days)


def _call(subscription: Subscription, period: str, *, at: datetime, days: tuple[date, ...]) -> Call:
    filtered = subscription.wanted != EVERYTHING
    language = subscription.language
    wanted = filter_words(subscription.wanted, language=language) if filtered else ""
    occasion = Occasion(
        cadence=subscription.cadence, zone=subscription.zone, days=days, wanted=wanted
    )
    return Call(subscription=subscription, period=period, at=at, occasion=occasion)


def _day_began(since: datetime, until: datetime, zones: Iterable[str]) -> bool:
    last = until - TICK
    return any(
        start_of_day(legal_day(last, zone_name), zone_name) >= microseconds(since)
        for zone_name in zones
    )


def _is_news(reader: Subscription, part: Part) -> bool:
    return part.urgent if reader.cadence == "immediate" else part.news


def _should_watch(call: Call) -> bool:
    """Tell whether it is time to say that we are still there: a month after the last message."""
    reader = call.subscription
    if reader.cadence == "monthly":
        return True
    last = reader.last_sent_at or (reader.started.instant if reader.started else call.at)
    return legal_day(last, reader.zone) <= a_month_ago(call.at, reader.zone)


def _rest(reader: Subscription, until: Place, part: Part) -> Place:
    """Return where a quiet reader goes on: behind all, but history waits to be counted."""
    if part.digest.history_added and reader.reached is not None:
        return Place(position=reader.reached.position, instant=until.instant)
    return until


def _run(call: Call, until: Place, letter: Letter | None) -> Run:
    since = call.subscription.reached
    if since is None:
        raise ValueError("a subscription that was not confirmed has no window")
    return Run(
        subscription=call.subscription.id,
        period=call.period,
        outcome=Outcome.SENT if letter else Outcome.QUIET,
        since=since,
        until=until,
        letter=letter.id if letter else None,
    )


def next_due_of(subscription: Subscription, *, now: datetime) -> datetime | None:
    """Return when a subscription's next digest falls due (UTC); ``None`` if no hour decides."""
    return next_due(subscription, now=now) if subscription.state is State.ACTIVE else None
