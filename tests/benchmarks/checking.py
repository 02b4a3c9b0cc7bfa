"""What does it cost to check a list of 50,000 different parts against the bundled rulebook?"""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from tests.benchmarks.measuring import Row, once
from tracker.cli import main

PARTS = 50_000
_HEADER = "part;hs;control code;element;share;origin;made in;to;end user;end use\n"


def rows() -> Iterator[Row]:
    """Yield what reading, checking and writing the list takes, in one process."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = {"TRACKER_DATABASE_URL": f"sqlite:///{place}/tracker.db"}

        def run(*words: str) -> None:
            result = CliRunner().invoke(main, list(words), env=environment)
            assert result.exit_code == 0, result.output

        run("init")
        _write(place / "parts.csv")
        words = ("--file", str(place / "parts.csv"), "--on", "2025-12-15")
        took = once(lambda: run("check", *words, "--out", str(place / "out.csv")))
        yield Row(f"check, {PARTS:,} parts", took, "", 0, "< 30 s")


def _write(file: Path) -> None:
    chance = random.Random(7)  # the same list on every machine
    with file.open("w") as lines:
        lines.write(_HEADER)
        for number in range(PARTS):
            cells = (
                f"P-{number:06d}",
                str(chance.randint(10_000_000, 99_999_999)),
                chance.choice(["", "1C905.a", "3A001", ""]),
                chance.choice(["Dy", "Tb", "Ga", "W", "Nd", "Fe", "Sm", "C"]),
                f"0,{chance.randint(0, 999):03d} %",
                chance.choice(["CN", "", "AU"]),
                chance.choice(["DE", "CN", "JP", "US"]),
                chance.choice(["US", "JP", "FR", "KR"]),
                f"Customer {chance.randint(1, 3000)}",
                chance.choice(["civil", "14 nm logic", "wind turbines", "military"]),
            )
            lines.write(";".join(cells) + "\n")
