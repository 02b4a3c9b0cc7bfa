"""Which goods does a Chinese sentence let out of another act, which holds on for all others?"""

from tracker.extraction.prose.flow import FROM_DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_ACT = r"(?:\ue001{3,160}(?:\([^()]{0,90}\))?|(?:该|上述|前述)(?:公告|通知|办法|令|规定))"
_GOODS = r"[^,。;:\n\ue000\ue001]{3,80}?"
_FROM = rf"(?:{FROM_DAY})?"
_FREE = r"(?:免予适用|免于适用|豁免适用|(?<!暂)不(?:再)?适用)"

_FREED = (
    regexp(
        rf"(?P<goods>{_GOODS})的?,?{_FROM}(?:可以?|均|一律)?{_FREE}(?=[^,。;\ue000]{{0,24}}{_ACT})"
    ),
    regexp(
        rf"{_ACT}[^,。;\ue001]{{0,60}}?,?{_FROM}(?:均|一律)?{_FREE}于(?P<goods>{_GOODS})(?=[,。;]|$)"
    ),
    regexp(
        rf"对于?(?P<goods>{_GOODS}),{_FROM}[^,。;\ue000\ue001]{{0,24}}{_ACT}[^,。;\ue001]{{0,60}}?,?{_FROM}(?:均|一律)?(?:{_FREE}|予以豁免)"
    ),
    regexp(
        rf"{_ACT}[^,。;\ue001]{{0,60}}?,{_FROM}对于?(?P<goods>{_GOODS}),?{_FROM}(?:均|一律)?(?:{_FREE}|予以豁免)"
    ),
)
"""How goods are let out: named before the act, behind it, or on either side of it."""
_FREEING = regexp(r"适用|豁免")
_NO_GOODS = regexp(
    r"公司|集团|企业|实体|机构|大学|研究[所院]|单位|人员|个人|名单|(?:对|将)?[其该]$|^(?:自|从|于)?(?:本公告)?(?:公布|发布|印发|施行|实施)之日|^即日|^(?:[^,。;]{0,8}所[列附述]|上述|前述|该|其|本公告|此前|下列|以下|如下)"
)
"""What names parties, or only points to what is told elsewhere: then no goods are named."""
_EXPLAINS = regexp(r"需要?(?:说明|指出|强调|提醒)|应当?说明的是|如前所述")
"""What says that a sentence only explains how an act has stood."""
_LEAD = regexp(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、])?\s?(?:对于?|(?:出口|其中)(?=用于|单批|符合))?"
)


def freed_goods(flow: Flow, span: Span) -> Span | None:
    """Return the words of a stretch that name what it lets out of another act."""
    if flow.language != "zh" or not flow.marked_sieve.may(_FREEING, span.start, span.end):
        return None
    if _EXPLAINS.search(flow.flow, span.start, span.end):
        return None
    for pattern in _FREED:
        found = pattern.search(flow.marked, span.start, span.end)
        if found is None or _NO_GOODS.search(flow.flow, *found.span("goods")):
            continue
        start, end = found.span("goods")
        lead = _LEAD.match(flow.flow, start, end)
        if not _NO_GOODS.search(flow.flow[start:end]):
            return flow.trimmed(lead.end() if lead else start, end)
    return None
