"""Whatever comes, is what was compiled before it and renewed equal to what is compiled at once?"""

from hypothesis import given
from hypothesis import strategies as st

from tests.properties import logs
from tests.properties.logs import Case
from tests.properties.test_laws import asked, laws, written
from tracker.application.compiling import compiled, renewed
from tracker.projection.register import Register


@laws
@given(logs.cases(), st.data())
def test_a_renewed_set_is_the_one_that_is_compiled_at_once(case: Case, data: st.DataObject) -> None:
    places = st.integers(0, len(case.log))
    stops = sorted(data.draw(st.lists(places, min_size=1, max_size=4)))
    register = Register()
    panorama = compiled(register)
    done = 0
    for stop in (*stops, len(case.log)):
        for line, recorded in case.log[done:stop]:
            register.record(line, recorded_at=written(recorded))
        done = max(done, stop)
        panorama = renewed(panorama, register)

    clocks = asked(case.question).clocks
    found = list(panorama.answers(clocks))
    expected = list(compiled(register).answers(clocks))
    assert found == expected
    assert [one.grounds() for one in found] == [one.grounds() for one in expected]
