"""What was announced on a day that moves bars: by which act, on which measures?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tracker.application.charts.chart import Deed
from tracker.digests.acts import day_or_none, last_day, line_key
from tracker.digests.grounds import quotes
from tracker.digests.lines import Part
from tracker.digests.naming import Directory
from tracker.domain.days import begins_at, end_of_day, parse_when, start_of_day
from tracker.domain.identifiers import instrument_of
from tracker.domain.records import Verification
from tracker.projection.dated import DatedEffect
from tracker.projection.dossier import View
from tracker.projection.panorama import Compiled

Touched = Sequence[tuple[Compiled, View]]
_QUOTES = 2


def deeds(directory: Directory, touched: Touched, *, day: date) -> tuple[Deed, ...]:
    """Tell what was announced on a legal day; alike effects of one act are one deed."""
    effects: dict[tuple[object, ...], list[tuple[Compiled, DatedEffect]]] = {}
    for item, view in touched:
        for effect in _announced(item, view, day):
            effects.setdefault(line_key(effect), []).append((item, effect))
    found = [_deed(directory, group) for group in effects.values()]
    return (*found, *_words_given(directory, touched, day))


def _announced(item: Compiled, view: View, day: date) -> Iterator[DatedEffect]:
    begins, ends = start_of_day(day, view.zone_name), end_of_day(day, view.zone_name)
    return (effect for effect in item.effects(view) if begins <= effect.announced < ends)


def _deed(directory: Directory, group: Sequence[tuple[Compiled, DatedEffect]]) -> Deed:
    effect = group[0][1]
    effects = {one.id: one.record for _, one in group}
    sentences = (quote for record in effects.values() for quote in quotes(directory, record))
    return Deed(
        act=directory.instrument(effect.record.affecting),
        kind=effect.kind,
        parts=parts_of(directory, (item for item, _ in group)),
        from_=day_or_none(effect.start),
        through=last_day(effect),
        quotes=tuple(dict.fromkeys(sentences))[:_QUOTES],
    )


def parts_of(directory: Directory, items: Iterable[Compiled]) -> tuple[Part, ...]:
    """Name measures by their instruments."""
    homes: dict[str, list[Compiled]] = {}
    for item in items:
        homes.setdefault(item.instrument, []).append(item)
    return tuple(
        Part(
            instrument=directory.instrument(home),
            measures=tuple(
                directory.part(item.id, item.dossier.versions[-1].record, item.terms)
                for item in group
            ),
        )
        for home, group in homes.items()
    )


def _words_given(directory: Directory, touched: Touched, day: date) -> Iterator[Deed]:
    """Tell the official word on lapses that was announced on the day."""
    found: dict[str, tuple[Verification, list[Compiled]]] = {}
    for item, view in touched:
        begins, ends = start_of_day(day, view.zone_name), end_of_day(day, view.zone_name)
        ends = min(ends, view.announced_before)
        for held in item.dossier.verifications:
            record = held.record
            at = begins_at(parse_when(record.announced_at), view.zone_name)
            if begins <= at < ends and held.at < view.recorded_before:
                found.setdefault(record.id or "", (record, []))[1].append(item)
    for record, items in found.values():
        effect = next(
            (one.record for item in items for one in item.dossier.effects
             if one.record.id == record.effect), None,
        )  # fmt: skip
        yield Deed(
            act=directory.instrument(effect.affecting if effect else instrument_of(items[0].id)),
            kind=record.outcome,
            parts=parts_of(directory, items),
            verified=True,
            quotes=tuple(quotes(directory, record))[:_QUOTES],
        )
