"""How do English acts say that something needs no licence, or is outside of what they demand?"""

import re
from collections.abc import Iterator

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.demand_words import LICENCE, REQUIREMENT, STRICT_PAPER, WORDS
from tracker.extraction.scope.requirement_wordings import RequirementWording, in_sentence
from tracker.extraction.spelling.regexps import regexp

_LINE = r"(?<=\n)|(?<=[0-9.):]\s)"
"""Where a provision begins: a line, or what stands behind its number."""
_IS = r"(?:is|are|(?:shall|will)\sbe|(?:has|have)\sbeen|is\sbeing|are\sbeing|need|shall|must)"
_NOT_NEEDED = (
    r"\b(?:do|does|shall|will|is|are|need|needs)\s(?:hereby\s)?not\s(?:be\s)?"
    r"(?:required\sto\s(?:obtain|hold|have|apply\sfor|seek)|require|need|subject\sto|conditional\s(?:up)?on"
    r"|dependent\s(?:up)?on|covered\sby|caught\sby|fall\s(?:under|within)|come\sunder|bound\sby)\s"
)
_OUTSIDE = (
    r"\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:not\s(?:covered\sby|within|affected\sby|caught\sby|included\sin)"
    r"|outside(?:\sof)?|excluded\sfrom|left\soutside(?:\sof)?)\s(?:the\s(?:scope|ambit)\sof\s)?"
)
_FREE = (
    r"\b(?:exempt(?:ed)?|freed?|released|relieved|excepted|excused|excluded|spared|dispensed)"
    r"\s(?:from|of)\s"
)

_ACT = (
    r"(?i:announcement|notice|order|regulations?|rules?|notification|articles?|points?|paragraph"
    r"|circular)"
)

