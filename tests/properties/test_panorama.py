"""The compiled rule set gives the answers of the plain fold, on any day, under any clocks."""

from hypothesis import given
from hypothesis import strategies as st

from tests.properties import logs
from tests.properties.logs import Case
from tests.properties.test_laws import asked, laws, register_of
from tracker.domain.questions import Question
from tracker.projection.answering import answer
from tracker.projection.panorama import Panorama


@laws
@given(logs.cases(), st.booleans())
def test_the_compiled_set_agrees_with_single_answers(case: Case, complete: bool) -> None:
    register = register_of(case.log)
    measures = register.measure_ids()
    panorama = Panorama(register.dossier(measure) for measure in measures)
    if complete:
        panorama.complete()
    clocks = asked(case.question).clocks
    for found in panorama.answers(clocks):
        question = Question(measure=found.measure, clocks=clocks)
        expected = answer(register.dossier(found.measure), question)
        assert found == expected
        assert found.grounds() == expected.grounds()
