"""What does a heading do to the acts of the list below it: ``二、全文失效的文件``?"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import life_of
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.deeds.deeds_chinese import CHINESE_DEEDS
from tracker.extraction.deeds.disposition_tables import Row, names_act, row_targets
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_HEADING = regexp(
    r"(?:[一二三四五六七八九十甲乙丙丁]{1,3}、|\([一二三四五六七八九十]{1,3}\)|附件\s?[0-9]?[:.]?)?\s?"
    r"(?:现?予以|宣布|全文|全部|部分|条款|公布|决定){0,3}"
    r"(?P<did>废止|失效|停止(?:执行|实施|施行)|暂停(?:执行|实施|施行))(?:和失效|和废止|、失效|、废止)?的"
    r"[^。;,:\n\ue001]{0,10}(?:文件|公告|规章|规定|条款|办法)(?:目录|清单|名单)?"
    r"(?:\([^()\n\ue001]{2,60}\))?:?\s?"
)
_OVER = regexp(r"已|届满|到期")
"""What says that the acts of a list had come to their end before."""
_ITEM = regexp(
    r"(?:\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,3}[.、]?|[一二三四五六七八九十]{1,3}[、.])\s{0,4}"
)


def headed_rows(act: Act) -> Iterator[Row]:
    """Yield the acts listed below headings that say what happens to them, with their days."""
    if act.flow.language != "zh":
        return
    for stretch in (act.body, *act.layout.annexes):
        heading: Span | None = None
        for line in act.flow.lines_within(stretch.start, stretch.end):
            if _HEADING.fullmatch(act.flow.marked, line.start, line.end):
                heading = line
                continue
            cell = _cell(act.flow, line)
            if heading is None or not names_act(act, cell):
                heading = None
                continue
            yield from _row(act, heading, cell)


def _cell(flow: Flow, line: Span) -> Span:
    """Return a line without the number that counts it and the stop behind it."""
    number = _ITEM.match(flow.marked, line.start, line.end)
    low = number.end() if number is not None else line.start
    return flow.trimmed(low, low + len(flow.flow[low : line.end].rstrip(";。, ")))


def _row(act: Act, heading: Span, cell: Span) -> Iterator[Row]:
    flow = act.flow
    if _OVER.search(flow.flow, heading.start, heading.end):
        return
    partly = "部分" in flow.flow[heading.start : heading.end]
    if partly and not all("#" in target for target, _, _ in row_targets(act, cell)):
        return
    found = _HEADING.fullmatch(flow.marked, heading.start, heading.end)
    low, high = found.span("did") if found is not None else (heading.start, heading.end)
    for wording in CHINESE_DEEDS:
        match = wording.pattern.search(flow.marked, low, high)
        if match is not None:
            life = life_of(act.times.within(heading.start, heading.end))
            yield Row(cell, cell, Hit(wording, match.start(), match.end()), life)
            return
