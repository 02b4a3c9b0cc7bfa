"""Do all pages say the same of one thing, in Chinese as well, and keep places private?"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from tests.integration.people import client_of, signed_in, with_quick_hashes
from tests.integration.reading_room import opened
from tracker.application.answers.listing import directory
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker
from tracker.rendering.loading import Templates
from tracker.rendering.words import Words

I1 = "/measures/cn/mofcom/2025/61%23i-1"
LETTERS = re.compile(r"[A-Za-z][A-Za-z'’-]+(?: [A-Za-z][A-Za-z'’-]+){3,}")
"""Four English words in a row."""


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    folder = tmp_path_factory.mktemp("told")
    with opened(folder) as made:
        inbox = folder / "inbox-of-the-house"
        inbox.mkdir()
        made.sources.add(
            SourceAdded(
                id="inbox", url=str(inbox), kind="folder", authority="issuer", jurisdiction="CN"
            )
        )
        yield with_quick_hashes(made)


def seen(client: TestClient, path: str, **query: str) -> str:
    """Return what a reader sees of a page, in one line."""
    mark = "&" if "?" in path else "?"
    found = client.get(f"{path}{mark}{urlencode(query)}")
    assert found.status_code == 200, path
    body = found.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_today_and_sources_say_the_same_of_what_is_not_covered(tracker: Tracker) -> None:
    client = client_of(tracker)
    today, sources = seen(client, "/", lang="en"), seen(client, "/sources", lang="en")
    told = re.search(r"Not tracked at all: ([^.]+)\.", sources)
    assert told is not None
    said = re.search(r"Not tracked at all: ([^.]+)\.", today)
    assert said is not None
    assert sorted(said[1].split(", ")) == sorted(told[1].split(", "))
    assert "India" not in told[1]
    unpolled = re.search(r"only the rulebook was read, through 29 June 2026: ([^.]+)\.", sources)
    assert unpolled is not None
    assert "India" in unpolled[1]
    assert not set(told[1].split(", ")) & set(unpolled[1].split(", "))


def test_what_waits_stands_above_the_rules_of_today(tracker: Tracker) -> None:
    waiting = tracker.queries.rules(tracker.clocks()).pending_review
    assert waiting
    text = seen(client_of(tracker), "/", lang="en")
    assert text.index("could change this answer") < text.index("In force Announcement")
    assert "waits for a person" in text


def test_today_says_what_turned_lately_or_that_nothing_did(tracker: Tracker) -> None:
    text = seen(client_of(tracker), "/", lang="en")
    assert "rules came back by their own terms only; nobody has verified that" in text


def test_a_folder_of_the_house_is_named_to_administrators_only(tracker: Tracker) -> None:
    stranger, admin = client_of(tracker), signed_in(tracker, "Admin", "admin")
    reader = signed_in(tracker, "Reader", "reader")
    for path in ("/sources", "/api/sources", "/api/log?limit=1000"):
        for browser in (stranger, reader):
            assert "inbox-of-the-house" not in browser.get(path).text, path
        assert "inbox-of-the-house" in admin.get(path).text, path
    assert "a folder of this machine" in seen(stranger, "/sources", lang="en")
    hashes = {
        one["position"]: one["hash"] for one in admin.get("/api/log?limit=9").json()["events"]
    }
    assert {
        one["position"]: one["hash"] for one in stranger.get("/api/log?limit=9").json()["events"]
    } == hashes


def test_shares_are_told_as_percent(tracker: Tracker) -> None:
    client = client_of(tracker)
    assert "share of the value: at least 0.1%" in seen(client, I1, lang="en")
    assert "价值占比：不低于0.1%" in seen(client, I1, lang="zh")


def test_a_run_is_confirmed_no_further_than_what_is_known(tracker: Tracker) -> None:
    clocks = {"on": "2025-12-05", "announced_by": "2025-11-10", "lang": "en"}
    client = client_of(tracker)
    for path in (I1, "/timeline?view=table"):
        text = seen(client, path, **clocks)
        assert "Confirmed up to 10 November 2025, then it may change" in text, path


def test_two_parts_of_one_act_are_not_called_alike(tracker: Tracker) -> None:
    asked = {"instrument": "cn/mofcom/2025/62", "status": "in_force", "lang": "en"}
    text = seen(client_of(tracker), "/rules", **asked)
    assert "later: services" in text
    assert "later: public domain" in text


def test_the_day_of_publication_is_that_of_the_source(tracker: Tracker) -> None:
    held = tracker.library.whole().announcements
    id = next(id for id, one in held.items() if one.record.url == "https://gazette.example/order")
    assert held[id].record.published_at == "2026-11-19T16:00:00.000000Z"
    text = seen(client_of(tracker), f"/announcements/{id}", lang="en")
    assert "published 20 November 2026 " in text


def test_the_check_answers_in_the_language_of_its_form(tracker: Tracker) -> None:
    client = client_of(tracker, headers={"Accept-Language": "en"})
    form = client.get("/check?lang=zh").text
    action = re.search(r'<form class="panel check" action="([^"#]+)', form)
    assert action is not None
    fields = {"symbol": "Dy", "share": "0.2%", "element_origin": "CN", "made_in": "DE", "to": "US"}
    found = client.post(unescape(action[1]), data=fields)
    assert '<html lang="zh-Hans">' in found.text
    assert "所查产品" in found.text
    assert client.get("/check?lang=en").text.count('lang="zh-Hans" hreflang') == 1


def test_the_check_repeats_what_was_asked_for_the_one_who_prints_it(tracker: Tracker) -> None:
    fields = {"symbol": "Ga", "element_origin": "CN", "from": "CN", "to": "JP", "lang": "en",
              "end_user": "Somebody"}  # fmt: skip
    text = client_of(tracker).post("/check?lang=en", data=fields).text
    asked = text.partition('id="asked"')[2].partition("</section>")[0]
    for part in ("The product asked about", "Ga", "from CN", "Goes to", "JP", "Somebody"):
        assert part in asked + text[text.index('id="asked"') :][:60], part
    box = text.index("It may be forbidden: this cannot be ruled out")
    assert text.index("could change this answer") < box < text.index('class="figure verdict"')


def test_the_edge_of_the_calendar_has_no_digest(tracker: Tracker) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        for period in ("daily", "weekly", "monthly"):
            found = client_of(tracker).get(f"/digests/preview.html?period={period}&ending={day}")
            assert found.status_code in (200, 400), (day, period)


CHINESE = ("/", "/rules", "/rules?certainty=reported", "/timeline", "/timeline?view=table", I1,
           "/measures/cn/mofcom/2026/11%23i", "/compare?from=2025-10-01&to=2025-12-15",
           "/search?q=8505.11", "/sources", "/log", "/log/verify", "/check", "/sign-in",
           "/digests")  # fmt: skip


@pytest.mark.parametrize("path", CHINESE)
def test_a_chinese_page_says_nothing_of_ours_in_english(tracker: Tracker, path: str) -> None:
    client = client_of(tracker)
    page = client.get(path, headers={"Accept-Language": "zh"}).text
    with tracker.library.reading() as register:
        names = directory(register, tracker.queries, tracker.clocks())
        acts = [names.instrument(id) for id in register.instruments]
    titles = {title.casefold() for act in acts for title in act.titles.values()}
    body = page.partition("<main")[2].partition("</main>")[0]
    body = re.sub(r"<(code|blockquote|mark)\b.*?</\1>", " ", body, flags=re.DOTALL)
    quoted = re.compile(r"“[^”]*”")
    left = [
        line
        for part in re.split(r"<[^>]+>", body)
        if LETTERS.search(line := quoted.sub(" ", " ".join(unescape(part).split())))
        and not any(title in line.casefold() for title in titles)
        and not _official(line)
    ]
    assert not left


OFFICIAL = ("Announcement ", "Order ", "UEL ", "FR Doc", "Regulation (EU)", "announcement, number",
            "Decision of", "The paper", "spokesperson", "number not found")  # fmt: skip
"""Numbers and names as their issuers write them, or as the rulebook has them for want of one."""


def _official(line: str) -> bool:
    return any(part.casefold() in line.casefold() for part in OFFICIAL)


def test_every_summary_of_the_bundled_rulebook_has_its_chinese(
    tracker: Tracker, tmp_path: Path
) -> None:

    words = Words(Templates().words(), "zh")
    texts = {
        str(version[-1].record.terms[key])
        for version in tracker.library.whole().measures.values()
        for key in ("summary", "note")
        if version[-1].record.terms.get(key)
    }
    assert len(texts) > 100
    assert [text for text in sorted(texts) if words.said(text) == text] == []
