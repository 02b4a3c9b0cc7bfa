"""What does a sentence do to another act, where no wording of the tables fits it whole?

The sentence must name the act and a day. Its word stems are sorted into a few ideas (a pause, an
end, a later day); which ideas stand together tells the deed. Nothing is read where the words speak
of the past, of a condition, or of what stays as it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.deeds.acted_before import acted_before
from tracker.extraction.deeds.deed_wording import LEFT_ALONE, PAUSED_BY_ANOTHER, DeedWording, Hit
from tracker.extraction.deeds.denials import is_denied
from tracker.extraction.deeds.denials_chinese import A_DEED
from tracker.extraction.deeds.denials_english import AS_PROVIDED_THERE
from tracker.extraction.deeds.done_by_acts import done_by_another_act
from tracker.extraction.deeds.left_alone import is_kept
from tracker.extraction.deeds.not_done import WHEN_IT_IS, is_undone
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """Word stems that stand for one idea, in both languages."""

    name: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]


_NEVER = regexp(r"(?!)")
IDEAS: tuple[Idea, ...] = (
    Idea(
        name="pause",
        chinese=regexp(
            rf"(?<!的)(?:暂停|中止)(?!期|状态|(?:实施|执行|施行|适用)期[间内中])|暂不(?!{A_DEED})|(?<!应)停用|搁置|冻结|再停(?!止)"
            rf"|暂时(?:停止|不再(?!{A_DEED})|不予(?!{A_DEED}))"
        ),
        english=regexp(
            r"(?i:\bsuspend(?:s|ed|ing)?\b|\bstay(?:s|ed)\b|\bpaus(?:es|ed|ing)\b|\bhalt(?:s|ed|ing)\b"
            r"|\b(?:be|to|shall|will)\s(?:stay|pause|halt)\b|\bwaive[sd]?|\babeyance"
            r"|\bdisappl(?:y|ied|ies)|\bdormant\b|\bshelv(?:e[sd]?|ing)\b|\bon\s(?:hold|ice)\b|\bfrozen\b|\bfreez(?:e|es|ing)\b|\binoperative\b|\btemporarily\s(?:inapplicable|out\sof\s(?:force|effect|operation)))"
        ),
    ),
    Idea(
        name="the pause",
        chinese=regexp(r"的(?:暂停|中止)|(?:暂停|中止)(?:期|状态)"),
        english=regexp(r"(?i:\bsuspensions?\b|\b(?:stay|pause|halt)\b|\bmoratorium\b)"),
    ),
    Idea(
        name="begins",
        chinese=regexp(
            r"开始|起算|为期|期限[为是]|(?:为|是|定于)\s?\ue000|\ue000[^,。;]{0,6}(?:至|到)"
        ),
        english=regexp(
            r"(?i:\b(?:begin(?:s|ning)?|starts?|commences?|appl(?:y|ies)|lasts?|runs?|takes?\s(?:effect|place)|(?:comes?|enters?)\sinto"
            r"|orders?|grants?|impos(?:es|ing)|directs?|declares?|announces?)\b"
            r"|\b(?:is|are|be)\s(?:hereby\s)?(?:ordered|granted|imposed|decided|introduced|directed|declared|announced|approved|agreed|adopted)\b"
            r"|\b(?:is|shall\sbe|will\sbe)\s(?:in\s(?:force|effect|place)|effective|from)\b)"
        ),
    ),
    Idea(
        name="end",
        chinese=regexp(
            r"(?:终止|结束)(?!日|时间|之日)|解除|取消|停止(?!(?:适用|实施|执行|施行)(?![^,。;]{0,8}暂停))|废止|撤销|失效|失去|作废|取代|替代|废除|结束|告终|不复"
        ),
        english=regexp(
            r"(?i:\brepeal(?:s|ed|ing)?\b|\brevo(?:ke[sd]?|king|cation)|\brescind(?:s|ed|ing)?|\brescission"
            r"|\bannul(?:s|led|ling)?\b|\babolish(?:es|ed|ing)?|\babrogat(?:e[sd]?|ing)|\bwithdraw(?:s|n|ing|al)?\b"
            r"|\bcancel(?:s|led|ed|ling|lation)?\b|\bterminat(?:e[sd]?|ing|ion)|\bset\saside|\bsupersed(?:e[sd]?|ing)"
            r"|\blift(?:s|ed|ing)?\b|\bcall(?:s|ed|ing)?\soff\b|\bcut(?:s|ting)?\sshort\b|\bcomes?\sto\san\send\b|\bstruck\s(?:from|off)\b"
            r"|\bno\slonger\s(?:has|have|of)\s(?:any\s)?(?:effect|force)|\bdone\saway\swith|\breplaced\sin\s(?:its|their)\sentirety"
            r"|\bremov(?:e[sd]?|ing|al)\b|\bends\b|\bended\b|\bceases?\b|\bno\sfurther\s(?:effect|force)"
            r"|\beliminat(?:e[sd]?|ing)|\bvoid\b|\bscrap(?:s|ped|ping)\b|\babandon(?:s|ed)\b)"
        ),
    ),
    Idea(
        name="again",
        chinese=regexp(
            r"(?<!何时)(?<!是否)(?<!如何)恢复(?!时间|日期|与否)|重新(?:实施|执行|施行|适用|生效)"
        ),
        english=regexp(
            r"(?i:\bresum(?:e[sd]?|ing|ption)|\breinstat(?:e[sd]?|ing|ement)|\bagain\b|\bonce\smore\b"
            r"|\bback\sin(?:to)?\s(?:force|effect|operation|application|use)\b)"
        ),
    ),
    Idea(
        name="longer",
        chinese=regexp(
            r"延长|延续|续延|展期|延展|续期|再延|展延|再(?:继续)?(?:执行|实施|施行|适用)(?=[^,。;]{0,2}[0-9一二三四五六七八九十两半至到])"
        ),
        english=regexp(
            r"(?i:\bexten(?:d(?:s|ed|ing)?|sion)\b|\bprolong(?:s|ed|ing|ation)?|\blengthen(?:s|ed|ing)?|\brenew(?:s|ed|ing|al)?\b)"
        ),
    ),
    Idea(
        name="later",
        chinese=regexp(
            r"推迟|推后|推至|延迟|延后|延期|(?<![项款条目号])顺延|暂缓|延缓|延至|延到|往后推|(?:改|调整|变更|更改)(?:为|到|至|于|定为)(?=[^,。;“]{0,14}(?:\ue000|另行|不早于|次[日月年]|[日月年]后)|“(?:本[^,。;”]{1,6})?(?:自|于|从)?\ue000)|(?<!修)(?<!更)改自|(?:(?<=[现定])|(?:日期|时间))(?:调整|变更|更改)自"
        ),
        english=regexp(
            r"(?i:\bpostpon(?:e[sd]?|ing|ement)|\bdelay(?:s|ed|ing)?\b|\bdefer(?:s|red|ring|ral)?\b"
            r"|\bpush(?:es|ed|ing)?\sback|\bput(?:s|ting)?\s(?:back(?!\sin)|off)|\bmov(?:e[sd]?|ing)\b|\breschedul(?:e[sd]?|ing)"
            r"|\bnot\s(?:take\seffect|become\seffective|apply|enter\sinto\sforce"
            r"|come\sinto\s(?:force|effect))\s(?:until|before)|\b(?:and\snot|instead\sof|rather\sthan)\s(?:on|from|as\sof))"
        ),
    ),
    Idea(
        name="changed",
        chinese=_NEVER,
        english=regexp(r"(?i:\b(?:chang|revis|replac|reset|amend)(?:e[sd]?|ed|s|ing)?\b)"),
    ),
    Idea(
        name="first day",
        chinese=regexp(r"(?:施行|实施|生效|执行|适用|起始)的?(?:日期|时间|之?日)|原定"),
        english=regexp(
            r"(?i:\b(?:date|day)\s(?:on|from)\swhich\s[^.;]{0,160}?\b(?:appl(?:y|ies)|enters?|comes?|takes?\seffect|starts?|begins?)\b"
            r"|\b(?:effective|start(?:ing)?|commencement|compliance|implementation|application)\sdate"
            r"|\bdate\sof\s(?:application|entry|commencement|implementation)|\bentry\sinto\sforce|\btake\seffect"
            r"|\benter\sinto\sforce|\bcome\sinto\s(?:force|effect))"
        ),
    ),
    Idea(
        name="last day",
        chinese=regexp(
            r"有效(?:期|时间)|截止(?:日期|时间)|(?:实施|执行|适用|施行)(?:期限|期)|到期|届满|终止日期"
        ),
        english=regexp(
            r"(?i:\b(?:date|day)\son\swhich\s[^.;]{0,160}?\b(?:loses?|ceases?|expires?|lapses?|ends?)\b|\bvalid(?:ity)?\b|\bexpir(?:y|ation|es?|ed)\b|\bend\sdate|\bsunset|\b(?:period|term)\sof\s(?:validity|application)"
            r"|\bterm\b|\bremains?\s(?:applicable|in\sforce|valid|in\seffect)|\bcontinues?\sto\sapply)"
        ),
    ),
    Idea(
        name="not for some",
        chinese=_NEVER,
        english=regexp(
            r"(?i:\b(?:no\slonger\sappl(?:y|ies)|cease[sd]?\sto\sapply|(?:shall|will|does|do)\s(?:no\slonger|not)\sapply)\sto\b)"
        ),
    ),
    Idea(
        name="not applied",
        chinese=regexp(
            r"不再(?!停止|按|以|是|为|作为|成为|列入|包|受[^,。;\ue001]{0,12}\ue001)|不予(?:执行|实施|适用)"
            r"|(?<!不再)停止(?:适用|实施|执行|施行)(?![^,。;]{0,8}暂停)"
        ),
        english=regexp(
            r"(?i:\b(?:shall|will|does|do)\s(?:no\slonger|not)\s(?:apply|be\s(?:applied|enforced|implemented))(?!\son\s\ue000)"
            r"|\bwithout\s(?:legal\s)?(?:effect|force)\b|\b(?:released|relieved)\s(?:from|of)\b"
            r"|\bno\seffect\sshall|\bno\slonger\sappl(?:y|ies)(?!\sto\s)|\bnot\sbe\s(?:applied|enforced|implemented))"
        ),
    ),
)

DECISIONS: tuple[tuple[frozenset[str], EffectKind | None], ...] = (
    (frozenset({"pause", "longer"}), "suspend"),
    (frozenset({"the pause", "longer"}), "suspend"),
    (frozenset({"pause", "again"}), "resume"),
    (frozenset({"the pause", "again"}), "resume"),
    (frozenset({"pause", "end"}), "resume"),
    (frozenset({"the pause", "end"}), "resume"),
    (frozenset({"the pause", "begins"}), "suspend"),
    (frozenset({"the pause"}), None),
    (frozenset({"pause"}), "suspend"),
    (frozenset({"last day", "longer"}), "extend"),
    (frozenset({"last day", "later"}), "extend"),
    (frozenset({"last day", "changed"}), "extend"),
    (frozenset({"first day", "longer"}), "postpone"),
    (frozenset({"first day", "later"}), "postpone"),
    (frozenset({"first day", "changed"}), "postpone"),
    (frozenset({"longer"}), "extend"),
    (frozenset({"last day", "not applied"}), "suspend"),
    (frozenset({"end", "longer"}), "extend"),
    (frozenset({"later"}), "postpone"),
    (frozenset({"again"}), "resume"),
    (frozenset({"end"}), "repeal"),
    (frozenset({"not for some"}), "repeal"),
    (frozenset({"not applied"}), "repeal"),
)
"""Which ideas together make which deed; the first set that stands whole in the sentence decides.

