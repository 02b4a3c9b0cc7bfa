"""What is taken back, what is read again, and who let an effect count: at the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.commands import Desk
from tests.e2e.notices import add, proposals, status, suspension, watchful
from tracker.application.desk import adding
from tracker.application.reading import derive
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.text_read import Text, TextRead, read_text

SUSPENDED = "cn/mofcom/2025/18#iv"
LATER = ("--on", "2027-01-15")


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    """A desk with the rulebook, where every act waits for a person."""
    return watchful(tmp_path)


def _accepted(place: Desk, *, by: str = "Ann") -> dict[str, Any]:
    (proposal,) = proposals(place)
    typed = place.type("review", "accept", proposal["id"], "--actor", by)
    assert typed.exit_code == 0, typed.err
    assert f"undo: tracker review retract {proposal['id']}" in typed.out
    return proposals(place, "--all")[0]


def test_an_accepted_proposal_is_taken_back_by_its_own_id(place: Desk) -> None:
    add(place, suspension(931))
    proposal = _accepted(place)
    (effect,) = proposal["effects"]
    shown = place.type("review", "show", proposal["id"]).out
    assert effect in shown
    assert f"tracker review retract {proposal['id']} --reason" in shown
    undo = ("review", "retract", proposal["id"], "--reason", "the wrong notice", "--actor", "Bob")
    typed = place.type(*undo)
    assert (typed.exit_code, typed.out) == (0, f"{effect}: retracted by Bob\n")
    assert status(place, SUSPENDED, *LATER)["status"] == "in_force"
    again = place.type("review", "show", proposal["id"])
    assert f"retracted since: {effect}" in again.out
    assert "counts because of it" not in again.out
    asked = place.type("review", "show", proposal["id"], "--format", "json").json
    assert asked["retracted"] == [effect]
    twice = place.type(*undo)
    assert twice.exit_code == 1
    assert "nothing counts because of" in twice.err


def test_what_a_retracted_effect_had_replaced_is_named(place: Desk) -> None:
    place.type("review", "policy", "default", "--actor", "Ann")
    notice = "https://mofcom.example/931.html"
    add(place, suspension(931), url=notice)
    add(place, suspension(931, last="2027年12月31日"), name="new.txt", url=notice)
    proposal = _accepted(place)
    undo = ("review", "retract", proposal["id"], "--reason", "no", "--actor", "Ann")
    assert "which does not come back by itself" in place.type(*undo).out


def test_nothing_is_left_of_a_proposal_without_records(place: Desk, tmp_path: Path) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    for content, told in ((b"[]", "reject it with a reason"), (b"\xff\xfe", "UTF-8")):
        file = tmp_path / "records.json"
        file.write_bytes(content)
        typed = place.type("review", "edit", proposal["id"], "--file", str(file))
        assert typed.exit_code in (1, 2)
        assert told in typed.err
    assert proposals(place)[0]["state"] == "waiting"


def test_a_day_of_publication_that_has_not_come_is_asked_about(place: Desk) -> None:
    assert "has not come yet" in add(place, suspension(931), published="2999-01-01").out
    assert "has not come yet" not in add(place, suspension(932), name="two.txt").out


def test_an_announcement_that_is_not_held_cannot_be_read(place: Desk) -> None:
    typed = place.type("review", "read", "mofcom/nothing")
    assert typed.exit_code == 1
    assert "mofcom/nothing" in typed.err


def test_timelines_comparisons_and_digests_say_who_accepted_and_when(place: Desk) -> None:
    add(place, suspension(931))
    proposal = _accepted(place)
    day = proposal["changed_at"][:10]
    (timeline,) = place.type("timeline", SUSPENDED, "--format", "json").json["timelines"]
    told = {one["affecting"]: one for one in timeline["effects"]}
    assert told["cn/mofcom/2025/18"]["accepted_by"] == "rulebook"
    assert told["cn/mofcom/2026/931"]["accepted_by"] == "Ann"
    assert told["cn/mofcom/2026/931"]["accepted_at"].startswith(day)
    days = ("--from", "2026-10-31", "--to", "2026-11-01")
    found = place.type("diff", *days, "--format", "json").json["differences"]
    (cause,) = next(one["causes"] for one in found if one["measure"] == SUSPENDED)
    assert (cause["accepted_by"], cause["accepted_at"][:10]) == ("Ann", day)
    assert cause["read_by_person"] is True
    for words in (("timeline", SUSPENDED), ("diff", *days)):
        assert f"accepted by Ann on {day}" in " ".join(place.type(*words).out.split()), words
    span = ("--since", "2026-10-01", "--until", "2027-01-01")
    assert '"accepted_on": "' + day in place.type("digest", *span, "--format", "json").out


def test_many_that_wait_are_counted_above_the_answer(place: Desk) -> None:
    for number in range(12):
        add(place, suspension(931 + number), name=f"{number}.txt")
    for words in (("status", SUSPENDED), ("rules",), ("check", "--element", "Dy", "--from", "CN")):
        told = place.type(*words).out
        assert told.count("waits for review") == 10, words
        assert "and 2 more wait for review: tracker review list" in told, words
    assert len(status(place, SUSPENDED)["pending_review"]) == 12


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An older reader, which takes the tenth of November for the ninth."""

    def misread(text: Text, *, known: Catalogue) -> TextRead:
        worse = text.text.replace("2027年11月10日", "2027年11月09日")
        return read_text(Text(text=worse, authority=text.authority), known=known)

    monkeypatch.setattr(adding, "read_text", misread)
    monkeypatch.setattr(derive, "READER", "rules/0")
    return monkeypatch


