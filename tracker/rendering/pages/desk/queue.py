"""What does the queue of the desk show: what waits, what nobody has read, what is overdue?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.application.desk.review import Unsigned
from tracker.projection.proposals import Proposal
from tracker.projection.upcoming import VerificationTask
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip
from tracker.rendering.pages.desk.beside import Beside
from tracker.rendering.pages.desk.proposal import address, meta, state_chip
from tracker.rendering.pages.parts.record_words import field_told, summary_told, targets_told
from tracker.rendering.words import Words

ROWS_SHOWN = 100
"""So many rows of each kind stand on the page of the queue, the oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A proposal in the queue."""

    id: str
    href: str
    title: str
    state: Chip
    told: str
    meta: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsignedRow:
    """An effect that a policy accepted and nobody has read."""

    effect: str
    told: str
    meta: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A lapse on which official word is missing."""

    task: str
    told: str
    late: str
    meta: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """What ``web/review.html.j2`` prints. ``notice`` says what was just done."""

    heading: str
    lead: str
    notice: str | None
    rows: tuple[QueueRow, ...]
    rows_heading: str
    rows_more: str | None
    decided: bool
    decided_href: str
    unsigned: tuple[UnsignedRow, ...]
    unsigned_more: str | None
    beside: Beside | None
    tasks: tuple[TaskRow, ...]
    labels: Mapping[str, str]


QUEUE_LABELS = (
    "nothing", "unsigned", "unsigned_lead", "sign", "tasks", "tasks_lead", "close", "by_hand",
    "by_hand_lead", "retract", "show_decided", "show_open", "keys", "keys_list", "keys_off",
    "keys_on", "key_open", "key_next", "key_previous", "key_help", "close_dialog", "policy",
    "conflicts", "conflicts_lead", "settle", "official", "official_lead",
)  # fmt: skip


def queue_view(
    words: Words,
    found: Sequence[Proposal],
    *,
    unsigned: Iterable[Unsigned],
    tasks: Iterable[VerificationTask],
    policy: str,
    beside: Beside | None = None,
    decided: bool = False,
    notice: str | None = None,
) -> QueueView:
    """Return the queue; with ``decided`` what was decided instead, the latest first."""
    rows = tuple(_row(words, one) for one in found[:ROWS_SHOWN])
    unread = tuple(unsigned)
    key = "desk.decided" if decided else "desk.waits"
    labels = {label: words(f"desk.{label}") for label in QUEUE_LABELS if label != "policy"}
    return QueueView(
        heading=words("desk.heading"),
        lead=words("desk.lead"),
        notice=notice,
        rows=rows,
        rows_heading=words.count(key, len(found)),
        rows_more=_more(words, len(found)),
        decided=decided,
        decided_href="/review" if decided else "/review?show=decided",
        unsigned=tuple(_unsigned(words, one) for one in unread[:ROWS_SHOWN]),
        unsigned_more=_more(words, len(unread)),
        beside=beside,
        tasks=tuple(_task(words, one) for one in tasks),
        labels={**labels, "policy": words("desk.policy", name=neutral(policy))},
    )


def _more(words: Words, count: int) -> str | None:
    """Say how many rows are left out for now."""
    return words.count("desk.more_rows", count - ROWS_SHOWN) if count > ROWS_SHOWN else None


def _row(words: Words, found: Proposal) -> QueueRow:
    made, reading = found.made, found.reading
    marks = []
    if reading.unread:
        marks.append(words.count("desk.unread_short", len(reading.unread)))
    if reading.differences:
        marks.append(words.count("desk.differences_short", len(reading.differences)))
    return QueueRow(
        id=found.id,
        href=address(found.id),
        title=short(made.title or reading.announcement, longest=140),
        state=state_chip(words, found),
        told=summary_told(words, reading.records, made.title or reading.announcement),
        meta=meta(words, found),
        marks=tuple(marks),
    )


def _unsigned(words: Words, one: Unsigned) -> UnsignedRow:
    about = words("desk.does", kind=words(f"kind.{one.kind}"), act=neutral(one.affecting))
    return UnsignedRow(
        effect=one.effect,
        told=words.sentences((about, targets_told(words, one.affected))),
        meta=words(
            "desk.accepted_by",
            by=neutral(one.accepted_by),
            day=field_told(words, one.accepted_at[:10]),
        ),
        href=Addresses().instrument(one.affecting),
    )


def _task(words: Words, one: VerificationTask) -> TaskRow:
    key = "task.overdue" if one.overdue_days else "task.due"
    late = words(key, days=words.count("count.days", one.overdue_days))
    act = neutral(one.affecting)
    return TaskRow(
        task=one.task,
        told=words("task.term", act=act, day=words.day(one.ended_on)),
        late=late,
        meta=targets_told(words, one.measures),
        href=Addresses().to("/review/close", task=one.task),
    )
