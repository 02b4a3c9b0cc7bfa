"""When does a Chinese clause do something else than its verb says, or nothing at all?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.prose.flow import Span

_IN_ITS_PLACE = re.compile(r"[由以被]本[一-鿿]{2,6}附[件表][^,。;]{0,6}(?:替代|取代|代替|替换)")


def puts_new_annex(act: Act, hit: Hit, moved: tuple[tuple[str, int, int], ...]) -> bool:
    """Tell whether an annex is replaced by one of this act: the other act goes on with it."""
    annexes = all("#annex" in target for target, _, _ in moved)
    return annexes and _IN_ITS_PLACE.search(act.flow.flow, hit.start, hit.end) is not None


_TIME_OVER = re.compile(r"(?:期满|届满|到期|结束)(?:之?后|时|之?日)?,?[^。;\ue000]{0,40}$")


def returns_by_itself(act: Act, hit: Hit, clause: Span, life: Life) -> bool:
    """Tell whether an act only holds again when a time is over whose last day is told elsewhere."""
    if life.start is not None and life.start.start >= clause.start:
        return False
    return _TIME_OVER.search(act.flow.marked[clause.start : hit.start]) is not None
