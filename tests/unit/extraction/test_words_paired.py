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
        "The trade urged the Ministry to replace {o} by {n} in point I of ACT.",
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


@pytest.mark.parametrize(
    "sentence",
    [
        "In point I of ACT, the words {o} shall, as of March 15, 2027, read {n}.",
        "In point I of ACT, {o} is, with effect from March 15, 2027, replaced by {n}.",
        "For {o} in point I of ACT there shall, from March 15, 2027, be substituted {n}.",
        "In point I of ACT, {o} becomes, on March 15, 2027, {n}.",
        "As from March 15, 2027, {n} shall, in point I of ACT, be substituted for {o}.",
    ],
)
def test_a_day_told_between_the_parts_of_the_verb_is_that_of_the_change(sentence):
    words = sentence.format(o="“5 kg or more”", n="“2 kg or more”")
    assert _read(words) == [("amend", f"{ACT}#1", "2027-03-15", {"thresholds": [KILOS]})]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Item (1) under Article II of ACT shall no longer appear.", ["#ii-1"]),
        ("Point V of ACT is abolished.", ["#5"]),
        ("ACT is revised as follows:\n(1) Item (2) of point VI falls away.", ["#6-2"]),
        ("The entry numbered 7 in the Annex to ACT is taken out.", ["#annex-7"]),
        ("In Annex 2 to ACT, rows 7 and 9 are deleted.", ["#annex-2-7", "#annex-2-9"]),
        ("Item (3) is taken off Article II of ACT.", ["#ii-3"]),
        ("In Article II of ACT, item (3) is deleted.", ["#ii-3"]),
        ("Point V of ACT is not abolished and does not fall away.", []),
    ],
)
def test_a_part_or_a_row_that_goes_is_named(sentence, parts):
    assert [one[:2] for one in _read(sentence)] == [("repeal", f"{ACT}{part}") for part in parts]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("The Annex to ACT is supplemented with the following entry: {n}.", "#annex"),
        ("An item (4) reading {n} is added to point I of ACT.", "#1"),
        ("The following item is appended to point I of ACT: {n}.", "#1"),
        ("Point I of ACT is expanded to include {n}.", "#1"),
    ],
)
def test_new_words_are_put_in_before_or_behind_the_verb(sentence, part):
    words = sentence.format(n="“1C961.d. Beryllium oxide powder”")
    terms = {"control_codes": ["1C961.d"], "elements": ["Be"]}
    assert _read(words) == [("amend", f"{ACT}{part}", "2026-05-12", terms)]


def test_what_only_ends_a_part_of_another_act_keeps_its_own_demands():
    answer = read(
        "Ministry of Commerce of the People's Republic of China\nAnnouncement No. 977 of 2026\n\n"
        "The following is hereby announced:\n\n"
        "1. Exports of gallium wafers shall be subject to a licence.\n\n"
        "2. Point 3 of Announcement No. 935 of 2025 shall no longer apply.\n\n"
        "Ministry of Commerce\nMay 12, 2026\n"
    )
    assert [one.id for one in answer.measures] == ["cn/mofcom/2026/977#i"]
    assert [one.affected for one in answer.effects] == [(f"{ACT}#3",)]


def test_an_entity_taken_off_the_list_by_its_adding_rule_is_not_listed():
    rule = (
        "DEPARTMENT OF COMMERCE\n\nBureau of Industry and Security\n\n15 CFR Part 744\n\n"
        "Entity List\n\nAGENCY: Bureau of Industry and Security, Commerce.\n\n"
        "ACTION: Final rule.\n\nDATES: This rule is effective June 15, 2026.\n\n"
        "SUPPLEMENTARY INFORMATION:\n\nThis rule removes Pell Optics Ltd., which FR Doc. "
        "2025-90735 had added to the Entity List, from that list.\n\n"
        "[FR Doc. 2026-90737 Filed 5-11-26; 8:45 am]\n"
    )
    answer = read(rule)
    (effect,) = answer.effects
    assert (effect.kind, *effect.affected) == ("repeal", "us/bis/2025/2025-90735")
    assert effect.parties == ("Pell Optics Ltd.",)
    assert not answer.measures
