"""What had happened to an act before, as the text itself tells it: was it paused, or ended?

What was only suspended is resumed, what was repealed is revived: the verb does not always tell.
"""

import re
from dataclasses import replace

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.prose.flow import Span

_PAUSED = re.compile(
    r"暂停|中止|暂缓|(?i:\bsuspen\w+|\bstay(?:s|ed)?\b|\bpaus\w+|\bheld\sin\sabeyance)"
)
_ENDED = re.compile(
    r"废止|失效|撤销|作废|(?i:\brepeal(?:s|ed)?\b|\brevok(?:es|ed)\b|\brescind(?:s|ed)\b|\babolish(?:es|ed)\b"
    r"|\blapsed\b|\bexpired\b|\bended\son\b|\bran\sout\b|\bwithdrawn\b|\bsuperseded\b|\bceased\sto\shave\seffect"
    r"|\b(?:was|were|been)\sremoved\b)"
)
_ENDED_BEFORE = re.compile(r"(?:已经?|此前|先前|曾)[^,。;]{0,16}?(?:废止|失效|撤销|作废)")
"""What says in the sentence of the return itself that the act had been ended."""
_BEHIND = 60
_MOST = 200
_BEFORE = 60


_TRADE_PAUSED = re.compile(
    r"暂停(?:对[^,。;\n]{1,20}?)?(?:的)?(?:出口|进口|进出口|过境|转口|贸易|供应|交付|出境)(?!管制|许可)[^,。;\n]{0,8}?(?:措施|规定|决定|期限?|时间|安排|禁令)"
    r"|\b[Ss]uspension\s(?:of|on)\s(?:the\s|all\s|any\s)?"
    r"(?:(?!rule|notice|order|announ|measure|requir|control|licen|permit|regul|provision|article|paragraph|point|part|appl|operat|implement|enforce)[a-z-]+\s){0,3}?(?:exports|imports|shipments|deliveries|sales|(?:export|import|trade)\s(?:of|in)\b)"
)
"""A pause of trade, which an act imposes, and not a pause of that act."""


def of_paused_trade(act: Act, hit: Hit, clause: Span) -> Hit:
    """Return the hit with what is done to the act that paused trade: a longer pause extends it.

    ``The suspension of exports ordered by Decision 3 is prolonged``: the decision goes on, and is
    not suspended itself; where such a pause is lifted, the decision ends.
    """
    row = hit.wording
    if row.needs != "suspension" and row.kind != "resume":
        return hit
    low = max(clause.start, hit.start - _MOST)
    if _TRADE_PAUSED.search(act.flow.flow, low, clause.end) is None:
        return hit
    kind: EffectKind = "extend" if row.kind == "suspend" else "repeal"
    return replace(hit, wording=replace(row, name=f"{kind} of a pause of trade", kind=kind))


def kind_by_history(act: Act, kind: EffectKind, target: str, sentence: Span) -> EffectKind:
    """Return ``revive`` for the return of an act that was ended, ``resume`` of one that was paused.

    Where the text tells neither, or both, the verb decides.
    """
    if kind not in ("resume", "revive"):
        return kind
    act_id = target.partition("#")[0]
    ended = _ENDED_BEFORE.search(act.flow.marked, sentence.start, sentence.end) is not None
    paused = False
    for named in act.flow.numbers_in(act.body.start, sentence.end)[:_MOST]:
        one = act.namer.named(named)
        if one is None or one.id != act_id:
            continue
        told = act.flow.sentence(one.start)
        where = (max(told.start, one.start - _BEFORE), min(told.end, one.end + _BEHIND))
        paused = paused or _PAUSED.search(act.flow.flow, *where) is not None
        elsewhere = act_id == target and told.start != sentence.start
        ended = ended or (elsewhere and _ENDED.search(act.flow.flow, *where) is not None)
    if ended and not paused:
        return "revive"
    return "resume" if paused and not ended and act.flow.language == "zh" else kind
