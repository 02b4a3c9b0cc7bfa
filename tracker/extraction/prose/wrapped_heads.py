"""Which line ends broke the title of an act in the middle of a name?

The lines of a title are short, so that a narrow page cannot be told by them. But the name of a
body that goes on in the next line was broken there, and so was a line that ends with ``of``.
"""

from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.spelling.regexps import regexp

_HEAD = 1_500
_PROSE = regexp(r"[^\n]{0,600}[a-z0-9)][.;:][ \t]{0,4}(?=\n)|[^\n|]{0,20}\||[^\n]{100}")
"""How the first line reads that is no more of the title."""
_DANGLES = regexp(
    r"[^\n]{3,100}[\w)]\s(?i:of|to|on|in|by|for|and|the|dated|nos?\.?)[ \t]{0,4}\n"
    r"(?=[ \t]{0,8}[A-Za-z0-9])"
)
"""A line that must go on in the next one."""


def head_joined(folded: str, names: IssuerNames) -> str:
    """Return the text with a blank for the line ends of its head that broke a title."""
    head = _title_of(folded)
    if "\n" not in head:
        return folded
    ends = {one.end() - 1 for one in _DANGLES.finditer(head)}
    for one in names.mentions(head.replace("\n", " ")):
        at = head.find("\n", one.start, one.end)
        if at >= 0 and head.count("\n", one.start, one.end) == 1:
            ends.add(at)
    for at in ends:
        head = f"{head[:at]} {head[at + 1 :]}"
    return head + folded[len(head) :]


def _title_of(folded: str) -> str:
    """Return the lines at the beginning that are short and end no sentence."""
    at = 0
    while 0 <= at < _HEAD and _PROSE.match(folded, at) is None:
        at = folded.find("\n", at) + 1 or -1
    return folded[:at] if at >= 0 else folded[:_HEAD]
