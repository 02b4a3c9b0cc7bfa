"""What happens to a log when the rulebook's files change, or belong to another field of law."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.commands import Desk, desk, write_jsonl
from tracker.resources import data

I1 = "cn/mofcom/2025/61#i-1"


@pytest.fixture
def own(tmp_path: Path) -> Desk:
    """A desk whose rulebook is a copy of the bundled one, loaded."""
    shutil.copytree(str(data("db/rulebook")), tmp_path / "rulebook")
    config = tmp_path / "settings.toml"
    config.write_text(f'rulebook = "{tmp_path / "rulebook"}"\n')
    place = desk(tmp_path, TRACKER_CONFIG=str(config))
    assert place.type("init").exit_code == 0
    return place


def _correct(place: Desk, file: str, old: str, new: str) -> None:
    path = next((place.folder / "rulebook").rglob(file))
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def _start(place: Desk, *clocks: str) -> str:
    asked = ("status", I1, "--on", "2025-11-01", "--announced-by", "2025-11-01", *clocks)
    return str(place.type(*asked, "--format", "json").json["next"]["on"])


def test_loading_the_rulebook_again_appends_nothing(own: Desk) -> None:
    before = own.type("verify").out
    assert own.type("rulebook", "apply").exit_code == 0
    assert own.type("init").exit_code == 0
    assert own.type("verify").out == before


def test_a_corrected_date_retracts_the_old_effect_and_keeps_the_old_answer(own: Desk) -> None:
    recorded = own.type("status", I1, "--format", "json").json["because"][0]["accepted_at"]
    _correct(own, "mofcom-2025-61.yaml", "from: 2025-12-01", "from: 2025-12-02")
    plan = own.type("rulebook", "diff", "--format", "json").json
    assert {change["action"] for change in plan["changes"]} == {"replace"}
    assert len(plan["changes"]) == 2
    assert _start(own) == "2025-12-01", "diff records nothing"
    assert own.type("rulebook", "apply").exit_code == 0
    assert _start(own) == "2025-12-02"
    assert _start(own, "--recorded-by", recorded) == "2025-12-01"
    assert own.type("rulebook", "diff", "--format", "json").json["changes"] == []
    _correct(own, "mofcom-2025-61.yaml", "from: 2025-12-02", "from: 2025-12-01")
    assert own.type("rulebook", "apply").exit_code == 0
    assert _start(own) == "2025-12-01", "going back is one more correction"
    assert own.type("verify").exit_code == 0


def test_a_correction_shows_as_corrected_between_two_states_of_the_record(own: Desk) -> None:
    recorded = own.type("status", I1, "--format", "json").json["because"][0]["accepted_at"]
    _correct(own, "mofcom-2025-61.yaml", "from: 2025-12-01", "from: 2025-12-02")
    own.type("rulebook", "apply")
    found = own.type(
        "diff", "--on", "2025-12-01", "--announced-by", "2025-11-01", "--recorded-by", recorded,
        "--versus", "2030-01-01", "--format", "json",
    ).json  # fmt: skip
    difference = next(item for item in found["differences"] if item["measure"] == I1)
    assert {cause["cause"] for cause in difference["causes"]} == {"newly_recorded", "corrected"}


def test_an_upgraded_rulebook_is_never_applied_silently(own: Desk) -> None:
    _correct(own, "mofcom-2025-61.yaml", "from: 2025-12-01", "from: 2025-12-02")
    typed = own.type("init")
    assert "2 changes wait" in typed.out
    own.type("demo")
    assert _start(own) == "2025-12-01"


def test_what_a_person_retracted_stays_retracted(own: Desk, tmp_path: Path) -> None:
    effect = own.type("status", I1, "--format", "json").json["because"][0]["effect"]
    line = {"type": "retract", "effect": effect, "reason": "the annex was misread"}
    own.type("import", str(write_jsonl(tmp_path / "own.jsonl", line)))
    _correct(own, "mofcom-2025-61.yaml", "from: 2025-12-01", "from: 2025-12-02")
    plan = own.type("rulebook", "diff", "--format", "json").json
    assert effect in {kept["id"] for kept in plan["kept"]}
    own.type("rulebook", "apply")
    assert own.type("status", I1, "--format", "json").json["status"] == "unknown"


def test_what_a_person_corrected_stays_corrected(own: Desk, tmp_path: Path) -> None:
    line = {"type": "measure", "id": I1, "title": "Ours", "terms": {"elements": ["Dy"]},
            "corrects": True}  # fmt: skip
    assert own.type("import", str(write_jsonl(tmp_path / "own.jsonl", line))).exit_code == 0
    own.type("rulebook", "apply")
    assert own.type("status", I1, "--format", "json").json["title"] == "Ours"


def test_an_unknown_key_is_refused_with_file_line_and_the_nearest_name(own: Desk) -> None:
    _correct(own, "mofcom-2025-18.yaml", "elements: [Dy]", "elemnts: [Dy]")
    typed = own.type("rulebook", "diff")
    assert typed.exit_code == 1
    assert "mofcom-2025-18.yaml:" in typed.err
    assert "elemnts" in typed.err
    assert "elements" in typed.err


def test_the_audit_counts_how_effects_are_backed(own: Desk) -> None:
    found = own.type("rulebook", "audit", "--format", "json").json
    assert found["effects"] == 104
    assert found["with_sentence"] == 0
    assert 0 < found["low_confidence"] < found["effects"]
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"{found['effects']} effects" in readme


FIELD = """
key: food-colourings
title: {en: Food colourings, zh: 食用色素}
disclaimer: {en: Invented for a test., zh: 为测试而虚构。}
term_keys:
  requirement: {kind: text, matchable: true, about: What is asked for.}
  colours: {kind: text list, matchable: true, about: The colourings.}
