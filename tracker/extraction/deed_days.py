"""From when and until when does a clause do something to another act?"""

import re
from collections.abc import Iterator
from datetime import date

from tracker.extraction.act import Act
from tracker.extraction.deed_wording import Hit
from tracker.extraction.flow import DAY, Span
from tracker.extraction.times import Life, TimeWord, added, life_of

_NEW = re.compile(r"(?:至|到|为|自)\s?$|\b(?:until|till|to|through|read|by)\s(?:the\s)?$")
"""What right before a day says that it is the new one."""

_MAY_BE_NEW = re.compile(r"(?:于|是|:)\s?$|\b(?:for|on|from|as\sof|effective|is|be)\s(?:the\s)?$")
"""What right before a day says that it may be the new one."""

_REPLACED = re.compile(r"(?:instead\sof|rather\sthan)\s(?:[a-z]+\s){0,2}$")
_INSTEAD = re.compile(r"instead\sof|rather\sthan")
"""A wording that stands between the new day and the old one."""

_OLD = re.compile(
    r"(?:由|从|原|原定|原来|原先|不再)(?:[于自在]|的|为|定于|计划于|生效日期)?\s?$"
    r"|\b(?:from|originally|previously|scheduled|planned|instead\sof|rather\sthan|due|was|were)"
    r"\s(?:(?:for|on|to|date|effective|of|be|apply|take|enter|come|into|force|effect)\s){0,6}$"
)
"""What right before a day says that it is the old one."""

_BEFORE = 60


def life_of_deed(act: Act, hit: Hit, clause: Span, sentence: Span, reach: Span) -> Life:
    """Return the days of a deed: of its clause and what follows it, else of the sentence's lead."""
    words = act.times.within(clause.start, reach.end)
    if hit.wording.kind == "postpone":
        return _postponed(act, hit, Span(clause.start, reach.end), sentence)
    if hit.wording.kind == "extend":
        return _extended(act, hit, words, reach)
    told = life_of(words)
    if told.start is None:
        lead = [w for w in act.times.within(sentence.start, clause.start) if w.role == "start"]
        if lead:
            told = life_of((lead[0], *(word for word in words if word.role != "start")))
    if told.start is None and act.flow.language == "en":
        told = _on_a_day(act, hit, sentence, told)
    if told.start is None:
        told = _led_in(act, sentence, told, words)
    if hit.wording.kind == "suspend" and told.end is None:
        told = _said_after(act, sentence, told)
    lasting = hit.wording.kind == "suspend" or (hit.wording.until and told.through)
    return told if lasting else Life(start=told.start)


def _postponed(act: Act, hit: Hit, clause: Span, sentence: Span) -> Life:
    """Return the new start: of the days told, the one to which the old one moves."""
    turned = _INSTEAD.match(act.flow.flow, hit.start, hit.end) is not None
    old = _REPLACED if turned else _OLD
    days = [
        (word, before)
        for word, before in _days(act, clause.start if turned else hit.end, clause.end)
        if not old.search(before) and not _is_past(act, word, before)
    ]
    new = [word for word, before in days if _NEW.search(before)]
    told = act.times.within(hit.start, sentence.end)
    counted = [word for word in told if word.role == "start" and word.day]
    other = [word for word, before in days if _MAY_BE_NEW.search(before)]
    moved = next((one[0] for one in (new, counted[-1:], other[-1:]) if one), None)
    return Life(start=moved or _counted(act, hit, clause))


def _is_past(act: Act, word: TimeWord, before: str) -> bool:
    """Tell whether a day is one before the act, on which something else was published."""
    issued = act.instrument.issued_on
    if issued is None or word.day is None or word.day >= issued:
        return False
    return _PUBLISHED.search(before) is not None


_PUBLISHED = re.compile(
    r"\b(?:published|appear(?:ed|ing)|issued|dated|signed|promulgated|of|FR\s[0-9]+,?)\b[^.;]{0,50}$"
)


def _days(act: Act, low: int, high: int) -> Iterator[tuple[TimeWord, str]]:
    """Yield the days of a stretch as starts, each with the words right before it."""
    for named in act.flow.days_in(low, high):
        day = act.times.resolved(named.start, named.end)
        if day is not None:
            before = act.flow.flow[max(0, named.start - _BEFORE) : named.start]
            yield _start(named.start, named.end, day), before


