"""Which acts does a clause name only beside those that it moves?

``第1号、第2号公告中,第2号停止执行`` moves one of two; ``与第3号不一致`` compares; the pause that
``第4号规定`` is one of other acts; ``前者废止,后者继续执行`` tells two acts apart.
"""

import re

from tracker.extraction.act import Act
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import FROM_DAY, Flow, Span
from tracker.extraction.prose.points import points
from tracker.extraction.spelling.regexps import regexp

_AMONG_THEM = regexp(
    r"[》)]?(?:等)?(?:[0-9一二两三四五六七八九十]{1,3}[个项件份])?(?:公告|通知|文件|规定)?(?:之中|当中|中),?\s?(?=[^,。;\ue001]{0,12}\ue001)"
)
"""What behind a list says that only some of its acts are meant next."""
_ONE_OF_THEM = regexp(
    r"[》)]?(?:等)?(?:[0-9一二两三四五六七八九十]{1,3}[个项件份])?(?:公告|通知|文件|规定)?(?:之中|当中|中),?\s?"
    r"(?P<serials>第[0-9]{1,4}号(?:、第?[0-9]{1,4}号){0,9})(?!公告|令)"
)
"""The same, where only their numbers are said again."""
_COMPARED = regexp(
    r"(?<=[号》)条款项告])(?:与|同|跟)[^,。;与同跟]{2,110}?(?:不一致|不(?:相)?符|抵触|冲突|重复|重叠|相衔接|相同)"
)
"""What stands around an act with which the one that is moved is only compared."""
_ITS_FIRMS = regexp(
    r"\b(?:with\srespect\sto|in\srespect\sof|as\sregards|regarding|concerning|for|on|against|to)\s(?:all\s)?(?:the\s)?(?:[0-9]{1,3}\s|[a-z]+\s){0,3}?"
    r"(?:entities|companies|firms|enterprises|parties|persons)\s(?:[a-z]+\s){0,2}?(?:listed|named|included|designated|specified)\sin\s"
    r"(?:the\s)?(?:[A-Z][A-Za-z]+\s|of\s){0,8}$"
)


def moves_its_firms(flow: Flow, one: Named, clause: Span) -> bool:
    """Tell whether a clause does something for the firms that an act lists, and names no other."""
    before = flow.marked[max(clause.start, one.start - _FIRMS_REACH) : one.start]
    return flow.language == "en" and _ITS_FIRMS.search(before) is not None


_FIRMS_REACH = 140


_BY_IT = regexp(
    r"[》)]?(?:\([^()]{0,60}\))?(?:所?(?:规定|作出?|设定|确定|决定|宣布|给予)的|的)?(?:暂停|中止)(?:安排|决定|规定|期限?|措施)"
)
"""What behind an act says that it has paused others: their pause is meant, not the act itself."""
_MADE_IT = regexp(r"规定|作|设定|确定|决定|宣布|给予")
_FORMER = regexp(
    r"(?P<former>前者|(?:前一|第一)[个份项]?(?:公告|通知|文件))|后者|(?:后一|第二)[个份项]?(?:公告|通知|文件)"
    r"|\b[Tt]he\s(?:(?P<first>former|first(?:-named|-mentioned)?)|latter|second(?:-named|-mentioned)?)"
    r"\s(?:(?:of\sthe(?:se|m)?(?:\stwo)?|two)\s)?(?:announcement|notice|order|rule|regulation|decision|is|shall|ceases|will)\b"
)
"""How a clause means one of two acts; ``the first rule`` of an act that names two."""


_HAS_RULED = regexp(r"[》)]?(?:\([^()]{0,60}\))?\s?已经?(?:对|就|作出?|重新|另行|涵盖|包括|包含)")
"""What behind an act says that it has ruled on something itself: a ground for what is done."""


_REASON = regexp(r"(?:鉴于|由于|因)(?!此)[^,。;\ue001]{0,24}$")
_REASON_REACH = 32


def _is_reason(flow: Flow, one: Named, last: Named) -> bool:
    """Tell whether an act is named only as the reason why those behind a comma are moved."""
    before = flow.marked[max(0, one.start - _REASON_REACH) : one.start]
    return "," in flow.marked[one.end : last.start] and _REASON.search(before) is not None


