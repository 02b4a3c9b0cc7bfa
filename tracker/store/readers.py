"""How are readers, their runs and their parcels kept, and how does an address leave for good?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update

from tracker.application.subscriptions.readership import (
    CONFIRMATION,
    DIGEST,
    Letter,
    Parcel,
    ParcelState,
    Run,
)
from tracker.digests.subscription import Place, State, Subscription
from tracker.domain.days import instant_text
from tracker.store.reader_rows import (
    parcel_columns,
    parcel_of,
    run_columns,
    run_of,
    subscription_columns,
    subscription_of,
)
from tracker.store.reader_tables import (
    letter_statements,
    letters,
    outbox,
    runs,
    subscriptions,
    suppressions,
)
from tracker.store.transactions import Lock, Transactions
from tracker.store.wiping import wipe

_AT_ONCE = 500

ParcelName = Callable[[str, str], str]
"""Names the parcel of a subscription's period."""


class SqlReadership:
    """Readers in an SQL database; see `tracker.application.subscriptions.readership.Readership`."""

    def __init__(
        self,
        engine: Engine,
        *,
        named: ParcelName,
        members: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        """``members`` gives what the symbols in filters stand for."""
        self._tables = Transactions(engine, Lock.READERS)
        self._named = named
        self._members = members

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return every subscription."""
        members = self._members()
        order = (subscriptions.c.created_at, subscriptions.c.id)
        with self._tables.reading() as connection:
            rows = connection.execute(select(subscriptions).order_by(*order)).all()
        return tuple(subscription_of(row, members) for row in rows)

    def add(self, subscription: Subscription, parcel: Parcel | None = None) -> None:
        """Keep a new subscription."""
        with self._tables.writing() as connection:
            connection.execute(insert(subscriptions).values(**subscription_columns(subscription)))
            if parcel is not None:
                connection.execute(insert(outbox).values(**parcel_columns(parcel)))

    def change(self, subscription: Subscription) -> None:
        """Keep another version; where it has reached moves with its runs only."""
        columns = subscription_columns(subscription)
        with self._tables.writing() as connection:
            there = select(subscriptions.c.reached_at).where(subscriptions.c.id == subscription.id)
            if connection.execute(there).scalar() is not None:
                for moved in ("reached_position", "reached_at", "last_sent_at"):
                    del columns[moved]
            mine = subscriptions.c.id == subscription.id
            lives = mine & (subscriptions.c.state != State.ENDED)
            connection.execute(update(subscriptions).where(lives).values(**columns))

    def questions(self, id: str) -> tuple[Parcel, ...]:
        """Return the parcels that asked for a subscription's consent, oldest first."""
        asked = (outbox.c.subscription == id) & (outbox.c.kind == CONFIRMATION)
        query = select(outbox).where(asked).order_by(outbox.c.made_at)
        with self._tables.reading() as connection:
            return tuple(parcel_of(row) for row in connection.execute(query))

    def ask(self, parcel: Parcel) -> None:
        """Queue one more parcel that asks for consent."""
        with self._tables.writing() as connection:
            connection.execute(insert(outbox).values(**parcel_columns(parcel)))

    def forget(self, *, asked_before: datetime) -> int:
        """Erase the pending subscriptions that were last asked before; return how many."""
        bound = instant_text(asked_before)
        lately = select(outbox.c.subscription).where(
            (outbox.c.kind == CONFIRMATION) & (outbox.c.made_at > bound)
        )
        waiting = subscriptions.c.state == State.PENDING
        old = waiting & (subscriptions.c.created_at <= bound)
        query = select(subscriptions.c.id).where(old & subscriptions.c.id.not_in(lately))
        with self._tables.reading() as connection:
            if not connection.execute(query).first():
                return 0
        with self._tables.writing() as connection:
            ids = list(connection.execute(query).scalars())
            connection.execute(delete(outbox).where(outbox.c.subscription.in_(ids)))
            connection.execute(delete(subscriptions).where(subscriptions.c.id.in_(ids)))
        return len(ids)

    def remove(self, id: str, *, erase: bool) -> None:
        """End a subscription and drop its parcels."""
        with self._tables.writing() as connection:
            unsent = outbox.c.state.in_([ParcelState.QUEUED, ParcelState.SENDING])
            own = outbox.c.subscription == id
            connection.execute(delete(outbox).where(own if erase else own & unsent))
            if erase:
                connection.execute(delete(runs).where(runs.c.subscription == id))
                connection.execute(delete(subscriptions).where(subscriptions.c.id == id))
            else:
                ended = update(subscriptions).where(subscriptions.c.id == id)
                connection.execute(ended.values(state=State.ENDED))
        if erase:
            wipe(self._tables.engine, ("subscriptions", "outbox", "runs"), what="the subscription")

    def suppress(self, digest: str, *, reason: str, at: datetime) -> None:
        """Never write again to an address."""
        with self._tables.writing() as connection:
            connection.execute(delete(suppressions).where(suppressions.c.digest == digest))
            row = {"digest": digest, "reason": reason, "since": instant_text(at)}
            connection.execute(insert(suppressions).values(**row))

    def lift(self, digest: str) -> bool:
        """Let an address be written to again."""
        with self._tables.writing() as connection:
            gone = delete(suppressions).where(suppressions.c.digest == digest)
            return connection.execute(gone).rowcount > 0

    def suppressed(self) -> frozenset[str]:
        """Return the digests of the suppressed addresses."""
        with self._tables.reading() as connection:
            return frozenset(connection.execute(select(suppressions.c.digest)).scalars())

    def told(self, records: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """Return, by subscription, which records it was sent a statement on."""
        found: dict[str, set[str]] = {}
        wanted = sorted(set(records))
        query = select(runs.c.subscription, letter_statements.c.record).distinct()
        query = query.join(letter_statements, letter_statements.c.letter == runs.c.letter)
        with self._tables.reading() as connection:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                rows = connection.execute(query.where(letter_statements.c.record.in_(some)))
                for subscription, record in rows:
                    found.setdefault(subscription, set()).add(record)
        return {key: frozenset(values) for key, values in found.items()}

    def post(self, made: Sequence[Run], written: Iterable[Letter], *, at: datetime) -> int:
        """Record runs with their parcels in one transaction."""
        with self._tables.writing() as connection:
            fresh = list(_still_wanted(connection, made))
            if not fresh:
                return 0
            needed = {run.letter for run in fresh}
            _keep_letters(connection, [one for one in written if one.id in needed], at)
            connection.execute(insert(runs), [run_columns(run, at) for run in fresh])
            parcels = [self._parcel(run, at) for run in fresh if run.letter]
            if parcels:
                connection.execute(insert(outbox), [parcel_columns(one) for one in parcels])
            _move_on(connection, fresh, at)
        return len(parcels)

    def move_on(self, moved: Sequence[tuple[Subscription, Place]]) -> None:
        """Let subscriptions go on from another place."""
        if not moved:
            return
        stands = (
            (subscriptions.c.id == bindparam("key"))
            & (subscriptions.c.reached_position == bindparam("stood"))
            & (subscriptions.c.reached_at == bindparam("then"))
        )
        statement = update(subscriptions).where(stands)
        statement = statement.values(
            reached_position=bindparam("position"), reached_at=bindparam("instant")
        )
        rows = [
            {
                "key": one.id,
                "stood": one.reached.position,
                "then": instant_text(one.reached.instant),
                "position": place.position,
                "instant": instant_text(place.instant),
            }
            for one, place in moved
            if one.reached is not None
        ]
        with self._tables.writing() as connection:
            connection.execute(statement, rows)

    def _parcel(self, run: Run, at: datetime) -> Parcel:
        return Parcel(
            id=self._named(run.subscription, run.period),
            subscription=run.subscription,
            kind=DIGEST,
            letter=run.letter,
            state=ParcelState.QUEUED,
            attempts=0,
            due_at=at,
            error=None,
            made_at=at,
        )

    def runs(self, id: str) -> tuple[Run, ...]:
        """Return what was made for a subscription, oldest first."""
        query = select(runs).where(runs.c.subscription == id).order_by(runs.c.until_instant)
        with self._tables.reading() as connection:
            return tuple(run_of(row) for row in connection.execute(query))

    def claim(self, *, now: datetime, most: int) -> tuple[Parcel, ...]:
        """Take parcels whose time has come."""
        waiting = (outbox.c.state == ParcelState.QUEUED) & (outbox.c.due_at <= instant_text(now))
        query = select(outbox).where(waiting).order_by(outbox.c.due_at, outbox.c.id).limit(most)
        with self._tables.writing() as connection:
            found = [parcel_of(row) for row in connection.execute(query)]
            taken = outbox.c.id.in_([parcel.id for parcel in found])
            connection.execute(update(outbox).where(taken).values(state=ParcelState.SENDING))
        return tuple(replace(parcel, state=ParcelState.SENDING) for parcel in found)

    def release(self, *, now: datetime) -> int:
        """Queue what was being sent when a worker died."""
        under_way = outbox.c.state == ParcelState.SENDING
        values = {"state": ParcelState.QUEUED, "due_at": instant_text(now)}
        with self._tables.writing() as connection:
            return connection.execute(update(outbox).where(under_way).values(**values)).rowcount

    def settle(self, parcel: Parcel) -> None:
        """Keep what became of a parcel."""
        columns = parcel_columns(parcel)
        done = parcel.state in (ParcelState.SENT, ParcelState.DEAD)
        columns["settled_at"] = columns["due_at"] if done else None
        with self._tables.writing() as connection:
            mine = outbox.c.id == parcel.id
            connection.execute(update(outbox).where(mine).values(**columns))

    def parcels(self, *, state: ParcelState | None = None) -> tuple[Parcel, ...]:
        """Return the parcels in a state, or all."""
        query = select(outbox).order_by(outbox.c.made_at, outbox.c.id)
        if state is not None:
            query = query.where(outbox.c.state == state)
        with self._tables.reading() as connection:
            return tuple(parcel_of(row) for row in connection.execute(query))

    def letter(self, id: str) -> Letter | None:
        """Return a letter, with the records it rests on."""
        rests = select(letter_statements.c.record).where(letter_statements.c.letter == id)
        with self._tables.reading() as connection:
            row = connection.execute(select(letters).where(letters.c.id == id)).first()
            statements = frozenset(connection.execute(rests).scalars())
        if row is None:
            return None
        return Letter(
            id=row.id,
            subject=row.subject,
            html=row.html,
            text=row.text,
            json=row.json,
            statements=statements,
        )

    def prune(self, *, before: datetime) -> None:
        """Drop letters and parcels of earlier times that arrived."""
        bound = instant_text(before)
        arrived = (outbox.c.state == ParcelState.SENT) & (outbox.c.made_at < bound)
        needed = select(outbox.c.letter).where(outbox.c.letter.is_not(None))
        with self._tables.writing() as connection:
            connection.execute(delete(outbox).where(arrived))
            old = (letters.c.made_at < bound) & letters.c.id.not_in(needed)
            connection.execute(delete(letters).where(old))


def _still_wanted(connection: Connection, made: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs whose subscription stands where they begin, under a name of their own."""
    reached: dict[str, tuple[Any, ...]] = {}
    columns = (
        subscriptions.c.id,
        subscriptions.c.state,
        subscriptions.c.reached_position,
        subscriptions.c.reached_at,
    )
    ids = [run.subscription for run in made]
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for id, *rest in connection.execute(select(*columns).where(subscriptions.c.id.in_(some))):
            reached[id] = tuple(rest)
    recorded = _recorded(connection, ids)
    for run in made:
        stands = (State.ACTIVE, run.since.position, instant_text(run.since.instant))
        if reached.get(run.subscription) == stands:
            taken = _key(run) in recorded
            yield replace(run, period=f"{run.period}-{_end(run)}") if taken else run


def _end(run: Run) -> str:
    return instant_text(run.until.instant)


def _recorded(connection: Connection, ids: Sequence[str]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        query = select(runs.c.subscription, runs.c.period).where(runs.c.subscription.in_(some))
        found.update((row[0], row[1]) for row in connection.execute(query))
    return found


def _key(run: Run) -> tuple[str, str]:
    return run.subscription, run.period


def _keep_letters(connection: Connection, written: Sequence[Letter], at: datetime) -> None:
    by_id = {letter.id: letter for letter in written}  # two windows may hold the same
    known = select(letters.c.id).where(letters.c.id.in_(list(by_id)))
    for held in connection.execute(known).scalars().all():
        del by_id[held]
    fresh = list(by_id.values())
    if not fresh:
        return
    rows = [
        {
            "id": letter.id,
            "subject": letter.subject,
            "html": letter.html,
            "text": letter.text,
            "json": letter.json,
            "made_at": instant_text(at),
        }
        for letter in fresh
    ]
    connection.execute(insert(letters), rows)
    again = letter_statements.c.letter.in_(list(by_id))  # of one that was dropped long ago
    connection.execute(delete(letter_statements).where(again))
    rests = [
        {"letter": letter.id, "record": record}
        for letter in fresh
        for record in sorted(letter.statements)
    ]
    if rests:
        connection.execute(insert(letter_statements), rests)


def _move_on(connection: Connection, fresh: Sequence[Run], at: datetime) -> None:
    """Let each subscription go on where its run ended."""
    moved = (
        update(subscriptions)
        .where(subscriptions.c.id == bindparam("key"))
        .values(reached_position=bindparam("position"), reached_at=bindparam("instant"))
    )
    rows = [
        {
            "key": run.subscription,
            "position": run.until.position,
            "instant": instant_text(run.until.instant),
        }
        for run in fresh
    ]
    connection.execute(moved, rows)
    sent = [{"key": run.subscription} for run in fresh if run.letter]
    if sent:
        stamped = update(subscriptions).where(subscriptions.c.id == bindparam("key"))
        connection.execute(stamped.values(last_sent_at=instant_text(at)), sent)
