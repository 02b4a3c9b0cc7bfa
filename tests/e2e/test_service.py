"""The service polls, answers, writes due digests, stops cleanly and runs once a database."""

import json
import re
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import pytest

from tests.e2e.commands import Desk, desk

PATIENCE_SECONDS = 30


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    found = desk(tmp_path)
    assert found.type("demo").exit_code == 0
    return found


@pytest.fixture
def running(place: Desk) -> Iterator[tuple["Popen[str]", str]]:
    process = place.start("run", "--port", "0")
    try:
        yield process, _address(process)
    finally:
        process.kill()
        process.communicate()


def _address(process: "Popen[str]") -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"tracker runs at (http://\S+)", line):
            return found.group(1)
    raise AssertionError(f"the service said no address: {process.communicate()}")


def _get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""


def _eventually(found: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not found():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def test_the_page_and_health_answer(running: tuple["Popen[str]", str]) -> None:
    _, address = running
    status, page = _get(address)
    assert status == 200
    assert "NOT VERIFIED" in page
    assert "cn/mofcom/2025/18" in page or "第18号" in page
    status, health = _get(address + "health")
    assert status == 200
    told = json.loads(health)
    assert told["status"] == "ok"
    assert told["sources"] == {"sample": "fresh"}


def test_a_path_that_leads_out_of_the_digest_folder_is_not_found(
    running: tuple["Popen[str]", str],
) -> None:
    _, address = running
    for name in ("..%2ftracker.db", "..%2f..%2fetc%2fpasswd", "weekly-2020-01-01.html"):
        assert _get(f"{address}digests/{name}")[0] == 404


def test_due_digests_are_written_to_the_folder(
    place: Desk, running: tuple["Popen[str]", str]
) -> None:
    _, address = running
    folder = place.folder / "digests"
    _eventually(lambda: len(list(folder.glob("weekly-*.html"))) == 1)
    _eventually(lambda: len(list(folder.glob("weekly-*.txt"))) == 1)
    name = next(folder.glob("weekly-*.html")).name
    _eventually(lambda: _get(f"{address}digests/{name}")[0] == 200)


def test_sigterm_stops_it_in_under_five_seconds(running: tuple["Popen[str]", str]) -> None:
    process, _ = running
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=5) == 0
    assert time.monotonic() - began < 5


def test_a_second_instance_refuses_and_a_restart_is_let_in(
    place: Desk, running: tuple["Popen[str]", str]
) -> None:
    process, _ = running
    second = place.start("run", "--port", "0")
    _, err = second.communicate(timeout=PATIENCE_SECONDS)
    assert second.returncode == 1
    assert "another tracker service works on this database" in err
    process.kill()
    process.wait()
    third = place.start("run", "--port", "0")
    try:
        assert _address(third)
    finally:
        third.send_signal(signal.SIGTERM)
        third.communicate(timeout=PATIENCE_SECONDS)


def test_a_source_that_is_added_while_it_runs_is_polled(
    place: Desk, running: tuple["Popen[str]", str]
) -> None:
    _, address = running
    added = place.type("source", "add", "bundled:sample/feed.xml", "--id", "later", "--yes")
    assert added.exit_code == 0, added.err
    _eventually(lambda: json.loads(_get(address + "health")[1])["sources"].get("later") == "fresh")
