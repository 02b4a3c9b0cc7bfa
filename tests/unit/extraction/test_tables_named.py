"""Which goods does a point mean that names a table by its number alone? (made up)"""

from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

_KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="MOFCOM", names=("MOFCOM", "商务部"), series="cn/mofcom", jurisdiction="CN"
        ),
    )
)

_TEXT = """商务部公告2026年第977号
关于有关物项的公告

一、对表一所列物项实施出口管制，未取得两用物项出口许可证件的，不得出口。
二、对表二所列物项实施出口管制，适用前条的许可要求。
三、表一自2026年6月1日起适用，表二自2026年9月1日起适用。

商务部
2026年5月12日

表一
1.9A946.a 活塞发动机，最大功率大于16kW（参考海关商品编号：8407101020）

表二
1.7A946.a 导航模块（参考海关商品编号：8526919091）
"""


def test_tables_are_annexes_where_no_annex_is_called_so() -> None:
    found = extract(_TEXT, authority="issuer", known=_KNOWN).measures
    assert [(one.id, str(one.from_), one.terms["control_codes"]) for one in found] == [
        ("cn/mofcom/2026/977#i", "2026-06-01", ["9A946.a"]),
        ("cn/mofcom/2026/977#ii", "2026-09-01", ["7A946.a"]),
    ]