Of a pause that is only named, nobody knows what happens to it unless further words tell.
"""

_ROWS: dict[EffectKind, DeedWording] = {
    kind: DeedWording(
        name="by its stems", kind=kind, pattern=_NEVER, examples=(), reason="repealed",
        needs="end" if kind == "extend" else "target",
        until="suspend" if kind == "repeal" else None,
    )
    for kind in ("suspend", "resume", "extend", "postpone", "repeal")
}  # fmt: skip
_PAST = regexp(
    r"原定?(?:于|自|从)\s?\ue000{4,44}起?(?:至\s?\ue000{4,44}止?)?,?(?:暂停|中止)(?![^。]{0,120}?(?:现|改|延长|继续|提前))|"
    rf"(?:{PAUSED_BY_ANOTHER})(?:暂停|中止)(?![^。]{{0,120}}?(?:现|改|延长|继续|提前))|"
    r"已经?|曾|请|处于|不适用|不再(?:自|于|从)|对[^,。;\ue001]{2,40}(?:出口|物项|产品|货物|企业)(?:自\ue000{4,44}起)?[^,。;]{0,4},?不再|如(?:果|需|遇)?|若|可以?(?:申请|提出)|拟|不受|不影响|是否|的(?:申请|企业|经营者|单位)"
    r"|\bnot\s(?!later\b|earlier\b|before\b|(?:be\s)?(?:appl|enforced|implemented)|take\s|enter\s|come\s|on\s|from\s|as\s|only\b|more\b|less\b|exceed)"
    rf"|\b(?:false|untrue|incorrect|rumou?rs?)\b|\b{AS_PROVIDED_THERE}"
    r"|\b(?i:postponement|deferral|delay|extension|prolongation)\b[^.;]{0,160}?\b(?:takes\s(?:effect|place)|begins|starts|applies)\b"
    r"|\b(?:conditions?|grounds?|reasons?|criteria|case|[Cc]alls?|[Rr]equests?|[Dd]emands?|[Pp]etitions?|[Aa]pplications?)\sfor\s(?:an?\s|the\s)?"
    r"(?:suspen|repeal|revo[ck]|lift|remov|exten|delay|postpon|withdraw)"
    r"|\b(?:will|(?:is|are)\s(?:due|set|about)\sto)\s(?:expire|lapse|run\sout)\b"
    r"|\b(?:that|which|whose\s[a-z]+)\s[^.;,]{0,110}?(?<!\bis)(?<!\bare)(?<!\bbe)\s(?:halted|suspended|paused|stayed)\b"
    r"|\ue001\)?\s(?:halted|stayed|suspended|paused|delayed|postponed|deferred|extended|revoked|rescinded|withdrew|repealed|lifted|moved)\b"
    r"|\b(?:before|after|since|prior\sto|until|following|upon|notwithstanding|despite|pending)\s(?:its|their|the)\s"
    r"(?:rescission|revocation|repeal|withdrawal|cancellation|termination|removal)\b"
    r"|\b(?:not|never)\s(?:be\s|been\s|further\s)?(?:renewed|extended|prolonged)\b"
    r"|\b(?:was|were|had|has\sbeen|have\sbeen|if|unless|whether|may|might|could|would|should|where"
    r"|provided\sthat|without\sprejudice|except|proposed?|proposes|comments?|request(?:s|ed)?|applicants?)\b"
)
"""What makes a sentence one of the past, of a condition, or of somebody's wish."""
_DECIDING = regexp(
    r"自|于|起|决定|现|将|对|由|[在从]\s?\ue000{4,44}(?:起|至|到|[^,。;]{0,6}期间)|\b(?:(?:begin|start|end|cease|appl|run|take)(?:s|ies)|shall|will|is|are|stands?|hereby|decided?|effective|no|delaying|moving|we)\b",
    re.IGNORECASE,
)


