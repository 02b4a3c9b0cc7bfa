"""Do the laws of the contract hold, and does the fold agree with a naive reading of it?

``TRACKER_PROPERTY_EXAMPLES`` says how many random logs each law is tried on (continuous
integration: 2,000).
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from tracker.domain.questions import Answer, Clocks, Question, Reason
from tracker.errors import UnknownMeasure
from tracker.projection.answering import answer
from tracker.projection.register import Register

from . import logs, naive
from .logs import AFTER_ALL, MEASURES, Case, Line, Recorded

DAY = timedelta(days=1)

laws = settings(
    max_examples=int(os.environ.get("TRACKER_PROPERTY_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def written(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def register_of(log: Iterable[tuple[Line, datetime]]) -> Register:
    register = Register()
    for line, recorded in log:
        register.record(line, recorded_at=written(recorded))
    return register


def asked(question: naive.Question) -> Question:
    return Question(
        measure=question.measure,
        clocks=Clocks(
            now=question.now,
            on=question.on,
            announced_by=question.announced_by,
            recorded_by=question.recorded_by,
        ),
        party=question.party,
    )


def told(log: Iterable[tuple[Line, datetime]], question: naive.Question) -> Answer:
    return answer(register_of(log).dossier(question.measure), asked(question))


def essence(result: Answer) -> Mapping[str, Any]:
    """The part of an answer that the naive fold gives as well."""
    return {
        "status": result.status.value,
        "never_in_force": result.never_in_force,
        "certainty": None if result.certainty is None else result.certainty.value,
        "since": result.since,
        "through": result.through,
        "next": None if result.next is None else (result.next.on, result.next.status.value),
        "terms": dict(result.terms),
    }


def show(log: Recorded) -> None:
    """Print the log of a failing example, one record a line."""
    for line, recorded in log:
        note(f"{written(recorded)} {line}")


def last_recorded(log: Recorded) -> datetime:
    return max(recorded for _, recorded in log)


def at_present(question: naive.Question) -> naive.Question:
    """The same question with the recorded clock at a now that is later than every record."""
    return replace(question, recorded_by=None, now=AFTER_ALL)


# --- the naive fold -------------------------------------------------------------------------


@laws
@given(logs.cases())
def test_the_answer_agrees_with_the_naive_fold(case: Case) -> None:
    show(case.log)
    assert essence(told(case.log, case.question)) == naive.answer(case.log, case.question)


@laws
@given(logs.logs(), st.sampled_from((*MEASURES, logs.UNRECORDED, "xx/y#1")))
def test_only_a_measure_that_no_record_names_is_an_error(log: Recorded, measure: str) -> None:
    show(log)
    register = register_of(log)
    if naive.named(log, measure):
        register.dossier(measure)
    else:
        with pytest.raises(UnknownMeasure):
            register.dossier(measure)


@laws
@given(logs.cases())
def test_no_day_in_a_question_means_the_legal_day_of_its_now(case: Case) -> None:
    show(case.log)
    question = case.question
    here = naive.Sight(case.log, question).zone
    today = replace(question, on=question.now.astimezone(here).date())
    open_question = asked(today)
    open_question = replace(open_question, clocks=replace(open_question.clocks, on=None))
    dossier = register_of(case.log).dossier(question.measure)
    assert answer(dossier, open_question) == told(case.log, today)


# --- corners that random logs seldom reach --------------------------------------------------

MEASURE: Line = {"type": "measure", "id": "a#1", "terms": {"k": 0}}
IMPOSED: Line = {
    "type": "effect",
    "id": "term",
    "kind": "impose",
    "affecting": "a",
    "affected": ["a#1"],
    "from": "2025-11-01",
    "through": "2025-11-05",
    "announced_at": "2025-10-01",
}
OPEN: Line = {**IMPOSED, "through": None}
WORD: Line = {"type": "verification", "effect": "term", "outcome": "lapsed"}
AMENDED: Line = {**OPEN, "kind": "amend", "announced_at": "2025-10-02"}
BEIJING: Line = {"type": "instrument", "id": "a", "timezone": "Asia/Shanghai"}
MORNING = datetime(2025, 10, 1, 20, tzinfo=UTC)  # already the second of October in Beijing

CORNERS: dict[str, tuple[list[Line], dict[str, Any]]] = {
    "the last day is unclear in its own record": (
        [{**IMPOSED, "through": {"value": "2025-11-05", "boundary": "unclear"}}],
        {"on": date(2025, 11, 5)},
    ),
    "official word on the day of the turn": ([IMPOSED, {**WORD, "announced_at": "2025-11-06"}], {}),
    "official word before the turn": ([IMPOSED, {**WORD, "announced_at": "2025-11-05"}], {}),
    "official word that is not public yet": (
        [IMPOSED, {**WORD, "announced_at": "2025-11-08"}],
        {"announced_by": date(2025, 11, 7)},
    ),
    "official word at the bound": (
        [IMPOSED, {**WORD, "announced_at": "2025-11-08"}],
        {"announced_by": datetime(2025, 11, 8, tzinfo=UTC)},
    ),
    "a lapse on the day that the clock reaches": (
        [IMPOSED],
        {"on": date(2025, 11, 6), "announced_by": datetime(2025, 11, 6, tzinfo=UTC)},
    ),
    "a revived term that lapses": (
        [
            {**IMPOSED, "id": "1", "through": "2025-11-02"},
            {**IMPOSED, "id": "2", "kind": "revive", "announced_at": "2025-10-02"},
        ],
        {},
    ),
    "a clock later than now": (
        [{**IMPOSED, "announced_at": "2025-11-20"}],
        {"announced_by": date(2025, 12, 1), "now": datetime(2025, 11, 10, tzinfo=UTC)},
    ),
    "an instant later than now": (
        [{**IMPOSED, "announced_at": "2025-11-20"}],
        {
            "announced_by": datetime(2025, 12, 1, tzinfo=UTC),
            "now": datetime(2025, 11, 10, tzinfo=UTC),
        },
    ),
    "amendments that take effect on one day": (
        [
            OPEN,
            {**AMENDED, "id": "z", "terms": {"k": 1}},
            {**AMENDED, "id": "y", "terms": {"k": 2}, "announced_at": "2025-10-03"},
            {
                **AMENDED,
                "id": "x",
                "terms": {"k": 3},
                "from": "2025-10-30",
                "announced_at": "2025-10-04",
            },
        ],
        {},
    ),
    "two repeals": (
        [
            OPEN,
            {**OPEN, "id": "1", "kind": "repeal", "announced_at": "2025-10-02"},
            {
                **OPEN,
                "id": "2",
                "kind": "repeal",
                "from": "2025-11-09",
                "announced_at": "2025-10-03",
            },
            {
                **OPEN,
                "id": "3",
                "kind": "revive",
                "from": "2025-11-20",
                "announced_at": "2025-10-04",
            },
        ],
        {"on": date(2025, 11, 8)},
    ),
    "a zone recorded after the clock": (
        [OPEN, BEIJING],
        {"recorded_by": MORNING + 30 * DAY, "announced_by": datetime(2025, 9, 30, 16, tzinfo=UTC)},
    ),
}


@pytest.mark.parametrize("corner", CORNERS)
def test_a_seldom_corner_agrees_with_the_naive_fold(corner: str) -> None:
    lines, clocks = CORNERS[corner]
    log = [
        (line, MORNING + (60 * DAY if line["type"] == "instrument" else 0 * DAY))
        for line in (MEASURE, *lines)
    ]
    question = replace(naive.Question(measure="a#1", on=date(2025, 11, 7), now=AFTER_ALL), **clocks)
    assert essence(told(log, question)) == naive.answer(log, question)


# --- law 1: permutation ---------------------------------------------------------------------


def without_acceptance(result: Answer) -> tuple[Answer, tuple[Reason, ...]]:
    """Leave out when a reason was accepted: that is the recorded time itself."""
    return result, tuple(replace(reason, accepted_at=None) for reason in result.because)


@laws
@given(logs.cases(corrects=False), st.data())
def test_the_order_of_recording_never_changes_the_present_answer(
    case: Case, data: st.DataObject
) -> None:
    show(case.log)
    shuffled = data.draw(st.permutations([line for line, _ in case.log]))
    moments = sorted(data.draw(logs.instants) for _ in shuffled)
    question = at_present(case.question)
    one, other = told(case.log, question), told(zip(shuffled, moments, strict=True), question)
    assert without_acceptance(other) == without_acceptance(one)


# --- law 2: prefix --------------------------------------------------------------------------


def zones_kept(log: Recorded, prefix: Recorded) -> Recorded:
    """Add to a prefix the instruments first recorded after it: zone and authority always count."""
    seen = {line["id"] for line, _ in prefix if line["type"] == "instrument"}
    for line, recorded in log[len(prefix) :]:
        if line["type"] == "instrument" and line["id"] not in seen:
            seen.add(line["id"])
            prefix = [*prefix, (line, recorded)]
    return prefix


@laws
@given(logs.cases())
def test_the_answer_at_a_recorded_clock_is_a_fold_of_what_was_recorded_by_then(case: Case) -> None:
    show(case.log)
    bound = naive.Sight(case.log, case.question).recorded_by
    known = [(line, recorded) for line, recorded in case.log if recorded <= bound]
    known = zones_kept(case.log, known)
    assume(naive.named(known, case.question.measure))
    assert told(known, case.question) == told(case.log, case.question)


@laws
@given(logs.cases())
def test_the_answer_at_an_announced_clock_is_a_fold_of_what_was_announced_by_then(
    case: Case,
) -> None:
    show(case.log)
    sight = naive.Sight(case.log, case.question)

    def public(line: Line) -> bool:
        if line["type"] == "effect":
            zone = naive.zone_of(sight.instrument(line["affecting"]))
        elif line["type"] == "verification":
            zone = sight.zone
        else:
            return True
        return naive.announced(line, zone) <= sight.announced_by

    known = [(line, recorded) for line, recorded in case.log if public(line)]
    assume(naive.named(known, case.question.measure))
    assert told(known, case.question) == told(case.log, case.question)


@laws
@given(logs.cases(), st.data())
def test_what_is_recorded_later_changes_no_earlier_answer(case: Case, data: st.DataObject) -> None:
    show(case.log)
    bound = naive.Sight(case.log, case.question).recorded_by
    later = max(last_recorded(case.log), bound) + DAY
    known = {line["id"] for line, _ in case.log if line["type"] == "instrument"}
    more = [
        (line, later)
        for line, _ in data.draw(logs.logs(corrects=False))
        if line["type"] != "instrument" or line["id"] in known
    ]
    fixed = replace(case.question, recorded_by=bound)
    ours = [
        ({**line, "id": f"later-{n}"} if line["type"] == "effect" else line, at)
        for n, (line, at) in enumerate(more)
    ]
    ours = [
        ({**line, "corrects": True} if line["type"] in ("instrument", "measure") else line, at)
        for line, at in ours
    ]
    assert told([*case.log, *ours], fixed) == told(case.log, fixed)


# --- law 4: locality ------------------------------------------------------------------------


@laws
@given(logs.cases(), st.data())
def test_an_effect_on_one_measure_changes_no_other(case: Case, data: st.DataObject) -> None:
    show(case.log)
    others = [name for name in (*MEASURES, logs.UNRECORDED) if name != case.question.measure]
    effect = data.draw(logs.effects(others))
    effect["affected"] = [data.draw(st.sampled_from(others))]
    recorded = last_recorded(case.log)
    assert told([*case.log, (effect, recorded)], case.question) == told(case.log, case.question)


# --- law 5: continuity ----------------------------------------------------------------------


@laws
@given(logs.cases())
def test_stretches_cover_every_day_once_and_neighbours_differ(case: Case) -> None:
    show(case.log)
    dossier = register_of(case.log).dossier(case.question.measure)

    def at(day: date) -> Answer:
        return answer(dossier, asked(replace(case.question, on=day)))

    day = logs.ANCHOR - (logs.REACH + 5) * DAY
    here = at(day)
    assert here.since is None
    ever_in_force = False
    while True:
        ever_in_force = ever_in_force or here.status == "in_force"
        assert here.never_in_force == (not ever_in_force)
        if here.through is None:
            assert here.next is None
            break
        assert here.through >= day
        if here.through > day:  # one stretch has one beginning and one end
            inside = at(here.through)
            assert (inside.status, inside.since) == (here.status, here.since)
            assert (inside.through, inside.next) == (here.through, here.next)
        day = here.through + DAY
        following = at(day)
        assert here.next is not None
        assert (here.next.on, here.next.status) == (day, following.status)
        assert following.since == day
        assert following.status != here.status
        here = following


# --- law 6: retraction ----------------------------------------------------------------------


@laws
@given(logs.cases(), st.data())
def test_a_retracted_effect_leaves_the_present_as_if_it_had_never_been_and_the_past_as_it_was(
    case: Case, data: st.DataObject
) -> None:
    show(case.log)
    end = last_recorded(case.log)
    names = logs.named_measures(case.log)
    effect = data.draw(logs.effects(names))
    effect["id"] = "a mistake"
    mistake = (effect, end + DAY)
    repair: tuple[Line, datetime]
    repair = ({"type": "retract", "effect": "a mistake", "reason": "misread"}, end + 3 * DAY)
    full = [*case.log, mistake, repair]

    present = at_present(case.question)
    assert told(full, present) == told(case.log, present)
    assert told([*case.log, repair, mistake], present) == told(case.log, present)
    between = replace(present, recorded_by=end + 2 * DAY)
    assert told(full, between) == told([*case.log, mistake], between)
    before = replace(present, recorded_by=end)
    assert told(full, before) == told(case.log, before)


# --- law 7: idempotence ---------------------------------------------------------------------


@laws
@given(logs.cases(), st.data())
def test_the_same_records_once_more_change_no_answer(case: Case, data: st.DataObject) -> None:
    show(case.log)
    again = data.draw(st.lists(st.sampled_from([line for line, _ in case.log]), min_size=1))
    later = last_recorded(case.log) + data.draw(st.sampled_from((timedelta(0), DAY)))
    twice = [*case.log, *((line, later) for line in again)]
    assert told(twice, case.question) == told(case.log, case.question)
    present = at_present(case.question)
    assert told(twice, present) == told(case.log, present)
