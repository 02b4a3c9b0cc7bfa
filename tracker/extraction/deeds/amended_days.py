"""Which day of another act do changed words move: its last one, or its first?

``‘31 December 2026’ is replaced by ‘31 December 2027’`` says nothing of what ends or begins on that
day; the words around it do, or what the text says elsewhere of the old day.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.prose.flow import DAY, Span
from tracker.extraction.spelling.regexps import regexp

_LASTS_UNTIL = regexp(
    r"\b(?:appl(?:y|ies)|valid|in\sforce|effect|expires?|remain)\b[^.;]{0,40}?\b(?:until|on|to)\s(?=\ue000)|有效期?至|施行至|执行至"
)
"""What makes new words a longer life."""
_OF_CASES = regexp(
    r"\b(?:not\s(?:[a-z]+\s){0,2}apply|not\s(?:be\s)?(?:prohibited|required)|by\sway\sof\sderogation|in\sderogation"
    r"|may\s(?:authori[sz]e|be\sauthori[sz]ed|grant|permit|allow|continue))\b"
    r"|\b(?:licen[cs]es?|authori[sz]ations?|permits?|contracts?|certificates?)\s[^.;\n]{0,120}$"
)
"""What new words say of some cases until a day: that is a term, and no longer life of the act."""
_NEW_WORDS = regexp(
    r"(?:\s?the\sfollowing(?:\s[a-z]+)?)?[:\s]{0,4}[“\"'‘](?:Article\s[0-9]{1,3}[a-z]?\n\s{0,3})?(?P<new>[^”\"’\n]{3,200})"
)
_QUOTED_DAY = regexp(
    rf"[“\"'‘](?P<before>[^”\"'’“‘\n\ue000]{{0,60}})(?P<day>{DAY})(?P<behind>[^”\"'’\n\ue000]{{0,60}})[”\"'’]"
)
_ROLE = regexp(
    r"\b(?:(?P<end>until|till|through|expir\w+|laps\w+|ends?|ending|valid|cease\w*(?:\sto\s(?:apply|be\sin\sforce|have\seffect))?|to(?=\s*$))"
    r"|(?P<start>from|as\sof|starting|beginning|effective|force|effect|apply|applies|applicable|commenc\w+))\b"
)
"""What before a day says that it is the last or the first one; the word next to it decides."""
_ABOUT_ENDS = regexp(
    r"(?i)\b(?:exten(?:d|sion)\w*|prolong\w*|period\sof\s(?:application|validity)|expir\w+|validity)\b"
)
_ABOUT_BEGINNING = regexp(r"(?i)\b(?:postpon\w+|defer\w*|delay\w*|date\sof\sapplication)\b")
_OF_STARTS = regexp(
    r"\b(?i:supplementary\sprovisions?)\s(?:of|to)\b[^;\n]*$"
    r"|\b[Ii]n\s(?:article|regulation)\s1(?:\([0-9]\))?\s(?:\([a-z ,]{3,60}\)\s)?(?:of|to)\sthe\b"
    r"[^;\n]*\bS\.I\.[^;\n]*$"
)
"""What says that words of the part are changed that tells from when an order holds."""
_LEAD = 240
_AROUND = 40
_BESIDE = 2
_MOST = 8


def moved_day(act: Act, span: Span, replaced: Iterator[Span]) -> tuple[EffectKind, Life] | None:
    """Return the longer life or the later start that the new words of a change give.

    ``replaced`` are the stretches behind words that replace others. A later start without a day
    is open: ``such day as may be appointed``.
    """
    afters = tuple(replaced)
    if not afters:
        return None
    longer = next(filter(None, (_longer(act, after) for after in afters)), None)
    if longer is not None:
        return longer
    later = next(filter(None, (_later(act, after) for after in afters)), None)
    if later is not None:
        return later
    days = [*islice(_QUOTED_DAY.finditer(act.flow.marked, span.start, span.end), _MOST)]
    pairs = [
        (old, new)
        for old, new in pairwise(days)
        if any(
            old.end() <= after.start + _BESIDE and after.start <= new.start() + 1
            for after in afters
        )
        and new.start() - old.end() <= _AROUND
    ]
    return _moved(act, *pairs[0]) if len(pairs) == 1 else None


def _longer(act: Act, after: Span) -> tuple[EffectKind, Life] | None:
    """Return the longer life that new words give: ``It shall apply until 31 July 2027``."""
    quoted = _NEW_WORDS.match(act.flow.marked, after.start, after.end)
    if quoted is None:
        return None
    told = _LASTS_UNTIL.search(act.flow.marked, quoted.start("new"), quoted.end("new"))
    if told is None or _OF_CASES.search(act.flow.marked, quoted.start("new"), told.end()):
        return None
    day = act.times.resolved(told.end(), told.end() + 1)
    named = act.flow.days_in(told.end(), told.end() + 2)
    if day is None or not named:
        return None
    return "extend", Life(end=_word("end", told.start(), named[0].end, day), through=day)


_BEGINS_LATER = regexp(
    r"(?:It|This\s[A-Z][a-z]+|(?P<part>Articles?\s[0-9]{1,3}))\s(?:shall\s)?(?:only\s)?"
    rf"(?:appl(?:y|ies)|enters?\sinto\sforce|comes?\sinto\sforce)\s(?:from|on|as\sof)\s(?P<day>{DAY})"
)
_PARTS_LATER = regexp(
    r"(?:\.\s(?:However,\s)?|,\s(?:except(?:\sfor)?|with\sthe\sexception\sof)\s)(?P<parts>Articles?\s[0-9]{1,3}(?:(?:,|,?\sand)\s[0-9]{1,3}){0,8})"
    r",?\s(?:which\s)?(?:shall\s)?(?:only\s)?(?:appl(?:y|ies)|enters?\sinto\sforce|comes?\sinto\sforce)\s"
    rf"(?:from|on|as\sof)\s(?P<day>{DAY})[\s.;'\"’”]*"
)
"""How new words go on with articles that begin on a day of their own."""
_OPEN_DAY = regexp(r"[“\"'‘][^”\"’\n]{0,20}?\bsuch\s(?:day|date)\sas\b[^”\"’\n]{0,120}\bappoint")


def _later(act: Act, after: Span) -> tuple[EffectKind, Life] | None:
    """Return the later start that is all that new words say: ``Article 4 shall apply from …``."""
    marked = act.flow.marked
    quoted = _NEW_WORDS.match(marked, after.start, after.end)
    if quoted is None:
        return None
    if _OPEN_DAY.search(marked, quoted.start(), min(after.end, quoted.end() + 2)):
        return "postpone", Life()
    told = _BEGINS_LATER.match(marked, quoted.start("new"), quoted.end("new"))
    if told is None:
        return None
    parts = _PARTS_LATER.fullmatch(marked, told.end(), quoted.end("new"))
    if parts is None and marked[told.end() : quoted.end("new")].strip(" .;'\"’”"):
        return None
    day = act.times.resolved(told.start("day"), told.end("day"))
    issued = act.instrument.issued_on
    if day is None or (issued is not None and day <= issued):
        return None
    return "postpone", Life(start=_word("start", told.start("day"), told.end("day"), day))


def part_begun_later(act: Act, span: Span) -> str:
    """Return ``#art-4`` where the new words of a change say it of one article alone.

    ``#whole`` where they tell another day of some articles: of them ``parts_begun_later``.
    """
    found = _BEGINS_LATER.search(act.flow.marked, span.start, span.end)
    if found is None:
        return ""
    if found["part"] is None:
        return "#whole" if _PARTS_LATER.match(act.flow.marked, found.end(), span.end) else ""
    return f"#art-{found['part'].split()[-1]}"


def parts_begun_later(act: Act, span: Span) -> Iterator[tuple[str, Life]]:
    """Yield the articles of which new words tell a start of their own, behind that of the rest."""
    marked = act.flow.marked
    whole = _BEGINS_LATER.search(marked, span.start, span.end)
    parts = whole and _PARTS_LATER.match(marked, whole.end(), span.end)
    day = act.times.resolved(*parts.span("day")) if parts else None
    if not parts or day is None:
        return
    for article in re.findall("[0-9]{1,3}", parts["parts"]):
        yield f"#art-{article}", Life(start=_word("start", *parts.span("day"), day))


def _moved(act: Act, old: re.Match[str], new: re.Match[str]) -> tuple[EffectKind, Life] | None:
    was, will = (act.times.resolved(*one.span("day")) for one in (old, new))
    if was is None or will is None or will <= was:
        return None
    role = _role(act, old, was)
    if role == "end":
        return "extend", Life(end=_word("end", *new.span("day"), will), through=will)
    if role == "start":
        return "postpone", Life(start=_word("start", *new.span("day"), will))
    return None


def _role(act: Act, old: re.Match[str], was: date) -> str | None:
    """Tell whether the old day was the last or the first one: by any words before it."""
    told: list[str] = [old["before"]]
    for named in act.flow.days:
        inside = old.start() <= named.start < old.end()
        if not inside and act.times.resolved(named.start, named.end) == was:
            before = act.flow.marked[max(0, named.start - _AROUND) : named.start]
            told.append(before[before.rfind("\n") + 1 :])
    for words in told:
        roles = [*_ROLE.finditer(words)]
        if roles:
            return roles[-1].lastgroup
    if _OF_STARTS.search(act.flow.flow, max(0, old.start() - _LEAD), old.start()):
        return "start"
    if act.family == "licence":
        return "end"  # a licence that is in use has begun
    ends, begins = _ABOUT_ENDS.search(act.flow.flow), _ABOUT_BEGINNING.search(act.flow.flow)
    if (ends is None) == (begins is None):
        return None
    return "end" if ends else "start"


def _word(role: str, start: int, end: int, day: date) -> TimeWord:
    return TimeWord(
        role="end" if role == "end" else "start", start=start, end=end, wording="new words",
        day=day,
    )  # fmt: skip
