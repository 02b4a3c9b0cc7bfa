"""Which line heads an act whose number is not read?"""

import re

from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_LINES = 30
_HEADING = regexp(
    r"^(?:(?:The\s)?[A-Z][^.;:]{0,120}\b)?(?:Regulations?|Orders?|Decrees?|Notices?|Resolutions?|Ordinances?|Determinations?"
    r"|Rules?|Licen[cs]es?|Directions?|Declarations?|Corrigendum|LICEN[CS]E|ORDER|NOTICE|DETERMINATION|RESOLUTION|DECREE)\b[^;]{0,300}$"
    r"|^主旨:"
)
_SENTENCE = regexp(
    r"[a-z0-9)]\s?[.:;]$|\b(?:shall|hereby|will|enters?|comes?|takes?|prevails|derived|published)\b"
)


def heading_of(flow: Flow, form: re.Match[str]) -> str | None:
    """Return the heading: the line that shows the form of an act, else the first like a title."""
    line_start = flow.flow.rfind("\n", 0, form.start()) + 1
    own = flow.flow[form.start() : form.end()]
    if form.start() == line_start and _HEADING.match(own) and not _SENTENCE.search(own):
        return flow.text[form.start() : form.end()]
    for line in flow.lines[:_LINES]:
        words = flow.flow[line.start : line.end]
        if line.start >= form.start():
            break
        if _HEADING.match(words) and not _SENTENCE.search(words):
            return flow.text[line.start : line.end]
    return None
