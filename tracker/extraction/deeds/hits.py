"""Which words of deeds stand in a stretch of text that are done here and now?"""

import re
from collections.abc import Iterator
from itertools import islice

from tracker.extraction.deeds.deed_wording import IN_BRACKET, UNTOUCHED, Hit
from tracker.extraction.deeds.deeds_chinese import CHINESE_DEEDS
from tracker.extraction.deeds.deeds_english import ENGLISH_DEEDS
from tracker.extraction.deeds.deeds_of_days import NEW_DAY_LATER
from tracker.extraction.deeds.denials import is_denied, is_only_told
from tracker.extraction.deeds.done_by_acts import done_by_another_act
from tracker.extraction.deeds.not_done import in_a_clause_of_time, is_undone, not_done
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

MOST = 40
"""The most deeds of one kind that are looked at in one sentence."""

_CHINESE_VERBS = regexp(
    r"暂|中止|停|终止|解除|取消|结束|撤|恢复|重新|延|顺延|推迟|推后|押后|缓|展|继续|改|调整|变更|更改|更新|更换|重新|提前|废|失|作废|效力|替|取代|代替"
    r"|不再|不予|不[实执施]|不适用|不对|移|调出|除名|剔|删|丧失|另行|另定|未定|待|为准|修[订改]|启用"
)
_ENGLISH_VERBS = regexp(
    r"(?i:suspen|stay|paus|halt|abeyance|hold|held|frozen|enlarg|carried|done\saway|struck|takes?\sthe\splace|taken|tak(?:e|es|ing)\soff|strik|back\sin|waive|appl|lift|terminat|end|revo|repeal|rescin|annul|abol|withdr"
    r"|cancel|superse|set\saside|discontinu|abrogat|void|invalid|no\s|substitut|replac|remov|delet|ceas|stop|lose"
    r"|resum|reinstat|again|bring\s|exten|prolong|lengthen|renew|mov|chang|put\s(?:off|back)|set\sback|adjust|shift|keep|maintain|leave|stay|kept|left|postpon|delay|defer|push|instead|rather|in\splace|remain|continu"
    r"|later\sthan|omitted|revis|advanc|brought|reschedul|reset|amend|not\s|eliminat|drop|expir|laps|valid|was\s|now\s|new\s|reviv|restor|temporarily)"
)
"""The beginnings of the verbs of all rows: a sentence without any does nothing."""


_DAY_ON_WHICH = regexp(
    r"\b(?:date|day)\s(?:on|from)\swhich\s(?:(?!\b(?:is|are|shall|will)\b)[^,.;]){0,160}$"
)
"""What before a deed makes it a word of a day: ``the date on which Order 3 loses its effect``."""
_ON_TERMS = regexp(
    r"\sonly\s(?:if|where|when|after|upon|in\sthe\sevent)\b|\s(?:if|in\sthe\sevent\sthat)\s"
)
"""What right behind a deed says that it is done in some event only."""


def hits(flow: Flow, span: Span) -> tuple[Hit, ...]:
    """Return the words of deeds in a stretch that are done here and now, whatever they move."""
    return _said(flow, span)[0]


def denied_in(flow: Flow, span: Span) -> tuple[int, ...]:
    """Return where the words of deeds end that a stretch denies, in order."""
    return _said(flow, span)[1]


_Said = tuple[tuple[Hit, ...], tuple[int, ...]]
"""The words of deeds that are done, and the ends of those that are denied."""


def _said(flow: Flow, span: Span) -> _Said:
    return flow.once("deeds", lambda: _hits(flow, span), span.start, span.end)


def _hits(flow: Flow, span: Span) -> _Said:
    rows = CHINESE_DEEDS if flow.language == "zh" else ENGLISH_DEEDS
    found: list[Hit] = []
    denied: list[int] = []
    refused: list[Hit] = []
    verbs = _CHINESE_VERBS if flow.language == "zh" else _ENGLISH_VERBS
    may = flow.marked_sieve.may
    if not may(verbs, span.start, span.end) or not verbs.search(flow.marked, span.start, span.end):
        return (), ()
    for wording in flow.marked_sieve.rows(rows):
        if not may(wording.pattern, span.start, span.end):
            continue
        read = _apart_from([*found, *refused], wording.pattern, flow.marked, span)
        for match in islice(read, MOST):
            before = flow.marked[max(span.start, match.start() - 60) : match.start()]
            told = UNTOUCHED.match(flow.marked, match.end()) or (
                (_DONE_BY.search(before) and _MAKES_WORD_OF_ACT.match(flow.marked, match.end()))
                or (_DONE_TO.match(flow.marked, match.end()) and _DONE_THEN.search(before))
            )
            told = told or (IN_BRACKET.search(before) if flow.language == "zh" else None)
            lapses = wording.kind == "repeal" and _LAPSES.search(before) is not None
            own = match.group().endswith("失效") and _OWN.search(before)
            wished = not_done(match.group(), before)
            words = wording.kind in _OF_DAYS and _OLD_DAY.search(match.group())
            words = words or (match.group().startswith("不再") and _FIRST_DAY_GOES.search(before))
            aside = (
                _names_a_day(flow, span, match)
                or _moves_an_end(flow, span, match)
                or (wording.kind == "suspend" and _rest_goes_on(flow, match, before))
            )
            told = told or _ON_TERMS.match(flow.marked, match.end())
            later = wording.needs != "new day" or NEW_DAY_LATER.match(flow.marked, match.end())
            if is_denied(flow, span, match.start(), match.end(), kind=wording.kind):
                denied.append(match.end())
                refused += [Hit(wording, match.start(), match.end())] * (flow.language == "zh")
            elif later and not (
                told or aside or lapses or own or wished or words or is_only_told(flow, before)
                or is_undone(flow, span, wording.kind)
                or in_a_clause_of_time(flow, span.start, match.start())
                or done_by_another_act(flow, span, *match.span())
            ):  # fmt: skip
                found.append(Hit(wording, match.start(), match.end()))
    return tuple(sorted(found, key=lambda hit: hit.start)), tuple(sorted(denied))


