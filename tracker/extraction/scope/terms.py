"""What are the terms of a provision, as data, and on which words do they rest?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tracker.extraction.extracted import Evidence
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.codes import control_codes, customs_codes, quoted_codes
from tracker.extraction.scope.elements import elements
from tracker.extraction.scope.left_out import kept_as_is, without
from tracker.extraction.scope.licence_bounds import OUTSIDE, bounded
from tracker.extraction.scope.parties import (
    bare_parties,
    counted_parties,
    listed_parties,
    named_in_list,
    named_parties,
    numbered_parties,
)
from tracker.extraction.scope.party_counts import parties_count
from tracker.extraction.scope.places import destinations, listed_countries, origin
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.numerals import NUMERAL, number
from tracker.extraction.spelling.regexps import regexp

_POINT_HEAD = regexp(
    r"\s*(?:(?:第?[一二三四五六七八九十]{1,3}[条、]|\([一二三四五六七八九十0-9a-z]{1,3}\)|(?:Article\s)?[0-9IVX]{1,4}[.)]|Article\s[0-9]{1,3}(?=\s|$)|[0-9]{1,2}、)\s*)+"
)
_CARVED_OUT = regexp(
    r"(?:本公告|本令|本条|本款)?不(?:控制|适用于|包括|管制)(?P<zh>[^,。;\n]{2,60})"
    r"|(?:(?<=[。;:\n])|^)\s?(?P<zh3>[^,。;:\n]{3,80}?),?(?:均|可)?不(?:适用(?:于)?(?:本|上述|前款|前条|第)|属于(?:本|技术出口|出口管制|管制)|受(?:本|上述|前款|前条|第)[^,。;]{0,6}(?:限制|约束|管制)|在[^,。;]{0,8}之列)"
    r"|(?:(?<=[。;:,(\n])|(?<=但))(?P<zh4>[^,。;:()\n]{2,80}?)(?:除外|不在此[限列])"
    r"|(?:(?<=[。;:,、\n])|^)(?P<zh9>[^,。;:()、\n]{2,60}(?:\([^()\n]{2,60}\))?)(?:不(?:予)?(?:实施|实行|纳入|列入)|[无毋][需须]|不需要?|不必)[^,。;]{0,20}(?=[,;。]\s?(?:但|而)?(?:对|凡)?(?:其[他余它]|除此))"
    r"|除(?!另有|法律|有关|上述|本|特殊|因|非|前)(?P<zh8>[^,。;:\n]{3,60}?)(?:以外|之外|外)(?=的?,)"
    r"|(?:(?<=[。;:\n])|^)\s?(?P<zh5>[^,。;:\n]{3,80}?),?(?:可以?|均)?(?:免[于予](?:登记|申请|申领|许可)|不(?:再)?(?:办理登记|申请许可))"
    r"|(?:(?<=[。;:\n])|^)\s?(?P<zh6>(?!第[^,。;]{1,8}[条款项点])(?:(?!公告|决定|办法|规定)[^,。;:\n]){4,80}?),?不受(?:前款|上述|该)?[^,。;]{0,8}?影响"
    r"|(?P<zh7>本(?:公告|令|办法|通知|决定|规定)(?:施行|实施|生效|公布|发布|执行)(?:之?日)?(?:之?前|以前)已经?[^,。;]{2,50}"
    r"(?:合同|协议|订单|货物|产品|商品|批次)[^,。;]{0,16}),?(?:均|仍|仍然)?(?:允许|可以?|准予|准许|不受|继续|按原)"
    r"|(?:^|[。;,])\s?(?P<zh2>[^,。;\n]{4,60}?),?(?:免于|免予|无需|不需要?)(?:提交|提供|办理|申报|填报)|\b(?:does|do"
    r"|shall)\snot\s(?:apply\sto|control|cover|include)\s(?P<en>[^.;\n]{3,120})"
    r"|\b(?:except|other\sthan|excluding)\s(?:for\s)?(?P<en2>[^.;,\n]{3,80})"
    r"|(?:(?<=\n)|(?<=\.\s))(?P<en3>[A-Z][^.;\n]{3,160}?)\s(?:shall|will|do|does|is|are)\snot\s(?:be\s)?subject\sto\s"
    r"(?:the\s|this\s|such\s|any\s)?(?:measures?|requirements?|authori|licen|prohibition|restriction|obligation|provisions|paragraph|controls?|Regulation|Article)"
)
_LEAD_OF_WORDS = regexp(
    r"\s*(?:(?:第?[一二三四五六七八九十]{1,3}[条、]|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、])\s*)?(?:但|对(?!外))?(?=[\u4e00-\u9fff《“])"
)
"""The number of a point, and the word of contrast, before what is let out."""
_END_USES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "military",
        regexp(
            r"军事用途|军事用户|军事目的|军事最终用[户途]|军事领域|境外军队|军队|武器装备"
            r"|\bmilitary\s(?:end[- ])?(?:uses?"
            r"|users?|purposes?)"
        ),
    ),
    (
        "weapons of mass destruction",
        regexp(r"大规模杀伤性武器|\bweapons\sof\smass\sdestruction\b|\bWMD\b"),
    ),
    ("terrorism", regexp(r"恐怖主义|\bterroris[mt]")),
    (
        "research, development or production of logic chips",
        regexp(
            r"(?:研发|研制|生产)[^。;]{0,40}?逻辑(?:芯片|集成电路)"
            r"|\blogic\s(?:chips?|integrated\scircuits?)"
        ),
    ),
    (
        "research, development or production of memory chips",
        regexp(r"(?:研发|研制|生产)[^。;]{0,60}?存储(?:芯片|器)|\bmemory\schips?"),
    ),
    (
        "artificial intelligence with military potential",
        regexp(
            r"(?:潜在)?军事[^,。;]{0,6}人工智能|人工智能[^,。;]{0,12}军事"
            r"|\bartificial\sintelligence\b[^.;]{0,40}military"
        ),
    ),
)
_EXEMPT_USES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "emergency medical, public health, disaster relief",
        regexp(
            r"(?:紧急)?医疗[^。;]{0,30}?(?:公共卫生|灾害)|\bhumanitarian\b|\bemergency\smedical\b"
            r"|\bdisaster\srelief\b"
        ),
    ),
    (
        "public-domain technology, basic science, patent filing",
        regexp(r"公有领域|基础科学|\bpublic\sdomain\b|\bbasic\sscientific\sresearch\b"),
    ),
)
_LISTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "control_list",
        regexp(
            r"出口管制管控名单|管控名单|\b[Ee]xport\s[Cc]ontrol\s(?:[Cc]ontrol\s)?[Ll]ist\b"
            r"|\bcontrol\slist\b"
        ),
    ),
    ("watch_list", regexp(r"关注名单|\b[Ww]atch\s?[Ll]ist\b")),
    (
        "unreliable_entity_list",
        regexp(r"不可靠实体清单|\b[Uu]nreliable\s[Ee]ntit(?:y|ies)\s[Ll]ist\b"),
    ),
    ("entity_list", regexp(r"\bEntity\sList\b")),
)
_AUTHORITIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "MOFCOM",
        regexp(
            r"向(?:国务院)?商务(?:部|主管部门)[^,。;]{0,10}申请|商务部颁发"
            r"|\bapply\sto\sthe\s(?:Ministry\sof\sCommerce|MOFCOM)"
            r"|\bissued\sby\s(?:the\s)?(?:MOFCOM|Ministry\sof\sCommerce)"
        ),
    ),
)


@dataclass(slots=True)
class Terms:
    """Terms under way: the data, and the evidence for each key."""

    data: dict[str, Any] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)

    def put(self, flow: Flow, key: str, value: Any, start: int, end: int) -> None:
        """Set a key, resting on the words at ``start:end``; an empty value sets nothing."""
        if value in (None, "", [], {}):
            return
        self.data.setdefault(key, value)
        self.evidence.append(flow.evidence(key, start, end))

    def extend(self, flow: Flow, key: str, values: Iterable[Any], start: int, end: int) -> None:
        """Add to a list, each value once."""
        new = [value for value in values if value not in self.data.get(key, [])]
        if new:
            mine = self.data.setdefault(key, [])
            mine.extend(new)
            if key == "thresholds":
                mine[:] = _named(mine)
            self.evidence.append(flow.evidence(key, start, end))

    def add(self, other: "Terms") -> None:
        """Take over what other terms hold: lists are joined, the rest stays as it was."""
        for key, value in other.data.items():
            if isinstance(value, list):
                mine = self.data.setdefault(key, [])
                mine.extend(one for one in value if one not in mine)
                if key == "thresholds":
                    mine[:] = _named(mine)
            else:
                self.data.setdefault(key, value)
        self.evidence += other.evidence


def _named(limits: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out limits called ``value``, as no word names them, that stand there by name too."""
    told = [{**limit, "what": "value"} for limit in limits if limit["what"] != "value"]
    return [limit for limit in limits if limit["what"] != "value" or limit not in told]


