"""What would it mean for an act if the words of a claim were so?"""

import re
from collections.abc import Iterator

from tracker.extraction.classes.assertions import Said
from tracker.extraction.extracted import Reading, Stance
from tracker.extraction.names.catalogue import KnownInstrument
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, exemptions
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

_FIRST_TWO = regexp(r"(?i:\bthe\sfirst\stwo\b|\bfirst\sand\ssecond\b)|前两(?:项|类|款)")
_THIRD = regexp(r"(?i:\bthe\sthird\b)|第三(?:项|类|款)")


def readings(said: Said, words: Span, stance: Stance) -> Iterator[tuple[Reading | None, Span]]:
    """Yield what the words assert, a reading for each start that they name."""
    if stance not in ("asserts", "reports_start"):
        yield None, words
        return
    starts = [w for w in said.times.within(words.start, words.end) if w.role == "start"]
    ends = [w for w in said.times.within(words.start, words.end) if w.role == "end"]
    limits = tuple(limit.as_terms() for limit in thresholds(said.flow, words))
    terms = Terms()
    exemptions(said.flow, words, terms)
    demand = requirement_of(said.flow, words)
    freed = (
        tuple(terms.data.get("exemptions", ()))
        if (demand and demand[0] == "exemption")
        or re.search(r"exempt|免", said.flow.flow[words.start : words.end])
        else ()
    )
    if len(starts) < 2:
        start = starts[0] if starts else None
        reading = Reading(
            from_=start.day if start else None,
            through=ends[0].day if ends else None,
            basis=start.basis if start else None,
            measures=_limbs(said, said.flow.flow[words.start : words.end]) if start else (),
            thresholds=limits,
            requirement=demand[0] if demand else None,
            exemptions=freed,
        )
        yield reading, words
        return
    low = words.start
    for index, start in enumerate(starts):
        high = (
            words.end
            if index + 1 == len(starts)
            else _clause(said.flow, start.end, starts[index + 1].start)
        )
        part = said.flow.trimmed(low, high)
        reading = Reading(
            from_=start.day, basis=start.basis,
            measures=_limbs(said, said.flow.flow[part.start : part.end]),
        )  # fmt: skip
        yield reading, part
        low = high


_CLAUSE_STOP = regexp(r"[,;，；]")


def _clause(flow: Flow, low: int, high: int) -> int:
    stop = _CLAUSE_STOP.search(flow.flow, low, high)
    return stop.end() if stop else high


def _limbs(said: Said, text: str) -> tuple[str, ...]:
    """Return the recorded limbs that ``the first two measures`` mean, where one act has them."""
    for id in said.about:
        act = next((one for one in said.known.instruments if one.id == id), None)
        limbs = _items(act) if act else ()
        if _FIRST_TWO.search(text) and len(limbs) >= 3:
            return limbs[:2]
        if _THIRD.search(text) and len(limbs) >= 3:
            return limbs[2:3]
    return ()


def _items(act: KnownInstrument) -> tuple[str, ...]:
    return tuple(sorted(limb for limb in act.measures if re.search(r"#i-[0-9]$", limb)))
