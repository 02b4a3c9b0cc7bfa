"""What does the timeline show as a picture that stands alone?"""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.application.charts.chart import Chart
from tracker.rendering.pages.bars.drawn import Axis, BarView, Key, axis, legend
from tracker.rendering.pages.bars.scale import Scale
from tracker.rendering.pages.timeline.asked import Asked
from tracker.rendering.pages.timeline.page import clocks_told, groups
from tracker.rendering.pages.timeline.view import ActRow, PartRow
from tracker.rendering.words import Words

WIDTH = 1240
LABEL = 340
MARGIN = 24
PARTS = 40
"""A picture of so many bars shows each measure; of more, the instruments alone."""

_ROW, _HEADING, _LETTERS, _KEY = 38, 40, 52, 26
_LETTER_WIDE = 0x2E80


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """A bar at height ``y`` with its label and where it stands; ``inner`` ones are measures."""

    y: int
    label: str
    about: str
    inner: bool
    bar: BarView


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureKey:
    """What a pattern means, at a place of the picture."""

    x: int
    y: int
    key: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the timeline; all lengths are pixels, those of bars percent of the chart."""

    language: str
    title: str
    lead: str
    height: int
    top: int
    bottom: int
    axis: Axis
    headings: tuple[tuple[int, str], ...]
    rows: tuple[PictureRow, ...]
    keys: tuple[PictureKey, ...]
    foot: tuple[str, ...]
    width: int = WIDTH
    label: int = LABEL
    margin: int = MARGIN


def picture(words: Words, asked: Asked, chart: Chart, *, foot: tuple[str, ...]) -> Picture:
    """Return the picture; ``foot`` are the lines below it."""
    scale = Scale(chart.first, chart.last)
    bars = [bar for act in chart.acts for bar in act.bars]
    keys, below = _keys(legend(words, chart, bars))
    around = axis(words, scale, chart)
    top = below + 18
    headings, rows, y = [], [], top + around.height
    for group in groups(words, asked, scale, chart):
        headings.append((y + 26, group.heading))
        y += _HEADING
        for row in group.rows:
            for one in _shown(row, parts=len(bars) <= PARTS):
                rows.append(_row(one, y, inner=isinstance(one, PartRow)))
                y += max(_ROW, one.bar.height + 12)
    return Picture(
        language=words.language,
        title=words("timeline.heading"),
        lead=clocks_told(words, chart),
        height=y + 30 + 18 * len(foot),
        top=top,
        bottom=y,
        axis=around,
        headings=tuple(headings),
        rows=tuple(rows),
        keys=keys,
        foot=foot,
    )


def _shown(row: ActRow, *, parts: bool) -> Iterator[ActRow | PartRow]:
    yield row
    if parts:
        yield from row.parts


def _row(row: ActRow | PartRow, y: int, *, inner: bool) -> PictureRow:
    mark = "◆ " if row.mark else ""
    about = f"{row.status} · {row.about}" if row.about else row.status
    return PictureRow(
        y=y, label=_cut(mark + row.label, 0.76), about=_cut(about, 1.0), inner=inner, bar=row.bar
    )


def _cut(text: str, room: float) -> str:
    """Cut text to the width of the labels; wide letters count twice."""
    left = _LETTERS * room
    for place, char in enumerate(text):
        left -= 1 if ord(char) < _LETTER_WIDE else 2
        if left < 0:
            return text[:place].rstrip() + "…"
    return text


def _keys(items: tuple[Key, ...]) -> tuple[tuple[PictureKey, ...], int]:
    """Lay the legend out in lines; return it and where it ends."""
    x, y, laid = MARGIN, 76, []
    for key in items:
        width = 60 + sum(7 if ord(char) < _LETTER_WIDE else 13 for char in key.text)
        if x > MARGIN and x + width > WIDTH - MARGIN:
            x, y = MARGIN, y + _KEY
        laid.append(PictureKey(x=x, y=y, key=key))
        x += width
    return tuple(laid), y + _KEY
