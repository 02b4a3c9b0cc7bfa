"""What does the page show that compares two days, or two states of knowledge?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.application.answers.differing import Comparison, Culprit, DifferingAct, Turned
from tracker.domain.questions import Answer, Status
from tracker.domain.rulebook import Field
from tracker.projection.changes import Cause
from tracker.rendering import labels
from tracker.rendering.act_entries import when
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Quotation
from tracker.rendering.pages.compare.asked import Compared, fields, modes, told
from tracker.rendering.pages.compare.view import (
    ActDiff,
    CauseView,
    CompareView,
    CulpritView,
    PartDiff,
    TermDiff,
    TurnedView,
)
from tracker.rendering.pages.parts.knowledge import knowledge_view
from tracker.rendering.pages.parts.terms import term_facts
from tracker.rendering.pages.parts.word_diff import word_diff
from tracker.rendering.pages.timeline.view import LinkView
from tracker.rendering.words import Words

_TONES = {
    Cause.TIME_PASSED: "plain",
    Cause.NEWLY_ANNOUNCED: "new",
    Cause.NEWLY_RECORDED: "wait",
    Cause.CORRECTED: "doubt",
}
SUMMED = 8
"""So many causes are named at the top; all of them stand below."""

_HANDS = ("rulebook", "import")


@dataclass(frozen=True, slots=True)
class _Blamed:
    """Where a culprit stands on the page, and its name in short."""

    anchor: str
    name: str


def compare_view(words: Words, asked: Compared, found: Comparison, *, field: Field) -> CompareView:
    """Return what the template of the comparison prints."""
    addresses = asked.addresses
    blamed = {
        one.key: _Blamed(f"cause-{number}", _named(words, one))
        for number, one in enumerate(found.culprits, 1)
    }
    acts = tuple(_act(words, addresses, act, asked, field, blamed) for act in found.acts)
    any_terms = any(one.terms for act in acts for one in act.turned)
    return CompareView(
        heading=words("compare.heading"),
        lead=told(words, asked, found.before, found.after),
        modes_label=words("compare.modes"),
        modes=modes(words, asked),
        about=words(f"compare.about_{asked.mode}"),
        fields=fields(words, asked),
        kept={"by": asked.mode},
        go=words("compare.go"),
        links=tuple(_links(words, asked)),
        knowledge=knowledge_view(
            words,
            found.knowledge,
            addresses,
            names={key: one.names for key, one in field.jurisdictions.items()},
        ),
        summary=_summary(words, found) if found.total else None,
        counts=tuple(_counts(words, found)),
        nothing=() if found.total else tuple(_nothing(words, found)),
        causes_heading=words("compare.causes"),
        more=words("count.more", n=len(found.culprits) - SUMMED),
        foremost=tuple(_culprits(words, addresses, _foremost(found), found, blamed)),
        culprits=tuple(_culprits(words, addresses, found.culprits, found, blamed)),
        differences_heading=words("compare.differences"),
        heads=(words("compare.what"), words("compare.before"), words("compare.after")),
        acts=acts,
        because=words("compare.because"),
        terms_heading=words("compare.terms"),
        terms_lead=words("compare.terms_lead") if any_terms else None,
        added=words("compare.added"),
        removed=words("compare.removed"),
        pages=_pages(words, found),
        page_links=tuple(_page_links(words, asked, found)),
    )


def _links(words: Words, asked: Compared) -> Iterator[LinkView]:
    yield LinkView(text=words("compare.swap"), href=asked.to(**asked.swapped))
    yield LinkView(text=words("compare.json"), href=asked.to("/compare.json"))
    yield LinkView(text=words("compare.timeline"), href=asked.addresses.to("/timeline"))


def _summary(words: Words, found: Comparison) -> str:
    gap = "，" if words.language == "zh" else " "
    acts = words.count("compare.of_acts", len(found.acts))
    return gap.join([words.count("compare.total", found.total), acts])


def _counts(words: Words, found: Comparison) -> Iterator[Chip]:
    for cause in Cause:
        if number := found.causes.get(cause):
            text = words("compare.counted", cause=words(f"compare.cause_{cause}"), n=number)
            yield Chip(tone=_TONES[cause], text=text)


def _nothing(words: Words, found: Comparison) -> Iterator[str]:
    if found.before == found.after:
        yield words("compare.nothing_same")
        return
    yield words("compare.nothing")
    yield words("compare.nothing_next")


def _foremost(found: Comparison) -> list[Culprit]:
    return sorted(found.culprits, key=lambda one: -one.measures)[:SUMMED]


def _culprits(
    words: Words,
    addresses: Addresses,
    culprits: Iterable[Culprit],
    found: Comparison,
    blamed: Mapping[str, _Blamed],
) -> Iterator[CulpritView]:
    for one in culprits:
        yield _culprit(words, addresses, one, found, anchor=blamed[one.key].anchor)


def _culprit(
    words: Words, addresses: Addresses, one: Culprit, found: Comparison, *, anchor: str
) -> CulpritView:
    return CulpritView(
        anchor=anchor,
        short=words("compare.short", name=_named(words, one), n=one.measures),
        act=labels.heading(words, one.act),
        href=addresses.instrument(one.act.id),
        told=words.sentences([_deed(words, one), *_passed(words, one, found)]),
        meta=" · ".join(
            [
                words("compare.announced_on", day=words.day(one.announced_on)),
                words.count("compare.touches", one.measures),
            ]
        ),
        chips=tuple(
            Chip(tone=_TONES[cause], text=words(f"compare.cause_{cause}")) for cause in one.causes
        ),
        quotes=tuple(
            Quotation(
                text=neutral(quote.text),
                source=labels.link(quote.source) if quote.source else None,
            )
            for quote in one.quotes
        ),
        without=None if one.quotes else _without(words, one.by),
        withdrawn=_withdrawn(words, one),
    )


def _deed(words: Words, one: Culprit) -> str:
    open_ended = one.kind == "suspend" and one.through is None
    told_when = when(words, one.from_, one.through)
    return words(
        f"says.{one.kind}",
        measures=words.count("count.measures", one.measures),
        when=words("when.and_open", when=told_when) if open_ended else told_when,
        last=words.day(one.through) if one.through else words("when.open"),
    )


def _passed(words: Words, one: Culprit, found: Comparison) -> Iterator[str]:
    """Say which edge of an effect lay between the two days."""
    first, last = found.before.on, found.after.on
    if Cause.TIME_PASSED not in one.causes or first is None or last is None:
        return
    first, last = min(first, last), max(first, last)
    stop = "。" if words.language == "zh" else "."
    if one.from_ and first < one.from_ <= last:
        yield words("compare.passed_started", day=words.day(one.from_)) + stop
    if one.through and first <= one.through < last:
        yield words("compare.passed_ended", day=words.day(one.through)) + stop


def _without(words: Words, by: str) -> str:
    hand = words("compare.by_hand" if by in _HANDS else "compare.by_other", by=short(by))
    return words("compare.no_sentence", by=hand)


def _withdrawn(words: Words, one: Culprit) -> str | None:
    if one.withdrawn is None or Cause.CORRECTED not in one.causes:
        return None
    return words("compare.withdrawn", reason=short(one.withdrawn))


def _act(
    words: Words,
    addresses: Addresses,
    act: DifferingAct,
    asked: Compared,
    field: Field,
    blamed: Mapping[str, _Blamed],
) -> ActDiff:
    return ActDiff(
        heading=labels.heading(words, act.instrument),
        href=addresses.instrument(act.instrument.id),
        turned=tuple(_turned(words, addresses, one, asked, field, blamed) for one in act.turned),
    )


def _turned(
    words: Words,
    addresses: Addresses,
    one: Turned,
    asked: Compared,
    field: Field,
    blamed: Mapping[str, _Blamed],
) -> TurnedView:
    before, after = one.first.before, one.first.after
    return TurnedView(
        parts=tuple(
            LinkView(text=words.said(labels.provision(measure)), href=addresses.measure(measure.id))
            for measure in one.measures
        ),
        says=words(
            "fate.turn", before=_status(words, before, asked), after=_status(words, after, asked)
        )
        if before.status is not after.status
        else words("fate.stays", after=_status(words, after, asked)),
        rows=tuple(_rows(words, one)),
        terms=() if one.new or after.certainty is None else tuple(_terms(words, one, field)),
        causes=tuple(_causes(words, one, blamed)),
    )


def _status(words: Words, found: Answer, asked: Compared) -> str:
    if found.status is Status.UNKNOWN:
        return words(f"compare.unknown_{'recorded' if asked.mode == 'recorded' else 'announced'}")
    status = words(f"status.{found.status}")
    stopped = found.status in (Status.SUSPENDED, Status.EXPIRED, Status.REPEALED)
    never = found.never_in_force and stopped
    return words("compare.never", status=status) if never else status


def _rows(words: Words, one: Turned) -> Iterator[PartDiff]:
    before, after = one.first.before, one.first.after
    for part in one.first.changed:
        if part in ("status", "terms"):  # said above and below
            continue
        if part == "certainty":
            sides = [
                words(f"certainty.{side.certainty}") if side.certainty else "–"
                for side in (before, after)
            ]
        else:
            sides = [_edge(words, side, part) for side in (before, after)]
        yield PartDiff(what=words(f"compare.part_{part}"), before=sides[0], after=sides[1])


def _edge(words: Words, side: Answer, part: str) -> str:
    day: date | None = getattr(side, part)
    if side.certainty is None:
        return "–"
    if day is None:
        return words("compare.open_start" if part == "since" else "compare.open_end")
    return words.day(day)


def _terms(words: Words, one: Turned, field: Field) -> Iterator[TermDiff]:
    before, after = one.first.before.terms, one.first.after.terms
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) == after.get(key):
            continue
        sides = [
            term_facts(words, {key: terms[key]} if key in terms else {}, field)
            for terms in (before, after)
        ]
        texts = ["\n".join(line for fact in side for line in fact.lines) for side in sides]
        label = next((fact.label for side in sides for fact in side), neutral(key))
        yield TermDiff(what=label, runs=word_diff(*texts))


def _causes(words: Words, one: Turned, blamed: Mapping[str, _Blamed]) -> Iterator[CauseView]:
    for cause, key in one.causes:
        told_cause = words(f"compare.cause_{cause}")
        chip = Chip(tone=_TONES[cause], text=told_cause)
        if key is None:
            text = words("compare.no_effect", cause=told_cause)
            yield CauseView(chip=chip, text=text, href=None)
        else:
            yield CauseView(chip=chip, text=blamed[key].name, href=f"#{blamed[key].anchor}")


def _named(words: Words, one: Culprit) -> str:
    kind = words(f"kind.{one.kind}")
    return words("compare.see", act=labels.number(words, one.act), kind=kind)


def _pages(words: Words, found: Comparison) -> str | None:
    if found.pages < 2:
        return None
    return words(
        "compare.page_of",
        page=found.page,
        pages=found.pages,
        shown=found.shown,
        total=found.total,
        left=found.total - found.shown,
    )


def _page_links(words: Words, asked: Compared, found: Comparison) -> Iterator[LinkView]:
    if found.page > 1:
        yield LinkView(text=words("compare.page_previous"), href=asked.to(page=found.page - 1))
    if found.page < found.pages:
        yield LinkView(text=words("compare.page_next"), href=asked.to(page=found.page + 1))
