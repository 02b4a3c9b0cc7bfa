"""Does a text say of a demand that there is none, or none any more, or one of an office only?"""

import re

from tracker.extraction.prose.flow import IN_TITLE, Flow, Span
from tracker.extraction.scope.clause_turns import turned_by_clause
from tracker.extraction.scope.told_demands import only_told_of
from tracker.extraction.spelling.regexps import regexp

_DENIED: dict[str, re.Pattern[str]] = {
    "exemption": regexp(
        r"(?:(?<!无)不[能可得予再应会]?(?:当然|自动|自然)?|[并亦也仍概]不|未)(?:[因据以凭借][^,。;]{0,14})?(?:而|就|即)?$"
    ),
    "presumption_of_denial": regexp(
        r"\b(?:from|instead\sof|rather\sthan|replac(?:es|ing))\s(?:an?|the|its)\s$"
    ),
    "declaration": regexp(r"(?:未|不|没有)(?:按[^,。;]{0,10})?(?:规定|要求)?$"),
    "reporting": regexp(r"(?:无[需须]|毋[需须]|不必|不需要?)[^,。;]{0,24}$"),
    "quota": regexp(r"(?:不再|取消)[^,。;]{0,10}$"),
    "prohibition": regexp(
        r"(?:不|不再|并未|未曾|解除|取消|并非|不是|不属于|而非|不意味着|不等于|并无|没有)(?:完全|一律|全面)?$"
    ),
    "licence": regexp(
        r"(?:不必|无需|无须|毋需|毋须|不用)[^,。;]{0,24}$|已经?$|(?:暂停|停止|取消|不再?|不予|终止|解除|[按凭依持]原)$|(?:欺骗|贿赂)等?(?:不正当)?(?:手段|方式)$"
    ),
}
"""What right before a demand says that there is none: ``不再下达总量控制指标``, ``已取得许可``."""

_DENIED_ENGLISH = regexp(
    r"\b(?:no\slonger|never|not)\s(?:be\s|made\s)?(?:(?:obliged|required|bound|have|has|need)\sto\s)?$|\b(?:was|were)\s$"
    r"|(?<!shall\s)(?<!must\s)\bcontinues?\sto\s(?:be\s)?$"
    r"|(?<!shall\s)(?<!must\s)\b(?:stays?|remains?)\s(?:on|listed|subject)\b[^.;\n]{0,70}$"
)
_DENIABLE = frozenset(
    {"licence", "presumption_of_denial", "prohibition", "registration", "reporting", "declaration"}
)
_NEVER_TURNED = frozenset({"exemption", "liability", "general_licence"})
"""What takes a demand away itself, or stands in many clauses that plan nothing."""
_OF_OFFICES = frozenset({"reporting", "registration", "notice_duty", "declaration"})
"""What an office may be told to do as well, which is no demand on those who trade."""
_OFFICE = regexp(
    r"(?:^|[\n.;:)]\s{0,4}|,\s|\band\s)(?:[Tt]he\s|[Ee]ach\s|[Ee]very\s)?"
    r"(?:(?:European|National|State|General|Federal|Union|competent|licensing|issuing|customs|national)\s){0,2}"
    r"(?:Commission|Council|Member\sStates?|[Aa]uthorit(?:y|ies)|Director(?:[\s-]General)?|Secretary|Minister|Ministry"
    r"|Bureau|Department|Administration|Customs|Office|Agency|Committee|Board)"
    r"(?:\s(?:of|for)\s(?:[A-Za-z]+\s){0,4}[A-Za-z]+)?\s$"
    r"|(?:商务部|海关(?:总署)?|主管部门|发证机关|行业协会|商会|驻外机构)$"
)
_IT = regexp(
    r"(?:^|[\n.;:)]\s{0,4})(?:The\s|Each\s|Every\s)?"
    r"(?:(?:European|National|State|General|Federal|Union|competent|licensing|issuing|customs|national)\s){0,2}"
    r"(?:Commission|Council|Member\sStates?|[Aa]uthorit(?:y|ies)|Director(?:[\s-]General)?|Secretary|Minister|Ministry"
    r"|Bureau|Department|Administration|Office|Agency|Committee|Board)"
    r"\s(?:may|shall|will|must|can)\s[^.;\n]{3,260}\.\s(?:It|They)\s$"
)
"""An office that the sentence before names: ``The authority may refuse it. It shall report …``."""
_ASKED = regexp(
    r"\b(?:check|verify|ascertain|determine|assess|establish|clarify|confirm|consider|examine"
    r"|find\sout|be\ssure|ask|see|say)s?\s(?:for\sthemselves\s)?(?:whether|if)\s[^.;,]{0,120}$"
)
"""What makes a demand one about which somebody asks: ``check whether the items require a …``."""
_ENDED_FREEDOM = regexp(
    r"[^,。;]{0,16}的?(?:规定|措施|政策|安排|待遇|做法)[^。;]{0,40}?(?:停止|不再|取消|废止|终止|中止|暂停)"
)
"""What behind a freedom says that it is taken back: ``免予申领许可证的规定停止执行``."""
_TALKED_OF = regexp(
    r"(?:(?:正在?|将|继续)研究|视情况?|必要时[^,。;]{0,8}(?:将|可)|如有必要,[^,。;]{0,8}将|与其"
    r"|只有[^。;]{2,40},?才|原计划|(?:此前|以前|过去|一度)曾?|(?<!不)曾(?!经))[^,。;的]{0,24}$|是否$"
    r"|(?:^|[,。;、\s])(?:对方|美方|欧方|日方|外方)(?:已|又|将)?对[^,。;]{1,30}$"
)
"""What before a Chinese demand says that nobody lays it down here: ``视情…实施出口管制``."""
_TALK = regexp(
    r"[^,。;()]{0,12}的(?:报道|说法|传闻|传言|消息|建议|请求|设想)[^。;]{0,16}(?:不|未|无|没有|驳回)"
)
_TALKED_OF_ENGLISH = regexp(
    r"\b[Nn]othing\sin\sthis\s[A-Za-z]+\s$|\bnot\s(?:the\scase|true)\sthat\s[^.;,]{0,60}$"
    r"|\b(?:intend|plan|propos|consider|want|hop|reject|declin|refus)[a-z]*\s(?:to\s)?$"
    r"|(?:^|[.;]\s|\n)Should\s[^.;]{3,120},\s[^.;,]{0,60}$"
    r"|\b(?:Minister|Ministry|Secretary|Department|Commission|Bureau|BIS|authority)\s(?:may|might|could)\s(?:by\s[a-z]+\s)?$"
    r"|\b(?:proposed|suggested|recommended|requested|expected|planned)\sthat\s[^.;]{0,70}$"
    r"|\b(?:still|would|could|might)\s(?:also\s|then\s)?$|\bwhether\sto\s$"
    r"|\b(?:do|does|did|shall|will)\snot\s(?:impose|introduce|create|establish|add|contain)\s"
    r"(?:(?:an?|any|new|the|export)\s){0,3}$"
    r"|(?:^|[\n.;,]\s{0,3})[Ii]f\s[^.;,]{3,40}\b(?:so\sdecides?|so\sdetermines?|so\srequires?)\b[^.;]{0,70}$"
)
_NO_DEMAND = regexp(
    r"(?:^|[\n.;,)]\s{0,3}|\bthat\s)[Nn]o\s(?:new\s|further\s|additional\s|export\s)?$"
)
"""What before ``licence requirement`` says that there is none."""
_LIFTED = regexp(
    r"[^.;]{0,80}?\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:lifted|removed|withdrawn|ended|abolished)\b"
)


