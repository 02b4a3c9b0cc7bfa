"""Press articles in whatever order they come: the same links and claims, and no accepted effect."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import permutations
from typing import Any

import pytest

from tests.e2e.commands import SHARED, desk
from tracker import open as open_tracker
from tracker.application.known_acts import catalogue
from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded
from tracker.extraction import text_read
from tracker.extraction.extracted import Extraction
from tracker.extraction.pages.announcement_text import text_of
from tracker.facade import Tracker

PAPER = SourceAdded(
    id="paper",
    url="https://paper.example/feed.xml",
    jurisdiction="CN",
    timezone="Asia/Shanghai",
)

OWN_ARTICLES = {
    "two-dates": """Trade notes: how the October notices work
The Ministry of Commerce issued Announcements No. 61 and No. 62 of 2025 on October 9.
Under Announcement No. 61 of 2025 the rules for goods made abroad take effect on December 1, 2025.
""",
    "at-once": """China tightens its grip
Announcement No. 61 of 2025 takes effect immediately, the paper reported on October 9.
""",
    "calm": """Markets shrug
Prices of magnets were stable on Friday. Buyers should expect licences to stay.
""",
}


class Unread(Exception):
    """Takes back what was read, so that the next order begins anew."""


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    """A tracker with the rulebook; every text is read by rules once, which is a pure function."""
    place = desk(tmp_path_factory.mktemp("press"))
    assert place.type("init").exit_code == 0
    with pytest.MonkeyPatch.context() as patch, open_tracker(place.url) as tracker:
        for name in ("extract", "find_citations", "unknown_numbers"):
            patch.setattr(text_read, name, _once_a_text(getattr(text_read, name)))
        yield tracker


def _once_a_text(function: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[str, Any] = {}

    def read(text: str, **given: Any) -> Any:
        if text not in known:
            found = function(text, **given)
            known[text] = found if isinstance(found, Extraction) else tuple(found)
        return known[text]

    return read


def _read_in(tracker: Tracker, articles: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return the records that reading the articles in this order gives, and take them back."""
    added: list[dict[str, Any]] = []
    with tracker.library.reading() as register:
        known = catalogue(register, tracker.field)
    with suppress(Unread), tracker.log.writing() as writer:
        for name, text in articles:
            item = FeedItem(
                item_id=name,
                url=f"https://paper.example/{name}",
                title=name,
                published_at="2025-10-11T02:00:00Z",
                content_type="text/plain",
                body=text.encode(),
                text=text_of(text.encode(), "text/plain"),
            )
            events = tracker.reader.read(
                f"paper/{name}", item, known=known, source=PAPER, find=writer.find
            )
            added += ({"event": one.name, **json.loads(one.body)} for one in events)
            writer.append(events)
        raise Unread
    return added


def _kept(lines: Iterable[dict[str, Any]]) -> set[tuple[str, ...]]:
    """Return what the lines say, whatever their order."""
    return {
        (
            line["event"],
            str(line.get("kind") or line.get("stance")),
            str(line.get("from") or line.get("text")),
            str(line.get("to") or line.get("about")),
        )
        for line in lines
        if line["event"] != "AnnouncementRead"
    }


def _orders(tracker: Tracker, articles: Sequence[tuple[str, str]]) -> list[set[tuple[str, ...]]]:
    return [_kept(_read_in(tracker, order)) for order in permutations(articles)]


def test_the_order_of_articles_changes_nothing_and_none_moves_a_rule(tracker: Tracker) -> None:
    found = _orders(tracker, list(OWN_ARTICLES.items()))
    assert all(one == found[0] for one in found)
    assert {event for event, *_ in found[0]} <= {"LinkRecorded", "ClaimRecorded"}
    assert any(event == "LinkRecorded" for event, *_ in found[0])


def test_two_sources_that_give_different_days_are_joined_with_both_sentences(
    tracker: Tracker,
) -> None:
    lines = _read_in(tracker, list(OWN_ARTICLES.items()))
    (dispute,) = [
        line
        for line in lines
        if line.get("kind") == "disputes" and str(line["to"]).startswith("paper/")
    ]
    assert {dispute["from"], dispute["to"]} == {"paper/at-once", "paper/two-dates"}
    quotes = {part["announcement"]: part["quote"] for part in dispute["evidence"]}
    assert "immediately" in quotes["paper/at-once"]
    assert "December 1" in quotes["paper/two-dates"]


def test_two_sources_of_one_exemption_bear_each_other_out(tracker: Tracker) -> None:
    said = "Exports for humanitarian purposes, such as emergency medical care, are exempt"
    articles = [
        ("one", f"China and magnets\nUnder Announcement No. 61 of 2025, {said.lower()}.\n"),
        ("two", f"What remains allowed\n{said} under Announcement No. 61 of 2025.\n"),
    ]
    links = [line for line in _read_in(tracker, articles) if line.get("kind") == "corroborates"]
    assert [(link["from"], link["to"]) for link in links] == [("paper/two", "paper/one")]


def test_the_five_seed_articles_give_no_effect_in_any_of_their_120_orders(
    tracker: Tracker,
) -> None:
    seeds = SHARED / "seeds"
    if not seeds.is_dir():
        pytest.skip("the seed articles are not beside this checkout")
    articles = [(file.name[:3], file.read_text("utf-8")) for file in sorted(seeds.glob("*.txt"))]
    found = _orders(tracker, articles)
    assert len(found) == 120
    assert all(one == found[0] for one in found)
    assert {event for event, *_ in found[0]} <= {"LinkRecorded", "ClaimRecorded"}
