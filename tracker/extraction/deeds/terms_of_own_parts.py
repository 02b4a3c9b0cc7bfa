"""From when and until when is something done to another act, as parts of this one tell it?

``suspended for the period set out in Article 1``, ``for as long as regulation 2 has effect``,
``revoked on the 28th day after the date on which this licence takes effect``.
"""

from collections.abc import Iterator
from dataclasses import replace

from tracker.extraction.act import Act
from tracker.extraction.days.counts import Unit, added
from tracker.extraction.days.own_parts import keys_of, own_parts
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import points
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER, english_number
from tracker.extraction.spelling.regexps import regexp

_PERIOD_OF = regexp(
    r"\b(?:[Ff]or|[Dd]uring|[Tt]hroughout|[Oo]ver)\s(?:the\s)?(?:same\s)?(?:period|term|time|duration|months)\s"
    r"(?:(?:that\sis\s|which\sis\s)?(?:set\sout|laid\sdown|referred\sto|specified|stated|given|mentioned|fixed|named|indicated|provided\sfor)\s(?:in|by|under)|of|in)\s"
)
_AS_LONG_AS = regexp(
    r"\b(?:(?:[Ff]or\s)?(?:[Aa]s|[Ss]o)\slong\sas|[Ww]hile|[Ww]hilst|until\sthe\s(?:end|expiry)\sof"
    r"(?:\sthe\speriod\s(?:of\sapplication\sof|(?:set\sout\s|laid\sdown\s|referred\sto\s)?in|of))?)\s"
    r"(?=[^.;]{0,60}?\b(?:[Aa]rticle|[Rr]egulation|[Ss]ection|[Pp]aragraph|[Tt]his|[Tt]hese)\b)"
)
_OF_THIS = regexp(r"(?:[Tt]his|[Tt]hese)\s[A-Z]?[a-z]+\b")
_THIS_BEGINS = (
    r"(?:(?:the\s)?(?:date|day)\s(?:on\swhich|when|that)\s)?th(?:is|ese)\s[A-Za-z]+\s(?:first\s)?"
    r"(?:takes?\seffect|comes?\sinto\s(?:force|effect|operation)|enters?\sinto\sforce|commences?)"
    r"|(?:the\s)?(?:(?:date|day)\sof\s(?:the\s)?)?(?:(?:coming|entry)\sinto\sforce|commencement)\sof\sth(?:is|ese)\s[A-Za-z]+"
)
_AFTER_OWN_START = regexp(
    rf"\b(?:(?:on\s)?the\s(?P<nth>{ENGLISH_NUMBER})\s(?P<nth_unit>day|week|month)|(?P<n>{ENGLISH_NUMBER})\s(?P<unit>day|week|month|year)s?)\s"
    rf"(?:after|following|beginning\s(?:with|on))\s(?:{_THIS_BEGINS})"
    rf"|\bon\sthe\s(?P<unit_next>day)\s(?:after|following)\s(?:that\sof\s)?(?:{_THIS_BEGINS})"
)
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_REACH = 80


def term_of_own_part(act: Act, clause: Span, sentence: Span) -> Life | None:
    """Return the life to which a clause is tied: that of a part of its own act, or of the whole."""
    flow, high = act.flow, max(clause.end, sentence.end)
    if flow.language != "en":
        return None
    period = flow.sieve.search(_PERIOD_OF, sentence.start, high)
    if period is not None:
        return next(_lives(act, period.end()), None)
    tied = flow.sieve.search(_AS_LONG_AS, sentence.start, high)
    if tied is None:
        return None
    whole = _OF_THIS.match(flow.flow, tied.end())
    own = [act.commencement.general] if whole is not None else [*_lives(act, tied.end())]
    return next((one for one in own if one is not None and one.through is not None), None)


def _lives(act: Act, low: int) -> Iterator[Life]:
    """Yield the lives of the first part of the act that is named right behind ``low``."""
    part = next(own_parts(act.flow, low, low + _REACH), None)
    if part is None or part.start - low > len("the "):
        return
    keys = keys_of(part)
    for point in points(act.flow, act.body):
        if f"art-{point.label}" in keys or str(point.value) in keys:
            told = life_of(act.times.within(point.text, point.span.end))
            if told.start is not None and told.through is not None:
                yield told
    yield from (act.commencement.parts[key] for key in keys if key in act.commencement.parts)


def counted_from_own_start(act: Act, clause: Span, sentence: Span, told: Life) -> Life:
    """Return a life with the start that a clause counts from the start of the act itself."""
    flow = act.flow
    general = act.commencement.general or act.commencement.rest
    found = flow.sieve.search(_AFTER_OWN_START, clause.start, max(clause.end, sentence.end))
    if found is None or general is None or general.from_ is None:
        return told
    count = 1 if found["unit_next"] else english_number(found["nth"] or found["n"])
    if not count:
        return told
    unit = _UNITS[found["nth_unit"] or found["unit"] or found["unit_next"]]
    day = added(general.from_, count, unit)
    word = TimeWord(
        role="start", start=found.start(), end=found.end(), wording="counted", day=day,
        basis="computed",
    )  # fmt: skip
    return replace(told, start=word)
