"""Who says what in a document that decides nothing, and what would it mean if it were so?"""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile

from tracker.extraction.classes.assertions import (
    CONTENT,
    OF_RULES,
    RUMOURED,
    Said,
    acts_in,
    asserted,
    under_source,
)
from tracker.extraction.classes.readings import readings
from tracker.extraction.classes.speakers import answerers_of, is_acronym, quoted_by, speaker_of
from tracker.extraction.classes.spoken_days import said_on
from tracker.extraction.classes.stance_wording import StanceWording
from tracker.extraction.classes.stances import ATTRIBUTION, SOURCE, STANCES
from tracker.extraction.extracted import ExtractedClaim, ExtractedEffect, Stance
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.covered import Covered
from tracker.extraction.spelling.regexps import regexp

MOST = 4
MOST_OF_REPORT = MOST_OF_OPINION = 5
FEWEST = 2
"""The most assertions that one document of the press gives, and the fewest beside denials."""

_QUESTION = regexp(
    r"^Q\.\s|^(?:问|又问|再问|追问|有记者问|[^:\n]{0,24}记者|(?:Q(?:uestion)?"
    r"|[A-Z][\w-]*(?:[- ](?:[A-Z][A-Za-z]*|of|for|the|and)){0,3}))\s?:|\?\s*$"
    r"|[Aa]sked\s(?:whether|if|about"
    r"|when)|\bmedia\squestion\b"
)
_QUESTION_MARK = regexp(
    r"\?\s*$|[Aa]sked\s(?:whether|if|about|when)|\bmedia\squestion\b|^(?:问|又问|再问|追问|有记者问)\s?:"
)
_LABEL = regexp(
    r"^(?P<qa>[QA])\.\s|^[-\u2022\s]{0,3}(?P<who>答|问|又问|再问|追问|[^:\n。,]{0,16}(?:记者|发言人)[^:\n。,]{0,6}"
    r"|[A-Z][\w'.-]*(?:[-\x20](?:[A-Z(][A-Za-z'.()-]*|of|for|the|and|de|van|der|ten|a)){0,5}"
    r"|(?:An?\s|The\s)?[A-Z][\w'.-]*(?:\s[\w'.-]{1,16}){0,3}?\s(?:reporter|journalist|correspondent|agency|daily|weekly|newspaper|paper|broadcaster|channel|station|service|magazine|network|outlet|host|anchor|editor))"
    r"(?:\s\([^()\n]{1,60}\))?\s?:\s"
    r"|^\[(?P<set>[^\]\n]{0,16}(?:记者|发言人|[报社台网刊]|频道|媒体|周刊|主持人|[Ss]pokes\w+|[Rr]eporter|[Jj]ournalist)[^\]\n]{0,6})\]\s?:?"
    r"|^(?P<zh>答|问|又问|再问|追问|[^:\n。,]{0,20}(?:记者|发言人)(?:问)?):"
)
_ANSWERING = regexp(
    r"(?i)^(?:答|a|answer|.*发言人|.*主持人|.*spokes(?:person|man|woman)|.*minister(?:\s(?:of|for)\s.*)?|.*official|.*secretary(?:\s(?:of|for)\s.*)?"
    r"|.*commissioner(?:\s(?:of|for)\s.*)?|.*director(?:\sgeneral)?|.*ambassador|.*president|.*governor|(?:mr|ms|mrs|dr)\b.*)$"
)
_ANSWERS = regexp(
    r"^A\.\s"
    r"|^(?:答|A(?:nswer)?|发言人|[一-鿿]{2,4}(?<!记者)|[A-Za-z ]{0,30}[Ss]pokes(?:person|man|woman)"
    r"|[A-Z][a-z]+\s[A-Z][a-z]+|(?:[A-Z.]{2,12}\s){0,2}[A-Z]{4,14})\s?:\s?"
)
_BACKGROUND = regexp(
    r"^(?:On|In|Back in|Earlier on)\s(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\s[0-9]"
)


