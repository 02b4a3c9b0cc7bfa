"""How does a Chinese text write a day and a length of time?"""

from tracker.extraction.prose.flow import DAY
from tracker.extraction.spelling.numerals import NUMERAL

NAMED = rf"(?P<day>{DAY})"
PEKING = r"(?:北京时间 ?)?"
UNIT = r"(?P<unit>自然日|工作日|日|天|周|月|年)"
COUNT = rf"(?P<n>{NUMERAL}|半)\s?个?{UNIT}(?P<half>半)?"
