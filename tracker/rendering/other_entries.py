"""How are tasks, dates ahead, disputes and statements told?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tracker.digests.lines import (
    ActLine,
    ClaimLine,
    ComingLine,
    DisputeLine,
    Part,
    ReviewLine,
    TaskLine,
)
from tracker.domain.questions import Branch, Status
from tracker.rendering import labels
from tracker.rendering.act_entries import act_entry, branch_words, fates, stands_facts, with_grounds
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Entry, Fact, Table
from tracker.rendering.words import Words


def task_entry(words: Words, line: TaskLine) -> Entry:
    """Ask for official word on a lapse, and say what hangs on it."""
    act = labels.number(words, line.act)
    kind = "suspend" if line.kind == "suspend" else "term"
    names = (labels.title(words, line.act), labels.other_name(words, line.act))
    entry = Entry(
        heading=words(f"task.{kind}", act=act, day=words.day(line.ended_on)),
        other_name=" · ".join(part for part in names if part and part not in act) or None,
        meta=labels.meta(words, line.act, None),
        sentence=words("task.no_word", day=words.day(line.due_on)),
        chips=(
            Chip(tone="stop" if line.overdue_days else "doubt", text=_overdue(words, line)),
            Chip(tone="doubt", text=words("certainty.unverified")),
        ),
        table=_outcomes(words, line),
        facts=tuple(_task_facts(words, line)),
        why=words(f"why.{line.why}"),
    )
    return with_grounds(words, entry, line.grounds)


def review_entry(words: Words, line: ReviewLine) -> Entry:
    """Ask for a person's eyes on an announcement, and say what was read in it."""
    place = words.named(line.jurisdiction) if line.jurisdiction else None
    authority = words.known("authority", line.authority)
    title = short(line.title) if line.title else words("report.untitled")
    return Entry(
        heading=words("review.heading", title=title),
        meta=" · ".join(
            part for part in (place, short(line.source, longest=80), authority) if part
        ),
        sentence=words("review.waits", day=words.day(line.since)),
        chips=(Chip(tone="doubt", text=words("review.chip")),),
        facts=(
            Fact(label=words("review.read"), lines=(short(line.summary),)),
            Fact(label=words("review.task"), lines=(neutral(line.proposal),)),
        ),
        links=(labels.link(line.url),) if line.url else (),
        why=words(f"why.{line.why}"),
    )


DoubtLine = TaskLine | ActLine | DisputeLine | ClaimLine


@dataclass(frozen=True, slots=True)
class Waiting:
    """Lapses without official word, each of which stands in full as a task."""

    tasks: tuple[TaskLine, ...]


def doubt_entry(words: Words, line: DoubtLine | Waiting) -> Entry:
    """Tell what is not settled."""
    match line:
        case Waiting():
            return _unverified(words, line.tasks)
        case TaskLine():
            return _unverified(words, (line,))
        case ActLine():
            return act_entry(words, line)
        case DisputeLine():
            return _dispute(words, line)
        case ClaimLine():
            return _claim(words, line)


def coming_entry(words: Words, line: ComingLine) -> Entry:
    """Tell what turns next; in short where the act stands among the announced."""
    entry = Entry(
        heading=labels.heading(words, line.act),
        other_name=None if line.told_above else labels.other_name(words, line.act),
        sentence=_next(words, line),
        chips=tuple(_coming_chips(words, line)),
        table=fates(words, line.parts) if len(line.parts) > 1 else None,
        compact=line.told_above,
        why=words(f"why.{line.why}"),
    )
    if line.told_above:
        return replace(
            entry, sentence=words.sentences([entry.sentence, words("turned.told_above")])
        )
    entry = replace(entry, facts=tuple(_coming_facts(words, line)))
    return with_grounds(words, entry, line.grounds)


def _overdue(words: Words, line: TaskLine) -> str:
    if not line.overdue_days:
        return words("task.due")
    return words("task.overdue", days=words.count("count.days", line.overdue_days))


def _outcomes(words: Words, line: TaskLine) -> Table:
    outcomes: dict[tuple[str, str], list[Part]] = {}
    for part in line.parts:
        extended = words("task.same_as_before", status=words(f"status.{part.before}"))
        outcomes.setdefault((_lapsed(words, line, part), extended), []).append(part)
    heads = (
        words("task.by_terms"),
        words("task.if_extended"),
        words("table.measures"),
    )
    rows = tuple(
        ((lapsed,), (extended,), labels.listed_parts(words, parts))
        for (lapsed, extended), parts in outcomes.items()
    )
    return Table(heads=heads, rows=rows)


def _lapsed(words: Words, line: TaskLine, part: Part) -> str:
    status = words(f"status.{part.after}")
    told = words("task.from_then", status=status, day=words.day(line.due_on))
    first = part.never_in_force and part.after is Status.IN_FORCE
    return words("task.first_time", told=told) if first else told