def claims(said: Said) -> tuple[ExtractedClaim, ...]:
    """Return the claims of a document: stances first seen, then what the press asserts."""
    if said.klass == "report" and not said.about and not _of_rules(said):
        return ()
    found = _without_headline(said, list(_claims(said)))
    kept = "opinion" if said.klass == "opinion" else "asserts"
    told = [claim for claim in found if claim.stance == kept]
    most = _most(said, found)
    if len(told) > most:
        told.sort(key=lambda claim: -_weight(said, claim))
    spare = set(map(id, told[most:]))
    return tuple(claim for claim in found if id(claim) not in spare)


def _of_rules(said: Said) -> bool:
    """Tell whether a report speaks of law at all."""
    return any(said.flow.sieve.search(words) for words in (CONTENT, OF_RULES))


def _weight(said: Said, claim: ExtractedClaim) -> int:
    """Return how much a claim tells of an act: its day or limit, who says it, what happens."""
    span = claim.evidence[0]
    days = said.flow.days_in(span.start, span.end) or said.flow.numbers_in(span.start, span.end)
    heard = any(words.search(claim.text) for words in (ATTRIBUTION, SOURCE))
    advises = _ADVISES.search(claim.text) is not None
    quoted = any(mark in claim.text for mark in _QUOTED)
    return (
        2 * heard + quoted + 2 * bool(days) - 2 * advises + (CONTENT.search(claim.text) is not None)
    )


_QUOTED = '"“”「'
_ADVISES = regexp(r"\b[Yy]our?\b|建议|提醒|应当|请各")
"""What tells readers what to do, and nothing of the act."""


def beside(
    said: tuple[ExtractedClaim, ...], moved: tuple[ExtractedEffect, ...]
) -> tuple[ExtractedClaim, ...]:
    """Return what an answer says beside what it decides."""
    held = Covered((one.start, one.end) for effect in moved for one in effect.evidence)
    return tuple(
        claim
        for claim in said
        if claim.stance != "asserts"
        and not any(held.touches(one.start, one.end) for one in claim.evidence)
    )


def _most(said: Said, found: list[ExtractedClaim]) -> int:
    """Return how many assertions are kept: a retelling that dates and judges needs fewer."""
    if said.klass == "opinion":
        return MOST_OF_OPINION
    if said.klass == "report":
        others = sum(claim.stance != "asserts" for claim in found)
        return max(MOST_OF_REPORT - others, FEWEST)
    beside = sum(claim.stance in ("opinion", "reports_start") for claim in found)
    return min(MOST, max(2, MOST + 1 - beside))


def _without_headline(said: Said, found: list[ExtractedClaim]) -> list[ExtractedClaim]:
    """Drop what only the headlines say when the text says it too."""
    if said.klass not in ("report", "restatement"):
        return found
    heads = [*takewhile(lambda claim: _is_headline(said, claim), found)]
    again = {claim.stance for claim in found[len(heads) :]}
    return [claim for claim in heads if claim.stance not in again] + found[len(heads) :]


_HEADLINES = 400
"""Within how many characters the headlines of a page stand."""


def _is_headline(said: Said, claim: ExtractedClaim) -> bool:
    """Tell whether a claim is a whole line near the head that ends as no sentence does."""
    flow, told = said.flow.flow, claim.evidence[0]
    whole = told.start == 0 or flow[told.start - 1] == "\n"
    below = under_source(said.flow, told.start)
    return whole and not below and flow[told.end : told.end + 1] == "\n" and told.start < _HEADLINES


def _claims(said: Said) -> Iterator[ExtractedClaim]:
    flow = said.flow
    asked: tuple[str, ...] = ()
    background = asking = False
    answerers = answerers_of(flow) if said.klass == "statement" else frozenset()
    for sentence in _spoken(said):
        text = flow.flow[sentence.start : sentence.end]
        label = _LABEL.match(text) if said.klass == "statement" else None
        who = (label[label.lastgroup or 0] or "") if label is not None else ""
        if who and is_acronym(who) and who not in answerers:
            who = ""
        starts_line = (
            sentence.start == 0 or "\n" in flow.flow[max(0, sentence.start - 3) : sentence.start]
        )
        if label is None and starts_line:
            asking = False
        if who:
            asking = _ANSWERING.match(who) is None and who not in answerers
            asked = () if asking else asked
        question = _QUESTION_MARK if (who and not asking) or said.klass == "report" else _QUESTION
        asks = flow.sieve.may(question, sentence.start, sentence.end) and question.search(text)
        if asking or (asks and (text[-1:] == "?" or not _stance(said, sentence, text))):
            asked = (*asked, *acts_in(said, sentence))
            continue
        if starts_line and said.klass != "report":
            background = False
        background = background or (
            said.klass in ("report", "restatement", "statement") and _earlier(said, sentence, text)
        )
        if background:
            continue
        for part in _clauses(said, sentence):
            yield from _claim(said, part, flow.flow[part.start : part.end], asked)


