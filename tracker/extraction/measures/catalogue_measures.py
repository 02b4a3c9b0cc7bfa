"""Which limb does a notice bring that only puts a list or a catalogue into force?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.limbs import limb
from tracker.extraction.measures.rule_measures import life_of_whole
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.codes import customs_codes
from tracker.extraction.spelling.regexps import regexp

_PROMULGATES = regexp(
    r"(?:公布|发布|印发)[^。;《]{0,24}(?P<first>《[^《》\n]{2,60}(?:清单|目录)(?:\([^()《》\n]{2,24}\))?》)|(?P<last>《[^《》\n]{2,60}(?:清单|目录)(?:\([^()《》\n]{2,24}\))?》)[^。;《]{0,40}?(?:予以)?(?:公布|发布|印发)"
)
_ANNEXED = regexp(r"附件|附后|见附|附表")
_BY_TITLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("quota", regexp(r"配额")),
    ("prohibition", regexp(r"禁止(?!出口限制)[^《》]{0,12}目录")),
    ("licence", regexp(r"许可|管制(?:物项)?清单|限制")),
)
"""What a list demands by its own title; the first row that fits decides."""


def catalogue_limb(act: Act) -> ExtractedMeasure | None:
    """Read a notice without points that puts an annexed list into force as one limb."""
    flow = act.flow
    if flow.language != "zh":
        return None
    for sentence in flow.within(act.body.start, act.body.end):
        found = _PROMULGATES.search(flow.flow, sentence.start, sentence.end)
        if found is None:
            continue
        below = Span(sentence.end, act.body.end)
        annexed = act.layout.annexes or _ANNEXED.search(flow.flow, sentence.start, sentence.end)
        if not annexed and not customs_codes(flow, below):
            continue
        group = "first" if found["first"] else "last"
        title = Span(*found.span(group))
        demand = next((name for name, row in _BY_TITLE if row.search(found[group])), None)
        if demand is None:
            return None
        return limb(
            act, "catalogue", requirement=(demand, title.start, title.end),
            life=life_of_whole(act), spans=() if annexed else (below,), words=(),
            annexes=act.layout.annexes,
        )  # fmt: skip
    return None
