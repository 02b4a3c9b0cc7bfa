"""Which parts does the text except of an act that it otherwise moves as a whole?

``第933号,但该公告第二条除外``, ``Announcement 933, other than paragraph 2``, in a list
too: the rest of the act is ``#whole``.
"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.deeds.spared_acts import excepted_parts
from tracker.extraction.deeds.spared_wording import SPARED_BEHIND
from tracker.extraction.names.references import english_provisions
from tracker.extraction.spelling.regexps import regexp

_BEHIND = r"(?:[,,]|(?=的|[自从由于均]|其[余他]|全部|予以|暂停|停止|废止|不再|失效))"
"""What stands behind a part that is left out: a comma, or how the rest is told."""
_SPARED_PART = regexp(
    r"除[^,。;本]{0,30}第[一二三四五六七八九十、和及0-9()第条项款]{1,24}[条项款][^,。;]{0,10}(?:外|以外)"
    rf"{_BEHIND}"
    r"|[,(]但?(?:其中|其|该公告)?第[一二三四五六七八九十、和及0-9()第条项款]{1,24}[条项款][^,。;]{0,6}除外"
)
"""What leaves a numbered part of another act alone when the rest is moved."""


_ONLY_KEPT = regexp(
    r"[仅只](?:保留)?第[一二三四五六七八九十0-9]{1,3}[条款][^。;\ue001]{0,30}?"
    r"(?:继续|仍然?|保留)[^。;\ue001]{0,24}[,;](?:其余|其他|余下)"
)
"""What keeps one part alone when all else is ended: ``仅第二条继续有效,其余失效``."""
_SPARED_ITEM = regexp(
    r"除(?:其中的?|其|本条|该条)?第[一二三四五六七八九十、和及0-9()第项款]{1,24}[项款][^,。;]{0,10}(?:外|以外)"
    rf"{_BEHIND}"
    r"|[,(]但?(?:其中的?|其)?第[一二三四五六七八九十、和及0-9()第项款]{1,24}[项款][^,。;]{0,6}除外"
)
"""What leaves an item alone when the rest of its point is moved."""


_UNITS = r"(?:[Aa]rticle|[Ss]ection|[Pp]aragraph|[Rr]egulation|[Pp]oint|[Cc]lause|[Ii]tem)s?"
_SPARED_ENGLISH = regexp(
    r"\b(?i:other\sthan|except(?:ing)?|save|excluding|apart\sfrom|with\sthe\sexception\sof|but\snot"
    r"|(?:all|everything|the\swhole)\s(?:of|in)\s[^,;]{3,90}?\sbut)\s"
    r"(?:for\s|in\s(?:respect|relation)\s(?:of|to)\s)?(?:only\s)?"
    rf"(?:the\sprovisions\sof\s|its\s)?(?P<parts>{_UNITS}\s[0-9IVX(][^,.;)]{{0,60}})"
    rf"|(?P<before>{_UNITS}\s[0-9IVX(][0-9A-Za-z(), ]{{0,30}}?)"
    r"\s(?:thereof\s)?(?:alone\s)?(?:excepted|excluded|apart)\b"
)
_ITEM = regexp(r"(?i:item|sub-?paragraph|point|clause)s?\s\(?[0-9a-z]")
_BY_ITSELF = regexp(r"\b(?:which|that|it|they)\b")
"""What behind an excepted part says that what follows is done to it."""
_OF_THIS = regexp(r"\b(?:of|to|in)\s(?:this|these)\b")


def _without_spared_english(act: Act, deed: Deed, affected: tuple[str, ...]) -> tuple[str, ...]:
    flow = act.flow
    sentence = flow.sentence(deed.words.start)
    found = _SPARED_ENGLISH.search(flow.flow, sentence.start, sentence.end)
    if found is None:
        return affected
    named = {one.id for one in act.namer.named_in(sentence.start, sentence.end)} - {act.id}
    if len(named) != 1:
        return affected
    low, high = found.span("parts" if found["parts"] else "before")
    (id,) = named
    parts = {f"{id}#{part.id}" for part in english_provisions(flow.flow, low, high)}
    if not parts or _OF_THIS.search(flow.flow, low, high):
        return affected
    own = _BY_ITSELF.search(flow.flow, high, max(high, deed.words.end))
    if found["parts"] and own is None:
        affected = tuple(one for one in affected if one not in parts)
    if _ITEM.match(flow.flow, low):
        affected = tuple(one for one in affected if "#" not in one)  # the rest has no name
    meant = (id, *parts) if found["before"] else (id,)
    return tuple(dict.fromkeys(f"{id}#whole" if one in meant else one for one in affected))


def without_spared(act: Act, deed: Deed, affected: tuple[str, ...]) -> tuple[str, ...]:
    """Name the rest of an act ``#whole`` where a part of it is excepted.

    The rest of a point has no name: where an item of it is excepted, the point is left unread.
    """
    flow = act.flow
    if flow.language == "en":
        return _without_spared_english(act, deed, affected)
    spared = {id for id, _, end in deed.targets if SPARED_BEHIND.match(flow.flow, end)}
    sentence = flow.sentence(deed.words.start)
    for low, high in excepted_parts(flow, sentence):
        spared.update(one.id for one in act.namer.named_in(low, high))
    if len(affected) == 1 and _SPARED_PART.search(flow.flow, sentence.start, sentence.end):
        spared.update(affected)
    if _ONLY_KEPT.search(flow.flow, sentence.start, sentence.end):
        affected = tuple(dict.fromkeys(f"{id.partition('#')[0]}#whole" for id in affected))
    if _SPARED_ITEM.search(flow.flow, sentence.start, sentence.end):
        affected = tuple(id for id in affected if "#" not in id)
    return tuple(f"{id}#whole" if id in spared and "#" not in id else id for id in affected)
