"""In which part of another act does each point of an English text change the words?"""

import re
from collections.abc import Iterator, Sequence

from tracker.extraction.act import Act
from tracker.extraction.deeds.affected_parts import own_points, parts_named
from tracker.extraction.deeds.heads_of_changes import article_above
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp

_QUOTED = regexp(r"[“\"‘][^”\"’\n]{0,400}(?:[”\"’]|(?=\n)|$)")
_NOT_MEANT = regexp(
    r"(?:\b(?:(?i:after|before|behind)|as|new|following|becomes?|renumbered|in\saccordance\swith|pursuant\sto|under)\s(?:an?\s|the\s|new\s)?|\b[Aa]n?\s)$"
)
"""What right before a part says that it is a new one, or a ground."""
_OF_THIS = regexp(
    r"\s(?:of|to|in)\s(?:this(?!\s[A-Z][a-z]+'s\s)|the\spresent|the\s(?:[A-Z][a-z]+\s){1,6}(?:Law|Act))\b"
)
"""What right behind a part says that it is one of the act itself, or of a law."""
_SAID = regexp(r"\b(?:the\s(?:said|same|above)|that|this)\s(?:paragraph|point|article|item)\b")
_BEFORE = 40
_OF_ARTICLES = regexp("(?:jp|eu|kr)/|[a-z]{2}/[^#]*/order-")


def part_of_group(
    act: Act, id: str, announced: Span, spans: Sequence[Span], before: str | None
) -> str:
    """Return the act with the one part in which some changes are made, else the act alone.

    In acts of articles only these count: what is changed in an annex is told of the whole act.
    ``before`` is the target of the change before: ``the said paragraph`` means one of its parts.
    """
    told = {one for span in spans for one in _told(act, id, span)}
    if id.startswith("in/"):
        told = {one for one in told if one[:1].isdigit()}  # its paragraphs, no section of the law
    if _OF_ARTICLES.match(id):
        return f"{id}#{told.pop()}" if len(told) == 1 else id
    if len(told) == 1:
        return f"{id}#{told.pop()}"
    if told or id.startswith("in/"):
        return id
    again = any(_SAID.search(act.flow.flow, span.start, span.end) for span in spans)
    if again and before is not None and "#" in before:
        return re.sub(r"(#[a-z0-9]+)-.*$", r"\1", before)
    return _part_announced(act, id, announced)


_ITS_ACT = regexp(r"\s?(?:\([^()\n]{1,60}\)\s)?(?:of|to|in|from)\s[^.;\n]{0,160}$")


def act_of_part(act: Act, id: str, part: Provision, high: int) -> str:
    """Return the act to which a part belongs that is named behind it, else the announced one.

    ``Point II of No. 921 is suspended and point III of No. 923 is repealed.``
    """
    for one in act.namer.named_in(part.end, high):
        between = act.flow.flow[part.end : one.start]
        if one.id != act.id and _ITS_ACT.fullmatch(between) and not _ENDS_OBJECT.search(between):
            return one.id
        break
    return id


_ENDS_OBJECT = regexp(r"\b(?:is|are|shall|will|has|have|was|were|and|as|by)\b")


def part_told_alone(act: Act, id: str, span: Span) -> str:
    """Return the part whose words a change says that it changes, if it names just one."""
    told = set(_told(act, id, span))
    return told.pop() if len(told) == 1 else ""


def _told(act: Act, id: str, span: Span) -> Iterator[str]:
    """Yield the parts that a change names, as the act counts that is changed."""
    of_articles = _OF_ARTICLES.match(id) is not None
    for part in _parts_told(act, span):
        if not of_articles:
            yield as_point(part.id)
        elif part.id.startswith("art-"):
            yield part.id
        elif part.id[:1].isdigit() and (above := article_above(act, span.start)):
            yield f"{above}{part.id}"


def _parts_told(act: Act, span: Span) -> Iterator[Provision]:
    """Yield the parts named outside the quoted words of a change."""
    text = act.flow.flow[span.start : span.end]
    plain = _QUOTED.sub(lambda quote: " " * len(quote.group()), text)
    own = {point.span.start - span.start for point in own_points(act)}
    for part in english_provisions(plain, 0, len(plain)):
        before = plain[max(0, part.start - _BEFORE) : part.start]
        if _NOT_MEANT.search(before) or _OF_THIS.match(plain, part.end) or part.start in own:
            continue
        yield part


def as_point(part: str) -> str:
    """Write a part as a Chinese notice counts: Article 2 of a translation is its point ii."""
    match = re.fullmatch(r"(?:art|sec)-([0-9]+)((?:-[0-9a-z]+)*)", part)
    return part if match is None else roman(int(match[1])) + match[2]


def as_counted_by(id: str, part: str) -> str:
    """Write a part as the act counts that is changed: a Chinese notice has points."""
    return as_point(part) if id.startswith("cn/") and "/order-" not in id else part


def _part_announced(act: Act, id: str, announced: Span) -> str:
    """Name the one part in which the announcing sentence itself says that words are changed."""
    named = act.namer.named_in(announced.start, announced.end)
    told = [
        part
        for one in named
        if one.id == id
        for part in parts_named(act, one, announced, refers=None)
    ]
    return f"{id}#{told[0].id}" if len(told) == 1 else id
