"""Is a demand only told of: asked for, reported, recalled, a thing of the past, one that may come?

``Commenters asked BIS to require a license`` demands nothing, ``BIS requires a license`` does. The
rows are put together of who speaks, how he speaks, and whether the words between speaker and
demand bind anybody.
"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.recalled import is_recalled
from tracker.extraction.spelling.regexps import regexp

_WHO = (
    r"(?:comment(?:er|ator)s?|stakeholders?|associations?|(?:the\s)?industry|exporters?|compan(?:y|ies)|firms?|applicants?"
    r"|petitioners?|producers?|users?|media|newspapers?|press|reports?|observers?|analysts?|experts?|critics|lawmakers"
    r"|[Cc]ouncils?|[Cc]ommittees?|panels?|respondents?|representatives|(?:trade\s)?partners|some|others|many|one|several)"
)
_SAID = (
    r"(?:asked|requested|suggested|argued|urged|proposed|recommended|represented|claimed|said|reported|contended|believed"
    r"|feared|expected|maintained|alleged|enquired|inquired|wondered|called|pressed|demanded|advised|invited|advocated)"
)
_NO_DUTY = r"(?:(?!\b(?:shall|must|hereby|decided?|decides)\b)[^.;])"
_SPOKEN = regexp(
    rf"\b(?i:{_WHO})\s(?:(?!that\b|who\b|which\b)[a-z]+\s){{0,3}}?(?:(?:have|has|had|also)\s){{0,2}}{_SAID}\b{_NO_DUTY}{{0,240}}$"
    rf"|\b(?:has|have|had|was|were)\s(?:been\s)?(?:asked|urged|requested|advised|invited|pressed)\s(?:to|whether|if|that|by)\b{_NO_DUTY}{{0,200}}$"
    r"|(?:^|[.;\n]\s{0,3}|[0-9IVX]\.\s)(?i:according\sto|as\sreported\s(?:by|in)|(?:media|press)\sreports\s(?:say|claim|suggest))\s"
    rf"(?:[a-z]+\s){{0,3}}?(?i:reports?|media|press|newspapers?|rumou?rs?|sources?|that)\b{_NO_DUTY}{{0,240}}$"
    r"|\b(?i:it\sis\s(?:recalled|rumou?red|reported|alleged)\sthat)\b[^.;]{0,240}$"
    r"|\b(?i:recall(?:s|ed)?\sthat)\b[^.;]{0,240}$"
)
"""Who speaks before the demand, without deciding anything: ``Commenters asked BIS to …``."""
_IN_A_CONDITION = regexp(r"\b(?i:where|if|when|unless|who|whom|which|as)\b[^.;]{0,80}$")
"""What before the speaker makes his word the case for which something is demanded."""
_HELD_BEFORE = regexp(r"\b(?:has|have|had)\s(?:(?:long|already|always|since|also)\s)?(?:been\s)?$")
_SINCE = regexp(r"[^.;]{0,160}?\b(?:since|already|until|up\sto\snow|for\s(?:[a-z]+\s){1,2}years)\b")
_GONE = regexp(
    r"[^.;]{0,100}?\b(?:was|were|(?:has|have)\s(?:since\s)?been)\s(?:[a-z]+ly\s)?(?:lifted|abolished|withdrawn|repealed"
    r"|revoked|dropped|removed|ended|scrapped)\b"
    r"|[^.;]{0,60}?\b(?:would|might|could)\s(?:not\s)?be\b"
    r"|[^.;\n]{0,80}[.;]\s(?:That|This|The\s(?:report|claim|rumou?r)s?)\s(?:is|are|was)\s(?:not\s(?:so|true|correct|the\scase)|untrue|false|wrong|incorrect|unfounded)\b"
)
"""What behind a demand says that it is gone, might come, or is not so."""

_NOW = regexp(r";|\b(?:now|hereby|this\s[a-z]+|therefore|accordingly)\b|现|本公告|因此|据此")
"""What behind a recital says that the sentence goes on to decide."""
_VOICE_ZH = (
    r"(?:媒体|网络|网上|外界|社会|协会|商会|企业|单位|代表|委员|专家|学者|人士|有人|意见|观点"
    r"|舆论|业界|公司|申请人|会员)"
)
_SPEAKS_ZH = (
    r"(?:反映|建议|认为|提出|呼吁|询问|咨询|问询|声称|宣称|称|表示|主张|希望|请求|质疑|报道"
    r"|猜测|担心|来函|提议)"
)
_DECIDES_ZH = r"(?:决定|现(?:就|将|对|予|公告|通知)|予以采纳|同意)"
_SPOKEN_ZH = regexp(
    rf"{_VOICE_ZH}(?:(?!应|须|不得|可以|需|必)[^,。;]){{0,8}}?{_SPEAKS_ZH}(?!的)(?:(?!{_DECIDES_ZH})[^。;]){{0,120}}$"
    rf"|(?<![根依证数票单占])据[^,。;]{{0,16}}(?:报道|称|透露|消息|传|悉|介绍)(?:(?!{_DECIDES_ZH})[^。;]){{0,120}}$"
)
"""Who speaks before a Chinese demand: ``有企业建议对其实行许可证管理``."""
_ONCE_ZH = regexp(r"(?:此前|以前|过去|以往|先前|原先|早前|曾)[^。;]{0,120}$")
_GONE_ZH = regexp(
    r"[^。;]{0,60}?(?:已经?|现已|早已|业已)(?:[于自在][^,。;]{0,16})?[^,。;]{0,6}(?:取消|废止|停止|终止|失效|解除|不再|到期|撤销)"
)
_NOT_SO_ZH = regexp(
    r"[^。]{0,60}。\s{0,3}(?:该|上述|此|这[一些]?|有关|相关|前述)(?:种|类|项)?(?:说法|报道|消息|传闻|传言|意见|建议|观点)[^。]{0,16}"
    r"(?:不实|不属实|无根据|没有根据|并非|不是事实|有误|失实|不予采纳|未予采纳)"
    r"|[^。]{0,60}。\s{0,3}(?:经研究,?)?(?:不予|未予|暂不)(?:采纳|考虑|支持)"
)
_AS_BEFORE_ZH = regexp(
    r"[^。;]{0,24}?(?:现行|原有|既有|目前)[^,。;]{0,10}(?:不变|继续|不作调整|不做调整)"
)
"""What behind a Chinese demand says that all is as it was."""
_MAY_COME_ZH = regexp(
    r"(?:如果?|若|倘若?|一旦|必要时|视情|万一)[^。;]{2,80}?(?:可以?|有权|保留|或将|可能)(?!不)[^,。;]{0,24}$"
)
"""What before a Chinese demand says that an office may make it some day."""
_ASKED_FOR_ZH = regexp(
    r"(?:证件?|文件)?(?:申请)?(?:时|后|过程中|的(?:出口|进口)?(?:企业|单位|经营者|申请人|人|组织|主体)?),?[^。;]{0,30}?"
    r"(?:提交|提供|填写|填报|附具|附送|出具|保管|保存|留存|存档|遵守|报送|缴纳|缴销|补发|变更|注销|不得(?:转让|涂改|出借|伪造))"
)
"""What behind the words for a licence makes them those of who asks for one, or has it."""
_BINDS_ZH = regexp(r"应|须|需|不得|凭|方可|方能|实[行施]|纳入|列入|非经|未经")
_REACH = 300


def only_told_of(flow: Flow, span: Span, requirement: str, at: int, end: int) -> bool:
    """Tell whether the demand at ``at:end`` is only told of, in the sentence where it stands."""
    said = flow.sentence(at)
    if is_recalled(flow, said) and not _NOW.search(flow.flow, said.start, at):
        return True
    low = max(span.start, said.start, at - _REACH)
    before = flow.flow[low:at]
    behind = flow.flow[end : min(span.end, end + _REACH)]
    if flow.language == "zh":
        return _told_in_chinese(requirement, before, flow.flow[at:end], behind)
    spoken = _SPOKEN.search(before)
    if spoken is not None and _IN_A_CONDITION.search(before[: spoken.start()]) is None:
        return True
    if _HELD_BEFORE.search(before) is not None and _SINCE.match(behind) is not None:
        return True
    return _GONE.match(behind) is not None


def _told_in_chinese(requirement: str, before: str, demand: str, behind: str) -> bool:
    if _SPOKEN_ZH.search(before) or _NOT_SO_ZH.match(behind) or _AS_BEFORE_ZH.match(behind):
        return True
    if _ONCE_ZH.search(before) is not None and _GONE_ZH.match(behind) is not None:
        return True
    if _MAY_COME_ZH.search(before) is not None:
        return True
    if requirement not in ("licence", "registration") or _BINDS_ZH.search(demand):
        return False
    return _ASKED_FOR_ZH.match(behind) is not None
