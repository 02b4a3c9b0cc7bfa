"""A large seeded log in the interchange form: ten measures an instrument, ten effects a measure."""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST_DAY = date(2005, 1, 1)
LAST_DAY = date(2025, 12, 31)
KINDS = ("extend", "amend", "suspend", "suspend", "resume", "repeal", "revive", "postpone")
PARTS = 10


def _day(offset: int) -> str:
    return (FIRST_DAY + timedelta(days=offset)).isoformat()


def measure(number: int) -> str:
    """Return the id of a measure by its number."""
    return f"xx/a/{number // PARTS}#m-{number % PARTS}"


def records(measures: int, effects: int, *, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield instruments, measures, one impose a measure, then effects of all kinds at random."""
    chance = random.Random(seed)
    for number in range(measures):
        if number % PARTS == 0:
            yield _instrument(number // PARTS)
        yield {
            "type": "measure",
            "id": measure(number),
            "title": f"Measure {number}",
            "terms": {"requirement": "licence", "elements": ["Dy"], "hs_codes": ["2846901940"]},
        }
    for number in range(measures):
        yield _effect("impose", number, chance.randrange(3000), chance)
    for _ in range(effects - measures):
        number = chance.randrange(measures)
        yield _effect(chance.choice(KINDS), number, chance.randrange(3000, 7500), chance)


def _instrument(number: int) -> dict[str, Any]:
    return {
        "type": "instrument",
        "id": f"xx/a/{number}",
        "title": f"Instrument {number}",
        "jurisdiction": "XX",
        "issuers": ["A"],
        "kind": "announcement",
        "number": str(number),
        "issued_on": _day(0),
        "announced_at": _day(0),
        "timezone": "Asia/Shanghai",
        "authority": "issuer",
        "sources": [{"url": f"https://law.example/{number}"}],
    }


def _effect(kind: str, number: int, announced: int, chance: random.Random) -> dict[str, Any]:
    begins = announced + chance.randrange(60)
    effect: dict[str, Any] = {
        "type": "effect",
        "kind": kind,
        "affecting": f"xx/a/{number // PARTS}",
        "affected": [measure(number)],
        "from": _day(begins),
        "announced_at": _day(announced),
        "basis": "stated",
    }
    if kind in ("suspend", "extend", "amend", "revive"):
        effect["through"] = _day(begins + chance.randrange(400))
    if kind == "amend":
        effect["terms"] = {"note": f"as of {_day(announced)}"}
    return effect


def write(path: Path, *, measures: int, effects: int) -> Path:
    """Write such a log as JSON Lines and return the path."""
    return _write(path, records(measures, effects))


def write_over_years(path: Path, *, measures: int, effects: int, lag: int = 30) -> Path:
    """Write such a log as it is recorded over the years, for a restore, and return the path.

    Nineteen effects in twenty are recorded within ``lag`` days of their announcement, the others
    up to three years late.
    """
    chance = random.Random(2)
    lines = []
    for record in records(measures, effects):
        day = FIRST_DAY
        if record["type"] == "effect":
            late = chance.randrange(lag if chance.random() < 0.95 else 1000)
            day = date.fromisoformat(record["announced_at"]) + timedelta(days=late)
        lines.append({**record, "recorded_at": f"{min(day, LAST_DAY)}T12:00:00Z"})
    lines.sort(key=lambda line: line["recorded_at"])
    return _write(path, lines)


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    with path.open("w") as file:
        for record in lines:
            file.write(json.dumps(record) + "\n")
    return path
