"""Does what a reader gets still read as it was once approved?

``REWRITE_GOLDEN=1 pytest tests/golden/test_reader_mails.py`` writes the files anew; read the diff.
"""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.golden.digests.small_rulebook import (
    HEAD,
    LOADED,
    NOTES,
    add,
    field,
    lines,
    register,
)
from tracker.digests.build import build_edition
from tracker.digests.filters import EVERYTHING, Filter, filter_words, read_filter
from tracker.digests.personal import Occasion, Part, Parting
from tracker.digests.subscription import Cadence
from tracker.digests.window import Window
from tracker.domain.facts import CoverageStated, EffectAccepted
from tracker.projection.register import Register
from tracker.rendering.letters import LetterDesk

FOLDER = Path(__file__).parent / "digests"
ZONE = "Asia/Shanghai"
EVENINGS = {
    "cn/mofcom/2025/70": "2025-11-07T12:00:00.000000Z",
    "cn/mofcom/2025/72": "2025-11-09T12:00:00.000000Z",
}
SUSPENDED = datetime(2025, 11, 7, 23, tzinfo=UTC)


def _recorded_at(line: dict[str, object]) -> str:
    """Nos 70 and 72 are recorded in the evening of their days, all else long before."""
    by = str(line.get("affecting") or line.get("id"))
    return next((at for act, at in EVENINGS.items() if by.startswith(act)), LOADED)


def _lived() -> tuple[Register, list[tuple[datetime, int]]]:
    """Return the records as they came, and where the log stood after each instant."""
    filed, marks = Register(), list[tuple[datetime, int]]()
    for line in sorted(lines(), key=_recorded_at):
        at = _recorded_at(line)
        filed.record(line, recorded_at=at)
        if line["type"] == "effect":
            add(filed, EffectAccepted(effect=str(line["id"]), by="policy"), at=at)
        marks.append((datetime.fromisoformat(at), filed.position))
    for note in NOTES:
        add(filed, note, at=LOADED)
    stated = CoverageStated(
        rulebook="small", covered_through="2026-06-29", jurisdictions=("CN",), text="A small piece."
    )
    add(filed, stated, at=LOADED)
    return filed, marks


def _part(since: datetime, until: datetime) -> Parting:
    filed, marks = _lived()
    stood, stands = (
        max((place for at, place in marks if at <= moment), default=0) for moment in (since, until)
    )
    edition = build_edition(
        filed,
        window=Window(since=since, until=until),
        clocks_now=until,
        field=field(),
        positions=(stood, stands),
        head=HEAD,
    )
    return Parting(edition)


def _occasion(cadence: Cadence, *days: date, wanted: Filter = EVERYTHING) -> Occasion:
    told = "" if wanted == EVERYTHING else filter_words(wanted)
    return Occasion(cadence=cadence, zone=ZONE, days=days, wanted=told)


def daily() -> tuple[Part, Occasion]:
    since = SUSPENDED - timedelta(days=1)
    parting = _part(since, SUSPENDED)
    return parting.part(EVERYTHING, since=since), _occasion("daily", date(2025, 11, 8))


def filtered() -> tuple[Part, Occasion]:
    """A weekly one, on the metals of No. 72 only."""
    wanted = METALS
    until = datetime(2025, 11, 9, 23, tzinfo=UTC)
    parting = _part(until - timedelta(days=7), until)
    part = parting.part(wanted, since=until - timedelta(days=7))
    return part, _occasion("weekly", date(2025, 11, 10), wanted=wanted)


def catch_up() -> tuple[Part, Occasion]:
    since = SUSPENDED - timedelta(days=1)
    until = SUSPENDED + timedelta(days=3)
    days = (date(2025, 11, day) for day in range(8, 12))
    return _part(since, until).part(EVERYTHING, since=since), _occasion("daily", *days)


def alert() -> tuple[Part, Occasion]:
    """The lapse of 10 November 2026, on a day on which nothing was recorded."""
    at = datetime(2026, 11, 10, 16, tzinfo=UTC)
    parting = _part(at - timedelta(hours=1), at + timedelta(microseconds=1))
    part = parting.part(EVERYTHING, since=at - timedelta(days=30))
    return parting.alert(part), _occasion("immediate")


def watching() -> tuple[Part, Occasion]:
    until = datetime(2025, 9, 28, 23, tzinfo=UTC)
    since = until - timedelta(days=7)
    edition = build_edition(
        register(), window=Window(since=since, until=until), clocks_now=until, field=field(),
        positions=(10_000, 10_000), head=HEAD,
    )  # fmt: skip
    part = Parting(edition).part(EVERYTHING, since=since)
    return part, Occasion(cadence="daily", zone=ZONE, days=(date(2025, 9, 29),), watching=True)


def correction() -> tuple[Part, Occasion]:
    """A wrong last day, told in September, is put right in a later window."""
    filed = register()
    held = filed.position
    old = next(line for line in lines() if line["type"] == "effect" and line["kind"] == "impose")
    at = "2025-09-20T08:00:00.000000Z"
    filed.record({**old, "id": "better", "from": "2025-04-05"}, recorded_at=at)
    retraction = {
        "type": "retract", "effect": old["id"], "reason": "first day misread",
        "replaced_by": "better",
    }  # fmt: skip
    filed.record(retraction, recorded_at=at)
    until = datetime(2025, 9, 20, 23, tzinfo=UTC)
    edition = build_edition(
        filed, window=Window(since=until - timedelta(days=1), until=until), clocks_now=until,
        field=field(), positions=(held, filed.position), head=HEAD,
    )  # fmt: skip
    told = frozenset([str(old["id"])])
    nothing = read_filter({"any": []})
    part = Parting(edition).part(nothing, since=until - timedelta(days=9), told=told)
    return part, _occasion("daily", date(2025, 9, 21))


METALS = read_filter({"any": [{"element": "Ga"}, {"element": "Ge"}]})

MADE = {
    "daily": daily,
    "filtered": filtered,
    "catch-up": catch_up,
    "alert": alert,
    "watching": watching,
    "correction": correction,
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", MADE)
def test_a_mail_reads_as_it_was_approved(name: str, language: str) -> None:
    part, occasion = MADE[name]()
    if occasion.wanted:
        occasion = replace(occasion, wanted=filter_words(METALS, language=language))
    letter = LetterDesk().write(part, occasion, language, "mail")
    assert letter.html is not None
    _compare(f"mail-{name}.{language}.txt", f"{letter.subject}\n\n{letter.text}")
    if language == "en":
        _compare(f"mail-{name}.{language}.html", letter.html)


def _compare(name: str, text: str) -> None:
    file = FOLDER / name
    if os.environ.get("REWRITE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert file.is_file(), f"{name} is missing; write it with REWRITE_GOLDEN=1 and read it"
    assert text == file.read_text(encoding="utf-8")
