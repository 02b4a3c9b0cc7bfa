"""Of which words are English demands put together: a paper, a requirement, what goods do?"""

LICENCE = r"(?:licen[cs](?:es?|ing)|permits?|permission|authori[sz]ations?|approval|consent)"
WORDS = r"(?:[A-Za-z'’-]+\s){0,6}?"
_GIVER = r"(?:[A-Za-z'’-]+,?\s){0,7}?[A-Za-z'’-]+"
PAPER_OF = rf"{LICENCE}(?:\s(?:of|from|by|(?:issued|granted|given)\sby)\s{_GIVER})?"
"""A paper with the office that gives it: ``the permission of the Ministry of Commerce``."""
STRICT_PAPER = (
    r"(?:licen[cs](?:es?|ing)|permits?|permission|(?<!prior\s)authori[sz]ations?|prior\sauthori[sz]ation"
    r"|approval\s(?:of|from|by)\sthe\s(?:[A-Z][a-z]+\s)?(?:Minist|Secretary|Director|competent))"
)
"""A paper for exports; an ``approval`` or the like that a rule itself needs is none."""
REQUIREMENT = (
    rf"(?:(?:export\s|import\s)?{LICENCE}\s(?:requirements?|obligations?|duty|duties)"
    rf"|(?:requirements?|obligations?|duty|need)\s(?:of|for|to\s(?:obtain|hold|have|apply\sfor|seek|be))\s"
    rf"{WORDS}(?:{LICENCE}|licen[cs]ed|authori[sz]ed)"
    r"|(?:[Tt]his|[Tt]hat|[Tt]he)\s(?:said\s|above\s|foregoing\s)?requirement\b(?!\s(?:of|to|for|that|in|under)\b))"
)
"""A requirement: ``the licence requirement``, ``the obligation to obtain a permit``."""
SENT = r"(?:(?:re-?)?exported|shipped|conducted|carried\sout|made|sold|supplied|transferred)"
"""What is done with goods, or with an export."""
GOES_OUT = (
    r"(?:(?:re-?)?export(?:ed)?|ship(?:ped)?|suppl(?:y|ied)|transfer(?:red)?|leave|take\splace|sold"
    r"|released?|cleared|permitted|allowed|carried\sout|effected|conducted|made|dispatched)"
)
"""What goods, exports and exporters do, or what is done with them."""
AS_MADE_OUT = (
    r"(?:established|drawn\sup|made\sout|issued|granted|delivered|valid|in\saccordance"
    r"|in\sthe\sform|within\sthe\smeaning)"
)
"""What begins words behind a licence that say how it is made out, and not what it is for."""
IN_CATEGORY = (
    r"\b(?<!not\s)(?:placed|put|moved|shifted|brought|classified|classed|listed|transferred|amended|changed|revised)\s"
    r"[^.;]{0,30}?\b(?:under|into|in|to|as)\s(?:the\s)?['\"“‘]?"
)
"""What stands before the category of an export policy into which goods come."""
REASON = r"(?:grounds\s(?:for|to)\ssuspect\w*|reason\sto\s(?:know|believe|suspect))"
_KNOWS = (
    rf"(?:{REASON}|knows?|suspects?|aware"
    r"|(?:has|have|is|are)\sbeen\s(?:informed|notified|told|advised))\b"
)
_LIST = r"(?:[Aa]nnex|[Ss]chedule|[Tt]able|[Ll]ist)"
_UNLISTED = (
    rf"(?:(?:not|un)[- ]?(?:listed|specified|included|controlled|in\s(?:the\s)?{_LIST})"
    rf"|(?:outside|(?:other\sthan|except)\s(?:those|items|goods|the)\s)[^.;]{{0,40}}?{_LIST})\b"
)
_DUTY = (
    rf"\b(?:(?:must|shall|has\sto|needs?)\s[^.;]{{0,40}}?\b{LICENCE}"
    rf"|{LICENCE}\s(?:shall|must|is|has\sto))\b"
)
_IS_REQUIRED = rf"{LICENCE}\s(?:is|are|shall\sbe|will\sbe)\srequired\b"
CAUGHT = (
    rf"\b(?:{_UNLISTED}[^.;]{{0,300}}?\b{_KNOWS}|{_KNOWS}[^.;]{{0,300}}?\b{_UNLISTED})[^.;]{{0,300}}?{_DUTY}"
    rf"|(?:{_DUTY}|\b{_IS_REQUIRED})[^.;]{{0,160}}?\b(?:{_UNLISTED}[^.;]{{0,160}}?\b{_KNOWS}|{_KNOWS}[^.;]{{0,160}}?\b{_UNLISTED})"
)
"""The three of a catch-all in any order: who knows something, goods on no list, a licence."""
