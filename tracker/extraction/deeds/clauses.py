"""Where do the words of one deed begin and end in a sentence that holds several?"""

import re
from itertools import zip_longest

from tracker.extraction.deeds.deed_wording import PART_FIRST, Hit
from tracker.extraction.names.references import english_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_CLAUSE_ZH = regexp(
    r"[;。]|(?<=[止施行效废]),(?=[^,。;]{0,40}\ue001)"
    r"|,(?=(?:其余的?|其他)?[^,。;\ue001]{0,12}\ue001{3,160}[^,。;]{0,12}(?:仍|继续|保持|维持|不受|不在|不作))"
    r"|,(?=(?:其中的?|该(?:公告|通知|办法|规定)|其)?第[一二三四五六七八九十0-9]{1,3}[条款项点部])"
)
_CLAUSE_EN = regexp(
    r";\s|,\s(?:and|but|while|whereas)\s(?=(?:the\s|to\s(?:remove|delete|lift|resume|repeal)|[A-Z\ue001]"
    r"|(?:they\s|it\s)?(?:shall|will|is|are)\s(?:[a-z]+\s){1,9}?(?:with\srespect\sto|as\sregards|for|in\srespect\sof)\s[^.;]{0,80}\ue001))"
)
_TURN_EN = regexp(r"(?:[,;]\s|\s)(?:and|but|while|whereas|yet)\s")
"""What may lead to the next deed of an English sentence, or only to one more act of a list."""
_VERB_AT_ONCE = regexp(
    r"(?:(?:also|then|further|instead|likewise|hereby|thereby)\s|(?:shall|will|is|are|be|has|have)\s){0,4}$"
)
_ENDED_BESIDE = regexp(
    r"(?:,\s|\s)(?:and|but)\s(?=(?:lifted|ended|terminated|repealed|abolished|revoked|rescinded|resumed|reinstated|extended"
    r"|discontinued|withdrawn|maintained|kept)\s[^,.;]{0,40}\b(?:with\sre(?:spect|gard)\sto|as\s(?:regards|concerns|to)|in\srespect\sof"
    r"|for|in\sthe\scase\sof|concerning)\b)"
)
"""A second deed that shares the first one's helping verb: ``is suspended …and ended as to …``."""


def _turn(flow: Flow, low: int, hit: Hit, high: int) -> int | None:
    """Return where an English sentence turns from one deed to the next, which has its own act.

    ``Notice 3 is repealed and Notice 5 is suspended until May``: the second act is none of the
    first deed, nor is the one of ``is suspended as regards Notice 3 and shall lapse for Notice 5``.
    """
    turns = [*_TURN_EN.finditer(flow.marked, hit.end, high)]
    if not turns:
        return None
    if _VERB_AT_ONCE.fullmatch(flow.marked, turns[-1].end(), high):
        return turns[-1].end()
    before = _OBJECT.search(flow.marked, low, hit.start) is not None
    subjects = [one for one in turns if "\ue001" in flow.marked[one.end() : high]]
    if not subjects or not _PASSIVE.search(flow.marked, hit.start, hit.end):
        return None
    return (subjects[0] if before else subjects[-1]).end()


_PASSIVE = regexp(r"\b(?:is|are|be)\b|ceases?|remains?|expires?|lapses?|continues?|resumes?")
_MORE_OF_LIST = regexp(
    r"(?:the\s)?(?:[A-Z][a-z]+\s){0,2}\ue001(?!.*\b(?:is|are|was|were|remains?|continues?|shall|will|be|has|have)\b"
    r"|[^,。;]{0,170}(?:仍|继续|保持|维持|不受|不在|不作|不变|照旧|照常))"
)
"""What behind the last ``and`` goes on with the acts of a list, and tells nothing of them."""
_OBJECT = regexp("\ue001|上述|该公告|该通知|前述")
LIST_OPENS = regexp(
    r"(?:[:：]|(?:下列|以下|如下)[^,。;:\n]{0,14}|\bfollowing\b[^.;:\n]{2,90}[-\u2013\u2014])\s*$"
)
"""How a sentence ends behind which a list of acts follows."""
_LINE_TAIL = 200
"""Within so many characters before its end a line opens a list: lines may be long."""
_TIME_THEN_LIST = regexp(r"[^,。;:\ue001]{0,24}\ue000{4,44}[^,。;:\ue001]{0,6}:[^\n。]{0,60}\ue001")
"""How a clause goes on that tells a time and then opens the list: ``至2026年7月1日为止:…``."""
_STOP = regexp(
    r"[;。](?!\s?(?:(?:上述|该)?(?:暂停|中止)(?:期|实施)|(?:the|this|such)\s(?:suspension|stay)\b))"
)


_NEXT_ACT = regexp(
    r";\s(?:and\s|but\s|while\s)?(?:the\s)?(?:[A-Z][\w'&-]*\s|of\s|the\s){0,6}\(?\ue001{3,160}\)?(?:\sof\s[0-9]{4})?\s"
    r"(?:shall|will|is|are|remains?|stays?|continues?|stands?|keeps?|ceases?|appl(?:y|ies))\b"
)
"""A semicolon behind which the next act is told of: its days are none of the clause before."""