def goods(
    flow: Flow, spans: Iterable[Span], terms: Terms, *, quoted: bool = False,
    permits: bool = False, unbound: tuple[Span, ...] = (),
) -> None:  # fmt: skip
    """Read codes and limits of goods out of some stretches into ``terms``.

    ``quoted``: in the new words of an amendment digits alone between quotation marks are a code.
    ``permits``: what lies outside a permission is turned; ``unbound``: limits that bound no goods.
    """
    meant = (piece for span in spans for piece in without(span, _kept(flow, span, permits=permits)))
    for span in meant:
        for code in control_codes(flow, span):
            terms.extend(flow, "control_codes", (code.code,), code.start, code.end)
        for code in (*customs_codes(flow, span), *(quoted_codes(flow, span) if quoted else ())):
            terms.extend(flow, "hs_codes", (code.code,), code.start, code.end)
        holes = (one for one in unbound if span.start <= one.start < span.end)
        whole = ((piece, False) for piece in without(span, holes))
        for piece, turned in bounded(flow, span) if permits else whole:
            for limit in thresholds(flow, piece, inverted=turned):
                terms.extend(flow, "thresholds", (limit.as_terms(),), limit.start, limit.end)


def _kept(flow: Flow, span: Span, *, permits: bool) -> Iterator[Span]:
    for one in kept_as_is(flow, span):
        if not (permits and OUTSIDE.search(flow.flow, one.start, one.end)):
            yield one


