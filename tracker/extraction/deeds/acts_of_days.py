"""Which act does a Chinese clause mean that tells only on which day it was published?

An answer says once what was published when (``于4月4日和9日分别发布了第21号和22号公告``) and then
speaks of those who were listed on one of the days.
"""

from collections.abc import Iterator
from datetime import date

from tracker.extraction.act import Act
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_DAY = r"\ue000{4,44}"
_AND = r"(?:\s?(?:、|和|及|与|以及)\s?)"
_PUBLISHED = r"(?:发布|公布|印发|出台)"
_PUBLISHED_ON = regexp(
    rf"(?P<days>{_DAY}(?:{_AND}(?:{_DAY}|[0-9]{{1,2}}日)){{0,5}}),?(?:先后|分别|陆续|依次|对外){{0,2}}"
    rf"(?:以)?{_PUBLISHED}了?(?P<acts>[^。;\ue000]{{0,80}})"
)
"""How a sentence tells what was published on which days."""
_ELIDED = regexp(rf"(?P<whole>{_DAY})|(?P<day>[0-9]{{1,2}})日")
_MEANT = regexp(rf"(?P<day>{_DAY})(?:由[^,。;]{{2,16}})?(?:被?(?:列入|{_PUBLISHED}|宣布)|的?公告)")
"""How a clause means an act, or those whom it lists, by its day."""


def acts_of_day(act: Act, clause: Span) -> list[Named]:
    """Return the acts of the day that a clause names, as the text tells it before."""
    flow = act.flow
    if flow.language != "zh":
        return []
    meant = _MEANT.search(flow.marked, clause.start, clause.end)
    day = act.times.resolved(*meant.span("day")) if meant else None
    if day is None:
        return []
    return [
        one
        for on, one in _published(act)
        if on == day and one.id != act.id and one.start < clause.start
    ]


def _published(act: Act) -> tuple[tuple[date, Named], ...]:
    """Return what the body tells to have been published, each with its day."""
    body = act.body
    return act.flow.once("published on days", lambda: tuple(_told(act)), body.start, body.end)


def _told(act: Act) -> Iterator[tuple[date, Named]]:
    for told in _PUBLISHED_ON.finditer(act.flow.marked, act.body.start, act.body.end):
        acts = act.namer.named_in(*told.span("acts"))
        days = tuple(_days(act, Span(*told.span("days"))))
        if len(days) == len(acts):
            yield from zip(days, acts, strict=True)
        elif len(days) == 1:
            yield from ((days[0], one) for one in acts)


def _days(act: Act, span: Span) -> Iterator[date]:
    """Yield the days of a list, an elided one in the month of the day before it."""
    last: date | None = None
    for found in _ELIDED.finditer(act.flow.marked, span.start, span.end):
        if found["whole"]:
            last = act.times.resolved(*found.span())
        elif last is not None:
            last = _in_month(last, int(found["day"]))
        if last is not None:
            yield last


def _in_month(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


_DAY_OF_START = regexp(
    r"(?:的|所附[^,。;]{0,12})?(?:正式)?(?:施行|实施|执行|生效)(?:之日|当日|的同时|时(?!间))"
)


def tells_day(flow: Flow, one: Named) -> bool:
    """Tell whether an act is named only for the day on which it begins: ``至第5号施行之日``."""
    return _DAY_OF_START.match(flow.flow, one.end) is not None
