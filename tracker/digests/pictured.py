"""How do the concerned rules run, over a year around the window?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from tracker.digests.digest import Bar, Picture, Span, Subject
from tracker.digests.naming import Directory
from tracker.digests.survey import Look
from tracker.domain.days import instant_of, legal_day
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Certainty, Status

BARS = 12
_MONTHS_BEFORE = 2
_MONTHS_AFTER = 13


def picture(
    directory: Directory, concerned: Sequence[Look], looks: Iterable[Look]
) -> Picture | None:
    """Return the timelines of the concerned measures; alike ones share a row."""
    if not concerned:
        return None
    last = max(look.last for look in concerned)
    first_shown = _month(date.fromordinal(last), -_MONTHS_BEFORE)
    last_shown = _month(date.fromordinal(last), _MONTHS_AFTER) - timedelta(days=1)
    rows: dict[tuple[Span, ...], list[Look]] = {}
    for look in concerned:
        rows.setdefault(tuple(_spans(look, first_shown, last_shown)), []).append(look)
    sizes = Counter(instrument_of(look.id) for look in looks)
    bars = [_bar(directory, spans, group, sizes) for spans, group in rows.items() if spans]
    return Picture(
        from_=first_shown,
        through=last_shown,
        today=date.fromordinal(last),
        bars=tuple(bars[:BARS]),
        left_out=max(0, len(bars) - BARS),
    )


def _bar(
    directory: Directory, spans: tuple[Span, ...], group: Sequence[Look], sizes: Mapping[str, int]
) -> Bar:
    homes: dict[str, list[Look]] = {}
    for look in group:
        homes.setdefault(instrument_of(look.id), []).append(look)
    return Bar(
        subjects=tuple(
            Subject(
                instrument=directory.instrument(home),
                measures=tuple(directory.measure(look) for look in looks),
                whole=len(looks) == sizes[home],
            )
            for home, looks in homes.items()
        ),
        spans=spans,
    )


def _spans(look: Look, first: date, last: date) -> Iterator[Span]:
    """Cut the timeline at the window's last day: what lies behind it may still change.

    Nothing waits before it was announced.
    """
    announced = _announced(look)
    unverified = look.found.certainty is Certainty.UNVERIFIED
    present = look.timeline.at(look.last).start
    for stretch in look.timeline.stretches:
        if stretch.status is Status.UNKNOWN:
            continue
        for start, end in _cut(stretch.start, stretch.end, look.last + 1):
            waits = stretch.status is Status.PENDING
            shown_from = max(start, first.toordinal(), announced if waits else 0)
            shown_end = min(end, last.toordinal() + 1)
            if shown_from < shown_end:
                doubtful = unverified and start >= present
                scheduled = start > look.last
                yield Span(
                    from_=date.fromordinal(shown_from),
                    through=date.fromordinal(shown_end - 1),
                    status=stretch.status,
                    sure="unverified" if doubtful else "scheduled" if scheduled else "known",
                )


def _announced(look: Look) -> int:
    """Return the day in the issuer's zone on which a measure was first announced."""
    first = min(effect.announced for effect in look.effects)
    return legal_day(instant_of(first), look.view.zone_name).toordinal()


def _cut(start: int, end: int, at: int) -> tuple[tuple[int, int], ...]:
    return ((start, at), (at, end)) if start < at < end else ((start, end),)


def _month(day: date, months: int) -> date:
    """Return the first day of the month so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
