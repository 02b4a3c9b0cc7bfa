"""Which articles or regulations does an act mean by one of its larger parts: ``Part 2``?

British instruments begin part by part, and acts of the Union chapter by chapter; what holds is
told of the articles that stand under the heading of the part.
"""

from collections.abc import Iterator

from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.numerals import from_roman
from tracker.extraction.spelling.regexps import regexp

_HEADING = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,8}(?P<unit>PART|Part|CHAPTER|Chapter|TITLE|Title)\s"
    r"(?P<n>[0-9]{1,2}|[IVX]{1,5})(?=[ \t]*(?:\n|[-\u2013\u2014:.]|\s[A-Z]))"
    r"(?![^\n]{0,80}\b(?:shall|comes?|ceases?|appl(?:y|ies)|is|are)\b)"
)
_UNIT_LINE = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,8}(?:Article\s(?P<article>[0-9]{1,3})(?=[ \t]*(?:\n|[.:(-]))"
    r"|(?P<n>[0-9]{1,3})\.(?=\s|-|\())"
)
_END = regexp(r"(?:(?<=\n)|^)[ \t]{0,8}(?:SCHEDULES?|ANNEX(?:ES)?|EXPLANATORY\sNOTE)\b")
_NAMED = regexp(
    r"\b(?P<unit>Part|Chapter|Title)s?\s(?P<n>[0-9]{1,2}|[IVX]{1,5})\b(?:(?:,\s|\sand\s|,\sand\s|\s(?P<to>to)\s)(?:Part\s|Chapter\s)?(?P<m>[0-9]{1,2}|[IVX]{1,5})\b)?"
    r"(?!\s(?:of|to|in)\s(?:the\s)?(?:Schedule|Annex|[A-Z][a-z]+\s))"
)
_THIS = regexp(r"\b[Tt]his\s(?P<unit>Part|Chapter|Title)\b")
_REGULATIONS = regexp(r"\bThese\sRegulations\b|\bRegulations\s20[0-9]{2}\b")

_Held = tuple[str, int, int, tuple[int, ...]]
"""A part: its unit, its number, where it begins, and the numbers of the articles in it."""


def in_divisions(flow: Flow, low: int, high: int) -> Iterator[Provision]:
    """Yield the articles of the larger parts that ``low:high`` names, as parts of the act."""
    held = _held(flow)
    if not held:
        return
    prefix = "reg-" if _REGULATIONS.search(flow.flow) else "art-"
    for named in _NAMED.finditer(flow.flow, low, high):
        first, last = _value(named["n"]), _value(named["m"] or named["n"])
        wanted = set(range(first, last + 1)) if named["to"] else {first, last}
        for unit, number, _, inside in held:
            if unit == named["unit"].lower() and number in wanted:
                yield from _provisions(prefix, inside, *named.span())
    for this in _THIS.finditer(flow.flow, low, high):
        above = [one for one in held if one[0] == this["unit"].lower() and one[2] < this.start()]
        for _, _, _, inside in above[-1:]:
            yield from _provisions(prefix, inside, *this.span())


def _provisions(prefix: str, inside: tuple[int, ...], start: int, end: int) -> Iterator[Provision]:
    yield from (Provision(id=f"{prefix}{one}", start=start, end=end) for one in inside)


def _held(flow: Flow) -> tuple[_Held, ...]:
    """Return the larger parts of the act, each with the articles that stand under its heading."""
    return flow.once("divisions", lambda: tuple(_divided(flow.flow)))


def _divided(flow: str) -> Iterator[_Held]:
    heads = list(_HEADING.finditer(flow))
    if not heads:
        return
    end = _END.search(flow, heads[-1].end())
    ends = [*(one.start() for one in heads[1:]), end.start() if end else len(flow)]
    last = 0
    for head, high in zip(heads, ends, strict=True):
        inside = []
        for line in _UNIT_LINE.finditer(flow, head.end(), high):
            value = int(line["article"] or line["n"])
            if value == last + 1:
                inside.append(value)
                last = value
        yield head["unit"].lower(), _value(head["n"]), head.start(), tuple(inside)


def _value(written: str) -> int:
    return int(written) if written.isdigit() else from_roman(written) or 0
