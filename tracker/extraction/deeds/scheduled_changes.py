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
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, goods, theme

_SET_OUT = re.compile(
    r"\b(?:specified|listed|named|set\sout|mentioned)\sin\s(?:a|the|an|each|Schedule\s[0-9IVX]{1,4}(?:\sto\sthis\s\w+)?)"
    r"(?:\s[Ss]chedule)?(?:\sto\sthis\s\w+)?\s(?:is|are)\s[^.;]{0,40}\b(?:amended|repealed|revoked)\b"
)
"""What says that the schedules themselves change other acts."""
_NUMBER = re.compile(r"(?i:schedule)\s{0,3}(?P<n>[0-9]{1,2})?")
_ENDS = re.compile(
    r"\b[Rr]epeal\sthe\s(?:instrument|whole|order|determination|regulations?)\b"
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


_PART = re.compile(r"(?<=\n)[ \t]{0,4}Part\s(?P<n>[0-9]{1,2})\b(?=[^\n]{0,80}\n)")


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


def _changes(act: Act, id: str, span: Span, life: Life) -> Iterator[ExtractedEffect]:
    words = act.flow.trimmed(span.start, span.end)
    if _ENDS.search(act.flow.flow, span.start, span.end):
        yield effect_of(act, "repeal", id, Terms(), life, words)
        return
    afters = [after for row, _, after in new_words(act, span) if row.does != "delete"]
    if not afters:
        return
    terms = Terms()
    goods(act.flow, afters, terms, quoted=True)
    theme(act.flow, terms, afters, ())
    yield effect_of(act, "amend", id, terms, life, words)
