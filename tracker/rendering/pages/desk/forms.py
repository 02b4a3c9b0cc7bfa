"""What do the forms of the desk show: changing a proposal, closing a task, retracting an effect?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.application.desk.editing import EDITABLE, LISTS, as_json, field_text
from tracker.application.desk.rehearsal import Rehearsal
from tracker.domain.records import EFFECT_KINDS
from tracker.projection.proposals import Proposal
from tracker.projection.upcoming import VerificationTask
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import laid, neutral, short
from tracker.rendering.pages.desk.before_after import RehearsalView, rehearsal_view
from tracker.rendering.pages.desk.proposal import address
from tracker.rendering.pages.parts.record_words import targets_told, term_name, told
from tracker.rendering.words import Words

Record = Mapping[str, Any]
CHOICES: Mapping[str, Sequence[str]] = {
    "kind": EFFECT_KINDS,
    "boundary": ("inclusive", "exclusive", "unclear"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field to change: a choice (``options``), a list of lines (``lines``), or a line."""

    name: str
    label: str
    value: str
    hint: str | None
    options: tuple[tuple[str, str], ...] = ()
    lines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectForm:
    """The fields of one effect; ``place`` is where it stands among the records."""

    place: int
    legend: str
    left_out: bool
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditView:
    """What ``web/proposal-edit.html.j2`` prints. ``preview`` is what would change, once asked."""

    id: str
    heading: str
    lead: str
    title: str
    href: str
    back: str
    seen: int
    open: bool
    late: str | None
    fault: str | None
    effects: tuple[EffectForm, ...]
    others: tuple[tuple[int, str, bool], ...]
    json: str
    json_open: bool
    as_changed: tuple[str, ...]
    preview: RehearsalView | None
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a person typed so far: fields by their names in the form, places left out, JSON."""

    fields: Mapping[str, str]
    left_out: frozenset[int] = frozenset()
    json: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came of it: what would be recorded and change, or why not."""

    records: Sequence[Record] = ()
    rehearsal: Rehearsal | None = None
    fault: str | None = None
    late: str | None = None


_LABELS = (
    "leave_out", "others", "json", "json_lead", "records", "preview", "accept", "back",
    "fault",
)  # fmt: skip
_DESK_LABELS = ("becomes", "today_head", "before", "after", "term", "proposed", "typed")


def field_name(place: int, name: str) -> str:
    """Return the name of a field in the form."""
    return f"{name}-{place}"


def edit_view(
    words: Words, found: Proposal, *, seen: int, typed: Typed, tried: Tried, today: date
) -> EditView:
    """Return the form to change a proposal, filled with what was typed so far."""
    records = found.reading.records
    plain, preview = as_json(records), tried.rehearsal
    return EditView(
        id=found.id,
        heading=words("edit.heading"),
        lead=words("edit.lead"),
        title=short(found.made.title or found.reading.announcement),
        href=address(found.id, "edit"),
        back=address(found.id),
        seen=seen,
        open=found.open,
        late=tried.late,
        fault=tried.fault,
        effects=tuple(_effects(words, records, typed)),
        others=tuple(
            (place, told(words, record), place in typed.left_out)
            for place, record in enumerate(records)
            if record["type"] != "effect"
        ),
        json=laid(plain if typed.json is None else typed.json),
        json_open=typed.json is not None and typed.json.strip() != plain,
        as_changed=tuple(told(words, record) for record in tried.records),
        preview=rehearsal_view(words, preview, today=today) if preview is not None else None,
        labels={
            **{label: words(f"edit.{label}") for label in _LABELS},
            **{label: words(f"desk.{label}") for label in _DESK_LABELS},
        },
    )


def _effects(words: Words, records: Sequence[Record], typed: Typed) -> Iterable[EffectForm]:
    number = 0
    for place, record in enumerate(records):
        if record["type"] != "effect":
            continue
        number += 1
        yield EffectForm(
            place=place,
            legend=words("edit.effect", n=number, kind=words(f"kind.{record['kind']}")),
            left_out=place in typed.left_out,
            fields=tuple(_field(words, record, place, name, typed) for name in EDITABLE),
        )


def _field(words: Words, record: Record, place: int, name: str, typed: Typed) -> FormField:
    full = field_name(place, name)
    held = field_text(record.get(name), separator="\n" if name in LISTS else ", ")
    hints = {"affected": "one_a_line", "parties": "one_a_line", "from": "day_form"}
    hint = hints.get("from" if name == "through" else name)
    return FormField(
        name=full,
        label=term_name(words, name),
        value=laid(typed.fields.get(full, held)),
        hint=words(f"edit.{hint}") if hint else None,
        options=tuple(_options(words, name)),
        lines=name in LISTS,
    )


def _options(words: Words, name: str) -> Iterable[tuple[str, str]]:
    if name not in CHOICES:
        return
    if name != "kind":
        yield "", words("edit.nothing_set")
    for one in CHOICES[name]:
        yield one, words.known(name, one) or one


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseView:
    """What ``web/close-task.html.j2`` prints: the open tasks, and the form for one of them."""

    heading: str
    lead: str
    tasks: tuple[tuple[str, str], ...]
    task: str
    outcomes: tuple[tuple[str, str], ...]
    outcome: str
    announcement: str
    quote: str
    fault: str | None
    labels: Mapping[str, str]


OUTCOMES = ("lapsed", "extended", "replaced")


def close_view(
    words: Words,
    tasks: Iterable[VerificationTask],
    *,
    task: str = "",
    outcome: str = "",
    announcement: str = "",
    quote: str = "",
    fault: str | None = None,
) -> CloseView:
    """Return the form that closes a verification task."""
    keys = ("outcome", "announcement", "announcement_hint", "quote", "close", "task", "no_tasks")
    return CloseView(
        heading=words("by_hand.close_heading"),
        lead=words("by_hand.close_lead"),
        tasks=tuple((one.task, _task_told(words, one)) for one in tasks),
        task=task,
        outcomes=tuple((one, words(f"by_hand.outcome_{one}")) for one in OUTCOMES),
        outcome=outcome,
        announcement=announcement,
        quote=laid(quote),
        fault=fault,
        labels={key: words(f"by_hand.{key}") for key in keys},
    )


def _task_told(words: Words, one: VerificationTask) -> str:
    act, day = neutral(one.affecting), words.day(one.ended_on)
    return f"{act} · {day} · {targets_told(words, one.measures[:1])}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetractView:
    """What ``web/retract.html.j2`` prints."""

    heading: str
    lead: str
    effect: str
    reason: str
    fault: str | None
    labels: Mapping[str, str]


def retract_view(
    words: Words, *, effect: str = "", reason: str = "", fault: str | None = None
) -> RetractView:
    """Return the form that retracts an effect."""
    return RetractView(
        heading=words("by_hand.retract_heading"),
        lead=words("by_hand.retract_lead"),
        effect=effect,
        reason=laid(reason),
        fault=fault,
        labels={key: words(f"by_hand.{key}") for key in ("effect", "reason", "retract")},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReadView:
    """What ``web/mark-read.html.j2`` prints: an announcement in which nothing is to be recorded."""

    heading: str
    lead: str
    announcement: str
    title: str
    href: str
    fault: str | None


def mark_read_view(
    words: Words, announcement: str, *, title: str, fault: str | None = None
) -> MarkReadView:
    """Return the form that marks an announcement as read."""
    return MarkReadView(
        heading=words("by_hand.read"),
        lead=words("by_hand.read_lead"),
        announcement=announcement,
        title=short(title),
        href=Addresses().announcement(announcement),
        fault=fault,
    )
