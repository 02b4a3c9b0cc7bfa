"""Which points of an act only write new words into another one, so that they are no limbs here?"""

from collections.abc import Iterator, Sequence

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import new_words
from tracker.extraction.deeds.amendment_targets import ANNOUNCED
from tracker.extraction.deeds.change_lines import end_of_changes, rewrites
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.points import Point, points
from tracker.extraction.spelling.regexps import regexp

_OPENS = regexp(r"(?:[-\u2013\u2014:]|\bas\sfollows\.?)\s*$")


def announces_changes(flow: Flow, sentence: Span) -> bool:
    """Tell whether a sentence says of the act that it names that the changes of it follow."""
    opens = _OPENS.search(flow.flow[max(sentence.start, sentence.end - _TAIL) : sentence.end])
    found = flow.marked_sieve.search(ANNOUNCED, sentence.start, sentence.end) if opens else None
    return found is not None


_TAIL = 24
_OPENS_QUOTE = regexp(r"(?<!\w)[“\"'‘](?=[\w(])")
_OMITS = regexp(r"(?:[Oo]mit|[Dd]elete)\s(?:the\s)?(?:entry|entries)\b")
_NEAR = 200
_POLICY = regexp(r"\bto\s[\"'“‘]?(?:Restricted|Prohibited|STE)\b")
"""What is a change of what is allowed, and not only one of words."""


def changing_points(act: Act, announced: Span) -> Iterator[Span]:
    """Yield the points that announce or write the new words of another act."""
    flow = act.flow
    own = points(flow, act.body)
    if not any(point.span.start <= announced.start < point.span.end for point in own):
        yield announced
    if rewrites(act, announced) and not _by_own_articles(act, announced, own):
        yield Span(announced.start, end_of_changes(act, announced))
    for point in own:
        if _POLICY.search(flow.flow, point.text, point.span.end):
            continue
        announces = point.span.start <= announced.start < point.span.end
        behind = point.span.start >= announced.end or _of_another_act(act, point)
        writes = any(
            _OMITS.match(flow.flow, before.end)
            or _OPENS_QUOTE.search(flow.flow, before.start, min(after.end, after.start + _NEAR))
            for _, before, after in new_words(act, point.span)
        )
        if announces or (behind and writes):
            yield point.span


def _of_another_act(act: Act, point: Point) -> bool:
    """Tell whether a point before the announced change names, of itself, an act to change."""
    if act.family != "articles":
        return False
    named = act.namer.named_in(point.text, point.span.end)
    return any(one.id != act.id for one in named)


_OF_THE_SAID = regexp(r"\b(?:the\s(?:said|same|above|aforementioned)|that)\s[A-Z]")


def _by_own_articles(act: Act, announced: Span, own: Sequence[Point]) -> bool:
    """Tell whether an act that says ``is amended as follows`` changes it in articles of its own.

    The sentence stands in one of them, or the first says in which article of the other act.
    """
    if any(point.span.start <= announced.start < point.span.end for point in own):
        return True
    first = next((point.span for point in own if point.span.start >= announced.end), None)
    if first is None or _OF_THE_SAID.search(act.flow.flow, first.start, first.end) is None:
        return False
    return any(True for _ in new_words(act, first))
