"""Backup, damage, restore, upgrade and going back, typed as docs/operations.md says."""

import re
import shlex
from pathlib import Path

import click
import pytest

from tests.contract.postgres import Postgres
from tests.e2e.commands import Desk, Typed, desk
from tracker.cli import main
from tracker.store.schema import REVISION

DOCS = Path(__file__).resolve().parents[2] / "docs" / "operations.md"
TEXT = DOCS.read_text(encoding="utf-8")
SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
BACKUP = "tracker-2026-10-01.db"


def section(heading: str) -> list[str]:
    """The lines that the document tells to type under a heading."""
    text = TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [line for block in SHELL_BLOCK.findall(text) for line in block.splitlines()]


def told_commands() -> list[str]:
    """Every command that the document names, in a block or in a line."""
    blocks = [line for block in SHELL_BLOCK.findall(TEXT) for line in block.splitlines()]
    inline = re.findall(r"`(tracker [^`]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL))
    cron = re.findall(r"\* (tracker .+?) &&", TEXT)
    unit = re.findall(r"ExecStart=\S+/(tracker .+)", TEXT)
    return [
        line.replace("\n", " ")
        for line in (*blocks, *inline, *cron, *unit)
        if line.startswith("tracker ")
    ]


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    found = desk(tmp_path)
    assert found.type("init").exit_code == 0
    return found


def type_line(place: Desk, line: str) -> Typed:
    """Type a line of the document, its folders being folders of this test."""
    folder = place.folder
    for name in ("/backups/", "/tmp/drill.db"):
        line = line.replace(name, f"{folder}{name}")
    command, _, out = line.partition(" > ")
    words = shlex.split(command)
    assert words[0] == "tracker"
    words = [str(folder / word) if word == "before.json" else word for word in words[1:]]
    typed = place.type(*words)
    assert typed.exit_code == 0, f"{line}: {typed.err}"
    if out:
        (folder / out).write_text(typed.out, encoding="utf-8")
    return typed


def head_in(typed: Typed) -> str:
    found = re.search(r"^head ([0-9a-f]{64})$", typed.out, re.MULTILINE)
    assert found, typed.out
    return found[1]


def damage(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[data.index(b"outside China to third countries")] ^= 1
    file.write_bytes(bytes(data))


@pytest.mark.parametrize("line", told_commands())
def test_every_command_of_the_document_exists(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0])[1:]
    command: click.Command = main
    while isinstance(command, click.Group):
        assert words, line
        command = command.commands[words.pop(0)]
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= options, line


def test_the_drill_of_the_document_gives_the_same_head(place: Desk) -> None:
    kept, *looks = section("Backup")
    head = head_in(type_line(place, kept))
    looked = [type_line(place, line) for line in looks]
    assert head_in(looked[0]) == head

    drill = section("The restore drill")
    assert [head_in(type_line(place, line)) for line in drill[:2]] == [head, head]

    damage(place.database)
    assert place.type("verify").exit_code == 1
    restored, verified = (type_line(place, line) for line in drill[2:])
    assert head_in(restored) == head_in(verified) == head
    (aside,) = place.folder.glob("tracker.db.replaced-*")
    assert str(aside) in restored.out


def test_the_upgrade_of_the_document_can_be_gone_back(place: Desk) -> None:
    head = head_in(place.type("verify"))
    before, rehearsed, upgraded, back, verified = section("Upgrade, and going back")
    type_line(place, before)
    said = type_line(place, rehearsed).out
    assert f"schema {REVISION} found, {REVISION} known: nothing to migrate" in said
    assert "0 of today's answers change" in said
    assert "the database is untouched" in said
    said = type_line(place, upgraded).out
    told = re.search(r"^  (tracker restore .+)$", said, re.MULTILINE)
    assert told, said
    (kept,) = place.folder.glob(f"tracker-*-{REVISION}-{head[:12]}.db")
    assert str(kept) in told[1]
    assert head_in(type_line(place, told[1])) == head
    name = shlex.split(back)[2]
    assert head_in(type_line(place, back.replace(name, str(kept)))) == head
    assert head_in(type_line(place, verified)) == head


def test_the_head_of_a_digest_is_a_witness(place: Desk) -> None:
    found = re.search(r"\b[0-9a-f]{64}\b", place.type("digest").out)
    assert found
    assert place.type("verify", "--head", found[0]).exit_code == 0


def test_the_three_commands_answer_in_json(place: Desk, tmp_path: Path) -> None:
    file = tmp_path / BACKUP
    kept = place.type("backup", str(file), "--format", "json").json
    assert kept == {"file": str(file), "head": kept["head"], "position": kept["position"]}
    other = f"sqlite:///{tmp_path / 'other.db'}"
    done = place.type("restore", str(file), "--database", other, "--format", "json").json
    assert done == {"head": kept["head"], "position": kept["position"], "aside": None}
    rehearsed = place.type("upgrade", "--dry-run", "--format", "json").json
    assert rehearsed["dry_run"] is True
    assert (rehearsed["found"], rehearsed["known"]) == (REVISION, REVISION)
    assert (rehearsed["changed"], rehearsed["backup"]) == ([], None)
    assert rehearsed["head"] == kept["head"]


def test_what_is_refused_is_one_sentence_and_changes_nothing(place: Desk, tmp_path: Path) -> None:
    head = head_in(place.type("verify"))
    file = tmp_path / BACKUP
    assert place.type("backup", str(file)).exit_code == 0
    for words, reason in (
        (("backup", str(file)), "exists already"),
        (("backup", str(place.database), "--force"), "belongs to the database itself"),
        (("restore", str(file)), "holds events already"),
        (("restore", str(tmp_path / "none.db"), "--force"), "there is no backup at"),
        (("upgrade", "--database", f"sqlite:///{tmp_path / 'none.db'}"), "there is no database"),
    ):
        typed = place.type(*words)
        assert typed.exit_code == 1, words
        assert reason in typed.err
        assert len(typed.err.splitlines()) == 1
        assert head_in(place.type("verify")) == head
    assert not (tmp_path / "none.db").exists()


def test_a_move_to_a_server_and_back_keeps_the_head(
    place: Desk, tmp_path: Path, postgres: Postgres
) -> None:
    head = head_in(place.type("backup", str(tmp_path / "now.db")))
    server = postgres.empty()
    typed = place.type("restore", str(tmp_path / "now.db"), "--database", server)
    assert head_in(typed) == head
    assert head_in(place.type("verify", "--database", server)) == head
    typed = place.type("upgrade", "--database", server)
    assert typed.exit_code == 2
    assert "--backups FOLDER" in typed.err
    typed = place.type("upgrade", "--database", server, "--backups", str(tmp_path / "kept"))
    assert typed.exit_code == 0, typed.err
    (kept,) = (tmp_path / "kept").iterdir()
    assert f"tracker restore {kept} --database postgresql://…/NEW" in typed.out
    assert head_in(place.type("verify", "--database", f"sqlite:///{kept}")) == head


def test_the_database_may_be_named_before_the_command(place: Desk, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path / 'other.db'}"
    made = place.type("--database", other, "init", "--empty")
    assert made.exit_code == 0, made.err
    assert head_in(place.type("verify", "--database", other)) != head_in(place.type("verify"))
    here = place.type("--database", other, "verify", "--database", place.url)
    assert head_in(here) == head_in(place.type("verify")), "the one after the command counts"
