"""Which news says nothing of law, so that reading it whole would find nothing?

A short way round the reader for what the feeds of the press mostly hold. It is taken only where no
pattern that decides anything about such a text can match anywhere in it.
"""

import re
from functools import cache
from typing import NamedTuple

from tracker.domain.records import Authority
from tracker.extraction.classes.assertions import CONTENT, OF_RULES
from tracker.extraction.classes.class_words import CONSENT, DEMANDS, OPINION, SPOKEN, STOPPED
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.needed_words import needed_words, plain_spelling, shortest

DECIDING: tuple[re.Pattern[str], ...] = (
    CONSENT,
    STOPPED.pattern,
    OPINION.pattern,
    DEMANDS,
    SPOKEN.pattern,
    CONTENT,
    OF_RULES,
)
"""What makes a text of the press that names no act more than a report, or its sentence a claim."""

_MARK_OF_A_DAY = "\ue000"


def is_plain_news(flow: Flow, *, authority: Authority | None) -> bool:
    """Tell whether a text that cites no act is a report of the press without any claim.

    ``False`` says nothing: the text is to be read.
    """
    words = _words()
    if authority != "press" or words is None or not flow.flow.strip():
        return False
    spelled = plain_spelling(flow.flow)
    if spelled is None or any(map(spelled.__contains__, words.plain)) or flow.numbers:
        return False
    if not any(word.partition(_MARK_OF_A_DAY)[0] in spelled for word in words.with_days):
        return True
    marked = plain_spelling(flow.marked) or ""
    return not any(word in marked for word in words.with_days)


class _Words(NamedTuple):
    """The words that are looked for, those with the mark of a day apart."""

    plain: tuple[str, ...]
    with_days: tuple[str, ...]


@cache
def _words() -> _Words | None:
    """Return the words of which every pattern needs one; ``None`` where some pattern needs none."""
    found = set[str]()
    for pattern in DECIDING:
        needed = needed_words(pattern)
        if needed is None:
            return None
        found |= needed
    words = shortest(found)
    return _Words(
        plain=tuple(word for word in words if _MARK_OF_A_DAY not in word),
        with_days=tuple(word for word in words if _MARK_OF_A_DAY in word),
    )
