"""Does a rule of the Federal Register only take names off a list, and bind nobody anew?"""

from tracker.extraction.act import Act
from tracker.extraction.prose.register_parts import RuleParts
from tracker.extraction.scope.entity_lists import ENTITIES
from tracker.extraction.spelling.regexps import regexp

ADDS = regexp(
    r"\b(?i:by\s)?(?i:adding|revising|to\sadd|to\srevise)\b[^.;]{0,80}\b(?:ECCNs?|entr(?:y|ies))\b"
    r"|\b[Aa]dding\sthe\sfollowing\snew\s"
    r"|\b(?:ECCNs?|[Ee]ntr(?:y|ies)|General\sOrder|License\sException)\b[^.;]{0,60}\b(?:is|are)\s(?:hereby\s)?added\b"
    r"|\b(?:[Aa]dding|[Aa]dd)\s(?:a\s|new\s){0,2}(?:General\sOrder|License\sException|(?:[Tt]emporary\s)?[Gg]eneral\s[Ll]icense)\b"
)
"""What instructions say that add entries to the law."""
_REMOVAL = regexp(r"\bRemov(?:als?|es|ing)\s(?i:of|from)\b")
_ADDITION = regexp(r"\b(?:Add(?:itions?|s|ing)|Revis(?:ions?|es|ing)|Controls?)\b")
_TAKES_NAMES_OFF = regexp(
    r"\b(?i:remov(?:e|es|ing)|delet(?:e|es|ing)|tak(?:e|es|ing))\s[^.;]{2,200}?\s(?:from|off)\sthe\s(?=[^.;]{0,60}List\b)"
    r"|\b(?:is|are)\s(?:hereby\s)?(?:removed|deleted|taken)\s(?:from|off)\sthe\s(?=[^.;]{0,60}List\b)"
)
_PUTS_MORE = regexp(r"\b(?i:add(?:s|ed|ing|itions?)?|revis\w+|impos\w+|modif\w+|amend\w+)\b")

_DONE_BEFORE = regexp(
    r"\b(?:was|were|been|had)\s(?:[a-z]+\s)?(?:added|imposed|revised)\b"
    r"|\b(?:added|imposed|amended|revised)\s(?:to\s[^.;\ue001]{1,60}\s)?(?:by|in|on|through|under)\b"
    r"|\ue001\)?,?\s(?:had\s)?(?:added|imposed|revised)\b"
)
"""What tells what an earlier rule put on the list: ``the entities added by FR Doc. 2026-90217``."""


def only_removes(act: Act, parts: RuleParts) -> bool:
    """Tell whether a rule by its title or its summary only takes names off a list."""
    title = act.instrument.title or ""
    if _REMOVAL.search(title) is not None and ENTITIES.search(title) is not None:
        return _ADDITION.search(title) is None
    law, summary, flow = parts.law or parts.told, parts.summary, act.flow.flow
    if summary is None or ADDS.search(flow, law.start, law.end):
        return False
    where = (summary.start, summary.end)
    removes = _TAKES_NAMES_OFF.search(flow, *where) and ENTITIES.search(flow, *where)
    told = _DONE_BEFORE.sub("", act.flow.marked[summary.start : summary.end])
    return bool(removes) and _PUTS_MORE.search(told) is None
