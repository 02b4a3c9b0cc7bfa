"""How does a speaker stand to what is said: asserting, denying, refusing to say?"""

import re
from dataclasses import dataclass

from tracker.extraction.extracted import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWording:
    """Words that show a stance; ``examples`` are sentences in which they stand."""

    stance: Stance
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


STANCES: tuple[StanceWording, ...] = (
    StanceWording(
        stance="not_confirmed",
        pattern=re.compile(
            r"(?i:\b(?:am|was|is|are|were|not)\s(?:not\s)?(?:aware|familiar)\s(?:of"
            r"|with)\b|\b(?:not|un)\s?(?:able\sto\s)?confirm|\bhave\snot\s(?:seen"
            r"|heard)\b[^.]{0,40}\breports?|\bhas\snot\sbeen\sconfirmed"
            r"|\bnot\sin\sa\sposition\sto\sconfirm)|不(?:了解|掌握|知晓|清楚)(?:你|您|相关|有关|具体|这)"
            r"|没有(?:看到|听说)[^。]{0,14}(?:报道|消息|情况|说法)|不(?:了解|清楚)(?:相关|有关)?情况|无法证实"
        ),
        examples=(
            "I am not aware of the specific reports you mentioned.",
            "我不了解你提到的具体情况。",
        ),
    ),
    StanceWording(
        stance="denies",
        pattern=re.compile(
            r"(?i:\b(?:is|was|were|are)\s(?:simply\s|entirely\s|completely\s)?(?:untrue"
            r"|false|inaccurate|incorrect|not\s(?:true|accurate|correct|so)|baseless|fabricated|groundless)\b"
            r"|\bdenie[sd]\b|\bno\s(?:such\s)?(?:decision|plan|announcement|measure|document|proposal)s?\b(?!\sfor)"
            r"|\b(?:reject(?:ed|s)|refute[sd]|rebutted|disputed)\s(?:(?:the|a|an|any|those|that|these)\s)?(?:[\w-]+\s){0,3}?"
            r"(?:reports?|claims?|story|stories|talk|rumou?rs?|suggestions?|accounts?|assertions?)\b|\bdismissed\b"
            r"|\bcall(?:ed|s)\b(?:No\.|[^.\n]){0,160}\b(?:wrong|false|untrue|inaccurate|incorrect|baseless|nonsense|fiction|unfounded)\b"
            r"|\bdescribed\b(?:No\.|[^.\n]){0,100}\bas\s(?:false|wrong|untrue|baseless|fiction|inaccurate|incorrect|unfounded|invented)\b"
            r"|\b(?:that|this|it)\sis\snot\s(?:so|true|correct|the\scase)\b)|(?:不|并不|纯)属(?:实|子虚乌有)|并非事实"
            r"|不(?:是事实|实(?:信息|报道|消息))|否认|谣言|(?:没有|并未|未)(?:作出|做出)[^。]{0,12}决定|子虚乌有|没有这回事"
            r"|没有的事|与事实不符|(?:系|属于?|纯属)?误读|不准确|纯属(?:谣言|猜测)"
        ),
        examples=("The official said the report was untrue.", "该报道不属实。"),
    ),
    StanceWording(
        stance="no_comment",
        pattern=re.compile(
            r"(?i:\bno\scomments?\b|\bhave\snothing\b|\bno\s(?:comment"
            r"|(?:further\s)?information\sto\s(?:share|offer|provide|release)"
            r"|further\sdetails)|\bnothing\s(?:(?:more|further|new)\s)?to\s(?:share|add"
            r"|announce|offer|say)|\brefer\syou\sto\b|\bdeclin(?:e|ed"
            r"|es)\sto\s(?:comment|say|elaborate)"
            r"|\bdid\snot\s(?:immediately\s)?(?:respond|reply)|\bwill\snot\scomment"
            r"|\bnot\sgoing\sto\scomment)|没有(?:可以|更多|进一步|新的)?[^。,]{0,8}(?:公布|提供|分享|补充"
            r"|发布)的?(?:信息|消息|内容)?|没有(?:新的|更多的?|进一步的?)(?:信息|消息|情况)|不(?:对"
            r"|就)[^。,]{0,20}(?:作|做|发表|予)?(?:评论|回应|置评)|无可奉告|不予?(?:置评|评论)|(?:建议|请)(?:你"
            r"|您)?(?:向|询问)[^。]{0,16}(?:主管部门|了解|询问)|拒绝置评|未(?:予)?(?:回应|置评)"
        ),
        examples=(
            "For anything specific I would refer you to the competent authorities.",
            "目前没有可以公布的信息。",
        ),
    ),
    StanceWording(
        stance="practice",
        pattern=re.compile(
            r"(?i:\b(?:has|have|had)\s(?:already\s|so\sfar\s)?(?:reviewed\sand\s"
            r"|legally\s)?(?:approved|granted|issued)\b[^.]{0,60}\b(?:applications?"
            r"|licen[cs]es?)|\bapproved\sa\s(?:certain\s)?number\b)|(?:已"
            r"|依法)[^。]{0,10}(?:批准|许可|核准)[^。]{0,16}(?:申请|许可)|批准了?(?:一定数量|一些|部分)|(?:已"
            r"|已经)(?:依法)?(?:批准|许可|核准)|依法(?:予以)?批准"
        ),
        examples=(
            "The authorities have approved a certain number of applications.",
            "已依法批准一定数量的合规申请。",
        ),
    ),
)

ATTRIBUTION = re.compile(
    r"(?i:(?:^|[.;,]\s|\b(?:and|but|while|that)\s)(?:[-\u2022]\s?)?(?:the\s|a\s|an\s"
    r"|one\s|two\s)?(?P<en>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,6}?)(?:\s(?:on|in|late"
    r"|earlier|also)\s\w+|\sreached\sby\stelephone\son\s\w+)?,?\s(?:has\s|have\s|had\s"
    r"|also\s)?(?:said|says|told|writes|wrote|claims?|claimed|reported|reports|added"
    r"|noted|announced|stated|confirmed|denied|argued|warned|called|refuted|rejected|dismissed|described|declined|refused|did\snot\s(?:respond|reply|comment))\b)"
    r"|(?i:\baccording\sto\s(?:the\s|a\s)?(?P<according>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,5}))"
    r"|(?P<zh>[一-鿿《》“”A-Za-z0-9]{2,20}?)(?:在[^,。]{0,14})?(?:表示|称|说|指出|回应|强调|透露|报道|写道|认为|宣布|否认|证实|告诉)"
)
"""Who says it."""

QUOTED_BY = re.compile(
    r"[\"”],?\s(?:said|says)\s(?:one\s|a\s|an\s|the\s)?(?P<who>[\w'&.-]+(?:\s[\w'&.-]+){0,5})"
)