def theme(flow: Flow, terms: Terms, spans: Iterable[Span], heads: Iterable[Span]) -> None:
    """Set the elements: those of the nearest heading that names any, else those of the text."""
    sentences = [part for span in spans for part in flow.sentences_of(span)]
    naming = [(part, found) for part in sentences if (found := elements(flow, part))]
    told = list(dict.fromkeys(symbol for _, found in naming for symbol in found))
    for head in heads:
        named = elements(flow, head)
        common = [symbol for symbol in told if symbol in named] if told else list(named)
        if named and common:
            terms.put(flow, "elements", list(named) if not told else common, head.start, head.end)
            return
    for part, found in naming:
        terms.extend(flow, "elements", found, part.start, part.end)


_NAMED_TERMS = (
    ("end_use", _END_USES),
    ("list", _LISTS),
    ("licence_authority", _AUTHORITIES),
)


def circumstances(flow: Flow, span: Span, terms: Terms, *, home: str | None) -> None:
    """Read origin, destinations, end uses, lists and authority into ``terms``."""
    made, technology = origin(flow, span)
    terms.put(flow, "origin", made, span.start, span.end)
    terms.put(flow, "technology_origin", technology, span.start, span.end)
    terms.put(flow, "destinations", list(destinations(flow, span, home=home)), span.start, span.end)
    named_terms(flow, span, terms, keys=("end_use", "licence_authority"))


