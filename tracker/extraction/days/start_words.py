"""Which starts does a sentence name, and what stands before each that may tell what starts?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

Subject = str
"""Of what a start is told: ``whole``, ``rest``, ``parts``, ``changes`` or ``applies``."""
Told = tuple[Subject, tuple[Provision, ...], tuple[TimeWord, ...]]

OF_AMENDED = regexp(
    r"\b(?:amended|revised|added|inserted|deleted|new)\s{1,3}(?:provisions?|text|wording|parts?)\s{1,3}(?:of|in|to)\s{1,3}(?:the\s{1,3})?"
    r"(?=Article|Section|Paragraph|Item|article|Annex|Appendix)"
    r"|\b(?:provisions?|amendments?|parts?|revisions?)\s{1,3}(?:that\s{1,3}|which\s{1,3})?(?:amend|revis|delet|add|insert|replac)(?:ing|s|ed)?\s{1,3}"
    r"(?:the\s{1,3})?(?=Article|Section|Paragraph|Item|article)"
    r"|\b(?:amendments?|revisions?|addition|deletion)\s{1,3}(?:to|of)\s{1,3}(?=Article|Section|Paragraph|Item)"
)
"""How a supplement tells of the changed parts of the other act, and not of its own."""

EN_OWN = regexp(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]he\s(?:present"
    r"|said))\s(?:[A-Z]?[a-z]+\s){0,3}(?i:orders?|ordinances?|regulations?|rules?|notices?|circulars?|resolutions?|determinations?|proclamations?"
    r"|notifications?|announcements?|licen[cs]es?|decisions?|directives?|acts?|measures"
    r"|controls|document|decree|instrument|findings?|amendments?|variations?|suspensions?|revocations?|withdrawals?|corrections?|corrigend(?:um|a)|changes?|revisions?|adjustments?)\b"
    r"|\b[Tt]he\s(?:[Aa]nnouncement|[Nn]otification|[Cc]ircular|[Dd]ecree|[Dd]irective|[Pp]ublic\s[Nn]otice)\s(?=(?:shall|will|comes?|enters?|takes?|appl|is)\b)"
    r"|\b[Tt]h(?:e|is)\s(?:temporary|interim|provisional|said)\s(?:export\s)?(?:controls?|restrictions?|prohibition|ban|licensing)\b"
    r"|\b[Tt]he\slast\sday\sof\sits\s(?:application|validity)\b"
    r"|\b(?:[Ii]t|[Tt]hey|[Tt]his)\s(?:shall|will|comes?|enters?|takes?|appl(?:y|ies)|ceases?|expires?|lapses?|remains?|has"
    r"|have|is\s(?:in\s)?effect(?:ive)?)\b|^\W*(?:[Ee]ffective|[Cc]oming|DATES?|Dates?:)|\b[Tt]he\s(?:text(?=\s(?:enters|shall|comes|applies))|Regulations|Measures|Ordinance"
    r"|Rules|Provisions|Order|Notice|withdrawal|rescission|revocation|removals?|suspension|restriction"
    r"|prohibition|corrections?|amendments?|changes?|revisions?|alterations?|replacements?|insertions?|deletions?|(?:(?:interim|temporary|direct|final)\s){0,3}rule|regulations?|licen[cs]e|permission|measures"
    r"|controls)\b"
    r"|\b[Tt]he\s(?:corrected|amended|revised|new)\s(?:text|wording|version)\b"
    r"|\b(?:[Tt]he\sdate\sof\s(?:implementation|application|commencement)|[Tt]he\s(?:above|foregoing|revision)"
    r"|[Bb]oth\s(?:of\s(?:the|these)\s)?(?:points|articles|paragraphs|measures|provisions|requirements)"
    r"|[Aa]ll\s(?:of\s)?(?:the\s)?(?:above|foregoing|points|articles|paragraphs))\b"
    r"|^\W*(?:[0-9]{1,2}[.)]\s)?(?:[Ii]mplementation|[Aa]pplication|[Ee]nforcement)\s(?:shall\s|will\s)?(?:begins?|starts?|commences?)\b"
    r"|^\W*(?:[0-9]{1,2}[.)]\s)?Entry\sinto\s(?:force|effect)\s(?:shall|will|is|takes|occurs)\b"
    r"|\b(?:[Tt]he|[Tt]hese|[Tt]his|[Aa]ll)\s(?:[a-z-]+\s){0,3}?(?:requirements?|provisions?|conditions?"
    r"|polic(?:y|ies)|measures?|obligations?|licensing|bans?|procedures?|adjustments?|terms|results?|dispositions?|outcomes?|arrangements?)\b"
)
OF_ROWS = regexp(
    r"(?i)\b(?:(?:S|Sl|Sr|Serial)\.?\s?(?:No|Nos|Numbers?)\b\.?|(?:rows?|entr(?:y|ies)|items?)(?:\s(?:at|under))?(?:\sNos?\.?)?(?=\s\(?[0-9]{1,2}\b(?!\s[0-9])))"
    r"\s?(?P<ns>\(?[0-9ivx]{1,4}\)?(?:(?:,\s|\sand\s|\s?&\s?|\sto\s|,\sand\s)\(?[0-9ivx]{1,4}\)?){0,12})"
)
"""How a paragraph behind a table means its rows: ``the entries at S. Nos. 1 and 3``."""
_BY_SERIAL = regexp(r"\b(?:S|Sl|Sr|Serial)\.?\s?(?:No|Nos|Numbers?)\b\.?\s?\(?[0-9]")
_ROWS_BY_CODE = regexp(
    r"\b(?:polic(?:y|ies)|entr(?:y|ies)|items?|goods|rows?)\s(?:for|of|under|at|in|relating\sto)"
    r"\s[^.;]{0,40}?(?<![0-9])[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{2}"
)
"""The same by the code of the row: ``the policy for ITC(HS) 8505 11 10``."""
EN_REST = regexp(
    r"\b(?:[Tt]he\s)?(?:other|remaining|rest\sof\sthe)\s(?:provisions?|articles?|paragraphs?"
    r"|measures?|items?|parts?|points?|sections?|regulations?|clauses?|requirements?|rules|amendments?|changes)\b"
    r"|\b[Ee]verything\selse\b|\b[Tt]he\s(?:rest|others|remainder)\b"
)
EN_FORCE = regexp(
    r"force|effect|effective|appl(?:y|ies|icable)|commenc|implement|operat|enforce|\bbegin|\bmay\sbe\sused\b"
    r"|\bstart|\bruns?\b|\bvalid\b|appl(?:y|ied)|\bobserved|carried\sout|\blasts?\b",
    re.IGNORECASE,
)
EN_OTHER = regexp(
    r"\b(?:[Ee]nterprises|[Oo]perators|[Ee]xporters|[Aa]pplicants|[Cc]ompanies)\b[^.;]{0,70}\bmay\s(?:[a-z]+\s)?$"
    r"|\bwould\b|\bremains?\b(?!\sin\s(?:force|effect)\b[^.;]{0,60}?,?\s(?:except\sthat|but|while|whereas)\b)|\bcomments?\b|\bdelayed\b|\bsuspended\b"
    r"|\bwas\b(?!\s(?:filed|published|placed|made\savailable)\b[^.;]{0,70},?\sand\s(?:is|takes|becomes|comes|enters|shall|will)\b)|\bwere\b|\bhad\b"
    r"|\bpostponed\b|\brevoked\b|\brepealed\b|\bresum|(?<!ation\s)(?<!licen[cs]e\s)(?<!permit\s)\bissued\b|\bamended\b"
    r"|\b(?:has|have)\s(?:been\s|already\s){0,2}(?:appl|enter|taken|come|in\s|effective)|\b(?:entered(?!,?\s(?:for\sconsumption|or\swithdrawn|into\sthe\scustoms))|came|took)\b"
)


EN_TURNED = regexp(
    r"(?i:\b(?:may|might|should|could|cannot|would)\s(?:also\s|then\s|only\s|not\s|be\s){0,2}$"
    r"|\bwhether\b[^.;]{2,80}$|\bnot\s(?:yet\s|be\s|to\s){0,2}$|\bnever\s$"
    r"|\b(?:if|unless|provided\sthat|in\scase)\s(?!(?:otherwise|no\b))[^.;]{2,60}$"
    r"|\b(?:propos|expect|recommend|request|hop|plan|intend|suggest|envisag|anticipat)(?:e[sd]?|s|ed|ing)?\s(?:that\b|to\b|for\b)[^.;]{0,60}$)"
)
"""What right before a start says that it is wished, possible, conditional, or denied."""
EN_ALSO = regexp(
    r"[,;]?\s(?:and|while|whereas|but)\s(?:(?:those|that)\sof\s)?[^;:.\ue000\ue001]{3,80},?\s?$"
    r"|,\s(?:that\s(?:in|of)\s)?(?:[Tt]he\s(?:first|second|third|fourth)|(?:Article|Point|Paragraph|Regulation|Section)s?"
    r"\s[0-9IVX]{1,3}(?:\s(?:and|to)\s[0-9IVX]{1,3})?),?\s?$"
)
"""A second start that needs no verb: ``Point I applies from May 1, and Point II from June 1``."""


EN_GOES_ON = regexp(
    r"(?:\s?in\sthe\sOfficial\sJournal(?:\sof\sthe\sEuropean\sUnion)?)?,?\s(?:and|but)\s"
    r"(?:(?:is|are|shall\sbe)\s(?:also\s|only\s)?applicable\b|(?:(?:shall|will|is\sto)\s)?(?:only\s|first\s)?(?:apply|applies|be\sapplied|take\seffect)\s(?:only\s)?$)"
)
"""A second day of the same subject: ``is effective May 1, and is applicable beginning April 1``."""
EN_EXCEPT_THAT = regexp(r",\sexcept\sthat\b")
"""What parts from the start of the whole what only some of its goods or rules have."""
DEEMED = regexp(
    r"\b(?:deemed|treated|regarded)\s(?:to\shave|as\s(?:having|if\sit\shad))\s(?:been\s)?(?:taken|come|entered|effect)"
)
"""What says that an act holds from a day that has gone by."""


_ANOTHER_SUBJECT = regexp(
    r",?\s(?![^.;]{0,300}?\bby\sthis\b)"
    r"(?:(?!\b(?:this|these|shall|is|are|may|must|will|requires?|exporters?)\b)[^.;\ue001]){0,160}\ue001"
)
"""How a clause goes on whose subject is another act: ``Effective June 1, point II of No. 5 …``."""


def opens_another(flow: Flow, word: TimeWord, before: str, high: int) -> bool:
    """Tell whether a day with which a sentence begins is that of what it says of another act."""
    if _BY_SERIAL.search(before) or _ROWS_BY_CODE.search(before):
        return True  # ``the entry at Sl. No. 2``: only this row of a table begins
    if before.strip("(. 0123456789IVX)"):
        return False
    return _ANOTHER_SUBJECT.match(flow.marked, word.end, high) is not None


EN_FOLLOWING = regexp(r"\b[Tt]he\sfollowing\s(?:provisions|articles|parts|sections|points)\b")
"""Of what a list tells that stands behind the day."""
OF_OWN_ARTICLE = regexp(
    r"\b(?:referred\sto|mentioned|provided\sfor|set\sout|stipulated|specified)\s(?:in|under|by)\s(?:sub)?paragraphs?\s\(?[0-9a-z]{1,2}\)?"
    r"(?!\s?(?:of|in)\b)"
)
"""What only the article that says it begins on a day: ``the ban referred to in paragraph (1)``."""


PAST = regexp(r"(?:entered|came|took|commenced|began)\s")
"""How a time begins that tells when something held from: ``entered into force on June 1``."""


def starts(times: Times, sentence: Span) -> Iterator[tuple[TimeWord, int, int]]:
    """Yield each start of a sentence with the stretch before it that may tell its subject."""
    words = times.within(sentence.start, sentence.end)
    low = sentence.start
    starts = [word for word in words if word.role == "start"]
    for index, word in enumerate(starts):
        high = starts[index + 1].start if index + 1 < len(starts) else sentence.end
        yield word, low, high
        low = word.end


def start_before(flow: Flow, times: Times, low: int, at: int) -> TimeWord | None:
    """Return the start told last before ``at``: from ``low`` on, else in the sentence before it."""
    here = _dated(times, low, at)
    if here:
        return here[-1]
    before = flow.sentence_before(low)
    told = _dated(times, before.start, before.end) if before.end <= low else []
    return told[-1] if told else None


def _dated(times: Times, low: int, high: int) -> list[TimeWord]:
    return [word for word in times.within(low, high) if word.role == "start" and word.day]


def ends(times: Times, word: TimeWord, high: int) -> tuple[TimeWord, ...]:
    """Return a start with the ends and lengths behind it, up to ``high``."""
    later = (one for one in times.within(word.start, high) if one.role != "start")
    marked = times.flow.marked
    return (word, *(one for one in later if not _OF_ANOTHER.search(marked, word.end, one.start)))


_OF_ANOTHER = regexp(
    r"\ue001\)?(?:,?\s(?:dated|of)\s\ue000{4,44})?,?\s?\(?(?:and\s)?(?:which|that|valid|due|expiring|set|originally"
    r"|in\sforce|scheduled|running|ending)\b[^.;]{0,80}$"
)
"""What stands before an end that is told of another act: ``No. 914 (which would run until``."""


def ending_with(life: Life, whole: Life | None) -> Life:
    """Return the life of a part that begins within the whole's, and ends no later than it."""
    if whole is None or whole.through is None or whole.end is None or life.end is not None:
        return life
    if life.from_ is None or life.from_ >= whole.through:
        return life
    return replace(life, end=whole.end, through=whole.through, computed=whole.computed)


PAPERWORK = regexp(
    r"\b(?:OMB|[Cc]ollections?(?:\sof\sinformation)?|[Cc]ontrol\s[Nn]umbers?|[Ff]orms?)\b[^.;]{0,60}$"
)
"""What says that only the approval of a form ends."""


_OPEN_QUOTE = regexp(r"(?:[\s(:][‘'\"]|“)(?=\w)[^’'\"”]*$")
_QUOTE_REACH = 600


def in_new_words(flow: Flow, sentence: Span, at: int) -> bool:
    """Tell whether a place stands in a quoted line: such words are written into another act."""
    line = flow.flow.rfind("\n", 0, at) + 1
    if _OPEN_QUOTE.search(flow.flow, max(sentence.start, at - _QUOTE_REACH), at):
        return True
    if flow.language == "en" and in_quoted_lines(flow, at):
        return True
    return flow.flow[line] in "“\"'‘" or flow.flow[sentence.start] in "“\"'‘"


_OPENS_LINES = regexp(
    r"[-\u2013\u2014:]\s{0,3}\n\s{0,12}[\u201c\"\u2018'](?=[\w(])"
    r"(?![^\n]{1,80}?[\u201d\"\u2019']\s[a-z])"
)
_CLOSES_LINES = regexp(r"[\u201d\"\u2019'](?:[;.,]{0,2}[ \t]*(?:\n|$)|[.;]\s(?=[A-Z(]))")
_LINES_REACH = 3_000


def in_quoted_lines(flow: Flow, at: int) -> bool:
    """Tell whether a place stands in new words of several lines: ``is inserted:`` and a quote."""
    low = max(0, at - _LINES_REACH)
    opened = [*_OPENS_LINES.finditer(flow.flow, low, at)]
    return bool(opened) and _CLOSES_LINES.search(flow.flow, opened[-1].end(), at) is None
