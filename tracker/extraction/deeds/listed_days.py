"""On which days do the acts of one list end, where a sentence behind tells it item by item?

``决定废止下列文件:一、… 二、… 三、…`` and then
``第一项、第二项自公布之日起废止,第三项自2027年1月1日起废止。``
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.numerals import NUMERAL, number
from tracker.extraction.spelling.regexps import regexp

_COUNTER = r"(?:项|件|款|条|点|号|个)"
_ONE = rf"第?\s?\(?{NUMERAL}\)?\s?{_COUNTER}?"
_ITEMS = regexp(
    rf"(?:第\s?{NUMERAL}[条点款](?=\s?(?:第|\()))?\s?"
    rf"(?P<items>(?:第\s?\(?{NUMERAL}\)?|序号\s?{NUMERAL}|\({NUMERAL}\))\s?{_COUNTER}?"
    rf"(?:\s?(?:[、,和及与至到-]|以及)\s?{_ONE}(?=\s?[、,和及与至到自于从所列的文公规通项件款条)-])){{0,12}})"
)
_NUMBER = regexp(rf"(?P<to>[至到-])?\s?(?:第|序号)?\s?\(?(?P<n>{NUMERAL})\)?")
_FIRST = regexp(rf"前(?P<n>{NUMERAL}){_COUNTER}")
_LAST = regexp(rf"(?:后|最后|末)(?P<n>{NUMERAL})?{_COUNTER}")
_REST = regexp(r"其余|其他|其它|余下|(?:除|不含)[^。;]{2,60}外")
_ENDS = regexp(
    r"\s?(?:零时)?起?,?\s?(?:同时|予以|相应|正式)?(?:废止|失效|作废|撤销|停止|终止|不再|暂停|中止|恢复|生效|施行|实施|执行)"
)
"""What behind a day says that something ends (or the decision on it takes effect) on it."""
_OWN = regexp(
    r"(?:(?<=\n)|^|(?<=[:;。,]))[ \t]{0,4}\(?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)、.]\s?"
    r"|[ \t]{0,4}第(?P<c>[一二三四五六七八九十]{1,3})[项条][:、\s]"
)
_POINTS_BACK = regexp(
    r"\s?(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))?\s?(?:除|其中,?)?"
    r"(?:上述|前述|前款|前条|上列|以上|本条|上款|所列)?(?:第|\(|前|后|最后|其余|其他|序号)"
)
"""How a clause begins that means items of the list before it."""
_PARTED = regexp(r"[^。\n]{0,30}?[,;]\s?(?:其中,?|前|最后|其余|其他)")
"""How the sentence of a list itself goes on that tells several days of it."""
_SENTENCES = 5
"""So many sentences behind a list may still tell its days."""
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says of some items: their numbers (none of them: of the rest), a start."""

    items: frozenset[int]
    start: TimeWord


def by_items(act: Act, deed: Deed) -> Iterator[Deed]:
    """Yield a deed that is done to a list, once for each day on which it is done to items."""
    lasts = deed.kind not in ("repeal", "resume", "revive")
    if act.flow.language != "zh" or len(deed.targets) < _SEVERAL or lasts:
        yield deed
        return
    places = [_item_of(act, start) for _, start, _ in deed.targets]
    if len(set(places)) < len(places):  # a list in one line is counted as it stands
        places = [*range(1, len(places) + 1)]
    told = [] if None in places else list(_told(act, deed, places))
    if not told:
        yield deed
        return
    lives: dict[int, tuple[Life, list[tuple[str, int, int]]]] = {}
    named = {item for one in told for item in one.items}
    rest = next((one.start for one in told if not one.items), deed.life.start)
    for target, item in zip(deed.targets, places, strict=True):
        start = next((one.start for one in told if item in one.items), None)
        start = start if item in named else rest
        key = -1 if start is None else start.start
        life = replace(deed.life, start=start) if start is deed.life.start else _life(start)
        lives.setdefault(key, (life, []))[1].append(target)
    for life, targets in lives.values():
        yield replace(deed, life=life, targets=tuple(targets))


