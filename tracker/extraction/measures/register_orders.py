"""Which limb does an order of the Federal Register bring against the persons that it names?

An order that denies export privileges has no instructions: it says who may not take part in what,
from when and for how long.
"""

from collections.abc import Iterable, Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.days_beside import ACTED
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.limbs import limb
from tracker.extraction.prose.flow import DAY, Span
from tracker.extraction.scope.entity_lists import addressed_names, named_in_run, numbered_names
from tracker.extraction.scope.parties import Party
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

ORDERED = regexp(
    r"\b[Ii]t\sis\s(?:therefore\s|hereby\s|so\s|further\s)?(?:ordered|ORDERED)\b|\bORDERED\b"
    r"|\b[Nn]otice\sis\shereby\sgiven\sthat\s[^.;]{3,300}?\b(?:is|are)\s(?:hereby\s)?(?:suspended|revoked|prohibited|denied)\b"
    r"|\bproperty\sand\sinterests\sin\sproperty\b[^;\n]{0,300}?\bare\sblocked\b"
    r"|(?:(?<=\n)|^)ORDER\s[A-Z ,&]{8,}"
    r"|\b(?:persons|individuals|entities)\b[^;\n]{0,200}?\bare\s(?:hereby\s|denied\s[^.;]{3,60}\sand\s)?(?:statutorily\s)?debarred\b"
)
"""What makes a notice of the register an order against somebody."""

_DENIED = regexp(
    r"\bmay\snot,?\s(?:directly\sor\sindirectly,?\s)?(?:participate|export|reexport|engage|benefit)\b"
    r"|\bare\s(?:[a-z]+\s){0,5}debarred\b"
    r"|\b(?:is|are)\sdenied\s(?:the\s|all\s)?(?:export\s)?privileges\b|\bare\sblocked\b"
    r"|\b(?:licenses?|approvals?)\b[^.;]{0,240}?\b(?:is|are)\s(?:hereby\s)?(?:suspended|revoked)\b"
)
_BARRED = regexp(
    r"\b(?:[Tt]hat|THAT|[Ff]irst,|FIRST,|I\.|ORDERED(?:,\sthat)?)\s(?P<names>[A-Z][^.:]{3,600}?(?:\.[^.:]{1,200}?){0,6}?),?\s"
    r"(?=(?:and\s(?:when\s|if\s)?(?:acting|any)|when\sacting|may\snot|shall\snot|is\sdenied|are\sdenied))"
)
_OF_A_LIST = ("blocked", "debarred")
"""What is said of all those whom the lines below name, each with its number."""

_REACH = 6_000
_THIS_ORDER = regexp(r"\b[Tt]his\s[Oo]rder\b[^.]{0,120}\b(?:effect|force|expire|last)")


def ordered_limb(act: Act, moved: Iterable[Span] = ()) -> Iterator[ExtractedMeasure]:
    """Read what an order forbids to the persons that it names; ``moved`` is done to other acts."""
    ordered = ORDERED.search(act.flow.flow, act.body.start, act.body.end)
    if ordered is None or any(span.holds(ordered.start()) for span in moved):
        return
    rest = Span(ordered.start(), act.body.end)
    denied = _DENIED.search(act.flow.flow, rest.start, rest.end)
    demand = ("prohibition", denied.start(), denied.end()) if denied else None
    demand = demand or requirement_of(act.flow, rest)
    life = act.commencement.general or act.commencement.rest or _taken(act, rest)
    if demand is None or life is None or life.start is None:
        return
    barred = _BARRED.search(act.flow.flow, rest.start, min(rest.end, rest.start + _REACH))
    named: tuple[Party, ...] = ()
    if barred is not None:
        at = barred.start("names")
        where = Span(at, at + len(barred["names"].rstrip(" ,")))
        named = addressed_names(act.flow, where) or tuple(named_in_run(act.flow, where))
    if barred is None and denied is not None and denied.group().endswith(_OF_A_LIST):
        named = numbered_names(act.flow, rest)
    yield limb(
        act, "whole", requirement=demand, life=_lasting(act, life), spans=(), words=(),
        named=named,
    )  # fmt: skip


_TAKEN = regexp(
    rf"\b(?:action|determination|designation)s?\s(?:was|were)\s(?:issued|taken|made)\son\s(?P<day>{DAY})"
)


def _taken(act: Act, rest: Span) -> Life | None:
    """Return the day on which an action was taken, else the first one that its order tells."""
    found = ACTED.match(act.flow.marked, act.flow.sentence(rest.start).start, rest.start)
    found = found or _TAKEN.search(act.flow.marked, act.body.start, act.body.end)
    day = act.times.resolved(*found.span("day")) if found is not None else None
    if found is None or day is None:
        told = life_of(act.times.within(rest.start, rest.end)[:1])
        return told if told.start is not None else None
    word = TimeWord(role="start", start=found.start(), end=found.end(), wording="taken", day=day)
    return Life(start=word)


def _lasting(act: Act, life: Life) -> Life:
    """Return the life with the time that another sentence gives: ``in effect for 180 days``."""
    if life.through is not None:
        return life
    for sentence in act.flow.within(act.body.start, act.body.end):
        if _THIS_ORDER.search(act.flow.flow, sentence.start, sentence.end) is None:
            continue
        words = act.times.within(sentence.start, sentence.end)
        lasts = tuple(word for word in words if word.role != "start")
        if lasts and life.start is not None:
            return life_of((life.start, *lasts))
    return life
