"""How does one measure run over all days, as known then: where it stands, and how surely?"""

from collections.abc import Iterable, Iterator

import msgspec

from tracker.domain.questions import Certainty, Status
from tracker.projection.dated import FOREVER
from tracker.projection.dossier import View
from tracker.projection.panorama import Compiled, Passage

_OVERRIDDEN = (Certainty.CONFIRMED, Certainty.UNVERIFIED)


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Days of equal status and certainty, as ordinals: ``start`` to before ``end``."""

    start: int
    end: int
    status: Status
    certainty: Certainty


class Course(msgspec.Struct, frozen=True, gc=False):
    """The pieces of a measure in their order; days on which it is unknown have none.

    ``turned_terms`` are the first days of amendments.
    """

    pieces: tuple[Piece, ...] = ()
    turned_terms: tuple[int, ...] = ()

    def at(self, day: int) -> Piece | None:
        """Return the piece that holds a day."""
        return next((one for one in self.pieces if one.start <= day < one.end), None)


def course(compiled: Compiled, view: View) -> Course:
    """Return how a measure runs under a view; days behind that of knowledge are projected."""
    passages = compiled.passages(view)
    if not passages or passages[0].certainty is None:
        return Course()
    amended = {
        effect.start
        for effect in compiled.effects(view)
        if effect.kind == "amend" and effect.start is not None
    }
    pieces = _pieces(passages, view.known_day)
    return Course(pieces=tuple(_joined(pieces)), turned_terms=tuple(sorted(amended)))


def _pieces(passages: tuple[Passage, ...], known: int) -> Iterator[Piece]:
    ends = [*(passage.start for passage in passages[1:]), FOREVER]
    for passage, end in zip(passages, ends, strict=True):
        if passage.certainty is None:
            continue
        sure, later = passage.certainty, passage.certainty
        if sure in _OVERRIDDEN:
            later = Certainty.PROJECTED
        cut = min(max(known + 1, passage.start), end)
        if passage.start < cut:
            yield Piece(passage.start, cut, passage.status, sure)
        if cut < end:
            yield Piece(cut, end, passage.status, later)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours that are alike."""
    held: Piece | None = None
    for one in pieces:
        if held and (held.end, held.status, held.certainty) == (
            one.start,
            one.status,
            one.certainty,
        ):
            held = Piece(held.start, one.end, one.status, one.certainty)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held
