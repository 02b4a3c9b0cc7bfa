"""Which points only speak of papers: lost ones, those asked for, acts in a list of acts?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.demand_words import LICENCE
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

_MUST = regexp(r"应当?|[须需](?!求|要?说明)|不得|必须")
_LOST = regexp(
    r"\s*[^,。;]{0,12}(?:许可证件?|批准文件|证书|证件|备案表|登记表)[^,。;]{0,8}(?:遗失|丢失|损毁|灭失)"
)
"""How a point begins that says what is done when a paper is lost."""
_ASKS_FOR_GENERAL = regexp(
    r"\s*(?:企业|出口经营者|申请人|经营者)?(?:拟|需|如需)?申请(?:[^,。;]{0,6})?通用许可(?:的)?,?(?:应当?|[须需])"
)
"""How a point begins that says what one hands in for a general licence."""
_GENERAL_ASKED = regexp(
    r"可以?(?:向[^,。;]{2,12})?申请[^,。;]{0,8}通用许可(?=[。;])|通用许可(?:的)?(?:申请)?[^,。;]{0,24}受理|通用许可的?有效期"
)
"""What says who may ask for a general licence, from when, and how long the paper is valid."""
_OF_HOLDERS = regexp(r"\s*(?:已经?(?:登记|备案|取得|获得)|取得|持有|获得)")
"""How a point begins that speaks of those who already have their licence."""


_ACT_NOTED = regexp(r"\s{0,3}[^,。;()\ue001]{0,24}\ue001{3,160}\([^()]{4,200}\)")
"""An act in a list of acts, with a note in brackets on what it brought."""


def noted_in_list(act: Act, point: Point, at: int) -> bool:
    """Tell whether a demand is only noted in brackets behind an act that a point lists."""
    noted = _ACT_NOTED.match(act.flow.marked, point.text, point.span.end)
    return act.flow.language == "zh" and noted is not None and at < noted.end()


_BEGINS = r"(?:(?<=[、.:。\n])|^)\s{0,3}"
_ONLY_PROCEDURE: dict[str, re.Pattern[str]] = {
    "registration": regexp(
        r"(?:变更|注销|更正|用户|账号|账户)[^,。;]{0,10}(?:登记|注册)"
        r"|(?:登记|注册)(?:后|,)[^,。;]{0,4}再[^,。;]{0,8}申请"
        rf"|{_BEGINS}(?:首次)?申请(?:配额|许可证?)?的?(?:企业|人|者|单位|出口经营者)"
    ),
    "notice_duty": regexp(
        rf"{_BEGINS}(?:海关|商务部|[^,。;]{{0,6}}主管部门|发证机[构关])[^,。;]{{0,24}},?应当?[^,。;]{{0,6}}告知"
    ),
    "quota": regexp(rf"{_BEGINS}配额(?:证明|证书)?的?有效期"),
    "declaration": regexp(r"填表(?:时|说明)|(?:申请|登记)表(?:的|中|内|时)?[^。;]{0,12}?[”》]栏"),
    "reporting": regexp(r"(?:证件?|许可|信息|数据)[^,。;]{0,8}有误[^。;]{0,30}(?:报告|更正)"),
}
"""What makes a demand of a point one of procedure, which another point or act sets."""


def of_papers(act: Act, point: Point, requirement: str, *, at_once: bool) -> bool:
    """Tell whether a Chinese point only says what those do who ask for a paper, or have it."""
    where = (act.flow.flow, point.text, point.span.end)
    if act.flow.language != "zh":
        return False
    row = _ONLY_PROCEDURE.get(requirement)
    if row is not None and row.search(*where):
        return True
    if requirement == "reporting":
        held = _OF_HOLDERS.match(*where) and not _MUST.search(*where)
        return _LOST.match(*where) is not None or bool(held and at_once)
    if requirement != "general_licence":
        return False
    asked = _ASKS_FOR_GENERAL.match(*where) or _GENERAL_ASKED.search(*where)
    return asked is not None


_THE_LICENCE = regexp(
    rf"\b(?i:the|such|that|this|any\ssuch|a\snew|its|their)\s(?!same\b|like\b)(?:[a-z-]+\s){{0,3}}{LICENCE}\s"
    r"(?:shall|must|may|is|are|has|have)\b"
    rf"|\b(?:shall|must)\s(?:first\s)?(?:apply\sfor|obtain|hold|seek)\sa\snew\s{LICENCE}\b"
)
"""A licence that another point demands: ``The licence shall be applied for``."""
_ASKED_THROUGH = regexp(
    rf"\b(?i:{LICENCE}|applications?)\s(?:[^.;]{{0,80}}?\s)?(?:shall|must|is\sto|are\sto)\s(?:be\s)?"
    r"(?:sought|applied\sfor|requested|made|submitted|lodged|filed|obtained)\s(?:online|electronically|(?:through|via|at)\s)"
)
"""What says where one asks for the licence that another point demands."""
_UNDER_WAY = regexp(
    r"\s*(?:Existing\s|All\s)?(?i:contracts?|licen[cs]es?|permits?)\s(?:[a-z]+\s){0,3}"
    r"(?:signed|concluded|entered\sinto|issued|granted|valid)\b"
)
"""How a point begins that speaks of contracts made, or licences granted, before."""
_OF_ITS_OWN = regexp(r"(?i)\b(?:technolog|technical\s|software|re-?export|broker|transit)")
"""What such a point binds besides the goods above."""


def of_licence_above(act: Act, point: Point) -> bool:
    """Tell whether an English point without goods only says how the licence above is asked for."""
    if act.flow.language != "en":
        return False
    where = (act.flow.flow, point.text, point.span.end)
    patterns = (_THE_LICENCE, _ASKED_THROUGH)
    if _UNDER_WAY.match(*where) is None and not any(one.search(*where) for one in patterns):
        return False
    if _OF_ITS_OWN.search(*where):
        return False
    named = control_codes(act.flow, point.span) or customs_codes(act.flow, point.span)
    return not named and not thresholds(act.flow, point.span)


_RUNS_OUT = regexp(
    r"\s?(?:本|该|上述|前述|临时)?(?:临时)?(?:通用|一般|总)许可证?(?:的)?(?:(?:有效)?期限?(?:届满|期满|到期|为)|届满|到期|失效|终止|自)"
)
"""How a point begins that only tells how long a general licence lasts, and what comes then."""


def of_general_licence(act: Act, point: Point, requirement: str) -> bool:
    """Tell whether a Chinese point grants nothing, but tells of the general licence above."""
    if requirement != "general_licence" or act.flow.language != "zh":
        return False
    if control_codes(act.flow, point.span):
        return False
    return _RUNS_OUT.match(act.flow.flow, point.text, point.span.end) is not None
