"""What does a bar of the timeline show, by its pattern, its print and its words?"""

from datetime import date

import pytest

from tracker.application.charts.chart import Bar
from tracker.digests.lines import MeasureRef
from tracker.domain.questions import Certainty, Status
from tracker.projection.courses import Course, Piece
from tracker.projection.dated import FOREVER
from tracker.rendering.loading import Templates
from tracker.rendering.pages.bars.drawn import LANES, bar_view
from tracker.rendering.pages.bars.scale import Scale
from tracker.rendering.pages.bars.told import course_told, standing
from tracker.rendering.words import Words

SCALE = Scale(date(2025, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(Templates().words(), "en")


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def piece(
    start: str, end: str | None, status: Status, certainty: Certainty = Certainty.CONFIRMED
) -> Piece:
    return Piece(day(start), day(end) if end else FOREVER, status, certainty)


def bar(*pieces: Piece, name: str = "I", was: Course | None = None, turns: str = "") -> Bar:
    measure = MeasureRef(
        id=f"xx/1#{name}", provision=name, title=None, requirement=None, summary=None
    )
    run = Course(pieces, (day(turns),) if turns else ())
    return Bar(measure=measure, course=run, was=was)


SUSPENDED = (
    piece("2025-10-09", "2025-11-07", Status.PENDING),
    piece("2025-11-07", "2026-03-01", Status.SUSPENDED),
    piece("2026-03-01", "2026-11-11", Status.SUSPENDED, Certainty.PROJECTED),
    piece("2026-11-11", None, Status.IN_FORCE, Certainty.PROJECTED),
)


def test_each_piece_has_the_pattern_of_its_status_and_a_hatch_where_it_may_change(
    words: Words,
) -> None:
    [lane] = bar_view(words, SCALE, "No. 1", [bar(*SUSPENDED)]).lanes
    looks = [(one.look, one.sure) for one in lane.strokes]
    assert looks == [
        ("pending", None),
        ("suspended", None),
        ("suspended", "projected"),
        ("in-force", "projected"),
    ]
    assert sum(float(one.width.rstrip("%")) for one in lane.strokes) == pytest.approx(61.5, abs=0.3)


def test_a_run_of_one_status_is_printed_once_with_its_last_day(words: Words) -> None:
    [lane] = bar_view(words, SCALE, "No. 1", [bar(*SUSPENDED)]).lanes
    printed = [one.text for one in lane.strokes if one.text]
    assert printed.count("suspended to 10 Nov 2026") == 1
    assert not any(text.startswith("pending") for text in printed)  # it has no room


def test_the_words_say_the_whole_course_with_first_and_last_days(words: Words) -> None:
    told = bar_view(words, SCALE, "No. 1", [bar(*SUSPENDED)]).told
    assert told == (
        "pending 9 October 2025 to 6 November 2025; suspended 7 November 2025 to "
        "10 November 2026; in force (Scheduled, may change) from 11 November 2026."
    )


def test_what_is_not_verified_says_so_in_print_and_words(words: Words) -> None:
    run = bar(
        piece("2025-02-01", "2025-11-11", Status.SUSPENDED),
        piece("2025-11-11", "2026-09-01", Status.IN_FORCE, Certainty.UNVERIFIED),
        piece("2026-09-01", None, Status.IN_FORCE, Certainty.PROJECTED),
    )
    view = bar_view(words, SCALE, "No. 1", [run])
    texts = [one.text for one in view.lanes[0].strokes if one.text]
    assert "in force (NOT VERIFIED)" in texts
    assert all("NOT VERIFIED" in text for text in texts if "in force" in text)
    assert "in force (NOT VERIFIED) 11 November 2025 to 31 August 2026" in view.told
    assert standing(words, run.course, date(2026, 1, 1)) == "in force (NOT VERIFIED)"
    assert standing(words, run.course, date(2026, 10, 1)) == "in force (scheduled)"


def test_different_courses_of_an_instrument_stand_in_lanes_of_their_own(words: Words) -> None:
    other = bar(piece("2025-10-09", None, Status.IN_FORCE), name="II")
    view = bar_view(words, SCALE, "No. 1", [bar(*SUSPENDED), other, bar(*SUSPENDED, name="III")])
    assert len(view.lanes) == 2
    assert view.told.startswith("I, III: pending")
    assert "II: in force from 9 October 2025." in view.told
    assert view.lanes[0].y + view.lanes[0].height <= view.lanes[1].y


def test_more_courses_than_there_are_lanes_are_still_told(words: Words) -> None:
    bars = [bar(piece(f"2025-0{n}-01", None, Status.IN_FORCE), name=str(n)) for n in range(1, 7)]
    view = bar_view(words, SCALE, "No. 1", bars)
    assert len(view.lanes) == LANES
    assert all(f"{n}: in force" in view.told for n in range(1, 7))


def test_a_bar_that_moved_shows_thinly_what_it_was(words: Words) -> None:
    was = Course((piece("2025-10-09", None, Status.IN_FORCE),))
    view = bar_view(words, SCALE, "No. 1", [bar(*SUSPENDED, was=was)])
    assert [one.look for one in view.lanes[0].was] == ["in-force"]
    assert view.lanes[0].was_y >= view.lanes[0].y + view.lanes[0].height
    assert "as known the day before: in force from 9 October 2025" in view.told
    new = bar_view(words, SCALE, "No. 1", [bar(*SUSPENDED, was=Course())])
    assert "not known the day before" in new.told


def test_changed_terms_are_a_notch_on_the_bar(words: Words) -> None:
    run = bar(piece("2025-02-01", None, Status.IN_FORCE), turns="2025-07-15")
    view = bar_view(words, SCALE, "No. 1", [run])
    assert len(view.lanes[0].notches) == 1
    assert "terms change on 15 July 2025" in view.told


def test_what_ended_is_a_line_without_a_hatch(words: Words) -> None:
    run = bar(
        piece("2025-02-01", "2025-08-12", Status.IN_FORCE),
        piece("2025-08-12", None, Status.REPEALED, Certainty.PROJECTED),
    )
    last = bar_view(words, SCALE, "No. 1", [run]).lanes[0].strokes[-1]
    assert (last.look, last.sure) == ("ended", None)


def test_a_course_of_one_day_says_that_day(words: Words) -> None:
    run = Course((piece("2025-02-01", "2025-02-02", Status.IN_FORCE),))
    assert course_told(words, run) == "in force on 1 February 2025"


def test_chinese_bars_are_told_in_chinese() -> None:
    chinese = Words(Templates().words(), "zh")
    told = bar_view(chinese, SCALE, "第1号", [bar(*SUSPENDED)]).told
    assert "2025年11月7日至2026年11月10日暂停实施" in told
