"""Does a digest tell what a lawyer would expect, and nothing as a fact that is none?"""

from datetime import UTC, date, datetime

from tests.golden.digests.small_rulebook import digest, register, week
from tracker.digests.digest import Digest
from tracker.digests.lines import ActLine, ClaimLine, DisputeLine, TaskLine, Turned
from tracker.digests.window import between
from tracker.domain.questions import Certainty, Status


def _announced(made: Digest, act: str) -> ActLine:
    found = [line for line in made.announced if line.act.id == act]
    assert len(found) == 1
    return found[0]


def _measures(line: ActLine | TaskLine) -> set[str]:
    return {measure.id for part in line.parts for measure in part.measures}


def test_number_61_is_told_with_each_of_its_three_starts() -> None:
    lines = [line for line in week("2025-10-12").announced if line.act.id == "cn/mofcom/2025/61"]

    starts = [line.from_ for line in lines]
    assert starts == [date(2025, 10, 9), date(2025, 12, 1), None]
    assert [line.same_act for line in lines] == [False, True, True]
    assert [line.certainty for line in lines][:2] == [Certainty.CONFIRMED, Certainty.PROJECTED]


def test_number_70_is_one_line_that_names_every_notice() -> None:
    line = _announced(week("2025-11-09"), "cn/mofcom/2025/70")

    assert line.kind == "suspend"
    assert (line.from_, line.through) == (date(2025, 11, 7), date(2026, 11, 10))
    assert line.last_day_unclear
    assert {part.instrument.id for part in line.parts} == {
        "cn/mofcom/2025/57",
        "cn/mofcom/2025/61",
        "cn/mofcom/2025/62",
    }


def test_a_suspension_tells_what_still_stands_and_what_does_not() -> None:
    line = _announced(week("2025-11-09"), "cn/mofcom/2025/70")

    assert [one.instrument.id for one in line.standing] == ["cn/mofcom/2025/18"]
    assert [measure.provision for measure in line.standing[0].measures] == ["I", "IV"]
    assert {"Ho", "Eu"} <= {element.key for element in line.not_named}


def test_a_suspension_of_a_paragraph_names_the_rest_of_its_instrument() -> None:
    line = _announced(week("2025-11-09"), "cn/mofcom/2025/72")

    rest = next(one for one in line.standing if one.same_instrument)
    assert {measure.id for measure in rest.measures} == {
        "cn/mofcom/2024/46#1",
        "cn/mofcom/2024/46#liability",
    }


def test_what_never_was_in_force_is_told_with_the_day_it_was_to_start() -> None:
    line = _announced(week("2025-11-09"), "cn/mofcom/2025/70")
    part = next(one for one in line.parts if one.instrument.id == "cn/mofcom/2025/57")

    assert part.never_in_force
    assert part.due == date(2025, 11, 8)
    assert (part.before, part.after) == (Status.PENDING, Status.SUSPENDED)
    assert not any(line.act.id == "cn/mofcom/2025/57" for line in week("2025-11-09").took_effect)


def test_an_act_that_takes_effect_in_its_own_week_is_told_once_in_full() -> None:
    turns = week("2025-10-12").took_effect

    assert {turn.act.id for turn in turns} == {"cn/mofcom/2025/61", "cn/mofcom/2025/62"}
    assert all(turn.told_above for turn in turns)
    assert {turn.turned_on for turn in turns} == {date(2025, 10, 9)}


def test_a_start_that_was_announced_before_is_told_in_full() -> None:
    turns = digest(between(date(2024, 12, 3), until=date(2024, 12, 4))).took_effect
    assert all(turn.told_above for turn in turns)

    later = digest(between(datetime(2024, 12, 2, 17, tzinfo=UTC), until=date(2024, 12, 5)))
    assert not any(turn.told_above for turn in later.took_effect)


def test_an_overdue_lapse_comes_first_and_is_no_ended_suspension() -> None:
    made = week("2026-11-21")
    task = made.needs_action[0]

    assert task.act.id == "cn/mofcom/2025/70"
    assert (task.ended_on, task.due_on) == (date(2026, 11, 10), date(2026, 11, 11))
    assert task.overdue_days == 10
    assert made.ended == ()
    assert made.took_effect == ()
    assert isinstance(made.in_doubt[0], TaskLine)


