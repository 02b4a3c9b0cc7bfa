"""In which wordings do texts name the number of an act?

Tables, a row a wording. Patterns are read on folded text (`tracker.extraction.folding`): plain
digits, square brackets, simplified characters. Every repetition has a bound, so that reading takes
time in proportion to the text. A test runs every example of every row.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tracker.extraction.numerals import NUMERAL

Form = Literal[
    "announcement",
    "order",
    "presidential_order",
    "fr_doc",
    "eu_act",
    "eu_com",
    "uk_si",
    "proclamation",
    "executive_order",
]
"""The families of numbers; each counts for itself."""

SELF_SUFFICIENT: frozenset[Form] = frozenset(
    {"presidential_order", "fr_doc", "eu_act", "eu_com", "uk_si", "proclamation", "executive_order"}
)
"""The families whose numbers say by themselves who issued the act."""

Named = tuple[Form, int | None, str]
"""Form, year, serial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way of naming a number.

    ``pattern`` may have groups ``year``, ``serial``, ``serials`` (a whole list) and ``order`` (the
    noun makes it an order). With ``list`` it stops before the serials, and tells how they are
    strung together. ``needs_issuer``: only a known issuer right before makes it a number of an
    act. ``needs_year``: without a year after the serial it is none. ``bare``: no noun says that
    it is an act, so an issuer must stand near. ``anchor``: rare words at which the pattern ends;
    it is tried only before them, because it begins with something common.
    """

    name: str
    form: Form
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, tuple[Named, ...]], ...]
    list: Literal["zh", "en"] | None = None
    needs_issuer: bool = False
    needs_year: bool = False
    bare: bool = False
    anchor: str | None = None


_G = r"\s{0,3}"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})"
_ZH_YEAR = rf"[\[(]?{_G}{_YEAR}{_G}年?{_G}[\])]?{_G}"
_EN_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_EN_NO = r"(?:[Nn]os?\b\.?|NOS?\b\.?|[Nn]umbers?\b|#)"
_EN_NOUN = (
    r"\b(?:(?P<order>[Oo]rders?|ORDERS?|[Dd]ecrees?|DECREES?)"
    r"|[Aa]nnouncements?|ANNOUNCEMENTS?|[Nn]otices?|NOTICES?|[Nn]otifications?|[Bb]ulletins?"
    r"|[Cc]irculars?)\b(?:\s{1,2}\([A-Za-z]{1,12}\))?"
)


def _each(form: Form, year: int | None, *serials: int) -> tuple[Named, ...]:
    return tuple((form, year, str(serial)) for serial in serials)


def _announced(year: int | None, *serials: int) -> tuple[Named, ...]:
    return _each("announcement", year, *serials)


CHINESE: tuple[Wording, ...] = (
    Wording(
        name="announcement with year",
        form="announcement",
        pattern=re.compile(rf"公告{_G}{_ZH_YEAR}(?=第|{NUMERAL})"),
        list="zh",
        examples=(
            ("商务部公告2025年第61号", _announced(2025, 61)),
            ("公告2025第61号", _announced(2025, 61)),
            ("商務部公告2025年第61號", _announced(2025, 61)),
            ("商务部公告２０２５年第６１号", _announced(2025, 61)),
            ("商务部 海关总署公告2025年第18号", _announced(2025, 18)),
            ("公告〔2025〕61号", _announced(2025, 61)),
            ("公告（2025年）第61号", _announced(2025, 61)),
            ("公告二〇二五年第六十一号", _announced(2025, 61)),
            ("公告2025年第55号、56号、57号、58号", _announced(2025, 55, 56, 57, 58)),
            ("公告2025年第55、56、57、58号", _announced(2025, 55, 56, 57, 58)),
            ("公告2025年第55号至第58号", _announced(2025, 55, 56, 57, 58)),
            ("公告2025年第61号、10月9日起", _announced(2025, 61)),
            ("公告2025年第61号和2024年第46号", _announced(2025, 61) + _announced(2024, 46)),
            ("公告2025年10月9日", ()),
        ),
    ),
    Wording(
        name="announcement without year",
        form="announcement",
        pattern=re.compile(rf"公告{_G}(?=第)"),
        list="zh",
        examples=(
            ("商务部公告第61号", _announced(None, 61)),
            ("商务部公告第61、62号", _announced(None, 61, 62)),
            ("公告第三条", ()),
        ),
    ),
    Wording(
        name="number before the word announcement",
        form="announcement",
        pattern=re.compile(
            rf"(?:{_YEAR}{_G}年?{_G}(?=第))?"
            rf"(?P<serials>(?:第{_G})?{NUMERAL}{_G}号?"
            rf"(?:{_G}[、,和及与至-]{_G}(?:第{_G})?{NUMERAL}{_G}号?){{0,20}})(?<=号)公告"
        ),
        anchor="号公告",
        examples=(
            ("商务部2026年第1号公告", _announced(2026, 1)),
            ("商务部第61号、第62号公告", _announced(None, 61, 62)),
            ("55至58号公告", _announced(None, 55, 56, 57, 58)),
        ),
    ),
    Wording(
        name="order with year",
        form="order",
        pattern=re.compile(rf"(?<![禁命司法指口责勒])令{_G}{_ZH_YEAR}(?=第|{NUMERAL}{_G}号)"),
        list="zh",
        examples=(
            ("商务部、科技部令2008年第12号", _each("order", 2008, 12)),
            ("令2008年第12号", _each("order", 2008, 12)),
        ),
    ),
    Wording(
        name="presidential order",
        form="presidential_order",
        pattern=re.compile(rf"主席令{_G}(?:{_ZH_YEAR})?(?=第)"),
        list="zh",
        examples=(
            ("主席令第五十八号", _each("presidential_order", None, 58)),
            ("中华人民共和国主席令第58号", _each("presidential_order", None, 58)),
        ),
    ),
    Wording(
        name="order without year",
        form="order",
        pattern=re.compile(rf"(?<![禁命司法指口责勒席])令{_G}(?=第)"),
        list="zh",
        examples=(
            ("国务院令第785号", _each("order", None, 785)),
            ("國務院令第785號", _each("order", None, 785)),
            ("令第71号", _each("order", None, 71)),
            ("禁令第3号", ()),
        ),
    ),
    Wording(
        name="year in brackets after an issuer",
        form="announcement",
        pattern=re.compile(rf"[\[(]{_G}{_YEAR}{_G}年?{_G}[\])]{_G}(?=(?:第{_G})?{NUMERAL}{_G}号)"),
        list="zh",
        needs_issuer=True,
        examples=(
            ("不可靠实体清单工作机制〔2025〕7号", _announced(2025, 7)),
            ("不可靠实体清单工作机制〔2025〕5号、6号", _announced(2025, 5, 6)),
            ("工作机制（2025）第7号", _announced(2025, 7)),
        ),
    ),
)

ENGLISH: tuple[Wording, ...] = (
    Wording(
        name="presidential order in English",
        form="presidential_order",
        pattern=re.compile(
            r"\b(?:Presidential\s{1,3}Order|Order\s{1,3}of\s{1,3}the\s{1,3}President"
            r"(?:\s{1,3}of\s{1,3}the\s{1,3}People's\s{1,3}Republic\s{1,3}of\s{1,3}China)?)"
            rf"\s{{1,3}}{_EN_NO}{_G}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(
            ("Order of the President No. 58", _each("presidential_order", None, 58)),
            ("Presidential Order No. 58", _each("presidential_order", None, 58)),
        ),
    ),
    Wording(
        name="noun and number",
        form="announcement",
        pattern=re.compile(
            rf"{_EN_NOUN},?\s{{1,3}}(?:[\[(]?{_EN_YEAR}[\])]?,?\s{{1,3}})?{_EN_NO}{_G}(?=[0-9])"
        ),
        list="en",
        examples=(
            ("Announcement No. 61 of 2025", _announced(2025, 61)),
            ("MOFCOM Announcement [2025] No. 61", _announced(2025, 61)),
            ("Announcement No.61 (2025)", _announced(2025, 61)),
            ("Announcement No. 61/2025", _announced(2025, 61)),
            ("Announcement No. 61 of the year 2025", _announced(2025, 61)),
            ("Notices No. 61 and No. 62", _announced(None, 61, 62)),
            (
                "Announcements Nos. 55 to 58, 61 and 62 of 2025",
                _announced(2025, 55, 56, 57, 58, 61, 62),
            ),
            ("Notice No. 61, which", _announced(None, 61)),
            ("Notice No. 61 and 14 companies", _announced(None, 61)),
            (
                "Announcement No. 46 of 2024 and No. 72 of 2025",
                _announced(2024, 46) + _announced(2025, 72),
            ),
            (
                "Announcement No. 18 of 2025 of MOFCOM and the General Administration of Customs",
                _announced(2025, 18),
            ),
            ("Order No. 785 of the State Council", _each("order", None, 785)),
            ("State Council Order (Decree) No. 785", _each("order", None, 785)),
            ("Order No. 12 of 2008", _each("order", 2008, 12)),
        ),
    ),
    Wording(
        name="noun, serial and year without No.",
        form="announcement",
        pattern=re.compile(
            rf"{_EN_NOUN}\s{{1,3}}(?P<serial>[0-9]{{1,4}})\s{{1,3}}of\s{{1,3}}{_EN_YEAR}(?![0-9])"
        ),
        examples=(("Announcement 61 of 2025", _announced(2025, 61)),),
    ),
    Wording(
        name="noun and year-serial",
        form="announcement",
        pattern=re.compile(rf"{_EN_NOUN}\s{{1,3}}{_EN_YEAR}-(?P<serial>[0-9]{{1,3}})(?![0-9-])"),
        examples=(
            ("Announcement 2025-61", _announced(2025, 61)),
            ("Announcement 2025-10-09", ()),
        ),
    ),
    Wording(
        name="number and year without a noun",
        form="announcement",
        pattern=re.compile(rf"(?<![\w.]){_EN_NO}{_G}(?=[0-9])"),
        list="en",
        needs_year=True,
        bare=True,
        examples=(
            ("under No. 46 of 2024", _announced(2024, 46)),
            ("the No. 1 supplier of 2025", ()),
        ),
    ),
    Wording(
        name="numbers without a noun",
        form="announcement",
        pattern=re.compile(rf"(?<![\w.])N[Oo][Ss]\b\.?{_G}(?=[0-9])"),
        list="en",
        bare=True,
        examples=(("Nos. 55-58, 61 and 62", _announced(None, 55, 56, 57, 58, 61, 62)),),
    ),
)

ELSEWHERE: tuple[Wording, ...] = (
    Wording(
        name="Federal Register document",
        form="fr_doc",
        pattern=re.compile(
            r"\b(?:FR\s{0,2}Doc(?:ument)?\b\.?|Federal\s{1,3}Register\s{1,3}[Dd]oc(?:ument)?\b\.?"
            rf"|Document\s{{1,3}}[Nn]umber:?)\s{{0,3}}(?:{_EN_NO}\s{{0,3}})?"
            r"(?P<serial>(?:19|20)[0-9]{2}-[0-9]{5})(?![0-9])"
        ),
        examples=(
            ("FR Doc. 2025-19001", (("fr_doc", None, "2025-19001"),)),
            ("[FR Doc. 2025-19001 Filed 9-29-25]", (("fr_doc", None, "2025-19001"),)),
            ("Federal Register document No. 2025-19001", (("fr_doc", None, "2025-19001"),)),
            ("FR Doc. C1-2025-19001", ()),
        ),
    ),
    Wording(
        name="EU act, year first",
        form="eu_act",
        pattern=re.compile(
            rf"\((?:EU|EC|EEC)(?:,\s{{0,2}}Euratom)?\)\s{{0,3}}{_EN_YEAR}/(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(
            ("Regulation (EU) 2024/1252", _each("eu_act", 2024, 1252)),
            ("Delegated Regulation (EU) 2021/821", _each("eu_act", 2021, 821)),
        ),
    ),
    Wording(
        name="EU act, year last",
        form="eu_act",
        pattern=re.compile(
            rf"\((?:EU|EC|EEC)\)\s{{0,3}}No\.?\s{{0,3}}(?P<serial>[0-9]{{1,4}})/{_EN_YEAR}(?![0-9])"
        ),
        examples=(("Regulation (EC) No 428/2009", _each("eu_act", 2009, 428)),),
    ),
    Wording(
        name="CELEX",
        form="eu_act",
        pattern=re.compile(
            rf"(?<![0-9A-Za-z])3{_EN_YEAR}[RLD](?P<serial>[0-9]{{4}})(?![0-9A-Za-z])"
        ),
        examples=(("CELEX 32024R1252", _each("eu_act", 2024, 1252)),),
    ),
    Wording(
        name="Commission document",
        form="eu_com",
        pattern=re.compile(
            rf"\bCOM\s{{0,2}}\({_EN_YEAR}\)\s{{0,2}}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(("COM(2025) 945 final", _each("eu_com", 2025, 945)),),
    ),
    Wording(
        name="UK statutory instrument",
        form="uk_si",
        pattern=re.compile(
            rf"\bS\.?I\.?\s{{0,2}}{_EN_YEAR}\s{{0,2}}(?:/|No\.?)\s{{0,2}}(?P<serial>[0-9]{{1,4}})(?![0-9])"
        ),
        examples=(("S.I. 2008/3231", _each("uk_si", 2008, 3231)),),
    ),
    Wording(
        name="proclamation",
        form="proclamation",
        pattern=re.compile(
            rf"\bProclamation\s{{1,3}}(?:{_EN_NO}{_G})?(?P<serial>[0-9]{{4,5}})(?![0-9])"
        ),
        examples=(("Proclamation 11001", _each("proclamation", None, 11001)),),
    ),
    Wording(
        name="executive order",
        form="executive_order",
        pattern=re.compile(
            rf"\bExecutive\s{{1,3}}Order\s{{1,3}}(?:{_EN_NO}{_G})?(?P<serial>[0-9]{{4,5}})(?![0-9])"
        ),
        examples=(("Executive Order 14257", _each("executive_order", None, 14257)),),
    ),
)

WORDINGS: tuple[Wording, ...] = CHINESE + ELSEWHERE + ENGLISH
"""In the order of precedence where two rows read the same words."""
