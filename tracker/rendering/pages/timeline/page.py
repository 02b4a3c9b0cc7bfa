"""What does the timeline page show: bars, the step of knowledge, and the ways to look at them?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from tracker.application.charts.chart import ZOOMS, Act, Bar, Chart
from tracker.application.charts.window import shifted
from tracker.projection.dated import FIRST_DAY, FOREVER
from tracker.rendering import labels
from tracker.rendering.neutral import short
from tracker.rendering.pages.bars.drawn import LANES, axis, bar_view, courses, legend
from tracker.rendering.pages.bars.scale import Scale
from tracker.rendering.pages.bars.told import continued, short_day, standing
from tracker.rendering.pages.parts.knowledge import knowledge_view
from tracker.rendering.pages.parts.standing import sure_told
from tracker.rendering.pages.timeline.asked import PATH, Asked
from tracker.rendering.pages.timeline.form import form_view
from tracker.rendering.pages.timeline.step import step_view
from tracker.rendering.pages.timeline.view import (
    ActRow,
    GroupView,
    LinkView,
    PartRow,
    RunRow,
    RunTable,
    TimelineView,
)
from tracker.rendering.words import Words


def timeline_view(words: Words, asked: Asked, chart: Chart) -> TimelineView:
    """Return what the template of the timeline prints."""
    scale = Scale(chart.first, chart.last)
    bars = [bar for act in chart.acts for bar in act.bars]
    return TimelineView(
        heading=words("timeline.heading"),
        lead=_lead(words, asked, chart),
        knowledge=knowledge_view(words, chart.knowledge, asked.addresses, names=asked.names),
        step=step_view(words, asked, chart),
        form=form_view(words, asked, chart),
        zoom_label=words("timeline.zoom"),
        zooms=tuple(_zooms(words, asked, chart)),
        pans=_pans(words, asked, chart),
        views_label=words("timeline.views"),
        views=_views(words, asked),
        chart=words("timeline.chart"),
        axis=axis(words, scale, chart),
        legend_label=words("timeline.legend"),
        legend=legend(words, chart, bars),
        groups=() if asked.table else tuple(groups(words, asked, scale, chart)),
        table=_table(words, asked, scale, chart) if asked.table and chart.acts else None,
        empty=None if chart.acts else words("timeline.empty"),
        notes=(words("timeline.starts"),) if chart.acts else (),
        outside=words.count("timeline.outside", chart.outside) if chart.outside else None,
        outside_link=LinkView(
            text=words("timeline.outside_show"),
            href=asked.to(**{"zoom": "all", "from": None, "to": None, "page": None}),
        ),
        pages=_pages(words, chart),
        page_links=tuple(_page_links(words, asked, chart)),
        expand=words("timeline.expand"),
        collapse=words("timeline.collapse"),
    )


def clocks_told(words: Words, chart: Chart) -> str:
    """Say under which knowledge the bars stand."""
    clocks = chart.clocks
    known = words("timeline.known_now")
    if clocks.announced_by is not None:
        known = words("timeline.known_by", when=words.when(clocks.announced_by))
    if clocks.recorded_by is None:
        return known
    return words.listed([known, words("timeline.recorded_by", when=words.when(clocks.recorded_by))])


def _lead(words: Words, asked: Asked, chart: Chart) -> str:
    clocks = clocks_told(words, chart)
    if not chart.total:
        return words("timeline.lead_none", clocks=clocks)
    return words(
        "timeline.lead",
        instruments=words.count("timeline.instruments", chart.total),
        measures=words.count("timeline.measures", chart.measures),
        clocks=clocks,
    )


def _zooms(words: Words, asked: Asked, chart: Chart) -> Iterator[LinkView]:
    own = chart.wanted.first is not None or chart.wanted.last is not None
    for zoom in ZOOMS:
        yield LinkView(
            text=words(f"timeline.zoom_{zoom}"),
            href=asked.to(**{"zoom": zoom, "from": None, "to": None, "page": None}),
            current=not own and chart.wanted.zoom == zoom,
        )


def _pans(words: Words, asked: Asked, chart: Chart) -> tuple[LinkView, LinkView]:
    earlier, later = (
        LinkView(text=words(f"timeline.{key}"), href=_panned(asked, chart, back=key == "earlier"))
        for key in ("earlier", "later")
    )
    return earlier, later


def _panned(asked: Asked, chart: Chart, *, back: bool) -> str:
    first, last = shifted(chart.first, chart.last, back=back)
    return asked.to(
        **{"from": first.isoformat(), "to": last.isoformat(), "zoom": None, "page": None}
    )


def _views(words: Words, asked: Asked) -> tuple[LinkView, ...]:
    picture = asked.addresses.to(
        f"{PATH}.svg", **{key: value for key, value in asked.query.items() if key != "view"}
    )
    return (
        LinkView(
            text=words("timeline.view_chart"), href=asked.to(view=None), current=not asked.table
        ),
        LinkView(
            text=words("timeline.view_table"), href=asked.to(view="table"), current=asked.table
        ),
        LinkView(text=words("timeline.view_svg"), href=picture),
    )


def groups(words: Words, asked: Asked, scale: Scale, chart: Chart) -> Iterator[GroupView]:
    """Yield the rows of the instruments by jurisdiction."""
    for code, acts in groupby(chart.acts, key=lambda act: act.instrument.jurisdiction):
        yield GroupView(
            heading=words.named(code) if code else "",
            rows=tuple(act_row(words, asked, scale, act, on=chart.on) for act in acts),
        )


def act_row(words: Words, asked: Asked, scale: Scale, act: Act, *, on: date) -> ActRow:
    """Return the row of one instrument."""
    number = labels.number(words, act.instrument)
    single = len(act.bars) == 1
    # Of an instrument of several parts of which one is shown, the row says which.
    name = number
    if single and not act.whole:
        name = f"{number} ({words.said(labels.provision(act.bars[0].measure))})"
    more = courses(act) - LANES
    key = "parts" if act.whole else "parts_some"
    return ActRow(
        id=act.instrument.id,
        label=name,
        about=labels.title(words, act.instrument),
        href=asked.addresses.instrument(act.instrument.id),
        link=words("timeline.open_instrument", act=number),
        status=_statuses(words, act.bars, on),
        count="" if single else words.count(f"timeline.{key}", len(act.bars)),
        mark=_mark(words, act.bars),
        bar=bar_view(words, scale, name, act.bars),
        parts=() if single else tuple(_part(words, asked, scale, bar, on) for bar in act.bars),
        more=words.count("timeline.courses_left", more) if more > 0 else None,
    )


def _part(words: Words, asked: Asked, scale: Scale, bar: Bar, on: date) -> PartRow:
    label = words.said(labels.provision(bar.measure))
    return PartRow(
        label=label,
        about=short(words.said(bar.measure.summary or bar.measure.title or ""), longest=160),
        href=asked.addresses.measure(bar.measure.id),
        status=standing(words, bar.course, on),
        mark=_mark(words, [bar]),
        bar=bar_view(words, scale, label, [bar]),
    )


def _mark(words: Words, bars: Iterable[Bar]) -> str | None:
    moved = [bar for bar in bars if bar.was is not None]
    if not moved:
        return None
    new = all(bar.was is not None and not bar.was.pieces for bar in moved)
    return words("timeline.new" if new else "timeline.changed")


def _statuses(words: Words, bars: Iterable[Bar], on: date) -> str:
    counted = Counter(standing(words, bar.course, on) for bar in bars)
    if len(counted) == 1:
        return next(iter(counted))
    return words.listed(
        words("timeline.counted", n=number, status=status) for status, number in counted.items()
    )


def _table(words: Words, asked: Asked, scale: Scale, chart: Chart) -> RunTable:
    heads = ("instrument", "part", "status", "from", "through", "sure")
    return RunTable(
        caption=words("timeline.table"),
        heads=tuple(words(f"timeline.col_{head}") for head in heads),
        rows=tuple(
            row
            for act in chart.acts
            for bar in act.bars
            for row in _runs(words, asked, act, bar, chart.known)
        ),
    )


def _runs(words: Words, asked: Asked, act: Act, bar: Bar, known: date) -> Iterator[RunRow]:
    for piece in continued(bar.course.pieces):
        first = short_day(words, date.fromordinal(piece.start)) if piece.start > FIRST_DAY else "…"
        last = words("timeline.open_end")
        if piece.end < FOREVER:
            last = short_day(words, date.fromordinal(piece.end - 1))
        yield RunRow(
            act=labels.number(words, act.instrument),
            part=words.said(labels.provision(bar.measure)),
            href=asked.addresses.measure(bar.measure.id),
            cells=(
                words(f"status.{piece.status}"),
                first,
                last,
                sure_told(
                    words,
                    piece.certainty,
                    known,
                    first=date.fromordinal(piece.start) if piece.start > FIRST_DAY else None,
                    last=date.fromordinal(piece.end - 1) if piece.end < FOREVER else None,
                ),
            ),
        )


def _pages(words: Words, chart: Chart) -> str | None:
    if chart.pages < 2:
        return None
    shown = len(chart.acts)
    return words(
        "timeline.page_of",
        page=chart.page,
        pages=chart.pages,
        shown=shown,
        total=chart.total,
        left=chart.total - shown,
    )


def _page_links(words: Words, asked: Asked, chart: Chart) -> Iterator[LinkView]:
    if chart.page > 1:
        yield LinkView(text=words("timeline.page_previous"), href=asked.to(page=chart.page - 1))
    if chart.page < chart.pages:
        yield LinkView(text=words("timeline.page_next"), href=asked.to(page=chart.page + 1))
