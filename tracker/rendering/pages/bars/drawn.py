"""How does a rule's course over valid time look as a bar, and how is it told without a look?

A bar shows each status by a pattern of its own, and where it is not confirmed a hatch over it;
its words say the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tracker.application.charts.chart import Act, Bar, Chart
from tracker.domain.questions import Certainty, Status
from tracker.projection.courses import Course, Piece
from tracker.rendering import labels
from tracker.rendering.addresses import Addresses
from tracker.rendering.pages.bars.scale import Scale, Tick, percent
from tracker.rendering.pages.bars.told import DOUBTS, short_day, standing, texts, told
from tracker.rendering.words import Words

LANES = 4
"""So many different courses of one instrument are drawn beside each other in its row."""

_ENDED = (Status.EXPIRED, Status.REPEALED)
_WHOLE, _THIN, _WAS, _GAP, _EDGE = 16, 9, 4, 2, 3
_PAGE_PIXELS = 720
"""The width of a chart on a wide screen; narrower ones print no text in bars."""

_LETTER, _SIGN, _ROOM = 6.1, 11.5, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A piece of a bar: ``look`` names its status, ``sure`` a hatch over it where there is one.

    ``text`` is printed in the piece where it has room.
    """

    x: str
    width: str
    look: str
    sure: str | None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One course: ``was`` is the course before the last announcement, drawn thin below it."""

    y: int
    height: int
    strokes: tuple[Stroke, ...]
    was_y: int
    was: tuple[Stroke, ...]
    notches: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """A bar: ``title`` says whose it is, ``told`` what it shows, in words; heights in pixels."""

    title: str
    told: str
    height: int
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day marked by a line down the chart, with its words at height ``y`` of the axis."""

    key: str
    x: str
    text: str
    anchor: str
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The lines behind the bars and the words above them; ``height`` in pixels."""

    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a pattern means; ``mark`` is a line instead of a pattern."""

    text: str
    look: str | None = None
    sure: str | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallRow:
    """A bar of a small timeline with its label; ``status`` is where it stands on the day."""

    label: str
    href: str
    status: str
    bar: BarView


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallView:
    """The timeline of one instrument or measure, for its own page (``bars.small``)."""

    about: str
    axis: Axis
    rows: tuple[SmallRow, ...]
    legend: tuple[Key, ...]
    legend_label: str
    more: str
    href: str


def small_view(words: Words, addresses: Addresses, chart: Chart) -> SmallView:
    """Return a small timeline of what a chart holds; its bars lead to their measures."""
    scale = Scale(chart.first, chart.last)
    bars = [replace(bar, was=None) for act in chart.acts for bar in act.bars]
    return SmallView(
        about=words("timeline.small_about", known=words.day(chart.known)),
        axis=axis(words, scale, chart),
        rows=tuple(
            SmallRow(
                label=words.said(labels.provision(bar.measure)),
                href=addresses.measure(bar.measure.id),
                status=standing(words, bar.course, chart.on),
                bar=bar_view(words, scale, words.said(labels.provision(bar.measure)), [bar]),
            )
            for bar in bars
        ),
        legend=legend(words, chart, bars),
        legend_label=words("timeline.legend"),
        more=words("timeline.more"),
        href=addresses.to("/timeline", instrument=chart.wanted.instrument),
    )


def bar_view(words: Words, scale: Scale, title: str, bars: Sequence[Bar]) -> BarView:
    """Return the bar of one measure, or of several: one lane for each course."""
    groups: dict[tuple[Course, Course | None], list[Bar]] = {}
    for bar in bars:
        groups.setdefault((bar.course, bar.was), []).append(bar)
    shown = list(groups)[:LANES]
    lanes, height = _lanes(words, scale, shown)
    sentences = (told(words, group, alone=len(groups) == 1) for group in groups.values())
    return BarView(title=title, told=words.sentences(sentences), height=height, lanes=lanes)


def courses(act: Act) -> int:
    """Return how many different courses the measures of an instrument have."""
    return len({(bar.course, bar.was) for bar in act.bars})


def _lanes(
    words: Words, scale: Scale, groups: Sequence[tuple[Course, Course | None]]
) -> tuple[tuple[Lane, ...], int]:
    alone = len(groups) == 1
    height = _WHOLE if alone else _THIN
    y, lanes = _EDGE, []
    for course, was in groups:
        strokes = tuple(_strokes(words, scale, course, named=alone))
        before = tuple(_strokes(words, scale, was, named=False)) if was else ()
        lanes.append(
            Lane(
                y=y,
                height=height,
                strokes=strokes,
                was_y=y + height + 1,
                was=before,
                notches=tuple(_notches(scale, course)),
            )
        )
        y += height + _GAP + (_WAS + 1 if was is not None else 0)
    return tuple(lanes), y - _GAP + _EDGE