def test_what_waits_gets_the_reading_of_a_newer_reader(
    place: Desk, older: pytest.MonkeyPatch
) -> None:
    add(place, suspension(931))
    assert "2027-11-09" in proposals(place)[0]["summary"]
    older.undo()
    assert "read by an older reader: tracker review read" in place.type("review", "list").out
    assert place.type("review", "list", "--format", "json").json["read_by_older"] == 1
    assert "1 announcement was read by an older reader" in place.type("doctor").out
    assert "1 announcement read; 1 proposal waits" in place.type("review", "read").out
    (proposal,) = proposals(place)
    assert (proposal["state"], proposal["reader"]) == ("waiting", derive.READER)
    assert "2027-11-10" in proposal["summary"]
    assert "a newer reader" in place.type("review", "show", proposal["id"]).out
    (pending,) = status(place, SUSPENDED)["pending_review"]
    assert "a newer reader understands the text otherwise" in pending["summary"]
    assert "its text changed" not in pending["summary"]
    assert "older reader" not in place.type("review", "list").out
    assert "no announcement waits for a newer reader" in place.type("doctor").out
    assert "0 announcements read" in place.type("review", "read").out


def test_what_a_person_accepted_stays_however_a_newer_reader_reads_it(
    place: Desk, older: pytest.MonkeyPatch
) -> None:
    add(place, suspension(931))
    proposal = _accepted(place)
    older.undo()
    told = place.type("review", "read").out
    assert f"{proposal['id']} is read otherwise now, and stays accepted by Ann" in told
    (kept,) = proposals(place, "--all")
    assert (kept["state"], kept["by"], kept["effects"]) == ("accepted", "Ann", proposal["effects"])
    found = status(place, SUSPENDED, *LATER)
    assert (found["through"], found["pending_review"]) == ("2027-11-09", [])


def test_what_only_a_policy_accepted_is_asked_of_a_person_and_counts_meanwhile(
    place: Desk, older: pytest.MonkeyPatch
) -> None:
    place.type("review", "policy", "default", "--actor", "Ann")
    add(place, suspension(931))
    assert proposals(place) == []
    older.undo()
    place.type("review", "read")
    (proposal,) = proposals(place)
    assert (proposal["state"], proposal["by"]) == ("reopened", "policy/default")
    found = status(place, SUSPENDED, *LATER)
    assert (found["status"], found["through"]) == ("suspended", "2027-11-09")
    (pending,) = found["pending_review"]
    assert "a newer reader understands its text otherwise" in pending["summary"]
    place.type("review", "accept", proposal["id"], "--actor", "Ann")
    assert status(place, SUSPENDED, *LATER)["through"] == "2027-11-10"


def test_what_a_newer_reader_reads_alike_is_left_alone(
    place: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(derive, "READER", "rules/0")
        add(place, suspension(931))
        before = _accepted(place)
    assert place.type("review", "read").out == "1 announcement read; 0 proposals wait\n"
    (after,) = proposals(place, "--all")
    assert {**after, "reader": "", "changed_at": ""} == {**before, "reader": "", "changed_at": ""}
    names = [json.loads(line).get("name") for line in place.type("export").out.splitlines()]
    assert "ProposalRebound" in names
    assert "ProposalReopened" not in names


def test_no_policy_accepts_what_a_person_closed_however_a_newer_reader_reads_it(
    place: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.type("review", "policy", "default", "--actor", "Ann")

    def blind(text: Text, *, known: Catalogue) -> TextRead:
        return read_text(Text(text="天气晴朗。" * 40, authority=text.authority), known=known)

    with monkeypatch.context() as patch:
        patch.setattr(adding, "read_text", blind)
        patch.setattr(derive, "READER", "rules/0")
        announcement = add(place, suspension(931)).out.split()[1].rstrip(":")
    closed = place.type("review", "sign-off", announcement, "--actor", "Ann")
    assert closed.exit_code == 0, closed.err
    place.type("review", "read")
    (proposal,) = proposals(place)
    assert proposal["state"] == "waiting"
    assert status(place, SUSPENDED, *LATER)["status"] == "in_force"