def named_terms(flow: Flow, span: Span, terms: Terms, *, keys: tuple[str, ...]) -> None:
    """Read end uses, the list of parties, the authority: whichever ``keys`` ask for."""
    for key, rows in _NAMED_TERMS:
        for name, pattern in rows if key in keys else ():
            may = flow.sieve.may(pattern, span.start, span.end)
            match = pattern.search(flow.flow, span.start, span.end) if may else None
            if match is None:
                continue
            if key == "end_use":
                terms.extend(flow, key, (name,), match.start(), match.end())
            else:
                terms.put(flow, key, name, match.start(), match.end())


def exemptions(flow: Flow, span: Span, terms: Terms) -> None:
    """Read what a stretch leaves out into ``terms``."""
    may = flow.sieve.may
    for name, pattern in _EXEMPT_USES:
        if not may(pattern, span.start, span.end):
            continue
        match = pattern.search(flow.flow, span.start, span.end)
        if match is not None:
            terms.extend(flow, "exemptions", (name,), match.start(), match.end())
    if not may(_CARVED_OUT, span.start, span.end):
        return
    for match in _CARVED_OUT.finditer(flow.flow, span.start, span.end):
        group = next(name for name in _CARVED_OUT.groupindex if match[name])
        if group == "en2":
            continue
        lead = _LEAD_OF_WORDS.match(flow.flow, match.start(group), match.end(group))
        start = lead.end() if lead else match.start(group)
        words = flow.text[start : match.end(group)].strip()
        terms.extend(flow, "exemptions", (words,), match.start(), match.end())


_FREED_BEFORE = regexp(
    r"(?:出口目的为|最终用途为|用途为|用于|符合|属于)?(?P<zh>[^,。;:\n]{2,80}?)(?:的)?,?(?:可以?|均|一律)?\s?$"
    r"|(?P<en>[A-Z][^.;\n]{2,160}?)\s?,?\s?(?:is|are|shall\sbe|do|does|need|needs|will)?\s?$"
)
_FREED_BEHIND = regexp(
    r"[^.;]{0,40}?\b(?:for|in\sthe\scase\sof|when|where)\s(?:the\s(?:export|supply)\sof\s)?(?P<en>[^.;\n]{3,160})"
)


_HEADING = regexp(r"\([^()]{3,40}\)")
_APPLIES_NOT = regexp(
    r"\s(?:to|where|if|when|for|in\s(?:respect|the\scase)\sof)\s(?P<en>[^.;\n]{3,160})"
)
"""For what a provision does not apply."""
_WHO_FREES = regexp(r"(?:[A-Z]{2,6}|(?:This|The)\s(?:[a-z]+\s){0,2}rule)")
_LISTED_BELOW = regexp(r"下列|以下|(?i:the\sfollowing)")
_MOST_OF_A_LIST = 200


def freed(flow: Flow, span: Span, terms: Terms, *, at: int, end: int) -> None:
    """Read what a provision frees, whose words to free it stand at ``at:end``, if it says so."""
    if terms.data.get("exemptions") or not span.holds(at):
        return
    sentence = flow.sentence(at)
    low = max(span.start, sentence.start)
    numbered = _POINT_HEAD.match(flow.flow, low, at)
    low = numbered.end() if numbered else low
    before = _FREED_BEFORE.search(flow.flow[low:at])
    if before is not None and _WHO_FREES.fullmatch(before.group().strip()):
        before = None
    if before is not None and _HEADING.fullmatch(before.group().strip()):
        before = None
    applies = flow.flow[at:end].endswith(("apply", "applicable"))
    pattern = _APPLIES_NOT if applies else _FREED_BEHIND
    before = None if applies else before
    behind = pattern.match(flow.flow, end, min(sentence.end, span.end))
    if before is not None and before.lastgroup is not None:
        start, stop = (low + place for place in before.span(before.lastgroup))
    elif behind is not None:
        start, stop = behind.span("en")
    else:
        return
    words = flow.trimmed(start, stop)
    if flow.language == "zh" and flow.days_in(words.start, words.end):
        return  # only when one is free
    if _LISTED_BELOW.match(flow.flow, words.start) and flow.flow[sentence.end - 1] == ":":
        words = flow.trimmed(sentence.end, min(span.end, sentence.end + _MOST_OF_A_LIST))
    terms.extend(flow, "exemptions", (flow.text[words.start : words.end],), words.start, words.end)


