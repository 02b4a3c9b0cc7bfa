"""Which starts count from another start of the same act: ``six months after that date``?"""

import re
from collections.abc import Iterator
from datetime import date

from tracker.extraction.days.counts import counted
from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.start_words import EN_REST, Subject, start_before
from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER
from tracker.extraction.spelling.regexps import regexp

_THAT = r"(?:(?:that|the\ssame|the\ssaid|such)\s(?:date|day))"
_ENTRY = (
    r"(?:(?:(?:the\s)?(?:date|day)\s(?:of|on\swhich)\s)?(?:(?:(?:its|their|the)\s|(?<=\bdate\sof\s)|(?<=\bday\sof\s))(?:entry|coming)\sinto\s(?:force|effect|operation)"
    r"|(?:the\s)?commencement)(?:\sof\sth(?:is|ese|e\spresent)\s[A-Za-z]+)?"
    r"|(?:the\s)?(?:date|day)\son\swhich\s(?:it|they|th(?:is|ese)\s[A-Za-z]+)\s(?:first\s)?(?:enters?|comes?)\sinto\s(?:force|effect|operation)"
    r"|the\s(?:date|day)\s(?:mentioned|specified|referred\sto|fixed|named|stated|given|set)\s(?:in|by)\s"
    r"(?:(?:sub-?)?(?:paragraph|section)|regulation|article|point)\s\(?[0-9A-Za-z]{1,3}\)?)"
)
_COUNTED = regexp(
    rf"\b(?P<n>{ENGLISH_NUMBER})(?:\s\([0-9]{{1,3}}\))?\s(?P<unit>day|week|month|year)s?\s"
    rf"(?:(?:have|has)\s(?:elapsed|passed)\s)?(?:later\b|(?:after|from|following|since)\s(?:(?P<that>{_THAT})|(?P<entry>{_ENTRY})))"
    r"|\bthe\sfirst\sday\sof\sthe\s(?:(?P<months>[a-z]{3,12})\s)?(?:calendar\s)?month\s(?:following|after)\s"
    rf"(?:(?P<that_month>{_THAT})(?!\sof\b)|(?:that\sof\s|the\smonth\sof\s)?(?P<entry_month>{_ENTRY}))"
)
_OF_PUBLICATION = regexp(
    r"\b(?:after|following|from)\sthe\s(?:date|day)\sof\s(?:its\s)?publication\b"
)


def _base(times: Times, flow: Flow, last: TimeWord | None, found: re.Match[str]) -> date | None:
    """Return the day from which is counted: ``that date`` is the one that the start before names.

    ``30 days after the date of publication … 180 days after that date`` counts both from one day.
    """
    if last is None:
        return None
    counted_too = found["that"] and last.basis == "computed"
    if counted_too and _OF_PUBLICATION.search(flow.flow, last.start, last.end + 1):
        return times.of_publication(last.start, last.end).day
    return last.day


_FORCE = regexp(r"\b(?:appl(?:y|ies|icable)|force|effect|effective|operation|commences?)\b")
_OWN = regexp(r"\b(?:[Ii]t|[Tt]hey|[Tt]h(?:is|ese)\s[A-Z][a-z]+)\s[^.;,]{0,40}$")
_STATES = regexp(r"\b(?:until|within|by|for|before|no\slater|not\slater|during)\b[^,;.]{0,30}$")
"""What before a count says that it is no start."""


def counted_starts(
    flow: Flow, times: Times, spans: tuple[Span, ...], entry: date | None
) -> Iterator[tuple[Subject, tuple[Provision, ...], Life]]:
    """Yield of what a start is told that counts from one told before, or from ``entry``.

    ``entry`` is the day on which the act itself enters into force, where it is known.
    """
    if flow.language != "en":
        return
    for span in spans:
        for found in flow.sieve.finditer(_COUNTED, span.start, span.end):
            sentence = flow.sentence(found.start())
            low = max(span.start, sentence.start)
            last = start_before(flow, times, low, found.start())
            from_entry = found["entry"] or found["entry_month"]
            base = entry if from_entry else _base(times, flow, last, found)
            day = None if base is None else counted(base, found)
            begins = low if last is None else max(low, last.end)
            words = flow.flow[begins : found.start()]
            forced = _FORCE.search(flow.flow, low, found.start())
            if day is None or _STATES.search(words) or not forced:
                continue
            start = TimeWord(
                role="start", start=found.start(), end=found.end(), wording="counted", day=day,
                basis="computed",
            )  # fmt: skip
            parts = tuple(own_parts(flow, begins, found.start()))
            if parts:
                yield "parts", parts, Life(start=start)
            elif EN_REST.search(words):
                yield "rest", (), Life(start=start)
            elif _OWN.search(words):
                yield "applies", (), Life(start=start)
