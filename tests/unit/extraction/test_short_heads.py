"""Acts that are hardly more than a head and a sentence: which act, of which day?"""

import pytest

from tests.benchmarks.reading import _known
from tracker.extraction.extract import extract

KNOWN = _known()
HEADS = (
    (
        "Public Notice No. 2027-921 of the Ministry of Trade, Industry and Resources\n"
        "the 6th July 2027\n\nPublic Notice No. 2025-905 of the Ministry of Trade, Industry and"
        " Energy is repealed from 1 August 2027.\n",
        "kr/motir/2027/921",
        "kr/motie/2025/905",
    ),
    (
        "GOVERNMENT OF INDIA\nMINISTRY OF FINANCE\n\nNOTIFICATION\nNo. 921/2027-Customs (N.T.)\n"
        "New Delhi, the 6th July, 2027\n\nG.S.R. 912(E).- The Central Government hereby rescinds"
        " the notification No. 905/2026-Customs with effect from 1 August 2027.\n",
        "in/cbic/2027/customs-nt-921",
        "in/cbic/2026/customs-905",
    ),
    (
        "Cabinet Order No. 921 of July 6, 2027\n\nThe Cabinet enacts this Cabinet Order.\n"
        "Cabinet Order No. 905 of 2026 is repealed as of August 1, 2027.\n",
        "jp/cabinet/2027/order-921",
        "jp/cabinet/2026/order-905",
    ),
    (
        "Public Notice of the Ministry of Economy, Trade and Industry No. 921\n"
        "July 6, Reiwa 9 (2027)\n\nThe Public Notice of the Ministry of Economy, Trade and Industry"
        " No. 905 of 2026 is abolished as of August 1, 2027.\n",
        "jp/meti/2027/921",
        "jp/meti/2026/905",
    ),
    (
        "MINISTRY OF INDUSTRY AND TRADE\nNo. 921/2027/TT-BCT\nHanoi, July 6, 2027\n\nCIRCULAR\n\n"
        "Article 1. Circular No. 905/2026/TT-BCT is annulled from August 1, 2027.\n",
        "vn/moit/2027/circular-921",
        "vn/moit/2026/circular-905",
    ),
    (
        "STATUTORY INSTRUMENT 921 OF 2027\nBASE MINERALS EXPORT CONTROL (REPEAL) ORDER, 2027\n\n"
        "IT is hereby notified that the Minister has made this order.\nStatutory Instrument 905 of"
        " 2026 is repealed on 1 August 2027.\nHARARE, 6 July 2027\n",
        "zw/si/2027/921",
        "zw/si/2026/905",
    ),
    (
        "AUTHORITY FOR THE REGULATION AND CONTROL OF STRATEGIC MINERAL SUBSTANCES' MARKETS\n"
        "Decision No. 921/2027\n\nArticle 1. Decision No. 905/2026 is repealed from 1 August"
        " 2027.\n"
        "Done at Kinshasa, 6 July 2027\n",
        "cd/arecoms/2027/921",
        "cd/arecoms/2026/905",
    ),
    (
        "OFFICE OF FOREIGN ASSETS CONTROL\n\nGENERAL LICENSE 921\n\n(a) All transactions are"
        " authorized.\n(b) General License No. 905, dated May 5, 2026, is revoked on August 1,"
        " 2027.\n\nDated: July 6, 2027\n",
        "us/ofac/2027/gl-921",
        "us/ofac/2026/gl-905",
    ),
    (
        "海关总署公告\n2027年 第921号\n\n海关总署公告2026年第905号自2027年8月1日起废止。\n\n"
        "海 关 总 署\n2 0 2 7 年 7 月 6 日\n",
        "cn/gacc/2027/921",
        "cn/gacc/2026/905",
    ),
    (
        "〔2027〕921号\n\n不可靠实体清单工作机制公告\n\n自2027年8月1日起，停止执行公告〔2026〕905号。"
        "\n\n不可靠实体清单工作机制（商务部代章）\n2027年7月6日\n",
        "cn/uel/2027/921",
        "cn/uel/2026/905",
    ),
    (
        "METI Ordinance No. 921 (reference English)\nLaw data\n\n(Ordinance of the Ministry of"
        " Economy, Trade and Industry No. 921 of July 6, 2027 (Reiwa 9))\n\nThis Ordinance is"
        " enacted as follows.\nThe Ordinance of the Ministry of Economy, Trade and Industry No. 905"
        " of 2026 is repealed as of August 1, 2027.\n",
        "jp/meti/2027/order-921",
        "jp/meti/2026/order-905",
    ),
    (
        "国科发〔2027〕921号\n科技部 商务部关于停止执行有关文件的通知\n\n"
        "自2027年8月1日起，停止执行商务部公告2026年第905号。\n\n"
        "科技部 商务部\n2027年7月6日（印章）\n",
        "cn/most/2027/921",
        "cn/mofcom/2026/905",
    ),
)


