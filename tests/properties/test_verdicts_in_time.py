"""Does a check say of a rule what a naive reading of its days says, day by day?

The product is caught by the goods of the rule; only the days decide. What a naive reader expects is
worked out from the second fold of `tests.properties.naive`, a day at a time.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import msgspec
from hypothesis import given, note

from tests.screened import product, words
from tracker.domain.questions import Answer, Status
from tracker.projection.answering import answer
from tracker.projection.panorama import Compiled
from tracker.projection.screening.product import Product
from tracker.projection.screening.screen import Screen

from . import naive
from .logs import Case, Recorded, cases
from .naive import DAY, Fold, Sight
from .test_laws import asked, laws, register_of, show

CAUGHT = {"requirement": "licence", "elements": ["Dy"]}
NOT_CAUGHT = "not_caught_by_tracked_rules"


@laws
@given(cases())
def test_a_verdict_is_that_of_a_reader_who_looks_at_every_day(case: Case) -> None:
    show(case.log)
    note(f"{case.question}")
    assert told(case.log, case.question) == expected(case.log, case.question)


def told(log: Recorded, question: naive.Question) -> str:
    """The verdict of the product check, of one rule and one end user."""
    dossier = register_of(log).dossier(question.measure)
    names = {name for line, _ in log for name in line.get("parties") or ()}
    plain = replace(asked(question), party=None)
    general = answer(dossier, plain)
    own = {name: _caught(answer(dossier, replace(plain, party=name))) for name in names}
    known = general.rule and general.status is not Status.UNKNOWN
    screen = Screen(
        [_caught(general)] if known else [],
        words(),
        tracked=["CN"],
        narrowed={question.measure: own} if general.rule else {},
        undated=[question.measure] if Compiled(dossier).undated else [],
    )
    return screen.check(_product(question.party)).verdict.value


@cache
def _product(party: str | None) -> Product:
    return product(elements=["Dy"], end_user=party or "Somebody else entirely")


def _caught(found: Answer) -> Answer:
    return msgspec.structs.replace(found, terms=CAUGHT, jurisdiction="CN")


def expected(log: Recorded, question: naive.Question) -> str:
    """What a reader says who folds the effects naively and looks at one day after the other."""
    sight = Sight(log, question)
    measure = sight.measure()
    if measure is None or measure.get("rule") is False:
        return NOT_CAUGHT
    fold = Fold(sight.effects(), measure.get("terms") or {})
    found = naive.answer(log, question)
    certainty, turned = found["certainty"], found["since"]
    as_reported = _in_time(fold, question.on)
    if certainty == "reported":
        firm = [one for one in fold.effects if one.authority not in ("press", "commentary")]
        said = _in_time(Fold(firm, fold.base), question.on)
        doubtful = said == NOT_CAUGHT and as_reported != NOT_CAUGHT
        return "cannot_say" if doubtful else said
    if as_reported != NOT_CAUGHT:
        return as_reported
    if certainty == "disputed":
        return "cannot_say" if _read_otherwise_in_force(fold, question.on) else NOT_CAUGHT
    if certainty == "unverified":
        before = fold.status(turned - DAY) if turned else None
        return "cannot_say" if before == "in_force" else NOT_CAUGHT
    return NOT_CAUGHT


def _in_time(fold: Fold, on: date) -> str:
    """What the known days say: those behind the day, and those if suspensions were lifted."""
    if fold.status(on) == "in_force":
        return "licence"
    later = _days_behind(fold, on)
    if _first(later, fold.status) is None and fold.status(on) == "unknown":
        return NOT_CAUGHT
    lifted = Fold(_without_open_suspensions(fold), fold.base)
    firsts = [_first(later, fold.status), _first(later, lifted.status)]
    for first in firsts:
        held = first and all(fold.status(day) == "suspended" for day in _between(on, first))
        if held:
            return "caught_if_suspension_ends"
    waits = any(
        run.start is None
        and run.cut is None
        and any((run.end is None or day <= run.end) and not lifted.suspended(day) for day in later)
        for run in fold.runs
    )
    if firsts[0] or waits:
        return "caught_later"
    return "caught_if_suspension_ends" if firsts[1] else NOT_CAUGHT


def _without_open_suspensions(fold: Fold) -> list[naive.Effect]:
    """Leave out what suspends until further notice, unless somebody has set its end since."""
    ends = [n for n, one in enumerate(fold.effects) if one.kind == "resume" and one.start]
    return [
        one
        for n, one in enumerate(fold.effects)
        if one.kind != "suspend" or one.end is not None or any(end > n for end in ends)
    ]


def _days_behind(fold: Fold, on: date) -> list[date]:
    said = [day for one in fold.effects for day in (one.start, one.end) if day is not None]
    last = max([on, *said]) + 3 * DAY
    return [on + n * DAY for n in range(1, (last - on).days + 1)]


def _between(first: date, end: date) -> list[date]:
    return [first + n * DAY for n in range((end - first).days)]


def _first(days: list[date], status: Callable[[date], str]) -> date | None:
    return next((day for day in days if status(day) == "in_force"), None)


def _read_otherwise_in_force(fold: Fold, on: date) -> bool:
    """Put in every other reading of each effect; is the day in force under one of them?"""
    for effect in fold.effects:
        others = [replace(effect, start=start, end=end) for start, end in effect.readings]
        if effect.unclear and effect.end == on:
            others.append(replace(effect, end=on - DAY))
        for other in others:
            read = Fold([other if one is effect else one for one in fold.effects], fold.base)
            if read.status(on) == "in_force":
                return True
    return False
