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


@pytest.mark.parametrize(
    ("sentence", "speaker", "day"),
    [
        (
            "Nikko Metal, a trade daily, told its readers on May 8 that the licence is gone.",
            "Nikko Metal",
            "2026-05-08",
        ),
        (
            '"The licence stays suspended," a company representative said by email.',
            "company representative",
            "2026-05-12",
        ),
        (
            "Brightwell Alloys, which buys a tenth of it, denied that its licence was withdrawn.",
            "Brightwell Alloys",
            "2026-05-12",
        ),
        ("另据《某某周刊》5月9日报道，该公告将暂停执行。", "《某某周刊》", "2026-05-09"),
        ("协会秘书长周某则认为，许可不会取消。", "协会秘书长周某", "2026-05-12"),
    ],
)
def test_a_claim_has_its_speaker_and_its_day(sentence: str, speaker: str, day: str) -> None:
    page = BEFORE["report"][0 if sentence.isascii() else 1] + sentence
    claim = extract(plain_to_text(page), authority="press", known=KNOWN).claims[-1]
    assert (claim.speaker, str(claim.said_on)) == (speaker, day)


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (
            "Who read what\nMETI promulgated Order No. 926 on April 7, 2026; nobody agrees.\n"
            "One paper says that a licence is needed.\nPublished 11 April 2026.",
            "2026-04-11",
        ),
        (
            "关于传闻的说明\n2026年9月14日，有媒体称商务部公告2026年第935号将停止执行。该说法不属实。\n"
            "某某材料公司董事会\n2026年9月15日",
            "2026-09-15",
        ),
        (
            "Regular Press Conference on October 8, 2026\nRadio: A follow-up. Will Announcement "
            "No. 944 be withdrawn?\nSpokesperson: I have nothing to share on that.",
            "2026-10-08",
        ),
    ],
)
def test_a_page_that_is_no_act_tells_its_own_day(page: str, day: str) -> None:
    assert str(extract(plain_to_text(page), known=KNOWN).published_on) == day


def test_an_answer_to_a_question_retells_only_the_act_that_it_explains() -> None:
    page = (
        "Frequently asked questions: memory rule\nLast reviewed: September 4, 2026\n\nThey "
        "concern the rule (FR Doc. 2026-90244), which BIS published on August 17, 2026.\nQ1. Is "
        "the old rule replaced?\nA1. No. The rule published as FR Doc. 2024-90611 stays in place.\n"
    )
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    assert [link.to for link in read.links] == ["us/bis/2026/2026-90244"]


def test_a_signed_indian_notification_is_an_act_wherever_it_is_posted() -> None:
    page = (
        "Export policy amended: full text\nPosted by Desk on 12 Oct 2026 | 0 comments\n\n"
        "Government of India\nDirectorate General of Foreign Trade\n"
        "Notification No. 968/2026-27\nNew Delhi, dated the 9th October, 2026\n\n"
        "1. In exercise of the powers conferred by Section 3 of the Act, the Central Government "
        "hereby prohibits the export of articles under ITC (HS) code 81121200.\n"
        "2. Notification No. 940/2025-26 stands rescinded.\n\nSd/-\nDirector General\n"
    )
    assert extract(plain_to_text(page), authority="press", known=KNOWN).klass == "act"
