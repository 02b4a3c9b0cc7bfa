"""How is a line on an act told: announced, turned, or merely reported?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tracker.digests.acts import ENDING
from tracker.digests.lines import (
    ActLine,
    Grounds,
    Part,
    Standing,
    Turned,
    TurnLine,
    VerifiedLine,
    Why,
)
from tracker.domain.questions import Branch, Certainty
from tracker.rendering import labels
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Entry, Fact, Link, Quotation, Table
from tracker.rendering.words import Words

_TONES = {
    "impose": "new",
    "revive": "new",
    "resume": "new",
    "suspend": "wait",
    "postpone": "wait",
    "repeal": "stop",
}
_SURE = {
    Certainty.CONFIRMED: "good",
    Certainty.PROJECTED: "plain",
    Certainty.REPORTED: "doubt",
    Certainty.DISPUTED: "doubt",
    Certainty.UNVERIFIED: "doubt",
}
_BY_HAND = ("rulebook", "import")


def act_entry(words: Words, line: ActLine) -> Entry:
    """Tell what an act does, to whom, from when, how surely and on what ground."""
    sentence = _sentence(words, line)
    if line.certainty is Certainty.REPORTED:
        sentence = words("says.reported", sentence=sentence)
    entry = Entry(
        heading=None if line.same_act else labels.heading(words, line.act),
        other_name=None if line.same_act else labels.other_name(words, line.act),
        meta=None if line.same_act else labels.meta(words, line.act, line.announced_on),
        sentence=sentence,
        chips=tuple(_chips(words, line)),
        table=_table(words, line),
        facts=tuple(_facts(words, line)),
        why=words(f"why.{line.why}"),
    )
    return with_grounds(words, entry, line.grounds)


def turn_entry(words: Words, turn: TurnLine) -> Entry:
    """Tell what turned in the period; in short where the act stands among the announced."""
    told = _turned(words, turn)
    if not turn.told_above:
        full = act_entry(words, turn.line)
        return replace(full, sentence=told, table=fates(words, turn.parts))
    return Entry(
        heading=labels.heading(words, turn.act),
        sentence=words.sentences([told, words("turned.told_above")]),
        chips=tuple(_chips(words, turn.line)),
        compact=True,
    )


def verified_entry(words: Words, line: VerifiedLine) -> Entry:
    """Tell the official word on what had run out."""
    return Entry(
        heading=labels.heading(words, line.act),
        other_name=labels.other_name(words, line.act),
        meta=labels.meta(words, line.act, line.announced_on),
        sentence=words(f"verified.{line.outcome}"),
        chips=(Chip(tone="good", text=words("certainty.confirmed")),),
        table=fates(words, line.parts),
        quotes=tuple(
            Quotation(text=neutral(quote.text), source=_link(quote.source)) for quote in line.quotes
        ),
        why=words(f"why.{line.why}"),
    )


def with_grounds(words: Words, entry: Entry, grounds: Grounds | None) -> Entry:
    """Add on what a line rests: its sentences, or who entered it from where."""
    if grounds is None:
        return entry
    left = len(grounds.urls) - labels.SOURCES_SHOWN
    return replace(
        entry,
        quotes=tuple(
            Quotation(text=neutral(quote.text), source=_link(quote.source))
            for quote in grounds.quotes
        ),
        facts=(*entry.facts, *_ground_facts(words, grounds)),
        links=tuple(labels.link(url) for url in grounds.urls[: labels.SOURCES_SHOWN]),
        links_label=words("fact.from_sources"),
        links_more=words("count.more", n=left) if left > 0 else None,
    )


def branch_words(words: Words, branch: Branch) -> str:
    """Say how a branch reads a text."""
    return words("dispute.other", when=when(words, branch.from_, branch.through))


def when(words: Words, first: date | None, last: date | None) -> str:
    """Say from when through when."""
    values = {key: words.day(day) for key, day in (("first", first), ("last", last)) if day}
    if first and last:
        return words("when.from_through", **values)
    if last:
        return words("when.through", **values)
    return words("when.from", **values) if first else words("when.unknown")


def fate(words: Words, part: Part) -> str:
    """Say what becomes of measures, and whether they never were in force."""
    after = words(f"status.{part.after}") if part.after else ""
    if part.before is None or part.after is None:
        told = after
    elif part.before is part.after:
        told = words("fate.stays", after=after)
    else:
        told = words("fate.turn", before=words(f"status.{part.before}"), after=after)
    if part.never_in_force and part.due:
        return f"{told}; {words('fate.never_due', day=words.day(part.due))}"
    return f"{told}; {words('fate.never')}" if part.never_in_force else told


def _sentence(words: Words, line: ActLine) -> str:
    return words(
        f"says.{line.kind}",
        measures=labels.measures(words, line.parts),
        when=_when(words, line),
        last=words.day(line.through) if line.through else words("when.open"),
    )


def _when(words: Words, line: ActLine) -> str:
    if line.from_ is None and line.from_roughly:
        return words("when.roughly", first=words.roughly(line.from_roughly))
    told = when(words, line.from_, line.through)
    if line.kind == "suspend" and line.through is None:
        return words("when.and_open", when=told)
    return told


def _turned(words: Words, turn: TurnLine) -> str:
    day = turn.turned_on - timedelta(days=1 if turn.turned is Turned.ENDED else 0)
    through = turn.line.through
    until = words("when.through", last=words.day(through)) if through else words("when.open")
    return words(
        f"turned.{turn.turned}",
        day=words.day(day),
        until=until,
        measures=labels.whose(words, turn.parts),
    )


def _chips(words: Words, line: ActLine) -> Iterator[Chip]:
    yield Chip(tone=_TONES.get(line.kind, "plain"), text=words(f"kind.{line.kind}"))
    if line.kind != "none" or line.certainty is not Certainty.CONFIRMED:
        tone = _SURE[line.certainty]
        yield Chip(tone=tone, text=words(f"certainty.{line.certainty}"))
    if line.why is Why.RECORDED_LATE:
        yield Chip(tone="doubt", text=words("fact.late"))


def _table(words: Words, line: ActLine) -> Table | None:
    if not line.parts:
        return None
    return _demands(words, line) if line.kind in ("impose", "none") else fates(words, line.parts)


def _demands(words: Words, line: ActLine) -> Table:
    rows = tuple(
        (
            (labels.provision(measure),),
            (words.named(measure.requirement) if measure.requirement else "",),
            (labels.covers(words, measure),),
        )
        for part in line.parts
        for measure in part.measures
    )
    return Table(heads=_heads(words, "part", "demands", "covers"), rows=rows, labelled=False)


def fates(words: Words, parts: Iterable[Part]) -> Table:
    """Return what becomes of the measures, a row for each fate."""
    rows: dict[str, list[Part]] = {}
    for part in parts:
        rows.setdefault(fate(words, part), []).append(part)
    return Table(
        heads=_heads(words, "change", "measures"),
        rows=tuple(((told,), labels.listed_parts(words, group)) for told, group in rows.items()),
    )


def _heads(words: Words, *keys: str) -> tuple[str, ...]:
    return tuple(words(f"table.{key}") for key in keys)


def _facts(words: Words, line: ActLine) -> Iterator[Fact]:
    yield from labels.item_facts(words, line.items)
    if line.parties:
        yield _fact(words, "parties", words.listed(map(short, line.parties)))
    if line.last_day_unclear and line.through:
        yield _fact(words, "last_day", words("fact.unclear", day=words.day(line.through)))
    if line.branches:
        yield _fact(words, "also_read", *(branch_words(words, one) for one in line.branches))
    if line.changes:
        yield _fact(words, "changes", *_changes(words, line))
    yield from stands_facts(words, line.standing, label="stands")
    if line.kind in ENDING and not line.standing:
        named_items = line.items.elements or line.items.control_codes or line.items.hs_codes
        yield _fact(words, "stands", words(f"fact.stands_{'none' if named_items else 'unknown'}"))
    elif line.not_named:
        named = (f"{words.named(one)} ({one.key})" for one in line.not_named)
        yield _fact(words, "not_named", words.listed(named))
    if line.unrecorded:
        yield _fact(words, "unrecorded", words.listed(map(short, line.unrecorded)))
    if line.reason:
        yield _fact(words, "reason", words.known("reason", line.reason) or "")
    if line.basis:
        yield _fact(words, "dates", words.known("basis", line.basis) or "")
    if line.links:
        told = (words(f"link.{kind}", act=labels.heading(words, act)) for kind, act in line.links)
        yield _fact(words, "links", *told)


def _changes(words: Words, line: ActLine) -> Iterator[str]:
    nothing = words("fact.none_before")
    for change in line.changes:
        told = (_changed(words, change.what, text) for text in (change.before, change.after))
        before, after = (text or nothing for text in told)
        yield f"{labels.term(words, change.what)}: {before} → {after}"


def _changed(words: Words, what: str, text: str | None) -> str | None:
    """Write one side of a change; days as the language writes them."""
    if text is None or what not in ("start", "last_day"):
        return short(text) if text else None
    return words.day(date.fromisoformat(text))


def stands_facts(words: Words, standing: Sequence[Standing], *, label: str) -> Iterator[Fact]:
    """Say which rules stand on the same items; nothing where there are none."""
    if standing:
        left = len(standing) - labels.STANDING_SHOWN
        more = (words("count.more", n=left),) if left > 0 else ()
        told = (_stands(words, one) for one in standing[: labels.STANDING_SHOWN])
        yield _fact(words, label, *told, *more)


def _stands(words: Words, line: Standing) -> str:
    parts = labels.provisions(words, line.measures)
    act = labels.number(words, line.instrument)
    demands = words.listed(words.named(one) for one in line.demands)
    if line.same_instrument:
        return words("fact.stands_same", act=act, parts=parts, demands=demands)
    return words(
        "fact.stands_other" if line.elements else "fact.stands_codes",
        act=act,
        title=labels.title(words, line.instrument),
        parts=parts,
        demands=demands,
        elements=words.listed(words.named(element) for element in line.elements),
    )


def _ground_facts(words: Words, grounds: Grounds) -> Iterator[Fact]:
    if not grounds.quotes:
        yield _fact(words, "rests_on", _no_sentence(words, grounds))
    by = short(grounds.by)
    if grounds.accepted_on:
        by = words("fact.accepted_on", by=by, day=words.day(grounds.accepted_on))
    if grounds.unread:
        yield _fact(words, "accepted_by", words("fact.unread_by_person", by=by))
    elif grounds.quotes and grounds.by not in _BY_HAND:
        yield _fact(words, "accepted_by", by)
    if grounds.confidence and grounds.confidence != "high":
        yield _fact(words, "confidence", words.known("confidence", grounds.confidence) or "")
    if grounds.notes:
        yield _fact(words, "note", *(short(words.said(note)) for note in grounds.notes))


def _no_sentence(words: Words, grounds: Grounds) -> str:
    if grounds.withheld:
        return words("fact.withheld")
    if grounds.by in _BY_HAND:
        told = words("fact.no_sentence")
    else:
        told = words("fact.no_sentence_by", by=short(grounds.by))
    if not grounds.urls:
        return f"{told}; {words('fact.no_source')}"
    return told


def _fact(words: Words, key: str, *lines: str) -> Fact:
    return Fact(label=words(f"fact.{key}"), lines=lines)


def _link(source: str | None) -> Link | None:
    return labels.link(source) if source else None
