"""Which acts has the one that a clause names paused, as the text told before?"""

from collections.abc import Sequence

from tracker.extraction.act import Act
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_PAUSES = regexp(r"暂停|中止|(?i:\bsuspen\w+|\bstay(?:s|ed)?\b|\bpaus\w+)")


def paused_by(act: Act, named: list[Named], sentence: Span) -> list[Named]:
    """Return the acts that the named one has paused, as the text told before.

    A longer suspension is one more of what was suspended, never of the act that suspends.
    """
    if len(named) != 1:
        return []
    one = named[0]  # asked once of each: a long text names an act many times
    at, paused = act.flow.once(
        f"paused by {one.id}", lambda: _first_paused(act, one), act.body.start, act.body.end
    )
    return paused if at < sentence.start else []


def _first_paused(act: Act, one: Named) -> tuple[int, list[Named]]:
    """Return where the text first tells what an act has paused, and those acts."""
    for told in act.flow.within(act.body.start, act.body.end):
        there = act.namer.named_in(told.start, told.end)
        itself = next((other for other in there if other.id == one.id), None)
        if itself is not None and (before := _paused_before(act.flow, there, itself)):
            return told.start, [o for o in before if o.id != act.id]
        end = itself.end if itself is not None else told.end
        paused = [o for o in act.namer.named_in(end, told.end) if o.id not in (act.id, one.id)]
        if paused and _pauses_it(act.flow, end, paused[0].start):
            return told.start, paused
    return act.body.end, []


_BY = regexp(
    r"\b(?:was|were|is|are|been|stands?|stood)\s(?:[a-z]+\s)?(?:suspended|stayed|paused)\s(?:[^.;\ue001]{0,60}\s)?(?:by|under|through|in)\s"
    r"(?:(?:virtue\sof|the\sterms\sof|means\sof)\s)?(?:the\s)?$"
)
"""What between two acts says that the second one paused the first."""


def _paused_before(flow: Flow, named: Sequence[Named], one: Named) -> list[Named]:
    """Return the acts of which a sentence says, before it names ``one``, that this paused them."""
    before = [other for other in named if other.end <= one.start and other.id != one.id]
    if not before or not _BY.search(flow.marked, before[-1].end, one.start):
        return []
    return before


_PASSIVE = regexp(r"\b(?:was|were|is|are|been|be)\s(?:[a-z]+\s)?$")
_OBJECT_BEFORE = regexp(r"[^,。;]{0,24}")


def _pauses_it(flow: Flow, low: int, high: int) -> bool:
    """Tell whether a pause between two acts is done to the second: not told of the first one."""
    for pause in _PAUSES.finditer(flow.flow, low, high):
        if flow.language == "zh" and _OBJECT_BEFORE.fullmatch(flow.flow, pause.end(), high):
            return True
        if flow.language == "en" and not _PASSIVE.search(flow.flow[low : pause.start()]):
            return True
    return False


def behind_the_pause(flow: Flow, named: list[Named]) -> list[Named]:
    """Return the acts that a sentence says another one of them has paused."""
    if len(named) < 2:
        return []
    if before := _paused_before(flow, named, named[-1]):
        return before
    pausing = [one for one in named if flow.flow[one.end : one.end + 1] == "对"]
    if pausing and _PAUSES.search(flow.flow, named[-1].end, flow.sentence(named[-1].end).end):
        return [one for one in named if one not in pausing]  # ``A号对B号作出的暂停``
    return [one for one in named[1:] if _PAUSES.search(flow.flow, named[0].end, one.start)]
