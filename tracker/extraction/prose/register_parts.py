"""Which part of a rule of the Federal Register is law, and which only tells of it?

A rule opens with a preamble: a summary, the history, what commenters said, what it will cost. The
law itself stands behind it, in numbered instructions to amend the Code of Federal Regulations.
"""

from dataclasses import dataclass

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_LAW = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,8}(?:For\sthe\sreasons?|Accordingly|Therefore|Thus|Consequently"
    r"|In\sconsideration"
    r"|Under\sthe\sauthority|Pursuant\sto|In\saccordance\swith"
    r"|Based\son)\b[^\n]{0,700}?\b(?:as\sfollows|as\sset\sforth\sbelow)\b\s?[:.]"
    r"|(?:(?<=\n)|^)[ \t]{0,8}(?:For\sthe\sreasons?|Accordingly|Therefore"
    r"|In\sconsideration)\b[^\n]{0,400}?\bCFR\b[^\n]{0,400}"
    r"\b(?:amended|suspended|stayed|corrected|delayed|withdrawn|revised)\b[^\n]{0,200}\.(?=\n|$)"
    r"|(?:(?<=\n)|^)[ \t]{0,4}(?:\u25a0\s?)?1\.\s(?:The\s)?[Aa]uthority\scitations?\b"
    r"|(?:(?<=\n)|^)[ \t]{0,4}(?:\u25a0\s?)?[1-9][0-9]?\.\s(?=(?:In\s)?(?:[Ss]upplement\s[Nn]o\."
    r"|Section\s[0-9]{3}\.[0-9]|ECCNs?\s[0-9][A-E][0-9]|Category\s[0-9])"
    r"[^\n]{0,160}?\b(?:add(?:s|ed|ing)?|amended|revised|removed|inserted)\b)"
    r"|(?:(?<=\n)|^)[ \t]{0,4}PART\s[0-9]{3}\s?[\u2014\u2013-]{1,2}\s?\[?[A-Z]{3}[^\n]{3,160}(?=\n)"
)
"""How the law of a rule begins."""
_ABOUT_THE_MAKING = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,8}(?:[IVX]{1,6}\.\s|[A-Z]\.\s"
    r"|[0-9]{1,2}\.\s)?(?:Export\sControl\sReform\sAct(?:\sof\s2018)?"
    r"|Rule[Mm]aking\s(?:Requirements|Analys[ie]s)|Regulatory\s(?:Requirements|Analys[ie]s"
    r"|Certifications|Procedures|Notices)"
    r"|Statutory\sand\sExecutive\sOrder\sReviews?|Executive\sOrder\s(?:Requirements|Reviews?"
    r"|Determinations?|1[0-9]{4})"
    r"|Administrative\s(?:Procedure\sAct|Requirements)|Paperwork\sReduction\sAct"
    r"|Regulatory\sFlexibility\sAct"
    r"|Procedural\s(?:Requirements|Matters)|Savings?\s[Cc]lause|Classification"
    r"|Congressional\sReview\sAct)\b[^\n.;]{0,60}(?=\n|$)"
)
"""Headings of what tells how a rule came to be made, and never what it demands."""
_SUMMARY = regexp(r"\bSUMMARY:?|(?:(?<=\n)|^)Summary[.:]")
_DATES = regexp(r"\bDATES:?|(?:(?<=\n)|^)Dates?[.:]")
_MORE = regexp(r"\bSUPPLEMENTARY\sINFORMATION:?|(?:(?<=\n)|^)Supplementary\s[Ii]nformation[.:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleParts:
    """The parts of one rule; ``law`` is null where it has no instructions of its own.

    ``told`` is the preamble without what tells how the rule came to be made.
    """

    summary: Span | None
    told: Span
    law: Span | None


def rule_parts(flow: Flow, body: Span) -> RuleParts:
    """Part the text of a rule; without instructions the whole of it is the preamble."""
    more = _MORE.search(flow.flow, body.start, body.end)
    low = more.end() if more else body.start
    law = _LAW.search(flow.flow, low, body.end)
    making = _ABOUT_THE_MAKING.search(flow.flow, low, law.start() if law else body.end)
    told = making.start() if making and law else law.start() if law else body.end
    return RuleParts(
        summary=_summary(flow, body),
        told=Span(body.start, told),
        law=Span(law.start(), body.end) if law else None,
    )


def _summary(flow: Flow, body: Span) -> Span | None:
    found = _SUMMARY.search(flow.flow, body.start, body.end)
    if found is None:
        return None
    end = _DATES.search(flow.flow, found.end(), body.end)
    return Span(found.end(), end.start() if end else min(body.end, found.end() + 1500))
