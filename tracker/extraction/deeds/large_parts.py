"""Which annex, schedule or part of one does a change take out of another act?

``Annex III is deleted``, ``omit Schedule 2``, ``in Annex IV, Part II is deleted``. Of an entry or a
row that is taken out only the number counts: the annex goes on.
"""

from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_N = r"(?:[0-9]{1,3}[A-Z]{0,2}|[IVX]{1,6}|[A-H])"
_OUTER = rf"(?P<outer>Annex|Schedule|Appendix)\s(?P<outer_n>{_N})"
_UNIT = rf"(?P<unit>Annex|Schedule|Appendix|Part|Chapter|Section|Table)\s(?P<n>{_N})"
_TITLE = r"(?:\s\([^()\n]{2,80}\))?"
_BEHIND = rf"(?:\s(?:of|to)\s(?P<above>Annex|Schedule|Appendix)\s(?P<above_n>{_N}))?"
_WHOLE = r"(?<!of\s)(?<!in\s)(?<!to\s)(?<!from\s)(?<!under\s)"
OF_ACT = (
    r"(?:\s(?:of|to|in|(?:annexed|attached|appended)\sto)\s"
    r"(?:[^.;,]|\.(?=[0-9A-Z)]|\s[0-9])){3,110})?"
)
"""The act of which a part is, whose number may hold full stops."""
_BEFORE_VERB = regexp(
    rf"(?:\b[Ii]n\s{_OUTER}{_TITLE}{OF_ACT},\s)?{_WHOLE}\b{_UNIT}{_TITLE}{_BEHIND}{OF_ACT}\s$"
)
"""The part that stands right before ``is deleted``."""
_AFTER_VERB = regexp(rf"\s?{_UNIT}{_TITLE}{_BEHIND}(?=\s?(?:[.;,]|$|\n|\sand\b))")
"""The part that stands right behind ``omit``."""
_WITHIN = regexp(rf"\b[Ii]n\s{_OUTER}{_TITLE},?\s$")
_OUT_OF = {"Annex", "Schedule", "Appendix"}


def large_part_out(flow: str, before: Span, after: Span) -> Provision | None:
    """Return the large part that is taken out, from what stands before and after the verb."""
    found = _BEFORE_VERB.search(flow, before.start, before.end)
    outer = found
    if found is None:
        found = _AFTER_VERB.match(flow, after.start, after.end)
        outer = _WITHIN.search(flow, before.start, before.end)
    if found is None:
        return None
    steps = [f"{found['unit']}-{found['n']}"]
    if found["above"]:
        steps.insert(0, f"{found['above']}-{found['above_n']}")
    elif outer is not None and outer["outer"]:
        steps.insert(0, f"{outer['outer']}-{outer['outer_n']}")
    elif found["unit"] not in _OUT_OF:
        return None  # of which annex the part is, the words do not say
    return Provision(id="-".join(steps).lower(), start=found.start(), end=found.end())
