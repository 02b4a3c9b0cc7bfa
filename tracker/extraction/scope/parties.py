"""Which parties does a text name: on a list, in an annex, before a deed?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.prose.flow import FROM_DAY, Flow, Span
from tracker.extraction.scope.firm_lists import A_RULE, may_be_goods
from tracker.extraction.spelling.regexps import regexp

MOST = 2_000
"""The most parties that are read in one stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A named party, in the text's own spelling."""

    name: str
    start: int
    end: int


_ZH_KIND = (
    r"(?:公司|集团|企业|研究所|研究院|大学|学院|实验室|中心|机构|工厂|厂|协会|基金会|会社"
    r"|财团|联盟|总局|军工|航空|科技|系统|工业|银行|船厂|事务所|智库|设计局)"
)
_LATIN = regexp(r"(?:.{0,6}?(?P<name>[A-Z][\w.&'-]*(?: (?:[A-Z&][\w.&'-]*|of|and|for|de)){1,8}))$")
"""A name in Latin letters in a Chinese sentence, with the country that may stand before it."""
_ZH_CUE = regexp(
    r"(?:所列的?|列明的?|列入的?|(?:名单|附件|附表)(?:中|内)的|将|对|把|向|涉及|冻结|禁止"
    r"|包括)(?P<names>(?:[^,。;:\n\ue001()]|\([^()\n\ue001]{1,120}\)){2,400}?)(?="
    r"(?:等?\s?[0-9一二两三四五六七八九十百]{1,4}\s?家[^,。;\n]{0,8}?"
    r"|等(?:公司|企业|实体|机构)?)?"
    rf"(?:\([^()]{{0,20}}\))?,?(?:{FROM_DAY})?(?:的?"
    r"(?:有关|相关|管控|出口管制|上述|各项|处理|处置|制裁|限制|不可靠实体清单)?(?:的|相关|处理)?措施|列入|移出"
    r"|移除|从|由[^,。;]{2,12}名单|调出|调入|转入|撤出|继续|再次|再(?=暂停)|暂停|中止|停止|终止|取消|解除|撤销|恢复|不再|所?采取|实施|适用|执行(?!官)|增列|在(?:我国|中国)境内|在华|不予签发)|,[^,。;:\n\ue001]{0,40}\ue001|(?:经|已)[^,。;\n]{1,16},"
    rf"(?:{FROM_DAY}|自即日起,?)?(?:移出|移除|撤出|调出))"
)
_ZH_SUBJECT = regexp(
    r"(?:(?<=[。;:,\n、])|^)(?:(?:第[一二三四五六七八九十]{1,3}条\s{1,3}|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、])\s?)?[对将]?(?P<names>[^,。;:\n\ue001]{2,200}?)(?=(?:等[^,。;]{0,8})?,?"
    rf"{FROM_DAY}(?:[至到]\ue000{{4,44}}(?:[0-9]{{1,2}}[时点])?止?,?)?"
    r"(?:继续|再次|恢复|暂停|中止|停止|解除|不再|移出|适用|执行))"
)
"""Who is named first and then told from when something holds (``甲公司自……起恢复执行``)."""
_ZH_GROUND = regexp(
    r"(?:(?:(?<=[。;\n、])|(?<=[经核审][查实核],)|^)(?!(?:[一二三四五六七八九十]{1,3}[、.]|[(0-9一二三四五六七八九十]{1,4}[.)]\s?)?(?:鉴于|由于|因)(?!此))(?P<bare>[^,。;:\n\ue001]{2,80}?)(?=已(?:经)?(?:采取|按照?|依法|完成|整改|消除|改正|纠正|停止|终止|履行|配合|作出)|整改完毕|(?:消除|改正|纠正|完成)了))"
    r"|(?:鉴于|由于|因)(?P<names>[^,。;:\n\ue001]{2,200}?)(?=(?:等[^,。;]{0,8})?(?:已|对|主动|积极|能够|配合|按照|履行|整改|消除|改正|纠正))"
    r"|(?:(?<=[。;\n、,])|^)(?:应|经)(?P<asking>[^,。;:\n\ue001]{2,120}?)(?=的?(?:申请|请求),)"
)
"""Who is named in the ground of a decision (``鉴于甲公司已改正``)."""
AND_THEIRS = r"(?:以?及|和|与)其[^,。;:、()\n]{0,8}?(?:子|分|附属|关联|下属)(?:公司|企业|机构)"
"""What stands between a firm and one that belongs to it: ``甲集团及其子公司乙公司``."""
_ZH_SPLIT = regexp(
    rf"、|{AND_THEIRS}(?=[^、]{{2}})|和(?=[^、]{{2,40}}$)|及(?!其)(?=[^、]{{2,40}}$)|以及(?!其)"
)
_LINE = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,6}(?:附[件表录]\s?:\s?(?=[0-9]))?"
    r"(?:\(?(?:[0-9]{1,4}|[A-Za-z]|[甲乙丙丁戊己庚辛壬癸]|[一二三四五六七八九十]{1,3})[.、)]"
    r"[ \t]{0,3}|[0-9]{1,4}[ \t]{1,3}|[-•·*—①-⑳]{1,3}\s{0,2})(?P<name>[^\n]{2,160}?)[ \t]*(?=\n|$)"
)
_NOTE = regexp(
    r"\s?[(\[][^()\[\]]{1,120}[)\]]\s?[;,。.]?$|[;。,]$|[,;]\s?(?:(?:英文|外文|原文)名?称?"
    r"|简称|又称|别名|曾用名|注册地|地址|住所|所在地|国别|总部)\s?[:为]?[^\n]{1,120}$"
)
_EN_WORD = r"(?:[A-Z][\w&'./-]*)"
_EN_SUFFIX = (
    r"(?:FZE|FZCO|FZC|FZ-LLC|DMCC|JSC|OOO|K\.K|Inc|LLC|L\.L\.C|LLP|Ltd|Limited|Corp|Corporation|Co|Company|GmbH"
    r"|AG|S\.A|A\.S|A\.Ş|SA|B\.V|BV|PLC|plc|SpA|S\.p\.A|S\.r\.l|Srl|SARL|SAS|a\.s|s\.r\.o|d\.o\.o|A/S|ASA|AS"
    r"|KK|Pty|Pte|Pvt|Sdn|Bhd|Oyj?|AB|NV|LP)"
)
_NO_MORE = r"(?!(?:An?|The|This|These|No|All|BIS|Licenses?) [a-z])"
"""Where the next sentence begins behind a short form: ``Ltd. A license is required``."""
_EN_NAME = rf"{_EN_WORD}(?: {_NO_MORE}(?:{_EN_WORD}|(?:of|de|for|&)(?= [A-Z]))){{0,9}}"
_EN_NAME += rf"(?:,? {_EN_SUFFIX}\b\.?){{0,2}}"
_EN_PLACE = r"(?:\s\([A-Z][A-Za-z' ,-]{2,40}\))?"
"""The country behind a name."""
_EN_CUE = regexp(
    rf"(?:\b(?:[Ff]or|on|against|regarding|concerning|respect\s(?:of|to)|regards?(?:\sto)?|\bas\s(?:to|against)|apply\sto|applies\sto|relat(?:ion|ing|es)\sto|concerns"
    rf"|[Ii]nclud(?:es?|ed)|add(?:s|ing|ed)?|remov(?:es?|ing|ed)|plac(?:es|ing|ed)|list(?:s|ing|ed)?"
    rf"|delet(?:es|ing|ed)|including|namely|entities|entity|companies|company|that|,)\s|(?<=\ue000),\s|:\s|(?:^"
    rf"|\n)|(?<=[.;]\s)|(?:(?<=\n)|^)\([0-9a-z]{{1,2}}\)\s)(?:the\s)?(?!(?:For|As|With|From|On|In|Effective|Until)\s)[“\"‘]?(?P<names>{_EN_NAME}{_EN_PLACE}(?:(?:,\s(?:and\s)?|;\s(?:and\s)?"
    rf"|\sand\s){_EN_NAME}{_EN_PLACE}){{0,60}})"
)
_EN_SPLIT = regexp(rf",\s(?:and\s)(?!{_EN_SUFFIX}\b)|,\s(?!{_EN_SUFFIX}\b)|;\s(?:and\s)?|\sand\s")
_EN_KIND = regexp(
    rf"\b(?:{_EN_SUFFIX}|Group|Systems|Technologies|Technology|Industries|Aerospace"
    rf"|Defen[cs]e|Materials|Institute|University|Laborator\w+|Holdings?|Electronics?"
    rf"|Optics|Dynamics|Solutions|Sensing|Robotics|Alloys|Communications|Maritime"
    rf"|Metals|Trading|Enterprises|Works|Research|Propulsion|Structures|Aerostructures"
    rf"|Center|Centre|Academy|Bureau|Semiconductors?|Energy|Engineering|International"
    rf"|Partners|Labs?|Acoustics|Instruments|Electric|Aero|Avionics|Photonics"
    rf"|Chemicals?|Gases|Semimaterials|Minerals|Magnetics|Line|Shipping|Logistics"
    rf"|Precision|Components|Ventures|Capital|Services|Computing|Networks|Software"
    rf"|Analytics|Space|Motors|Marine)\b"
)
_TWO_TONGUES = regexp(r"(?P<zh>[^A-Za-z\n]*[一-鿿)])\s{1,4}(?=[A-Z(][A-Za-z])")
"""A Chinese name with its English form behind a blank."""
_OFFICE = regexp(
    r"\b(?:Secretary|Director|Minister|President|Administrator|Commissioner|Officer|Chairman|Chief"
    r"|Under\sSecretary|Official|Assistant)\b"
)
_FULL_STOP = regexp(
    r"(?<!\bInc)(?<!\bCo)(?<!\bLtd)(?<!\bCorp)(?<!\bBhd)(?<!\bPty)(?<!\.[A-Z])(?<!\ba\.s)(?<!\.r\.o)(?<!\.o\.o)\.$"
)
_EN_NOT = regexp(
    r"^[0-9][A-E][0-9]{3}\b|^(?:The|This|That|These|Agency|Minister|Annex|Annexes|Article|Announcement|Notice|Ministry"
    r"|Department|Bureau of Industry|General Administration|Entity List|Exports?|Imports?|Part"
    r"|Section|Supplement|Regulation|United|People|European|China|Chinese|Unreliable"
    r"|Control|Secretary|Official|Federal|MOFCOM|BIS|Commerce|State|Law)\b"
)