requirements:
  label: {en: warning label, zh: 警示标签}
threshold_operators: [">="]
units: {}
elements: {}
jurisdictions:
  XX: {names: {en: Examplia, zh: 示例国}, zone: Europe/Brussels}
issuers:
  Colour Board:
    jurisdiction: XX
    series: xx/cb
    names: {en: [Colour Board], zh: [色素局]}
"""

BOOK = """
covered_through: 2026-01-31
coverage: Everything that the Colour Board of Examplia ever published.
jurisdictions: [XX]
licence: CC0-1.0
"""

ACT = """
instrument: xx/cb/2026/1
titles: {en: A label for tartrazine, zh: 柠檬黄标签}
titles_by: tracker
number: CB 1/2026
kind: announcement
jurisdiction: XX
issuers: [Colour Board]
issued_on: 2026-01-05
announced_at: 2026-01-05
timezone: Europe/Brussels
authority: issuer
confidence: high
sources:
  - {url: https://colour.example/1}
measures:
  label:
    provision: sole
    title: A warning label on tartrazine
    terms: {requirement: label, colours: [tartrazine]}
effects:
  - {key: impose, kind: impose, affected: [label], from: 2026-02-01, basis: stated}
"""


def test_an_invented_field_with_its_own_rulebook_works_the_same(tmp_path: Path) -> None:
    (tmp_path / "field.yaml").write_text(FIELD, encoding="utf-8")
    book = tmp_path / "book"
    book.mkdir()
    (book / "rulebook.yaml").write_text(BOOK, encoding="utf-8")
    (book / "act.yaml").write_text(ACT, encoding="utf-8")
    config = tmp_path / "settings.toml"
    config.write_text(f'field = "{tmp_path / "field.yaml"}"\nrulebook = "{book}"\n')
    place = desk(tmp_path, TRACKER_CONFIG=str(config))
    assert place.type("init", "--empty").exit_code == 0
    listed = place.type("rules", "--format", "json")
    assert listed.exit_code == 0, listed.err
    assert place.type("rules", "--format", "json").json["freshness"]["state"] == "not_tracked"
    applied = place.type("rulebook", "apply")
    assert applied.exit_code == 0, applied.err
    found = place.type(
        "status", "xx/cb/2026/1#label", "--on", "2026-02-01", "--announced-by", "2026-02-01",
        "--format", "json",
    ).json  # fmt: skip
    assert (found["status"], found["certainty"]) == ("in_force", "confirmed")
    assert found["freshness"]["covered_through"] == "2026-01-31"
    table = place.type("rules", "--on", "2026-02-01")
    assert "Invented for a test." in table.out
    by_colour = place.type(
        "rules", "--on", "2026-02-01", "--item", "Tartrazine", "--format", "json"
    ).json
    assert [rule["measure"] for rule in by_colour["rules"]] == ["xx/cb/2026/1#label"]
