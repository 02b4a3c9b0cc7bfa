"""In which wordings do texts name the number of an act of the European Union?"""

from tracker.extraction.names.wording import Wording, each
from tracker.extraction.spelling.regexps import regexp

_EN_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_EU_NOUN = r"(?:\b(?:Regulation|Directive|Decision)\s{1,3})?"

UNION: tuple[Wording, ...] = (
    Wording(
        name="EU act, year first",
        form="eu_act",
        anchor=r"(?:19|20)[0-9]{2}/[0-9]{1,4}(?![0-9])",
        pattern=regexp(
            rf"{_EU_NOUN}\((?:EU|EC|EEC"
            rf"|CFSP)(?:,\s{{0,2}}Euratom)?\)\s{{0,3}}(?:N[Oo]\.?\s{{0,3}}(?![0-9]{{4}}/(?:19|20)[0-9]{{2}}(?![0-9])))?{_EN_YEAR}/"
            rf"(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(
            ("Regulation (EU) No 2024/1252", each("eu_act", 2024, 1252)),
            ("Regulation (EU) 2024/1252", each("eu_act", 2024, 1252)),
            ("Delegated Regulation (EU) 2021/821", each("eu_act", 2021, 821)),
        ),
    ),
    Wording(
        name="EU act, year last",
        form="eu_act",
        anchor=r"[0-9]{1,4}/(?:19|20)[0-9]{2}(?![0-9])",
        pattern=regexp(
            rf"{_EU_NOUN}\((?:EU|EC"
            rf"|EEC)\)\s{{0,3}}No\.?\s{{0,3}}(?P<serial>[0-9]{{1,4}})/{_EN_YEAR}"
            rf"(?![0-9])"
        ),
        examples=(("Regulation (EC) No 428/2009", each("eu_act", 2009, 428)),),
    ),
    Wording(
        name="EU act of the last century",
        form="eu_act",
        anchor=r"[0-9]/[0-9]{2}(?![0-9])",
        pattern=regexp(
            rf"{_EU_NOUN}\((?:EEC|EC|ECSC|Euratom)(?:,\s{{0,2}}(?:EEC|ECSC|Euratom)){{0,2}}\)\s{{0,3}}No\.?\s{{0,3}}"
            r"(?P<serial>[0-9]{1,4})/(?P<year>[0-9]{2})(?![0-9/])"
        ),
        examples=(("Regulation (EEC) No 9231/87", each("eu_act", 1987, 9231)),),
    ),
    Wording(
        name="EU directive or decision of the last century",
        form="eu_act",
        pattern=regexp(
            r"\b(?:Directive|Decision)\s{1,3}(?P<year>[5-9][0-9])/(?P<serial>[0-9]{1,4})/(?:EEC|EC|ECSC|Euratom)(?![A-Za-z])"
        ),
        examples=(("Council Directive 92/943/EEC", each("eu_act", 1992, 943)),),
    ),
    Wording(
        name="EU decision or directive by the number under its title",
        form="eu_act",
        pattern=regexp(
            rf"(?:(?<=\n)|^)\({_EN_YEAR}/(?P<serial>[0-9]{{1,4}})"
            r"/(?:EC|EU|EEC|ECSC|CFSP|Euratom)\)(?=[ \t]*\n)"
        ),
        examples=(("COUNCIL DECISION\n(1999/934/EC)\nThe", each("eu_act", 1999, 934)),),
    ),
    Wording(
        name="EU decision, number first",
        form="eu_act",
        pattern=regexp(
            rf"\b(?:Decision|Directive)\s{{1,3}}No\.?\s{{0,3}}(?P<serial>[0-9]{{1,4}})/{_EN_YEAR}/(?:EC|EU|EEC)(?![A-Za-z])"
        ),
        examples=(("Decision No 9639/2006/EC", each("eu_act", 2006, 9639)),),
    ),
    Wording(
        name="EU act with its field behind",
        form="eu_act",
        pattern=regexp(
            rf"\b(?:Regulation|Directive|Decision)\s{{1,3}}{_EN_YEAR}/(?P<serial>[0-9]{{1,4}})"
            r"/(?:CFSP|EU|EC|EEC|JHA|Euratom)(?![A-Za-z])"
        ),
        examples=(
            ("Council Decision 2014/512/CFSP", each("eu_act", 2014, 512)),
            ("Directive 2009/43/EC", each("eu_act", 2009, 43)),
        ),
    ),
    Wording(
        name="CELEX",
        form="eu_act",
        pattern=regexp(rf"(?<![0-9A-Za-z])3{_EN_YEAR}[RLD](?P<serial>[0-9]{{4}})(?![0-9A-Za-z])"),
        examples=(("CELEX 32024R1252", each("eu_act", 2024, 1252)),),
    ),
    Wording(
        name="Commission document",
        form="eu_com",
        pattern=regexp(rf"\bCOM\s{{0,2}}\({_EN_YEAR}\)\s{{0,2}}(?P<serial>[0-9]{{1,4}})(?![0-9])"),
        examples=(("COM(2025) 945 final", each("eu_com", 2025, 945)),),
    ),
)
