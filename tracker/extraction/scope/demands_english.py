"""How else do English acts say that goods need a licence, are banned, declared or set free?

Each key is a row of :mod:`tracker.extraction.scope.requirements` before which its rows are asked.
"""

import re

from tracker.extraction.prose.flow import Flow
from tracker.extraction.scope.requirement_wordings import RequirementWording, in_sentence

_LICENCE = r"(?:licen[cs](?:es?|ing)|permits?|permission|authori[sz]ations?|approval|consent)"
_WORDS = r"(?:[A-Za-z'’-]+\s){0,6}?"
_OFFICE = (
    r"(?:(?:the\s)?(?:[a-z]+\s)?(?:[Cc]ustoms|[Aa]uthorit|[Mm]inist|[Cc]ontroller|[Cc]ommission\b"
    r"|[Ss]ecretary\sof\sState|[Dd]irector|Department\b|Bureau\b|Agency\b|Office\b)|[A-Z]{4,8}\b|DGFT\b|BIS\b)"
)
"""Whom one reports to."""
_TRADER = r"(?<!States\s)(?<!authority\s)(?<!authorities\s)(?<!Commission\s)(?<!Customs\s)"
"""Not an office: what one office tells another binds no trader."""
_BUYER = (
    r"(?:the|its|their|each|every|any|a)\s(?:[a-z-]+\s){0,2}"
    r"(?:buyer|consignee|customer|recipient|importer|purchaser|transferee|carrier)"
)
"""Whom one tells that goods are controlled."""

_LINE = r"(?<=\n)|(?<=[0-9.):]\s)"
"""Where a provision begins: a line, or what stands behind its number."""

