"""What does a document of the Federal Register tell of itself in its head and at its end?"""

from dataclasses import dataclass
from datetime import date

from tracker.extraction.extracted import Evidence
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

HEAD = 6_000
"""How many characters may hold the head."""

NEVER_FEDERAL = frozenset({"dated", "field of the notice"})
"""Labels of days that in a document of the register are of a signature or of a memorandum."""

_OWN_PAGE = regexp(
    r"(?:(?<=\n)|^)\[(?P<whole>[1-9][0-9]{1,2}\sFR\s[1-9][0-9]{0,5})\]"
    r"|Federal\sRegister,?\sVol(?:ume|\.)\s(?P<volume>[1-9][0-9]{1,2})\b[\s\S]{0,200}?"
    r"\[Pages?\s(?P<page>[1-9][0-9]{0,5})"
)
"""How the register itself tells under which page a document is cited."""

STATED_ACTION = regexp(r"(?:\bACTION:?|(?:(?<=\n)|^)Action[.:])\s{0,3}(?P<action>[^\n.]{3,120})")
"""What a document says that it is: a final rule, a notice."""

_AGENCY_NAME = regexp(r"\bAGENCY:?\s{0,3}(?P<name>[A-Z][^\n,;.(]{3,100})")
_SUBJECT = regexp(r"\n(?P<subject>[^\[\n][^\n]{3,400}?)\s*\n+\s*AGENCY\b")
_ABOVE_BYLINE = regexp(
    r"(?:(?<=\n)|^)(?P<subject>[^\n]{8,300})\n(?:A\s)?(?:Proposed\s)?(?:Rule|Notice)\sby\sthe\s[^\n]{3,120}"
)
"""The subject stands above the line in which a page tells whose rule it is."""
_NO_SUBJECT = regexp(
    r"RINs?\b|[0-9]{1,2}\sCFR\b|Docket\b|Federal\sRegister\b|FR\sDoc\b|Published\b"
)
_OTHER_HEAD = regexp(r"\[|[-=*_]{3,}|(?:DEPARTMENT|BUREAU)\b|Bureau\sof\b|Office\sof\b|.*</|.{90,}")
"""Lines of the head that are no part of the subject above which they stand."""
_FILED = regexp(
    r"\s{1,3}Filed:?\s(?P<month>[01]?[0-9])[-/](?P<day>[0-3]?[0-9])[-/](?:20)?(?P<year>[0-9]{2})\b"
    r"(?:[^\]\n]{0,40}Publication\sDate:\s(?P<m>[01]?[0-9])/(?P<d>[0-3]?[0-9])/20(?P<y>[0-9]{2})\b)?"
)


_CITING = regexp(
    r"(?i:\b(?:federal|register|fr|docs?|documents?|citations?|publi(?:shed|cation)|printed|date|vol|volume|no|number"
    r"|issued?|signed|dated|as|of|on|in|at|pages?|and|rules?|regulations|notices|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b)|[^A-Za-z]"
)
"""What a line holds that only tells where the register printed a document."""
_FILED_ALONE = regexp(
    r"(?:(?<=\n)|^)\s{0,8}[\[(]?Filed:?\s[01]?[0-9][-/][0-3]?[0-9][-/](?:20)?[0-9]{2}\b"
    r"|\bFR\sDoc\.?\s[0-9A-Z-]{5,16}\sFiled\b"
)
_MASTHEAD = regexp(
    r"(?:(?<=\n)|^)\s{0,30}(?:(?i:department\sof\s[a-z]{4,20}\s?[/,-]?\s?)?(?i:bureau\sof\sindustry\sand\ssecurity|industry\sand\ssecurity\sbureau)"
    r"(?:[,(]?\s(?i:department\sof\scommerce|commerce)\)?)?|DEPARTMENT\sOF\s[A-Z]{4,20}|AGENCY:[^\n]{3,160})"
    r"[ .]*(?=\n|$)"
)
_DAY_FIELD = regexp(r"(?:Issued|Published|Signed|Dated?)(?:\son)?\s?:?\s")
"""How a line of the head begins that tells the day of a document beside its number."""
_OWN_CITATION, _LONGEST_CITATION = 2_500, 200