def test_a_lapse_in_the_week_is_in_doubt_and_so_is_its_last_day() -> None:
    made = week("2026-11-15")

    assert made.ended == ()
    disputes = [line for line in made.in_doubt if isinstance(line, DisputeLine)]
    assert {line.on for line in disputes} == {date(2026, 11, 10)}
    assert [line.branches[0].status for line in disputes] == [Status.IN_FORCE, Status.PENDING]
    assert [measure.id for measure in disputes[1].parts[0].measures] == [
        "cn/mofcom/2025/61#notice-duty"
    ]


def test_official_word_makes_a_lapse_a_fact() -> None:
    filed = register()
    word = {
        "type": "verification",
        "id": "v",
        "effect": "cn/mofcom/2025/70:suspend-notices",
        "outcome": "lapsed",
        "announced_at": "2026-11-12",
    }
    filed.record(word, recorded_at="2026-11-12T00:00:00Z")
    made = week("2026-11-15", filed)

    assert made.needs_action == ()
    kinds = [getattr(line, "turned", None) or line.outcome for line in made.ended]  # type: ignore[union-attr]
    assert kinds == [Turned.RESUMED, "lapsed"]


def test_reminders_fall_into_the_window_of_their_day() -> None:
    seventh = week("2026-11-21").coming_up[0]
    assert (seventh.act.id, seventh.reminder, seventh.lapses) == ("cn/mofcom/2025/72", 7, True)

    assert week("2026-11-15").coming_up[0].reminder is None
    assert week("2026-08-30").coming_up[-1].reminder == 90
    assert [line.reminder for line in week("2026-11-08").coming_up] == [7, None]


def test_what_press_alone_reports_is_in_doubt_only() -> None:
    made = week("2025-06-08")

    assert made.announced == ()
    assert made.took_effect == ()
    lines = [line for line in made.in_doubt if isinstance(line, ActLine)]
    assert [line.certainty for line in lines] == [Certainty.REPORTED]


def test_conflicting_accounts_stand_beside_the_act_that_they_are_about() -> None:
    claims = [line for line in week("2025-11-09").in_doubt if isinstance(line, ClaimLine)]

    assert len(claims) == 1
    assert "No 18 stays in force" in claims[0].text
    assert claims[0].said_on is None


def test_a_past_week_does_not_know_what_was_announced_after_it() -> None:
    made = week("2025-11-02")

    coming = {line.act.id for line in made.coming_up}
    assert {"cn/mofcom/2025/57", "cn/mofcom/2025/61"} <= coming
    assert "cn/mofcom/2025/70" not in coming


def test_a_lapse_is_told_by_the_instant_at_which_its_day_begins() -> None:
    before = between(
        datetime(2026, 11, 10, 15, tzinfo=UTC), until=datetime(2026, 11, 10, 16, tzinfo=UTC)
    )
    hour = between(
        datetime(2026, 11, 10, 16, tzinfo=UTC), until=datetime(2026, 11, 10, 17, tzinfo=UTC)
    )

    assert digest(before).needs_action == ()
    assert [line.turned_in_window for line in digest(hour).needs_action] == [True]


def test_daily_digests_of_a_month_tell_each_announced_act_once() -> None:
    days = [between(date(2025, 11, day), until=date(2025, 11, day + 1)) for day in range(1, 29)]
    told = [line.act.id for window in days for line in digest(window).announced]

    assert sorted(told) == ["cn/mofcom/2025/70", "cn/mofcom/2025/72"]


def test_days_behind_the_coverage_are_named_as_not_read() -> None:
    china = week("2026-11-15").coverage.jurisdictions[0]
    assert china.unread_from == date(2026, 11, 9)
    assert not week("2026-11-15").coverage.whole

    assert week("2025-11-09").coverage.whole
    places = week("2025-11-09").coverage.jurisdictions
    states = {line.jurisdiction.key: line.state for line in places}
    assert states == {"CN": "stale", "JP": "not_tracked"}


def test_a_week_without_turns_has_no_picture() -> None:
    assert week("2025-09-28").picture is None
    picture = week("2025-11-09").picture
    assert picture is not None
    assert picture.from_ <= date(2025, 11, 3)
    assert picture.through >= date(2026, 11, 10)
