"""What has a source published since we last looked, and what of it is new?

Polling asks, decides and records in that order: many sources are asked at once, and what they
bring is written by one thread, many polls in one transaction, each of them whole.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic

from tracker.application.collecting import collecting_seldom
from tracker.application.intake.arrivals import Arrivals
from tracker.application.intake.batch import Batch
from tracker.application.intake.polls import Polled, ReadAhead, Visited, announcement_id
from tracker.application.known_acts import catalogue
from tracker.application.library import Library
from tracker.application.reading.derive import Reader, text_in
from tracker.application.source_states import state_of, sum_key, sum_of
from tracker.domain.announcements import FeedItem
from tracker.domain.days import begins_at, instant_of, legal_day, microseconds, parse_when
from tracker.domain.facts import event_of
from tracker.domain.rulebook import Field
from tracker.domain.visits import Fault, Validators
from tracker.errors import FetchError, StoreError
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.text_read import Text, TextRead, read_text
from tracker.ports import Asked, Brought, Clock, Feeds, TextReaders
from tracker.projection.item_history import item_history
from tracker.projection.rechecks import recheck_due
from tracker.projection.source_state import SourceState

__all__ = ["Intake", "Polled"]

POLLERS = 8
"""So many sources are asked at once."""

WORTH_READING_ELSEWHERE = 8
"""From so many new items on, other processes read what is in them."""

POLLS_AT_ONCE = 200
"""So many polls are written in one transaction at most."""

KINDS_WITH_PAGES = ("list", "federal-register", "govuk")
"""Kinds of sources whose items link to pages that may change behind an unchanged list."""

GATHER_SECONDS = 0.2
"""So long the first answer waits for others to be written with it."""


@dataclass(slots=True)
class Intake:
    """Polls sources into one log; may be shared between threads."""

    library: Library
    feeds: Feeds
    field: Field
    clock: Clock
    reader: Reader | None = None
    pollers: int = POLLERS
    texts: TextReaders | None = None
    _lock: Lock = dataclasses.field(default_factory=Lock)
    _known: tuple[int, Catalogue] | None = None

    def poll(
        self, only: Sequence[str] = (), *, told: Callable[[Polled], None] | None = None
    ) -> tuple[Polled, ...]:
        """Poll the named sources, or all that are not paused; ``told`` hears of each at once.

        The answers come in the order of the sources. Raises `SourceError` for a source that is
        not ours.
        """
        wanted = self.wanted(only)
        done: dict[str, Polled] = {}
        workers = max(1, min(self.pollers, len(wanted)))
        with collecting_seldom(), ThreadPoolExecutor(workers) as pool:
            asked = {pool.submit(self.ask, state, among=len(wanted)) for state in wanted}
            for visited in _as_they_come(asked):
                for polled in self.record(visited):
                    done[polled.source] = polled
                    if told:
                        told(polled)
        return tuple(done[state.source.id] for state in wanted)

    def wanted(self, only: Sequence[str] = ()) -> tuple[SourceState, ...]:
        """Return the named sources, or all that are not paused, as they stand now."""
        found = self.library.source_states(before=microseconds(self.clock()) + 1)
        chosen = [state_of(found, id) for id in dict.fromkeys(only)] if only else found
        return tuple(state for state in chosen if only or not state.paused)

    def ask(self, state: SourceState, *, among: int = 1) -> Visited:
        """Ask one source what it holds; a failure is part of the answer.

        ``among`` is how many are asked in all: where there is much to read, others help.
        """
        now = self.clock()
        inquiry = _Inquiry(self.library, state, now)
        asked = Asked(source=state.source, held=inquiry.held, wanted=inquiry.wanted, now=now)
        try:
            brought = self.feeds.read(asked)
        except FetchError as error:
            return Visited(state=state, asked_at=now, error=error)
        except StoreError:
            raise
        except Exception as error:
            # A slip of ours in one adapter must not keep all other sources from being read.
            return Visited(state=state, asked_at=now, error=_slip(state, error))
        return Visited(
            state=state,
            asked_at=now,
            brought=brought,
            ahead=self._ahead(state, brought, among=among),
        )

    def _ahead(self, state: SourceState, brought: Brought, *, among: int) -> ReadAhead | None:
        """Read what is new in a poll before its transaction begins: nobody waits for it there."""
        if not brought.items:
            return None
        try:
            new = self._new_texts(state, brought)
            return self._read(new, among=among) if new else None
        except StoreError:
            raise
        except Exception:  # a slip of ours is met again, and told, where the poll is recorded
            return None

    def _new_texts(self, state: SourceState, brought: Brought) -> list[Text]:
        """Return the texts of the items that are likely new: all of a source never read before."""
        source = state.source
        ids = {announcement_id(source.id, item): item for item in brought.items}
        held = frozenset[str]()
        if state.standing.last_read is not None:
            held = self.library.log.having(f"b:{id}" for id in ids)
        return [text_in(item, source) for id, item in ids.items() if f"b:{id}" not in held]

    def _read(self, texts: Sequence[Text], *, among: int) -> ReadAhead:
        """Read texts, in other processes where they are many.

        What was known last may be out of date; then what was read by it is read again.
        """
        known = self._known[1] if self._known is not None else self._catalogue()
        found: tuple[TextRead | None, ...] = (None,) * len(texts)
        if self.texts is not None and len(texts) * among >= WORTH_READING_ELSEWHERE:
            found = self.texts.read(texts, known=known)
        pairs = zip(texts, found, strict=True)
        return ReadAhead(
            known=known,
            texts={text: read or read_text(text, known=known) for text, read in pairs},
        )

    def record(self, visited: Sequence[Visited]) -> tuple[Polled, ...]:
        """Write what some sources brought in one transaction, each poll whole.

        What cannot be recorded of one source fails that source, and no other.
        """
        try:
            polled = self._record(visited)
            if any(one.new or one.revised for one in polled):
                self._catalogue()  # what is read next goes by what was recorded now
            return polled
        except StoreError:
            raise
        except Exception as error:
            if len(visited) > 1:
                return tuple(polled for one in visited for polled in self.record((one,)))
            (one,) = visited
            failed = _slip(one.state, error)
            return self._record((replace(one, brought=None, error=failed),))

    def _record(self, visited: Sequence[Visited]) -> tuple[Polled, ...]:
        with self._lock, self.library.log.writing() as writer:
            now = microseconds(self.clock())
            if not writer.having([sum_key(now)]):
                writer.append([event_of(sum_of(writer.find, before=now + 1))])
            reader = self.reader or Reader(field=self.field)
            batch = Batch(writer)
            arrivals = Arrivals(batch, reader=reader, known=cache(self._catalogue))
            polled = tuple(arrivals.take(visited))
            batch.flush()
            return polled

    def _catalogue(self) -> Catalogue:
        """Return what announcements can cite; made anew only when acts were recorded."""
        with self.library.reading() as register:
            if self._known is None or self._known[0] != register.edition:
                self._known = (register.edition, catalogue(register, self.field))
            return self._known[1]


def _slip(state: SourceState, error: Exception) -> FetchError:
    """Return the failure that a slip of this program is for a source."""
    words = f"this program failed on what it brought, please report it: {type(error).__name__}"
    return FetchError(f"{words}: {error}"[:500], url=state.source.url, fault=Fault.MALFORMED)


def _as_they_come(asked: Iterable[Future[Visited]]) -> Iterator[tuple[Visited, ...]]:
    """Yield what is there soon after anything is, so that one slow source holds up no other.

    What comes within `GATHER_SECONDS` is written together: a transaction has its price.
    """
    answers: SimpleQueue[Future[Visited]] = SimpleQueue()
    waiting = 0
    for future in asked:
        waiting += 1
        future.add_done_callback(answers.put)
    while waiting:
        ready = [answers.get().result()]
        until = monotonic() + GATHER_SECONDS
        with suppress(Empty):
            while len(ready) < min(waiting, POLLS_AT_ONCE):
                ready.append(answers.get(timeout=max(0.0, until - monotonic())).result())
        waiting -= len(ready)
        yield tuple(ready)


class _Inquiry:
    """What one poll tells the adapter: what is held, and which linked pages are wanted."""

    def __init__(self, library: Library, state: SourceState, now: datetime) -> None:
        self._library = library
        self._state = state
        self._now = now
        self.held: dict[str, Validators] = dict(state.standing.held)
        if self._must_see_the_list():
            self.held.pop(state.source.url, None)

    def _must_see_the_list(self) -> bool:
        """Tell whether "not modified" would hide something that is still to be read.

        A page that was wanted could not be read, or a new day has come on which pages behind an
        unchanged list may be due for another look.
        """
        standing, source = self._state.standing, self._state.source
        if standing.last_good != standing.last_complete:
            return True
        has_pages = source.detail is not None or source.kind in KINDS_WITH_PAGES
        today = self._day(microseconds(self._now))
        return has_pages and self._day(standing.last_read) != today

    def wanted(self, item: FeedItem) -> bool:
        """Tell whether the page behind an entry is to be read now."""
        key = f"b:{announcement_id(self._state.source.id, item)}"
        history = item_history(self._library.log.find([key]).get(key, ()))
        if history.alias_of is not None:
            key = f"b:{history.alias_of}"
            history = item_history(self._library.log.find([key]).get(key, ()))
        taken = history.taken
        if history.latest is None or taken is None or taken.page == "failed":
            return True
        page = item.page_url or item.url
        if page is not None and taken.held is not None and taken.page == "read":
            self.held[page] = taken.held
        if history.unstable or taken.listing != item.listing:
            return True
        return recheck_due(
            first_seen=self._day(begins_at(parse_when(history.first_recorded_at or ""), None)),
            last_read=self._day(self._state.standing.last_complete),
            today=self._day(microseconds(self._now)),
        )

    def _day(self, at: int | None) -> date | None:
        return None if at is None else legal_day(instant_of(at), self._state.source.timezone)
