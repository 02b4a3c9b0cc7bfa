"""From when and until when does a clause do something to another act?"""

import re
from bisect import bisect_left
from dataclasses import replace

from tracker.extraction.act import Act
from tracker.extraction.days.counts import added, counted
from tracker.extraction.days.ends_english import CEASES
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.days_beside import (
    ACTED,
    again_after,
    behind_the_old_end,
    both_on,
    day_behind,
    done_after,
    lasting,
    moved_after,
    on_from_the_old_end,
    paused_after,
    said_after,
    start_of_a_part,
    start_word,
    that_day,
)
from tracker.extraction.deeds.days_pointed import (
    from_the_next_day,
    on_the_following_day,
    pointed_day,
    pointed_term,
    without_the_first_plan,
    without_the_planned_end,
)
from tracker.extraction.deeds.deed_turns import (
    begun_by_its_end,
    ended_behind,
    paused_before,
    without_the_moved_end,
    without_the_time_before,
)
from tracker.extraction.deeds.deed_wording import Hit
from tracker.extraction.deeds.longer_lives import continued_pause, extended, longer_pause
from tracker.extraction.deeds.plain_days import BEFORE, NEW, OLD, plain_days, told_aside
from tracker.extraction.deeds.terms_of_own_parts import (
    counted_from_own_start,
    term_of_own_part,
)
from tracker.extraction.prose.flow import DAY, Span
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER
from tracker.extraction.spelling.regexps import regexp

_MAY_BE_NEW = regexp(r"(?:于|是|:)\s?$|\b(?:for|on|from|as\sof|effective|is|be)\s(?:the\s)?$")
"""What right before a day says that it may be the new one."""

_REPLACED = regexp(r"(?:(?:instead|in\splace)\sof|rather\sthan|not)\s(?:[a-z]+\s){0,2}$")
_INSTEAD = regexp(r"(?:instead|in\splace)\sof|rather\sthan|,?\s(?:and\s)?not\s(?:on|from|as)\b")
"""A wording that stands between the new day and the old one."""

_LASTING = frozenset({"suspend", "revive", "resume"})
"""What may be done until a last day; of a return the history tells whether it is one."""


def life_of_deed(act: Act, hit: Hit, clause: Span, sentence: Span, reach: Span) -> Life:
    """Return the days of a deed: of its clause and what follows it, else of the sentence's lead."""
    words = act.times.within(clause.start, reach.end)
    if hit.wording.kind == "postpone":
        return _postponed(act, hit, Span(clause.start, reach.end), sentence)
    if hit.wording.kind == "extend":
        return extended(act, hit, words, Span(sentence.start, reach.end))
    every = words
    words = tuple(word for word in words if not told_aside(act, word))
    words = without_the_first_plan(act, _without_apposed(act, hit, words))
    if hit.wording.kind == "suspend":
        words = tuple(
            w for w in words if w.role != "start" or not _ENDS.match(act.flow.flow, w.start)
        )
    if hit.wording.name == "longer suspension":  # 顺延至: what is moved is its last day
        words = tuple(w for w in words if w.wording != "moved to a day" or w.role != "start")
    if hit.wording.name in ("longer suspension", "by its stems") and hit.wording.kind == "suspend":
        longer = longer_pause(act, hit, words) or longer_pause(act, hit, every)
        if longer is not None:
            return longer
    if hit.wording.name == "shorter suspension":
        return _behind_the_new_end(words, hit)
    behind = ended_behind(act, hit, words)
    if behind is not None:
        return behind
    if hit.wording.kind == "suspend":
        longer = continued_pause(act, words)
        if longer is not None:
            return longer
    if hit.wording.kind == "repeal":
        words = without_the_planned_end(act, words)
    words = begun_by_its_end(act, hit, without_the_moved_end(words))
    told = life_of(without_the_time_before(hit, words))
    if hit.wording.kind == "resume" and act.flow.language == "en":
        told = again_after(act, sentence, told)
    if told.start is None:
        lead = [
            w
            for w in act.times.within(sentence.start, clause.start)
            if w.role == "start" and not _of_another_clause(act, w, clause, sentence)
        ]
        if lead:
            own = tuple(word for word in words if word.role != "start")
            told = life_of((lead[0], *(own or _length_behind(act, lead[0]))))
    if told.start is None and hit.wording.kind in _ENDING and act.flow.language == "en":
        told = _ceased(hit, words, told)
    if told.start is None and act.flow.language == "en":
        told = _on_a_day(act, hit, sentence, told)
    if told.start is None and act.flow.language == "en":
        told = start_of_a_part(act, clause, sentence, told)
    if told.start is None and act.flow.language == "en":
        told = counted_from_own_start(act, clause, sentence, told)
    if told.start is None and act.flow.language == "en":
        told = that_day(act, clause, sentence, told)
    if told.start is None and act.flow.language == "en":
        told = both_on(act, sentence, told)
    if told.start is None and act.flow.language == "en":
        told = done_after(act, sentence, told)
    if told.start is None and act.flow.language == "en":
        told = on_the_following_day(act, sentence, told)
    if told.start is None:
        told = led_in(act, sentence, words) or told
    if told.start is None and act.flow.language == "zh":
        told = pointed_day(act, clause, told)
    if hit.wording.kind == "suspend" and told.start is None:
        told = behind_the_old_end(act, clause, sentence, told)
    pauses = hit.wording.kind == "suspend" or hit.wording.until == "suspend"
    if told.start is None and pauses and act.flow.language == "zh":
        told = from_the_next_day(act, sentence, told)
    goes_on = hit.wording.name == "longer suspension" or _GOES_ON.search(_text(act, clause))
    if goes_on and told.start is None:
        length = next((word for word in words if word.role == "length"), None)
        told = on_from_the_old_end(act, sentence, told, length)
    if hit.wording.kind == "suspend" and told.end is None:
        told = said_after(act, sentence, told)
    elif told.end is None and hit.wording.until == "suspend":
        told = paused_after(act, sentence, told)
    if hit.wording.kind == "suspend" and told.end is None:
        told = paused_before(act, clause, told)
    if hit.wording.kind == "suspend" and told.end is None:
        term = pointed_term(act, clause, sentence)
        begun = told.start or term.start
        told = told if term.end is None else replace(term, start=begun)
    if hit.wording.kind == "suspend" and told.end is None:
        tied = term_of_own_part(act, clause, sentence)
        told = told if tied is None else replace(tied, start=told.start or tied.start)
    lasting = hit.wording.kind in _LASTING or (hit.wording.until and told.through)
    return told if lasting else Life(start=told.start)


