"""Is every feed of the public corpora read, or refused in time and in words?"""

from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from tracker.domain.facts import SourceAdded
from tracker.errors import FetchError
from tracker.feeds.readers import shared_readers
from tracker.feeds.tasks import Reading, Task

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
BASE = "https://feeds.example/all.xml"

READ_OTHERWISE = {
    "rss_channel_item_guid_naked_markup.xml": "markup inside an id: its text is the id here",
    "rss_channel_item_uri_at_protocol.xml": "feedparser takes another attribute for the link",
}
"""Where feedparser gives nothing to compare with."""


def reading_of(body: bytes) -> Reading | None:
    source = SourceAdded(id="s", url=BASE, minimum_items=0)
    try:
        return shared_readers().read(Task(job="feed", body=body, url=BASE, now=NOW, source=source))
    except FetchError as error:
        return None if error.fault else pytest.fail(f"without a fault: {error}")


def expected(file: Path) -> list[dict]:
    told = file.with_suffix(".json")
    if not told.exists():
        return []
    try:
        wanted = orjson.loads(told.read_bytes())
    except ValueError:
        return []
    return wanted.get("items") or wanted.get("entries") or []


def test_every_file_is_read_or_refused_in_time(shared):
    files = [path for path in (shared / "feeds").rglob("*") if path.is_file()]
    assert len(files) > 1000
    for file in files:
        reading_of(file.read_bytes())


def test_ids_links_and_dates_are_those_that_the_corpus_expects(shared):
    compared = 0
    for file in sorted((shared / "feeds" / "gofeed").rglob("*.xml")):
        wanted = expected(file)
        if not wanted or file.name in READ_OTHERWISE:
            continue
        reading = reading_of(file.read_bytes())
        assert reading is not None, file.name
        assert len(reading.items) == len(wanted), file.name
        for entry, item in zip(wanted, reading.items, strict=True):
            compared += _same(entry, item, file.name)
    assert compared > 30


def _same(entry, item, name) -> int:
    """Compare what the corpus tells of an item; return how many facts that were."""
    told = 0
    identity = entry.get("guid") or entry.get("id")
    identity = identity.get("value") if isinstance(identity, dict) else identity
    if identity:
        assert item.item_id == identity, name
        told += 1
    if str(entry.get("link") or "").startswith("http"):
        assert item.url == entry["link"], name
        told += 1
    date = entry.get("publishedParsed") or entry.get("pubDateParsed") or entry.get("updatedParsed")
    if date:
        instant = datetime.fromisoformat(date).astimezone(UTC)
        assert item.published_at == instant.strftime("%Y-%m-%dT%H:%M:%SZ"), name
        told += 1
    return told


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("declared", ["", "encoding='utf-8'", "encoding='utf-16'", "encoding='x'"])
def test_every_unicode_form_is_read_whatever_the_prolog_says(charset, declared):
    feed = (
        f"<?xml version='1.0' {declared}?><rss version='2.0'><channel>"
        "<item><guid>1</guid><title>公告第61号</title></item></channel></rss>"
    )
    reading = reading_of(feed.encode(charset))
    assert reading is not None
    assert [(item.item_id, item.title) for item in reading.items] == [("1", "公告第61号")]
