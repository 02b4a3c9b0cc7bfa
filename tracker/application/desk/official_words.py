"""Where may the official word stand that a verification task waits for?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tracker.application.answers.query import Queries
from tracker.application.library import Library
from tracker.domain.days import begins_at, instant_of, legal_day, microseconds, parse_when
from tracker.domain.facts import SourceAdded
from tracker.domain.identifiers import instrument_of
from tracker.projection.register import Register
from tracker.projection.sources import RULE_MAKING
from tracker.projection.upcoming import VerificationTask


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeWord:
    """An announcement of somebody official, since the lapse, that names what ran out.

    ``names`` is the act that it names; ``published_on`` is a day in the zone of its source.
    """

    task: str
    announcement: str
    names: str
    published_on: str
    title: str | None


def official_words(library: Library, queries: Queries, *, now: datetime) -> tuple[MaybeWord, ...]:
    """Return what a person should read before closing the open tasks, the oldest first."""
    states = library.source_states(before=microseconds(now) + 1)
    sources = {
        state.source.id: state.source for state in states if state.source.authority in RULE_MAKING
    }
    with library.reading() as register:
        said = tuple(one for one in _said(register, sources) if one.names)
    if not said:  # the tasks of a large log cost more than what was said
        return ()
    tasks = queries.upcoming(queries.clocks(), days=0).tasks
    found = {
        MaybeWord(
            task=task.task, announcement=one.id, names=act, published_on=one.day, title=one.title
        )
        for task in tasks
        for one in said
        if one.day >= task.due_on.isoformat()
        for act in sorted(one.names & _acts(task))[:1]
    }
    return tuple(sorted(found, key=lambda item: (item.published_on, item.announcement, item.task)))


@dataclass(frozen=True, slots=True)
class _Said:
    id: str
    day: str
    title: str | None
    names: frozenset[str]


def _said(register: Register, sources: Mapping[str, SourceAdded]) -> Iterator[_Said]:
    """Yield what the sources published, with its day in their zone and the acts that it names."""
    for id, readings in register.readings.items():
        held = register.announcements.get(id)
        source = sources.get(held.record.source) if held else None
        if held is None or source is None or held.record.published_at is None:
            continue
        begins = begins_at(parse_when(held.record.published_at), source.timezone)
        day = legal_day(instant_of(begins), source.timezone)
        names = frozenset(mention.instrument for mention in readings[-1].record.mentions)
        yield _Said(id, day.isoformat(), held.record.title, names)


def _acts(task: VerificationTask) -> frozenset[str]:
    return frozenset({instrument_of(task.affecting), *map(instrument_of, task.measures)})
