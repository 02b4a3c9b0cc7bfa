"""Is every item of the sample feed linked to the acts that it speaks of?"""

from datetime import date

import pytest

from tests.unit.test_citations_known_law import catalogues
from tracker.extraction.names.citations import find_citations
from tracker.feeds.syndication import read_feed
from tracker.resources import data

OCTOBER = tuple(f"cn/mofcom/2025/{serial}" for serial in (55, 56, 57, 58, 61, 62))

EXPECTED = {
    "2025-04-04:en": ("cn/mofcom/2025/18",),
    "2025-04-04:zh": ("cn/mofcom/2025/18", "cn/mofcom/2025/21", "cn/uel/2025/7"),
    "2025-08-18:en": ("cn/mofcom/2025/18",),
    "2025-08-19:en": ("cn/mofcom/2025/18",),
    "2025-09-29:en": ("us/bis/2025/2025-19001",),
    "2025-10-09:en": ("cn/mofcom/2025/61", "cn/mofcom/2025/62"),
    "2025-10-09:zh": OCTOBER,
    "2025-10-12:en": ("cn/mofcom/2025/61",),
    "2025-10-30:en": OCTOBER,
    "2025-11-05:zh": ("cn/mofcom/2025/13", "cn/mofcom/2025/21", "cn/uel/2025/7"),
    "2025-11-07:zh": ("cn/mofcom/2025/18", *OCTOBER, "cn/mofcom/2025/70"),
    "2025-11-09:en": ("cn/mofcom/2024/46", "cn/mofcom/2025/72"),
    "2025-12-03:en": ("eu/com/2025/945", "eu/reg/2024/1252"),
    "2025-12-08:zh": (
        "cn/npcsc/2020/export-control-law",
        "cn/state-council/2024/order-785",
        "cn/state-council/2024/order-792",
    ),
    "2026-11-11:en": ("cn/mofcom/2025/70",),
}

FEED = data("db/sample/feed.xml").read_bytes()
ITEMS = {
    item.item_id.removeprefix("sample-wire:"): item
    for item in read_feed(
        FEED, content_type="application/xml; charset=utf-8", base_url="bundled:sample/feed.xml"
    )
}


def test_the_sample_holds_these_items_and_no_other():
    assert list(ITEMS) == list(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("law", catalogues().values(), ids=catalogues().keys())
def test_an_item_is_linked_to_its_acts(name, law):
    item = ITEMS[name]
    day = date.fromisoformat(item.published_at[:10])
    found = find_citations(item.text, catalogue=law, published_on=day)
    assert tuple(sorted(one.instrument for one in found)) == tuple(sorted(EXPECTED[name]))


def test_every_item_says_that_it_is_a_sample_and_has_its_exact_bytes():
    for item in ITEMS.values():
        assert item.body in FEED
        assert item.url.startswith("https://sample-wire.example/")
        assert b"<category>" in item.body
