"""Which act of the President of the United States is a text that bears no number yet?

The number is given by the register some days later; until then such an act is known by its kind
and its day.
"""

from dataclasses import replace
from datetime import date

from tracker.extraction.days.act_lives import Commencement
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.extracted import ExtractedInstrument
from tracker.extraction.heads.issue_days import Dated
from tracker.extraction.names.wording import Form
from tracker.extraction.prose.flow import DAY, Flow
from tracker.extraction.spelling.regexps import regexp

_SERIES = "us/president/"

PRESIDENT = ("President",)
"""Who issues it, as the field calls him."""

PRESIDENTIAL: frozenset[Form] = frozenset(
    {"executive_order", "proclamation", "presidential_memorandum"}
)
"""The families of the numbers of his acts, which the register prints too."""

_SPEAKS = regexp(
    r"\bauthority\svested\sin\sme\b|\bI\s(?:(?:also|further|therefore)\s)?hereby\s[a-z]+"
    r"|\bI,\s[A-Z][A-Za-z. ]{4,50},\s(?:[Tt]he\s)?[Pp]resident\sof\sthe\sUnited"
)
_HOUSE = regexp(
    r"THE\sWHITE\sHOUSE|[Ww]hite ?[Hh]ouse|[Pp]residential[ -]actions?"
    r"|(?i:President\sof\sthe\sUnited\sStates)"
)
_KINDS = (
    (
        "proclamation",
        regexp(
            r"\b(?:hereby|do)\s(?:hereby\s)?proclaim\b"
            r"|\bBY THE PRESIDENT\b[\s\S]{0,60}\bPROCLAMATION\b"
        ),
    ),
    ("memorandum", regexp(r"(?:(?<=\n)|^)\s*MEMORANDUM\sFOR\b")),
    ("eo", regexp(r"")),
)
"""The kinds, each by its words; what is neither a proclamation nor a memorandum is an order."""

_SIGNED = regexp(rf"THE\sWHITE\sHOUSE,?\s{{0,40}}{DAY}")
_CLOSING = regexp(r"(?<=\n)\[(?:EO|E\.O\.|Executive\sOrder)\s(?P<n>1[0-9]{4})\]\s*(?=\n|$)")
"""The number of an order in a line of its own below the signature."""
_FOOT = 800


def holds_at_once(instrument: ExtractedInstrument, told: Commencement) -> Commencement:
    """Return when an act holds: one of the President that tells no day, from its signature on."""
    if not (instrument.id or "").startswith(_SERIES) or told.general or told.rest:
        return told
    day, words = instrument.issued_on, [e for e in instrument.evidence if e.field == "issued_on"]
    if day is None or not words:
        return told
    start = TimeWord(
        role="start", start=words[0].start, end=words[0].end, wording="signature", day=day,
        basis="on_publication",
    )  # fmt: skip
    return replace(told, general=Life(start=start))


def presidential_act(flow: Flow, dated: Dated) -> tuple[str, Dated] | None:
    """Return the id of an act of the President by its day, and its days; ``None`` for any other."""
    if flow.language != "en" or not _SPEAKS.search(flow.flow) or not _HOUSE.search(flow.flow):
        return None
    own = _signed(flow) or dated
    if own.issued_on is None:
        return None
    kind = next(name for name, words in _KINDS if words.search(flow.flow))
    day = own.issued_on
    closing = _CLOSING.search(flow.flow, max(0, len(flow.flow) - _FOOT)) if kind == "eo" else None
    return f"{_SERIES}{day.year}/{kind}-{closing['n'] if closing else day.isoformat()}", own


def _signed(flow: Flow) -> Dated | None:
    """Return the day of the signature, which counts before any other that the text tells."""
    found = [*_SIGNED.finditer(flow.marked)][-1:]
    days = flow.days_in(found[0].start(), found[0].end()) if found else ()
    day: date | None = days[0].on(None) if days else None
    if day is None:
        return None
    told = flow.evidence("issued_on", days[0].start, days[0].end)
    return Dated(issued_on=day, published_on=day, evidence=(told,))
