"""In which English wordings does one act do something to another?

A wording is put together of parts: the verb in its two voices (``is suspended``, ``suspends``),
and what it is done to (the act, its effective date, its validity, the rules that it set).
"""

import re

from tracker.extraction.deeds.deed_wording import DeedWording

_ACT = r"\ue001{3,160}"
_NOW = (
    r"(?:(?:hereby|further|again|also|temporarily|accordingly|therefore|now|thereby|to\sbe|deemed|then"
    r"|fully)\s){0,3}"
)
_BE = rf"(?:(?:is|are|be|being|stands?|becomes?)\s{_NOW})"
_WILL = r"(?:(?:shall|will|is\sto|are\sto|must)\s(?:hereby\s|then\s|now\s|also\s)?)"
_TO = r"(?:(?:shall|will|to|hereby|and)\s)"
_SOME = r"[^.;]{0,120}?"
_OF = (
    r"(?:of|in|under|by|from|imposed\sby|(?:order|decid|decre)ed\s(?:by|in)|introduced\sby|set\s(?:out\s)?(?:in|by)|laid\sdown\sin"
    r"|established\sby|contained\sin|provided\s(?:for\s)?(?:in|by))"
)
_RULES = (
    r"(?:controls?|restrictions?|measures?|prohibitions?|bans?|requirements?|obligations?"
    r"|licensing|provisions?|conditions?|halt|moratorium|embargo)"
)
_DATE = (
    r"(?:(?:effective|start(?:ing)?|commencement|compliance|implementation|application|operative|enforcement)\sdates?"
    r"|dates?\s(?:of|for)\s(?:the\s)?(?:entry|coming|application|implementation|commencement|effect|compliance|start|taking|enforcement|operation)"
    r"|date\son\swhich|entry\sinto\s(?:force|effect)|coming\sinto\s(?:force|effect|operation)"
    r"|commencement|applicability)"
)
"""The first day of an act, by its names."""
_TERM = (
    r"(?:validity|expir(?:y|ation)(?:\sdate)?|dates?\sof\sexpir\w+|(?:effective|validity)\speriod|sunset(?:\sdate|\sclause)?|end\sdate|last\sday"
    r"|period\sof\s(?:validity|application|implementation|enforcement|effect)|duration|term)"
)
"""The last day of an act, by its names."""
_MOVED = (
    r"(?:delayed|postponed|deferred|changed|moved|(?:pushed|put)\s(?:back|off)|revised|replaced|extended|advanced"
    r"|brought\sforward|rescheduled|reset|set\sback|adjusted|amended(?!\sas\s(?:set\sout|shown))|stayed)"
)
_PAUSED = (
    r"(?:suspended|stayed|paused|halted|disapplied|(?:placed|held|put|kept)\sin\sabeyance|(?:placed|put)\s(?:in|under)\ssuspension|put\son\shold|waived"
    r"|temporarily\sinapplicable)"
)
_PAUSE = r"(?:suspend|stay(?!\s(?:valid|in))|pause|halt|disapply)"
_PAUSES = r"(?:suspends|stays|pauses|halts|disapplies)"
_LEFT = rf"(?:remain|stay|continue\sto\sbe|be\skept|be\sleft)\s{_PAUSED}"
_ITS_OBJECT = (
    rf"(?=(?:the\s|implementation|application|operation|enforcement|its\s|for\s|all\s|certain\s|{_ACT}"
    r"|MOFCOM|Announcement|[Pp]aragraph|[Aa]rticle|[Rr]egulation|[Pp]art|[Ss]ection|(?:amendatory\s)?[Ii]nstruction))"
)
_ENDED = (
    r"(?:repealed|revoked|rescinded|annulled|abolished|withdrawn|cancel+ed|terminated|(?:replaced\sand\s)?superseded|set\saside"
    r"|discontinued|abrogated|declared\svoid|null\sand\svoid|void|invalid(?:ated)?|of\sno\s(?:further\s)?effect"
    r"|(?:substituted|replaced)\sby\sth(?:is|e\spresent))"
)
_END = (
    r"(?:repeal|revoke|rescind|annul|abolish|supersede|withdraw|cancel|terminate|abrogate"
    r"|discontinue)"
)
_ENDS = (
    r"(?:repeals|revokes|rescinds|annuls|abolishes|supersedes|abrogates|cancels|terminates"
    r"|discontinues)"
)
_FOR_NOW = r"(?:for\sthe\stime\sbeing|temporarily|until\sfurther\snotice)\b"
_SUSPENSION = r"(?:[Ss]uspension|[Ss]tay)"

