"""What a reader must survive: its own faults, and readings that cannot be recorded."""

from datetime import date
from typing import Any

import pytest

from tracker.application.reading.derive import Reader
from tracker.domain.announcements import FeedItem
from tracker.domain.events import NewEvent
from tracker.domain.facts import SourceAdded
from tracker.extraction import text_read
from tracker.extraction.extracted import (
    Evidence,
    ExtractedInstrument,
    ExtractedMeasure,
    Extraction,
)
from tracker.extraction.names.catalogue import Catalogue
from tracker.facade import Tracker, open_tracker

TEXT = "Order 7 of 2026: sieves need a licence from 1 December 2026."


@pytest.fixture
def tracker(tmp_path: Any) -> Any:
    with open_tracker(f"sqlite:///{tmp_path / 'tracker.db'}") as opened:
        yield opened


def _read(tracker: Tracker, authority: str, *, published_at: str | None) -> dict[str, NewEvent]:
    item = FeedItem(
        item_id="7",
        url=None,
        title="Order 7",
        published_at=published_at,
        content_type="text/plain",
        body=TEXT.encode(),
        text=TEXT,
    )
    source = SourceAdded(id="x", url="https://x.example", authority=authority)  # type: ignore[arg-type]
    events = Reader(field=tracker.field).read(
        "x/7", item, known=Catalogue(), source=source, find=tracker.log.find
    )
    return {event.name: event for event in events}


@pytest.mark.parametrize("authority", ["issuer", "press"])
@pytest.mark.parametrize("reads", ["extract", "find_citations", "unknown_numbers"])
def test_a_fault_of_the_reader_leaves_the_text_to_a_person(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, authority: str, reads: str
) -> None:
    def failing(text: str, **given: Any) -> Extraction:
        raise RecursionError

    monkeypatch.setattr(text_read, reads, failing)
    events = _read(tracker, authority, published_at="2026-11-01T00:00:00Z")
    assert "ProposalAccepted" not in events
    assert b"the reader failed on this text (RecursionError)" in events["ProposalMade"].body


def _extraction(measure: str) -> Extraction:
    def words(field: str) -> Evidence:
        return Evidence(field=field, start=0, end=7, quote=TEXT[:7])

    limb = ExtractedMeasure(
        id=measure,
        from_=date(2026, 12, 1),
        terms={"requirement": "licence"},
        evidence=(words("from"), words("requirement")),
    )
    act = ExtractedInstrument(id="xx/x/2026/7", number="Order 7", evidence=(words("number"),))
    return Extraction(text=TEXT, language="en", klass="act", instrument=act, measures=(limb,))


def test_a_reading_that_cannot_be_recorded_is_never_accepted_by_a_policy(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_read, "extract", lambda text, **_: _extraction("xx/x/2026/7"))
    events = _read(tracker, "issuer", published_at="2026-11-01")
    assert "ProposalAccepted" not in events
    assert b"cannot be recorded as read" in events["ProposalMade"].body


def test_a_complete_reading_of_an_issuers_act_is_accepted_by_the_default_policy(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_read, "extract", lambda text, **_: _extraction("xx/x/2026/7#sole"))
    events = _read(tracker, "issuer", published_at="2026-11-01")
    assert b'"by":"policy/default"' in events["ProposalAccepted"].body
    assert "EffectRecorded" in events


def test_a_day_that_a_source_made_up_does_not_count(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_read, "extract", lambda text, **_: _extraction("xx/x/2026/7#sole"))
    events = _read(tracker, "issuer", published_at="the other day")
    assert "ProposalAccepted" not in events