def _apart_from(
    found: list[Hit], pattern: re.Pattern[str], text: str, span: Span
) -> Iterator[re.Match[str]]:
    """Yield the matches of a row that overlap no words read before.

    A match that reaches over such words is looked for once more behind them.
    """
    at = span.start
    while (match := pattern.search(text, at, span.end)) is not None:
        within = [hit.end for hit in found if hit.start < match.end() and match.start() < hit.end]
        at = max(match.start() + 1, *within) if within else max(match.end(), match.start() + 1)
        if not within:
            yield match


def _names_a_day(flow: Flow, span: Span, found: re.Match[str]) -> bool:
    """Tell whether English words of a deed stand in a clause that only names a day."""
    if flow.language != "en":
        return False
    low = max(span.start, found.start() - _DAY_REACH)
    return _DAY_ON_WHICH.search(flow.marked, low, found.start()) is not None


def _moves_an_end(flow: Flow, span: Span, found: re.Match[str]) -> bool:
    """Tell whether ``instead of`` a day stands behind a last day, which is no start."""
    if _INSTEAD.match(found.group()) is None:
        return False
    return _LAST_DAY.search(flow.marked, span.start, found.start()) is not None


_INSTEAD = regexp(r"(?i:instead|in\splace|rather)\s")
_LAST_DAY = regexp(
    r"\b(?:until|till|through|(?:expir|laps|end)(?:es?|s)?\son)\s(?:the\send\sof\s)?\ue000{4,44},?\s$"
)
_DAY_REACH = 200
_THE_REST = regexp(r"其[余他它][^,。;\ue000\ue001]{0,10}$")


def _rest_goes_on(flow: Flow, found: re.Match[str], before: str) -> bool:
    """Tell whether the rest stays paused as it was: ``其余条款继续暂停``, without a day."""
    if not found.group().startswith(("继续", "仍")) or _THE_REST.search(before) is None:
        return False
    stop = re.search("[,;。]", flow.marked[found.end() : found.end() + 60])
    behind = flow.marked[found.end() : found.end() + (stop.start() if stop else 60)]
    return "\ue000" not in behind and not re.search(r"[0-9一二三四五六七八九十半两]", behind)


_OF_DAYS = frozenset({"postpone", "extend"})
_OLD_DAY = regexp(r"\s[‘“\"'][^‘“”\"'\n]{3,80}[’”\"']\s(?:is|are|shall\sbe)\sreplaced$")
"""A quoted day that other words replace: such a change is read as one of words."""
_FIRST_DAY_GOES = regexp(r"原定?的?\s?\ue000{4,44}[^,。;\ue001]{0,10}$")
"""What before ``不再适用`` says that only the first day which was planned holds no more."""
_LAPSES = regexp(r"(?:期满|届满|到期)(?:之?后|时)?,?(?:即行|自行|自动|自然|即)?$")
"""What before an end says that it comes by itself, on a last day that is told elsewhere."""
_OWN = regexp(r"本(?:公告|令|办法|通知|决定|规定)[一-鿿]{0,4}$")
"""What before ``失效`` says that the act itself ends."""
_DONE_BY = regexp(r"\ue001(?:\)|\([^()]{0,50}\))?$")
"""What right before a verb says that the act named there did it: ``第3号公告废止的文件``."""
_MAKES_WORD_OF_ACT = regexp(r"后?的(?!时间|日期)")
_DONE_THEN = regexp(
    r"\ue001(?:\)|\([^()]{0,50}\))?(?:[自从于在至到起止前日期间\s\ue000]|\(含[^()]{0,4}\)){0,90}$"
)
_DONE_TO = regexp(r"了?(?:对)?\s?(?:商务部|海关总署)?\s?(?:《[^《》\n]{2,60}》\s?\(?)?\ue001")
"""What stands around a verb by which one act moved another: ``5号公告自3月2日起暂停3号公告``."""
