"""Whom and what is each line of a digest about?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.digests.digest import CorrectionLine, ReportLine
from tracker.digests.filters import Concern
from tracker.digests.lines import (
    ActLine,
    ClaimLine,
    ComingLine,
    DisputeLine,
    InstrumentRef,
    Items,
    Named,
    Part,
    ReviewLine,
    TaskLine,
    TurnLine,
    VerifiedLine,
)
from tracker.digests.naming import Directory
from tracker.digests.survey import Look
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty

Line = (
    TaskLine
    | ReviewLine
    | ActLine
    | TurnLine
    | ComingLine
    | VerifiedLine
    | DisputeLine
    | ClaimLine
    | CorrectionLine
    | ReportLine
)
"""Whatever stands in a section of a digest."""


@dataclass(frozen=True, slots=True)
class Goods:
    """The items of every measure and, together, of every instrument, by id."""

    of: Mapping[str, Items]
    symbols: Mapping[str, frozenset[str]]


def goods_of(directory: Directory, looks: Sequence[Look]) -> Goods:
    """Gather for whom and for what each measure and each instrument matters."""
    homes: dict[str, list[Look]] = {}
    for look in looks:
        homes.setdefault(look.id, []).append(look)
        homes.setdefault(instrument_of(look.id), []).append(look)
    return Goods(
        of={key: directory.items(group) for key, group in homes.items()},
        symbols={
            key: frozenset(one.casefold() for look in group for one in directory.symbols(look))
            for key, group in homes.items()
        },
    )


def concern_of(line: Line, goods: Goods) -> Concern:
    """Return what a line is about, from its acts, its measures and their goods."""
    if isinstance(line, ReviewLine):
        return _concern_of_review(line)
    acts, measures = tuple(_acts(line)), tuple(_measures(line))
    instruments = dict.fromkeys([*(act.id for act in acts), *measures])
    kept = [one for key in _about(line) or instruments if (one := goods.of.get(key))]
    symbols = (goods.symbols.get(key, frozenset()) for key in _about(line) or instruments)
    values = {
        "issuer": _names(named for act in acts for named in act.issuers),
        "jurisdiction": _names(act.jurisdiction for act in acts if act.jurisdiction),
        "instrument": _folded(instruments),
        "element": _names(named for items in kept for named in items.elements).union(*symbols),
        "code": _folded(code for items in kept for code in items.control_codes),
        "hs": _folded(code for items in kept for code in items.hs_codes),
        "kind": _folded(_kinds(line)),
        "certainty": _folded(_certainties(line)),
    }
    return Concern(values, " ".join(" ".join(_texts(line, acts)).casefold().split()))


def _concern_of_review(line: ReviewLine) -> Concern:
    """Go by what an announcement touches; nothing of it is certain, and it has no kind."""
    named = [key for key in line.touches if ":" not in key]
    items = [key.partition(":")[2] for key in line.touches if key.startswith(_ITEM_MARKS)]
    values = {
        "jurisdiction": _names([line.jurisdiction] if line.jurisdiction else []),
        "instrument": _folded([*named, *map(instrument_of, named)]),
        "element": _folded(items),
        "code": _folded(items),
        "hs": _folded(items),
    }
    return Concern(values, " ".join([line.title or "", line.summary]).casefold())


_ITEM_MARKS = ("item:", "under:")


def measures_of(line: Line) -> tuple[str, ...]:
    """Return the ids of the measures that a line tells of."""
    return tuple(_measures(line))


def statements_of(line: Line) -> frozenset[str]:
    """Return the records of ours on which a line rests: effects, acts and measures, by id.

    Those of what it says still stands are among them. If one of them turns out wrong, whoever was
    sent the line is told.
    """
    own = (*_effects(line), *(act.id for act in _acts(line)), *_measures(line))
    return frozenset([*own, *_beside(line)])


def _beside(line: Line) -> Iterator[str]:
    """Yield the records on which it rests that other rules still stand."""
    told = line.line if isinstance(line, TurnLine) else line
    for one in told.standing if isinstance(told, ActLine | TaskLine | ComingLine) else ():
        yield one.instrument.id
        yield from (measure.id for measure in one.measures)
        yield from one.effects
        if one.on:
            yield from (stood(measure.id, one.on) for measure in one.measures)


def stood(measure: str, on: date) -> str:
    """Name the statement that a measure still stood on a day."""
    return f"stood:{measure}:{on}"


def _parts(line: Line) -> tuple[Part, ...]:
    if isinstance(line, ClaimLine | CorrectionLine | ReportLine | ReviewLine):
        return ()
    return line.parts


def _acts(line: Line) -> Iterator[InstrumentRef]:
    match line:
        case ClaimLine():
            yield from line.about
        case ReportLine():
            yield from line.names
        case ReviewLine():
            return
        case _:
            yield line.act
            yield from (part.instrument for part in _parts(line))


def _measures(line: Line) -> Iterator[str]:
    yield from (measure.id for part in _parts(line) for measure in part.measures)
    if isinstance(line, CorrectionLine):
        yield from (line.old.affected if line.old else (line.about,))


def _about(line: Line) -> tuple[str, ...]:
    """Return the measures whose goods count, where the line names any: not the whole act's."""
    return tuple(_measures(line))


def _effects(line: Line) -> tuple[str, ...]:
    match line:
        case TurnLine():
            return line.line.effects
        case ActLine():
            return line.effects
        case TaskLine() | ComingLine() | VerifiedLine() | DisputeLine():
            return (line.effect,)
        case CorrectionLine():
            return (line.new.effect,) if line.new else ()
        case _:
            return ()


def _kinds(line: Line) -> tuple[str, ...]:
    match line:
        case TurnLine():
            return (line.line.kind,)
        case ActLine() | TaskLine() | ComingLine():
            return (line.kind,)
        case CorrectionLine():
            return tuple(one.kind for one in (line.old, line.new) if one)
        case _:
            return ()


def _certainties(line: Line) -> tuple[Certainty, ...]:
    match line:
        case TurnLine():
            return (line.line.certainty,)
        case ActLine():
            return (line.certainty,)
        case TaskLine():
            return (Certainty.UNVERIFIED,)
        case DisputeLine():
            return (Certainty.DISPUTED,)
        case ComingLine():
            return (Certainty.PROJECTED,)
        case VerifiedLine():
            return (Certainty.CONFIRMED,)
        case _:
            return ()


def _texts(line: Line, acts: Iterable[InstrumentRef]) -> Iterator[str]:
    for act in acts:
        yield from (text for text in (act.id, act.number, act.number_en) if text)
        yield from act.titles.values()
    for part in _parts(line):
        for measure in part.measures:
            yield from (text for text in (measure.title, measure.summary) if text)
    if isinstance(line, ClaimLine):
        yield from (text for text in (line.text, line.speaker) if text)
    if isinstance(line, ReportLine):
        yield line.title or ""
    grounds = line.grounds if isinstance(line, ActLine | TaskLine | ComingLine) else None
    if grounds:
        yield from (quote.text for quote in grounds.quotes)
        yield from grounds.notes


def _names(things: Iterable[Named]) -> frozenset[str]:
    return _folded(name for thing in things for name in (thing.key, *thing.names.values()))


def _folded(values: Iterable[str]) -> frozenset[str]:
    return frozenset(value.casefold() for value in values)
