"""Where do the title, the body, the annex and the signature of a document stand?

Pages bring menus, side columns and links with numbers and dates of their own; none of that is the
act.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from tracker.extraction.flow import ACT, DAY, Flow, Span

_NUMBER_FIELD = re.compile(
    r"(?:\[?(?:发布文号|发文字号|文件编号|文\s{0,6}号|公告编号|公\s?告\s?号|文件号|编\s{0,6}号)\]?"
    r"|\[?(?i:document\s(?:number|no\.?)|announcement\s(?:number|no\.?))\]?"
    r"|FR\sDoc\sNo)\s{0,3}[:\]]?\s{0,3}\(?$"
)
_FILED = re.compile(r"\s{1,3}Filed:?\s")
_BEFORE_TITLE = re.compile(
    r"^[\s\[(<《]{0,4}(?:(?:NTE|Notice to Exporters|Notice|Subject|Title"
    r"|Re)\s?[:.]?\s?)?[A-Za-z\s,'&.()-]{0,90}$"
)
_PROMULGATED = re.compile(rf"{DAY}[^,。;]{{0,30}}?{ACT}(?:公布|发布)")
_SENTENCE_LIKE_ZH = re.compile(r"[。;:?](?:[”’)])?$")
_ORGANISATION = re.compile(
    r"^[一-鿿\s、]{2,80}(?:部|局|署|委|委员会|院|会|办|办公室|厅|机制|行|总局)\s?(?:关于|联合)?\s?$"
)
_CORRIGENDUM = re.compile(r"^(?:Corrigend(?:um|a)|CORRIGEND(?:UM|A)|Errat(?:um|a))\b")
_SENTENCE_LIKE_EN = re.compile(r"[a-z0-9)\"']\s?[.:;]$")
_POINT_ZH = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[条章])")
_ANNEX_ZH = re.compile(r"^附(?:件|录|表|则)?\s?(?:[0-9一二三四五六七八九十]{0,3})\s?(?:[:.、]|$)")
_ANNEX_EN = re.compile(
    r"^(?:ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule|Attachment"
    r"|ATTACHMENT)\b(?:\s{0,2}[0-9IVX]{0,4})?\s{0,2}(?:[:.-]|$)"
)
_TAIL = re.compile(
    r"^(?:相关(?:阅读|链接|新闻|文章|推荐|解读|附件下载)|上一篇|下一篇|延伸阅读|推荐阅读|热门|热点|版权所有|主办单位|承办单位|责任编辑"
    r"|编辑[:：]|扫一扫|分享到|打印本页|\[?打印|关闭窗口|网站标识|关于我们|联系我们|主管单位|技术支持|友情链接"
    r"|(?i:related\s(?:articles?|news|links|content|documents?|stories)|most\s(?:read"
    r"|popular|viewed)|also\sin\sthis|share(?:\sthis|\son)?\b|read\s(?:more|next)"
    r"|print\sthis|"
    r"is\sthis\spage\suseful|site\sfeedback|all\srights\sreserved|copyright|©|\(c\)\s(?=copyright|[12][0-9]{3})"
    r"|explore\sthe\stopic|get\semails|recommended|trending|about\sthis\ssite"
    r"|privacy\spolicy|terms\sof\suse|back\sto\stop|subscribe\b|advertisement\b"
    r"|newsletter|follow\sus|this\ssite\sis\smanaged|billing\scode))"
)
_SIGNED = re.compile(
    rf"^(?!(?i:made|laid|coming|published|updated|posted|effective|date|filed"
    rf"|comments?)\b)(?:[^,。:;\ue000]{{0,60}}\s)?{DAY}$"
)
_GOES_ON = re.compile(r"\n(?:第一条|一、|Article 1\b|ARTICLE 1\b|1\.\s?[(A-Z-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts of a document, as stretches of its flow.

    ``number`` is the index of its own number among `Flow.numbers`, ``title`` its title line.
    ``body`` holds the operative text, ``annexes`` what hangs on it, ``signed`` the line of the
    signature's day.
    """

    number: int | None
    title: Span | None
    body: Span
    annexes: tuple[Span, ...]
    signed: Span | None


