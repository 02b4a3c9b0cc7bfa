"""A log goes out, comes back and is checked, typed as a person types it."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.commands import Desk, desk, write_jsonl

NEW = {
    "type": "effect",
    "kind": "extend",
    "affecting": "cn/mofcom/2025/68",
    "affected": ["cn/mofcom/2025/68#conditions"],
    "through": "2028-12-31",
    "announced_at": "2026-10-01",
}


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    found = desk(tmp_path)
    assert found.type("demo").exit_code == 0
    return found


def _head(place: Desk) -> dict[str, object]:
    found: dict[str, object] = place.type("verify", "--format", "json").json
    return found


def test_a_log_that_is_exported_and_restored_has_the_same_head(place: Desk, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"
    assert place.type("export", "--out", str(file)).exit_code == 0
    (tmp_path / "other").mkdir()
    other = desk(tmp_path / "other")
    assert other.type("import", "--restore", str(file)).exit_code == 0
    assert _head(other) == _head(place)
    asked = ("status", "cn/mofcom/2025/61#i-1", "--on", "2025-12-05", "--format", "json")
    assert other.type(*asked).json == place.type(*asked).json
    again = other.type("import", "--restore", str(file), "--format", "json").json
    assert again["recorded"] == 0
    assert _head(other) == _head(place)


def test_a_verification_closes_the_task_of_a_lapse(place: Desk, tmp_path: Path) -> None:
    measure = "cn/mofcom/2025/61#i-1"
    answer = place.type("status", measure, "--format", "json").json
    assert answer["certainty"] == "unverified"
    suspension = next(part for part in answer["because"] if part["kind"] == "suspend")
    line = {
        "type": "verification",
        "effect": suspension["effect"],
        "outcome": "lapsed",
        "announced_at": "2026-11-12",
        "evidence": {"announcement": "x", "quote": "the suspension is over", "start": 0, "end": 22},
    }
    assert place.type("import", str(write_jsonl(tmp_path / "v.jsonl", line))).exit_code == 0
    assert place.type("status", measure, "--format", "json").json["certainty"] == "confirmed"
    tasks = place.type("upcoming", "--format", "json").json["verification"]
    assert "cn/mofcom/2025/70" not in {task["affecting"] for task in tasks}


def test_a_bad_line_is_named_and_nothing_of_its_file_is_recorded(
    place: Desk, tmp_path: Path
) -> None:
    before = _head(place)
    file = write_jsonl(tmp_path / "bad.jsonl", NEW, {**NEW, "trough": "2029-12-31"})
    typed = place.type("import", str(file))
    assert typed.exit_code == 1
    assert "bad.jsonl:2" in typed.err
    assert "trough" in typed.err
    assert _head(place) == before


def test_importing_twice_records_nothing_the_second_time(place: Desk, tmp_path: Path) -> None:
    file = str(write_jsonl(tmp_path / "new.jsonl", NEW))
    first = place.type("import", file)
    assert first.out == "1 recorded, 0 unchanged\n"
    head = _head(place)
    assert place.type("import", file).out == "0 recorded, 1 unchanged\n"
    assert _head(place) == head


def test_a_record_with_other_content_is_refused_with_both_lines_shown(
    place: Desk, tmp_path: Path
) -> None:
    line = {"type": "measure", "id": "cn/mofcom/2025/61#i-1", "title": "Other", "terms": {}}
    typed = place.type("import", str(write_jsonl(tmp_path / "m.jsonl", line)))
    assert typed.exit_code == 1
    assert "Export control of certain rare-earth items abroad" in typed.err
    assert '"title": "Other"' in typed.err


def test_a_flipped_byte_is_found_with_its_position(place: Desk, tmp_path: Path) -> None:
    copy = desk(tmp_path / "copy")
    copy.folder.mkdir()
    with (
        closing(sqlite3.connect(place.database)) as source,
        closing(sqlite3.connect(copy.database)) as target,
    ):
        source.backup(target)
    data = bytearray(copy.database.read_bytes())
    spot = data.index(b"outside China to third countries")
    data[spot] ^= 1
    copy.database.write_bytes(bytes(data))
    typed = copy.type("verify")
    assert typed.exit_code == 1
    assert "the log is broken at position " in typed.err
    assert place.type("verify").exit_code == 0


def test_a_cut_tail_is_found_by_the_head_that_a_witness_kept(place: Desk, tmp_path: Path) -> None:
    head = str(_head(place)["head"])
    assert place.type("verify", "--head", head).exit_code == 0
    with closing(sqlite3.connect(place.database)) as connection, connection:
        connection.execute("DROP TRIGGER events_refuse_delete")
        connection.execute(
            "DELETE FROM events WHERE position > (SELECT max(position) - 3 FROM events)"
        )
    typed = place.type("verify", "--head", head)
    assert typed.exit_code == 1
    assert place.type("verify").exit_code == 1, "the read model has seen more events"


def test_raw_updates_and_deletes_are_refused(place: Desk) -> None:
    connection = sqlite3.connect(place.database)
    for statement in (
        "UPDATE events SET name = 'Other' WHERE position = 1",
        "DELETE FROM events WHERE position = 1",
        "UPDATE documents SET bytes = x'00'",
        "DELETE FROM documents",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_rebuild_tells_that_the_result_is_equal(place: Desk) -> None:
    done = place.type("rebuild", "--format", "json").json
    assert done["equal"] is True
    assert done["events"] == _head(place)["position"]


def test_a_vanished_database_file_starts_anew_and_a_broken_one_is_told(tmp_path: Path) -> None:
    place = desk(tmp_path)
    place.database.write_bytes(b"no database at all, but long enough to look like one" * 40)
    typed = place.type("rules")
    assert typed.exit_code == 1
    assert "no sound SQLite database" in typed.err
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    assert place.type("rules", "--format", "json").json["rules"] == []


def test_every_line_of_an_export_is_json_with_its_recorded_time(place: Desk) -> None:
    lines = [json.loads(line) for line in place.type("export").out.splitlines()]
    assert all(line["recorded_at"].endswith("Z") for line in lines)
    assert {"instrument", "measure", "effect", "announcement", "event"} <= {
        line["type"] for line in lines
    }
