"""In which English wordings does a name come off a list, or a section out of an act?"""

from tracker.extraction.deeds.amendment_wordings import TAKEN_OUT
from tracker.extraction.deeds.deed_wording import DeedWording
from tracker.extraction.deeds.deed_words_english import BE, OBJECT
from tracker.extraction.scope.list_moves import TAKES_OFF
from tracker.extraction.spelling.regexps import regexp

DEEDS_OF_ENTRIES: tuple[DeedWording, ...] = (
    DeedWording(
        name="no longer blocked",
        kind="repeal",
        pattern=regexp(
            r"\b(?:is|are)\sno\slonger\s(?:blocked|designated|listed|barred)\s(?:under|by|pursuant\sto)\b"
        ),
        reason="withdrawn",
        needs="parties",
        examples=(("Belken LLC is no longer blocked under Order No. 5 of 2026.", True),),
    ),
    DeedWording(
        name="off the list",
        kind="repeal",
        pattern=regexp(
            rf"\b(?:{BE}removed|removes?|removing"
            rf"|deleted?)\s(?:[^.;]|\.(?=,|\s?[a-z(])|(?<=\bDoc)\.|(?<=\bPte)\.|(?<=\bPty)\.|(?<=\bSdn)\.|(?<=\bLtd)\.|(?<=\bInc)\.|(?<=\bCo)\.){{0,200}}?\bfrom\s(?:the|that|this|its)\s(?:[^.;]{{0,60}}?\s)?[Ll]ist\b"
            rf"|\b(?:takes?|strikes?|drops?|{BE}(?:taken|struck|dropped))\s(?:[^.;]|(?<=\bLtd)\.|(?<=\bDoc)\.){{0,160}}?\boff\sthe\s[^.;]{{0,60}}?[Ll]ist\b"
            rf"|\b{BE}(?:removed|deleted)\sfrom\b"
            rf"|\b(?:added|placed|listed|put)\s(?:to|on)\sthe\s(?:[A-Z][a-z-]+\s){{0,4}}List\s[^;]{{3,240}}?,\s{BE}{TAKEN_OUT}\b"
            rf"|\b{TAKES_OFF}\s(?:off|from)\s(?:the|this|its)\s(?:[A-Z][a-z-]+\s){{0,4}}[Ll]ist\b"
            r"|\b(?:listings?|entr(?:y|ies)|names?)\s(?:of|for|concerning|relating\sto|regarding|corresponding\sto|in\srespect\sof|as\sregards)"
            rf"\s[^;]{{2,240}}?\b{BE}{TAKEN_OUT}\b"
            rf"|\b{TAKES_OFF}\s(?:the\s)?(?:[A-Z][a-z]+\s){{0,3}}(?:listings?|entr(?:y|ies)|names?)\s(?:of|for)\s(?=[A-Z])"
            r"|\bto\sremove\s[^;]{2,200}?,?\s(?:which|who)\s(?:was|were|had\sbeen)\s(?:added|placed|listed)\b"
        ),
        reason="withdrawn",
        needs="parties",
        examples=(
            ("Belken LLC is removed from the export control list.", True),
            ("Belken LLC, added to the Entity List by Order No. 5 of 2026, is removed.", True),
            ("BIS takes off the Entity List the following firm: Belken LLC.", True),
            ("The entry concerning Belken LLC in Annex I to Order No. 5 of 2026 is deleted.", True),
        ),
    ),
    DeedWording(
        name="part taken out",
        kind="repeal",
        pattern=regexp(
            rf"\b{BE}{TAKEN_OUT}(?:\sand\sreserved)?\b(?!\sfrom)"
            rf"|\b(?:removes|deletes|{BE}(?:removing|deleting))\s(?:and\s(?:reserves|reserving)\s)?(?={OBJECT})"
        ),
        reason="repealed",
        needs="part",
        examples=(
            ("Paragraph (c) of § 740.9, as added by Order No. 5 of 2026, is removed.", True),
            ("BIS removes § 740.9, which Order No. 5 of 2026 added.", True),
        ),
    ),
)
"""Of two rows that read the same words the first one wins."""
