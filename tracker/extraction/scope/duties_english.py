"""How do English acts say that traders declare their goods, or report what they do?"""

from tracker.extraction.scope.requirement_wordings import RequirementWording, in_sentence

_OFFICE = (
    r"(?:(?:the\s)?(?:[a-z]+\s)?(?:[Cc]ustoms|[Aa]uthorit|[Mm]inist|[Cc]ontroller|[Cc]ommission\b"
    r"|[Ss]ecretary\sof\sState|[Dd]irector|Department\b|Bureau\b|Agency\b|Office\b)|[A-Z]{4,8}\b|DGFT\b|BIS\b)"
)
"""Whom one reports to."""
_FORM = r"(?:customs|export|import|goods|shipping)\s(?:declaration|entry)(?:\sform)?\b"
"""The paper in which one declares goods."""
_TRADER = r"(?<!States\s)(?<!authority\s)(?<!authorities\s)(?<!Commission\s)(?<!Customs\s)"
"""Not an office: what one office tells another binds no trader."""


DECLARATION: tuple[RequirementWording, ...] = (
    RequirementWording(
        requirement="declaration",
        pattern=in_sentence(
            rf"\bdeclare\s(?:[^.;]{{2,80}}?\s)?to\s{_OFFICE}"
            r"|\b[Ww]hen\s(?:declaring|making\sthe\s(?:customs|export)\sdeclaration)\b[^.;]{0,120}?"
            r"\b(?:shall|must)\s(?:[a-z]+\s)?(?:fill\sin|state|indicate|enter|specify|give)\b"
            r"|\bdeclarations?\s(?:shall|must)\s(?:[a-z]+\s)?(?:be\saccompanied\sby|state|contain|bear)\b"
            r"|\bsubject\sto\s(?:[a-z]+\s){0,3}?declarations?\sof\b"
            rf"|\b(?:shall|must)\s(?:file|submit|lodge)\san?\s(?:[a-z]+\s)?declaration\s[^.;]{{0,40}}?\b(?:with|to)\s{_OFFICE}"
            rf"|\b(?:shall|must|(?:has|have|is|are)\sto)\sbe\s(?:also\s)?(?:stated|indicated|entered|declared|specified|noted|given)\s(?:in|on)\s(?:[a-z]+\s){{1,6}}?{_FORM}"
            rf"|\b(?:[Tt]he|[Ee]ach|[Ee]very|[Ee]xport|[Ii]mport)\s(?:[a-z]+\s)?{_FORM}(?:\sform)?\s(?:for\s[^.;]{{2,120}}?\s)?(?:shall|must)\s(?:also\s)?(?:state|contain|bear|indicate|specify|show)\b"
            rf"|\b(?:shall|must)\s(?:fill\sin|enter|state|give|note)\s[^.;]{{2,80}}?\s(?:in|on)\s(?:the|an?)\s[^.;]{{2,60}}?\b{_FORM}"
            rf"|\b[Aa]\sdeclaration\s[^.;]{{0,60}}?\b(?:shall|must)\sbe\s(?:lodged|filed|submitted)\s(?:with|to)\s{_OFFICE}"
        ),
        examples=(
            "A dealer must declare to HMRC the person who will finally use it.",
            "When declaring the oxide, exporters shall fill in its purity.",
            "The declaration shall be accompanied by a test report.",
            "Imports of dross shall be made subject to a declaration of origin.",
            "Exporters must file a declaration of origin with BIS for every shipment.",
            "The purity must be stated in the export declaration.",
            "The customs declaration for sponge shall state its purity.",
            "Exporters shall fill in the grade in a field of the customs declaration.",
            "A declaration of end use must be lodged with customs.",
        ),
    ),
)

REPORTING: tuple[RequirementWording, ...] = (
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
            rf"|\b(?:shall|must)\s(?:provide|furnish|supply)\s{_OFFICE}[a-z]*\s[^.;]{{0,30}}?with\s(?:(?:an?|its|their)\s)?(?:[a-z]+\s)?(?:statement|report|return|figure)s?\b"
            rf"|{_TRADER}\b(?:shall|must)\s(?:also\s)?(?:submit|send|furnish|render|make|provide)\s(?:to\s{_OFFICE}[a-z]*,?\s(?:[^.;]{{2,80}},\s)?)?(?:an?\s)?(?:[a-z]+\s)?(?:report|return)s?\b"
            rf"|{_TRADER}\b(?:shall|must)\sfurnish\sto\s[^.;]{{2,120}}?,?\san?\s(?:[a-z]+\s)?(?:report|return|statement)\b"
            rf"|\b(?i:exports?|imports?|shipments?)\sof\s[^.;]{{2,200}}?\s(?:shall|must)\sbe\s(?:reported|notified)\s(?:to\s{_OFFICE}|within\s)"
            r"|\b(?i:exports?|imports?|shipments?|deliveries)\s(?:of\s[^.;]{2,200}?\s)?(?:is|are|shall\sbe)\ssubject\sto\s(?:[a-z]+\s)?reporting\b"
            rf"|\b[Aa]\sreport\son\s[^.;]{{2,200}}?\s(?:shall|must)\sbe\s(?:submitted|filed|furnished|rendered|sent)\b"
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
            "Exporters of sponge shall submit monthly reports to the Ministry.",
            "A registered person must furnish to the Commissioners, each month, a return.",
            "Exports of sponge of any grade must be reported to the Ministry.",
            "Exports of sponge are subject to reporting.",
        ),
    ),
)