_ENDING = ("repeal", "resume")
"""Deeds that may be told as an end: of an act, or of its suspension."""


def _length_behind(act: Act, start: TimeWord) -> tuple[TimeWord, ...]:
    """Return how long lasts what begins with a start that leads a sentence: ``自…起一年内,``."""
    words = act.times.within(start.end, start.end + 4) if act.flow.language == "zh" else ()
    return tuple(word for word in words if word.role == "length")[:1]


_GOES_ON = regexp(r"次日起?,?继续(?:暂停|中止)")
"""How a clause begins a longer pause behind the last day that the sentence before tells."""
_ENDS = regexp(r"ends?\b")
"""How a time begins that is the last one of a pause: ``it now ends on``."""


def _behind_the_new_end(words: tuple[TimeWord, ...], hit: Hit) -> Life:
    """Return the day behind the earlier end of a suspension: ``暂停期缩短至8月31日``."""
    end = next((w for w in words if w.role == "end" and w.start >= hit.start and w.day), None)
    return Life(start=day_behind(end) if end is not None else None)


_OF_THE_ACT = regexp(r"\ue001\)?,?\s(?:and\s)?(?:which|whose|that)\s[^,;.\ue000\ue001]{0,60}$")
"""What between an act and a day says that it is the act's own: ``, whose effective date is``."""
_VERB_BEHIND = regexp(r",\s(?:is|are|shall|will)\b")
_COMMA_BEFORE = regexp(r"[,)]\s$")


def _without_apposed(act: Act, hit: Hit, words: tuple[TimeWord, ...]) -> tuple[TimeWord, ...]:
    """Leave out a start between commas before the verb, where another one stands behind it.

    In ``the rule, effective May 1, is stayed from July 1`` the first day is the rule's own, as
    is one that lies before the act: ``in force since May 1, 2025, is withdrawn from today``.
    """
    starts = [word for word in words if word.role == "start"]
    issued = act.instrument.issued_on
    if issued and starts and act.flow.language == "en" and starts[-1].start >= hit.start:
        old = [w for w in starts[:-1] if w.end <= hit.start and w.day and w.day < issued]
        words = tuple(word for word in words if word not in old)
    marked = act.flow.marked
    words = tuple(
        word
        for word in words
        if word.role != "start" or word.start >= hit.start
        or not _OF_THE_ACT.search(marked, max(0, word.start - BEFORE), word.start)
    )  # fmt: skip
    apposed = [
        word
        for word in starts[:-1]
        if _VERB_BEHIND.match(marked, word.end)
        and _COMMA_BEFORE.search(marked[max(0, word.start - 2) : word.start])
    ]
    return tuple(word for word in words if word not in apposed)