def _strokes(words: Words, scale: Scale, course: Course, *, named: bool) -> Iterator[Stroke]:
    pieces = course.pieces
    printed = _printed(words, scale, pieces) if named else {}
    for place, piece in enumerate(pieces):
        if scale.shows(piece.start, piece.end):
            left, right = scale.place(piece.start), scale.place(piece.end)
            yield Stroke(
                x=percent(left),
                width=percent(right - left),
                look=look(piece.status),
                sure=_hatch(piece),
                text=printed.get(place),
            )


def _printed(words: Words, scale: Scale, pieces: Sequence[Piece]) -> dict[int, str]:
    """Return what is printed in which piece: each run of a status once, as fully as it fits."""
    printed: dict[int, str] = {}
    for _, run in groupby(enumerate(pieces), key=lambda item: _kind(item[1])):
        best: tuple[int, int, str] | None = None
        for place, piece in run:
            width = scale.place(piece.end) - scale.place(piece.start)
            room = width / 100 * _PAGE_PIXELS - _ROOM
            for rank, text in enumerate(texts(words, pieces, place)):
                if _length(text) <= room and (best is None or rank < best[0]):
                    best = (rank, place, text)
        if best:
            printed[best[1]] = best[2]
    return printed


def _kind(piece: Piece) -> tuple[Status, bool]:
    return (piece.status, piece.certainty in DOUBTS)


def look(status: Status) -> str:
    """Return the name of the pattern for a status."""
    return "ended" if status in _ENDED else str(status).replace("_", "-")


def _hatch(piece: Piece) -> str | None:
    if piece.certainty is Certainty.CONFIRMED or look(piece.status) == "ended":
        return None
    return str(piece.certainty)


def _length(text: str) -> float:
    """Return about how many pixels a text takes."""
    return sum(_LETTER if ord(char) < 0x2E80 else _SIGN for char in text)


def _notches(scale: Scale, course: Course) -> Iterator[str]:
    return (percent(scale.place(day)) for day in course.turned_terms if scale.shows(day, day + 1))


def axis(words: Words, scale: Scale, chart: Chart) -> Axis:
    """Return the axis with today's line, that of the asked day, and where knowledge ends."""
    days = {"today": chart.today}
    if chart.on != chart.today:
        days["on"] = chart.on
    if chart.known != chart.today:
        days["known"] = chart.known
    shown = [
        (key, day) for key, day in days.items() if scale.shows(day.toordinal(), day.toordinal() + 1)
    ]
    shown.sort(key=lambda item: item[1])
    marks = []
    for row, (key, day) in enumerate(shown):
        # Knowledge ends with its day; the other lines stand in the middle of theirs.
        x = scale.place(day.toordinal() + (1.0 if key == "known" else 0.5))
        text = words(f"timeline.mark_{key}", day=short_day(words, day))
        anchor = "end" if x > 60 else "start"
        marks.append(Mark(key=key, x=percent(x), text=text, anchor=anchor, y=13 + 16 * row))
    return Axis(ticks=scale.ticks(words), marks=tuple(marks), height=16 * len(marks) + 22)


def legend(words: Words, chart: Chart, bars: Iterable[Bar]) -> tuple[Key, ...]:
    """Return what the patterns mean that occur in the bars."""
    bars = tuple(bars)
    pieces = [piece for bar in bars for piece in bar.course.pieces]
    looks = {look(piece.status) for piece in pieces}
    hatches = {_hatch(piece) for piece in pieces}
    keys = [
        Key(look=name, text=_meaning(words, name))
        for name in ("pending", "in-force", "suspended", "ended")
        if name in looks
    ]
    keys += [
        Key(look="any", sure=name, text=words(f"timeline.hatch_{name}"))
        for name in ("projected", "unverified", "disputed", "reported")
        if name in hatches
    ]
    if any(bar.course.turned_terms for bar in bars):
        keys.append(Key(mark="notch", text=words("timeline.notch")))
    if any(bar.was is not None for bar in bars):
        keys.append(Key(mark="was", text=words("timeline.was")))
    return tuple(keys)


def _meaning(words: Words, name: str) -> str:
    if name == "ended":
        return words.listed([words("status.expired"), words("status.repealed")])
    return words("status." + name.replace("-", "_"))
