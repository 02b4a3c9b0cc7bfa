"""Is an act read as before when a sentence stands in it that decides nothing?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import CHINESE, ENGLISH
from tests.unit.extraction.test_extract import read

POINTS = {
    CHINESE: (
        "一、出口钽粉（管制编码：1C983），应当事先取得商务部颁发的许可证件。",
        "二、自2027年1月1日起，暂停实施商务部公告2025年第935号，期限一年。",
        "三、对用于研制制程14纳米及以下芯片的申请，由商务部逐案审查。",
        "四、禁止向丹麦出口铌管。",
        "五、本公告自2026年10月1日起施行。",
    ),
    ENGLISH: (
        "1. A licence is required for the export of tantalum powder (1C983).",
        "2. Announcement No. 935 of 2025 is suspended from January 1, 2027, for one year.",
        "3. Applications for chips of 14 nanometres or less are reviewed case by case.",
        "4. The export of niobium tubes to Denmark is prohibited.",
        "5. This Announcement takes effect on October 1, 2026.",
    ),
}
NOTHING = {
    CHINESE: (
        "商务部公告2024年第888号继续有效。",
        "商务部公告2024年第888号已于2025年3月1日废止。",
        "此前，商务部于2024年5月6日发布2024年第888号公告，对有关物项实施出口管制。",
        "商务部公告2024年第888号暂停实施的建议未被采纳。",
        "有企业询问商务部公告2024年第888号是否暂停实施，目前没有变化。",
        "2026年1月5日至2月4日公开征求意见。",
        "系统自2026年11月1日至5日停机维护。",
        "2025年，相关物项出口额超过30亿美元。",
        "本公告由商务部负责解释。",
        "本公告公布前已经取得的出口许可证件，在有效期内继续有效。",
        "去年商务部对锑、镓实施了出口管制。",
    ),
    ENGLISH: (
        "Announcement No. 888 of 2024 remains in force.",
        "Announcement No. 888 of 2024 was repealed on March 1, 2025.",
        "Announcement No. 888 of 2024 requires a licence for antimony.",
        "The proposal to suspend Announcement No. 888 of 2024 was not adopted.",
        "Several firms asked whether Announcement No. 888 of 2024 will be suspended.",
        "The public was consulted from January 5 to February 4, 2026.",
        "The registry is closed from November 1 to November 5, 2026.",
        "In 2025 exports of these items were worth more than 3 billion dollars.",
        "Other countries prohibit the export of antimony.",
        "Licences that were granted before remain valid until they expire.",
        "Last year the Ministry imposed export controls on antimony.",
        "It had earlier been planned to repeal Announcement No. 888 of 2024; that was dropped.",
    ),
}


def _said(text: str) -> tuple[object, ...]:
    found = read(text)
    measures = {(one.id, one.from_, one.through, str(one.terms)) for one in found.measures}
    effects = {(e.kind, e.affected, e.from_, e.through, e.parties) for e in found.effects}
    return found.klass, measures, effects


@pytest.mark.parametrize("joint", ["", "\n", "\n\n"], ids=["beside", "below", "apart"])
@pytest.mark.parametrize(
    ("frame", "nothing"), [(frame, one) for frame, all_ in NOTHING.items() for one in all_]
)
def test_it_is_read_as_before(frame, nothing, joint):
    points = POINTS[frame]
    usual = _said(frame.format("\n".join(points)))
    between = joint or ("" if frame is CHINESE else " ")
    for count in range(len(points)):
        told = [one + between + nothing if at == count else one for at, one in enumerate(points)]
        assert _said(frame.format("\n".join(told))) == usual, told[count]
