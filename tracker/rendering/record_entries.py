"""How are corrections of ours and reports of others told?"""

from tracker.digests.digest import CorrectionLine, ReportLine, Statement
from tracker.domain.days import parse_day, parse_when
from tracker.errors import UsageError
from tracker.rendering import labels
from tracker.rendering.act_entries import with_grounds
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Entry, Fact, Table
from tracker.rendering.words import Words


def correction_entry(words: Words, line: CorrectionLine) -> Entry:
    """Tell what was wrong, what holds instead, and why."""
    day = words.day(line.recorded_at.date())
    if line.stood:
        return _stood(words, line, day)
    if line.old is None:
        corrected = Entry(
            heading=labels.heading(words, line.act),
            sentence=words("correction.corrected", day=day, about=short(line.about)),
            table=_changed(words, line),
            why=words(f"why.{line.why}"),
        )
        return with_grounds(words, corrected, line.grounds)
    new = _statement(words, line.new) if line.new else words("correction.nothing")
    retracted = Entry(
        heading=labels.heading(words, line.act),
        sentence=words("correction.retracted", day=day, act=labels.number(words, line.act)),
        facts=(
            Fact(label=words("correction.old"), lines=(_statement(words, line.old),)),
            Fact(label=words("correction.new"), lines=(new,)),
            Fact(label=words("correction.reason"), lines=(short(line.reason or ""),)),
        ),
        why=words(f"why.{line.why}"),
    )
    return with_grounds(words, retracted, line.grounds)


def _stood(words: Words, line: CorrectionLine, day: str) -> Entry:
    """Tell that what was said to stand still had ended or been suspended by then."""
    rows = tuple(
        (
            (neutral(change.what),),
            (words(f"status.{change.before}"),),
            (words(f"status.{change.after}"),),
        )
        for change in line.changes
    )
    heads = (words("table.measures"), words("correction.old"), words("correction.new"))
    entry = Entry(
        heading=labels.heading(words, line.act),
        sentence=words("correction.stood", day=day, act=labels.number(words, line.act)),
        table=Table(heads=heads, rows=rows),
        facts=(
            Fact(
                label=words("correction.new"),
                lines=(_statement(words, line.new),) if line.new else (),
            ),
        ),
        why=words("why.stood"),
    )
    return with_grounds(words, entry, line.grounds)


def report_entry(words: Words, line: ReportLine) -> Entry:
    """Tell of an item of a source and of the instruments that it speaks of."""
    chips = [Chip(tone="plain", text=words.known("authority", line.authority) or line.source)]
    if line.revision:
        chips.append(Chip(tone="doubt", text=words("report.revision")))
    named = tuple(labels.heading(words, act) for act in line.names)
    facts = [Fact(label=words("report.names"), lines=named or (words("report.names_nothing"),))]
    if line.unresolved:
        unknown = tuple(short(text) for text in line.unresolved)
        facts.append(Fact(label=words("report.unresolved"), lines=unknown))
    published = _published(words, line.published_at)
    return Entry(
        heading=short(line.title) if line.title else words("report.untitled"),
        sentence=" · ".join(
            part
            for part in (
                short(line.source_title or line.source),
                words("report.published", day=published) if published else None,
            )
            if part
        ),
        chips=tuple(chips),
        facts=tuple(facts),
        links=(labels.link(line.url),) if line.url else (),
        why=words(f"why.{line.why}"),
    )


def _published(words: Words, text: str | None) -> str | None:
    """Write what a source gives as its time; one that is no time stays as it is."""
    try:
        return words.when(parse_when(text)) if text else None
    except UsageError:
        return short(text or "", longest=40)


def _changed(words: Words, line: CorrectionLine) -> Table:
    nothing = words("fact.none_before")
    rows = tuple(
        (
            (labels.term(words, change.what),),
            (short(change.before or nothing),),
            (short(change.after or nothing),),
        )
        for change in line.changes
    )
    heads = (words("table.field"), words("correction.old"), words("correction.new"))
    return Table(heads=heads, rows=rows)


def _statement(words: Words, statement: Statement) -> str:
    kind = words.known("kind", statement.kind) or ""
    affected = words.listed(short(target) for target in statement.affected)
    first, last = (_day(words, text) for text in (statement.from_, statement.through))
    if first and last:
        when = words("when.from_through", first=first, last=last)
    elif last:
        when = words("when.through", last=last)
    else:
        when = words("when.from", first=first) if first else words("when.unknown")
    return f"{kind}: {affected}; {when}"


def _day(words: Words, text: str | None) -> str | None:
    """Write the day of a statement; one that is known roughly stays as it is."""
    try:
        return words.day(parse_day(text)) if text else None
    except UsageError:
        return words.roughly(text or "")
