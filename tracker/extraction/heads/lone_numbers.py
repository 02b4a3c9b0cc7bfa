"""Does a number stand alone on its line, right under or above what names its issuer?"""

from tracker.extraction.heads.joint_names import BODY
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_NUMBER_ALONE = regexp(
    r"\s*\(?(?:[\[(]\s?(?:19|20)[0-9]{2}\s?[\])]\s?第?|(?:19|20)[0-9]{2}\s?年\s?第)\s?[0-9]{1,4}\s?号\)?\s*"
)
_SUBJECT = regexp(r"关于[^\n。;]{2,80}的(?:公告|通告|决定|通知)\s*")
_HEAD = 300


def under_title(flow: Flow, line: Span) -> bool:
    """Tell whether a line is nothing but a number, right under the title that names its issuer.

    The first line of a text may be the number, and the head of the notice the second one.
    """
    if line.start > _HEAD or _NUMBER_ALONE.fullmatch(flow.flow, line.start, line.end) is None:
        return False
    above = [one for one in flow.lines if one.end <= line.start]
    if above and any(one.start == above[-1].start for one in flow.around.mentions):
        return True
    if len(above) > 1 and _SUBJECT.fullmatch(flow.flow, above[-1].start, above[-1].end):
        return BODY.search(flow.flow[above[-2].start : above[-2].end].rstrip()) is not None
    below = next((one for one in flow.lines if one.start > line.start), None)
    return not above and below is not None and _heads_below(flow, below)


def _heads_below(flow: Flow, line: Span) -> bool:
    """Tell whether a line is the head of a notice, whose number stands above it."""
    named = any(one.start == line.start for one in flow.around.mentions)
    return named and _NOTICE_ALONE.search(flow.flow, line.start, line.end) is not None


_NOTICE_ALONE = regexp(r"公\s{0,4}告\s{0,4}$")
