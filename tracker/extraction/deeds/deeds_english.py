"""In which English wordings does one act do something to another?

A wording is put together of parts: the verb in its two voices (``is suspended``, ``suspends``),
and what it is done to (the act, its effective date, its validity, the rules that it set).
"""

from tracker.extraction.deeds.deed_wording import DeedWording
from tracker.extraction.deeds.deed_words_english import (
    ACT,
    ASIDE,
    AT_ITEM,
    BE,
    CLOCK,
    DATE,
    END,
    ENDED,
    ENDS,
    FOR_NOW,
    IN_USE,
    ITS_OBJECT,
    LEFT,
    LONGER,
    MADE_BY,
    MOVED,
    OBJECT,
    OF,
    PAUSE,
    PAUSED,
    PAUSES,
    RULES,
    SOME,
    SUSPENSION,
    TERM,
    THEN,
    THEN_DATED,
    TO,
    WILL,
)
from tracker.extraction.deeds.deeds_of_days import DEEDS_OF_DAYS
from tracker.extraction.deeds.deeds_of_entries import DEEDS_OF_ENTRIES
from tracker.extraction.spelling.regexps import regexp

ENGLISH_DEEDS: tuple[DeedWording, ...] = (
    *DEEDS_OF_DAYS,
    DeedWording(
        name="end of a suspension",
        kind="resume",
        pattern=regexp(
            rf"\b{SUSPENSION}\b(?:(?!takes\seffect|begins|starts|applies|runs|extended|prolonged)[^.;]){{0,300}}?\b(?:{BE}(?:lifted|terminated|ended"
            rf"|revoked|withdrawn|removed|discontinued|cancel+ed|rescinded|dissolved|vacated|brought\sto\san\s(?:early\s)?end)|(?<!\bwhich\s)(?<!\bthat\s)(?:ends|ceases|shall\send|shall\scease|will\send)|no\slonger\s(?:applies|in\s(?:force|effect)))\b"
            rf"|\b(?:lifts?|terminates?|ends?|revokes?|dissolves?|lifting|terminating"
            rf"|ending)\s(?:early\s|prematurely\s)?(?:the\s|that\s|its\s)?(?:temporary\s)?{SUSPENSION}\b"
            rf"|\b(?:(?:is|are|be)\sno\slonger|(?:shall|will)\sno\slonger\sbe|(?:ceases?|stops?)\s(?:to\sbe|being))\s{PAUSED}\b"
            rf"|\b(?:comes?\sout|{BE}(?:taken|brought)\sout|(?:takes?|brings?)\s{SOME}\bout)\sof\s(?:{SUSPENSION}|abeyance)\b"
        ),
        examples=(
            ("The suspension of Announcement No. 3 of 2026 is lifted.", True),
            ("Announcement No. 3 of 2026 is no longer suspended.", True),
            ("BIS lifts the suspension of the rule.", True),
            ("Announcement No. 3 of 2026 ceases to be stayed and is applied again.", True),
            ("Announcement No. 3 of 2026 is taken out of abeyance.", True),
        ),
    ),
    DeedWording(
        name="effect again after an end",
        kind="revive",
        pattern=regexp(
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
        pattern=regexp(
            rf"\b(?:shall|will|to|hereby|must)\s(?:be\s)?(?:resumed?|reinstate)\b"
            rf"|\b(?:implemented|applied|enforced|in\sforce|in\seffect|effective|applicable|operative)\s(?:once\s)?again\b"
            rf"|\b(?:implemented|applied|enforced|appl(?:y|ies))\s(?:anew|afresh|once\smore)\b|\b(?:once\s)?again\s(?:be\s)?(?:implemented|applied|enforced|appl(?:y|ies)|in\s(?:force|effect))\b"
            rf"|\b(?:appl(?:y|ies)|takes?\seffect)\sagain\b|\b(?:has|have)\s(?:legal\s)?effect\sagain\b|\b{BE}(?:resumed|reinstated)\b|\breinstates\s(?=the\s|[A-Z]|{ACT})"
            rf"|\b(?i:implementation|application|operation|enforcement)\s(?:of\s[^.;]{{0,200}}?)?{BE}(?:restored|revived)\b"
            rf"|\b{BE}put\sback\sin(?:to)?\s{IN_USE}\b"
            rf"|\b(?:puts?|putting)\s{SOME}\bback\sin(?:to)?\s{IN_USE}\b"
            rf"|\bresumes?\s(?:the\s)?(?:implementation|application|operation|enforcement|effect)"
            rf"|\b(?i:implementation|application|operation|enforcement)\sof\s[^.;]{{0,260}}?\bresumes?\b"
            r"|\b(?:[Ii]ts|[Tt]heir)\s(?:implementation|application|operation|enforcement)\s(?:then\s|also\s|thus\s)?resumes?\b"
            rf"|\bresuming\s(?:the\s)?(?:implementation|application)"
        ),
        examples=(
            ("Announcement No. 3 of 2026 shall resume implementation as of today.", True),
            ("The application of Regulation (EU) 2021/9001 resumes on 1 May 2027.", True),
            ("From 1 May 2027 Regulation (EU) 2021/9001 shall apply again.", True),
            ("Announcement No. 3 of 2026 is put back into effect from May 1, 2027.", True),
            ("It has been decided to put Announcement No. 3 of 2026 back into force.", True),
            ("Talks resumed on Monday.", False),
        ),
    ),
    DeedWording(
        name="longer suspension",
        kind="suspend",
        pattern=regexp(
            rf"\b{SUSPENSION}\b(?:(?!\bnot\b)[^.;]){{0,160}}?\b(?:{BE}(?:{LONGER}|continued)"
            rf"|continues|shall\scontinue|runs\s(?:on|further)(?=[^.;]{{0,80}}\ue000))\b"
            rf"|\b(?:extends?|continues?|prolongs?|renews?)\s(?:(?:the|this|that|its)\s)?(?:said\s)?{SUSPENSION}\b(?!{MADE_BY})"
        ),
        needs="suspension",
        examples=(
            ("The suspension of Announcement No. 3 of 2026 is extended until May 1, 2027.", True),
        ),
    ),
    DeedWording(
        name="suspension",
        kind="suspend",
        pattern=regexp(
            rf"\bThe\sSecretary\sof\sState\shas\s(?:today,?\s|also\s|now\s){{0,2}}suspended\b"
            rf"|\b{BE}{PAUSED}\b|\b{BE}(?:suspending|staying|pausing|halting),?\s|\b{PAUSES}(?:,[^.;]{{3,90}}?,)?\s{ITS_OBJECT}"
            rf"|(?<!\bUnited\sStates\s)\b{TO}(?:(?:continue\sto|temporarily)\s)?{PAUSE}\b|{AT_ITEM}(?i:{PAUSE}),?\s(?=for\s|the\s|implementation|application|{OBJECT})|\b(?:keeps?|puts?|places?|holds?)\s{SOME}\b(?:in\sabeyance|on\shold)\b"
            r"|\bcontinue\sto\sbe\ssuspended\b"
            r"|(?<=\bdecided\s)not\sto\s(?:implement|apply|enforce)\b"
            r"(?=[^.;]{3,160}\b(?:for\sthe\stime\sbeing|temporarily|until|till|through|for\s(?:a|an|one|two|three|six)\s))"
            r"|\b(?:may|must|shall)\snot\sbe\s(?:used|relied\s(?:up)?on)(?=\s(?:on\sor\safter|from|between|until|with\seffect|as\s(?:of|from)|for\sthe\stime\sbeing)\b)"
            rf"|\b(?:is|are|shall|will)\stemporarily\s(?:not|no\slonger)\s(?:be\s)?(?:apply\b|enforced|applied|implemented)"
            rf"|\b(?:do(?:es)?|shall|will)\snot\s(?:apply|be\s(?:applied|enforced|implemented))\s(?:during|for|throughout)\s(?:the|an?)\s(?:[a-z]+\s)?period\b"
            rf"|\b(?:ceases?|stops?|not)\s(?:to\s)?(?:apply|be(?:ing)?\s(?:implemented|enforced|applied)|have\seffect)\s{FOR_NOW}"
            rf"|\b(?:cease|stop)s?\s(?:to\sapply\stemporarily|temporarily\sto\sapply)"
            rf"|\b{SUSPENSION}\sof\s{SOME}\b(?:applies|runs|takes\seffect|begins|starts|shall\s(?:apply|run|begin|take))\b"
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
        pattern=regexp(
            r"\bha(?:s|ve)\seffect\sas\sif\s(?=(?:articles?|regulations?|paragraphs?|rules?)\s[^.;]{1,40}?\bwere\s(?:omitted|deleted)\b)"
        ),
        needs="end",
        examples=(("Order No. 5 has effect as if article 4 were omitted.", True),),
    ),
    DeedWording(
        name="suspension kept up",
        kind="suspend",
        pattern=regexp(
            rf"(?<=\bdecided\sthat\s){SOME}\b{WILL}{LEFT}\b|\b{WILL}{LEFT}\s(?=(?:from|as\sof)\s\ue000)"
            rf"|\bto\s(?:keep|hold|maintain|leave)\s{SOME}\b{PAUSED}\b"
            rf"|\b(?:remains?|stays?)\s{PAUSED}\s(?=for\s(?:an?\s(?:further|additional)|another|one\smore)\b)"
            rf"|\b(?:From|As\sof|Starting|Beginning|Effective|(?<=[a-z],\s)effective)\s{CLOCK}\ue000{{4,44}},?\s[^.;]{{3,260}}?\b(?:remains?|stays?)\s{PAUSED}\b"
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
        pattern=regexp(
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
        pattern=regexp(
            rf"\b{TERM}\b[^.;]{{0,100}}?\b{BE}(?:deferred|postponed|delayed|pushed\sback|put\sback)\b"
            r"|\b(?:expires?|lapses?|ends?|(?:(?:remains?|stays?|continues?\sto)\s)?(?:be\s)?(?:valid|applicable|in\s(?:force|effect)|apply)\suntil)\b[^.;]{0,80}?(?:(?:instead|in\splace)\sof|rather\sthan)"
            rf"|\b{TERM}\b[^.;]{{0,160}}?\b{WILL}be\s\ue000[^.;]{{0,60}}?(?:(?:instead|in\splace)\sof|rather\sthan)"
            rf"|\b[Ii]nstead\sof\s\ue000{{4,44}},?\s[^.;]{{3,200}}?\b(?:expires?|lapses?|ends?|until)(?=\s(?:on\s)?\ue000)"
            r"|\b(?:(?:shall|will)\snow\s(?:expire|lapse|end|run)|now\s(?:expires|lapses|ends|runs))\s(?=(?:on|at|until|through|to)\b)"
        ),
        needs="end",
        examples=(("The licence shall expire on 1 May 2027 instead of 1 May 2026.", True),),
    ),
    DeedWording(
        name="later start",
        kind="postpone",
        pattern=regexp(
            rf"(?<!\bwhose\s)\b{DATE}\b[^.;]{{0,240}}?\b{BE}{MOVED}\b|\b{BE}(?:further\s|indefinitely\s)?(?:delayed|postponed|deferred|delaying\s|postponing\s|deferring\s)"
            rf"|(?<=\ue000)\)?,?\s(?:is|shall\sbe)\sno\slonger\sthe\s{DATE}\s(?=of\b)"
            rf"|\b{BE}(?:put|pushed|moved|set|held)\s(?:off|back)\b(?!\s(?:in|at)\b)"
            rf"|\b(?:delays?|postpones?|defers?|(?:puts|pushes|moves|sets)\s(?:back|off))\s(?:further\s|indefinitely\s)?the\s(?:effective"
            rf"|start|application|entry|commencement|implementation|date|compliance)"
            rf"|\b{WILL}(?:take\seffect|apply|enter\sinto\s(?:force|effect)|come\sinto\s(?:force|effect)|be\simplemented)\s[^.;]{{0,60}}?\blater\sthan\s(?!\ue000)"
            rf"|\b(?:delays|postpones|defers)\s(?=(?:until|to)\s\ue000|{OBJECT}[^.;]{{0,160}}\s(?:(?:until|till|to)\s(?:[A-Z][a-z]+day,\s)?\ue000|indefinitely|(?:until|till|pending)\sfurther\s))"
            rf"|\b(?:to|hereby)\s(?:further\s)?(?:delay|postpone|defer|push\sback|put\s(?:off|back)|set\sback)\b"
            rf"|\bto\s(?:move|shift|reschedule|reset)\s(?:back\s)?the\s(?:start|{DATE})\b"
            rf"|\b(?:shall|will)\snot\s(?:take\seffect|become\seffective|enter\sinto|come\sinto|commence)[^.;]{{0,30}}?\b(?:until|before)\b"
            r"|\b(?:do|does)\snot\s(?:take\seffect|become\seffective|enter\sinto|come\sinto|commence)[^.;]{0,30}?\b(?:until|before)\s\ue000"
            rf"|\b(?:shall|will)\snot\s(?:apply|be\sapplied)\sbefore\s\ue000|\b{WILL}(?:apply|be\sappli(?:ed|cable)|take\seffect)\sonly\s(?:from|as\s(?:of|from)|with\seffect\sfrom)\s\ue000"
            rf"|(?:(?:instead|in\splace)\sof|rather\sthan)\s(?:on\s|from\s|as\sof\s)?(?=\ue000)"
            rf"|(?<=\ue000),?\s(?:and\s)?not\s(?:on|from|as\sof)\s(?=\ue000)|\b(?:new|revised)\s{DATE}\s(?:of|for)\s[^.;]{{0,200}}?\s(?:is|shall\sbe|will\sbe)\s(?:[a-z]+\s)?(?=\ue000)"
            rf"|(?:\b(?:was|were)\s(?:due|to|scheduled|originally|initially|set)|,\s(?:due|scheduled|set|slated|expected)\sto)\b"
            rf"[^.;]{{0,80}}?\b{WILL}(?:instead\s|now\s|only\s)?(?:take|apply|enter|come|be|become|start|do\sso)\b"
            r"|\b(?:shall|will|is\sto|are\sto)\s(?:no\slonger|not)\s(?:be\s(?:implemented|applied|enforced|carried\sout)|apply|take\seffect|enter\sinto\sforce"
            r"|come\sinto\s(?:force|effect))\s(?:on|from|as\sof)\s\ue000[^.;]{0,60}?\bbut\s(?:only\s|instead\s)?(?:on|from|as\sof)\s(?=\ue000)"
            rf"|\b{WILL}now\s(?:take\seffect|apply|be\s(?:implemented|applied|enforced)|enter\sinto|come\sinto|be(?:come)?\seffective|commence|start)\b"
            rf"|\b{WILL}instead\s(?:be\s(?:implemented|applied|enforced|in\sforce)|take\seffect|apply|enter\sinto|come\sinto|be(?:come)?\seffective|commence|start)\b"
        ),
        examples=(
            ("The effective date is delayed until May 1, 2027.", True),
            ("Notification No. 3 shall now be effective from 1 November 2027.", True),
            ("The date of application is changed from 1 May 2026 to 1 May 2027.", True),
            ("The rule shall apply from 1 May 2027 instead of 1 May 2026.", True),
            ("Instruction 9 will instead become effective on May 1, 2027.", True),
            ("BIS delays instruction 5 of Order No. 3 of 2026 until May 1, 2027.", True),
            ("May 1, 2026, is no longer the effective date of Order No. 3 of 2026.", True),
            ("The rule was delayed last year.", False),
        ),
    ),
    DeedWording(
        name="longer life",
        kind="extend",
        pattern=regexp(
            rf"\b{TERM}\b(?!\s[\"“‘'])[^.;]{{0,240}}?\b{BE}(?:{LONGER}|moved|changed|postponed|replaced|revised)\b"
            rf"|\b(?:extends?|prolongs?|renews?|extending)\s(?:the\s)?{TERM}\b"
            rf"|\b{BE}{LONGER},?\s(?:further\s)?"
            r"(?:(?:with\simmediate\seffect|(?:(?:with\seffect\s)?from|beyond)\s\ue000{4,44}),?\s(?:and\s)?)?"
            r"(?:until|till|through|to(?=\s[^.;\ue000]{0,40}\ue000)|up\sto|for\s(?:the|a)\s(?:further|additional)\s(?:period|term)\sfrom)\b"
            rf"|\b(?:hereby\s)?extends?\s(?:the\s)?(?:said\s|aforesaid\s|above\s|existing\s)?(?:restriction|prohibition|measures?"
            rf"|notification|exemption|licen[cs]e)\b"
            rf"|\b(?:hereby\s)?extends?\s(?:the\s)?(?:[A-Za-z0-9-]+\s){{1,5}}?(?i:exemptions?|exclusions?|licen[cs]es?|authori[sz]ations?|waivers?"
            rf"|permits?)\b(?!\srequirement)(?=[^.;]{{0,160}}\b(?:until|through|to|till)\s\ue000)"
            rf"|\b(?:extends|prolongs|renews)\s(?={OBJECT}[^.;]{{0,160}}?\b(?:until|till|to|through|including|end\sof)\s\ue000)"
            rf"|(?<!\b[Nn]o\s)\b[Ee]xtension\s(?:of\s{SOME})?{BE}(?:hereby\s)?(?:granted|allowed)\b"
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
        pattern=regexp(
            rf"\b(?:would\sotherwise|(?:is|are|was|were)\s(?:due|set)\sto)\s(?:expire|lapse|end|cease)\b[^.;]{{0,90}}?,\s(?:shall\s|will\s)?(?:continue|remain|stay)s?\s(?=in\s|to\s|valid\b)"
            rf"|\ue001\)?\s(?:shall|will)\sapply\s(?=until\s(?:the\send\sof\s)?\ue000)"
            rf"|\b{WILL}(?:further\s)?continue\s(?=(?:up\s?to|until|till|through)\s(?:the\s)?\ue000)"
            rf"|\b{WILL}(?:(?:remain|stay|continue)\s(?:to\s(?:apply|be\s(?:valid|in\s(?:force|effect))|have\seffect)"
            rf"|(?:in\s(?:force|effect)|valid|applicable|effective)))\b"
        ),
        needs="end",
        examples=(("Order No. 5 of 2026 shall remain in force until 1 May 2027.", True),),
    ),
    DeedWording(
        name="repeal",
        kind="repeal",
        pattern=regexp(
            rf"\bThe\sSecretary\sof\sState\shas\s(?:today,?\s|also\s|now\s){{0,2}}(?:revoked|withdrawn)\b"
            rf"|\b{BE}{ENDED}\b|\b{BE}(?:repealing|revoking|rescinding|withdrawing|terminating|annulling),?\s"
            rf"|\b{BE}removing\s(?=the\s(?:[a-z]+\s){{0,3}}(?:rule|order|notice|regulation)s?\b)"
            rf"|\bwithdraws(?:,[^,.;]{{3,60}},)?\s(?:(?:the|its|that)\s(?!comment|request)|(?={OBJECT}))"
            rf"|\b(?:[Tt]his\s(?:[A-Za-z]+\s){{1,2}}|[Ii]t\s|(?<=effect\son\s)\ue000{{4,44}}\sand\s|(?<=force\son\s)\ue000{{4,44}}\sand\s){TO}?(?:replaces?|takes?\sthe\splace\sof)\s"
            r"(?=(?:the\s)?(?:[A-Z][\w&'()-]*\s|of\s|and\s|the\s|on\s){0,8}\(?\ue001)"
            rf"|\b(?:hereby\s)?{ENDS}(?:,[^,.;]{{3,60}},)?\s(?:only\s)?(?:in\s(?:full|part|whole|(?:its|their)\sentirety)\s)?(?=the\s|its\s|{OBJECT}|[A-Z])|\b{TO}{END}\b|{AT_ITEM}(?i:{END}),?\s(?=the\s|{OBJECT})"
            r"|\b(?:[Tt]o\s|shall\s|is\s|are\s)(?:be\s)?(?:recogni[sz]ed?|deemed?|considered?|declared?)\s(?:as\s|to\sbe\s|to\s)?"
            r"(?:invalid|null\sand\svoid|(?:having|have)\slost\s(?:its\s|their\s|legal\s)?(?:force|effect)|no\slonger\sin\sforce)\b"
            rf"|\b(?:[Rr]epeal|[Rr]evocation|[Rr]escission|[Aa]nnulment|(?:[Ww]ithdrawal|[Cc]ancellation)(?!\sof\s(?:[a-z]+\s){{0,2}}?(?:applications?|requests?|licen[cs]es|permits|authori[sz]ations)\b))\sof\s{SOME}\b(?:takes\seffect|shall\s(?:take\seffect|have\seffect|apply)"
            r"|applies|has\seffect|is\seffective|comes\sinto\s(?:force|effect))(?=\s(?:on|from|as|with|at|only|\ue000))"
            rf"|\b{RULES}\s{OF}\s{SOME}\b(?:{BE}(?:lifted|removed|ended|terminated|eliminated|dropped)|ends\son|shall\send|will\send|(?:shall\scease|will\scease|ceases?)(?=\s(?:on|from|as|with)\b))\b"
            r"|\b[Ii]n\ssupersession\sof\s(?=(?:[A-Za-z().]+\s){0,6}\ue001)"
        ),
        reason="repealed",
        examples=(
            ("Regulation (EU) 2021/9001 is repealed.", True),
            ("The licence dated 1 May 2024 is hereby revoked.", True),
            ("The controls imposed by Order No. 5 of 2026 are lifted.", True),
            ("The repeal of Order No. 5 of 2026 shall take effect on 1 May 2027.", True),
            ("The withdrawal of instruction 3 is effective May 1, 2027.", True),
            ("To recognise as invalid the order of 4 August 2025 No. 922.", True),
            ("The rule was revoked in 2020.", False),
        ),
    ),
    DeedWording(
        name="no more effect",
        kind="repeal",
        pattern=regexp(
            r"\b(?:shall\s|will\s)?(?:ceases?"
            r"|stops?)\s(?:(?:to\s(?:have\s(?:any\s)?(?:effect|force)|apply"
            r"|operate(?=\s?[.;,]|\s(?:on|from|as|with|at)\b)|be\s(?:in\sforce|in\seffect|implemented|enforced|applied|effective|valid|available|usable))"
            r"|being\s(?:implemented|enforced|applied|in\sforce))"
            r"|(?:its\s)?(?:implementation|enforcement))"
            rf"|\bto\s(?:stop|cease|discontinue){ASIDE}\s(?:the\s)?(?:applying|implementing|enforcing|carrying\sout|application|implementation|enforcement)\b"
            rf"|\b(?:has|have|having|(?:shall|will|is\sto|are\sto)\shave|{BE}of)\sno\s(?:further\s|more\s|longer\s)?(?:legal\s)?"
            rf"(?:force|effect|validity)(?:\s(?:or|and)\s(?:force|effect))?(?={THEN})"
            rf"|\b(?:shall|will)\slapse(?={THEN})"
            rf"|\b(?:(?:do(?:es)?|shall|will)\snot\s(?:apply|have\s(?:any\s)?effect)|(?:is|are)\snot\s(?:applied|enforced|implemented)"
            r"|(?:(?:shall|will)\snot\s(?:be|remain)|(?:is|are)\snot)\s(?:operative|operational|in\s(?:force|effect|operation)|effective|applicable|given\seffect)|(?:shall|will)\snot\soperate"
            rf"|(?:is|are)\sin\s(?:force|effect)\sno\s(?:more|longer))(?={THEN_DATED})"
            rf"|\b(?i:implementation|application|enforcement|operation)\sof\s{SOME}\b(?:{WILL}(?:cease|stop|end|be\sstopped)|(?:is|are)\s(?:hereby\s)?stopped|ceases|stops|ends)(?=\s(?:on|from|as|with|at)\b|\s?[.;])"
            r"|\b(?:shall|will)\s(?:no\slonger|not)\s(?!be\simplemented\son\s\ue000)(?:be\s(?:implemented|enforced"
            r"|applied|in\sforce)|apply(?=\sfrom|\s?[.,]|\sas\s|\suntil)|have\s(?:any\s)?effect(?=\s?[.,]))"
            rf"|\b{BE}(?:inoperative|inapplicable)(?={THEN})"
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
        name="ends by itself",
        kind="repeal",
        pattern=regexp(
            r"(?<=\ue001)(?:\)|\s\([^()\n]{3,60}\))?,?\s(?:(?:shall|will|then|both|also|each|thereupon)\s){0,2}"
            r"(?:(?:ends?|lapses?|(?:comes?|is\sbrought)\sto\san\send|may\sno\slonger\sbe\s(?:used|relied\s(?:up)?on)"
            r"|ceases?\sto\sbe\s(?:available|usable|open))(?=\s(?:when|once|on|upon|at|with|from|as)\b)(?![^.;]{0,60}\bnot\s(?:renewed|extended|prolonged))"
            r"|expires?(?=\s(?:when|once|as\ssoon\sas|upon|on\sthe\s(?:entry|coming|commencement|start|day|date))\b))"
        ),
        reason="repealed",
        examples=(
            ("Order No. 5 of 2026 ends when this licence begins.", True),
            ("Order No. 5 of 2026 may no longer be used once this licence is in force.", True),
            ("Order No. 5 of 2026, which ends on 1 May 2027, was amended.", False),
        ),
    ),
    *DEEDS_OF_ENTRIES,
    DeedWording(
        name="force again",
        kind="revive",
        pattern=regexp(
            rf"\b{BE}(?:revived|restored|brought\sback\sinto\s(?:force|effect))\b"
            rf"|\b(?:to\sbring|hereby\sbrings?|(?<=\bBIS\s)brings|[Ww]e\sbring)\s{SOME}\bback\sinto\s(?:force|effect|operation)\b"
            r"|\b(?:puts|brings)\sback\s(?:in\splace|into\s(?:force|effect|operation))\b"
            rf"|\b(?:revives|restores)\s(?=(?:the\s)?(?:[A-Z][a-z]+\s|of\s|on\s){{0,6}}\(?{ACT})"
        ),
        examples=(
            ("Announcement No. 3 of 2026 is revived.", True),
            ("The Minister hereby restores Announcement No. 3 of 2026.", True),
        ),
    ),
)
"""In order: of two rows that read the same words the first one wins."""

ON_CONDITION = regexp(
    r"\W{0,4}(?:[A-Z][A-Z.() ]{2,30}:\s{1,3})?(?:\(?[0-9a-zA-Z]{1,4}[.)]\s{1,3})?"
    r"(?:If|In\sthe\sevent|Should"
    r"|Unless(?!,?\s(?:earlier|sooner|otherwise|previously|extended|renewed|revoked|terminated)))\s[^,.;]{8,160},\s"
)
"""How a sentence begins that only says what would be done in some event."""