_OF_ACTS = regexp(
    r"\b(?:Licen[cs]es?|Regulations?|Announcements?|Notifications?|Directives?|Ordinances?)\b"
)
"""What a name holds that is one of an act: ``the Open General Export Licence (Materials)``."""


def listed_parties(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the parties of a numbered list, a name a line; what stands in brackets is left out."""
    return _once(iter(tuple(_cells(flow, span)) or tuple(_lines(flow, span))))


_CELL = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,6}(?:\|[ \t]*)?(?:[A-Z]{1,5}-)?(?P<n>[0-9]{1,4})[ \t]*(?:\n"
    r"|\|)[ \t]*(?P<name>[^|\n]{2,90}?)[ \t]*(?=\n|\||$)"
)
"""A row of a table: its number, and the name in the next cell."""


def _cells(flow: Flow, span: Span) -> Iterator[Party]:
    """Yield the names of a table whose rows are numbered from one on."""
    rows = tuple(_CELL.finditer(flow.flow, span.start, span.end))
    if len(rows) < 2 or [int(row["n"]) for row in rows] != [*range(1, len(rows) + 1)]:
        return
    for row in rows:
        start, end = row.span("name")
        yield Party(name=flow.text[start:end], start=start, end=end)


_ALIAS = regexp(
    r",?\s(?:a\.k\.a\.|also\sknown\sas|f\.k\.a\.|alias)|;\s(?:and|or)$|[;,]$|(?<=[a-z])\.$"
)
_BARE_ZH = regexp(
    rf"(?:(?<=\n)|^)[ \t]{{0,6}}(?:\([一二三四五六七八九十]{{1,3}}\)\s?|[①-⑳]\s?)?"
    rf"(?P<name>[^\n,。;:、\d]{{2,40}}?{_ZH_KIND})[ \t]?"
    r"(?:\([^()\n]{2,160}\)[ \t]*[;、,。]?|[;、,])?[ \t]*(?=\n|$)"
)
_BARE_EN = regexp(
    rf"(?:(?<=\n)|^)[ \t]{{0,6}}(?P<name>{_EN_WORD}(?: (?:{_EN_WORD}|of|de|for"
    rf"|&)){{1,9}}(?:,? {_EN_SUFFIX}\.?)?)(?=(?:;|; and|\.)[ \t]*(?:\n|$))"
)
_LEAD = regexp(
    r"其中的?|[^、的]{0,12}家(?:企业|实体|公司|机构)(?:中|之中|里)的?|(?:该|上述|前述|其)(?:公告|通知|名单|清单)?(?:所列|列明|中|内)的?|上述|所列的?|名单(?:中|内)的?|[一二三四五六七八九十]{1,3}[、.]"
    r"|(?:此前|之前|已|曾|参与|从事|涉及|协助|参加|违反|损害|支持|长期|曾|多次|向|对|为)[^、()]{2,40}的(?=[^的])"
)
_NO_NAME = regexp(
    r"^(?:的|鉴于|由于|经查|由其|及其|与其|下列|以下|上述|其他|其|该|有关|相关|所列|前述|中国|附件|名单|实体|企业|序号|名称)|^[0-9一二两三四五六七八九十百]+家|(?:上述|前述|有关|相关|所有|各)(?:企业|公司|实体|机构)$"
    r"|^(?:[上下附本]?表(?:[中内]|所?列)|[两二三四五六七八九十])的?(?:企业|公司|实体|机构|单位)$"
)


def is_firm(name: str) -> bool:
    """Tell whether a Chinese name ends as those of firms and institutes do, and names one."""
    return re.search(rf"{_ZH_KIND}\s?$", name) is not None and _NO_NAME.search(name) is None


def bare_parties(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the parties of a list without numbers, a name and its translation a line."""
    found = (
        Party(
            name=flow.text[m.start("name") : m.end("name")],
            start=m.start("name"),
            end=m.end("name"),
        )
        for m in _BARE_ZH.finditer(flow.flow, span.start, span.end)
        if not _NO_NAME.search(m["name"])
    )
    listed = (
        Party(
            name=flow.text[m.start("name") : m.end("name")],
            start=m.start("name"),
            end=m.end("name"),
        )
        for m in _BARE_EN.finditer(flow.flow, span.start, span.end)
        if not _EN_NOT.match(m["name"]) and not _OFFICE.search(m["name"])
    )
    return _once(found if flow.language == "zh" else listed)


def counted_parties(flow: Flow, span: Span, count: int | None) -> tuple[Party, ...]:
    """Return the lines of a list, where there are as many of them as the text says parties."""
    if count is None or count < 2:
        return ()
    lines = listed_parties(flow, span)
    bulleted = tuple(one for one in lines if flow.flow[_line_start(flow, one)] in "-•·*")
    return next((found for found in (bulleted, lines) if len(found) == count), ())


def _line_start(flow: Flow, party: Party) -> int:
    at = flow.flow.rfind("\n", 0, party.start) + 1
    while flow.flow[at] in " \t":
        at += 1
    return at


def numbered_parties(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the parties among the numbered lines of a text that holds other things too."""
    kind = _EN_KIND if flow.language == "en" else re.compile(f"{_ZH_KIND}$")
    return tuple(
        party
        for party in listed_parties(flow, span)
        if kind.search(party.name) and len(party.name) < 90 and not _EN_NOT.match(party.name)
    )


def _lines(flow: Flow, span: Span) -> Iterator[Party]:
    for match in _LINE.finditer(flow.flow, span.start, span.end):
        start, end = match.start("name"), match.end("name")
        if A_RULE.search(match["name"]):
            continue
        note = _NOTE.search(flow.flow[start:end])
        while note is not None and note.start() > 0:
            end = start + note.start()
            note = _NOTE.search(flow.flow[start:end])
        both = _TWO_TONGUES.match(flow.flow[start:end])
        end = start + both.end("zh") if both is not None else end
        alias = _ALIAS.search(flow.flow[start:end])
        if flow.language == "en" and alias is not None and alias.start() > 0:
            end = start + alias.start()
        yield Party(name=flow.text[start:end].strip(), start=start, end=end)


def named_parties(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the parties that a sentence names one by one."""
    read = _chinese if flow.language == "zh" else _english
    return _once(read(flow, span))


_IN_QUOTES = regexp('[“"](?P<name>[^“”"]{2,40})[”"]')
_PERSON = regexp(
    r"(?:[^·、]{0,30}?(?:执行官|总裁|董事长|主席|议员|部长|州长|市长|局长|总经理|主任|创始人|负责人|发言人|先生|女士))?"
    r"(?P<name>[一-鿿A-Z][一-鿿.]{0,9}(?:·[一-鿿]{1,10}){1,3})"
)
"""A foreign person, whose name is parted by a dot, behind the office that may stand before it."""


_IN_LATIN = regexp(r"\s?\([A-Z][A-Za-z][^()]*\)")
"""The name in Latin letters behind a Chinese one, by which whatever it names is a party."""


def _chinese(flow: Flow, span: Span) -> Iterator[Party]:
    cues = _ZH_CUE.finditer(flow.marked, span.start, span.end)
    grounds = _ZH_GROUND.finditer(flow.marked, span.start, span.end)
    subjects = _ZH_SUBJECT.finditer(flow.marked, span.start, span.end)
    for match in (*grounds, *cues, *subjects):
        group = match.lastgroup or "names"
        low = match.start(group)
        at = 0
        names = match[group]
        beside = re.search(rf"{_ZH_KIND}(?:、|和|及|以及)", names) is not None
        firms = re.search(rf"{_ZH_KIND}(?:$|、|和|及)", names) is not None
        parts: list[tuple[int, int]] = []
        for split in _ZH_SPLIT.finditer(names):
            parts.append((at, split.start()))
            at = split.end()
        parts.append((at, len(names)))
        for start, end in parts:
            note = _NOTE.search(names[start:end])
            stop = start + note.start() if note else end
            lead = _LEAD.match(names, start, stop)
            start = lead.end() if lead else start
            latin = _LATIN.fullmatch(names[start:stop].rstrip())
            if latin is not None:
                start, stop = start + latin.start("name"), start + latin.end("name")
            quoted = _IN_QUOTES.fullmatch(names, start, stop)
            start, stop = quoted.span("name") if quoted else (start, stop)
            person = _PERSON.fullmatch(names, start, stop)
            start = person.start("name") if person else start
            name = names[start:stop]
            known = (
                latin is not None
                or person is not None
                or (quoted is not None and firms)
                or re.search(rf"{_ZH_KIND}$", name)
                or (beside and 2 <= len(name) <= 24)
                or _IN_LATIN.match(flow.flow, low + stop) is not None
            )
            if known and not _NO_NAME.search(name):
                yield Party(
                    name=flow.text[low + start : low + stop], start=low + start, end=low + stop
                )


_ZH_TOLD = regexp(
    rf"(?:(?<=[。;:,\n])|^|(?<=[名清]单中的)|(?<=所列的))"
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、]\s?)?"
    rf"(?:鉴于|由于|因|经查)?(?P<names>[^,。;:\n\ue001]{{2,200}}?{_ZH_KIND}\)?)"
    r"(?=在|于|未|已|曾|均|违反|提供|存在|主动|配合|采取|因|将|[0-9一二两三四五六七八九十]{1,3}家|等[0-9一二两三四五六七八九十])"
)
"""Of whom a sentence tells something: ``甲公司、乙公司在暂停期间违反承诺``."""