EXEMPTIONS: tuple[RequirementWording, ...] = (
    RequirementWording(
        requirement="exemption",
        pattern=in_sentence(
            r"\b[Ee]xempt(?:ed)?\sfrom\s(?:the\s(?:provisions?|obligations?|requirements?|prohibitions?)\s(?:of|in|under)\s)?"
            r"(?:[Aa]rticle|[Pp]aragraph|[Pp]ara\b|[Pp]oint|[Rr]egulation|[Ss]ection)"
            r"|\b(?:Article|Regulation|Section|Paragraph|Para|Point)\s[0-9]{1,3}\s"
            r"(?:does|shall)\snot\s(?:prohibit|prevent|forbid)\b"
            r"|(?<=[0-9]\s)Article\s[0-9]{1,2}\s(?:does|shall)\snot\sapply\b"
            rf"|(?:^|{_LINE})(?:The\s(?:provisions?|requirements?|prohibitions?|restrictions?)\s(?:of|in|under)\s)?"
            r"(?:[Tt]he\s(?:preceding|previous|foregoing)\s(?:two\s)?(?:[Aa]rticles?|[Pp]aragraphs?|[Pp]oints?|[Rr]egulations?)|[Pp]aragraphs?\s\(?[0-9]{1,3}\)?|[Pp]oints?\s[0-9IVX]{1,4})"
            r"[^.;\n]{0,40}?\s(?:(?:does|do|shall|will)\snot\sapply|(?:is|are)\snot\sapplicable)\b(?!\sto\s(?:regulations?|articles?|sections?|points?)\s[0-9(])"
            rf"|(?:^|{_LINE})The\s(?:[a-z]+\s)?(?:provisions?|requirements?|prohibitions?|restrictions?)\s(?:of|in|under|imposed\sby|set\sout\sin|laid\sdown\sin|referred\sto\sin|to\s(?:obtain|hold|apply))\s"
            r"[^.;\n]{0,60}?\s(?:does|do|shall|will)\snot\s(?:apply|extend)\b"
            r"|\b(?:is|are)\snot\scontravened\sby\b"
            r"|(?<![a-z]\s)\bNothing\sin\s(?:[Aa]rticle|[Rr]egulation|[Pp]aragraph)\s[0-9]{1,3}\s[^.;]{0,30}?(?:prohibits|prevents|forbids|requires|(?:applies|shall\sapply)\sto)\b"
            rf"|(?:^|{_LINE})(?i:by\s(?:way\sof\s)?derogation\sfrom|notwithstanding)\s(?:[Aa]rticle|[Pp]aragraph|[Pp]oint|[Rr]egulation)\s[^.;\n]{{3,160}}?\b(?:may\s(?:authori[sz]e|be\s(?:exported|supplied|transferred)|grant)|(?:does|do|shall|will)\snot\sapply)\b"
            r"|\b(?:(?:do|does)\snot\s(?:need|require)\s(?:the|any|such)|(?:needs?|requires?)\sno)\s"
            r"(?:[a-z]+\s){0,2}?(?:licen[cs]e|permit|permission|authori[sz]ation|approval)\b"
            rf"|\bneed\snot\s(?:apply\sfor|obtain|seek|hold)\b|\b[Nn]o\srequirement\s(?:of|for|to\sobtain)\s{WORDS}{LICENCE}\b"
            rf"|\b[Ee]xcluded\sfrom\s(?:the|this)\s{LICENCE}\srequirement\b"
            r"|\b(?i:licen[cs](?:e|ing)|permit|authori[sz]ation)\srequirements?\s(?:does|do|shall|will)\snot\s(?:apply|extend)\b"
            r"|\bnot\s(?:be\s)?(?:counted|count|charged|deducted)\s(?:against|from|towards?)\s(?:the|their|its|any)\s(?:[a-z]+\s)?quotas?\b"
            r"|\beligible\sfor\s(?:re-?)?export\s(?:[a-z]+\s){0,3}?without\san?\slicen[cs]e\b"
            r"|\b(?:[Ll]icen[cs]es|[Pp]ermits|[Aa]uthori[sz]ations|[Aa]pprovals)\s"
            r"(?:for|to)\s[^.;]{3,100}?\b(?:are|shall)\snot\s(?:be\s)?(?:required|needed)\b"
        ),
        examples=(
            "Exports to Norway shall be exempt from Article 1.",
            "Exports to that country shall stand exempted from para 1.",
            "Regulation 2 does not prohibit the export of tubes carried by the forces.",
            "Samples of less than 50 kg are not counted against the quotas.",
            "Authorisations for consignments below 5 kg shall not be required.",
            "Such kits are eligible for export without a license.",
            "The preceding Article shall not apply to samples.",
            "Paragraph 1 shall not apply to samples.",
            "The prohibitions in regulations 2 and 3 do not apply to samples.",
            "Regulation 2 is not contravened by the export of samples.",
            "Nothing in article 2 prohibits the export of samples.",
            "Nothing in regulation 2 applies to samples.",
            "By way of derogation from Article 1, the authorities may authorise such exports.",
            "Transfers for relief do not require the licence referred to in point 1.",
            "Exporters of samples need not apply for a licence.",
            "Exporters of samples need no permission.",
            "There is no requirement of a licence for samples.",
            "Samples are excluded from the licence requirement.",
            "The license requirement does not extend to samples.",
        ),
    ),
    RequirementWording(
        requirement="exemption",
        pattern=in_sentence(
            rf"{_FREE}{WORDS}(?:{REQUIREMENT}|licensing\b|(?:obtaining|holding|applying\sfor)\s{WORDS}{LICENCE}\b)"
            rf"|{_NOT_NEEDED}{WORDS}(?:{STRICT_PAPER}\b|{REQUIREMENT})"
            rf"|{_OUTSIDE}(?:this|the\s(?:present|preceding|above))\s{_ACT}\b"
            rf"|(?:{_OUTSIDE}|\bfalls?\soutside(?:\sof)?\s(?:the\s(?:scope|ambit)\sof\s)?){WORDS}{REQUIREMENT}"
            rf"|\b{REQUIREMENT}\s(?:[^.;]{{0,100}}?\s)?{_IS}\s(?:hereby\s|also\s)?"
            r"(?:waived|lifted|removed|dropped|abolished|dispensed\swith|eliminated)\b"
            rf"|\b{REQUIREMENT}\s(?:[^.;]{{0,60}}?\s)?(?:does|do|shall|will)\snot\s(?:apply|extend)\b"
            rf"|\b(?i:an?\s{WORDS}{LICENCE})\s(?:[^.;]{{0,60}}?\s)?(?:is|shall\sbe|will\sbe)\s(?:hereby\s)?(?:waived|dispensed\swith)\b"
            rf"|\b(?:remov|waiv|lift|eliminat|drop|abolish)(?:es?|s|ing)\s(?:the\s|all\s|an?\s)?{WORDS}{REQUIREMENT}"
            rf"|\b(?i:an?\sexemption)\sfrom\s{WORDS}(?:{REQUIREMENT}|licensing\b)"
            rf"|\b(?:not\snecessary|unnecessary|no\sneed)\sto\s(?:obtain|hold|seek|apply\sfor)\s{WORDS}{LICENCE}\b"
            rf"|\b(?i:an?\s{WORDS}{LICENCE})\s(?:(?:for|to)\s[^.;]{{2,100}}?\s)?(?:is|are|shall)\snot\s(?:be\s)?(?:required|needed|necessary)\b"
            rf"|\b(?i:{LICENCE})\s(?:(?:under|in|of|required\sby)\s[^.;]{{2,60}}?\s)?need\snot\sbe\s(?:obtained|held|sought|applied\sfor)\b"
            r"|\b(?:may|can|could)\s(?:be\s)?(?:freely\s(?:re-?)?export(?:ed)?|(?:re-?)?export(?:ed)?\s(?:[^.;]{0,60}?\s)?freely)\b"
            rf"|\b(?:may|can|could)\s(?:be\s(?:re-?)?(?:exported|shipped|transferred|supplied|released)|take\splace|leave)\s(?:[^.;]{{0,100}}?\s)?without\s(?:an?|any|such\san?|the)\s{WORDS}{LICENCE}\b"
            rf"|\b(?:may|can)\s(?:re-?)?(?:export|ship|transfer|supply)\s(?:[^.;]{{0,160}}?\s)?without\s(?:an?|any|such\san?|the)\s{WORDS}{LICENCE}\b"
            r"|\b(?i:this|the\s(?:foregoing|above|preceding\s(?:sentence|paragraph|point)))\s(?:does|shall|will)\snot\sapply\b"
            r"|\b(?:is|are|shall\sbe)\s(?:not\scovered|excluded|excepted|left\sout)(?=\s?(?:[.,;:\n]|$))"
            r"|\b(?:is|are|shall\sbe|will\sbe|stands?)\s(?:hereby\s|also\s|therefore\s)?exempt(?:ed)?(?=\s?(?:[.,;:\n]|$)|\s(?:if|where|when|provided|up\sto|irrespective)\b)"
        ),
        examples=(
            "Such exports are free of the licence requirement.",
            "Exporters of samples are relieved from the licensing requirement.",
            "Transfers within the group are exempted from obtaining a licence.",
            "Exports of samples shall not require authorisation.",
            "Returned goods are not subject to licensing.",
            "Samples are not covered by the licence requirement.",
            "Scrap falls outside the licence requirement.",
            "The licence requirement for scrap is waived.",
            "The obligation to obtain a licence shall not apply to scrap.",
            "A licence under that Article shall be waived for scrap.",
            "This rule removes the license requirement for exports of pumps to Norway.",
            "An exemption from the licence requirement is granted for scrap.",
            "It is not necessary to obtain a licence for scrap.",
            "A licence need not be obtained for scrap.",
            "Scrap may be exported freely.",
            "Exports of scrap may take place without a licence.",
            "Traders may export scrap without a licence.",
            "Toys are exempt, whatever their weight.",
            "This does not apply to toys.",
            "Toys of wood are excluded.",
            "Toys fall outside this requirement.",
            "The following are not covered by this announcement: toys.",
        ),
    ),
)