_NEW_SUBJECT = regexp(
    r",?\s(?:and|but|while|whereas)\s(?:that\s)?(?=(?:the\s)?(?:[A-Z][\w'&-]*\s|of\s|the\s){0,6}\(?\ue001{3,160}\)?(?:\sof\s[0-9]{4})?\s"
    r"(?:shall|will|is|are)\s(?!(?:also|likewise|both|hereby|each)\b))"
)
"""Where a sentence goes on with another act, of which its own verb tells something."""
_MAY_FOLLOW = ("repeal", "suspend", "resume")
"""What may follow words that say only that an act goes on: ``继续有效,但第二条暂停实施``."""


def without_the_last_days(flow: Flow, found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Leave out what goes on until an end that the sentence tells next, of the same act.

    ``继续执行至3月31日,自4月1日起废止`` ends an act; its last days are no longer life.
    """
    return tuple(
        hit
        for hit, after in zip_longest(found, found[1:])
        if after is None
        or hit.wording.kind != "extend"
        or after.wording.kind not in (_MAY_FOLLOW if hit.wording.name == "goes on" else ("repeal",))
        or re.search("[;。\ue001]", flow.marked[hit.end : after.start])
    )


def another_part(flow: Flow, clause: Span, hit: Hit) -> bool:
    """Tell whether a clause goes on with another part of the act that the sentence named."""
    if flow.language == "zh":
        return PART_FIRST.match(flow.flow, clause.start, clause.end) is not None
    return bool(english_provisions(flow.flow, clause.start, hit.end))


def own_start(flow: Flow, low: int, hit: Hit) -> int:
    """Return where the clause of a deed begins: behind a semicolon, if it names its own object."""
    if flow.language != "zh":
        return _behind_another_verb(flow, low, hit)
    stop = flow.marked.rfind(";", low, hit.start)
    own = stop >= 0 and (
        PART_FIRST.match(flow.flow, stop + 1, hit.start)
        or "\ue001" in flow.marked[stop : hit.start]
    )
    return stop + 1 if own else low


_SAID_OF_ACT = regexp(
    r"\ue001\)?(?:\s\([^()]{0,60}\))?[^.;\ue001]{0,60}?(?<!\bwhich)(?<!\bthat)\s(?:is|are|was|were|shall|will|has|have|remains?|continues?|stays?|stands?)\s"
)
"""An act of which a verb says something, outside a relative clause."""


def _behind_another_verb(flow: Flow, low: int, hit: Hit) -> int:
    """Return where the clause of an English deed begins, behind what is said of another act.

    ``Notice 3 is corrected and Notice 5 is suspended``: nobody suspends the first.
    """
    for turn in _TURN_EN.finditer(flow.marked, low, hit.start):
        own = "\ue001" in flow.marked[turn.end() : hit.start]
        if own and _SAID_OF_ACT.search(flow.marked, low, turn.end()):
            return turn.end()
    return low


_NEXT_CLAUSE = regexp(r"[,;]|\s(?:and|but|while|whereas)\s")


def behind_the_denied(flow: Flow, denied: tuple[int, ...], clause: Span, hit: Hit) -> int:
    """Return where the clause of a deed begins that names its own act behind a denied one.

    ``不停止执行第3号,同时废止第5号``: only the second act is meant.
    """
    last = max((end for end in denied if clause.start <= end <= hit.start), default=None)
    stop = _NEXT_CLAUSE.search(flow.marked, last, hit.start) if last is not None else None
    if stop is None or "\ue001" not in flow.marked[stop.end() : clause.end]:
        return clause.start
    return stop.end()


def reach_of(flow: Flow, hit: Hit, clause: Span, high: int) -> Span:
    """Return the clause with what follows it and only tells its times."""
    if ":" in flow.marked[max(hit.end, clause.end) : high]:
        return clause
    if _NEXT_ACT.search(flow.marked, max(clause.start, clause.end - 2), high) is not None:
        return clause
    stop = _STOP.search(flow.marked, max(clause.start, clause.end - 1), high)
    return Span(clause.start, max(clause.end, stop.start() if stop else high))


def clause_end(flow: Flow, low: int, hit: Hit, high: int, *, last: bool) -> int:
    """Return where the clause of a deed ends.

    With its object before the verb it ends at the next stop, else it reaches to the next deed.
    """
    zh = flow.language == "zh"
    turn = None if zh or last else _turn(flow, low, hit, high)
    if turn is not None:
        return turn
    beside = None if zh else _ENDED_BESIDE.search(flow.marked, hit.end, high)
    if beside is not None:
        return beside.end()
    line_end = flow.marked.find("\n", hit.end) + 1 or hit.end
    opens = max(hit.end if zh else low, line_end - _LINE_TAIL)
    if last and LIST_OPENS.search(flow.marked, opens, max(opens, line_end)):
        return high
    subject = None if zh else _NEW_SUBJECT.search(flow.marked, hit.end, high)
    if last and subject is not None:
        return subject.end()
    stop = (_CLAUSE_ZH if zh else _CLAUSE_EN).search(flow.marked, hit.end - zh, high)
    if last and stop is not None and ":" in flow.marked[hit.end : stop.start()]:
        return high
    if last and zh and stop is not None and _TIME_THEN_LIST.match(flow.marked, stop.end(), high):
        return high
    if stop is not None and not (last and _MORE_OF_LIST.match(flow.marked, stop.end(), high)):
        return stop.end()
    if last:
        return high
    told_before = _OBJECT.search(flow.marked, low, hit.start) is not None
    comma = (
        flow.marked.find(",", hit.end, high)
        if told_before
        else flow.marked.rfind(",", hit.end, high)
    )
    return comma + 1 if comma >= 0 else high
