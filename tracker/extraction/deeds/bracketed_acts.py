"""Which parts stand before the bracket that names their act: ``废止第二条(商务部公告…第3号)``?"""

from tracker.extraction.heads.naming import Named
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_REACH = 60
_BETWEEN = regexp(r"[、和及与]|以及")
_ANNEX = regexp(r"附[件表录](?P<n>[0-9]{1,2})?(?:中|所列)?的?$")
_OWN = regexp(r"(?:本(?:公告|令|办法|通知)|名单|清单|\ue001|[号》)])[^,。;、]{0,8}$")
"""What before a part says that it is one of another text."""


def parts_before_bracket(flow: Flow, one: Named, clause: Span) -> tuple[Provision, ...]:
    """Return the parts that end right before the bracket in which their act is named."""
    if flow.flow[one.start - 1 : one.start] != "(" or not flow.flow.startswith(")", one.end):
        return ()
    low = max(clause.start, one.start - _REACH)
    found: list[Provision] = []
    end = one.start - 1
    for part in reversed(chinese_provisions(flow.flow, low, end)):
        joined = _BETWEEN.fullmatch(flow.flow, part.end, end) if found else part.end == end
        if not joined and not (found and part.end > found[0].start):
            break
        found.insert(0, part)
        end = min(part.start, end)
    if found and _OWN.search(flow.marked, low, found[0].start):
        return ()
    annex = _ANNEX.search(flow.flow, low, found[0].start) if found else None
    above = "" if annex is None else f"annex-{annex['n']}-" if annex["n"] else "annex-"
    return tuple(
        Provision(id=above + part.id.lstrip("-"), start=part.start, end=part.end) for part in found
    )
