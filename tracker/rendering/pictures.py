"""How are timelines drawn so that they can be read at any width, and without colour?

Places along the axis are percentages, so that a picture stretches while its strokes keep their
height; each bar also says in words what it shows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from tracker.digests.digest import Bar, Picture, Span, Subject
from tracker.rendering import labels
from tracker.rendering.page import LegendItem, PictureView, Row, Stroke, Tick
from tracker.rendering.words import Words

_DAY = timedelta(days=1)
_SUBJECTS_NAMED = 4


def picture_view(words: Words, picture: Picture) -> PictureView:
    """Return the timelines with their words."""
    looks = {_look(span): None for bar in picture.bars for span in bar.spans}
    left = picture.left_out
    return PictureView(
        title=words("picture.title"),
        about=words("picture.about"),
        rows=tuple(_row(words, picture, bar) for bar in picture.bars),
        ticks=tuple(_ticks(words, picture)),
        today=_place(picture, picture.today + _DAY),
        today_text=words("picture.today", day=words.day(picture.today)),
        legend=tuple(LegendItem(look=look, text=_meaning(words, look)) for look in looks),
        left_out=words.count("picture.more", left) if left else None,
    )


def _row(words: Words, picture: Picture, bar: Bar) -> Row:
    return Row(
        label=words.listed(_subject(words, subject) for subject in bar.subjects),
        words="; ".join(_span_words(words, picture, span) for span in _told(bar.spans)),
        strokes=tuple(_stroke(picture, span) for span in bar.spans),
    )


def _subject(words: Words, subject: Subject) -> str:
    name = labels.number(words, subject.instrument)
    if subject.whole:
        return name
    if len(subject.measures) <= _SUBJECTS_NAMED:
        return f"{name} ({labels.provisions(words, subject.measures)})"
    return f"{name} ({words.count('count.parts', len(subject.measures))})"


def _stroke(picture: Picture, span: Span) -> Stroke:
    length = (span.through - span.from_ + _DAY) / _DAY
    return Stroke(
        x=_place(picture, span.from_),
        width=f"{100 * length / _length(picture):.2f}%",
        look=_look(span),
        scheduled=span.sure == "scheduled",
    )


def _look(span: Span) -> str:
    if span.sure == "unverified":
        return "unverified"
    ended = span.status in ("expired", "repealed")
    return "ended" if ended else str(span.status).replace("_", "-")


def _meaning(words: Words, look: str) -> str:
    if look == "unverified":
        return words("picture.unverified")
    if look == "ended":
        return words.listed([words("status.expired"), words("status.repealed")])
    return words("status." + look.replace("-", "_"))


def _told(spans: Iterable[Span]) -> list[Span]:
    """Join what is known with what is scheduled to go on."""
    told: list[Span] = []
    for span in spans:
        before = told[-1] if told else None
        same = before is not None and before.status is span.status
        if before and same and (before.sure == span.sure or span.sure == "scheduled"):
            told[-1] = replace(before, through=span.through)
        else:
            told.append(span)
    return told


def _span_words(words: Words, picture: Picture, span: Span) -> str:
    status = words(f"status.{span.status}")
    if span.sure == "scheduled":
        status = words("picture.scheduled", status=status)
    first, last = words.day(span.from_), words.day(span.through)
    if span.from_ == picture.from_ and span.through == picture.through:
        key = "all_along"
    elif span.from_ == span.through:
        key = "span_day"
    elif span.through == picture.through:
        key = "span_open"
    else:
        key = "to_edge" if span.from_ == picture.from_ else "span"
    told = words(f"picture.{key}", status=status, first=first, last=last)
    return words("picture.by_terms", told=told) if span.sure == "unverified" else told


def _ticks(words: Words, picture: Picture) -> Iterator[Tick]:
    """Mark every month and name every fourth, from the second on."""
    day, index = picture.from_, 0
    while day <= picture.through:
        text = words.month(day) if index % 4 == 1 else ""
        yield Tick(x=_place(picture, day), text=text)
        day, index = (day.replace(day=1) + timedelta(days=32)).replace(day=1), index + 1


def _place(picture: Picture, day: date) -> str:
    return f"{100 * ((day - picture.from_) / _DAY) / _length(picture):.2f}%"


def _length(picture: Picture) -> float:
    return (picture.through - picture.from_ + _DAY) / _DAY