def _task_facts(words: Words, line: TaskLine) -> Iterator[Fact]:
    if line.last_day_unclear:
        unclear = words("fact.unclear", day=words.day(line.ended_on))
        yield Fact(label=words("fact.last_day"), lines=(unclear,))
    yield from labels.item_facts(words, line.items)
    yield from stands_facts(words, line.standing, label="stands_anyway")
    yield Fact(label=words("task.id"), lines=(neutral(line.task),))


def _unverified(words: Words, tasks: Sequence[TaskLine]) -> Entry:
    return Entry(
        heading=None,
        sentence=words.sentences([words("task.doubt"), words("task.see_above")]),
        chips=(Chip(tone="doubt", text=words("certainty.unverified")),),
        facts=(
            Fact(
                label=words("task.own_last_day"), lines=tuple(_ran_out(words, one) for one in tasks)
            ),
        ),
        compact=True,
    )


def _ran_out(words: Words, line: TaskLine) -> str:
    act = labels.number(words, line.act)
    what = words("task.suspension_by", act=act) if line.kind == "suspend" else act
    return words("task.ran_out", day=words.day(line.ended_on), what=what)


def _dispute(words: Words, line: DisputeLine) -> Entry:
    rows = [((words("dispute.held"),), tuple(_held(words, line.parts)))]
    for branch in line.branches:
        rows.append(((_reading(words, line, branch),), (words(f"status.{branch.status}"),)))
    act = labels.number(words, line.act)
    return Entry(
        heading=labels.heading(words, line.act),
        sentence=words("dispute.sentence", day=words.day(line.on), act=act),
        chips=(Chip(tone="doubt", text=words("certainty.disputed")),),
        table=Table(
            heads=(words("table.reading"), words("table.then")), rows=tuple(rows), labelled=False
        ),
        facts=(Fact(label=words("table.parts"), lines=(labels.whose(words, line.parts),)),),
        why=words(f"why.{line.why}"),
    )


def _held(words: Words, parts: tuple[Part, ...]) -> Iterator[str]:
    yield from dict.fromkeys(words(f"status.{part.after}") for part in parts if part.after)


def _reading(words: Words, line: DisputeLine, branch: Branch) -> str:
    """A branch that ends the day before is the reading of an unclear boundary."""
    if branch.through == line.on - timedelta(days=1):
        return words("dispute.last_day", day=words.day(line.on))
    return branch_words(words, branch)


def _claim(words: Words, line: ClaimLine) -> Entry:
    speaker = short(line.speaker) if line.speaker else words("claim.somebody")
    key = "undated" if line.said_on is None else "said"
    key = key if line.text is not None else f"{key}_withheld"
    text = short(line.text or "", longest=500)
    day = words.day(line.said_on) if line.said_on else ""
    told = words(f"claim.{key}", speaker=speaker, day=day, text=text)
    about = tuple(labels.heading(words, act) for act in line.about)
    return Entry(
        heading=None,
        sentence=told,
        chips=(Chip(tone="doubt", text=words.known("stance", line.stance) or ""),)
        if line.stance
        else (),
        facts=(Fact(label=words("report.names"), lines=about),) if about else (),
        links=(labels.link(line.source),) if line.source else (),
        compact=True,
    )


def _next(words: Words, line: ComingLine) -> str:
    fates = dict.fromkeys(_turns_to(words, part) for part in line.parts)
    what = "what_suspend" if line.kind == "suspend" else "what_term"
    last = line.on - timedelta(days=1)
    now = line.lapses and line.days_left == 1
    return words(
        "coming.lapse_now" if now else "coming.lapse" if line.lapses else "coming.turn",
        day=words.day(line.on),
        days=words.count("count.days", line.days_left),
        last=words.day(last),
        left=words.count("count.days", line.days_left - 1),
        what=words(f"coming.{what}"),
        measures=labels.whose(words, line.parts),
        fate=words.listed(fates),
    )


def _turns_to(words: Words, part: Part) -> str:
    before, after = words(f"status.{part.before}"), words(f"status.{part.after}")
    return words("fate.turn", before=before, after=after)


def _coming_chips(words: Words, line: ComingLine) -> Iterator[Chip]:
    if line.lapses:
        yield Chip(tone="doubt", text=words("coming.runs_out"))
    else:
        yield Chip(tone="plain", text=words(f"kind.{line.kind}"))
    if line.reminder is not None:
        left = words.count("count.days", line.reminder)
        last = words("coming.reminder_last")
        text = words("coming.reminder", days=left) if line.reminder else last
        yield Chip(tone="wait", text=text)


def _coming_facts(words: Words, line: ComingLine) -> Iterator[Fact]:
    if line.last_day_unclear:
        last = words.day(line.on - timedelta(days=1))
        yield Fact(label=words("fact.last_day"), lines=(words("fact.unclear", day=last),))
    yield from labels.item_facts(words, line.items)
    yield from stands_facts(words, line.standing, label="stands_anyway")
    if line.lapses:
        yield Fact(label=words("fact.mind"), lines=(words("coming.may_change"),))
