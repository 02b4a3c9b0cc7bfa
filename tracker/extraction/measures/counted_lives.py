"""How long does a part hold that counts its time from the start of the act itself?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.prose.flow import Span

_OWN_START = re.compile(
    r"\s(?:from|after|as\sof|counting\sfrom|(?:starting|beginning)\s(?:from|with|on))\s(?:the\s)?(?:(?:date|day)\s(?:of|on\swhich|when)\s)?"
    r"(?:(?:its|the)\s(?:entry|coming)\sinto\s(?:force|effect)|this\s(?:[A-Z]?[a-z]+\s){1,3}(?:takes|enters|comes|becomes)\b)"
)
"""What counts a time from the start of the act: ``for six months from its entry into force``."""


def counted_from_start(act: Act, part: str, span: Span) -> Life | None:
    """Return the life of a part that lasts some time from the start of the act itself."""
    words = act.times.within(span.start, span.end)
    length = next((word for word in words if word.role == "length"), None)
    general = act.commencement.of(part)
    if length is None or general is None or general.start is None:
        return None
    if _OWN_START.match(act.flow.flow, length.end, span.end) is None:
        return None
    return life_of((general.start, length))
