"""What still stands on the same items when a rule is suspended or ended?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from tracker.digests.lines import Named, Standing
from tracker.digests.naming import Directory, codes_of, customs_codes_of
from tracker.digests.survey import Look
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty, Status

_UNSURE = (Certainty.REPORTED, Certainty.DISPUTED, Certainty.UNVERIFIED)


def standing(
    directory: Directory, touched: Sequence[Look], looks: Iterable[Look]
) -> tuple[Standing, ...]:
    """Return the untouched rest of the touched instruments, then others on the same items."""
    ids = {look.id for look in touched}
    instruments = {instrument_of(look.id) for look in touched}
    elements = {symbol for look in touched for symbol in directory.symbols(look)}
    codes = {code for look in touched for code in codes_of(look)}
    named = codes_of
    if not (elements or codes):  # customs codes are wide: only where nothing finer is named
        named = customs_codes_of
        codes = {code for look in touched for code in named(look)}
    rest: dict[str, list[Look]] = {}
    others: dict[str, list[Look]] = {}
    for look in looks:
        if look.id in ids:
            continue
        home = instrument_of(look.id)
        if home in instruments and _surely_in_force(look):
            rest.setdefault(home, []).append(look)
        elif (
            any(symbol in elements for symbol in directory.symbols(look))
            or (codes and any(code in codes for code in named(look)))
        ) and _surely_in_force(look):
            others.setdefault(home, []).append(look)
    return (
        *_lines(directory, rest, elements, same_instrument=True),
        *_lines(directory, others, elements, same_instrument=False),
    )


def elements_left(
    directory: Directory, touched: Iterable[Look], still: Iterable[Standing]
) -> tuple[Named, ...]:
    """Return the touched elements for which no standing rule demands the like."""
    touched = tuple(touched)
    symbols = dict.fromkeys(symbol for look in touched for symbol in directory.symbols(look))
    demands = {look.terms().get("requirement") for look in touched}
    alike = (line for line in still if any(one.key in demands for one in line.demands))
    named = {element.key for line in alike for element in line.elements}
    return tuple(directory.element(symbol) for symbol in symbols if symbol not in named)


def _surely_in_force(look: Look) -> bool:
    return look.status(look.last) is Status.IN_FORCE and look.found.certainty not in _UNSURE


def _lines(
    directory: Directory,
    found: dict[str, list[Look]],
    elements: Collection[str],
    *,
    same_instrument: bool,
) -> Iterator[Standing]:
    """Yield a line an instrument: those first that speak of little else."""
    named = {
        home: dict.fromkeys(symbol for look in looks for symbol in directory.symbols(look))
        for home, looks in found.items()
    }
    for home in sorted(found, key=lambda key: len(named[key].keys() - set(elements))):
        measures = tuple(directory.measure(look) for look in found[home])
        demands = {one.requirement.key: one.requirement for one in measures if one.requirement}
        yield Standing(
            instrument=directory.instrument(home),
            measures=measures,
            same_instrument=same_instrument,
            elements=tuple(directory.element(key) for key in named[home] if key in elements),
            demands=tuple(demands.values()),
            on=date.fromordinal(found[home][0].last),
            effects=tuple(
                dict.fromkeys(one.effect for look in found[home] for one in look.found.because)
            ),
        )
