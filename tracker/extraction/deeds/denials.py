"""In which wordings does a text say of a deed that nobody does it here and now?

The words of a deed alone (``废止``, ``is repealed``) do not tell it: they may be denied
(``并不废止``, ``nothing in this Order repeals``), wished for, put under a condition, or only
talked of. A row stands right before the words of the deed, in its clause, or right behind them. A
test reads every example: none of them holds a deed.
"""

import re

from tracker.domain.records import EffectKind
from tracker.extraction.deeds.denial_wording import Denial, Place
from tracker.extraction.deeds.denials_chinese import CHINESE_DENIALS
from tracker.extraction.deeds.denials_english import ENGLISH_DENIALS
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_OF_DAYS = frozenset({"postpone", "extend"})
_NEAR = {"zh": 100, "en": 260}
"""How much of a sentence before the words of a deed is looked at."""


def _one_of(rows: tuple[Denial, ...], place: Place, *, told: bool = False) -> re.Pattern[str]:
    return regexp("|".join(row.words for row in rows if row.place == place and row.told is told))


_BEFORE = {"zh": _one_of(CHINESE_DENIALS, "before"), "en": _one_of(ENGLISH_DENIALS, "before")}
_TOLD = {
    "zh": _one_of(CHINESE_DENIALS, "before", told=True),
    "en": _one_of(ENGLISH_DENIALS, "before", told=True),
}
_BEHIND_CHINESE = _one_of(CHINESE_DENIALS, "behind")
_BEFORE_A_NAME = _one_of(ENGLISH_DENIALS, "before a name")
_SAID = regexp(r"(?:is|are|be|being|stands?|becomes?|shall|will|has|have)\b|[a-z]+s\b")
"""How words begin that say a deed, and do not only name it: ``is repealed``, ``repeals``."""


_DENIED_WITHIN = regexp(
    r"(?<=.)(?:不[作做予]?|未[作予]?|没有|无需?|并不)(?:再|任何|相应|作出){0,2}"
    r"(?:调整|变更|更改|修改|推迟|推后|延[期长后续]|顺延|提前|改|变)(?:为|至|到|于|自)?$"
    r"|(?<=.)[不未](?:会)?因[^,。;]{1,30}?(?:推迟|推后|延[期长后续]|顺延|提前|改变)$"
)
"""How the words of a new day or term end that deny it: ``施行日期不作调整``."""


_VERB_DENIED = regexp(
    r"(?<=.)(?:[并绝]?不(?!得)(?:会|予|作|宜|拟|打算)?|[并尚]?未(?:予|作)?|没有)(?:因此|立即|提前|予以)?"
    r"(?:解除|结束|取消|终止|撤[销回]|收回|恢复|废止|停止|暂停|中止)(?:实施|执行|施行|适用)?$"
)
"""How the words of a deed end whose own verb is denied: ``暂停自6月1日起并不取消``."""


def is_denied(
    flow: Flow, sentence: Span, start: int, end: int, *, kind: EffectKind | None = None
) -> bool:
    """Tell whether a sentence says that the deed whose words stand at ``start:end`` is not done."""
    text = flow.marked
    if flow.language == "zh" and _VERB_DENIED.search(text, start, end) is not None:
        return True
    if kind in _OF_DAYS and _DENIED_WITHIN.search(text, start, end) is not None:
        return True
    before = text[max(sentence.start, start - _NEAR[flow.language]) : start]
    if _BEFORE[flow.language].search(before) is not None:
        return True
    if flow.language == "zh":
        return _BEHIND_CHINESE.match(text, end, sentence.end) is not None
    return _SAID.match(text, start) is None and _BEFORE_A_NAME.search(before) is not None


_OF_CHANGES = frozenset(
    {"somebody asked for it", "in an event, of which a part is told only", "never done",
     "done by another act, or before"}
)  # fmt: skip
_TOLD_OF_CHANGES = regexp(
    "|".join(row.words for row in CHINESE_DENIALS if row.told and row.name in _OF_CHANGES)
)
"""What also tells of a change of words made elsewhere: old words are told with ``原`` here, too."""


def change_denied(before: str, behind: str) -> bool:
    """Tell whether the words around those of a Chinese change say that it is not made here."""
    told = _BEFORE["zh"].search(before) or _TOLD_OF_CHANGES.search(before)
    return told is not None or _BEHIND_CHINESE.match(behind) is not None


def is_only_told(flow: Flow, before: str) -> bool:
    """Tell whether the words right before those of a deed say that it was done, or may be."""
    return _TOLD[flow.language].search(before) is not None
