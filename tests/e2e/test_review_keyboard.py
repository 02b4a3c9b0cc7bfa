"""Ten proposals decided by keyboard, in a real terminal of its own."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from fcntl import ioctl
from pathlib import Path

import pytest

from tests.e2e.commands import Desk, desk
from tests.e2e.notices import add, proposals, status, suspension, watchful

PATIENCE_SECONDS = 40
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_KEYS = "[q]uit"


def _heeding_interrupts() -> None:
    """Let Ctrl-C reach a command also where the tests were started in the background of a shell."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A command running in a pseudo-terminal, typed at and read like a person would."""

    def __init__(self, place: Desk, *words: str, **environment: str) -> None:
        self.seen = ""
        self._from = 0
        own = {"TRACKER_DATABASE_URL": place.url, "TERM": "xterm", "COLUMNS": "200"}
        kept = {k: v for k, v in os.environ.items() if k not in ("EDITOR", "VISUAL")}
        self._end, side = pty.openpty()
        ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracker", *words],
            stdin=side,
            stdout=side,
            stderr=side,
            env={**kept, **own, **environment},
            start_new_session=True,
            preexec_fn=_heeding_interrupts,
        )
        os.close(side)

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def wait_for(self, words: str) -> str:
        """Return what was printed since the last time, up to and including ``words``."""
        until = time.monotonic() + PATIENCE_SECONDS
        while words not in self.seen[self._from :]:
            assert time.monotonic() < until, f"{words!r} never came:\n{self.seen[self._from :]}"
            self._read()
        place = self.seen.index(words, self._from) + len(words)
        said, self._from = self.seen[self._from : place], place
        return said

    def _read(self) -> None:
        ready, _, _ = select.select([self._end], [], [], 0.2)
        if ready:
            try:
                self.seen += _ESCAPES.sub("", os.read(self._end, 65536).decode("utf-8", "replace"))
            except OSError:  # the other side has ended
                time.sleep(0.01)

    def end(self) -> int:
        """Wait for the command and return its exit code."""
        until = time.monotonic() + PATIENCE_SECONDS
        while self.process.poll() is None:
            assert time.monotonic() < until, "the command did not end"
            self._read()
        return self.process.returncode

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._end)


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    return watchful(tmp_path)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.stop()


def test_ten_proposals_are_decided_by_keyboard(place: Desk, terminals: list[Terminal]) -> None:
    for number in range(10):
        notice = suspension(
            931 + number, target=f"2025年第{(18, 55, 56, 57, 58)[number % 5]}号",
            first=f"2026年12月{number + 1}日",
        )  # fmt: skip
        add(place, notice, name=f"{number}.txt")
    waiting = [proposal["id"] for proposal in proposals(place)]
    assert len(waiting) == 10

    desk = Terminal(place, "review", "--actor", "Ann")
    terminals.append(desk)
    first = desk.wait_for(_KEYS)
    assert "1 of 10" in first
    assert waiting[0] in first
    assert "暂停实施" in first
    assert "suspends cn/mofcom/2025/18 from 2026-12-01 through 2027-11-10" in first
    assert "today" in first
    assert "before" in first
    desk.type("a")  # 1: accepted
    desk.wait_for("1 effect counts")
    desk.wait_for(_KEYS)
    desk.type("n")  # 2 is left for later
    assert waiting[2] in desk.wait_for(_KEYS)
    desk.type("p")
    assert waiting[1] in desk.wait_for(_KEYS)
    desk.type("r")  # 2: rejected
    desk.wait_for("Reason")
    desk.type("  \r")  # is none
    desk.wait_for("Reason")
    desk.type("a reprint\r")
    desk.wait_for("rejected")
    desk.wait_for(_KEYS)
    desk.type("e")  # 3: the last day is changed, field by field
    desk.wait_for("  kind")
    desk.type("-\r")
    desk.wait_for("cannot be left empty")
    for field in ("kind", "affected", "from"):
        desk.wait_for(f"  {field}")
        desk.type("\r")
    desk.wait_for("  through")
    desk.type("the ninth\r")
    desk.wait_for("is no day")
    desk.wait_for("  through")
    desk.type("2027-11-09\r")
    desk.wait_for("  boundary")
    desk.type("perhaps\r")
    desk.wait_for("write one of inclusive, exclusive, unclear")
    for field in ("boundary", "parties", "reason"):
        desk.wait_for(f"  {field}")
        desk.type("\r")
    assert "2027-11-09" in desk.wait_for("Accept it so?")
    desk.type("y\r")
    desk.wait_for("accepted with changes")
    desk.wait_for(_KEYS)
    desk.type("s")  # 4: for somebody else
    desk.wait_for("second person look at?")
    desk.type("is the last day included?\r")
    desk.wait_for("somebody other than Ann")
    desk.wait_for(_KEYS)
    desk.type("x")  # no such key
    desk.wait_for("no such key")
    for _ in range(5):  # 5 to 9: accepted
        desk.wait_for(_KEYS)
        desk.type("a")
        desk.wait_for("1 effect counts")
    assert "1 of 1" in desk.wait_for(_KEYS)
    desk.type("a")  # 10: the last one ends the work
    desk.wait_for("10 decided, 0 left")
    assert desk.end() == 0

    decided = {found["id"]: found for found in proposals(place, "--all")}
    states = [decided[id]["state"] for id in waiting]
    assert states == ["accepted", "rejected", "edited", "referred", *["accepted"] * 6]
    assert decided[waiting[1]]["reason"] == "a reprint"
    assert status(place, "cn/mofcom/2025/18#iv", "--on", "2027-01-01")["status"] == "suspended"