def _start(start: int, end: int, day: date) -> TimeWord:
    return TimeWord(role="start", start=start, end=end, wording="a day", day=day)


def _counted(act: Act, hit: Hit, clause: Span) -> TimeWord | None:
    """Return the old start moved by a time: ``原定于…施行，推迟90天``."""
    length = next((w for w in act.times.within(hit.start, clause.end) if w.role == "length"), None)
    told = _days(act, clause.start, clause.end)
    old = [word for word, before in told if not _is_past(act, word, before)]
    if length is None or not old or old[0].day is None:
        return None
    day = added(old[0].day, length.count, length.unit)
    return TimeWord(
        role="start", start=length.start, end=length.end, wording="counted", day=day,
        basis="computed",
    )  # fmt: skip


def _extended(act: Act, hit: Hit, words: tuple[TimeWord, ...], reach: Span) -> Life:
    """Return the new last day: told last, or counted from the old one."""
    ends = [word for word in words if word.role == "end"]
    length = next((w for w in words if w.role == "length" and w.start >= hit.start), None)
    if length is not None and len(ends) == 1 and ends[0].day and ends[0].start < length.start:
        through = added(ends[0].day, length.count, length.unit)
        return Life(end=length, through=through, computed=True)
    new = [word for word, before in _days(act, hit.start, reach.end) if _NEW.search(before)]
    last = next(iter(reversed(ends or new)), None)
    return Life() if last is None else Life(end=last, through=last.day)


_ON_A_DAY = re.compile(rf"\bon\s(?P<day>{DAY})")
_LEADING_DAY = re.compile(
    rf"\W{{0,4}}(?:\(?[0-9a-z]{{1,3}}[.)]\s|[A-Z]{{4,12}}:\s)?[Oo]n\s(?P<day>{DAY}),"
)


def _on_a_day(act: Act, hit: Hit, sentence: Span, told: Life) -> Life:
    """Return a life with the plain day of a deed: ``is terminated … on June 15, 2027``.

    A day before the act itself tells of something else.
    """
    marked, issued = act.flow.marked, act.instrument.issued_on
    leading = _LEADING_DAY.match(marked, sentence.start, hit.start)
    for found in (*_ON_A_DAY.finditer(marked, hit.end, sentence.end), leading):
        if found is None:
            continue
        day = act.times.resolved(found.start("day"), found.end("day"))
        if day is not None and (issued is None or day >= issued):
            start = _start(found.start(), found.end(), day)
            return Life(start=start, end=told.end, through=told.through)
    return told


_LEADS = re.compile(r"[:：]\s*$")
_DECIDES = re.compile(r"决定|公告如下|现|\bdecide[sd]?\b|\bas\sfollows\b|\bhereby\b")


def _led_in(act: Act, sentence: Span, told: Life, words: tuple[TimeWord, ...]) -> Life:
    """Return a life with the start that the words before a list tell: ``决定自…起：一、…``."""
    before = act.flow.within(act.body.start, sentence.start)
    lead = next((one for one in reversed(before) if _LEADS.search(_text(act, one))), None)
    if lead is None or _DECIDES.search(_text(act, lead)) is None:
        return told
    start = next((w for w in act.times.within(lead.start, lead.end) if w.role == "start"), None)
    return told if start is None else life_of((start, *words))


def _text(act: Act, span: Span) -> str:
    return act.flow.flow[span.start : span.end]


_SAID_AFTER = re.compile(
    r"(?:上述|该|本次|前述)?(?:暂停|中止)(?:期|实施|执行|措施|的?时间)|(?:暂停)?期限|有效期"
    r"|(?:The|This|Such|That)\s(?:temporary\s)?(?:suspension|stay|pause|period|derogation)\b"
)
"""How a sentence begins that only says how long the suspension before it lasts."""


def _said_after(act: Act, sentence: Span, told: Life) -> Life:
    """Return the life of a suspension with what the sentence behind it says of its days."""
    if sentence.end >= len(act.flow.flow) - 1:
        return told
    after = act.flow.sentence(sentence.end + 1)
    plain = "\ue001" not in act.flow.marked[after.start : after.end]
    if after.start < sentence.end or not plain or not _SAID_AFTER.match(act.flow.flow, after.start):
        return told
    words = act.times.within(after.start, after.end)
    if not any(word.role in ("end", "length") for word in words):
        return told
    own = () if told.start is None else (told.start,)
    return life_of((*own, *(word for word in words if not own or word.role != "start")))
