"""Which document of the Federal Register does a short name mean that a rule gives it?

``(90 FR 47201) (the “Affiliates Rule”)`` names a document once; from then on the rule speaks of
the Affiliates Rule. The name may also be given beside the day of publication alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.spelling.calendar_words import DayNamed
from tracker.extraction.spelling.regexps import regexp

_NOUN = (
    r"(?:(?:[Ii]nterim\s)?(?:[Ff]inal\s)?[Rr]ule|IFR|TFR|TDO|TGL|[Oo]rder|[Nn]otice|[Aa]ction|[Ff]inding"
    r"|[Dd]etermination|[Rr]egulations|[Ss]uspension|[Ss]tay|(?:[Tt]emporary\s)?[Gg]eneral\s[Ll]icense)"
)
_DEFINED = regexp(
    r"(?:\(the\s(?=[A-Z0-9])|(?:\(|[;,]\s)(?:hereinafter,?\s|collectively,?\s)?(?:the\s)?(?:[\"“‘]|``))"
    rf"(?P<name>(?:[A-Z0-9][\w'/-]*,?\s|(?:of|and|on|for)\s){{1,7}}{_NOUN}|TDO|TGL|IFR)(?:[\"”’]|'')?\)"
    r"|\((?P<plain>[A-Z][a-z]{2,8}\s[0-9]{1,2}\s(?:[Nn]otice|[Rr]ule|[Oo]rder|[Dd]etermination))\)"
    rf"|(?<=[\"”’']\s)\((?P<bare>(?:[A-Z0-9][\w'/-]*\s){{1,4}}{_NOUN})\)"
)
_COUNTED = regexp(
    r"\b(?P<name>(?:Public\sNotice|General\sOrder|CBP\sDec\.|Order|Decision|Determination)\s{1,3}(?:(?:No\.|Number)\s{1,3})?"
    r"[0-9][0-9A-Z-]{0,9})\s{0,3}[,(]\s{0,3}$"
)
"""The number of an agency's own right before the document's: ``Public Notice 12904 (FR Doc.``."""
_REGISTER = frozenset({"fr_doc", "fr_correction", "fr_page"})
_REACH = 400
_BESIDE = 60
_AROUND = 160
_MOST_NAMES = 12
_MOST = 200


def register_names(
    flow: str, numbers: Iterable[NamedNumber], days: Iterable[DayNamed]
) -> Iterator[NamedNumber]:
    """Yield the numbers of documents once more at each place that bears their short name."""
    printed = tuple(number for number in numbers if number.form in _REGISTER)
    if not printed:
        return
    names: dict[str, NamedNumber] = {}
    dated = tuple(days)
    for defined in islice(_DEFINED.finditer(flow), _MOST_NAMES):
        number = _beside(flow, defined, printed) or _of_day(flow, defined, printed, dated)
        if number is not None:
            names.setdefault(next(filter(None, defined.groups())), number)
    names.update(islice(_counted(flow, printed), _MOST_NAMES))
    if not names:
        return
    written = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    told = re.finditer(rf"(?<![\w(\"“‘`-])(?:the\s)?(?P<name>{written})(?![\w\"”’'-])", flow)
    for found in islice(told, _MOST):
        number = names[found["name"]]
        yield replace(
            number, quote=found.group(), start=found.start(), end=found.end(),
            phrase_end=found.end(), wording=replace(number.wording, bare=True),
        )  # fmt: skip


def _counted(flow: str, printed: tuple[NamedNumber, ...]) -> Iterator[tuple[str, NamedNumber]]:
    """Yield the agency's own numbers that stand right before the number of a document."""
    for number in printed:
        told = _COUNTED.search(flow, max(0, number.start - _BESIDE), number.start)
        if told is not None and number.form != "fr_page":
            yield told["name"], number


def _beside(
    flow: str, defined: re.Match[str], printed: tuple[NamedNumber, ...]
) -> NamedNumber | None:
    """Return the document that is named last before the definition, by its number if it has one."""
    low = max(flow.rfind("\n", 0, defined.start()), defined.start() - _REACH)
    before = [one for one in printed if low <= one.start and one.end <= defined.start()]
    if not before:
        return None
    near = [one for one in before if before[-1].start - one.end <= _BESIDE]
    return next((one for one in near if one.form != "fr_page"), near[-1])


def _of_day(
    flow: str,
    defined: re.Match[str],
    printed: tuple[NamedNumber, ...],
    days: tuple[DayNamed, ...],
) -> NamedNumber | None:
    """Return the document that is told elsewhere with the day that stands before the definition."""
    low = max(flow.rfind("\n", 0, defined.start()), defined.start() - _REACH)
    told = [one.on(None) for one in _between(days, low, defined.start())]
    if not told or told[-1] is None:
        return None
    fitting = {
        one.serial: one for one in reversed(printed) if told[-1] in _days_by(flow, one, days)
    }
    numbers = [one for one in fitting.values() if one.form != "fr_page"] or [*fitting.values()]
    return numbers[0] if len(numbers) == 1 else None


def _days_by(flow: str, number: NamedNumber, days: tuple[DayNamed, ...]) -> set[date | None]:
    """Return the days near a number, in its own paragraph."""
    low = max(number.start - _AROUND, flow.rfind("\n", 0, number.start))
    end = flow.find("\n", number.end)
    high = min(number.end + _AROUND, end if end >= 0 else len(flow))
    return {one.on(None) for one in _between(days, low, high)} - {None}


def _between(days: tuple[DayNamed, ...], low: int, high: int) -> tuple[DayNamed, ...]:
    first = bisect_left(days, low, key=lambda one: one.start)
    return days[first : bisect_left(days, high, key=lambda one: one.start)]
