"""In which wordings do the gazettes of the producing and trading countries number their acts?"""

from tracker.extraction.names.wording import Form, Wording, each
from tracker.extraction.spelling.calendar_words import WRITTEN_DAY
from tracker.extraction.spelling.regexps import regexp

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_NO = r"(?:[Nn][Oo]\.?|(?i:number))"
_SERIAL = r"(?P<serial>[0-9]{1,4})"

_COUNTED: tuple[tuple[str, Form, str], ...] = (
    ("Statutory Instrument", "statutory_instrument", r"S\.?I\.?"),
    ("Government Notice", "government_notice", r"G\.?N\.?"),
    ("Legal Notice", "legal_notice", r"L\.?N\.?"),
)
"""Series that common law countries count through the year: noun, family, short form."""

_BY_ISSUER: tuple[tuple[str, Form, str, str], ...] = (
    ("ordinance of the Brazilian trade secretariat", "br_secex", "Ordinance", "SECEX|Secex"),
    ("resolution of the Brazilian trade committee", "br_gecex", "Resolution", "GECEX|Gecex"),
)
"""Acts whose body stands before or behind the noun: name, family, noun, body."""

_OF_MINISTERS: tuple[tuple[str, Form, str], ...] = (
    ("trade", "id_trade", r"trade"),
    ("energy and mineral resources", "id_energy", r"energy\sand\smineral\sresources"),
    ("industry", "id_industry", r"industry"),
    ("finance", "id_finance", r"finance"),
)
"""The ministers of Indonesia who make regulations."""

_PU: tuple[tuple[str, Form], ...] = (("A", "my_pu_a"), ("B", "my_pu_b"))
"""The two series of Malaysia."""

_OF_TAIWAN: tuple[tuple[str, Form, str, str], ...] = (
    ("economy", "tw_economy", "经", "经贸字第1159000901号公告"),
    ("finance", "tw_finance", "(?:台)?财", "台财关字第1159000901号令"),
)
"""Ministries of Taiwan whose letters bear the year in the calendar of the Republic."""

