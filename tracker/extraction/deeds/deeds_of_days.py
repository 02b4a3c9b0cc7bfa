"""In which English wordings does an act move only the days of another?

These rows are asked before the others: ``the effective date is stayed`` suspends no act.
"""

from tracker.extraction.deeds.deed_wording import DeedWording
from tracker.extraction.deeds.deed_words_english import DATE
from tracker.extraction.spelling.regexps import regexp

_HOLDS = (
    r"(?:be\s(?:implemented|applied|enforced|effective|applicable|in\sforce)|take\seffect|apply|commence"
    r"|(?:enter|come)\sinto\s(?:force|effect|operation))"
)
_THEN = (
    r"(?:(?:on|from|as\sof)\s(?:\ue000{4,44}|(?:that|the\s(?:said|same|scheduled|planned|original))\s(?:day|date))"
    r"|as\s(?:planned|scheduled|originally\s[a-z]+))"
)
NEW_DAY_LATER = regexp(
    r"[^.;\ue000\ue001]{0,60}[.;,]\s{1,3}(?:and\s|but\s)?(?:[Tt]he|[Aa]|[Ii]ts|[Aa]nother)\s(?:new\s|later\s|revised\s|actual\s)?"
    r"(?:[a-z]+\s)?(?:date|day)\b[^.;\ue000\ue001]{0,60}?\b(?:announced|notified|fixed|determined|published|set|decided|communicated)\b"
)
"""What behind a first day that is not kept says that another one will be told."""

DEEDS_OF_DAYS: tuple[DeedWording, ...] = (
    DeedWording(
        name="stayed start",
        kind="postpone",
        pattern=regexp(
            rf"\b(?i:{DATE})\b[^.;]{{0,240}}?\b(?:is|are|be)\s(?:hereby\s|further\s|indefinitely\s){{0,2}}(?:stayed|suspended|put\son\shold|held\sin\sabeyance)\b"
            rf"|\b(?:stays|suspends|to\s(?:stay|suspend))\s(?:indefinitely\s)?the\s{DATE}\b"
        ),
        examples=(
            ("The effective date of Order No. 5 of 2026 is stayed indefinitely.", True),
            ("BIS stays the effective date of Order No. 5 of 2026 until May 1, 2027.", True),
            ("Order No. 5 of 2026 is stayed.", False),
        ),
    ),
    DeedWording(
        name="first day not kept",
        kind="postpone",
        pattern=regexp(rf"\b(?:shall|will)\s(?:no\slonger|not)\s{_HOLDS}\s{_THEN}"),
        needs="new day",
        examples=(
            (
                "Order No. 5 of 2026 will not be implemented on that day. The new date will be "
                "announced separately.",
                True,
            ),
            ("Order No. 5 of 2026 shall not apply from 1 May to 31 May 2027.", False),
        ),
    ),
    DeedWording(
        name="another first day now",
        kind="postpone",
        pattern=regexp(
            rf"\b(?i:{DATE})\b[^.;\ue000]{{0,200}}?\b(?:is|shall\sbe|will\sbe)\snow\s(?=\ue000)"
        ),
        examples=(
            ("The effective date of Order No. 5 of 2026 is now 1 May 2027.", True),
            ("The effective date of Order No. 5 of 2026 is 1 May 2027.", False),
        ),
    ),
    DeedWording(
        name="not applied for a time",
        kind="suspend",
        pattern=regexp(r"\b(?:is|are)\snot\s(?:to\sbe\s)?(?:implemented|applied|enforced)\b"),
        needs="end",
        examples=(
            ("Until 31 May 2027, Order No. 5 of 2026 is not implemented.", True),
            ("From 1 May to 31 May 2027, Order No. 5 of 2026 is not applied.", True),
        ),
    ),
    DeedWording(
        name="resumption on a day",
        kind="resume",
        pattern=regexp(
            r"\b(?:[Rr]esumption|[Rr]einstatement)\sof\s[^.;]{3,200}?\b(?:takes?\seffect|begins?|starts?|appl(?:y|ies)|is\seffective"
            r"|comes?\sinto\s(?:force|effect)|has\seffect)\s(?=on|from|as|with|at)"
        ),
        examples=(("The resumption of Order No. 5 of 2026 takes effect on 1 May 2027.", True),),
    ),
    DeedWording(
        name="ends by itself on a day",
        kind="repeal",
        pattern=regexp(
            r"\ue001\)?,?\s(?:hereby\s|shall\s|will\s)?terminates?\s(?=(?:on|as\sof|with\seffect\sfrom)\s)"
        ),
        reason="repealed",
        examples=(("Order No. 5 of 2026 terminates on 31 December 2027.", True),),
    ),
)
