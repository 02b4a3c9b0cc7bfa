"""Evidence for an auditor, written by a command, handed on, and checked beside the database."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tests.e2e.commands import Desk, desk, write_jsonl

TEXT = "The Food Office makes this order. Red colourings need a licence from 1 February 2020 on."
QUOTE = "Red colourings need a licence"
RED = "xx/food/2020/1#red"
STATUS = ("status", RED, "--on", "2020-02-05", "--announced-by", "2020-02-01")
HOUR = "2026-11-21T12:00:00Z"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose log holds an act, its stored text, and the sentence that an effect rests on."""
    import base64

    import time_machine

    place = desk(tmp_path_factory.mktemp("evidence"))
    law = write_jsonl(
        place.folder / "law.jsonl",
        {"type": "announcement", "id": "gazette/7", "source": "gazette", "title": "Order No. 1",
         "url": "https://food.example/7", "content_type": "text/plain; charset=utf-8",
         "body": base64.b64encode(TEXT.encode()).decode()},
        {"type": "instrument", "id": "xx/food/2020/1", "title": "Colourings", "jurisdiction": "XX",
         "announced_at": "2020-01-10", "timezone": "Europe/Paris"},
        {"type": "measure", "id": RED, "title": "Red", "terms": {"requirement": "licence"}},
        {"type": "effect", "kind": "impose", "affecting": "xx/food/2020/1", "affected": [RED],
         "from": "2020-02-01", "announced_at": "2020-01-10",
         "evidence": {"announcement": "gazette/7", "quote": QUOTE, "start": TEXT.index(QUOTE),
                      "end": TEXT.index(QUOTE) + len(QUOTE), "field": "from"}},
    )  # fmt: skip
    with time_machine.travel(datetime(2026, 11, 20, tzinfo=UTC), tick=False):
        assert place.type("import", str(law)).exit_code == 0
    return place


def written(place: Desk, name: str, *words: str) -> Path:
    file = place.folder / name
    typed = place.type(*words, "--evidence", str(file), "--by", "Ada")
    assert typed.exit_code == 0, typed.err
    assert f"tracker verify {file}" in typed.err
    return file


def files_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(
    file: Path, to: Path, change: Callable[[dict[str, bytes]], None], *, listed: bool
) -> Path:
    """Copy evidence with other files in it; with ``listed`` its manifest goes along with them."""
    files = files_of(file)
    change(files)
    if listed:
        rows = [
            {"name": name, "bytes": len(body), "sha256": sha256(body).hexdigest()}
            for name, body in sorted(files.items())
            if name != "manifest.json"
        ]
        files["manifest.json"] = json.dumps({"format": 1, "files": rows}).encode()
    with zipfile.ZipFile(to, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return to


def test_evidence_holds_question_answer_quotes_copies_and_a_page(house: Desk) -> None:
    files = files_of(written(house, "red.zip", *STATUS))
    question, answer = json.loads(files["question.json"]), json.loads(files["answer.json"])
    assert question["asked"] == {"measure": RED, "party": None}
    assert question["clocks"] == {
        "on": "2020-02-05", "announced_by": "2020-02-01", "recorded_by": None,
    }  # fmt: skip
    assert question["resolved"]["recorded_by"] == question["asked_at"]
    assert answer == house.type(*STATUS, "--format", "json").json
    evidence, state = json.loads(files["evidence.json"]), json.loads(files["state.json"])
    assert evidence["quotes"][0]["quote"] == QUOTE
    assert evidence["quotes"][0]["stands"] is True
    copy = evidence["copies"][0]
    assert files[copy["file"]] == TEXT.encode()
    assert copy["sha256"] == sha256(TEXT.encode()).hexdigest()
    assert state["person"] == "Ada"
    assert len(state["log"]["head"]) == 64
    assert set(state["versions"]) == {"program", "schema", "field", "field_sha256"}
    page = files["index.html"].decode()
    for part in (QUOTE, RED, state["log"]["head"], "5 February 2020", "Ada", copy["sha256"]):
        assert part in page
    assert not re.search(r"(?:src|href)=|<script|@import|url\(", page)
    assert "size: A4" in page


def test_the_manifest_names_every_file_with_its_hash(house: Desk) -> None:
    files = files_of(written(house, "list.zip", *STATUS))
    listed = json.loads(files.pop("manifest.json"))["files"]
    assert {row["name"]: row["sha256"] for row in listed} == {
        name: sha256(body).hexdigest() for name, body in files.items()
    }


@pytest.mark.parametrize(
    "words",
    [
        (*STATUS, "--recorded-by", HOUR),
        ("rules", "--on", "2020-02-05", "--announced-by", "2020-02-01", "--recorded-by", HOUR),
        ("check", "--element", "Dy", "--from", "CN", "--to", "US", "--on", "2020-02-05",
         "--announced-by", "2020-02-01", "--recorded-by", HOUR),
    ],
)  # fmt: skip
def test_the_same_question_gives_the_same_bytes(house: Desk, words: tuple[str, ...]) -> None:
    one, two = (written(house, name, *words).read_bytes() for name in ("one.zip", "two.zip"))
    assert one == two


def test_untouched_evidence_is_confirmed_also_after_the_log_has_grown(house: Desk) -> None:
    file = written(house, "whole.zip", *STATUS)
    first = house.type("verify", str(file))
    assert first.exit_code == 0, first.out
    more = write_jsonl(
        house.folder / "more.jsonl",
        {"type": "effect", "kind": "repeal", "affecting": "xx/food/2020/1", "affected": [RED],
         "from": "2020-02-02", "announced_at": "2020-01-20"},
    )  # fmt: skip
    assert house.type("import", str(more)).exit_code == 0
    assert house.type(*STATUS, "--format", "json").json["status"] == "repealed"
    again = house.type("verify", str(file))
    assert again.exit_code == 0, again.out
    for told in (
        "All 6 files are as the manifest says.",
        "whose chain is whole",
        "1 stored copies are those of this database; 1 quotes stand.",
        "the answer is the same",
        "Page, quotes and clocks are what that answer makes.",
    ):
        assert told in again.out
    as_json = house.type("verify", str(file), "--format", "json").json
    assert as_json["ok"] is True


def _answers_otherwise(files: dict[str, bytes]) -> None:
    answer = json.loads(files["answer.json"])
    answer["status"] = "pending"
    files["answer.json"] = json.dumps(answer).encode()


def _another_head(files: dict[str, bytes]) -> None:
    state = json.loads(files["state.json"])
    state["log"]["head"] = "0" * 63 + "1"
    files["state.json"] = json.dumps(state).encode()


def _another_position(files: dict[str, bytes]) -> None:
    state = json.loads(files["state.json"])
    state["log"]["position"] -= 1
    files["state.json"] = json.dumps(state).encode()


def _another_quote(files: dict[str, bytes]) -> None:
    evidence = json.loads(files["evidence.json"])
    evidence["quotes"][0]["quote"] = "Red colourings need nothing"
    files["evidence.json"] = json.dumps(evidence).encode()


def _another_copy(files: dict[str, bytes]) -> None:
    name = next(name for name in files if name.startswith("copies/"))
    files[name] = b"Red colourings are free."


def _another_page(files: dict[str, bytes]) -> None:
    files["index.html"] = files["index.html"].replace(b"licence", b"nothing")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_answers_otherwise, 'status was "pending", now'),
        (_another_head, "The head is not confirmed"),
        (_another_position, "The head does not stand at position"),
        (_another_quote, "A quote does not stand"),
        (_another_copy, "does not fit its SHA-256"),
        (_another_page, "index.html is not what this program makes"),
    ],
)
@pytest.mark.parametrize("listed", [False, True])
def test_changed_evidence_is_refused_with_the_reason_even_with_a_new_manifest(
    house: Desk, tmp_path: Path, change: Callable[[dict[str, bytes]], None], told: str, listed: bool
) -> None:
    file = written(house, "sound.zip", *STATUS)
    found = house.type("verify", str(changed(file, tmp_path / "x.zip", change, listed=listed)))
    assert found.exit_code == 1
    assert told in found.out
    assert ("is not what the manifest says" in found.out) is not listed


