"""Which of somebody's own parts does a rule touch?

Worked out from the lists that people keep, shown to their owners and to nobody else.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock

from tracker.application.held import Held
from tracker.application.products.belongings import BelongingsStore, ListLine, ProductList
from tracker.application.products.product_lists import ProductList as Products
from tracker.application.products.product_lists import list_of
from tracker.application.products.product_rows import rows_of
from tracker.application.products.screen import Screening
from tracker.domain.identifiers import STAR, instrument_of, is_measure
from tracker.domain.questions import Clocks
from tracker.errors import UsageError
from tracker.ports import EventLog
from tracker.projection.screening.verdict import Verdict

PARTS_MOST = 5_000
"""A longer list is not compared in passing: that takes seconds; `tracker check` does it."""

LISTS_HELD = 32
"""The findings of so many lists are kept until the log grows or the day ends."""

_NOT_TOUCHING = frozenset({Verdict.NOT_CAUGHT, Verdict.CANNOT_SAY, Verdict.NOT_TRACKED})

Parts = Mapping[str, tuple[str, ...]]
"""The parts that each measure touches."""


@dataclass(frozen=True, slots=True)
class Touch:
    """The parts of one list that some measures touch, in the order of the list."""

    list_name: str
    parts: tuple[str, ...]


@dataclass(slots=True)
class Touched:
    """Compares kept lists with the rules of today; may be shared between threads."""

    store: BelongingsStore
    screening: Screening
    log: EventLog
    clocks: Callable[[], Clocks]
    _held: dict[tuple[object, ...], Parts] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def by(self, measures: Collection[str], *, owners: tuple[str, ...]) -> tuple[Touch, ...]:
        """Return which parts in the lists of these owners some measures touch.

        A part is touched where a rule catches it, would catch it, asks something of it or exempts
        it; where it cannot be said, it is not named.
        """
        lines = [line for line in self.store.lists(owners) if line.parts <= PARTS_MOST]
        found = ((line.name, self._touched_in(line, measures)) for line in lines)
        return tuple(Touch(name, parts) for name, parts in found if parts)

    def by_records(self, records: Iterable[str], *, owners: tuple[str, ...]) -> tuple[Touch, ...]:
        """Return which parts are touched by the measures that some effects are about."""
        if not self.store.lists(owners):
            return ()
        return self.by(frozenset(self._measures(records)), owners=owners)

    def _measures(self, records: Iterable[str]) -> Iterator[str]:
        held = Held(self.log.find)
        for id in records:
            effect = held.effect(id)
            for target in effect.affected if effect else ():
                if is_measure(target):
                    yield target
                    continue
                start = target.removesuffix(STAR)
                known = held.measures(instrument_of(start))
                yield from (one for one in known if one.startswith(start) or start == target)

    def _touched_in(self, line: ListLine, measures: Collection[str]) -> tuple[str, ...]:
        parts = self._parts(line)
        named = (part for measure in measures for part in parts.get(measure, ()))
        return tuple(dict.fromkeys(named))

    def _parts(self, line: ListLine) -> Parts:
        clocks = self.clocks()
        key = (line.owner, line.name, line.kept_at, self.log.head().position, clocks.now.date())
        with self._lock:
            found = self._held.get(key)
            if found is None:
                kept = self.store.list_of(line.owner, line.name)
                found = dict(self._compared(kept, clocks)) if kept else {}
                while len(self._held) >= LISTS_HELD:
                    del self._held[next(iter(self._held))]
                self._held[key] = found
        return found

    def _compared(self, kept: ProductList, clocks: Clocks) -> Iterator[tuple[str, tuple[str, ...]]]:
        touched: dict[str, dict[str, None]] = {}
        for line in opened(kept, self.screening).lines:
            if line.product is None:
                continue
            for found in self.screening.check(line.product, clocks).checked.findings:
                if found.verdict not in _NOT_TOUCHING:
                    touched.setdefault(found.rule.measure, {})[line.part] = None
        for measure, parts in touched.items():
            yield measure, tuple(parts)


def opened(kept: ProductList, screening: Screening) -> Products:
    """Return the products of a kept list; raise as `product_lists.list_of` does."""
    mapping = [f"{name}={header}" for name, header in kept.mapping.items()]
    rows = rows_of(kept.body, name=kept.file_name)
    return list_of(rows, screening.words, place=kept.name, mapping=mapping)


def counted(body: bytes, *, name: str, mapping: Mapping[str, str], screening: Screening) -> int:
    """Return how many rows a list has; raise `InputError` for one that cannot be read at all."""
    written = [f"{key}={header}" for key, header in mapping.items()]
    found = list_of(rows_of(body, name=name), screening.words, place=name, mapping=written)
    return sum(1 for _ in found.lines)


def mapping_of(texts: Iterable[str]) -> dict[str, str]:
    """Read texts such as ``part=Teilenummer``; raise `UsageError` for any other."""
    found = {}
    for text in texts:
        key, mark, header = text.partition("=")
        if not mark or not key.strip() or not header.strip():
            raise UsageError(f"{text!r} maps nothing; write FIELD=HEADER, as part=Teilenummer")
        found[key.strip()] = header.strip()
    return found
