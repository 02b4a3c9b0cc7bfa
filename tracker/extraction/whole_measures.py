"""Which limb does an act bring that is read as one: an order, a general licence?"""

import re
from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.flow import Span
from tracker.extraction.limbs import limb
from tracker.extraction.points import points
from tracker.extraction.requirements import REQUIREMENTS, requirement_of
from tracker.extraction.rule_measures import life_of_whole

_WHOLE_BY_TITLE = (
    ("registration", re.compile(r"资格|资质|备案|登记|registration|qualification", re.IGNORECASE)),
    ("quota", re.compile(r"配额|总量|quota", re.IGNORECASE)),
    ("reporting", re.compile(r"报告|统计制度|reporting", re.IGNORECASE)),
)


def whole_order(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read an order or a set of rules as one limb: its articles hang together."""
    flow = act.flow
    head = flow.flow[: act.body.start][:400]
    titled = next((name for name, pattern in _WHOLE_BY_TITLE if pattern.search(head)), None)
    requirement = requirement_of(flow, act.body)
    for row in REQUIREMENTS:
        found = row.pattern.search(flow.flow, act.body.start, act.body.end)
        if row.requirement == titled and found is not None:
            requirement = (row.requirement, found.start(), found.end())
            break
    if requirement is None:
        return
    yield limb(
        act, "whole", requirement=requirement, life=life_of_whole(act), spans=(act.body,),
        words=(), annexes=act.layout.annexes,
    )  # fmt: skip


def general_licence(act: Act, moved: tuple[Span, ...]) -> Iterator[ExtractedMeasure]:
    """Read a general licence: its first point permits, the others bound it."""
    found = points(act.flow, act.body)
    permits = re.compile(r"\bmay\s(?:be\s)?(?:export|transfer|suppl|provid|ship)")
    first = next(
        (point for point in found if permits.search(act.flow.flow, point.text, point.span.end)),
        None,
    )
    if first is None:
        return
    match = permits.search(act.flow.flow, first.text, first.span.end)
    start, end = (match.start(), match.end()) if match else (first.text, first.span.end)
    yield limb(
        act, str(first.value), requirement=("general_licence", start, end),
        life=life_of_whole(act), spans=(act.body,), words=(first.span,),
        annexes=act.layout.annexes,
    )  # fmt: skip
