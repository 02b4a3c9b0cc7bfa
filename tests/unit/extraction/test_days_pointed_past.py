"""Does a part that is only pointed to, or a licence that is saved, leave an act its own days?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import ENGLISH
from tests.unit.extraction.test_extract import read

POINTS = (
    "2. The export of gallium is prohibited.\n3. The export of indium is prohibited.\n",
    "4. A licence granted under the Announcement revoked by paragraph 1 which is in force "
    "immediately before 4 November 2026 continues to have effect until 31 March 2027.",
    "4. Any permit issued by the Ministry to a trader of the metals listed in the Annex to this "
    "Announcement that has not expired by that day remains valid until 31 March 2027.",
)
OPENINGS = (
    "Except as provided in paragraph (3)",
    "Except as otherwise provided in paragraph (3)",
    "Subject to paragraph (3)",
)


@pytest.mark.parametrize("saving", POINTS[1:])
@pytest.mark.parametrize("opening", OPENINGS)
def test_all_points_begin_with_the_act_and_do_not_end(opening: str, saving: str) -> None:
    start = f"1. {opening}, this Announcement comes into force on 4 November 2026.\n"
    measures = read(ENGLISH.format(start + POINTS[0] + saving)).measures
    days = [(str(one.from_), one.through) for one in measures[:2]]
    assert days == [("2026-11-04", None)] * 2


def test_a_part_that_is_excepted_has_no_day_of_the_act() -> None:
    start = "1. This Announcement, except point 3, comes into force on 4 November 2026.\n"
    measures = read(ENGLISH.format(start + POINTS[0])).measures
    assert [one.from_ is None for one in measures] == [False, True]