_EN_TOLD = regexp(
    rf"(?:\b(?:Upon|If|When|Since|As|Because|By|That|Whereas|After)\s)?"
    rf"(?P<name>{_EN_WORD}(?: (?:{_EN_WORD}|of|de|&)){{0,6}},? {_EN_SUFFIX}\b)"
)
"""Of whom an English sentence tells something: a name that ends as those of firms do."""


def firms_told(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the firms of which a sentence tells what they did, all of them by name."""
    if flow.language == "en":
        spans = (m.span("name") for m in _EN_TOLD.finditer(flow.marked, span.start, span.end))
        ends = ((low, high + _dotted(flow, high)) for low, high in spans)
        return _once(Party(name=flow.text[low:end], start=low, end=end) for low, end in ends)
    for match in _ZH_TOLD.finditer(flow.marked, span.start, span.end):
        found, at = [], match.start("names")
        for name in _ZH_SPLIT.split(match["names"]):
            start = flow.flow.find(name, at, match.end("names"))
            found.append(
                Party(name=flow.text[start : start + len(name)], start=start, end=start + len(name))
            )
            at = start + len(name)
        if all(is_firm(one.name) for one in found):
            return tuple(found)
    return ()


def _english(flow: Flow, span: Span) -> Iterator[Party]:
    for match in _EN_CUE.finditer(flow.marked, span.start, span.end):
        at = at_first = match.start("names")
        if not _EN_KIND.search(match["names"]):
            continue
        for name in _EN_SPLIT.split(match["names"]):
            start = flow.flow.find(name, at, match.end("names"))
            behind = _NEXT_SENTENCE.search(name)
            name = name[: behind.start()] if behind is not None else name
            name = re.sub(rf"{_EN_PLACE}$", "", name)
            plain = _FULL_STOP.sub("", name.strip(" ,"))
            named = _is_name(plain, of_goods=may_be_goods(flow, match.start(), at_first))
            if start >= 0 and named and not (_EN_NOT.match(plain) or _OF_ACTS.search(plain)):
                end = start + len(plain)
                yield Party(name=" ".join(flow.text[start:end].split()), start=start, end=end)
            at = max(at, start)


def _dotted(flow: Flow, end: int) -> bool:
    """Tell whether a full stop belongs to a name: the sentence goes on behind it."""
    return re.match(r"\.(?=,|\s[a-z])", flow.flow[end : end + 3]) is not None


_LIST_OF = regexp(r"(?:名单|实体|企业|公司):\s?(?P<names>[^:。\n]{2,400})")


def named_in_list(flow: Flow, span: Span) -> tuple[Party, ...]:
    """Return the parties of a list in one line (``名单：甲公司、乙公司``), else of its lines."""
    found = _LIST_OF.search(flow.flow, span.start, span.end)
    if found is None:
        return listed_parties(flow, span)
    at = found.start("names")
    names = (match for match in re.finditer(r"[^、;]+", found["names"]))
    ends = ((at + one.start(), at + one.end()) for one in names)
    return _once(Party(name=flow.text[low:to].strip(), start=low, end=to) for low, to in ends)


_NEXT_SENTENCE = regexp(
    rf"(?<=[a-z])\.\s(?!{_EN_SUFFIX}\b)(?:The|This|These|It|They|Other|All|No)\b"
)
"""What behind the full stop of a name begins the next sentence: ``Belken Ltd. The suspension``."""
_GOODS_END = regexp(
    r"\b(?:Minerals|Materials|Metals|Alloys|Chemicals?|Gases|Magnetics|Components|Electronics?|Optics|Systems"
    r"|Technolog(?:y|ies)|Software|Semiconductors?|Structures|Motors|Sensing|Energy|Services|Networks|Computing)$"
)
_WITH_SUFFIX = regexp(rf"\b{_EN_SUFFIX}\b")
_NO_FIRM = regexp(
    r"\b(?:Act|Law|Fiscal\sYear|Regulations?|Policy|List|Schedule|Chapter|Country\sGroup)\b"
)


def _is_name(plain: str, *, of_goods: bool) -> bool:
    """Tell whether capitals name a firm: several words that are no goods, no law, no plain noun."""
    if _WITH_SUFFIX.search(plain) is not None:
        return " " in plain
    if " " not in plain or _NO_FIRM.search(plain) is not None:
        return False
    return not (of_goods and _GOODS_END.search(plain) is not None)


def _once(parties: Iterator[Party]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in parties:
        if len(found) >= MOST:
            break
        found.setdefault(party.name, party)
    return tuple(found.values())
