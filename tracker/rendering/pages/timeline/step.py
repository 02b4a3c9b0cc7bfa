"""What was announced on the day of a step of knowledge, and where do the other steps lead?"""

from collections.abc import Iterator
from datetime import date

from tracker.application.charts.chart import Chart, Deed
from tracker.rendering import labels
from tracker.rendering.act_entries import when
from tracker.rendering.neutral import short
from tracker.rendering.page import Quotation
from tracker.rendering.pages.bars.told import short_day
from tracker.rendering.pages.timeline.asked import Asked
from tracker.rendering.pages.timeline.view import DeedView, LinkView, StepView
from tracker.rendering.words import Words

OPTIONS = 150
"""So many steps stand in the list of the slider, those around the shown one."""


def step_view(words: Words, asked: Asked, chart: Chart) -> StepView:
    """Return the state of knowledge: its step, what was announced then, the steps around it."""
    step, previous, following = chart.step, chart.previous, chart.following
    known_now = chart.clocks.announced_by is None
    return StepView(
        heading=words("timeline.knowledge"),
        lead=words("timeline.knowledge_lead"),
        previous=_step_link(words, asked, "previous", previous),
        following=_step_link(words, asked, "following", following),
        now=None if known_now else LinkView(text=words("timeline.now"), href=asked.known_by(None)),
        options=tuple(_options(words, chart)),
        kept={**asked.addresses.at(announced_by=None).clocks, **asked.carried},
        label=words("timeline.slider"),
        go=words("timeline.go"),
        told=_step_told(words, chart),
        position=words("timeline.step_of", n=step.number, count=len(chart.days)) if step else "",
        moved=_moved(words, chart),
        deeds=tuple(_deed(words, asked, deed) for deed in (step.deeds if step else ())),
        left=words.count("timeline.deeds_left", step.left) if step and step.left else None,
        compare=_compare(words, asked, chart),
    )


def _step_link(words: Words, asked: Asked, key: str, day: date | None) -> LinkView:
    if day is None:
        return LinkView(text=words(f"timeline.{key}_none"), href=None)
    text = words(f"timeline.{key}", day=short_day(words, day))
    return LinkView(text=text, href=asked.known_by(day))


def _step_told(words: Words, chart: Chart) -> str:
    if chart.step is None:
        return words("timeline.none_announced")
    key = "announced_on" if chart.step.day == chart.known else "latest_on"
    return words(f"timeline.{key}", day=words.day(chart.step.day))


def _moved(words: Words, chart: Chart) -> str:
    if chart.step is None:
        return ""
    if not chart.step.moved:
        return words("timeline.moved_none")
    return words.count("timeline.moved", chart.step.moved)


def _options(words: Words, chart: Chart) -> Iterator[tuple[str, str, bool]]:
    number = chart.step.number - 1 if chart.step else 0
    start = max(0, min(number - OPTIONS // 2, len(chart.days) - OPTIONS))
    for place, day in enumerate(chart.days[start : start + OPTIONS], start):
        yield day.isoformat(), words.day(day), chart.step is not None and place == number


def _deed(words: Words, asked: Asked, deed: Deed) -> DeedView:
    whose = _whose(words, deed)
    if deed.verified:
        told = words.sentences([words(f"verified.{deed.kind}"), whose])
    else:
        open_ended = deed.kind == "suspend" and deed.through is None
        told_when = when(words, deed.from_, deed.through)
        told = words(
            f"says.{deed.kind}",
            measures=whose,
            when=words("when.and_open", when=told_when) if open_ended else told_when,
            last=words.day(deed.through) if deed.through else words("when.open"),
        )
    return DeedView(
        act=labels.heading(words, deed.act),
        href=asked.addresses.instrument(deed.act.id),
        told=told,
        quotes=tuple(
            Quotation(text=short(quote.text), source=labels.link(quote.source))
            if quote.source
            else Quotation(text=short(quote.text), source=None)
            for quote in deed.quotes
        ),
    )


def _whose(words: Words, deed: Deed) -> str:
    """Name the measures; those of the act itself by their places alone."""
    if [part.instrument.id for part in deed.parts] != [deed.act.id]:
        return labels.whose(words, deed.parts)
    own = deed.parts[0].measures
    key = "timeline.own" if len(own) == 1 else "timeline.owns"
    return words(key, parts=labels.provisions(words, own))


def _compare(words: Words, asked: Asked, chart: Chart) -> LinkView | None:
    if chart.step is None or not chart.step.moved:
        return None
    eve = date.fromordinal(chart.step.day.toordinal() - 1)
    addresses = asked.addresses.at(on=chart.on.isoformat(), announced_by=eve.isoformat())
    href = addresses.to("/compare", by="announced", versus=chart.step.day.isoformat())
    return LinkView(text=words("timeline.compare"), href=href)
