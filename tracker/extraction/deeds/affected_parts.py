"""Which parts of an act does a clause move, if not the whole?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.days.own_parts import OF_SUPPLEMENT
from tracker.extraction.deeds.bracketed_acts import parts_before_bracket
from tracker.extraction.deeds.part_citations import ADDS_IT, OF_IT, PUT_IT_THERE, WHICH
from tracker.extraction.deeds.parts_behind import parts_behind
from tracker.extraction.deeds.parts_of_schedules import (
    items_before,
    large_part_before,
)
from tracker.extraction.deeds.spared_wording import WITHIN, is_left_out, without_kept
from tracker.extraction.heads.naming import Named
from tracker.extraction.names.measure_words import SUPPLEMENT
from tracker.extraction.names.references import Provision, chinese_provisions, english_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.points import Point, instructions, items_of, points
from tracker.extraction.prose.register_parts import rule_parts
from tracker.extraction.spelling.numerals import NUMERAL, from_roman, number, roman
from tracker.extraction.spelling.regexps import regexp

_PROVISION_REACH = 80
_ENGLISH_REACH = 160
_IN_BRACKET = regexp(r"^[^()]{0,40}\)")
"""What still stands in the bracket of the act's number: ``,2019年8月9日公布)``."""
_DECIDED = regexp(
    r"^[^;。]{0,60},(?:现|经研究|研究|决定|商务部|海关总署|将|对|把|其中的?|其){1,4}$"
)
"""What stands before a part of an act told before: ``根据企业反映,决定将第三条…``."""
_APART = regexp(
    r"[,;](?!.{0,3}第|(?:即|分别[是为]|也就是|指):?$|但?(?:范围)?(?:仅仅?|只|限)[^,;]{0,5}$)"
)
"""What parts a part from the act before it: ``第3号公告,仅限第三条`` is not parted."""
_ROWS = regexp(r"附件|附表|名单|序号|所列(?:的|之)?$")
"""What makes a number a row of a list and no part of an act."""
_POINTS_TO = regexp(r"(?:日期|时间|期限|期间)[均也]?(?:与|同)$|(?:日期|时间|期限)[按见]$|同$")
"""What right before a part says that it only tells a day: ``执行日期同第(一)项``."""
_THIS_NO_MORE = regexp(
    r"本(?:公告|办法|规定|令|通知|条例|决定|细则|规则|措施|法)|\b[Tt]his\s(?:[A-Z][a-z]+\s){0,2}(?:announcement|notice|order|rule"
    r"|regulation|licence|Announcement|Notice|Order|Rule|Regulation|Licence)"
)


_POWER = regexp(
    r"\b(?:under|pursuant\sto|by\svirtue\sof|in\sexercise\sof[^.;,]{0,40}|in\saccordance\swith|conferred\sby)\s(?:the\s)?$"
)
"""What before a part names the power by which something is done: ``under article 32 of …``."""


