"""Which parts of an act are named right behind it: ``Regulation 9, only Annex II``?"""

from tracker.extraction.deeds.parts_of_schedules import large_part_at
from tracker.extraction.heads.naming import Named
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_LED = regexp(
    r"\)?(?:\shas\seffect\sas\sif\s)?"
    r"(?:\s\((?![^()]{0,24}(?:Annex|Schedule|Appendix|[Pp]oint|[Ii]tem)(?:e?s)?\s[0-9IVX])[^()\ue001]{2,90}\))?"
    r"(?:,?\s(?:dated|of)\s(?:the\s)?\ue000{4,44})?(?:\s?[|\u2013\u2014-]\s?|[,:]?\s?)\(?"
    r"(?:in\s(?!respect|regard|relation))?(?:(?:but\s)?(?:only|solely|exclusively|namely|specifically)\s)?"
    r"(?:(?:in|with)\s(?:respect|regard|relation)\s(?:of|to)\s|as\s(?:regards|to|concerns)\s|regarding\s|concerning\s"
    r"|(?:as|so|in\s?so)\s?far\sas\s(?:it\s(?:concerns|relates\sto)\s)?"
    r"|(?:limited|restricted|confined)\sto\s|to\sthe\sextent\sof\s)?(?:only\s)?(?:the\s)?"
)
"""What stands between an act and a part of it behind: ``OGEL 9, only paragraph 3``."""
_REACH = 70
_OF_ANOTHER = regexp(r"\s(?:of|in|to)\s(?:the\s)?(?:[A-Z][A-Za-z]*\s){0,3}\ue001")
"""What right behind a part says that it is one of the next act: ``section 1 of Order 3``."""
_SPARES = regexp(r"\b(?:except|excluding|other\sthan|save)\b")


def parts_behind(flow: Flow, one: Named, end: int) -> tuple[Provision, ...]:
    """Return the parts of an act that are named right behind it, before ``end``."""
    high = min(end, one.end + _REACH)
    led = _LED.match(flow.marked, one.end, high)
    large = large_part_at(flow, led.end(), high) if led is not None else ()
    if large and not _OF_ANOTHER.match(flow.marked, large[-1].end):
        return large
    return tuple(
        part
        for part in english_provisions(flow.flow, one.end, high)
        if not _SPARES.search(flow.flow, one.end, part.start)
        and not _OF_ANOTHER.match(flow.marked, part.end)
        and _LED.fullmatch(flow.marked, one.end, part.start)
    )
