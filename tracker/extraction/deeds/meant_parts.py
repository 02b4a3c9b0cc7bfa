"""Which part of an act does a clause mean that numbers none: ``上述一款``, ``that paragraph``?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.affected_parts import parts_named
from tracker.extraction.heads.naming import Named
from tracker.extraction.names.references import (
    Provision,
    chinese_provisions,
    english_provisions,
)
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_NAMED_BEHIND = (
    r"(?:暂停|中止|推迟|延期|决定|安排|修改|调整|公告|通知|豁免|许可|制度)(?!实施|执行|施行|适用)"
)
"""What ``该项`` counts where it means no item: ``该项暂停``."""
_PART = regexp(
    r"(?:该|此|上述|前述|上列|以上|这)(?:[一二两三四五几各]|[1-9])?个?"
    rf"(?:条款|[款条项](?![约例件目]|{_NAMED_BEHIND})|点(?![名击])|附[件表]|部分)"
    r"|\b(?:[Tt]h(?:at|is|ese|ose|e\s(?:said|same|above|aforesaid|foregoing))|[Ss]uch)\s"
    r"(?:paragraphs?|points?|articles?|sections?|clauses?|items?|annex|instructions?)\b(?!\s[0-9IVX(])"
)
"""What means a part of an act, and never the whole."""
_RULE = regexp(
    r"(?:该|此|上述|前述|以上|这)[一项条款]?(?:规定|要求|措施|管制|限制|禁令|义务)"
    r"|\b(?:[Tt]hat|[Tt]his|[Tt]he\s(?:said|above|aforesaid|foregoing))\s"
    r"(?:requirement|prohibition|restriction|ban|provision|duty|obligation)\b"
)
"""What means a part of an act where one was named, and else the whole."""
_OWN = regexp(r"本(?:公告|令|通知|办法|规定|决定|条例)[^,。;]{0,4}$|\bof\sthis\s[A-Za-z]+")


def means_a_part(flow: Flow, clause: Span) -> bool:
    """Tell whether a clause speaks of a part of an act that was told before."""
    return any(words.search(flow.flow, clause.start, clause.end) for words in (_PART, _RULE))


def meant_parts(
    act: Act, one: Named, clause: Span, *, by_pronoun: bool
) -> tuple[Provision, ...] | None:
    """Return the parts of an act named before a clause that the clause means.

    ``by_pronoun``: it speaks of ``其`` or ``it``, which may mean a part too.
    None where it means the act as a whole; ``None`` where it means a part, and nothing tells which.
    """
    flow = act.flow
    if one.start >= clause.start or not (by_pronoun or means_a_part(flow, clause)):
        return ()
    parts = parts_named(act, one, flow.sentence(one.start), refers=None)
    if parts or _PART.search(flow.flow, clause.start, clause.end) is None:
        return parts
    return _told_between(flow, flow.sentence(one.start), clause)


def _told_between(flow: Flow, first: Span, clause: Span) -> tuple[Provision, ...] | None:
    """Return the parts that were told last before a clause, of no act that is named there."""
    provisions = chinese_provisions if flow.language == "zh" else english_provisions
    for sentence in reversed((first, *flow.within(first.end, clause.start))):
        high = min(sentence.end, clause.start)
        found = tuple(provisions(flow.flow, sentence.start, high))
        if not found:
            continue
        own = any(
            _OWN.search(flow.flow, sentence.start, part.start)
            or _OWN.match(flow.flow, part.end + 1, high)
            for part in found
        )
        another = sentence is not first and flow.numbers_in(sentence.start, high)
        return None if own or another else found
    return None


_SOME_GOODS = regexp(
    r"所列的?(?:物项|商品|产品|货物|技术)(?:当中|之中|中)的?,?(?=[^,。;]{2,40}不再)"
)
"""What says that only some of the goods of an act are let go, which no effect can say."""
_SOME_PARTS = regexp(
    r"\b(?:one|two|three|four|five|six|certain|some|several|parts?)\s(?:of\sthe\s)?(?:amendatory\s)?"
    r"(?:instructions?|provisions?|sections?|paragraphs?|amendments?|entries)\s(?:of|in|made\sby)\b"
    r"|号[)》]?中(?:涉及|凡)[^,。;]{1,40}的?(?:内容|规定|部分|条款|要求)"
    r"|号[)》]?(?:中|的)?部分(?:内容|条款|规定)"
    r"|(?:号[)》]?|公告|通知|令)(?:中|里)?[^,。;号]{0,20}?的?(?<!第)[一两二三四五六七八九几][条款项](?:规定|内容|要求|措施|条款)?(?=[,。;即]|$)"
    r"|号[)》]?(?:公告|令|通知)?(?:中|的)?附(?:件|表|录)\s?[0-9一二三四五]?(?:中)?的[^,。;物商产货]{2,14}(?=[,。;继停自不])"
    r"|号[)》]?(?:公告|令|通知)?(?:中|的)?[与同][^,。;]{0,20}(?:不一致|不相?符|抵触|冲突|不同)(?:的|之处)"
)
"""What says that an act is moved in parts only, which stand elsewhere by their numbers."""


_PIECE = regexp(
    r"\b[Tt]h(?:e|at|ose)\s(?:[a-z]+\s){0,2}?(?:definitions?|words?|figures?|expressions?|phrases?|references?|headings?"
    r"|(?:foot)?notes?|columns?|cells?|sentences?|indents?|provisos?|limbs?"
    r"|(?:[A-Z][a-z]+\s(?:and\s[A-Z][a-z]+\s)?)?(?:language\s)?versions?)"
    r"\b(?!\spublished)[^.;:,\n\ue001]{0,100}?\s(?:of|in|to|from|before|after|for)\s[^.;:\ue001]{0,100}$"
    r"|(?:(?<=\n)|^|(?<=[.;]\s))(?:[0-9]{1,2}[.)]?\s)?(?:Foot)?[Nn]ote\s[0-9]{1,2}\s(?:of|in|to)\s[^.;:\ue001]{0,100}$"
)
"""What stands before an act of which only words or a sentence of some part are meant."""
_SOME_PART = regexp(
    r"\b(?:[Tt]h(?:e|at|ose)\s(?:[a-z]+\s){0,2}?)?(?<!\bList\s)(?:[Ee]ntr(?:y(?!\sinto)|ies)|[Rr]ows?|[Ll]ines?|[Ii]tems?|[Pp]oints?"
    r"|(?:[Ss]ub-?)?[Pp]aragraphs?|[Cc]lauses?|[Cc]onditions?|[Gg]roups?|[Tt]ables?)"
    r"\s(?!of\sthe\sday)[^.;:,\ue001]{0,100}?\s(?:of|in|to|from|under|by)\s(?:the\s)?"
    r"(?:(?:\(?[A-Z][\w()&'-]*|of|and|on|for|the|in|to|(?:19|20)[0-9]{2}),?\s){0,14}\(?$"
)
"""What stands before an act of which a part is meant that no number tells."""
_BEFORE = 240


def _a_piece(flow: Flow, one: Named, clause: Span, *, told: bool) -> bool:
    """Tell whether an English clause means less of an act than the parts that were ``told``."""
    low = max(clause.start, one.start - _BEFORE)
    if flow.language == "zh" or one.start < low:
        return False
    if flow.marked_sieve.search(_PIECE, low, one.start):
        return True
    return not told and flow.marked_sieve.search(_SOME_PART, low, one.start) is not None


def moves_untold_parts(flow: Flow, one: Named, clause: Span, parts: tuple[Provision, ...]) -> bool:
    """Tell whether a clause moves some goods or parts of an act that it does not number."""
    if not parts and _SOME_PARTS.search(flow.flow, clause.start, clause.end):
        return True
    if _a_piece(flow, one, clause, told=bool(parts)):
        return True
    return _SOME_GOODS.search(flow.flow, one.end, clause.end) is not None
