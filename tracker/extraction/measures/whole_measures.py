"""Which limb does an act bring that is read as one: an order, a general licence?"""

import re
from collections.abc import Iterable, Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.limbs import limb
from tracker.extraction.measures.rule_measures import life_of_whole, minus
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, points
from tracker.extraction.scope.codes import control_codes
from tracker.extraction.scope.entity_lists import named_in_run
from tracker.extraction.scope.parties import Party
from tracker.extraction.scope.requirements import REQUIREMENTS, requirement_of
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp

_WHOLE_BY_TITLE = (
    ("registration", regexp(r"资格|资质|备案|登记|registration|qualification", re.IGNORECASE)),
    ("quota", regexp(r"配额|总量|quota", re.IGNORECASE)),
    ("reporting", regexp(r"报告|统计制度|reporting", re.IGNORECASE)),
)


_ARTICLES = frozenset({"条", "article"})
_PROMULGATES = regexp(
    r"《[^》\n]{2,60}(?:办法|规定|条例|细则|规则)》[^。\n]{0,80}(?:现予|予以|现将其)(?:公布|发布)"
)
"""What says that an order makes rules known that are printed elsewhere."""
_LISTS = regexp(r"将[^。;]{2,300}?列入[^。;]{0,20}?(?:名单|清单)")
"""What says that an order puts somebody on a list."""


