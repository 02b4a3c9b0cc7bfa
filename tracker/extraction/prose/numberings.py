"""In which ways do texts number their points, articles and items?"""

import re
from dataclasses import dataclass

from tracker.extraction.spelling.regexps import regexp

_ZH_N = "[一二三四五六七八九十]{1,3}"
_ZH_BEGIN = r"(?:(?<=\n)|^|(?<=[:。;]))[ \t]{0,4}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """One way of numbering: ``pattern`` has a group ``n``, its match stands before the words."""

    name: str
    pattern: re.Pattern[str]
    prefix: str
    """What ids put before the number; an empty one writes it in small Roman numerals."""


FIGURES = "阿拉伯数字"
_DOT = r"\.(?![0-9](?![A-E][0-9]{3}|[0-9]{3} ?年|[0-9]? ?月|[0-9]{7}(?:[0-9]{2})?(?![0-9])))"
"""A dot behind a figure that counts, also before a code or a day: ``3.2026年``, not ``1.5``."""
CHINESE_POINTS = (
    Numbering(name="点", prefix="", pattern=regexp(rf"{_ZH_BEGIN}(?P<n>{_ZH_N})[、.]")),
    Numbering(
        name="条",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}第(?P<n>[一二三四五六七八九十百]{1,5})条(?=[\s:])"),
    ),
    Numbering(
        name=FIGURES,
        prefix="",
        pattern=regexp(rf"(?:(?<=\n)|^)[ \t]{{0,4}}(?P<n>[0-9]{{1,2}})(?:、|{_DOT})"),
    ),
)
CHINESE_WORD_POINTS = (
    Numbering(
        name="甲乙",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}(?P<n>[甲乙丙丁戊己庚辛])、"),
    ),
    Numbering(
        name="第一",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}第(?P<n>[一二三四五六七八九十]{1,3})(?:是|[,、:])"),
    ),
    Numbering(
        name="号",
        prefix="",
        pattern=regexp(rf"(?:(?<=\n)|^)[ \t]{{0,4}}\((?P<n>{_ZH_N}|[0-9]{{1,2}}|[甲乙丙丁戊己])\)"),
    ),
)
"""What counts the rules of an act that has no points of the common kind."""
CHINESE_ITEMS = (
    Numbering(name="项", prefix="", pattern=regexp(rf"{_ZH_BEGIN}\((?P<n>{_ZH_N})\)")),
    Numbering(
        name="数字项",
        prefix="",
        pattern=regexp(
            rf"(?:(?<=\n)|(?<=[:;。]))[ \t]{{0,4}}\(?(?P<n>[0-9]{{1,2}})(?:[、)]|{_DOT})"
        ),
    ),
    Numbering(
        name="圈",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|(?<=[:;。]))[ \t]{0,4}(?P<n>[①-⑩])"),
    ),
)
ENGLISH_POINTS = (
    Numbering(
        name="article",
        prefix="art-",
        pattern=regexp(
            r"(?:(?<=\n)|^)[ \t]{0,4}(?:ARTICLE|Article|Art\.)\s(?P<n>[0-9]{1,3}"
            r"|[IVX]{1,6})\b(?!,|\s(?:of|and|to|in|is|are|shall|will|appl(?:y|ies)|comes?|enters?|takes?)\b)[.:]?"
        ),
    ),
    Numbering(
        name="section",
        prefix="",
        pattern=regexp(
            r"(?:(?<=\n)|^)[ \t]{0,4}(?:SECTION|Section|Sec\.|SEC\.)\s(?P<n>[0-9]{1,3}"
            r"|[IVX]{1,6})\b(?!,|\s(?:of|and|to|in|is|are|shall|will|appl(?:y|ies)|comes?|enters?|takes?)\b)[.:]?"
        ),
    ),
    Numbering(
        name="roman",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}(?P<n>[IVX]{1,6})[.、:]\s?"),
    ),
    Numbering(
        name="number",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}(?P<n>[0-9]{1,2})[.、](?:-{1,2}\s?(?=\(1\))|\s)"),
    ),
    Numbering(
        name="number",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}(?P<n>[0-9]{1,2})\)\s"),
    ),
    Numbering(
        name="word",
        prefix="",
        pattern=regexp(
            r"(?:(?<=\n)|^)[ \t]{0,4}(?P<n>One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
            r"|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth)(?:ly)?[.,:]\s(?=[A-Z])"
        ),
    ),
)
BRANCHED = Numbering(
    name="article",
    prefix="art-",
    pattern=regexp(
        r"(?:(?<=\n)|^)[ \t]{0,4}(?:ARTICLE|Article|Art\.)\s(?P<n>[0-9]{1,3})"
        r"(?:-(?P<branch>[0-9]{1,2}))?(?![0-9-])(?!,|\s(?:of|and|to|in|is|are|shall|will|appl(?:y|ies)|comes?|enters?|takes?)\b)[.:]?"
    ),
)
"""How Japan and Korea number articles put in behind others: ``Article 9-2``."""
ENGLISH_ITEMS = (
    Numbering(
        name="item",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|(?<=[:;.—-]))[ \t]{0,4}\((?P<n>[0-9]{1,2})\)"),
    ),
    Numbering(
        name="letter",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|(?<=[:;.—-]))[ \t]{0,4}\((?P<n>[a-h])\)"),
    ),
    Numbering(
        name="figure",
        prefix="",
        pattern=regexp(r"(?<=\n)[ \t]{0,4}(?P<n>[0-9]{1,2})[.)]\s(?=\S)"),
    ),
    Numbering(
        name="letter",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}(?P<n>[A-H])[.)]\s(?=[A-Z])"),
    ),
    Numbering(
        name="small roman",
        prefix="",
        pattern=regexp(r"(?:(?<=\n)|(?<=[:;.—-]))[ \t]{0,4}\((?P<n>[ivx]{1,5})\)"),
    ),
)
ENGLISH_EXCERPTS = tuple(row for row in ENGLISH_POINTS if row.name in ("article", "number"))
"""What a notification counts whose preamble is its first paragraph, and what an excerpt counts."""
PLAIN_SECTIONS = Numbering(
    name="plain section",
    prefix="",
    pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}(?P<n>[0-9]{1,2})\s{1,3}(?=[A-Z(])"),
)
"""How Canadian acts number their sections: by a figure and a blank."""
CLAUSES = Numbering(
    name="clause",
    prefix="",
    pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}\((?P<n>[0-9]{1,2})\)\s(?=[A-Z])"),
)
"""How a proclamation numbers what it orders."""
INSTRUCTIONS = Numbering(
    name="amendatory instruction",
    prefix="instruction-",
    pattern=regexp(r"(?:(?<=\n)|^)[ \t]{0,4}(?:\u25a0\s?)?(?P<n>[0-9]{1,3})\.\s(?=[A-Z])"),
)
TABLE_ROWS = Numbering(
    name="row of a table",
    prefix="annex-",
    pattern=regexp(r"(?:(?<=\n)|^)[ \t|]{0,4}(?P<n>[0-9]{1,3})[.)]?[ \t]{0,8}(?:\||\n)"),
)
"""How a table counts its rows; of a page, each cell may stand on a line of its own."""
