"""Which answers of a spokesperson decide, and which only tell, wait, or speak of others?"""

import pytest

from tests.benchmarks.reading import _known
from tracker.extraction.extract import extract

KNOWN = _known()
CHINESE = (
    "商务部召开例行新闻发布会（文字实录）\n时间：2026年9月10日 15:00　地点：商务部\n\n"
    "记者：如何落实？\n\n发言人：今年有两份公告，一份是2026年2月6日发布的第971号公告，"
    "另一份是2026年3月20日发布的第972号公告。\n\n{}\n"
)
ENGLISH = (
    "MOFCOM Spokesperson's Remarks on the Consultations\nSeptember 10, 2026\n\n"
    "Q: What will change?\nA: {}\n"
)
BOTH = [
    ("suspend", "cn/mofcom/2026/971", "2026-09-28", "2027-01-25"),
    ("repeal", "cn/mofcom/2026/972", "2026-09-28", "None"),
]


@pytest.mark.parametrize(
    "answer",
    [
        "现商务部决定，按下列方式落实，自2026年9月28日起执行：\n"
        "——第971号公告所列11家实体，有关措施再予暂停，期限为120天；\n"
        "——第972号公告所列8家实体，有关措施不再执行，即予停止。",
        "经研究，商务部决定，从2026年9月28日起，对第971号公告所列13家实体再暂停实施有关措施120天，"
        "停止对第972号公告所列9家实体实施有关措施。",
        "MOFCOM has decided the following. Starting from September 28, 2026, the measures laid down"
        " in MOFCOM Announcement No. 971 of 2026 are suspended for 120 days as regards the 11"
        " entities named in it. The measures laid down in MOFCOM Announcement No. 972 of 2026,"
        " which apply to 8 entities, cease to be implemented on the same day.",
        "现在商务部已作出决定，生效日期是2026年9月28日：前一批，也就是第971号公告的11家，"
        "有关措施的暂停再续120天；后一批，也就是第972号公告的8家，有关措施就此终止。",
        "They have, and this is how China puts it into practice. The measures under MOFCOM"
        " Announcement No. 971 of 2026 will stay suspended for 120 more days, counted from"
        " September 28, 2026. As for MOFCOM Announcement No. 972 of 2026, the measures under it"
        " are discontinued, also as of September 28, 2026.",
        "MOFCOM hereby announces that MOFCOM Announcement No. 971 of 2026 is suspended for 120 days"
        " from September 28, 2026. On the same day MOFCOM Announcement No. 972 of 2026 ceases to be"
        " implemented.",
    ],
)
def test_an_answer_decides_with_all_that_goes_on_with_it(answer: str) -> None:
    frame = ENGLISH if answer.isascii() else CHINESE
    read = extract(frame.format(answer), authority="issuer", known=KNOWN)
    assert read.klass == "act"
    assert read.instrument is not None
    assert read.instrument.id == "cn/mofcom/2026/qa-2026-09-10"
    moved = [(e.kind, *e.affected, str(e.from_), str(e.through)) for e in read.effects]
    assert sorted(moved) == sorted(BOTH)


@pytest.mark.parametrize(
    "answer",
    [
        "如美方履行承诺，中方将决定自2026年12月1日起暂停实施商务部公告2026年第971号。",
        "是否自2026年12月1日起暂停商务部公告2026年第971号，中方将根据形势决定。",
        "美方决定自2026年11月10日起暂停实施FR Doc. 2026-90866规则一年。",
        "MOFCOM will decide in due course whether MOFCOM Announcement No. 971 of 2026 is suspended"
        " from December 1, 2026.",
        "The United States has decided to suspend the rule in FR Doc. 2026-90866 from November 10,"
        " 2026.",
        "MOFCOM has decided to grant licences. MOFCOM Announcement No. 972 of 2026 may be suspended"
        " from December 1, 2026.",
    ],
)
def test_an_answer_that_waits_or_tells_of_others_decides_nothing(answer: str) -> None:
    frame = ENGLISH if answer.isascii() else CHINESE
    read = extract(frame.format(answer), authority="issuer", known=KNOWN)
    assert (read.klass, read.effects) == ("statement", ())


def test_who_is_told_of_in_a_point_is_the_one_for_whom_measures_return() -> None:
    text = (
        "不可靠实体清单工作机制公告〔2026〕969号\n\n一、自2026年11月10日起，暂停对海登航空公司采取"
        "公告〔2026〕966号规定的措施，期限一年。\n二、塔尔博特公司未履行承诺，自2026年11月17日起"
        "对其恢复采取公告〔2026〕966号规定的措施。\n\n不可靠实体清单工作机制\n2026年11月10日\n"
    )
    read = extract(text, authority="issuer", known=KNOWN)
    moved = [(one.kind, one.parties) for one in read.effects]
    assert moved == [("suspend", ("海登航空公司",)), ("resume", ("塔尔博特公司",))]
