"""In which rows, cells and brackets are digits customs codes, with no word for them beside?"""

from tracker.extraction.spelling.regexps import regexp

BESIDE_CONTROL = regexp(
    r"(?<![0-9A-Za-z])[0-9][A-E][0-9]{3}(?:\.[a-z0-9]{1,2}){0,3}\s?[,、;/]\s?(?P<code>[0-9]{10})(?![0-9])"
)
"""A customs code right behind the control code of the same goods: ``1C949.a,8104190011``."""
ONLY_CODES = regexp(r"(?:[Ee]x\s{1,3})?[0-9\s.,;、和及与/()*-]{8,400}")
BEGINS_WITH_CODE = regexp(
    r"\s*(?:\(?[0-9A-Z]{1,4}[.)]?\s{1,8})?(?i:ex\s)?"
    r"(?:[0-9]{10}|[0-9]{8}|[0-9]{4}\.[0-9.]{4,8}|[0-9]{4}(?:\s[0-9]{2}){2,3})(?:\s{2,}|\t|\s(?=[A-Z][a-z]|[\u4e00-\u9fff])|\s?\()"
)
"""A row of a table that is laid out with blanks."""
ENDS_WITH_CODE = regexp(r"[^\n]{1,200}?(?:[ ]{2,40}|\t)(?:[0-9]{10}|[0-9]{8})[ \t]{0,4}$")
"""A row of such a table whose last column has the codes."""
TEN_IN_BRACKETS = regexp(
    r"(?<=[a-z0-9%])\s?\((?:0[1-9]|[1-8][0-9]|9[0-7])(?:[0-9]{8}"
    r"(?:[,;]\s?(?:and\s)?[0-9]{10}){0,20}|[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.?[0-9]{2}(?:[,;]\s?(?:and\s)?[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.?[0-9]{2}){0,20})\)"
)
"""Codes of ten digits in brackets behind the name of goods, with no word before them."""
