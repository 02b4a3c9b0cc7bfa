"""Which sentences of an act hold legal words that no rule understood?"""

import re
from collections.abc import Iterable, Iterator

from tracker.extraction.act import Act
from tracker.extraction.classes.legal_words import BINDING, MOVING
from tracker.extraction.deeds.deed_wording import ANOTHER_DECIDED, LEFT_ALONE
from tracker.extraction.deeds.deeds import tells_of_the_past
from tracker.extraction.deeds.hits import hits
from tracker.extraction.deeds.not_done import is_undone
from tracker.extraction.extracted import (
    Evidence,
    ExtractedClaim,
    ExtractedEffect,
    ExtractedMeasure,
)
from tracker.extraction.prose.flow import Flow, Span, passed_over
from tracker.extraction.scope.procedure_words import ASKS, PROCEDURE
from tracker.extraction.spelling.covered import Covered
from tracker.extraction.spelling.regexps import regexp

MOST = 200
"""The most sentences that are listed."""

QUOTED_OF_THE_MIDDLE = 200
"""So many characters are quoted where the middle of a long text is passed over."""

_HEADING = regexp(
    r"^(?:ACTION|AGENCY|Subject|RIN|Docket)\b|^[^\s。;,:]{1,60}$"
    r"|^This\sRegulation\sshall\sbe\sbinding"
)
_ALL_ALIKE = regexp(r"(?:上述|以上|前述)物项|\b(?:above|said|such)[\s-](?:[a-z-]+\s){0,2}items")
_BACKGROUND = regexp(
    r"^\s?(?:根据|为|按照|依据)|\b(?:Having\sregard|Whereas|Pursuant\sto|In\sexercise)\b"
)


def unread(
    act: Act, *, limbs: Iterable[ExtractedMeasure], effects: Iterable[ExtractedEffect]
) -> tuple[Evidence, ...]:
    """Return the sentences of the body that move or bind, and on which nothing rests."""
    told, moved = tuple(limbs), tuple(effects)
    commenced = ((span.start, span.end) for span in act.commencement.read)
    read = Covered((*_read(told, moved), *commenced))
    found = [
        span
        for span in _sentences(act)
        if _unread(act, span, read, limbs=bool(told)) and not _in_register(act, span, moved)
    ]
    if not (found or told or moved):
        found = list(act.flow.within(act.body.start, act.body.end)[:1])
    listed = [act.flow.evidence("unread", span.start, span.end) for span in found[:MOST]]
    return (*listed, *beyond(act.flow.text))


_RULEMAKING = regexp(
    r"(?i)\bpublic\scomment\b|\bnotice\sand\s(?:public\s)?comment\b|\bgood\scause\b|\b553\b"
)
"""Words of sentences that tell why a rule was made as it was: they bind nobody."""


def _in_register(act: Act, span: Span, effects: tuple[ExtractedEffect, ...]) -> bool:
    """Tell whether a sentence of a Federal Register rule says again what was read, or nothing.

    The summary tells the new day without the number of the rule, which the dates give.
    """
    if act.family != "rule":
        return False
    if _RULEMAKING.search(act.flow.flow, span.start, span.end):
        return True
    found = hits(act.flow, span)
    if not found or act.namer.named_in(span.start, span.end):
        return False
    told = {(effect.kind, day) for effect in effects for day in (effect.from_, effect.through)}
    days = [day.on(None) for day in act.flow.days_in(found[0].start, span.end)]
    return bool(days) and all((hit.wording.kind, day) in told for hit in found for day in days)


def beyond(text: str) -> tuple[Evidence, ...]:
    """Return where the middle of a long text begins that nobody read, so that it is told."""
    span = passed_over(text)
    if span is None:
        return ()
    start, end = span.start, min(span.end, span.start + QUOTED_OF_THE_MIDDLE)
    return (Evidence(field="unread", start=start, end=end, quote=text[start:end]),)


def _sentences(act: Act) -> Iterator[Span]:
    yield from act.flow.within(act.body.start, act.body.end)


def _read(
    limbs: Iterable[ExtractedMeasure], effects: Iterable[ExtractedEffect]
) -> Iterator[tuple[int, int]]:
    rests = (*(limb.evidence for limb in limbs), *(effect.evidence for effect in effects))
    for words in rests:
        yield from ((one.start, one.end) for one in words)