def parts_named(
    act: Act, one: Named, clause: Span, *, refers: re.Match[str] | None
) -> tuple[Provision, ...]:
    """Return the parts of an act that the clause names right before or right after it."""
    flow = act.flow
    low = max(clause.start, one.start - _PROVISION_REACH)
    if flow.language == "zh":
        inside = clause.start <= one.start < clause.end
        if inside and (found := parts_before_bracket(flow, one, clause)):
            return found
        at = one.end if inside else refers.end() if refers is not None else clause.start
        while at < clause.end and flow.flow[at] in ",; ":
            at += 1
        another = flow.marked.find("\ue001", at, clause.end)
        high = min(clause.end, at + _PROVISION_REACH, another if another >= 0 else clause.end)
        annexed = _annexed(act, at, high)
        if annexed:
            return annexed
        found = chinese_provisions(flow.flow, at, high)
        between = flow.flow[at : found[0].start] if found else ""
        between = WITHIN.sub("", _IN_BRACKET.sub("", between))
        between = between if inside else _DECIDED.sub("", between)
        rows = _ROWS.search(between) is not None
        near = [part for part in found if not rows and not _APART.search(between)]
        own = [
            part
            for part in near
            if not is_left_out(flow, part, clause)
            and not _POINTS_TO.search(flow.flow, max(clause.start, part.start - 4), part.start)
            and not _THIS_NO_MORE.search(flow.flow, max(clause.start, part.start - 5), part.start)
        ]
        own = [_under_its_point(act, one, part) for part in own]
        if not own or len(own) != len(near) or without_kept(flow, own, clause) != own:
            return tuple(_plain(part) for part in without_kept(flow, own, clause))
        return (*(_plain(part) for part in own), *_annex_beside(act, near[-1].end, high))
    inside = clause.start <= one.start < clause.end
    if not inside:
        found = english_provisions(flow.flow, clause.start, clause.end)
        return tuple(
            _counted(act, part, one)
            for part in found
            if not _is_label(flow, part)
            and not _ASKED_UNDER.search(flow.flow, clause.start, part.start)
            and not _AS_RULED_IN.search(flow.flow, clause.start, part.start)
            and not _WITH_START_OF.search(flow.flow, clause.start, part.start)
            and not _POWER.search(flow.flow, clause.start, part.start)
        )
    low = max(clause.start, one.start - _ENGLISH_REACH)
    items = items_before(flow, low, one)
    if items:
        return items
    before = [
        part
        for part in english_provisions(flow.flow, low, one.start)
        if not _is_label(flow, part)
        and not _OF_LAW.match(flow.flow, part.end, one.start)
        and not _DAY_IN.search(flow.flow, max(clause.start, part.start - _DAY_REACH), part.start)
        and all(number.form == "fr_page" for number in flow.numbers_in(part.end, one.start))
        and not ADDS_IT.search(flow.flow, low, part.start)
        and not _POWER.search(flow.flow, low, part.start)
        and (
            OF_IT.fullmatch(flow.flow, part.end, one.start)
            or (
                WHICH.fullmatch(flow.flow, part.end, one.start)
                and PUT_IT_THERE.match(flow.flow, one.end)
            )
            or (
                one.start - part.start <= _PROVISION_REACH
                and re.search(r"\b(?:and|to|through)\b|,", flow.flow[part.end : one.start])
                and "of" in flow.flow[part.end : one.start]
            )
        )
    ]
    after = parts_behind(flow, one, clause.end)
    named = (*before, *after) or large_part_before(flow, low, one)
    return tuple(_counted(act, part, one) for part in named)


_ASKED_UNDER = regexp(
    r"\b(?:information|requests?|petitions?|submissions?|applications?|procedures?|appeals?)\b[^.;]{0,60}"
    r"\b(?:under|pursuant\sto|in\saccordance\swith|set\sout\sin|provided\sby)\s(?:the\s)?$"
)
"""What right before a part says that it only rules how something is asked for."""
_AS_RULED_IN = regexp(
    r"\b(?:[Ii]n\s(?:accordance|conformity|line)\swith|[Pp]ursuant\sto|[Bb]y\svirtue\sof|[Bb]ased\son|[Hh]aving\sregard\sto)\s(?:the\s)?$"
)
"""What right before a part says that it is one of the law on which the act rests."""
_WITH_START_OF = regexp(
    r"\b(?:(?:coming|entry)\sinto\s(?:force|effect|operation)\sof|commencement\sof|(?:date|day|time)\s(?:on\s|from\s)?(?:which|when|that))\s(?:the\s)?$"
)
"""What right before a part says that only the day is meant on which it begins."""
_DAY_IN = regexp(
    r"\b(?:dates?\s(?:of|on|for)\b[^.;,]{0,60}\b|(?:dates?|days?)\s)(?:laid\sdown|set(?:\sout)?|fixed|specified|stated|provided(?:\sfor)?|mentioned|given|referred\sto)"
    r"\s(?:in|by|under)\s(?:the\s)?(?:[a-z]+\sparagraph\sof\s)?$"
)
"""What right before a part says that only the day is meant which stands there."""
_DAY_REACH = 120
_OF_LAW = regexp(
    r"(?:\s(?:read\swith|and|or)\s(?:[Ss]ections?|[Aa]rticles?|[Rr]egulations?|[Pp]aragraphs?)\s[0-9][0-9A-Za-z()]{0,8}){0,3}"
    r"\s(?:of|to)\s(?:the\s)?(?:[A-Z(][\w'&()-]*\s|of\s|and\s|the\s|on\s|&\s){0,12}(?:Act|Law|Ordinance|Treaty|Constitution|U\.S\.C\.)\b"
)
"""What right behind a part says that it is one of the law on which an act rests."""


