"""Is a text without a number an act, by the form of its words?"""

import re

from tracker.extraction.heads.correction_heads import correction_head
from tracker.extraction.spelling.regexps import regexp

HEAD_OF_FORM = 3_000
"""Within how many characters an act shows its form."""

FORMS = regexp(
    r"(?:(?<=\n)|^)Notice\sto\sExporters\sNo\.?\s[^\n]{1,80}"
    r"|\b(?:makes|make)\s(?:this|the\sfollowing|the\sannexed)\s(?:determination|order|regulations"
    r"|rules|direction|declaration|notice|instrument|Order|Regulations|Rules)\b"
    r"|\b(?:is|are)\shereby\s(?:revoked|suspended|repealed|rescinded|withdrawn|amended)\b(?=[\s\S]{0,2000}\n(?:Dated|Signed|Issued)\b)"
    r"|\bgives?\s(?:notice\sas\sfollows|the\sfollowing\snotice)\b"
    r"|\b[Ii]t\sis\shereby\s(?:ordered|determined|notified|declared|decreed)\b|\bhereby\sordains\b"
    r"|(?:(?<=\n)|^)GENERAL\sLICENSE\sNO\.?\s[0-9A-Z]{1,5}"
    r"|\(Made\sby\sthe\s[^()\n]{3,120}\sunder\s(?:section|regulation)"
    r"|(?:(?<=\n)|^)I,\s(?:the\s)?[A-Z][^;\n]{10,300}?\b(?:hereby\b|under\s[^;\n]{5,120}?:|(?:make|revoke|suspend|determine|declare)\s(?:the|this))"
    r"|(?:(?<=\n)|^)(?:HAS|HAVE)\sDECIDED\b|\b(?:is|are)\s(?:hereby\s)?(?:revoked|repealed)\sand\sdeclared\s(?:invalid|void|no\slonger)\b"
    r"|\b(?:determines|decides|orders|resolves|ordains|decrees|directs)(?:\sas\sfollows)?:[ \t]*\n"
    r"|(?:(?<=\n)|^)(?:(?:I|WE|IT\sIS)\s)?(?:HEREBY\s)?(?:RESOLVED?|DECREED?|ORDERS?|DECIDES?|DETERMINES?|ENACTS?|DISPOSES?)(?:\sAS\sFOLLOWS)?:[\x20\t]*\n"
    r"|(?:(?<=\n)|^)Subject:\s?(?:Amending|Revising|Establishing|Abolishing|Annulling|Repealing|Promulgating|Formulating)\s"
    r"|(?:(?<=\n)|^)(?:Items|Matters)\s(?:announced|of\s(?:the\s)?announcement)\s?:"
    r"|(?:(?<=\n)|^)(?:Circular|Determination|Directive|Ordinance|Edict|Decree|Instruction|Resolution)\s(?:No\.?\s)?(?=[A-Z0-9/-]{0,18}[0-9])[A-Z0-9/-]{3,20}(?:\sof\s[12][0-9]{3})?\s*\n"
    r"(?=[\s\S]{0,3000}?\b(?:(?:has|have|shall\shave|takes?)\seffect|(?:come|enter)s?\sinto|(?:is|be)\s(?:effective|implemented)|operates?\sfrom|is\s(?:withdrawn|revoked|repealed)|stands\s(?:suspended|revoked))\b)"
    r"|(?:(?<=\n)|^)(?:Laid\sdown|Adopted|Enacted|Stipulated)\sby\s(?:the\s)?[A-Z][^\n.;]{3,120}?\s(?:pursuant\sto|under|by\svirtue\sof)\s"
    r"|\b(?:This|These)\s(?:[A-Z][a-z]{3,14}\s){0,2}(?:[Oo]rder|[Rr]egulations?|[Rr]ules|[Ii]nstrument|[Rr]esolution|[Dd]ecree|[Oo]rdinance|[Dd]etermination|[Dd]irective)\s"
    r"(?:comes?|shall\scome|enters?|shall\senter|commences?|takes?)\s(?:into\s(?:force|operation|effect)|effect|on)\b"
    r"|(?:(?<=\n)|^)(?!.{0,60}(?:转发|解读|答|通报))[一-鿿][^\n。;]{3,60}关于[^\n。;]{2,90}的?(?:通知|公告|决定|通告|令)(?![^\n]{0,30}(?:函|答复|解读|问答|说明))[^\n。]{0,30}\n"
    r"(?=[\s\S]{0,1500}(?:如下[:。]|现[予将][^。\n]{0,60}(?:公布|发布|印发|下达|核定|明确)|决定[^。\n]{0,3}[:,]))"
    r"|(?:(?<=\n)|^)主旨:[^\n]{4,200}|(?:(?<=\n)|^)公告事[項项]"
    r"|\bhereby\s(?:order|proclaim|terminate|revoke|rescind|suspend)\b(?!ed)|\bauthority\svested\sin\sme\b"
)
"""The forms of acts whose numbers we do not read."""


def form_of_act(head: str) -> re.Match[str] | None:
    """Return the words by which a text is an act, in its head as the flow has it."""
    return correction_head(head) or FORMS.search(head)
