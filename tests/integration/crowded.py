"""Many readers of a running service, and one who writes to its log meanwhile."""

import threading
import time
import urllib.request
from dataclasses import dataclass, field

from tests.integration.asked import I1
from tracker.domain.events import NewEvent
from tracker.domain.facts import DigestWritten, event_of
from tracker.ports import EventLog

READERS = 200
PATIENCE_SECONDS = 120
PATHS = (
    "/api/head",
    f"/api/measures/{I1.replace('#', '%23')}",
    f"/api/measures/{I1.replace('#', '%23')}/timeline",
    "/api/rules?jurisdiction=CN&item=Dy",
    "/api/log?limit=5",
    "/api/instruments/cn/mofcom/2025/61",
    "/api/upcoming",
)


@dataclass(slots=True)
class Crowd:
    """How a crowd fared: answers read, events written, the slowest answer, what went wrong."""

    answers: int = 0
    written: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def crowd(address: str, log: EventLog, *, seconds: float, pause: float = 0.0) -> Crowd:
    """Let `READERS` ask the service at an address while one writes, for so many seconds.

    ``pause`` lies between two writes: without one the writer takes what it can get.
    """
    found, lock, over = Crowd(), threading.Lock(), threading.Event()

    def read(reader: int) -> None:
        count = 0
        while not over.is_set():
            path = PATHS[(reader + count) % len(PATHS)]
            began = time.perf_counter()
            fault = _fault(address + path)
            took = time.perf_counter() - began
            count += 1
            with lock:
                found.answers += 1
                found.slowest = max(found.slowest, took)
                if fault:
                    found.faults.append(f"{path}: {fault}")

    readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for reader in readers:
        reader.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with log.writing() as writer:
            writer.append([_note(found.written), _note(found.written + 1)])
        found.written += 2
        over.wait(pause)
    over.set()
    for reader in readers:
        reader.join()
    return found


def _fault(url: str) -> str | None:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE_SECONDS) as answer:
            return None if answer.status == 200 and answer.read() else f"status {answer.status}"
    except OSError as error:
        return str(error)


def _note(number: int) -> NewEvent:
    return event_of(
        DigestWritten(
            digest=f"crowd-{number}", since="2026-11-20", until="2026-11-21", through_position=0
        )
    )