def layout_of(flow: Flow) -> Layout:
    """Find the parts of a document; without an own number the whole text is body."""
    number = _own_number(flow)
    at = flow.numbers[number].end if number is not None else 0
    title = _title_line(flow, number) if number is not None else None
    start = _body_start(flow, at) if number is not None else 0
    end = tail_start(flow, start)
    signed = _signature(flow, start, end) if number is not None else None
    annexes = _annexes(flow, start, end, signed)
    goes_on = signed is not None and _GOES_ON.search(flow.flow, signed.end, end) is not None
    closing = [signed.start] if signed is not None and not goes_on else []
    stop = min([end, *(annex.start for annex in annexes), *closing])
    return Layout(
        number=number,
        title=title,
        body=Span(start, max(start, stop)),
        annexes=annexes,
        signed=signed,
    )


def _own_number(flow: Flow) -> int | None:
    """Return the number in a field of its own, else the first one that begins a title."""
    titled = None
    for index, named in enumerate(flow.numbers[:400]):
        before = flow.flow[max(0, named.start - 120) : named.start]
        lone = flow.around.beside(named.start, named.phrase_end).start is None
        line = _line(flow, named.start)
        if titled is None and _under_title(flow, _line(flow, named.end)):
            titled = index
            continue
        if named.wording.bare or (named.wording.needs_issuer and lone):
            continue
        if _labelled(flow, index, line):
            return titled if _is_president(flow, titled) else index
        if titled is None and _begins_title(flow, index, line, before):
            titled = index
    first_article = flow.flow.find("\n第一条")
    promulgated = _PROMULGATED.search(flow.marked, 0, first_article if first_article > 0 else 0)
    above = flow.numbers[titled].start if titled is not None else len(flow.flow)
    if promulgated is not None and above >= promulgated.start():
        inside = (
            i
            for i, one in enumerate(flow.numbers)
            if promulgated.start() < one.end <= promulgated.end()
        )
        return next(inside, titled)
    return titled


_NUMBER_ALONE = re.compile(r"\s*\(?[\[(](?:19|20)[0-9]{2}[\])]\s?第?\s?[0-9]{1,4}\s?号\)?\s*")
_HEAD = 300


def _under_title(flow: Flow, line: Span) -> bool:
    """Tell whether a line is nothing but a number, right under the title that names its issuer."""
    if line.start > _HEAD or _NUMBER_ALONE.fullmatch(flow.flow, line.start, line.end) is None:
        return False
    above = [one for one in flow.lines if one.end <= line.start]
    return bool(above) and any(one.start == above[-1].start for one in flow.around.mentions)


def _is_president(flow: Flow, titled: int | None) -> bool:
    """Tell whether the title bears a number of the President, which goes before the register's."""
    forms = ("executive_order", "proclamation")
    return titled is not None and flow.numbers[titled].form in forms


def _labelled(flow: Flow, index: int, line: Span) -> bool:
    named = flow.numbers[index]
    if named.form in ("fr_doc", "fr_correction"):
        heading = re.match(r"(?i:document\s+number|fr\sdoc\sno)", named.quote)
        return bool(heading) or _FILED.match(flow.flow, named.end) is not None
    start = flow.around.beside(named.start, named.phrase_end).start or named.start
    return _NUMBER_FIELD.search(flow.flow[max(0, start - 24) : start]) is not None


def _begins_title(flow: Flow, index: int, line: Span, before: str) -> bool:
    named = flow.numbers[index]
    if named.form in ("fr_doc", "cabinet_order", "eu_com"):
        return False
    head = flow.flow[line.start : named.start]
    tail = flow.flow[named.end : line.end]
    if len(head) > 110 or (_ends_sentence(flow, line) and not _lone_phrase(tail)):
        return False
    issuers = flow.around.within(line.start, named.start)
    rest = len(head) - sum(mention.end - mention.start for mention in issuers)
    if flow.language == "zh" or _CHINESE.search(named.quote):
        known = rest <= 6 or _ORGANISATION.match(head) is not None
        return known and not re.search(r"[·•●:]|关于|转发|印发|学习|贯彻|就|对|将|解读|根据", head)
    if _CORRIGENDUM.match(head):
        return False
    if _TELLS.search(head) or _behind_prose(flow, line):
        return False
    return _BEFORE_TITLE.match(head) is not None and not re.search(
        r"\b(?:in|under|by|of|to|see|with|per|rule|amending|the implementation of)\s*$", head
    )


_TELLS = re.compile(
    r"(?i)\b(?:issue[sd]|announce[sd]|publish(?:es|ed)|release[sd]|impose[sd]|unveil(?:s|ed)|adopt(?:s|ed)|explain(?:s|ed)"
    r"|clarif(?:y|ies|ied)|suspends|extends|lifts|tightens|restricts|introduce[sd]|update\son|guide\sto|understanding)\b"
)
"""A headline before a number tells of an act; a title names it."""
_PROSE = 120
_MOST_PROSE = 3


