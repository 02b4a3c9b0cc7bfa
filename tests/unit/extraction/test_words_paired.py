"""English changes of words: any verb and voice, any order of the old words and the new ones."""

import pytest

from tests.unit.extraction.test_extract import read

ACT = "cn/mofcom/2025/935"
KILOS = {"what": "quantity", "operator": ">=", "value": "2", "unit": "kg"}


def _read(sentence, *, named="Announcement No. 935 of 2025"):
    text = (
        "Ministry of Commerce of the People's Republic of China\nAnnouncement No. 977 of 2026\n\n"
        f"The following is hereby announced:\n\n{sentence.replace('ACT', named)}\n\n"
        "This Announcement takes effect on the date of its issuance.\n\n"
        "Ministry of Commerce\nMay 12, 2026\n"
    )
    answer = read(text)
    assert not answer.measures
    return [(e.kind, *e.affected, str(e.from_), e.terms) for e in answer.effects]


@pytest.mark.parametrize(
    "sentence",
    [
        "In point I of ACT, {o} makes way for {n}.",
        "The expression {o} used in point I of ACT shall henceforth be understood as {n}.",
        "In point I of ACT, we replace {o} by {n}.",
        "Point I of ACT is amended by changing {o} to {n}.",
        "In point I of ACT, {o}, which had replaced “9 kg or more”, is replaced by {n}.",
        "{n} supersedes {o} in point I of ACT.",
        "In point I of ACT, read {n} where it says {o}.",
        "For {o} in point I of ACT there is substituted {n}.",
        "The words {o} in point I of ACT are deleted and replaced by {n}.",
        "The words {o} in point I of ACT give way to {n}.",
    ],
)
def test_the_new_words_are_known_by_what_stands_around_both(sentence):
    words = sentence.format(o="“5 kg or more”", n="“2 kg or more”")
    assert _read(words) == [("amend", f"{ACT}#1", "2026-05-12", {"thresholds": [KILOS]})]


@pytest.mark.parametrize(
    "sentence",
    [
        "In point I of ACT, {o} is not replaced by {n}.",
        "In point I of ACT, the words {o} would become {n} if the proposal were adopted.",
        "Exporters had asked that {o} in point I of ACT become {n}.",
    ],
)
def test_a_change_that_is_denied_or_wished_for_is_none(sentence):
    assert not _read(sentence.format(o="“5 kg or more”", n="“2 kg or more”"))


@pytest.mark.parametrize(
    ("sentence", "part", "operator", "value"),
    [
        ("The maximum in point I of ACT is raised from 5 kg to 8 kg.", "#1", "<=", "8"),
        ("In point I of ACT the limit is lowered from over 5 kg to over 3 kg.", "#1", ">", "3"),
        ("The limit in point I of ACT becomes 2 kg: more than 2 kg is caught.", "#1", ">", "2"),
        ("In point I of ACT, “5 kg” becomes “2 kg”, so that over 2 kg is caught.", "#1", ">", "2"),
    ],
)
def test_a_bare_value_bounds_on_the_side_that_the_sentence_tells(sentence, part, operator, value):
    ((kind, target, _, terms),) = _read(sentence)
    assert (kind, target) == ("amend", f"{ACT}{part}")
    told = [(one["operator"], one["value"], one["unit"]) for one in terms["thresholds"]]
    assert told == [(operator, value, "kg")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The limit in point I of ACT is not lowered to 2 kg.",
        "The limit in point I of ACT was lowered to 2 kg on January 1, 2026.",
        "Exporters had asked that the limit in point I of ACT be lowered to 2 kg.",
    ],
)
def test_another_value_that_is_denied_wished_for_or_past_changes_nothing(sentence):
    assert not _read(sentence)