def _is_label(flow: Flow, part: Provision) -> bool:
    """Tell whether a part only numbers the provision in which it stands: ``Article 2 (Repeal)``."""
    opens = not flow.flow[flow.flow.rfind("\n", 0, part.start) + 1 : part.start].strip()
    return (
        opens and re.match(r"\s?[.(:]|\s{1,3}[A-Z]", flow.flow[part.end : part.end + 4]) is not None
    )


_ANNEX = regexp(
    rf"[》)\]]?(?:文件|公告|通知|决定)?的?\s?附(?:件|表|录)\s?(?P<n>{NUMERAL})?(?P<named>《[^《》\n]{{2,60}}》)?(?:中|所列|列明)?的?(?=\s?第|\s?\()"
)
_THEN = (
    r"自|于|从|在(?=[0-9本今明])|同时|一并|予以|即行|停止|终止|暂|中止|废|失效|作废|取消|撤销|重新|恢复"
    r"|延|推迟|不再|不予|继续|[由以按]本|更[换新]|替换|改|调整|修[订改]|变更|整体"
)
"""How words go on behind a part to which something is done: with a day, or with what is done."""
_END_OF_ANNEX_PART = regexp(
    r"\s?(?:(?:所列|规定|列明)的?[^,。;()“]{0,8}?)?的?(?:(?:物项|内容|商品|产品|货物|技术)?的?\s?(?:$|(?:实施|施行|执行|生效)的?(?:日期|时间)|[,。;、)]|"
    + _THEN
    + r")"
    r"|[^,。;]{0,16}?的(?:临时)?(?:出口|进口)?(?:管制|管控)(?:措施)?(?=[,。;]|$))"
)


def _annexed(act: Act, at: int, high: int) -> tuple[Provision, ...]:
    """Return the numbered parts of an annex that stand right behind an act: ``附件2第27项``."""
    flow = act.flow.flow
    annex = _ANNEX.match(flow, at, high)
    rows = _ANNEX_ROWS.match(flow, at, high) if annex is None else None
    if rows is not None:
        own = f"annex-{number(rows['n'])}" if rows["n"] else "annex"
        return tuple(
            Provision(id=f"{own}-{int(one)}", start=rows.start(), end=rows.end())
            for one in _DIGITS.findall(rows["rows"])
        )
    if annex is None:
        return _whole_annex(act, at, high)
    counted = number(annex["n"]) if annex["n"] else None
    own = "annex" if counted is None else f"annex-{counted}"
    found = chinese_provisions(flow, annex.end(), high)
    near = [one for one in found if not re.search("[,。;]", flow[annex.end() : one.start])]
    if not near:
        return _whole_annex(act, at, high)
    if _END_OF_ANNEX_PART.match(flow, near[-1].end) is None:
        return ()
    return tuple(
        Provision(id=f"{own}-{_in_digits(one.id)}", start=annex.start(), end=one.end)
        for one in near
    )


def parts_alone(act: Act, cell: Span) -> tuple[Provision, ...]:
    """Return the parts that a cell names which holds nothing else."""
    annexed = _annexed(act, cell.start, cell.end)
    found = annexed or chinese_provisions(act.flow.flow, cell.start, cell.end)
    return tuple(_plain(part) for part in found)