def means_items(act: Act, deed: Deed, others: tuple[Deed, ...]) -> bool:
    """Tell whether a deed is read of items of the list before it, and not of parts of an act."""
    flow = act.flow
    if flow.language != "zh" or "\ue001" in flow.marked[deed.span.start : deed.words.end]:
        return False
    sentence = flow.sentence(deed.words.start)
    if _POINTS_BACK.match(flow.flow, max(sentence.start, deed.span.start)) is None:
        return False
    return any(
        len(other.targets) >= _SEVERAL
        and other.span.end <= sentence.start
        and any(
            target == other.targets[-1] or target[0].startswith(f"{other.targets[-1][0]}#")
            for target in deed.targets
        )
        for other in others
    )


def _life(start: TimeWord | None) -> Life:
    return Life() if start is None else life_of((start,))


def _item_of(act: Act, at: int) -> int | None:
    """Return the number of the item of a list in which a place stands."""
    line = act.flow.flow.rfind("\n", 0, at) + 1
    own = [*_OWN.finditer(act.flow.flow, line, at)]
    return number(own[-1]["n"] or own[-1]["c"]) if own else None


def _told(act: Act, deed: Deed, places: list[int | None]) -> Iterator[_Told]:
    """Yield what the sentences behind a list say of its items."""
    flow = act.flow
    behind = max(end for _, _, end in deed.targets)
    after = [one for one in flow.within(behind, act.body.end) if one.start >= behind]
    own = Span(behind, act.flow.sentence(behind - 1).end)
    line = flow.flow.rfind("\n", 0, deed.targets[0][1]) + 1
    bracketed = _IN_BRACKETS.match(flow.flow, line) is not None
    parted = _PARTED.match(flow.flow, own.start, own.end) is not None
    for sentence in (*((own,) if parted else ()), *after[:_SENTENCES]):
        low = sentence.start
        for word in act.times.within(sentence.start, sentence.end):
            if word.role != "start" or not word.day or not _ENDS.match(flow.flow, word.end):
                continue
            items = _of_named(act, deed, Span(low, word.start), places)
            subject, last = Span(low, word.start), max(filter(None, places))
            items = items or _items(flow.marked, subject, last, bracketed=bracketed)
            low = word.end
            if items is not None:
                yield _Told(items, word)


def _of_named(
    act: Act, deed: Deed, subject: Span, places: list[int | None]
) -> frozenset[int] | None:
    """Return the items whose acts a subject names once more, by their numbers."""
    named = {one.id for one in act.namer.named_in(subject.start, subject.end)}
    targets = zip(deed.targets, places, strict=True)
    return frozenset(place for target, place in targets if place and target[0] in named) or None


_OWN_PART = regexp(r"本(?:公告|决定|令|通知|办法|规定)(?:的)?第")


_ARTICLE = regexp(r"[条点款]")
_IN_BRACKETS = regexp(r"[ \t]{0,4}\(")


def _items(flow: str, subject: Span, last: int, *, bracketed: bool) -> frozenset[int] | None:
    """Return the items that a subject names, none where it means the rest, else ``None``.

    Where the items are ``bracketed``, ``第二条`` is a point of the act, and no item.
    """
    if _OWN_PART.search(flow, subject.start, subject.end):
        return None
    if _REST.search(flow, subject.start, subject.end):
        return frozenset()
    first = _FIRST.search(flow, subject.start, subject.end)
    if first is not None:
        return frozenset(range(1, (number(first["n"]) or 0) + 1))
    ending = _LAST.search(flow, subject.start, subject.end)
    if ending is not None:
        count = number(ending["n"]) or 1 if ending["n"] else 1
        return frozenset(range(last - count + 1, last + 1))
    named = _ITEMS.search(flow, subject.start, subject.end)
    if named is None or (bracketed and _ARTICLE.search(named["items"])):
        return None
    return frozenset(_counted(named["items"]))


def _counted(words: str) -> Iterator[int]:
    before = 0
    for one in _NUMBER.finditer(words):
        value = number(one["n"]) or 0
        yield from range(before + 1 if one["to"] and before else value, value + 1)
        before = value