NATIONAL: tuple[Wording, ...] = (
    *(
        Wording(
            name=f"letter of the ministry of {name} of Taiwan",
            form=form,
            pattern=regexp(
                rf"{sign}[一-鿿]{{0,4}}字第\s{{0,2}}(?P<serial>(?P<roc>[01][0-9]{{2}})[0-9]{{7,8}})\s{{0,2}}号(?:公告|令|函)?"
            ),
            examples=((example, each(form, 2026, 1159000901)),),
        )
        for name, form, sign, example in _OF_TAIWAN
    ),
    Wording(
        name="letter of the ministry of economy of Taiwan in English",
        form="tw_economy",
        pattern=regexp(
            r"\b(?:Jing|Ching)[\s-]?[A-Z]?[a-z]{2,6}[\s-]?(?i:zih?|tzu?)[,.]?\s{1,3}(?:(?:Letter|Order)\s)?"
            rf"{_NO}\s{{0,3}}(?P<serial>(?P<roc>[01][0-9]{{2}})[0-9]{{7,8}})(?![0-9])"
        ),
        examples=(("Jing-Mao-Zi No. 1159000901", each("tw_economy", 2026, 1159000901)),),
    ),
    *(
        Wording(
            name=f"{noun.lower()} of a year",
            form=form,
            pattern=regexp(
                rf"(?<![A-Za-z.])(?:(?i:{noun})|{short})\s{{0,3}}(?:{_NO}\s{{0,3}})?"
                rf"{_SERIAL}(?:\s{{1,3}}(?i:of)\s{{1,3}}(?:{WRITTEN_DAY}\s{{1,3}})?|/){_YEAR}(?![0-9/])"
            ),
            examples=(
                (f"{noun.upper()} 905 OF 2023", each(form, 2023, 905)),
                (f"{noun} No. 905 of 7 June 2023", each(form, 2023, 905)),
                (f"{noun} 915 of 2026", each(form, 2026, 915)),
                (f"({noun} No. 940 of 2022)", each(form, 2022, 940)),
            ),
        )
        for noun, form, short in _COUNTED
    ),
    Wording(
        name="government notice by the number above its title",
        form="government_notice",
        pattern=regexp(rf"(?:(?<=\n)|^)No\.\s{{1,3}}{_SERIAL}[ \t]{{1,8}}{_YEAR}(?=[ \t]*\n)"),
        examples=(("No. 911   2026\nRESTRICTION", each("government_notice", 2026, 911)),),
    ),
    *(
        Wording(
            name=f"Malaysian subsidiary legislation ({letter})",
            form=form,
            pattern=regexp(
                rf"\bP\.?\s?U\.?\s{{0,2}}\({letter}\)\s{{0,3}}{_SERIAL}(?:\s?/\s?{_YEAR})?(?![0-9/])"
            ),
            examples=(
                (f"P.U. ({letter}) 915/2026", each(form, 2026, 915)),
                (f"P.U. ({letter}) 916\n", each(form, None, 916)),
            ),
        )
        for letter, form in _PU
    ),
    Wording(
        name="subsidiary legislation of Singapore",
        form="sg_s",
        pattern=regexp(
            rf"(?:\bNo\.\s{{0,3}})?\bS\s{{1,2}}{_SERIAL}(?:/{_YEAR}|(?=[ \t]*\n))(?![0-9/])"
        ),
        examples=(
            ("the Order (S 912/2026)", each("sg_s", 2026, 912)),
            ("No. S 914\nSTRATEGIC", each("sg_s", None, 914)),
        ),
    ),
    Wording(
        name="administrative order of a Philippine department",
        form="ph_order",
        pattern=regexp(
            rf"\b(?:(?i:administrative\s{{1,3}}order)|DAO)\s{{1,3}}(?:{_NO}\s{{0,3}})?{_YEAR}\s?-\s?(?P<serial>[0-9]{{1,3}})(?![0-9-])"
        ),
        examples=(
            ("DENR Administrative Order No. 2026-911", each("ph_order", 2026, 911)),
            ("DAO 2019-907", each("ph_order", 2019, 907)),
        ),
    ),
    *(
        Wording(
            name=f"Indonesian regulation of the minister of {name}",
            form=form,
            pattern=regexp(
                rf"\b(?:(?i:regulation\s{{1,3}}of\s{{1,3}}(?:the\s{{1,3}})?minister\s{{1,3}}of\s{{1,3}}{words}"
                r"(?:\s{1,3}of\s{1,3}the\s{1,3}republic\s{1,3}of\s{1,3}indonesia)?"
                rf"|minister\s{{1,3}}of\s{{1,3}}{words}\s{{1,3}}regulation)),?\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}(?:\s{{1,3}}(?i:of|year)\s{{1,3}}|/){_YEAR}(?![0-9])"
            ),
            examples=(
                (
                    f"REGULATION OF THE MINISTER OF {name.upper()} NUMBER 922 OF 2024",
                    each(form, 2024, 922),
                ),
            ),
        )
        for name, form, words in _OF_MINISTERS
    ),
    Wording(
        name="decision of the Congolese cobalt authority",
        form="cd_decision",
        pattern=regexp(
            rf"\b(?i:decision)\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}/ARECOMS/(?:[A-Z.]{{1,12}}/)?{_YEAR}(?![0-9])"
        ),
        examples=(("DECISION No. 911/ARECOMS/2026", each("cd_decision", 2026, 911)),),
    ),
    Wording(
        name="decision of the Congolese cobalt authority, its year alone behind",
        form="cd_decision",
        pattern=regexp(
            rf"\b(?:ARECOMS\s{{1,3}})?(?i:decision)\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}/{_YEAR}(?![0-9/(])"
        ),
        examples=(
            ("DECISION No. 905/2026 OF 18 SEPTEMBER 2026", each("cd_decision", 2026, 905)),
            ("ARECOMS Decision No. 903/2026", each("cd_decision", 2026, 903)),
        ),
    ),
    Wording(
        name="decision of a day",
        form="cd_decision",
        pattern=regexp(
            rf"\b(?i:decision)\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}\s{{1,3}}(?i:of|dated)\s{{1,3}}{WRITTEN_DAY}\s{{1,3}}{_YEAR}(?![0-9])"
        ),
        examples=(
            ("Decision No. 903 of 22 February 2026", each("cd_decision", 2026, 903)),
            ("DECISION No. 906 OF 21 JUNE 2026", each("cd_decision", 2026, 906)),
        ),
    ),
    *(
        Wording(
            name=name,
            form=form,
            pattern=regexp(
                rf"\b(?:(?:{body})\s{{1,3}}(?i:{noun})|(?i:{noun})\s{{1,3}}(?:{body}))\s{{1,3}}{_NO}\s{{0,3}}{_SERIAL}"
                rf"(?:(?:/|,?\s{{1,3}}(?i:of)\s{{1,3}}(?:{WRITTEN_DAY}\s{{1,3}})?){_YEAR})?(?![0-9/])"
            ),
            examples=(
                (f"{body[:5]} {noun} No. 931, of May 20, 2026", each(form, 2026, 931)),
                (f"{noun} {body[:5]} No. 912/2025", each(form, 2025, 912)),
            ),
        )
        for name, form, noun, body in _BY_ISSUER
    ),
    Wording(
        name="order whose number stands behind its day",
        form="dated_order",
        pattern=regexp(
            r"\b(?i:order|resolution|decree)\s{1,3}(?i:of)\s{1,3}(?:the\s)?(?:[A-Za-z][\w'-]{1,20},?\s{1,3}(?:-\s)?){1,24}?"
            rf"(?i:of|dated)\s{{1,3}}{WRITTEN_DAY}\s{{1,3}}{_YEAR}\s{{1,3}}(?:No\.?|N|№)\s{{0,3}}{_SERIAL}(?![0-9/])"
        ),
        examples=(
            (
                "Order of the Minister of Industry of Kazakhstan dated May 29, 2026 No. 931",
                each("dated_order", 2026, 931),
            ),
        ),
    ),
)
