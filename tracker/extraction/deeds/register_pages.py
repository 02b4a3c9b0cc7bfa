"""Which document of the Federal Register does a text mean by a page, or by a day alone?

A rule that delays another one often tells only where or when that one was printed, and its number
further down. The two are the same document where the text puts them side by side, or says of both
that they were published on one day.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from tracker.domain.identifiers import pages_of
from tracker.extraction.act import Act
from tracker.extraction.heads.naming import Named
from tracker.extraction.names.id_paths import FEDERAL
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_BESIDE = 40
_JOINS = regexp(
    r"[\s,;:()\[\]]*(?:(?:at|and|or|published|as|in|i\.e\.)\s)?"
    r"(?:(?:on|of|dated)\s[A-Z][a-z]{2,8}\.?\s[0-9]{1,2},\s[0-9]{4})?[\s,;:()\[\]]*"
)
"""What may stand between a number and the page of the same document."""
_IS_RULE = regexp(r"\b(?:[Rr]ules?|[Rr]egulations?|[Oo]rders?)\b")
_NEAR = 160
_MOST = 24
"""So many numbers and pages of a text are put side by side; a rule names a few."""


def by_number(act: Act, page: Named, clause: Span) -> Named:
    """Return the document that stands on a page by its own number, where the text tells it."""
    beside = {one.id: one for one in _beside(act, page)}
    if not beside:
        days = act.flow.days_in(max(clause.start, page.start - _NEAR), page.end + _NEAR)
        beside = _of_days(act, tuple(day.on(None) for day in days))
    return next(iter(beside.values())) if len(beside) == 1 else page


def of_day(act: Act, clause: Span) -> tuple[Named, ...]:
    """Return the document of whose day of publication alone a clause tells, if one fits."""
    days = tuple(day.on(None) for day in act.flow.days_in(clause.start, clause.end))
    found = _of_days(act, days)
    return tuple(found.values()) if len(found) == 1 else ()


def _documents(act: Act) -> Iterator[tuple[NamedNumber, Named]]:
    federal = (number for number in act.flow.numbers if number.form in FEDERAL)
    for number in islice(federal, _MOST):
        named = act.namer.named(number)
        if named is not None and named.id != act.id:
            yield number, named


def _beside(act: Act, page: Named) -> Iterator[Named]:
    """Yield the documents whose number stands side by side with the page, wherever that is told."""
    flow = act.flow
    printed = (o for o in flow.numbers if o.form == "fr_page" and page.id in pages_of(o.serial))
    pages = tuple(islice(printed, _MOST))
    for number, named in _documents(act):
        for one in pages:
            low, high = sorted(((number.start, number.end), (one.start, one.end)))
            between = flow.flow[low[1] : high[0]]
            if high[0] - low[1] <= _BESIDE and _JOINS.fullmatch(between):
                yield named


def _of_days(act: Act, days: tuple[date | None, ...]) -> dict[str, Named]:
    """Return the rules that the text says to be of one of these days, by id."""
    found: dict[str, Named] = {}
    for number, named in _documents(act):
        sentence = act.flow.sentence(number.start)
        told = {day.on(None) for day in act.flow.days_in(sentence.start, sentence.end)}
        is_rule = _IS_RULE.search(act.flow.flow, sentence.start, sentence.end)
        if is_rule and told.intersection(day for day in days if day is not None):
            found.setdefault(named.id, named)
    return found