ENGLISH_DEEDS: tuple[DeedWording, ...] = (
    DeedWording(
        name="end of a suspension",
        kind="resume",
        pattern=re.compile(
            rf"\b{_SUSPENSION}\b(?:(?!takes\seffect|begins|starts|applies|runs|extended|prolonged)[^.;]){{0,120}}?\b(?:{_BE}(?:lifted|terminated|ended"
            rf"|revoked|withdrawn|removed|cancel+ed|rescinded|brought\sto\san\s(?:early\s)?end)|(?:ends|ceases|shall\send|shall\scease|will\send))\b"
            rf"|\b(?:lifts?|terminates?|ends?|revokes?|lifting|terminating"
            rf"|ending)\s(?:the\s|that\s|its\s)?(?:temporary\s)?{_SUSPENSION}\b"
        ),
        examples=(
            ("The suspension of Announcement No. 3 of 2026 is lifted.", True),
            ("BIS lifts the suspension of the rule.", True),
        ),
    ),
    DeedWording(
        name="effect again after an end",
        kind="revive",
        pattern=re.compile(
            r"\b(?:ceased\sto\s(?:have\seffect|apply|be\sin\sforce)|lapsed|expired|was\s(?:revoked|repealed))\b"
            r"[^.;]{0,140}?,\s(?:has|have|shall\shave|is|are|shall|takes?)\s(?:again\s)?[^.;]{0,20}?\b(?:effect|force|apply|applies)"
            r"\s(?:once\s)?again\b"
        ),
        examples=(
            (
                "Order No. 3 of 2026, which ceased to have effect in May, has effect again on and "
                "after 1 December 2026.",
                True,
            ),
        ),
    ),
    DeedWording(
        name="resumption",
        kind="resume",
        pattern=re.compile(
            rf"\b(?:shall|will|to|hereby|must)\s(?:be\s)?(?:resumed?|reinstate)\b"
            rf"|\b(?:implemented|applied|enforced|in\sforce|in\seffect|effective|applicable)\s(?:once\s)?again\b"
            rf"|\b(?:implemented|applied|enforced|appl(?:y|ies))\s(?:anew|afresh|once\smore)\b|\b(?:once\s)?again\s(?:be\s)?(?:implemented|applied|enforced|appl(?:y|ies)|in\s(?:force|effect))\b"
            rf"|\bappl(?:y|ies)\sagain\b|\b(?:has|have)\s(?:legal\s)?effect\sagain\b|\b{_BE}(?:resumed|reinstated)\b|\breinstates\s(?=the\s|[A-Z]|{_ACT})"
            rf"|\b(?i:implementation|application|operation|enforcement)\s(?:of\s[^.;]{{0,200}}?)?{_BE}restored\b"
            rf"|\bresumes?\s(?:the\s)?(?:implementation|application|operation|enforcement|effect)"
            rf"|\b(?i:implementation|application|operation|enforcement)\sof\s[^.;]{{0,260}}?\bresumes?\b"
            rf"|\bresuming\s(?:the\s)?(?:implementation|application)"
        ),
        examples=(
            ("Announcement No. 3 of 2026 shall resume implementation as of today.", True),
            ("The application of Regulation (EU) 2021/9001 resumes on 1 May 2027.", True),
            ("From 1 May 2027 Regulation (EU) 2021/9001 shall apply again.", True),
            ("Talks resumed on Monday.", False),
        ),
    ),
    DeedWording(
        name="longer suspension",
        kind="suspend",
        pattern=re.compile(
            rf"\b{_SUSPENSION}\b(?:(?!\bnot\b)[^.;]){{0,160}}?\b(?:{_BE}(?:extended|continued|prolonged|renewed)"
            rf"|continues|shall\scontinue)\b"
            rf"|\b(?:extends?|continues?|prolongs?|renews?)\s(?:the\s)?{_SUSPENSION}\b"
        ),
        needs="suspension",
        examples=(
            ("The suspension of Announcement No. 3 of 2026 is extended until May 1, 2027.", True),
        ),
    ),
    DeedWording(
        name="suspension",
        kind="suspend",
        pattern=re.compile(
            rf"\bThe\sSecretary\sof\sState\shas\s(?:today,?\s|also\s|now\s){{0,2}}suspended\b"
            rf"|\b{_BE}{_PAUSED}\b|\b{_BE}(?:suspending|staying|pausing|halting),?\s|\b{_PAUSES}(?:,[^.;]{{3,90}}?,)?\s{_ITS_OBJECT}"
            rf"|(?<!\bUnited\sStates\s)\b{_TO}(?:(?:continue\sto|temporarily)\s)?{_PAUSE}\b|\b(?:keeps?|puts?|places?|holds?)\s{_SOME}\bin\sabeyance\b"
            r"|\bcontinue\sto\sbe\ssuspended\b"
            r"|(?<=\bdecided\s)not\sto\s(?:implement|apply|enforce)\b"
            r"(?=[^.;]{3,160}\b(?:for\sthe\stime\sbeing|temporarily|until|till|through|for\s(?:a|an|one|two|three|six)\s))"
            r"|\b(?:may|must|shall)\snot\sbe\s(?:used|relied\s(?:up)?on)(?=\s(?:on\sor\safter|from|between|until|with\seffect|as\s(?:of|from)|for\sthe\stime\sbeing)\b)"
            rf"|\b(?:is|are|shall|will)\stemporarily\s(?:not|no\slonger)\s(?:be\s)?(?:apply\b|enforced|applied|implemented)"
            rf"|\b(?:do(?:es)?|shall|will)\snot\s(?:apply|be\s(?:applied|enforced|implemented))\s(?:during|for|throughout)\s(?:the|an?)\s(?:[a-z]+\s)?period\b"
            rf"|\b(?:ceases?|stops?|not)\s(?:to\s)?(?:apply|be(?:ing)?\s(?:implemented|enforced|applied)|have\seffect)\s{_FOR_NOW}"
            rf"|\b(?:cease|stop)s?\s(?:to\sapply\stemporarily|temporarily\sto\sapply)"
            rf"|\b{_SUSPENSION}\sof\s{_SOME}\b(?:applies|runs|takes\seffect|begins|starts|shall\s(?:apply|run|begin|take))\b"
        ),
        examples=(
            ("Paragraph 2 of Announcement No. 46 of 2026 is suspended until May 1, 2027.", True),
            ("BIS suspends the rule for one year.", True),
            ("Implementation of the notice is halted from May 1 until June 1, 2027.", True),
            ("OGEL 915 may not be used from 1 May 2027 until further notice.", True),
            ("The other announcements remain suspended.", False),
            ("After the talks both sides agreed to suspend the rule for one year.", False),
            ("The rule was suspended until May.", False),
            ("The United States will suspend the rule for a year.", False),
        ),
    ),
    DeedWording(
        name="as if left out",
        kind="suspend",
        pattern=re.compile(
            r"\bha(?:s|ve)\seffect\sas\sif\s(?=(?:articles?|regulations?|paragraphs?|rules?)\s[^.;]{1,40}?\bwere\s(?:omitted|deleted)\b)"
        ),
        needs="end",
        examples=(("Order No. 5 has effect as if article 4 were omitted.", True),),
    ),
    DeedWording(
        name="suspension kept up",
        kind="suspend",
        pattern=re.compile(
            rf"(?<=\bdecided\sthat\s){_SOME}\b{_WILL}{_LEFT}\b|\b{_WILL}{_LEFT}\s(?=(?:from|as\sof)\s\ue000)"
            rf"|\bto\s(?:keep|hold|maintain|leave)\s{_SOME}\b{_PAUSED}\b"
            rf"|\b(?:remains?|stays?)\s{_PAUSED}\s(?=for\s(?:an?\s(?:further|additional)|another|one\smore)\b)"
            rf"|\b(?:From|As\sof|Starting|Beginning|Effective)\s\ue000{{4,44}},?\s[^.;]{{3,200}}?\b(?:remains?|stays?)\s{_PAUSED}\b"
        ),
        needs="end",
        examples=(
            (
                "It is decided that Order No. 3 of 2026 will remain suspended until May 1, 2027.",
                True,
            ),
            ("MOFCOM decided to keep Order No. 3 of 2026 suspended until May 1, 2027.", True),
            ("The other orders will remain suspended until May 1, 2027.", False),
        ),
    ),
    DeedWording(
        name="start derogated from",
        kind="postpone",
        pattern=re.compile(
            r"\b[Bb]y\s(?:way\sof\s)?derogation\sfrom\s[^.;]{0,60}?\ue001{3,160}\)?,?\s(?:that|the\ssaid|the\slatter)\s"
            r"[A-Z][a-z]+\s(?:shall|will)\s(?:only\s)?apply\s(?=(?:only\s)?(?:from|as\s(?:of|from))\s\ue000)"
        ),
        examples=(
            (
                "By way of derogation from Article 3 of Regulation (EU) 2021/9001, that "
                "Regulation shall apply from 1 May 2027.",
                True,
            ),
        ),
    ),
    DeedWording(
        name="later end",
        kind="extend",
        pattern=re.compile(
            rf"\b{_TERM}\b[^.;]{{0,100}}?\b{_BE}(?:deferred|postponed|delayed|pushed\sback|put\sback)\b"
            r"|\b(?:expires?|lapses?|ends?|valid\suntil|apply\suntil|force\suntil)\b[^.;]{0,80}?(?:instead\sof|rather\sthan)"
        ),
        needs="end",
        examples=(("The licence shall expire on 1 May 2027 instead of 1 May 2026.", True),),
    ),
    DeedWording(
        name="later start",
        kind="postpone",
        pattern=re.compile(
            rf"\b{_DATE}\b[^.;]{{0,240}}?\b{_BE}{_MOVED}\b|\b{_BE}(?:further\s|indefinitely\s)?(?:delayed|postponed|deferred|delaying\s|postponing\s|deferring\s)"
            rf"|\b{_BE}put\s(?:off|back)\b(?!\sin)"
            rf"|\b(?:delays?|postpones?|defers?|pushes\sback)\s(?:further\s|indefinitely\s)?the\s(?:effective"
            rf"|start|application|entry|commencement|implementation|date|compliance)"
            rf"|\b{_WILL}(?:take\seffect|apply|enter\sinto\s(?:force|effect)|come\sinto\s(?:force|effect)|be\simplemented)\s[^.;]{{0,60}}?\blater\sthan\s(?!\ue000)"
            rf"|\b(?:delays|postpones|defers)\s(?:until|to)\s(?=\ue000)"
            rf"|\b(?:to|hereby)\s(?:further\s)?(?:delay|postpone|defer|push\sback|put\s(?:off|back)|set\sback)\b"
            rf"|\bto\s(?:move|shift|reschedule|reset)\s(?:back\s)?the\s(?:start|{_DATE})\b"
            rf"|\b(?:shall|will)\snot\s(?:take\seffect|enter\sinto|come\sinto|commence)[^.;]{{0,30}}?\b(?:until|before)\b"
            rf"|(?:instead\sof|rather\sthan)\s(?:on\s|from\s|as\sof\s)?(?=\ue000)"
            rf"|(?:\bwas\s(?:due|to|scheduled|originally|initially|set)|,\s(?:due|scheduled|set|slated|expected)\sto)\b"
            rf"[^.;]{{0,80}}?\b{_WILL}(?:instead\s)?(?:take|apply|enter|come|be|become|start)\b"
            r"|\b(?:shall|will|is\sto|are\sto)\s(?:no\slonger|not)\s(?:be\s(?:implemented|applied|enforced|carried\sout)|apply|take\seffect|enter\sinto\sforce"
            r"|come\sinto\s(?:force|effect))\s(?:on|from|as\sof)\s\ue000[^.;]{0,60}?\bbut\s(?:only\s|instead\s)?(?:on|from|as\sof)\s(?=\ue000)"
            rf"|\b{_WILL}now\s(?:take\seffect|apply|enter\sinto|come\sinto|be(?:come)?\seffective|commence|start)\b"
            rf"|\b{_WILL}instead\s(?:be\s(?:implemented|applied|enforced|in\sforce)|take\seffect|apply|enter\sinto|come\sinto|be(?:come)?\seffective|commence|start)\b"
        ),
        examples=(
            ("The effective date is delayed until May 1, 2027.", True),
            ("Notification No. 3 shall now be effective from 1 November 2027.", True),
            ("The date of application is changed from 1 May 2026 to 1 May 2027.", True),
            ("The rule shall apply from 1 May 2027 instead of 1 May 2026.", True),
            ("Instruction 9 will instead become effective on May 1, 2027.", True),
            ("The rule was delayed last year.", False),
        ),
    ),
    DeedWording(
        name="longer life",
        kind="extend",
        pattern=re.compile(
            rf"\b{_TERM}\b(?!\s[\"“‘'])[^.;]{{0,240}}?\b{_BE}(?:extended|prolonged|renewed|moved|changed|postponed|replaced|revised)\b"
            rf"|\b(?:extends?|prolongs?|renews?|extending)\s(?:the\s)?{_TERM}\b"
            rf"|\b{_BE}(?:extended|prolonged|renewed),?\s(?:further\s)?"
            r"(?:(?:with\simmediate\seffect|(?:with\seffect\s)?from\s\ue000{4,44}),?\s)?"
            r"(?:until|till|through|to|up\sto|for\s(?:the|a)\s(?:further|additional)\s(?:period|term)\sfrom)\b"
            rf"|\b(?:hereby\s)?extends?\s(?:the\s)?(?:said\s|aforesaid\s|above\s|existing\s)?(?:restriction|prohibition|measures?"
            rf"|notification|exemption|licen[cs]e)\b"
            rf"|\b(?:hereby\s)?extends?\s(?:the\s)?(?:[A-Za-z0-9-]+\s){{1,5}}?(?i:exemptions?|exclusions?|licen[cs]es?|authori[sz]ations?|waivers?"
            rf"|permits?)\b(?!\srequirement)(?=[^.;]{{0,160}}\b(?:until|through|to|till)\s\ue000)"
            rf"|(?<!\b[Nn]o\s)\b[Ee]xtension\s(?:of\s{_SOME})?{_BE}(?:hereby\s)?(?:granted|allowed)\b"
        ),
        examples=(
            ("The validity of the licence is extended to 31 December 2027.", True),
            ("The date of expiry of the licence is replaced by 31 December 2027.", True),
            ("The date of implementation of the rule is extended to May 1, 2027.", False),
        ),
    ),
    DeedWording(
        name="goes on",
        kind="extend",
        pattern=re.compile(
            rf"\b(?:would\sotherwise|(?:is|are|was|were)\s(?:due|set)\sto)\s(?:expire|lapse|end|cease)\b[^.;]{{0,90}}?,\s(?:shall\s|will\s)?(?:continue|remain|stay)s?\s(?=in\s|to\s|valid\b)"
            rf"|\ue001\)?\s(?:shall|will)\sapply\s(?=until\s(?:the\send\sof\s)?\ue000)"
            rf"|\b{_WILL}(?:further\s)?continue\s(?=(?:up\s?to|until|till|through)\s(?:the\s)?\ue000)"
            rf"|\b{_WILL}(?:(?:remain|stay|continue)\s(?:to\s(?:apply|be\s(?:valid|in\s(?:force|effect))|have\seffect)"
            rf"|(?:in\s(?:force|effect)|valid|applicable|effective)))\b"
        ),
        needs="end",
        examples=(("Order No. 5 of 2026 shall remain in force until 1 May 2027.", True),),
    ),
    DeedWording(
        name="repeal",
        kind="repeal",
        pattern=re.compile(
            rf"\bThe\sSecretary\sof\sState\shas\s(?:today,?\s|also\s|now\s){{0,2}}(?:revoked|withdrawn)\b"
            rf"|\b{_BE}{_ENDED}\b|\b{_BE}(?:repealing|revoking|rescinding|withdrawing|terminating|annulling),?\s"
            rf"|\b{_BE}removing\s(?=the\s(?:[a-z]+\s){{0,3}}(?:rule|order|notice|regulation)s?\b)"
            r"|\bwithdraws(?:,[^,.;]{3,60},)?\s(?:the|its|that)\s(?!comment|request)"
            r"|\b[Tt]his\s[A-Z][a-z]+\s(?:hereby\s)?replaces\s(?=(?:the\s)?(?:[A-Z][\w&'-]*\s|of\s|and\s|the\s){0,8}\ue001)"
            rf"|\b(?:hereby\s)?{_ENDS}(?:,[^,.;]{{3,60}},)?\s(?:only\s)?(?:in\s(?:full|part|whole|(?:its|their)\sentirety)\s)?(?=the\s|its\s|{_ACT}|[A-Z])|\b{_TO}{_END}\b"
            r"|\b(?:[Tt]o\s|shall\s|is\s|are\s)(?:be\s)?(?:recogni[sz]ed?|deemed?|considered?|declared?)\s(?:as\s|to\sbe\s|to\s)?"
            r"(?:invalid|null\sand\svoid|(?:having|have)\slost\s(?:its\s|their\s|legal\s)?(?:force|effect)|no\slonger\sin\sforce)\b"
            rf"|\b(?:[Rr]epeal|[Rr]evocation|[Rr]escission|[Aa]nnulment)\sof\s{_SOME}\b(?:takes\seffect|shall\s(?:take\seffect|have\seffect|apply)"
            r"|applies|has\seffect|is\seffective|comes\sinto\s(?:force|effect))(?=\s(?:on|from|as|with|at|only))"
            rf"|\b{_RULES}\s{_OF}\s{_SOME}\b(?:{_BE}(?:lifted|removed|ended|terminated|eliminated|dropped)|ends\son|shall\send|will\send|(?:shall\scease|will\scease|ceases?)(?=\s(?:on|from|as|with)\b))\b"
            r"|\b[Ii]n\ssupersession\sof\s(?=(?:[A-Za-z().]+\s){0,6}\ue001)"
        ),
        reason="repealed",
        examples=(
            ("Regulation (EU) 2021/9001 is repealed.", True),
            ("The licence dated 1 May 2024 is hereby revoked.", True),
            ("The controls imposed by Order No. 5 of 2026 are lifted.", True),
            ("The repeal of Order No. 5 of 2026 shall take effect on 1 May 2027.", True),
            ("To recognise as invalid the order of 4 August 2025 No. 922.", True),
            ("The rule was revoked in 2020.", False),
        ),
    ),
    DeedWording(
        name="no more effect",
        kind="repeal",
        pattern=re.compile(
            r"\b(?:shall\s|will\s)?(?:ceases?"
            r"|stops?)\s(?:(?:to\s(?:have\s(?:any\s)?(?:effect|force)|apply"
            r"|be\s(?:in\sforce|in\seffect|implemented|enforced|applied|effective|valid))"
            r"|being\s(?:implemented|enforced|applied|in\sforce))"
            r"|(?:its\s)?(?:implementation|enforcement))"
            r"|\bto\s(?:stop|cease|discontinue)\s(?:the\s)?(?:applying|implementing|enforcing|carrying\sout|application|implementation|enforcement)\b"
            r"|\b(?:shall|will)\slapse(?=\s(?:on|at|from|as|with)\b)"
            r"|\b(?:shall|will)\s(?:no\slonger|not)\s(?!be\simplemented\son\s\ue000)(?:be\s(?:implemented|enforced"
            r"|applied|in\sforce)|apply(?=\sfrom|\s?[.,]|\sas\s|\suntil))"
            r"|\b(?:is|are)\s(?:to\s(?:no\slonger|not)|not\sto)\sbe\s(?:implemented|enforced|applied|carried\sout)"
            r"|\bno\slonger\s(?:in\sforce|in\seffect|valid|appl(?:ies|y)(?!\sto\s)|applicable"
            r"|(?:to\s)?be\s(?:implemented|applied|enforced)|implemented|applied(?!\sfor\s(?:by|in|at|with))|enforced)"
            r"|\b(?:shall\s|will\s)?lose[s]?\s(?:its\s|their\s|all\s)?(?:legal\s)?(?:effect|force|validity)"
        ),
        reason="repealed",
        until="suspend",
        examples=(
            ("Order No. 5 of 2026 shall cease to have effect.", True),
            ("Order No. 5 of 2026 shall lose effect on 1 May 2027.", True),
        ),
    ),
    DeedWording(
        name="no longer blocked",
        kind="repeal",
        pattern=re.compile(
            r"\b(?:is|are)\sno\slonger\s(?:blocked|designated|listed|barred)\s(?:under|by|pursuant\sto)\b"
        ),
        reason="withdrawn",
        needs="parties",
        examples=(("Belken LLC is no longer blocked under Order No. 5 of 2026.", True),),
    ),
    DeedWording(
        name="off the list",
        kind="repeal",
        pattern=re.compile(
            rf"\b(?:{_BE}removed|removes?|removing"
            rf"|deleted?)\s(?:[^.;]|\.(?=,|\s?[a-z(])|(?<=\bPte)\.|(?<=\bPty)\.|(?<=\bLtd)\.|(?<=\bInc)\.|(?<=\bCo)\.){{0,200}}?\bfrom\sthe\s[^.;]{{0,60}}?[Ll]ist\b"
            rf"|\b{_BE}(?:removed|deleted)\sfrom\b"
            r"|\b(?:listings?|entr(?:y|ies)|names?)\s(?:of|for|concerning|relating\sto|regarding|corresponding\sto|in\srespect\sof|as\sregards)"
            rf"\s[^;]{{2,240}}?\b{_BE}(?:removed|deleted|struck\soff|omitted|withdrawn)\b"
            r"|\bto\sremove\s[^;]{2,200}?,?\s(?:which|who)\s(?:was|were|had\sbeen)\s(?:added|placed|listed)\b"
        ),
        reason="withdrawn",
        needs="parties",
        examples=(
            ("Belken LLC is removed from the export control list.", True),
            ("The entry concerning Belken LLC in Annex I to Order No. 5 of 2026 is deleted.", True),
        ),
    ),
    DeedWording(
        name="part taken out",
        kind="repeal",
        pattern=re.compile(rf"\b{_BE}(?:removed|deleted|struck)(?:\sand\sreserved)?\b(?!\sfrom)"),
        reason="repealed",
        needs="part",
        examples=(
            ("Paragraph (c) of § 740.9, as added by Order No. 5 of 2026, is removed.", True),
        ),
    ),
    DeedWording(
        name="force again",
        kind="revive",
        pattern=re.compile(
            rf"\b{_BE}(?:revived|restored|brought\sback\sinto\s(?:force|effect))\b"
            rf"|\b(?:to\sbring|hereby\sbrings?)\s{_SOME}\bback\sinto\s(?:force|effect|operation)\b"
        ),
        examples=(("Announcement No. 3 of 2026 is revived.", True),),
    ),
)
"""In order: of two rows that read the same words the first one wins."""

NOT_NOW = re.compile(
    r"\b(?:remain(?:s|ing|ed)?|was|were|had\s(?:been|already)|(?:has|have)\sbeen(?!\sdecided\s)"
    r"|would|could|might|may|should|ought|if|unless|whether|whose(?!\s(?:implementation|application|entry|start|effective))|not|neither|expected"
    r"|(?:conditions?|grounds?|reasons?|criteria|basis|procedures?)\sfor|proposed|plans?|agreed|committed|undertook|promised|pledged|until\sit)\s"
    r"(?:[A-Za-z]+\s){0,2}$"
)
"""What right before an English deed says that nothing is done here and now."""

ON_CONDITION = re.compile(
    r"\W{0,4}(?:[A-Z][A-Z ]{3,30}:\s{1,3})?(?:If|In\sthe\sevent|Should"
    r"|Unless(?!,?\s(?:earlier|sooner|otherwise|previously|extended|renewed|revoked|terminated)))\s[^,.;]{8,160},\s"
)
"""How a sentence begins that only says what would be done in some event."""
