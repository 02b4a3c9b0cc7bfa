"""In which wordings do the gazettes of European states number their acts, told in English?"""

from tracker.extraction.names.wording import Form, Wording, each
from tracker.extraction.spelling.calendar_words import WRITTEN_DAY
from tracker.extraction.spelling.regexps import regexp

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_NO = r"(?:[Nn][OoRr]\.?|n°|N°)"
_SERIAL = r"(?P<serial>[0-9]{1,5})"

_FRENCH: tuple[tuple[str, Form], ...] = (("order", "fr_order"), ("decree", "fr_decree"))
"""Acts of France whose numbers begin with their year."""

EUROPEAN: tuple[Wording, ...] = (
    Wording(
        name="Swiss compilation",
        form="ch_as",
        pattern=regexp(rf"(?<![A-Za-z])(?:AS|RO|RU)\s{{1,3}}{_YEAR}\s{{1,3}}{_SERIAL}(?![0-9.])"),
        examples=(
            ("Ordinance of 12 March 2025 (AS 2025 918)", each("ch_as", 2025, 918)),
            ("AS 2026 944", each("ch_as", 2026, 944)),
            ("as 2026 began", ()),
        ),
    ),
    Wording(
        name="Norwegian regulation, number first",
        form="no_regulation",
        pattern=regexp(
            rf"\bRegulations?\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}\s{{1,3}}of\s{{1,3}}{WRITTEN_DAY}\s{{1,3}}{_YEAR}(?![0-9])"
        ),
        examples=(("Regulation No. 9301 of 18 September 2026", each("no_regulation", 2026, 9301)),),
    ),
    Wording(
        name="Norwegian regulation, day first",
        form="no_regulation",
        pattern=regexp(
            rf"\bRegulations?\s{{1,3}}of\s{{1,3}}{WRITTEN_DAY}\s{{1,3}}{_YEAR},?\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}(?![0-9/])"
        ),
        examples=(
            ("Regulations of 19 June 2023 no. 9718 relating to", each("no_regulation", 2023, 9718)),
        ),
    ),
    *(
        Wording(
            name=f"French {noun}",
            form=form,
            pattern=regexp(rf"\b(?i:{noun})\s{{1,3}}{_NO}\s{{0,3}}{_YEAR}-{_SERIAL}(?![0-9-])"),
            examples=((f"{noun.title()} No. 2026-9177 of 11 May 2026", each(form, 2026, 9177)),),
        )
        for noun, form in _FRENCH
    ),
    Wording(
        name="German gazette",
        form="de_gazette",
        pattern=regexp(
            rf"\b(?:Federal\s{{1,3}}Law\s{{1,3}}Gazette|BGBl\.?)\s{{1,3}}(?:{_YEAR}\s{{1,3}})?I\s{{1,3}}(?:{_NO}\s{{0,3}})"
            rf"{_SERIAL}(?![0-9])"
        ),
        examples=(("(Federal Law Gazette 2026 I No. 931)", each("de_gazette", 2026, 931)),),
    ),
    Wording(
        name="Swedish code of statutes",
        form="se_sfs",
        pattern=regexp(rf"\bSFS\s{{1,3}}{_YEAR}:{_SERIAL}(?![0-9])"),
        examples=(("Ordinance (SFS 2026:931)", each("se_sfs", 2026, 931)),),
    ),
    Wording(
        name="Danish executive order",
        form="dk_order",
        pattern=regexp(
            rf"\b(?:Executive\s{{1,3}}Order|BEK)\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}\s{{1,3}}of\s{{1,3}}{WRITTEN_DAY}\s{{1,3}}{_YEAR}(?![0-9])"
        ),
        examples=(("Executive Order No. 931 of 3 June 2026", each("dk_order", 2026, 931)),),
    ),
    Wording(
        name="general licence of the British Treasury",
        form="ofsi_licence",
        pattern=regexp(rf"(?<![A-Za-z/])INT/{_YEAR}/(?P<serial>[0-9]{{4,9}})(?![0-9/])"),
        examples=(("General Licence INT/2026/9184412", each("ofsi_licence", 2026, 9184412)),),
    ),
)
