"""In which English wordings do texts name the number of an act, in any jurisdiction?"""

from tracker.extraction.names.wording import Form, Wording, announced, each
from tracker.extraction.spelling.calendar_words import WRITTEN_DAY
from tracker.extraction.spelling.regexps import regexp

_G = r"\s{0,3}"
_EN_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_POLICY_PERIOD = r"(?:2015\s?-\s?(?:20)?20|2009\s?-\s?(?:20)?14|2004\s?-\s?(?:20)?09)(?![0-9])"
"""The years of a whole trade policy of India, by which its notifications were numbered."""
_EN_NO = r"(?:[Nn]os?\b\.?|NOS?\b\.?|[Nn]umbers?\b|#)"
_EN_NOUN = (
    r"(?<!\bGeneral\s)\b(?:(?P<order>[Oo]rders?|ORDERS?|[Dd]ecrees?|DECREES?"
    r"|(?:[Mm]inisterial\s{1,3})?[Oo]rdinances?)"
    r"|[Aa]nnouncements?|ANNOUNCEMENTS?|[Nn]otices?|NOTICES?|[Nn]otifications?|[Bb]ulletins?"
    r"|[Cc]irculars?)\b(?:\s{1,2}\([A-Za-z]{1,12}\))?"
)
_NAME_OF_BODY = (
    r"(?!(?i:regarding|concerning|announcements?|notices?|orders?)\b)[A-Z][A-Za-z'-]{1,20}"
)
"""A word of the name of a body; behind it may stand what its notice is about, another notice."""
_OF_ROWS = (
    r"(?=[Nn#])(?<!\b[Ss]\.\s)(?<!\b[Ss]l\.\s)(?<!\b[Ss]r\.\s)(?<!\b[Ss]erial\s)(?<!\bSERIAL\s)"
    r"(?<!\b[Ii]tem\s)(?<!\b[Ii]tems\s)(?<!\b[Rr]ow\s)(?<!\b[Rr]ows\s)(?<!\b[Ee]ntry\s)"
    r"(?<!\b[Ee]ntries\s)"
)
"""What stands before the numbers of rows, which are no numbers of acts: "S. Nos. 1 and 2"."""

ENGLISH: tuple[Wording, ...] = (
    Wording(
        name="presidential order in English",
        form="presidential_order",
        pattern=regexp(
            r"\b(?:Presidential\s{1,3}Order|Order\s{1,3}of\s{1,3}the\s{1,3}President"
            r"(?:\s{1,3}of\s{1,3}the\s{1,3}People's\s{1,3}Republic\s{1,3}of\s{1,3}China)?)"
            rf"\s{{1,3}}{_EN_NO}{_G}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(
            ("Order of the President No. 58", each("presidential_order", None, 58)),
            ("Presidential Order No. 58", each("presidential_order", None, 58)),
        ),
    ),
    Wording(
        name="noun and number",
        form="announcement",
        pattern=regexp(
            rf"{_EN_NOUN},?\s{{1,3}}(?:[\[(]?{_EN_YEAR}[\])]?,?\s{{1,3}})?{_EN_NO}{_G}(?=[0-9])"
        ),
        list="en",
        examples=(
            ("Announcement No. 61 of 2025", announced(2025, 61)),
            ("MOFCOM Announcement [2025] No. 61", announced(2025, 61)),
            ("Announcement No.61 (2025)", announced(2025, 61)),
            ("Announcement No. 61/2025", announced(2025, 61)),
            ("Announcement No. 61 of the year 2025", announced(2025, 61)),
            ("Notices No. 61 and No. 62", announced(None, 61, 62)),
            (
                "Announcements Nos. 55 to 58, 61 and 62 of 2025",
                announced(2025, 55, 56, 57, 58, 61, 62),
            ),
            ("Notice No. 61, which", announced(None, 61)),
            ("Notice No. 61 and 14 companies", announced(None, 61)),
            (
                "Announcement No. 46 of 2024 and No. 72 of 2025",
                announced(2024, 46) + announced(2025, 72),
            ),
            (
                "Announcement No. 18 of 2025 of MOFCOM and the General Administration of Customs",
                announced(2025, 18),
            ),
            ("Order No. 785 of the State Council", each("order", None, 785)),
            ("State Council Order (Decree) No. 785", each("order", None, 785)),
            ("Order No. 12 of 2008", each("order", 2008, 12)),
        ),
    ),
    Wording(
        name="noun, serial and year without No.",
        form="announcement",
        pattern=regexp(
            rf"{_EN_NOUN}\s{{1,3}}(?P<serial>[0-9]{{1,4}})\s{{1,3}}of\s{{1,3}}{_EN_YEAR}(?![0-9])"
        ),
        examples=(("Announcement 61 of 2025", announced(2025, 61)),),
    ),
    Wording(
        name="noun and year-serial",
        form="announcement",
        pattern=regexp(rf"{_EN_NOUN}\s{{1,3}}{_EN_YEAR}-(?P<serial>[0-9]{{1,3}})(?![0-9-])"),
        examples=(
            ("Announcement 2025-61", announced(2025, 61)),
            ("Announcement 2025-10-09", ()),
        ),
    ),
    Wording(
        name="number and year without a noun",
        form="announcement",
        pattern=regexp(rf"(?<![\w.]){_OF_ROWS}{_EN_NO}{_G}(?=[0-9])"),
        list="en",
        needs_year=True,
        bare=True,
        examples=(
            ("under No. 46 of 2024", announced(2024, 46)),
            ("the No. 1 supplier of 2025", ()),
            ("the goods at S. No. 1 of 2025", ()),
        ),
    ),
    Wording(
        name="numbers without a noun",
        form="announcement",
        pattern=regexp(rf"(?<![\w.]){_OF_ROWS}N[Oo][Ss]\b\.?{_G}(?=[0-9])"),
        list="en",
        bare=True,
        examples=(
            ("Nos. 55-58, 61 and 62", announced(None, 55, 56, 57, 58, 61, 62)),
            ("the goods at S. Nos. 1 and 2", ()),
            ("items Nos. 3 to 5", ()),
        ),
    ),
)

