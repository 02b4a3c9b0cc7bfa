"""Which day of a deed do the words beside its clause tell: one named before, a sentence after?"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from tracker.extraction.act import Act
from tracker.extraction.days.counts import added
from tracker.extraction.days.own_parts import keys_of, own_parts
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.old_ends import old_end
from tracker.extraction.prose.flow import DAY, Span
from tracker.extraction.spelling.regexps import regexp


def start_word(start: int, end: int, day: date) -> TimeWord:
    """Return a day as the word of a start."""
    return TimeWord(role="start", start=start, end=end, wording="a day", day=day)


def day_behind(last: TimeWord) -> TimeWord | None:
    """Return the day behind a last day as the word of a start: what held then holds no more."""
    if last.day is None:
        return None
    return replace(start_word(last.start, last.end, added(last.day, 1, "day")), basis="computed")


ACTED = regexp(
    rf"\W{{0,4}}(?:[A-Z]\.\s{{1,3}})?On\s(?P<day>{DAY}),\s(?:OFAC|[Tt]he\s[A-Z][^,.;]{{3,60}}?)\s(?:has\s)?"
    r"(?:determined|removed|revoked|lifted|decided|blocked|designated|concluded|took)\b"
)
"""How a notice of the register tells on which day somebody did what it publishes later."""
_THAT_DAY = regexp(
    r"\b(?i:from|as\sof|as\sfrom|on|with\seffect\sfrom|effective(?:\son)?)\s(?:that|the\s(?:same|said))\s(?:day|date)\b"
)
"""How a clause points to the day that was named last before it."""


def that_day(act: Act, clause: Span, sentence: Span, told: Life) -> Life:
    """Return a life with the day to which a clause points: ``is revoked as of the same date``.

    Where the words before tell a first and a last day, the first one is meant.
    """
    points = _THAT_DAY.search(act.flow.flow, clause.start, max(clause.end, sentence.end))
    if points is None:
        return told
    before = act.flow.sentence_before(sentence.start)
    for low, high in ((sentence.start, points.start()), (before.start, before.end)):
        begun = [w.day for w in act.times.within(low, high) if w.role == "start"]
        named = begun or [act.times.resolved(d.start, d.end) for d in act.flow.days_in(low, high)]
        days = [day for day in named if day is not None and _is_of_now(act, day)]
        if days:
            return lasting(act, clause, sentence, start_word(*points.span(), days[-1]), told)
    return told


def lasting(act: Act, clause: Span, sentence: Span, start: TimeWord, told: Life) -> Life:
    """Return a life from a day to which a clause points: ``for one year from the same day``."""
    words = act.times.within(clause.start, sentence.end)
    length = tuple(word for word in words if word.role == "length")
    return (
        life_of((start, length[0])) if length and told.end is None else replace(told, start=start)
    )


def _is_of_now(act: Act, day: date) -> bool:
    issued = act.instrument.issued_on
    return issued is None or day >= issued - _A_MONTH


_A_MONTH = timedelta(days=31)


_START_OF_PART = regexp(
    r"\b(?:from|on|as\sof|upon|with\seffect\sfrom)\s(?:the\s)?"
    r"(?:(?:date|day)\s(?:on\swhich|when|that)\s|(?:(?:date|day)\sof\s(?:the\s)?)?"
    r"(?:(?:coming|entry)\sinto\s(?:force|effect|operation)|commencement|implementation|application)\sof\s)"
)
"""What before a part of the act itself says that its first day is meant."""


def start_of_a_part(act: Act, clause: Span, sentence: Span, told: Life) -> Life:
    """Return a life with the start of a part to which a clause points.

    ``is revoked on the coming into force of regulation 3``: the act tells that day elsewhere.
    """
    points = _START_OF_PART.search(act.flow.flow, clause.start, max(clause.end, sentence.end))
    if points is None:
        return told
    part = next(own_parts(act.flow, points.end(), min(sentence.end, points.end() + 60)), None)
    if part is None or part.start - points.end() > 4:
        return told
    life = next(
        (act.commencement.parts[key] for key in keys_of(part) if key in act.commencement.parts),
        None,
    )
    life = life or act.commencement.rest or act.commencement.general
    return told if life is None or life.from_ is None else replace(told, start=life.start)


_SAME_DAY = regexp(
    r"\b(?i:at\sthe\ssame\stime|simultaneously(?!\swith)|(?:on|from|as\sof|with\seffect\sfrom)\sthe\s(?:same|said)\s(?:day|date))\b"
)
"""How a sentence that tells no day of its own goes with the start told before it."""


def on_the_same_day(act: Act, sentence: Span) -> Life | None:
    """Return the start told last before a sentence that ends another act ``at the same time``.

    ``that_day`` comes first: it reads the day of a clause, also where no start was told.
    """
    if not _SAME_DAY.search(act.flow.flow, sentence.start, sentence.end):
        return None
    before = act.flow.sentence_before(max(act.body.start, sentence.start))
    words = act.times.within(before.start, before.end)
    starts = [word for word in words if word.role == "start" and word.day]
    return life_of(starts[-1:]) if starts and before.end <= sentence.start else None


_SAID_AFTER = regexp(
    r"\s{0,2}(?:[一二三四五六七八九十]{1,3}[、.]\s?)?(?:上述|该|本次|前述)?(?:暂停|中止|停止)(?:期|实施|执行|措施|安排|的?(?:时间|期|截止|起止)|自)|(?:暂停)?期限|有效期"
    r"|\W{0,3}(?:(?:[A-Z]|[IVX]{1,4}|[0-9]{1,2}|[a-z])[.)]\s{1,3})?(?:The|This|Such|That)\s(?:[a-z]+\s)?"
    r"(?:suspension|stay|pause|period|derogation|waiver|moratorium|abeyance|arrangements?(?=\s(?:in|under|of)\s))\b"
    r"|\W{0,3}(?:This|It)\s(?:applies|shall\sapply|lasts|shall\slast|will\slast|runs|is\seffective)\s(?=(?:from|for|until|through)\s)"
    r"|\W{0,3}(?:(?:The|Its)\s(?:first|last)\sday\b|[^.;]{6,24}\s(?:is|being|shall\sbe|will\sbe)\sthe\s(?:first|last)\b)"
)
"""How a sentence begins that only says how long the suspension before it lasts."""


def said_after(act: Act, sentence: Span, told: Life) -> Life:
    """Return the life of a suspension with what the sentence behind it says of its days."""
    for after in islice(act.flow.within(sentence.end, act.body.end), _SENTENCES_ON):
        named = "\ue001" in act.flow.marked[after.start : after.end]
        if not named and _SAID_AFTER.match(act.flow.flow, after.start):
            words = act.times.within(after.start, after.end)
            if any(word.role in ("end", "length") for word in words):
                own = () if told.start is None else (told.start,)
                return life_of((*own, *(w for w in words if not own or w.role != "start")))
        if named and not SAME_OF.match(act.flow.marked, after.start):
            break
    return told


_PAUSE_LASTS = regexp(
    r"\s{0,2}(?:上述|该|本次|前述)?(?:暂停|中止|停止)(?:实施|执行|施行|适用)?的?(?:期|时间|起止)"
)
"""How a sentence begins that tells how long something is stopped, which then is only paused."""


def paused_after(act: Act, sentence: Span, told: Life) -> Life:
    """Return the life of an end that the sentence behind it calls a pause: ``停止期限为一年``."""
    if not _PAUSE_LASTS.match(act.flow.flow, sentence.end):
        return told
    return said_after(act, sentence, told)


_SENTENCES_ON = 5
SAME_OF = regexp(
    r"\W{0,3}(?:(?:[A-Z]|[IVX]{1,4}|[0-9]{1,2}|[a-z])[.)]\s{1,3})?(?:The\ssame|This|It)\s(?:also\s|likewise\s|equally\s)?"
    r"(?:shall\s|will\s)?(?:also\s|likewise\s)?(?:applies|apply|goes|holds)\s(?:to|for)\s"
)
"""How a sentence begins that says of another act what was said of the one before it."""


_FROM_OLD_END = regexp(
    r"\b(?i:from|on|upon|after|following|as\sof|at|when|once)\s[^.;,\ue000\ue001]{0,70}?\b(?:expir(?:y|ation|es?)|ends?|end\sof|lapses?)\b"
    r"|(?:届满|期满|到期)(?:之?日)?(?:之?后|[之的]?次日|的?第二[日天])?(?:起|,|继续|再)"
)
"""What says that a longer time counts from where the present one ends."""


def behind_the_old_end(act: Act, clause: Span, sentence: Span, told: Life) -> Life:
    """Return a longer life counted from the last day of the present one, which is told before.

    ``is continued for one year from the day following the expiry of the present suspension``.
    """
    words = act.times.within(clause.start, sentence.end)
    length = next((word for word in words if word.role == "length"), None)
    low = clause.start if act.flow.language == "zh" else sentence.start
    points = _FROM_OLD_END.search(act.flow.flow, low, sentence.end)
    if length is None or points is None or any(w.role in ("start", "end") for w in words):
        return told
    last = _day_of_expiry(act, points.end(), sentence.end)
    last = last or old_end(act, clause, clause.start) or _last_told(act, clause)
    last = last or _told_behind(act, sentence)
    return life_of((start, length)) if last and (start := day_behind(last)) else told


_EXPIRED_ON = regexp(r"[^;,\ue000]{0,120}?\s\(?(?:on|of)\s(?P<day>\ue000{4,44})")


def _day_of_expiry(act: Act, at: int, end: int) -> TimeWord | None:
    """Return the last day that stands right beside its name: ``upon expiry on 28 February``."""
    found = _EXPIRED_ON.match(act.flow.marked, at, end)
    day = None if found is None else act.times.resolved(*found.span("day"))
    if found is None or day is None:
        return None
    start, stop = found.span("day")
    return TimeWord(role="end", start=start, end=stop, wording="expiry", day=day)


_FORMER_PAUSE = regexp(r"(?:前次|上次|前一次|上一次|原|此前|先前)的?(?:暂停|中止)")
_NEXT = 2


def _told_behind(act: Act, sentence: Span) -> TimeWord | None:
    """Return the last day of the present pause that one of the next sentences tells."""
    for after in islice(act.flow.within(sentence.end, act.body.end), _NEXT):
        if _FORMER_PAUSE.search(act.flow.flow, after.start, after.end):
            words = act.times.within(after.start, after.end)
            ends = [word for word in words if word.role == "end" and word.day]
            return ends[0] if len(ends) == 1 else None
    return None


def counts_from_an_end(act: Act, span: Span) -> bool:
    """Tell whether a time begins where another one ends, whose last day is told nowhere."""
    if act.flow.language != "zh":
        return False
    return _FROM_OLD_END.search(act.flow.flow, span.start, span.end) is not None


def _last_told(act: Act, clause: Span) -> TimeWord | None:
    if act.flow.language == "zh":
        return None
    issued = act.instrument.issued_on
    before = act.times.within(act.body.start, clause.start)
    last = [w for w in before if w.role == "end" and w.day and (issued is None or w.day >= issued)]
    return last[-1] if last else None


def on_from_the_old_end(act: Act, sentence: Span, told: Life, length: TimeWord | None) -> Life:
    """Return a longer suspension that begins behind the last day which the words before it tell.

    Its own last day is told, or counted from there: ``is extended for a further 90 days``.
    """
    before = act.flow.sentence_before(sentence.start)
    issued = act.instrument.issued_on
    words = act.times.within(max(act.body.start, before.start), before.end)
    ends = [word for word in words if word.role == "end" and word.day]
    last = [w for w in ends if w.day and (issued is None or w.day >= issued - _A_MONTH)]
    start = day_behind(last[0]) if len(last) == 1 else None
    if start is None or before.end > sentence.start:
        return told
    if told.end is not None:
        return replace(told, start=start)
    return told if length is None else life_of((start, length))


_BOTH_ON = regexp(
    rf",?\s(?:both|each|all|in\s(?:both|each)\scases?)\s(?:as\sof|as\sfrom|from|on|with\seffect\sfrom)\s(?:the\s)?(?P<day>{DAY})"
)
"""How a sentence ends that tells the one day of all that it does."""


def both_on(act: Act, sentence: Span, told: Life) -> Life:
    """Return a life with the day that a sentence tells at its end for all that it does."""
    told_of_all = _BOTH_ON.search(act.flow.marked, sentence.start, sentence.end)
    day = act.times.resolved(*told_of_all.span("day")) if told_of_all else None
    if told_of_all is None or day is None:
        return told
    return replace(told, start=start_word(*told_of_all.span("day"), day))


_DONE_AFTER = regexp(
    r"\s{0,4}(?:This|It|(?:The|This|That|Such)\s(?:revocation|repeal|withdrawal|rescission|cancellation|termination"
    r"|abolition|suspension|stay|resumption|reinstatement|lifting|revival|restoration|change|measure|decision))\s(?:(?:shall|will)\s)?"
    r"(?:takes?\seffect|comes?\sinto\s(?:force|effect)|enters?\sinto\s(?:force|effect)|(?:is|are|be|becomes?)\seffective|has\seffect"
    rf"|appl(?:y|ies)|begins?|starts?)\s(?:(?:on|from|as\s(?:of|from)|with\seffect\sfrom)\s)?(?:the\s)?(?P<day>{DAY})"
)
"""How the sentence behind a deed tells its first day."""


def done_after(act: Act, sentence: Span, told: Life) -> Life:
    """Return the life of a deed with the first day that only the sentence behind it tells."""
    behind = _DONE_AFTER.match(act.flow.marked, sentence.end)
    if behind is None:
        return told
    day = act.times.resolved(*behind.span("day"))
    return told if day is None else replace(told, start=start_word(*behind.span("day"), day))


_MOVED_AFTER = regexp(
    r"\s{0,4}(?:The|Its|Their)\snew\s(?:[a-z]+\s)?(?:date|day)(?:\s(?:of|for)\s[a-z\s]{3,50}?)?\s(?:is|shall\sbe|will\sbe)\s(?:the\s)?"
    rf"(?P<day>{DAY})"
    r"|\s{0,4}(?:It|They|(?:That|This|The|The\ssaid)\s(?:rule|order|regulation|notice|announcement|notification))\s(?:shall|will)\s"
    r"(?:now\s|only\s|instead\s)?(?:be(?:come)?\s(?:implemented|applied|effective)|take\seffect|apply|(?:enter|come)\sinto\s(?:force|effect))"
    rf"\s(?:only\s)?(?:from|on|as\sof)\s(?:the\s)?(?P<other>{DAY})"
)
"""How the sentence behind a delay tells the new first day."""


def moved_after(act: Act, sentence: Span) -> TimeWord | None:
    """Return the new first day that only the sentence behind a delay tells."""
    behind = _MOVED_AFTER.match(act.flow.marked, sentence.end)
    if behind is None:
        return None
    where = behind.span("day" if behind["day"] else "other")
    day = act.times.resolved(*where)
    return None if day is None else start_word(*where, day)


_AGAIN_AFTER = regexp(
    r"\s{0,4}(?:(?:That|This|Those|These|The\ssaid)\s(?:Article|provision|measure|requirement|paragraph|regulation|order)s?|It|They|(?:Its|Their)\s(?:implementation|application|operation|enforcement)|(?:Article|Paragraph|Regulation)s?\s[0-9]|(?:[A-Z][a-z]+\s){0,2}\ue001{3,160})"
    r"(?P<between>[^;\n]{0,120}?)\s(?:shall|will)?\s?(?:again\s(?:apply|be\sapplicable)|(?:apply|applies|be\sapplicable|be\sin\sforce)\s(?:again|once\smore)|resumes?)\s"
    rf"(?:from|on|as\sof|as\sfrom|with\seffect\sfrom)\s(?:the\s)?(?P<day>{DAY})"
)
"""How the sentence behind the end of a suspension tells the day from which a part applies again."""


def again_after(act: Act, sentence: Span, told: Life) -> Life:
    """Return the life of a return with the day that only the sentence behind it tells."""
    behind = _AGAIN_AFTER.match(act.flow.marked, sentence.end)
    if behind is None or "." in behind["between"]:
        return told
    day = act.times.resolved(*behind.span("day"))
    return told if day is None else Life(start=start_word(*behind.span("day"), day))
