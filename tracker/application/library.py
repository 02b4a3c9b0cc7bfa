"""How do the use cases read the log: one measure at a time, or everything?

The whole register is kept between questions and brought up to date from the log's end; a single
measure is looked up through the read model, whose cost does not grow with the log.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from threading import Event as Flag
from threading import RLock

from tracker.application.collecting import without_collecting
from tracker.application.compiling import compiled, renewed
from tracker.application.source_states import Histories, source_histories
from tracker.domain.days import microseconds
from tracker.domain.events import Event, record_stream
from tracker.domain.identifiers import PROVISION_MARK, STAR, instrument_of
from tracker.domain.records import Effect, Instrument, Measure
from tracker.domain.reviews import ProposalMade, ProposalRebound, ProposalReopened, proposal_stream
from tracker.errors import StillReading, UnknownMeasure
from tracker.ports import EventLog
from tracker.projection.panorama import Panorama
from tracker.projection.reading import read
from tracker.projection.register import Register
from tracker.projection.source_state import SourceState, states_of
from tracker.projection.touching import item_keys, keys_of_id, whole_jurisdiction

SHELF = 1000
"""So many single measures are kept at hand."""

LOOK_UP_EVERY = 2_000
"""After so many events of the log a reading beside the questions looks whether to go on."""

PATIENCE: ContextVar[float | None] = ContextVar("patience", default=None)
"""For how many seconds a question waits for a log that is being read; ``None``: to its end."""

Waiting = ProposalMade | ProposalReopened | ProposalRebound


class Library:
    """Reads a log; may be shared between threads."""

    def __init__(self, log: EventLog) -> None:
        self.log = log
        self._register = Register()
        self._panorama: Panorama | None = None
        self._edition = -1
        self._shelf: dict[str, Register] = {}
        self._shelf_position = -1
        self._histories: tuple[int, Histories] | None = None
        self._lock = RLock()
        self._settled = Flag()
        self._settled.set()
        self._warmed: tuple[Register, Panorama] | None = None
        self._progress = (0, 0)

    def warm(self, now: datetime, *, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Read the whole log and compile every measure, while other threads ask; tell whether done.

        What is known ``now`` (an instant in UTC) is folded too: that is asked first.
        Who needs the whole log meanwhile waits, as long as `PATIENCE` says, and raises
        `StillReading` after that. Questions on one measure are answered from the first moment.
        """
        if self._register.position or not self._settled.is_set():
            return True
        self._progress = (0, self.log.head().position)
        self._settled.clear()
        try:
            with without_collecting():
                register = Register()
                for event in self.log.read():
                    register.apply(event)
                    if event.position % LOOK_UP_EVERY == 0:
                        self._progress = (event.position, self._progress[1])
                        if stopped():
                            return False
                panorama = compiled(register)
                for item in panorama.measures:
                    item.fold(microseconds(now) + 1)
                self._warmed = (register, panorama)
        finally:
            self._settled.set()
        return True

    def fold_ahead(self) -> Iterator[int]:
        """Fold every state of knowledge ahead of the questions, measure by measure.

        Yields how many are done, so that others may work in between.
        """
        for done, item in enumerate(self.panorama().measures, start=1):
            item.complete()
            yield done

    def _wait(self) -> None:
        if not self._settled.is_set() and not self._settled.wait(PATIENCE.get()):
            raise StillReading(*self._progress)

    @contextmanager
    def reading(self) -> Iterator[Register]:
        """Give the register of the whole log, up to date, and let nobody add to it meanwhile."""
        self._wait()
        with self._lock:
            yield self.whole()

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Let nobody add to a register meanwhile, the whole one or one of a measure."""
        with self._lock:
            yield

    def whole(self) -> Register:
        """Return the register of the whole log, up to date.

        Where other threads may bring it up to date as well, go through `reading`.
        """
        self._wait()
        with self._lock, without_collecting():
            self._adopt()
            for event in self.log.read(after=self._register.position):
                self._register.apply(event)
            return self._register

    def _adopt(self) -> None:
        """Take over what was read beside the questions, unless somebody has read as far."""
        if self._warmed is not None:
            register, panorama = self._warmed
            self._warmed = None
            if register.position > self._register.position:
                self._register, self._panorama = register, panorama
                self._edition = register.edition

    def panorama(self) -> Panorama:
        """Return every measure compiled, up to date; what is new is compiled alone."""
        self._wait()
        with self._lock:
            register = self.whole()
            if self._panorama is None or self._edition != register.edition:
                with without_collecting():
                    known = self._panorama
                    self._panorama = renewed(known, register) if known else compiled(register)
                self._edition = register.edition
            return self._panorama

    def on_measure(self, measure: str) -> Register:
        """Return a register that holds what bears on one measure, and which sources are ours.

        Raises `UnknownMeasure` where no record names it. What was looked up is kept until the log
        has grown. How the sources stand is told by `source_states`.
        """
        if PROVISION_MARK not in measure or measure.endswith(STAR):
            raise UnknownMeasure(measure)
        position = self.log.head().position
        if position == self._register.position:
            return self._register
        with self._lock:
            if position != self._shelf_position or len(self._shelf) >= SHELF:
                self._shelf, self._shelf_position = {}, position
            kept = self._shelf.get(measure)
            if kept is None:
                kept = self._shelf[measure] = self._look_up(measure)
            return kept

    def source_states(self, *, before: int) -> tuple[SourceState, ...]:
        """Return the state of every source that is ours at the bound, in the order of adding.

        Costs no more than a day's polls, however long they have gone on.
        """
        position = self.log.head().position
        with self._lock:
            if position == self._register.position:
                return states_of(self._register.sources.values(), before=before)
            kept = self._histories
            if kept is None or kept[0] != position or not kept[1].reach(before):
                kept = (position, source_histories(self.log.find, before=before))
                self._histories = kept
            return kept[1].states(before=before)

    def apart(self, measures: Iterable[str]) -> Register:
        """Return a register of one's own that holds what bears on some measures alone."""
        found: dict[str, tuple[Event, ...]] = {}
        for measure in measures:
            found.update(self._bearing_on(measure))
        return _register(found)

    def _look_up(self, measure: str) -> Register:
        return _register(self._bearing_on(measure))

    def _bearing_on(self, measure: str) -> Mapping[str, tuple[Event, ...]]:
        found = dict(self.log.find(_first_keys(measure)))
        held = [read(event) for events in found.values() for event in events]
        effects = [item for item in held if isinstance(item, Effect)]
        found.update(self.log.find(_second_keys(measure, effects)))
        touching = self.log.find(_waiting_keys(measure, found, effects))
        if touching:
            found.update(self.log.find(_proposals_in(touching)))
        return found


