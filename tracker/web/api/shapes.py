"""Which JSON does each question answer with? (the schemas of the description; nothing is made here)

What an answer holds is made by `tracker.wire` alone, for commands and API alike; a test compares
every answer with its schema.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.domain.questions import Certainty, Status
from tracker.projection.changes import Cause
from tracker.web.api.parameters import DayText, WhenText

Day = DayText
Instant = Annotated[str, Field(examples=["2025-11-07T01:00:00.000000Z"])]
When = Annotated[str, Field(description="A day, or an instant in UTC.")]

Next = Annotated[
    str | None,
    Field(description="Where the next page is, where pages were asked for; null behind the last."),
]


class Shape(BaseModel):
    """What the shapes share: no key beside those named."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Evidence(Shape):
    """A sentence that something rests on; it stands at ``start:end`` of the announcement's text."""

    announcement: str = ""
    quote: str = ""
    start: int = 0
    end: int = 0
    field: str = ""
    base: str = ""
    url: str = ""


class Reason(Shape):
    """An effect that decides an answer."""

    effect: str
    kind: str
    affecting: str
    announced_at: str
    from_: Day | None = Field(alias="from")
    through: Day | None
    boundary: str | None
    basis: str | None
    parties: list[str]
    evidence: list[Evidence]
    accepted_by: str | None
    accepted_at: Instant | None
    read_by_person: bool
    signed_off_by: str | None
    signed_off_at: Instant | None


class Branch(Shape):
    """What would hold under another reading, or another outcome of a lapse."""

    if_: str = Field(alias="if")
    status: Status
    effect: str = ""
    from_: Day = Field(alias="from", default="2025-11-07")
    through: Day = "2025-11-07"
    terms: dict[str, Any] = {}


class Turn(Shape):
    """The next scheduled change."""

    on: Day
    status: Status
    effect: str | None


class PartyStatus(Shape):
    """Where a measure stands for parties whom an effect singles out."""

    parties: list[str]
    effect: str
    status: Status


class Gap(Shape):
    """Days that no poll of a source has reached."""

    source: str
    from_: Day = Field(alias="from")
    through: Day


class Freshness(Shape):
    """How recently, and how completely, the sources behind an answer were read."""

    state: Literal["fresh", "stale", "not_tracked"]
    checked_at: Instant | None
    covered_through: Day | None
    sources: list[str]
    gaps: list[Gap]


class Pending(Shape):
    """Something that waits for review and could change an answer."""

    announcement: str | None
    proposal: str | None
    summary: str


class Answer(Shape):
    """Where a measure stands on a day, how sure that is, and on what it rests."""

    measure: str
    instrument: str
    title: str | None
    jurisdiction: str | None
    on: Day
    status: Status
    never_in_force: bool
    certainty: Certainty | None
    since: Day | None
    through: Day | None
    next: Turn | None
    terms: dict[str, Any]
    because: list[Reason]
    rule: bool
    parties: list[PartyStatus]
    freshness: Freshness
    pending_review: list[Pending]
    notes: list[str]
    branches: list[Branch] = []


class UnknownMeasure(Shape):
    """A question about an id that no record names."""

    measure: str
    error: Literal["unknown measure"]


class Counts(Shape):
    """How many rules stand, unverified ones apart."""

    rules: int
    unverified: int


class RuleSet(Shape):
    """The rules that stand on a day."""

    on: Day
    announced_by: When | None
    recorded_by: When | None
    freshness: Freshness
    pending_review: list[Pending]
    counts: Counts
    rules: list[Answer]
    next: Next = None


class Run(Shape):
    """A run of days with one status."""

    from_: Day | None = Field(alias="from")
    through: Day | None
    status: Status
    certainty: Certainty | None


class Acting(Shape):
    """An effect that makes a timeline, and who let it count."""

    effect: str
    kind: str
    affecting: str
    announced_at: str
    from_: Day | None = Field(alias="from")
    through: Day | None
    boundary: str | None
    parties: list[str]
    accepted_by: str | None
    accepted_at: Instant | None
    read_by_person: bool
    signed_off_by: str | None
    signed_off_at: Instant | None


