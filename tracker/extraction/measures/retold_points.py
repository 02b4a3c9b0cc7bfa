"""Does a point only repeat what another act says, or that things stay as they are?"""

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.left_out import kept_as_is, without
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

_AS_ANOTHER_SAYS = regexp(
    r"\s*(?:[\u4e00-\u9fff、\s]{1,24}[部署局委会院])?\ue001{3,160}(?:\([^()]{2,60}\))?(?:第[^,。;]{1,12}[条款项])?(?:已|曾|已经|曾经)?(?:规定|明确|要求|指出|提到),"
)
"""How a point begins that only repeats what another act lays down."""


_SIGNED = 40
"""How long the signature behind the last point may be."""
_SAYS = regexp(r"[。;.:]|(?i:\b(?:shall|must|is|are)\b)|[应须需]")


_GOES_ON = regexp(
    r"\s{0,3}[^.;]{0,40}\ue001[^.;]{0,240}?\b(?:continues?\s(?:to\s(?:apply|govern|be\sin\sforce)|in\sforce|unchanged)"
    r"|remains?\s(?:in\s(?:force|effect)|applicable|unchanged|unaffected|valid)"
    r"|(?:is|are|be)\s(?:un(?:affected|changed|touched)|exempt|excluded|outside|left"
    r"|not\s(?:affected|changed|altered|touched|included|covered|concerned|subject)))\b[^.;]{0,80}[.;](?P<more>\s{1,4}[A-Z][^\n]{0,200}?\b(?:shall|must|is|are|may)\b)?"
    r"|\s{0,3}(?:This|The)\s[^.;\ue001]{0,60}?\b(?:does|shall|do|will)\snot\s"
    r"(?:affects?|apply\sto|change|alter|extend\sto|touch|concern|prejudice)\s[^.;\ue001]{0,60}\ue001[^.;]{0,200}[.;](?P<again>\s{1,4}[A-Z][^\n]{0,200}?\b(?:shall|must|is|are|may)\b)?"
)
"""How a point begins that says of another act that it holds as before, or is not concerned."""


def only_retells(act: Act, point: Point) -> bool:
    """Tell whether a point repeats another act and adds nothing, or leaves all as it is."""
    goes_on = _GOES_ON.match(act.flow.marked, point.text, point.span.end)
    if goes_on is not None and not (goes_on["more"] or goes_on["again"]):
        return True
    flow = act.flow
    own = Span(point.text, point.span.end)
    rests = tuple(without(own, kept_as_is(flow, own)))
    left = "".join(flow.flow[one.start : one.end] for one in rests)
    signed = left.strip(" \n;。.")
    kept = len(left) < own.end - own.start
    if kept and len(signed) <= _SIGNED and not _SAYS.search(signed):
        return not any(requirement_of(flow, one) for one in rests)
    if flow.language != "zh":
        return False
    retold = _AS_ANOTHER_SAYS.match(flow.marked, point.text, point.span.end)
    if retold is None or all(one.id == act.id for one in act.namer.named_in(*retold.span())):
        return False
    rest = Span(flow.sentence(retold.end()).end, point.span.end)
    return rest.start >= rest.end or requirement_of(flow, rest) is None