_HEAD_OF_SENTENCE = 24
_DECIDED_FROM = regexp(r"[^;。]{0,120}(?:决定|宣布|现将?)[^,。;]{0,4}")
"""What before a start says that all clauses behind it are decided from then."""


def _of_another_clause(act: Act, word: TimeWord, clause: Span, sentence: Span) -> bool:
    """Tell whether a start belongs to a clause before, and does not lead the sentence."""
    if act.flow.language != "zh":
        colon = act.flow.flow.rfind(":", sentence.start, word.start)
        return colon >= 0 and ";" in act.flow.flow[word.end : clause.start]
    if OLD.search(act.flow.flow[max(sentence.start, word.start - BEFORE) : word.start]):
        return True
    if word.start - sentence.start <= _HEAD_OF_SENTENCE:
        return False
    if _DECIDED_FROM.fullmatch(act.flow.flow, sentence.start, word.start):
        return False
    return ";" in act.flow.flow[word.end : clause.start]


_SPARED = regexp(
    r"[,;(]\s?(?:except|excepting|excluding|other\sthan|save|apart\sfrom|with\sthe\sexception\sof|but\snot)\b"
    r"|;\s(?=(?i:items?|articles?|paragraphs?|sections?|points?|parts?|regulations?|(?:amendatory\s)?instructions?)\s[0-9IVX(])"
)
"""What goes on with a part that is not put off: the days behind it are of that part."""


_LATER = regexp(
    rf"[^.;]{{0,60}}?\b(?P<n>{ENGLISH_NUMBER})\s(?P<unit>day|week|month|year)s?\slater\b"
)
"""What behind an old start counts the new one from it."""


_INDEFINITELY = regexp(
    r"(?:(?!\b(?:until|till|to|through)\s(?:[A-Z][a-z]+day,\s)?\ue000)[^.;]){0,260}?\b(?:indefinitely|(?:until|till|pending)\sfurther\s(?:notices?|orders?|action|rulemaking|review)"
    r"|for\san\sindefinite\s(?:period|time))\b",
    re.IGNORECASE,
)
"""What behind a delay says that no new day is known, whatever day the delay itself has."""


def _postponed(act: Act, hit: Hit, clause: Span, sentence: Span) -> Life:
    """Return the new start: of the days told, the one to which the old one moves."""
    if hit.wording.name == "start left open":
        return Life()
    if _INDEFINITELY.match(act.flow.marked, hit.end, sentence.end):
        return Life()
    spared = _SPARED.search(act.flow.flow, hit.end, max(clause.end, sentence.end))
    if spared is not None:
        clause = Span(clause.start, min(clause.end, spared.start()))
        sentence = Span(sentence.start, min(sentence.end, spared.start()))
    turned = _INSTEAD.match(act.flow.flow, hit.start, hit.end) is not None
    old, told_once = _REPLACED if turned else OLD, turned or act.flow.language == "zh"
    days = [
        (word, before)
        for word, before in plain_days(act, clause.start if turned else hit.end, clause.end)
        if not old.search(before) and not _is_past(act, word, before)
    ]
    new = [word for word, before in days if NEW.search(before)]
    stop = act.flow.flow.find(";", hit.end, sentence.end) if act.flow.language == "zh" else -1
    told = act.times.within(hit.start, sentence.end if stop < 0 else stop)
    begun = [
        word
        for word in told
        if word.role == "start" and word.day
        and not ((told_once or _LATER.match(act.flow.flow, word.end))
                 and old.search(act.flow.flow[max(0, word.start - BEFORE) : word.start]))
    ]  # fmt: skip
    other = [word for word, before in days if _MAY_BE_NEW.search(before)]
    moved = next((one[0] for one in (new, begun[-1:], other[-1:]) if one), None)
    return Life(start=moved or _counted(act, hit, clause) or moved_after(act, sentence))


def _is_past(act: Act, word: TimeWord, before: str) -> bool:
    """Tell whether a day is one before the act, on which something else was published."""
    issued = act.instrument.issued_on
    if issued is None or word.day is None or word.day >= issued:
        return False
    return _PUBLISHED.search(before) is not None


_PUBLISHED = regexp(
    r"\b(?:published|appear(?:ed|ing)|issued|dated|signed|promulgated|of|FR\s[0-9]+,?)\b[^.;]{0,50}$"
)