_OF_CUSTOMS: tuple[tuple[str, Form, str, str], ...] = (
    (" on no tariff", "customs_nt_notification", r"\s?\(\s?N\.?\s?T\.?\s?\)", " (N.T.)"),
    ("", "customs_notification", r"(?!\s?\(\s?N)", ""),
)
"""The two series of Indian customs: name, family, what closes the number, example of it."""

ELSEWHERE: tuple[Wording, ...] = (
    Wording(
        name="UK statutory instrument",
        form="uk_si",
        pattern=regexp(
            rf"\bS\.?I\.?\s{{0,2}}{_EN_YEAR}\s{{0,2}}(?:/"
            rf"|No\.?)\s{{0,2}}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(("S.I. 2008/3231", each("uk_si", 2008, 3231)),),
    ),
    Wording(
        name="heading of a UK statutory instrument",
        form="uk_si",
        pattern=regexp(
            r"\bS(?i:tatutory\s{1,3}Instruments?)\s{1,3}(?:[>|/\u203a\u00bb]\s{1,3})?"
            rf"{_EN_YEAR}\s{{0,2}}(?:/|No\.?)\s{{0,2}}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(("STATUTORY INSTRUMENTS\n2026 No. 9161", each("uk_si", 2026, 9161)),),
    ),
    Wording(
        name="spaced heading of a UK statutory instrument",
        form="uk_si",
        pattern=regexp(
            r"S T A T U T O R Y\s{1,3}I N S T R U M E N T S?\s{1,3}"
            rf"{_EN_YEAR}\s{{0,2}}No\.?\s{{0,2}}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(
            ("S T A T U T O R Y  I N S T R U M E N T S\n2026 No. 9161", each("uk_si", 2026, 9161)),
        ),
    ),
    Wording(
        name="UK statutory instrument by its number and title",
        form="uk_si",
        pattern=regexp(
            rf"(?:(?<=\n)|^){_EN_YEAR}\s{{1,2}}No\.\s{{1,2}}(?P<serial>[0-9]{{1,4}})(?=\s*\n"
            r"\s*(?:[A-Z][A-Z ,&'-]{2,80}\s*\n\s*){0,4}(?:The\s[^\n]{5,160}"
            r"\s(?:Order|Regulations|Rules)\s20[0-9]{2}|[\s|]{0,4}Made\b[^\n]{0,60}\n?[^\n]{0,60}"
            r"[\s|]{0,4}Laid\sbefore\b))"
        ),
        examples=(
            (
                "2026 No. 9161\nCUSTOMS\nThe Export Control (Amendment) Order 2026",
                each("uk_si", 2026, 9161),
            ),
            (
                "2026 No. 9162\nCUSTOMS\nMade | 3rd May 2026\n"
                "Laid before Parliament | 4th May 2026",
                each("uk_si", 2026, 9162),
            ),
        ),
    ),
    Wording(
        name="UK statutory instrument in the heading of its memorandum",
        form="uk_si",
        pattern=regexp(
            r"(?i:explanatory\s{1,3}memorandum\s{1,3}to\s{1,3}the\s)[^\n]{5,160}\n\s{0,4}"
            rf"{_EN_YEAR}\s{{1,2}}No\.\s{{1,2}}(?P<serial>[0-9]{{1,4}})(?=\s*\n)"
        ),
        examples=(
            (
                "EXPLANATORY MEMORANDUM TO\nTHE EXPORT CONTROL ORDER 2026\n2026 No. 9163\n",
                each("uk_si", 2026, 9163),
            ),
        ),
    ),
    Wording(
        name="decree of the State Council",
        form="order",
        pattern=regexp(
            r"\b(?i:(?:order|decree)\s{1,3}of\s{1,3}the\s{1,3}state\s{1,3}council"
            r"(?:\s{1,3}of\s{1,3}the\s{1,3}people's\s{1,3}republic\s{1,3}of\s{1,3}china)?)"
            rf"\s{{1,3}}{_EN_NO}{_G}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(
            (
                "Decree of the State Council of the People's Republic of China\nNo. 785",
                each("order", None, 785),
            ),
        ),
    ),
    Wording(
        name="open general licence with its title and day",
        form="open_licence",
        pattern=regexp(
            rf"\b(?:OGEL|OGTCL|OGTL)\s{{1,3}}(?:{_EN_NO}{_G})?(?P<serial>[0-9]{{1,4}})(?:,|\s?\()\s{{0,3}}(?:(?:being|namely|i\.e\.)\s{{1,3}})?(?:(?:the|an)\s{{1,3}})?"
            r"(?i:open\s{1,3}general\s{1,3}(?:export\s{1,3}|trade\s{1,3}control\s{1,3}|transhipment\s{1,3})?licence)"
            rf"\s{{1,3}}\([A-Z][A-Za-z\x20,'-]{{3,90}}\)\)?,?\s{{1,3}}(?:dated|granted(?:\s{{1,3}}on)?|of)\s{{1,3}}{WRITTEN_DAY}\s{{1,3}}{_EN_YEAR}"
        ),
        examples=(
            (
                "OGEL 915, the Open General Export Licence (Probe Cards) dated 9 March 2023, ends",
                each("open_licence", 2023, 915),
            ),
        ),
    ),
    Wording(
        name="open general licence",
        form="open_licence",
        pattern=regexp(
            r"\b(?:OGEL|OGTCL|OGTL|(?i:open\s{1,3}general\s{1,3}(?:export\s{1,3})?licence)(?!\n{1,3}[0-9]{1,2}\.\s))\s{1,3}"
            rf"(?:{_EN_NO}{_G})?(?P<serial>[0-9]{{1,4}})(?![0-9/])(?:\sof\s{_EN_YEAR}(?=[),;.\s]))?"
        ),
        examples=(("OGEL 914 of 2025) is", each("open_licence", 2025, 914)),),
    ),
    Wording(
        name="open general licence of a year",
        form="open_licence",
        pattern=regexp(
            rf"\b(?:OGEL|OGTCL|OGTL|(?i:open\s{{1,3}}general\s{{1,3}}(?:export\s{{1,3}})?licence))\s{{1,3}}"
            rf"(?:{_EN_NO}{_G})?{_EN_YEAR}/(?P<serial>[0-9]{{1,4}})(?![0-9/])"
        ),
        examples=(("OGEL 2026/07, dated", each("open_licence", 2026, 7)),),
    ),
    Wording(
        name="open general licence by its title and day",
        form="titled_licence",
        pattern=regexp(
            r"\b(?:(?i:open\s{1,3}general\s{1,3}(?:export\s{1,3}|trade\s{1,3}control\s{1,3}"
            r"|transhipment\s{1,3})?licence)|OGEL|OGTCL)(?:\s{1,3}|(?=\n))"
            r"(?P<bare>\n{1,2}\s{0,8}(?=[A-Z ,'-]{6,90}\n))?(?(bare)|\()"
            r"(?P<serial>[A-Z][A-Za-z ,'-]{3,90})(?(bare)(?=\n)|\))"
            r"(?=,?\s{1,8}(?:[Dd]ated|granted|of\s[0-9]))"
            r"(?![^.;\n]{0,80}\bOG(?:EL|TCL)\s(?:[Nn]o\.?\s)?[0-9])(?![^;]{0,140}?\n{1,3}OG(?:EL|TCL)\s(?:[Nn]o\.?\s)?[0-9]{1,4}\s*\n)"
        ),
        examples=(
            (
                "The Open General Export Licence (Probe Cards) dated 8 March 2022 is revoked",
                (("titled_licence", None, "Probe Cards"),),
            ),
            (
                "OPEN GENERAL EXPORT LICENCE\n\nPROBE CARDS\n\ndated 8 March 2022\n",
                (("titled_licence", None, "PROBE CARDS"),),
            ),
        ),
    ),
    Wording(
        name="Indian notification",
        form="dgft_notification",
        pattern=regexp(
            rf"\bN(?i:otification)\s{{1,3}}{_EN_NO}\s{{0,2}}:?{_G}(?P<serial>[0-9]{{1,3}})\s{{0,2}}/"
            rf"\s{{0,2}}(?:{_POLICY_PERIOD}|{_EN_YEAR}(?:\s{{0,2}}-\s{{0,2}}(?:20)?[0-9]{{2}}(?![0-9])"
            r"|(?=[,.]?\s{1,8}\(?(?:New\sDelhi|(?i:dated?)\b))))"
        ),
        examples=(
            ("Notification No. 33/2025-26", each("dgft_notification", 2025, 33)),
            ("Notification No. 33/2023 dated 03.08.2023", each("dgft_notification", 2023, 33)),
            ("Notification No. 33/2025-2026", each("dgft_notification", 2025, 33)),
            ("Notification No. 33/2015-2020", each("dgft_notification", None, 33)),
        ),
    ),
    Wording(
        name="Indian public notice",
        form="dgft_public_notice",
        pattern=regexp(
            rf"\bP(?i:ublic)\s{{1,3}}N(?i:otice)\s{{1,3}}{_EN_NO}\s{{0,2}}:?{_G}"
            rf"(?P<serial>[0-9]{{1,3}})"
            rf"\s{{0,2}}/\s{{0,2}}{_EN_YEAR}\s{{0,2}}-\s{{0,2}}(?:20)?[0-9]{{2}}(?![0-9])"
        ),
        examples=(("Public Notice No. 12/2025-26", each("dgft_public_notice", 2025, 12)),),
    ),
    Wording(
        name="Indian trade notice",
        form="dgft_trade_notice",
        pattern=regexp(
            rf"\bT(?i:rade)\s{{1,3}}N(?i:otice)\s{{1,3}}{_EN_NO}\s{{0,2}}:?{_G}(?P<serial>[0-9]{{1,3}})"
            rf"\s{{0,2}}/\s{{0,2}}{_EN_YEAR}\s{{0,2}}-\s{{0,2}}(?:20)?[0-9]{{2}}(?![0-9])"
        ),
        examples=(("Trade Notice No. 12/2025-26", each("dgft_trade_notice", 2025, 12)),),
    ),
    *(
        Wording(
            name=f"Indian customs notification{name}",
            form=form,
            pattern=regexp(
                rf"\b(?:(?i:notification)\s{{1,3}})?{_EN_NO}{_G}(?P<serial>[0-9]{{1,3}})\s{{0,2}}/\s{{0,2}}{_EN_YEAR}"
                rf"\s{{0,2}}-\s{{0,2}}C(?i:us(?:toms)?\b\.?){mark}"
            ),
            examples=((f"Notification No. 945/2026-Customs{shown}", each(form, 2026, 945)),),
        )
        for name, form, mark, shown in _OF_CUSTOMS
    ),
    Wording(
        name="Japanese cabinet order",
        form="cabinet_order",
        pattern=regexp(
            rf"\b(?i:cabinet\s{{1,3}}order)\s{{1,3}}{_EN_NO}{_G}(?P<serial>[0-9]{{1,4}})(?![0-9/-])"
            rf"(?:,?\s{{1,3}}(?:of\s{{1,3}})?(?:{WRITTEN_DAY}\s{{1,3}})?{_EN_YEAR}(?![0-9]))?"
        ),
        examples=(
            ("Cabinet Order No. 378 of 1949", each("cabinet_order", 1949, 378)),
            ("Cabinet Order No. 378 of December 1, 1949", each("cabinet_order", 1949, 378)),
            ("Cabinet Order No. 378\n", each("cabinet_order", None, 378)),
        ),
    ),
    Wording(
        name="order of a ministry",
        form="order",
        pattern=regexp(
            r"\b(?i:(?:ministerial\s{1,3})?(?:ordinance|order|decree)\s{1,3}of)\s{1,3}(?:[A-Z]{3,6}\s{1,3}"
            r"|(?i:the\s{1,3}(?:ministry|minister|department|commission|(?:general|state|national)\s{1,3}(?:[a-z]+\s{1,3}){0,3}"
            r"(?:administration|commission|bureau|authority))\s{1,3}(?:of|for)\s{1,3})"
            rf"(?:{_NAME_OF_BODY},?\s{{1,3}}(?:(?i:of|for|and|the)\s{{1,3}}){{0,2}}){{1,16}})"
            rf"{_EN_NO}{_G}(?P<serial>[0-9]{{1,4}})(?![0-9/])"
            rf"(?:\s{{1,3}}(?:(?i:of)\s{{1,3}}|\((?:of\s|dated\s)?)"
            rf"(?:[A-Z][A-Za-z]{{2,8}}\s{{1,2}}[0-9]{{1,2}},?\s{{1,2}})?(?:{_EN_YEAR}"
            r"|(?P<era>Reiwa|Heisei|Showa)\s{1,2}(?P<era_year>[0-9]{1,2}))\)?)?"
        ),
        examples=(
            (
                "Order of the Ministry of Economy, Trade and Industry No. 918 of Reiwa 3",
                each("order", 2021, 918),
            ),
            (
                "Ordinance of the Ministry of Economy, Trade and Industry No. 931 (April 10, 2026)",
                each("order", 2026, 931),
            ),
            (
                "Order of the Ministry of Economy, Trade and Industry No. 920 of May 22, 2026",
                each("order", 2026, 920),
            ),
            (
                "(ORDER OF THE MINISTRY OF ECONOMY, TRADE AND INDUSTRY NO. 920 OF MAY 22, 2026)",
                each("order", 2026, 920),
            ),
            (
                "Order of the Ministry of International Trade and Industry No. 49 of 1991",
                each("order", 1991, 49),
            ),
        ),
    ),
    Wording(
        name="notice of a ministry",
        form="announcement",
        pattern=regexp(
            r"\b(?i:(?:public\s{1,3})?notice|notification|announcement|circular)\s{1,3}(?i:of\s{1,3}the)"
            r"\s{1,3}(?i:ministry|minister|department|commission|general\s{1,3}administration)"
            rf"\s{{1,3}}(?i:of\s{{1,3}}|for\s{{1,3}})(?:{_NAME_OF_BODY},?\s{{1,3}}"
            r"(?i:of\s{1,3}|for\s{1,3}|and\s{1,3}|the\s{1,3}){0,2}){1,16}"
            rf"(?:[\[(]?{_EN_YEAR}[\])]?,?\s{{1,3}})?{_EN_NO}{_G}(?=[0-9])(?![0-9]{{4}}-[0-9])"
        ),
        list="en",
        examples=(
            (
                "Public Notice of the Ministry of Economy, Trade and Industry No. 88 of 2026",
                announced(2026, 88),
            ),
            ("Announcement of the Ministry of Commerce [2025] No. 61", announced(2025, 61)),
            ("Announcement of the Ministry of Commerce on 61 items", ()),
        ),
    ),
    Wording(
        name="noun of its issuers, number in brackets",
        form="announcement",
        pattern=regexp(
            rf"{_EN_NOUN}\s{{1,3}}(?:of|by|from)\s{{1,3}}(?:the\s)?[A-Z][^()\n.;:0-9]{{2,120}}?\s{{0,3}}(?=[\[(])\(?"
            rf"(?:[\[(]?{_EN_YEAR}[\])]?,?\s{{1,3}})?{_EN_NO}{_G}(?=[0-9])"
        ),
        list="en",
        examples=(
            ("Announcement of MOFCOM and GACC (No. 956 of 2026)", announced(2026, 956)),
            ("Notice of the Kettle Mechanism [2026] No. 9", announced(2026, 9)),
            ("Announcement of MOFCOM on hafnium (HS 8112)", ()),
        ),
    ),
)
