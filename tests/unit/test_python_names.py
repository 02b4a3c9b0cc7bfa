"""What the commands are called is what Python calls them: `tracker.open(url)` has their names."""

import inspect
from pathlib import Path

import pytest

import tracker
from tracker.cli import main

OF_THE_INSTALLATION = {"demo", "run", "serve", "mcp", "doctor", "restore", "upgrade"}
"""Commands that start, show or repair an installation; they are no question to an open log."""

OTHERWISE_NAMED = {"import": "import_"}
"""What Python keeps for itself."""


@pytest.mark.parametrize("command", sorted(set(main.commands) - OF_THE_INSTALLATION))
def test_an_open_tracker_has_every_command(command: str, tmp_path: Path) -> None:
    name = OTHERWISE_NAMED.get(command, command)
    with tracker.open(f"sqlite:///{tmp_path / 'tracker.db'}") as opened:
        found = getattr(opened, name)
    assert inspect.getdoc(found) or callable(found)


def test_a_log_is_filled_once_and_asked(tmp_path: Path) -> None:
    with tracker.open(f"sqlite:///{tmp_path / 'tracker.db'}") as opened:
        assert opened.init(empty=True) is None
        assert opened.log.head().position == 0
        assert opened.init() is not None
        assert opened.init() is None
        assert opened.rulebook.diff().changes == ()
        found = opened.check({"elements": [{"symbol": "Dy"}], "from": "CN", "to": "US"})
        assert found.checked.findings
        assert opened.feed("csv").startswith(b"\xef\xbb\xbf")
