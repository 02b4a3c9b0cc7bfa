"""How is it shown what each rule would become? (two bars over one scale, and the same in words)"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.application.desk.rehearsal import MeasureChange, Rehearsal, Stand
from tracker.domain.questions import Certainty, Status
from tracker.projection.runs import Span
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.page import Chip
from tracker.rendering.pages.parts.record_words import term_name, value_told
from tracker.rendering.words import Words

WIDTH = 1000
SPANS_SHOWN = 6
_MARGIN = timedelta(days=45)
_TONES = {Status.IN_FORCE: "good", Status.SUSPENDED: "wait", Status.PENDING: "new"}
_DOUBTS = (Certainty.UNVERIFIED, Certainty.DISPUTED, Certainty.REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a bar from ``x`` on, of `WIDTH`; ``look`` is the status that it shows.

    ``doubted`` puts a hatch over it: the day is disputed, unverified or reported only.
    """

    x: int
    width: int
    look: str
    doubted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A measure before or after: the bar, and the same in words, a line a run."""

    label: str
    bar: tuple[Stretch, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What some measures would become alike; ``today`` is their status now, before and after.

    ``measures`` are the id, the address and the title of each.
    """

    measures: tuple[tuple[str, str, str | None], ...]
    today: tuple[Chip, Chip]
    stays: bool
    courses: tuple[Course, Course]
    now: int
    terms: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalView:
    """What the rule set would become; ``more`` counts measures that were not worked out.

    Measures that change alike stand together.
    """

    lead: str
    changes: tuple[ChangeView, ...]
    more: str | None
    today: str


def rehearsal_view(words: Words, found: Rehearsal, *, today: date) -> RehearsalView:
    """Return what would change, a measure after the other."""
    count = len(found.measures)
    alike: dict[ChangeView, list[tuple[str, str, str | None]]] = {}
    for one in found.measures:
        named = (one.measure, Addresses().measure(one.measure), _title(one))
        alike.setdefault(_change(words, one, today), []).append(named)
    return RehearsalView(
        lead=words.count("desk.would_change", count) if count else words("desk.no_change"),
        changes=tuple(replace(one, measures=tuple(named)) for one, named in alike.items()),
        more=words.count("desk.more_measures", found.more) if found.more else None,
        today=words("desk.today", day=words.day(today)),
    )


def _title(change: MeasureChange) -> str | None:
    return short(change.title) if change.title else None


def _change(words: Words, change: MeasureChange, today: date) -> ChangeView:
    scale = _Scale.over((change.before, change.after), today)
    before, after = _chip(words, change.before), _chip(words, change.after)
    return ChangeView(
        measures=(),
        today=(before, after),
        stays=before == after,
        courses=(
            _course(words, "desk.before", change.before, scale),
            _course(words, "desk.after", change.after, scale),
        ),
        now=scale.at(today),
        terms=tuple(_terms(words, change)),
    )


def _chip(words: Words, stand: Stand | None) -> Chip:
    if stand is None:
        return Chip(tone="plain", text=words("desk.not_recorded"))
    status = stand.answer.status
    return Chip(tone=_TONES.get(status, "plain"), text=words(f"status.{status}"))


def _course(words: Words, label: str, stand: Stand | None, scale: "_Scale") -> Course:
    spans = stand.spans if stand else ()
    bar = tuple(stretch for span in spans if (stretch := scale.stretch(span)))
    return Course(label=words(label), bar=bar, lines=tuple(_lines(words, spans)))


def _lines(words: Words, spans: Sequence[Span]) -> Iterator[str]:
    """Yield each run in words; the time before there was anything says nothing."""
    if not spans:
        yield words("desk.not_recorded")
    shown = [one for one in spans if one.from_ or one.status is not Status.UNKNOWN] or list(spans)
    for span in shown[:SPANS_SHOWN]:
        yield _line(words, span)
    if len(shown) > SPANS_SHOWN:
        yield words("count.more", n=len(shown) - SPANS_SHOWN)


def _line(words: Words, span: Span) -> str:
    status = words(f"status.{span.status}")
    if span.certainty in _DOUBTS:
        status = words("desk.with", status=status, sure=words(f"certainty.{span.certainty}"))
    first = words.day(span.from_) if span.from_ else ""
    last = words.day(span.through) if span.through else ""
    key = {
        (True, True): "span_day" if first == last else "span",
        (True, False): "span_open",
        (False, True): "to_edge",
        (False, False): "all_along",
    }[bool(first), bool(last)]
    return words(f"picture.{key}", status=status, first=first, last=last)


def _terms(words: Words, change: MeasureChange) -> Iterator[tuple[str, str, str]]:
    """Yield the terms that would differ: name, before, after."""
    if change.before is None or change.after is None:
        return
    before, after = change.before.answer.terms, change.after.answer.terms
    for name in {**before, **after}:
        if before.get(name) != after.get(name):
            was, becomes = (value_told(words, terms.get(name)) for terms in (before, after))
            yield term_name(words, name), short(was), short(becomes)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days stand in a bar: what happens is shown, with some room on both sides."""

    first: date
    last: date

    @classmethod
    def over(cls, stands: Iterable[Stand | None], today: date) -> "_Scale":
        days = [today]
        for stand in stands:
            for span in stand.spans if stand else ():
                days += [day for day in (span.from_, span.through) if day]
        return cls(_moved(min(days), -_MARGIN), _moved(max(days), _MARGIN))

    def at(self, day: date) -> int:
        whole = max(1, (self.last - self.first).days)
        return max(0, min(WIDTH, round(WIDTH * (day - self.first).days / whole)))

    def stretch(self, span: Span) -> Stretch | None:
        if span.status is Status.UNKNOWN:
            return None
        start = self.at(span.from_) if span.from_ else 0
        end = self.at(_moved(span.through, timedelta(days=1))) if span.through else WIDTH
        look = str(span.status).replace("_", "-")
        doubted = span.certainty in _DOUBTS
        return Stretch(x=start, width=max(2, end - start), look=look, doubted=doubted)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