@pytest.mark.parametrize(("text", "own", "ended"), HEADS, ids=[one[1] for one in HEADS])
def test_a_short_act_bears_its_number_and_its_day(text: str, own: str, ended: str) -> None:
    read = extract(text, authority="issuer", known=KNOWN)
    assert read.klass == "act"
    assert read.instrument is not None
    assert (read.instrument.id, str(read.instrument.issued_on)) == (own, "2027-07-06")
    moved = [(one.kind, one.affected, str(one.from_)) for one in read.effects]
    assert moved == [("repeal", (ended,), "2027-08-01")]


@pytest.mark.parametrize(
    "text",
    [
        "Order No. 921 of the Ministry of Economy, Trade and Industry\n6 July 2027\n\nThe order"
        " repeals Order No. 905 of 2026 of the Ministry of Economy, Trade and Industry from"
        " 1 August 2027. It is effective at once.\n",
        "Public Notice No. 2027-921\n6 July 2027\n\nPublic Notice No. 2026-905 is repealed from"
        " 1 August 2027, the Ministry of Trade, Industry and Resources said.\n",
    ],
)
def test_who_tells_of_an_act_below_its_number_is_not_the_act(text: str) -> None:
    assert extract(text, authority="issuer", known=KNOWN).klass != "act"


def test_what_the_title_says_is_corrected_is_changed() -> None:
    text = (
        "商务部公告2027年第921号\n关于更正商务部公告2027年第905号的公告\n\n"
        "附件第二项中的“大于0.5毫米”应为“大于5毫米”，自2027年8月1日起适用。\n\n"
        "商务部\n2027年7月6日\n"
    )
    read = extract(text, authority="issuer", known=KNOWN)
    moved = [(one.kind, one.affected, str(one.from_)) for one in read.effects]
    assert moved == [("amend", ("cn/mofcom/2027/905#annex-2",), "2027-08-01")]


@pytest.mark.parametrize(
    ("sentence", "moved"),
    [
        (
            "The suspension of cobalt exports ordered by {} is prolonged until 21 June 2027.",
            "extend",
        ),
        ("The suspension of exports laid down in {} is lifted from 21 June 2027.", "repeal"),
        ("The suspension of {} is prolonged until 21 June 2027.", "suspend"),
    ],
)
def test_a_pause_of_trade_is_no_pause_of_the_act_that_ordered_it(sentence: str, moved: str) -> None:
    act = "Decision No. 905/ARECOMS/2026"
    article = f"Article 1. {sentence.format(act)}"
    text = f"Decision No. 921/ARECOMS/2027\n\n{article}\n\nDone at Kinshasa, 6 May 2027\n"
    assert [one.kind for one in extract(text, known=KNOWN).effects] == [moved]


def test_an_official_text_on_plans_for_an_act_is_a_statement() -> None:
    text = (
        "PRESS RELEASE\nMinistry of Trade, Industry and Resources\nSejong, March 3, 2027\n"
        "The ministry intends to revise Public Notice No. 2025-907 in the second half of 2027.\n"
    )
    read = extract(text, authority="issuer", known=KNOWN)
    assert (read.klass, read.links) == ("statement", ())


def test_a_translation_that_somebody_made_himself_is_no_act() -> None:
    text = (
        "Unofficial translation by Sable Research\n\nMOFCOM Announcement No. 930 of 2027\n\n"
        "It is hereby decided that MOFCOM Announcement No. 934 of 2025 is repealed.\n\n"
        "Ministry of Commerce\nOctober 15, 2027\n"
    )
    read = extract(text, authority="commentary", known=KNOWN)
    assert (read.klass, read.effects) == ("restatement", ())


@pytest.mark.parametrize(
    "head",
    [
        "Issue\nVolume 91, Number 907 (Thursday, May 28, 2026)\nPage\n90618\n",
        "     Published ............ 05/28/2026\n     Document citation .... 91 FR 90457\n",
    ],
)
def test_the_register_tells_its_day_in_rows(head: str) -> None:
    text = (
        f"{head}DEPARTMENT OF COMMERCE\nAGENCY: Bureau of Industry and Security, Commerce.\n"
        "ACTION: Final rule.\nSUMMARY: The rule is revised.\nDATES: Effective July 6, 2026.\n"
        "[FR Doc. 2026-90071 Filed 5-27-26; 8:45 am]\n"
    )
    read = extract(text, authority="issuer", known=KNOWN)
    assert read.instrument is not None
    assert str(read.instrument.issued_on) == "2026-05-28"


def test_a_licence_told_by_its_number_its_title_and_its_day_is_one() -> None:
    text = (
        "OPEN GENERAL EXPORT LICENCE\n(Kettle Metals)\nOGEL 966\nDated 4 May 2026\n\n"
        "1. This licence comes into force on 1 June 2026. On that day OGEL 908,"
        " the Open General Export Licence"
        " (Kettle Metals) dated 9 March 2023, ceases to have effect.\n"
    )
    read = extract(text, authority="issuer", known=KNOWN)
    ended = [one.affected for one in read.effects if one.kind == "repeal"]
    assert ended == [("uk/dbt/2023/ogel-908",)]
