"""Which rules stand on a day, by name, a page at a time?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracker.application.answers.query import Filter, Queries, Standing
from tracker.application.collecting import without_collecting
from tracker.digests.lines import InstrumentRef, Items, MeasureRef, Named
from tracker.digests.naming import Directory
from tracker.domain.questions import Clocks
from tracker.domain.records import Measure
from tracker.projection.dossier import recorded_bound
from tracker.projection.register import Register
from tracker.projection.sources import Freshness
from tracker.projection.waiting import Pending

PAGE_RULES = 100
"""So many rules stand on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule: the answer for it, its name, and for what it matters."""

    standing: Standing
    measure: MeasureRef
    items: Items


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRules:
    """The rules of one instrument that stand on this page."""

    instrument: InstrumentRef
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """A page of the rules of a day, those that nobody verified behind all others.

    ``counted`` and ``unverified`` are how many there are on all ``pages``; ``number`` is that of
    this page, from 1. ``places`` are the jurisdictions that can be asked for.
    """

    clocks: Clocks
    counted: int
    unverified: int
    number: int
    pages: int
    groups: tuple[InstrumentRules, ...]
    unverified_groups: tuple[InstrumentRules, ...]
    freshness: Freshness
    pending_review: tuple[Pending, ...]
    places: tuple[Named, ...]


def rule_page(
    queries: Queries, clocks: Clocks, wanted: Filter, *, number: int, size: int = PAGE_RULES
) -> RulePage:
    """Return page ``number`` of the rules of a day; the last one for a number behind it."""
    with without_collecting():  # a walk over all that is held, for some thousand answers
        found = queries.rules(clocks, wanted)
        sure, unsure = found.confirmed, found.unverified
    pages = max(1, -(-len(found.rules) // size))
    number = min(max(number, 1), pages)
    first, last = (number - 1) * size, number * size
    with queries.library.reading() as register:
        names = directory(register, queries, clocks)
        return RulePage(
            clocks=clocks,
            counted=len(sure),
            unverified=len(unsure),
            number=number,
            pages=pages,
            groups=tuple(grouped(names, sure[first:last])),
            unverified_groups=tuple(
                grouped(names, unsure[max(first - len(sure), 0) : max(last - len(sure), 0)])
            ),
            freshness=found.freshness,
            pending_review=found.pending_review,
            places=tuple(names.jurisdiction(code) for code in queries.vocabulary().jurisdictions),
        )


def directory(register: Register, queries: Queries, clocks: Clocks) -> Directory:
    """Return the names as they were recorded under some clocks."""
    bound = recorded_bound(clocks, None)
    return Directory(register, field=queries.vocabulary(), recorded_before=bound, closes=bound)


def grouped(names: Directory, rules: Sequence[Standing]) -> Iterator[InstrumentRules]:
    """Yield the rules by instrument, in the order in which they stand."""
    for id, some in groupby(rules, key=lambda rule: rule.answer.instrument):
        yield InstrumentRules(instrument=names.instrument(id), rows=tuple(rows_of(names, some)))


def rows_of(names: Directory, rules: Iterable[Standing]) -> Iterator[RuleRow]:
    """Yield each rule with its name."""
    for rule in rules:
        found = rule.answer
        terms = found.terms
        yield RuleRow(
            standing=rule,
            measure=names.part(found.measure, Measure(title=found.title), terms),
            items=names.items_in([terms]),
        )
