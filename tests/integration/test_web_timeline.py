"""Does the timeline show every rule, how knowledge moved it, and what it leaves out?"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from tests.e2e.commands import write_jsonl
from tests.integration.house import Turned, instant
from tests.integration.people import client_of
from tests.integration.reading_room import opened
from tracker.application.charts.charting import ACTS
from tracker.config import Settings
from tracker.facade import Tracker

LONGEST_PAGE_BYTES = 150_000


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    settings = Settings(database=f"sqlite:///{tmp_path_factory.mktemp('log') / 'tracker.db'}")
    with Tracker(settings, clock=Turned(instant("2026-11-21T12:00"))) as tracker:
        tracker.rulebook_apply()
        yield tracker


@pytest.fixture(scope="module")
def browser(bundled: Tracker) -> TestClient:
    return client_of(bundled)


def page(browser: TestClient, **asked: str) -> str:
    answer = browser.get("/timeline", params={"lang": "en", **asked})
    assert answer.status_code == 200, answer.text
    return answer.text


def bars(text: str) -> dict[str, str]:
    """Return the words of every bar by its title."""
    found = re.findall(r'<svg class="tl-bar"[^>]*><title>(.*?): (.*?)</title>', text, re.DOTALL)
    return {unescape(title): unescape(told) for title, told in found}


def test_every_bar_has_words_and_every_pattern_a_name(browser: TestClient) -> None:
    text = page(browser)
    assert text.count('role="img"') == text.count('<svg class="tl-bar"') > 60
    told = bars(text)["Announcement 62 of 2025"]
    assert told.startswith("in force 9 October 2025 to 6 November 2025; suspended 7 November 2025")
    assert "in force (NOT VERIFIED) 11 November 2026 to 21 November 2026" in told
    for meaning in ("pending", "in force", "suspended", "NOT VERIFIED", "disputed", "scheduled"):
        assert meaning in text


def test_moving_knowledge_marks_the_bars_that_moved_and_says_why(browser: TestClient) -> None:
    text = page(browser, announced_by="2025-11-07", on="2025-12-05")
    assert "Announced on 7 November 2025" in text
    assert "29 bars changed against the day before" in text
    assert re.search(r"Suspends .*Announcement 61 of 2025 \(8 parts\).* from 7 November 2025", text)
    was = "as known the day before: pending 9 October 2025 to 30 November 2025"
    assert was in bars(text)["Announcement 61 of 2025"]
    assert text.count("◆ changed") == 6 + 29
    assert "announced_by=2025-11-05" in text  # the step before
    assert "announced_by=2025-11-09" in text  # the step behind
    assert "suspended to 10 Nov 2026 (scheduled)" in text


def test_a_rule_is_not_there_before_it_is_announced(browser: TestClient) -> None:
    assert "Announcement 61 of 2025" not in bars(page(browser, announced_by="2025-10-08"))
    new = page(browser, announced_by="2025-10-09")
    assert "Announcement 61 of 2025" in bars(new)
    assert "◆ new" in new


def test_a_bar_begins_with_its_announcement(browser: TestClient) -> None:
    asked = {"announced_by": "2025-10-20", "instrument": "cn/mofcom/2025/61", "zoom": "all"}
    told = bars(page(browser, **asked))["I(1)"]
    assert told.startswith("pending 9 October 2025 to 30 November 2025; in force")


def test_days_filters_and_clocks_stand_in_every_link(browser: TestClient) -> None:
    asked = {"announced_by": "2025-11-10", "item": "Dy", "zoom": "1y", "jurisdiction": "CN"}
    text = unescape(page(browser, **asked))
    links = [link for link in re.findall(r'href="(/timeline\?[^"]*)"', text) if "zoom" in link]
    assert len(links) > 5
    assert all("item=Dy" in link and "jurisdiction=CN" in link for link in links)
    assert any("announced_by=2025-10-09" in link for link in links)  # the step before


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ({"instrument": "cn/mofcom/2025/61"}, "Announcement 61 of 2025", "62"),
        ({"instrument": "第61号"}, "Announcement 61 of 2025", "62"),
        ({"item": "dysprosium"}, "Announcement 18 of 2025 (IV)", "Announcement 23 of 2023"),
        ({"text": "gallium"}, "Announcement 23 of 2023", "Announcement 61 of 2025"),
        ({"jurisdiction": "EU"}, "Regulation (EU) 2024/1252", "Announcement 61 of 2025"),
    ],
)
def test_filters_narrow_what_is_drawn(
    browser: TestClient, asked: dict[str, str], shown: str, hidden: str
) -> None:
    found = bars(page(browser, zoom="all", **asked))
    assert shown in found
    assert hidden not in found


def test_the_table_says_what_the_bars_show(browser: TestClient) -> None:
    text = page(browser, view="table", instrument="cn/mofcom/2025/62")
    rows = re.findall(r"<tr><td[^>]*>(.*?)</tr>", text)
    assert len(rows) == 5 * 5  # five parts, five runs each
    assert any("suspended" in row and "10 Nov 2026" in row for row in rows)
    assert any("NOT VERIFIED" in row for row in rows)
    assert '<svg class="tl-bar"' not in text


def test_the_picture_stands_alone(browser: TestClient) -> None:
    answer = browser.get("/timeline.svg", params={"announced_by": "2025-11-10"})
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["content-disposition"] == 'attachment; filename="timeline-2025-11-10.svg"'
    root = ElementTree.fromstring(answer.content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    text = answer.text
    assert not re.search(r"style=|class=|<script", text)
    assert "as announced by 10 November 2025" in text
    assert "Announcement 61 of 2025" in text
    assert "Information, not legal advice" in text


def test_what_lies_outside_is_counted(browser: TestClient) -> None:
    text = page(browser, **{"from": "2010-01-01", "to": "2011-01-01"})
    assert re.search(r"\d+ instruments lie wholly outside these days", text)
    assert "Announcement 61 of 2025" not in bars(text)


def test_nothing_to_draw_is_said_in_words(browser: TestClient) -> None:
    assert "Nothing to draw" in page(browser, text="no such words anywhere")
    assert "Nothing was announced by then" in page(browser, announced_by="1990-01-01")


@pytest.mark.parametrize(
    "asked",
    [
        {"zoom": "5y"},
        {"from": "2025-13-01"},
        {"from": "2026-01-01", "to": "2025-01-01"},
        {"announced_by": "yesterday"},
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    browser: TestClient, asked: dict[str, str]
) -> None:
    answer = browser.get("/timeline", params=asked)
    assert answer.status_code == 400
    assert "<h1>" in answer.text


def test_hostile_words_of_an_address_are_shown_inert(browser: TestClient) -> None:
    text = page(browser, text='"><script>alert(1)</script>{{7*7}}')
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text or "&#34;&gt;&lt;script&gt;" in text


@pytest.mark.parametrize("zoom", ["3y", "all"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_bundled_rulebook_is_drawn_small(browser: TestClient, zoom: str, language: str) -> None:
    text = page(browser, zoom=zoom, lang=language)
    assert len(text.encode()) < LONGEST_PAGE_BYTES


def test_an_instant_may_be_the_day_of_knowledge(browser: TestClient) -> None:
    before = page(browser, announced_by="2025-10-09T08:59:00+08:00")
    after = page(browser, announced_by="2025-10-09T23:59:00+08:00")
    assert "Announcement 61 of 2025" not in bars(before)
    assert "Announcement 61 of 2025" in bars(after)


def _records(instruments: int) -> Iterator[dict[str, object]]:
    for number in range(instruments):
        act = f"xx/a/{number}"
        yield {
            "type": "instrument", "id": act, "title": f"Act {number} <script>alert(1)</script>",
            "jurisdiction": "XX",
            "timezone": "Europe/Paris", "authority": "issuer", "announced_at": "2026-01-01",
        }  # fmt: skip
        yield {"type": "measure", "id": f"{act}#a", "title": "<b>a</b>", "terms": {}}
        yield {
            "type": "effect", "kind": "impose", "affecting": act, "affected": [act],
            "from": "2026-02-01", "announced_at": "2026-01-01",
        }  # fmt: skip


def test_many_instruments_are_paged_and_the_rest_is_counted(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    with Tracker(settings, clock=Turned(instant("2026-11-21T12:00"))) as tracker:
        tracker.import_([write_jsonl(tmp_path / "many.jsonl", *_records(ACTS + 5))])
        browser = client_of(tracker)
        first = page(browser)
        assert f"Page 1 of 2: {ACTS} of {ACTS + 5} instruments are drawn here, 5 are not." in first
        assert len(bars(first)) == ACTS
        assert len(bars(page(browser, page="2"))) == 5
        assert "<script>alert" not in first
        picture = browser.get("/timeline.svg").text
        assert "<script" not in picture
        assert "Act 0 <script>" in "".join(ElementTree.fromstring(picture).itertext())


def test_a_correction_recorded_later_leaves_the_earlier_picture(tmp_path: Path) -> None:
    clock = Turned(instant("2026-03-01T12:00"))
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    with Tracker(settings, clock=clock) as tracker:
        tracker.import_([write_jsonl(tmp_path / "one.jsonl", *_records(1))])
        effect = next(iter(tracker.library.whole().effects))
        clock.now = instant("2026-04-01T12:00")
        wrong = {"type": "retract", "effect": effect, "reason": "misread"}
        tracker.import_([write_jsonl(tmp_path / "two.jsonl", wrong)])
        browser = client_of(tracker)
        assert "Act 0" not in "".join(bars(page(browser)))
        assert bars(page(browser, recorded_by="2026-03-15"))


def test_how_fresh_the_knowledge_is_stands_beside_the_bars(browser: TestClient) -> None:
    told = "China: Sources were NOT checked in time, read through 29 June 2026."
    assert told in page(browser, jurisdiction="CN")
    asked = {"jurisdiction": "CN", "lang": "en"}
    assert told in browser.get("/timeline.svg", params=asked).text
    between = {"from": "2025-11-06", "to": "2025-11-09", "lang": "en"}
    assert told in browser.get("/compare", params=between).text


def test_what_waits_for_a_person_stands_above_the_bars(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        waits = tracker.queries.rules(tracker.clocks()).pending_review
        assert waits
        text = unescape(page(client_of(tracker)))
        assert text.index("for a person and could change") < text.index('class="tl-step"')


def test_measure_and_instrument_show_their_own_bars(browser: TestClient) -> None:
    asked = {"lang": "en", "announced_by": "2025-11-10", "on": "2025-12-05"}
    one = browser.get("/measures/cn/mofcom/2025/61%23i-1", params=asked).text
    assert list(bars(one)) == ["I(1)"]
    told = "suspended 7 November 2025 to 9 November 2026; suspended (Disputed) on 10 November 2026"
    assert told in bars(one)["I(1)"]  # the text leaves open whether its last day counts
    assert "as known the day before" not in one
    whole = browser.get("/instruments/cn/mofcom/2025/61", params=asked).text
    assert {"I(1)", "I(2)", "I(3)", "IV", "V"} <= set(bars(whole))
    early = browser.get("/measures/cn/mofcom/2025/61%23i-1", params={"announced_by": "2025-01-01"})
    assert early.status_code == 200
    assert bars(early.text) == {}