_ASIDE = 400
"""How long a quotation is at most that is read as one."""


def _spoken(said: Said) -> Iterator[Span]:
    """Yield the sentences of the body; in the press a quotation stands in one with its speaker."""
    flow, held = said.flow, None
    for sentence in flow.within(said.body.start, said.body.end):
        if held is not None:
            one = Span(held.start, sentence.end)
            if "\n" in flow.flow[held.end : sentence.start] or one.end - one.start > _ASIDE:
                yield held
            else:
                sentence = one
        if said.klass == "report" and _is_open(flow.flow[sentence.start : sentence.end]):
            held = sentence
        else:
            held = None
            yield sentence
    if held is not None:
        yield held


def _is_open(text: str) -> bool:
    """Tell whether a quotation goes on behind the words."""
    if text[:1] not in _OPENING:
        return False
    return _CLOSING.search(text, 1) is None


_APART = regexp(
    r";\s?|,\s(?=(?:while|whereas|but)\s)|,(?=(?:而|但|不过)(?!且|是))"
    r"|,(?=[^,。;]{0,24}(?:否认|驳斥|辟谣|不予证实|(?:回应|答复|表示|称|说),))"
    r"|,(?=[一-鿿]{2,12}(?:部|局|署|委|院|发言人|负责人|人士|官员)[^,。;]{0,6}(?:称|表示|回应|说)[^,。;])"
)
"""What stands between two who speak in one sentence."""


def _clauses(said: Said, sentence: Span) -> Iterator[Span]:
    """Yield the parts of a sentence of the press in which different people speak."""
    flow, low = said.flow, sentence.start
    if said.klass in ("report", "restatement", "statement"):
        for stop in _APART.finditer(flow.flow, sentence.start, sentence.end):
            halves = Span(low, stop.start()), Span(stop.end(), sentence.end)
            apart = stop.group().startswith(";")
            if apart or (said.klass != "statement" and all(_speaks(flow, one) for one in halves)):
                yield flow.trimmed(low, stop.end())
                low = stop.end()
    yield flow.trimmed(low, sentence.end)


def _speaks(flow: Flow, span: Span) -> bool:
    rows = (ATTRIBUTION, RUMOURED)
    return any(row.search(flow.flow, span.start, span.end) for row in rows)


