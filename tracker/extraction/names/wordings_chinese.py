"""In which Chinese wordings do texts name the number of an act?"""

from tracker.extraction.names.wording import Form, Wording, announced, each
from tracker.extraction.spelling.numerals import NUMERAL
from tracker.extraction.spelling.regexps import regexp

_G = r"\s{0,3}"
_SPACED = r"\s{0,16}"
"""The blanks behind a noun whose characters were written apart: they all stand behind it."""
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})"
_YEAR_ONLY = r"(?:19|20)[0-9]{2}"
_OF_POINT = r"[一二三四五六七八九十]{1,3}[、.]\s{0,3}(?:第\s?)?[0-9]|(?<=\n)[0-9]{1,2}、"
"""A number before another that only counts a point: ``一、28号公告``."""
_ZH_YEAR = rf"[\[(]?{_G}{_YEAR}{_G}年?{_G}[\])]?{_G}"

STATE_COUNCIL: tuple[tuple[str, Form], ...] = (
    ("国发", "guofa"),
    ("国函", "guohan"),
    ("国办发", "guobanfa"),
    ("国办函", "guobanhan"),
)
"""The words by which the State Council and its office number what is neither order nor notice."""

MINISTRIES: tuple[tuple[str, str], ...] = (
    ("工信", "MIIT"),
    ("国能", "NEA"),
    ("发改", "NDRC"),
    ("商", "MOFCOM"),
    ("署", "GACC"),
    ("财", "MOF"),
    ("国科发", "MOST"),
    ("自然资", "MNR"),
    ("环", "MEE"),
    ("科工", "SASTIND"),
    ("国市监", "SAMR"),
    ("税总", "STA"),
)
"""The words with which the ministries begin the numbers of their circulars, and who numbers so."""

