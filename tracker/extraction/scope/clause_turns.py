"""Does the clause around a Chinese demand lift it, only plan it, or say that there is none?

``取消锑锭的出口许可证管理`` demands nothing, ``对锑锭实行许可证管理`` does: the verb that
governs the demand may stand far before it, or behind it.
"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_OF_SOMEBODY = r"(?![^,。;]{0,40}的(?:企业|经营者|单位|公司|人|组织|机构))"
_GOVERNED = regexp(
    rf"(?:取消|解除|撤销|终止|结束|停止(?:实施|执行)?|免除|放开){_OF_SOMEBODY}(?![并且和、])[^,。;]{{0,160}}$"
    r"|(?:不再|停止|暂不)(?:$|(?:对|将|把|就|实[行施]|纳入|列入|要求|需要?|保留|延续)[^,。;]{0,160}$)"
    r"|不(?:再?受|占用?|设)[^,。;]{0,40}$"
    r"|(?:暂?不|尚未|[并从]?未|没有|暂未)(?:对|将|把)(?!外)[^,。;]{0,160}$"
)
"""What in the clause before a demand lifts it, or says that there is none."""
_TURNS_BEHIND = regexp(
    r"(?:[^,。;]{1,16}的(?=措施|规定|要求|决定|禁令))?(?:的?(?:许可证|措施|规定|要求|政策|管理|制度|范围|物项|货物|商品|目录|清单|禁令|申请|决定)|[”》)]){0,4},?"
    r"(?:自[^,。;]{0,30}?(?:之日)?起,?|于[^,。;]{0,24}|予以|即[行日]起?|相应|同时|一并|全部|现|已){0,4}"
    r"(?:取消|解除|撤销|终止|停止(?:实施|执行|实行)?|结束|到期后?|不再(?:延续|保留|实[施行]|执行|适用|有效))"
    r"(?:[,。;\n]|$|不再|自动失效)"
)
"""What right behind a demand lifts it: ``…许可证管理自7月1日起取消。``"""
_CHANGED = regexp(
    r"(?:的?(?:管理|货物|商品|物项|措施|范围|制度|目录)){0,4}(?:调整|改|转|变更)(?:为|成)"
)
"""What right behind a demand changes it into another: ``由许可证管理改为登记``."""
_FROM = regexp(r"(?:由|从)[^,。;]{0,24}$")
_PLANNED = regexp(
    r"(?<![模虚比草])(?:(?:正在|继续|抓紧|适时|择机|将)?(?:研究|论证|评估|酝酿|谋划|探讨|讨论)(?:对|将|把|是否|就|适时|在|于|扩大|调整|修订)"
    r"|考虑(?!到)|计划(?!单列|内|外|指标|管理)|拟(?!定|订|态|合|声|议|人)|适时|择机|有望|或将|力争|争取)[^,。;]{0,160}$"
)
"""What in the clause before makes a rule only a plan, unless somebody must do it."""
_MUST = regexp(r"应当?|[须需](?!求)|不得|必须|方可|一律|不准|不予")
_BRACKETS = regexp(r"\([^()]{0,200}\)")
_CLAUSES = regexp(r"[,。;\n:]")
_REACH = 240
_SIGNS = regexp(
    r"取消|解除|撤销|终止|结束|停止|免除|放开|不[再对受占设将把]|未[对将把]|没有|由|从|研究|论证|评估"
    r"|酝酿|谋划|探讨|讨论|考虑|计划|拟|适时|择机|有望|或将|力争|争取"
)
"""What stands in every clause that turns or plans: a quick look."""


def turned_by_clause(flow: Flow, span: Span, start: int, end: int) -> bool:
    """Tell whether the clause of the demand at ``start:end`` takes it away, or only plans it."""
    behind = _BRACKETS.sub("", flow.flow[end : min(span.end, end + 60)])
    if _TURNS_BEHIND.match(behind):
        return True
    before = flow.flow[max(span.start, start - _REACH) : start]
    if _SIGNS.search(before) is None:
        return False
    clause = _CLAUSES.split(_BRACKETS.sub("", before))[-1]
    if _CHANGED.match(behind) and _FROM.search(clause):
        return True
    demand = flow.flow[start:end]
    if _MUST.search(demand) or _MUST.search(clause):
        return False
    return any(row.search(clause) for row in (_GOVERNED, _PLANNED))
