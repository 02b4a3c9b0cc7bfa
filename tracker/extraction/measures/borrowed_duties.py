"""Which point demands what another one does: ``向乙国转移前条所列物项的,亦适用前条规定``?"""

from tracker.extraction.act import Act
from tracker.extraction.days.parts_beside_chinese import parts_named, sentence_of_point
from tracker.extraction.measures.paragraphs import Demand
from tracker.extraction.prose.points import Point, points
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

_BORROWS = regexp(
    r"(?:(?:亦|也|同样|一并|均应?)(?:应当?|须)?(?:适用|遵守|执行)|(?:应当?|须)?(?:比照|参照|按照?|依照)(?!有关|国家|相关))"
    r"(?P<parts>(?:本公告)?(?:第[^,。;]{1,12}?条|前条)(?:第[^,。;]{1,8}?[款项])?)的?(?:规定|要求)?(?:执行|办理)?(?=[,。;])"
)


_THE_SAME = regexp(
    r"\s?(?:\([^()\n]{2,80}\)\s{1,4})?"
    r"(?:The\ssame(?:\s(?:requirement|rule|obligation|prohibition|restriction|condition))?\s(?:(?:shall|also)\s){0,2}appl(?:y|ies)\s(?!where|if|when|in\sthe\scase)(?:also\s)?to"
    r"|(?:An?\s|The\s)?(?i:permission|licen[cs]e|authori[sz]ation|permit)\s(?:in\s(?:like|the\ssame)\smanner\s)?(?:is|shall\sbe)\s(?:likewise|also|equally)?\s?required\b"
    r"|[^.;]{3,160}?\s(?:is|are|shall\sbe)\s(?:likewise\ssubject\sto|subject\sto\sthe\ssame)\s(?:requirement|obligation|prohibition|restriction|rule)s?\b)"
)
"""How an English point begins that demands of other goods what the one before it demands."""


def _the_same(act: Act, point: Point) -> Demand | None:
    """Return what an English point demands as the one before it does: ``The same applies to …``."""
    found = _THE_SAME.match(act.flow.flow, point.text, point.span.end)
    if found is None:
        return None
    before = [one for one in points(act.flow, act.body) if one.span.end <= point.span.start]
    demand = requirement_of(act.flow, before[-1].span) if before else None
    return (demand[0], found.start(), found.end()) if demand else None


def borrowed_demand(act: Act, point: Point) -> Demand | None:
    """Return what a point demands by pointing to another one of the act."""
    if act.flow.language == "en":
        return _the_same(act, point)
    found = _BORROWS.search(act.flow.flow, point.text, point.span.end)
    parts = parts_named(act.flow, *found.span("parts"), since=point.text) if found else ()
    if found is None or len(parts) != 1:
        return None
    own = sentence_of_point(act.flow, parts[0].id.split("-")[0], point.span.start)
    demand = requirement_of(act.flow, own) if own else None
    return (demand[0], found.start(), found.end()) if demand else None
