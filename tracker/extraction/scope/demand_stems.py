"""How does a provision demand something in words that stand in no other row?

Demands are told in ever new words, but of few things: goods that go out, a paper, an office, and
that the one needs the other. The rows here are put together of these and are asked last, where no
wording of :mod:`tracker.extraction.scope.requirements` has been found.
"""

from tracker.extraction.scope.demand_words import LICENCE
from tracker.extraction.scope.requirement_wordings import RequirementWording, in_sentence

_GOES = (
    r"(?:\b(?<!whose\s)(?:re-?)?(?i:export)(?:s|ed|ing|ation|able|ers?)?\b|\b(?i:ship)(?:s|ped|ping|ments?)\b"
    r"|\b(?i:consignments?)\b|\b(?i:suppl)(?:y|ies|ied|ying)\b|\b(?i:transfer)(?:s|red|ring)?\b"
    r"|\b(?i:leav)(?:e|es|ing)\s(?:the|its|our)\s(?:country|territory|Union|customs)"
    r"|\b(?:taken?|taking|carried|sen[dt])\s(?:out\sof|abroad)\b)"
)
"""Goods that go out of a country, or whoever sends them."""
_PAPER = (
    rf"\b{LICENCE}\b(?!\s(?:holders?|applications?|numbers?|fees?|forms?|procedures?|conditions?))"
)
_MUST = (
    r"\b(?:shall|must|(?:has|have|is|are|need|needs)\sto"
    r"|(?:is|are)\s(?:required|obliged|bound)\sto)"
)
_COMES_BY = (
    r"(?:granted|obtain(?:ed)?|secured?|procured?|received?|acquired?|hold\san?|in\spossession\sof"
    r"|(?:covered|accompanied|backed|supported)\sby|(?:furnished|provided)\swith)"
)
_BUT = r"\b(?:save|except|unless|without|otherwise\sthan|other\sthan|but)\b"
_NEEDS_PAPER = (
    rf"(?:\b(?:only|solely|exclusively)\b[^.;]{{0,70}}?{_PAPER}"
    rf"|\b(?:[Nn]o|not|never|nor)\b[^.;]{{0,160}}?{_BUT}[^.;]{{0,50}}?{_PAPER}"
    rf"|(?<!no\slonger\s)(?<!not\s)(?<!never\s)\b(?:presupposes?|calls?\sfor|demands?|necessitates?|(?:depends?|dependent|contingent|conditional)\s(?:up)?on"
    rf"|subject\sto)\s[^.;]{{0,50}}?{_PAPER}"
    rf"|{_MUST}\s(?:[a-z]+\s){{0,3}}?{_COMES_BY}\s[^.;]{{0,50}}?{_PAPER})"
)
"""That something cannot be without a paper, before or behind what needs it."""
_REGIME = r"\b(?i:licen[cs](?:e|ing)|permit)\s(?:management|administration|control|system|regime)\b"
_PUT = r"(?:implement|appl(?:y|ies|ied)|introduc|exercis|adopt|practi[cs]|extend|impos)[a-z]*"
_WHO = (
    r"\b(?i:exporters?|importers?|operators?|producers?|holders?|traders?|refiners?|smelters?"
    r"|manufacturers?|dealers?|compan(?:y|ies)|undertakings?|enterprises?|persons?)\b"
)
_OFFICE = (
    r"(?:\bMinist(?:ry|er)|\b[Aa]uthorit(?:y|ies)|\bSecretary|\bOffice|\bDepartment|\bCommission|\bAgency"
    r"|\bBureau|\bBIS|\bMOFCOM|\bDirectorate|\bCustoms)\b"
)
_TELL = (
    r"(?:notify|report|inform|submit|send|file|deliver|communicate|furnish|provide|lodge|transmit|forward"
    r"|disclose)"
)
_TELLS = (
    r"(?:notifies|reports|informs|submits|sends|files|delivers|communicates|furnishes|provides|lodges"
    r"|transmits|forwards|discloses)"
)
_ITS_TRADE = (
    r"\b(?:(?:each|every|any)\s(?:[a-z]+\s)?(?:shipment|consignment|export|sale|transfer|transaction|delivery|import)"
    r"|(?:monthly|quarterly|annual|yearly|weekly|half-yearly)\s(?:data|figures|returns?|statistics|statements?|reports?)"
    r"|(?:data|figures|statistics|particulars|returns?)\s(?:of|on|about|concerning|relating\sto)\s[^.;]{0,60}?\b(?:stocks?|exports?|sales|shipments|output|imports?)\b)"
)
_APPLICATIONS = (
    r"(?<!not\slook\sat\s)\b(?i:applications?|requests?)\b(?:(?!\b(?:not|never)\b)[^.;]){0,160}?"
)
_AS_A_RULE = (
    r"\b(?:as\sa\s(?:general\s|matter\sof\s)?(?:rule|principle)|in\sprinciple|generally|normally"
    r"|ordinarily|usually|routinely)\b"
)
_REFUSED = (
    r"\b(?:turned\sdown|refused|rejected|denied|declined|dismissed|not\s(?:be\s)?entertained)\b"
)
_UNLESS = r"(?![^.;]{0,200}?\b(?:without|unless|except|otherwise|save)\b)"

