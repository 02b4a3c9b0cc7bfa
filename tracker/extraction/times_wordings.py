"""In which wordings do texts say when something starts, ends, or how long it lasts?

A row a wording, read on marked text (`tracker.extraction.flow.Flow.marked`), in which every day
is a run of marks. A test runs every example of every row.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tracker.extraction.flow import DAY
from tracker.extraction.numerals import ENGLISH_NUMBER, NUMERAL

Role = Literal["start", "end", "length"]
Anchor = Literal["day", "publication"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWording:
    """One way of naming a time.

    Groups of ``pattern``: ``day`` (marks), ``n`` and ``unit`` (a count), ``inclusive`` (the words
    that make the boundary sure), ``at`` (an hour). ``anchor`` is what a count starts from:
    ``n`` units after the publication, or a day of its own. ``plus`` is added to ``n`` where the
    text has no number (the day following: 1). ``examples`` hold what a text of 2026-03-10 says,
    written ``start 2026-04-01`` or ``length 90 day``.
    """

    name: str
    role: Role
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    anchor: Anchor = "day"
    plus: int = 0
    inclusive: bool = False


_D = rf"(?P<day>{DAY})"
_ZH_HOUR = r"(?: ?(?P<at>[0-9]{1,2}(?:时(?:[0-9]{1,2}分)?|:[0-9]{2})|零时|中午12时))?"
_ZH_NOTE = r"(?: ?\([^()]{0,12}\))?"
_ZH_PUBLISHED = r"(?:公布|发布|印发|颁布|公告|刊登|刊发|下发|签发|签署|宣布)"
_ZH_COUNT = rf"(?P<n>{NUMERAL}|半)\s?个?(?P<unit>工作日|日|天|周|月|年)"

CHINESE_TIMES: tuple[TimeWording, ...] = (
    TimeWording(
        name="from a day",
        role="start",
        pattern=re.compile(rf"(?:自|从|由) ?{_D}{_ZH_HOUR}{_ZH_NOTE} ?(?:之?日?起|开始|以后|后)"),
        examples=(
            ("本公告自2026年4月1日起实施。", ("start 2026-04-01",)),
            ("自2026年4月1日12时01分起正式实施。", ("start 2026-04-01",)),
            ("自2026年4月1日（含当日）起执行。", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="from a day to",
        role="start",
        pattern=re.compile(rf"(?:自|从|由) ?{_D}{_ZH_HOUR}{_ZH_NOTE}(?= ?(?:至|到|-))"),
        examples=(("自2026年4月1日至2026年5月1日暂停", ("start 2026-04-01", "end 2026-05-01")),),
    ),
    TimeWording(
        name="a day onwards",
        role="start",
        pattern=re.compile(rf"(?<![自从由至到\ue000]) ?{_D}{_ZH_HOUR}{_ZH_NOTE} ?(?:之日)?起"),
        examples=(("2026年4月1日起施行", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="on a day",
        role="start",
        pattern=re.compile(
            rf"(?:于|在)? ?{_D}{_ZH_HOUR} ?(?:正式|开始|起){{0,2}}"
            r"(?:施行|实施|执行|生效|恢复|废止|失效)"
        ),
        examples=(("本令于2026年4月1日生效。", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="moved to a day",
        role="start",
        pattern=re.compile(
            r"(?:推迟|延期|延后|顺延|延迟|调整|变更|提前|改)(?:[^,。;\ue000]{0,12})"
            rf"(?:至|到|为|自|于) ?{_D}"
        ),
        examples=(("实施日期推迟至2026年6月1日。", ("start 2026-06-01", "end 2026-06-01")),),
    ),
    TimeWording(
        name="from a month",
        role="start",
        pattern=re.compile(
            r"(?:自|从|由) ?(?P<month>[0-9]{4} ?年 ?[0-9]{1,2} ?月)"
            r"(?:份|上旬|中旬|下旬)? ?(?:起|开始)"
        ),
        examples=(("第一条自2027年3月起实施。", ("start None",)),),
    ),
    TimeWording(
        name="from publication",
        role="start",
        pattern=re.compile(
            rf"(?:自|从|由)? ?(?:本\w{{1,4}})?{_ZH_PUBLISHED}之?日(?:\(含当日\))?(?:起|开始)"
            rf"(?! ?(?:满 ?)?{NUMERAL} ?(?:个|日|天|周|月|年|工))"
        ),
        anchor="publication",
        examples=(
            ("本公告自公布之日起正式实施。", ("start 2026-03-10",)),
            ("自本公告发布之日起执行", ("start 2026-03-10",)),
            ("本办法自公布之日起30日后施行。", ("start 2026-04-09",)),
        ),
    ),
    TimeWording(
        name="the day after publication",
        role="start",
        pattern=re.compile(
            rf"(?:自|从)? ?(?:本\w{{1,4}})?{_ZH_PUBLISHED}(?:之?日)?的?(?:次日|第二日|翌日)起"
        ),
        anchor="publication",
        plus=1,
        examples=(("本公告自公布之日的次日起施行。", ("start 2026-03-11",)),),
    ),
    TimeWording(
        name="at once",
        role="start",
        pattern=re.compile(
            rf"(?:自|从)?即日起|(?:自|从)即日|立即(?:生效|施行|实施|执行)|{_ZH_PUBLISHED}之日(?:生效|施行|实施)"
        ),
        anchor="publication",
        examples=(("经批准，自即日起至2026年12月1日", ("start 2026-03-10", "end 2026-12-01")),),
    ),
    TimeWording(
        name="some time after publication",
        role="start",
        pattern=re.compile(
            rf"(?:自|从)? ?(?:本\w{{1,4}})?{_ZH_PUBLISHED}之?日(?:起|后)? ?(?:满 ?)?{_ZH_COUNT}"
            r"(?:之?后|以后|起|届满|(?=施行|实施|生效|执行))"
        ),
        anchor="publication",
        examples=(
            ("本办法自公布之日起30日后施行。", ("start 2026-04-09",)),
            ("自发布之日起满三个月后实施", ("start 2026-06-10",)),
        ),
    ),
    TimeWording(
        name="to a day",
        role="end",
        pattern=re.compile(
            rf"(?:至|到|直至|截至|截止到?|-) ?{_D}(?P<inclusive> ?(?:24时|24:00|\(含[^()]{{0,6}}\)"
            rf"|\(包括[^()]{{0,6}}\)|当日))?"
            r"(?:止|为止)?"
        ),
        examples=(
            ("有效期至2026年12月31日。", ("end 2026-12-31",)),
            ("至2026年12月31日（含）止", ("end 2026-12-31 inclusive",)),
            ("至2026年12月31日24时", ("end 2026-12-31 inclusive",)),
        ),
    ),
    TimeWording(
        name="ends on a day",
        role="end",
        pattern=re.compile(rf"(?:于|在) ?{_D}(?:届满|到期|终止|截止|止)"),
        examples=(("有效期于2026年12月31日届满。", ("end 2026-12-31",)),),
    ),
    TimeWording(
        name="for a time",
        role="length",
        pattern=re.compile(
            rf"(?<![第自0-9一二三四五六七八九十]){_ZH_COUNT}"
            r"(?! ?(?:内|以内|以上|以下|之内|前|后|以前|第|[0-9]|度|间|起|来|报|审))"
        ),
        examples=(
            ("继续暂停上述措施90天。", ("length 90 day",)),
            ("期限为一年，自", ("length 1 year",)),
            ("应当在30日内报告", ()),
            ("第一年", ()),
        ),
    ),
)

_HOUR = (
    r"(?:(?P<at>(?:[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?|[0-9]{1,2}\s?[ap]\.?m\.?"
    r"|midnight|noon))"
    r"\s?(?:\(?[A-Z]{2,4}\)?|[Ee]astern\s(?:[Ss]tandard\s|[Dd]aylight\s)?[Tt]ime"
    r"|local time|Beijing time)?,?\s(?:on\s)?)?"
)
_THE = r"(?:the\s)?"
_PUBLISHED = (
    r"(?:(?:its|their|this|the|that)\s){0,2}"
    r"(?:(?:[Aa]nnouncement|[Nn]otice|[Oo]rder|[Rr]ule|[Rr]egulations?"
    r"|[Nn]otification)(?:'s)?\s(?:is\s|was\s)?(?:of\s)?)?"
    r"(?:[Oo]fficial\s)?(?:publication|promulgation|issuance|issue|announcement|release"
    r"|published|promulgated|issued)"
)
_OF_PUBLICATION = rf"(?:(?:that|{_THE}(?:date|day))\s)?(?:of|on which|when|it is)?\s?{_PUBLISHED}"
_UNIT = r"(?:calendar\s|working\s|business\s)?(?P<unit>day|week|month|year)s?"
_COUNT = rf"(?P<n>{ENGLISH_NUMBER})(?:\s\([0-9]{{1,4}}\))?[\s-]{_UNIT}"
_INTO = (
    r"(?:(?:com(?:es?|ing)|enter(?:s|ing|ed)?|put|brought"
    r"|go(?:es)?)\s(?:back\s)?into\s(?:force|effect|operation)"
    r"|tak(?:es?|ing)\s(?:legal\s)?effect|commences?|appl(?:y|ies)|(?:be|is|are"
    r"|becomes?)\s(?:effective|applicable|implemented|enforced|in\sforce|revoked"
    r"|repealed|suspended|removed)"
    r"|effective|resumed?|resumes|starts?|begins?|in\sforce|in\seffect|ends?|implementation)"
)

ENGLISH_TIMES: tuple[TimeWording, ...] = (
    TimeWording(
        name="from a day",
        role="start",
        pattern=re.compile(
            r"\b(?:[Ff]rom|[Aa]s\s(?:of|from)|[Oo]n\sand\s(?:from|after)"
            r"|[Oo]n\sor\safter|[Ss]tarting(?:\son|\sfrom)?|[Bb]eginning(?:\son"
            r"|\sfrom)?"
            r"|[Ww]ith\seffect\s(?:from|on)|[Ee]ffective(?:\sdate)?(?:\sis"
            r"|\s?:)?(?:\son|\sas\sof|\sfrom|\sat|\sbeginning)?|[Cc]ommencing(?:\son)?"
            r"|[Ss]ince)\s"
            rf"{_THE}{_HOUR}{_D}"
        ),
        examples=(
            ("This rule is effective April 1, 2026.", ("start 2026-04-01",)),
            ("shall resume as of April 1, 2026", ("start 2026-04-01",)),
            ("is revoked with effect from 1 April 2026", ("start 2026-04-01",)),
            ("starting from 12:01 a.m. on April 1, 2026", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="into force on a day",
        role="start",
        pattern=re.compile(
            rf"\b{_INTO}\s(?:officially\s|only\s)?(?:(?:on|at"
            rf"|from)\s)?{_THE}(?:beginning\sof\s"
            rf"|start\sof\s)?{_HOUR}(?:on\s)?{_THE}{_D}"
        ),
        examples=(
            ("They will come into force on 8 April 2026.", ("start 2026-04-08",)),
            ("shall enter into force on 8 April 2026", ("start 2026-04-08",)),
            ("takes effect at 00:01 on 8 April 2026", ("start 2026-04-08",)),
        ),
    ),
    TimeWording(
        name="at once",
        role="start",
        pattern=re.compile(
            r"\bwith\simmediate\seffect\b|\beffective\simmediately\b|\b(?:takes?|taking"
            r"|into)\s(?:effect|force)\simmediately\b|\bimmediately\seffective\b"
            r"|\bimmediately\s(?:comes?|enters?)\sinto\s(?:force|effect)"
            r"|\bshall\simmediately\s(?:take|come)|\bas\sof\stoday\b|\bfrom\stoday\b"
        ),
        anchor="publication",
        examples=(("is revoked with immediate effect", ("start 2026-03-10",)),),
    ),
    TimeWording(
        name="a numbered day after publication",
        role="start",
        pattern=re.compile(
            rf"\b(?:the\s)?(?P<n>{ENGLISH_NUMBER})\s(?:calendar\s)?(?P<unit>day)\s"
            rf"(?:following|after)\s{_OF_PUBLICATION}"
        ),
        anchor="publication",
        examples=(
            (
                "shall enter into force on the twentieth day following that of its publication in",
                ("start 2026-03-30",),
            ),
            ("on the third day following its publication", ("start 2026-03-13",)),
        ),
    ),
    TimeWording(
        name="the day after publication",
        role="start",
        pattern=re.compile(
            rf"\bthe\sday\s(?:immediately\s)?(?:following|after)\s(?:{_OF_PUBLICATION}"
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
        pattern=re.compile(
            rf"\b{_COUNT}\s(?:after|from|following|(?:have|has)\selapsed\s(?:from|since"
            rf"|after)|(?:counting"
            rf"|counted)\sfrom)\s(?:and\sincluding\s)?{_OF_PUBLICATION}"
        ),
        anchor="publication",
        examples=(
            (
                "on which two months have elapsed from the date of promulgation",
                ("start 2026-05-10",),
            ),
            ("shall take effect 30 days after publication", ("start 2026-04-09",)),
            ("effective thirty (30) days from the date of publication", ("start 2026-04-09",)),
        ),
    ),
    TimeWording(
        name="from publication",
        role="start",
        pattern=re.compile(
            r"\b(?:(?:[Oo]n|[Ff]rom|[Uu]pon|[Aa]s\s(?:of|from)|[Ww]ith\seffect\s(?:from"
            r"|on)|[Ee]ffective(?:\son|\sas\sof|\sfrom|\supon)?)\s)"
            rf"(?!the\sday\sfollowing){_OF_PUBLICATION}(?!\s(?:in|of)\sthe\sFederal\sRegister\sof)"
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
        name="through a day",
        role="end",
        pattern=re.compile(
            rf"\b(?:through|thru|up\sto\sand\sincluding|until\sand\sincluding|(?:at"
            rf"|until|till|to)\sthe\s(?:end|close)\sof|including)\s{_THE}{_HOUR}{_D}"
        ),
        inclusive=True,
        examples=(
            ("is suspended through November 9, 2026", ("end 2026-11-09 inclusive",)),
            ("until the end of 9 November 2026", ("end 2026-11-09 inclusive",)),
        ),
    ),
    TimeWording(
        name="until a day",
        role="end",
        pattern=re.compile(
            rf"\b(?:until|till|to|up\sto|ending(?:\son)?|expir\w{{1,4}}(?:\son)?"
            rf"|valid\suntil|ends?\son"
            rf"|laps\w{{1,3}}\son)\s{_THE}{_HOUR}{_D}(?P<inclusive>,?\s\(?(?:inclusive"
            rf"|included))?"
        ),
        examples=(
            ("suspended until November 10, 2026.", ("end 2026-11-10",)),
            ("to 31 December 2026 inclusive", ("end 2026-12-31 inclusive",)),
            ("expires on 31 December 2026", ("end 2026-12-31",)),
        ),
    ),
    TimeWording(
        name="for a time",
        role="length",
        pattern=re.compile(
            rf"\b(?:for|by|of)\s(?:a\s(?:further\s|period\sof\s)?"
            rf"|an\s(?:additional\s)?(?:period\sof\s)?|another\s"
            rf"|the\snext\s)?(?:further\s|additional\s"
            rf"|period\sof\s)?{_COUNT}(?!\s(?:ago|before|from|after|following"
            rf"|of\s(?:receipt|the)|prior|old))"
        ),
        examples=(
            ("is suspended for 90 days", ("length 90 day",)),
            ("for a further period of one year", ("length 1 year",)),
            ("suspended for another ninety days", ("length 90 day",)),
        ),
    ),
)
