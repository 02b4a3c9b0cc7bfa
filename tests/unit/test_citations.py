"""Are texts linked to the acts that they speak of, and to no other?"""

from datetime import date

import pytest

from tests.unit.test_citations_known_law import SHARED, catalogues
from tracker.extraction.names.catalogue import Catalogue, KnownInstrument, KnownIssuer
from tracker.extraction.names.citations import find_citations, unknown_numbers
from tracker.extraction.pages.announcement_text import text_of

CATALOGUES = catalogues()
LATER = date(2025, 12, 12)


@pytest.fixture(params=CATALOGUES.values(), ids=CATALOGUES.keys())
def law(request):
    return request.param


def cited(text, law, published_on=None):
    found = find_citations(text, catalogue=law, published_on=published_on)
    for one in found:
        assert one.quote == text[one.start : one.end]
    return [(one.instrument, one.basis) for one in found]


def by_number(*ids):
    return [(id, "number") for id in ids]


def mofcom(*serials, basis="number"):
    return [(f"cn/mofcom/{serial}", basis) for serial in serials]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("商务部公告2025年第61号", mofcom("2025/61")),
        ("公告2025第61号", mofcom("2025/61")),
        ("商务部 海关总署公告2025年第18号", mofcom("2025/18")),
        ("商務部公告2025年第61號", mofcom("2025/61")),
        ("商务部公告２０２５年第６１号", mofcom("2025/61")),
        ("商务部2026年第1号公告", mofcom("2026/1")),
        (
            "海关总署、商务部公告2025年第55、56号",
            [],
        ),
        ("商务部、海关总署公告2025年第55号、56号", mofcom("2025/55", "2025/56")),
        ("不可靠实体清单工作机制〔2025〕7号", by_number("cn/uel/2025/7")),
        ("国务院令第785号", by_number("cn/state-council/2024/order-785")),
        ("《稀土管理条例》（国務院令第785號）", by_number("cn/state-council/2024/order-785")),
        ("主席令第五十八号", by_number("cn/npcsc/2020/export-control-law")),
        ("商务部、科技部令2008年第12号", by_number("cn/mofcom/2008/order-12")),
        ("工业和信息化部令第71号", by_number("cn/miit/2025/order-71")),
        ("Announcement No. 61 of 2025", mofcom("2025/61")),
        ("MOFCOM Announcement [2025] No. 61", mofcom("2025/61")),
        ("MOFCOM and GACC Announcement No. 18 of 2025", mofcom("2025/18")),
        (
            "Announcement No. 70 of 2025 of MOFCOM and the General Administration of Customs",
            mofcom("2025/70"),
        ),
        ("Order No. 785 of the State Council", by_number("cn/state-council/2024/order-785")),
        ("FR Doc. 2025-19001", by_number("us/bis/2025/2025-19001")),
        ("Regulation (EU) 2024/1252", by_number("eu/reg/2024/1252")),
        ("CELEX 32024R1252", by_number("eu/reg/2024/1252")),
        ("COM(2025) 945", by_number("eu/com/2025/945")),
    ],
)
def test_a_full_number_is_linked(law, text, expected):
    assert cited(text, law) == expected
    assert cited(f"据悉，{text} 。", law, LATER) == expected


@pytest.mark.parametrize(
    "text",
    [
        "财政部公告2025年第18号",
        "财政部 海关总署 商务部公告2025年第18号",
        "海关总署公告2025年第18号",
        "国发〔2025〕7号",
        "商务部公告2031年第61号",
        "商务部公告2025年第961号",
        "Ministry of Finance Announcement No. 18 of 2025",
        "NDRC Announcement No. 18 of 2025",
        "Announcement No. 18 of 2025 of the Ministry of Finance",
        "FR Doc. C1-2025-19001",
        "Regulation (EU) 2024/1253",
        "司令第12号",
        "The ministry of commerce called China the No. 1 supplier",
        "MOFCOM: on page 61, item No. 61, 61 percent, Article 61",
    ],
)
def test_what_is_another_act_or_none_is_not_linked(law, text):
    assert cited(text, law, date(2026, 2, 1)) == []