_QUOTED = regexp(r"[“\"‘][^”\"’]{3,200}[”\"’]")


_WORDS_FOR_WORDS = regexp(
    r"[”\"'’]\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:replaced|substituted|amended|corrected|changed)\b"
    r"[^.;“\"'‘]{0,60}[“\"'‘]|\bamended\sas\s(?:set\sout|shown|follows)\b"
)
"""A change of quoted words, which is read as such: it says itself which day it moves."""


_PIECE = {
    "zh": regexp(
        r"[;。](?=.)|,(?:而|但|并|同时)?(?=(?:其余|其他|其它|另|对|将|把)?[^,;。\ue000\ue001]{0,12}\ue001)"
        r"|,(?=(?:其余|其他|其它|余下)[^,;。]{0,12}(?:继续|仍|不变|照|有效))"
    ),
    "en": regexp(
        r";\s|,?\s(?:and|but|while|whereas)\s(?:that\s)?(?=(?:the\s)?(?:[A-Z][\w'-]*\s|of\s){0,5}\ue001[^,.;]{0,60}\s(?:is|are|shall|will)\s)"
        r"|(?:;\s|,\s)(?=(?:[a-z]+\s)?(?:the|its|all)\s(?:other|rest|remain))"
    ),
}
"""Where a sentence turns from what it does to one act to what it says of the next one."""
_ASIDE = regexp(
    r",\s(?:which|whose|that|due|originally|previously|formerly|currently|issued|published|dated|made|adopted)\s[^,.;\ue001]{2,160},"
    r"|\([^()\ue001]{2,120}\)"
)
"""What a sentence tells of an act by the way, between commas or in brackets."""


