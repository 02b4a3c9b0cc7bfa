"""Does a text say of a demand that there is none, or none any more, or one of an office only?"""

import re

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.clause_turns import turned_by_clause

_DENIED: dict[str, re.Pattern[str]] = {
    "quota": re.compile(r"(?:不再|取消)[^,。;]{0,10}$"),
    "prohibition": re.compile(r"(?:不|不再|并未|未曾|解除|取消)$"),
    "licence": re.compile(
        r"(?:不必|无需|无须|毋需|毋须|不用)[^,。;]{0,24}$|已经?$|(?:暂停|停止|取消|不再?|不予|终止|解除|[按凭依持]原)$|(?:欺骗|贿赂)等?(?:不正当)?(?:手段|方式)$"
    ),
}
"""What right before a demand says that there is none: ``不再下达总量控制指标``, ``已取得许可``."""

_DENIED_ENGLISH = re.compile(r"\b(?:no\slonger|never|not)\s(?:be\s|made\s)?$")
_DENIABLE = frozenset({"licence", "prohibition", "registration", "reporting", "declaration"})
_NEVER_TURNED = frozenset({"exemption", "liability", "general_licence"})
"""What takes a demand away itself, or stands in many clauses that plan nothing."""
_OF_OFFICES = frozenset({"reporting", "registration", "notice_duty", "declaration"})
"""What an office may be told to do as well, which is no demand on those who trade."""
_OFFICE = re.compile(
    r"(?:^|[\n.;:)]\s{0,4}|,\s|\band\s)(?:[Tt]he\s|[Ee]ach\s|[Ee]very\s)?"
    r"(?:(?:European|National|State|General|Federal|Union|competent|licensing|issuing|customs|national)\s){0,2}"
    r"(?:Commission|Council|Member\sStates?|[Aa]uthorit(?:y|ies)|Director(?:[\s-]General)?|Secretary|Minister|Ministry"
    r"|Bureau|Department|Administration|Customs|Office|Agency|Committee|Board)"
    r"(?:\s(?:of|for)\s(?:[A-Za-z]+\s){0,4}[A-Za-z]+)?\s$"
    r"|(?:商务部|海关(?:总署)?|主管部门|发证机关|行业协会|商会|驻外机构)$"
)
_IT = re.compile(
    r"(?:^|[\n.;:)]\s{0,4})(?:The\s|Each\s|Every\s)?"
    r"(?:(?:European|National|State|General|Federal|Union|competent|licensing|issuing|customs|national)\s){0,2}"
    r"(?:Commission|Council|Member\sStates?|[Aa]uthorit(?:y|ies)|Director(?:[\s-]General)?|Secretary|Minister|Ministry"
    r"|Bureau|Department|Administration|Office|Agency|Committee|Board)"
    r"\s(?:may|shall|will|must|can)\s[^.;\n]{3,260}\.\s(?:It|They)\s$"
)
"""An office that the sentence before names: ``The authority may refuse it. It shall report …``."""
_ASKED = re.compile(
    r"\b(?:check|verify|ascertain|determine|assess|establish|clarify|confirm|consider|examine"
    r"|find\sout|be\ssure|ask|see|say)s?\s(?:for\sthemselves\s)?(?:whether|if)\s[^.;,]{0,120}$"
)
"""What makes a demand one about which somebody asks: ``check whether the items require a …``."""
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
    denied = _DENIED.get(requirement)
    if denied is None or (requirement == "licence" and not zh):
        return False
    return denied.search(flow.flow, max(span.start, at - 28), at) is not None
