"""Which acts, which parts of them, and which parties does a clause mean that does something?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.deeds.acted_before import (
    TOLD_ASIDE,
    acted_before,
    acts_aside,
    made_by,
    only_changed,
    words_before,
)
from tracker.extraction.deeds.acts_of_days import acts_of_day, tells_day
from tracker.extraction.deeds.affected_parts import as_counted, begins_act, parts_named, place_of
from tracker.extraction.deeds.deed_wording import (
    ANOTHER_DECIDED,
    AS_REGARDS,
    LEFT_ALONE,
    PART_FIRST,
    Hit,
)
from tracker.extraction.deeds.firms_meant import THESE_FIRMS
from tracker.extraction.deeds.left_alone import meant_there, stays_as_it_is
from tracker.extraction.deeds.listed_acts import listed_acts
from tracker.extraction.deeds.meant_parts import means_a_part, meant_parts, moves_untold_parts
from tracker.extraction.deeds.named_beside import (
    as_regards_one,
    goes_on_elided,
    it_before,
    moves_its_firms,
    of_subject,
    one_of_two,
    puts_off_its_own,
    without_the_one_that_paused,
    without_the_others,
    without_the_pausing,
)
from tracker.extraction.deeds.parts_of_announced import parts_of_announced
from tracker.extraction.deeds.paused_acts import behind_the_pause, paused_by
from tracker.extraction.deeds.register_pages import by_number, of_day
from tracker.extraction.deeds.spared_acts import unspared, without_excepted
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_BACKWARD = regexp(
    r"上述|同一(?:公告|通知|令)|(?<![一-鿿])(?:以上|上列|两项?|二|三项?|各)公告|该(?:公告|通知|办法|规定|决定|暂停|等|[项条款]|措施|令|批)|前述|上列|其中的?(?=第[一二三四五六七八九十0-9]{1,2}项)|(?<=,)(?:相关|有关|各项)措施(?=[自于从])|(?<=适用|执行|实施|采取|解除)(?:相关|有关|各项)(?:管控|管制|限制)?措施|其(?=施行|实施|执行|有效|生效|暂停)|前款|\b(?:[Tt]he|[Tt]hat|[Tt]hose"
    r"|[Tt]hese|[Ss]uch|[Ss]aid|[Bb]oth)\s(?:[a-z-]+\s){0,3}?(?:announcements?|notices?|rules?|exclusions?|waivers?"
    r"|orders?|measures?|controls?|regulations?|licen[cs]es?|notifications?|prohibitions?"
    r"|restrictions?|bans?|requirements?)\b"
    r"|\b(?:[Tt]he\s)?(?:said|same|above|aforesaid|foregoing)\s(?:Announcement|Notice|Notification|Order|Rule|Regulation|Licence|Decision)s?\b"
    r"|\b[Tt](?:hat|hose|hese)\s(?:Announcement|Notice|Notification|Order|Rule|Regulation|Licence|Decision|Directive)s?\b"
    r"|\b[Ii]ts\s(?:effective|implementation|application|(?:period|term|date|day)\sof|validity|duration|entry|operation|enforcement)\b"
    r"|\b(?:[Ii]tems?|[Pp]aragraphs?|[Ee]ntry)\s[0-9][0-9a-z()]{0,8}[^.;]{0,30}?\s(?:of|in)\sthe\s(?:[Ss]chedule|[Aa]nnex)\s(?=(?:is|are)\s)"
    r"|\b[Ii]ts\s(?:[Pp]aragraphs?|[Aa]rticles?|[Pp]oints?|[Ss]ections?|[Ii]tems?)\s(?=[0-9IVX(])"
    r"|\b(?:[Aa]mendatory\s)?[Ii]nstructions?\s[0-9]{1,3}(?:(?:,|\sand|,\sand)\s[0-9]{1,3}){0,9}(?!\s(?:in|of|to)\b)"
)
_SOURCE_BEFORE = regexp(
    r"(?:根据|(?<!的)依据|依照|按照|落实|参照|引用|(?<![予可所加])以(?![及下上内外往前后来]|本[^,。;]{1,24}(?:替代|取代|代替|替换)))(?:[^,。;\ue001]{0,30})$"
    r"|关于(?:废止|暂停|停止|延长|恢复|修改|公布|实施)[^,。;\ue001]{0,12}(?<!的)$"
    r"|(?:\b(?:[Pp]ursuant\sto|[Ii]n\saccordance\swith|(?<!measures\s)(?<!controls\s)(?<!obligations\s)(?<!requirements\s)(?<!duties\s)(?<!rules\s)(?<!restrictions\s)(?<!prohibitions\s)(?<!measure\s)(?<!restriction\s)(?<!prohibition\s)(?<!ban\s)(?<!longer\sblocked\s)(?<!longer\sdesignated\s)(?<!longer\slisted\s)[Uu]nder"
    r"|(?<!listed\s)(?<!designated\s)(?<!taken\s)(?<!promulgated\s)(?<!issued\s)(?<!published\s)(?<!made\s)(?<!imposed\s)(?<!introduced\s)(?<!instituted\s)(?<!ordered\s)(?<!decreed\s)"
    r"(?<!established\s)(?<!announced\s)(?<!granted\s)(?<!added\s)(?<!out\s)(?<!down\s)(?<!created\s)(?<!inserted\s)"
    r"(?<!adopted\s)(?<!enacted\s)(?<!finalized\s)(?<!given\s)(?<!opened\s)(?<!set\s)(?<!placed\s)(?<!brought\s)[Bb]y|[Pp]er"
    r"|(?<!entities\s)(?<!parties\s)(?<!companies\s)(?<!firms\s)[Ll]isted\sin"
    r"|contained\sin|referred\sto\sin"
    r"|\b(?:[Ww]ith|[Uu]pon|[Oo]n|[Aa]fter|[Ff]rom|[Ff]ollowing)\s(?:the\s)?(?:entry|coming)\sinto\s(?:force|effect|operation)\sof"
    r"|\b(?:period|date|day|term|time|time-limit|deadline|duration|expiry|end)s?\s(?:laid\sdown|set(?:\sout)?|fixed|stated"
    r"|specified|given|mentioned|provided(?:\sfor)?|named|indicated|prescribed|foreseen)\s(?:in|by)|[Ii]n\sview\sof|as\samended\sby"
    r"|amended\sby|[Ff]ollowing|[Bb]ased\son|[Ss]ee)\s(?:the\s)?(?:[A-Za-z]+\s){0,4})$"
)

_ON_PAGES = frozenset({"postpone", "suspend", "resume", "repeal"})
"""What a rule of the Federal Register does to another one of which it tells only the page."""

_RULE_ON_PAGE = regexp(
    r"(?<!proposed\s)\b(?P<rule>[Rr]ules?|[Rr]egulations?|[Oo]rders?|[Aa]mendments?)\b"
    r"|\b(?:[Mm]emorandum|[Pp]roclamation|[Dd]irective|[Pp]etitions?|[Pp]roposals?|NPRM"
    r"|[Pp]roposed\s[Rr]ules?|Executive\s[Oo]rder|Act)\b"
)


_PART_OF_RULE = regexp(
    r"§|\b[0-9]{1,2}\sCFR\s(?:[Pp]art\s)?[0-9]+\.[0-9]+|\b(?:paragraphs?|sections?)\s[0-9(]"
)
"""What says that only a part of the rule on a page is meant: which one, a page does not tell."""

_TOLD_BEFORE = regexp(
    r"\b(?:delayed|postponed|deferred|stayed|corrected|extended|confirmed)\s(?:further\s)?"
    r"(?:at|in|by)\s(?:the\s)?(?:Federal\sRegister\s)?(?:at\s)?$"
)
"""What right before a page says that an earlier notice on the rule stands there."""


_PAGE = regexp(r"[0-9]{2,3}\s+(?:FR|Fed\.\s{0,2}Reg\.)\s+[0-9]+")


def _is_moved_there(flow: Flow, one: Named, clause: Span) -> bool:
    """Tell whether an act that goes by its page is meant as a rule, and as a whole."""
    if not _PAGE.fullmatch(flow.flow, one.start, one.end):
        return True
    if _PART_OF_RULE.search(flow.flow, clause.start, clause.end):
        return False
    before = flow.flow[max(0, one.start - _BEFORE_PAGE) : one.start]
    if _TOLD_BEFORE.search(before):
        return False
    told = list(_RULE_ON_PAGE.finditer(before))
    return bool(told) and told[-1]["rule"] is not None


_BEFORE_PAGE = 200


Targets = tuple[tuple[str, int, int], ...]
"""The acts and parts that a clause moves, by id, each with the words that name it."""


def targets(act: Act, clause: Span, sentence: Span, hit: Hit) -> Targets:
    """Return the acts and parts that a clause moves, each with the words that name it."""
    flow = act.flow
    named = [
        meant_there(act.namer, flow, one, clause, hit)
        for one in act.namer.named_in(clause.start, clause.end)
        if _may_move(act, one) and not only_changed(flow, one) and not tells_day(flow, one)
    ]
    meant = [
        one
        for one in named
        if not _is_source(flow, one, clause, hit) and _is_moved_there(flow, one, clause)
    ]
    meant = meant or [one for one in named if moves_its_firms(flow, one, clause)]
    meant = without_excepted(flow, meant, clause)
    named = meant or (named if hit.wording.needs == "parties" else [])
    pointed = one_of_two(act, clause, hit)
    named = pointed or without_the_others(flow, named, clause)
    if hit.wording.name == "end of a suspension":
        named = as_regards_one(flow, named)
    if _takes_back(hit) and len(named) > 1:
        named = [one for one in named if flow.flow[one.end : one.end + 1] != "对"] or named
        after = [one for one in named if one.start >= hit.start]
        after = without_the_one_that_paused(flow, after)
        if len(after) > 1 and _ABOUT_A_DEED.fullmatch(flow.marked, after[-2].end, after[-1].start):
            after = after[-1:]
        between = flow.marked[named[0].end : named[-1].start]
        named = after or (named[-1:] if _ACTS_APART.search(between) else named)
    if hit.wording.needs == "suspension" or "suspension" in hit.wording.name:
        named = paused_by(act, named, sentence) or without_the_pausing(flow, named)
    pages = act.namer.pages_in(clause.start, clause.end) if act.family == "rule" else ()
    if not named and hit.wording.kind in _ON_PAGES:
        there = [one for one in pages if _is_moved_there(flow, one, clause)]
        named = [by_number(act, one, clause) for one in there]
    if not named and not pages:
        pointed = it_before(act, sentence, hit) if pointed is None else pointed
        named = acts_of_day(act, clause) or pointed or []
        if pointed is None:
            named = named or _backward(act, clause, sentence, hit) or listed_acts(act, clause, hit)
        told = act.family == "rule" and hit.wording.kind in _ON_PAGES
        named = named or (list(of_day(act, clause)) if told else [])
    if not named and not pages:
        bare = parts_of_announced(act, clause, sentence, hit)
        return tuple((f"{one.id}#{as_counted(one.id, p)}", p.start, p.end) for one, p in bare)
    named = unspared(flow, named, sentence)
    refers = _BACKWARD.search(flow.flow, *clause.ends) or _BARE.search(flow.flow, *clause.ends)
    if refers is not None and PART_FIRST.match(flow.flow, clause.start, refers.start()):
        refers = None  # the part stands before: ``第三条改在5月1日施行,4月1日不再是该条的施行日``
    found: list[tuple[str, int, int]] = []
    for one in named:
        parts = parts_named(act, one, place_of(flow, one, clause), refers=refers)
        own = _ITS_OWN.search(flow.flow, one.end, clause.end) if len(named) == 1 else None
        if own and not parts and clause.start <= one.start:
            parts = parts_named(act, one, Span(own.start(), clause.end), refers=None)
        its = _IT.match(flow.flow, clause.start) or (refers and refers.group() == "其")
        if (besides := parts or meant_parts(act, one, clause, by_pronoun=bool(its))) is None:
            continue
        parts = besides
        if hit.wording.kind == "postpone" and (
            hit.wording.name == "start derogated from"
            or all(begins_act(one.id, part.id) for part in parts)
        ):
            parts = ()
        if moves_untold_parts(flow, one, clause, parts):
            continue
        found += [
            (f"{one.id}#{as_counted(one.id, part)}", part.start, part.end) for part in parts
        ] or [(one.id, one.start, one.end)]
    return tuple(dict.fromkeys(found))


def _takes_back(hit: Hit) -> bool:
    """Tell whether a wording undoes or lengthens what one act did to another."""
    name = hit.wording.name
    return name == "end of a repeal" or ("suspension" in name and name != "suspension")


_ABOUT_A_DEED = regexp(
    r"[^,。;\ue001]{0,6}关于(?:继续)?(?:暂停|中止|停止|废止)(?:实施|执行|施行)?[^,。;\ue001]{0,4}"
)
"""What between two acts says what the first did to the second: ``5号关于暂停实施3号的决定``."""


def _may_move(act: Act, one: Named) -> bool:
    """Tell whether an act can be moved by this one: not itself, and no proposal."""
    return one.id != act.id and not one.id.startswith("eu/com/")


_ACTS_APART = regexp(r"暂停|中止|决定|对|\b(?:suspen|stay|by|which|of)")
"""What between two acts says that one does something to the other, and they are no list."""


def _is_source(flow: Flow, one: Named, clause: Span, hit: Hit) -> bool:
    """Tell whether an act is only the ground or the list on which the clause leans."""
    by_deed = flow.marked[max(clause.start, one.start - 50) : one.start]
    if re.search(
        r"\b(?:revoked|repealed|replaced|superseded)\s(?:on\s\ue000{4,44}\s)?by\s(?:the\s)?$",
        by_deed,
    ):
        return True
    aside = flow.marked[max(clause.start, one.start - 140) : one.start]
    if stays_as_it_is(flow, one, hit) or TOLD_ASIDE.search(aside) or acts_aside(flow, one, clause):
        return True
    if hit.start <= one.start < hit.end:
        return False
    if _takes_back(hit) and 0 <= one.start - hit.end <= 4:
        return False
    before = words_before(flow, one, clause)
    if _TOLD_BEFORE.search(before):
        return True
    if AS_REGARDS.fullmatch(flow.marked, clause.start, one.start):
        return False
    if made_by(flow, one, clause):
        return False
    if acted_before(flow, one, clause):
        return True
    return _SOURCE_BEFORE.search(before) is not None


def _is_ground(flow: Flow, one: Named, span: Span) -> bool:
    """Tell whether an earlier sentence names an act only as the ground of what others do."""
    before = flow.marked[max(span.start, one.start - 60) : one.start]
    return flow.language == "zh" and _SOURCE_BEFORE.search(before) is not None


def _backward(act: Act, clause: Span, sentence: Span, hit: Hit) -> list[Named]:
    """Return the acts that ``上述公告`` or ``those rules`` mean: those named last before."""
    flow = act.flow
    refers = _BACKWARD.search(flow.flow, clause.start, clause.end)
    part = flow.language == "zh" and PART_FIRST.match(flow.flow, clause.start, clause.end)
    postponed = hit.wording.kind == "postpone" and hit.wording.name != "start left open"
    if postponed and puts_off_its_own(flow, sentence, hit):
        return []
    wants = hit.wording.needs == "parties" or refers is not None or postponed
    wants = wants or (bool(part) and clause.start > sentence.start)
    wants = wants or _IT.match(flow.flow, clause.start, clause.end) is not None
    wants = wants or THESE_FIRMS.search(flow.flow, clause.start, clause.end) is not None
    wants = wants or means_a_part(flow, clause) or goes_on_elided(flow, clause, hit)
    wants = wants or _THIS_PAUSE.search(flow.flow, clause.start, clause.end) is not None
    if _BARE.search(flow.flow, clause.start, clause.end) is not None:
        told = [one for one in act.namer.named_in(act.body.start, clause.start) if one.id != act.id]
        return told[-1:] if len({one.id for one in told}) == 1 else []
    if _OF_RECITAL.search(flow.flow, clause.start, clause.end) is not None:
        recited = [one for one in act.namer.named_in(0, act.body.start) if one.id != act.id]
        return recited[-1:] if len({one.id for one in recited}) == 1 else []
    if not wants:
        return [] if part else list(of_subject(act, clause, sentence, hit))
    inside = [one for one in act.namer.named_in(sentence.start, clause.start) if one.id != act.id]
    ground = inside[:1] if refers is not None and refers.group() in _THAT_ACT else []
    inside = [one for one in inside if not _is_source(flow, one, sentence, hit)] or ground
    if inside:
        return inside
    ending = _MEASURES_END.match(flow.marked, clause.end, sentence.end)
    if ending is not None and hit.wording.needs == "parties":
        where = ending.span(ending.lastgroup or "act")
        return [one for one in act.namer.named_in(*where) if one.id != act.id]
    earlier = list(flow.within(act.body.start, sentence.start))
    for span in reversed(earlier):
        named = [one for one in act.namer.named_in(span.start, span.end) if one.id != act.id]
        named = [one for one in named if not acted_before(flow, one, span)]
        named = [one for one in named if not _is_ground(flow, one, span)] or named
        text = flow.marked[span.start : span.end]
        if len(named) > 1 and ANOTHER_DECIDED.match(text):
            named = named[1:]
        if "suspension" in hit.wording.name:
            named = behind_the_pause(flow, named) or named
        if named and not (LEFT_ALONE.search(text) and "原定" not in text and "届满" not in text):
            return named
    if hit.wording.needs == "parties":
        after = flow.sentence(min(sentence.end + 1, len(flow.flow) - 1))
        return [one for one in act.namer.named_in(after.start, after.end) if one.id != act.id]
    return []


_BARE = regexp(
    r"(?<=[,。;:、将对由定\s])原?公告(?:的|中的?)?(?=第[一二三四五六七八九十0-9]{1,3}[条款项])"
)
"""What means the one other act of which an act tells: ``经批准,公告第二款暂停实施``."""
_OF_RECITAL = regexp(
    r"\b(?:referred\sto|mentioned|named|cited)\sin\sthe\s(?:[a-z]+\s){0,2}(?:recitals?|preamble)\b"
)
"""What means an act that only the recitals name."""
_MEASURES_END = regexp(
    r"[,\s]{0,3}(?:并|同时|即)?(?:停止|终止|不再|解除|取消)(?:继续)?(?:对其)?(?:采取|执行|实施|适用)?(?P<act>[^,。;\ue001]{0,12}\ue001{3,160})"
    r"|[,\s]{0,3}(?P<own>[^,。;\ue001]{0,12}\ue001{3,160})(?:对(?:其|上述|该)[^,。;\ue001]{0,8})?[^,。;\ue001]{0,16}(?:解除|停止|终止|不再|取消)"
)
"""What behind a delisting names the act: ``移出清单,停止对其采取公告第3号规定的措施``."""
_ITS_OWN = regexp(
    r"\b[Ii]ts\s(?=(?:[Pp]aragraphs?|[Aa]rticles?|[Pp]oints?|[Ss]ections?|[Ii]tems?)\s[0-9IVX(])"
)
"""What behind an act means a part of it: ``as regards Order 3, its paragraph 2 is repealed``."""
_THAT_ACT = frozenset({"该公告", "该通知", "该办法", "该令", "该决定"})
"""What means the one act of the sentence, also where it is the ground of its own end."""
_IT = regexp(
    r"\W{0,3}(?:(?:[A-Z]|[IVX]{1,4}|[0-9]{1,2})[.)]\s{1,3})?(?:(?:It|They)\s(?:shall|is|are|will|ceases?|stands?)\b|(?:Its|Their)\s(?:implementation|application|operation)\s"
    r"|(?:The|This|That)\s(?:said\s)?(?:suspension|stay)\s(?:is|shall|will)\b)"
)
"""How a clause begins that means the act, or its suspension, of which the words before it speak."""
_THIS_PAUSE = regexp(
    r"\b(?:this|that|the\ssaid)\s(?:suspension|stay)\s(?:is|shall|will)\b"
    r"|\b(?:continue|extend|prolong|renew|maintain)s?\s(?:the|this|that|the\ssaid)\s(?:suspension|stay)\b(?!\s(?:of|in|on)\b)"
    r"|(?:次日|届满|期满|到期|此后|其后)[^,。;\ue001]{0,6},?继续(?:暂停|中止)"
)
"""What goes on with the pause of which the sentence before told."""
