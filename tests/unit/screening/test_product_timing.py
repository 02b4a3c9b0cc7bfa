"""When does a rule catch that is not in force on the day, and how is that said?"""

from datetime import date

import msgspec
import pytest

from tests.screened import checked, rule
from tracker.domain.questions import (
    Ahead,
    Branch,
    Certainty,
    Grounds,
    Outlook,
    Position,
    Status,
    Turn,
)
from tracker.projection.screening.saying import says


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (Status.IN_FORCE, "licence"),
        (Status.PENDING, "caught_later"),
        (Status.SUSPENDED, "caught_if_suspension_ends"),
        (Status.EXPIRED, "not_caught_by_tracked_rules"),
        (Status.REPEALED, "not_caught_by_tracked_rules"),
    ],
)
def test_the_status_of_the_rule_shapes_the_verdict(status: Status, verdict: str) -> None:
    assert checked(rule(elements=["Dy"], status=status), elements=["Dy"]).verdict == verdict


MAY_31, JUNE, JULY = date(2030, 5, 31), date(2030, 6, 1), date(2030, 7, 1)
LATER, HELD = "caught_later", "caught_if_suspension_ends"
IN_FORCE, PENDING, SUSPENDED = Status.IN_FORCE, Status.PENDING, Status.SUSPENDED
NOTHING = "not_caught_by_tracked_rules"
STARTS = Ahead(starts_on=JUNE)
COURSES = [
    (PENDING, [(JUNE, IN_FORCE)], STARTS, LATER, "started: licence needed from 2030-06-01 on"),
    (PENDING, [], Ahead(start_unset=True), LATER, "from a day that is not set yet"),
    (PENDING, [(JUNE, Status.REPEALED)], Ahead(), NOTHING, "repealed from 2030-06-01 on, before"),
    (PENDING, [(JUNE, SUSPENDED)], Ahead(if_resumed=JUNE), HELD,
     "suspended from 2030-06-01 on; licence needed if the suspension ends"),
    (PENDING, [(JUNE, SUSPENDED), (JULY, IN_FORCE)], Ahead(starts_on=JULY), LATER,
     "if the suspension ends, which is announced for 2030-06-30"),
    (PENDING, [(JUNE, Status.REPEALED), (JULY, IN_FORCE)], Ahead(starts_on=JULY), LATER,
     "repealed from 2030-06-01 on; licence needed from 2030-07-01 on"),
    (PENDING, [], Ahead(), NOTHING, "to start on no day"),
    (SUSPENDED, [(JUNE, IN_FORCE)], Ahead(starts_on=JUNE, suspended_until_then=True), HELD,
     "Suspended through 2030-05-31; licence needed if the suspension ends"),
    (SUSPENDED, [(JUNE, Status.EXPIRED)], Ahead(), NOTHING,
     "Suspended through 2030-05-31, and expired from then on"),
    (SUSPENDED, [(JUNE, Status.EXPIRED)],
     Ahead(if_resumed=date(2030, 5, 2), suspended_until_then=True), HELD,
     "until further notice; licence needed if the suspension ends by 2030-05-31"),
    (SUSPENDED, [(JUNE, PENDING), (JULY, IN_FORCE)], Ahead(starts_on=JULY), LATER,
     "Suspended through 2030-05-31; licence needed from 2030-07-01 on"),
    (SUSPENDED, [], Ahead(start_unset=True), LATER, "from a day that is not set yet"),
    (SUSPENDED, [], Ahead(), NOTHING, "in force on no later day"),
    (Status.REPEALED, [(JUNE, IN_FORCE)], STARTS, LATER, "to come back: licence needed from 2030"),
    (Status.EXPIRED, [(JUNE, SUSPENDED)], Ahead(if_resumed=JUNE), HELD, "to come back suspended"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "turns", "ahead", "verdict", "told"), COURSES)
def test_what_is_announced_for_later_days_decides_what_a_rule_says_that_is_not_in_force(
    status: Status, turns: list[tuple[date, Status]], ahead: Ahead, verdict: str, told: str
) -> None:
    through = MAY_31 if turns else None
    position = Position(
        status=status,
        through=through,
        turns=tuple(Turn(on=day, status=then) for day, then in turns),
        ahead=ahead,
    )
    answer = rule(elements=["Dy"], status=status, outlook=Outlook(position=position))
    found = checked(msgspec.structs.replace(answer, through=through), elements=["Dy"])
    (finding,) = found.findings

    assert (found.verdict, finding.verdict) == (verdict, verdict)
    assert told in says(finding, {"licence": {"en": "Licence needed"}})


def test_a_report_frees_nobody_from_what_the_official_acts_say() -> None:
    reported = Outlook(
        position=Position(status=Status.REPEALED),
        official=Position(status=Status.IN_FORCE, certainty=Certainty.CONFIRMED),
    )
    law = rule(
        elements=["Dy"],
        status=Status.REPEALED,
        certainty=Certainty.REPORTED,
        outlook=reported,
    )
    found = checked(law, elements=["Dy"])

    assert (found.verdict, found.certainty) == ("licence", "confirmed")
    assert "Reported to be repealed; no act is known" in says(found.findings[0], {})


@pytest.mark.parametrize("certainty", [Certainty.UNVERIFIED, Certainty.DISPUTED])
def test_a_rule_that_may_not_be_over_is_never_passed_over(certainty: Certainty) -> None:
    branch = Branch(when="extended", status=Status.IN_FORCE)
    outlook = Outlook(position=Position(status=Status.EXPIRED))
    law = msgspec.structs.replace(
        rule(elements=["Dy"], status=Status.EXPIRED, certainty=certainty),
        grounds=lambda: Grounds(branches=(branch,), outlook=lambda: outlook),
    )
    found = checked(law, elements=["Dy"])

    assert found.verdict == "cannot_say"
    assert says(found.findings[0], {}).startswith(f"Act as if caught; {certainty.value}. ")


def test_an_exemption_counts_that_holds_on_the_day_on_which_the_rule_starts() -> None:
    ends = Position(
        status=Status.IN_FORCE, through=MAY_31, turns=(Turn(on=JUNE, status=Status.EXPIRED),)
    )
    starts = Position(status=Status.PENDING, turns=(Turn(on=JUNE, status=Status.IN_FORCE),))
    law = rule("rule", elements=["Dy"], status=Status.PENDING)
    for position, verdict in ((ends, LATER), (starts, "exempt")):
        relief = rule(
            "relief",
            requirement="exemption",
            elements=["Dy"],
            status=position.status,
            outlook=Outlook(position=position),
        )
        assert checked(law, relief, elements=["Dy"]).verdict == verdict


def test_a_rule_that_is_only_reported_does_not_catch() -> None:
    reported = Outlook(
        position=Position(status=Status.IN_FORCE), official=Position(status=Status.UNKNOWN)
    )
    law = rule(elements=["Dy"], certainty=Certainty.REPORTED, outlook=reported)

    assert checked(law, elements=["Dy"]).findings[0].doubts == ("reported only; no act is known",)
