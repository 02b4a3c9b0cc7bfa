"""In which wordings do the gazettes of Canada, Korea, the Netherlands, Viet Nam number acts?"""

from tracker.extraction.names.wording import Form, Wording, each
from tracker.extraction.spelling.calendar_words import WRITTEN_DAY
from tracker.extraction.spelling.regexps import regexp

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"

VIETNAMESE: tuple[tuple[str, Form, str], ...] = (
    ("circular", "vn_circular", "TT|TTLT"),
    ("decision", "vn_decision", "QD|QĐ"),
    ("decree", "vn_decree", "ND|NĐ"),
)
"""The acts of Viet Nam: noun, family, and the letters behind their year."""

GAZETTES: tuple[Wording, ...] = (
    Wording(
        name="Canadian statutory order or regulation",
        form="ca_sor",
        pattern=regexp(r"\bSOR/(?P<year>(?:19|20)?[0-9]{2})-(?P<serial>[0-9]{1,4})(?![0-9-])"),
        examples=(
            ("SOR/2026-9178", each("ca_sor", 2026, 9178)),
            ("the Export Control List (SOR/89-202)", each("ca_sor", 1989, 202)),
        ),
    ),
    Wording(
        name="Korean public notice",
        form="kr_notice",
        pattern=regexp(
            r"\b(?:[Pp]ublic\s{1,3}[Nn]otice|PUBLIC\s{1,3}NOTICE|Notification|Notice)\s{1,3}"
            r"(?:of\s{1,3}the\s{1,3}Ministry\s{1,3}of\s{1,3}Trade,\s{1,3}Industry\s{1,3}(?:and|&)\s{1,3}[A-Z][a-z]{3,12}\s{1,3})?"
            rf"(?:(?:[Nn]o\.?|NO\.?)\s{{0,3}}|(?<=MOTIE\sNotice\s)|(?<=MOTIR\sNotice\s)|(?<=Public\sNotice\s)){_YEAR}\s?-\s?(?P<serial>[0-9]{{1,4}})(?![0-9/-])"
        ),
        examples=(
            ("MOTIE Notice 2026-958", each("kr_notice", 2026, 958)),
            ("Public Notice No. 2026-958", each("kr_notice", 2026, 958)),
            (
                "Public Notice of the Ministry of Trade, Industry and Energy No. 2024-958",
                each("kr_notice", 2024, 958),
            ),
        ),
    ),
    Wording(
        name="order with its ministry before it",
        form="order",
        pattern=regexp(
            r"\bMinistry\s{1,3}of\s{1,3}(?:[A-Z][a-z]+,?\s{1,3}(?:and\s{1,3})?){1,6}(?:Ministerial\s{1,3})?"
            rf"(?:Order|Ordinance)\s{{1,3}}No\.?\s{{0,3}}(?P<serial>[0-9]{{1,4}})\s{{1,3}}of\s{{1,3}}(?:{WRITTEN_DAY}\s{{1,3}})?{_YEAR}"
        ),
        examples=(
            (
                "(Ministry of International Trade and Industry Order No. 49 of 1991)",
                each("order", 1991, 49),
            ),
        ),
    ),
    Wording(
        name="Korean public notice counted through",
        form="kr_notice",
        pattern=regexp(
            r"\b(?:MOT(?:IE|IR)|Ministry\s{1,3}of\s{1,3}Trade,\s{1,3}Industry\s{1,3}(?:and|&)\s{1,3}[A-Z][a-z]{3,12})\s{1,3}"
            r"(?:[Pp]ublic\s{1,3})?[Nn]otice\s{1,3}[Nn]o\.?\s{0,3}(?P<serial>[0-9]{1,4})(?![0-9/-])"
            rf"(?:(?:\s{{1,3}}of|,)\s{{1,3}}(?:{WRITTEN_DAY}\s{{1,3}})?{_YEAR})?"
        ),
        examples=(
            ("MOTIE Public Notice No. 971", each("kr_notice", None, 971)),
            ("MOTIE Public Notice No. 933 of August 19, 2024", each("kr_notice", 2024, 933)),
            ("MOTIE Notice No. 934, Aug. 19, 2024", each("kr_notice", 2024, 934)),
        ),
    ),
    Wording(
        name="Dutch government gazette",
        form="nl_gazette",
        pattern=regexp(
            r"\b(?:Stcrt\.?|Staatscourant|Government\s{1,3}Gazette)\s{1,3}"
            rf"(?:of\s{{1,3}}the\s{{1,3}}Netherlands\s{{1,3}})?{_YEAR},?\s{{1,3}}(?:[Nn]o\.?\s{{0,3}}"
            r"|nr\.?\s{0,3})?(?P<serial>[0-9]{3,6})(?![0-9.,]?[0-9])"
        ),
        examples=(
            ("(Government Gazette 2023, 98212)", each("nl_gazette", 2023, 98212)),
            ("(Stcrt. 2023, 98212)", each("nl_gazette", 2023, 98212)),
            ("(Stcrt. 2023, no. 98212)", each("nl_gazette", 2023, 98212)),
        ),
    ),
    Wording(
        name="head of the Dutch government gazette",
        form="nl_gazette",
        pattern=regexp(
            r"(?:(?<=\n)|^)(?:GOVERNMENT\s{1,3}GAZETTE|Government\s{1,3}Gazette|STAATSCOURANT|Staatscourant)\b"
            r"(?!\s{1,3}(?i:of\s{1,3}(?!(?:the\s{1,3})?(?:kingdom|netherlands))))(?![^\n0-9]{0,60}(?:AFRICA|NAMIBIA))"
            r"[^\n0-9]{0,60}\n?(?:[^\n]{10,90}\n)?\s{0,3}[Nn][or]\.?\s{0,3}(?P<serial>[0-9]{3,6})(?![0-9])"
        ),
        examples=(
            (
                "GOVERNMENT GAZETTE\nPublished by the Kingdom of the Netherlands.\nNo. 98213\n",
                each("nl_gazette", None, 98213),
            ),
            ("STAATSCOURANT Nr. 98214 27 March 2026", each("nl_gazette", None, 98214)),
        ),
    ),
    Wording(
        name="British notice to exporters",
        form="nte",
        pattern=regexp(
            rf"\b(?:(?i:notices?\s{{1,3}}to\s{{1,3}}exporters)|NTE)\s{{1,3}}(?:[Nn]o\.?\s{{0,3}})?{_YEAR}/"
            r"(?P<serial>[0-9]{1,4})(?![0-9/])"
        ),
        examples=(
            ("Notice to Exporters 2026/922", each("nte", 2026, 922)),
            ("NTE 2026/922: a licence is suspended", each("nte", 2026, 922)),
        ),
    ),
    Wording(
        name="British general trade licence",
        form="trade_licence",
        pattern=regexp(
            rf"\b(?:(?i:general\s{{1,3}}trade\s{{1,3}}licence)\s{{1,3}}(?:GTL\s{{1,3}})?|GTL\s{{1,3}})(?:[Nn]o\.?\s{{0,3}})?"
            rf"{_YEAR}/(?P<serial>[0-9]{{1,4}})(?![0-9/])"
        ),
        examples=(
            ("General Trade Licence GTL 2026/912", each("trade_licence", 2026, 912)),
            ("GTL 2025/906 is revoked", each("trade_licence", 2025, 906)),
        ),
    ),
    Wording(
        name="Irish statutory instrument",
        form="ie_si",
        pattern=regexp(
            rf"\bS\.?\s?I\.?\s{{0,2}}[Nn]o\.?\s{{0,3}}(?P<serial>[0-9]{{1,4}})(?:\s{{1,3}}of\s{{1,3}}|/){_YEAR}(?![0-9])"
        ),
        examples=(
            ("S.I. No. 931 of 2026", each("ie_si", 2026, 931)),
            ("(S.I. No. 942/2011)", each("ie_si", 2011, 942)),
        ),
    ),
    Wording(
        name="Australian instrument of the register",
        form="au_frl",
        pattern=regexp(r"\b(?P<serial>F(?:19|20)[0-9]{2}[BCLN][0-9]{5})(?![0-9])"),
        examples=(
            ("(F2024L90316)", (("au_frl", None, "F2024L90316"),)),
            ("(F1996B90340)", (("au_frl", None, "F1996B90340"),)),
        ),
    ),
    Wording(
        name="corrigendum of the Official Journal",
        form="eu_act",
        pattern=regexp(
            r"(?:(?<=\n)|^)(?:Official\sJournal\sof\sthe\sEuropean\sUnion[,\s|]{1,4})?"
            r"(?:(?:EN[\s|]{1,3})?L\sseries[,\s|]{1,4}|(?:OJ\s)?L,?\s"
            r"|(?P<headed>[0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2}\s{1,3}EN\s{1,3}(?:Official\sJournal\sof\sthe\sEuropean\sUnion\s{1,3})?(?:L\sseries|L),?\s))?"
            rf"{_YEAR}/(?P<serial>9[0-9]{{4}})(?(headed)(?=\s)|(?=[,\s|]{{1,4}}[0-9]{{1,2}}\.[0-9]{{1,2}}\.20[0-9]{{2}}))"
        ),
        examples=(
            ("2026/90733 20.8.2026", each("eu_act", 2026, 90733)),
            (
                "Official Journal of the European Union, L series, 2026/90733, 20.8.2026",
                each("eu_act", 2026, 90733),
            ),
            ("L, 2026/90733, 20.8.2026", each("eu_act", 2026, 90733)),
            ("20.8.2026 EN L 2026/90733\n", each("eu_act", 2026, 90733)),
        ),
    ),
    Wording(
        name="Dutch ministerial regulation",
        form="nl_regulation",
        pattern=regexp(
            r"\b(?:Regulation|Order|Decree|Decision)\s{1,3}of\s{1,3}the\s{1,3}(?:Minister|State\s{1,3}Secretary)"
            r"\s{1,3}(?:for|of)\s{1,3}Foreign\s{1,3}[A-Z][A-Za-z\s,-]{3,80}?\s{1,3}of\s{1,3}[0-9]{1,2}\s{1,3}[A-Z][a-z]{2,8}"
            r"\s{1,3}20[0-9]{2},?\s{1,3}[Nn][or]\.?\s{1,3}(?P<serial>[A-Z](?:[A-Za-z]{1,8}[.-])?[A-Z0-9./-]{4,30}[A-Z0-9])"
        ),
        examples=(
            (
                "Regulation of the Minister for Foreign Trade of 19 March 2026, no. "
                "MinBuza.2026.918-27, on",
                (("nl_regulation", None, "MinBuza.2026.918-27"),),
            ),
            (
                "Regulation of the Minister for Foreign Trade of 19 March 2026, no. BZ9618404, on",
                (("nl_regulation", None, "BZ9618404"),),
            ),
        ),
    ),
    *(
        Wording(
            name=f"Vietnamese {noun}",
            form=form,
            pattern=regexp(
                rf"(?:\b(?:{noun}|{noun.upper()}|{noun.title()})\s{{1,3}})?\b(?:[Nn]o\.?|NO\.?|[Nn]umber)\s{{0,3}}(?P<serial>[0-9]{{1,4}})"
                rf"/(?:{_YEAR}/)?(?:{marks})-[A-Z]{{2,9}}(?:[a-z])?(?![A-Za-z])"
            ),
            examples=(
                (f"{noun.title()} No. 914/2026/{marks.split('|')[0]}-BCT", each(form, 2026, 914)),
                (f"{noun.title()} No. 914/{marks.split('|')[0]}-BCT", each(form, None, 914)),
            ),
        )
        for noun, form, marks in VIETNAMESE
    ),
)
