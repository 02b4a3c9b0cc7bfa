"""What of a point belongs to others: firms named before it, codes of goods above, deeds behind?"""

import re
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.codes import customs_codes
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.flow import Span
from tracker.extraction.measure_words import LIST_WORD
from tracker.extraction.parties import Party, named_parties, parties_count
from tracker.extraction.points import Point

OF_ANNEX = re.compile(r"附(?:件|表)[^,。;]{0,8}(?:所列|列明|中)|(?:所列|见)附(?:件|表)")
"""What says that a duty is about the goods of the annex."""
CODES_OF_ABOVE = re.compile(
    r"\s?(?:上述|前述|以上|所列)[^,。;:]{0,12}?的?(?:参考)?(?:海关)?(?:商品编[号码]|税则号列|税号)"
)
"""How a point begins that only gives the customs codes of the goods above."""
_SAID_FIRMS = re.compile(r"(?:上述|前述|以上|该)[^,。;]{0,8}?(?:实体|企业|公司|机构|组织)")


def with_codes(act: Act, measure: ExtractedMeasure, coded: Iterable[Point]) -> ExtractedMeasure:
    """Give a limb the customs codes that points of their own tell of its goods."""
    found = [code for point in coded for code in customs_codes(act.flow, point.span)]
    if measure.terms.get("hs_codes") or not found:
        return measure
    words = act.flow.evidence("hs_codes", found[0].start, found[-1].end)
    terms = {**measure.terms, "hs_codes": list(dict.fromkeys(one.code for one in found))}
    return msgspec.structs.replace(measure, terms=terms, evidence=(*measure.evidence, words))


def firms_before(act: Act, point: Point) -> tuple[Party, ...]:
    """Return the firms put on a list before the points, of which a point speaks.

    ``禁止上述企业从事…`` means all of them, a point that names some means these.
    """
    flow = act.flow
    intro = Span(act.body.start, point.span.start)
    if flow.language != "zh" or LIST_WORD.search(flow.flow, intro.start, intro.end) is None:
        return ()
    listed = named_parties(flow, intro)
    if len(listed) < 2 or parties_count(flow, intro) != len(listed):
        return ()
    text = flow.text[point.text : point.span.end]
    own = tuple(one for one in listed if one.name in text)
    said = _SAID_FIRMS.search(flow.flow, point.text, point.span.end) is not None
    return own or (listed if said else ())


def without_deed_behind(act: Act, point: Point, moved: tuple[Span, ...]) -> Point:
    """Cut off the last point the paragraphs behind it that move other acts."""
    own = act.flow.flow.find("\n", point.text, point.span.end)
    behind = [one.start for one in moved if own >= 0 and own < one.start < point.span.end]
    if not behind or any(point.span.start <= one.start <= own for one in moved):
        return point
    line = act.flow.flow.rfind("\n", point.text, min(behind))
    return replace(point, span=act.flow.trimmed(point.span.start, max(line, own)))
