"""Which demands are only told of, and which are made? (made up for the tests)"""

import pytest

from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.requirements import requirement_of

TOLD = [
    "It is recalled that gallium has needed an export permit since 1 August 2023.",
    "Exporters asked whether a permit is required for scrap.",
    "According to media reports, exports of scrap are to be prohibited.",
    "Some commenters argued that the export of scrap should be subject to a licence.",
    "The Ministry has been asked to prohibit the export of scrap.",
    "A ban on exports of scrap would be premature.",
    "The requirement that exporters register with the Ministry was lifted in 2024.",
    "此前，商务部曾要求出口锑制品的企业登记备案，该项要求已于2024年取消。",
    "据境外媒体称，出口石墨应当取得许可。该说法不属实。",
    "行业协会反映，应当禁止出口废铜。",
    "有意见认为，出口废铜应当申领许可证。经研究，不予采纳。",
    "2023年8月1日起，出口镓须取得许可，现行做法不变。",
    "若市场形势恶化，商务部可以禁止出口废铜。",
    "出口经营者申请许可时，应当提交最终用户证明。",
    "未如实申报的，不得放行。",
]
MADE = [
    "An exporter who has been asked by the Ministry to do so must obtain a permit.",
    "At the request of associations, it is decided that exports of scrap are prohibited.",
    "Exports of scrap, which has been traded freely since 2020, require a permit.",
    "Companies that have reported stocks shall register with the Ministry.",
    "As several commenters suggested, the Bureau requires a licence for magnets.",
    "根据企业反映的情况，决定对废铜出口实行许可证管理。",
    "应行业协会请求，现对废铜实行出口许可证管理。",
    "曾被列入管控名单的企业出口废铜，应当申领许可证。",
    "媒体、协会等单位不得出口废铜。",
    "出口经营者知悉有媒体报道称其产品用于军事用途的，应当申请许可。",
    "此前已签订合同的废铜，出口也应取得许可。",
]


def _demands(text: str) -> bool:
    language = "zh" if any("一" <= one <= "鿿" for one in text) else "en"
    flow = Flow(text, language=language, names=IssuerNames(()))
    return requirement_of(flow, Span(0, len(flow.flow))) is not None


@pytest.mark.parametrize("text", TOLD)
def test_what_is_only_told_of_demands_nothing(text: str) -> None:
    assert not _demands(text)


@pytest.mark.parametrize("text", MADE)
def test_what_is_laid_down_is_demanded(text: str) -> None:
    assert _demands(text)
