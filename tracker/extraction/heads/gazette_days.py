"""On which day did a gazette print an act, as the text itself tells it?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tracker.extraction.names.id_paths import FEDERAL
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.names.wording import Form
from tracker.extraction.prose.flow import DAY, Flow
from tracker.extraction.spelling.regexps import regexp

_HEAD = 6_000
"""How many characters of a document may hold its head."""
_JOURNAL = r"(?:Official\sJournal|OJ\sL|\bL\sseries)"
_OJ_DAY = regexp(
    rf"{_JOURNAL}[\s\S]{{0,160}}?(?<![0-9.])(?P<day>[0-9]{{1,2}}\.[0-9]{{1,2}}\.20[0-9]{{2}})"
)
_DOTTED = regexp(
    r"(?<![0-9.])(?<!ersions:\s)(?<!ersion:\s)(?<!ersions\s)(?<!ersion\s)"
    r"[0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2}(?![0-9.])"
)
"""A day in figures; that of a consolidated version, to which a page links, is not the journal's."""
_TOLD = regexp(
    rf"\b[Pp]ublished(?:\s|\s?:\s?)(?:on\s[^\n]{{0,20}}\s)?(?:in\s)?(?:the\s)?{_JOURNAL}[^.;\n\ue000]{{0,60}}(?:of\s|on\s)?{DAY}"
    rf"|\({_JOURNAL}[^.;\n()\ue000]{{0,40}}{DAY}\)"
    rf"|(?:(?<=\n)|^)\W?Published\sin\s(?:the\s)?(?:[A-Z][\w.'-]*[:,]?\s|of\s|on\s|the\s){{1,9}}{DAY}(?!\ue000|,\s[a-z])"
    rf"|(?:(?<=\n)|^)\W?Gazetted:?\s(?:on\s)?(?:[A-Z][a-z]{{2,6}}day,?\s)?(?:the\s)?{DAY}"
    rf"|(?:(?<=\n)|^)Promulgated\s(?:in\s|at\s)?(?:[A-Z][a-z]+,?\s){{0,3}}(?:on\s)?(?:the\s)?{DAY}"
)
"""What says that the journal printed the act: its last day is a day in words or in figures."""
_DUTCH = regexp(rf"(?:GAZETTE|Gazette|STAATSCOURANT|Staatscourant|\ue001)[^;\ue000]{{0,160}}?{DAY}")
_FRENCH = regexp(
    rf"(?:\bJORF\b|\b(?i:official\sjournal\sof\sthe\sfrench\srepublic))[^\n\ue000]{{0,60}}{DAY}"
)
_GOVERNMENT = regexp(rf"(?i:\bgovernment\sgazette\b)[^;\ue000]{{0,160}}?{DAY}")
_GAZETTES: dict[Form, re.Pattern[str]] = {
    **dict.fromkeys(("statutory_instrument", "government_notice", "legal_notice"), _GOVERNMENT),
    "ca_sor": regexp(
        rf"Canada\sGazette,?\sPart\s(?:II|2)\b[^\n\ue000]{{0,60}}{DAY}"
        rf"|\bPart\sII:\sOfficial\sRegulations\s{{1,3}}[>\u203a\u00bb|]?\s{{0,2}}{DAY}"
        rf"|(?<=\n)\[?Published(?:\son)?:?\s{DAY}"
    ),
    "fr_order": _FRENCH,
    "fr_decree": _FRENCH,
    "nl_regulation": _DUTCH,
    "nl_gazette": _DUTCH,
}
"""Where the head of a document tells on which day the gazette printed it, by its number."""
PRINTED_LATER: frozenset[Form] = FEDERAL | {"ca_sor"}
"""The families whose acts are never printed on the day on which they are made."""


def printed_on(flow: Flow, number: NamedNumber | None) -> date | None:
    """Return the day of the gazette in which an act with such a number is printed."""
    pattern = _GAZETTES.get(number.form) if number is not None else None
    found = pattern.search(flow.marked, 0, _HEAD) if pattern is not None else None
    days = flow.days_in(found.start(), found.end()) if found is not None else ()
    return days[0].on(None) if days else None


def gazetted_on(flow: Flow, *, european: bool = False, issued: date | None = None) -> date | None:
    """Return the day of the Official Journal that a page names.

    No journal prints an act before it is ``issued``: an earlier day is that of another act, which
    a footnote cites.
    """
    if european:
        dotted = [
            one.span()
            for one in _DOTTED.finditer(flow.flow, 0, _HEAD_LINES)
            if _STAMP.search(flow.flow, max(0, one.start() - _BESIDE), one.start()) is None
        ]
        beside = [one for one in dotted if _of_journal(flow, *one)]
        head = next(_days(flow, (*beside, *dotted), issued), None)
        if head is not None:
            return head
    told = (one.span() for one in flow.marked_sieve.matches(_TOLD))
    stated = next(_days(flow, told, issued), None)
    if stated is not None:
        return stated
    low = max(0, len(flow.flow) - _HEAD)
    places = [*_OJ_DAY.finditer(flow.flow, 0, _HEAD), *_OJ_DAY.finditer(flow.flow, low)]
    return next(_days(flow, (one.span("day") for one in places), issued), None)


_HEAD_LINES = 1_500
_BESIDE = 80
_STAMP = regexp(
    r"(?i:updat|modif|access|print(?!ed\sin)|visit|valid|build|version|generated|retrieved|today)[^\n.|]{0,24}$"
)
"""What before a day says that it is that of the page, or of something else than the journal."""
_BESIDE_DAY = regexp(
    rf"{_JOURNAL}|\bEN\b|\bL,?\s(?:19|20)[0-9]{{2}}/[0-9]|\b20[0-9]{{2}}/[0-9]{{2,5}}\b"
)


def _of_journal(flow: Flow, start: int, end: int) -> bool:
    """Tell whether a day in figures stands beside the name of the journal, or its number."""
    return _BESIDE_DAY.search(flow.flow, max(0, start - _BESIDE), end + _BESIDE // 2) is not None


def _days(flow: Flow, places: Iterable[tuple[int, int]], issued: date | None) -> Iterator[date]:
    """Yield the last day of each place that is not before the day of issue."""
    for start, end in places:
        named = flow.days_in(start, end)
        day = named[-1].on(None) if named else None
        if day is not None and (issued is None or day >= issued):
            yield day
