"""Which limits bound only what is let out, so that a demand holds on their other side?

``The licence requirement does not apply below 5 kg`` asks for a licence from 5 kg on. A limit is
turned round where it alone decides what is let out. Where more than the limit decides it (samples
for teaching of up to 50 g) it bounds nothing else, and is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.exemptions_english import exempting, freed_clause
from tracker.extraction.scope.thresholds import Threshold, thresholds
from tracker.extraction.spelling.regexps import regexp


@dataclass(frozen=True, slots=True, kw_only=True)
class LetOut:
    """What a stretch lets out by a limit, and that limit turned round if it alone decides it."""

    span: Span
    limits: tuple[Threshold, ...]


_OUT = r"(?P<{}>[^,。;:()\n]{{3,80}}?)"
_LET_OUT_CHINESE = regexp(
    rf"除(?!另有|法律|有关|上述|本|特殊|因|非|前){_OUT.format('a')}(?:以外|之外|外)"
    rf"|(?:不包[括含]|不含|不(?:控制|管制)|不适用于){_OUT.format('b')}(?=[,。;)\n]|$)"
    rf"|(?:(?<=[,;(。:\n])|(?<=但)|(?<=其中)|^){_OUT.format('c')}的?(?:除外|不在此[限列])"
    rf"|除非(?:其)?{_OUT.format('d')}(?=[,。;\n]|$)"
    rf"|(?:(?<=[,;。:\n])|(?<=但)|^){_OUT.format('e')}的?,?(?:均|可以?|则)?"
    r"(?:不适用(?:于)?(?:本|上述|前款|前条|该|第)|不受(?:本|上述|前款|前条|第)|免[予于除](?:申|办|许)|(?:无[需须]|毋需|不需要?|不必)(?:申|取|办|许)"
    r"|不属于(?:本|前|上|管)|不实[施行][^,。;]{0,12}(?:管制|许可|管理))"
)
_WORD = r"(?:[^.;,\n]|\.(?=[0-9])|,(?=[0-9]))"
_LET_OUT_ENGLISH = regexp(
    r"\b(?i:except(?:ing)?|excluding|other\sthan|save|apart\sfrom|but\snot(?!\s(?:exceed|more|less|fewer|over|above|below|under|greater|larger|lower|higher|longer|in\sexcess|to\sexceed|beyond|up\sto))|not\sincluding|unless|with\sthe\sexception\sof)\s"
    rf"(?P<a>{_WORD}{{3,160}})"
)
_FREED = regexp(
    r"\b(?:(?:do|does|shall|will)\snot\s(?:apply|be\ssubject|extend\sto|control)\b"
    r"|(?i:no)\s(?:[a-z]+\s){0,3}?(?:licen[cs]e|permit|authori[sz]ation)\s(?:is|are|shall\sbe|will\sbe)\s(?:required|needed|necessary)"
    r"|(?:is|are|shall\sbe)\s(?:exempt(?:ed)?|not\scontrolled|not\ssubject|excluded)\b"
    r"|(?:licen[cs]e|permit|authori[sz]ation)\s(?:is|are)\snot\s(?:required|needed))"
)
_FREED_CHINESE = regexp(r"无需|无须|毋需|免[予于除]|不需|不必|不实[施行]|不适用|可以不")
_GENERIC = regexp(
    r"those|their|average|mean|rated|nominal|maximum|minimum|operating|working|output|overall|outer|inner|annual"
    r"|above|all|amount|amounts|and|announcement|any|applied|applies|apply|are|area|article"
    r"|authorisation|authorization|being|below|cent|consignment|consignments|contain"
    r"|containing|contains|content|control|controlled|controls|density|diameter|does|down"
    r"|each|equal|exceed|exceeding|exceeds|excluded|exempt|exempted|export|exported|exports"
    r"|fewer|for|frame|from|goods|greater|gross|has|have|having|higher|import|imports|item"
    r"|items|its|laid|least|length|less|licence|licences|license|licenses|licensing|long"
    r"|lower|mass|may|means|measure|measures|more|most|necessary|need|needed|net|not|notice"
    r"|obligation|one|order|over|paragraph|particle|per|percent|permit|power|pressure"
    r"|product|products|prohibition|purity|quantities|quantity|rate|regulation|require"
    r"|required|requirement|requirements|requires|restriction|rule|section|shall|shipment"
    r"|shipments|single|size|subject|such|temperature|than|that|the|these|they|thick|thicker"
    r"|thickness|thinner|this|total|totalling|under|value|volume|weighing|weighs|weight|when"
    r"|where|which|wide|width|will|with|without|worth|batch|batches|but|can|clause|contained|eur"
    r"|euros?|except|exporters?|fall|falls|foregoing|free|freely|gbp|grams?|hold|holding|however"
    r"|kilograms?|lot|lots|metric|obtain|obtaining|outside|parcels?|place|provided|released"
    r"|relieved|take|tonnes?|usd|valued|waived"
)
"""Words that only tell a limit, a demand or goods of any kind."""
_TOKENS = regexp(r"[A-Za-z]{3,}")
_MORE_THAN_A_LIMIT = regexp(
    r"用于|供|用途|样品|教学|科研|研究|展览|维修|医疗|救灾|人道|且|并|经|凭|自用|个人|旅客|邮递|捐赠|临时|复运"
    r"|退运|返修|寄送|[、向由为]|企业|机构|国家|地区|用户|客户|累计|以及|和|或者?(?!等)"
)
_OF_THE_GOODS = regexp(r"的(?P<goods>[^的,。;:()\n]{1,24})$")


def let_out(flow: Flow, span: Span) -> Iterator[LetOut]:
    """Yield what a stretch lets out by a limit, in order."""
    found = _in_chinese(flow, span) if flow.language == "zh" else _in_english(flow, span)
    end = span.start
    for out, alone in found:
        if out.start < end:
            continue
        limits = thresholds(flow, out)
        if not limits:
            continue
        end = out.end
        turns = len(limits) == 1 and alone(limits[0])
        turned = thresholds(flow, out, inverted=True) if turns else ()
        yield LetOut(span=out, limits=turned)


_Alone = Callable[[Threshold], bool]
"""Whether what is let out is let out by a limit alone."""


def _in_chinese(flow: Flow, span: Span) -> Iterator[tuple[Span, _Alone]]:
    for match in flow.sieve.finditer(_LET_OUT_CHINESE, span.start, span.end):
        group = str(match.lastgroup)
        sentence = flow.sentence(match.start())
        low = max(span.start, sentence.start)
        if group == "d" and _FREED_CHINESE.search(flow.flow, low, match.start()):
            continue
        out = Span(*match.span(group))
        words = flow.flow[out.start : out.end].removesuffix("的")
        goods = _OF_THE_GOODS.search(words)
        rest = flow.flow[span.start : out.start] + flow.flow[out.end : span.end]
        same = goods is None or goods["goods"] in rest
        yield out, partial(_known, same and _MORE_THAN_A_LIMIT.search(words) is None)


def _known(alone: bool, _: Threshold) -> bool:
    return alone


_JOINT = 2
"""The blank and the comma before the word that begins a clause."""


def _in_english(flow: Flow, span: Span) -> Iterator[tuple[Span, _Alone]]:
    excepted = [*flow.sieve.finditer(_LET_OUT_ENGLISH, span.start, span.end)]
    freed = [*exempting(flow, span)]
    for told in flow.sieve.finditer(_FREED, span.start, span.end):
        freed.append(freed_clause(flow, span, told.start(), told.end()))
    outs: list[Span] = []
    for clause in sorted(set(freed), key=lambda one: one.start):
        inside = [one for one in excepted if clause.holds(one.start("a"))]
        excepted = [one for one in excepted if one not in inside]
        if all(one.start() <= clause.start + _JOINT for one in inside):
            outs.append(clause)
    outs += (Span(*one.span("a")) for one in excepted)
    for out in sorted(outs, key=lambda one: one.start):
        yield out, partial(_only_a_limit, flow, span, out)


def _only_a_limit(flow: Flow, span: Span, out: Span, limit: Threshold) -> bool:
    """Tell whether English words let out by a limit alone, and name no other goods and no use."""
    rest = f"{flow.flow[span.start : out.start]} {flow.flow[out.end : span.end]}"
    known = {word.lower().rstrip("s") for word in _TOKENS.findall(rest)}
    known.update(limit.what.split("_"))
    told = f"{flow.flow[out.start : limit.start]} {flow.flow[limit.end : out.end]}"
    words = (word.lower() for word in _TOKENS.findall(told))
    return all(_GENERIC.fullmatch(word) or word.rstrip("s") in known for word in words)
