"""What of the records of a window is news, what history, what a correction, what a report?"""

from datetime import UTC, datetime

from tests.golden.digests.small_rulebook import LOADED, add, digest, lines, polled, register, week
from tracker.digests.lines import Why
from tracker.digests.window import between
from tracker.domain.facts import AnnouncementRead, EffectAccepted, Mention
from tracker.projection.register import Register

DAY = "2026-11-20T08:00:00.000000Z"


def test_a_rulebook_that_is_loaded_late_is_history_and_no_news() -> None:
    made = week("2026-11-21", register(at=DAY))

    assert made.announced == ()
    assert made.history_added == sum(line["type"] != "link" for line in lines())
    assert week("2025-11-09", register(at=DAY)).history_added == 0


def test_what_a_person_accepts_later_is_told_as_recorded_late() -> None:
    filed = register()
    old = next(line for line in lines() if line["id"] == "cn/mofcom/2025/72:suspend-2a")
    late = {**old, "id": "late", "affected": ["cn/mofcom/2025/18#i"]}
    filed.record(late, recorded_at=DAY)
    add(filed, EffectAccepted(effect="late", by="Ada"), at=DAY)
    made = week("2026-11-21", filed)

    assert [(line.act.id, line.why) for line in made.announced] == [
        ("cn/mofcom/2025/72", Why.RECORDED_LATE)
    ]
    assert made.history_added == 0


def test_a_retraction_is_told_with_old_new_and_reason() -> None:
    filed = register()
    old = "cn/mofcom/2025/57:impose-i"
    line = next(line for line in lines() if line["id"] == old)
    filed.record({**line, "id": "new", "from": "2025-11-09"}, recorded_at=DAY)
    retract = {"type": "retract", "id": "r", "effect": old, "reason": "misread"}
    filed.record({**retract, "replaced_by": "new"}, recorded_at=DAY)
    told = week("2026-11-21", filed).corrections

    assert len(told) == 1
    assert told[0].old is not None
    assert told[0].new is not None
    assert (told[0].old.from_, told[0].new.from_) == ("2025-11-08", "2025-11-09")
    assert told[0].reason == "misread"


def test_what_was_recorded_and_withdrawn_in_one_window_was_never_told() -> None:
    filed = register()
    line = next(line for line in lines() if line["type"] == "effect")
    filed.record({**line, "id": "slip"}, recorded_at=DAY)
    filed.record(
        {"type": "retract", "id": "r", "effect": "slip", "reason": "a slip"}, recorded_at=DAY
    )

    assert week("2026-11-21", filed).corrections == ()


def test_a_corrected_measure_is_told_key_by_key() -> None:
    filed = register()
    line = next(line for line in lines() if line["id"] == "cn/mofcom/2025/57#i")
    terms = {**line["terms"], "control_codes": ["1C909"]}  # type: ignore[dict-item]
    filed.record({**line, "terms": terms, "corrects": True}, recorded_at=DAY)
    told = week("2026-11-21", filed).corrections

    assert [change.what for change in told[0].changes] == ["terms.control_codes"]
    assert told[0].changes[0].after == '["1C909"]'


def test_a_report_names_the_instruments_that_it_repeats() -> None:
    filed = register()
    _report(filed, DAY)
    made = week("2026-11-21", filed)

    assert [act.id for act in made.reports[0].names] == ["cn/mofcom/2025/61"]
    assert made.reports[0].unresolved == ("商务部公告2026年第99号",)
    assert made.reports[0].authority == "press"
    assert made.announced == ()
    assert week("2026-11-14", filed).reports == ()


def test_what_was_recorded_goes_by_position_where_positions_are_given() -> None:
    filed = register()
    before = filed.position
    _report(filed, DAY)
    window = between(datetime(2026, 11, 1, tzinfo=UTC), until=datetime(2026, 11, 2, tzinfo=UTC))

    assert digest(window, filed).reports == ()
    assert len(digest(window, filed, positions=(before, filed.position)).reports) == 1


def test_an_older_recorded_clock_gives_the_digest_of_then() -> None:
    filed = register()
    retract = {"type": "retract", "id": "r", "effect": "cn/mofcom/2025/70:suspend-notices"}
    filed.record({**retract, "reason": "a test"}, recorded_at=DAY)
    then = datetime(2026, 11, 19, tzinfo=UTC)

    assert "cn/mofcom/2025/70" in {
        line.act.id for line in week("2025-11-09", filed, recorded_by=then).announced if line.parts
    }
    assert "cn/mofcom/2025/70" not in {
        line.act.id for line in week("2025-11-09", filed).announced if line.effects
    }


def _report(filed: Register, at: str) -> None:
    polled(filed, at=at)
    item = {"type": "announcement", "id": "a", "source": "paper", "title": "On No 61"}
    filed.record({**item, "url": "https://paper.example/a"}, recorded_at=at)
    mention = Mention(instrument="cn/mofcom/2025/61", quote="No 61", start=3, end=8, basis="number")
    read = AnnouncementRead(
        announcement="a", reader="test", mentions=(mention,), unresolved=("商务部公告2026年第99号",)
    )
    add(filed, read, at=at)


def test_the_rulebook_of_these_tests_was_loaded_before_its_windows() -> None:
    assert LOADED < "2025-10"