def _unread(act: Act, span: Span, read: Covered, *, limbs: bool) -> bool:
    text = act.flow.flow[span.start : span.end]
    if read.touches(span.start, span.end) or _HEADING.match(text):
        return False
    if tells_of_the_past(act, span) or ANOTHER_DECIDED.match(act.flow.marked, span.start, span.end):
        return False
    may, where = act.flow.sieve.may, (span.start, span.end)
    alike = limbs and may(_ALL_ALIKE, *where) and _ALL_ALIKE.search(text)
    if alike and not hits(act.flow, span):
        return False
    if hits(act.flow, span):
        alone = [told for told in LEFT_ALONE.finditer(text) if told[0] not in _OF_OLD_DAYS]
        return not alone or _moves_behind(act, span)
    if is_undone(act.flow, span, "repeal"):
        return True
    if may(MOVING, *where) and MOVING.search(text):
        past = re.search(r"\bwas\b|\bwere\b|原定|曾|已(?:由|被|经)", text) is not None
        return LEFT_ALONE.search(text) is None and (not past or _dates_another_act(act, span))
    if _dates_another_act(act, span):
        return LEFT_ALONE.search(text) is None and not _BACKGROUND.search(text)
    if _lists_another_act(act, span):
        return True
    if limbs and ASKS.search(text):
        return False
    binds = act.family != "rule" and may(BINDING, *where) and BINDING.search(text) is not None
    return binds and not PROCEDURE.search(text) and not _BACKGROUND.search(text)


_OF_OLD_DAYS = ("届满", "原定")
"""Words of an old day, which the same sentence may well move."""


def _moves_behind(act: Act, span: Span) -> bool:
    """Tell whether a later clause of a sentence that leaves an act alone does something to it.

    ``It stays suspended until 28 February; from 1 March it applies again.``
    """
    stop = act.flow.flow.find(";", span.start, span.end)
    rest = Span(stop + 1, span.end)
    if stop < 0 or LEFT_ALONE.search(act.flow.flow, *rest.ends):
        return False
    return bool(hits(act.flow, rest)) and _tells_a_coming_day(act, rest)


def _tells_a_coming_day(act: Act, span: Span) -> bool:
    """Tell whether a stretch names a day that does not lie before the act."""
    issued = act.instrument.issued_on
    days = (act.times.resolved(day.start, day.end) for day in act.flow.days_in(*span.ends))
    return issued is not None and any(day is not None and day >= issued for day in days)


def _dates_another_act(act: Act, span: Span) -> bool:
    """Tell whether a sentence names another act, and a day from now on on which that changes."""
    flow = act.flow
    if not flow.marked_sieve.may(_CHANGING, span.start, span.end):
        return False
    if _CHANGING.search(flow.marked, span.start, span.end) is None:
        return False
    others = any(one.id != act.id for one in act.namer.named_in(span.start, span.end))
    return others and _tells_a_coming_day(act, span)


def _lists_another_act(act: Act, span: Span) -> bool:
    """Tell whether a line only names another act, below words that say what happens to it."""
    flow = act.flow
    if not _is_item(flow, span) or not act.namer.named_in(span.start, span.end):
        return False
    heads = flow.within(max(act.body.start, span.start - _HEAD), span.start)
    head = next((one for one in reversed(heads) if not _is_item(flow, one)), None)
    if head is None or LEFT_ALONE.search(flow.flow, head.start, head.end):
        return False
    return _OPENS_LIST.search(flow.flow, head.start, head.end) is not None


def _is_item(flow: Flow, span: Span) -> bool:
    return _ITEM.fullmatch(flow.marked, span.start, span.end) is not None


_ITEM = regexp(
    r"\s{0,4}(?:\(?[一二三四五六七八九十0-9a-zivx]{1,4}[)、.]|[-•*])\s{0,3}"
    r"[^。;:,\ue001\n]{0,60}\ue001{3,160}(?:\s?\([^()\n]{2,90}\)|《[^《》\n]{2,80}》)?"
    r"(?:\s(?:on|of|dated)\s[^;.:\n]{2,80})?[。;.,]?(?:\s(?:and|or))?"
)
"""An item of a list that holds nothing but the name of an act."""
_HEAD = 1_000
_OPENS_LIST = regexp(r":\s*$")


_CHANGING = regexp(
    r"不再|取消|撤[回销]|收回|终止|解除|停[用止]|启用|延[至后续展期]|顺延|改[为在至由]|调整|替代|取代|施行|实施|执行|生效|适用|有效|届满|期满|到期"
    r"|\b(?:no\slonger|withdraw\w*|terminat\w+|cancel\w*|laps\w+|expir\w+|exten\w+|prolong\w*|defer\w*|put\soff"
    r"|replac\w+|lift\w*|set\saside|ceas\w+|discontinu\w+|reinstat\w+|restor\w+|reviv\w+|stay\w*|appl(?:y|ies|ied)|takes?\seffect"
    r"|effective|in(?:to)?\sforce|in(?:to)?\seffect|until|instead|paus\w+|suspen\w+|halt\w*|inoperative|released?|relieved|lower\w*|rais\w+|reduc\w+|increas\w+|becomes?"
    r"|supplement\w*|add(?:ed|s)|chang\w+|amend\w*|insert\w*|correct\w*|substitut\w+|delet\w+|omit\w*|struck|called\soff)\b"
)
"""Words with which something about an act may change on a day."""