DEMANDS: dict[str, tuple[RequirementWording, ...]] = {
    "presumption_of_denial": (
        RequirementWording(
            requirement="presumption_of_denial",
            pattern=in_sentence(
                r"\b(?:shall|will|are|is)\b,?\s(?:as\sa\s(?:general\s)?rule|in\sprinciple|normally"
                r"|generally),?\s(?:to\s)?(?:be\s)?(?:denied|refused|rejected|declined)\b"
                r"|\bpresumed\s(?:to\sbe\s)?(?:denied|refused)\b"
                r"|\b(?:shall|will|are|is)\s(?:ordinarily|usually)\s(?:be\s)?(?:denied|refused|rejected)\b"
                r"|\bpresumptively\sden(?:y|ies)\b|\b(?:shall|will)\sas\sa\srule\s(?:deny|refuse)\b"
                rf"|\b[Ii]n\sprinciple,?\sno\s{_WORDS}{_LICENCE}\s(?:shall|will|may)\sbe\s(?:granted|issued)\b"
            ),
            examples=(
                "Applications for such persons shall, as a rule, be refused.",
                "Applications for that use will generally be denied.",
                "Applications of listed firms will ordinarily be refused.",
                "In principle no export licence will be granted.",
            ),
        ),
    ),
    "exemption": (
        RequirementWording(
            requirement="exemption",
            pattern=in_sentence(
                r"\b[Ee]xempt(?:ed)?\sfrom\s(?:the\s(?:provisions?|obligations?|requirements?|prohibitions?)\s(?:of|in|under)\s)?"
                r"(?:[Aa]rticle|[Pp]aragraph|[Pp]ara\b|[Pp]oint|[Rr]egulation|[Ss]ection)"
                r"|\b(?:Article|Regulation|Section|Paragraph|Para|Point)\s[0-9]{1,3}\s"
                r"(?:does|shall)\snot\s(?:prohibit|prevent|forbid)\b"
                r"|(?<=[0-9]\s)Article\s[0-9]{1,2}\s(?:does|shall)\snot\sapply\b"
                rf"|(?:^|{_LINE})(?:The\s(?:provisions?|requirements?|prohibitions?|restrictions?)\s(?:of|in|under)\s)?"
                r"(?:[Tt]he\s(?:preceding|previous|foregoing)\s(?:two\s)?(?:[Aa]rticles?|[Pp]aragraphs?|[Pp]oints?|[Rr]egulations?)|[Pp]aragraphs?\s\(?[0-9]{1,3}\)?|[Pp]oints?\s[0-9IVX]{1,4})"
                r"[^.;\n]{0,40}?\s(?:(?:does|do|shall|will)\snot\sapply|(?:is|are)\snot\sapplicable)\b"
                rf"|(?:^|{_LINE})The\s(?:[a-z]+\s)?(?:provisions?|requirements?|prohibitions?|restrictions?)\s(?:of|in|under|imposed\sby|set\sout\sin|laid\sdown\sin|referred\sto\sin|to\s(?:obtain|hold|apply))\s"
                r"[^.;\n]{0,60}?\s(?:does|do|shall|will)\snot\s(?:apply|extend)\b"
                r"|\b(?:is|are)\snot\scontravened\sby\b"
                r"|(?<![a-z]\s)\bNothing\sin\s(?:[Aa]rticle|[Rr]egulation|[Pp]aragraph)\s[0-9]{1,3}\s[^.;]{0,20}?(?:prohibits|prevents|forbids|requires)\b"
                rf"|(?:^|{_LINE})(?i:by\s(?:way\sof\s)?derogation\sfrom|notwithstanding)\s(?:[Aa]rticle|[Pp]aragraph|[Pp]oint|[Rr]egulation)\s[^.;\n]{{3,160}}?\b(?:may\s(?:authori[sz]e|be\s(?:exported|supplied|transferred)|grant)|does\snot\sapply)\b"
                r"|\b(?:do|does)\snot\s(?:need|require)\s(?:the|any|such)\s(?:[a-z]+\s){0,2}?(?:licen[cs]e|permit|permission|authori[sz]ation|approval)\b"
                rf"|\bneed\snot\s(?:apply\sfor|obtain|seek|hold)\b|\b[Nn]o\srequirement\s(?:of|for|to\sobtain)\s{_WORDS}{_LICENCE}\b"
                rf"|\b[Ee]xcluded\sfrom\s(?:the|this)\s{_LICENCE}\srequirement\b"
                r"|\b(?i:licen[cs](?:e|ing)|permit|authori[sz]ation)\srequirements?\s(?:does|do|shall|will)\snot\s(?:apply|extend)\b"
                r"|\bnot\s(?:be\s)?(?:counted|count|charged|deducted)\s(?:against|from|towards?)\s(?:the|their|its|any)\s(?:[a-z]+\s)?quotas?\b"
                r"|\beligible\sfor\s(?:re-?)?export\s(?:[a-z]+\s){0,3}?without\san?\slicen[cs]e\b"
                r"|\b(?:[Ll]icen[cs]es|[Pp]ermits|[Aa]uthori[sz]ations|[Aa]pprovals)\s"
                r"(?:for|to)\s[^.;]{3,100}?\b(?:are|shall)\snot\s(?:be\s)?(?:required|needed)\b"
            ),
            examples=(
                "Exports to Norway shall be exempt from Article 1.",
                "Exports to that country shall stand exempted from para 1.",
                "Regulation 2 does not prohibit the export of tubes carried by the forces.",
                "Samples of less than 50 kg are not counted against the quotas.",
                "Authorisations for consignments below 5 kg shall not be required.",
                "Such kits are eligible for export without a license.",
                "The preceding Article shall not apply to samples.",
                "Paragraph 1 shall not apply to samples.",
                "The prohibitions in regulations 2 and 3 do not apply to samples.",
                "Regulation 2 is not contravened by the export of samples.",
                "Nothing in article 2 prohibits the export of samples.",
                "By way of derogation from Article 1, the authorities may authorise such exports.",
                "Transfers for relief do not require the licence referred to in point 1.",
                "Exporters of samples need not apply for a licence.",
                "There is no requirement of a licence for samples.",
                "Samples are excluded from the licence requirement.",
                "The license requirement does not extend to samples.",
            ),
        ),
    ),
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
                r"|\b(?:shall|must)\s[^.;]{0,30}?\benter(?:ed)?\s[^.;]{0,20}?in\sthe\sregister\b"
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
            ),
        ),
    ),
    "licence": (
        RequirementWording(
            requirement="licence",
            pattern=in_sentence(
                rf"\b(?:conditional|dependent|contingent)\s(?:up)?on\s{_WORDS}{_LICENCE}\b"
                rf"|\b(?:can|shall|may|is\sto|are\sto)\sonly\sbe\s(?:re-?)?(?:exported|shipped|supplied|transferred)\s[^.;]{{0,80}}?\b{_LICENCE}\b"
                rf"|\b(?:requires?|required\sto\sobtain|needs?|(?:have|has)\sto\sobtain|must\s(?:first\s)?(?:have|hold|obtain|apply\sfor)|shall\s(?:obtain|hold)|subject\sto)\s(?:the|an?)\s[A-Za-z]+['’]s?\s{_LICENCE}\b"
                rf"|\b(?:exported|shipped|supplied)\sonly\s(?:after|upon|with|on|against|under|by\sholders\sof)\s{_WORDS}{_LICENCE}\b"
                r"|\b[Ll]icen[cs](?:e|ing)\s(?:requirements?\s(?:is|are)\s(?:hereby\s)?imposed|applies\sto\s(?:the\s)?exports?)\b"
                r"|\b(?:is|are|become|becomes|shall\sbe)\slicensable\b"
                r"|\b(?:is|are)\s(?:hereby\s)?(?:subjected\sto|brought\sunder)\s(?:export|licen[cs]e)\scontrols?\b"
                rf"|\b(?:prohibited|forbidden|banned)\s(?:[^.;]{{0,200}}?\s)?(?:save|otherwise\sthan|other\sthan)\s(?:under|with|as)\s[^.;]{{0,40}}?\b{_LICENCE}\b"
                rf"|\b{_LICENCE}\s[^.;]{{0,60}}?\bis\sa\s(?:precondition|condition)\s(?:for|of)\s(?:the\s)?export"
                rf"|\b(?:shall|must)\sbe\sin\spossession\sof\s{_WORDS}{_LICENCE}\b"
                rf"|\b(?i:{_LICENCE})\s(?:shall|must|(?:has|have|is|are)\sto)\s(?:first\s)?be\s"
                r"(?:obtained|sought|held|applied\sfor|produced|presented)\b"
                rf"|\b(?i:{_LICENCE})\s(?:is|are|shall\sbe|will\sbe)\s"
                r"(?:now|hereby|henceforth|also|therefore|always|additionally)\s(?:required|needed)\b"
                r"|\b(?:Permission|Authori[sz]ation|Approval|Licen[cs]es?|Permits?)\s"
                r"(?:is|are|shall\sbe|will\sbe)\s(?:required|needed|necessary)\b"
                rf"|\bSubject\sto\s(?:[a-z]+\s){{0,4}}?{_LICENCE}\s(?:is|are|shall\sbe)\b"
                r"|\b(?:is|are|shall|must)\s(?:only\s)?be\slicen[cs]ed\b"
                rf"|\b(?:seek|hold|acquire|secure)\s(?:an?\s|prior\s){_WORDS}{_LICENCE}\b"
                r"|\b(?:is|are|shall\sbe|comes?)\s(?:placed\s|put\s|brought\s)?under\s"
                r"(?:the\s)?(?:export\s)?(?:licen[cs](?:e|ing)|permit)\b"
                r"|\blicen[cs](?:e|ing)\s(?:regime|system)\s(?:applies|shall\sapply)\b"
                r"|\b(?:permitted|allowed)\s(?:to\sbe\sexported\s)?only\s(?:against|under|with|upon|on)\s"
                rf"{_WORDS}{_LICENCE}\b"
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
                r"|\b[Nn]o\s(?!longer\b)[^.;]{3,160}?\b(?:may|shall)\s(?:leave|be\s(?:re-?)?exported|be\sshipped)\b"
                r"(?![^.;]{0,200}?\b(?:without|unless|except|otherwise)\b)"
                r"|\b[Ee]xports?\sof\s[^.;]{2,120}?\b(?:shall|must)\s"
                r"(?:cease|stop|be\s(?:halted|stopped|discontinued))\b(?!\sto\b)"
                r"|\b(?:[Aa]\s(?:ban|prohibition)|[Aa]n\sembargo)\sis\s(?:hereby\s)?(?:imposed|placed|laid)\son\s(?:the\s)?(?:exports?|supply|sale|transfer)"
                r"|\b(?:[Tt]his\s(?:[Nn]otification|[Oo]rder|[Rr]ule|[Rr]egulation|[Aa]nnouncement|[Nn]otice)\s(?:hereby\s)?|\bhereby\s)bans?\s"
                r"|\b(?:is|are|shall\sbe)\s(?:hereby\s)?barred\sfrom\s|\b(?:is|shall\sbe)\sunlawful\sto\s(?:re-?)?(?:export|supply|sell|transfer)"
                r"|\b(?:Nobody|No\sone)\s(?:shall|may)\s(?:re-?)?(?:export|supply|sell|transfer)(?![^.;]{0,200}?\b(?:without|unless|except|otherwise)\b)"
                r"|\b[Tt]here\sshall\sbe\sno\s(?:re-?)?exports?\s"
                r"|\b(?i:supply|sale|transfer)\s(?:or\s(?:supply|sale|transfer)\s)?of\s[^.;]{2,120}?\s(?:is|are|shall\sbe)\s(?:no\slonger|not)\s(?:permitted|allowed)\b(?!\s(?:without|unless|except))"
                rf"|\b{_LICENCE}\s[^.;]{{0,80}}?\b(?:will|shall)\sno\slonger\sbe\s(?:granted|issued)\b"
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
            ),
        ),
    ),
    "declaration": (
        RequirementWording(
            requirement="declaration",
            pattern=in_sentence(
                rf"\bdeclare\s(?:[^.;]{{2,80}}?\s)?to\s{_OFFICE}"
                r"|\b[Ww]hen\s(?:declaring|making\sthe\s(?:customs|export)\sdeclaration)\b[^.;]{0,120}?"
                r"\b(?:shall|must)\s(?:[a-z]+\s)?(?:fill\sin|state|indicate|enter|specify|give)\b"
                r"|\bdeclarations?\s(?:shall|must)\s(?:[a-z]+\s)?(?:be\saccompanied\sby|state|contain|bear)\b"
                r"|\bsubject\sto\s(?:[a-z]+\s){0,3}?declarations?\sof\b"
                rf"|\b(?:shall|must)\s(?:file|submit|lodge)\san?\s(?:[a-z]+\s)?declaration\s[^.;]{{0,40}}?\b(?:with|to)\s{_OFFICE}"
            ),
            examples=(
                "A dealer must declare to HMRC the person who will finally use it.",
                "When declaring the oxide, exporters shall fill in its purity.",
                "The declaration shall be accompanied by a test report.",
                "Imports of dross shall be made subject to a declaration of origin.",
                "Exporters must file a declaration of origin with BIS for every shipment.",
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
                r"\b(?:volumes?|quantit(?:y|ies)|tonnages?|amounts?|totals?)\sof\s(?:[a-z-]+\s){1,6}?(?:that\smay\sbe\s|which\smay\sbe\s|to\sbe\s|may\sbe\s)?exported\b"
                r"[^.;]{0,80}?\b(?:(?:shall|may|must)\snot\sexceed|(?:is|are|shall\sbe)\s(?:capped|limited)\s(?:at|to))\s[0-9][0-9,.]{0,12}\s?(?:metric\s)?(?:t\b|ton|kg|kilogram)"
                r"|\b(?:[Ee]xports\sof\s(?:[a-z-]+\s){1,6}?|[a-z-]+\sexports\s)(?:(?:shall|may|must)\snot\sexceed|(?:is|are|shall\sbe)\s(?:capped|limited)\s(?:at|to))"
                r"\s[0-9][0-9,.]{0,12}\s?(?:metric\s)?(?:t\b|ton)"
                r"|\b[Nn]ot?\smore\sthan\s[0-9][0-9,.\s]{0,12}(?:metric\s)?(?:tonnes|tons|t|kg|kilograms)\s(?:of\s)?[^.;]{2,80}?\b(?:may|shall)\s(?:leave|be\sexported)\b"
                r"|\b[Ee]xports?\sof\s[^.;]{2,100}?\s(?:is|are|shall\sbe)\s(?:limited|capped|restricted)\sas\sfollows\b"
                r"|\b(?i:ceiling|cap|limit)\sof\s[0-9][0-9,.\s]{0,12}(?:metric\s)?(?:tonnes|tons|t)\b[^.;]{0,40}?\b(?:applies|shall\sapply)\sto\s[^.;]{0,20}?exports?\b"
                r"|\b(?i:volume|quantity|tonnage)\sof\s[^.;]{0,20}?exports\s(?:is|shall\sbe)\s(?:hereby\s)?restricted\sto\s[0-9]"
            ),
            examples=(
                "In any year no more than 1,500 tonnes of helium may leave the country.",
                "Exports of cobalt are limited as follows:",
                "A ceiling of 900 tonnes per year applies to exports of ore.",
                "The volume of cobalt that may be exported by all shall not exceed 90 tonnes.",
                "The quantity of germanium dioxide exported in 2027 shall not exceed 40 tonnes.",
                "In 2027 exports of cobalt hydroxide may not exceed 18,125 tonnes.",
                "Cobalt exports and tin exports are limited to 96,600 tonnes per year.",
            ),
        ),
    ),
    "reporting": (
        RequirementWording(
            requirement="reporting",
            pattern=in_sentence(
                rf"{_TRADER}\b(?:shall|must)\s(?:also\s)?(?:report|notify)\s[^.;]{{2,80}}?\bto\s{_OFFICE}"
                rf"|{_TRADER}\b(?:shall|must)\s(?:also\s)?(?:inform|notify|advise)\s{_OFFICE}"
                rf"|{_TRADER}\b(?:shall|must)\s(?:send|submit|transmit|forward)\s[^.;]{{2,80}}?\b(?:an?|its|their)\s(?:[a-z]+\s)?(?:statement|report|return)s?\sof\s"
                r"|\b(?:shall|must)\s(?:keep|maintain)\s[^.;]{3,60}?\sand\sreport\b"
                r"|\b(?:shall|must),\s[^.;]{3,90}?,\s(?:report|notify|inform)\b"
                r"|\b(?:shall|must)\sfile\s(?:an?\s)(?:[a-z]+\s)?(?:notification|report)\swith\b"
                r"|\b(?:[Rr]eports?|[Rr]eturns?|[Ss]tatements?)\s[^.;]{2,60}?\s(?:shall|must)\sbe\s(?:submitted|filed|furnished|rendered|sent)\s(?:with|to)\s"
                rf"{_OFFICE}"
                r"|\b(?i:annual|quarterly|monthly)\s(?:returns?|reports?|statements?)\s(?:shall|must)\sbe\s(?:made|submitted|filed|furnished)\b"
                rf"|\b(?i:exports?|shipments?|stocks?|levels|quantities|transactions?)\s(?:of\s[^.;]{{2,60}}?\s)?(?:shall|must)\sbe\s(?:reported|notified)\sto\s{_OFFICE}"
                rf"|\b(?:shall|must)\s(?:provide|furnish|supply)\s{_OFFICE}[a-z]*\s[^.;]{{0,30}}?with\s(?:an?|its|their)\s(?:[a-z]+\s)?(?:statement|report|return)s?\b"
                rf"|\b{_OFFICE}[a-z]*\s(?:shall|must)\sbe\s(?:told|informed|notified)\sby\s[a-z]*\s?exporters?\b"
            ),
            examples=(
                "Operators shall notify their stocks to the competent authority.",
                "Any exporter shall notify ARECOMS of each lot.",
                "Carriers shall inform Customs of every container.",
                "Every exporter shall send ARECOMS each month a statement of its stocks.",
                "An importer shall keep records for five years and report the stock.",
                "An exporter must, within 30 days of each export, report the export.",
                "Brokers must file a notification with the Minister in advance.",
                "A report on each shipment must be submitted to the Secretary of State.",
                "Quarterly returns shall be made by exporters.",
                "Stock levels shall be reported to the Ministry each month.",
                "The exporter shall provide the authority with a monthly statement of its exports.",
            ),
        ),
    ),
}  # fmt: skip
"""Further rows, by the row before which they are asked."""

_LEFT_BEFORE = re.compile(
    r"\b(?:left|loaded|shipped|dispatched|consigned|handed\sover)\b[^.;\n]{0,90}?\b(?:before|prior\sto)\s"
)


def left_before(flow: Flow, requirement: str, at: int) -> bool:
    """Tell whether an exemption only lets goods pass that were under way on the first day."""
    if requirement != "exemption":
        return False
    sentence = flow.sentence(at)
    return _LEFT_BEFORE.search(flow.flow, sentence.start, sentence.end) is not None
