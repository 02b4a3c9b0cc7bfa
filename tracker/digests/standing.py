"""What still stands on the same items when a rule is suspended or ended?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter

from tracker.digests.lines import Named, Standing
from tracker.digests.naming import Directory, codes_of, customs_codes_of
from tracker.digests.survey import Look
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty, Status

_UNSURE = (Certainty.REPORTED, Certainty.DISPUTED, Certainty.UNVERIFIED)

_Demands = frozenset[object]


@dataclass(frozen=True, slots=True)
class _Items:
    """What measures name: elements, and codes of control lists or, without either, of customs."""

    elements: frozenset[str]
    codes: frozenset[str]
    customs: frozenset[str]


class Beside:
    """Finds what stands beside measures; the others are looked through once, for all lines."""

    def __init__(self, directory: Directory, looks: Iterable[Look]) -> None:
        self._directory = directory
        self._looks = tuple(looks)
        self._found: dict[_Items, Mapping[str, Standing]] = {}
        self._named: dict[tuple[_Items, _Demands], Mapping[str, tuple[str, ...]]] = {}
        self._homes_in_force: dict[int, str | None] = {}
        self._named_by: dict[tuple[int, ...], tuple[str, ...]] = {}
        self._made: dict[tuple[object, ...], Standing] = {}

    def standing(self, touched: Sequence[Look]) -> tuple[Standing, ...]:
        """Return the untouched rest of the touched instruments, then others on the same items."""
        homes, items = _homes(touched), self._items(touched)
        others = self._others(items)
        return (
            *self._rest(touched, homes, items).values(),
            *(line for home, line in others.items() if home not in homes),
        )

    def elements_left(self, touched: Sequence[Look]) -> tuple[Named, ...]:
        """Return the touched elements for which no standing rule demands the like."""
        homes, items = _homes(touched), self._items(touched)
        demands = frozenset(look.terms().get("requirement") for look in touched)
        rest = _naming(self._rest(touched, homes, items), demands)
        key = (items, demands)
        if key not in self._named:
            self._named[key] = _naming(self._others(items), demands)
        others = self._named[key]
        return tuple(
            self._directory.element(symbol)
            for symbol in self._symbols(touched)
            if symbol not in rest and all(home in homes for home in others.get(symbol, ()))
        )

    def _symbols(self, looks: Iterable[Look]) -> Iterable[str]:
        return dict.fromkeys(symbol for look in looks for symbol in self._directory.symbols(look))

    def _items(self, touched: Sequence[Look]) -> _Items:
        elements = frozenset(self._symbols(touched))
        codes = frozenset(code for look in touched for code in codes_of(look))
        customs: frozenset[str] = frozenset()
        if not (elements or codes):  # customs codes are wide: only where nothing finer is named
            customs = frozenset(code for look in touched for code in customs_codes_of(look))
        return _Items(elements, codes, customs)

    def _rest(
        self, touched: Sequence[Look], homes: Collection[str], items: _Items
    ) -> Mapping[str, Standing]:
        ids = {look.id for look in touched}
        mine = sorted(place for home in homes for place in self._by_home.get(home, ()))
        rest = (place for place in mine if self._looks[place].id not in ids)
        return self._lines(rest, items, same_instrument=True)

    def _others(self, items: _Items) -> Mapping[str, Standing]:
        """Return what stands on some items, by instrument; worked out once for all who ask."""
        found = self._found.get(items)
        if found is None:
            keys = (
                *(("element", one) for one in items.elements),
                *(("code", one) for one in items.codes),
                *(("customs", one) for one in items.customs),
            )
            places = {place for key in keys for place in self._by_item.get(key, ())}
            found = self._lines(sorted(places), items, same_instrument=False)
            self._found[items] = found
        return found

    @cached_property
    def _by_home(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, look in enumerate(self._looks):
            found[instrument_of(look.id)].append(place)
        return dict(found)

    @cached_property
    def _by_item(self) -> Mapping[tuple[str, str], Sequence[int]]:
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, look in enumerate(self._looks):
            for key in _keys(self._directory, look):
                found[key].append(place)
        return dict(found)

    def _lines(
        self, places: Iterable[int], items: _Items, *, same_instrument: bool
    ) -> Mapping[str, Standing]:
        """Return a line an instrument: those first that speak of little else."""
        homes: dict[str, list[int]] = {}
        for place in places:
            if (home := self._home_in_force(place)) is not None:
                homes.setdefault(home, []).append(place)
        lines = [
            (home, *self._line(tuple(some), items.elements, same_instrument=same_instrument))
            for home, some in homes.items()
        ]
        return {home: line for home, _, line in sorted(lines, key=itemgetter(1))}

    def _home_in_force(self, place: int) -> str | None:
        """Return the instrument of a measure that is surely in force."""
        if place not in self._homes_in_force:
            look = self._looks[place]
            home = instrument_of(look.id) if _surely_in_force(look) else None
            self._homes_in_force[place] = home
        return self._homes_in_force[place]

    def _line(
        self, places: tuple[int, ...], elements: frozenset[str], *, same_instrument: bool
    ) -> tuple[int, Standing]:
        """Return the line of some measures of an instrument, and how much else they speak of."""
        named = self._named_by.get(places)
        if named is None:
            named = tuple(self._symbols(self._looks[place] for place in places))
            self._named_by[places] = named
        shared = tuple(symbol for symbol in named if symbol in elements)
        key = (places, shared, same_instrument)
        if key not in self._made:
            looks = [self._looks[place] for place in places]
            self._made[key] = _standing(
                self._directory, looks, shared, same_instrument=same_instrument
            )
        return len(named) - len(shared), self._made[key]


def _standing(
    directory: Directory, looks: Sequence[Look], symbols: Iterable[str], *, same_instrument: bool
) -> Standing:
    measures = tuple(directory.measure(look) for look in looks)
    demands = {one.requirement.key: one.requirement for one in measures if one.requirement}
    effects = dict.fromkeys(one.effect for look in looks for one in look.found.because)
    return Standing(
        instrument=directory.instrument(looks[0].id),
        measures=measures,
        same_instrument=same_instrument,
        elements=tuple(map(directory.element, symbols)),
        demands=tuple(demands.values()),
        on=date.fromordinal(looks[0].last),
        effects=tuple(effects),
    )


def _homes(touched: Iterable[Look]) -> frozenset[str]:
    return frozenset(instrument_of(look.id) for look in touched)


def _keys(directory: Directory, look: Look) -> Iterator[tuple[str, str]]:
    yield from (("element", one) for one in directory.symbols(look))
    yield from (("code", one) for one in codes_of(look))
    yield from (("customs", one) for one in customs_codes_of(look))


def _naming(lines: Mapping[str, Standing], demands: _Demands) -> Mapping[str, tuple[str, ...]]:
    """Return the instruments that name each element and demand the like."""
    found: dict[str, list[str]] = defaultdict(list)
    for home, line in lines.items():
        if any(one.key in demands for one in line.demands):
            for element in line.elements:
                found[element.key].append(home)
    return {symbol: tuple(homes) for symbol, homes in found.items()}


def _surely_in_force(look: Look) -> bool:
    return look.status(look.last) is Status.IN_FORCE and look.found.certainty not in _UNSURE
