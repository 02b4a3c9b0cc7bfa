"""How else do English acts say that goods need a licence, are banned, declared or set free?

Each key is a row of :mod:`tracker.extraction.scope.requirements` before which its rows are asked.
"""

from tracker.extraction.prose.flow import Flow
from tracker.extraction.scope.demand_words import GOES_OUT, IN_CATEGORY, LICENCE, PAPER_OF, WORDS
from tracker.extraction.scope.duties_english import DECLARATION, REPORTING
from tracker.extraction.scope.exemptions_english import EXEMPTIONS
from tracker.extraction.scope.requirement_wordings import RequirementWording, in_sentence
from tracker.extraction.spelling.regexps import regexp

_BUYER = (
    r"(?:the|its|their|each|every|any|a)\s(?:[a-z-]+\s){0,2}"
    r"(?:buyer|consignee|customer|recipient|importer|purchaser|transferee|carrier)"
)
"""Whom one tells that goods are controlled."""

_LINE = r"(?<=\n)|(?<=[0-9.):]\s)"
"""Where a provision begins: a line, or what stands behind its number."""

_ONLY_WITH = (
    r"(?:(?:with|against|up?on|under|after|by|on\sthe\sbasis\sof|on\s(?:the\s)?presentation\sof)\s"
    rf"(?:(?!conditions?\b|terms\b)[A-Za-z'’-]+\s){{0,9}}?{LICENCE}\b"
    r"|(?:if|where|when|once|provided\sthat)\s[^.;]{0,60}?\b(?:hold|has|have|had|obtain|grant|issu|present|produc)[a-z]*\s"
    rf"(?:(?!conditions?\b|terms\b)[A-Za-z'’-]+\s){{0,6}}?{LICENCE}\b"
    rf"|(?:if|where|when|once|provided\sthat)\s{WORDS}{LICENCE}\s(?:for\sit\s)?(?:has|have|is|are)\s(?:been\s)?(?:granted|issued|obtained|presented)\b)"
)
"""With what alone goods may go out: ``with a licence``, ``if the exporter holds a permit``."""

_THIS_PERMIT = r"this\s(?:[Gg]eneral\s)?(?:[Ee]xport\s)?(?:[Pp]ermit|[Aa]uthori[sz]ation)"

_RULE = (
    r"(?i:as\sa\s(?:general\s)?(?:rule|matter\sof\sprinciple)|in\sprinciple|generally|normally"
    r"|ordinarily|usually)"
)
_GIVEN = r"(?:granted|issued|given)"
_TOO = r"(?:also|likewise|equally|similarly)"

_QW = r"(?:[^.;]|\.(?=[0-9]))"
_OUT = r"\b(?i:exports?|exportation|exported)\b"
_BOUNDED = (
    r"\b(?:(?:shall|may|must|will)\snot\s(?:in\s(?:total|all)\s)?exceed"
    r"|(?<!not\s)(?<!longer\s)(?:capped|limited|restricted)"
    r"|(?:permitted|allowed|made)\s(?:only\s)?(?:up\sto|to|within)|only\s(?:up\sto|within))\b"
)
_AMOUNT = (
    r"[0-9][0-9,. ]{0,12}(?:(?:dry\s)?metric\s)?(?:tonnes|tons|t|MT|mt|kg|kilograms|kilogrammes)\b"
    r"(?!\s(?:per|a|in\sa|for\seach)\s(?:single\s)?(?:consignment|shipment|order|application|licen))"
)
"""What goes out, how it is bounded, and the amount: in any order a quota."""