_MEANS_ACTS = regexp(
    r"\ue001|上述|前述|(?:这|该|两|两个|三个|有关|相关)(?:公告|措施|通知)"
    r"|\b(?:the|these|those|both|that)\s(?:[a-z]+\s){0,2}(?:announcements?|notices?|measures?|rules?|orders?)\b"
)
_FROM_A_DAY = regexp(
    r"\ue000|即日|(?:公布|发布|印发|颁布)(?:之日|后)|次日|\bimmediate|\b(?:date|day)\sof\s(?:its\s)?(?:publication|issu|promulgat)"
)


_OWN_START = regexp(
    r"(?:(?:本|此)(?:公告|通知|通告|办法|规定|决定|令|条例|规则|细则|目录|清单|意见|措施)(?!所)|(?:以上|上述)(?:规定|措施|要求))"
    r"[^,。;]{0,40}(?:起|之?日)?[^,。;]{0,8}(?:施行|实施|执行|生效|适用)"
    r"|\b(?i:this|these|the\s(?:present|above))\s(?:[A-Za-z]+\s){0,3}?(?i:announcement|notice|order|rules?|regulations?|decision|directive"
    r"|measures?|notification|circular|ordinance|decree|resolution|determination|instrument|requirements?)\s(?:shall\s|will\s)?"
    r"(?:comes?|enters?|takes?|appl(?:y|ies)|(?:is|are|be|becomes?)\s(?:effective|applicable|in\sforce))\b"
)
"""What says of a text that it applies itself, and from when."""
_DEMANDS = regexp(
    r"未(?:经|取得|获)[^,。;]{0,20}(?:许可|批准|同意)[^。;]{0,30}不得|(?:必须|应当?|须)[^。;]{0,40}(?:许可|批准)|禁止|不得"
    r"|\b(?:shall|must|may)\snot\b|\bprohibited\b|\b(?:shall|must)\s(?:obtain|apply|hold|have)\b"
    r"|\blicen[cs]es?\s(?:is|are|shall\sbe)\srequired\b|\brequires?\sa\slicen[cs]e\b"
)
"""What binds whoever reads it, where the same sentence tells from when."""


def undecided(
    flow: Flow, claims: Iterable[ExtractedClaim], *, about_acts: bool
) -> tuple[Evidence, ...]:
    """Return the sentences of an official text without force that seem to decide.

    Such a text moves nothing; but what it says of an act and a day (``about_acts``), and what it
    says of its own start, and no claim holds, a person must see: it may be an act without a number.
    """
    held = Covered((one.start, one.end) for claim in claims for one in claim.evidence)
    starts = any(_starts_itself(flow, span) for span in flow.sentences)
    found = []
    for span in flow.sentences:
        asks = flow.flow[span.start : span.end].rstrip().endswith("?")
        if asks or held.touches(span.start, span.end):
            continue
        decides = about_acts and _decides_about_acts(flow, span)
        if decides or _binds(flow, span, starts=starts):
            found.append(flow.evidence("unread", span.start, span.end))
    return tuple(found[:MOST])


def _decides_about_acts(flow: Flow, span: Span) -> bool:
    text = flow.marked[span.start : span.end]
    if not flow.marked_sieve.may(_FROM_A_DAY, span.start, span.end):
        return False
    if not _MEANS_ACTS.search(text) or not _FROM_A_DAY.search(text):
        return False
    return bool(hits(flow, span))


def _starts_itself(flow: Flow, span: Span) -> bool:
    """Tell whether a sentence says from when the text itself applies."""
    if not flow.marked_sieve.may(_FROM_A_DAY, span.start, span.end):
        return False
    told = _OWN_START.search(flow.flow, span.start, span.end)
    return told is not None and _FROM_A_DAY.search(flow.marked, span.start, span.end) is not None


def _binds(flow: Flow, span: Span, *, starts: bool) -> bool:
    """Tell whether a sentence of a text without a number binds somebody, or starts it."""
    if _starts_itself(flow, span):
        return True
    where = (span.start, span.end)
    if not flow.sieve.may(_DEMANDS, *where):
        return False
    if _DEMANDS.search(flow.flow, *where) is None or PROCEDURE.search(flow.flow, *where):
        return False
    return starts or _FROM_A_DAY.search(flow.marked, *where) is not None