_ANNEX_ROWS = regexp(
    rf"[》)\]]?的?\s?附(?:件|表|录)\s?(?P<n>{NUMERAL})?(?:中|所列|列明)?的?(?:序号|编号)(?:为)?\s?"
    r"(?P<rows>[0-9]{1,3}(?:(?:、|和|及|,)\s?[0-9]{1,3}){0,19})(?![0-9.至到-])(?=(?:所列|所述|列明)?的?(?:物项|商品|产品|货物|技术|条目)?)"
)
"""Rows of an annex by their numbers: ``附件中序号4、7所列物项``."""
_DIGITS = regexp(r"[0-9]{1,3}")
_AND_ANNEX = regexp(r"\s?(?:、|及其|以及|及|和|与)(?=附(?:件|表|录))")


def _annex_beside(act: Act, at: int, high: int) -> tuple[Provision, ...]:
    """Return the annex that is joined to the parts before it: ``第四条及附件1停止执行``."""
    joined = _AND_ANNEX.match(act.flow.flow, at, high)
    return () if joined is None else _whole_annex(act, joined.end(), high)


_WHOLE_ANNEX = regexp(
    rf"[》)\]]?的?\s?附(?:件|表|录)\s?(?P<n>{NUMERAL})(?:\([^()\n]{{2,40}}\)|《[^《》\n]{{2,60}}》)?(?:所列|列明|规定)?的?"
    r"(?:物项|内容|商品|产品|货物|技术|目录|清单)?(?=\s?(?:$|[,。;、)]|原定|实施|施行|执行|适用|改|的|[以由]本|"
    + _THEN
    + r"))"
)


def _whole_annex(act: Act, at: int, high: int) -> tuple[Provision, ...]:
    """Return the annex as a whole that stands right behind an act: ``附件2原定于……实施``."""
    found = _WHOLE_ANNEX.match(act.flow.flow, at, high)
    if found is None:
        return ()
    one = Provision(id=f"annex-{number(found['n'])}", start=found.start(), end=found.end())
    return (one, *_annex_beside(act, found.end(), high))


def _in_digits(part: str) -> str:
    """Write a part of an annex as the annex counts, in digits: ``ii-3`` is ``2-3``."""
    steps = part.lstrip("-").split("-")
    return "-".join(str(from_roman(one) or one) for one in steps)


_ANNEX_OF_ROW = regexp(
    rf"附(?:件|表|录)\s?(?P<n>{NUMERAL})?(?:中|所列|列明)?的?(?:第[^,。;:“”附]{{1,12}}[项条款],?、?)*$"
)
"""What right before a part says that it is a row of an annex: ``附件1第12项、第15项``."""


def row_of_annex(act: Act, part: Provision) -> Provision | None:
    """Return a part as a numbered row of the annex that is named before it, if it is one."""
    sentence = act.flow.sentence(part.start)
    if "名单" in act.flow.flow[sentence.start : sentence.end]:
        return None  # who comes off a list is told by name
    low = max(sentence.start, part.start - _ROW_REACH)
    annex = _ANNEX_OF_ROW.search(act.flow.flow[low : part.start])
    if annex is None or not act.flow.flow.endswith("项", part.start, part.end):
        return None
    counted = number(annex["n"]) if annex["n"] else None
    own = "annex" if counted is None else f"annex-{counted}"
    return Provision(id=f"{own}-{_in_digits(part.id)}", start=part.start, end=part.end)


_ROW_REACH = 60


def as_counted(id: str, part: Provision) -> str:
    """Write a part as the act counts that is changed: an order has articles, not points."""
    own = re.fullmatch(r"(?P<n>[ivxlc]+)(?P<rest>(?:-[0-9]+)*)", part.id)
    value = from_roman(own["n"]) if own and "/order-" in id else None
    return part.id.lstrip("-") if own is None or value is None else f"art-{value}{own['rest']}"


_ITEM_OF_POINT = regexp(r"[ivxlc]+(?:-[0-9]+)?")


