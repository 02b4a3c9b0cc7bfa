"""Of which further acts does a sentence say that what was done before is done to them too?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.deeds.days_beside import SAME_OF
from tracker.extraction.deeds.deed_targets import targets
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.prose.flow import Span

_NOT_TO = re.compile(r"\b(?:not|unless|if|except)\b")


def likewise(act: Act, sentence: Span, hit: Hit) -> tuple[tuple[str, int, int], ...]:
    """Return the acts of ``The same applies to Order No. 5``; ``hit`` is what was done before."""
    told = SAME_OF.match(act.flow.marked, sentence.start, sentence.end)
    if told is None or _NOT_TO.search(act.flow.flow, told.end(), sentence.end):
        return ()
    return targets(act, sentence, sentence, hit)
