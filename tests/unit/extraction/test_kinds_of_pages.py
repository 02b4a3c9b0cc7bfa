"""Does a page show what it is where its head, its layout or its voices are unusual?"""

from typing import cast

import pytest

from tests.accuracy.test_phrases import KNOWN
from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.pages.text import plain_to_text

PAGES: tuple[tuple[str, str, str | None, str | None, str], ...] = (
    (
        "issuer",
        "act",
        "cn/mofcom/2026/952",
        "2026-10-30",
        "MOFCOM Announcement No. 952 of 2026\nAnnouncement on Trying Out Open Licences\n\n"
        "[Issued by] Ministry of Commerce\n[Date] 30 October 2026\n\nIn accordance with the Export "
        "Control Law, the following matters are announced.\n\nI. The export of hafnium requires a "
        "licence from 1 December 2026.\n\nMinistry of Commerce",
    ),
    (
        "issuer",
        "act",
        "uk/si/2026/9772",
        "2026-11-03",
        "The Export Control (Amendment) (No. 6) Regulations 2026 - a mirror\nStatus: This is the "
        "original version (as it was originally made). Point in time view: 01/01/2027\n"
        "2026 No. 9772\nCUSTOMS\nThe Export Control (Amendment) (No. 6) Regulations 2026\nMade\n"
        "3rd November 2026\nLaid before Parliament\n5th November 2026\nCitation\n1. These "
        "Regulations may be cited as the Export Control (Amendment) (No. 6) Regulations 2026.\n"
        "2. They come into force on 26th November 2026.\n"
        "3. The Export of Ceramics Order 2019 (S.I. 2019/9333) is revoked.\nExplanatory note\n",
    ),
    (
        "issuer",
        "act",
        None,
        None,
        "Ordinance No. 773 of the Ministry of Economy, Trade and Industry\n"
        "(Official Gazette of June 10, 2026)\n\nMinisterial Ordinance on Goods\n\nThe export of "
        "gas atomizers shall require permission as from August 1, 2026.\n\n"
        "Minister of Economy, Trade and Industry  SATO Hiroko\nJune 8, 2026",
    ),
    (
        "issuer",
        "act",
        "cn/mofcom/2026/order-775",
        "2026-06-15",
        "中华人民共和国商务部令\n2026年第775号\n\n《稀散金属出口经营资格管理规定》已经2026年5月29日商务部"
        "部务会议审议通过，现于2026年6月15日予以公布，自2026年9月1日起施行。\n\n"
        "稀散金属出口经营资格管理规定\n\n第一条　为加强管理，制定本规定。\n"
        "第二条　企业从事铋出口，应当取得出口经营资格。",
    ),
    (
        "issuer",
        "draft",
        None,
        None,
        "商务部关于《铼相关物项出口管制公告（讨论稿）》听取各方意见的函\n2026年8月5日\n\n"
        "现将讨论稿发给你们，请于9月4日前书面反馈。\n自2027年1月1日起，出口铼须经许可。",
    ),
    (
        "press",
        "restatement",
        None,
        None,
        "商报　2026年10月10日\n周四，商务部发布公告2026年第776号，把石墨纳入出口许可管理。\n"
        "一位不愿具名的贸易商说，听说下个月就会暂停。",
    ),
    (
        "press",
        "report",
        None,
        None,
        "各报怎么说\n2026年11月16日\n《北方商报》称，商务部公告2026年第776号自2026年12月1日起暂停四项"
        "公告。\n《港口日报》说，暂停从11月12日就开始了。\n某券商研报则认为，管制已经取消。",
    ),
)
"""The standing of the source, the class, the id, the day of issue, and the page."""


@pytest.mark.parametrize(("authority", "klass", "id", "issued_on", "page"), PAGES)
def test_a_page_shows_what_it_is(
    authority: str, klass: str, id: str | None, issued_on: str | None, page: str
) -> None:
    read = extract(plain_to_text(page), authority=cast("Authority", authority), known=KNOWN)
    assert read.klass == klass
    assert (read.instrument and read.instrument.id) == id
    if issued_on is not None:
        assert read.instrument is not None
        assert str(read.instrument.issued_on) == issued_on


def test_the_circular_of_an_association_is_no_act_that_is_retold() -> None:
    page = (
        "Importers' circular no. 14\nMetals Association, 3 November 2026\n\nMOFCOM has published "
        "Announcement No. 777 of 2026. It puts hafnium under licence from 20 November 2026."
    )
    read = extract(plain_to_text(page), authority="press", known=KNOWN)
    assert [link.to for link in read.links] == ["cn/mofcom/2026/777"]


def test_the_day_on_which_the_register_printed_a_rule_is_told_with_its_page() -> None:
    page = (
        "DEPARTMENT OF COMMERCE\nBureau of Industry and Security\n15 CFR Part 744\n\n"
        "Agency: Bureau of Industry and Security, Commerce.\nAction: Final rule.\n\n"
        "Dates: Effective August 24, 2026.\n\nBackground. BIS requires a license for ion mills.\n"
        "\n[FR Doc. 2026-90778 Filed 8-20-26; 4:15 pm]\n"
        "Published August 21, 2026, at 91 FR 90655.\n"
    )
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    assert read.instrument is not None
    assert str(read.instrument.issued_on) == "2026-08-21"