def without_the_others(flow: Flow, named: list[Named], clause: Span) -> list[Named]:
    """Leave out the list of which only some acts are meant, and what is only compared."""
    if flow.language != "zh" or len(named) < 2:
        return named
    named = [one for one in named if not _HAS_RULED.match(flow.flow, one.end)] or named
    named = [one for one in named if not _is_reason(flow, one, named[-1])] or named
    for one in named:
        behind = _AMONG_THEM.match(flow.marked, one.end, clause.end)
        later = [other for other in named if behind and other.end > behind.end()]
        if later and {other.id for other in later} < {other.id for other in named}:
            named = later
            break
    said_again = _ONE_OF_THEM.search(flow.flow, named[-1].end, clause.end)
    if said_again is not None and said_again.start() == named[-1].end:
        serials = re.findall("[0-9]+", said_again["serials"])
        named = [one for one in named if one.id.rpartition("/")[2] in serials] or named
    compared = _COMPARED.search(flow.flow, clause.start, clause.end)
    if compared is None:
        return named
    moved = [one for one in named if not compared.start() < one.end <= compared.end()]
    return moved or named


def without_the_pausing(flow: Flow, named: list[Named]) -> list[Named]:
    """Leave out an act of which the clause says that it paused others, unnamed ones."""
    if flow.language != "zh":
        return named
    return [one for one in named if not _has_paused(flow, one)]


def _has_paused(flow: Flow, one: Named) -> bool:
    if flow.flow.startswith("对", one.start - 1):
        return False
    behind = _BY_IT.match(flow.flow, one.end)
    return behind is not None and _MADE_IT.search(behind.group().partition("的")[0]) is not None


def one_of_two(act: Act, clause: Span, hit: Hit) -> list[Named] | None:
    """Return the act that ``前者`` or ``the latter`` means: of the two named last before it.

    None where the clause does not point so; nothing where there are no two.
    """
    flow = act.flow
    told = [*flow.sieve.finditer(_FORMER, clause.start, hit.end)]
    told = [one for one in told if one.start() < hit.start]
    if not told:
        return None
    before = act.namer.named_in(act.body.start, told[0].start())
    two = list({one.id: one for one in before if one.id != act.id}.values())[-2:]
    if len(two) < 2:
        return []
    return two[:1] if told[-1]["former"] or told[-1]["first"] else two[1:]


_AS_REGARDS = regexp(
    r"\b(?:as\s(?:regards|concerns|far\sas\sit\sconcerns)|in\srespect\sof|with\s(?:regard|respect)\sto|in\sso\sfar\sas\sit\sconcerns)\s"
    r"(?:the\s)?(?:[A-Za-z]+\s){0,4}$"
)
_REACH = 80


def as_regards_one(flow: Flow, named: list[Named]) -> list[Named]:
    """Return those for which alone a suspension ends: ``lifted as regards Order No. 5``."""
    told = [
        index
        for index, one in enumerate(named)
        if index and _AS_REGARDS.search(flow.marked[max(0, one.start - _REACH) : one.start])
    ]
    return named[told[0] :] if told else named


_IT = regexp(
    r"\W{0,4}(?:\(?[0-9a-z]{1,2}[.)]\s)?It\s(?:is|shall|will|ceases)\b"
    r"(?!\s(?:[a-z]+\s)?(?:decided|announced|determined|ordered|notified)\b)"
)
_OF_THIS_ACT = regexp(
    r"\b[Tt]h(?:is|e\spresent)\s(?:announcement|notice|order|rule|regulation|licence|decision|notification)\b",
    re.IGNORECASE,
)


def it_before(act: Act, sentence: Span, hit: Hit) -> list[Named] | None:
    """Return the one act that the sentence before names, where this one begins with ``It is``.

    None where it does not begin so, or takes up what that sentence did; nothing where that
    sentence names none, several or this act.
    """
    flow = act.flow
    if flow.language != "en" or hit.wording.kind not in ("repeal", "suspend"):
        return None
    if not _IT.match(flow.flow, sentence.start, sentence.end):
        return None
    before = flow.sentence_before(sentence.start)
    if before.start < act.body.start or _OF_THIS_ACT.search(flow.flow, before.start, before.end):
        return []
    named = {one.id: one for one in act.namer.named_in(before.start, before.end)}
    return [*named.values()] if len(named) == 1 and act.id not in named else []


