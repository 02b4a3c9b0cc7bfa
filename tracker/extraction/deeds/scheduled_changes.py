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
    r"\s?(?:[Ss]chedule\s)?(?:\sto\sthis\s\w+\s)?(?:is|are)\s[^.;]{0,40}\b(?:amended|repealed|revoked)\b"
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
            yield from _changes(act, one.id, Span(low, high), _life(act, annex))


def _life(act: Act, annex: Span) -> Life:
    """Return the days of a schedule, as the act tells them by its number."""
    number = _NUMBER.match(act.flow.flow, annex.start, annex.end)
    part = f"schedule-{number['n']}" if number and number["n"] else "schedule"
    own = act.commencement.parts.get(part)
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
