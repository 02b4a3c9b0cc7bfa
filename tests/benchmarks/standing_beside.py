"""How does telling what still stands beside each suspension grow with the measures?"""

from collections.abc import Iterator
from datetime import UTC, datetime

from tests.benchmarks.measuring import Row, once
from tests.integration.house import new_rule
from tracker import resources
from tracker.digests.build import build_digest
from tracker.digests.window import Window
from tracker.projection.register import Register
from tracker.rulebook import load_field

MEASURES = 4_000
_SYMBOLS = ("Dy", "Tb", "Sc", "Y", "Sm", "Gd", "Lu", "Ho", "Er", "Tm", "Eu", "Yb", "Ga", "Ge")
_BEGINS = datetime(2026, 10, 1, tzinfo=UTC)
_ENDS = datetime(2026, 10, 8, tzinfo=UTC)
_RECORDED = "2026-10-02T00:00:00.000000Z"


def rows() -> Iterator[Row]:
    """Yield what a digest costs in which every tenth act is suspended, beside one half the size."""
    half, whole = _digest(MEASURES // 2), _digest(MEASURES)
    name = f"digest of {MEASURES // 10} suspensions beside {MEASURES:,} measures"
    yield Row(name, whole, "half of both", half, "≤ 3")


def _digest(measures: int) -> float:
    register, field = Register(), load_field(resources.data("db"))
    for number in range(measures):
        for record in _records(number):
            register.record(record, recorded_at=_RECORDED)
    window = Window(since=_BEGINS, until=_ENDS)
    return once(
        lambda: build_digest(
            register, window=window, clocks_now=_ENDS, field=field, head=(1, "0" * 64)
        )
    )


def _records(number: int) -> Iterator[dict[str, object]]:
    yield from new_rule(
        f"b/{number}",
        "2026-01-01",
        starts="2026-02-01",
        elements=[_SYMBOLS[number % 14]],
        control_codes=[f"1C{number % 1000:03}.a"],
    )
    if number % 10 == 0:
        yield {
            "type": "effect",
            "kind": "suspend",
            "affecting": f"cn/mofcom/b/{number}",
            "affected": [f"cn/mofcom/b/{number}"],
            "announced_at": "2026-10-03",
            "from": "2026-10-03",
            "through": f"2027-{number % 12 + 1:02}-{number % 28 + 1:02}",
        }


if __name__ == "__main__":
    for row in rows():
        print(row)
