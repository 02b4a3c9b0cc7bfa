"""Does a page that does not say what it is get the class that a careful reader gives it?"""

from typing import cast

import pytest

from tests.accuracy.phrases_of_classes import PAGES, RUMOURS
from tests.accuracy.test_phrases import KNOWN
from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.pages.text import plain_to_text

SAID: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "issuer",
        "商务部新闻发言人答记者问\n2026年6月9日\n\n问：有媒体报道称商务部公告2026年第911号将暂停，"
        "请问是否属实？\n答：有关报道不属实。目前没有新的信息可以发布。",
        (("denies", "有关报道不属实"), ("no_comment", "目前没有新的信息可以发布")),
    ),
    (
        "press",
        "海港日报讯（记者 林某）2026年6月9日\n商务部发言人何某周一表示，商务部公告2026年第911号"
        "并未取消，相关说法纯属谣言。一名业内人士称，该公告将于7月1日起暂停。",
        (
            (
                "denies",
                "商务部发言人何某周一表示，商务部公告2026年第911号并未取消，相关说法纯属谣言",
            ),
            ("asserts", "一名业内人士称，该公告将于7月1日起暂停"),
        ),
    ),
    (
        "issuer",
        "Spokesperson's remarks\n9 June 2026\nQ: Reuters reports that MOFCOM "
        "Announcement No. 911 of "
        "2026 was lifted. Can you confirm?\nA: The report is not accurate. I "
        "have no information to "
        "offer.",
        (
            ("denies", "The report is not accurate"),
            ("no_comment", "I have no information to offer"),
        ),
    ),
    (
        "press",
        "Trade Wire\n9 June 2026\nMOFCOM Announcement No. 911 of 2026 will be "
        "suspended from July 1, "
        "two people familiar with the matter said. A spokesperson for the "
        "foreign ministry declined "
        "to comment.",
        (
            (
                "asserts",
                "MOFCOM Announcement No. 911 of 2026 will be suspended from July 1, two people "
                "familiar with the matter said",
            ),
            ("no_comment", "A spokesperson for the foreign ministry declined to comment"),
        ),
    ),
)
"""The standing of the source, the page, and each stance with its quote."""


@pytest.mark.parametrize(("authority", "page", "meant"), SAID)
def test_each_stance_is_a_claim_with_its_quote(
    authority: str, page: str, meant: tuple[tuple[str, str], ...]
) -> None:
    standing = cast("Authority", authority)
    read = extract(plain_to_text(page), authority=standing, known=KNOWN)
    assert tuple((claim.stance, claim.text) for claim in read.claims) == meant
    assert read.effects == ()


@pytest.mark.parametrize(
    ("klass", "authority", "page"), PAGES, ids=[page.split("\n", 1)[0][:40] for _, _, page in PAGES]
)
def test_a_page_gets_its_class(klass: str | None, authority: str, page: str) -> None:
    standing = cast("Authority", authority)
    read = extract(plain_to_text(page), authority=standing, known=KNOWN)
    assert read.klass == klass
    assert read.effects == () or klass == "act"


@pytest.mark.parametrize("page", [page for klass, _, page in PAGES if klass == "report"])
def test_a_denial_that_the_press_tells_is_a_claim_and_retells_nothing(page: str) -> None:
    read = extract(plain_to_text(page), authority="press", known=KNOWN)
    assert "denies" in [claim.stance for claim in read.claims]
    assert read.links == ()


@pytest.mark.parametrize("told", RUMOURS)
def test_what_is_only_rumoured_of_an_act_retells_nothing(told: str) -> None:
    page = f"Ore Weekly\n9 June 2026\n\n{told}\n"
    read = extract(plain_to_text(page), authority="press", known=KNOWN)
    assert (read.klass, read.links, read.effects) == ("report", (), ())


