"""In which wordings does an act change the words of another?"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWording:
    """One way of changing a text: ``pattern`` ends where the new words begin."""

    name: str
    does: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


AMENDMENTS: tuple[AmendmentWording, ...] = (
    AmendmentWording(
        name="replaced by",
        does="replace",
        pattern=re.compile(
            r"(?:修改|调整|变更|修订|更正|替换|更改|修正|改)\s?[为成]\s?[:]?|应(?:当)?(?:为|作|是)|(?<=”)(?:改|更正|订正)作"
            r"|(?:以|用|由)(?=“[^”\n]{1,240}”\s?来?(?:取代|替代|代替|替换))|代之以|(?<=,)代以|改按"
            r"|(?:提高|降低|放宽|收紧|上调|下调|提升)[至到为]"
            r"|(?:修改|调整|修订|更正|变更|修正)后的?(?:内容|表述|条文|规定|指标|文本)?(?:为|是)\s?:?"
            r"|新的?(?:表述|条文|指标|文本|限值)(?:为|是)\s?:?"
            r"|\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:adjusted|changed|amended|revised|corrected|raised|lowered|reduced|increased)"
            r"\sfrom\s(?:the\s)?[\"\u201c\u2018]?[0-9][0-9.,]*(?![0-9]|\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)|[./-][0-9])"
            r"[^.;\n]{0,40}?\sto\b"
            r"|\bshould\s(?:have\s)?read\b:?|\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:deemed\sto\s(?:be|have\sbeen)\s)?(?:replaced\s(?:by|with)"
            r"|(?:amended|changed|corrected|revised|modified|adjusted)\sto(?=\s[\"'\u201c\u2018])|amended\sto\sread|revised\sto\sread|corrected\sto\sread"
            r"|substituted\s(?:by|with))\b:?|\bto\sread\sas\sfollows\b:?|\b(?:shall|is\sto|will)\s(?:henceforth\s|now\s|hereafter\s)?(?:be\s)?read\sas\sfollows:?|\b(?:to|shall|is\sto)\s(?:be\s)?read(?:\sas)?:?(?=\s[\"\u201c\u2018])|\badding\sin\s(?:its|their)\splace\b|\band\sadding(?=\s[\"\u201c\u2018])|\b(?:for"
            r"|For):?\s[\"'\u201c\u2018][^\"'\u201d\u2019\n]{1,200}[\"'\u201d\u2019],?\s{1,2}(?:(?:there\sshall\sbe\s)?substituted?\b|read:?)|\b[Ss]trik(?:ing|e)\s[\"\u201c\u2018][^\"'\u201d\u2019\n]{1,200}[\"\u201d\u2019],?\s(?:and\s)?insert(?:ing)?\b(?:\sin\s(?:lieu|place)\sthereof)?:?|\b[Oo]mit\s[\"\u201c\u2018][^\"'\u201d\u2019\n]{1,200}[\"\u201d\u2019],?\s{1,2}(?:and\s)?(?:substitute|insert)\b:?|\bsubstituted?(?=[-\u2013\u2014:](?:\s|\Z))|\b(?:by\s)?(?:replacing|[Rr]eplace)\s[\"\u201c\u2018'][^\"'\u201d\u2019\n]{1,200}[\"\u201d\u2019'],?\s(?:with|by)\b|\bby\srevising\b|\bby\ssubstituting\b(?:\sfor\s(?:the\s(?:words?|expressions?|figures?)\s)?[\"'\u201c\u2018][^\"'\u201d\u2019\n]{1,200}[\"'\u201d\u2019],?)?|\bfrom\s['\"\u201c\u2018]?\w+['\"\u201d\u2019]?\sto(?=\s['\"\u201c\u2018]?(?:Restricted|Prohibited|Free))"
        ),
        examples=(
            "将第一条中的“纯度大于99.9%”修改为“纯度大于等于99.99%”。",
            "第二条误作“粒径小于5微米”，应作“粒径小于0.5微米”。",
            "第二条中，以“纯度不低于99.99%”取代“纯度大于99.9%”。",
            "删去第二条中的“纯度大于99.9%”，代之以“纯度不低于99.99%”。",
            "第二条的指标由大于99.9%提高至不低于99.99%。",
            "第二条修改后的表述为：“纯度不低于99.99%”。",
            "“3B981.c” should read “3B981.d”.",
            "The code in point 2 is adjusted from 2804800000 to 2804800090.",
            "by removing “2.40 nm” and adding in its place “2.4 nm”",
            "by striking “10 percent” and inserting “25 percent”",
            "a. Revising paragraph b to read: “A diameter of 2 mm or more;”",
            "'greater than 20 kg' is replaced by 'greater than 10 kg'",
            "the phrase “5 kg” is deemed to be replaced with “2 kg”",
            "by substituting for the words “5 kg” the words “2 kg”",
            "For entry PL9014 in Schedule 3 substitute-",
        ),
    ),
    AmendmentWording(
        name="deleted",
        does="delete",
        pattern=re.compile(
            r"删去|删除|取消(?=第)|不再(?:保留|列入)|\b(?:is|are|be)\s(?:hereby\s)?(?:deleted"
            r"|omitted|struck\sout|removed(?!\sfrom))\b|\b(?:[Oo]mit|[Dd]elete)\s|\b[Bb]y\s(?:removing|deleting|omitting)\b"
            r"|\bremove\sand\sreserve\b"
        ),
        examples=("删去第二条第（一）项。", "Article 4 is deleted.", "paragraph 2 is omitted"),
    ),
    AmendmentWording(
        name="added",
        does="add",
        pattern=re.compile(
            r"增加|增列|新增|增补|补充|\b(?:is|are|be)\s(?:hereby\s)?(?:inserted|added)\b:?"
            r"|\b(?:insert|add)(?:\s|(?=-|:))|(?:(?<=\n)|^)(?:Insert|Add):|\bby\s(?:adding|inserting)\b"
        ),
        examples=(
            "在第一条中增加一项，作为第（三）项：“1C931.c”。",
            "the following entry is inserted: ‘1C950’",
            "is amended by inserting after item 1C907 the following item: “1C908”",
        ),
    ),
)
