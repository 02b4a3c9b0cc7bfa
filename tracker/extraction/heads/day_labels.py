"""In which words do documents tell their day of issue or of publication?"""

import re
from dataclasses import dataclass
from typing import Literal

from tracker.extraction.extracted import Language
from tracker.extraction.prose.flow import ACT, DAY
from tracker.extraction.spelling.regexps import regexp


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLabel:
    """One way in which documents tell their day of issue or of publication.

    ``pattern`` is read on marked text and holds one day, or ends where a day in digits alone
    stands (``20261020``).
    """

    name: str
    language: Language
    tells: Literal["issue", "publication", "stamp"]
    pattern: re.Pattern[str]
    example: str


_D = DAY
_WEEKDAY_TOO = "\ue000{19,44}"
"""An American day with its weekday: no such day without one is as long."""
GIVEN = "given at a place"
WRITTEN = "day of writing"
"""The label that yields to the day beside the signature."""

DAY_LABELS: tuple[DayLabel, ...] = (
    DayLabel(
        name="field of the notice",
        language="zh",
        tells="issue",
        pattern=regexp(
            rf"\[?(?:(?:发文|印发|签发|公布|颁布)(?:日期|时间)|(?<=\[)(?:发文|印发|签发|公布|颁布)(?=\]))"
            rf"\]?\s?[:]?\s?(?:{_D}|(?=[0-9]{{8}}))"
            rf"|(?:(?<=[\n|])|^)\s{{0,4}}(?:发文|印发|签发|公布|颁布|发布)\s?:\s?(?:{_D}|(?=[0-9]{{8}}))"
        ),
        example="【发文日期】2026年3月10日",
    ),
    DayLabel(
        name=WRITTEN,
        language="zh",
        tells="issue",
        pattern=regexp(
            rf"\[?(?:成文(?:日期|时间)|(?<=\[)成文(?=\]))\]?\s?[:]?\s?(?:{_D}|(?=[0-9]{{8}}))"
        ),
        example="成文日期：2026年3月10日",
    ),
    DayLabel(
        name="promulgated by order",
        language="zh",
        tells="issue",
        pattern=regexp(
            rf"{_D}[^,。;\ue000]{{0,30}}?{ACT}(?:公布|发布)"
            rf"|(?:(?<=\n)|^)\s{{0,8}}{_D}[^\S\n]{{1,8}}[一-鿿][^,。;\n\ue000]{{0,60}}?{ACT}(?=[^\S\n]*(?:\n|$))"
        ),
        example="（2026年3月10日商务部令2026年第9号公布　自2026年5月1日起施行）",
    ),
    DayLabel(
        name="promulgated now",
        language="zh",
        tells="issue",
        pattern=regexp(
            rf"现[于在]{_D}(?:予以)?(?:公布|发布|颁布)|本[^,。;\ue000]{{2,4}}自{_D}(?:公布|发布|颁布)之日"
        ),
        example="现于2026年3月10日予以公布",
    ),
    DayLabel(
        name="stamp of the page",
        language="zh",
        tells="stamp",
        pattern=regexp(
            rf"(?:发布时间|发布日期|发表时间|时间|日期)(?:\]\s?:?|\s?:)\s?{_D}|{_D}\s?[0-9]{{1,2}}:[0-9]{{2}}"
        ),
        example="发布时间：2026-03-10 09:30",
    ),
    DayLabel(
        name="promulgated as an order",
        language="en",
        tells="issue",
        pattern=regexp(rf"\b[Pp]romulgated\son\s(?:the\s)?{_D}\sas\s[^()\n\ue000]{{0,90}}?\ue001"),
        example="(Promulgated on 10 March 2026 as Order of the Ministry No. 954 of 2026)",
    ),
    DayLabel(
        name="field of the notice",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"\[?(?:[Dd]ate\s[Oo]f\s(?:[Ii]ssu(?:ance|e)|[Pp]romulgation|[Aa]nnouncement|[Rr]elease)"
            rf"|[Ii]ssu(?:e|ance)\s[Dd]ate|[Ii]ssued(?:\son)?|Promulgated(?:\son)?|(?<=\[)[Dd]ate(?=\]))\]?\s?:?\s?(?:on\s)?{_D}"
        ),
        example="[Date of Issuance] March 10, 2026",
    ),
    DayLabel(
        name="issue of the Federal Register",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"(?i:federal\sregister),?\s?/?\s?(?i:vol)[^\n]{{1,40}}?{_WEEKDAY_TOO}"
            rf"|(?:(?<=\n)|^)[^\n().;]{{0,80}}?(?:[0-9]\sFR\s[0-9]{{3,6}}|\ue001{{3,20}})[^\n]{{0,12}}{_WEEKDAY_TOO}(?=[^\n]{{0,60}}(?:\n|$))|\[Federal\sRegister:\s{_D}(?=\s\(|\])|(?:\[(?:FR|Federal\sRegister)(?:\s(?:of|for))?[:,]?\s|(?:(?<=\n)|^)\[){_D}\]"
            rf"|(?:(?<=\n)|^){_WEEKDAY_TOO}\s{{0,4}}\n(?:[^\n]{{0,60}}\n){{0,2}}?(?=Vol\.?\s|Federal\sRegister)|\bVol(?:ume|\.)?\s[0-9]{{1,3}},\s(?:Number|No\.|Issue)\s[0-9]{{1,4}}[\s/|(,\u00b7-]{{1,5}}{_WEEKDAY_TOO}"
            rf"|[Pp]rinted(?:\sin\sthe\s(?:daily\s)?issue\sof|\s?[:|])\s{{1,3}}{_D}"
            rf"|(?:(?<=\n)|^)(?:Federal\sRegister\s(?:of|for)|(?:Rules\sand\sRegulations|Notices)\s/[^\n]{{0,30}}/)"
            rf"\s{_D}"
        ),
        example="[Federal Register Volume 91, Number 905 (Tuesday, March 10, 2026)]",
    ),
    DayLabel(
        name="page of the Federal Register",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"(?:A\s(?:Proposed\s)?(?:Rule|Notice|Presidential Document)\sby\s[^\n]{{3,120}}?"
            rf"\son\s|(?:(?<=\n)|^)(?:Proposed\s)?(?:Rule|Notice)\s[•·|]\s[^\n]{{3,80}}?\s[•·|]\s|(?:Published|Printed"
            rf"|Publication\s[Dd]ate|PUBLISHED)(?:\s?:?\s{{0,2}}|[\s.]{{3,40}})"
            rf"|(?:(?<=\n)|^)(?:This\s[a-z]+\s(?:is|was|has\sbeen)\s)?[Pp]ublished"
            rf"(?:\sin\sthe\s(?:issue\sof\sthe\s)?Federal\sRegister)?(?:\son|\sof|,)?\s){_D}"
        ),
        example="A Rule by the Industry and Security Bureau on 03/10/2026",
    ),
    DayLabel(
        name="publication in the Federal Register, told with the start",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"\b[Uu]pon\s(?:its\s)?publication(?:\sin\sthe\sFederal\sRegister)?,?\s(?:on\s)?\(?{_D}"
        ),
        example="Effective date: upon publication, March 10, 2026",
    ),
    DayLabel(
        name="bracket of the law centre of Korea",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"\[[A-Za-z,\s]{{0,90}}\ue001{{3,160}},\s{_D}\.?,\s(?:Newly\s)?(?:Enact|Partial|Partly|Whole|Wholly|Amend|Other|Repeal)"
        ),
        example="[MOTIE Public Notice No. 2026-915, March 10, 2026, Enacted]",
    ),
    DayLabel(
        name="done at",
        language="en",
        tells="issue",
        pattern=regexp(rf"Done\sat\s[A-Z][a-z]+,?\s(?:on\s)?{_D}"),
        example="Done at Brussels, 10 March 2026.",
    ),
    DayLabel(
        name="made",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"\bMade(?:[ \t:.-]{{0,80}})\s{{0,3}}(?:(?:at\s[^\n]{{3,40}}?\s)?on\s(?:the\s)?)?{_D}"
        ),
        example="Made 10th March 2026",
    ),
    DayLabel(
        name="dated",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"(?:\b(?:[Dd]ated|DATED)\s?:?\s?(?:THE\s|this\s|the\s)?|\bDate\s?:\s?|(?i:New\sDelhi),?\s(?:(?i:dated):?\s?)?(?i:the\s)?){_D}"
        ),
        example="OGEL 914, dated 10 March 2026, granted by",
    ),
    DayLabel(
        name="letter",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"(?:(?<=\n)|^)(?:Our\s)?[Rr]ef(?:erence)?\s?:[^\n\ue000]{{0,60}}{_D}(?=\s*\n)"
        ),
        example="Our ref: ECJU/924/2026 10 March 2026\n",
    ),
    DayLabel(
        name="registered",
        language="en",
        tells="issue",
        pattern=regexp(rf"(?:(?<=\n)|^)Regist(?:ration|ered)(?:\son)?\s?:?\s{{1,3}}{_D}"),
        example="Registration 10 March 2026",
    ),
    DayLabel(
        name="granted",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"\bGranted(?:\son)?\s?:?\s{_D}"
            rf"|\b(?:This|The\s(?:following|present))\s(?:[A-Z][a-z]+\s){{0,4}}(?i:licence|notice|direction)\sis\s(?:hereby\s)?(?:granted|given|issued|made)\s(?:[^\n\ue000]{{0,160}}?\s)?on\s{_D}"
            rf"|\b(?:[Gg]iven|[Gg]ranted|[Mm]ade|[Ii]ssued)\sby\sthe\sSecretary\sof\sState\b[^.\n\ue000]{{0,80}}?\son\s{_D}"
            rf"|(?:(?<=\n)|^)(?:Amendment|Ordinance)\sof\s{_D}(?=\s*\n)"
        ),
        example="Reference: OGEL 914, Granted 10 March 2026",
    ),
    DayLabel(
        name="number and day",
        language="en",
        tells="issue",
        pattern=regexp(rf"(?:(?<=\n)|^)\ue001{{3,30}},?\s{{1,4}}{_D}(?=\s*\n)"),
        example="SOR/2026-914 March 10, 2026\n",
    ),
    DayLabel(
        name=GIVEN,
        language="en",
        tells="issue",
        pattern=regexp(
            rf"\b(?:Given|Stipulated|Established|Enacted|Sealed|Signed)\s(?:at|in)\s(?:[A-Z][A-Za-z'-]{{2,20}},?\s){{1,3}}"
            rf"(?:on\s|this\s)?(?:the\s)?{_D}"
        ),
        example="Stipulated in Jakarta, on 10 March 2026",
    ),
    DayLabel(
        name="line of place and day",
        language="en",
        tells="issue",
        pattern=regexp(
            rf"(?:(?<=\n)|^)(?:(?:N[Oo]\.?:?\s)?\ue001{{3,60}}[\s|]{{1,4}})?(?:[A-Z][a-z'-]{{2,20}}\s?){{1,3}},\s(?:on\s)?(?:the\s)?{_D}"
            r"(?=[.]?\s*(?:\n|$))"
        ),
        example="Hanoi, March 10, 2026",
    ),
    DayLabel(
        name="stamp of the page",
        language="en",
        tells="stamp",
        pattern=regexp(
            rf"\b(?:Published|Posted|Released|Date)(?:\son)?\s?:?\s{{0,2}}{_D}"
            rf"|(?:(?<=\n)|^)Official\sGazette,?\s(?:of\s)?{_D}"
        ),
        example="Published 10 March 2026",
    ),
)
"""In the order in which they are believed."""
