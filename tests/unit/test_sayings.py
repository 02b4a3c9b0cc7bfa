"""Is what the program says in English told in Chinese, and what nobody translated left alone?"""

import pytest

from tracker.rendering.loading import Templates
from tracker.rendering.sayings import Sayings
from tracker.rendering.words import Words

TABLE = {
    "a": {"en": "overdue by {n} days", "zh": "已逾期{n}天"},
    "b": {"en": "{what} ran out on {day}", "zh": "{what}于{day}届满"},
    "c": {"en": "suspension", "zh": "暂停期"},
    "d": {"en": "{one}: {other}", "zh": "{one}：{other}"},
    "e": {"en": "source note: {text}", "zh": "来源附注：{text}"},
    "f": {"en": "only English"},
}


def told(text: str) -> str:
    return Sayings(TABLE, "zh", lambda day: f"<{day}>").told(text)


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("suspension", "暂停期"),
        ("overdue by 10 days", "已逾期10天"),
        ("suspension ran out on 2026-11-10", "暂停期于<2026-11-10>届满"),
        ("source note: suspension", "来源附注：暂停期"),
        ("suspension: overdue by 3 days", "暂停期：已逾期3天"),
        ("nobody has translated this", "nobody has translated this"),
        ("only English", "only English"),
        ("", ""),
    ],
)
def test_a_saying_is_told_and_so_is_what_stands_in_its_braces(text: str, chinese: str) -> None:
    assert told(text) == chinese


def test_the_saying_that_says_most_goes_first() -> None:
    wide, own = {"en": "{y} {x}", "zh": "{y}甲{x}"}, {"en": "missing {x}", "zh": "缺少{x}"}
    table = {"wide": wide, "own": own}
    assert Sayings(table, "zh", str).told("missing it") == "缺少it"


def test_a_saying_holds_no_sign_that_a_pattern_would_read() -> None:
    table = {"a": {"en": "is it (so)? [{x}]", "zh": "是否〔{x}〕"}}
    assert Sayings(table, "zh", str).told("is it (so)? [1+1]") == "是否〔1+1〕"


def test_a_long_or_hostile_text_is_left_alone_at_once() -> None:
    text = "missing " * 5_000
    assert Words(Templates().words(), "zh").said(text) == text


def test_english_stays_as_it_is() -> None:
    assert Words(Templates().words(), "en").said("suspension") == "suspension"


def test_every_saying_of_ours_fills_its_own_braces_in_chinese() -> None:
    words = Words(Templates().words(), "zh")
    for one in words.table["said"].values():
        assert set(one) == {"en", "zh"}
        holes = [set(_holes(one[language])) for language in ("en", "zh")]
        assert holes[1] <= holes[0], one
        assert any("\u4e00" <= char <= "\u9fff" for char in one["zh"]) or holes[1], one


def _holes(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]
