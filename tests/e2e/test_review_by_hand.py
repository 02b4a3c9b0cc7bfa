"""What people put into the log themselves: effects, official word on a lapse, retractions."""

import json
from pathlib import Path
from typing import Any

import pytest
import time_machine
from pytest_httpserver import HTTPServer

from tests.e2e.commands import Desk, desk, write_jsonl
from tests.e2e.notices import add, add_source, control, proposals, status, suspension, watchful

SUSPENDED = "cn/mofcom/2025/18#iv"


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    return watchful(tmp_path)


def _announcement(place: Desk) -> str:
    return str(proposals(place)[0]["announcement"])


def _new(place: Desk, announcement: str, **other: str) -> list[str]:
    given = {
        "announcement": announcement,
        "quote": "商务部 海关总署公告2025年第18号暂停实施",
        "kind": "suspend",
        "affecting": "cn/mofcom/2026/931",
        "affected": "cn/mofcom/2025/18",
        "from": "2026-11-01",
        "through": "2027-11-10",
        **other,
    }
    words = [part for key, value in given.items() for part in (f"--{key}", value)]
    return ["review", "new", *words, "--actor", "Ann"]


def test_an_effect_is_written_down_with_the_sentence_it_rests_on(place: Desk) -> None:
    add(place, suspension(931))
    announcement = _announcement(place)
    typed = place.type(*_new(place, announcement))
    assert typed.exit_code == 0, typed.err
    found = status(place, SUSPENDED, "--on", "2027-01-15")
    assert (found["status"], found["through"]) == ("suspended", "2027-11-10")
    reason = found["because"][-1]
    assert reason["accepted_by"] == "Ann"
    (evidence,) = reason["evidence"]
    assert evidence["announcement"] == announcement
    assert evidence["end"] - evidence["start"] == len(evidence["quote"])
    again = place.type(*_new(place, announcement))
    assert again.exit_code == 1
    assert "already" in again.err


def test_an_effect_needs_a_quote_that_stands_in_the_announcement(place: Desk) -> None:
    add(place, suspension(931))
    announcement = _announcement(place)
    wrong = place.type(*_new(place, announcement, quote="公告2025年第19号暂停实施"))
    assert wrong.exit_code == 1
    assert "does not stand" in wrong.err
    twice = place.type(*_new(place, announcement, quote="商务部"))
    assert twice.exit_code == 1
    assert "times" in twice.err
    missing = place.type("review", "new", "--actor", "Ann")
    assert missing.exit_code == 2
    assert "--announcement" in missing.err


def test_a_provision_that_no_measure_bears_means_those_listed_under_it(place: Desk) -> None:
    add(place, suspension(931, target="2024年第46号第二款"))
    typed = place.type(*_new(
        place, _announcement(place), quote="第二款暂停实施", affected="cn/mofcom/2024/46#2"
    ))  # fmt: skip
    assert typed.exit_code == 0, typed.err
    asked = ("--on", "2027-01-15")
    assert status(place, "cn/mofcom/2024/46#2a", *asked)["status"] == "suspended"
    assert status(place, "cn/mofcom/2024/46#2b", *asked)["status"] == "suspended"
    assert status(place, "cn/mofcom/2024/46#1", *asked)["status"] == "in_force"


def test_an_effect_on_something_unknown_is_allowed_but_said(place: Desk) -> None:
    add(place, suspension(931, target="2019年第977号"))
    typed = place.type(*_new(
        place, _announcement(place), quote="第977号暂停实施", affected="cn/mofcom/2019/977"
    ))  # fmt: skip
    assert typed.exit_code == 0
    assert "nothing recorded bears the id cn/mofcom/2019/977" in typed.out


def test_a_retracted_effect_leaves_the_past_answer_as_it_was(place: Desk) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    with time_machine.travel("2026-11-05T10:00:00Z", tick=False):
        place.type("review", "accept", proposal["id"], "--actor", "Ann")
    effect = proposals(place, "--all")[0]["effects"][0]
    typed = place.type("review", "retract", effect, "--reason", "the wrong act", "--actor", "Bob")
    assert typed.exit_code == 0, typed.err
    assert status(place, SUSPENDED, "--on", "2027-01-15")["status"] == "in_force"
    again = place.type("review", "retract", effect, "--reason", "once more", "--actor", "Bob")
    assert again.exit_code == 1
    assert "already" in again.err
    entered = [
        json.loads(line)["body"]
        for line in place.type("export").out.splitlines()
        if json.loads(line).get("name") == "RecordEntered"
    ]
    assert ("retract", "Bob") in [(fact["kind"], fact["by"]) for fact in entered]


RULES: tuple[dict[str, Any], ...] = (
    {
        "type": "instrument",
        "id": "cn/mofcom/2025/980",
        "number": "商务部公告2025年第980号",
        "issuers": ["MOFCOM"],
        "jurisdiction": "CN",
        "announced_at": "2025-01-10",
        "timezone": "Asia/Shanghai",
    },
    {"type": "measure", "id": "cn/mofcom/2025/980#i", "title": "Sieves"},
    {
        "type": "effect",
        "id": "begin",
        "kind": "impose",
        "affecting": "cn/mofcom/2025/980",
        "affected": ["cn/mofcom/2025/980#i"],
        "from": "2025-02-01",
        "through": "2026-01-31",
        "announced_at": "2025-01-10",
    },
)
EXTENDED = "商务部通知\n商务部公告2025年第980号到期后不再延长。\n2026年2月2日\n"


