"""Does a text in which somebody speaks move rules only where the words themselves decide?"""

from typing import cast

import pytest

from tests.accuracy.phrases_of_voices import ANSWERS, BEFORE, NAMINGS, PAGES, STANCES
from tests.accuracy.test_phrases import KNOWN
from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.pages.text import plain_to_text


@pytest.mark.parametrize(("page", "moved"), ANSWERS)
def test_an_answer_that_decides_moves_what_it_names(
    page: str, moved: tuple[tuple[str, str, str | None, str | None], ...]
) -> None:
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    told = {
        (effect.kind, act, *(day and day.isoformat() for day in (effect.from_, effect.through)))
        for effect in read.effects
        for act in effect.affected
    }
    assert read.klass == "act"
    assert told == set(moved)


@pytest.mark.parametrize(("klass", "authority", "page"), PAGES)
def test_what_is_no_act_gets_its_class_and_moves_nothing(
    klass: str | None, authority: str, page: str
) -> None:
    read = extract(plain_to_text(page), authority=cast("Authority", authority), known=KNOWN)
    assert read.klass == klass
    assert read.effects == ()


@pytest.mark.parametrize(("text", "about"), NAMINGS)
def test_an_announcement_is_that_of_the_ministry_which_announces(text: str, about: str) -> None:
    read = extract(plain_to_text(text), authority="press", known=KNOWN)
    assert {act for claim in read.claims for act in claim.about} == {about}


@pytest.mark.parametrize(("klass", "stance", "sentence"), STANCES)
def test_who_speaks_is_heard_with_the_stance(klass: str, stance: str, sentence: str) -> None:
    page = BEFORE[klass][0 if sentence.isascii() else 1] + sentence
    standing = "official" if klass == "statement" else "press"
    read = extract(plain_to_text(page), authority=cast("Authority", standing), known=KNOWN)
    assert read.klass == klass
    assert read.effects == ()
    said = [claim.stance for claim in read.claims if claim.text in sentence]
    assert said == [stance]


def test_what_is_asked_is_no_claim_of_who_answers() -> None:
    page = (
        "TRANSCRIPT\nWeekly press briefing\n17 September 2026\n\nMS LIANG (spokesperson): Good "
        "afternoon.\nQ (Exchange Telegraph, following up): So the report is false? He said the "
        "rule was suspended.\nA: We have no information to offer.\n"
    )
    read = extract(plain_to_text(page), authority="official", known=KNOWN)
    assert [claim.stance for claim in read.claims] == ["no_comment"]


def test_where_questions_stand_under_a_q_everybody_else_answers() -> None:
    page = (
        "MIDDAY BRIEFING\n11 March 2026\n\nPresent: the deputy spokesperson (CHAIR)\nCHAIR: Good "
        "afternoon.\nQ (Tagblatt): Will the rule be delayed?\nTRADE: We have no plans to do so.\n"
        "Q (Radio): Is the letter real?\nTRADE: We do not comment on leaks.\n"
    )
    read = extract(plain_to_text(page), authority="official", known=KNOWN)
    assert [claim.stance for claim in read.claims] == ["denies", "no_comment"]


def test_two_who_speak_in_one_sentence_are_heard_apart() -> None:
    said = "《某某日报》报道，主管部门正考虑推迟该公告的实施；主管部门发言人拒绝置评。"
    page = BEFORE["report"][1] + said
    read = extract(plain_to_text(page), authority="press", known=KNOWN)
    assert [claim.stance for claim in read.claims][-2:] == ["asserts", "no_comment"]


def test_a_full_month_ends_a_sentence_and_a_short_one_does_not() -> None:
    page = (
        "12 May 2026\nMOFCOM suspended Announcement No. 931 of 2026 from 4 May. The embassy "
        "declined to comment on Oct. 5 and on the licences."
    )
    read = extract(plain_to_text(page), authority="press", known=KNOWN)
    assert [claim.text for claim in read.claims] == [
        "MOFCOM suspended Announcement No. 931 of 2026 from 4 May",
        "The embassy declined to comment on Oct. 5 and on the licences",
    ]


def test_the_day_from_which_a_rule_is_paused_tells_no_year_of_the_rule() -> None:
    page = (
        "商务部新闻发言人答记者问\n2026年11月5日\n\n问：有何决定？\n答：商务部决定，自2027年1月1日起暂停实施"
        "第947号公告，为期一年。"
    )
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    assert [effect.affected for effect in read.effects] == [("cn/mofcom/2026/947",)]
