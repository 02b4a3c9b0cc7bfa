"""Which firms does a Chinese sentence name, wherever they stand in it?

A firm is known by how its name ends (``公司``, ``研究所``); the words before its name and behind
it do not matter: ``就甲公司而言``, ``甲公司违反承诺``, ``不再包括甲公司、乙公司``.
"""

from collections.abc import Iterable

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.parties import AND_THEIRS, MOST, Party
from tracker.extraction.spelling.regexps import regexp

Run = tuple[Party, ...]
"""Firms that stand beside each other, joined by 、 or 和."""

_KIND = (
    r"(?:公司|集团|研究所|研究院|大学|实验室|会社|财团|船厂|事务所|银行|工厂|基金会|协会|学院|中心)"
)
_FIRM = regexp(
    rf"[^,。;:、\n\ue000\ue001()“”《》]{{2,40}}?{_KIND}(?!{_KIND}|总部|令|公告|通知)(?=(?P<note>\([^()\n]{{1,120}}\))?)"
)
_THEIRS = regexp(AND_THEIRS)
_JOINED = regexp(
    r"”?(?:\([^()\n\ue001]{1,120}\))?”?\s?"
    rf"(?:{AND_THEIRS}|(?:{AND_THEIRS})?(?:、|,?\s?以及|和|及|与))\s?“?$"
)
_LEAD = regexp(
    r"(?:决定|同意(?:对)?|准予|批准|允许|现(?=将|对|就)|将(?!军)|对(?!外)|把|向(?!阳)|就|鉴于|由于|经查|其中的?|包括|包含|涉及|关于|适用于|删[去除]|剔除|移[出除]|调出"
    r"|撤销|取消|解除|终止|停止|暂停|恢复|继续|不再|不受|不受理|列入|列有|增列|新增|增补|增加|添加|加入|(?:实体|企业|名单|附件|清单|公告|公司)(?:之?中|内)的?|(?:措施|规定|限制|管制|名单|清单)的"
    r"|第[一二三四五六七八九十]{1,3}条\s{1,4}|[①-⑳-]{1,3}|所[列涉]的?|列明的|列入的|项下的?|[12一二三四五六七八九十]{1,3}、|[0-9]{1,2}\.|\s)"
)
"""The words that may stand right before the name of a firm, or before such words."""
_AND = regexp(r"\s?(?:以及|和|及|与)\s?“?")
_SOME_WORDS = 24
_GENERIC = regexp(
    r"[一-鿿]{0,3}(?:上述|前述|下列|以下|其他|其余|其它|有关|相关|所有|全部|任何|该|这|那|本)(?:[^、]{0,6}家)?(?:公司|集团|银行|机构|中心|企业)|[0-9一二两三四五六七八九十各某多]{1,4}家|中国人民银行"
    r"|(?:外国|某些?|境外|境内|国内|国有|外商|外资|中资|民营|子|分|母|总|上市|控股|保险|物流|货运|货代|航运|报关|贸易|外贸|生产|流通|经营|代理|关联|下属)+"
    r"(?:有限)?(?:公司|集团|银行|机构)"
)
"""What names no firm but a kind of firms: ``外国公司``, ``上述公司``."""
_SHORTEST = 2
_GROUND = regexp(
    r"(?:根据|依据|应|经|由|与|同|受|按照?|会同|联合|委托|经与|除)(?:[^,。;]{0,8}、)?$"
)
"""What right before a name says that the firm is no object: it asked, or agreed."""


def firm_runs(flow: Flow, span: Span) -> tuple[Run, ...]:
    """Return the firms that a stretch names, those joined to each other together."""
    runs: list[list[Party]] = []
    at = span.start
    while len(runs) < MOST and (found := _FIRM.search(flow.marked, at, span.end)) is not None:
        theirs = _THEIRS.match(flow.marked, found.start())
        if theirs is not None:
            at = theirs.end()
            continue
        at = found.end("note") if found["note"] else found.end()
        low = _name_start(flow.marked, found.start(), found.end())
        name = flow.flow[low : found.end()]
        if _GENERIC.match(name) or len(name) - 2 < _SHORTEST:
            continue
        if _GROUND.search(flow.marked, max(span.start, low - 12), low):
            continue
        party = Party(name=flow.text[low : found.end()], start=low, end=found.end())
        before = runs[-1][-1] if runs else None
        if before and _JOINED.fullmatch(flow.marked, before.end, low):
            runs[-1].append(party)
        else:
            runs.append([party])
    return tuple(map(tuple, runs))


def _name_start(marked: str, low: int, end: int) -> int:
    """Return where a name begins behind the words that lead to it."""
    joined = _AND.match(marked, low, end)
    low = joined.end() if joined else low
    high = min(end, low + _SOME_WORDS)
    while (lead := _LEAD.search(marked, low, high)) is not None and lead.end() < end - 2:
        low = lead.end()
    return low


def with_whole_names(flow: Flow, found: Iterable[Party], span: Span) -> tuple[Party, ...]:
    """Return parties with the bounds that their own names have, and the firms joined to them."""
    runs = firm_runs(flow, span)
    kept: dict[str, Party] = {}
    for one in found:
        run = next((run for run in runs if any(_touch(one, firm) for firm in run)), (one,))
        if len(one.name) > _SHORTEST:
            kept.update((firm.name, firm) for firm in run)
    return tuple(sorted(kept.values(), key=lambda firm: firm.start))


def _touch(one: Party, other: Party) -> bool:
    return one.start < other.end and other.start < one.end