def pieces_of(flow: Flow, sentence: Span) -> tuple[Span, ...]:
    """Return the pieces of a sentence that each tell of acts of their own."""
    turns = [one.end() for one in _PIECE[flow.language].finditer(flow.marked, *sentence.ends)]
    bounds = (sentence.start, *turns, sentence.end)
    cut = (Span(low, high) for low, high in pairwise(bounds))
    return tuple(one for one in cut if "\ue001" in flow.marked[one.start : one.end])


def stem_hits(
    act: Act, sentence: Span, free: Callable[[Span], bool]
) -> tuple[tuple[Span, Hit], ...]:
    """Return the deeds that the ideas of a sentence make, each with the piece that tells it.

    Only ``free`` pieces are asked, of which nothing was read yet. Where no piece tells a deed by
    itself, the whole sentence is asked.
    """
    pieces = [one for one in pieces_of(act.flow, sentence) if free(one)]
    if not pieces or not _is_of_now(act, sentence):
        return ()
    alone = free(sentence)
    own = [piece for piece in pieces if not _keeps(act, piece, sentence)]
    beside = pieces if alone and len(pieces) == 1 else own
    told = [(one, hit) for one in beside if (hit := _told_in(act, one, sentence)) is not None]
    if told or not alone:
        return tuple(told)
    hit = _told_in(act, sentence, sentence)
    return () if hit is None else ((sentence, hit),)