STARTS: tuple[tuple[str, str, str], ...] = (
    (
        "Ordinance of the Ministry of Economy, Trade and Industry No. 931 (April 10, 2026)\n\n"
        "Article 1 A person who exports tantalum powder shall obtain permission.\n\nSupplementary "
        "Provisions\nThis Ordinance comes into effect as of the day on which thirty days have "
        "elapsed from the date of promulgation.\n",
        "jp/meti/2026/order-931",
        "2026-05-10",
    ),
    (
        "STATUTORY INSTRUMENTS\n2026 No. 9302\nThe Export Control (Amendment) Order 2026\nMade 3rd "
        "March 2026\n1. This Order comes into force at the end of the period of 21 days beginning "
        "with the day on which it is made.\n2. No person shall export drone engines without a "
        "licence.\n",
        "uk/si/2026/9302",
        "2026-03-24",
    ),
    (
        "商务部\n海关总署\n令\n2026年第952号\n\n现公布《钨矿出口管理规定》，自2026年6月1日起施行。\n"
        "2026年4月10日\n第一条 出口钨矿，应当申请许可。\n",
        "cn/mofcom/2026/order-952",
        "2026-06-01",
    ),
)
ISSUERS = Catalogue(
    issuers=(
        *KNOWN.issuers,
        KnownIssuer(
            code="METI",
            names=("Ministry of Economy, Trade and Industry",),
            series="jp/meti",
            jurisdiction="JP",
        ),
    )
)


@pytest.mark.parametrize(("text", "id", "first"), STARTS)
def test_an_act_starts_on_the_day_that_its_own_last_words_tell(
    text: str, id: str, first: str
) -> None:
    read = extract(plain_to_text(text), authority="issuer", known=ISSUERS)
    assert read.instrument is not None
    assert read.instrument.id == id
    assert [str(measure.from_) for measure in read.measures] == [first]


def test_a_proviso_starts_the_amending_article_alone() -> None:
    text = (
        "Order of the Ministry of Economy, Trade and Industry No. 932 of April 10, 2026\n\n"
        "Article 1 Permission of the Minister is required for the export of tantalum powder.\n"
        "Article 2 In Order of the Ministry of Economy, Trade and Industry No. "
        '920 of 2026, the words "100 '
        'mm" in Article 3 are replaced with "75 mm".\n\nSupplementary Provision\nThis Order comes '
        "into effect on the day on which two months have elapsed from the date of promulgation; "
        "provided, however, that the provisions of Article 2 come into effect as of the date of "
        "promulgation.\n"
    )
    read = extract(plain_to_text(text), authority="issuer", known=ISSUERS)
    assert [str(effect.from_) for effect in read.effects] == ["2026-04-10"]
    assert [str(measure.from_) for measure in read.measures] == ["2026-06-10"]


def test_countries_that_are_left_free_are_no_destinations() -> None:
    text = (
        "MOFCOM Announcement No. 943 of 2026\nAnnouncement on Tantalum Powder\n\n1. Exports of "
        "tantalum powder to Brazil require a licence. Exports to Norway, Japan and Canada are "
        "exempted.\n2. This announcement takes effect on 1 May 2026.\nMinistry of Commerce\nApril "
        "10, 2026\n"
    )
    (measure,) = extract(plain_to_text(text), authority="issuer", known=ISSUERS).measures
    assert measure.terms["destinations"] == ["BR"]


def test_the_president_does_not_number_the_rules_of_an_agency() -> None:
    text = (
        "Executive Order 14999 of March 3, 2026\n\nPausing a Rule\n\nIt is "
        "hereby ordered:\n\nSection "
        "1. The Bureau of Industry and Security rule published as FR Doc. 2026-90311 is suspended "
        "until December 31, 2026.\nSec. 2. This order is effective on March 10, 2026.\n"
    )
    president = KnownIssuer(
        code="President",
        names=("President of the United States",),
        series="us/president",
        jurisdiction="US",
    )
    known = Catalogue(issuers=(*KNOWN.issuers, president))
    (effect,) = extract(plain_to_text(text), authority="issuer", known=known).effects
    assert effect.affected == ("us/bis/2026/2026-90311",)
    assert str(effect.from_) == "2026-03-10"
