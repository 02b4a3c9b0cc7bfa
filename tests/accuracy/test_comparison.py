"""The comparison gives credit for what is right and for nothing else."""

import copy
from pathlib import Path
from typing import Any

import pytest

from tests.accuracy.comparison import compared, unread
from tests.accuracy.labelled import Document, documents_of, shown
from tests.accuracy.matching import plain, same_party
from tests.accuracy.measuring import OWN
from tests.accuracy.tallies import ROWS, Tally, total

DOCUMENTS = {document.name.partition("-")[0]: document for document in documents_of(OWN)}


def answer_to(number: str) -> tuple[Document, dict[str, Any]]:
    """Return a document and a copy of its gold, to be spoilt."""
    document = DOCUMENTS[number]
    return document, copy.deepcopy(document.gold)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=lambda document: document.name)
def test_the_gold_itself_is_a_perfect_answer(document: Document) -> None:
    score = compared(document, document.gold)
    assert score.differences == ()
    assert all(tally.missed == tally.extra == 0 for tally in score.tallies.values())


def test_a_document_that_could_not_be_read_is_missed_whole() -> None:
    score = unread(DOCUMENTS["03"], "exit 1")
    assert score.tallies["failures"].extra == 1
    assert score.tallies["class"].figure("share") == 0
    assert score.tallies["effects"].figure("f1") == 0


def test_an_effect_without_its_parties_is_wrong() -> None:
    document, answer = answer_to("05")
    del answer["effects"][0]["parties"]
    tally = compared(document, answer).tallies["effects"]
    assert (tally.right, tally.missed, tally.extra) == (1, 1, 1)


def test_a_wrong_operator_costs_a_threshold_and_the_wrong_day_a_date() -> None:
    document, answer = answer_to("39")
    answer["measures"][0]["terms"]["thresholds"][0]["operator"] = ">"
    answer["measures"][1]["from"] = "2026-10-21"
    tallies = compared(document, answer).tallies
    assert tallies["thresholds"].figure("f1") == 0.5
    assert tallies["dates"].figure("f1") == 0.5


def test_a_fair_other_reading_of_a_threshold_is_accepted() -> None:
    document, answer = answer_to("38")
    answer["measures"][0]["terms"]["thresholds"][0]["operator"] = ">"
    assert compared(document, answer).tallies["thresholds"].figure("f1") == 1


def test_one_effect_told_in_two_records_is_the_same() -> None:
    document, answer = answer_to("10")
    (effect,) = answer["effects"]
    answer["effects"] = [{**effect, "affected": [target]} for target in effect["affected"]]
    assert compared(document, answer).differences == ()


def test_an_effect_on_an_act_that_is_only_mentioned_is_counted() -> None:
    document, answer = answer_to("11")
    answer["effects"][0]["affected"].append("cn/mofcom/2026/941")
    tallies = compared(document, answer).tallies
    assert tallies["forbidden"].extra == 1
    assert tallies["effects"].extra == 1


def test_every_record_from_what_is_no_act_is_a_false_effect() -> None:
    document, answer = answer_to("17")
    answer["effects"] = DOCUMENTS["11"].gold["effects"]
    assert compared(document, answer).tallies["false_effects"].extra == 1


def test_a_quote_that_is_elsewhere_is_not_found_again() -> None:
    document, answer = answer_to("12")
    answer["effects"][0]["evidence"][0]["start"] += 1
    evidence = compared(document, answer).tallies["evidence"]
    assert evidence.missed == 1
    answer["effects"][0]["evidence"] = []
    assert compared(document, answer).tallies["evidence"].missed == 1


def test_a_text_of_the_answer_may_hold_the_quotes() -> None:
    document, answer = answer_to("12")
    answer["text"] = "x" + document.texts["raw"]
    for record in (answer["instrument"], *answer["effects"], *answer["claims"]):
        for item in record["evidence"]:
            item.update(start=item["start"] + 1, end=item["end"] + 1)
    assert compared(document, answer).tallies["evidence"].missed == 0


def test_an_unknown_issuer_may_be_left_out_but_not_guessed() -> None:
    document, answer = answer_to("48")
    answer.update(instrument=None, measures=[])
    assert compared(document, answer).differences == ()
    answer["instrument"] = {"id": "au/mofcom/2026/9", "issued_on": None}
    assert compared(document, answer).tallies["instrument"].missed == 1


def test_provisions_count_alike_in_both_numberings() -> None:
    assert plain("cn/x/2026/901#ii-1") == plain("cn/x/2026/901#2-1")
    assert plain("cn/x/2026/901#art-1") != plain("cn/x/2026/901#1")


def test_a_party_is_known_without_its_name_in_brackets() -> None:
    assert same_party("北湾公司", "北湾公司（Northbay Ltd.）")
    assert not same_party("北湾公司", "南湾公司")


def test_the_words_of_a_page_are_lines_without_scripts() -> None:
    page = "<p>One&nbsp;<b>two</b></p><script>var no;</script><ul><li>three</li></ul>"
    assert shown(page) == "One two\nthree"


def test_figures_of_many_documents_weigh_every_item_alike() -> None:
    document, answer = answer_to("12")
    answer["class"] = "statement"
    whole = total([compared(document, answer), compared(document, document.gold)])
    assert whole.figures()["class"] == 0.5
    assert set(whole.figures()) == {row.key for row in ROWS}
    assert Tally().figure("f1") is None


def test_a_document_without_gold_is_no_labelled_document(tmp_path: Path) -> None:
    (tmp_path / "01-alone.en.txt").write_text("x", encoding="utf-8")
    assert documents_of(tmp_path) == ()
