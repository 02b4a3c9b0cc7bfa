"""What does a digest hold, section by section?"""

from dataclasses import dataclass
from datetime import date, datetime

from tracker.digests.lines import (
    ActLine,
    Change,
    ClaimLine,
    ComingLine,
    DisputeLine,
    Grounds,
    InstrumentRef,
    MeasureRef,
    Named,
    Names,
    ReviewLine,
    TaskLine,
    TurnLine,
    VerifiedLine,
    Why,
)
from tracker.digests.window import Window
from tracker.domain.questions import Status
from tracker.projection.sources import Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an effect said, in short: the old or the new side of a correction."""

    effect: str
    kind: str
    affecting: str
    affected: tuple[str, ...]
    from_: str | None
    through: str | None
    announced_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A record of ours was wrong: what it said, what holds instead, and why.

    A retraction has ``old`` (and ``new``, where something replaces it); a corrected instrument or
    measure has ``changes``; a rule that had ended or been suspended while we said that it still
    stood has ``stood``, the new effect, and the status of each measure as ``changes``.
    ``recorded_at`` is an instant in UTC. ``grounds`` are those of what holds now. ``told_as`` are
    the statements that were wrong: whoever was sent one of them is told.
    """

    about: str
    act: InstrumentRef
    recorded_at: datetime
    old: Statement | None = None
    new: Statement | None = None
    reason: str | None = None
    changes: tuple[Change, ...] = ()
    grounds: Grounds | None = None
    stood: bool = False
    told_as: tuple[str, ...] = ()
    why: Why = Why.CORRECTED

    @property
    def wrong(self) -> tuple[str, ...]:
        """The statements that were wrong, by the names under which letters keep them."""
        return self.told_as or (self.about,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """An item of a source: a report, not law.

    ``names`` are the recorded instruments that it names; ``unresolved`` are numbers in it that
    stand for no recorded instrument. ``revision`` tells that the source changed an older item.
    """

    announcement: str
    title: str | None
    source: str
    source_title: str | None
    authority: str | None
    url: str | None
    published_at: str | None
    revision: bool
    names: tuple[InstrumentRef, ...]
    unresolved: tuple[str, ...]
    why: Why = Why.REPEATS


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """How one source was doing; instants are in UTC."""

    id: str
    title: str | None
    authority: str
    health: str
    last_good_at: datetime | None
    last_error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """How well one jurisdiction was watched: ``state`` is fresh, stale or not_tracked.

    ``unread_from`` is the first day of the period up to whose end nothing was read, ``None`` where
    the whole period is covered.
    """

    jurisdiction: Named
    state: str
    covered_through: date | None
    unread_from: date | None
    sources: tuple[SourceLine, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was looked at and what was not, as of an instant in UTC; ``statements`` are the words
    of the people who wrote the rulebooks."""

    as_of: datetime
    jurisdictions: tuple[CoverageLine, ...]
    other_sources: tuple[SourceLine, ...]
    statements: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Tell whether all that is tracked was read up to the period's end, without a gap.

        Where nothing is tracked, nothing was.
        """
        tracked = [line for line in self.jurisdictions if line.state != "not_tracked"]
        read = all(line.unread_from is None and not line.gaps for line in tracked)
        return read and (bool(tracked) or not self.jurisdictions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days of one status in a picture; ``through`` and ``from_`` are cut to its edges.

    ``sure`` is known, scheduled (after the period, law may still change) or unverified.
    """

    from_: date
    through: date
    status: Status
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Measures of one instrument in a picture; ``whole`` tells that these are all it has."""

    instrument: InstrumentRef
    measures: tuple[MeasureRef, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of the picture: measures with the same timeline."""

    subjects: tuple[Subject, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The timelines of the instruments that turned, over a year around the period."""

    from_: date
    through: date
    today: date
    bars: tuple[Bar, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogHead:
    """The end of the log: position and hash (64 hex digits) of its last event."""

    position: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """All that a reader should be told of a period, in the order of the fields.

    It is made with what had been announced by the end of ``window`` and, where ``recorded_by`` is
    given, with what had been recorded by then. ``made_at`` is an instant in UTC. ``history_added``
    counts records of the window about earlier times, loaded from a rulebook or an import.
    ``to_review`` stands behind ``needs_action``: what a person must still read.
    """

    title: Names
    window: Window
    made_at: datetime
    recorded_by: date | datetime | None
    needs_action: tuple[TaskLine, ...]
    announced: tuple[ActLine, ...]
    took_effect: tuple[TurnLine, ...]
    coming_up: tuple[ComingLine, ...]
    ended: tuple[TurnLine | VerifiedLine, ...]
    in_doubt: tuple[TaskLine | ActLine | DisputeLine | ClaimLine, ...]
    corrections: tuple[CorrectionLine, ...]
    reports: tuple[ReportLine, ...]
    coverage: Coverage
    history_added: int
    picture: Picture | None
    head: LogHead
    disclaimer: Names
    to_review: tuple[ReviewLine, ...] = ()