def _under_its_point(act: Act, one: Named, part: Provision) -> Provision:
    """Return an item that is counted alone as one of the point told before: ``前述第(二)项``."""
    flow = act.flow
    if not part.id.startswith("-") or flow.language != "zh":
        return part
    told: set[str] = set()
    for before in flow.within(act.body.start, flow.sentence(part.start).start):
        if any(other.id == one.id for other in act.namer.named_in(before.start, before.end)):
            told.update(p.id for p in chinese_provisions(flow.flow, before.start, before.end))
    points = {id.partition("-")[0] for id in told if _ITEM_OF_POINT.fullmatch(id)}
    if len(points) != 1:
        return part
    return Provision(id=points.pop() + part.id, start=part.start, end=part.end)


def _plain(part: Provision) -> Provision:
    return Provision(id=part.id.lstrip("-"), start=part.start, end=part.end)


def _counted(act: Act, part: Provision, one: Named) -> Provision:
    """Write an English reference to a Chinese notice as the notice counts."""
    match = re.fullmatch(r"(?:art|sec)-([0-9]+)((?:-[0-9a-z]+)*)", part.id)
    if one.id.startswith("cn/") and match is not None:
        return Provision(id=roman(int(match[1])) + match[2], start=part.start, end=part.end)
    return part


def own_points(act: Act) -> tuple[Point, ...]:
    """Return the points of an act without its supplement, which counts anew from one."""
    found = SUPPLEMENT.search(act.flow.flow, act.body.start, act.body.end)
    if found is None or act.flow.language == "zh":
        return points(act.flow, act.body)
    return points(act.flow, Span(act.body.start, found.start()))


def instruction_with_start(act: Act, at: int) -> str | None:
    """Return the amendatory instruction that holds ``at`` and starts on a day of its own."""
    if not any(key.startswith("instruction-") for key in act.commencement.parts):
        return None
    law = rule_parts(act.flow, act.body).law
    for point in instructions(act.flow, law or act.body):
        key = f"instruction-{point.value}"
        if point.span.holds(at) and key in act.commencement.parts:
            return key
    return None


def article_with_start(act: Act, at: int) -> str | None:
    """Return the part of the act itself that holds ``at`` and starts on a day of its own."""
    if not act.commencement.parts:
        return None
    supplement = SUPPLEMENT.search(act.flow.flow, act.body.start, act.body.end)
    if supplement is not None and supplement.start() <= at and act.flow.language == "en":
        found = points(act.flow, Span(supplement.start(), act.body.end))
        held = (f"{OF_SUPPLEMENT}art-{point.label}" for point in found if point.span.holds(at))
        return next((key for key in held if key in act.commencement.parts), None)
    if act.family == "rule" and (own := instruction_with_start(act, at)) is not None:
        return own
    for point in own_points(act):
        if point.span.holds(at):
            value = point.value
            keys: tuple[str, ...] = (f"art-{point.label}",)  # point 2 of the annex is not article 2
            if point.numbering.name != "article":
                keys = (f"reg-{value}", *keys, f"sec-{value}", roman(value), str(value))
            return next((key for key in keys if key in act.commencement.parts), None)
    return None


def item_with_start(act: Act, at: int) -> str | None:
    """Return the item of an act without points that holds ``at`` and starts on its own day."""
    if act.flow.language != "zh" or own_points(act):
        return None
    held = (str(item.value) for item in items_of(act.flow, act.body) if item.span.holds(at))
    return next((key for key in held if key in act.commencement.parts), None)


def begins_act(act: str, part: str) -> bool:
    """Tell whether a part only says when its act begins: then the whole act is put off."""
    return act.startswith("uk/si/") and re.match(r"(?:reg|art|rule)-1(?:-|$)", part) is not None


def place_of(flow: Flow, one: Named, clause: Span) -> Span:
    """Return where the parts of an act stand: in the clause, or beside its name in a list."""
    if one.start >= clause.end and "|" in flow.flow[slice(*_line_of(flow, one))]:
        return Span(*_line_of(flow, one))
    if flow.language == "en" or one.start < clause.end:
        return clause
    return flow.sentence(one.start)


def _line_of(flow: Flow, one: Named) -> tuple[int, int]:
    """Return where the line begins and ends that names an act."""
    end = flow.flow.find("\n", one.end)
    return flow.flow.rfind("\n", 0, one.start) + 1, len(flow.flow) if end < 0 else end
