"""In which English wordings does something last for some time?"""

from tracker.extraction.days.time_wording import TimeWording
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER
from tracker.extraction.spelling.regexps import regexp

_UNIT = (
    r"(?:(?:more|further|additional)\s)?(?:calendar\s|working\s|business\s)?"
    r"(?P<unit>day|week|month|year)s?"
)
_AGAIN = r"(?:\s\((?:[0-9]{1,4}|[a-z]{3,9}(?:[\s-][a-z]{3,9}){0,3})\))?"
COUNT = rf"(?P<n>{ENGLISH_NUMBER}){_AGAIN}[\s-]{_UNIT}"
"""A number of days, weeks, months or years."""

LENGTHS: tuple[TimeWording, ...] = (
    TimeWording(
        name="for one more time",
        role="length",
        pattern=regexp(
            r"\b[Ff]or\s(?P<n>another|a\sfurther|an\sadditional|one\s(?:more|further|full))\s(?P<unit>year|month|week)\b(?!\sor)"
        ),
        examples=(
            ("continues for another year", ("length 1 year",)),
            ("remains valid for one further year", ("length 1 year",)),
        ),
    ),
    TimeWording(
        name="a pause so long",
        role="length",
        pattern=regexp(
            r"\b[Aa]n?\s(?:further\s|additional\s|new\s)?(?P<n>[a-z]{3,9}|[0-9]{1,3})[\s-](?P<unit>day|week|month|year)(?:'s)?\s"
            r"(?=(?:suspension|pause|stay|moratorium|halt|extension|prolongation|postponement|deferral|delay)\b)"
        ),
        examples=(("A one-year pause of the order begins today.", ("length 1 year",)),),
    ),
    TimeWording(
        name="ends some time later",
        role="length",
        pattern=regexp(
            r"\b(?:expires?|lapses?|ends?|ceases?\sto\s(?:have\seffect|apply|be\sin\sforce))\s"
            rf"{COUNT}\s(?:later|thereafter|afterwards|(?:after|from)\s(?:its|their|the)\s(?:entry|coming)\sinto\s(?:force|effect))\b"
        ),
        examples=(
            (
                "applies from 1 April 2026 and expires six months later",
                ("start 2026-04-01", "length 6 month"),
            ),
        ),
    ),
    TimeWording(
        name="a period is so long",
        role="length",
        pattern=regexp(
            rf"\b(?:period|duration|term)\s(?:of\s(?:the\s)?[a-z]+\s)?(?:is|shall\sbe|will\sbe|lasts)\s{COUNT}"
        ),
        examples=(("The period of suspension is one year.", ("length 1 year",)),),
    ),
    TimeWording(
        name="for a time",
        role="length",
        pattern=regexp(
            rf"\b(?:(?P<lasts>[Ff]or|lasts?|lasting|(?:extended|prolonged|renewed|lengthened)\sby)|by|of)\s(?:a\s(?:further\s|period\sof\s)?"
            rf"|an\s(?:additional\s)?(?:period\sof\s)?|another\s"
            rf"|the\s(?:next\s|following\s|period\sof\s))?(?:further\s|additional\s"
            rf"|period\sof\s)?{COUNT}(?!\s(?:ago|before|of\s(?:receipt|the)|prior|old))"
            rf"(?(lasts)|(?!\s(?:from|after|following)))"
        ),
        examples=(
            ("is suspended for 90 days", ("length 90 day",)),
            (
                "The stay begins on April 1, 2026 and lasts 90 days.",
                ("start 2026-04-01", "length 90 day"),
            ),
            ("for a further period of one year", ("length 1 year",)),
            ("suspended for another ninety days", ("length 90 day",)),
            ("for one year from 1 April 2026", ("length 1 year", "start 2026-04-01")),
            ("extended by one year from 1 April 2026", ("length 1 year", "start 2026-04-01")),
        ),
    ),
)