CHINESE: tuple[Wording, ...] = (
    Wording(
        name="announcement with year",
        form="announcement",
        pattern=regexp(
            rf"公告{_SPACED}(?:\({_G}(?=\[)|》{_G}\((?={_G}{_YEAR_ONLY}年?{_G}第))?{_ZH_YEAR}(?=第|{NUMERAL})"
        ),
        list="zh",
        examples=(
            ("商务部公告〔2026〕943号", each("announcement", 2026, 943)),
            ("发布公告（〔2025〕61号）", announced(2025, 61)),
            ("商务部公告2025年第61号", announced(2025, 61)),
            ("公告2025第61号", announced(2025, 61)),
            ("商務部公告2025年第61號", announced(2025, 61)),
            ("商务部公告２０２５年第６１号", announced(2025, 61)),
            ("商务部 海关总署公告2025年第18号", announced(2025, 18)),
            ("公告〔2025〕61号", announced(2025, 61)),
            ("公告            \n2025年第61号", announced(2025, 61)),
            ("公告（2025年）第61号", announced(2025, 61)),
            ("公告二〇二五年第六十一号", announced(2025, 61)),
            ("公告2025年第55号、56号、57号、58号", announced(2025, 55, 56, 57, 58)),
            ("公告2025年第55、56、57、58号", announced(2025, 55, 56, 57, 58)),
            ("公告2025年第55号至第58号", announced(2025, 55, 56, 57, 58)),
            ("公告2025年第61号、10月9日起", announced(2025, 61)),
            ("公告2025年第55号（关于甲的决定）、56号", announced(2025, 55, 56)),
            ("公告2025年第61号和2024年第46号", announced(2025, 61) + announced(2024, 46)),
            ("公告2025年第61号,以及2024年第46号", announced(2025, 61) + announced(2024, 46)),
            ("公告2025年第61号全文和第62号第一条、第三条、第64号", announced(2025, 61, 62, 64)),
            ("公告2025年第61号第一条和第三条", announced(2025, 61)),
            ("《关于甲的公告》（2025年第61号）", announced(2025, 61)),
            ("公告2025年10月9日", ()),
        ),
    ),
    Wording(
        name="announcement without year",
        form="announcement",
        pattern=regexp(rf"公告{_SPACED}(?:\((?=第{_G}{NUMERAL}{_G}号))?(?=第{_G}{NUMERAL})"),
        list="zh",
        examples=(
            ("发布公告（第976号、第977号）", announced(None, 976, 977)),
            ("商务部公告第61号", announced(None, 61)),
            ("商务部公告第61、62号", announced(None, 61, 62)),
            ("公告第三条", ()),
        ),
    ),
    Wording(
        name="Indian notification in Chinese",
        form="dgft_notification",
        pattern=regexp(
            rf"第{_G}(?P<serial>[0-9]{{1,3}}){_G}/{_G}(?P<year>20[0-9]{{2}}){_G}[-/]{_G}(?:20)?[0-9]{{2}}{_G}号(?:公告|通知|通告)?"
        ),
        examples=(
            ("发布第26/2024-2025号公告", each("dgft_notification", 2024, 26)),
            ("第26/2024-25号通知", each("dgft_notification", 2024, 26)),
        ),
    ),
    Wording(
        name="number before the word announcement",
        form="announcement",
        pattern=regexp(
            rf"(?<![0-9])(?!{_OF_POINT})(?:\[?{_YEAR}{_G}年?{_G}(?:(?=第)|\]{_G}))?"
            rf"(?P<serials>(?:第{_G})?{NUMERAL}{_G}号?"
            rf"(?:{_G}(?:,?以及|[、,和及与至-]){_G}(?:(?:{_YEAR_ONLY}年|同年){_G}(?=第))?"
            rf"(?:第{_G})?{NUMERAL}{_G}号?){{0,20}})(?<=号)"
            r"(?:等?(?:[两三四五六七八九十]|[0-9]{1,2})[个份项])?(?:联合)?公告"
        ),
        anchor="号(?:等?(?:[两三四五六七八九十]|[0-9]{1,2})[个份项])?(?:联合)?公告",
        examples=(
            ("商务部2026年第1号公告", announced(2026, 1)),
            ("对〔2026〕1号公告所列企业", announced(2026, 1)),
            ("商务部第61号、第62号公告", announced(None, 61, 62)),
            ("2025年第61号、2026年第3号公告", announced(2025, 61) + announced(2026, 3)),
            ("2025年第61、62号联合公告", announced(2025, 61, 62)),
            ("55至58号公告", announced(None, 55, 56, 57, 58)),
            ("第61号、第62号两个公告", announced(None, 61, 62)),
            ("发布第61、62、63号3个公告", announced(None, 61, 62, 63)),
            ("一、28号公告的实施期限", announced(None, 28)),
        ),
    ),
    Wording(
        name="number in the field of a page",
        form="announcement",
        pattern=regexp(
            rf"(?:(?<=文号:)|(?<=字号:)|(?<=编号:)|(?<=文号\])|(?<=字号\]))\s{{0,2}}{_ZH_YEAR}(?=第{_G}{NUMERAL}{_G}号)"
        ),
        list="zh",
        examples=(("文号：2025年第61号", announced(2025, 61)), ("编号2025年", ())),
    ),
    Wording(
        name="year and number alone in an item",
        form="announcement",
        pattern=regexp(
            rf"(?:(?<=[一二三四五六七八九十]\))|(?<=[0-9][.)、])){_G}{_ZH_YEAR}"
            rf"(?=第{_G}{NUMERAL}{_G}(?:号?{_G}(?:[、,和及]|以及){_G}(?:第{_G})?{NUMERAL}{_G}){{0,12}}号\s?(?:[(;。]|\n|$))"
        ),
        list="zh",
        examples=(
            ("下列公告：（一）2025年第61、62号；", announced(2025, 61, 62)),
            ("（一）2026年第3号台风来临", ()),
        ),
    ),
    Wording(
        name="order with year",
        form="order",
        pattern=regexp(rf"(?<![禁命司法指口责勒])令{_SPACED}{_ZH_YEAR}(?=第|{NUMERAL}{_G}号)"),
        list="zh",
        examples=(
            ("商务部、科技部令2008年第12号", each("order", 2008, 12)),
            ("令2008年第12号", each("order", 2008, 12)),
        ),
    ),
    Wording(
        name="presidential order",
        form="presidential_order",
        pattern=regexp(rf"主席令{_G}(?:{_ZH_YEAR})?(?=第{_G}{NUMERAL})"),
        list="zh",
        examples=(
            ("主席令第五十八号", each("presidential_order", None, 58)),
            ("中华人民共和国主席令第58号", each("presidential_order", None, 58)),
        ),
    ),
    Wording(
        name="order without year",
        form="order",
        pattern=regexp(
            rf"(?<![禁命司法指口责勒席])令{_SPACED}(?:\((?=第{_G}{NUMERAL}{_G}号))?(?=第{_G}{NUMERAL})"
        ),
        list="zh",
        examples=(
            ("国务院令第785号", each("order", None, 785)),
            ("國務院令第785號", each("order", None, 785)),
            ("令第71号", each("order", None, 71)),
            ("商务部 海关总署令（第971号）", each("order", None, 971)),
            ("禁令第3号", ()),
        ),
    ),
    Wording(
        name="number before the word order",
        form="order",
        pattern=regexp(
            rf"(?<![0-9])(?!{_OF_POINT})(?:\[?{_YEAR}{_G}年?{_G}(?:(?=第)|\]{_G}))?"
            rf"(?P<serials>第{_G}{NUMERAL}{_G}号(?:{_G}[、,和及与]{_G}(?:第{_G})?{NUMERAL}{_G}号){{0,10}})"
            r"令"
        ),
        anchor="号令(?![牌状旗箭])",
        examples=(
            ("国务院第785号令", each("order", None, 785)),
            ("商务部2018年第905号令", each("order", 2018, 905)),
            ("海关总署第961号、第962号令", each("order", None, 961, 962)),
            ("第3号令牌", ()),
        ),
    ),
    *(
        Wording(
            name=f"document of the State Council: {written}",
            form=form,
            pattern=regexp(
                rf"(?<![一-鿿]){written}{_G}[\[(]{_G}{_YEAR}{_G}年?{_G}[\])]{_G}(?:第{_G})?(?P<serial>[0-9]{{1,4}}){_G}号"
            ),
            examples=((f"{written}〔2026〕943号", each(form, 2026, 943)),),
        )
        for written, form in STATE_COUNCIL
    ),
    Wording(
        name="circular of a ministry",
        form="ministry_document",
        pattern=regexp(
            rf"(?<![一-鿿])(?:{'|'.join(words for words, _ in MINISTRIES)})[一-鿿]{{0,7}}"
            rf"(?:(?<![许罚函复告令])|(?<=[一-鿿]办函)|(?<=[一-鿿]办[一-鿿]函)|(?<=[一-鿿]办[一-鿿][一-鿿]函)){_G}"
            rf"[\[(]{_G}{_YEAR}{_G}年?{_G}[\])]{_G}(?:第{_G})?(?P<serial>[0-9]{{1,4}}){_G}号"
        ),
        examples=(
            ("工信部联原〔2026〕943号", each("ministry_document", 2026, 943)),
            ("国能综通科技〔2024〕943号", each("ministry_document", 2024, 943)),
            ("国科发〔2026〕943号", each("ministry_document", 2026, 943)),
            ("商产发〔2026〕943号", each("ministry_document", 2026, 943)),
            ("商办安管函〔2026〕943号", each("ministry_document", 2026, 943)),
        ),
    ),
    Wording(
        name="number alone below an issuer",
        form="announcement",
        pattern=regexp(
            rf"(?<=\n)\s{{0,4}}{_YEAR}{_G}年{_G}(?=第{_G}{NUMERAL}{_G}号\s{{0,4}}(?:\n|$))"
        ),
        list="zh",
        needs_issuer=True,
        examples=(
            ("公告\n\n商务部\n2026年第961号\n", announced(2026, 961)),
            ("商务部\n2026年第961号文件\n", ()),
        ),
    ),
    Wording(
        name="year in brackets after an issuer",
        form="announcement",
        pattern=regexp(rf"[\[(]{_G}{_YEAR}{_G}年?{_G}[\])]{_G}(?=(?:第{_G})?{NUMERAL}{_G}号)"),
        list="zh",
        needs_issuer=True,
        examples=(
            ("不可靠实体清单工作机制〔2025〕7号", announced(2025, 7)),
            ("不可靠实体清单工作机制〔2025〕5号、6号", announced(2025, 5, 6)),
            (
                "不可靠实体清单工作机制〔2025〕5号（三家）、〔2026〕6号",
                announced(2025, 5) + announced(2026, 6),
            ),
            ("工作机制（2025）第7号", announced(2025, 7)),
        ),
    ),
)