_OWN_START = regexp(
    r"(?i:\b(?:this|these|the\spresent)\s(?:[a-z]+\s){0,2}(?:announcement|notice|order|rule|regulations?|licence|decision|notification)\s"
    r"(?:(?:shall|will)\s)?(?:enters?|comes?|takes?|is|are|appl(?:y|ies)|becomes?)\s(?:into\s(?:force|effect|operation)|effect(?:ive)?|from|as\sof))"
)
"""How a sentence tells the start of the act itself: a part that is put off next is its own."""


def puts_off_its_own(flow: Flow, sentence: Span, hit: Hit) -> bool:
    """Tell whether a sentence without an act puts off a part of the act that tells it."""
    if flow.language != "en":
        return False
    before = flow.sentence_before(sentence.start)
    told = _OWN_START.search(flow.flow, sentence.start, hit.end) or (
        "\ue001" not in flow.marked[before.start : before.end]
        and _OWN_START.search(flow.flow, before.start, before.end)
    )
    return bool(told)


_ELIDED = regexp(
    r"\W{0,3}(?:[^,。;\ue001]{0,8}(?:期满|届满|到期)[^,。;\ue001]{0,10},)?(?:(?:现|经[^,。;]{0,8})?决定,?)?"
    rf"(?:{FROM_DAY}|自?即日起,?)(?:即行|继续|正式)?"
)


def goes_on_elided(flow: Flow, clause: Span, hit: Hit) -> bool:
    """Tell whether a return names nothing that returns: ``期满后不再延长,自7月1日起恢复执行``.

    Nothing else can return than the act of which the words before it told that it was paused.
    """
    if flow.language != "zh" or hit.wording.kind != "resume":
        return False
    if _ELIDED.fullmatch(flow.marked, clause.start, hit.start) is None:
        return False
    return _PAUSE.search(flow.flow, max(0, clause.start - _REACH_BACK), clause.start) is not None


_SUBJECT = regexp(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[,。;]|将|把|对)?\s?(?P<subject>[一-鿿]{3,14}?)的?"
    r"(?:有效期|(?:实施|施行|执行|适用|有效)?期限|(?:实施|施行|执行)(?:日期|时间))"
)
_GENERAL = regexp(r"上述|前述|本公告|许可证|证件|其|该|有关|相关")


def of_subject(act: Act, clause: Span, sentence: Span, hit: Hit) -> tuple[Named, ...]:
    """Return the one act of whose matter a clause speaks that names no act.

    ``临时通用许可的有效期延长六个月`` means the act which, as was told, made that licence.
    """
    flow = act.flow
    if flow.language != "zh" or hit.wording.kind not in ("extend", "postpone"):
        return ()
    told = _SUBJECT.match(flow.flow, clause.start, hit.end)
    if told is None or _GENERAL.search(told["subject"]):
        return ()
    for before in reversed(flow.within(act.body.start, sentence.start)):
        named = {one.id: one for one in act.namer.named_in(before.start, before.end)}
        named.pop(act.id, None)
        if named:
            said = told["subject"] in flow.flow[before.start : before.end]
            return tuple(named.values()) if said and len(named) == 1 else ()
    return ()


_PAUSE = regexp(r"暂停|中止|暂缓")
_REACH_BACK = 300


_BY_WHICH = regexp(
    r"\)?,?\s(?:(?:imposed|ordered|made|announced|effected|decided|granted|provided\sfor|set\sout)\s)?"
    r"(?:under|by|pursuant\sto|through|in\saccordance\swith)\s(?:the\s)?"
)


def without_the_one_that_paused(flow: Flow, named: list[Named]) -> list[Named]:
    """Leave out what is told as having paused the act before: ``the suspension of A under B``."""
    return [
        one
        for before, one in zip((None, *named), named, strict=False)
        if before is None or not _BY_WHICH.fullmatch(flow.marked, before.end, one.start)
    ]


_ARTICLE = regexp(r"^\s{0,4}第[一二三四五六七八九十百0-9]{1,4}条", re.MULTILINE)


def rest_of_article(act: Act, clause: Span) -> Span:
    """Return what follows a clause: up to the next article, where it stands in one."""
    flow = act.flow.flow
    if act.flow.language == "en":
        own = (p.span.end for p in points(act.flow, act.body) if p.span.holds(clause.start))
        return Span(clause.end, next(own, act.body.end))
    head = _ARTICLE.match(flow, flow.rfind("\n", 0, clause.start) + 1)
    following = _ARTICLE.search(flow, clause.end, act.body.end) if head else None
    return Span(clause.end, following.start() if following else act.body.end)
