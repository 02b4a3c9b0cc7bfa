"""Which acts of a list does the sentence leave out of what it does to the others?"""

import re
from collections.abc import Sequence

from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_SERIAL = r"第?\s?[0-9]{1,4}\s?号?"
_SERIALS = rf"{_SERIAL}(?:\s?[、,和及与]\s?{_SERIAL}){{0,9}}"
_CLOSE_SERIALS = rf"{_SERIAL}(?:\s?[、和及与]\s?{_SERIAL}){{0,9}}"
"""Without commas: behind one, what is left out begins."""
_NOTICE = r"(?:[^,。;《》\n]{0,24}?(?:公告|令|通知)?\s?\[?(?:20[0-9]{2}\s?年?)?\]?)"
_SPARED = regexp(
    rf"除{_NOTICE}(?P<beside>{_SERIALS})(?<=号)(?:公告|令|通知)?(?:以外|之外|外)(?!,?(?:还|也|另|同时|并|亦))"
    rf"|(?P<behind>{_CLOSE_SERIALS})(?<=号)(?:公告|令|通知)?(?:除外|不在[此其](?:列|限|内))"
    rf"|(?:不包括|不含){_NOTICE}(?P<without>{_SERIALS})(?<=号)"
    rf"|其中,?(?P<kept>{_SERIALS})(?<=号)(?:公告|令|通知)?(?:仍|继续|不受|不作)"
    r"|\b(?i:except|exception|excluding|exclusion|other\sthan|save|but\snot|apart\sfrom|not\sincluding)\s"
    r"(?:(?:for|of|that)\s)?(?:the\s)?(?:[A-Z][a-z]+\s){0,2}Nos?\.?\s?"
    r"(?P<english>[0-9]{1,4}(?:(?:,|\sand|\sor|,\sand)\s(?:No\.?\s)?[0-9]{1,4}\b){0,9})"
)
"""``第951号至第954号(第953号除外)``, ``Nos. 951 to 954, other than No. 953``."""
_PART_SPARED = regexp(
    r"除[^,。;\ue001]{0,12}(?P<act>\ue001{3,160})[^,。;]{0,24}第[^,。;]{1,16}[条款项点](?:以外|之外|外),"
)
"""What excepts a part of one act from what is done to those named before it."""


def excepted_parts(flow: Flow, span: Span) -> list[tuple[int, int]]:
    """Return where a Chinese stretch names acts of which it excepts a part: ``除第5号第二条外``."""
    if flow.language != "zh":
        return []
    return [found.span("act") for found in flow.marked_sieve.finditer(_PART_SPARED, *span.ends)]


def without_excepted(flow: Flow, named: Sequence[Named], clause: Span) -> list[Named]:
    """Return the acts of a clause without those of which it only excepts a part."""
    spared = excepted_parts(flow, clause)
    return [one for one in named if not any(low < one.end <= high for low, high in spared)]


_NUMBER = regexp(r"[0-9]{1,4}")


def unspared(flow: Flow, named: Sequence[Named], sentence: Span) -> list[Named]:
    """Return the acts of a list without those that the sentence excepts by their numbers."""
    if len(named) < 2:
        return list(named)
    spared = {
        (number, _line(flow, found.start()))
        for found in flow.sieve.finditer(_SPARED, sentence.start, sentence.end)
        for number in _numbers(found)
    }
    return [one for one in named if (_serial(one), _line(flow, one.start)) not in spared]


def spares_an_act(flow: Flow, item: Span) -> bool:
    """Tell whether the item of a list of acts leaves out some of those that it names."""
    return flow.sieve.search(_SPARED, item.start, item.end) is not None


def spares_others(flow: Flow, one: Named, end: int) -> bool:
    """Tell whether the words behind an act, up to ``end``, leave out others of its list only."""
    found = _SPARED.search(flow.flow, one.end, end)
    return found is not None and _serial(one) not in _numbers(found)


def _numbers(spared: re.Match[str]) -> list[str]:
    return _NUMBER.findall(next(filter(None, spared.groups())))


def _serial(one: Named) -> str:
    return one.id.rpartition("/")[2].rpartition("-")[2]


def _line(flow: Flow, at: int) -> int:
    return flow.flow.rfind("\n", 0, at)
