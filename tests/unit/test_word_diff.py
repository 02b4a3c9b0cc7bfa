"""Which words does the comparison take out and put in?"""

from hypothesis import given
from hypothesis import strategies as st

from tracker.rendering.pages.parts.word_diff import Run, word_diff


def side(runs: tuple[Run, ...], fate: str) -> str:
    return "".join(run.text for run in runs if run.fate in ("same", fate))


TEXTS = st.text(alphabet="ab 12.,，。稀土出口\n%-", max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_the_runs(before: str, after: str) -> None:
    runs = word_diff(before, after)
    assert side(runs, "removed") == before
    assert side(runs, "added") == after
    assert all(run.text for run in runs)


def test_words_are_never_cut_in_two() -> None:
    runs = word_diff("a licence for export", "a licence for exports")
    assert runs == (
        Run("same", "a licence for "),
        Run("removed", "export"),
        Run("added", "exports"),
    )


def test_numbers_change_whole() -> None:
    runs = word_diff("0.1% or more", "0.15% or more")
    assert Run("removed", "0.1%") in runs
    assert Run("added", "0.15%") in runs


def test_chinese_is_compared_sign_by_sign() -> None:
    assert word_diff("相关物项实施出口管制", "相关物项暂停实施出口管制") == (
        Run("same", "相关物项"),
        Run("added", "暂停"),
        Run("same", "实施出口管制"),
    )


def test_crumbs_between_two_changes_go_with_them() -> None:
    runs = word_diff("one, two", "three, four")
    assert runs == (Run("removed", "one, two"), Run("added", "three, four"))


def test_long_texts_are_compared_by_their_stretches() -> None:
    before = "稀土" * 4000 + "，甲。" + "管制" * 100
    runs = word_diff(before, before.replace("甲", "乙"))
    assert [run.text for run in runs if run.fate != "same"] == ["甲", "乙"]
