"""What do the annexes of an amending act hold: whose change, and which names does it add?"""

import re
from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.deeds.amendment_wordings import TAKEN_OUT
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import points
from tracker.extraction.scope.parties import Party
from tracker.extraction.spelling.regexps import regexp

_ADDS_NAMES = regexp(
    r"\b(?:following|below)\s(?:[a-z]+\s){0,2}(?:persons?|entit(?:y|ies)|bodies|compan(?:y|ies)|organi[sz]ations)"
    r"(?:,?\s(?:and\s|or\s)?[a-z]+){0,4}\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:added|inserted)\b[^\n]{0,160}"
)
_ADDS_ROWS = regexp(
    r"\b(?:following|below)\s(?:new\s)?(?:entr(?:y|ies)|rows?|lines?)\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:added|inserted)\b"
    r"[^\n]{0,120}\n(?:[^\n]{0,30}\n){0,2}[ \t|]{0,4}(?:No\.?[ \t]*[|\n]\s{0,3})?"
    r"Names?\b[^\n]{0,120}"
)
"""How a table begins whose rows are names: its first column says so."""
_NAME_OF_ROW = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,4}[‘'“\"]?[0-9]{1,4}[.)]?[ \t]*(?:\n|\||[ \t])[ \t|]{0,4}"
    r"(?P<name>[A-Z][^|\n]{2,120}?)"
    r"(?=[ \t]*(?:\([^()\n]{2,60}\))?[ \t]*[’'”\"]?[;.]?[ \t]*(?:\||\n|$))"
)

_QUOTED_LINES = regexp(
    r"(?:[^\n“\"‘']{0,120}:)?\s{0,6}[“\"‘'](?P<lines>[A-Z][^“”\"‘’:;.|]{2,4000}?)[”\"’'](?=[;.\s]|$)"
)
"""Names that stand a line each, in one pair of quotation marks, without numbers."""
_NAME_ALONE = regexp(
    r"(?:(?<=\n)|(?<=[“\"‘']))[ \t]{0,8}(?P<name>[A-Z][^\n]{2,120}?)[ \t,]*(?=\n|[”\"’'])"
)


def added_names(act: Act, span: Span) -> Iterator[Party]:
    """Yield the names that a change adds to a list of persons and entities, a row each."""
    flow = act.flow
    adds = _ADDS_NAMES.search(flow.flow, span.start, span.end) or _ADDS_ROWS.search(
        flow.flow, span.start, span.end
    )
    if adds is None and _adds_its_table(act, span):
        adds = _HEAD_OF_NAMES.search(flow.flow, span.start, span.end)
    if adds is None:
        for start, end in _quoted_names(act, span, _FOLLOWING_IN):
            yield Party(name=flow.text[start:end], start=start, end=end)
        return
    alone = [*_NAME_BELOW_NUMBER.finditer(flow.flow, adds.end(), span.end)]
    alone = alone or [*_NAME_OF_ROW.finditer(flow.flow, adds.end(), span.end)]
    quoted = _QUOTED_LINES.match(flow.flow, adds.end(), span.end)
    lines = _NAME_ALONE.finditer(flow.flow, *quoted.span("lines")) if quoted is not None else ()
    for row in alone or lines:
        start, end = row.span("name")
        end += flow.flow.startswith(".", end) and _SHORTENED.search(row["name"]) is not None
        yield Party(name=flow.text[start:end], start=start, end=end)


_BY_OWN_ANNEX = regexp(
    r"\b(?:persons?|entit(?:y|ies)|bodies|compan(?:y|ies)|organi[sz]ations|names)\s[^.;:\n]{0,60}?"
    r"\b(?:Annex|Schedule)\s(?:to\sth(?:is|e\spresent)\s\w+|hereto)\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:added|inserted|entered)\b"
)
"""What says that the names in the act's own annex go into a list of another act."""
_HEAD_OF_NAMES = regexp(r"(?<=\n)[ \t|]{0,4}(?:No\.?[ \t]*[|\n]\s{0,3})?Names?\b[^\n]{0,120}")
_NAME_BELOW_NUMBER = regexp(
    r"(?<=\n)[ \t]{0,4}[0-9]{1,4}[.)]?[ \t]*\n[ \t]{0,4}(?P<name>[A-Z][^|\n]{2,120}?)[ \t]*(?=\n|$)"
)
"""A row whose cells stand below each other: what begins with digits below them is no row."""


def _adds_its_table(act: Act, span: Span) -> bool:
    """Tell whether a stretch is the annex whose names the body puts into another act's list."""
    if not any(annex.start <= span.start < annex.end for annex in act.layout.annexes):
        return False
    return _BY_OWN_ANNEX.search(act.flow.flow, act.body.start, act.body.end) is not None


_SHORTENED = regexp(r"(?:\.\w{1,3}|\b(?:Ltd|Inc|Co|Corp|Bhd|LLC|Pte|Pty|Cie))$")
"""How a name ends to which the full stop behind it belongs: ``Ltd``, ``A.S``."""