_OF_FIRMS = regexp(r"实体|名单|企业|公司|机构|个人|人员|组织|(?i:entit|compan|person)")
_FORM = regexp(r"告知书|样式|申请表|承诺书|证明|报告表")
_HEAD_OF_LIST = 40


def _holds_firms(flow: Flow, annex: Span) -> bool:
    """Tell whether an annex lists firms, by its head or by their names; not goods or a form."""
    head = flow.flow[annex.start : min(annex.end, annex.start + _HEAD_OF_LIST)]
    headed = _OF_FIRMS.search(head) is not None and _FORM.search(head) is None
    return headed or bool(numbered_parties(flow, annex))


def listed(flow: Flow, span: Span, annexes: Iterable[Span], terms: Terms) -> None:
    """Read the parties that a point puts on a list, from its own words or from the annex."""
    count = parties_count(flow, span)
    for party in counted_parties(flow, span, count):
        terms.extend(flow, "parties", (party.name,), party.start, party.end)
    for annex in annexes if not terms.data.get("parties") else ():
        if control_codes(flow, annex) or customs_codes(flow, annex):
            continue
        if flow.language == "zh" and not _holds_firms(flow, annex):
            continue
        listed_here = listed_parties(flow, annex)
        in_line = named_in_list(flow, annex)
        if count is not None and len(in_line) == count != len(listed_here):
            listed_here = in_line
        if listed_here is not in_line and not numbered_parties(flow, annex):
            listed_here = bare_parties(flow, annex) or listed_here
        for party in listed_here:
            terms.extend(flow, "parties", (party.name,), party.start, party.end)
    for read in (bare_parties, numbered_parties, named_parties):
        if not terms.data.get("parties"):
            for party in read(flow, span):
                terms.extend(flow, "parties", (party.name,), party.start, party.end)
    if count is not None:
        terms.data["parties_count"] = count
    elif terms.data.get("parties"):
        terms.data["parties_count"] = len(terms.data["parties"])


_ONES_OF_LIST = regexp(
    rf"(?:名单)?(?:第|序号为?第?){NUMERAL}[家项号]?(?:(?:、|,|和|及|至|到|-)第?{NUMERAL}[家项号]?){{0,30}}(?<=[家项号])?(?=(?:所列)?的?(?:外国|境外)?(?:实体|企业|公司|机构|组织))"
)
_ONE = regexp(rf"(?P<to>至|到|-)?第?(?P<n>{NUMERAL})")


def picked(flow: Flow, words: Iterable[Span], terms: Terms) -> None:
    """Keep of the parties only those that the words count out of the list: ``第2家、第4家实体``."""
    named = terms.data.get("parties", [])
    for span in words if named and flow.language == "zh" else ():
        told = _ONES_OF_LIST.search(flow.flow, span.start, span.end)
        if told is None:
            continue
        places: list[int] = []
        for one in _ONE.finditer(told.group()):
            value = number(one["n"]) or 0
            places += range(places[-1] + 1 if one["to"] and places else value, value + 1)
        if places and max(places) <= len(named):
            terms.data["parties"] = [named[place - 1] for place in places if place]
            terms.data["parties_count"] = len(terms.data["parties"])
            terms.evidence.append(flow.evidence("parties", told.start(), told.end()))


def scheduled_destinations(flow: Flow, lists: Iterable[Span], terms: Terms) -> None:
    """Read a schedule of destinations into ``terms``: the first stretch that lists countries."""
    for span in lists:
        found = listed_countries(flow, span)
        if found and "destinations" not in terms.data:
            terms.put(flow, "destinations", list(found), span.start, span.end)
