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
    r"|\b(?:taken?|taking|carried|sen[dt])\s(?:out\sof|abroad)\b|\bsen[dt]\sto\b)"
)
"""Goods that go out of a country, or whoever sends them."""
_PAPER = (
    rf"\b(?:{LICENCE}|No[\s-]Objection\sCertificate|NOC)\b"
    r"(?!\s(?:holders?|applications?|numbers?|fees?|forms?|procedures?|conditions?))"
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
    rf"|\b(?:may|can|shall)\s(?:be\s)?[a-z]+\s[^.;]{{0,140}}?\bonly\s(?:with|under|against|after|on|upon)\s[^.;]{{0,40}}?{_PAPER}"
    rf"|\b(?:[Nn]o|not|never|nor)\b[^.;]{{0,160}}?{_BUT}[^.;]{{0,50}}?{_PAPER}"
    rf"|(?<!no\slonger\s)(?<!not\s)(?<!never\s)\b(?:presupposes?|calls?\sfor|demands?|necessitates?|(?:depends?|dependent|contingent|conditional)\s(?:up)?on"
    rf"|subject\sto)\s[^.;]{{0,50}}?{_PAPER}"
    rf"|{_MUST}(?:,\s[^,.;]{{3,60}},)?\s(?:[a-z]+\s){{0,3}}?{_COMES_BY}\s[^.;]{{0,50}}?{_PAPER})"
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
_FACTS = (
    r"\b(?:statements?|returns?|reports?|particulars|volumes?|quantit(?:y|ies)|figures|data"
    r"|details|tonnages?|prices?|stocks?|sales?|exports|shipments)\b"
)
"""What one reports."""
_NO_PAPERS = (
    r"(?![^.;]{0,200}?\b(?:applications?|apply|end-user\s(?:statement|certificate)|licen[cs]es?"
    r"|permits?|authori[sz]ations?)\b)"
)
_TO_OFFICE = (
    r"(?:\bto|\bwith|\bnotify|\binform)\s(?:the\s)?(?:[A-Z][a-z]+\s){0,2}?"
    r"(?:DGFT|APEDA|MOFCOM|BIS|Commission|[A-Z][a-z]+\sof\sState|Minist[a-z]+|Director|Secretary"
    r"|Customs|Department|Bureau|(?:competent|licensing|provincial\scommerce|national|local)\sauthorit)"
)
_FORM = r"\b(?:[Cc]ustoms\s)?(?:columns?|fields?|box(?:es)?|entry|declarations?(?:\sforms?)?)\b"
_DECLARANT = r"\b(?i:declarants?|consignors?|consignees?|exporters?|importers?|shippers?|agents?)\b"
_FILL = r"(?:fill\sin|state|enter|specify|indicate|give|mention|note|declare|write)"
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
_TRADERS_ZH = r"(?:经营者|企业|单位|出口商|进口商|生产商|凡[^,。;]{2,20}者)"
_FACTS_ZH = r"(?:数量|价格|情况|流向|用户|库存|产量|销量|数据|信息|明细|台账|统计|买方|对象)"
_OFFICE_ZH = r"(?:商务部|[^,。;]{0,10}(?:主管部门|商务厅|信息化部|海关|资源部|管理局|委员会))"
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
            "Whoever exports the gas must, before doing so, receive permission from the Ministry.",
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
            rf"|{_GOES}[^.;]{{0,160}}?\b(?:is|are|(?:shall|will)\sbe)\snot\s(?:permitted|allowed|lawful)\b{_UNLESS}"
            rf"|\b(?:shall|will)\snot\sbe\s(?:permitted|allowed|lawful)\sto\s{_GOES}{_UNLESS}"
            rf"|\b(?i:bans?|prohibitions?|embargo(?:es)?)\s(?:shall\sapply|applies|shall\sbe\splaced)\s(?:to|on)\s[^.;]{{0,40}}?{_GOES}{_UNLESS}"
            rf"|\b[Tt]here\s(?:is|shall\sbe|will\sbe)\s(?:hereby\s)?an?\s(?:ban|prohibition|embargo)\s(?:on|of)\s[^.;]{{0,40}}?{_GOES}{_UNLESS}"
            rf"|\b(?:Member\sStates|[Cc]ompetent\sauthorities|[Cc]ustoms(?:\sauthorities)?)\s(?:shall|must)\s(?:prevent|prohibit|forbid)\s[^.;]{{0,40}}?{_GOES}{_UNLESS}"
            rf"|\b[Nn]either\s[^.;]{{3,80}}?\snor\s[^.;]{{3,60}}?\s(?:shall|may)\s(?:be\s)?(?:re-?)?export(?:ed)?\b{_UNLESS}"
        ),
        examples=(
            "Such gas shall in no case be exported to that country.",
            "The Ministry bars the export of the gas to that country.",
            "Exports of the gas to military users are ruled out.",
            "No organization or individual may export the gas to that country.",
            "Neither the gas nor its precursors may be exported to that country.",
            "Exporting the gas to that country is not permitted.",
            "It shall not be permitted to export the gas to that country.",
            "A prohibition shall apply to exports of the gas to that country.",
            "There shall be a ban on exporting the gas to that country.",
            "Member States shall prevent the export of the gas to that country.",
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
            rf"|{_WHO}[^.;]{{0,120}}?{_MUST}\s(?!not\b)(?:first\s|also\s)?give\s(?:[a-z]+\s){{0,2}}?notice\s(?:[^.;]{{0,60}}?\s)?{_TO_OFFICE}"
            rf"(?=[^.;]{{0,120}}?\b(?:export|shipment|consignment|transfer|sale)s?\b)"
        ),
        examples=(
            "Importers of the gas are to submit quarterly data on stocks to the Ministry.",
            "Each exporter notifies the Ministry of every consignment five days before shipment.",
            "An exporter must give notice to the Ministry seven days before the export.",
        ),
    ),
    RequirementWording(
        requirement="declaration",
        pattern=in_sentence(
            rf"{_DECLARANT}[^.;]{{0,80}}?{_MUST}\s(?!not\b)(?:[a-z]+\s){{0,2}}?{_FILL}\b[^.;]{{2,120}}?\b(?:in|on|into)\s[^.;]{{0,40}}?{_FORM}"
            rf"|{_FORM}[^.;]{{0,80}}?(?:{_MUST}|\bneeds?\sto)\s(?:specify|state|bear|mention|show|contain|give|indicate)\b"
        ),
        examples=(
            "The declarant must fill in the diameter in the specification column.",
            "Customs declarations for such goods have to specify the cell capacity.",
        ),
    ),
    RequirementWording(
        requirement="reporting",
        pattern=in_sentence(
            rf"{_WHO}[^.;]{{0,120}}?{_MUST}\s(?!not\b)(?:[a-z]+\s){{0,3}}?{_TELL}\b{_NO_PAPERS}"
            rf"(?=[^.;]{{0,200}}?{_FACTS})(?=[^.;]{{0,200}}?{_TO_OFFICE})"
        ),
        examples=(
            "Exporters of graphite shall submit a monthly statement of exports to the DGFT.",
            "Every exporter shall furnish to DGFT, within 15 days, particulars of its exports.",
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
            r"凭证(?:方可|才能)?(?:出口|经营|通关|办理)"
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
    RequirementWording(
        requirement="quota",
        pattern=in_sentence(
            r"(?:出口|进口|开采|生产|冶炼)[^,。;]{0,12}?(?:最多|至多|最高|上限(?:为|是)?|限(?:于|为|在|定)|控制在|以|不(?:得|应)?(?:超过|高于|多于|大于))"
            r"[^,。;0-9]{0,6}[0-9][0-9.,]{0,9}\s?万?(?:吨|千克|公斤|立方米)(?:为限|以内|以下|之内)?(?=[,。;])(?<!每批)"
        ),
        examples=("2027年度锑锭出口最多3500吨，氧化锑最多800吨。", "全年铋锭出口量以600吨为限。"),
    ),
    RequirementWording(
        requirement="reporting",
        pattern=in_sentence(
            rf"{_TRADERS_ZH}(?=[^。;]{{0,100}}?{_FACTS_ZH})[^。;]{{0,80}}?(?:应当?|[须需]|每(?:个)?(?:季|月|半年|年)|按(?:月|季|年)|逐[月季年])[^。;]{{0,80}}?"
            rf"(?:(?:报(?:送|告|备|请)?|备报|通报|告知|上报|提交)(?:给|至|到|向)?{_OFFICE_ZH}|向{_OFFICE_ZH}[^,。;]{{0,12}}?(?:报(?:送|告|备)?|备报|通报|上报|提交)(?=[,。;]|[^,。;]{{0,20}}{_FACTS_ZH}))"
            r"(?![^,。;]{0,6}(?:批准|审批|核准|许可|审查|同意|申请))"
        ),
        examples=(
            "出口经营者应在每季度结束后，将该季度镓的出口数量、价格和最终用户报商务部。",
            "凡出口锗单晶者，每月10日前应将上月成交数量向省级商务主管部门备报。",
            "出口经营者每半年汇总出口流向，报商务部备查。",
            "出口企业应于每月5日前把上月出口情况告知所在地商务主管部门。",
        ),
    ),
)
"""In order, as all rows of requirements."""
