"""Can a person read what was changed between two versions of a text?"""

import random

from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.pages.revision import diff_lines, revision_diff

BEFORE = (
    "商务部公告2025年第61号\n"
    "一、自2025年12月1日起施行。价值比例达到0.1%及以上的，须申请许可。\n"
    "二、其他事项另行公告。"
)


def test_one_changed_number_is_shown_in_its_sentence() -> None:
    (change,) = revision_diff(BEFORE, BEFORE.replace("0.1%", "0.5%"))
    assert change.kind == "changed"
    assert change.old == "价值比例达到0.1%及以上的，须申请许可。"
    assert [piece.text for piece in change.before if piece.changed] == ["0.1"]
    assert [piece.text for piece in change.after if piece.changed] == ["0.5"]
    assert BEFORE[change.before_start :].startswith(change.old)


def test_a_diff_reads_as_lines_with_marks() -> None:
    after = BEFORE.replace("12月1日", "12月8日").replace("二、其他事项另行公告。", "")
    assert list(diff_lines(revision_diff(BEFORE, after))) == [
        "- 一、自2025年12月[-1-]日起施行。",
        "+ 一、自2025年12月[+8+]日起施行。",
        "- 二、其他事项另行公告。",
    ]


def test_a_sentence_that_was_added_is_shown_as_such() -> None:
    (change,) = revision_diff("It holds. It ends.", "It holds. Not for salt. It ends.")
    assert (change.kind, change.old, change.new) == ("added", "", "Not for salt.")


def test_layout_is_no_change() -> None:
    assert revision_diff("One  rule.\nTwo.", "One rule. \n\nTwo.") == ()


def test_decimals_and_abbreviations_do_not_end_a_sentence() -> None:
    (change,) = revision_diff("Rule No. 3 sets 1.5 kg.", "Rule No. 3 sets 2.5 kg.")
    assert change.old == "Rule No. 3 sets 1.5 kg."


texts = st.text(alphabet="甲乙一二0123456789.。 ab\n", max_size=80)


@given(before=texts, after=texts)
def test_nothing_is_shown_exactly_where_nothing_changed(before: str, after: str) -> None:
    changes = revision_diff(before, after)
    assert (changes == ()) or "".join(before.split()) != "".join(after.split())
    for change in changes:
        assert before[change.before_start :].startswith(change.old)
        assert after[change.after_start :].startswith(change.new)


def test_a_long_text_with_few_edits_is_compared_quickly() -> None:
    chance = random.Random(7)
    lines = [f"第{number}条 比例为{chance.random():.6f}，不得出口。" for number in range(3000)]
    edited = list(lines)
    for number in (5, 1500, 2999):
        edited[number] = edited[number].replace("不得", "可以")
    assert len(revision_diff("\n".join(lines), "\n".join(edited))) == 3
