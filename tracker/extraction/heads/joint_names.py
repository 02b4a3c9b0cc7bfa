"""Whose names stand in a row before the number of a joint act, and who is the first of them?"""

import re

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_ROW = 200
_LONGEST_NAME = 80
_STOP = regexp(r"[\s\S]{0,200}(?:[。;:,!?()《》\[\]\ue000-\uf8ff]|[|>»›][^\n]{0,60}\n)")
_WORD = regexp(r"[^\s、]+")
BODY = regexp(r"[一-鿿]{2}(?:部|局|署|委|委员会|院|总局|行|办公[室厅]|机构|机制|中心|安办|网信办)$")
"""How the name of a Chinese body ends."""
_ENDS = frozenset("部局署委会院行室厅构制办心")
"""With which characters such a name ends."""
_VERB_BEFORE = regexp(
    r"(?:决定|宣布|关于|根据|依据|修改|废止|暂停|恢复|调整|停止|执行|撤销|延长|[将把就由]|对(?!外))[一-鿿]{2,30}$"
)
"""What in the word of a body says that it is named as the issuer of what is moved."""
_PARTS = "、 \t\n"
"""What parts such names."""


def joint_names(flow: Flow, number: NamedNumber) -> frozenset[str] | None:
    """Return the codes of the first of several bodies in a row before a number.

    The first body of a joint act numbers it, also where some of the others are not known; none
    where it is itself not known, ``None`` where no two bodies stand in a row.
    """
    low = max(0, number.start - _ROW)
    if flow.flow[low : number.start].rstrip(_PARTS)[-1:] not in _ENDS:
        return None
    stop = _STOP.match(flow.flow, low, number.start)
    low = low if stop is None else stop.end()
    if stop is not None and stop.group().endswith(":"):  # a field of the page: 来源:安全与管制局
        line = flow.flow.find("\n", low, number.start)
        low = line + 1 if line >= 0 else low
    row: list[re.Match[str]] = []
    for word in reversed([*_WORD.finditer(flow.flow, low, number.start)]):
        if BODY.search(word.group()) is None:
            break
        row.append(word)
        if _VERB_BEFORE.search(word.group()):
            break  # the bodies before the verb are those that decide
    if len(row) < 2:
        return None
    end = row[-1].end()
    mentions = flow.around.within(end - _LONGEST_NAME, end)
    return next((one.codes for one in mentions if one.end == end), frozenset())


_NAMES = regexp(r"(?:[一-鿿]{2,24}[ 、\t]{0,3}){1,5}$")
"""The names of bodies, known or not, right before a number."""
_OF_FIELD = 60


def names_before(flow: Flow, at: int) -> int:
    """Return where the names of bodies begin that stand right before a number in one line."""
    low = max(flow.flow.rfind("\n", 0, at) + 1, at - _OF_FIELD)
    names = _NAMES.search(flow.flow, low, at)
    if names is None or BODY.search(flow.flow[names.start() : at].rstrip(" 、\t")) is None:
        return at
    return names.start()


_HEADS_NUMBER = regexp(
    r"(?i:\s*(?:joint\s)?(?:announcement|order|notice)|\s*(?:联合)?公\s{0,4}告)\s*"
)
_MOST_BODIES = 6


def names_above(flow: Flow, at: int) -> int:
    """Return where the bodies begin that stand above a number, a line each."""
    line = flow.flow.rfind("\n", 0, at) + 1
    if flow.flow[line:at].strip().lower() not in ("", "joint", "联合"):
        return at
    for above in [one for one in flow.lines if one.end <= line][: -_MOST_BODIES - 1 : -1]:
        named = flow.around.within(above.start, above.end)
        whole = named and not flow.flow[named[-1].end : above.end].strip()
        if whole and named[0].start == above.start:
            at = above.start
        elif _HEADS_NUMBER.fullmatch(flow.flow, above.start, above.end) is None:
            break
    return at
