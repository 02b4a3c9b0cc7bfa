"""Which parts does a Chinese clause move that names no act: those of the one announced before?

``现就第3号公告有关内容调整如下:`` and then ``第四条停止执行。`` or ``自8月1日起恢复执行附件2。``
"""

import re

from tracker.extraction.act import Act
from tracker.extraction.deeds.annex_rows import rows_of_annex
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.heads.naming import Named
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.numerals import NUMERAL, number
from tracker.extraction.spelling.regexps import regexp

CHANGE = r"(?:修改|调整|修订|更正|补充|更新|变更|变动|完善|修正|订正|勘误|增补|增删|删改|处理|安排)"
"""What is announced of an act whose parts are then changed, ended, paused one by one."""
OPENS_CHANGES = regexp(r"(?::|(?:如下|以下[^,。;]{0,12}|下列[^,。;]{0,12})[。:])\s*$")
"""How the sentence ends behind which they stand."""
_OF_IT = regexp(
    rf"{CHANGE}|[就对将][^,。;\ue001]{{0,12}}\ue001{{3,160}}[^。]{{0,60}}(?:事项|事宜|内容|条款|规定)"
)
_CHANGED_BEFORE = regexp(
    r"[经由][^,。;()\ue001]{0,16}\ue001{3,160}[^,。;]{0,10}(?:修改|调整|修订|修正)"
)
"""What says that an act only changed the one that is meant: ``经第3号修改后的第一条``."""
_THAT_ACT = regexp(r"(?:该|上述|前述|原)(?:公告|通知|办法|规定|令|决定)")
_MOST_BEFORE = 60


def announced_act(act: Act, sentence: Span) -> list[Named]:
    """Return the one act of which the words before a list say that what follows is done to it."""
    flow, others = act.flow, set[str]()
    heads = flow.within(act.body.start, sentence.start)[-_MOST_BEFORE:]
    pointed = False
    for before in reversed(heads):
        named = [one for one in act.namer.named_in(before.start, before.end) if one.id != act.id]
        changed = _CHANGED_BEFORE.search(flow.marked, before.start, before.end)
        named = [one for one in named if changed is None or not _holds(changed, one)]
        opens = OPENS_CHANGES.search(flow.flow, before.start, before.end)
        opens = opens and _OF_IT.search(flow.marked, before.start, before.end)
        if (opens or pointed) and named:
            ids = {one.id for one in named}
            return named[:1] if len(ids) == 1 and others <= ids else []
        pointed = pointed or bool(opens and _THAT_ACT.search(flow.flow, before.start, before.end))
        others.update(one.id for one in named)
    return []


def _holds(changed: re.Match[str], one: Named) -> bool:
    return changed.start() <= one.start < changed.end()


_OBJECT = regexp(
    r"(?:[^,。;“”《》\ue001]{0,30}|\([^()]{0,60}\)){0,2}(?:,(?=\s?(?:自|从|于|暂|停|推|延|不|改|予)))?[^,。;“”《》\ue001]{0,24}$"
)
"""What may stand between a part and the verb that moves it."""
_ALOOF = regexp(
    r"(?:本(?:公告|办法|规定|令|通知|条例|决定)|》|(?:依|根|按|参)[照据]?|其[他余]|除)(?:的|中的?)?\s?$"
    r"|(?:日期|时间|期限)[均也]?(?:与|同|按|见)?$"
)
"""What right before a part says that it is not the one that is moved."""
_BEHIND = 8
_ANNEX = regexp(rf"附(?:件|表|录)\s?(?P<n>{NUMERAL})(?!\s?第)")


def parts_of_announced(
    act: Act, clause: Span, sentence: Span, hit: Hit
) -> tuple[tuple[Named, Provision], ...]:
    """Return the parts that a clause without an act moves, each with the act announced before."""
    flow = act.flow
    if flow.language != "zh" or "\ue001" in flow.marked[clause.start : clause.end]:
        return ()
    found = rows_of_annex(act, clause) or (
        *chinese_provisions(flow.flow, clause.start, clause.end),
        *(
            Provision(id=f"annex-{number(one['n'])}", start=one.start(), end=one.end())
            for one in _ANNEX.finditer(flow.flow, clause.start, clause.end)
        ),
    )
    near = [one for one in found if _is_object(act, one, hit) and not one.id.startswith("-")]
    named = announced_act(act, sentence) if near else []
    return tuple((named[0], one) for one in near) if named else ()


def _is_object(act: Act, part: Provision, hit: Hit) -> bool:
    flow = act.flow
    if _ALOOF.search(flow.flow, max(0, part.start - 8), part.start):
        return False
    if part.end <= hit.start:
        return _OBJECT.fullmatch(flow.marked, part.end, hit.start) is not None
    between = flow.flow[hit.end : part.start]
    return part.start < hit.end or (not re.search("[,。;“”]", between) and len(between) <= _BEHIND)
