"""Which effects of a measure had been recorded by then, in announced order?"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from tracker.projection.dated import DatedEffect
from tracker.projection.dossier import Dossier


class RecordingOrder:
    """When each effect of a measure was recorded, in announced order."""

    __slots__ = ("_announced", "_latest", "_recorded")

    def __init__(self, effects: Sequence[DatedEffect], dossier: Dossier) -> None:
        at = {item.record.id: item.at for item in dossier.effects}
        self._announced = [effect.announced for effect in effects]
        self._recorded = [at[effect.id] for effect in effects]
        # The latest time of recording of the first so many: that of all of them together.
        self._latest = list(accumulate(self._recorded, max))

    def announced_bound(self, announced_before: int, recorded_before: int) -> int | None:
        """Return before when all was announced that both clocks let through, if there is such."""
        count = bisect_left(self._announced, announced_before)
        seen = min(bisect_left(self._latest, recorded_before), count)
        if seen == count:
            return announced_before
        if any(at < recorded_before for at in self._recorded[seen:count]):
            return None
        missing = self._announced[seen]
        return None if seen and self._announced[seen - 1] == missing else missing

    def visible(
        self, effects: Sequence[DatedEffect], announced_before: int, recorded_before: int
    ) -> list[DatedEffect]:
        """Return the effects that both clocks let through, in announced order."""
        count = bisect_left(self._announced, announced_before)
        recorded = self._recorded
        return [effects[place] for place in range(count) if recorded[place] < recorded_before]