def test_official_word_closes_a_verification_task(place: Desk) -> None:
    place.type("import", str(write_jsonl(place.folder / "rules.jsonl", *RULES)))
    measure = "cn/mofcom/2025/980#i"
    assert status(place, measure)["certainty"] == "unverified"
    tasks = place.type("upcoming", "--format", "json").json["verification"]
    task = next(item["task"] for item in tasks if item["effect"] == "begin")
    told = add(place, EXTENDED, published="2026-02-02").out
    announcement = told.split()[1].rstrip(":")
    (maybe,) = place.type("review", "list", "--format", "json").json["official_words"]
    assert (maybe["task"], maybe["announcement"]) == (task, announcement)
    assert task in place.type("review", "list").out.replace("\n", "")
    words = ("--outcome", "lapsed", "--quote", "到期后不再延长", "--actor", "Ann")
    typed = place.type("review", "close", task, "--announcement", announcement, *words)
    assert typed.exit_code == 0, typed.err
    found = status(place, measure)
    assert found["certainty"] == "confirmed"
    (word,) = [note for note in found["notes"] if note.startswith("official word")]
    assert word.endswith(f": lapsed, announced 2026-02-02 ({announcement})")
    assert place.type("review", "list", "--format", "json").json["official_words"] == []
    left = place.type("upcoming", "--format", "json").json["verification"]
    assert task not in [item["task"] for item in left]
    again = place.type("review", "close", task, "--announcement", announcement, *words)
    assert again.exit_code == 1
    assert "no open task" in again.err
    report = place.type("verify", "--format", "json").json["evidence"]
    assert (report["misplaced"], report["checked"] > 0) == ([], True)


def test_word_from_before_the_lapse_does_not_close_the_task(place: Desk) -> None:
    place.type("import", str(write_jsonl(place.folder / "rules.jsonl", *RULES)))
    tasks = place.type("upcoming", "--format", "json").json["verification"]
    task = next(item["task"] for item in tasks if item["effect"] == "begin")
    early = add(place, EXTENDED, published="2026-01-05").out.split()[1].rstrip(":")
    typed = place.type(
        "review", "close", task, "--outcome", "lapsed", "--announcement", early,
        "--quote", "到期后不再延长", "--actor", "Ann",
    )  # fmt: skip
    assert typed.exit_code == 1
    assert "before 2026-02-01" in typed.err


def test_verify_names_a_sentence_that_does_not_stand_where_a_record_says(place: Desk) -> None:
    add(place, suspension(931))
    line = {
        **RULES[2],
        "id": "misquoted",
        "affected": [SUSPENDED],
        "evidence": {
            "announcement": _announcement(place),
            "quote": "永久停止",
            "start": 5,
            "end": 9,
        },
    }
    place.type("import", str(write_jsonl(place.folder / "wrong.jsonl", line)))
    typed = place.type("verify")
    assert typed.exit_code == 0
    assert "the chain is whole" in typed.out
    assert "misquoted: “永久停止” does not stand in the stored text" in typed.out
    place.type("review", "retract", "misquoted", "--reason", "no such sentence", "--actor", "Ann")
    assert "misquoted" not in place.type("verify").out


def _exported_announcement(place: Desk) -> dict[str, Any]:
    lines = [json.loads(line) for line in place.type("export").out.splitlines()]
    (found,) = [line for line in lines if line["type"] == "announcement"]
    return dict(found)


def test_a_source_that_is_not_ours_is_refused_with_the_nearest_and_the_way_to_add_one(
    place: Desk,
) -> None:
    notice = place.folder / "notice.txt"
    notice.write_text("Notice", encoding="utf-8")
    typed = place.type(
        "review", "add", str(notice), "--source", "mofcon", "--published", "2026-11-01"
    )
    assert typed.exit_code == 1
    assert "no source mofcon (is mofcom meant?)" in typed.err
    assert "tracker sources --available" in typed.err


def test_an_imported_announcement_of_a_source_of_ours_is_read_like_a_polled_one(
    place: Desk,
) -> None:
    add(place, suspension(931))
    line = _exported_announcement(place)
    (place.folder / "other").mkdir()
    other = desk(place.folder / "other")
    other.type("init", "--policy", "person")
    add_source(other)
    file = str(write_jsonl(other.folder / "one.jsonl", line))
    other.type("import", file)
    assert proposals(other)[0]["evidence"] == proposals(place)[0]["evidence"]
    head = other.type("verify").out
    other.type("import", file)
    assert other.type("verify").out == head


