"""How does a Chinese text write a day and a length of time?"""

from tracker.extraction.prose.flow import DAY
from tracker.extraction.spelling.numerals import NUMERAL

NAMED = rf"(?P<day>{DAY})"
PEKING = r"(?:北京时间 ?)?"
UNIT = r"(?P<unit>自然日|工作日|日|天|周|月|年)"
COUNT = rf"(?P<n>{NUMERAL}|半)\s?个?{UNIT}(?P<half>半)?"
NOT_BEFORE = (
    r" ?(?:之?日)?(?:起|以后|之后|后|当[日天])?,?"
    r"(?:才|方才?|始[能可得]|再(?=正式|开始|予以|[施实执生适]))"
)
"""What behind a day says that something begins no earlier: ``到2026年4月1日才开始实施``."""
