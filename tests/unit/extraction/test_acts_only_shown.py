"""Acts that are only shown, drafted, asked about or advised on: none of them moves anything."""

import pytest

from tests.benchmarks.reading import _known
from tracker.domain.records import Authority
from tracker.extraction.extract import extract

KNOWN = _known()
ENGLISH = (
    "MOFCOM Announcement No. 921 of 2027\n\nIt is hereby decided that MOFCOM Announcement No. 905"
    " of 2026 is suspended from August 1, 2027 until July 31, 2028.\n\nMinistry of Commerce\n"
    "July 6, 2027\n"
)
CHINESE = (
    "商务部公告2027年第921号\n\n经国务院批准，决定自2027年8月1日起暂停实施商务部公告2026年第905号。\n\n"
    "商务部\n2027年7月6日\n"
)
SHOWN: tuple[tuple[str, Authority, str, str], ...] = (
    ("a course", "issuer", "出口管制培训教材（示例文本，仅供教学使用）\n\n{}", CHINESE),
    ("a sample", "issuer", "SAMPLE TEXT ONLY - for training purposes\n\n{}", ENGLISH),
    ("a marked draft", "issuer", "(DRAFT)\nComments on this draft are invited.\n\n{}", ENGLISH),
    ("a law firm", "commentary", "{}\n本简报仅供参考，不构成法律意见。\n", CHINESE),
    ("a column", "press", "社论：管制该停了\n{}", CHINESE),
    ("a company", "press", "证券代码：609321 公告编号：临2027-019\n{}", CHINESE),
    ("a report of an agency", "press", "新华社北京7月6日电 {}", CHINESE),
    ("a question", "issuer", "商务部新闻发言人答记者问\n2027年7月7日\n\n问：{}", CHINESE),
)


@pytest.mark.parametrize(
    ("authority", "frame", "text"), [one[1:] for one in SHOWN], ids=[one[0] for one in SHOWN]
)
def test_an_act_that_is_only_shown_moves_nothing(
    authority: Authority, frame: str, text: str
) -> None:
    assert extract(text, authority=authority, known=KNOWN).effects
    shown = text.replace("\n\n", "") if frame.endswith("问：{}") else text
    read = extract(frame.format(shown), authority=authority, known=KNOWN)
    assert read.klass != "act"
    assert (read.measures, read.effects) == ((), ())


def test_rows_of_a_list_are_no_act() -> None:
    text = (
        "政策列表\n商务部公告2027年第921号 公布暂停实施2026年第905号公告的决定 [2027-07-06]\n"
        "海关总署公告2027年第922号自2027年8月1日起废止海关总署公告2026年第906号。 [2027-07-05]\n"
        "下一页 尾页\n"
    )
    assert extract(text, authority="issuer", known=KNOWN).effects == ()


def test_a_page_that_checks_its_reader_shows_no_act() -> None:
    text = (
        "安全验证\n请完成下方验证后继续访问。\n商务部公告2027年第921号\n经国务院批准，现公告如下：\n"
        "自2027年8月1日起暂停实施商务部公告2026年第905号。\n"
    )
    read = extract(text, authority="issuer", known=KNOWN)
    assert (read.klass, read.effects) == (None, ())


def test_a_denial_makes_a_report_of_what_retells_an_act() -> None:
    text = (
        "LONDON, Dec 10, 2026 (Trade Wire)\nCurbs under MOFCOM Announcement No. 905 of 2026 are to"
        " be eased, a paper wrote. “Nothing of the kind has been decided,” an official said.\n"
    )
    assert extract(text, authority="press", known=KNOWN).klass == "report"


def test_the_column_of_a_site_does_not_make_a_retelling_of_the_act() -> None:
    page = "商务部公告2027年第921号-公告转发-某市商务局\n" + CHINESE
    assert extract(page, authority="issuer", known=KNOWN).klass == "act"


CLASSES: tuple[tuple[str | None, Authority, str], ...] = (
    (
        "draft",
        "issuer",
        "对《商务部公告2026年第905号》修订内容征求意见\n我部起草了修订内容，"
        "现征求社会各界意见，请于4月3日前反馈。\n将第一条中的“大于5毫米”修改为“大于3毫米”。\n",
    ),
    (None, "issuer", "请开启JavaScript并刷新该页。\n商务部公告2027年第921号\n"),
    (
        None,
        "issuer",
        "Cloudflare\nError 1020\nAccess denied\nThis website is using a security"
        " service to protect itself.\nMOFCOM Announcement No. 921 of 2027 until 10 November 2028\n",
    ),
    (
        None,
        "issuer",
        "Please wait while we verify your browser\nYour browser will redirect to your"
        " requested content shortly.\nMOFCOM Announcement No. 921 of 2027\n",
    ),
    (
        "statement",
        "issuer",
        "Statement of Secretary Doe on Critical Minerals\nMarch 3, 2027\n"
        "Vandora will suspend its export ban on cobalt, Decision No. 905/ARECOMS/2026.\n",
    ),
    (
        "statement",
        "issuer",
        "Notice of public meeting\nThe Committee will meet on May 3, 2027, to"
        " discuss FR Doc. 2026-90433. The meeting is open to the public.\n",
    ),
)


@pytest.mark.parametrize(("klass", "authority", "text"), CLASSES)
def test_what_a_text_is_by_its_first_words(
    klass: str | None, authority: Authority, text: str
) -> None:
    read = extract(text, authority=authority, known=KNOWN)
    assert (read.klass, read.measures, read.effects) == (klass, (), ())
