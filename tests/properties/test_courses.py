"""The pieces of a timeline say of each day what the plain question says of it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given

from tests.properties import logs
from tests.properties.logs import Case
from tests.properties.test_laws import asked, laws, register_of
from tracker.domain.questions import Question
from tracker.projection.answering import answer
from tracker.projection.courses import course
from tracker.projection.dated import FOREVER
from tracker.projection.dossier import view_on
from tracker.projection.panorama import Panorama


@laws
@given(logs.cases())
def test_a_course_agrees_with_the_answer_of_each_day(case: Case) -> None:
    register = register_of(case.log)
    panorama = Panorama(register.dossier(measure) for measure in register.measure_ids())
    clocks = asked(case.question).clocks
    for compiled in panorama.measures:
        run = course(compiled, view_on(compiled.dossier, clocks))
        edges = {edge for piece in run.pieces for edge in (piece.start, piece.end - 1)}
        asked_day = (clocks.on or clocks.now.date()).toordinal()
        for ordinal in sorted({*edges, asked_day} - {FOREVER - 1}):
            day = date.fromordinal(max(ordinal, 1))
            question = Question(measure=compiled.id, clocks=replace(clocks, on=day))
            expected = answer(register.dossier(compiled.id), question)
            found = run.at(day.toordinal())
            assert (found.status if found else "unknown") == expected.status
            assert (found.certainty if found else None) == expected.certainty


@laws
@given(logs.cases())
def test_the_pieces_of_a_course_meet_and_differ(case: Case) -> None:
    register = register_of(case.log)
    panorama = Panorama(register.dossier(measure) for measure in register.measure_ids())
    clocks = asked(case.question).clocks
    for compiled in panorama.measures:
        pieces = course(compiled, view_on(compiled.dossier, clocks)).pieces
        for one, other in pairwise(pieces):
            assert one.end == other.start
            assert (one.status, one.certainty) != (other.status, other.certainty)
