"""What does it cost to write and queue the digests of a thousand readers?"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.benchmarks.measuring import Row, once, peak_megabytes
from tests.integration.house import House, Turned, new_rule
from tracker.config import Mail
from tracker.digests.window import Window
from tracker.rendering.digests import render_digest

ITEMS, READERS, FILTERS = 500, 1_000, 50
PLAIN = 10
"""So many digests are rendered plainly, to say what a thousand would take."""

_START = datetime(2026, 10, 1, tzinfo=UTC)
_SYMBOLS = ("Dy", "Tb", "Sc", "Y", "Sm", "Gd", "Lu", "Ho", "Er", "Tm", "Eu", "Yb", "Ga", "Ge")


def rows() -> Iterator[Row]:
    """Yield what a round of a thousand readers costs, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.digesting"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    queued, plain, memory = map(float, told.split())
    yield Row(
        f"{ITEMS} items, {READERS} readers, {FILTERS} filters: rendered, inlined, queued",
        queued,
        "a plain render per reader",
        plain,
        "< 3 s",
    )
    print(f"# memory after that round: {memory:.0f} MB (to reach: < 300)")


def house_of_readers(folder: Path) -> House:
    """Return a tracker with the readers, and the news that is to be told."""
    clock = Turned(_START)
    house = House(folder, clock, mail=Mail(domains=("house.example",)))
    for number in range(READERS):
        house.subscribe(
            target=f"reader{number}@house.example",
            consent="benchmark",
            cadence="daily",
            wanted=_filter(number % FILTERS),
        )
    clock.now = _START + timedelta(hours=1)
    house.load(*(record for number in range(ITEMS) for record in _rule(number)))
    clock.now = _START + timedelta(hours=8)
    return house


def _filter(number: int) -> dict[str, object]:
    """Return one of the filters; the first wants everything, most of them about a seventh."""
    if number == 0:
        return {"all": []}
    symbol, other = _SYMBOLS[number % 14], _SYMBOLS[(number // 3) % 14]
    wanted = {"any": [{"element": symbol}, {"element": other}]}
    return {"all": [wanted, {"not": {"text": f"act b/{number}"}}]}


def _rule(number: int) -> Iterator[dict[str, object]]:
    announced = (_START + timedelta(minutes=number % 50)).isoformat()
    symbols = [_SYMBOLS[number % 14], _SYMBOLS[(number * 5) % 14]]
    yield from new_rule(
        f"b/{number}",
        announced,
        starts="2027-06-01",
        elements=symbols,
        summary=f"Goods of kind {number} with more than 0.1 percent of the element by weight",
        control_codes=[f"1C{number:03}.a"],
    )


def _measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = house_of_readers(Path(folder))
        tracker = house.tracker
        tracker.library.whole()
        queued: list[int] = []
        seconds = once(lambda: queued.append(tracker.mailroom.rounds.make()))
        if queued != [READERS]:
            raise SystemExit(f"{queued} letters were queued, not {READERS}")
        memory = peak_megabytes()
        window = Window(since=_START, until=_START + timedelta(hours=7))
        made = tracker.publisher.digest(window)
        plain = once(lambda: [render_digest(made, format="html") for _ in range(PLAIN)])
        house.close()
    sys.stdout.write(f"{seconds} {plain / PLAIN * READERS} {memory}\n")


if __name__ == "__main__":
    _measure()
