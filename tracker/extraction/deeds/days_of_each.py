"""Which of the acts and parts that a clause moves has which days of its own, told beside it?

``暂停第3号、第5号,其中第3号暂停至6月1日,第5号暂停至8月1日``; ``A (until 1 June) and B (until
1 August)``; ``the former until 1 June and the latter until 1 August``. The text is cut where it
names one of them, once or again; the times of a piece are those of the act that it names.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.hits import hits
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

Moved = tuple[str, int, int]
"""An act or a part of one by its id, and the words that name it."""
Apart = tuple[tuple[tuple[Moved, ...], Life], ...]

_SERIAL = regexp(r"第?\s?0{0,3}(?P<zh>[0-9]{1,4})\s?号|\bNo\.?\s?(?P<en>[0-9]{1,4})\b")
"""How an act is named once more, by its number alone."""
_ONE_OF_TWO = regexp(
    r"(?P<first>前者|前一[个份项](?:公告|通知|文件)?|(?i:\bthe\s(?:former|first)\b))"
    r"|(?P<last>后者|后一[个份项](?:公告|通知|文件)?|(?i:\bthe\s(?:latter|second)\b))"
)
_GOES_ON = regexp(
    r"\s{0,3}(?:其中|前者|后者|前一|后一|(?:商务部|海关总署)?(?:公告)?(?:[0-9]{4}年)?第?[0-9]{1,4}号|\ue001"
    r"|(?:Of\s(?:these|them|the\stwo)|The\s(?:former|latter)|For\s(?:the\s(?:former|latter)|\ue001|No\b)|No\.?\s?[0-9]))"
)
"""How a sentence begins that goes on with the acts of the one before it."""
_OWN_ROLES = frozenset({"start", "end", "length"})
_SENTENCES = 3
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where the act or part with this place in the list is named: once, or ``again``."""

    place: int
    start: int
    end: int
    again: bool


def days_of_each(act: Act, moved: tuple[Moved, ...], reach: Span, kind: str, life: Life) -> Apart:
    """Return each of several acts with the days told beside it; nothing where they share them."""
    ordered = sorted(moved, key=lambda one: one[2])
    mentions = sorted(_mentions(act, ordered, reach, kind), key=lambda one: one.start)
    if len({one.place for one in mentions}) < len(ordered):
        return ()
    pieces = list(_pieces(act, mentions, reach, kind))
    again = {one.place for one, words in pieces if one.again and words}
    own = {one.place: words for one, words in pieces if words and (one.again or not again)}
    if not own or (len(own) < len(ordered) and (not again or life == Life())):
        return ()
    lives = [_own_life(life, own.get(place, ()), kind) for place in range(len(ordered))]
    if len({(one.from_, one.through) for one in lives}) == 1:
        return ()
    return tuple(((one,), its) for one, its in zip(ordered, lives, strict=True))


def _mentions(act: Act, ordered: list[Moved], reach: Span, kind: str) -> Iterator[_Mention]:
    for place, (_, start, end) in enumerate(ordered):
        if reach.start <= start:
            yield _Mention(place, start, end, again=False)
    low = max(end for _, _, end in ordered)
    serials = {id.partition("#")[0].rpartition("/")[2]: i for i, (id, _, _) in enumerate(ordered)}
    high = _end(act, reach, kind)
    if len(serials) == len(ordered):
        for found in act.flow.sieve.finditer(_SERIAL, low, high):
            again = serials.get(found["zh"] or found["en"])
            if again is not None and not _of_a_part(act, found.end()):
                yield _Mention(again, *found.span(), again=True)
    if len(ordered) == _TWO:
        for found in act.flow.sieve.finditer(_ONE_OF_TWO, low, high):
            yield _Mention(0 if found["first"] else 1, *found.span(), again=True)


_TWO = 2
_PART = regexp(r"\)?(?:公告|令|通知)?(?:的|中)?第[一二三四五六七八九十(]")


def _of_a_part(act: Act, end: int) -> bool:
    """Tell whether a number names only a part of its act, which has other days than the act."""
    return _PART.match(act.flow.flow, end) is not None


def _end(act: Act, reach: Span, kind: str) -> int:
    """Return where the sentences end that go on with the acts, and do nothing else to them."""
    end = reach.end
    for span in act.flow.within(reach.end, min(act.body.end, reach.end + _LONGEST))[:_SENTENCES]:
        if span.start < end or not _GOES_ON.match(act.flow.marked, span.start, span.end):
            break
        if any(hit.wording.kind != kind for hit in hits(act.flow, span)):
            break
        end = span.end
    return end


def _pieces(
    act: Act, mentions: list[_Mention], reach: Span, kind: str
) -> Iterator[tuple[_Mention, tuple[TimeWord, ...]]]:
    """Yield every naming of an act with the times between it and the next naming."""
    high = _end(act, reach, kind)
    for index, one in enumerate(mentions):
        after = mentions[index + 1] if index + 1 < len(mentions) else None
        end = high if after is None else after.start
        if after is not None and end <= one.end:
            end = after.end  # the name of the next begins with the words that both share
        end = max(one.end, end)
        if _PAST.search(act.flow.flow, one.end, end):
            continue
        words = act.times.within(one.end, end)
        told = tuple(word for word in words if word.role in _OWN_ROLES)
        yield one, told or _in_brackets(act, one.end, end)


_PAST = regexp(
    r"原(?:定|拟|计划|本)|曾|此前|已(?:于|自|经)|\b(?:was|were|had|has\sbeen|have\sbeen|originally|due)\b"
)
"""What says that the days told beside an act are those of its past, or its first plan."""
_OPENS_BRACKET = regexp(
    r"\((?:(?P<start>自|从|[Ff]rom|[Aa]s\sof)|(?P<end>至|到|截至|[Uu]ntil|[Tt]ill|[Tt]hrough))\s?$"
)


def _in_brackets(act: Act, low: int, high: int) -> tuple[TimeWord, ...]:
    """Return the day in a bracket between two numbers of a list, which holds no other time."""
    days = act.flow.days_in(low, high)
    opens = _OPENS_BRACKET.search(act.flow.flow, low, days[0].start) if len(days) == 1 else None
    day = act.times.resolved(days[0].start, days[0].end) if opens else None
    if opens is None or day is None:
        return ()
    role: Literal["start", "end"] = "start" if opens["start"] else "end"
    return (TimeWord(role=role, start=days[0].start, end=days[0].end, wording="a day", day=day),)


def _own_life(life: Life, own: tuple[TimeWord, ...], kind: str) -> Life:
    """Return the days of one act: its own ones, and for what they leave open the common ones."""
    if not own:
        return life
    last = {word.day for word in own if word.role == "end"}
    own = tuple(word for word in own if word.role != "start" or word.day not in last)
    told = life_of(own)
    start = told.start or life.start
    if kind not in ("suspend", "extend"):
        return replace(life, start=start)
    return life_of((*(() if start is None else (start,)), *(w for w in own if w.role != "start")))