def test_missing_and_added_files_are_named(house: Desk, tmp_path: Path) -> None:
    file = written(house, "sound.zip", *STATUS)

    def swap(files: dict[str, bytes]) -> None:
        del files["index.html"]
        files["extra.txt"] = b"x"

    found = house.type("verify", str(changed(file, tmp_path / "x.zip", swap, listed=False)))
    assert found.exit_code == 1
    assert "index.html is missing" in found.out
    assert "extra.txt is not in the manifest" in found.out


def test_evidence_of_another_database_is_not_confirmed(house: Desk, tmp_path: Path) -> None:
    file = written(house, "sound.zip", *STATUS)
    other = desk(tmp_path)
    found = other.type("verify", str(file))
    assert found.exit_code == 1
    assert "The head is not confirmed" in found.out
    assert "cannot be asked again" in found.out
    assert "This database holds no such copy" in found.out


def _zip(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return made.getvalue()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"no zip", "is no ZIP"),
        (_zip({}), "holds no manifest.json"),
        (_zip({"../evil.txt": b"x"}), "refused"),
        (_zip({"/etc/passwd": b"x"}), "refused"),
        (_zip({"a/b/c": b"x"}), "refused"),
        (_zip({"manifest.json": b"[]"}), "no JSON object"),
        (_zip({"manifest.json": b"{"}), "no JSON"),
        (_zip({f"copies/{n}": b"" for n in range(5_001)}), "at most 5000"),
        (_zip({"manifest.json": b" " * (501 * 2**20)}), "unpacks to more than 500 MiB"),
    ],
    ids=["text", "empty", "up", "root", "deep", "list", "cut", "many", "bomb"],
)
def test_hostile_archives_are_refused_in_one_sentence(
    house: Desk, tmp_path: Path, body: bytes, told: str
) -> None:
    file = tmp_path / "evil.zip"
    file.write_bytes(body)
    found = house.type("verify", str(file))
    assert found.exit_code == 1
    assert told in found.err
    assert not (tmp_path / "evil.txt").exists()


def test_a_questions_own_words_cannot_break_the_check(house: Desk, tmp_path: Path) -> None:
    def strange(files: dict[str, bytes]) -> None:
        question = json.loads(files["question.json"])
        question["command"] = "rebuild"
        files["question.json"] = json.dumps(question).encode()

    file = written(house, "sound.zip", *STATUS)
    found = house.type("verify", str(changed(file, tmp_path / "x.zip", strange, listed=True)))
    assert found.exit_code == 1
    assert "no question that evidence is made of" in found.err


def test_evidence_is_of_one_product_on_one_day(house: Desk, tmp_path: Path) -> None:
    out = str(tmp_path / "x.zip")
    typed = house.type("check", "--element", "Dy", "--versus", "2020-01-01", "--evidence", out)
    assert typed.exit_code == 2
    assert "one product on one day" in typed.err
    typed = house.type("verify", str(written(house, "s.zip", *STATUS)), "--head", "00")
    assert typed.exit_code == 2
