"""Does a clause move only some goods of an act, whose other goods stay as they are?

Then the whole act is not moved; which of its parts holds these goods, the clause does not say.
"""

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.codes import customs_codes
from tracker.extraction.scope.places import countries
from tracker.extraction.spelling.regexps import regexp

_REST_STAYS = regexp(
    r"(?:其余|其他|其它|剩余|余下)(?:的)?(?:各类?|所列)?(?:物项|品种|商品|产品|货物|条目|材料|设备|编码)[^。;\n]{0,24}?"
    r"(?:仍|继续|不变|不受|照常|维持|保持|按原|依旧|照旧|不作调整|不予调整)"
    r"|\b(?:[Tt]he|[Aa]ll|[Oo]f\sthe)\s(?:other|remaining|rest\sof\sthe)\s(?:controlled\s|listed\s)?"
    r"(?:items?|goods|products?|entries|commodities|materials?|codes)\b[^.;\n]{0,80}?"
    r"\b(?:continues?|remains?|stays?|(?:is|are)\s(?:not\s(?:affected|changed)|unaffected|unchanged))\b"
)
"""What says that the goods which were not named stay under the act."""
_NEXT = 160
_SOME_TRADE = regexp(
    r"\b(?:as\sfar\sas|in\sso\sfar\sas|insofar\sas|for|in\s(?:respect|relation)\s(?:of|to)|with\s(?:regard|respect)\sto|as\sregards|concerning)"
    r"\s(?:the\s|all\s|any\s)?(?:(?:re-?)?exports?|imports?|shipments?|deliver(?:y|ies)|sales?|transfers?|consignments|trade)\s"
    r"(?:of\s[^,.;\ue001]{1,60}?\s)?(?:to|from|with|destined\sfor|bound\sfor)\s(?:the\s)?[A-Z]"
    r"|对(?:出口|运|输|销|发)(?:至|往|到|向)[^,。;\ue001]{2,24}的"
)
"""What says that an act is moved for the trade with some country alone."""
_FOR_SOME = regexp(
    r"\b(?:[a-z]+ed|abeyance|hold)\s(?:for|as\sto|with\s(?:respect|regard)\sto|as\sregards|in\s(?:respect\sof|relation\sto))"
    r"\s(?:the\s)?(?P<whom>[A-Z][^.;,\ue000\ue001]{2,60})"
)
"""What behind a deed may say the same by the name of the country: ``is suspended for Japan``."""


def moves_some_goods(act: Act, clause: Span, sentence: Span, targets: tuple[str, ...]) -> bool:
    """Tell whether only some goods of whole acts are moved: named ones, while the rest stays.

    ``第958号所列物项中,石墨(…)的实施日期推迟至…,其余物项仍按原公告执行``.
    """
    if not targets or any("#" in target for target in targets):
        return False
    flow = act.flow
    if flow.sieve.search(_SOME_TRADE, clause.start, clause.end):
        return True
    narrowed = flow.marked_sieve.finditer(_FOR_SOME, clause.start, clause.end)
    if any(countries(flow, Span(*one.span("whom"))) for one in narrowed):
        return True
    if flow.sieve.search(_REST_STAYS, sentence.start, min(len(flow.flow), sentence.end + _NEXT)):
        return True
    return flow.language == "zh" and bool(customs_codes(flow, clause))