def whole_order(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read an order or a set of rules as one limb: its articles hang together."""
    flow = act.flow
    articles = (point.numbering.name for point in points(flow, act.body))
    promulgates = _PROMULGATES.search(flow.flow, act.body.start, act.body.end) is not None
    if moved and not promulgates and not _ARTICLES.intersection(articles):
        return  # what only ends others is no rule of its own
    head = flow.flow[: act.body.start][:400]
    titled = next((name for name, pattern in _WHOLE_BY_TITLE if pattern.search(head)), None)
    apart = tuple(_later_articles(act, moved))
    rest = tuple(minus(act.body, tuple(span for span, _ in apart)))
    requirement = _first_duty(act, rest)
    for row in REQUIREMENTS if titled else ():
        if row.requirement != titled:
            continue
        found = flow.sieve.search(row.pattern, act.body.start, act.body.end)
        if found is not None:
            requirement = (row.requirement, found.start(), found.end())
            break
    if requirement is None:
        yield from (one for _, one in apart)
        return
    yield limb(
        act, "whole", requirement=requirement, life=life_of_whole(act), spans=rest,
        words=(), annexes=act.layout.annexes,
        parties=_LISTS.search(flow.flow, act.body.start, act.body.end) is not None,
    )  # fmt: skip
    yield from (one for _, one in apart)


_BESIDE_A_LICENCE = frozenset(
    {"prohibition", "exemption", "notice_duty", "stricter_review", "case_by_case", "catch_all",
     "reporting", "presumption_of_denial", "registration"}
)  # fmt: skip
"""What later articles may demand of those who need a licence."""


def _first_duty(act: Act, spans: tuple[Span, ...]) -> tuple[str, int, int] | None:
    """Return what an order demands: a licence, where an article before the others says so."""
    demands = [found for span in spans if (found := requirement_of(act.flow, span))]
    order = [row.requirement for row in REQUIREMENTS]
    told = min(demands, key=lambda one: (order.index(one[0]), one[1]), default=None)
    if told is None or act.flow.language != "zh" or told[0] not in _BESIDE_A_LICENCE:
        return told
    before = requirement_of(act.flow, Span(act.body.start, act.flow.sentence(told[1]).start))
    return before if before is not None and before[0] == "licence" else told


def whole_act(act: Act) -> ExtractedMeasure | None:
    """Read an act as one limb of which only the life is told; ``None`` where it has no start.

    It demands something that we have no word for, or nothing of anybody.
    """
    life = life_of_whole(act)
    if life is None or life.from_ is None:
        return None
    return limb(act, "whole", requirement=None, life=life, spans=(), words=())


def _later_articles(act: Act, moved: tuple[Span, ...]) -> Iterator[tuple[Span, ExtractedMeasure]]:
    """Read the articles of an order that start on a day of their own as limbs of their own."""
    whole = life_of_whole(act)
    for point in points(act.flow, act.body):
        life = act.commencement.parts.get(roman(point.value))
        demand = requirement_of(act.flow, Span(point.text, point.span.end)) if life else None
        touched = any(point.span.holds(one.start) for one in moved)
        if life is None or demand is None or touched or (whole and life.from_ == whole.from_):
            continue
        own = limb(
            act, f"art-{point.value}", requirement=demand, life=life, spans=(point.span,),
            words=(point.span,),
        )  # fmt: skip
        yield point.span, own


def general_licence(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read a general licence: its first point permits, the others bound it.

    What it only writes into another licence, or ends, permits and bounds nothing here.
    """
    flow = act.flow.flow
    told = _PERMITS.finditer(flow, act.body.start, act.body.end)
    permits = next(
        (
            one
            for one in told
            if _in_sentence(flow, one.start()) and not any(m.holds(one.start()) for m in moved)
        ),
        None,
    )
    if permits is None:
        return
    found = points(act.flow, act.body)
    first = next((point for point in found if point.span.holds(permits.start())), None)
    line = flow.rfind("\n", 0, permits.start()) + 1
    label = _LABEL.match(flow, line) or _LABEL.match(flow, _heading_before(flow, line))
    whole = first.span if first else act.flow.trimmed(line, _line_end(flow, permits.end()))
    part = str(first.value) if first else (label["n"].lower() if label else "sole")
    bounds = tuple(_places(act, found, whole))
    more = (*_permitted_apart(act, whole.end), *_permitted_beside(act, found, whole))
    yield limb(
        act, part, requirement=("general_licence", permits.start(), permits.end()),
        life=_of_licence(act, whole), words=(whole,),
        spans=tuple(minus(act.body, (*_persons_defined(act), *(one for _, one in more), *moved))),
        annexes=(*act.layout.annexes, *bounds), named=_wound_down(act, whole),
    )  # fmt: skip
    for letter, paragraph in more:
        permission = ("general_licence", paragraph.start, paragraph.end)
        yield limb(
            act, letter, requirement=permission, life=_of_licence(act, paragraph),
            spans=(paragraph,), words=(paragraph,), named=_wound_down(act, paragraph),
        )  # fmt: skip


_PERSON_MEANT = regexp(
    r"[“\"‘'][A-Z][^”\"’'\n]{2,40}[”\"’']\smeans\s(?:an?|any|the)\s(?:[a-z]+\s){0,3}?"
    r"(?:body|person|compan|undertaking|entity|firm|organi[sz]ation|institution|subsidiary)[^\n]*"
)


def _persons_defined(act: Act) -> Iterator[Span]:
    """Yield where a licence says whom it means by a word: a share in it is no limit of goods."""
    for found in _PERSON_MEANT.finditer(act.flow.flow, act.body.start, act.body.end):
        yield Span(*found.span())


def _permitted_apart(act: Act, low: int) -> Iterator[tuple[str, Span]]:
    """Yield the later lettered paragraphs that permit something else until a day of their own."""
    flow = act.flow.flow
    labels = [*_LETTERED.finditer(flow, low, act.body.end)] if act.id.startswith("us/") else []
    ends = (*(label.start() for label in labels[1:]), act.body.end)
    for label, end in zip(labels, ends, strict=False):
        paragraph = act.flow.trimmed(label.start(), end)
        permits = _AUTHORIZED.search(flow, paragraph.start, paragraph.end)
        words = act.times.within(paragraph.start, paragraph.end)
        ends_told = any(word.role == "end" and word.day for word in words)
        if permits is not None and (ends_told or _pointed_end(act, paragraph)):
            yield label["n"], paragraph


def _permitted_beside(act: Act, found: Iterable[Point], whole: Span) -> Iterator[tuple[str, Span]]:
    """Yield the later paragraphs of a British licence that permit goods with codes of their own."""
    for point in found if act.id.startswith("uk/") else ():
        if point.span.start < whole.end:
            continue
        first = act.flow.sentence(point.text)
        permits = _PERMITTED_TOO.search(act.flow.flow, point.text, first.end)
        bound = _BOUND.search(act.flow.flow, point.text, first.end)
        if permits and not bound and control_codes(act.flow, Span(point.text, first.end)):
            yield str(point.value), point.span


_PERMITTED_TOO = regexp(r"\bmay\s(?:also\s)?be\s(?:exported|transferred|supplied|delivered)\b")
_BOUND = regexp(
    r"\b(?:only\sif|unless|provided\sthat|(?:not|no)(?!\s(?:more|less|fewer|greater|exceeding|over|above)\b))\b"
)
_LETTERED = regexp(r"(?<=\n)[ \t]{0,8}\((?P<n>[a-z])\)\s(?=[A-Z])")
_AUTHORIZED = regexp(r"\b(?:is|are)\s(?:also\s|hereby\s)?authori[sz]ed\b")


_IN_PARAGRAPH = regexp(
    r"\b(?:countr(?:y|ies)|destinations?|territor(?:y|ies))\s(?:[a-z]+\s){0,3}"
    r"in\sparagraphs?\s(?P<n>[0-9]{1,2})\b"
)


def _places(act: Act, found: Iterable[Point], permits: Span) -> Iterator[Span]:
    """Yield the paragraph in which a licence lists the countries to which it reaches."""
    told = _IN_PARAGRAPH.search(act.flow.flow, permits.start, permits.end)
    for point in found if told is not None else ():
        if told is not None and point.value == int(told["n"]):
            yield point.span


def _of_licence(act: Act, whole: Span) -> Life | None:
    """Return the life of a licence, with the days that the words of its permission tell."""
    life = life_of_whole(act) or Life()
    if life.through is not None:
        return life
    words = act.times.within(whole.start, whole.end)
    end = _pointed_end(act, whole) or next(
        (word for word in words if word.role == "end" and word.day), None
    )
    start = life.start or _first_day(act, whole)
    if start is None and end is None:
        return _days_of_use(act) or Life()
    if end is None:
        return Life(start=start)
    return Life(start=start, end=end, through=end.day)


_END_OF_PARAGRAPH = regexp(
    r"\b(?:through|until)\sthe\s(?:same\s)?(?:date|time|day|expiration\sdate)(?:\sand\s(?:time|date))?\s"
    r"(?:(?:specified|stated|set\s(?:forth|out)|given|named|referred\sto)\s)?in\sparagraph\s\((?P<n>[a-z])\)"
)
"""How one paragraph of a licence points to the last day that another one tells."""


def _pointed_end(act: Act, whole: Span) -> TimeWord | None:
    """Return the last day of the paragraph to which a permission points for its own."""
    flow = act.flow.flow
    points_to = _END_OF_PARAGRAPH.search(flow, whole.start, whole.end)
    for label in _LETTERED.finditer(flow, act.body.start, act.body.end) if points_to else ():
        if points_to and label["n"] == points_to["n"] and label.start() < whole.start:
            after = _LETTERED.search(flow, label.end(), act.body.end)
            words = act.times.within(label.end(), after.start() if after else act.body.end)
            return next((word for word in words if word.role == "end" and word.day), None)
    return None


_WITHIN = regexp(
    r"\b(?:may|are|is)\b[^.;]{0,60}$|(?:(?<=\n)|^)\s{0,6}(?:\(?[0-9A-Za-z]{1,3}[.)]\s)?$"
)


_USED = regexp(
    r"\b[Ee]xports\s(?:may\sbe\smade\sunder|under)\sthis\slicen[cs]e\b|\b[Tt]his\slicen[cs]e\smay\sbe\sused\b"
)
"""What says when a licence may be used, where it tells no day of its entry into force."""


def _days_of_use(act: Act) -> Life | None:
    """Return the life of a licence that only tells from and until when goods may leave under it."""
    for sentence in act.flow.within(act.body.start, act.body.end):
        if _USED.search(act.flow.flow, sentence.start, sentence.end):
            told = life_of(act.times.within(sentence.start, sentence.end))
            if told.start is not None:
                return told
    return None


def _heading_before(flow: str, line: int) -> int:
    """Return where the line above a line begins, if it is a heading; else the line itself."""
    end = flow.rfind("\n", 0, max(0, line - 1))
    above = flow[end + 1 : line].strip()
    return end + 1 if 0 < len(above) <= _HEADING and above[-1] not in ".;:," else line


def _first_day(act: Act, whole: Span) -> TimeWord | None:
    """Return the day from which a permission itself lets goods go: ``may, from 1 May``."""
    sentence = act.flow.sentence(whole.start)
    told = (
        one for one in act.times.within(whole.start, whole.end) if one.role == "start" and one.day
    )
    return next(
        (one for one in told if _WITHIN.search(act.flow.flow, sentence.start, one.start)), None
    )


_REACH = 4_000
_INVOLVING = regexp(
    r"\b(?:transactions?|contracts?|dealings|agreements?|operations|activities)\s(?:[a-z]+\s){0,3}(?:involving|with)\s(?P<names>[A-Z][^.;:]{3,400}?(?:\.[^.;:\n]{1,60}?){0,3}?)"
    r"(?=,?\s(?:that|which|or\sany|and\sany|are|is|in\swhich|prohibited|\())"
)


def _wound_down(act: Act, whole: Span) -> tuple[Party, ...]:
    """Return the persons with whom a licence of a treasury permits to deal."""
    if not act.id.startswith(("us/ofac/", "uk/hmt/")):
        return ()
    found = _INVOLVING.search(act.flow.flow, whole.start, min(whole.end, whole.start + _REACH))
    return () if found is None else tuple(named_in_run(act.flow, Span(*found.span("names"))))


_PERMITS = regexp(
    r"\b(?:may|can)(?:,[^,.;\n]{3,120},)?\s(?:be\s)?(?:temporarily\s)?"
    r"(?:export|transfer|suppl|provid|ship|sent\b|send\b|taken\b|dispatch|consign|wind\sdown|carry\sout|deliver"
    r"|leave\s(?:the\s)?(?:United\sKingdom|UK|Great\sBritain|country)\b|go\sto\b|moved?\b)"
    r"|\b(?:is|are)\s(?:by\sthis\slicen[cs]e\s|hereby\s)?(?:authori[sz]ed|permitted)\b"
    r"|\b(?:Secretary\sof\sState|Minister)(?:,[^.;,\n]{3,120},)?\s(?:hereby\s)?"
    r"(?:authori[sz]es|permits|licen[cs]es|allows)\s(?=[^;\n]{0,160}?export)"
    r"|\b[Aa]uthori[sz]ation\sis\s(?:hereby\s)?(?:given|granted)\s(?:for|to)\b"
    r"|\b(?<!Nothing in )(?<!nothing in )[Tt]h(?:is|e\spresent)\slicen[cs]e\s(?:hereby\s)?"
    r"(?:permits|authori[sz]es|allows|covers|extends\sto)\b"
)
_LABEL = regexp(
    r"[ \t]{0,4}\(?(?P<n>[A-Z]?[0-9]{1,2}|(?<=\()[A-Za-z](?=\)))"
    r"(?:(?:[.)]|\.[0-9]{1,2}\.?)\s|[ \t]{1,4}(?=[A-Z][a-z ]{2,40}\.\s))"
)
"""How a paragraph of a licence is counted: ``B1.``, ``3.``"""


def _in_sentence(flow: str, at: int) -> bool:
    """Tell whether a place stands in prose, not in a heading: ``Part B: What you may export``."""
    line = flow[flow.rfind("\n", 0, at) + 1 : _line_end(flow, at)].rstrip()
    return len(line) > _HEADING or line[-1:] in ".;:"


_HEADING = 80


def _line_end(flow: str, at: int) -> int:
    end = flow.find("\n", at)
    return len(flow) if end < 0 else end