DEMANDS: dict[str, tuple[RequirementWording, ...]] = {
    "liability": (
        RequirementWording(
            requirement="liability",
            pattern=in_sentence(
                r"\b(?i:forwarders?|carriers?|brokers?|agents?|intermediar(?:y|ies)|banks?|platforms?|persons?|individuals?|organi[sz]ations?|whoever)\b"
                r"[^.;]{0,200}?\b(?:transfer|suppl|provid|carr(?:y|ies)|deliver|assist|help|support|re-?export|transport|forward)[a-z]*\b"
                r"[^.;]{0,200}?\b(?:shall|will)\s(?:bear|incur|face|be\sheld)\s[^.;]{0,30}?\b(?:liab|responsib|accountab)"
            ),
            examples=(
                "Carriers that knowingly carry such items without a permit shall bear liability.",
                "Any person of any country who transfers the items to military users shall be "
                "held liable in accordance with law.",
            ),
        ),
    ),
    "presumption_of_denial": (
        RequirementWording(
            requirement="presumption_of_denial",
            pattern=in_sentence(
                rf"\b(?:shall|will|are|is)\b,?\s{_RULE},?\s(?:to\s)?(?:(?:be\s)?(?:denied|refused|rejected|declined)|not\sbe\s(?:approved|granted|permitted|issued|allowed))\b"
                r"|\bpresumed\s(?:to\sbe\s)?(?:denied|refused)\b"
                r"|\b(?:shall|will|are|is)\s(?:ordinarily|usually)\s(?:be\s)?(?:denied|refused|rejected)\b"
                r"|\bpresumptively\sden(?:y|ies)\b|\b(?:shall|will)\sas\sa\srule\s(?:deny|refuse)\b"
                rf"|\b[Ii]n\sprinciple,?\sno\s{WORDS}{LICENCE}\s(?:shall|will|may)\sbe\s(?:granted|issued)\b"
                r"|\b(?:shall|will)\snot\sbe\s(?:granted|approved|issued|permitted)\s(?:in\sprinciple|as\sa\srule)\b"
                r"|\bpresumes?\sdenial\b|\bpolicy\s(?:is\s)?(?:to\sdeny|to\srefuse|of\srefusal)\b"
                rf"|\b[Nn]o\s{WORDS}{LICENCE}\s(?:[^.;]{{0,60}}?\s)?(?:{_RULE},?\s[^.;]{{0,20}}?{_GIVEN}|{_GIVEN}[^.;]{{0,12}}?\s{_RULE})\b"
                rf"|\b{_RULE},?\sno\s{WORDS}{LICENCE}\s[^.;]{{0,90}}?\b(?:is|are|be)\s{_GIVEN}\b"
                rf"|\b(?i:{LICENCE})\s[^.;]{{0,90}}?{_RULE},?\s(?:be\s)?withheld\b"
                rf"|\b{_RULE},?\s[^.;]{{0,20}}?{LICENCE}\s[^.;]{{0,90}}?\bwithheld\b"
            ),
            examples=(
                "Applications for such persons shall, as a rule, be refused.",
                "Applications for that use will generally be denied.",
                "Applications of listed firms will ordinarily be refused.",
                "In principle no export licence will be granted.",
                "Licences for such users shall not be granted in principle.",
                "It is the general policy to deny applications for such items.",
                "No permission shall be granted, as a rule, where a user is a military user.",
                "No licence shall as a rule be granted for such exports.",
                "As a general rule, no export licence is issued to military users.",
                "Permission to export to such users shall normally be withheld.",
            ),
        ),
    ),
    "case_by_case": (
        RequirementWording(
            requirement="case_by_case",
            pattern=in_sentence(
                r"\b(?i:applications?|requests?)\s(?:[^.;]{0,200}?\s)?"
                r"(?:individually|on\s(?:its|their|the)\s(?:own\s|individual\s|respective\s)?merits)\b"
            ),
            examples=(
                "Applications for pumps will be considered individually.",
                "Each application for a pump shall be decided on its own merits.",
            ),
        ),
    ),
    "exemption": EXEMPTIONS,
    "notice_duty": (
        RequirementWording(
            requirement="notice_duty",
            pattern=in_sentence(
                rf"\b(?:shall|must)\s(?:also\s)?(?:inform|notify|advise|tell)\s{_BUYER}"
                r"|\bnotices?\sof\scompliance\b"
            ),
            examples=(
                "The seller must inform the buyer that the goods are controlled.",
                "Operators shall pass on a notice of compliance with each transfer.",
            ),
        ),
    ),
    "registration": (
        RequirementWording(
            requirement="registration",
            pattern=in_sentence(
                r"\b(?:must|shall|(?:has|have|is|are)\sto|unless|only\sif|provided\sthat)\s"
                r"[^.;]{0,60}?\bregistered\s(?:with|at|by|as|in)\b"
                r"|\b(?:must|shall),?\s[^.;]{0,60}?\bregister\s(?:their|its|his|the|each)\b"
                r"|\bonly\s(?:after|upon|on)\s(?:prior\s)?registration\b"
                r"|\b(?:prior|advance|compulsory|mandatory)\sregistration\b"
                r"|\b[Rr]egistration\s[^.;]{0,60}?\b(?:precondition|condition)\b"
                r"|\b(?:shall|must)\s(?:file|apply)\sfor\s(?:[a-z]+\s)?registration\b"
                r"|\b[Oo]nly\s(?:(?:persons|firms|exporters|companies)\s)?registered\s[^.;]{0,60}?\bmay\s(?:export|be\sexported)\b"
                r"|\bonly\s(?:to|by)\s[^.;]{0,40}?\bregistered\swith\b"
                r"|\b[Rr]egistration\s(?:with|of)\s[^.;]{2,60}?\sis\s(?:mandatory|compulsory|obligatory|required)\b"
                r"|\b(?:shall|must|(?:has|have)\sto)\s[^.;]{0,30}?\benter(?:ed)?\s[^.;]{0,20}?in\sthe\sregister\b"
                r"|\b(?:shall|must|(?:has|have)\sto)\s(?:first\s)?be\sregistered\b"
                r"|\b(?:subject\sto|requires?|need)\s(?:[a-z]+\s){0,2}?registration\b"
                r"|\bonly\sby\s(?:[a-z]+\s)?registered\s|\b[Rr]egistration\s(?:is|shall\sbe|will\sbe)\s(?:required|needed|mandatory|compulsory)\b"
                r"|\b(?:shall|must|(?:has|have)\sto)\s(?:complete|carry\sout|go\sthrough)\s(?:[a-z]+\s){0,3}?registration\b"
                r"|\b(?:shall|must)\sfile\s(?:[a-z]+\s){0,3}?for\srecord\b"
            ),
            examples=(
                "A person who trades in such goods must be registered with the Minister.",
                "Magnesium may be exported only after registration.",
                "Exporters shall register their contracts with the office.",
                "Its export shall require prior registration of the end user.",
                "A registration in the register shall be a precondition for the export of solder.",
                "Only registered exporters may export the gas.",
                "Registration with the Council is mandatory.",
                "Each exporter must enter itself in the register of the Ministry.",
                "A person who exports sponge must be registered.",
                "Exports of sponge are subject to registration.",
                "Sponge may be exported only by registered enterprises.",
                "Registration is required for exports of sponge.",
                "Exporters shall complete registration formalities with the Ministry.",
                "Exporters of sponge shall file for record with the Ministry.",
            ),
        ),
    ),
    "licence": (
        RequirementWording(
            requirement="licence",
            pattern=in_sentence(
                rf"\b(?:conditional|dependent|contingent)\s(?:up)?on\s{WORDS}{LICENCE}\b"
                rf"|\b(?:can|shall|may|is\sto|are\sto)\sonly\sbe\s(?:re-?)?(?:exported|shipped|supplied|transferred)\s[^.;]{{0,80}}?\b{LICENCE}\b"
                rf"|\b(?:requires?|required\sto\sobtain|needs?|(?:have|has)\sto\sobtain|must\s(?:first\s)?(?:have|hold|obtain|apply\sfor)|shall\s(?:obtain|hold)|subject\sto)\s(?:the|an?)\s[A-Za-z]+['’]s?\s{LICENCE}\b"
                rf"|\b(?:exported|shipped|supplied)\sonly\s(?:after|upon|with|on|against|under|by\sholders\sof)\s{WORDS}{LICENCE}\b"
                r"|\b[Ll]icen[cs](?:e|ing)\s(?:requirements?\s(?:is|are)\s(?:hereby\s)?imposed|applies\sto\s(?:the\s)?exports?)\b"
                r"|\b(?:is|are|become|becomes|shall\sbe)\slicensable\b"
                r"|\b(?:is|are)\s(?:hereby\s)?(?:subjected\sto|brought\sunder)\s(?:export|licen[cs]e)\scontrols?\b"
                rf"|\b(?:prohibited|forbidden|banned)\s(?:[^.;]{{0,200}}?\s)?(?:save|otherwise\sthan|other\sthan)\s(?:under|with|as)\s[^.;]{{0,40}}?\b{LICENCE}\b"
                rf"|\b{LICENCE}\s[^.;]{{0,60}}?\b(?:is|are|shall\sbe|becomes?)\s(?:now\s|hereby\s)?(?:made\s)?a\s(?:precondition|condition|prerequisite)\s(?:for|of)\s(?:the\s|any\s)?(?:re-?)?export"
                rf"|\b(?:shall|must)\sbe\sin\spossession\sof\s{WORDS}{LICENCE}\b"
                rf"|\b(?i:{LICENCE})\s(?:shall|must|(?:has|have|is|are)\sto)\s(?:first\s)?be\s"
                r"(?:obtained|sought|held|applied\sfor|produced|presented)\b"
                rf"|\b(?i:{LICENCE})\s(?:is|are|shall\sbe|will\sbe)\s"
                r"(?:now|hereby|henceforth|also|therefore|always|additionally)\s(?:required|needed)\b"
                r"|\b(?:Permission|Authori[sz]ation|Approval|Licen[cs]es?|Permits?)\s"
                r"(?:is|are|shall\sbe|will\sbe)\s(?:required|needed|necessary)\b"
                rf"|\bSubject\sto\s(?:[a-z]+\s){{0,4}}?{LICENCE}\s(?:is|are|shall\sbe)\b"
                r"|\b(?:is|are|shall|must)\s(?:only\s)?be\slicen[cs]ed\b"
                rf"|\b(?:seek|hold|acquire|secure)\s(?:an?\s|prior\s){WORDS}{LICENCE}\b"
                r"|\b(?:is|are|shall\sbe|comes?)\s(?:placed\s|put\s|brought\s)?under\s"
                r"(?:the\s)?(?:export\s)?(?:licen[cs](?:e|ing)|permit)\b"
                r"|\blicen[cs](?:e|ing)\s(?:regime|system)\s(?:applies|shall\sapply)\b"
                r"|\b(?:permitted|allowed)\s(?:to\sbe\sexported\s)?only\s(?:against|under|with|upon|on)\s"
                rf"{WORDS}{LICENCE}\b"
            ),
            examples=(
                "A license is now needed to ship such servers abroad.",
                "Permission is required for the export of the following goods.",
                "Exporters of the gas shall be in possession of a dual-use item export licence.",
                "Permission shall be obtained before the goods are taken out of the country.",
                "Subject to licence are exports of zirconium sponge.",
                "Exports of the alloy shall be licensed with effect from that day.",
                "Foreign operators shall seek a licence before they transfer the goods.",
                "Erbium crystals are placed under licence from that day.",
                "The ordinary licence regime applies to praseodymium.",
                "Export shall be permitted only against a licence issued by the office.",
                "The exportation shall be conditional upon the presentation of an authorisation.",
                "Crucibles can only be exported if a permit has been granted.",
                "Such goods shall be exported only after approval by the Minister.",
                "Whoever exports crucibles needs the Minister's permission.",
                "Exports of the gas are licensable from that day.",
                "Licensing applies to the export of crucibles.",
                "The export of crucibles is prohibited save under a licence in writing.",
                "A permit from the Ministry is a precondition for exporting crucibles.",
                "A license for all destinations is made a condition of the export of crucibles.",
            ),
        ),
        RequirementWording(
            requirement="licence",
            pattern=in_sentence(
                rf"\b(?:{GOES_OUT}\b(?:[^.;]{{0,160}}?\s)?only|only\s(?:be\s)?{GOES_OUT}\b[^.;]{{0,120}}?)\s{_ONLY_WITH}"
                rf"|\b[Oo]nly\s(?:[a-z]+\s){{1,4}}{WORDS}{PAPER_OF}\s(?:may|shall|can|must)\s(?:re-?)?(?:export|ship|supply|transfer)\b"
                rf"|\b(?:re-?)?exported\sunder\s{WORDS}{LICENCE}\sonly\b"
                r"|\b(?:(?:may|shall|must|can)\snot|cannot|no|[Nn]o)\b[^.;]{3,200}?\b(?:unless|without\sbeing)\s(?:(?:it|they|he|he\sor\sshe)\s(?:is|are|has\sbeen|have\sbeen)\s)?(?:duly\s|so\s)?licen[cs]ed\b"
                rf"|\bUnless\s(?:{WORDS}{LICENCE}|(?:[a-z]+\s){{0,3}}?(?:licensed|authori[sz]ed|permitted))\b[^.;]{{0,120}}?\b(?:(?:shall|may|must)\snot|cannot|no|prohibited|forbidden|banned)\b"
                rf"|\b(?i:{PAPER_OF})\s(?:shall|must|(?:has|have|is|are)\sto)\s(?:(?:first|previously|{_TOO})\s)?be\s"
                r"(?:obtained|sought|held|applied\sfor|produced|presented)\b"
                rf"|\b(?i:{PAPER_OF})\s(?:is|are|(?:shall|will)\s(?:{_TOO}\s)?be|becomes?)\s(?:(?:now|hereby|henceforth|therefore|always|{_TOO})\s)?"
                r"(?:required|needed|necessary|mandatory|compulsory|obligatory)\b"
                rf"|\b(?:shall|must|(?:is|are)\s(?:required|obliged)\sto|(?:has|have)\sto)\s(?:present|produce|submit|show|lodge)\s(?:to\scustoms\s)?an?\s{WORDS}{LICENCE}\b"
                r"|\b(?i:consignments?|shipments?|exports?|exported\sgoods|export\sdeclarations?)\s(?:(?:of|for)\s[^.;]{2,160}?\s)?(?:shall|must)\sbe\s(?:covered|accompanied|supported)\sby\s"
                rf"{WORDS}{LICENCE}\b"
                r"|\b(?i:licensing)\s(?:is|are|shall\sbe|will\sbe)\s(?:hereby\s)?(?:introduced|imposed|instituted|established)\b"
                rf"|\b(?:shall|must)\s(?:first\s)?apply\sto\s[^.;]{{3,80}}?\sfor\s(?:an?\s|the\s)?{WORDS}{LICENCE}\b"
            ),
            examples=(
                "Sponge may leave the country only against an export permit.",
                "Permission shall likewise be required for tubes with an inner diameter of 9 mm.",
                "The permission of the Minister of Economy, Trade and Industry must be obtained by "
                "any person who seeks to export goods listed in the following table.",
                "Operators may export sponge only with the approval of the Ministry.",
                "The export shall only take place with a licence.",
                "Customs shall release sponge only on presentation of a permit.",
                "Only holders of a licence may export sponge.",
                "Sponge shall be exported under licence only.",
                "Operators shall not export sponge unless licensed by the Ministry.",
                "Unless a licence has been granted, sponge may not be exported.",
                "Unless licensed by the Minister, no person shall export sponge.",
                "Prior to the export of sponge, approval from the department shall be obtained.",
                "A licence is now mandatory for exports of sponge.",
                "Exporters of sponge must present an export licence to customs.",
                "Shipments of sponge must be accompanied by a permit.",
                "Export licensing is introduced for sponge.",
                "Exporters of sponge shall apply to the Ministry of Commerce for a licence.",
            ),
        ),
    ),
    "prohibition": (
        RequirementWording(
            requirement="prohibition",
            pattern=in_sentence(
                r"\b(?:[Aa]pplications?|[Ll]icen[cs]es?|[Pp]ermits?|[Aa]uthori[sz]ations?)\s"
                r"[^.;]{0,160}?\b(?:shall|will|may)\snot\sbe\s(?:approved|granted|issued|given)\b"
                r"(?:(?<=approved)|(?<=granted)"
                r"|(?=[^.;]{0,100}?\b(?:militar|weapon|end[- ]us|listed)))"
                r"|\b[Nn]o\s(?i:re-?exports?|exports?|exportation|imports?)\s[^.;]{2,160}?\b(?:shall|will|may)\sbe\s(?:permitted|allowed|made|effected)\b(?!\s(?:without|unless|except))"
                r"|\b[Nn]o\s(?!longer\b)[^.;]{3,160}?\b(?:may|shall)\s(?:leave|be\s(?:(?:re-?)?exported|shipped|supplied|sold|transferred|provided|delivered|diverted|made\savailable))\b"
                r"(?![^.;]{0,200}?\b(?:without|unless|except|otherwise)\b)"
                r"|\b[Ee]xports?\sof\s[^.;]{2,120}?\b(?:shall|must)\s"
                r"(?:cease|stop|be\s(?:halted|stopped|discontinued))\b(?!\sto\b)"
                r"|\b(?:[Aa]\s(?:ban|prohibition)|[Aa]n\sembargo)\sis\s(?:hereby\s)?(?:imposed|placed|laid)\son\s(?:the\s)?(?:exports?|supply|sale|transfer)"
                r"|\b(?:[Tt]his\s(?:[Nn]otification|[Oo]rder|[Rr]ule|[Rr]egulation|[Aa]nnouncement|[Nn]otice)\s(?:hereby\s)?|\bhereby\s)bans?\s"
                r"|\b(?:is|are|shall\sbe)\s(?:hereby\s)?barred\sfrom\s|\b(?:is|shall\sbe)\s(?:unlawful|an\soffence|illegal)\s(?:for\s[^.;]{3,40}?\s)?to\s(?:re-?)?(?:export|supply|sell|transfer)(?![^.;]{0,200}?\b(?:without|unless|except|otherwise)\b)"
                r"|\b(?:Nobody|No\sone)\s(?:shall|may)\s(?:re-?)?(?:export|supply|sell|transfer)(?![^.;]{0,200}?\b(?:without|unless|except|otherwise)\b)"
                r"|\b[Tt]here\sshall\sbe\sno\s(?:re-?)?exports?\s"
                r"|\b(?i:supply|sale|transfer)\s(?:or\s(?:supply|sale|transfer)\s)?of\s[^.;]{2,120}?\s(?:is|are|shall\sbe)\s(?:no\slonger|not)\s(?:permitted|allowed)\b(?!\s(?:without|unless|except))"
                rf"|\b{LICENCE}\s[^.;]{{0,80}}?\b(?:will|shall)\sno\slonger\sbe\s(?:granted|issued)\b"
                rf"|\b[Nn]o\s(?:further\s|new\s)?(?:[a-z-]+\s)?{LICENCE}\s(?:(?:for|to)\s[^.;]{{2,160}}?\s)?(?:will|shall|may)\sbe\s(?:granted|issued)\b"
                rf"|\b[Nn]o\s(?:further\s|new\s)?(?:[a-z-]+\s)?{LICENCE}\s(?:will|shall|may)\sbe\s(?:granted|issued)\b"
                r"|\b(?i:exports?|exportation|imports?|importation|supply|sale|transfer|provision)\s[^.;]{2,160}?\b(?:shall|will|may)\s(?:not|no\slonger)\sbe\s(?:permitted|allowed|authori[sz]ed)\b(?!\s(?:without|unless|except))"
                r"|\b(?:(?:may|shall|will)\sno\slonger|cannot|can\sno\slonger)\sbe\s(?:re-?)?(?:exported|imported|supplied|shipped)\b(?![^.;]{0,200}?\b(?:without|unless|except|otherwise)\b)"
                r"|\b(?:shall|must)\srefrain\sfrom\s(?:re-?)?(?:export|import|supply|sell|transfer)"
                r"|\b(?:A|The)\s(?:ban|prohibition|embargo)\son\s(?:the\s)?(?:exports?|imports?|supply|sale|transfer)\s[^.;]{2,160}?\s(?:is|shall\sbe)\s(?:hereby\s)?(?:imposed|introduced|established)\b"
                r"|\b(?:(?:shall|will|may)\s(?:not|no\slonger)\sbe|(?:is|are)\s(?:not|no\slonger))\s(?:permitted|allowed|authori[sz]ed)\s(?:for\s(?:re-?)?(?:export|import)|to\sbe\s(?:re-?)?(?:exported|imported|shipped))\b(?!\s(?:without|unless|except))"
                rf"|{IN_CATEGORY}Prohibited\b"
                r"|\bbans\s(?:all\s|the\s|any\s)?(?:exports?|imports?)\s(?:of|to|from)\b"
                r"|\b(?:shall|may|must)\snot\sbe\simported\b(?![^.;]{0,200}?\b(?:without|unless|except|otherwise)\b)"
                r"|\bapplications?\s(?:to\sexport|for\sthe\sexport)\s[^.;]{2,160}?\b(?:shall|will)\sbe\s(?:rejected|refused|denied)\b"
            ),
            examples=(
                "Export applications in which the end user is an army will not be approved.",
                "Licences shall not be granted for end uses connected with weapons.",
                "No salt of a purity above 99.95% may leave the country.",
                "Export of thulium metal shall cease as of today.",
                "A ban is imposed on the export of crucibles.",
                "The listed firms are barred from exporting to the country.",
                "It is unlawful to export crucibles to that country.",
                "Nobody may export crucibles to that country.",
                "The supply of crucibles to that country is not permitted.",
                "Export licences for crucibles will no longer be issued to military users.",
                "No licences will be issued for crucibles.",
                "The export of crucibles shall not be permitted.",
                "Crucibles are not permitted to be exported.",
                "Export of crucibles is placed under the Prohibited category.",
                "Crucibles may no longer be exported.",
                "Crucibles cannot be exported to that country.",
                "Operators shall refrain from exporting crucibles.",
                "A prohibition on the export of crucibles is imposed.",
                "The Ministry bans exports of crucibles.",
                "Crucibles shall not be imported.",
            ),
        ),
    ),
    "declaration": DECLARATION,
    "general_licence": (
        RequirementWording(
            requirement="general_licence",
            pattern=in_sentence(
                rf"\bmay,?\s(?:[^.;]{{0,60}}?\s)?under\s(?:the\sauthority\sof\s)?{_THIS_PERMIT},?\s(?:re-?)?(?:export|transfer|ship|supply)\b"
                rf"|\bmay\s(?:re-?)?(?:export|transfer|ship|supply)\s[^.;]{{2,200}}?\sunder\s{_THIS_PERMIT}"
            ),
            examples=(
                "Any resident of Canada may, under this Permit, export an instrument.",
                "A resident may export pumps to Norway under this Permit.",
            ),
        ),
    ),
    "quota": (
        RequirementWording(
            requirement="reporting",
            pattern=in_sentence(
                r"\b(?:[Hh]olders?\sof\s(?:an?\s)?(?:export\s)?quotas?|[Qq]uota\s[Hh]olders?)\s(?:shall|must)\s(?:also\s)?(?:"
                r"(?:transmit|forward|communicate|submit|send|deliver|provide|report|notify)\b[^.;]{3,120}?"
                r"\b(?:reports?|statements?|returns?|declarations?|(?:volumes?|quantit(?:y|ies)|tonnages?)\s(?:of\s[a-z]+\s)?exported)\b)"
            ),
            examples=(
                "Any holder of a quota shall transmit to it, by the fifth of each month, a report.",
                "Quota holders shall forward to the Ministry a monthly statement of their exports.",
                "Every holder of a quota must communicate the volumes exported to the Ministry.",
            ),
        ),
        RequirementWording(
            requirement="quota",
            pattern=in_sentence(
                rf"{_OUT}{_QW}{{2,160}}?{_BOUNDED}{_QW}{{0,60}}?{_AMOUNT}"
                rf"|\b(?i:volumes?|quantit(?:y|ies)|tonnages?|totals?|ceiling|cap|limit)\b{_QW}{{0,100}}?{_OUT}{_QW}{{0,80}}?{_BOUNDED}{_QW}{{0,40}}?{_AMOUNT}"
                rf"|\b(?:(?i:ceiling|cap|limit|quantity|total)\sof|[Nn]ot?\smore\sthan|[Uu]p\sto|[Aa]t\smost)\s{_AMOUNT}{_QW}{{0,100}}?\b(?:may|shall|can|is|are|applies|appl(?:y|ied))\b{_QW}{{0,60}}?(?:{_OUT}|\bleave\b)"
                r"|\b[Ee]xports?\sof\s[^.;]{2,100}?\s(?:is|are|shall\sbe)\s(?:limited|capped|restricted)\sas\sfollows\b"
                rf"|{_OUT}{_QW}{{2,160}}?{_BOUNDED}\s(?:to\s)?the\s(?:annual\s)?(?:quantit(?:y|ies)|amounts?|volumes?|tonnages?|limits?|ceilings?)\s"
                r"(?:set\sout|indicated|specified|shown|listed|laid\sdown|fixed|given)\b"
            ),
            examples=(
                "In any year no more than 1,500 tonnes of helium may leave the country.",
                "Exports of cobalt are limited as follows:",
                "Exports of the goods below are limited to the quantities set out in the Annex.",
                "A ceiling of 900 tonnes per year applies to exports of ore.",
                "The volume of cobalt that may be exported by all shall not exceed 90 tonnes.",
                "The quantity of germanium dioxide exported in 2027 shall not exceed 40 tonnes.",
                "In 2027 exports of cobalt hydroxide may not exceed 18,125 tonnes.",
                "Cobalt exports and tin exports are limited to 96,600 tonnes per year.",
                "An annual ceiling of 500 tonnes is set for exports of ore.",
                "Export of ore is permitted up to a total of 500 tonnes.",
                "Export of ore shall be permitted only within an annual ceiling of 500 MT.",
                "A cap of 500 MT is placed on the export of ore.",
                "Export of ore is restricted to a quantity of 500 MT.",
                "A quantity of 500 MT of ore may be exported during the year.",
            ),
        ),
    ),
    "reporting": REPORTING,
}  # fmt: skip
"""Further rows, by the row before which they are asked."""

_LEFT_BEFORE = regexp(
    r"\b(?:left|loaded|shipped|dispatched|consigned|handed\sover)\b[^.;\n]{0,90}?\b(?:before|prior\sto)\s"
)


def left_before(flow: Flow, requirement: str, at: int) -> bool:
    """Tell whether an exemption only lets goods pass that were under way on the first day."""
    if requirement != "exemption":
        return False
    sentence = flow.sentence(at)
    return _LEFT_BEFORE.search(flow.flow, sentence.start, sentence.end) is not None
