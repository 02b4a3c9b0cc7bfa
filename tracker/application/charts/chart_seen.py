"""How does a measure look under the clocks of a chart?"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.domain.days import end_of_day, instant_of, legal_day, start_of_day
from tracker.domain.questions import Clocks, Status
from tracker.projection.courses import Course, Piece
from tracker.projection.dated import FIRST_DAY, FOREVER
from tracker.projection.dossier import View, view_on
from tracker.projection.panorama import Compiled

_ENDED = (Status.EXPIRED, Status.REPEALED)


@dataclass(frozen=True, slots=True)
class Seen:
    """A measure under the view of the question."""

    compiled: Compiled
    view: View

    def shows(self, start: int, end: int) -> bool:
        """Tell whether anything but an ended rule lies in the days from start to before end."""
        passages = self.compiled.passages(self.view)
        for place, passage in enumerate(passages):
            if passage.certainty is None or passage.status in _ENDED:
                continue
            until = passages[place + 1].start if place + 1 < len(passages) else FOREVER
            begins = passage.start if passage.start > FIRST_DAY else self.announced
            if begins < end and until > start:
                return True
        return False

    @property
    def known(self) -> bool:
        """Tell whether the measure was announced by then."""
        passages = self.compiled.passages(self.view)
        return bool(passages) and passages[0].certainty is not None

    @property
    def announced(self) -> int:
        """The legal day on which a measure was announced that is known."""
        first = self.compiled.effects(self.view)[0].announced
        return legal_day(instant_of(first), self.view.zone_name).toordinal()


def seen_under(chosen: Iterable[Compiled], clocks: Clocks) -> list[Seen]:
    """Read the clocks in the zone of each measure, once for all of a zone."""
    views: dict[tuple[str | None, str | None], View] = {}
    seen: list[Seen] = []
    for item in chosen:
        if len(item.dossier.instruments.get(item.instrument, ())) > 1:  # a zone may be corrected
            view = view_on(item.dossier, clocks)
        else:
            view = views.get(item.zones) or view_on(item.dossier, clocks)
            views[item.zones] = view
        seen.append(Seen(item, view))
    return seen


def announces(one: Seen, day: date) -> bool:
    """Tell whether something on a measure was announced on a legal day of its zone."""
    zone_name, thresholds = one.view.zone_name, one.compiled.thresholds
    begins, ends = start_of_day(day, zone_name), end_of_day(day, zone_name)
    return bisect_left(thresholds, ends) > bisect_left(thresholds, begins)


def since_announced(one: Seen, run: Course) -> Course:
    """Let a measure that waits for its start begin on the day on which it was announced."""
    if not run.pieces or not one.known:
        return run
    announced = one.announced
    pieces = [_from_day(piece, announced) for piece in run.pieces]
    return Course(tuple(piece for piece in pieces if piece.start < piece.end), run.turned_terms)


def _from_day(piece: Piece, day: int) -> Piece:
    if piece.start > FIRST_DAY:
        return piece
    return Piece(max(piece.start, day), piece.end, piece.status, piece.certainty)
