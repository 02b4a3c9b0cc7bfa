"""Which parts does the text except of an act that it otherwise moves as a whole?

``第933号,但该公告第二条除外``, in a list too: the rest of the act is ``#whole``.
"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.deeds.spared_acts import excepted_parts
from tracker.extraction.deeds.spared_wording import SPARED_BEHIND
from tracker.extraction.spelling.regexps import regexp

_SPARED_PART = regexp(
    r"除[^,。;本]{0,30}第[一二三四五六七八九十、和及0-9()第条项款]{1,24}[条项款][^,。;]{0,10}(?:外|以外)[,,]"
    r"|[,(]但?(?:其中|其|该公告)?第[一二三四五六七八九十、和及0-9()第条项款]{1,24}[条项款][^,。;]{0,6}除外"
)
"""What leaves a numbered part of another act alone when the rest is moved."""


_SPARED_ITEM = regexp(
    r"除(?:其中的?|其|本条|该条)?第[一二三四五六七八九十、和及0-9()第项款]{1,24}[项款][^,。;]{0,10}(?:外|以外)[,,]"
    r"|[,(]但?(?:其中的?|其)?第[一二三四五六七八九十、和及0-9()第项款]{1,24}[项款][^,。;]{0,6}除外"
)
"""What leaves an item alone when the rest of its point is moved."""


def without_spared(act: Act, deed: Deed, affected: tuple[str, ...]) -> tuple[str, ...]:
    """Name the rest of a Chinese act ``#whole`` where a part of it is excepted.

    The rest of a point has no name: where an item of it is excepted, the point is left unread.
    """
    flow = act.flow
    spared = {id for id, _, end in deed.targets if SPARED_BEHIND.match(flow.flow, end)}
    sentence = flow.sentence(deed.words.start)
    for low, high in excepted_parts(flow, sentence):
        spared.update(one.id for one in act.namer.named_in(low, high))
    if len(affected) == 1 and _SPARED_PART.search(flow.flow, sentence.start, sentence.end):
        spared.update(affected)
    if _SPARED_ITEM.search(flow.flow, sentence.start, sentence.end):
        affected = tuple(id for id in affected if "#" not in id)
    return tuple(f"{id}#whole" if id in spared and "#" not in id else id for id in affected)