def cites_itself(flow: Flow, number: NamedNumber, line: Span) -> bool:
    """Tell whether a line of the head gives nothing but the number and the page of a document.

    It is the document's own where an agency stands over it, or where it was filed.
    """
    if line.start > _OWN_CITATION or line.end - line.start > _LONGEST_CITATION:
        return False
    if _CITING.sub("", flow.flow[line.start : line.end]):
        return False
    before = flow.flow[line.start : number.start]
    if "(" in before[1:] or before.startswith("In "):  # ``published on May 5 (FR Doc. …``
        return False
    foot = max(0, len(flow.flow) - _OWN_CITATION)
    filed = _FILED_ALONE.search(flow.flow, foot) or _FILED_ALONE.search(flow.flow, 0, _OWN_CITATION)
    filed = filed or _DAY_FIELD.match(flow.flow, line.start, line.end)
    return bool(filed or _MASTHEAD.search(flow.flow, 0, _OWN_CITATION))


def page_of(flow: Flow) -> str | None:
    """Return the volume and page under which a document is cited (``89 FR 106064``)."""
    found = _OWN_PAGE.search(flow.flow[:HEAD])
    if found is None:
        return None
    return found["whole"] or f"{found['volume']} FR {found['page']}"


def agency_named(flow: Flow) -> tuple[str, ...]:
    """Return the agency that the document names as its own, in its words."""
    found = _AGENCY_NAME.search(flow.flow[:HEAD])
    return () if found is None else (" ".join(found["name"].split()),)


def subject_of(flow: Flow) -> str | None:
    """Return the subject of a document, which stands right before its agency."""
    byline = _ABOVE_BYLINE.search(flow.flow[:HEAD])
    if byline is not None:
        return flow.text[byline.start("subject") : byline.end("subject")].strip()
    found = _SUBJECT.search(flow.flow[:HEAD])
    if found is None or _NO_SUBJECT.match(found["subject"].lstrip()):
        return None
    start = _paragraph_start(flow, found.start("subject"))
    return flow.text[start : found.end("subject")].strip()


def _paragraph_start(flow: Flow, at: int) -> int:
    """Return where the paragraph begins whose last line begins at ``at``."""
    while at > 1:
        before = flow.text.rfind("\n", 0, at - 1) + 1
        line = flow.text[before : at - 1].strip()
        if not line or _NO_SUBJECT.match(line) or _OTHER_HEAD.match(line):
            return at
        at = before
    return at


@dataclass(frozen=True, slots=True)
class Filed:
    """The day on which a document was filed for all to see, or that of its publication."""

    day: date
    published: bool
    evidence: Evidence


_FIRST_YEAR = 36
"""The register began in 1936: two digits below it are of this century."""


def _whole_year(short: int) -> int:
    return short + (2000 if short < _FIRST_YEAR else 1900)


def filed(flow: Flow, number: NamedNumber) -> Filed | None:
    """Return the day that stands behind a document's number at its end.

    It is the day of issue as long as nothing tells a later one; days are counted from the
    publication alone, which is mostly the next working day or a later one.
    """
    same = (one for one in flow.numbers if (one.form, one.serial) == (number.form, number.serial))
    told_of = ((one, _FILED.match(flow.flow, one.end)) for one in (number, *same))
    number, found = next(((one, told) for one, told in told_of if told), (number, None))
    if found is None:
        return None
    try:
        told = date(
            _whole_year(int(found["y"] or found["year"])),
            int(found["m"] or found["month"]),
            int(found["d"] or found["day"]),
        )
    except ValueError:
        return None
    words = flow.evidence("issued_on", number.start, found.end())
    return Filed(told, found["y"] is not None, words)
