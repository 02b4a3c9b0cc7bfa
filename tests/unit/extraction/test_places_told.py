"""Where do goods go, however an act tells it? (made up for the tests)"""

import pytest

from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.places import destinations, listed_countries, points_to_list


def _flow(text: str) -> tuple[Flow, Span]:
    language = "zh" if any("一" <= one <= "鿿" for one in text) else "en"
    told = Flow(text, language=language, names=IssuerNames(()))
    return told, Span(0, len(told.flow))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("A person must not export drones to, or for use in, Belarus.", ("BY",)),
        ("A person must not export drones to or through Iran.", ("IR",)),
        ("No drone shall be exported to the Democratic People's Republic of Korea.", ("KP",)),
        ("Exports of drones whose destination is Myanmar require a permit.", ("MM",)),
        ("Shipments bound for India or transiting Pakistan are exports.", ("IN", "PK")),
        ("A licence is needed to export it, except to Norway.", ()),
        ("不得向中国台湾地区、中国香港出口天然砂。", ("TW", "HK")),
        ("禁止向朝鲜供应氖气。", ("KP",)),
        ("目的地为日本的石墨出口，应当取得许可。", ("JP",)),
        ("运往伊朗的上述货物须经许可出口。", ("IR",)),
        ("出口至缅甸的氦气应申领许可证，氦质谱检漏仪除外。", ("MM",)),
        ("除向挪威出口外，应当申领许可证。", ()),
    ],
)
def test_destinations(text: str, meant: tuple[str, ...]) -> None:
    assert destinations(*_flow(text), home="CN") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Schedule\nCanada\nIceland\nRepublic of Korea\n", ("CA", "IS", "KR")),
        ("(a) Australia;\n(b) Japan;\n(c) the Republic of Korea.", ("AU", "JP", "KR")),
        ("The permitted destinations are Iceland, Ireland and Singapore.", ("IS", "IE", "SG")),
        ("附表：韩国、日本、新加坡。", ("KR", "JP", "SG")),
    ],
)
def test_listed_countries(text: str, meant: tuple[str, ...]) -> None:
    assert listed_countries(*_flow(text)) == meant


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Any person may export it to a permitted destination.", True),
        ("It may leave the country for the places named in the Schedule.", True),
        ("可以凭本通用许可向附表所列国家出口。", True),
        ("A licence is needed for exports other than to a listed country.", False),
        ("Any person may export it to Norway.", False),
    ],
)
def test_points_to_list(*, text: str, points: bool) -> None:
    assert points_to_list(*_flow(text)) is points
