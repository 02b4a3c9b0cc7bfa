"""Which demand of a rule is its own, and how long does it last by its own words?

The days of a rule are told of the rule itself (``DATES: effective September 7``); what it brings
may last shorter: ``a temporary general license that authorizes these exports through May 14``.
"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.hits import hits
from tracker.extraction.measures.limbs import FREES
from tracker.extraction.measures.rule_preamble import TELLS_OF_OTHERS
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import instructions
from tracker.extraction.prose.register_parts import RuleParts
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

_BY_NAME = regexp(
    r"\b(?:[Gg]eneral\s[Ll]icen[cs]e|TGL|[Ll]icen[cs]e\s[Ee]xception|[Aa]uthori[sz]ation|[Ww]aiver|[Ee]xemption"
    r"|[Tt]h(?:e|is)\slicense(?=\s(?:is|shall|will|expires|ends|remains)))\b"
)
"""What a rule lets people do, by the names of the paper under which they may."""
_OF_OTHERS = regexp(
    r"(?i)\b(?:comments?|records?|reports?|en\sroute|aboard|in\stransit|shipments?\s(?:that|which)|contracts?|orders\splaced"
    r"|delivered|unless|otherwise|(?:is|are|shall\sbe|were|was)\snot|no\sother)\b"
)
"""What makes a day one of something else: of letters, of papers, of goods on their way."""


_OF_ANOTHER = regexp(
    r"[a-z]*\s(?:requirements?\s)?(?:(?:issued|granted|set\sout|contained|published|established|imposed|introduced|adopted)\s)?"
    r"(?:(?:in|by|under|of|from)\s(?:the\s)?(?:[A-Za-z]+\s){0,5})?\(?\ue001"
)
"""What behind a demand says that another act made it: ``the general license in FR Doc. 3``."""


def demanded_in(act: Act, span: Span) -> tuple[str, int, int] | None:
    """Return the first demand of a stretch that is not told of another act."""
    waiting = [span]
    while waiting:
        one = waiting.pop()
        found = requirement_of(act.flow, one) if one.start < one.end else None
        if found is None:
            continue
        sentence = act.flow.sentence(found[1])
        if not _OF_ANOTHER.match(act.flow.marked, found[2]) and not _moves(act, sentence):
            return found
        waiting.append(Span(max(sentence.end, found[2]), one.end))
        waiting.append(Span(one.start, min(sentence.start, found[1])))  # asked first
    return None


def tells_of_moves(act: Act) -> bool:
    """Tell whether a rule says somewhere that it does something to another act."""
    return any(_moves(act, one) for one in act.flow.within(act.body.start, act.body.end))


def unmoved(act: Act, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch that do nothing to another act."""
    yield from (one for one in act.flow.within(span.start, span.end) if not _moves(act, one))


def told_of_others(act: Act) -> tuple[Span, ...]:
    """Return the sentences that tell of other acts and demand nothing: their goods are not ours."""
    return tuple(
        one
        for one in act.flow.within(act.body.start, act.body.end)
        if any(other.id != act.id for other in act.namer.named_in(one.start, one.end))
        and requirement_of(act.flow, one) is None
    )


def _moves(act: Act, sentence: Span) -> bool:
    named = act.namer.named_in(sentence.start, sentence.end)
    return any(one.id != act.id for one in named) and bool(hits(act.flow, sentence))


def each_dated(act: Act) -> bool:
    """Tell whether a rule without a heading of its law numbers instructions that are dated."""
    keys = (f"instruction-{one.value}" for one in instructions(act.flow, act.body))
    return any(key in act.commencement.parts for key in keys)


def own_life(act: Act, parts: RuleParts, demand: tuple[str, int, int], first: Life) -> Life:
    """Return the days of a demand that its own sentence tells, else those of the rule."""
    if act.commencement.parts or first.end is not None:
        return first
    places = [act.flow.sentence(demand[1])]
    if demand[0] in FREES:
        every = act.flow.within(parts.told.start, parts.told.end)
        places += [one for one in every if _BY_NAME.search(act.flow.flow, one.start, one.end)]
    for one in places:
        if (end := _last_day(act, one, demand[0])) is not None:
            started = _first_day(act, one, end)
            return Life(start=started or first.start, end=end, through=end.day)
    return first


def _last_day(act: Act, sentence: Span, requirement: str) -> TimeWord | None:
    where = (sentence.start, sentence.end)
    if TELLS_OF_OTHERS.search(act.flow.flow, *where) or act.namer.named_in(*where):
        return None
    if _OF_OTHERS.search(act.flow.flow, *where) and requirement not in FREES:
        return None
    words = act.times.within(*where)
    end = next((one for one in words if one.role == "end" and one.day is not None), None)
    if end is None or _OF_OTHERS.search(act.flow.flow, sentence.start, end.start):
        return None
    return end


def _first_day(act: Act, sentence: Span, end: TimeWord) -> TimeWord | None:
    """Return the day on which a demand starts, which is not where it ends: ``ends on June 30``."""
    words = act.times.within(sentence.start, sentence.end)
    starts = (one for one in words if one.role == "start" and one.day is not None)
    return next((one for one in starts if one.start != end.start), None)
