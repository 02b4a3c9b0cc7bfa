"""What can be asked of one measure, and what is the answer?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import msgspec

from tracker.domain.records import Evidence


class Status(StrEnum):
    """Where a measure stands on a day."""

    UNKNOWN = "unknown"
    PENDING = "pending"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    REPEALED = "repealed"


class Certainty(StrEnum):
    """How sure the status is; where several hold, the one listed first is given."""

    REPORTED = "reported"
    DISPUTED = "disputed"
    PROJECTED = "projected"
    UNVERIFIED = "unverified"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The three clocks of a question.

    ``on`` is a legal day in the issuer's zone (``None``: the day it is there now).
    ``announced_by`` and ``recorded_by`` are an instant (UTC) or a day in the zone of the asked
    measure's instrument, its end included (``None``: now). ``now`` is the instant of asking, in
    UTC; a clock later than it counts as it.
    """

    now: datetime
    on: date | None = None
    announced_by: date | datetime | None = None
    recorded_by: date | datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One measure on one day under the three clocks, for one party or for anybody."""

    measure: str
    clocks: Clocks
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """An effect that decides an answer, with the sentence that it rests on.

    ``read_by_person`` is false for what a policy accepted until somebody signs it off.
    """

    effect: str
    kind: str
    affecting: str
    announced_at: str
    from_: date | None
    through: date | None
    boundary: str | None = None
    basis: str | None = None
    parties: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    accepted_by: str | None = None
    accepted_at: str | None = None
    read_by_person: bool = True
    signed_off_by: str | None = None
    signed_off_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """What would hold ``when`` another reading, or another outcome of a lapse, were right."""

    when: str
    status: Status
    effect: str | None = None
    from_: date | None = None
    through: date | None = None
    terms: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The next scheduled change: the first day of another status."""

    on: date
    status: Status
    effect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Whether a measure will be in force behind the day that was asked, as announced.

    ``starts_on`` is the first such day; ``if_resumed`` would be it if the suspensions that have no
    last day ended with the day asked. ``suspended_until_then``: nothing but a suspension stands
    before it. ``start_unset``: it is to start on a day that nobody has set yet.
    """

    starts_on: date | None = None
    if_resumed: date | None = None
    suspended_until_then: bool = False
    start_unset: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a measure stands on a day, through which day, and what is announced for later ones.

    ``turns`` are all scheduled changes behind the day; ``certainty`` is told where it is another
    than that of the answer.
    """

    status: Status
    through: date | None = None
    turns: tuple[Turn, ...] = ()
    ahead: Ahead = Ahead()
    certainty: Certainty | None = None

    def status_on(self, day: date) -> Status:
        """Return the status on that day or a later one."""
        turned = [turn.status for turn in self.turns if turn.on <= day]
        return turned[-1] if turned else self.status


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStatus:
    """Where a measure stands for the named parties, whom an effect singles out."""

    parties: tuple[str, ...]
    effect: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Where a measure stands and will stand, as announced.

    ``official`` is the same without what rests on reports alone (``None``: nothing does).
    """

    position: Position
    official: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What stands behind and beside an answer; worked out only when it is read.

    ``because`` are the deciding effects in announced order, ``branches`` what would hold under
    another reading or outcome, ``parties`` whom an effect singles out, ``notes`` words beside it.
    ``outlook`` looks ahead from the day when it is called; ``None`` where nothing is known.
    """

    because: tuple[Reason, ...] = ()
    branches: tuple[Branch, ...] = ()
    parties: tuple[PartyStatus, ...] = ()
    next: Turn | None = None
    notes: tuple[str, ...] = ()
    outlook: Callable[[], Outlook | None] = field(default=lambda: None, compare=False)


def no_grounds() -> Grounds:
    """Return the grounds of an answer that rests on nothing."""
    return Grounds()


class Answer(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Where a measure stands, how sure that is, and on what it rests.

    ``since`` and ``through`` are the first and the last day of the run of days with this status
    (``None``: open). ``certainty`` is ``None`` exactly when the status is unknown. ``on`` is the
    legal day that was answered. A list of rules seldom needs the `Grounds`, so each reading of
    them works them out; two answers are equal where all else is.
    """

    measure: str
    instrument: str
    on: date
    status: Status
    never_in_force: bool
    certainty: Certainty | None
    since: date | None
    through: date | None
    terms: Mapping[str, Any]
    title: str | None = None
    jurisdiction: str | None = None
    rule: bool = True
    grounds: Callable[[], Grounds] = no_grounds

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return msgspec.structs.astuple(self)[:-1] == msgspec.structs.astuple(other)[:-1]

    def __hash__(self) -> int:
        return hash((self.measure, self.on, self.status))

    @property
    def because(self) -> tuple[Reason, ...]:
        """The effects that decide, each with its evidence."""
        return self.grounds().because

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The readings or outcomes under which the day would look different."""
        return self.grounds().branches

    @property
    def parties(self) -> tuple[PartyStatus, ...]:
        """Where the measure stands for the parties that an effect singles out."""
        return self.grounds().parties

    @property
    def next(self) -> Turn | None:
        """The next scheduled change."""
        return self.grounds().next

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands beside the answer: a lapse, missing sentences, low confidence."""
        return self.grounds().notes
