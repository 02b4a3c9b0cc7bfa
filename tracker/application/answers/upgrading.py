"""What would a newer program change in today's answers, and how does a database get there safely?

An upgrade is rehearsed on a copy of its own backup before the database itself is touched.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import msgspec
import orjson

from tracker.application.library import Library
from tracker.domain.days import parse_day, parse_when
from tracker.domain.questions import Answer, Clocks, Question, Status
from tracker.errors import InputError, StoreError, UnknownMeasure
from tracker.ports import Clock, EventLog, Head, Progress
from tracker.projection.answering import answer
from tracker.projection.changes import COMPARED
from tracker.projection.register import Register

Parts = Mapping[str, Any]
"""The compared parts of an answer, as JSON values."""


class Database(Protocol):
    """A database at whatever revision of the schema. Raises `tracker.errors.StoreError`."""

    @property
    def known(self) -> str:
        """The newest revision that this program knows."""

    def found(self) -> str:
        """Return the revision at which the database stands."""

    def log(self) -> EventLog:
        """Return its log; readable as far as this program can read that revision."""

    def migrate(self) -> None:
        """Bring it to the known revision, whole or not at all."""

    def keep(
        self, folder: Path, *, day: date, progress: Progress | None = None
    ) -> tuple[Path, Head]:
        """Back it up in a folder as an SQLite file, under a name with the day and the head."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep the service from running meanwhile; raise `AlreadyRunning` where it runs."""

    def at(self, file: Path, *, writes: bool = False) -> AbstractContextManager["Database"]:
        """Open an SQLite file beside this database; without ``writes`` it is only read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A measure whose answer differs; a side is ``None`` where there was no answer."""

    measure: str
    before: Parts | None
    after: Parts | None

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts that differ."""
        before, after = self.before or {}, self.after or {}
        return tuple(part for part in COMPARED if before.get(part) != after.get(part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgraded:
    """What an upgrade did, or would do where ``backup`` is ``None``.

    ``equal`` tells whether the read model came out the same, ``None`` where the migration threw it
    away; ``changed`` is ``None`` where the
    answers of before cannot be read by this program and no file of them was given.
    """

    found: str
    known: str
    head: Head
    events: int
    seconds: float
    equal: bool | None
    changed: tuple[Changed, ...] | None
    backup: Path | None


class _Rule(msgspec.Struct, frozen=True):
    measure: str
    on: str
    status: str
    certainty: str | None = None
    since: str | None = None
    through: str | None = None
    terms: dict[str, Any] = {}


class Earlier(msgspec.Struct, frozen=True):
    """The answers that the program of before gave: what ``tracker rules --format json`` prints."""

    on: str
    rules: tuple[_Rule, ...]
    announced_by: str | None = None
    recorded_by: str | None = None


def read_earlier(file: Path) -> Earlier:
    """Read the answers of before; raise `InputError` for what is no such file."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Earlier)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None
    except msgspec.DecodeError as error:
        raise InputError(
            f"is not what tracker rules --format json prints: {error}", file=str(file)
        ) from None


def upgrade(
    database: Database,
    *,
    folder: Path | None,
    clock: Clock,
    earlier: Earlier | None = None,
    progress: Progress | None = None,
) -> Upgraded:
    """Back up into ``folder``, rehearse, then migrate and rebuild; without a folder only rehearse.

    Raises `StoreError`; the database is then what it was, or stands whole at the known revision.
    """
    with ExitStack() as stack:
        work = Path(stack.enter_context(TemporaryDirectory(prefix="tracker-upgrade-")))
        found = database.found()
        if folder is not None:
            stack.enter_context(database.alone())
        day = clock().date()
        kept, head = database.keep(folder or work, day=day, progress=progress)
        copy = work / "rehearsal.db"
        shutil.copyfile(kept, copy)
        before = stack.enter_context(database.at(kept))
        after = stack.enter_context(database.at(copy, writes=True))
        after.migrate()
        rebuilt = after.log().rebuild(progress=progress)
        after.log().verify(head=head.hash, progress=progress)
        clocks = Clocks(now=clock())
        if earlier is not None:
            changed: tuple[Changed, ...] | None = tuple(_since(earlier, after.log(), clocks))
        else:
            worn = rebuilt.equal is False
            changed = () if not worn else _by_read_model(before.log(), after.log(), clocks)
        if folder is not None:
            _take(database, head, progress)
    return Upgraded(
        found=found,
        known=database.known,
        head=head,
        events=rebuilt.events,
        seconds=rebuilt.seconds,
        equal=rebuilt.equal,
        changed=changed,
        backup=kept if folder is not None else None,
    )


def _take(database: Database, head: Head, progress: Progress | None) -> None:
    database.migrate()
    database.log().rebuild(progress=progress)
    database.log().verify(head=head.hash, progress=progress)


def _by_read_model(before: EventLog, after: EventLog, clocks: Clocks) -> tuple[Changed, ...] | None:
    """Compare measure by measure, each as its own log's read model finds it."""
    measures = Library(after).whole().measure_ids()
    try:
        old = dict(_looked_up(before, measures, clocks))
    except StoreError:
        return None
    return tuple(_differing(old, dict(_looked_up(after, measures, clocks))))


def _looked_up(
    log: EventLog, measures: Iterable[str], clocks: Clocks
) -> Iterator[tuple[str, Parts | None]]:
    library = Library(log)
    for measure in measures:
        try:
            yield measure, _parts(library.on_measure(measure), measure, clocks)
        except UnknownMeasure:
            yield measure, None


def _since(earlier: Earlier, after: EventLog, clocks: Clocks) -> Iterator[Changed]:
    """Compare the answers of before with those to the same question now."""
    clocks = replace(
        clocks,
        announced_by=parse_when(earlier.announced_by) if earlier.announced_by else None,
        recorded_by=parse_when(earlier.recorded_by) if earlier.recorded_by else None,
    )
    register = Library(after).whole()
    days = {rule.measure: rule.on for rule in earlier.rules}  # today differs from zone to zone
    old = {rule.measure: _known(_plain(rule)) for rule in earlier.rules}
    new = {}
    for measure in register.measure_ids():
        day = parse_day(days.get(measure, earlier.on))
        new[measure] = _parts(register, measure, replace(clocks, on=day))
    return _differing(old, new)


def _differing(
    before: Mapping[str, Parts | None], after: Mapping[str, Parts | None]
) -> Iterator[Changed]:
    for measure in {**before, **after}:
        old, new = before.get(measure), after.get(measure)
        if old != new:
            yield Changed(measure=measure, before=old, after=new)


def _parts(register: Register, measure: str, clocks: Clocks) -> Parts | None:
    found = answer(register.dossier(measure), Question(measure=measure, clocks=clocks))
    return _known(_plain(found))


def _known(parts: Parts) -> Parts | None:
    """Return nothing for what is unknown: a list of rules leaves that out too."""
    return None if parts["status"] == Status.UNKNOWN.value else parts


def _plain(found: Answer | _Rule) -> Parts:
    parts = {part: getattr(found, part) for part in COMPARED}
    plain: Parts = orjson.loads(orjson.dumps(parts, default=dict))
    return plain
