"""The documents say what the program does: its commands, its settings, its two commands."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest

from tracker.cli import main
from tracker.config import ENVIRONMENT, Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _table(heading: str) -> str:
    return README.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def test_the_readme_has_five_to_nine_hundred_words() -> None:
    assert 500 <= len(CODE_BLOCK.sub("", README).split()) <= 900


def test_the_readme_lists_every_command_and_no_other() -> None:
    told = re.findall(r"^\| `tracker ([a-z]+)` \|", _table("Commands"), re.MULTILINE)
    assert set(told) == set(main.commands)


def test_the_docs_list_every_setting_and_its_variable() -> None:
    table = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = [row for row in table.splitlines() if row.startswith("| `")]
    told = {name for row in rows for name in re.findall(r"`([a-z_.]+)`", row.split("|")[1])}
    assert told == set(_fields(Settings))
    for variable, setting in ENVIRONMENT.items():
        row = next(row for row in rows if f"`{setting}`" in row)
        assert f"`{variable}`" in row


def _fields(struct: type[msgspec.Struct], prefix: str = "") -> Iterator[str]:
    """Yield the settings; those of a section behind its name."""
    for field in msgspec.structs.fields(struct):
        section = field.default_factory
        if isinstance(section, type) and issubclass(section, msgspec.Struct):
            yield from _fields(section, f"{field.name}.")
        else:
            yield f"{prefix}{field.name}"


def test_ci_runs_the_second_command_of_the_readme() -> None:
    commands = re.findall(r"^```sh\n(.+?)\n```", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def _all(command: click.Command, name: str) -> list[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        named = [(f"{name} {key}", part) for key, part in command.commands.items()]
        return [pair for key, part in named for pair in _all(part, key)]
    return [(name, command)]


@pytest.mark.parametrize(("name", "command"), _all(main, "tracker"))
def test_every_command_explains_itself(name: str, command: click.Command) -> None:
    assert command.help
    context = click.Context(command, info_name=name)
    assert "Usage:" in command.get_help(context)


@pytest.mark.parametrize("name", sorted(set(main.commands) - {"source", "rulebook"}))
def test_every_top_level_command_shows_an_example(name: str) -> None:
    help_text = main.commands[name].help or ""
    assert "Example" in help_text


def test_help_imports_nothing_heavy() -> None:
    """What makes start-up slow is kept out of --help; the clock itself is a benchmark's matter."""
    script = (
        "import sys; from tracker.cli import main; "
        "main(['--help'], standalone_mode=False); "
        "print([name for name in ('sqlalchemy', 'rich', 'fastapi', 'feedparser', 'lxml', 'jinja2') "
        "if name in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    ).stdout
    assert shown.splitlines()[-1] == "[]"
