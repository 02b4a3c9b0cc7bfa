"""Pages are shown beside a running service, poll nothing and stop cleanly."""

import json
import re
import signal
import urllib.request
from collections.abc import Iterator
from subprocess import Popen

import pytest

from tests.e2e.commands import Desk, desk


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    found = desk(tmp_path_factory.mktemp("serve"))
    assert found.type("init", "--policy", "default").exit_code == 0
    return found


@pytest.fixture
def both(place: Desk) -> Iterator[tuple["Popen[str]", "Popen[str]"]]:
    """The service, and beside it one that only shows."""
    processes = [place.start(command, "--port", "0") for command in ("run", "serve")]
    try:
        yield processes[0], processes[1]
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def _address(process: "Popen[str]") -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"tracker (?:runs|serves) at (http://\S+)", line):
            return found.group(1)
    raise AssertionError(f"it said no address: {process.communicate()}")


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


def test_pages_are_shown_beside_a_running_service(
    both: tuple["Popen[str]", "Popen[str]"],
) -> None:
    running, showing = both
    addresses = _address(running), _address(showing)
    for address in addresses:
        text = _get(address + "rules?on=2025-12-05&announced_by=2025-11-10&status=suspended")
        assert "as announced by 10 November 2025" in text
    health = json.loads(_get(addresses[1] + "health"))
    assert health["status"] == "ok"
    assert "scheduler" not in health
    showing.send_signal(signal.SIGTERM)
    assert showing.wait(timeout=10) == 0
    assert json.loads(_get(addresses[0] + "health"))["head"] == health["head"]
