"""In which wordings does a text say of a deed that nobody does it here and now?

The words of a deed alone (``废止``, ``is repealed``) do not tell it: they may be denied
(``并不废止``, ``nothing in this Order repeals``), wished for, put under a condition, or only
talked of. A row stands right before the words of the deed, in its clause, or right behind them. A
test reads every example: none of them holds a deed.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tracker.domain.records import EffectKind
from tracker.extraction.prose.flow import Flow, Span

Place = Literal["before", "before a name", "behind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """One way of saying that a deed is not done."""

    name: str
    place: Place
    words: str
    examples: tuple[str, ...]


_DAY = r"(?:(?:自|从|于|在)?\s?\ue000{4,44}(?:起|后|之日起)?,?)?"
_FEW = r"[^,。;:的\ue000\ue001]{0,12}"
_ITSELF = (
    r"(?:予以|被|再|再次|实际|直接|自动|立即|随即|随之|即刻|马上|单方面?|全面|提前|完全|轻易){0,2}"
)
_ACT = r"(?:[^,。;()\ue001]{0,8}\ue001{3,160}(?:\([^()]{0,90}\))?)?[^,。;()\ue001]{0,10}"

_WHO = r"(?:商务部|海关总署|我部|两部门|有关部门|会同[^,。;]{2,12})"

A_DEED = (
    r"(?:予以?|作出?|进行|考虑)?(?:恢复|废止|撤[销回]|取消|解除|终止|停止|延长|延期|推迟"
    r"|暂停|中止|调整|修改|变更|移出|失效|废除|作废|收回)"
)
"""A deed that is put off: ``暂不恢复`` does nothing, where ``暂不执行`` pauses."""

CHINESE_DENIALS: tuple[Denial, ...] = (
    Denial(
        name="denied",
        place="before",
        words=r"(?:(?<!不得)(?:不|未|没有?|并无|免予|免于)"
        r"(?:会|应当?|宜|须|需要?|必|得|能够?|可以?|将|拟|打算|准备|考虑|同意|支持|赞成|主张|批准|接受|采纳|再|暂|暂时|予)?"
        r"|无[须需意]|毋[须需])"
        rf"(?:因此|因而|就此|据此|因[^,。;\ue000]{{1,12}}而)?{_ITSELF}$",
        examples=(
            "商务部公告2026年第3号并不因此停止执行。",
            "本公告不废止商务部公告2026年第3号。",
            "除非另行公告，商务部公告2026年第3号不暂停实施。",
        ),
    ),
    Denial(
        name="refused, talked of or asked for",
        place="before",
        words=r"(?:(?<!不予)拒绝|反对|不[同愿]意|无意|不考虑|不主张|不支持|不建议|探讨|讨论|酝酿|论证|(?:将|正在?|继续|组织|深入|,)(?:研究|评估)(?!决定|,|后|结果)|呼吁"
        r"|敦促|(?:方|企业|公司|协会|商会|代表|单位|申请人)(?:曾|又|再次|多次)?(?:要求|主张|提出)(?!,)|希望|建议(?!性)|期待|期盼|避免|有权|保留(?=[^,。;]{0,4}$)|与其|所谓|没有|并无|无(?=[^,。;需须效]{0,4}$)"
        r"|不意味着|不等于|不代表|不表示"
        r"|不得解释为|不应理解为|不(?:能|应)?视为|并非|而非|而不是|(?<!的)不是|谈不上|何谈)"
        rf"{_FEW}{_DAY}{_FEW}$"
        r"|不构成(?:对|任何)[^,。;]{1,200}$"
        r"|(?:不(?:影响|涉及|改变|妨碍|触及|存在)|不得以|(?:将|会|可|正在?)考虑)[^,。;]{0,100}$",
        examples=(
            "对方要求自2026年6月1日起暂停实施商务部公告2026年第3号。",
            "本公告的施行不意味着废止商务部公告2026年第3号。",
            "本公告不影响商务部公告2026年第3号的延期。",
            "与其废止商务部公告2026年第3号，不如加强管理。",
        ),
    ),
    Denial(
        name="on a condition, or later",
        place="before",
        words=r"(?:才|方)(?:会|能够?|可以?|得|有可能)?(?:考虑|决定|另行)?$"
        r"|(?:适时|择机|视情况?|酌情|条件(?:成熟|具备)[时后]?|时机成熟[时后]?|必要时|需要时|根据情况),?"
        rf"(?:商务部|海关总署|我部)?(?:会同[^,。;]{{2,20}})?(?:将|可|可以|再|另行)?{_ITSELF}$"
        rf"|待[^,。;]{{2,40}}[后时],?(?:商务部)?(?:再|另|方|才|可|将)[^,。;\ue000]{{0,6}}$"
        r"|(?:具备|满足|符合)$"
        r"|(?:^|[,。;:、\s])(?:如(?!下|期|上|前|约|实)果?|若(?!干)|倘若?|假如|一旦|只要|除非)[^。;,]{0,100}$"
        r"|(?:^|[。;:\n])[^,。;:\ue000\ue001]{0,16}(?:如(?![下期上前约实无])果?|若(?!干)|倘若?|假如|一旦)"
        r"[^。;,]{2,60},[^,。;]{0,14}(?:可以?|将|会|有权|得)[^,。;]{0,30}$",
        examples=(
            "只有对方履行承诺，商务部才会废止商务部公告2026年第3号。",
            "条件成熟时，商务部将废止商务部公告2026年第3号。",
            "暂停期间如对方违反承诺，商务部可以决定提前恢复执行商务部公告2026年第3号。",
        ),
    ),
    Denial(
        name="done at another time",
        place="before",
        words=r"(?:^|[,。;:\ue001)])\s?(?:也|均|都)?(?:曾|一度)(?:经|于|自|从|在)?[^,。;:的]{0,60}$",
        examples=("商务部公告2026年第3号曾于2026年1月1日至2月28日暂停实施，该暂停不再延续。",),
    ),
    Denial(
        name="once planned",
        place="before",
        words=rf"(?:原?计划|原拟|本拟|原打算|本应|打算|准备|预计|有望){_DAY}(?:正式|全面|予以)?$"
        r"|该(?:计划|设想|建议|请求|方案)[^,。;\ue000\ue001]{0,4}$",
        examples=("商务部原计划自2026年6月1日起废止商务部公告2026年第3号。",),
    ),
    Denial(
        name="wished or talked of, as a noun",
        place="behind",
        words=rf"{_ACT}(?:与否|的?(?:请求|申请|建议(?!性)|主张|提议|呼吁|诉求|可行性|可能性|必要性|说法|报道|传闻|传言|消息|权利))"
        r"(?!,?[^。;]{0,24}(?<![不未予获])(?:予以)?(?:同意|批准|核准|接受|采纳|准许|准予|决定))"
        rf"|{_ACT}的(?:条件|时机|意见|想法|要求)[^。;]{{0,8}}(?:不|未|无|没有|驳回)"
        rf"|{_ACT}(?:之?事|事宜|问题)?,(?:由|{_WHO}){{0,3}}(?:将|正在?|仍在?|拟|尚在|继续){{0,2}}(?:另行|再行|进一步|适时)?(?:研究|评估|论证|商议|讨论)(?:中|之中)?(?=[。;,]|$)",
        examples=(
            "废止商务部公告2026年第3号的请求不予支持。",
            "是否废止商务部公告2026年第3号的消息尚无定论。",
            "暂停实施商务部公告2026年第3号的条件尚不成熟。",
            "对商务部公告2026年第3号的停止执行，商务部将另行研究。",
        ),
    ),
    Denial(
        name="done before, or around it",
        place="behind",
        words=r"(?:实施|执行|施行|适用)?了(?!解)"
        rf"|{_ACT}(?:(?:之|以)?前(?=[,有相])|(?<!此)(?:之)?后(?=,有?|有关)|期间的?(?=有关|,))"
        rf"|{_ACT}(?:须|应当?|需|必须)(?:先|事先)?(?:报经?|经)[^,。;]{{2,24}}(?:批准|同意|决定|公告)",
        examples=(
            "2025年12月，商务部暂停实施了商务部公告2025年第3号。",
            "废止商务部公告2026年第3号须经国务院批准。",
            "在废止商务部公告2026年第3号之前，有关企业应当做好准备。",
        ),
    ),
)

_TO = r"(?:to\s|from\s|in\s|against\s|that\s|of\s|for\s)?(?:[a-z]+\s){0,3}$"
_PLAIN = r"(?:(?!\b(?:and|but|is|are|shall|will|does|do|has|have|which|that)\b)[^.;,]){0,200}"

ENGLISH_DENIALS: tuple[Denial, ...] = (
    Denial(
        name="done to none, or by nothing",
        place="before",
        words=rf"\b(?:[Nn]either|[Nn]or|[Nn]othing|[Nn]one|[Nn]o\s(?!longer|later|earlier|[0-9(])[a-z]+)\b{_PLAIN}"
        r"(?:(?:shall|will|is|are|be|to|thereby|hereby)\s){0,2}$"
        r"|\b[Nn]either\s[^.;,]{0,200}\sis\s$|\bno\slonger\s(?:to\s)?(?:be\s)?$|\bcan\s?not\s(?:be\s)?$|\bcan\s(?:only\s)?(?:be\s)?$"
        r"|\bnot\s(?:among|one\sof|part\sof)\s[^.;,]{0,60}\b(?:that|which)\s(?:(?:is|are|shall|will|be)\s){0,2}$|\bneed\snot\s(?:be\s)?$",
        examples=(
            "Nothing in this Order repeals Announcement No. 3 of 2026.",
            "No part of Announcement No. 3 of 2026 is suspended.",
        ),
    ),
    Denial(
        name="wished, planned or refused",
        place="before a name",
        words=r"\b(?:[Dd]eclin|[Rr]efus|[Ii]ntend|[Hh]op|[Ww]ish|[Ww]ant|[Pp]refer|[Cc]onsider|[Cc]ontemplat|[Ss]tud|[Ee]xamin|[Ww]eigh"
        rf"|[Dd]iscuss|[Oo]ppos|[Rr]eject|[Aa]void|[Uu]rg|[Ff]orgo)[a-z]*\s{_TO}"
        r"|\b(?:[Uu]rg|[Aa]sk|[Pp]etition|[Ll]obb|[Ii]nvit|[Bb]egg|[Ee]ncourag)[a-z]*\s(?:the\s)?[A-Z][^.;,]{0,40}\s(?:to\s)?$"
        r"|\b(?:[Ff]ar\sfrom|[Ii]nstead\sof|[Rr]ather\sthan|[Ss]hort\sof|[Ww]ithout)\s(?:merely\s|simply\s)?$"
        r"|\bno\s(?:[a-z]+\s){0,2}(?:plans?|intention|intent|reason|need|wish|basis|grounds?|cause|desire)\s(?:to|of|for)?\s?$",
        examples=(
            "The Ministry declines to suspend Announcement No. 3 of 2026.",
            "The Ministry has no plan to revoke Announcement No. 3 of 2026.",
            "Rather than suspending Announcement No. 3 of 2026, the Ministry will hold talks.",
        ),
    ),
    Denial(
        name="only said, asked for or planned",
        place="before",
        words=r"\b(?:[Pp]roposals?|[Rr]equests?|[Ss]uggestions?|[Ii]dea|[Cc]laims?|[Rr]eports?|[Rr]umou?rs?|not\strue|correct|incorrect|untrue|false|planned"
        r"|intended|proposed|hoped|denied|denies)\sthat\s(?:(?!\bthat\b)[^.;,]){0,200}$",
        examples=("It is not true that Announcement No. 3 of 2026 is repealed.",),
    ),
    Denial(
        name="on a condition",
        place="before",
        words=r"(?:^|[.;:]\s|\n)\s?(?:\(?[0-9a-z]{1,3}[.)]\s)?(?:Unless(?:\sand\suntil)?|Until|If|Once|When|Where|Should|Were|Pending|Before|After|In\sthe\sevent)\s"
        r"(?!\ue000|this\s|the\s(?:present|end|date|day)\b)[^.;,]{0,240}$"
        r"|\b(?:until|unless|if|whether|once)\s(?!\ue000)(?:the\s)?(?:[A-Z]?[a-z]+\s){0,3}(?:\ue001{3,160}\)?\s|it\s|they\s)(?:(?:is|are|shall|will|to)\s){0,2}$"
        r"|\b[Oo]nly\s(?:if|when|after|once|where)\s[^.;,]{3,160}$",
        examples=(
            "Until Announcement No. 3 of 2026 is repealed, exporters shall apply as before.",
            "Only if the other side keeps its word will Announcement No. 3 of 2026 be suspended.",
        ),
    ),
)


_OF_DAYS = frozenset({"postpone", "extend"})
_NEAR = {"zh": 100, "en": 260}
"""How much of a sentence before the words of a deed is looked at."""


def _one_of(rows: tuple[Denial, ...], place: Place) -> re.Pattern[str]:
    return re.compile("|".join(row.words for row in rows if row.place == place))


_BEFORE = {"zh": _one_of(CHINESE_DENIALS, "before"), "en": _one_of(ENGLISH_DENIALS, "before")}
_BEHIND_CHINESE = _one_of(CHINESE_DENIALS, "behind")
_BEFORE_A_NAME = _one_of(ENGLISH_DENIALS, "before a name")
_SAID = re.compile(r"(?:is|are|be|being|stands?|becomes?|shall|will|has|have)\b|[a-z]+s\b")
"""How words begin that say a deed, and do not only name it: ``is repealed``, ``repeals``."""


_DENIED_WITHIN = re.compile(
    r"(?<=.)(?:不[作做予]?|未[作予]?|没有|无需?|并不)(?:再|任何|相应|作出){0,2}"
    r"(?:调整|变更|更改|修改|推迟|推后|延[期长后续]|顺延|提前|改|变)(?:为|至|到|于|自)?$"
)
"""How the words of a new day or term end that deny it: ``施行日期不作调整``."""


def is_denied(
    flow: Flow, sentence: Span, start: int, end: int, *, kind: EffectKind | None = None
) -> bool:
    """Tell whether a sentence says that the deed whose words stand at ``start:end`` is not done."""
    text = flow.marked
    if kind in _OF_DAYS and _DENIED_WITHIN.search(text, start, end) is not None:
        return True
    before = text[max(sentence.start, start - _NEAR[flow.language]) : start]
    if _BEFORE[flow.language].search(before) is not None:
        return True
    if flow.language == "zh":
        return _BEHIND_CHINESE.match(text, end, sentence.end) is not None
    return _SAID.match(text, start) is None and _BEFORE_A_NAME.search(before) is not None
