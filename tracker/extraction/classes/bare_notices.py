"""Is a document of the Federal Register a mere notice, which tells something and rules nothing?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.heads.register_heads import STATED_ACTION
from tracker.extraction.measures.register_orders import ORDERED
from tracker.extraction.spelling.regexps import regexp

_NOTICE = regexp(
    r"(?![^\n]*\b(?:rule|regulations?|final|order)\b)"
    r"(?:(?:[0-9]{1,3}-day\s)?(?:notices?|intent|request|announcement|petition)\b"
    r"|[^\n]{0,80}\b(?:information\scollection|request\sfor\scomments?)\b)",
    re.IGNORECASE,
)
"""The action of a notice, which tells of meetings, petitions, collections of information."""
_OF_NO_RULE = regexp(
    r"(?i)\bnotice\s(?:of|to|regarding|concerning)\b|\bmeetings?\b|\bfinal\sresults\b|\badministrative\sreview\b"
    r"|\bsunset\sreview\b|\bavailability\b|\bprivacy\sact\b|\bapplication\s(?:for|of)\b|\bcomment\srequest\b"
)
"""The subject of a notice that tells no action."""
_PART_OF_CODE = regexp(
    r"(?:(?<=\n)|^)\s{0,3}[0-9]{1,2}\sCFR\s(?:[Pp]arts?|[Cc]h)|\bAGENCY:|\bExecutive\sOrder\b|\bProclamation\b"
    r"|\b(?:[Ff]inal|[Tt]emporary|[Ii]nterim)\s(?:[Ff]inal\s)?[Rr]ule\b"
)
_SUBJECT = 400


def only_a_notice(act: Act) -> bool:
    """Tell whether a document of the Federal Register is a notice, which makes no rule."""
    text = act.flow.flow
    if act.family != "rule" or act.flow.sieve.search(ORDERED):
        return False
    action = STATED_ACTION.search(text[:20_000])
    if action is not None:
        return _NOTICE.match(action["action"]) is not None
    if _OF_NO_RULE.search(act.instrument.title or text[:_SUBJECT]):
        return True
    return _PART_OF_CODE.search(text[:2_500]) is None


def moves_its_own(act: Act, moved: tuple[ExtractedEffect, ...]) -> bool:
    """Tell whether an act moves, from a day that it tells, another act of its own issuer."""
    series = act.id.rsplit("/", 2)[0] + "/"
    return any(
        one.from_ is not None and affected.startswith(series)
        for one in moved
        for affected in one.affected
    )
