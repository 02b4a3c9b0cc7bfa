"""On the bundled rulebook: does a digest hold what a lawyer would expect, and nothing else?"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.commands import Desk, desk

CN = "cn/mofcom/2025/"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    found = desk(tmp_path_factory.mktemp("desk"))
    assert found.type("init").exit_code == 0
    return found


def week(place: Desk, ending: str) -> Any:
    out = place.type("digest", "--period", "weekly", "--ending", ending, "--format", "json").out
    return json.loads(out)


def acts(lines: Any) -> list[str]:
    return list(dict.fromkeys((line.get("line") or line)["act"]["id"] for line in lines))


def test_the_week_of_9_october_2025(place: Desk) -> None:
    made = week(place, "2025-10-12")
    told = set(acts(made["announced"]))
    assert {f"{CN}{number}" for number in (55, 56, 57, 58, 61, 62)} <= told
    assert f"{CN}70" not in told
    starts = [line["from"] for line in made["announced"] if line["act"]["id"] == f"{CN}61"]
    assert {"2025-10-09", "2025-12-01"} <= set(starts)
    turned = {(line["act"]["id"], line["turned_on"]) for line in map(_flat, made["took_effect"])}
    assert (f"{CN}61", "2025-10-09") in turned
    assert (f"{CN}62", "2025-10-09") in turned
    ahead = {(line["act"]["id"], line["on"]) for line in made["coming_up"]}
    assert {(f"{CN}57", "2025-11-08"), (f"{CN}61", "2025-12-01")} <= ahead
    assert made["corrections"] == []
    assert all("2025-10-06" <= line["announced_on"] <= "2025-10-12" for line in made["announced"])


def test_the_week_of_7_november_2025(place: Desk) -> None:
    made = week(place, "2025-11-09")
    assert set(acts(made["announced"])) == {f"{CN}70", f"{CN}72", f"{CN}qa-2025-11-05"}
    line = next(one for one in made["announced"] if one["act"]["id"] == f"{CN}70")
    assert (line["from"], line["through"], line["last_day_unclear"]) == (
        "2025-11-07", "2026-11-10", True,
    )  # fmt: skip
    assert {part["instrument"]["id"] for part in line["parts"]} == {
        f"{CN}{number}" for number in (55, 56, 57, 58, 61, 62)
    }
    still = next(one for one in line["standing"] if one["instrument"]["id"] == f"{CN}18")
    assert [measure["provision"] for measure in still["measures"]] == [
        "I", "II", "III", "IV", "V", "VI", "VII",
    ]  # fmt: skip
    never = {part["instrument"]["id"] for part in line["parts"] if part["never_in_force"]}
    assert never == {f"{CN}{number}" for number in (55, 56, 57, 58, 61)}
    assert made["took_effect"] == []
    assert set(acts(map(_flat, made["ended"]))) == {f"{CN}70", f"{CN}72"}


def test_the_week_of_9_november_2026(place: Desk) -> None:
    made = week(place, "2026-11-15")
    assert made["announced"] == made["took_effect"] == made["ended"] == []
    lapsed = [line for line in made["needs_action"] if line["turned_in_window"]]
    assert {(line["act"]["id"], line["ended_on"]) for line in lapsed} == {
        (f"{CN}70", "2026-11-10"),
        (f"{CN}qa-2025-11-05", "2026-11-09"),
        ("us/bis/2025/affiliates-suspension", "2026-11-09"),
    }
    assert acts(made["coming_up"]) == [f"{CN}72"]
    assert made["coverage"]["jurisdictions"][0]["unread_from"] is not None


def test_on_21_november_2026_the_first_line_is_the_overdue_verification(place: Desk) -> None:
    for form in ("text", "html", "eml"):
        out = place.type(
            "digest", "--period", "weekly", "--ending", "2026-11-21", "--format", form
        ).out
        shown = re.sub(r"<[^>]+>", " ", out) if form != "text" else out
        if form == "eml":
            shown = shown.replace("=\n", "").replace("=20", " ")
        first = " ".join(shown[shown.index("Verify:") :].split())
        assert first.startswith("Verify: what became of the suspension by Announcement 70 of 2025?")
        assert "Overdue by 10 days" in first[:500]
        assert "NOT VERIFIED" in first[:500]
        said = " ".join(shown.split())
        assert not re.search(r"(suspension (has )?(ended|lapsed)|is lifted|was lifted)", said)


def test_a_digest_can_be_made_as_it_was_recorded(place: Desk) -> None:
    words = ("digest", "--period", "weekly", "--ending", "2025-11-09", "--format", "json")
    assert json.loads(place.type(*words, "--recorded-by", "2025-11-09").out)["announced"] == []
    assert json.loads(place.type(*words).out)["announced"] != []


def _flat(line: Any) -> Any:
    return {**line["line"], **line} if "line" in line else line


def test_the_mails_of_all_weeks_stay_under_the_limit(place: Desk, tmp_path: Path) -> None:
    from email import message_from_bytes, policy

    for ending in ("2025-10-12", "2025-11-09", "2026-11-15"):
        for language in ("en", "zh"):
            file = tmp_path / "week.eml"
            place.type(
                "digest", "--period", "weekly", "--ending", ending, "--format", "eml",
                "--language", language, "--out", str(file),
            )  # fmt: skip
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            html = mail.get_body(("html",))  # type: ignore[attr-defined]
            assert len(html.get_content().encode()) < 95_000
