"""Where do the title, the body, the annex and the signature of a document stand?

Pages bring menus, side columns and links with numbers and dates of their own; none of that is the
act.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from tracker.extraction.heads.lone_numbers import under_title
from tracker.extraction.heads.own_numbers import own_number
from tracker.extraction.heads.page_lines import ends_sentence, line_at, tail_start
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_FIRST_ARTICLE = regexp(
    r"^(?:Article|ARTICLE|Art\.|Section|SECTION)\s(?:1|I)\b(?!\s(?:of|and|to|above)\b)"
)
_POINT_ZH = regexp(r"^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十百]{1,4}[条章])")
_ANNEX_ZH = regexp(
    r"^附(?:件|录|表|则)?\s?(?:[0-9一二三四五六七八九十]{0,3})\s?(?:[:.、]|$)"
    r"|^附(?:件|录|表)\s?[0-9一二三四五六七八九十]{1,3}\s{1,4}[^。;,:]{2,60}$"
    r"|^附(?:件|录|表)\s{0,4}[0-9一二三四五六七八九十]{0,3}\s{0,4}(?!下载|所|中|列|内|载)[^。;,:\s]{2,40}(?:清单|目录|名录|名单|[项物]目?表|一览表?|明细表?|范围|物项|产品|货品|商品|货物|指标|配额表?)(?:\([^()]{1,12}\))?$"
    r"|^附(?:件|录|表)\s?[0-9一二三四五六七八九十]{0,3}\s?\([^()。]{2,60}\)$"
    r"|^(?:新|本|该)?(?:目录|清单)\([^()]{1,8}\)$"
)
_TABLE_ZH = regexp(
    r"^(?:表|清单|名单|目录)\s?(?P<n>[一二三四五六七八九十]|[0-9]{1,2})(?:\s?[:.、].{0,40}|\s{1,4}\S.{0,40})?$"
)
"""How a list is headed where no annex is called so: ``表一``, ``清单二``."""
_ANNEX_EN = regexp(
    r"^(?:ANNEX(?:URE)?|Annex(?:ure)?|APPENDIX|Appendix|SCHEDULE|Schedule|Attachment"
    r"|ATTACHMENT|(?:Appended|Attached)\sTable)\b(?:\s{0,2}(?:[0-9IVX]{0,4}|[A-H]))?\s{0,2}(?:[:.-]|$|(?:as\s)?(?:referred\sto|belonging)\b"
    r"|[\s(]{0,80}(?:[Rr]egulations?|[Aa]rticles?|[Ss]ections?|[Pp]aragraphs?|[Rr]ules?)\s[0-9][0-9(),\sand]{0,30}\s?$)"
)
_NOTE = regexp(
    r"^(?:(?i:explanatory\s(?:notes?|statement|memorandum)|regulatory\simpact\sanalysis\sstatement"
    r"|explanation|notes?\sto\sthe\s(?:regulation|order)s?)\s?:?$"
    r"|N\.?B\.?\s[^\n]{0,60}\bnote\b|\(?(?:This|The)\s(?:explanatory\s)?(?:note|statement)\s(?:is|does)\snot\b)"
)
"""How what explains an act begins, which stands behind it and is no part of it."""
_SIGNED = regexp(
    rf"^(?!(?i:made|laid|coming|published|updated|posted|effective|date|filed"
    rf"|comments?)\b|(?:Part|Schedule|Division|Chapter|Section|Table)\s[0-9IVX])(?:(?:[^,。:;\ue000]{{0,60}}\s)?{DAY}|{DAY}\.|\({DAY}\)"
    rf"|(?:[A-Z][A-Za-z'-]{{2,20}}\s?){{1,3}},\s(?:the\s)?{DAY}"
    rf"|[A-Z][A-Z ,.&'-]{{5,90}}\s{{1,8}}[A-Z][a-z]{{2,20}},\s(?:the\s)?{DAY})"
    r"(?:\s?\((?:Reiwa|Heisei)\s[0-9]{1,2}\)|\s?\([一-鿿]{1,6}\))?$"
)
_GOES_ON = regexp(
    r"\n\s{0,8}(?:第[一二三四五六七八九十百]{1,4}条\s|一[、.]|\(一\)|第一[,、]"
    r"|Article [0-9]{1,3}\s[(A-Z]|Article 1\b"
    r"|ARTICLE\s1\b|1\.\s?[(A-Z-]|1\s{1,3}(?:\(1\)\s)?(?:Name|Short\stitle|Citation|This|In\sthis|The\sfollowing\sdefinitions)\b"
    r"|1\s{1,3}(?:\(1\)\s)?(?:Item|Section|Subsection|Paragraph|Schedule|Group|Part|The)\s[^\n]{10,}"
    r"|(?i:supplementary\sprovisions?|addend(?:a|um))\b"
    r"|1[.、]\s?《|[一-鿿]{2,30}决定\s?:|I\.\s[A-Z]|决\s{0,4}定\s{0,4}\n|(?i:decision)\s{0,2}:?\n)"
    r"|\n(?:The|Decree|Order|Announcement|Notice)\s[^\n]{10,300}?\b(?:is|are)\s(?:hereby\s)?(?:annulled|repealed|abolished|revoked)\b[^\n]{0,80}\.\s?(?=\n|$)"
    r"|\n[^\n。]{0,60}关于[^\n。]{2,60}的决定\n\s{0,6}[^\n]{0,300}(?:决定|废止|失效|修改|删[去除]|停止)[^\n]{0,60}[:。]"
)


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
    number = own_number(flow)
    at = flow.numbers[number].end if number is not None else 0
    title = _title_line(flow, number) if number is not None else None
    if title is not None and flow.language == "zh" and _at_the_end(flow, at):
        title = flow.lines[0]
    start = _body_start(flow, 0 if _at_the_end(flow, at) else at) if number is not None else 0
    tail = end = tail_start(flow, start)
    if number is not None:
        end = min(
            [end, *(one.start for one in flow.lines if start < one.start and _is_note(flow, one))]
        )
    own = line_at(flow, at - 1).start if number is not None and at else -1
    signed = _signature(flow, start, end, own) if number is not None else None
    if signed is None and number is not None:  # some sign behind the note that explains the act
        signed = _signature(flow, end, tail, own)
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


def _at_the_end(flow: Flow, at: int) -> bool:
    """Tell whether a number stands with the signature, behind all that the act says."""
    end = tail_start(flow, at)
    rest = flow.flow[at:end].strip()
    return at * 2 > end and len(rest) < _SIGNATURE[flow.language]


_SIGNATURE = {"en": 200, "zh": 40}


def _is_note(flow: Flow, line: Span) -> bool:
    return _NOTE.match(flow.flow[line.start : min(line.end, line.start + 120)]) is not None


_TITLE_WORDS = regexp(r"关于|公布|发布|(?:公告|决定|通知|办法|规定|令)$|\b(?:[Oo]n|of)\b")
_FIELD = regexp(
    r"^[\[<]?(?:发布文号|发文字号|文件编号|文\s{0,6}号|公告编号|公\s?告\s?号|文件号|编\s{0,6}号)"
)
_LINES_OF_HEAD = 12
_LINES_BEHIND = 4
_ANY_FIELD = regexp(r"\[|[一-鿿\s]{2,8}[:\]]")
"""How a line begins that is a field of the page, and no heading."""


def _title_line(flow: Flow, number: int) -> Span:
    """Return the line of the title: that of the number, but not a field that only repeats it."""
    named = flow.numbers[number]
    own = line_at(flow, named.end)
    if under_title(flow, own):
        return ([line for line in flow.lines if line.end <= own.start] or [own])[-1]
    if _FIELD.match(flow.flow[own.start : own.end]) is None:
        return own
    same = [
        line_at(flow, one.end)
        for one in flow.numbers[:number]
        if (one.form, one.serial) == (named.form, named.serial)
    ]
    before = [line for line in flow.lines if line.start < own.start][-_LINES_OF_HEAD:]
    behind = [line for line in flow.lines if line.start > own.start][:_LINES_BEHIND]
    headings = [
        line
        for line in (*before, *behind)
        if _TITLE_WORDS.search(flow.flow[line.start : line.end])
        and not _ANY_FIELD.match(flow.flow, line.start, line.end)
        and not ends_sentence(flow, line)
        and line.end - line.start < 120
    ]
    return next(iter((*same, *headings)), own)


_GOODS_ZH = regexp(r"^(?:[0-9]{1,2}[.、]\s?)?[0-9][A-E][0-9]{3}(?:\.[a-z])?[.、\s]*[\u4e00-\u9fff]")
"""How a line of goods begins, by its code."""


_OPENS_ITEMS = regexp(r"[a-z)],?\s?[-\u2013\u2014]$")
_LONG_ENOUGH = 60
"""From how many characters on a line that opens items reads like prose, and is no heading."""


def _body_start(flow: Flow, at: int) -> int:
    """Return where the first line after the title begins that reads like prose."""
    own = line_at(flow, at)
    for line in flow.lines:
        if line.start < own.start:
            continue
        if line.start == own.start and not ends_sentence(flow, line):
            continue
        text = flow.flow[line.start : line.end]
        first = _POINT_ZH.match(text) or _FIRST_ARTICLE.match(text) or _GOODS_ZH.match(text)
        opens = len(text) >= _LONG_ENOUGH and _OPENS_ITEMS.search(text) is not None
        if (ends_sentence(flow, line) and len(text) >= 8) or first or opens:
            return line.start
    return own.end


_CELL = regexp(
    r"[^\n。;:]{0,40}\ue001{3,160}\s*$"
    r"|(?:Made|Laid(?:\sbefore[^\n]{0,40})?|Coming\sinto\s(?:force|operation)|Entry\sinto\sforce|(?:Effective|Date)[^\n.]{0,30}"
    r"|Commence(?:s|ment)|Published|Issued)[\s:-]*$"
    r"|[A-Z][a-z]+\s(?:[A-Za-z]+\s)?[Dd]ate:\s*$"
)
"""A line that holds nothing but the number of an act, or a label, before the cell of a day."""


_DONE = regexp(r"(?<=\n)[ \t]{0,8}Done\s(?:at|in)\s[A-Z]")
"""How the line begins that closes an act of a union: a day behind it is one of the annexes."""


_BOUND = regexp(r"\b(?i:up\s?to|(?:un)?till?|through|from|since|before|after|by)\s{1,3}\ue000")
"""How a short line ends that tells a bound: a cell of a table, and no day of signing."""


def _signature(flow: Flow, start: int, end: int, own: int) -> Span | None:
    """Return the last line of the body that is a day, with or without the issuer before it.

    ``own`` is where the line of the document's own number begins.
    """
    signed, before = None, 0
    done = _DONE.search(flow.flow, start, end) if flow.language == "en" else None
    end = line_at(flow, done.start()).end if done is not None else end
    for line in flow.lines:
        short = start < line.start < end and line.end - line.start < 90
        text = flow.marked[line.start : line.end]
        row = "|" in text or (flow.language == "zh" and "\ue001" in text)  # one of a list of acts
        cell = (
            line.start > 0
            and before != own
            and _CELL.match(flow.marked, before, line.start) is not None
        )
        before = line.start
        if short and not row and not cell and _SIGNED.match(text) and not _BOUND.search(text):
            signed = line
    return signed


_CONTENTS = regexp(r"(?:(?<=\n)|^)(?:Contents|CONTENTS|Table\sof\s(?:contents|provisions))\s?\n")
_LABEL = regexp(r"\w+\s{0,2}[0-9IVX]{0,4}")


def _in_contents(flow: Flow, at: int, starts: list[int]) -> bool:
    """Tell whether the heading of an annex stands in a table of contents, and again behind it."""
    label = _LABEL.match(flow.flow, at)
    contents = _CONTENTS.search(flow.flow, max(0, at - _CONTENTS_REACH), at)
    if contents is None or label is None:
        return False
    if any(ends_sentence(flow, one) for one in flow.lines_within(contents.end(), at)):
        return False
    return any(flow.flow.startswith(label.group(), one) for one in starts if one > at)


_CONTENTS_REACH = 3_000


_MADE_KNOWN = regexp(
    r"(?:公布|发布|印发)《(?P<title>[^《》\n]{2,60}(?:目录|清单|名录)(?:\([^()\n]{2,12}\))?)》"
)
"""How an act names the list that it makes known, which stands below its own title."""


def _lists_made_known(flow: Flow, start: int, end: int) -> list[int]:
    """Return where the list begins that the act makes known, headed by its title alone."""
    known = _MADE_KNOWN.search(flow.flow, start, end)
    if known is None:
        return []
    below = (one for one in flow.lines if known.end() < one.start < end)
    return [
        one.start
        for one in below
        if flow.flow[one.start : one.end].strip(" 《》") == known["title"]
    ][:1]


def _tables_named(flow: Flow, start: int, end: int) -> list[int]:
    """Return where the numbered tables begin of which the points above them speak: ``表一``."""
    heads = [
        (line.start, flow.flow[line.start : line.end])
        for line in flow.lines
        if start < line.start < end and _TABLE_ZH.match(flow.flow[line.start : line.end])
    ]
    above = flow.flow[start : heads[0][0]] if heads else ""
    named = all(
        re.search(rf"{re.escape(words[:2])}(?=所列|列明|[中内、])", above) for _, words in heads
    )
    return [at for at, _ in heads] if named else []


def _annexes(flow: Flow, start: int, end: int, signed: Span | None) -> tuple[Span, ...]:
    marker = _ANNEX_ZH if flow.language == "zh" else _ANNEX_EN
    starts = [
        line.start
        for line in flow.lines
        if start < line.start < end and marker.match(flow.flow[line.start : line.end])
    ]
    if flow.language == "zh" and not starts:
        starts = _lists_made_known(flow, start, end) or _tables_named(flow, start, end)
    if _CONTENTS.search(flow.flow, max(0, start - _CONTENTS_REACH), end):
        starts = [one for one in starts if not _in_contents(flow, one, starts)]
    found = []
    for low, high in pairwise([*starts, end]):
        if signed is not None and low < signed.start < high:
            found += [Span(low, signed.start), Span(signed.end, high)]
        else:
            found.append(Span(low, high))
    return tuple(found)