def _first_keys(measure: str) -> Iterable[str]:
    yield from (record_stream("measure", measure), f"t:{measure}", f"t:{instrument_of(measure)}")
    yield from (f"t:{measure[:length]}{STAR}" for length in range(len(measure) + 1))
    yield from (f"l:{measure}", f"c:{measure}", f"note/{measure}", "rulebook:", "sources:")


def _second_keys(measure: str, effects: Iterable[Effect]) -> Iterable[str]:
    instruments = {instrument_of(measure), *(effect.affecting for effect in effects)}
    yield from (f"{stream}/{key}" for key in instruments for stream in ("instrument", "note"))
    for effect in effects:
        yield from (f"r:{effect.id}", f"v:{effect.id}", f"effect/{effect.id}", f"note/{effect.id}")


def _waiting_keys(
    measure: str, found: Mapping[str, tuple[Event, ...]], effects: Iterable[Effect]
) -> Iterable[str]:
    """Yield the keys of the proposals that could change an answer on the measure."""
    instrument = instrument_of(measure)
    held = [read(event) for event in found.get(record_stream("instrument", instrument), ())]
    codes = {item.jurisdiction for item in held if isinstance(item, Instrument)} or {None}
    terms = [item.terms or {} for item in effects]
    for event in found.get(record_stream("measure", measure), ()):
        record = read(event)
        if isinstance(record, Measure):
            terms.append(record.terms)
    touches = [*keys_of_id(measure, instrument), *map(whole_jurisdiction, codes)]
    touches += [key for some in terms for key in item_keys(some)]
    return (f"w:{key}" for key in dict.fromkeys(touches))


def _proposals_in(touching: Mapping[str, tuple[Event, ...]]) -> Iterable[str]:
    held = (read(event) for events in touching.values() for event in events)
    return {proposal_stream(item.proposal) for item in held if isinstance(item, Waiting)}


def _register(found: Mapping[str, tuple[Event, ...]]) -> Register:
    events = {event.position: event for some in found.values() for event in some}
    register = Register()
    for position in sorted(events):
        register.apply(events[position])
    return register