_DENIED_WITHIN = regexp(
    r"\b(?:not|no\slonger|never)\s(?:be\s|made\s|being\s)?(?:obliged|required|bound|conditional|contingent|dependent|subject"
    r"|covered|accompanied|needed|necessary|depend|liable|responsible|held|punished|penali[sz]ed)\b|\bneed\snot\b"
    r"|\bno\slonger\s(?:have|has|need)\b|\b(?:was|were|had\sbeen|used\sto\sbe)\s(?:[a-z]+\s)?(?:conditional|contingent|dependent|subject)\b"
)
"""What within the words of an English demand says that none is made, or that one was."""
_MAY_MAKE = regexp(
    r"\b(?:may|might|could|would)\s(?:also\s)?(?:make|render|subject|place|bring|put)\s[^.;]{0,50}$"
)
"""What before a demand says that somebody may or would make one."""


_PAPERS = ("licen", "permit", "authori", "approv", "regist", "report")


def _only_talked_of(
    flow: Flow, span: Span, requirement: str, before: str, at: int, end: int
) -> bool:
    """Tell whether a demand is only talked of, planned or taken back, by the words around it."""
    if flow.language == "en":
        lifted = requirement == "prohibition" and _LIFTED.match(flow.flow, end, span.end)
        none = flow.flow[at:end].startswith(_PAPERS) and _NO_DEMAND.search(before)
        return bool(lifted or none or _TALKED_OF_ENGLISH.search(before))
    freed = requirement == "exemption" or before.endswith(("免予", "免于", "免除", "无需", "不需"))
    if freed and _ENDED_FREEDOM.match(flow.flow, end, span.end):
        return True
    return bool(_TALKED_OF.search(before) or _TALK.match(flow.flow, end, span.end))


_ASKED_SIGN = ("whether ", " if ")
_IT_ENDS = ("It ", "They ")
_SUBJECT = 90
_REACH = 360


def is_denied(flow: Flow, span: Span, requirement: str, at: int, end: int) -> bool:
    """Tell whether a text says of a demand that it is none, is met already, or binds an office."""
    before = flow.flow[max(span.start, at - _SUBJECT) : at]
    if requirement in _OF_OFFICES and _OFFICE.search(before) is not None:
        return True
    zh = flow.language == "zh"
    if zh and flow.marked.startswith(IN_TITLE, at):
        return True
    if requirement not in _NEVER_TURNED and only_told_of(flow, span, requirement, at, end):
        return True
    if _only_talked_of(flow, span, requirement, before, at, end):
        return True
    if zh and requirement not in _NEVER_TURNED and turned_by_clause(flow, span, at, end):
        return True
    if flow.language == "en":
        wide = flow.flow[max(span.start, at - _REACH) : at]
        if requirement in _OF_OFFICES and wide.endswith(_IT_ENDS) and _IT.search(wide):
            return True
        if any(sign in wide for sign in _ASKED_SIGN) and _ASKED.search(wide):
            return True
    if requirement in _DENIABLE and _DENIED_ENGLISH.search(before) is not None:
        return True
    if requirement == "licence" and (
        _DENIED_WITHIN.search(flow.flow, at, end) or _MAY_MAKE.search(before)
    ):
        return True
    denied = _DENIED.get(requirement)
    if denied is None or (requirement == "licence" and not zh):
        return False
    return denied.search(flow.flow, max(span.start, at - 28), at) is not None
