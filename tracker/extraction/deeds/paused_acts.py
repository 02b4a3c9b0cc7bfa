"""Which acts has the one that a clause names paused, as the text told before?"""

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
        end = next((other.end for other in there if other.id == one.id), told.end)
        paused = [o for o in act.namer.named_in(end, told.end) if o.id not in (act.id, one.id)]
        if paused and _pauses_it(act.flow, end, paused[0].start):
            return told.start, paused
    return act.body.end, []


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
    pausing = [one for one in named if flow.flow[one.end : one.end + 1] == "对"]
    if pausing and _PAUSES.search(flow.flow, named[-1].end, flow.sentence(named[-1].end).end):
        return [one for one in named if one not in pausing]  # ``A号对B号作出的暂停``
    return [one for one in named[1:] if _PAUSES.search(flow.flow, named[0].end, one.start)]
