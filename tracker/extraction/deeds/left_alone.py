"""Does a text say of an act that it names beside a deed that the act stays as it is?

``第3号照常执行``, ``Order No. 3 stands as before``: the act is named only to be left alone,
wherever it stands beside the deed: behind it or before it, in its sentence or at the end of its
list.
"""

from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.deeds.spared_acts import spares_others
from tracker.extraction.heads.naming import Named, Namer
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

KEPT_CHINESE = (
    r"(?:照[常旧样]|如常|仍(?!然?不予?(?:再)?(?:实施|执行|施行|适用))|依旧|依然|除外|继续|维持|保持|(?<!不再)(?<!不)[按依]照?(?:原|既)|有效(?!期)|良好|无关|暂不"
    r"|(?<!不再)(?:保留|另行|不(?:变|动|受(?!理)|在|属|作|包[括含]|涉及|因|纳入|列入|改|调整|影响|予(?:调整|修改|变[动更]))"
    r"|未(?:作|予(?:调整|修改)|被?(?:纳入|列入)|涉及|变|改|受))(?=[^,。;的\n]{0,24}(?:[,。;\n]|$)))"
)
"""What behind an act says that nothing is done to it."""
_MORE_CHINESE = (
    r"(?:(?:[、和及与至]|以及)[^,。;\ue001]{0,24}?\ue001{3,160}(?:\([^()]{0,60}\))?){0,8}"
)
_COMMA_KEPT = (
    r",(?:均|则|一律)?(?:照[常旧样](?:执行|施行|实施|适用|有效)|(?:保持|维持)?不变|不受(?:本公告|此|其)?影响"
    r"|不因[^,。;]{2,16}|继续有效|仍然?有效)(?=[,。;\n]|$)"
)
_STAYS_CHINESE = regexp(
    rf"\ue001{{0,160}}(?:\([^()]{{0,60}}\))?{_MORE_CHINESE}[^,。;:()的\n\ue000\ue001]{{0,14}}?(?:的?(?:施行|实施|生效|暂停|有效|执行)?"
    rf"(?:日期|期限?|效力|执行|实施|有关措施|相关措施|措施|规定)|规定的[^,。;()\n\ue001]{{0,10}}?|(?<=[条款项])的[^,。;()\n\ue001]{{0,6}}?)?[^,。;:()的\n\ue000\ue001]{{0,6}}?"
    rf"(?P<kept>{KEPT_CHINESE}|{_COMMA_KEPT})"
)
_MORE_ENGLISH = (
    r"(?:(?:,|\sand|,\sand|\sor)\s(?:the\s)?(?:[A-Z][A-Za-z]*\s|of\s){0,5}\ue001{3,160}\)?){0,8}"
)
_STAYS_ENGLISH = regexp(
    rf"\ue001{{0,160}}\)?(?:\s\([^()]{{0,60}}\))?{_MORE_ENGLISH},?\s(?P<kept>(?:shall\s|will\s|itself\s|also\s|both\s|all\s){{0,2}}"
    r"(?:remains?|stays?|stands?(?=\s(?:as|un)|[.;]|$)|continues?|keeps?|retains?|still|goes?\son|runs?\son|undergoes?\sno"
    r"|(?:is|are|be)\s(?:un[a-z]+ed\b|left\s(?:alone|untouched|as\b|unchanged|intact)|kept|maintained|retained|excluded|excepted"
    r"|outside|another|a\sdifferent|implemented\sas\s|preserved"
    r"|not\s(?:affected|changed|altered|touched|included|covered|concerned|among|part|within|subject\sto\sthis|dealt|addressed|modified|listed|in\sthe))"
    r"|(?:does|do|did)\snot\s(?:change|form|fall|belong|come\swithin)|ha(?:s|ve)\snothing|appl(?:y|ies)\s(?:as\s(?:before|usual|they|it)|unchanged)))\b"
)


_NOT_THIS = regexp(
    r"(?:而非|而不是|并非|不是|不包[括含])(?:对)?[^,。;:()\ue000\ue001]{0,6}$"
    r"|(?:^|[,\s])(?:and\snot|but\snot|not|instead\sof|rather\sthan)\s(?:the\s)?(?:[A-Z][A-Za-z]*\s|of\s){0,4}\(?$"
)
"""What right before an act says that another one is meant: ``废止第3号,而非第5号``."""


def meant_there(namer: Namer, flow: Flow, one: Named, clause: Span, hit: Hit) -> Named:
    """Return where a clause names an act to move it, behind where it leaves a part of it alone."""
    while stays_as_it_is(flow, one, hit):
        again = (o for o in namer.named_in(one.end, clause.end) if o.id == one.id)
        later = next(again, None)
        if later is None or later.start <= one.start:
            return one
        one = later
    return one


_BUT_A_PART = regexp(
    r"[^,。;\ue001]{0,10},(?:但|惟|而|只是|不过)?(?:其中的?|该(?:公告|通知|令)的?|其)?"
    r"(?:第[^,。;\ue001]{1,20}[条款项点]|附[件表])"
)
"""How a clause goes on behind what stays with the part that does not: ``继续有效,但第二条…``."""


def is_kept(flow: Flow, one: Named) -> bool:
    """Tell whether the words right behind an act say that it stays as it is."""
    pattern = _STAYS_CHINESE if flow.language == "zh" else _STAYS_ENGLISH
    return pattern.match(flow.marked, one.end) is not None


def stays_as_it_is(flow: Flow, one: Named, hit: Hit) -> bool:
    """Tell whether what stands right behind an act, or before it, leaves it alone."""
    if _NOT_THIS.search(flow.marked, max(0, one.start - 40), one.start):
        return True
    pattern = _STAYS_CHINESE if flow.language == "zh" else _STAYS_ENGLISH
    kept = pattern.match(flow.marked, one.end)
    if kept is None or spares_others(flow, one, kept.end()):
        return False
    if flow.language == "zh" and _BUT_A_PART.match(flow.marked, kept.end("kept"), hit.start):
        return False
    return one.start >= hit.end or kept.end("kept") <= hit.start
