"""Does a Chinese clause move less than the part or the act that it names: only words of it?

``删除第一条中关于样品的除外规定`` leaves the article in force with other words, and ``第一条所引
商品编号停用`` pauses no article: a code, a wording, one sentence is less than a part.
"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.codes import catalogue_entries
from tracker.extraction.spelling.regexps import regexp

_N = r"[一二三四五六七八九十0-9]{1,3}"
_SENTENCE = (
    rf"(?:第{_N}(?:半)?[句段]|[首末前后尾](?:半|一)?句|最后一?(?:半)?[句段]"
    r"|但书|[括夹]号|[脚尾]注)"
)
_WORDING = (
    r"(?:字样|表述|表达|文字|用[语词]|称谓|提法|措辞|词[语句]?|短语|字眼|(?<![数名])字(?!母)"
    r"|(?:例外|除外)(?:规定|情形|条款)?)"
)
_CODE = r"(?:(?:商品|海关|税则|管制)?编[号码]|税号|代码|列号)"
_IN_IT = (
    r"(?:[中里内](?!的?(?:第|全部|所有|各|所列)|[,。;]|$)"
    rf"|(?:中|里|内|的)?的?{_SENTENCE}|[^,。;“”]{{0,30}}?的{_WORDING})"
)
_BEHIND_PART = regexp(rf"\s?(?:\([^()]{{0,40}}\))?\s?{_IN_IT}")
"""What right behind a part says that only words of it are taken out."""
_QUOTED_WORDS = regexp(
    r"“[^”\n]{1,240}”(?:[、和及,]?“[^”\n]{1,80}”){0,6}"
    rf"等?的?(?:这|该|{_N})?个?{_WORDING}"
)


def takes_words_of(act: Act, part: Provision, before: Span, after: Span) -> bool:
    """Tell whether a clause takes out words of a part, not the part: it names them."""
    flow = act.flow.flow
    if part.end <= before.end:
        between = Span(part.end, before.end)
    else:
        stop = _STOP.search(flow, part.end, after.end)
        between = Span(part.end, stop.start() if stop else after.end)
    if _QUOTED_WORDS.search(flow, between.start, between.end) is not None:
        return True
    return _BEHIND_PART.match(flow, between.start, between.end) is not None


_STOP = regexp("[,。;\n]")
_DAY = r"(?:(?:自|于|从)?\s?\ue000{4,44}(?:之?日)?起?(?:零时|0时)?,?)?"
_WORDS_BEFORE = regexp(
    rf"(?:{_CODE}|{_WORDING}|[条款项]{_SENTENCE})\s?(?:为|是)?[0-9A-Za-z.、和及“”\s]{{0,60}}"
    rf"{_DAY}(?:予以|即行|一律|同时|均|一并){{0,2}}$"
)
_GOODS_WITHIN = regexp(
    r"第[一二三四五六七八九十0-9()]{1,6}[条款项点][中里内]的?(?!第|全部|所有|各|有关|规定|所)"
    rf"[^,。;“”]{{1,40}}(?:物项|商品|货物|产品|品种|条目|设备|材料){_DAY}(?:予以|一律|同时|均)?$"
)
"""Goods of a part that are let out of it, or for which it pauses; it holds on for the others."""
_WORDS_BEHIND = regexp(
    rf"(?:使用)?[^,。;\ue001]{{0,24}}?(?:“[^”\n]{{1,80}}”的?{_WORDING}|{_CODE}[0-9“])"
)
_MOVES = frozenset({"repeal", "suspend"})


def moves_only_words(act: Act, hit: Hit, clause: Span) -> bool:
    """Tell whether an end or a pause is one of a code, an entry or a wording."""
    if act.flow.language != "zh" or hit.wording.kind not in _MOVES:
        return False
    at = _verb(act, hit, clause)
    low = max(clause.start, at.start - _REACH)
    before = act.flow.marked[low : at.start]
    if catalogue_entries(act.flow, Span(clause.start, at.end)):
        return True
    return (
        _WORDS_BEFORE.search(before) is not None
        or _GOODS_WITHIN.search(before) is not None
        or _WORDS_BEHIND.match(act.flow.marked, at.end, clause.end) is not None
    )


_VERB = regexp(r"停用|停止使用|取消|删[去除]|废[止除]|不再(?:使用|适用|保留)|失效|作废|暂停使用")
_REACH = 140


def _verb(act: Act, hit: Hit, clause: Span) -> Span:
    """Return where the verb of a deed stands, whose hit may be its whole sentence."""
    if hit.end - hit.start <= _SHORT:
        return Span(hit.start, hit.end)
    found = _VERB.search(act.flow.marked, hit.start, hit.end)
    return Span(*found.span()) if found else Span(hit.start, hit.end)


_SHORT = 12
