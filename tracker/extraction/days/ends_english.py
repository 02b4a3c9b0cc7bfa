"""In which English wordings does something end on a day?"""

from tracker.extraction.days.day_forms import (
    CALENDAR_WORDS,
    HOUR,
    MONTHS,
    NAMED,
    PART_OF_CALENDAR,
    THE,
)
from tracker.extraction.days.time_wording import TimeWording
from tracker.extraction.spelling.regexps import regexp

CEASES = "ceases on a day"
"""The name of the row for what no longer holds from a day on."""

ENDS: tuple[TimeWording, ...] = (
    TimeWording(
        name=CEASES,
        role="end",
        pattern=regexp(
            r"\b(?:(?:ceases?|shall\scease|stops?)\sto\s(?:have\s(?:legal\s)?effect|apply|be\s(?:in\sforce|effective|valid))"
            r"|(?<=shall\s)lapse|lapses)"
            rf"\s(?:on|from|as\s(?:of|from)|with\seffect\sfrom)\s{THE}(?:beginning\sof\s|start\sof\s)?{HOUR}{NAMED}"
        ),
        plus=-1,
        examples=(("This Order ceases to have effect on 1 July 2026.", ("end 2026-06-30",)),),
    ),
    TimeWording(
        name="up to a day that is left out",
        role="end",
        pattern=regexp(
            rf"\b(?:[Uu]ntil|[Tt]ill|(?:[Uu]p\s)?to)(?P<out>,?\s(?:but\s)?(?:not\s(?:including|inclusive\sof)|excluding|exclusive\sof),?)?"
            rf"\s{THE}{NAMED}(?(out)|,?\s\(?(?:exclusive|excluded|not\sincluded|not\sinclusive)\b)"
        ),
        plus=-1,
        examples=(
            ("suspended up to, but not including, November 10, 2026", ("end 2026-11-09",)),
            ("suspended until 10 November 2026 (exclusive)", ("end 2026-11-09",)),
        ),
    ),
    TimeWording(
        name="through a day",
        role="end",
        pattern=regexp(
            rf"\b(?:[Tt]hrough|thru|[Uu]p\sto\sand\sincluding|[Uu]ntil\sand\sincluding"
            rf"|(?:[Uu]ntil|[Tt]ill|to|[Tt]hrough|(?:expires?|ends?|ending|lapses?|ceases?(?:\s[a-z]+){{0,4}}|loses?\s(?:its\s|their\s)?(?:effect|force))\sat)\sthe\s(?:end|close)\sof"
            rf"(?:\sthe\sday\son|\s(?:business|trading)\son)?|end(?:ing|s)\swith|including)\s{THE}{HOUR}{NAMED}"
        ),
        inclusive=True,
        examples=(
            ("is suspended through November 9, 2026", ("end 2026-11-09 inclusive",)),
            ("through the close of business on 9 November 2026", ("end 2026-11-09 inclusive",)),
            ("until the end of 9 November 2026", ("end 2026-11-09 inclusive",)),
        ),
    ),
    TimeWording(
        name="until a year or a month ends",
        role="end",
        pattern=regexp(
            r"\b(?:[Uu]ntil|[Tt]ill|to|[Tt]hrough|by)\s(?:and\sincluding\s)?the\s(?:end|close)\sof\s(?:the\s)?(?:calendar\s)?(?:year\s)?"
            rf"(?:(?P<named>{MONTHS})\s)?(?P<year>20[0-9]{{2}})\b"
        ),
        anchor="year",
        inclusive=True,
        examples=(
            ("is suspended until the end of 2027", ("end 2027-12-31 inclusive",)),
            ("is suspended until the end of April 2027", ("end 2027-04-30 inclusive",)),
        ),
    ),
    TimeWording(
        name="the last day is a day",
        role="end",
        pattern=regexp(
            rf"\b(?:[Tt]he|[Ii]ts)\slast\s(?:day|date)\s(?:of\s[^.;,\ue000\ue001]{{3,60}}?\s|on\swhich\s[^.;,\ue000\ue001]{{3,60}}?\s)?(?:is|shall\sbe|will\sbe)\s{THE}{NAMED}"
        ),
        inclusive=True,
        examples=(
            ("The last day of its application is 30 June 2028.", ("end 2028-06-30 inclusive",)),
        ),
    ),
    TimeWording(
        name="a day is the last one",
        role="end",
        pattern=regexp(
            rf"{NAMED},?\s(?:(?:is|being|shall\sbe|will\sbe)\s)?(?:the|its|their)\slast\s(?:one\b|day\b)"
        ),
        inclusive=True,
        examples=(
            ("30 June 2028 is the last day on which it applies.", ("end 2028-06-30 inclusive",)),
        ),
    ),
    TimeWording(
        name="until a day",
        role="end",
        pattern=regexp(
            rf"\b(?:[Uu]ntil|[Tt]ill|to|[Uu]p\s?to|(?<=\ue000\s)and|[Ee]nding(?:\son)?|expir\w{{1,4}}(?:\son)?"
            rf"|valid\suntil|ends?\son"
            rf"|(?:laps\w{{1,3}}|terminat(?:es|ing))\son)\s(?:at\s(?=[0-9mn]))?{THE}{HOUR}{NAMED}(?P<inclusive>,?\s\(?(?:inclusive"
            rf"|included))?"
        ),
        examples=(
            ("suspended until November 10, 2026.", ("end 2026-11-10",)),
            ("until 12:01 a.m. eastern time on November 10, 2026", ("end 2026-11-09",)),
            ("to 31 December 2026 inclusive", ("end 2026-12-31 inclusive",)),
            ("expires on 31 December 2026", ("end 2026-12-31",)),
            ("expires at 23:59 on 19 November 2026", ("end 2026-11-19",)),
            ("between 1 April 2026 and 1 May 2026", ("start 2026-04-01", "end 2026-05-01")),
        ),
    ),
    TimeWording(
        name="a part of a calendar ends",
        role="end",
        pattern=PART_OF_CALENDAR,
        beside=CALENDAR_WORDS,
        anchor="calendar",
        inclusive=True,
        examples=(
            (
                "For the calendar year 2027 the quota is 400 tonnes.",
                ("start 2027-01-01", "end 2027-12-31 inclusive"),
            ),
            (
                "not implemented during the second quarter of 2027",
                ("start 2027-04-01", "end 2027-06-30 inclusive"),
            ),
        ),
    ),
)