_DROPS_NAMES = regexp(
    r"\bentr(?:y|ies)\s(?:[a-z]+\s){0,3}(?:the\s)?(?:following|below)\s(?:[a-z]+\s){0,3}(?:persons?|entit(?:y|ies)|bodies|compan(?:y|ies)|organi[sz]ations)"
    rf"(?:,?\s(?:and\s|or\s)?[a-z]+){{0,4}}\s(?:is|are|shall\sbe)\s(?:hereby\s)?{TAKEN_OUT}\b[^\n]{{0,80}}:"
)
_NAME_OF_ITEM = regexp(
    r"\s{0,6}\([0-9a-z]{1,4}\)\s{1,3}(?P<name>[A-Z][^;\n]{1,120}?)(?:\s\([^()\n]{2,80}\))?"
    r"(?:;(?:\sand)?|(?<=\.)|\.|)[ \t]*(?=\n|$)"
)


def dropped_names(act: Act, span: Span) -> tuple[Party, ...]:
    """Return the names whose entries a change takes off a list, an item each."""
    flow, found = act.flow, list[Party]()
    drops = _DROPS_NAMES.search(flow.flow, span.start, span.end)
    item = _NAME_OF_ITEM.match(flow.flow, drops.end(), act.body.end) if drops else None
    while item is not None:
        start, end = item.span("name")
        found.append(Party(name=flow.text[start:end], start=start, end=end))
        item = _NAME_OF_ITEM.match(flow.flow, item.end(), act.body.end)
    return tuple(found)


_ENTRY_OF_NAME = regexp(
    r"\b[Ee]ntr(?:y|ies)\s(?:(?:[Nn]os?\.?\s)?[0-9]{1,4}\s\((?P<name>[A-Z][^()\n]{2,120})\)"
    r"|(?:for|of|concerning|relating\sto)\s[‘'“\"](?P<quoted>[A-Z][^’'”\"\n]{2,120})[’'”\"])"
    rf"(?=[^.;\n]{{0,60}}?\s(?:is|are|shall\sbe)\s(?:hereby\s)?{TAKEN_OUT}\b)"
)


_FOLLOWING_OUT = regexp(
    rf"\b(?:(?:following|below)\sentr(?:y|ies)|entr(?:y|ies)\sbelow)\s(?:is|are|shall\sbe)\s(?:hereby\s)?{TAKEN_OUT}\s?:"
)
_FOLLOWING_IN = regexp(
    r"\b(?:following|below)\sentr(?:y|ies)\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:added|inserted)\s?:"
)
_QUOTED_NAME = regexp(
    r"(?:[\s,;]|and\b|or\b){0,6}[‘'“\"](?:[0-9]{1,4}[.)]?\s)?(?P<name>[A-Z][\w&.'-]{0,40}"
    r"(?:\s(?:of|and|for|the|de|[A-Z&(][\w&./()-]{0,40}|(?:[a-z]\.){2,4})){1,9})[.;]?[’'”\"]"
)
"""One of the names, between quotation marks, that stand behind each other: ``‘4. Firm Ltd’``."""


def _quoted_names(act: Act, span: Span, opening: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    opened = opening.search(act.flow.flow, span.start, span.end)
    found = _QUOTED_NAME.match(act.flow.flow, opened.end(), span.end) if opened else None
    while found is not None:
        yield found.span("name")
        found = _QUOTED_NAME.match(act.flow.flow, found.end(), span.end)


def names_of_entries(act: Act, span: Span) -> tuple[Party, ...]:
    """Return the names whose entry a change deletes: ``entry 17 (Firm Ltd) is deleted``."""
    found = _ENTRY_OF_NAME.finditer(act.flow.flow, span.start, span.end)
    named = (one.span("name" if one["name"] else "quoted") for one in found)
    spans = (*named, *_quoted_names(act, span, _FOLLOWING_OUT))
    return tuple(Party(name=act.flow.text[low:high], start=low, end=high) for low, high in spans)


_NUMBER_OF_ANNEX = regexp(r"(?i:annex|schedule|appendix)\s{1,2}(?P<n>[0-9]{1,2}|[IVX]{1,5})\b")


def point_of_annex(act: Act, annex: Span) -> int | None:
    """Return the number of the change that an annex holds: ``(3) … in accordance with Annex II``.

    An annex of the other act goes by the same words; only what names this act's own is meant.
    """
    numbered = _NUMBER_OF_ANNEX.match(act.flow.flow, annex.start, annex.end)
    if numbered is None:
        return None
    own = re.compile(
        rf"(?i:annex|schedule|appendix)\s{{1,2}}{numbered['n']}\s(?i:to\sth(?:is|e\spresent)|hereto)\b"
    )
    for point in points(act.flow, act.body):
        for change in point.items or (point,):
            if own.search(act.flow.flow, change.span.start, change.span.end):
                return change.value
    return None
