"""Which of the parts that a sentence names are parts of the act itself, and not of another law?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extraction.days.divisions import in_divisions
from tracker.extraction.days.ordinal_parts import ordinal_parts
from tracker.extraction.days.start_words import OF_AMENDED
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp

_OF_ANOTHER = regexp(
    r"\s(?:of|to)\s(?:the\s)?(?:(?:\(?[A-Z&][\w'()&.-]*|of|and|the|on)\s){1,12}(?:Act|Law|Ordinance|Treaty|Code)\b"
)
_CONFERRED = regexp(
    r"\b(?:conferred\sby|pursuant\sto|under|in\saccordance\swith|[Ss]ubject\sto"
    r"|(?:[Ee]xcept|[Ss]ave)\sas\s(?:otherwise\s)?(?:provided|stated|specified|set\sout)\s(?:in|by|for\sin|under))\s(?:the\s)?$"
)
"""What before a part only points to its words: ``Except as provided in paragraph``."""


_OF_ANNEX = regexp(r"\s(?:of|in|to)\s(?:the\s|its\s)?(?:Annex|ANNEX|Appendix)\b")
_OF_SUPPLEMENT = regexp(
    r"\s(?:of|in)\s(?:this|these|the)\s(?:(?i:supplementary\sprovisions?)|[Aa]ddend(?:um|a))\b"
)
OF_SUPPLEMENT = "supplement-"
"""What begins the id of a part of the supplement, which counts anew from one."""


_THIS = regexp(r"\b[Tt]his\s[Aa]rticle\b")
_ARTICLE = regexp(r"(?:(?<=\n)|^)[ \t]{0,8}(?:Article|ARTICLE|Art\.)\s(?P<n>[0-9]{1,3})\b(?!,)")


def _holding(flow: Flow, this: re.Match[str]) -> Iterator[Provision]:
    """Yield the article in which a sentence speaks of itself: ``This article shall apply …``."""
    heads = [*_ARTICLE.finditer(flow.flow, max(0, this.start() - _REACH), this.start())]
    for head in heads[-1:]:
        yield Provision(id=f"art-{head['n']}", start=this.start(), end=this.end())


_REACH = 4_000


def own_parts(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    """Yield the parts of the act itself: ``section 3 of the Foreign Trade Act`` is none.

    A point of the annex is not the article of the same number: it is ``annex-2``. A larger part
    stands for the articles in it.
    """
    yield from in_divisions(flow, low, high)
    this = _THIS.search(flow.flow, low, high)
    if this is not None:
        yield from _holding(flow, this)
    yield from _rows_of_table(flow, low, high)
    yield from _lettered_points(flow, low, high)
    yield from annexes_named(flow, low, high, OF_AMENDED)
    placed = tuple(ordinal_parts(flow, low, high))
    yield from placed
    for one in english_provisions(flow.flow, low, high):
        if any(other.start <= one.start < other.end for other in placed):
            continue
        before = flow.flow[max(0, one.start - 40) : one.start]
        if _OF_ANOTHER.match(flow.flow, one.end) or _CONFERRED.search(before):
            continue
        if _OF_SUPPLEMENT.match(flow.flow, one.end):
            yield replace(one, id=f"{OF_SUPPLEMENT}{one.id}")
            continue
        annexed = one.id[:1].isdigit() and _OF_ANNEX.match(flow.flow, one.end)
        yield replace(one, id=f"annex-{one.id}") if annexed else one


_ANNEX = regexp(r"\b(?:Annex|Appendix)\s(?P<n>[0-9]{1,3}|[IVX]{1,5})\b")


def annexes_named(
    flow: Flow, low: int, high: int, behind: re.Pattern[str] | None = None
) -> Iterator[Provision]:
    """Yield the annexes of another act by their numbers, where asked only ``behind`` words."""
    for one in _ANNEX.finditer(flow.flow, low, high):
        led = behind and [*behind.finditer(flow.flow, low, one.end())]
        if behind is None or (led and led[-1].end() == one.start()):
            yield Provision(id=f"annexed-{one['n']}", start=one.start(), end=one.end())


_ROWS = regexp(
    r"\b[Rr]ows?\s(?:[Nn]os?\.?\s)?(?P<list>[0-9]{1,3}(?:(?:,\s(?:and\s)?|\sand\s)[0-9]{1,3}){0,10})"
    r"(?=\s(?:of|in|shall|do(?:es)?|will|appl(?:y|ies)|takes?|enters?|comes?)\b|,)"
)
"""Rows of the table in the act's annex, by their numbers."""


def _rows_of_table(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    for rows in _ROWS.finditer(flow.flow, low, high):
        for value in re.findall("[0-9]+", rows["list"]):
            yield Provision(id=f"annex-{int(value)}", start=rows.start(), end=rows.end())


_LETTERED = regexp(
    r"\b(?:[Pp]oints?|[Pp]aragraphs?|[Ii]tems?|[Ee]ntr(?:y|ies))\s"
    r"(?P<list>\([a-z]\)(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)\([a-z]\)){0,10})"
    r"(?=\s(?:of|in|to)\s(?:the\s|its\s)?(?:Annex|ANNEX|Appendix)\b(?!\s[IVX0-9]{0,4}\s?to\s(?!th(?:is|e\spresent)\b)))"
)
"""Points of the act's own annex by their letters: ``points (b) and (c) of the Annex``."""


def _lettered_points(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    for named in _LETTERED.finditer(flow.flow, low, high):
        for letter in re.findall(r"\(([a-z])\)", named["list"]):
            yield Provision(id=f"annex-{letter}", start=named.start(), end=named.end())


_THIS_SECTION = regexp(
    r"\W*(?:[^.;:\ue000]{0,40}\s)?[Tt]his\s(?:section|article|clause|paragraph)\s"
    r"(?:shall|will|is|takes?|becomes?|appl(?:y|ies)|enters?|comes?|has)\b"
)
_HEAD_OF_SECTION = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,8}(?:(?P<unit>Sec\.|SEC\.|Section|SECTION|Article|ARTICLE)"
    r"\s(?P<n>[0-9]{1,3})\b(?![0-9(]|\sof\b)"
    r"|\((?P<clause>[0-9]{1,2})\)\s(?=[A-Z]))"
)
_SECTION_REACH = 6_000


def held_by(flow: Flow, at: int, before: str) -> tuple[Provision, ...]:
    """Return the section that holds a sentence which tells of ``this section`` when it begins."""
    if not _THIS_SECTION.match(before):
        return ()
    heads = [*_HEAD_OF_SECTION.finditer(flow.flow, max(0, at - _SECTION_REACH), at)]
    if not heads:
        return ()
    head = heads[-1]
    unit = {"a": "art-", "s": "sec-"}.get((head["unit"] or "").lower()[:1], "")
    return (Provision(id=f"{unit}{head['n'] or head['clause']}", start=head.start(), end=at),)


def keys_of(provision: Provision) -> tuple[str, ...]:
    """Return the ids under which a part may be asked for: as named, and as a point."""
    own = provision.id.lstrip("-")
    counted = re.fullmatch(r"(?P<unit>art-|sec-)?(?P<n>[0-9]{1,2})(?P<rest>(?:-[0-9a-z]+)*)", own)
    if counted is None:
        return (own,)
    plain = (f"{counted['n']}{counted['rest']}",) if counted["unit"] == "sec-" else ()
    return (own, *plain, roman(int(counted["n"])) + counted["rest"])
