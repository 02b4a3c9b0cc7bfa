"""Does the comparison name each difference, its cause, and the effect with its sentence?"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.commands import write_jsonl
from tests.integration.house import Turned, instant
from tests.integration.people import client_of
from tracker.application.answers.differing import MEASURES
from tracker.config import Settings
from tracker.facade import Tracker
from tracker.wire import difference_json

ACT = {
    "type": "instrument",
    "jurisdiction": "XX",
    "timezone": "Europe/Paris",
    "authority": "issuer",
}
RULES: tuple[dict[str, Any], ...] = (
    {**ACT, "id": "xx/food/1", "title": "Colourings", "number": "1", "announced_at": "2026-01-10"},
    {**ACT, "id": "xx/food/2", "title": "Change", "number": "2", "announced_at": "2026-03-01"},
    {
        "type": "measure",
        "id": "xx/food/1#red",
        "title": "Red",
        "terms": {"note": "红色素限量百分之一", "summary": "one in a hundred <script>"},
    },
    {
        "type": "effect",
        "kind": "impose",
        "affecting": "xx/food/1",
        "affected": ["xx/food/1#red"],
        "from": "2026-02-01",
        "announced_at": "2026-01-10",
    },
    {
        "type": "effect",
        "kind": "amend",
        "affecting": "xx/food/2",
        "affected": ["xx/food/1#red"],
        "from": "2026-04-01",
        "announced_at": "2026-03-01",
        "terms": {"note": "红色素限量百分之二", "summary": "two in a hundred <script>"},
        "evidence": {"quote": "From 1 April two parts in a hundred are allowed <b>."},
    },
)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    settings = Settings(database=f"sqlite:///{tmp_path_factory.mktemp('log') / 'tracker.db'}")
    with Tracker(settings, clock=Turned(instant("2026-11-21T12:00"))) as tracker:
        tracker.rulebook_apply()
        yield tracker


@pytest.fixture
def clock() -> Turned:
    return Turned(instant("2026-05-01T12:00"))


@pytest.fixture
def small(tmp_path: Path, clock: Turned) -> Iterator[Tracker]:
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    with Tracker(settings, clock=clock) as tracker:
        tracker.import_([write_jsonl(tmp_path / "rules.jsonl", *RULES)])
        yield tracker


def page(tracker: Tracker, **asked: str) -> str:
    answer = client_of(tracker).get("/compare", params={"lang": "en", **asked})
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def test_two_states_of_knowledge_name_the_acts_between_them(bundled: Tracker) -> None:
    text = page(bundled, on="2025-12-05", announced_by="2025-11-06", versus="2025-11-10")
    assert "5 December 2025: as announced by 6 November 2025" in text
    assert "32 measures differ in 8 instruments" in text
    assert "newly announced: 32" in text
    assert "Announcement 70 of 2025, Suspension: 29" in text
    assert "in force → suspended, never in force" in text
    assert "Suspends 29 measures from 7 November 2025 through 10 November 2026." in text


def test_two_days_say_which_edge_was_passed(bundled: Tracker) -> None:
    text = page(bundled, **{"from": "2025-11-06", "to": "2025-11-09"})
    assert "From 6 November 2025 to 9 November 2025" in text
    assert "time passed: 31" in text
    assert "9 November 2025 was its first day." in text


def test_two_states_of_our_records_are_compared(small: Tracker, clock: Turned) -> None:
    clock.now = instant("2026-06-01T12:00")
    text = page(small, on="2026-05-01", recorded_by="2026-04-30", versus="2026-05-31")
    assert "as recorded by 30 April 2026" in text
    assert "not recorded yet → in force" in text
    assert "newly recorded" in text


def test_a_correction_is_named_with_its_reason(
    small: Tracker, clock: Turned, tmp_path: Path
) -> None:
    amend = next(
        id for id, item in small.library.whole().effects.items() if item.record.kind == "amend"
    )
    clock.now = instant("2026-06-01T12:00")
    wrong = {"type": "retract", "effect": amend, "reason": "read of another rule"}
    small.import_([write_jsonl(tmp_path / "wrong.jsonl", wrong)])
    text = page(
        small, by="recorded", on="2026-05-01", recorded_by="2026-05-15", versus="2026-06-01"
    )
    assert "corrected by us: 1" in text
    assert "Withdrawn by us: read of another rule" in text


def test_changed_terms_are_a_word_diff_also_in_chinese(small: Tracker) -> None:
    text = page(small, **{"from": "2026-03-15", "to": "2026-04-15"})
    marked = re.sub(r"<span[^>]*>[^<]*</span>", "", text)
    assert "红色素限量百分之<del>一</del><ins>二</ins>" in marked
    assert "<del>one</del><ins>two</ins> in a hundred" in marked
    assert '<span class="unseen">added: </span><span class="cmp-mark" aria-hidden="true">+' in text
    assert "stays in force" in text


def test_the_effect_stands_there_with_its_sentence_inert(small: Tracker) -> None:
    answer = client_of(small).get("/compare", params={"from": "2026-03-15", "to": "2026-04-15"})
    assert "From 1 April two parts in a hundred are allowed &lt;b&gt;." in answer.text
    assert "<script>" not in answer.text.replace("<script src", "")
    anchors = set(re.findall(r'href="#(cause-\d+)"', answer.text))
    assert anchors
    assert all(f'id="{anchor}"' in answer.text for anchor in anchors)


def test_nothing_differs_is_said_in_words(small: Tracker) -> None:
    text = page(small, **{"from": "2026-04-15", "to": "2026-04-20"})
    assert "Nothing differs" in text
    same = page(small, **{"from": "2026-04-15", "to": "2026-04-15"})
    assert "Both sides are the same" in same


def test_without_a_question_today_is_compared_with_a_month_ago(small: Tracker) -> None:
    assert "From 1 April 2026 to 1 May 2026" in page(small)


def test_the_json_is_that_of_the_command(bundled: Tracker) -> None:
    asked = {"on": "2025-12-05", "announced_by": "2025-11-06", "versus": "2025-11-10"}
    answer = client_of(bundled).get("/compare.json", params=asked)
    found = answer.json()
    before, after = (
        bundled.clocks(on="2025-12-05", announced_by=f"2025-11-{d}") for d in ("06", 10)
    )
    assert found["differences"] == [difference_json(one) for one in bundled.diff(before, after)]
    assert found["before"]["announced_by"] == "2025-11-06"
    assert found["after"]["announced_by"] == "2025-11-10"
    assert "attachment" in answer.headers["content-disposition"]


def test_the_page_can_be_shared_and_swapped_by_its_address(bundled: Tracker) -> None:
    text = page(bundled, on="2025-12-05", announced_by="2025-11-06", versus="2025-11-10")
    swap = next(
        link
        for link in re.findall(r'href="(/compare\?[^"]*)"', text)
        if "announced_by=2025-11-10" in link
    )
    assert "versus=2025-11-06" in swap
    swapped = client_of(bundled).get(f"{swap}&lang=en").text
    assert "suspended, never in force → in force" in unescape(swapped)
    assert "corrected" in swapped or "newly" in swapped


@pytest.mark.parametrize(
    "asked", [{"by": "moon"}, {"from": "soon"}, {"announced_by": "x", "versus": "y"}]
)
def test_what_cannot_be_compared_is_refused_in_words(small: Tracker, asked: dict[str, str]) -> None:
    assert client_of(small).get("/compare", params=asked).status_code == 400
    assert client_of(small).get("/compare.json", params=asked).status_code == 400


def test_many_differences_are_paged_and_the_rest_is_counted(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    names = [f"xx/a/1#{number:03}" for number in range(MEASURES + 7)]
    records: list[dict[str, Any]] = [
        {**ACT, "id": "xx/a/1", "title": "Act", "announced_at": "2026-01-01"},
        *({"type": "measure", "id": name, "title": name, "terms": {}} for name in names),
        {
            "type": "effect",
            "kind": "impose",
            "affecting": "xx/a/1",
            "affected": ["xx/a/1"],
            "from": "2026-02-01",
            "announced_at": "2026-01-01",
        },
    ]
    with Tracker(settings, clock=Turned(instant("2026-05-01T12:00"))) as tracker:
        tracker.import_([write_jsonl(tmp_path / "many.jsonl", *records)])
        asked = {"from": "2026-01-15", "to": "2026-02-15"}
        first = page(tracker, **asked)
        assert f"Page 1 of 2: {MEASURES} of {MEASURES + 7} differing measures" in first
        assert "7 are not" in first
        assert "Page 2 of 2: 7 of" in page(tracker, **asked, page="2")
