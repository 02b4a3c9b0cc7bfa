"""Does a rule that begins on a day told before it begin then?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=(KnownIssuer(code="MOFCOM", names=("商务部",), series="cn/mofcom", jurisdiction="CN"),)
)


@pytest.mark.parametrize(
    "point",
    [
        "自同日起，出口茶壶的，应当申请许可。",
        "出口茶壶的，自同日起应当申请许可。",
        "自上述日期起，茶壶未经许可不得出口。",
        "自第一条规定之日起，出口茶壶，应当申请许可。",
    ],
)
def test_a_rule_begins_on_the_day_to_which_it_points(point: str) -> None:
    page = (
        "商务部公告2026年第943号\n关于茶壶出口的公告\n\n"
        f"一、商务部公告2019年第931号自2026年7月1日起废止。\n\n二、{point}\n\n商务部\n2026年6月2日\n"
    )
    (rule,) = extract(page, authority="issuer", known=KNOWN).measures
    assert (rule.id, rule.from_) == ("cn/mofcom/2026/943#ii", date(2026, 7, 1))
