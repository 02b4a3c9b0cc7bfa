"""What differs between two days, or between two states of knowledge, and which effects did it?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tracker.application.answers.knowledge import Knowledge, knowledge_of
from tracker.application.library import Library
from tracker.digests.acts import day_or_none
from tracker.digests.grounds import accepted_by, quotes
from tracker.digests.lines import InstrumentRef, MeasureRef, Quote
from tracker.digests.naming import Directory
from tracker.domain.days import begins_at, instant_of, legal_day, parse_when
from tracker.domain.questions import Answer, Clocks
from tracker.domain.records import Effect
from tracker.domain.rulebook import Field
from tracker.projection.changes import Because, Cause, Difference, causes, changed_parts
from tracker.projection.dated import day_ordinal
from tracker.projection.dossier import recorded_bound
from tracker.projection.panorama import Panorama
from tracker.projection.register import Register
from tracker.projection.waiting import waiting

MEASURES = 120
"""So many differing measures stand on one page."""

_QUOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """Measures of one instrument that differ in the same way, for the same causes.

    Where the terms differ there is one measure; ``new`` tells that nothing was known of it before.
    ``causes`` name the culprits by their keys, ``None`` where no effect is to blame.
    """

    measures: tuple[MeasureRef, ...]
    first: Difference
    new: bool
    causes: tuple[tuple[Cause, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingAct:
    """An instrument with what differs in it."""

    instrument: InstrumentRef
    turned: tuple[Turned, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Culprit:
    """Effects of one act, alike in kind and days, that caused differences in these ways.

    ``measures`` is in how many; ``from_`` and ``through`` are their first and last day where they
    are known; ``withdrawn`` is the reason of a retraction; ``by`` is who let them count, for those
    without a sentence.
    """

    key: str
    kind: str
    act: InstrumentRef
    announced_on: date
    from_: date | None
    through: date | None
    causes: tuple[Cause, ...]
    measures: int
    quotes: tuple[Quote, ...]
    by: str
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs; ``total`` measures do, of which this is page ``page`` of ``pages``.

    ``knowledge`` is told of every jurisdiction in it, under the second setting of the clocks.
    """

    before: Clocks
    after: Clocks
    acts: tuple[DifferingAct, ...]
    culprits: tuple[Culprit, ...]
    causes: Mapping[Cause, int]
    knowledge: tuple[Knowledge, ...]
    shown: int
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Differing:
    """Compares states of one log; may be shared between threads."""

    library: Library
    field: Field

    def compare(self, before: Clocks, after: Clocks, *, page: int = 1) -> Comparison:
        """Return what differs, by instrument, with the effects that caused it."""
        with self.library.reading() as register:
            panorama = self.library.panorama()
            found = list(_found(panorama, before, after))
            pages = max(1, -(-len(found) // MEASURES))
            page = min(max(page, 1), pages)
            shown = [
                _explained(panorama, *pair, before, after)
                for pair in found[(page - 1) * MEASURES : page * MEASURES]
            ]
            bound = max(recorded_bound(before, None), recorded_bound(after, None))
            directory = Directory(register, field=self.field, recorded_before=bound, closes=bound)
            return Comparison(
                before=before,
                after=after,
                acts=tuple(_acts(directory, shown)),
                culprits=tuple(_culprits(directory, shown)),
                causes=Counter(one.causes[0].cause for one in shown if one.causes),
                knowledge=knowledge_of(register, after, _told_of(register, after, shown)),
                shown=len(shown),
                total=len(found),
                page=page,
                pages=pages,
            )


def _found(
    panorama: Panorama, before: Clocks, after: Clocks
) -> Iterator[tuple[Answer, Answer, tuple[str, ...]]]:
    """Yield the answers that differ; two looks at each measure, however large the log."""
    pairs = zip(panorama.answers(before), panorama.answers(after), strict=True)
    for old, new in pairs:
        changed = changed_parts(old, new)
        if changed:
            yield old, new, changed


def _told_of(
    register: Register, after: Clocks, shown: Iterable[Difference]
) -> Iterator[str | None]:
    """Yield the jurisdictions of what differs, then those in which something may yet differ."""
    yield from (one.after.jurisdiction for one in shown)
    waits = waiting(register, after).within(None)
    yield from (one.proposed.made.jurisdiction for one in waits if one.proposed)


def _explained(
    panorama: Panorama,
    old: Answer,
    new: Answer,
    changed: tuple[str, ...],
    before: Clocks,
    after: Clocks,
) -> Difference:
    here = (item for item in panorama.by_instrument[new.instrument] if item.id == new.measure)
    return Difference(
        measure=new.measure,
        before=old,
        after=new,
        changed=changed,
        causes=tuple(causes(next(here).dossier, before, after)),
    )


def _acts(directory: Directory, shown: Iterable[Difference]) -> Iterator[DifferingAct]:
    for instrument, group in groupby(shown, key=lambda one: one.after.instrument):
        alike: dict[object, list[Difference]] = {}
        for one in group:
            alike.setdefault(_likeness(directory, one), []).append(one)
        yield DifferingAct(
            instrument=directory.instrument(instrument),
            turned=tuple(_turned(directory, found) for found in alike.values()),
        )


def _likeness(directory: Directory, one: Difference) -> object:
    """Return what measures have in common that stand in one line."""
    new = one.before.certainty is None or one.after.certainty is None
    sides = tuple(
        (side.status, side.certainty, side.since, side.through, side.never_in_force)
        for side in (one.before, one.after)
    )
    own = one.measure if "terms" in one.changed and not new else None
    changed = tuple(part for part in one.changed if part != "terms" or not new)
    return (sides, changed, _blamed(directory, one), own)


def _blamed(directory: Directory, one: Difference) -> tuple[tuple[Cause, str | None], ...]:
    found = (
        (because.cause, _key(directory, because.effect) if because.effect else None)
        for because in one.causes
    )
    return tuple(dict.fromkeys(found))


def _key(directory: Directory, effect: str) -> str:
    """Return what effects have in common that are told in one line."""
    record = directory.register.effects[effect].record
    parts = (record.affecting, record.kind, record.from_, record.through, record.announced_at)
    return " ".join(map(str, (*parts, effect in directory.register.retracted_at)))


def _turned(directory: Directory, found: Sequence[Difference]) -> Turned:
    first = found[0]
    return Turned(
        measures=tuple(_named(directory, one) for one in found),
        first=first,
        new=first.before.certainty is None,
        causes=_blamed(directory, first),
    )


def _named(directory: Directory, one: Difference) -> MeasureRef:
    record = directory.register.measures[one.measure][-1].record
    return directory.part(one.measure, record, one.after.terms or one.before.terms or record.terms)


def _culprits(directory: Directory, shown: Iterable[Difference]) -> Iterator[Culprit]:
    """Yield the effects that caused what is shown, in the order in which they were announced."""
    blamed: dict[str, list[tuple[str, Because]]] = {}
    for one in shown:
        for because in one.causes:
            if because.effect:
                key = _key(directory, because.effect)
                blamed.setdefault(key, []).append((one.measure, because))
    found = [_culprit(directory, key, group) for key, group in blamed.items()]
    yield from sorted(found, key=lambda one: (one.announced_on, one.act.id, one.key))


def _culprit(directory: Directory, key: str, blamed: Sequence[tuple[str, Because]]) -> Culprit:
    effects = dict.fromkeys(because.effect or "" for _, because in blamed)
    records = [directory.register.effects[effect].record for effect in effects]
    first = records[0]
    zone_name = directory.zone(first.affecting)
    announced = begins_at(parse_when(first.announced_at), zone_name)
    sentences = (quote for record in records for quote in quotes(directory, record))
    return Culprit(
        key=key,
        kind=first.kind,
        act=directory.instrument(first.affecting),
        announced_on=legal_day(instant_of(announced), zone_name),
        from_=day_or_none(day_ordinal(first.from_, zone_name)),
        through=day_or_none(day_ordinal(first.through, zone_name)),
        causes=tuple(dict.fromkeys(because.cause for _, because in blamed)),
        measures=len({measure for measure, _ in blamed}),
        quotes=tuple(dict.fromkeys(sentences))[:_QUOTES],
        by=accepted_by(directory, next(iter(effects))),
        withdrawn=_withdrawn(directory, first),
    )


def _withdrawn(directory: Directory, record: Effect) -> str | None:
    """Return why an effect was withdrawn, as far as that was recorded by then."""
    return next(
        (
            item.record.reason
            for item in directory.register.retractions
            if item.record.effect == record.id and item.at < directory.recorded_before
        ),
        None,
    )
