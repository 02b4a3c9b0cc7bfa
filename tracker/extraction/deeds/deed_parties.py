"""To which parties is a deed narrowed, where its clause names or lists any?"""

import re
from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.deeds.disposition_tables import firms_of_row, table_below
from tracker.extraction.deeds.firms_meant import (
    FIRMS_BELOW,
    OF_HIS,
    SENTENCES_BACK,
    THESE_FIRMS,
    firms_meant,
)
from tracker.extraction.deeds.named_narrowing import narrowed_by_name
from tracker.extraction.deeds.pointed_firms_chinese import pointed_firms
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.entity_lists import named_in_run, numbered_names, quoted_entries
from tracker.extraction.scope.firms_chinese import firm_runs, with_whole_names
from tracker.extraction.scope.list_moves import taken_off_list
from tracker.extraction.scope.parties import (
    Party,
    bare_parties,
    firms_told,
    is_firm,
    named_in_list,
    named_parties,
)
from tracker.extraction.scope.party_counts import parties_count
from tracker.extraction.spelling.numerals import number
from tracker.extraction.spelling.regexps import regexp

_AND_OTHERS = regexp(
    r"等(?:[0-9一二三四五六七八九十]{1,4}家)?(?:公司|企业|实体|机构)|\band\sothers\b"
)
_ANNEX_NO = regexp(r"附件\s?(?P<n>[0-9一二三四五])")


def _annexed(act: Act, clause: Span, count: int | None) -> tuple[Party, ...]:
    """Return the parties of the annex that a clause means: by its number, else by how many."""
    told = _ANNEX_NO.search(act.flow.flow, clause.start, clause.end)
    for annex in act.layout.annexes:
        head = _ANNEX_NO.match(act.flow.flow, annex.start, annex.end)
        if told is not None and head is not None and number(head["n"]) == number(told["n"]):
            listed = named_in_list(act.flow, annex) or bare_parties(act.flow, annex)
            if listed and count in (None, len(listed)):
                return listed
    for annex in act.layout.annexes:
        lists = (annex, *act.flow.lines_within(annex.start, annex.end))
        for one in lists:
            listed = named_in_list(act.flow, one) or bare_parties(act.flow, one)
            if told is not None and listed and _is_annex(act.flow, one, told["n"]):
                return listed
            if told is None and count is not None and len(listed) == count:
                return listed
    return ()


def _of_table(act: Act, sentence: Span) -> tuple[Party, ...]:
    """Return the firms of the table that a sentence opens, if each row names one."""
    table = table_below(act, sentence)
    if table is None or "act" in table.columns:
        return ()
    rows = [firms_of_row(act.flow, row) for row in table.rows]
    return tuple(firm for firms in rows for firm in firms) if all(rows) else ()


def _is_annex(flow: Flow, line: Span, number: str) -> bool:
    head = flow.flow[line.start : line.start + 8]
    return re.match(rf"(?:附件)?[::]?\s?{number}[.、::\s]", head) is not None


_ONLY_COUNTED = regexp(
    r"(?:这|该|上述|前述|其中的?|[前后末头])(?:[0-9一二两三四五六七八九十]{1,3})\s?家[^,。;]{0,4}(?:公司|企业|实体|机构|主体)"
)
"""What counts firms and names none: ``这两家公司``."""