def test_a_number_without_a_year_needs_an_issuer_near_it(law):
    with_issuer = "The Chinese Ministry of Commerce issued Notices No. 61 and No. 62 on the 9th."
    expected = mofcom("2025/61", "2025/62", basis="number_without_year")
    assert cited(with_issuer, law) == expected
    assert cited(with_issuer, law, LATER) == expected
    assert cited("They issued Notices No. 61 and No. 62 on the 9th.", law) == []
    assert cited("商务部第61号、第62号公告", law, LATER) == expected


def test_the_quote_holds_issuer_noun_and_serial(law):
    text = "昨日，商务部、海关总署公告2025年第55号、56号发布。"
    quotes = [one.quote for one in find_citations(text, catalogue=law, published_on=None)]
    assert quotes == ["商务部、海关总署公告2025年第55号", "商务部、海关总署公告2025年第55号、56号"]


def test_an_instrument_is_cited_once_and_by_its_full_number_if_there_is_one(law):
    text = "MOFCOM Notice No. 61 is out. Announcement No. 61 of 2025 of MOFCOM says more."
    (found,) = find_citations(text, catalogue=law, published_on=LATER)
    assert (found.basis, found.quote) == ("number", "Announcement No. 61 of 2025")


def test_a_year_later_a_bare_number_is_linked_only_if_year_or_subject_agree(law):
    later = date(2027, 3, 1)
    assert cited("MOFCOM published Notice No. 10 today.", law, later) == []
    assert cited("MOFCOM published Notice No. 10 in 2025.", law, later) == mofcom(
        "2025/10", basis="number_without_year"
    )
    about = "MOFCOM's Notice No. 10 puts tungsten, tellurium, bismuth and indium under licence."
    assert cited(about, law, later) == mofcom("2025/10", basis="number_without_year")


def test_an_act_of_the_future_is_not_meant_by_a_number_without_a_year(law):
    assert cited("MOFCOM Notice No. 70", law, date(2025, 10, 30)) == []


def two_years(*, second=date(2026, 5, 1)):
    acts = [(2025, date(2025, 5, 1)), (2026, second)]
    return Catalogue(
        instruments=tuple(
            KnownInstrument(
                id=f"xx/food/{year}/4",
                title="food colourings",
                number=f"Notice No. 4 of {year}",
                issuers=("FOOD",),
                issued_on=day,
            )
            for year, day in acts
        ),
        issuers=(KnownIssuer(code="FOOD", names=("Food Board",), series="xx/food"),),
    )


def test_of_several_years_the_latest_before_the_text_is_meant():
    law = two_years()
    text = "The Food Board recalls its Notice No. 4."
    assert cited(text, law, date(2026, 6, 1)) == [("xx/food/2026/4", "number_without_year")]
    assert cited(text, law, date(2025, 6, 1)) == [("xx/food/2025/4", "number_without_year")]


def test_nothing_is_guessed_between_several():
    text = "The Food Board recalls its Notice No. 4."
    assert cited(text, two_years()) == []
    assert cited(text, two_years(second=date(2025, 5, 1)), date(2025, 6, 1)) == []


def test_a_name_that_two_issuers_bear_says_nothing():
    issuers = tuple(
        KnownIssuer(code=code, names=("Ministry of Commerce",), series=f"{code.lower()}/moc")
        for code in ("AA", "BB")
    )
    acts = tuple(
        KnownInstrument(
            id=f"{code.lower()}/moc/2025/7",
            title="x",
            number="Notice No. 7 of 2025",
            issuers=(code,),
            issued_on=date(2025, 1, 1),
        )
        for code in ("AA", "BB")
    )
    law = Catalogue(instruments=acts, issuers=issuers)
    assert cited("Ministry of Commerce Notice No. 7 of 2025", law) == []
    assert cited("BB Notice No. 7 of 2025", law) == by_number("bb/moc/2025/7")


