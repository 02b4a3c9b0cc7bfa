"""Is a demand told apart from a duty of an office, and from one that is denied?"""

import pytest

from tests.unit.extraction.test_extract import read

ENGLISH = """MOFCOM Announcement No. 981 of 2026

Upon approval, it is announced as follows:

{}

Ministry of Commerce
September 4, 2026
"""
CHINESE = "商务部公告2026年第981号\n\n现公告如下：\n\n{}\n\n商务部\n2026年9月4日\n"


@pytest.mark.parametrize(
    ("duty", "demanded"),
    [
        ("1. The Commission shall report to the Council on deliveries received.", []),
        ("1. Member States shall report to the Commission each quarter on permits granted.", []),
        ("1. The competent authorities shall report to the Ministry each refusal.", []),
        ("1. The Director shall register the applications within ten days.", []),
        ("1. The authority may ask for papers. It shall inform the Commission thereof.", []),
        ("1. Exporters of gallium shall check whether the goods require a licence.", []),
        ("1. Whether or not gallium is listed, it requires a licence.", ["licence"]),
        ("1. Exporters shall report each shipment to the Ministry.", ["reporting"]),
        ("1. The export of gallium oxide is no longer subject to a licence.", []),
        (
            "1. Exports of gallium oxide require a licence.\n2. Exports of tin require a licence.\n"
            "This Announcement shall take effect on 1 June 2026.",
            ["licence", "licence"],
        ),
        ("1. Exports of gallium oxide are not prohibited.", []),
        ("1. Exports of gallium oxide still require a licence.", []),
        ("1. Exports of gallium oxide would require a licence if prices doubled.", []),
        ("1. It is proposed that exports of gallium oxide require a licence.", []),
        ("1. This announcement does not impose a licence requirement on gallium.", []),
        ("1. No licence requirement is imposed on gallium oxide.", []),
        ("1. If the Ministry so decides, exports of gallium shall require a licence.", []),
        ("1. Exporters of gallium oxide are not obliged to obtain a licence.", []),
        ("1. Exports of gallium oxide were conditional on a licence until 2025.", []),
        ("1. The Ministry may make the export of gallium oxide conditional on a licence.", []),
        ("1. Carriers shall not be liable for exports made without a licence.", []),
        ("一、氧化镓的出口不再需要得到许可。", []),
        ("一、任何人出口氧化镓都需要得到许可。", ["licence"]),
        ("一、不禁止出口氧化镓。", []),
        ("一、如有必要，商务部将对氧化镓实施出口管制。", []),
        ("一、与其对氧化镓实施出口管制，不如加强监测。", []),
        ("一、关于对氧化镓实施出口管制的报道不属实。", []),
        ("一、希望出口氧化镓的企业应当取得许可。", ["licence"]),
        ("1. Nothing in this Announcement requires a licence to export gallium oxide.", []),
        ("1. The Ministry intends to require a licence to export gallium oxide.", []),
        ("1. A person who intends to export gallium oxide must obtain a licence.", ["licence"]),
        ("一、省级商务主管部门应当按月将许可情况报送商务部。", []),
        ("一、出口经营者应当按月将出口情况报送商务部。", ["reporting"]),
    ],
)
def test_only_what_binds_traders_is_a_demand(duty: str, demanded: list[str]) -> None:
    frame = CHINESE if duty.startswith("一") else ENGLISH
    found = read(frame.format(duty))
    assert [one.terms["requirement"] for one in found.measures] == demanded