def _behind_prose(flow: Flow, line: Span) -> bool:
    """Tell whether whole paragraphs stand before a line: then it heads a part, and is no title."""
    before = 0
    for one in flow.lines:
        if one.start >= line.start or before >= _MOST_PROSE:
            break
        before += one.end - one.start >= _PROSE and _ends_sentence(flow, one)
    return before >= _MOST_PROSE


def _lone_phrase(tail: str) -> bool:
    """Tell whether what follows a number is only its day and signer: ``, dated 1 May 2026, …``."""
    return re.match(r"^,?\s?(?:dated|granted|of\s[A-Z0-9])", tail) is not None


def _ends_sentence(flow: Flow, line: Span) -> bool:
    ends = _SENTENCE_LIKE_ZH if flow.language == "zh" else _SENTENCE_LIKE_EN
    return ends.search(flow.flow[line.start : line.end]) is not None


def _line(flow: Flow, at: int) -> Span:
    low = flow.flow.rfind("\n", 0, at) + 1
    high = flow.flow.find("\n", at)
    return flow.trimmed(low, len(flow.flow) if high < 0 else high)


_CHINESE = re.compile(r"[一-鿿]")
_TITLE_WORDS = re.compile(r"关于|公布|发布|(?:公告|决定|通知|办法|规定|令)$|\b(?:[Oo]n|of)\b")
_FIELD = re.compile(
    r"^[\[<]?(?:发布文号|发文字号|文件编号|文\s{0,6}号|公告编号|公\s?告\s?号|文件号|编\s{0,6}号)"
)
_LINES_OF_HEAD = 12


def _title_line(flow: Flow, number: int) -> Span:
    """Return the line of the title: that of the number, but not a field that only repeats it."""
    named = flow.numbers[number]
    own = _line(flow, named.end)
    if _under_title(flow, own):
        return [line for line in flow.lines if line.end <= own.start][-1]
    if _FIELD.match(flow.flow[own.start : own.end]) is None:
        return own
    same = [
        _line(flow, one.end)
        for one in flow.numbers[:number]
        if (one.form, one.serial) == (named.form, named.serial)
    ]
    before = [line for line in flow.lines if line.start < own.start][-_LINES_OF_HEAD:]
    headings = [
        line
        for line in before
        if _TITLE_WORDS.search(flow.flow[line.start : line.end])
        and not flow.flow[line.start : line.end].startswith("[")
        and not _ends_sentence(flow, line)
        and line.end - line.start < 120
    ]
    return next(iter((*same, *headings)), own)


def _body_start(flow: Flow, at: int) -> int:
    """Return where the first line after the title begins that reads like prose."""
    own = _line(flow, at)
    for line in flow.lines:
        if line.start < own.start:
            continue
        if line.start == own.start and not _ends_sentence(flow, line):
            continue
        text = flow.flow[line.start : line.end]
        if (_ends_sentence(flow, line) and len(text) >= 8) or _POINT_ZH.match(text):
            return line.start
    return own.end


def tail_start(flow: Flow, start: int) -> int:
    """Return where, behind ``start``, the links and the foot of a page begin."""
    for line in flow.lines:
        text = flow.flow[line.start : min(line.end, line.start + 40)]
        if line.start > start and line.end - line.start < 120 and _TAIL.match(text):
            return line.start
    return len(flow.flow)


def _signature(flow: Flow, start: int, end: int) -> Span | None:
    """Return the last line of the body that is a day, with or without the issuer before it."""
    signed = None
    for line in flow.lines:
        short = start < line.start < end and line.end - line.start < 90
        if short and _SIGNED.match(flow.marked[line.start : line.end]):
            signed = line
    return signed


def _annexes(flow: Flow, start: int, end: int, signed: Span | None) -> tuple[Span, ...]:
    marker = _ANNEX_ZH if flow.language == "zh" else _ANNEX_EN
    starts = [
        line.start
        for line in flow.lines
        if start < line.start < end and marker.match(flow.flow[line.start : line.end])
    ]
    found = []
    for low, high in pairwise([*starts, end]):
        if signed is not None and low < signed.start < high:
            found += [Span(low, signed.start), Span(signed.end, high)]
        else:
            found.append(Span(low, high))
    return tuple(found)
