"""What does reading a document by rules cost, beside its limit?"""

from collections.abc import Iterator
from functools import partial

from tests.benchmarks.measuring import Row, median
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.pages.announcement_text import text_of
from tracker.resources import data
from tracker.rulebook import load_field

MEGABYTE = 1_000_000
LIMIT_SECONDS = 2.0

_CHINESE = """商务部公告2026年第9801号
关于对特定铪物项实施出口管制的公告
决定对下列物项实施出口管制：
一、1C998.a.纯度不低于99.5%的铪粉（参考海关商品编号：8112310090），出口应当向商务部申请许可。
二、商务部公告2025年第9802号自2026年5月1日起暂停实施，期限一年。
三、本公告自2026年5月1日起实施。
"""
_ENGLISH = """AGENCY: Bureau of Industry and Security, Commerce.
ACTION: Final rule; delay of effective date.
SUMMARY: This rule adds ECCN 3B998 for furnaces with a temperature of 2,200 degrees Celsius or more.
DATES: The effective date of FR Doc. 2026-98066 is delayed from June 5, 2026, until August 4, 2026.
The controls of October 7, 2022 are not changed by this rule, and a license is still required.
"""
_CHINESE_NEWS = """商务部发言人表示，商务部公告2025年第9801号自2025年12月1日起实施。
出口有关物项应当申请许可。
据多家媒体报道，有关部门正考虑暂停实施商务部公告2025年第9802号，期限一年；发言人说不了解有关情况。
分析人士认为，镓、锗、锑的价格可能继续上涨。会议将于2026年5月12日举行，市民在公园里散步。
"""
_ENGLISH_NEWS = """A spokesperson for the Ministry of Commerce said exporters must obtain a license.
Announcement No. 9861 of 2025 takes effect on December 1, 2025, people familiar with it said.
FR Doc. 2025-98001 was delayed until November 10, 2026, and the agency gave no answer to a request.
The city council approved the budget, and analysts expect that prices of gallium will rise again.
"""


def rows() -> Iterator[Row]:
    """Yield what a megabyte of text costs in each language, by its kind."""
    known = _known()
    for language, act, news in (
        ("Chinese", _CHINESE, _CHINESE_NEWS),
        ("English", _ENGLISH, _ENGLISH_NEWS),
    ):
        page = f"<html><body><h1>{_pages(act)}</body></html>"
        for kind, body, content_type in (
            ("", _megabyte(act), "text/plain"),
            (", news of acts", _megabyte(news), "text/plain"),
            (", a page", page.encode(), "text/html"),
        ):
            took = median(partial(_read, body, content_type, known), runs=3)
            yield Row(f"read 1 MB, {language}{kind}", took, "limit", LIMIT_SECONDS, "< 1.00")


def _read(body: bytes, content_type: str, known: Catalogue) -> None:
    extract(text_of(body, content_type), known=known, authority="issuer")


def _megabyte(sample: str) -> bytes:
    return sample.encode() * (MEGABYTE // len(sample.encode()) + 1)


def _pages(sample: str) -> str:
    """Return an announcement as a page sets it, again and again, a megabyte long."""
    first, *rest = sample.splitlines()
    told = f"{first}</h1>" + "".join(f'<p class="line">{line}</p>\n' for line in rest)
    again = f"<h1>{told}" * (MEGABYTE // len(told.encode()))
    return told + again


def _known() -> Catalogue:
    field = load_field(data("db"))
    return Catalogue(
        issuers=tuple(
            KnownIssuer(
                code=issuer.name,
                names=(issuer.name, *(name for some in issuer.names.values() for name in some)),
                series=issuer.series,
                jurisdiction=issuer.jurisdiction,
                short=issuer.code,
            )
            for issuer in field.issuers.values()
        )
    )