def test_an_imported_revision_reopens_what_was_accepted(place: Desk) -> None:
    (place.folder / "other").mkdir()
    other = desk(place.folder / "other")
    other.type("init", "--policy", "person")
    add_source(other)
    url = "https://mofcom.example/931.html"
    for number, last in enumerate(("2027年11月10日", "2027年12月31日")):
        add(place, suspension(931, last=last), name=f"{number}.txt", url=url)
        lines = [json.loads(line) for line in place.type("export").out.splitlines()]
        (line,) = [line for line in lines if line["type"] == "announcement"][number:]
        other.type("import", str(write_jsonl(other.folder / f"{number}.jsonl", line)))
        (proposal,) = proposals(other)
        if number == 0:
            other.type("review", "accept", proposal["id"], "--actor", "Ann")
    assert (proposal["state"], proposal["by"]) == ("reopened", "Ann")
    assert "the text changed" in proposal["reason"]
    assert "2027-12-31" in proposal["summary"]


def test_copies_of_one_notice_that_differ_are_told_whoever_brought_them(place: Desk) -> None:
    add_source(place, "mirror", "official")
    add(place, control(931), url="https://mofcom.example/931.html")
    other = control(931).replace("8106101090", "8106101010")
    add(place, other, source="mirror", url="https://mirror.example/931.html")
    listed = place.type("review", "list").out
    assert "copies differ cn/mofcom/announcement/2026/931" in " ".join(listed.split())
    assert "8106101090" in listed
    assert "8106101010" in listed


def test_what_was_imported_before_its_source_was_ours_is_read_on_demand(place: Desk) -> None:
    add(place, suspension(931))
    line = _exported_announcement(place)
    (place.folder / "other").mkdir()
    other = desk(place.folder / "other")
    other.type("init", "--policy", "person")
    other.type("import", str(write_jsonl(other.folder / "one.jsonl", line)))
    assert proposals(other) == []
    add_source(other)
    assert "1 announcement read; 1 proposal waits" in other.type("review", "read").out
    assert "0 announcements read" in other.type("review", "read").out


def test_the_settings_hold_a_policy_of_ones_own(tmp_path: Path) -> None:
    settings = tmp_path / "tracker.toml"
    settings.write_text(
        '[acceptance]\nname = "house"\n'
        '[[acceptance.rows]]\nauthority = "official"\nclass = "act"\n'
        'completeness = "complete"\naction = "accept"\n'
        '[[acceptance.rows]]\naction = "propose"\n',
        encoding="utf-8",
    )
    place = desk(tmp_path, TRACKER_CONFIG=str(settings))
    assert "acceptance policy: house" in place.type("init").out
    add_source(place)
    add_source(place, "gazette", "official")
    add(place, suspension(931), name="one.txt")
    add(place, suspension(932), name="two.txt", source="gazette")
    states = {one["source"]: one["state"] for one in proposals(place, "--all")}
    assert states == {"mofcom": "waiting", "gazette": "accepted"}
    found = status(place, SUSPENDED, "--on", "2027-01-15")
    assert found["because"][-1]["accepted_by"] == "policy/house"
    settings.write_text('[acceptance]\nname = "house"\nrows = [{action = "trust"}]\n')
    typed = place.type("status", SUSPENDED)
    assert typed.exit_code == 1
    assert "action" in typed.err


def test_a_page_is_fetched_stored_and_read(tmp_path: Path) -> None:
    place = desk(tmp_path, TRACKER_FETCH_ALLOW="127.0.0.0/8,::1/128")
    place.type("init", "--policy", "person")
    add_source(place)
    lines = "".join(f"<p>{line}</p>" for line in suspension(931).splitlines())
    with HTTPServer(host="127.0.0.1") as server:
        server.expect_request("/robots.txt").respond_with_data("", status=404)
        server.expect_request("/931").respond_with_data(
            f"<html><head><meta charset='gb18030'></head><body>{lines}</body></html>".encode(
                "gb18030"
            ),
            content_type="text/html; charset=gb18030",
        )
        words = ("--source", "mofcom", "--published", "2026-10-30", "--actor", "Ann")
        typed = place.type("review", "add", server.url_for("/931"), *words)
        assert typed.exit_code == 0, typed.err
        missing = place.type("review", "add", server.url_for("/932"), *words)
    assert missing.exit_code == 1
    (proposal,) = proposals(place)
    assert proposal["url"].endswith("/931")
    shown = place.type("review", "show", proposal["id"], "--format", "json").json
    assert all(passage["found"] for passage in shown["passages"])


def test_only_documents_with_text_are_taken(tmp_path: Path) -> None:
    place = desk(tmp_path)
    place.type("init", "--empty")
    add_source(place)
    words = ("--source", "mofcom", "--published", "2026-10-30", "--actor", "Ann")
    for name, content, said in (
        ("table.xlsx", b"PK", "can be read"),
        ("empty.txt", b" ", "empty"),
        ("packed.txt", b"\x1f\x8b\x08" + bytes(80), "unpack it first"),
        ("noise.html", bytes(range(256)) * 4, "it is no text"),
    ):
        file = place.folder / name
        file.write_bytes(content)
        typed = place.type("review", "add", str(file), *words)
        assert typed.exit_code == 1
        assert said in typed.err
    missing = place.type("review", "add", str(place.folder / "none.txt"), *words)
    assert missing.exit_code == 1
    assert "none.txt" in missing.err
