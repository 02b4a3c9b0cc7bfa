"""What does a chart of the rules over valid time hold?

Days are `datetime.date`, first and last day included; courses keep the ordinals of the fold.
"""

from dataclasses import dataclass
from datetime import date

from tracker.application.answers.knowledge import Knowledge
from tracker.digests.lines import InstrumentRef, MeasureRef, Part, Quote
from tracker.domain.questions import Clocks
from tracker.projection.courses import Course

ZOOMS = ("1y", "2y", "3y", "all")
"""So many years around the asked day, or all days on which anything turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which bars to draw; each part narrows, an empty one leaves all.

    ``instrument`` is an id, or text that stands in an id, a number or a title. ``first`` and
    ``last`` bound the days shown and go before the ``zoom``.
    """

    jurisdiction: str | None = None
    instrument: str | None = None
    item: str | None = None
    text: str | None = None
    first: date | None = None
    last: date | None = None
    zoom: str = "3y"
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How one measure runs; ``was`` is its course as known before the step where that differs.

    Both begin on the day of their announcement. ``was`` without pieces: the measure is new.
    """

    measure: MeasureRef
    course: Course
    was: Course | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An instrument with the bars of its measures; ``whole`` tells that none is left out."""

    instrument: InstrumentRef
    bars: tuple[Bar, ...]
    whole: bool = True

    @property
    def changed(self) -> tuple[Bar, ...]:
        """The bars that the step moved."""
        return tuple(bar for bar in self.bars if bar.was is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What was announced on the day of a step: an effect, or the official word on a lapse.

    ``kind`` is that of an effect, or the ``outcome`` of a verification.
    """

    act: InstrumentRef
    kind: str
    parts: tuple[Part, ...]
    from_: date | None = None
    through: date | None = None
    verified: bool = False
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The latest day of announcements up to the day of knowledge.

    ``number`` counts from one among all ``days``; ``moved`` bars are marked, on this page or not.
    ``left`` deeds are not told.
    """

    day: date
    number: int
    deeds: tuple[Deed, ...] = ()
    left: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars of the rules over some days, under one state of knowledge.

    ``today``, ``on`` and ``known`` are days in the zone of most of the bars. ``days`` are all days
    on which something was announced that moves a bar; ``knowledge`` is told of every jurisdiction
    whose bars are drawn. ``outside`` instruments lie wholly outside
    the days shown; of the others this is page ``page`` of ``pages``, ``total`` in number.
    """

    clocks: Clocks
    wanted: Wanted
    first: date
    last: date
    today: date
    on: date
    known: date
    acts: tuple[Act, ...]
    days: tuple[date, ...]
    step: Step | None
    jurisdictions: tuple[str, ...]
    knowledge: tuple[Knowledge, ...]
    outside: int
    total: int
    measures: int
    page: int
    pages: int

    @property
    def previous(self) -> date | None:
        """The day of announcements before the step."""
        number = self.step.number if self.step else 0
        return self.days[number - 2] if number > 1 else None

    @property
    def following(self) -> date | None:
        """The day of announcements after the step."""
        number = self.step.number if self.step else 0
        return self.days[number] if number < len(self.days) else None
