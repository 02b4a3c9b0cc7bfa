"""What do labelled lines do to an act: ``涉及公告:…``, ``处理方式:暂停实施``, ``起始日期:…``?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.act import Act
from tracker.extraction.days.times import life_of
from tracker.extraction.deeds.disposition_tables import Row, disposed_by, fits_whole, names_act
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_LINE = regexp(
    r"\s{0,4}(?:\(?[一二三四五六七八九十0-9]{1,3}[、.)]\s?)?(?P<label>[一-鿿]{2,14}):\s{0,4}"
    r"(?P<value>[^\n:]{2,300}?)[。;]?\s{0,4}"
)
_NOT_MOVED = regexp(r"依据|根据|文号|参见|参考|相关|来源|替代|取代|标题|名称")
"""What in a label says that the act behind it is not the one to which something is done."""
_DID = regexp(r"(?:暂停|中止|恢复|停止)(?:实施|执行|施行|适用)?|废止|失效")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    label: Span
    value: Span


def labelled_rows(act: Act) -> Iterator[Row]:
    """Yield what each run of labelled lines does to the one act that a line of it names.

    The deed is the whole value of a line, or a verb in the labels; the days are those of the run.
    """
    if act.flow.language != "zh":
        return
    for run in _runs(act.flow, act.body):
        cells = [
            line.value
            for line in run
            if names_act(act, line.value) and not _search(act.flow, _NOT_MOVED, line.label)
        ]
        done = _done(act.flow, run)
        if len(cells) != 1 or done is None:
            continue
        hit = disposed_by(act.flow, done)
        life = life_of(act.times.within(run[0].label.start, run[-1].value.end))
        if hit is not None and (life.start is not None or life.end is not None):
            yield Row(cells[0], done, hit, life)


def _runs(flow: Flow, body: Span) -> Iterator[list[_Line]]:
    """Yield the labelled lines that stand one below the other, at least two of them."""
    run: list[_Line] = []
    for line in flow.lines_within(body.start, body.end):
        found = _LINE.fullmatch(flow.marked, line.start, line.end)
        if found is not None:
            run.append(_Line(Span(*found.span("label")), Span(*found.span("value"))))
            continue
        if flow.flow[line.start : line.end].strip():
            if len(run) >= _FEWEST:
                yield run
            run = []
    if len(run) >= _FEWEST:
        yield run


def _done(flow: Flow, run: list[_Line]) -> Span | None:
    """Return the words of a run that tell what is done: one value, else the verb of the labels."""
    values = [line.value for line in run if fits_whole(flow, line.value)]
    if len(values) == 1:
        return values[0]
    verbs = [found for line in run if (found := _search(flow, _DID, line.label))]
    same = {found.group()[:2] for found in verbs}
    return Span(*verbs[0].span()) if len(same) == 1 and not values else None


def _search(flow: Flow, pattern: re.Pattern[str], span: Span) -> re.Match[str] | None:
    return pattern.search(flow.flow, span.start, span.end)