def _counted(act: Act, hit: Hit, clause: Span) -> TimeWord | None:
    """Return the old start moved by a time: ``原定于…施行，推迟90天``."""
    length = next((w for w in act.times.within(hit.start, clause.end) if w.role == "length"), None)
    told = plain_days(act, clause.start, clause.end)
    old = [word for word, before in told if not _is_past(act, word, before)]
    if not old or old[0].day is None:
        return None
    later = _LATER.match(act.flow.flow, old[0].end)
    if later is not None:
        day, start, end = counted(old[0].day, later), later.start("n"), later.end()
    elif length is not None:
        day = added(old[0].day, length.count, length.unit)
        start, end = length.start, length.end
    else:
        return None
    return TimeWord(
        role="start", start=start, end=end, wording="counted", day=day, basis="computed"
    )


_ON_A_DAY = regexp(rf"\bon\s(?P<day>{DAY})")
_LEADING_DAY = regexp(
    rf"\W{{0,4}}(?:\(?[0-9a-z]{{1,3}}[.)]\s|[A-Z][A-Z.() ]{{2,12}}:\s)?[Oo]n\s(?P<day>{DAY})"
    r"(?:,|(?=\s(?:the\s)?(?:[A-Z][a-z]+\s){0,3}\ue001))"
)


_OF_SOMETHING_ELSE = regexp(
    r"\b(?:was|were)\s(?:due|to|scheduled|set|expected|planned|originally|published|issued|to\shave)\b[^,;.\ue000]{0,40}$"
    r"|\b(?:until|till|through|to|by|before)\s(?:[0-9]{1,2}[:.][0-9]{2}\s?[ap]\.?m\.?|midnight|noon)[^,;\ue000]{0,40}$"
)
"""What before a plain day says that it is of what was planned once, or a last one."""


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
        last = told.end if hit.wording.kind == "suspend" else None
        if last is not None and last.start <= found.start() < last.end:
            continue
        if _OF_SOMETHING_ELSE.search(marked[max(0, found.start() - BEFORE) : found.start()]):
            continue
        if day is not None and (issued is None or day >= issued):
            start = start_word(found.start(), found.end(), day)
            return lasting(act, Span(hit.start, sentence.end), sentence, start, told)
    acted = ACTED.match(marked, sentence.start, hit.start)
    day = act.times.resolved(*acted.span("day")) if acted and act.family == "rule" else None
    if acted is None or day is None:
        return told
    return Life(start=start_word(*acted.span("day"), day), end=told.end, through=told.through)


def _ceased(hit: Hit, words: tuple[TimeWord, ...], told: Life) -> Life:
    """Return a life that starts on the day from which the other act no longer holds.

    The last day may be told by the words of the deed itself: ``ceases at the end of 31 May``.
    """
    ends = (word for word in words if word.role == "end" and word.day is not None)
    last = next((w for w in ends if w.wording == CEASES or w.start < hit.end <= w.end), None)
    if last is None or last.day is None:
        return told
    return Life(start=start_word(last.start, last.end, added(last.day, 1, "day")))


_LEADS = regexp(r"[:：]\s*$")
_ENDS_LEAD = regexp(r"起?,?\s?:\s*")
_DECIDES = regexp(r"决定|公告如下|现|\bdecide[sd]?\b|\bas\sfollows\b|\bhereby\b")


def led_in(act: Act, sentence: Span, words: tuple[TimeWord, ...] = ()) -> Life | None:
    """Return the life that begins as the words before a list tell: ``决定自…起：一、…``."""
    leads = _leads(act)
    before = bisect_left(leads, sentence.start, key=lambda one: one.start)
    if not before:
        return None
    lead = leads[before - 1]
    led = act.times.within(lead.start, lead.end)
    start = next((w for w in led if w.role == "start"), None)
    if start is None or not (
        _DECIDES.search(_text(act, lead))
        or _ENDS_LEAD.fullmatch(act.flow.flow, start.end, lead.end)
    ):
        return None
    own = any(word.role != "start" for word in words)
    return life_of((start, *(words if own else (w for w in led if w.role != "start"))))


def _leads(act: Act) -> tuple[Span, ...]:
    """Return the sentences that open a list, asked for by every deed."""
    low, high = act.body.start, act.body.end

    def leads() -> tuple[Span, ...]:
        return tuple(one for one in act.flow.within(low, high) if _LEADS.search(_text(act, one)))

    return act.flow.once("leads", leads, low, high)


def _text(act: Act, span: Span) -> str:
    return act.flow.flow[span.start : span.end]
