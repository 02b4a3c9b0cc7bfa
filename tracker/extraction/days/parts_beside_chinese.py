"""Which of its own points does a Chinese act mean, also by where they stand: 前条, 本条, 前三条?"""

from collections.abc import Iterator
from dataclasses import replace

from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.numerals import number, roman
from tracker.extraction.spelling.regexps import regexp

_BESIDE = regexp(
    r"(?P<before>(?:上述|以上)?前(?P<n>[一二两三四五六七八])?[条点](?!件|例|款))|(?P<here>[本此]条(?!例|件|款))"
)
_NUMBERED = regexp(
    r"(?:(?<=\n)|^|(?<=[。;:]))[ \t]{0,4}(?:第(?P<article>[一二三四五六七八九十]{1,3})条(?=[\s:])"
    r"|(?P<point>[一二三四五六七八九十]{1,3})[、.]|(?P<figure>[0-9]{1,2})[、.](?![0-9]))"
)
_REACH = 2_500
"""How far back the number of a point may stand."""


def parts_named(flow: Flow, low: int, high: int, *, since: int) -> tuple[Provision, ...]:
    """Return the parts of the act that ``low:high`` names; ``since`` is where its sentence begins.

    前条 is the point before the one that holds it; an item alone belongs to the point named last
    before it in the sentence.
    """
    named = (*chinese_provisions(flow.flow, low, high), *_beside(flow, low, high))
    found: list[Provision] = []
    above = _last_point(flow, since, low)
    for one in sorted(named, key=lambda one: (one.start, one.end)):
        if not one.id.startswith("-"):
            above = one.id.split("-")[0]
        elif above is not None:
            found = [whole for whole in found if not (whole.id == above and whole.end == one.start)]
            one = replace(one, id=f"{above}{one.id}")
        found.append(one)
    return tuple(found)


def _beside(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    """Yield the points that stand beside the one in which the words stand."""
    for found in _BESIDE.finditer(flow.flow, low, high):
        here = point_at(flow, found.start())
        if here is None:
            continue
        count = (
            0
            if found["here"]
            else (number(found["n"].replace("两", "二")) or 0)
            if found["n"]
            else 1
        )
        values = (here,) if count == 0 else range(max(1, here - count), here)
        for value in values:
            yield Provision(id=roman(value), start=found.start(), end=found.end())


def point_at(flow: Flow, at: int) -> int | None:
    """Return the number of the point that holds a place."""
    numbers = [*_NUMBERED.finditer(flow.flow, max(0, at - _REACH), at)]
    if not numbers:
        return None
    last = numbers[-1]
    return number(last["article"] or last["point"] or last["figure"])


def sentence_of_point(flow: Flow, part: str, at: int) -> Span | None:
    """Return the first sentence of the point with that id (``iii``) before a place."""
    for found in _NUMBERED.finditer(flow.flow, max(0, at - _REACH), at):
        value = number(found["article"] or found["point"] or found["figure"])
        if value is not None and roman(value) == part:
            return Span(found.end(), flow.sentence(found.end()).end)
    return None


def _last_point(flow: Flow, low: int, high: int) -> str | None:
    """Return the point that a stretch names last."""
    named = (*chinese_provisions(flow.flow, low, high), *_beside(flow, low, high))
    points = [one for one in named if not one.id.startswith("-")]
    return max(points, key=lambda one: one.end).id.split("-")[0] if points else None
