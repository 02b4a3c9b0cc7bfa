"""Does an act name a body as its issuer that is not known?

Such an act keeps its number without an id: it must not borrow one from a body that its text only
mentions.
"""

from collections.abc import Iterator

from tracker.extraction.heads.joint_names import BODY, names_before
from tracker.extraction.heads.layout import Layout
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_FAMILIES = frozenset({"announcement", "order"})
_NO_NAME = regexp(r"公告|通告|通知|令|关于|记者|来源|转发")
_OF_NAME = 60
_OF_SIGNATURE = 4


def issuer_unknown(flow: Flow, layout: Layout, number: NamedNumber) -> bool:
    """Tell whether the first body that heads or signs an act is none of the known issuers."""
    if number.form not in _FAMILIES:
        return False
    if flow.language == "en":
        return _english_body(flow, layout)
    first = next(_bodies(flow, layout, number), None)
    return first is not None and not flow.around.within(first, first + 1)


_BODY_EN = regexp(
    r"(?i:(?:the\s)?(?:[a-z][\w'&-]*,?\s){0,8}?(?:ministry|department|office|bureau|agency|authority|directorate"
    r"|administration|board|council|commission|secretariat)(?:\s(?:of|for|on|and|the|in)\b[^\n.;:0-9]{2,80})?)"
)
"""A line with nothing but the name of a body."""


def _english_body(flow: Flow, layout: Layout) -> bool:
    """Tell whether lines of the head name bodies alone, and none of them a known one."""
    named = [
        line
        for line in _of_head(flow, layout)
        if line.end - line.start <= _OF_NAME * 2
        and _BODY_EN.fullmatch(flow.flow, line.start, line.end)
    ]
    return bool(named) and not any(flow.around.within(one.start, one.end) for one in named)


def _bodies(flow: Flow, layout: Layout, number: NamedNumber) -> Iterator[int]:
    """Yield where the names of bodies begin: before the number, in the head, in the signature."""
    before = names_before(flow, number.start)
    if before < number.start:
        yield before
    for line in (*_of_head(flow, layout), *_of_signature(flow, layout)):
        words = flow.flow[line.start : line.end].rstrip()
        name = words.rpartition(":")[2].rpartition("]")[2].strip()
        short = len(name) <= _OF_NAME and (name == words or _FIELD.match(words))
        if short and _IS_NAMES.fullmatch(name) and not _NO_NAME.search(name) and BODY.search(name):
            yield line.start + words.index(name)


_FIELD = regexp(r"\[?(?:发布|发文|制定|印发|颁布)(?:单位|机关|机构|部门)\]?\s?:?\s?")
_IS_NAMES = regexp(r"[一-鿿][一-鿿\s、]{2,60}")


def _of_head(flow: Flow, layout: Layout) -> Iterator[Span]:
    yield from (one for one in flow.lines if one.end <= layout.body.start)


def _of_signature(flow: Flow, layout: Layout) -> Iterator[Span]:
    signed = layout.signed
    if signed is not None:
        above = [one for one in flow.lines if layout.body.start < one.start < signed.start]
        yield from above[-_OF_SIGNATURE:]
