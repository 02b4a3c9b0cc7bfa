"""Does a card of the desk show what a rule says, beside the words that say it?"""

from typing import Any

import pytest

from tracker import resources
from tracker.domain.rulebook import Field
from tracker.rendering.loading import Templates
from tracker.rendering.pages.desk.cards import CardView, beside_cards, cards
from tracker.rendering.words import Words
from tracker.rulebook import load_field

ACT = "cn/mofcom/2026/903"
INSTRUMENT = {
    "type": "instrument",
    "id": ACT,
    "number": "商务部公告2026年第903号",
    "title": "商务部公告2026年第903号",
    "issuers": ["MOFCOM"],
    "issued_on": "2026-09-18",
    "evidence": [{"field": "number", "start": 0, "end": 14}],
}
TERMS = {
    "requirement": "licence",
    "elements": ["W"],
    "thresholds": [{"what": "value_share", "operator": ">=", "value": "0.005"}],
    "list": "control_list",
}
MEASURE = {"type": "measure", "id": f"{ACT}#i", "terms": TERMS}
EFFECT = {
    "type": "effect",
    "kind": "impose",
    "affecting": ACT,
    "affected": [f"{ACT}#i"],
    "from": "2026-12-01",
    "evidence": [
        {"field": "from", "start": 90, "end": 99},
        {"field": "requirement", "start": 20, "end": 30},
        {"field": "thresholds", "start": 40, "end": 50},
        {"field": "elements", "start": 38, "end": 60},
    ],
}
LINK = {"type": "link", "kind": "cites", "from": "x/1", "to": "cn/mofcom/2025/61"}
MARKS = {0: 1, 20: 2, 38: 3, 40: 4, 90: 5}


@pytest.fixture(scope="module")
def field() -> Field:
    return load_field(resources.data("db"))


def words(language: str) -> Words:
    return Words(Templates().words(), language)


def rows(card: CardView) -> dict[str, tuple[str, tuple[int, ...]]]:
    return {row.label: (row.value, row.marks) for row in card.fields}


def test_the_card_of_a_new_rule_says_what_it_demands_beside_the_marks(field: Field) -> None:
    effect, act = cards(words("en"), [INSTRUMENT, MEASURE, EFFECT, LINK], MARKS, field)
    assert effect.told == f"Sets {ACT}#i from 1 December 2026."
    assert rows(effect) == {
        "Affects": (f"{ACT}#i", ()),
        "From": ("1 December 2026", (5,)),
        "Demands": ("Licence needed", (2,)),
        "Elements": ("tungsten (W)", (3, 4)),
        "Thresholds": ("share of the value: at least 0.5%", (4,)),
        "List": ("export control list", ()),
    }
    assert (act.kind, act.told) == ("The act", ACT)
    assert rows(act)["Number"] == ("商务部公告2026年第903号", (1,))
    assert "Title" not in rows(act)  # it is the number


def test_the_card_speaks_chinese(field: Field) -> None:
    effect, act = cards(words("zh"), [INSTRUMENT, MEASURE, EFFECT], MARKS, field)
    assert rows(effect)["阈值"] == ("价值占比：不低于0.5%", (4,))
    assert rows(effect)["清单"] == ("出口管制管控名单", ())
    assert rows(act)["发布日期"] == ("2026年9月18日", ())


def test_the_terms_of_an_amendment_stand_one_by_one_and_a_deleted_one_too(field: Field) -> None:
    amendment: dict[str, Any] = {
        **EFFECT,
        "kind": "amend",
        "terms": {"control_codes": ["1C931.c"], "licence_authority": None},
        "evidence": [{"field": "control_codes", "start": 40, "end": 47}],
    }
    (card,) = cards(words("en"), [amendment], MARKS, field)
    assert rows(card)["Control codes"] == ("1C931.c", (4,))
    assert rows(card)["Licence from"] == ("nothing", ())


def test_measures_of_one_effect_are_told_apart(field: Field) -> None:
    second = {"type": "measure", "id": f"{ACT}#ii", "terms": {"requirement": "prohibition"}}
    both = {**EFFECT, "affected": [f"{ACT}#i", f"{ACT}#ii"]}
    (card,) = cards(words("en"), [MEASURE, second, both], MARKS, field)
    assert rows(card)["i · Demands"][0] == "Licence needed"
    assert rows(card)["ii · Demands"][0] == "Forbidden"


def test_an_unknown_quantity_is_named_by_plain_words(field: Field) -> None:
    odd = {"thresholds": [{"what": "hull_width_west", "operator": "<", "value": "4", "unit": "m"}]}
    (card,) = cards(words("en"), [{**MEASURE, "terms": odd}, EFFECT], MARKS, field)
    assert rows(card)["Thresholds"] == ("hull width west: less than 4 m", (4,))


def test_only_what_stands_in_no_card_stands_beside_them() -> None:
    lone = {"type": "measure", "id": f"{ACT}#v", "terms": {}}
    assert list(beside_cards([INSTRUMENT, MEASURE, lone, EFFECT, LINK])) == [lone, LINK]
