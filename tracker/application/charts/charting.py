"""How do the rules run over valid time, and what moved their bars last?"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tracker.application.answers.knowledge import knowledge_of
from tracker.application.answers.query import Filter, Queries
from tracker.application.charts.chart import Act, Bar, Chart, Step, Wanted
from tracker.application.charts.chart_deeds import deeds
from tracker.application.charts.chart_seen import Seen, announces, seen_under, since_announced
from tracker.application.charts.window import days_shown
from tracker.application.library import Library
from tracker.digests.naming import Directory
from tracker.domain.days import instant_of, legal_day
from tracker.domain.identifiers import instrument_of, is_measure
from tracker.domain.questions import Clocks
from tracker.domain.rulebook import Field
from tracker.projection.courses import Course, course
from tracker.projection.dated import FIRST_DAY
from tracker.projection.dossier import recorded_bound, view_on
from tracker.projection.panorama import Compiled, Panorama
from tracker.projection.register import Register

ACTS = 64
"""So many instruments stand on one page, and about so many bars:"""
BARS = 100
DEEDS = 8
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Charting:
    """Draws up charts of one log; may be shared between threads."""

    library: Library
    queries: Queries
    field: Field

    def chart(self, clocks: Clocks, wanted: Wanted | None = None) -> Chart:
        """Return the bars under a state of knowledge, with what the last announcement moved."""
        with self.library.reading() as register:
            panorama = self.library.panorama()
            return self._drawn(register, panorama, clocks, wanted or Wanted())

    def of(self, name: str, clocks: Clocks) -> Chart | None:
        """Return the chart of one measure, or of one instrument, over all its days.

        ``None`` where there is nothing to draw. One measure costs the same in a log of any size.
        """
        single = is_measure(name)
        with self.library.undisturbed():
            register = self.library.on_measure(name) if single else self.library.whole()
            parts = (name,) if single else tuple(register.measures_of.get(name, ()))
            panorama = Panorama(register.dossier(part) for part in parts if register.knows(part))
            chart = self._drawn(register, panorama, clocks, Wanted(instrument=name, zoom="all"))
        return chart if chart.acts else None

    def _drawn(
        self, register: Register, panorama: Panorama, clocks: Clocks, wanted: Wanted
    ) -> Chart:
        bound = recorded_bound(clocks, None)
        directory = Directory(register, field=self.field, recorded_before=bound, closes=bound)
        if is_measure(wanted.instrument or ""):
            wanted = replace(wanted, instrument=instrument_of(wanted.instrument or ""))
        return _Draught(self.queries, panorama, directory, clocks, wanted).chart()


class _Draught:
    """One chart in the making."""

    def __init__(
        self,
        queries: Queries,
        panorama: Panorama,
        directory: Directory,
        clocks: Clocks,
        wanted: Wanted,
    ) -> None:
        self.queries = queries
        self.panorama = panorama
        self.directory = directory
        self.clocks = clocks
        self.wanted = wanted
        self.seen = seen_under(self._chosen(), clocks)
        zones = Counter(one.view.zone_name for one in self.seen)
        zone_name = zones.most_common(1)[0][0] if zones else None
        self.today = legal_day(clocks.now, zone_name)
        self.on = clocks.on or self.today
        self.known = self._known(zone_name)

    def chart(self) -> Chart:
        days = self._days()
        step = self._step(days)
        homes = self._homes()
        first, last = days_shown(self.wanted, on=self.on, turns=self._turns(homes))
        start, end = first.toordinal(), last.toordinal() + 1
        inside = [group for group in homes if any(one.shows(start, end) for one in group)]
        pages = _paged(inside)
        page = min(max(self.wanted.page, 1), len(pages))
        homes_shown = (group[0].compiled.jurisdiction for group in pages[page - 1])
        return Chart(
            clocks=self.clocks,
            wanted=self.wanted,
            first=first,
            last=last,
            today=self.today,
            on=self.on,
            known=self.known,
            acts=tuple(self._act(group, step) for group in pages[page - 1]),
            days=days,
            step=self._told(step),
            jurisdictions=tuple(sorted(key for key in self.panorama.by_jurisdiction if key)),
            knowledge=knowledge_of(self.directory.register, self.clocks, homes_shown),
            outside=len(homes) - len(inside),
            total=len(inside),
            measures=sum(map(len, inside)),
            page=page,
            pages=len(pages),
        )

    def _known(self, zone_name: str | None) -> date:
        asked = self.clocks.announced_by
        if asked is None:
            return self.today
        day = legal_day(asked, zone_name) if isinstance(asked, datetime) else asked
        return min(day, self.today)

    def _chosen(self) -> Iterator[Compiled]:
        wanted = self.wanted
        scope: Iterable[Compiled] = self.panorama.measures
        if wanted.instrument and wanted.instrument in self.panorama.by_instrument:
            scope = self.panorama.by_instrument[wanted.instrument]
        elif wanted.instrument:
            names = self._named(wanted.instrument.casefold())
            scope = (item for item in scope if item.instrument in names)
        spoken = Filter(item=wanted.item, text=wanted.text)
        asked = bool(wanted.item or wanted.text)
        for item in scope:
            if wanted.jurisdiction and item.jurisdiction != wanted.jurisdiction:
                continue
            if not asked or self.queries.speaks(item, spoken):
                yield item

    def _named(self, text: str) -> set[str]:
        """Return the instruments whose id, number or title holds every word of the text."""
        found = set()
        for id in self.panorama.by_instrument:
            ref = self.directory.instrument(id)
            names = (id, ref.number or "", ref.number_en or "", *ref.titles.values())
            haystack = " ".join(names).casefold()
            if all(word in haystack for word in text.split()):
                found.add(id)
        return found

    def _days(self) -> tuple[date, ...]:
        """Return every day up to today on which something was announced that moves a bar."""
        instants: dict[str | None, set[int]] = defaultdict(set)
        late = replace(self.clocks, announced_by=None)
        for one in self.seen:
            item, held = one.compiled, instants[one.view.zone_name]
            if item.last_recorded < one.view.recorded_before:
                held.update(item.thresholds)
            else:
                effects = item.effects(view_on(item.dossier, late))
                held.update(effect.announced for effect in effects)
        found = {
            legal_day(instant_of(at), zone_name)
            for zone_name, held in instants.items()
            for at in held
        }
        return tuple(sorted(day for day in found if day <= self.today))

    def _step(self, days: Sequence[date]) -> Step | None:
        number = bisect_right(days, self.known)
        return Step(day=days[number - 1], number=number) if number else None

    def _homes(self) -> list[list[Seen]]:
        """Return the measures that are known by then, by instrument, in announced order."""
        homes: dict[str, list[Seen]] = {}
        for one in self.seen:
            if one.known:
                homes.setdefault(one.compiled.instrument, []).append(one)
        sizes = Counter(group[0].compiled.jurisdiction for group in homes.values())
        return sorted(homes.values(), key=lambda group: _order(group, sizes))

    def _turns(self, homes: Iterable[list[Seen]]) -> tuple[int, ...]:
        """Return all days on which a bar turns, where they bound the days shown."""
        if self.wanted.zoom != "all":
            return ()
        passages = (p for group in homes for one in group for p in one.compiled.passages(one.view))
        return tuple({passage.start for passage in passages if passage.start > FIRST_DAY})

    def _act(self, group: Sequence[Seen], step: Step | None) -> Act:
        instrument = group[0].compiled.instrument
        return Act(
            instrument=self.directory.instrument(instrument),
            bars=tuple(self._bar(one, step) for one in group),
            whole=len(group) == self._known_parts(instrument),
        )

    def _known_parts(self, instrument: str) -> int:
        """Return how many measures of an instrument are known by then, those left out included."""
        parts = seen_under(self.panorama.by_instrument[instrument], self.clocks)
        return sum(one.known for one in parts)

    def _bar(self, one: Seen, step: Step | None) -> Bar:
        item = one.compiled
        run = course(item, one.view)
        was = self._was(one, run, step)
        return Bar(
            measure=self.directory.part(item.id, item.dossier.versions[-1].record, item.terms),
            course=since_announced(one, run),
            was=None if was is None else since_announced(one, was),
        )

    def _was(self, one: Seen, run: Course, step: Step | None) -> Course | None:
        """Return the course as known before the step, ``None`` where that is the same."""
        if step is None or not announces(one, step.day):
            return None
        eve = replace(self.clocks, announced_by=step.day - _DAY)
        # The same days are projected on both sides: not to know a day yet is no change of a bar.
        view = replace(view_on(one.compiled.dossier, eve), known_day=one.view.known_day)
        before = course(one.compiled, view)
        return None if before == run else before

    def _told(self, step: Step | None) -> Step | None:
        """Tell what was announced on the day of the step, and count the bars that it moved."""
        if step is None:
            return None
        touched = [one for one in self.seen if announces(one, step.day)]
        moved = sum(
            self._was(one, course(one.compiled, one.view), step) is not None for one in touched
        )
        items = [(one.compiled, one.view) for one in touched]
        told = deeds(self.directory, items, day=step.day)
        return replace(step, deeds=told[:DEEDS], left=max(0, len(told) - DEEDS), moved=moved)


def _order(group: Sequence[Seen], sizes: Mapping[str | None, int]) -> tuple[int, str, int, str]:
    """Sort by jurisdiction, the one with most instruments first, then as announced."""
    home = group[0].compiled.jurisdiction
    first = min((one.compiled.thresholds[0] for one in group if one.compiled.thresholds), default=0)
    return (-sizes[home], home or "", first, group[0].compiled.instrument)


def _paged(groups: Iterable[list[Seen]]) -> list[list[list[Seen]]]:
    """Cut the instruments into pages of some instruments and about so many bars."""
    pages: list[list[list[Seen]]] = [[]]
    bars = 0
    for group in groups:
        if pages[-1] and (len(pages[-1]) >= ACTS or bars + len(group) > BARS):
            pages.append([])
            bars = 0
        pages[-1].append(group)
        bars += len(group)
    return pages