def _keeps(act: Act, piece: Span, sentence: Span) -> bool:
    """Tell whether a piece names an act only to say that it stays as it is, or what was before."""
    named = act.namer.named_in(piece.start, piece.end)
    return any(is_kept(act.flow, one) for one in named) or (
        bool(named) and all(acted_before(act.flow, one, sentence) for one in named)
    )


def _is_of_now(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence decides something, and tells when."""
    flow = act.flow
    text = flow.marked[sentence.start : sentence.end]
    if not _DECIDING.search(text) or _WORDS_FOR_WORDS.search(text) or WHEN_IT_IS.search(text):
        return False
    words = act.times.within(sentence.start, sentence.end)
    return bool(words or flow.days_in(sentence.start, sentence.end))


def _told_in(act: Act, piece: Span, sentence: Span) -> Hit | None:
    flow = act.flow
    text = _ASIDE.sub(_blank, flow.marked[piece.start : piece.end])
    if "\ue001" not in _QUOTED.sub("", text) or _PAST.search(text):
        return None
    if LEFT_ALONE.search(text) and not re.search(r"届满|原定|\bremains?\b|\bcontinue", text):
        return None
    hit = _decided(flow, piece, sentence, text)
    undone = hit is not None and is_undone(flow, piece, hit.wording.kind)
    return None if undone else hit


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _decided(flow: Flow, piece: Span, sentence: Span, text: str) -> Hit | None:
    found: dict[str, tuple[int, int]] = {}
    for idea in IDEAS:
        pattern = idea.chinese if flow.language == "zh" else idea.english
        match = pattern.search(text)
        if match is not None:
            found[idea.name] = (piece.start + match.start(), piece.start + match.end())
    for ideas, kind in DECISIONS:
        if ideas <= found.keys():
            if kind is None or any(is_denied(flow, sentence, *found[name]) for name in ideas):
                return None
            start = min(found[name][0] for name in ideas)
            end = max(found[name][1] for name in ideas)
            if done_by_another_act(flow, piece, start, end):
                return None
            row = _ROWS[kind]
            if "not for some" in ideas:
                row = replace(row, needs="parties", reason="withdrawn")
            return Hit(row, start, end)
    return None