def parties(act: Act, clause: Span, sentence: Span) -> tuple[Party, ...]:
    """Return the parties to which the clause is narrowed; 其 means those named before it.

    Where it names some of those that it counts, the list of the annex names them all.
    """
    flow = act.flow
    spared = _spared_names(flow, clause)
    found = tuple(
        one
        for one in named_parties(flow, clause)
        if not _in_title(flow, one)
        and not any(span.holds(one.start) for span in spared)
        and not _ONLY_COUNTED.fullmatch(one.name)
    )
    if flow.language == "zh":
        found = with_whole_names(flow, found, clause)
    count = parties_count(flow, clause)
    if found and (
        _AND_OTHERS.search(flow.flow, clause.start, clause.end) or (count or 0) > len(found)
    ):
        annexed = _annexed(act, clause, count)
        return annexed if {one.name for one in found} <= {one.name for one in annexed} else found
    if found:
        return found
    if flow.language == "en" and (taken_off := _taken_off(flow, clause)):
        return taken_off
    if flow.language == "en" and (below := _named_below(act, clause)):
        return below
    if flow.language == "zh" and (below := _of_table(act, sentence)):
        return below
    if flow.language == "zh" and (listed := _listed(act, clause, sentence, count)):
        return listed
    if flow.language == "zh" and (pointed := pointed_firms(act, clause)):
        return pointed
    if flow.language == "zh" and _THE_REST.search(flow.flow, clause.start, clause.end):
        return ()
    if flow.language == "zh" and (off := _taken_off_before(flow, clause, sentence)):
        return off
    if re.search(
        r"对其|将其|对(?:上述|该)|其所|\bthem\b|\btheir\b|\bthese\s(?:entities|companies)\b",
        flow.flow[clause.start : clause.end],
    ) and (here := named_parties(flow, Span(sentence.start, clause.start))):
        return here
    if flow.language == "zh" and (quoted := tuple(_quoted_firms(flow, sentence, clause))):
        return quoted
    beside = _firms_beside(flow, clause, sentence) if flow.language == "zh" else ()
    if beside and not any(_ONLY_COUNTED.fullmatch(one.name) for one in beside):
        return beside
    if these := _THESE.search(flow.flow, clause.start, clause.end):
        before = _named_before(act, sentence)
        return before if not these["one"] or len(before) == 1 else ()
    if flow.language == "zh" and _THOSE_FIRMS.search(flow.flow, clause.start, clause.end):
        return _named_before(act, sentence)
    if flow.language != "en":
        return _told_first(flow, clause, sentence)
    return firms_meant(act, clause, sentence) or narrowed_by_name(flow, clause)


_OF_FIRMS = regexp(r"(?:名单|清单|管控措施|对其|措施)")
_NUMBER = regexp(
    r"\s*(?:[一二三四五六七八九十甲乙丙丁]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、])?\s?"
)


def _told_first(flow: Flow, clause: Span, sentence: Span) -> tuple[Party, ...]:
    """Return the firms with which a sentence on a list begins: ``甲公司改正有关行为,移出名单``."""
    if not _OF_FIRMS.search(flow.flow, clause.start, sentence.end):
        return ()
    runs = firm_runs(flow, sentence)
    first = bool(runs) and _NUMBER.fullmatch(flow.flow, sentence.start, runs[0][0].start)
    return runs[0] if first and len(runs) == 1 else ()


_POINTS_BACK = regexp(rf"{OF_HIS.pattern}|{THESE_FIRMS.pattern}")


def _firms_beside(flow: Flow, clause: Span, sentence: Span) -> tuple[Party, ...]:
    """Return the firms that a Chinese clause names, however; else those before it that 其 means."""
    titles = (run for run in firm_runs(flow, clause) if not _in_title(flow, run[0]))
    named = tuple(firm for run in titles for firm in run)
    if not named and _POINTS_BACK.search(flow.flow, clause.start, clause.end):
        named = tuple(f for run in firm_runs(flow, Span(sentence.start, clause.start)) for f in run)
    return tuple({firm.name: firm for firm in named}.values())


_QUOTED_FIRM = regexp(r"“(?P<name>[^“”(),。;]{2,40})(?:\([^()“”]{1,80}\))?”")


def _quoted_firms(flow: Flow, sentence: Span, clause: Span) -> Iterator[Party]:
    """Yield the firms that a sentence names between quotation marks before it says 其."""
    if OF_HIS.search(flow.flow, clause.start, clause.end) is None:
        return
    for found in _QUOTED_FIRM.finditer(flow.flow, sentence.start, clause.end):
        start, end = found.span("name")
        if is_firm(flow.flow[start:end]):
            yield Party(name=flow.text[start:end].strip(), start=start, end=end)


