"""Which rules does a table of old and new first days put off, and until when?

``Powder bed printers, 2026-90270 | Nov. 16, 2026 | February 15, 2027`` under a sentence that says
that the dates of the rules in the table are delayed.
"""

from collections.abc import Iterator
from itertools import islice

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.affected_parts import parts_named
from tracker.extraction.deeds.amended_words import effect_of
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.regexps import regexp

_OPENS = regexp(
    r"\bdates?\b[^.;]{0,80}\b(?:rules?|documents?|table|list)\b[^.;]{0,80}\b(?:delayed|postponed|deferred)\s"
    r"(?:as\s(?:shown|set\sout|follows|indicated)|to\sthe\sdates?|in\sthe\stable)"
)
_NUMBER = regexp(r"(?<![0-9-])(?P<year>(?:19|20)[0-9]{2})-[0-9]{4,5}(?![0-9-])")
_OPEN_ENDED = regexp(
    r"\b(?:indefinitely|to\sbe\s(?:announced|determined)|until\sfurther\snotice)\b"
)
_CITED = regexp(r"Doc\.?\s$")
_UNCHANGED = regexp(r"\b(?:no\schange|unchanged|not\sdelayed|as\sscheduled)\b")
_MOST = 60
_LONGEST = 160


def delayed_in_table(act: Act) -> Iterator[ExtractedEffect]:
    """Yield the delay of each row that names a document of the register and a later day."""
    yield from _named_rows(act)
    series = act.namer.own.series if act.namer.own is not None else None
    opens = _OPENS.search(act.flow.flow, act.body.start, act.body.end)
    if act.family != "rule" or series is None or opens is None:
        return
    numbers = [*islice(_NUMBER.finditer(act.flow.flow, opens.end(), act.body.end), _MOST)]
    ends = [*(number.start() for number in numbers[1:]), act.body.end]
    for number, end in zip(numbers, ends, strict=True):
        row = Span(number.start(), min(end, number.end() + _LONGEST))
        life = None if _CITED.search(act.flow.flow[: number.start()][-8:]) else _later(act, row)
        if life is not None:
            target = f"{series}/{number['year']}/{number.group()}"
            yield effect_of(act, "postpone", target, Terms(), life, row)


def _named_rows(act: Act) -> Iterator[ExtractedEffect]:
    """Yield the delay of each row that names one other act, and its old and its new first day."""
    opens = _OPENS_ROWS.search(act.flow.flow, act.body.start, act.body.end)
    if opens is None or act.family == "rule":
        return
    for line in act.flow.lines_within(opens.end(), act.body.end):
        named = [one for one in act.namer.named_in(line.start, line.end) if one.id != act.id]
        life = _later(act, line) if len(named) == 1 and "|" in _text(act, line) else None
        if life is not None:
            parts = parts_named(act, named[0], line, refers=None)
            target = f"{named[0].id}#{parts[0].id}" if len(parts) == 1 else named[0].id
            yield effect_of(act, "postpone", target, Terms(), life, line)


def _text(act: Act, span: Span) -> str:
    return act.flow.flow[span.start : span.end]


_OPENS_ROWS = regexp(
    r"\bdates?\b[^.;]{0,120}?\b(?:delayed|postponed|deferred|adjusted|changed|moved|revised|reset)\b"
    r"[^.;]{0,40}?\b(?:table|as\sfollows|below|columns?)\b"
)


def _later(act: Act, line: Span) -> Life | None:
    """Return the last of several days of a row, or that it is left open."""
    told = _OPEN_ENDED.search(act.flow.flow, line.start, line.end)
    if told is not None:
        return Life(
            start=TimeWord(role="start", start=told.start(), end=told.end(), wording="open")
        )
    days = act.flow.days_in(line.start, line.end)
    if len(days) < 2:
        return None
    first, last = (act.times.resolved(day.start, day.end) for day in (days[-2], days[-1]))
    kept = _UNCHANGED.search(act.flow.flow, days[-1].end, line.end)
    if first is None or last is None or last <= first or kept is not None:
        return None
    return Life(
        start=TimeWord(
            role="start", start=days[-1].start, end=days[-1].end, wording="row", day=last
        )
    )
