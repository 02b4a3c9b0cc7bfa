"""Which acts do the schedules of an act change or end, each schedule from its own day?

Australian instruments say in their sections only that what stands in a schedule is amended or
repealed as set out there; the schedule names the act, the part, and the new words.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life
from tracker.extraction.deeds.amended_words import effect_of, new_words
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, goods, theme
from tracker.extraction.spelling.regexps import regexp

_SET_OUT = regexp(
    r"\b(?:specified|listed|named|set\sout|mentioned)\sin\s(?:a|the|an|each|Schedule\s[0-9IVX]{1,4}(?:\sto\sthis\s\w+)?)"
    r"(?:\s[Ss]chedule)?(?:\sto\sthis\s\w+)?\s(?:is|are)\s[^.;]{0,40}\b(?:amended|repealed|revoked)\b"
)
"""What says that the schedules themselves change other acts."""
_NUMBER = regexp(r"(?i:schedule)\s{0,3}(?P<n>[0-9]{1,2})?")
_ENDS = regexp(
    r"\b[Rr]epeal\sthe\s(?i:instrument|whole|order|determination|regulations)\b"
    r"|\b[Tt]he\swhole\s(?:of\sthe\s)?(?:instrument|order|determination)\b"
)


def scheduled_changes(act: Act) -> Iterator[ExtractedEffect]:
    """Yield what the schedules do to the acts that they name."""
    flow = act.flow
    if _SET_OUT.search(flow.flow, act.body.start, act.body.end) is None:
        return
    for annex in act.layout.annexes:
        named = [one for one in act.namer.named_in(annex.start, annex.end) if one.id != act.id]
        ends = [*(one.start for one in named), annex.end]
        for one, (low, high) in zip(named, pairwise(ends), strict=True):
            for part, span in _parts(act, annex, Span(low, high)):
                yield from _changes(act, one.id, span, _life(act, annex, part))


_PART = regexp(r"(?<=\n)[ \t]{0,4}Part\s(?P<n>[0-9]{1,2})\b(?=[^\n]{0,80}\n)")


def _parts(act: Act, annex: Span, span: Span) -> Iterator[tuple[str | None, Span]]:
    """Yield the numbered parts of a schedule that change one act, else the stretch as it is."""
    heads = [*_PART.finditer(act.flow.flow, span.start, span.end)]
    before = [*_PART.finditer(act.flow.flow, annex.start, span.start)]
    low, part = span.start, before[-1]["n"] if before else None
    for head in heads:
        yield part, Span(low, head.start())
        low, part = head.start(), head["n"]
    yield part, Span(low, span.end)


def _life(act: Act, annex: Span, part_of: str | None) -> Life:
    """Return the days of a schedule or of its part, as the act tells them by its number."""
    number = _NUMBER.match(act.flow.flow, annex.start, annex.end)
    part = f"schedule-{number['n']}" if number and number["n"] else "schedule"
    own = act.commencement.parts.get(f"{part}-part-{part_of}") or act.commencement.parts.get(part)
    return own or act.commencement.rest or act.commencement.general or Life()


_ITEM = regexp(
    r"(?<=\n)[ \t]{0,4}[0-9]{1,3}[.)]?[ \t]{1,6}(?P<head>[A-Z(][^\n]{2,140})\n"
    r"(?=\s{0,8}(?:Omit|Repeal|Add|Insert|Substitute|Replace|Delete|Before|After)\b)"
)
"""An item of a schedule: its number, the part that it changes, and below it what to do."""
_WHOLE = regexp(r"(?i:\b(?:whole|entire)\b)")
_PART_OUT = regexp(r"\s{0,8}(?:Repeal|Omit|Delete)\sthe\s[^\n\"“]{3,60}\.?\s{0,4}$")
"""What takes out the part that the item names, and puts nothing in its place."""


def _changes(act: Act, id: str, span: Span, life: Life) -> Iterator[ExtractedEffect]:
    """Read the items of a schedule, each alone: one ends a part, the next the whole act."""
    items = [*_ITEM.finditer(act.flow.flow, span.start, span.end)]
    ends = [*(one.start() for one in items[1:]), span.end][: len(items)]
    changed = [] if items else [span]
    for item, end in zip(items, ends, strict=True):
        whole = _WHOLE.search(item["head"]) is not None
        parts = () if whole else _parts_out(act, item, end)
        targets = [id] if whole and _ENDS.search(act.flow.flow, item.end(), end) else []
        words = act.flow.trimmed(item.start(), end)
        for target in targets or [f"{id}#{part.id}" for part in parts]:
            yield effect_of(act, "repeal", target, Terms(), life, words)
        if not targets and not parts:
            changed.append(Span(item.start(), end))
    if not items and _ENDS.search(act.flow.flow, span.start, span.end):
        yield effect_of(act, "repeal", id, Terms(), life, act.flow.trimmed(span.start, span.end))
    elif changed:
        yield from _amended(act, id, changed, life)


def _parts_out(act: Act, item: re.Match[str], end: int) -> tuple[Provision, ...]:
    """Return the parts that an item takes out of the act as a whole, if it names any."""
    if _PART_OUT.match(act.flow.flow, item.end(), end) is None:
        return ()
    named = english_provisions(act.flow.flow, item.start("head"), item.end("head"))
    return named if named and named[0].start == item.start("head") else ()


def _amended(act: Act, id: str, spans: list[Span], life: Life) -> Iterator[ExtractedEffect]:
    """Read the new words of the items of a schedule as one change of the act."""
    afters = [
        after for one in spans for row, _, after in new_words(act, one) if row.does != "delete"
    ]
    if not afters:
        return
    terms = Terms()
    goods(act.flow, afters, terms, quoted=True)
    theme(act.flow, terms, afters, ())
    words = act.flow.trimmed(spans[0].start, spans[0].end)
    yield effect_of(act, "amend", id, terms, life, words)
