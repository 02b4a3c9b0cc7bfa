"""What had happened to an act before, as the text itself tells it: was it paused, or ended?

What was only suspended is resumed, what was repealed is revived: the verb does not always tell.
"""

from dataclasses import dataclass, replace

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_PAUSED = regexp(
    r"暂停|中止|暂缓|(?i:\bsuspen\w+|\bstay(?:s|ed)?\b|\bpaus\w+|\babeyance\b|\b(?:held|kept|put|placed)\son\shold)"
)
_ENDED = regexp(
    r"废止|失效|撤销|作废|(?i:\brepeal(?:s|ed)?\b|\brevok(?:es|ed)\b|\brescind(?:s|ed)\b|\babolish(?:es|ed)\b"
    r"|\blapsed\b|\bexpired\b|\bended\son\b|\bran\sout\b|\bwithdrawn\b|\bsuperseded\b|\bceased\sto\shave\seffect"
    r"|\b(?:was|were|been)\sremoved\b)"
)
_ENDED_BEFORE = regexp(
    r"(?:已经?|此前|先前|曾)[^,。;]{0,16}?(?:废止|失效|撤销|作废)"
    r"|\b(?:which|that)\s(?:was|were|had\sbeen|has\sbeen|have\sbeen)\s(?:repealed|revoked|rescinded|withdrawn|abolished|annulled)\b"
)
"""What says in the sentence of the return itself that the act had been ended."""
_BEHIND = 60
_MOST = 200
_BEFORE = 60


_TRADE_PAUSED = regexp(
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


@dataclass(frozen=True, slots=True)
class _Telling:
    """Where the body names an act, and whether it tells there that it was paused, or ended."""

    end: int
    sentence: int
    paused: bool
    ended: bool


def _tellings(act: Act) -> dict[str, list[_Telling]]:
    """Return what the body tells of each act that it names, in order."""
    found: dict[str, list[_Telling]] = {}
    for number in act.flow.numbers_in(act.body.start, act.body.end)[:_MOST]:
        if (one := act.namer.named(number)) is not None:
            found.setdefault(one.id, []).append(_told_of(act, one))
    return found


def _told_of(act: Act, one: Named) -> _Telling:
    flow, told = act.flow.flow, act.flow.sentence(one.start)
    where = (max(told.start, one.start - _BEFORE), min(told.end, one.end + _BEHIND))
    paused, ended = (words.search(flow, *where) is not None for words in (_PAUSED, _ENDED))
    return _Telling(end=one.end, sentence=told.start, paused=paused, ended=ended)


def kind_by_history(act: Act, kind: EffectKind, target: str, sentence: Span) -> EffectKind:
    """Return ``revive`` for the return of an act that was ended, ``resume`` of one that was paused.

    Where the text tells neither, or both, the verb decides.
    """
    if kind not in ("resume", "revive"):
        return kind
    act_id = target.partition("#")[0]
    every = act.flow.once("tellings", lambda: _tellings(act), act.body.start, act.body.end)
    told = [one for one in every.get(act_id, ()) if one.end <= sentence.end]
    paused = any(one.paused for one in told)
    ended = _ENDED_BEFORE.search(act.flow.marked, sentence.start, sentence.end) is not None
    ended = ended or (
        act_id == target and any(one.ended for one in told if one.sentence != sentence.start)
    )
    if ended and not paused:
        return "revive"
    return "resume" if paused and not ended else kind
