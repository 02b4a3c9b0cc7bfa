"""What does reading a document by rules cost, beside its limit?"""

from collections.abc import Iterator

from tests.benchmarks.measuring import Row, median
from tracker.extraction.catalogue import Catalogue, KnownIssuer
from tracker.extraction.extract import extract
from tracker.extraction.flow import MOST
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


def rows() -> Iterator[Row]:
    """Yield what a megabyte of text costs in each language."""
    known = _known()
    for language, sample in (("Chinese", _CHINESE), ("English", _ENGLISH)):
        size = len(sample.encode())
        text = (sample * (MEGABYTE // size + 1))[:MOST]
        took = median(lambda text=text: extract(text, known=known, authority="issuer"), runs=3)
        yield Row(f"read 1 MB, {language}", took, "limit", LIMIT_SECONDS, "< 1.00")


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
