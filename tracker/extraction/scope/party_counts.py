"""How many parties does a text say there are, whether it names them or not?"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER, NUMERAL, english_number, number
from tracker.extraction.spelling.regexps import regexp

_ZH_COUNT = regexp(rf"(?P<n>{NUMERAL})\s?家(?:[^,。;\s]{{0,6}})(?:实体|企业|公司|机构|银行)")
_EN_COUNT = regexp(
    rf"\b(?P<n>{ENGLISH_NUMBER})\s(?:[A-Za-z.]+\s){{0,3}}(?:entities|companies|firms|persons|parties"
    r"|institutions|enterprises|organi[sz]ations)\b"
)


def parties_count(flow: Flow, span: Span) -> int | None:
    """Return how many parties a stretch says there are."""
    pattern = _ZH_COUNT if flow.language == "zh" else _EN_COUNT
    found = pattern.search(flow.marked, span.start, span.end)
    if found is None:
        return None
    return number(found["n"]) if flow.language == "zh" else english_number(found["n"])
