"""Which firms does a clause mean under which of several acts that it names in turn?

``暂停第906号公告对甲公司、第907号公告对乙公司采取的措施`` moves the first act for the first
firm and the second one for the second, and neither for both.
"""

from collections.abc import Iterable

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.parties import Party
from tracker.extraction.spelling.regexps import regexp

Moved = tuple[str, int, int]
_STOP = regexp(r"[;。]")
_EACH = regexp(
    r"号\)?(?:公告|令|通知)?》?对(?!外|于|美|华)[^,。;]{2,60}?(?=采取|、|和|以及|[,。;])"
)
"""How each of several acts is followed by those for whom it is moved."""


def firms_of_each(
    act: Act, clause: Span, moved: tuple[Moved, ...], firms: tuple[Party, ...]
) -> tuple[tuple[tuple[Moved, ...], tuple[Party, ...]], ...]:
    """Return groups of acts with their firms: one group where they are not told in turn.

    None at all where they are, and the firms of one act are not read.
    """
    together = ((moved, firms),)
    places = {start for _, start, _ in moved}
    if act.flow.language == "zh" and firms:
        told = len([*_EACH.finditer(act.flow.flow, clause.start, clause.end)])
        if told > 1 and told > min(len(places), len(firms)):
            return ()
    if act.flow.language != "zh" or len(places) < _SEVERAL or len(firms) < _SEVERAL:
        return together
    if not all(clause.start <= at < clause.end for at in (*places, *(one.start for one in firms))):
        return together
    stops = [found.start() for found in _STOP.finditer(act.flow.flow, clause.start, clause.end)]
    pieces = [
        _group(moved, firms, low, high)
        for low, high in zip((clause.start, *stops), (*stops, clause.end), strict=True)
    ]
    pieces = [piece for piece in pieces if piece[0] or piece[1]]
    if len(pieces) > 1 and all(acts and names for acts, names in pieces):
        return tuple(group for piece in pieces for group in _in_turn(act, *piece))
    return _in_turn(act, moved, firms)


_SEVERAL = 2


def _group(
    moved: Iterable[Moved], firms: Iterable[Party], low: int, high: int
) -> tuple[tuple[Moved, ...], tuple[Party, ...]]:
    acts = tuple(one for one in moved if low <= one[1] < high)
    return acts, tuple(one for one in firms if low <= one.start < high)


def _in_turn(
    act: Act, moved: tuple[Moved, ...], firms: tuple[Party, ...]
) -> tuple[tuple[tuple[Moved, ...], tuple[Party, ...]], ...]:
    """Return each act with the firms between it and the next one, if every act has some."""
    starts = sorted({start for _, start, _ in moved})
    if len(starts) < _SEVERAL or any(one.start < starts[0] for one in firms):
        return ((moved, firms),)
    ends = (*starts[1:], max(one.start for one in firms) + 1)
    groups = tuple(
        _group(moved, firms, low, max(low + 1, high))
        for low, high in zip(starts, ends, strict=True)
    )
    each = all(_EACH.match(act.flow.flow, max(0, end - 1)) for _, _, end in moved)
    return groups if all(names for _, names in groups) else () if each else ((moved, firms),)