_THOSE_FIRMS = regexp(
    r"对其(?:恢复|重新|再次|继续|再|暂停|停止|终止|解除|取消){0,2}(?:规定|采取|实施|适用|作出|执行)的?[^,。;]{0,40}?(?:措施|决定|管制|禁令|限制)|(?:不再|停止)对其(?:适用|实施|执行|采取)|将其(?:移出|移除|调出|剔除)|"
    + THESE_FIRMS.pattern
)
"""How a clause points to firms that were named before it."""


_TITLE = regexp(r"\ue001\((?:关于|公布)[^()]{0,90}$")
"""What before a name says that it stands in the title of an act, in brackets."""


_NAMES_ACT = regexp(
    r"(?:\s\([^()\n]{1,60}\)){0,3}\s(?:[A-Z][a-z]+\s){0,2}"
    r"(?:Regulations?|Rules?|Orders?|Act|Directions?|Licen[cs]e|Ordinance|Scheme)\b"
)
_IS_ACT = regexp(r"\b(?:Regulations?|Rules?|Orders?|Notice|Directions?|Licen[cs]e|Ordinance)\b")
_NUMBER_BEHIND = regexp(r"\s?\((?=[^()\n]{0,120}\ue001)")
"""What behind words in capitals says that they begin the title of an act."""


def _in_title(flow: Flow, one: Party) -> bool:
    if flow.language == "en" and (
        _NAMES_ACT.match(flow.flow, one.end)
        or (_IS_ACT.search(one.name) and _NUMBER_BEHIND.match(flow.marked, one.end))
    ):
        return True
    return _TITLE.search(flow.marked[max(0, one.start - _TITLE_REACH) : one.start]) is not None


_TITLE_REACH = 100
_THE_REST = regexp(r"(?:其余|其他|其它|剩余)(?:的)?[^,。;]{0,6}?(?:家|实体|企业|公司|机构)")
"""What means all but those named before: a deed on them is narrowed to nobody by name."""
_OFF_LIST = regexp(
    r"(?:(?<=[。;\n])|^)[^。;\n]{4,300}?(?:移出|移除|撤出|调出|剔除)[^,。;\n]{0,30}(?:名单|清单)[^。;\n]{0,30}$"
)


def _taken_off_before(flow: Flow, clause: Span, sentence: Span) -> tuple[Party, ...]:
    """Return whom the sentence took off a list, where it goes on to end what held for them."""
    before = _OFF_LIST.search(flow.flow[sentence.start : clause.start])
    if before is None:
        return ()
    return named_parties(flow, Span(sentence.start + before.start(), clause.start))


_SPARED = regexp(
    r"除[^,。;\ue001]{1,120}(?:公司|集团|企业|研究所|研究院|大学|中心|厂)(?:以外|之外|外)"
)


_EXCEPTED = regexp(
    r"\b(?i:(?:with\s(?:the|an)\sexception\sof|except(?:ing|\sfor|\sin\s(?:respect|the\scase)\sof)?|other\sthan|excluding|apart\sfrom|save(?:\sfor)?|but\snot(?:\sfor)?))\s"
    r"(?:the\s)?(?P<names>(?!(?:Nos?|Articles?|Sections?|Paragraphs?|Items?|Points?|Regulations?|Annex(?:es)?)\b)"
    r"[A-Z][^;:]{3,300}?)(?=,\s(?:for|which|who|the|to|all|any|it|they|are|shall|will|remain|[a-z]+s)\s|\s(?:is|are|shall|will|remains?|stays?|which|who)\s|[;:)]|\.?$)"
)
"""Whom an English clause leaves out of what it does."""


def _spared_names(flow: Flow, clause: Span) -> tuple[Span, ...]:
    """Return where an English clause names the firms that it spares."""
    if flow.language != "en":
        return ()
    found = flow.marked_sieve.finditer(_EXCEPTED, clause.start, clause.end)
    return tuple(Span(*one.span("names")) for one in found)


