"""With which words is the publication of an act named, and which starts lie a month behind it?"""

from tracker.extraction.days.day_forms import THE as _THE
from tracker.extraction.days.lengths_english import COUNT
from tracker.extraction.days.time_wording import TimeWording
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER
from tracker.extraction.spelling.regexps import regexp

PUBLISHED = (
    r"(?:(?:its|their|this|the|that|these|present)\s){0,2}(?:[A-Z][a-z]+\s)?"
    r"(?:(?:[Aa]nnouncement|[Nn]otice|[Oo]rder|[Rr]ule|[Rr]egulations?|[Ii]nstrument|[Oo]rdinance"
    r"|[Dd]ecree|[Dd]ecision|[Dd]etermination|[Nn]otification|[Ii]t|[Tt]hey)(?:'s)?\s"
    r"(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s)?(?:of\s)?)?"
    r"(?:[Oo]fficial\s)?(?:publication|promulgation|issuance|issue|grant(?:ed)?(?=\s?[.,;:)]|\s(?:and|but|until)\b|\s?$)|announcement(?!\s(?:is|comes|enters|takes|becomes)\s)|release"
    r"|published|promulgated|issued|released|gazetted|announced|made\spublic|made|signature|given(?!\s(?:in|by|under|at)\s(?:the\s|that\s)?(?:[a-z]+\s)?(?:[Aa]rticle|(?:[Ss]ub-?)?[Pp]ara|[Pp]oint|[Ss]ection|[Rr]egulation|[Rr]ule|[Cc]lause|[Ss]entence))|sealed|adoption|laid|registered|registration"
    r"|(?:(?<=its\s)|(?<=the\s)|(?<=of\s))(?:public\s)?(?:notice|notification)(?=\s?[.,;:)]|\s?$)"
    r"|(?:making|signing|laying)(?=\s?[.,;:)]|\s(?:of|by|thereof|before|and|in|but|shall|is|until)\b|\s?$))"
)
OF_PUBLICATION = (
    rf"(?:(?:(?:that|{_THE}(?:date|day))\s)?(?:of|on which|when|it is)?\s?{PUBLISHED}"
    r"|(?<=after\s)its\s(?:own\s)?date(?=[.,;]|\sof\s(?:issu|public|promulg|announce|gazett))(?:\sof\s[a-z]+)?|the\s(?:date|day)\sof\s(?:this|the\spresent)\s(?:[Oo]rder|[Pp]roclamation|[Mm]emorandum|[Dd]etermination|[Nn]otice"
    r"|[Rr]ule|[Nn]otification|[Aa]nnouncement|[Pp]ublic\s[Nn]otice|[Cc]ircular|[Rr]egulations?|[Dd]ecision|[Dd]irective|[Ii]nstrument)\b(?!'s))"
)

BEHIND_PUBLICATION: tuple[TimeWording, ...] = (
    TimeWording(
        name="first of a month after publication",
        role="start",
        pattern=regexp(
            rf"\bthe\sfirst\sday\sof\sthe\s(?:(?P<months>{ENGLISH_NUMBER})\s)?(?:calendar\s)?month\s"
            r"(?:following|after)\s(?:the\smonth\s|that\s|the\s(?:date|day)\s){0,2}"
            r"(?:of\s|in\swhich\s(?:the\s(?:date|day)\sof\s)?|on\swhich\s|(?:which|that)\s(?:includes|contains)\sthe\s(?:date|day)\s(?:of|on\swhich)\s|during\swhich\s|containing\sthe\s(?:date|day)\sof\s)?"
            rf"(?:{COUNT}\s(?:have|has)\s(?:elapsed|passed)\s(?:from|since|after)\s(?:the\s(?:date|day)\sof\s)?)?{PUBLISHED}"
        ),
        beside=regexp(r"month\s(?:following|after)\s"),
        anchor="month",
        examples=(
            (
                "on the first day of the month following that in which it is published",
                ("start 2026-04-01",),
            ),
            (
                "on the first day of the third month following its publication",
                ("start 2026-06-01",),
            ),
            (
                "as of the first day of the month following the month that includes the day on "
                "which one month has elapsed from its promulgation",
                ("start 2026-05-01",),
            ),
        ),
    ),
    TimeWording(
        name="a weekday after publication",
        role="start",
        pattern=regexp(
            r"\bthe\s(?:(?P<nth>first|second|third|fourth)|next)\s"
            r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s(?:following|after)\s(?:that\s)?"
            rf"{OF_PUBLICATION}"
        ),
        beside=regexp(r"day\s(?:following|after)\s"),
        anchor="week",
        examples=(
            ("on the first Monday following its publication", ("start 2026-03-16",)),
            ("on the second Friday after the date of promulgation", ("start 2026-03-20",)),
        ),
    ),
)
