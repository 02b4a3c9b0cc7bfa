"""Does a digest say what stands beside a suspension, whether it begins, runs or has run out?"""

from datetime import date, timedelta

import pytest

from tests.golden.digests.small_rulebook import NOW, add, register, week
from tracker.application.subscriptions.publish import window_of
from tracker.digests.digest import Coverage, CoverageLine
from tracker.digests.lines import Named, Turned, TurnLine, Why
from tracker.domain.facts import EffectAccepted
from tracker.errors import UsageError
from tracker.rendering.digests import render_digest

DAY = "2026-11-20T08:00:00.000000Z"
OCTOBER = "cn/mofcom/2025/70"


def _text(ending: str, language: str = "en") -> str:
    made = render_digest(week(ending), format="text", language=language)  # type: ignore[arg-type]
    return " ".join(made.split())


def test_a_start_that_fell_into_a_suspension_is_told_as_one_that_did_not_happen() -> None:
    made = week("2025-12-01")
    (line,) = made.ended
    assert isinstance(line, TurnLine)
    assert (line.turned, line.turned_on) == (Turned.HELD_BACK, date(2025, 12, 1))
    assert [measure.id for part in line.parts for measure in part.measures] == [
        "cn/mofcom/2025/61#i-1"
    ]
    assert line.parts[0].never_in_force
    assert made.took_effect == ()
    said = "Was to start on 1 December 2025 and did not: suspended through 10 November 2026."
    assert said in _text("2025-12-01")
    assert [one.instrument.id for one in line.line.standing] == ["cn/mofcom/2025/18"]


def test_a_start_before_any_suspension_is_no_start_held_back() -> None:
    turned = [line.turned for line in week("2025-10-12").took_effect]
    assert turned == [Turned.TOOK_EFFECT] * len(turned) != []


def test_a_lapse_ahead_and_one_that_waits_for_word_say_what_stands_either_way() -> None:
    ahead = next(one for one in week("2026-11-08").coming_up if one.act.id == OCTOBER)
    waits = next(one for one in week("2026-11-15").needs_action if one.act.id == OCTOBER)
    for line in (ahead, waits):
        (still,) = line.standing
        assert still.instrument.id == "cn/mofcom/2025/18"
        assert still.on is not None
        assert still.effects
    assert "Still stands either way: Announcement 18 of 2025" in _text("2026-11-15")


def test_the_last_day_itself_is_not_counted_as_nought_days() -> None:
    text = _text("2026-11-10")
    assert "runs out on 10 November 2026, the last day of this period." in text
    assert "in 0 days" not in text


def test_what_waits_for_word_is_told_in_full_once() -> None:
    text = _text("2026-11-21")
    assert text.count("Verify: what became of the suspension by Announcement 70 of 2025?") == 1
    doubts = text.partition("DISPUTED OR UNCONFIRMED")[2]
    assert "10 November 2026: the suspension by Announcement 70 of 2025" in doubts
    assert "Announcement 57" not in doubts.partition("HOW THE")[0].partition("WHAT WAS")[0]


def test_a_rule_is_not_drawn_as_waiting_before_it_was_announced() -> None:
    picture = week("2025-10-12").picture
    assert picture is not None
    assert {bar.spans[0].from_ for bar in picture.bars} == {date(2025, 10, 9)}


def test_a_period_that_still_runs_says_so_and_one_to_come_is_refused() -> None:
    assert "As announced so far; the period has not ended" in _text(NOW.date().isoformat())
    assert "As announced by the end of the period" in _text("2026-11-15")
    later = (NOW + timedelta(days=40)).date().isoformat()
    with pytest.raises(UsageError, match="has not begun"):
        window_of(since=None, until=None, name="daily", ending=later, now=NOW)


def test_where_nothing_is_tracked_the_coverage_is_not_whole() -> None:
    def covered(state: str) -> Coverage:
        line = CoverageLine(
            jurisdiction=Named(key="CN", names={}), state=state, covered_through=None,
            unread_from=None, sources=(), gaps=(),
        )  # fmt: skip
        return Coverage(as_of=NOW, jurisdictions=(line,), other_sources=(), statements=())

    assert covered("fresh").whole
    assert not covered("not_tracked").whole


def test_what_an_act_names_beside_and_nobody_recorded_is_named() -> None:
    filed = register()
    act = {
        "type": "instrument", "id": "cn/mofcom/2026/9", "number": "No. 9", "jurisdiction": "CN",
        "announced_at": "2026-11-20", "timezone": "Asia/Shanghai", "title": "A suspension",
    }  # fmt: skip
    lost, known = "cn/mofcom/2026/3", "cn/mofcom/2025/18"
    effect = {
        "type": "effect", "id": "e-9", "kind": "suspend", "affecting": "cn/mofcom/2026/9",
        "affected": [known, lost], "announced_at": "2026-11-20", "from": "2026-11-20",
    }  # fmt: skip
    filed.record(act, recorded_at=DAY)
    filed.record(effect, recorded_at=DAY)
    (line,) = (one for one in week("2026-11-21", filed).announced if one.act.number == "No. 9")
    assert line.unrecorded == (lost,)
    text = render_digest(week("2026-11-21", filed), format="text")
    assert f"Also names, not recorded here: {lost}" in text


def test_an_old_act_that_somebody_let_count_is_told_though_nothing_bears_what_it_names() -> None:
    filed = register()
    filed.record(
        {
            "type": "instrument", "id": "cn/mofcom/2026/8", "number": "No. 8",
            "announced_at": "2026-05-01", "timezone": "Asia/Shanghai",
        },
        recorded_at=DAY,
    )  # fmt: skip
    filed.record(
        {
            "type": "effect", "id": "e-8", "kind": "suspend", "affecting": "cn/mofcom/2026/8",
            "affected": ["cn/mofcom/2025/925"], "announced_at": "2026-05-01", "from": "2026-05-01",
            "evidence": [
                {"announcement": "x/1", "field": "affected", "quote": "No. 925 is suspended"},
                {"announcement": "x/1", "field": "from", "quote": "is suspended"},
                {"announcement": "x/1", "field": "control_codes", "quote": "1C931.a"},
            ],
        },
        recorded_at=DAY,
    )  # fmt: skip
    add(filed, EffectAccepted(effect="e-8", by="Ann Lee"), at=DAY)
    (line,) = (one for one in week("2026-11-21", filed).announced if one.act.number == "No. 8")
    assert (line.why, line.unrecorded) == (Why.RECORDED_LATE, ("cn/mofcom/2025/925",))
    assert line.grounds is not None
    assert [quote.text for quote in line.grounds.quotes] == ["No. 925 is suspended"]