def _earlier(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether a paragraph goes back to an earlier day, which is background."""
    if said.published_on is None or not _BACKGROUND.match(text):
        return False
    day = said.flow.days_in(sentence.start, sentence.start + 30)
    resolved = said.times.resolved(day[0].start, day[0].end) if day else None
    return resolved is not None and resolved < said.published_on - timedelta(days=14)


def _claim(
    said: Said, sentence: Span, text: str, asked: tuple[str, ...]
) -> Iterator[ExtractedClaim]:
    stance = None if said.klass == "opinion" else _heard(said, sentence, text)
    words = sentence
    if stance is None:
        stance = asserted(said, sentence, text, asked=asked)
    if stance is None:
        return
    label = _ANSWERS.match(text)
    if label is not None:
        words = Span(sentence.start + label.end(), sentence.end)
    words = _bare(said.flow, words)
    about = acts_in(said, sentence) or asked
    if not about and stance in ("asserts", "denies", "reports_start"):
        about = said.about
    speaker, day = _speaker(said, sentence, text, stance), said_on(said, sentence, text)
    for reading, part in readings(said, words, stance):
        yield ExtractedClaim(
            speaker=speaker,
            stance=stance,
            text=_told(said.flow, part),
            said_on=day,
            about=about,
            reading=reading,
            evidence=(said.flow.evidence("text", part.start, part.end),),
        )


def _heard(said: Said, sentence: Span, text: str) -> Stance | None:
    """Return with which stance words are spoken; an author only cites those of others."""
    return _stance(said, sentence, text) or _denied_before(said, sentence)


def _told(flow: Flow, part: Span) -> str:
    """Return the words as they are spoken: where a line was wrapped, they go on."""
    return re.sub(
        r"\s*\n\s*", " " if flow.language == "en" else "", flow.text[part.start : part.end]
    )


def _denied_before(said: Said, sentence: Span) -> Stance | None:
    """Tell whether a spoken sentence goes on behind a short ``No.``."""
    if said.klass != "statement" or sentence.start == 0:
        return None
    before = said.flow.sentence(sentence.start - 1)
    if before.end > sentence.start or "\n" in said.flow.flow[before.end : sentence.start]:
        return None
    return "denies" if _DENIED.search(said.flow.flow, before.start, before.end) else None


def _stance(said: Said, sentence: Span, text: str) -> Stance | None:
    """Return the stance of the first row whose words stand in a sentence and keep their sense.

    A body that only retells acts speaks for nobody.
    """
    if said.klass == "restatement" and said.official is not None:
        return None
    asked = _WAS_ASKED.search(text) if "sked" in text else None
    sieve, told = said.flow.sieve, _is_told(said, text)
    words = text[asked.end() :] if asked else text
    for row in sieve.rows(STANCES):
        if row.spoken and not (told and _may_be_spoken(said, row, sentence)):
            continue
        if not sieve.may(row.pattern, sentence.start, sentence.end):
            continue
        if row.pattern.search(words) and not (row.turned and row.turned.search(words)):
            return row.stance
    return None


_WAS_ASKED = regexp(
    r"(?:^|[.;]\s)(?:When\s|On\sbeing\s)?[Aa]sked\s(?:whether|if|about|when|by\s)[^,.;\n]{0,200}(?:,[^,.;\n]{2,60})?,\s"
)
"""What only tells of a question, before the answer to it."""


def _may_be_spoken(said: Said, row: StanceWording, sentence: Span) -> bool:
    """Tell whether the words of a row tell of a rule: in the press people deny all sorts."""
    if said.klass == "statement":
        return True
    of_rules = any(
        said.flow.sieve.may(words, sentence.start, sentence.end)
        and words.search(said.flow.flow, sentence.start, sentence.end)
        for words in (CONTENT, OF_RULES, _OF_DECISIONS)
    )
    return row.stance != "practice" and of_rules


_OF_DECISIONS = regexp(
    r"(?i:\b(?:decisions?|decided|plans?|agree\w*|promis\w+|deals?|orders?|instructions?|letters?|documents?|dates?|notices?|announcements?|invented|licen[cs]\w+|talks|this|kind|intentions?)\b)"
    r"|决定|计划|承诺|协议|日期|通知|文件|谈判|让步"
)


def _is_told(said: Said, text: str) -> bool:
    """Tell whether a sentence gives the words of somebody, and not those of the paper."""
    if said.klass == "statement":
        return True
    return said.klass == "report" and (
        ATTRIBUTION.search(text) is not None or quoted_by(text) is not None or text[:1] in _OPENING
    )


_DENIED = regexp(r"(?:^|:\s)(?:No|Not\sat\sall|Absolutely\snot|Certainly\snot|It\sis\snot)[.!]$")
"""A short answer that makes the next sentence a denial."""


def _bare(flow: Flow, span: Span) -> Span:
    text = flow.flow[span.start : span.end].rstrip(" .。;")
    low = span.start + _is_open(text)
    return flow.trimmed(low, span.start + len(text))


_OPENING = '"“‘「'
_CLOSING = regexp('["”’」]')
"""Marks of what is quoted; one that opens and does not close goes on behind the sentence."""


def _speaker(said: Said, sentence: Span, text: str, stance: Stance) -> str:
    quoted = quoted_by(text)
    if quoted is not None:
        return quoted
    if said.official is not None:
        return said.official
    who = speaker_of(text, silent=stance == "no_comment")
    if who is not None:
        return who
    return {"opinion": "author"}.get(stance, "press")