class Timeline(Shape):
    """One measure over all days."""

    measure: str
    title: str | None
    runs: list[Run]
    effects: list[Acting]


class Timelines(Shape):
    """The timeline of a measure, or of every measure of an instrument."""

    pending_review: list[Pending]
    timelines: list[Timeline]
    next: Next = None


class Setting(Shape):
    """The clocks of one side of a comparison, as they were given."""

    on: str | None
    announced_by: str | None
    recorded_by: str | None


class Compared(Shape):
    """The parts of an answer that are compared."""

    status: Status
    certainty: Certainty | None
    since: Day | None
    through: Day | None
    terms: dict[str, Any]
    never_in_force: bool
    on: Day


class Because(Shape):
    """One cause of a difference."""

    cause: Cause
    effect: str | None
    kind: str | None
    affecting: str | None
    announced_at: str | None
    accepted_by: str | None
    accepted_at: Instant | None
    read_by_person: bool | None


class Difference(Shape):
    """One measure whose answer differs, and what brought it about."""

    measure: str
    instrument: str
    title: str | None
    changed: list[str]
    before: Compared
    after: Compared
    cause: Cause | None
    causes: list[Because]


class Differences(Shape):
    """What differs between two settings of the clocks."""

    before: Setting
    after: Setting
    pending_review: list[Pending]
    differences: list[Difference]
    next: Next = None


class ScheduledTurn(Shape):
    """A measure changes its status on a day unless something new is announced."""

    on: Day
    measure: str
    title: str | None
    instrument: str
    jurisdiction: str | None
    before: Status
    after: Status
    effect: str | None
    lapses: str | None
    days_left: int


class Reminder(Shape):
    """An effect runs out on its last day."""

    on: Day
    effect: str
    affecting: str
    measures: list[str]
    days_left: int


class VerificationTask(Shape):
    """An effect ran out by its own terms and no official word was recorded since."""

    task: str
    effect: str
    affecting: str
    measures: list[str]
    jurisdiction: str | None
    ended_on: Day
    due_on: Day
    overdue_days: int
    by_terms: Status
    if_extended: Status


class Upcoming(Shape):
    """What is scheduled, and which lapses wait for official word."""

    days: int
    pending_review: list[Pending]
    upcoming: list[ScheduledTurn]
    reminders: list[Reminder]
    verification: list[VerificationTask]
    next: Next = None


class Question(Shape):
    """One question of many."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "measure": "cn/mofcom/2025/61#i-1",
                    "on": "2025-12-05",
                    "announced_by": "2025-11-10",
                }
            ]
        }
    )

    measure: str
    on: Day
    announced_by: WhenText | None = None
    recorded_by: WhenText | None = None
    party: str | None = None


class SearchCounts(Shape):
    """How many there are of each; the lists hold the first."""

    instruments: int
    measures: int
    announcements: int


class FoundInstrument(Shape):
    """An act that speaks of the words."""

    id: str
    number: str | None
    titles: dict[str, str]


class FoundAnnouncement(Shape):
    """An announcement that speaks of them."""

    id: str
    source: str
    title: str | None
    url: str | None
    published_at: str | None


class CustomsNote(Shape):
    """What the rules of the day say of a customs code that was asked for.

    ``naming`` counts those that name customs codes, ``others`` those that do not and may still
    catch such goods: only a check of the product compares these.
    """

    code: str
    naming: int
    others: int
    note: str


class SearchAnswer(Shape):
    """What speaks of every word that was asked for."""

    text: str
    counts: SearchCounts
    instruments: list[FoundInstrument]
    measures: list[Answer]
    announcements: list[FoundAnnouncement]
    customs: CustomsNote | None


class Problem(BaseModel):
    """What went wrong, in one sentence (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
