"""How do the use cases read the log: one measure at a time, or everything?

The whole register is kept between questions and brought up to date from the log's end; a single
measure is looked up through the read model, whose cost does not grow with the log.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import RLock

from tracker.application.collecting import without_collecting
from tracker.domain.events import Event
from tracker.domain.facts import SourceAdded
from tracker.domain.identifiers import PROVISION_MARK, STAR, instrument_of
from tracker.domain.records import Effect
from tracker.errors import UnknownMeasure
from tracker.ports import EventLog
from tracker.projection.panorama import Panorama
from tracker.projection.reading import read
from tracker.projection.register import Register

ISSUER = "issuer"
SHELF = 1000
"""So many single measures are kept at hand."""


class Library:
    """Reads a log; may be shared between threads."""

    def __init__(self, log: EventLog) -> None:
        self.log = log
        self._register = Register()
        self._panorama: Panorama | None = None
        self._edition = -1
        self._shelf: dict[str, Register] = {}
        self._shelf_position = -1
        self._lock = RLock()

    @contextmanager
    def reading(self) -> Iterator[Register]:
        """Give the register of the whole log, up to date, and let nobody add to it meanwhile."""
        with self._lock:
            yield self.whole()

    def whole(self) -> Register:
        """Return the register of the whole log, up to date.

        Where other threads may bring it up to date as well, go through `reading`.
        """
        with self._lock, without_collecting():
            for event in self.log.read(after=self._register.position):
                self._register.apply(event)
            return self._register

    def panorama(self) -> Panorama:
        """Return every measure compiled, up to date.

        A process that asks a second time will ask more: from then on every state of knowledge is
        folded ahead of the questions.
        """
        with self._lock:
            register = self.whole()
            if self._panorama is None or self._edition != register.edition:
                with without_collecting():
                    measures = register.measure_ids()
                    self._panorama = Panorama(register.dossier(id) for id in measures)
                self._edition = register.edition
            else:
                with without_collecting():
                    self._panorama.complete()
            return self._panorama

    def on_measure(self, measure: str) -> Register:
        """Return a register that holds what bears on one measure, and all facts on sources.

        Raises `UnknownMeasure` where no record names it. What was looked up is kept until the log
        has grown.
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

    def _look_up(self, measure: str) -> Register:
        found = dict(self.log.find(_first_keys(measure)))
        held = [read(event) for events in found.values() for event in events]
        effects = [item for item in held if isinstance(item, Effect)]
        issuing = {
            item.id for item in held if isinstance(item, SourceAdded) and item.authority == ISSUER
        }
        found.update(self.log.find(_second_keys(measure, effects)))
        found.update(self.log.find(f"q:{source}" for source in issuing))
        return _register(found)


def _first_keys(measure: str) -> Iterable[str]:
    yield from (f"m:{measure}", f"t:{measure}", f"t:{instrument_of(measure)}")
    yield from (f"t:{measure[:length]}{STAR}" for length in range(len(measure) + 1))
    yield from (f"l:{measure}", f"c:{measure}", f"n:{measure}", "rulebook:", "s:")


def _second_keys(measure: str, effects: Iterable[Effect]) -> Iterable[str]:
    instruments = {instrument_of(measure), *(effect.affecting for effect in effects)}
    yield from (f"{kind}:{key}" for key in instruments for kind in "in")
    for effect in effects:
        yield from (f"{kind}:{effect.id}" for kind in "rvkn")


def _register(found: Mapping[str, tuple[Event, ...]]) -> Register:
    events = {event.position: event for some in found.values() for event in some}
    register = Register()
    for position in sorted(events):
        register.apply(events[position])
    return register