def test_unknown_numbers_are_kept_for_later(law):
    text = "商务部公告2027年第5号修改商务部公告2025年第61号，商务部公告2027年第5号。"
    assert [(one.year, one.serial) for one in unknown_numbers(text, catalogue=law)] == [(2027, "5")]


@pytest.mark.parametrize("published_on", [None, date(2025, 10, 12), date(2026, 11, 21)])
def test_day_issuer_and_subject_name_an_act_without_a_number(law, published_on):
    text = (
        "On October 9, China announced export controls on certain rare earth-related items "
        "abroad that contain Chinese-origin components. Emergency medical aid, public health and "
        "disaster relief stay free. MOFCOM said so in an October 9 post."
    )
    assert cited(text, law, published_on) == mofcom("2025/61", basis="day_and_subject")


@pytest.mark.parametrize(
    "text",
    [
        "On October 9, China announced a new postage stamp about rare animals.",
        "On October 9 certain rare-earth items abroad with Chinese-origin content were discussed.",
        "On October 8, MOFCOM announced controls on rare-earth items abroad of Chinese origin.",
        "MOFCOM said rare-earth items abroad of Chinese origin need a licence.",
        "On October 9, MOFCOM announced export controls on rare earths.",
        "In October this year China announced export controls on rare earths.",
        "China announced more in October.",
        "",
    ],
)
def test_a_weak_or_tied_subject_is_not_linked(law, text):
    assert cited(text, law, LATER) == []


SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
needs_seeds = pytest.mark.skipif(not SEEDS, reason="the shared seeds are not beside the checkout")
WHEN = (None, date(2025, 10, 13), date(2025, 12, 12))


def seed(number):
    return SEEDS[number].read_text("utf-8")


@needs_seeds
@pytest.mark.parametrize("published_on", [*WHEN, date(2026, 11, 21)])
def test_the_korean_report_cites_61_and_62_and_nothing_else(law, published_on):
    expected = mofcom("2025/61", "2025/62", basis="number_without_year")
    assert cited(seed(3), law, published_on) == expected


@needs_seeds
@pytest.mark.parametrize("published_on", [*WHEN, date(2026, 11, 21)])
def test_the_explainer_of_october_is_linked_to_61(law, published_on):
    found = cited(seed(4), law, published_on)
    assert set(found) <= set(mofcom("2025/61", "2025/62", basis="day_and_subject"))
    assert found[0] == ("cn/mofcom/2025/61", "day_and_subject")


@needs_seeds
@pytest.mark.parametrize("published_on", WHEN)
@pytest.mark.parametrize("number", [1, 2])
def test_remarks_and_opinion_are_linked_to_nothing(law, number, published_on):
    assert cited(seed(number), law, published_on) == []


@needs_seeds
@pytest.mark.parametrize("published_on", WHEN)
def test_what_the_december_article_is_linked_to_is_right(law, published_on):
    allowed = mofcom("2025/18", "2025/61", "2025/62", basis="day_and_subject")
    assert set(cited(seed(0), law, published_on)) <= set(allowed)


CORPUS = sorted((SHARED / "corpus").glob("*.txt")) + sorted((SHARED / "corpus").glob("*.html"))


@pytest.mark.skipif(not CORPUS, reason="the shared corpus is not beside the checkout")
def test_the_corpus_of_invented_acts_cites_real_acts_only(law):
    real = {known.id for known in law.instruments}
    for file in CORPUS:
        kind = "text/html" if file.suffix == ".html" else "text/plain; charset=utf-8"
        text = text_of(file.read_bytes(), kind)
        assert {id for id, _ in cited(text, law)} <= real
        assert unknown_numbers(text, catalogue=law) is not None