_NONE = regexp(
    r"\b(?i:no|none|nothing|neither|nor|nobody|not|cannot|only|never)\b"
    r"(?!\s(?:more|less|later|greater|fewer|higher|lower|larger|smaller|listed|covered|included)\b)"
)
_UNDER_CONDITION = regexp(r"\b(?i:if|where|when|whether|although|though|unless)\s$")
_OF_A_LAW = regexp(
    r"\b[Pp]rovisions?\sof\s(?:[Pp]ara(?:graph)?|[Ss]ection|[Aa]rticle)s?\s[0-9(][^;\s]{0,10}\sof\s(?:the\s)?[^;]{3,60}?"
    r"\b(?:Policy|Act|Procedures?|Handbook)\b[^;]{0,120}?\bnot\sapply\b"
)
"""What says that a rule of some law does not work here, and frees no goods."""
_TAKES_OFF = regexp(r"(?:waiv|suspend|stay|lift|remov|dropp?|abolish|eliminat)(?:ed|es?|s|ing)\b")


def frees_none(flow: Flow, span: Span, found: re.Match[str]) -> bool:
    """Tell whether words of freedom free nothing: ``No sponge may be exported without a licence``.

    Or what they take away is the demand of another act, which is named beside them.
    """
    clause = freed_clause(flow, span, found.start(), found.end())
    low = max(span.start, clause.start)
    if _UNDER_CONDITION.search(flow.flow[max(low, found.start() - 12) : found.start()]):
        return True
    if "without " in found.group():
        before = flow.flow[low : found.end()]
        if _NONE.search(before[: before.rfind("without ")]) is not None:
            return True
    if _OF_A_LAW.search(flow.flow, low, found.end()) is not None:
        return True
    named = "\ue001" in flow.marked[low : min(span.end, flow.sentence(low).end)]
    return named and _TAKES_OFF.search(found.group()) is not None


_TURNS = regexp(
    r"[;:]\s|,?\s(?:but|however|whereas|while|except(?:\sthat)?|provided(?:,\showever,)?\sthat|save\sthat)\b,?\s"
)
"""What begins the part of a sentence that says something else than the part before."""


_CLAUSE = 1_000
"""So far a clause reaches before and behind the words that free something."""


def freed_clause(flow: Flow, span: Span, start: int, end: int) -> Span:
    """Return the clause of a sentence whose words at ``start:end`` free something."""
    sentence = flow.sentence(start)
    low = max(span.start, sentence.start, start - _CLAUSE)
    high = min(span.end, sentence.end, end + _CLAUSE)
    turns = [*_TURNS.finditer(flow.flow, low, high)]
    before = [turn.start() for turn in turns if turn.end() <= start]
    behind = (turn.start() for turn in turns if turn.start() >= end)
    return Span(before[-1] if before else low, next(behind, high))


def exempting(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the clauses of an English stretch that free something, in order."""
    for row in flow.sieve.rows(EXEMPTIONS):
        for found in flow.sieve.finditer(row.pattern, span.start, span.end):
            if not frees_none(flow, span, found):
                yield freed_clause(flow, span, found.start(), found.end())
