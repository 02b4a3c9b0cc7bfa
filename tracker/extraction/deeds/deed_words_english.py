"""Of which words are the English wordings of deeds put together?

The verb in its voices (``is suspended``, ``suspends``), and what it is done to: the act, its
effective date, its validity, the rules that it set.
"""

ACT = r"\ue001{3,160}"
NOW = (
    r"(?:(?:hereby|further|again|also|temporarily|accordingly|therefore|now|thereby|to\sbe|deemed|then"
    r"|fully)\s){0,3}"
)
BE = rf"(?:(?:is|are|be|being|stands?|becomes?)(?:,\s[^,.;]{{0,40}}\ue000[^,.;]{{3,60}},)?\s{NOW})"
"""With a time between commas before the verb: ``is, from 1 May until 1 June, suspended``."""
WILL = r"(?:(?:shall|will|is\sto|are\sto|must)\s(?:hereby\s|then\s|now\s|also\s)?)"
TO = r"(?:(?:shall|will|to|hereby|and)\s)"
SOME = r"[^.;]{0,120}?"
IN_USE = r"(?:force|effect|operation|implementation|application|use)"
OF = (
    r"(?:of|in|under|by|from|(?:imposed|made|added|effected)\s(?:by|in)|(?:order|decid|decre)ed\s(?:by|in)|introduced\sby|set\s(?:out\s)?(?:in|by)|laid\sdown\sin"
    r"|established\sby|contained\sin|provided\s(?:for\s)?(?:in|by))"
)
RULES = (
    r"(?:controls?|restrictions?|measures?|prohibitions?|bans?|requirements?|obligations?"
    r"|licensing|provisions?|conditions?|halt|moratorium|embargo|amendments?|additions?|changes?|revisions?)"
)
DATE = (
    r"(?:(?:effective|start(?:ing)?|commencement|compliance|implementation|application|operative|enforcement)\sdates?"
    r"|dates?\s(?:of|for)\s(?:the\s)?(?:entry|coming|application|implementation|commencement|effect|compliance|start|taking|enforcement|operation)"
    r"|date\s(?:on|from)\swhich|entry\sinto\s(?:force|effect)|coming\sinto\s(?:force|effect|operation)"
    r"|commencement|applicability)"
)
"""The first day of an act, by its names."""
TERM = (
    r"(?:validity|expir(?:y|ation)(?:\sdate)?|dates?\sof\sexpir\w+|(?:effective|validity)\speriod|sunset(?:\sdate|\sclause)?|end\sdate|last\sday"
    r"|period\s(?:mentioned|specified|prescribed|stated|given)(?=\sin\s)|period\sof\s(?:validity|application|implementation|enforcement|effect|operation|currency)|duration|term)"
)
"""The last day of an act, by its names."""
MOVED = (
    r"(?:delayed|postponed|deferred|changed|moved|shifted|(?:pushed|put|set|held)\s(?:back(?!\sin)|off)|revised|replaced|extended|advanced"
    r"|brought\sforward|rescheduled|reset|adjusted|amended(?!\sas\s(?:set\sout|shown))|stayed)"
)
PAUSED = (
    r"(?:suspended|stayed|paused|halted|disapplied|frozen|interrupted|(?:placed|held|put|kept)\s(?:in\sabeyance|on\shold)|in\sabeyance|(?:placed|put)\s(?:in|under)\ssuspension|waived"
    r"|temporarily\s(?:inapplicable|lifted|withdrawn|set\saside|revoked|removed|discontinued|put\sout\sof\s(?:force|effect|operation)))"
)
PAUSE = (
    r"(?:suspend|stay(?!\s(?:valid|in|so|as|that|there|open|unchanged|put|the\ssame)\b)"
    r"|pause|halt|disapply)"
)
PAUSES = (
    r"(?:suspends|stays|pauses|halts|disapplies|(?:puts|places)\son\shold"
    r"|temporarily\s(?:lifts|withdraws|removes|sets\saside))"
)
LEFT = rf"(?:remain|stay|continue\sto\sbe|be\skept|be\sleft)\s{PAUSED}"
OBJECT = (
    r"(?:(?:amendatory\s)?(?i:instruction|paragraph|article|regulation|part|section|point|item|annex(?:es)?|schedule|para)s?\s"
    r"|(?:\u00a7{1,2}\s?|Secs?\.\s|[0-9]{1,2}\sCFR\s(?:\u00a7\s?)?)(?=[0-9]{2,4}\.[0-9])"
    rf"|(?:the\s)?(?:(?:[A-Z(][\w&'()-]*|20[0-9]{{2}}(?:\([a-z]\))?|of|on|for|in|and|the)\s){{0,10}}?\(?{ACT}"
    rf"|(?:the|its|that|[A-Z][A-Za-z]*'s?)\s(?:[^.;\ue001]{{0,80}}?\s)?(?:rule|order|notice|notification|regulation)s?\s[^.;\ue001]{{0,110}}{ACT}|this\s[A-Z][a-z]+['’]s\s{ACT})"
)
"""An act by its name, or a part of one by its number: what a verb in the active voice moves."""
ITS_OBJECT = (
    r"(?=(?:the\s|implementation|application|operation|enforcement|its\s|for\s|all\s|certain\s"
    rf"|MOFCOM|Announcement|{OBJECT}))"
)
ENDED = (
    r"(?:repealed|revoked|rescinded|annulled|abolished|withdrawn|cancel+ed|terminated|(?:replaced\sand\s)?superseded|set\saside"
    r"|vacated|discontinued|abrogated|declared\svoid|null\sand\svoid|void|invalid(?:ated)?|done\saway\swith|removed\sin\s(?:its|their)\sentirety"
    r"|(?:substituted|replaced)\sby\sth(?:is|e\spresent))"
)
END = (
    r"(?:repeal|revoke|rescind|annul|abolish|supersede|withdraw|cancel|terminate|abrogate"
    r"|discontinue)"
)
ENDS = (
    r"(?:repeals|revokes|rescinds|annuls|abolishes|supersedes|abrogates|cancels|terminates"
    r"|discontinues)"
)
LONGER = r"(?:extended|prolonged|renewed|lengthened|enlarged|carried\sforward)"
THEN_DATED = (
    r",?\s(?:with\seffect\s)?(?:from|w\.\s?e\.\s?f\.?|as\s(?:of|from)|on|until|till|through|up\s?to|between|(?:during|in|for|throughout)\s(?:the|a)\s(?:[a-z]+\s)?period)"
    r"\s[^.;\ue000]{0,30}\ue000|\sfor\s(?:a\s(?:[a-z]+\s)?(?:period|term)\sof\s)?(?:an?|one|two|three|four|five|six|nine|ten|twelve|eighteen|[0-9]{1,3})"
    r"\s(?:\([a-z0-9]{1,8}\)\s)?(?:calendar\s)?(?:years?|months?|weeks?|days?)\b|\s?(?::|[-\u2013\u2014]\s?(?:\n|\Z))"
)
"""How words go on behind which a day is told, or a list of what they are said of."""
THEN = (
    rf"(?:\s?(?:[.;]|\Z)|{THEN_DATED}|\s(?:on\sthe\s(?:same\s)?(?:date|day)|from|as\s(?:of|from)|with\s(?:immediate\s)?effect|at|after|until|for\s(?:the|an?|one|two|six)\s)\b"
    r"|,\s(?:and|with|from|as|effective|until)\b)"
)
"""The same, or the end of the sentence: nothing says of what else the words are true."""
FOR_NOW = r"(?:for\sthe\stime\sbeing|temporarily|until\sfurther\s(?:notice|orders?))\b"
ASIDE = r"(?:,\s[^,.;]{3,60},)?"
"""What may stand between a verb and its object: ``to stop, with effect from 1 May, applying``."""
AT_ITEM = r"(?:(?<=\n)|^|(?<=[0-9][.)]\s)|(?<=\([a-hivx]\)\s)|(?<=\([ivx]{2}\)\s))(?:[Tt]o\s)?"
"""Where a list of what is done begins with its verb: ``1. To repeal``, ``(2) suspend``."""
SUSPENSION = r"(?:[Ss]uspension|[Ss]tay|[Pp]ause|[Aa]beyance)"
CLOCK = r"(?:[0-9]{1,2}:[0-9]{2}\s[ap]\.m\.\s(?:[A-Za-z]+\s){1,4}on\s)?"
"""The hour of a day, before it: ``12:01 a.m. eastern daylight time on August 12, 2025``."""
MADE_BY = (
    r"\s(?:(?:that|which)\s(?:was|had\sbeen)\s)?(?:effectuated|effected|ordered|made|imposed|granted|announced|put\sin\splace)"
    r"\s(?:by|in|under|through|with)\b"
)
"""What says of a pause which act made it: that act is not the one that is paused."""