def spares_parties(act: Act, clause: Span) -> bool:
    """Tell whether a clause moves all but some parties, which no effect can say."""
    if act.flow.language != "zh":
        spared = _spared_names(act.flow, clause)
        firms = (tuple(named_in_run(act.flow, one)) for one in spared)
        return any(firms) and not parties(act, clause, clause)
    return _SPARED.search(act.flow.flow, clause.start, clause.end) is not None


_TAKEN_OFF = regexp(
    r"\b(?:(?:listings?|entr(?:y|ies)|names?)\s(?:of|for|concerning|relating\sto|regarding|corresponding\sto|in\srespect\sof|as\sregards)"
    r"|remov(?:e|es|ing)|delet(?:e|es|ing))\s(?:the\sentr(?:y|ies)\s(?:for|of|concerning)\s)?"
    r"(?!(?:Sections?|Sec|Parts?|Paragraphs?|Supplement|Articles?|Schedules?|Annex|Instructions?|ECCNs?)\b)(?P<names>[A-Z][^;:]{2,400}?)"
    r"(?=,?\s(?:which|who|added|is\s|are\s|shall\s|from\sthe|from\sits|from\sAnnex|in\s(?:the|Annex|Part|Schedule)|on\sthe|under\sthe|located"
    r"|(?:one|two|three|four|five|six)\s(?:entit|person|part)))"
)


_APPLIED_TO = regexp(
    r"\b(?:applying|application|enforcing|enforcement|implementing)\s(?:to|against)\s(?P<names>[A-Z][^;:]{2,300}?)"
    r"(?=,?\s(?:of\s)?the\s(?:[a-z]+\s){0,2}(?:measures?|restrictions?|prohibitions?|controls?|bans?|requirements?|provisions?)\b)"
)
"""Whom a clause no longer binds: ``to stop applying to X and Y the measures laid down in …``."""
_FREED = regexp(
    r"(?:^|[.;:,]\s|\bthat\s|(?<=\n))(?P<names>[A-Z][^;:\n]{2,300}?),?\s(?:is|are)\sno\slonger\s(?:blocked|designated|listed|barred)\b"
)


def _taken_off(flow: Flow, clause: Span) -> tuple[Party, ...]:
    """Return the names that stand between the word for taking off and the list."""
    found = _TAKEN_OFF.search(flow.flow, clause.start, clause.end)
    listed = taken_off_list(flow, clause) if found is None else None
    if listed is not None:
        return tuple(named_in_run(flow, listed))
    for words in (_FREED, _APPLIED_TO):
        found = found or words.search(flow.flow, clause.start, clause.end)
    return () if found is None else tuple(named_in_run(flow, Span(*found.span("names"))))


_THESE = regexp(
    r"(?:上述|前述|该)\s?[0-9一二两三四五六七八九十]{1,3}\s?家|(?P<one>[经应对于]该(?:公司|企业|实体|机构))|"
    r"\b(?:these|those|the\ssame)\s(?:two|three|four|five|six|seven|eight|nine|ten)\s(?:entities|companies|persons|firms|parties)\b"
)


def _named_before(act: Act, sentence: Span) -> tuple[Party, ...]:
    """Return the parties of the last sentence before that names any."""
    earlier = act.flow.within(act.body.start, sentence.start)[-SENTENCES_BACK:]
    count = parties_count(act.flow, sentence)
    for one in (sentence, *reversed(earlier)):
        told = (named_parties(act.flow, one), firms_told(act.flow, one))
        found = next((f for f in told if f and count in (None, len(f))), ())
        if found:
            return found
    if act.flow.language == "zh":
        return _of_one_annex(act)
    entries = quoted_entries(act.flow, act.body)
    return entries if len(entries) == count else ()


def _of_one_annex(act: Act) -> tuple[Party, ...]:
    """Return the names of the one annex that lists any, where the body names nobody."""
    listed = [found for one in act.layout.annexes if (found := named_in_list(act.flow, one))]
    return listed[0] if len(listed) == 1 else ()