def test_another_persons_decision_is_told_and_the_desk_goes_on(
    place: Desk, terminals: list[Terminal]
) -> None:
    for number in (931, 932):
        add(place, suspension(number), name=f"{number}.txt")
    first, second = [proposal["id"] for proposal in proposals(place)]
    desk = Terminal(place, "review", "--actor", "Ann")
    terminals.append(desk)
    desk.wait_for(_KEYS)
    assert place.type("review", "reject", first, "--reason", "no", "--actor", "Bob").exit_code == 0
    desk.type("a")
    assert "was rejected by Bob" in desk.wait_for("nothing was recorded")
    assert second in desk.wait_for(_KEYS)
    desk.type("q")
    desk.wait_for("0 decided, 1 left")
    assert desk.end() == 0


def test_what_cannot_be_accepted_as_changed_is_not_offered(
    place: Desk, terminals: list[Terminal]
) -> None:
    add(place, suspension(931))
    desk = Terminal(place, "review", "--actor", "Ann")
    terminals.append(desk)
    desk.wait_for(_KEYS)
    desk.type("e")
    for field, typed in (
        ("kind", ""), ("affected", ""), ("from", ""), ("through", "2026-10-01"),
        ("boundary", ""), ("parties", ""), ("reason", ""),
    ):  # fmt: skip
        desk.wait_for(f"  {field}")
        desk.type(f"{typed}\r")
    assert "lies before its first day" in desk.wait_for("left as it is")
    assert "Accept it so?" not in desk.seen
    desk.wait_for(_KEYS)
    desk.type("q")
    assert desk.end() == 0


def test_an_interrupted_desk_says_what_was_decided(place: Desk, terminals: list[Terminal]) -> None:
    add(place, suspension(931))
    desk = Terminal(place, "review", "--actor", "Ann")
    terminals.append(desk)
    desk.wait_for(_KEYS)
    desk.process.send_signal(signal.SIGINT)
    desk.wait_for("0 decided, 1 left")
    assert desk.end() == 0
    assert [found["state"] for found in proposals(place)] == ["waiting"]


def test_a_proposal_is_changed_in_the_users_own_editor(
    place: Desk, terminals: list[Terminal]
) -> None:
    add(place, suspension(931))
    editor = place.folder / "editor.py"
    editor.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        "text = file.read_text('utf-8')\nfile.write_text(text.replace('2027-11-10', '2027-10-10'),"
        " 'utf-8')\n"
    )
    desk = Terminal(place, "review", "--actor", "Ann", EDITOR=f"{sys.executable} {editor}")
    terminals.append(desk)
    desk.wait_for(_KEYS)
    desk.type("e")
    assert "2027-10-10" in desk.wait_for("Accept it so?")
    desk.type("y\r")
    desk.wait_for("1 decided, 0 left")
    assert desk.end() == 0
    found = status(place, "cn/mofcom/2025/18#iv", "--on", "2027-01-01")
    assert found["through"] == "2027-10-10"


def test_init_asks_for_the_policy_at_a_terminal(tmp_path: Path, terminals: list[Terminal]) -> None:
    place = desk(tmp_path)
    terminal = Terminal(place, "init", "--empty")
    terminals.append(terminal)
    terminal.wait_for("Policy")
    terminal.type("person\r")
    terminal.wait_for("acceptance policy: person")
    assert terminal.end() == 0
    shown = place.type("review", "policy", "--format", "json").json
    assert shown["name"] == "person"


def test_an_effect_is_written_down_by_prompts(place: Desk, terminals: list[Terminal]) -> None:
    add(place, suspension(931))
    (proposal,) = proposals(place)
    terminal = Terminal(place, "review", "new", "--actor", "Ann")
    terminals.append(terminal)
    for label, answer in (
        ("by its id", proposal["announcement"]),
        ("stands there", "商务部 海关总署公告2025年第18号暂停实施"),
        ("What it does", "suspends"),
        ("not one of", "suspend"),
        ("act that does it", "cn/mofcom/2026/931"),
        ("What it touches", "cn/mofcom/2025/18"),
        ("First day", "1 November"),
        ("is no day", "2026-11-01"),
        ("Last day", "2027-11-10"),
        ("through 2027-11-10", "y"),
    ):
        terminal.wait_for(label)
        terminal.type(f"{answer}\r")
    terminal.wait_for("recorded by Ann")
    assert terminal.end() == 0
    assert status(place, "cn/mofcom/2025/18#iv", "--on", "2027-01-01")["status"] == "suspended"
