"""From a notice to an effect that counts: what a person meets at the command line."""

import json
import threading
from pathlib import Path

import pytest

from tests.e2e.commands import Desk, desk, write_jsonl
from tests.e2e.notices import add, add_source, control, proposals, status, suspension, watchful
from tracker import open as open_tracker
from tracker.errors import ReviewError

SUSPENDED = "cn/mofcom/2025/18#iv"
URL = "https://mofcom.example/notice/931.html"
LATER = ("--on", "2027-01-15")


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    """A desk with the rulebook, where every act waits for a person."""
    return watchful(tmp_path)


def _policy(place: Desk, name: str) -> None:
    assert place.type("review", "policy", name, "--actor", "Ann").exit_code == 0


def test_an_act_waits_for_a_person_and_the_answers_it_could_change_say_so(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    found = status(place, SUSPENDED, *LATER)
    assert found["status"] == "in_force"
    (pending,) = found["pending_review"]
    assert pending["proposal"] == proposal["id"]
    assert pending["announcement"] == proposal["announcement"]
    assert "2027-11-10" in pending["summary"]
    untouched = status(place, "cn/mofcom/2025/61#i-1", *LATER)
    assert untouched["pending_review"] == []
    rules = place.type("rules", "--instrument", "cn/mofcom/2025/18", "--format", "json").json
    assert all(rule["pending_review"] for rule in rules["rules"])
    assert [item["proposal"] for item in rules["pending_review"]] == [proposal["id"]]
    shown = place.type("rules").out
    assert shown.index("waits for review") < shown.index("rules on")


def test_what_waits_respects_the_knowledge_clocks(place: Desk) -> None:
    add(place, suspension(931))
    assert status(place, SUSPENDED, "--announced-by", "2026-10-29")["pending_review"] == []
    assert status(place, SUSPENDED, "--recorded-by", "2020-01-01")["pending_review"] == []
    assert status(place, SUSPENDED, "--announced-by", "2026-11-02")["pending_review"]


def test_accepting_moves_the_rule_and_says_who_accepted(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    shown = place.type("review", "show", proposal["id"], "--format", "json").json
    assert shown["class"] == "act"
    change = next(item for item in shown["changes"] if item["measure"] == SUSPENDED)
    assert [span["status"] for span in change["before"]["spans"]][-1] == "in_force"
    assert "suspended" in [span["status"] for span in change["after"]["spans"]]
    assert all(passage["found"] for passage in shown["passages"])
    typed = place.type("review", "accept", proposal["id"], "--actor", "Ann Lee")
    assert typed.exit_code == 0, typed.err
    found = status(place, SUSPENDED, *LATER)
    assert (found["status"], found["through"]) == ("suspended", "2027-11-10")
    assert found["pending_review"] == []
    reason = found["because"][-1]
    assert reason["accepted_by"] == "Ann Lee"
    assert reason["accepted_at"] > "2026"
    assert reason["read_by_person"] is True
    quotes = [item["quote"] for item in reason["evidence"]]
    assert any("暂停实施" in quote for quote in quotes)
    assert place.type("verify", "--format", "json").json["evidence"]["misplaced"] == []


def test_only_one_of_two_reviewers_decides(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    assert place.type("review", "accept", proposal["id"], "--actor", "Ann").exit_code == 0
    head = place.type("verify", "--format", "json").json["head"]
    typed = place.type("review", "reject", proposal["id"], "--reason", "no", "--actor", "Bob")
    assert typed.exit_code == 1
    assert "was accepted by Ann" in typed.err
    assert typed.err.count("\n") == 1
    assert place.type("verify", "--format", "json").json["head"] == head


def test_two_people_at_the_same_moment_record_one_decision(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    both, told = threading.Barrier(2), []

    def accept(name: str) -> None:
        with open_tracker(place.url) as tracker:
            seen = tracker.review.proposal(proposal["id"]).steps
            both.wait()
            try:
                tracker.review.accept(proposal["id"], by=name, seen=seen)
            except ReviewError as error:
                told.append(str(error))

    people = [threading.Thread(target=accept, args=(name,)) for name in ("Ann", "Bob")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(told) == 1
    assert "nothing was recorded" in told[0]
    names = [json.loads(line).get("name") for line in place.type("export").out.splitlines()]
    assert names.count("ProposalAccepted") == 1


def test_who_asks_for_a_second_person_may_not_decide(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    assert place.type("review", "refer", proposal["id"], "--actor", "Ann").exit_code == 0
    (referred,) = proposals(place)
    assert referred["state"] == "referred"
    assert "second person" in status(place, SUSPENDED)["pending_review"][0]["summary"]
    refused = place.type("review", "accept", proposal["id"], "--actor", "Ann")
    assert refused.exit_code == 1
    assert "second person" in refused.err
    assert place.type("review", "accept", proposal["id"], "--actor", "Bob").exit_code == 0


def test_another_spelling_of_a_name_is_no_second_person(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    place.type("review", "refer", proposal["id"], "--actor", "Ann Lee")
    typed = place.type("review", "accept", proposal["id"], "--actor", "ann  LEE")
    assert typed.exit_code == 1
    assert "second person" in typed.err


def test_what_ends_before_it_begins_is_not_accepted(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    edit = ("review", "edit", proposal["id"], "--set", "through=2020-01-01", "--actor", "Ann")
    typed = place.type(*edit)
    assert typed.exit_code == 1
    assert "lies before its first day" in typed.err
    assert status(place, SUSPENDED, *LATER)["status"] == "in_force"


def test_what_a_person_changed_is_shown_afterwards(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    edit = ("review", "edit", proposal["id"], "--set", "through=2027-11-09", "--actor", "Ann")
    assert place.type(*edit).exit_code == 0
    shown = place.type("review", "show", proposal["id"]).out
    assert "2027-11-09" in shown.partition("What a person made of it")[2]
    told = place.type("review", "show", proposal["id"], "--format", "json").json
    assert [one["through"] for one in told["instead"] if one["type"] == "effect"] == ["2027-11-09"]


def test_a_rejected_act_moves_nothing(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    typed = place.type("review", "reject", proposal["id"], "--reason", "a copy", "--actor", "Ann")
    assert typed.exit_code == 0
    found = status(place, SUSPENDED, *LATER)
    assert (found["status"], found["pending_review"]) == ("in_force", [])
    (rejected,) = proposals(place, "--all")
    assert (rejected["state"], rejected["by"], rejected["reason"]) == ("rejected", "Ann", "a copy")


def test_an_act_is_accepted_with_a_changed_day(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    wrong = place.type("review", "edit", proposal["id"], "--set", "through=soon", "--actor", "Ann")
    assert wrong.exit_code == 1
    assert "soon" in wrong.err
    typed = place.type(
        "review", "edit", proposal["id"], "--set", "through=2027-11-09", "--actor", "Ann"
    )
    assert typed.exit_code == 0, typed.err
    found = status(place, SUSPENDED, *LATER)
    assert found["through"] == "2027-11-09"
    fields = {part["field"] for part in found["because"][-1]["evidence"]}
    assert "through" not in fields
    edited = next(
        json.loads(line)["body"]
        for line in place.type("export").out.splitlines()
        if json.loads(line).get("name") == "ProposalEdited"
    )
    assert [r["through"] for r in edited["before"] if r["type"] == "effect"] == ["2027-11-10"]
    assert [r["through"] for r in edited["after"] if r["type"] == "effect"] == ["2027-11-09"]


def test_the_default_policy_accepts_a_complete_act_until_a_person_signs_it(place: Desk) -> None:
    _policy(place, "default")
    assert "accepted" in add(place, suspension(931)).out
    found = status(place, SUSPENDED, *LATER)
    assert found["status"] == "suspended"
    reason = found["because"][-1]
    assert (reason["accepted_by"], reason["read_by_person"]) == ("policy/default", False)
    assert any(note.startswith("not yet read by a person") for note in found["notes"])
    assert "not yet read by a person" in place.type("status", SUSPENDED, *LATER).out
    (unsigned,) = place.type("review", "list", "--unsigned", "--format", "json").json["unsigned"]
    assert unsigned["effect"] == reason["effect"]
    typed = place.type("review", "sign-off", reason["effect"], "--actor", "Ann")
    assert typed.exit_code == 0, typed.err
    after = status(place, SUSPENDED, *LATER)
    assert after["because"][-1]["signed_off_by"] == "Ann"
    assert not any("not yet read" in note for note in after["notes"])
    again = place.type("review", "sign-off", reason["effect"], "--actor", "Bob")
    assert again.exit_code == 1


def test_a_person_who_accepts_a_changed_text_has_read_what_the_policy_accepted(
    place: Desk,
) -> None:
    _policy(place, "default")
    add(place, control(933), url=URL)
    add(place, control(933, code="1C992.a"), url=URL)
    (reopened,) = proposals(place)
    assert (reopened["state"], reopened["by"]) == ("reopened", "policy/default")
    assert "decided by policy/default before" in place.type("review", "show", reopened["id"]).out
    assert place.type("review", "accept", reopened["id"], "--actor", "Ann").exit_code == 0
    found = status(place, "cn/mofcom/2026/933#i", *LATER)
    assert found["terms"]["control_codes"] == ["1C992.a"]
    (reason,) = found["because"]
    assert (reason["accepted_by"], reason["read_by_person"]) == ("Ann", True)
    quotes = {part["field"]: part["quote"] for part in reason["evidence"]}
    assert quotes["control_codes"] == "1C992.a"
    assert place.type("review", "list", "--unsigned", "--format", "json").json["unsigned"] == []


def test_a_person_who_confirms_what_the_policy_accepted_has_read_it(place: Desk) -> None:
    _policy(place, "default")
    add(place, suspension(931), url=URL)
    more = "暂停期间，例外安排中的禁止事项由商务部酌情处理。\n商务部\n"
    add(place, suspension(931).replace("商务部\n2026", more + "2026"), url=URL)
    (reopened,) = proposals(place)
    assert place.type("review", "accept", reopened["id"], "--actor", "Ann").exit_code == 0
    reason = status(place, SUSPENDED, *LATER)["because"][-1]
    assert (reason["accepted_by"], reason["signed_off_by"]) == ("policy/default", "Ann")


def test_timelines_comparisons_and_what_comes_say_what_waits(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    for words in (
        ("timeline", SUSPENDED),
        ("timeline", "cn/mofcom/2025/18"),
        ("diff", "--from", "2026-11-01", "--to", "2026-11-20"),
        ("upcoming",),
    ):
        waiting = place.type(*words, "--format", "json").json["pending_review"]
        assert [item["proposal"] for item in waiting] == [proposal["id"]], words
        assert place.type(*words).out.startswith("waits for review"), words
    elsewhere = place.type("timeline", "cn/mofcom/2025/61#i-1", "--format", "json").json
    assert elsewhere["pending_review"] == []


def test_the_list_of_rules_and_the_digest_say_what_no_person_has_read(place: Desk) -> None:
    _policy(place, "default")
    add(place, suspension(931))
    unread = "not yet read by a person"
    listed = ("rules", "--instrument", "cn/mofcom/2025/18", "--status", "suspended", *LATER)
    digest = ("digest", "--since", "2026-10-01", "--until", "2027-01-01", "--format", "text")
    assert unread in place.type(*listed).out
    assert unread in place.type(*digest).out
    (item,) = place.type("review", "list", "--unsigned", "--format", "json").json["unsigned"]
    assert place.type("review", "sign-off", item["effect"], "--actor", "Ann").exit_code == 0
    assert unread not in place.type(*listed).out
    assert unread not in place.type(*digest).out


def test_the_default_policy_accepts_nothing_from_anybody_but_issuers(place: Desk) -> None:
    _policy(place, "default")
    add_source(place, "paper", "press")
    add(place, suspension(931), source="paper")
    (proposal,) = proposals(place)
    assert proposal["state"] == "waiting"
    assert status(place, SUSPENDED, *LATER)["status"] == "in_force"


def test_the_default_policy_accepts_nothing_that_is_dated_later_than_it_was_seen(
    place: Desk,
) -> None:
    _policy(place, "default")
    add(place, suspension(931).replace("2026年10月30日", "2097年10月30日"))
    (proposal,) = proposals(place)
    assert proposal["state"] == "waiting"
    assert any(doubt.startswith("dated 2097-10-30, but fetched") for doubt in proposal["doubts"])


def test_an_act_on_something_unknown_waits_and_says_why(place: Desk) -> None:
    _policy(place, "default")
    add(place, suspension(931, target="2019年第977号"))
    (proposal,) = proposals(place)
    assert proposal["state"] == "waiting"
    assert any("cn/mofcom/2019/977" in doubt for doubt in proposal["doubts"])


def test_a_doubt_ends_when_what_was_unknown_is_recorded(place: Desk) -> None:
    add(place, suspension(931, target="2019年第977号"))
    (proposal,) = proposals(place)
    shown = ("review", "show", proposal["id"], "--format", "json")
    assert place.type(*shown).json["doubts"]
    act = {
        "type": "instrument",
        "id": "cn/mofcom/2019/977",
        "jurisdiction": "CN",
        "timezone": "Asia/Shanghai",
    }
    place.type("import", str(write_jsonl(place.folder / "act.jsonl", act)))
    assert place.type(*shown).json["doubts"] == []


def test_a_changed_text_reopens_what_was_accepted(place: Desk) -> None:
    add(place, suspension(931), url=URL)
    (proposal,) = proposals(place)
    place.type("review", "accept", proposal["id"], "--actor", "Ann")
    changed = suspension(931, last="2027年12月31日")
    assert "revised" in add(place, changed, url=URL).out
    (reopened,) = proposals(place)
    assert (reopened["id"], reopened["state"]) == (proposal["id"], "reopened")
    found = status(place, SUSPENDED, *LATER)
    assert (found["status"], found["through"]) == ("suspended", "2027-11-10")
    assert "text changed" in found["pending_review"][0]["summary"]
    assert {item["field"] for item in reopened["differences"]} == {"through"}
    assert place.type("review", "accept", proposal["id"], "--actor", "Bob").exit_code == 0
    after = status(place, SUSPENDED, *LATER)
    assert (after["through"], after["pending_review"]) == ("2027-12-31", [])
    suspensions = [reason for reason in after["because"] if reason["kind"] == "suspend"]
    assert [reason["accepted_by"] for reason in suspensions] == ["Bob"]


def test_a_change_beside_the_evidence_leaves_the_decision_standing(place: Desk) -> None:
    add(place, suspension(931), url=URL)
    (proposal,) = proposals(place)
    place.type("review", "accept", proposal["id"], "--actor", "Ann")
    add(place, suspension(931) + "联系电话已更新\n", url=URL)
    assert proposals(place) == []
    (still,) = proposals(place, "--all")
    assert (still["state"], still["by"]) == ("accepted", "Ann")
    assert still["announcement"].endswith("/r2")


def test_rejecting_a_changed_text_keeps_what_was_accepted(place: Desk) -> None:
    add(place, suspension(931), url=URL)
    (proposal,) = proposals(place)
    place.type("review", "accept", proposal["id"], "--actor", "Ann")
    add(place, suspension(931, last="2027年12月31日"), url=URL)
    place.type("review", "reject", proposal["id"], "--reason", "a slip", "--actor", "Bob")
    found = status(place, SUSPENDED, *LATER)
    assert (found["through"], found["pending_review"]) == ("2027-11-10", [])


def test_the_same_document_twice_adds_nothing(place: Desk) -> None:
    add(place, suspension(931))
    before = place.type("verify", "--format", "json").json["head"]
    assert "unchanged" in add(place, suspension(931)).out
    assert place.type("verify", "--format", "json").json["head"] == before


def test_an_act_that_the_rulebook_holds_is_confirmed_and_not_recorded_twice(place: Desk) -> None:
    text = (
        "商务部 海关总署公告2025年第70号\n公布暂停实施有关公告的决定\n"
        "经批准，自2025年11月7日起至2026年11月10日，商务部公告2025年第61号、62号暂停实施。\n"
        "商务部 海关总署\n2025年11月7日\n"
    )
    add(place, text, published="2025-11-07")
    assert proposals(place) == []
    lines = [json.loads(line) for line in place.type("export").out.splitlines()]
    acts = [r for r in lines if r["type"] == "instrument" and r["id"] == "cn/mofcom/2025/70"]
    assert len(acts) == 1
    links = [r for r in lines if r["type"] == "link" and r["kind"] == "corroborates"]
    assert [link["to"] for link in links] == ["cn/mofcom/2025/70"]


def test_an_act_that_the_rulebook_tells_otherwise_is_shown_field_by_field(place: Desk) -> None:
    text = (
        "商务部 海关总署公告2025年第70号\n公布暂停实施有关公告的决定\n"
        "经批准，自2025年11月7日起至2026年12月31日，商务部公告2025年第61号、62号暂停实施。\n"
        "商务部 海关总署\n2025年11月7日\n"
    )
    _policy(place, "default")
    add(place, text, published="2025-11-07")
    (proposal,) = proposals(place)
    assert {(item["field"], item["held"], item["read"]) for item in proposal["differences"]} == {
        ("through", "2026-11-10", "2026-12-31")
    }
    assert "2026-12-31" in place.type("review", "show", proposal["id"]).out
    asked = ("--on", "2026-01-15", "--announced-by", "2026-01-15")
    assert place.type("review", "accept", proposal["id"], "--actor", "Ann").exit_code == 0
    assert status(place, "cn/mofcom/2025/61#i-1", *asked)["through"] == "2026-12-31"
    others = status(place, "cn/mofcom/2025/55#i", *asked)
    assert (others["status"], others["through"]) == ("suspended", "2026-11-10")


def test_every_step_survives_the_move_of_a_log(place: Desk, tmp_path: Path) -> None:
    _policy(place, "default")
    add(place, suspension(931), url=URL)
    (first,) = proposals(place, "--all")
    place.type("review", "sign-off", first["id"], "--actor", "Ann")
    add(place, suspension(931, last="2027年12月31日"), url=URL)
    place.type("review", "refer", first["id"], "--actor", "Ann")
    add(place, suspension(932), name="other.txt")
    _policy(place, "person")
    add(place, suspension(933), name="third.txt")
    third = next(one for one in proposals(place) if one["id"] != first["id"])
    place.type("review", "edit", third["id"], "--set", "through=2027-11-09", "--actor", "Ann")
    place.type("review", "reject", first["id"], "--reason", "a slip", "--actor", "Bob")
    log = tmp_path / "log.jsonl"
    assert place.type("export", "--out", str(log)).exit_code == 0
    (tmp_path / "moved").mkdir()
    moved = desk(tmp_path / "moved")
    typed = moved.type("import", "--restore", str(log))
    assert typed.exit_code == 0, typed.err
    assert moved.type("verify").out == place.type("verify").out
    assert proposals(moved, "--all") == proposals(place, "--all")
    assert "equal to before" in moved.type("rebuild").out


def test_an_announcement_is_signed_off_once_nothing_of_it_waits(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    announcement = proposal["announcement"]
    early = place.type("review", "sign-off", announcement, "--actor", "Ann")
    assert early.exit_code == 1
    assert proposal["id"] in early.err
    place.type("review", "reject", proposal["id"], "--reason", "a copy", "--actor", "Ann")
    typed = place.type("review", "sign-off", announcement, "--actor", "Ann")
    assert typed.exit_code == 0, typed.err
    unknown = place.type("review", "sign-off", "p-nothing", "--actor", "Ann")
    assert unknown.exit_code == 1


def test_without_a_terminal_the_desk_lists_what_waits(place: Desk) -> None:
    assert "nothing waits" in place.type("review").out
    add(place, suspension(931))
    assert proposals(place)[0]["id"] in place.type("review").out


def test_nobody_signs_with_the_name_of_a_policy(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    for name in ("policy/default", "rulebook", " "):
        typed = place.type("review", "accept", proposal["id"], "--actor", name)
        assert typed.exit_code == 2
    assert proposals(place)[0]["state"] == "waiting"