_LISTED_BELOW = regexp(
    rf"{FIRMS_BELOW.pattern}|(?:实体|企业|公司|机构|组织|名单)(?:名单)?(?:如下|为)\s?:"
)
_LISTED_IN_ANNEX = regexp(
    r"(?<!\ue001)(?:本公告)?(?:附件|附表|附录)[0-9一二三四五]?[^,。;\ue001]{0,12}(?:实体|企业|公司|机构|组织|个人|主体)"
    r"|(?:实体|企业|公司|机构|组织|个人|主体)(?:名单)?\((?:名单)?(?:详)?见附[件表录]\s?[0-9一二三四五]?\)"
)


def _listed(act: Act, clause: Span, sentence: Span, count: int | None) -> tuple[Party, ...]:
    """Return the parties of the list that a clause opens, or that stands in its annex."""
    flow = act.flow
    his = OF_HIS.search(flow.flow, clause.start, clause.end)
    if _LISTED_BELOW.search(flow.flow, sentence.start if his else clause.start, sentence.end):
        high = min(max(act.body.end, sentence.end), sentence.end + _LONGEST_LIST)
        return tuple(_lines_behind(flow, sentence.end, high))
    if _LISTED_IN_ANNEX.search(flow.marked, clause.start, clause.end):
        return _annexed(act, clause, count)
    return ()


_FOLLOWING = regexp(
    r"\bthe\sfollowing\s(?:[a-z]+\s){0,3}(?:persons|entities|individuals|companies|firms|parties|vessels)\b"
    r"|\bthe\sfollowing\s(?:on|in|from)\sthe\s(?:[A-Z][a-z]+\s){0,8}[Ll]ist\b"
)
_OPENS_NAMES = regexp(r"[^\n:]{0,240}:[ \t]*\n")
"""The rest of a paragraph that opens a list of names."""
_HEADS_LIST = regexp(r"[A-Z][A-Za-z ]{2,30}:?|\s*")
"""A line within a list that tells of what kind the next names are."""


def _named_below(act: Act, clause: Span) -> tuple[Party, ...]:
    """Return the names of the numbered lines behind a clause that speaks of those that follow."""
    flow = act.flow
    if _FOLLOWING.search(flow.flow, clause.start, clause.end) is None:
        return ()
    high = min(act.body.end, clause.end + _LONGEST_LIST)
    found: list[Party] = []
    opens = _OPENS_NAMES.match(flow.flow, clause.end, high)
    for line in flow.lines_within(opens.end() if opens else clause.end, high):
        named = numbered_names(flow, line)
        goes_on = _HEADS_LIST.fullmatch(flow.flow, line.start, line.end) is not None
        if not named and not goes_on:
            break
        found += named
    return tuple(one for one in found if not _in_title(flow, one))


_LONGEST_LIST = 20_000
"""How many characters a list of parties takes at most."""
_ITEM = regexp(
    r"(?:\([一二三四五六七八九十0-9]{1,3}\)|(?:[0-9]{1,3}|[甲乙丙丁戊己庚辛壬癸])[.、)]|[①-⑳]|[-•·*])?\s{0,3}"
    r"(?P<name>[^\n,。;:、()]{2,60})(?:\([^()\n]{1,120}\))?\s?[;。,]?"
)


_OTHER_CELL = regexp(r"[0-9]{1,3}|[A-Za-z][A-Za-z0-9 .,&'()/-]{1,120}")


def _lines_behind(flow: Flow, low: int, high: int) -> Iterator[Party]:
    """Yield the parties of the lines right behind a place, up to the first line that is none.

    The other cells of a row, its number and the name in Latin letters, may have lines of their own.
    """
    for line in flow.lines_within(low, high):
        if _OTHER_CELL.fullmatch(flow.flow, line.start, line.end):
            continue
        item = _ITEM.fullmatch(flow.flow, line.start, line.end)
        start, end = item.span("name") if item else (0, 0)
        if item is None or not is_firm(flow.flow[start:end]):
            return
        yield Party(name=flow.text[start:end].strip(), start=start, end=end)
