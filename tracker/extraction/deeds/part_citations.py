"""What stands between a part and the act of which it is one: ``§ 744.91, added by Order 5``?"""

from tracker.extraction.spelling.regexps import regexp

_PUT_THERE = (
    r"(?:added|set\sout|set\sforth|promulgated|established|published|revised|amended|inserted"
    r"|created|adopted|introduced|placed|enacted|put\sin\splace)"
)
_CITED = r"(?:[^.;:()]|\((?:[^()]{0,80}\)|[^()]{0,80}$)){0,140}"
"""What is told of an act before its number: its title, its day, its page in brackets."""
OF_IT = regexp(
    r"(?:\sof\s(?:the\s)?(?:(?:[A-Z][\w'-]*|this|of)\s?){1,6}(?:\([A-Z]{2,5}\))?)?"
    r",?\s\(?(?:(?:as|(?:which|that)\s(?:is|are|was|were|had\sbeen|has\sbeen))\s)?(?:first\s|last\s|newly\s)?"
    rf"{_PUT_THERE}"
    rf"\s(?:by|in|through|under|with)\s{_CITED}|"
    r",\s(?:which|that)\s(?:the\s)?(?:[A-Z][a-z]+\s){0,3}\(?|"
    r"\s?(?:(?:(?:laid|set)\s(?:down|out)|contained|found|established|provided\sfor|imposed|prescribed)\s(?:in|by|under)|of|in|to|under)"
    r"\s(?:the\s|its\s|this\s[A-Z][a-z]+\'s\s)?(?:[A-Z][A-Za-z]*\s){0,3}\(?|\s\("
    r"|\sof\s(?:the\s)?(?:(?:[A-Z][\w'-]*|of|and|on|for|the|in|\([A-Z][^()]{2,60}\))\s){1,14}"
    r"(?:(?:(?:19|20)[0-9]{2}\s)?\((?:(?:[A-Z][\w,'&-]*|of|and|the|for)\s){0,10})?"
    r"|(?:(?:,|\sand|\sor|\sthrough)\s?[0-9][^.;:]{0,30}?)?,?\s(?:of|in|from)\s(?:the|its|that|BIS's)\s(?:[\w“\"',-]+\s){0,6}?(?:rule|order|regulation)s?\b"
    rf"{_CITED}"
)
"""What stands between a part and the act to which it belongs."""
WHICH = regexp(rf",?\s\(?(?:which|that)\s{_CITED}")
PUT_IT_THERE = regexp(
    rf"(?:,[^();]{{0,60}})?\)?\s(?:had\s|has\s)?(?:first\s|newly\s)?{_PUT_THERE}\b"
)
"""What stands around an act that wrote the part before it: ``§ 744.91, which FR Doc. 3 added``."""
ADDS_IT = regexp(rf"\b(?:that|which)\s(?:had\s|has\s)?(?:first\s|newly\s)?{_PUT_THERE}\s$")
"""What before a part says that it only tells which act is meant: ``the rule that added § 3``."""
