"""Which words of the world does a digest use: acts, measures, items, grounds?

Names by language are mappings such as ``{"en": …, "zh": …}``; a language may be missing. Days are
legal days in the issuer's zone; ``from_`` is the first day and ``through`` the last one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain.questions import Branch, Certainty, Status

Names = Mapping[str, str]


class Why(StrEnum):
    """Why the reader gets a line."""

    WAITS_FOR_WORD = "waits_for_word"
    WAITS_FOR_REVIEW = "waits_for_review"
    ANNOUNCED = "announced"
    RECORDED_LATE = "recorded_late"
    TURNED = "turned"
    COMING = "coming"
    DISPUTED = "disputed"
    SAID = "said"
    CORRECTED = "corrected"
    REPEATS = "repeats"


class Turned(StrEnum):
    """Which way a measure turned."""

    TOOK_EFFECT = "took_effect"
    CHANGED = "changed"
    HELD_BACK = "held_back"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A key of the field's vocabulary (element, requirement, issuer) with its names."""

    key: str
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRef:
    """A legal act as a reader recognises it.

    ``number`` is the issuer's own writing, ``number_en`` its English form. ``titles_by`` says who
    worded the titles where it was not the issuer. ``authority`` is issuer, official, press or
    commentary.
    """

    id: str
    number: str | None
    number_en: str | None
    titles: Names
    titles_by: str | None
    issuers: tuple[Named, ...]
    jurisdiction: Named | None
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """For whom and for what a line matters, read from the terms of its measures."""

    elements: tuple[Named, ...] = ()
    control_codes: tuple[str, ...] = ()
    hs_codes: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    end_uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRef:
    """A measure: its place in the text, what it demands, and what it says in short.

    Where nobody has said it in short, ``items`` and ``thresholds`` tell it.
    """

    id: str
    provision: str | None
    title: str | None
    requirement: Named | None
    summary: str | None
    items: Items | None = None
    thresholds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Measures of one instrument that share a fate: ``before`` → ``after``.

    ``never_in_force`` speaks of all days up to the end of the window; ``due`` is then the day on
    which they were to start before the change.
    """

    instrument: InstrumentRef
    measures: tuple[MeasureRef, ...]
    before: Status | None = None
    after: Status | None = None
    never_in_force: bool = False
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A part of the terms, or a date (``start``, ``last_day``), that is not what it was."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What still stands beside a suspension or an end, in force on the window's last day.

    ``same_instrument`` tells the untouched rest of a touched instrument from other instruments
    that name the same ``elements`` or control codes; ``demands`` are what they require,
    ``effects`` what keeps them in force; ``on`` is the day of which it is said.
    """

    instrument: InstrumentRef
    measures: tuple[MeasureRef, ...]
    same_instrument: bool
    elements: tuple[Named, ...]
    demands: tuple[Named, ...] = ()
    effects: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence of a source, with where it stands."""

    text: str
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """On what a line rests. Without quotes it was entered from ``urls``, ``by`` those hands, or
    there are sentences that their source does not let be repeated (``withheld``).

    ``confidence`` and ``notes`` are the words of the people who wrote the record; what they wrote
    behind the window knows what followed and is left out. ``unread`` tells that a policy accepted
    it and no person has signed it off; ``accepted_on`` is the day in UTC on which it was accepted,
    ``None`` where the log has no word of its own on that.
    """

    quotes: tuple[Quote, ...]
    urls: tuple[str, ...]
    by: str
    confidence: str | None
    notes: tuple[str, ...]
    withheld: bool = False
    unread: bool = False
    accepted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """One act does one thing, with one pair of dates, to measures of one or more instruments.

    ``kind`` is that of the effect, or ``none`` for a text that changes no rule. ``from_roughly`` is
    a start known to the month or year only. ``branches`` are the other readings, ``not_named`` the
    touched elements for which no standing rule demands the like. ``unrecorded`` are the ids that
    the act names beside and that nothing recorded bears. ``same_act`` marks a line that follows
    one of its act.
    """

    act: InstrumentRef
    kind: str
    effects: tuple[str, ...]
    announced_on: date | None
    why: Why
    certainty: Certainty
    from_: date | None = None
    from_roughly: str | None = None
    through: date | None = None
    last_day_unclear: bool = False
    basis: str | None = None
    reason: str | None = None
    parties: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    items: Items = Items()
    changes: tuple[Change, ...] = ()
    standing: tuple[Standing, ...] = ()
    not_named: tuple[Named, ...] = ()
    branches: tuple[Branch, ...] = ()
    grounds: Grounds | None = None
    unrecorded: tuple[str, ...] = ()
    same_act: bool = False
    links: tuple[tuple[str, InstrumentRef], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnLine:
    """Measures turned on ``turned_on``; ``line`` is the act that made them, with their fate.

    ``told_above`` tells that the same act stands in full among the newly announced.
    """

    turned: Turned
    turned_on: date
    told_above: bool
    line: ActLine

    @property
    def act(self) -> InstrumentRef:
        """The act that made the turn."""
        return self.line.act

    @property
    def parts(self) -> tuple[Part, ...]:
        """The measures that turned."""
        return self.line.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A lapse by a text's own terms that still waits for official word.

    ``parts`` hold what the measures are by the text's own terms (``after``) and what they would be
    if it had been extended (``before``); ``standing`` is what stands in any case.
    ``overdue_days`` counts from ``due_on``.
    """

    task: str
    act: InstrumentRef
    kind: str
    effect: str
    ended_on: date
    due_on: date
    overdue_days: int
    last_day_unclear: bool
    parts: tuple[Part, ...]
    items: Items
    grounds: Grounds
    standing: tuple[Standing, ...] = ()
    why: Why = Why.WAITS_FOR_WORD
    turned_in_window: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """An announcement that no person has decided on; it may change rules, or nothing.

    ``since`` is the day (UTC) on which it came, ``touches`` are the ids, ``item:CODE`` and
    ``under:CODE`` that it could change. ``summary`` is what was read in it, in the log's words.
    """

    proposal: str
    announcement: str | None
    title: str | None
    url: str | None
    source: str
    authority: str
    jurisdiction: Named | None
    summary: str
    since: date
    touches: tuple[str, ...]
    came_in_window: bool
    why: Why = Why.WAITS_FOR_REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """Measures that will turn on ``on`` unless something new is announced.

    ``lapses`` tells that nothing but a text's own last day makes the turn; ``reminder`` is the
    number of days before that last day whose reminder fell into the window; ``standing`` is then
    what stands in any case. ``told_above`` tells that the act stands in full among the newly
    announced.
    """

    on: date
    days_left: int
    act: InstrumentRef
    kind: str
    effect: str
    lapses: bool
    reminder: int | None
    last_day_unclear: bool
    parts: tuple[Part, ...]
    items: Items
    grounds: Grounds
    standing: tuple[Standing, ...] = ()
    why: Why = Why.COMING
    told_above: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedLine:
    """Official word on what became of an effect that had run out."""

    act: InstrumentRef
    effect: str
    outcome: str
    announced_on: date
    parts: tuple[Part, ...]
    quotes: tuple[Quote, ...]
    why: Why = Why.ANNOUNCED


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeLine:
    """On the day ``on`` the status depends on how a text is read; every reading is given."""

    on: date
    act: InstrumentRef
    effect: str
    parts: tuple[Part, ...]
    branches: tuple[Branch, ...]
    why: Why = Why.DISPUTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """What somebody said; it moves nothing. ``said_on`` is ``None`` for an undated one, ``text``
    for words that their source does not let be repeated."""

    speaker: str | None
    said_on: date | None
    text: str | None
    stance: str | None
    source: str | None
    about: tuple[InstrumentRef, ...]
    why: Why = Why.SAID
