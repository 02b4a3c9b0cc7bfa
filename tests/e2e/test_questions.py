"""The questions that the contract answers, typed as a person types them."""

import json
from pathlib import Path

import pytest

from tests.e2e.commands import SHARED, Desk, desk, write_jsonl

I1, I3, IV = "cn/mofcom/2025/61#i-1", "cn/mofcom/2025/61#i-3", "cn/mofcom/2025/18#iv"


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after `tracker demo`."""
    place = desk(tmp_path_factory.mktemp("desk"))
    assert place.type("init").exit_code == 0
    return place


WORKED = [
    (I1, "2025-10-08", "2025-10-08", {"status": "unknown", "certainty": None}),
    (
        I1,
        "2025-10-15",
        "2025-10-15",
        {
            "status": "pending",
            "certainty": "confirmed",
            "next": {"on": "2025-12-01", "status": "in_force"},
        },
    ),
    (I1, "2025-12-05", "2025-10-20", {"status": "in_force", "certainty": "projected"}),
    (
        I1,
        "2025-12-05",
        "2025-11-10",
        {"status": "suspended", "through": "2026-11-10", "never_in_force": True},
    ),
    (I1, "2025-11-20", "2025-11-20", {"status": "suspended", "never_in_force": True}),
    (I3, "2025-11-20", "2025-11-20", {"status": "suspended", "never_in_force": False}),
    (
        "cn/mofcom/2025/62#i-1",
        "2026-11-10",
        "2026-11-10",
        {"status": "suspended", "through": "2026-11-10", "certainty": "disputed"},
    ),
    (I1, "2026-11-11", "2025-11-10", {"status": "in_force", "certainty": "projected"}),
    (I1, "2026-11-21", "2026-11-21", {"status": "in_force", "certainty": "unverified"}),
    (IV, "2025-11-15", "2025-11-15", {"status": "in_force", "certainty": "confirmed"}),
    ("cn/mofcom/2024/46#2a", "2025-11-08", "2025-11-08", {"status": "in_force"}),
    (
        "cn/mofcom/2024/46#2a",
        "2025-11-09",
        "2025-11-09",
        {"status": "suspended", "through": "2026-11-27"},
    ),
    ("cn/mofcom/2024/46#1", "2025-11-09", "2025-11-09", {"status": "in_force"}),
]


@pytest.mark.parametrize(("measure", "on", "known", "expected"), WORKED)
def test_the_worked_example_comes_out_of_status(
    used: Desk, measure: str, on: str, known: str, expected: dict[str, object]
) -> None:
    found = used.type(
        "status", measure, "--on", on, "--announced-by", known, "--format", "json"
    ).json
    for key, value in expected.items():
        if isinstance(value, dict):
            assert found[key].items() >= value.items()
        else:
            assert found[key] == value


def test_a_lapse_without_official_word_shows_both_branches_and_says_since_when(
    used: Desk,
) -> None:
    found = used.type(
        "status", I1, "--on", "2026-11-21", "--announced-by", "2026-11-21", "--format", "json"
    ).json
    assert {branch["if"]: branch["status"] for branch in found["branches"]} == {
        "extended": "suspended",
        "lapsed": "in_force",
    }
    assert any("verification overdue by 10 days" in note for note in found["notes"])
    table = used.type("status", I1, "--on", "2026-11-21", "--announced-by", "2026-11-21").out
    assert "NOT VERIFIED" in table


def test_an_answer_without_a_stored_sentence_says_so_and_names_its_sources(used: Desk) -> None:
    notes = used.type("status", IV, "--format", "json").json["notes"]
    assert any(note.startswith("no stored sentence; entered by hand from: http") for note in notes)
    assert any(note.startswith("confidence ") for note in notes)


def test_no_18_stood_and_no_61_did_not_in_mid_november_2025(used: Desk) -> None:
    found = used.type(
        "rules", "--on", "2025-11-15", "--announced-by", "2025-11-15", "--format", "json"
    ).json
    measures = {rule["measure"] for rule in found["rules"]}
    groups = {f"cn/mofcom/2025/18#{part}" for part in ("i", "ii", "iii", "iv", "v", "vi", "vii")}
    assert groups <= measures
    assert not any(measure.startswith("cn/mofcom/2025/61#") for measure in measures)


def test_before_the_suspension_was_announced_no_57_would_have_stood(used: Desk) -> None:
    found = used.type(
        "rules", "--on", "2025-11-15", "--announced-by", "2025-11-06", "--format", "json"
    ).json
    measures = {rule["measure"] for rule in found["rules"]}
    assert {f"cn/mofcom/2025/57#{part}" for part in ("i", "ii", "iii", "iv", "v")} <= measures


def test_unverified_rules_stand_under_a_heading_of_their_own_outside_the_count(
    used: Desk,
) -> None:
    asked = ("rules", "--on", "2026-11-21", "--announced-by", "2026-11-21")
    found = used.type(*asked, "--format", "json").json
    unverified = [rule for rule in found["rules"] if rule["certainty"] == "unverified"]
    assert unverified
    assert found["counts"] == {
        "rules": len(found["rules"]) - len(unverified),
        "unverified": len(unverified),
    }
    table = used.type(*asked).out
    head, _, tail = table.partition("By its own terms in force, NOT VERIFIED")
    assert f"{found['counts']['rules']} rules" in head
    assert "cn/mofcom/2025/61" in tail
    assert "cn/mofcom/2025/61" not in head


def test_reported_rules_stay_out_unless_asked_for(used: Desk) -> None:
    measure = "cn/mofcom/2025/magnet-tracking#reported"
    asked = ("rules", "--on", "2025-07-01", "--announced-by", "2025-07-01", "--format", "json")
    assert measure not in {rule["measure"] for rule in used.type(*asked).json["rules"]}
    wanted = used.type(*asked, "--certainty", "reported").json["rules"]
    assert [rule["measure"] for rule in wanted] == [measure]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Dy", "cn/mofcom/2025/18#iv"),
        ("dysprosium", "cn/mofcom/2025/18#iv"),
        ("镝", "cn/mofcom/2025/18#iv"),
        ("1C905", "cn/mofcom/2025/18#iv"),
        ("1C905.a", "cn/mofcom/2025/18#iv"),
        ("2846.90.19.40", "cn/mofcom/2025/18#i"),
    ],
)
def test_rules_are_found_by_element_name_control_code_and_customs_code(
    used: Desk, item: str, expected: str
) -> None:
    found = used.type(
        "rules", "--on", "2025-06-01", "--announced-by", "2025-06-01", "--item", item,
        "--format", "json",
    ).json  # fmt: skip
    assert expected in {rule["measure"] for rule in found["rules"]}
    assert "cn/mofcom/2025/18#vii" not in {rule["measure"] for rule in found["rules"]}


def test_a_group_is_found_by_a_part_of_its_name(used: Desk) -> None:
    asked = ("rules", "--on", "2025-06-01", "--announced-by", "2025-06-01", "--format", "json")
    for item in ("稀土", "rare earths"):
        found = {rule["measure"] for rule in used.type(*asked, "--item", item).json["rules"]}
        assert {"cn/mofcom/2025/18#iv", "cn/state-council/2024/order-785#whole"} <= found
        assert "cn/mofcom/2023/23#i" not in found, "gallium is no rare earth"


def test_two_states_of_knowledge_differ_by_what_was_newly_announced(used: Desk) -> None:
    found = used.type(
        "diff", "--on", "2025-12-05", "--announced-by", "2025-11-06", "--versus", "2025-11-10",
        "--format", "json",
    ).json  # fmt: skip
    changed = {item["measure"]: item for item in found["differences"]}
    difference = changed[I1]
    assert difference["before"]["status"] == "in_force"
    assert difference["after"]["status"] == "suspended"
    assert difference["cause"] == "newly_announced"
    assert difference["causes"][0]["affecting"] == "cn/mofcom/2025/70"
    assert IV not in changed


def test_two_days_differ_because_time_passed(used: Desk) -> None:
    found = used.type(
        "diff", "--from", "2025-11-06", "--to", "2025-11-09", "--announced-by", "2025-11-09",
        "--format", "json",
    ).json  # fmt: skip
    changed = {item["measure"]: item for item in found["differences"]}
    assert changed["cn/mofcom/2024/46#2a"]["after"]["status"] == "suspended"
    assert changed["cn/mofcom/2024/46#2a"]["cause"] == "time_passed"
    assert "cn/mofcom/2024/46#1" not in changed


def test_the_timeline_covers_every_day_once(used: Desk) -> None:
    found = used.type(
        "timeline", "cn/mofcom/2025/61", "--announced-by", "2025-11-10", "--format", "json"
    ).json
    runs = next(item["runs"] for item in found["timelines"] if item["measure"] == I1)
    assert [run["status"] for run in runs] == ["pending", "suspended", "in_force"]
    assert runs[0]["from"] is None
    assert runs[-1]["through"] is None
    assert [run["from"] for run in runs[1:]] == ["2025-11-07", "2026-11-11"]


def test_upcoming_shows_the_turn_and_the_open_verification(used: Desk) -> None:
    found = used.type(
        "upcoming", "--on", "2026-11-21", "--announced-by", "2026-11-21", "--format", "json"
    ).json
    assert {"on": "2026-11-28", "measure": "cn/mofcom/2024/46#2a"}.items() <= (
        found["upcoming"][0].items()
    )
    task = next(t for t in found["verification"] if t["affecting"] == "cn/mofcom/2025/70")
    assert (task["due_on"], task["overdue_days"]) == ("2026-11-11", 10)
    assert found["reminders"][0]["days_left"] == 6


def test_the_shared_questions_get_their_answers(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared questions are not beside this checkout")
    place = desk(tmp_path)
    domain = SHARED / "domain"
    assert place.type("import", str(domain / "rulebook.jsonl")).exit_code == 0
    answers = place.type("ask", str(domain / "questions.jsonl")).lines
    expected = [json.loads(line) for line in (domain / "answers.jsonl").read_text().splitlines()]
    pairs = zip(answers, expected, strict=True)
    assert [{key: found[key] for key in right} for found, right in pairs] == expected


def test_an_unknown_measure_ends_status_with_one_and_is_an_answer_in_ask(
    used: Desk, tmp_path: Path
) -> None:
    typed = used.type("status", "cn/nobody/2025/1#i")
    assert typed.exit_code == 1
    assert "no record names it" in typed.err
    file = write_jsonl(
        tmp_path / "q.jsonl",
        {"measure": "cn/nobody/2025/1#i", "on": "2025-01-01"},
        {"measure": IV, "on": "2025-11-15"},
    )
    typed = used.type("ask", str(file))
    assert typed.exit_code == 0
    assert typed.lines[0] == {"measure": "cn/nobody/2025/1#i", "error": "unknown measure"}
    assert typed.lines[1]["status"] == "in_force"


def test_a_malformed_question_ends_ask_before_any_output(used: Desk, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"measure": "x#1", "on": "2025-01-01"}\n{"measure": "x#1", "on": "soon"}\n')
    typed = used.type("ask", str(file))
    assert typed.exit_code == 1
    assert typed.out == ""
    assert "q.jsonl:2" in typed.err


@pytest.mark.parametrize(
    "words",
    [
        ("rules", "--on", "tomorrow"),
        ("status", IV, "--announced-by", "2025-11-07T09:00:00"),
        ("diff", "--from", "2025-01-01"),
        ("digest", "--since", "2025-01-02", "--until", "2025-01-01"),
    ],
)
def test_a_question_that_makes_no_sense_ends_with_two_and_one_sentence(
    used: Desk, words: tuple[str, ...]
) -> None:
    typed = used.type(*words)
    assert typed.exit_code == 2
    assert typed.err.startswith(("Error: ", "Usage: "))
    assert "Traceback" not in typed.err