_WHOEVER = (
    r"(?:[a-z]+\s)?(?:organi[sz]ations?|individuals?|persons?|enterprises?|entit(?:y|ies)"
    r"|compan(?:y|ies)|exporters?|operators?|undertakings?|firms?|businesses)"
)
"""Those of whom a rule speaks that says what none of them may do."""

DEMAND_STEMS: tuple[RequirementWording, ...] = (
    RequirementWording(
        requirement="presumption_of_denial",
        pattern=in_sentence(
            rf"{_APPLICATIONS}(?:{_AS_A_RULE}(?:(?!\bnot\sbe\b)[^.;]){{0,40}}?{_REFUSED}|{_REFUSED}[^.;]{{0,30}}?{_AS_A_RULE})"
        ),
        examples=(
            "Applications for exports to military users will as a rule be turned down.",
            "Requests concerning that country shall be dismissed as a matter of principle.",
        ),
    ),
    RequirementWording(
        requirement="case_by_case",
        pattern=in_sentence(
            rf"{_APPLICATIONS}\b(?:on\s(?:its|their)\sown\s(?:facts|merits)|one\sby\sone|case\s(?:to|after)\scase"
            r"|separately|each\sby\sitself)\b"
        ),
        examples=("The Ministry will look at every application on its own facts.",),
    ),
    RequirementWording(
        requirement="exemption",
        pattern=in_sentence(
            rf"\b[Nn]o\s(?:[a-z-]+\s){{0,4}}?{_PAPER}\s(?:is|are|shall\sbe|will\sbe)\s(?:called\sfor|asked\sfor|demanded)\b"
            rf"|{_PAPER}\s(?:[a-z]+\s){{0,3}}?(?:is|are|shall\sbe|may\sbe)\s(?:dispensed\swith|superfluous|unnecessary)\b"
            rf"|\b(?:dispense[ds]?\swith|(?:relieved|spared)\sof|(?:relieved|released|excused)\sfrom)\s[^.;]{{0,40}}?{_PAPER}"
            rf"|\b(?:need|do(?:es)?)\snot\s(?:have\sto\s|need\sto\s)?(?:hold|have|seek|possess)\s(?:[a-z]+\s){{0,4}}?{_PAPER}"
        ),
        examples=(
            "No licence is called for where the gas is shipped for medical emergencies.",
            "A licence may be dispensed with where the goods return after repair.",
            "Carriers of samples are relieved from the duty to obtain a licence.",
        ),
    ),
    RequirementWording(
        requirement="licence",
        pattern=in_sentence(
            rf"{_GOES}[^.;]{{0,200}}?{_NEEDS_PAPER}"
            rf"|{_NEEDS_PAPER}[^.;]{{0,120}}?{_GOES}"
            rf"|\b(?:[Nn]o|not|never|nor)\b[^.;]{{0,100}}?{_GOES}[^.;]{{0,160}}?{_BUT}[^.;]{{0,50}}?{_PAPER}"
            rf"|{_REGIME}\s[^.;]{{0,40}}?\b(?:is|are|shall\sbe|will\sbe)\s(?:hereby\s)?{_PUT}\b"
            rf"|\b{_PUT}\s[^.;]{{0,60}}?{_REGIME}"
        ),
        examples=(
            "An export permit from the competent department must be obtained before exporting it.",
            "Before exporting the gas, exporters are to have been granted an authorisation.",
            "No ore shall be taken out of the country save in accordance with a licence.",
            "The gas becomes a restricted item, exportable only with a licence of the Directorate.",
            "Every consignment leaving the country must be covered by a licence.",
            "Export shall be allowed solely on the strength of an authorisation.",
            "Each export of the gas presupposes a licence from the Ministry.",
            "Dual-use item export licence management shall be implemented for the gas.",
        ),
    ),
    RequirementWording(
        requirement="prohibition",
        pattern=in_sentence(
            rf"{_GOES}[^.;]{{0,120}}?\b(?:in\sno\s(?:case|event)|under\s(?:no|any)\scircumstances|never)\b{_UNLESS}"
            rf"|\b(?:shall|may|must)\s(?:in\sno\s(?:case|event)|under\sno\scircumstances|never)\s(?:be\s)?{_GOES}{_UNLESS}"
            rf"|(?<!othing\s)\b(?:bars|outlaws|forbids|embargoes)\s(?:(?:all|any|the|further)\s){{0,2}}[^.;]{{0,30}}?{_GOES}{_UNLESS}"
            rf"|{_GOES}[^.;]{{0,120}}?\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:outlawed|embargoed|unlawful|illegal|ruled\sout)\b{_UNLESS}"
            rf"|\b[Nn]o\s{_WHOEVER}(?:(?:,|,?\s(?:or|and|nor))\s(?:any\s|no\s)?{_WHOEVER}){{0,3}}\s(?:shall|may|can)\s"
            rf"(?:[a-z]+\s){{0,3}}?(?:re-?)?(?:export|supply|sell|transfer|provide|ship)\b{_UNLESS}"
            rf"|\b[Nn]either\s[^.;]{{3,80}}?\snor\s[^.;]{{3,60}}?\s(?:shall|may)\s(?:be\s)?(?:re-?)?export(?:ed)?\b{_UNLESS}"
        ),
        examples=(
            "Such gas shall in no case be exported to that country.",
            "The Ministry bars the export of the gas to that country.",
            "Exports of the gas to military users are ruled out.",
            "No organization or individual may export the gas to that country.",
            "Neither the gas nor its precursors may be exported to that country.",
        ),
    ),
    RequirementWording(
        requirement="registration",
        pattern=in_sentence(
            rf"(?:\b[Oo]nly\b|{_MUST})[^.;]{{0,80}}?\b(?:enrol(?:led)?|sign(?:ed)?\sup"
            r"|(?:enter(?:ed)?|recorded|inscribed|included)\s(?:[a-z]+\s){0,4}?(?:in|on|into)\s(?:the|a|its)\s(?:[a-z]+\s){0,2}regist(?:er|ry))\b"
        ),
        examples=(
            "Only companies entered in the register kept by the Ministry may export the gas.",
            "Exporters have to sign up with the register of the Ministry beforehand.",
        ),
    ),
    RequirementWording(
        requirement="reporting",
        pattern=in_sentence(
            rf"{_WHO}[^.;]{{0,120}}?(?:{_MUST}\s(?!not\b)(?:[a-z]+\s){{0,3}}?{_TELL}|\b{_TELLS})\s"
            rf"(?=[^.;]{{0,160}}?{_OFFICE})[^.;]{{0,90}}?{_ITS_TRADE}"
        ),
        examples=(
            "Importers of the gas are to submit quarterly data on stocks to the Ministry.",
            "Each exporter notifies the Ministry of every consignment five days before shipment.",
        ),
    ),
    RequirementWording(
        requirement="general_licence",
        pattern=in_sentence(
            r"\b[Tt]h(?:is|e\spresent)\s(?:[A-Z]?[a-z]+\s){0,3}(?i:licen[cs]e|permit|authori[sz]ation)\s(?:hereby\s)?"
            r"(?:authori[sz]es|permits|allows|entitles)\s(?:any|all|every|exporters|persons)\b"
        ),
        examples=("This licence authorises any person to export the gas to Norway.",),
    ),
    RequirementWording(
        requirement="licence",
        pattern=in_sentence(
            r"凭证(?:方可|才能)?(?:出口|经营|通关)"
            r"|(?<!不)(?<!不再)(?<!无)(?<!毋)(?<!不必)(?:必须|[须需]要?|应当?|(?<!需)要)(?:先|事先|依法)?(?:得到|拿到|征得|持有|办妥|报经|获得)[^,。;]{0,16}(?:许可|批准|同意|核准)"
            r"|(?:实施|采取|实行|启动)[^,。;]{0,8}许可(?:管理)?措施"
            r"|(?:出口|出境)[^。;]{0,40}?(?<!不再)(?<!不)(?:一律|均|都)(?:应当?|[须需])?(?:事先)?报[^,。;]{2,12}(?:审批|批准|核准|许可)"
            r"|出口[^,。;]{0,16},?由[^,。;]{2,12}(?:审查许可|审批|许可)"
        ),
        examples=(
            "该气体自施行之日起须凭证出口。",
            "任何人出口该气体都必须得到商务部许可。",
            "对该气体采取出口许可措施。",
            "凡出口该气体，一律报商务部审批。",
        ),
    ),
    RequirementWording(
        requirement="prohibition",
        pattern=in_sentence(
            r"不得由[^,。;对的]{2,14}(?:出口|提供|转让|转移|销售|运输)(?![^,。;]{0,4}的)"
            r"|(?:出口|提供|转让|转移)[^,。;]{0,24}(?<!不)(?<!不再)(?:予以禁止|被禁止|(?:均|一律)?在禁止之列|一律不许|一概不许)"
        ),
        examples=(
            "两用物项不得由出口经营者出口至表列实体。",
            "向上述实体出口两用物项的行为予以禁止。",
        ),
    ),
    RequirementWording(
        requirement="exemption",
        pattern=in_sentence(
            r"不在[^,。;]{0,10}许可[^,。;]{0,8}(?:之列|范围)|不纳入[^,。;]{0,6}许可(?:管理|证管理)?(?:范围)?(?=[,。;])"
        ),
        examples=("以人道救援为目的的出口不在许可要求之列。",),
    ),
)
"""In order, as all rows of requirements."""
