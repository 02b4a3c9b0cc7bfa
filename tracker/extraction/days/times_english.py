"""In which English wordings does something start, end, or last?"""

from tracker.extraction.days.day_forms import CALENDAR_WORDS, PART_OF_CALENDAR
from tracker.extraction.days.day_forms import HOUR as _HOUR
from tracker.extraction.days.day_forms import NAMED as _D
from tracker.extraction.days.day_forms import THE as _THE
from tracker.extraction.days.ends_english import ENDS
from tracker.extraction.days.lengths_english import COUNT, LENGTHS
from tracker.extraction.days.published_words import BEHIND_PUBLICATION, OF_PUBLICATION
from tracker.extraction.days.time_wording import TimeWording
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER
from tracker.extraction.spelling.regexps import regexp

_INTO = (
    r"(?:(?:officially|formally)\s)?(?:(?:[Cc]om(?:es?|ing)|enter(?:s|ing|ed)?|put|brought"
    r"|go(?:es)?)\s(?:back\s)?into\s(?:force|effect|operation)"
    r"|tak(?:es?|ing|en)\s(?:legal\s)?effect|commences?|appl(?:y|ies)|(?:be|is|are"
    r"|becomes?)\s(?:officially\s|formally\s)?(?:effective|operative|applicable|implemented|enforced|in\sforce|revoked"
    r"|repealed|suspended|removed)"
    r"|effective|resumed?|resumes|starts?|begins?|in\sforce|in\seffect|ends?|implementation)"
)
ENGLISH_TIMES: tuple[TimeWording, ...] = (
    TimeWording(
        name="some time behind a day",
        role="start",
        pattern=regexp(
            r"\b(?:at|after|on|upon)\sthe\s(?:end|expiry|expiration)\sof\s(?:the\s|a\s)?(?:(?:period|term)\sof\s)?"
            rf"{COUNT}\s(?:(?:beginning|starting|commencing|running|counted|counting)\s(?:with|on|from)|from|after)\s{_THE}{_D}"
        ),
        examples=(
            (
                "revoked on the expiration of 6 months beginning on 1 April 2026",
                ("start 2026-10-01",),
            ),
        ),
    ),
    TimeWording(
        name="from a day",
        role="start",
        pattern=regexp(
            r"\b(?:[Ff]rom|[Bb]etween|[Aa]s\s(?:of|from)|[Oo]n\sand\s(?:from|after)"
            r"|[Oo]n\sor\safter|[Ss]tarting(?:\son|\sfrom|\sat)?|[Bb]eginning(?:\son"
            r"|\sfrom|\sat|\swith)?"
            r"|[Ww]ith\seffect\s(?:from|on)|[Ww]\.\s?[Ee]\.\s?[Ff]\.?|[Ee]ffective(?:\sdate)?(?:\sis"
            r"|\s?:)?(?:\son|\sas\sof|\sfrom|\sat|\sbeginning)?|[Cc]ommencing(?:\son)?"
            r"|[Ss]ince)\s"
            rf"(?:{_THE}(?:midnight\s(?:at\s)?{_THE})?(?:beginning|start)\sof\s)?{_THE}{_HOUR}{_D}"
        ),
        examples=(
            ("from midnight at the start of 1 April 2026", ("start 2026-04-01",)),
            ("This rule is effective April 1, 2026.", ("start 2026-04-01",)),
            (
                "the period beginning with 1st April 2026 and ending with 31st May 2026",
                ("start 2026-04-01", "end 2026-05-31 inclusive"),
            ),
            ("with effect from 00.01 hours on 1 April 2026", ("start 2026-04-01",)),
            ("shall resume as of April 1, 2026", ("start 2026-04-01",)),
            ("is revoked with effect from 1 April 2026", ("start 2026-04-01",)),
            ("stands revived w.e.f. 01.04.2026.", ("start 2026-04-01",)),
            ("starting from 12:01 a.m. on April 1, 2026", ("start 2026-04-01",)),
            ("beginning at 12:01 a.m. eastern time on April 1, 2026", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="at the end of a day",
        role="start",
        pattern=regexp(
            rf"\b(?:{_INTO}\s{{1,3}}(?:at|from)|[Ww]ith\seffect\sfrom|[Aa]s\s(?:of|from))\sthe\send\sof\s{{1,4}}(?:the\sday\son\s)?{_THE}{_D}"
        ),
        plus=1,
        examples=(("comes into force at the end of 31 March 2026", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="a day to another",
        role="start",
        pattern=regexp(
            rf"(?<![\ue000])(?<!to\s)(?<!until\s)(?<!dated\s)(?<!dated\sthe\s){_D}(?=\s(?:to|through|until)\s\ue000)"
        ),
        examples=(
            ("for the period 1 April 2026 to 1 May 2026", ("start 2026-04-01", "end 2026-05-01")),
        ),
    ),
    TimeWording(
        name="into force on a day",
        role="start",
        pattern=regexp(
            rf"\b{_INTO}\s(?:officially\s|only\s)?(?:(?:on|at"
            rf"|from|with)\s)?{_THE}(?:beginning\sof\s"
            rf"|start\sof\s)?{_HOUR}(?:on\s)?{_THE}{_D}"
        ),
        examples=(
            ("They will come into force on 8 April 2026.", ("start 2026-04-08",)),
            ("shall enter into force on 8 April 2026", ("start 2026-04-08",)),
            ("takes effect at 00:01 on 8 April 2026", ("start 2026-04-08",)),
            ("is deemed to have taken effect on 8 April 2026", ("start 2026-04-08",)),
        ),
    ),
    TimeWording(
        name="on a day it comes into force",
        role="start",
        pattern=regexp(
            rf"(?<![a-z]\s)\b[Oo]n\s{_THE}{_D},?\s(?=(?:[Tt]his|[Tt]hese|[Tt]he\spresent|it|they|[Aa]rticles?|[Pp]oints?|[Pp]aragraphs?|[Rr]egulations?|[Ss]ections?)\b"
            r"[^.;,\ue000\ue001]{0,60}?\s(?:shall\s|will\s)?(?:(?:comes?|enters?)\sinto\s(?:force|effect|operation)"
            r"|takes?\s(?:legal\s)?effect|becomes?\s(?:effective|applicable)|appl(?:y|ies))\b)"
        ),
        examples=(
            ("On 8 April 2026, this Regulation shall enter into force.", ("start 2026-04-08",)),
        ),
    ),
    TimeWording(
        name="not before a day",
        role="start",
        pattern=regexp(
            r"\b(?:shall|will|do(?:es)?),?\s(?:however,?\s)?not\s(?:take\seffect|apply|commence|(?:enter|come)\sinto\s(?:force|effect|operation)"
            rf"|be(?:come)?\s(?:effective|applicable|implemented|applied|enforced))\s(?:until|before)\s{_THE}{_HOUR}{_D}"
        ),
        examples=(("This point does not take effect until 1 April 2026.", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="a part of a calendar begins",
        role="start",
        pattern=PART_OF_CALENDAR,
        beside=CALENDAR_WORDS,
        anchor="calendar",
        examples=(
            (
                "For the calendar year 2027 the quota is 400 tonnes.",
                ("start 2027-01-01", "end 2027-12-31 inclusive"),
            ),
        ),
    ),
    TimeWording(
        name="with the entry into force, on a day",
        role="start",
        pattern=regexp(
            r"\b(?:[Uu]pon|[Oo]n|[Ww]ith|[Ff]rom)\s(?:the\s|its\s|their\s)?(?:entry|coming)\sinto\s(?:force|effect|operation)"
            rf"(?:\sof\s[^.;,\ue000]{{3,160}}?)?,?\s\(?(?:on|as\sof|from)\s{_THE}{_D}"
        ),
        examples=(
            (
                "Upon entry into force of this Order on 1 April 2026, the older one ends.",
                ("start 2026-04-01",),
            ),
        ),
    ),
    TimeWording(
        name="labelled day",
        role="start",
        pattern=regexp(
            r"\b(?:[Ee]ffective\sdate|[Dd]ate\sof\s(?:entry\sinto\s(?:force|effect)|coming\sinto\s(?:force|effect|operation)"
            r"|application|commencement|implementation|effect)|[Cc]ommencement(?:\sdate)?)\b[^.;\ue000\ue001]{0,60}?"
            rf"(?:\b(?:is|shall\sbe|will\sbe|:)|:)\s(?:now\s|thus\s|therefore\s|hereby\s)?{_THE}{_HOUR}{_D}"
        ),
        examples=(
            ("The effective date of this notice is 1 April 2026.", ("start 2026-04-01",)),
            ("The date of entry into force of this order is 1 April 2026.", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="a day is the first one",
        role="start",
        pattern=regexp(
            rf"{_D},?\s(?:is|being|shall\sbe|will\sbe)\s(?:the|its|their)\sfirst\s(?=day\b|(?:and\s|,\s){_THE}\ue000)"
        ),
        examples=(
            (
                "1 March 2027 is the first day on which the order applies again.",
                ("start 2027-03-01",),
            ),
        ),
    ),
    TimeWording(
        name="the first day is a day",
        role="start",
        pattern=regexp(
            r"\b(?:[Tt]he|[Ii]ts)\sfirst\sday\s(?:of\s[^.;,\ue000\ue001]{3,60}?\s|on\swhich\s[^.;,\ue000\ue001]{3,60}?\s)?"
            rf"(?:is|being|shall\sbe|will\sbe)\s{_THE}{_D}"
        ),
        examples=(
            ("The first day of the suspension shall be 1 March 2027.", ("start 2027-03-01",)),
        ),
    ),
    TimeWording(
        name="from the day of another start",
        role="start",
        pattern=regexp(
            rf"\b(?:as\sof|from|on)\s{_THE}(?:date|day)\s(?:on\swhich\s|that\s|when\s|(?=this\s))(?![^.;()\ue000]{{3,60}}\b(?:elapsed|passed)\b)[^.;()\ue000]{{3,90}}?\s\(?(?:(?:i\.e\.|namely|that\sis),?\s(?:on\s)?)?{_D}\)?"
        ),
        examples=(
            (
                "applies as of the date on which the rule took effect (April 1, 2026)",
                ("start 2026-04-01",),
            ),
        ),
    ),
    TimeWording(
        name="at once",
        role="start",
        pattern=regexp(
            r"\b[Ww]ith\simmediate\seffect\b|\beffective\simmediately\b|\b(?:takes?|taking"
            r"|into)\s(?:effect|force)\simmediately\b(?!\s(?:before|after|following|upon|prior)\b)"
            r"|\bimmediately\seffective\b"
            r"|\bimmediately\s(?:comes?|enters?)\sinto\s(?:force|effect)"
            r"|\bshall\simmediately\s(?:take|come)|\b(?:[Ff]rom|[Aa]s\s(?:of|from)|[Ss]tarting)\s(?:today|now|th(?:is|e\spresent)\s(?:day|date)|the\sdate\shereof)\b|\beffective\stoday\b"
            r"|\b(?:is|are|stands?)\s(?:hereby\s)?(?:repealed|revoked|rescinded|abolished|withdrawn|suspended|resumed|lifted)\s(?:today|forthwith"
            r"|at\sonce|immediately)\b(?!\s(?:before|after|following|upon|on|prior|when|if)\b)|\b(?:force|effect|effective)\sforthwith\b"
            r"|(?<=second\s)at\sonce\b|\b(?:force|effect|appl(?:y|ies))\sat\sonce\b"
            r"|\b(?:implemented|enforced|applied)\s(?:immediately|forthwith|at\sonce)\b(?!\s(?:before|after|following|upon|prior)\b)"
        ),
        anchor="publication",
        examples=(
            ("is revoked with immediate effect", ("start 2026-03-10",)),
            ("Order No. 5 of 2026 is repealed today.", ("start 2026-03-10",)),
        ),
    ),
    TimeWording(
        name="a numbered day after publication",
        role="start",
        pattern=regexp(
            rf"\b(?:the\s)?(?P<n>{ENGLISH_NUMBER})\s(?:calendar\s)?(?P<unit>day)\s"
            rf"(?:following|after)\s{OF_PUBLICATION}"
        ),
        beside=regexp(r"day\s(?:following|after)\s"),
        anchor="publication",
        examples=(
            (
                "shall enter into force on the twentieth day following that of its publication in",
                ("start 2026-03-30",),
            ),
            ("on the third day following its publication", ("start 2026-03-13",)),
            (
                "Laid before Parliament 3rd March 2026\nThis Order comes into force on the "
                "twenty-first day after the day on which it is laid.",
                ("start 2026-03-24",),
            ),
            (
                "Registration\n2 March 2026\nThis Order comes into force on the 30th day after the "
                "day on which it is registered.",
                ("start 2026-04-01",),
            ),
        ),
    ),
    TimeWording(
        name="a numbered day, publication being the first",
        role="start",
        pattern=regexp(
            rf"\bthe\s(?P<n>{ENGLISH_NUMBER})\s(?:calendar\s)?(?P<unit>day),?\s\(?(?P<first>"
            rf"(?:(?:with|counting|taking)\s)?{OF_PUBLICATION}\s(?:itself\s)?(?:(?:being|is)\s)?(?:(?:counted|taken|reckoned|treated)\s)?"
            r"(?:as\s)?(?:the\sfirst|day\s(?:one|1))\b"
            rf"|(?:counted|counting|reckoned|beginning|starting)\s(?:from|with)\sand\sincluding\s{OF_PUBLICATION})"
        ),
        beside=regexp(r"\bday,?\s\(?(?:the|with|count|tak|reckon|begin|start)"),
        anchor="publication",
        examples=(
            (
                "on the third day, counting the day of publication as the first",
                ("start 2026-03-12",),
            ),
        ),
    ),
    *BEHIND_PUBLICATION,
    TimeWording(
        name="at the end of a time that begins with publication",
        role="start",
        pattern=regexp(
            rf"\b(?:at|after|on)\sthe\s(?:end|expiry|expiration)\sof\s(?:the\s|a\s)?(?:period\sof\s)?{COUNT}"
            rf"\s(?:(?:beginning|starting|commencing|running)\s(?:with|on|from)|from|after)\s(?P<later>the\sday\s(?:after|following)\s)?"
            rf"(?:the\s(?:day|date)\son\swhich\s(?:it\sis|they\sare)\smade|{OF_PUBLICATION})"
        ),
        anchor="publication",
        examples=(
            (
                "at the end of the period of 21 days beginning with the day on which it is made",
                ("start 2026-03-31",),
            ),
            (
                "at the end of the period of 21 days beginning with the day after the day on which "
                "they are made",
                ("start 2026-04-01",),
            ),
        ),
    ),
    TimeWording(
        name="the day after publication",
        role="start",
        pattern=regexp(
            r"(?<!counting\sfrom\s)(?<!counted\sfrom\s)(?<!elapsed\sfrom\s)(?<!elapsed\ssince\s)(?<!passed\sfrom\s)"
            rf"\bthe\sday\s(?:immediately\s)?(?:following|after)\s(?:{OF_PUBLICATION}"
            rf"|that\son\swhich\sthey\sare\smade|the\sday\son\swhich\s(?:they"
            rf"|it)\s(?:are|is)\smade)"
        ),
        anchor="publication",
        plus=1,
        examples=(
            (
                "shall enter into force on the day following that of its publication",
                ("start 2026-03-11",),
            ),
            (
                "come into force on the day after the day on which they are made",
                ("start 2026-03-11",),
            ),
        ),
    ),
    TimeWording(
        name="some time after publication",
        role="start",
        pattern=regexp(
            r"(?<!\bfor\s)(?<!\bfor\sa\s)(?<!\bfor\sthe\s)(?<!period\sof\s)(?<!term\sof\s)(?<!following\s)(?<!next\s)"
            rf"\b{COUNT}\s(?:after|from|following|(?:have|has)\s(?:elapsed|passed),?\s(?:(?:as\s)?(?:counting|counted|reckoned)\s)?(?:from|since"
            rf"|after)(?:\sthe\sday\s(?:following|after))?|(?:counting"
            rf"|counted)\sfrom(?:\sthe\sday\s(?:following|after))?)\s(?:and\sincluding\s)?{OF_PUBLICATION}"
        ),
        beside=regexp(r"(?:day|week|month|year)s?\s(?:after|from|following|have|has|count)"),
        anchor="publication",
        examples=(
            (
                "on which two months have elapsed from the date of promulgation",
                ("start 2026-05-10",),
            ),
            (
                "on which thirty days have elapsed counting from the day following promulgation",
                ("start 2026-04-09",),
            ),
            ("shall take effect 30 days after publication", ("start 2026-04-09",)),
            ("effective thirty (30) days from the date of publication", ("start 2026-04-09",)),
            ("effective 30 (thirty) days after the date of promulgation", ("start 2026-04-09",)),
            ("come into effect 30 days after the date of this Notification", ("start 2026-04-09",)),
        ),
    ),
    TimeWording(
        name="immediately after the act is made",
        role="start",
        pattern=regexp(
            r"\bimmediately\s(?:after|upon|on)\s(?:it\sis|they\sare|its|their|being)\s"
            r"(?:made|making|publication|published|signed|signature|promulgation)\b"
            r"|\b(?:from|on)\sthe\s(?:date|day)\son\swhich\s(?:it|this\s[Ll]icen[cs]e)\sis\sgranted\b"
        ),
        anchor="publication",
        examples=(
            ("comes into force immediately after it is made.", ("start 2026-03-10",)),
            ("has effect from the date on which it is granted.", ("start 2026-03-10",)),
        ),
    ),
    TimeWording(
        name="becomes binding on a day",
        role="start",
        pattern=regexp(
            r"\bbecomes?\s(?:subject\sto|prohibited|forbidden|restricted|mandatory|compulsory|obligatory|binding)\b"
            rf"[^.;\ue000\ue001]{{0,60}}?\son\s{_THE}{_D}"
        ),
        examples=(("becomes subject to export licence on 1 April 2026", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="from publication",
        role="start",
        pattern=regexp(
            r"(?:(?<=\s[ib][se]\s)(?=the\s(?:date|day)\so)|\b(?:[Oo]n|[Ff]rom|[Uu]pon|[Aa]s\s(?:of|from)|(?:[Bb]eginning|[Ss]tarting|[Cc]ommencing"
            r"|[Cc]ount(?:ing|ed))(?:\son|\sfrom|\swith)?|[Ww]ith\seffect\s(?:from|on)|[Ee]ffective(?:\son|\sas\sof|\sfrom|\supon)?)\s)"
            rf"(?!the\sday\sfollowing){OF_PUBLICATION}(?!\s(?:in|of)\sthe\sFederal\sRegister\sof)"
        ),
        anchor="publication",
        examples=(
            (
                "This announcement shall take effect from the date of its publication.",
                ("start 2026-03-10",),
            ),
            ("shall come into force upon promulgation", ("start 2026-03-10",)),
            ("comes into effect as of the date of promulgation", ("start 2026-03-10",)),
        ),
    ),
    TimeWording(
        name="from the day of the act itself",
        role="start",
        pattern=regexp(
            r"\b(?:[Ff]rom|[Oo]n|[Aa]s\s(?:of|from)|[Ee]ffective\s(?:from|on)|[Ww]ith\seffect\s(?:from|on))\s"
            r"the\s(?:date|day)\sof\s(?:this|the\spresent)\s(?:[A-Z][a-z]+\s)?"
            r"(?:Notification|Notice|Announcement|Order|Circular|Instruction|Determination|Decision)\b(?!\s(?:com|ent|tak))"
        ),
        anchor="publication",
        examples=(
            (
                "shall register with effect from the date of this Public Notice before",
                ("start 2026-03-10",),
            ),
        ),
    ),
    *ENDS,
    *LENGTHS,
)
