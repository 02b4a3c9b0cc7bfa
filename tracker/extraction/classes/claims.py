"""Who says what in a document that decides nothing, and what would it mean if it were so?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.extraction.classes.speakers import answerers_of, is_acronym, speaker_of
from tracker.extraction.classes.stances import QUOTED_BY, STANCES
from tracker.extraction.days.times import Times
from tracker.extraction.extracted import DocumentClass, ExtractedClaim, Reading, Stance
from tracker.extraction.heads.naming import Namer
from tracker.extraction.names.catalogue import Catalogue, KnownInstrument
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, exemptions
from tracker.extraction.scope.thresholds import thresholds

MOST = 4
"""The most assertions of the press that one document gives; denials and refusals all count."""

_QUESTION = re.compile(
    r"^(?:问|又问|再问|追问|有记者问|[^:\n]{0,24}记者|(?:Q(?:uestion)?"
    r"|[A-Z][\w-]*(?:[- ](?:[A-Z][A-Za-z]*|of|for|the|and)){0,3}))\s?:|\?\s*$"
    r"|[Aa]sked\s(?:whether|if|about"
    r"|when)|\bmedia\squestion\b"
)
_QUESTION_MARK = re.compile(
    r"\?\s*$|[Aa]sked\s(?:whether|if|about|when)|\bmedia\squestion\b|^(?:问|又问|再问|追问|有记者问)\s?:"
)
_LABEL = re.compile(
    r"^[-\u2022\s]{0,3}(?P<who>答|问|又问|再问|追问|[^:\n。,]{0,16}(?:记者|发言人)[^:\n。,]{0,6}"
    r"|[A-Z][\w'.-]*(?:[- ](?:[A-Z(][A-Za-z'.()-]*|of|for|the|and|de|van|der|ten|a)){0,5})\s?:\s"
    r"|^(?P<zh>答|问|又问|再问|追问|[^:\n。,]{0,20}(?:记者|发言人)(?:问)?):"
)
_ANSWERING = re.compile(
    r"(?i)^(?:答|a|answer|.*发言人|.*spokes(?:person|man|woman)|.*minister|.*official|.*secretary"
    r"|.*commissioner|.*director(?:\sgeneral)?|.*ambassador|.*president|.*governor|(?:mr|ms|mrs|dr)\b.*)$"
)
_ANSWERS = re.compile(
    r"^(?:答|A(?:nswer)?|发言人|[一-鿿]{2,4}(?<!记者)|[A-Za-z ]{0,30}[Ss]pokes(?:person|man|woman)"
    r"|[A-Z][a-z]+\s[A-Z][a-z]+|(?:[A-Z.]{2,12}\s){0,2}[A-Z]{4,14})\s?:\s?"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\bon\s(?P<day>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_ZH_WEEKDAY = re.compile(r"(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_EXPECTS = re.compile(
    r"(?i:\bexpect\b|\bshould\b|\bought\sto\b|\bin\smy\sview\b|\bI\s(?:believe|think)\b"
    r"|\bwill\b)|应该|应当|理应|必将|建议|预计|认为|必须|不如|不妨|何不|可以?考虑|宜(?:于|早|尽)|有必要|应(?:于|在|自|将|予)|主张|呼吁"
)
_BACKGROUND = re.compile(
    r"^(?:On|In|Back in|Earlier on)\s(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\s[0-9]"
)
CONTENT = re.compile(
    r"(?i:\b(?:suspen[ds]\w*|lift\w*|repeal\w*|cancel\w*|resum\w+|licen[cs]\w+|in\sforce"
    r"|tak\w+\seffect|effective|starts?\son|has\sapplied|content\s(?:of|above|below)|and\sabove|come\sinto|from\s(?:\ue000)|exempt\w*"
    r"|export\scontrols?\son|caught|remov\w+|eas(?:e[sd]?|ing)\b|(?:new|any)\s(?:instructions?|notices?|rules?)|told\sanything|ban(?:s|ned)?|restrict\w*|curbs?|pause[sd]?"
    r"|cancel\w+|threshold))|暂停|取消|恢复|生效|实施|许可|管制|豁免|禁止|解除|延长|废止"
    r"|推迟|延后|延期|提前|终止|撤销|放宽|收紧|松绑|加码|叫停|(?:停止|继续|开始)执行|削减|调减|核减|下调|上调|列入|移出|照旧|照常|(?:新|任何)的?(?:指令|通知|要求)"
)
_MOVES = re.compile(
    r"(?i)\b(?:withdraw\w*|repeal\w*|rescind\w*|revok\w+|suspen[ds]\w*|lift\w*|scrap\w*"
    r"|delay\w*|lapse)\b|废止|取消|撤销|暂停|恢复|放开|解除|提高到|降低到|降至|提高至|放宽|延长|通用许可"
)
_EXEMPTS = re.compile(r"exempt|no\slicen|免")
_FREES = re.compile(r"exempt|licen|subject|required?|need|免|许可|需要|无须|不必")
"""Words without which no sentence speaks of what is free."""
_FIRST_TWO = re.compile(r"(?i:\bthe\sfirst\stwo\b|\bfirst\sand\ssecond\b)|前两(?:项|类|款)")
_THIRD = re.compile(r"(?i:\bthe\sthird\b)|第三(?:项|类|款)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is at hand while claims are read."""

    flow: Flow
    namer: Namer
    times: Times
    known: Catalogue
    klass: DocumentClass | None
    body: Span
    official: str | None
    published_on: date | None
    about: tuple[str, ...]


def claims(said: Said) -> tuple[ExtractedClaim, ...]:
    """Return the claims of a document: stances first seen, then what the press asserts."""
    found = _without_headline(said, list(_claims(said)))
    asserted = [claim for claim in found if claim.stance == "asserts"]
    spare = set(map(id, asserted[MOST:]))
    return tuple(claim for claim in found if id(claim) not in spare)


def _without_headline(said: Said, found: list[ExtractedClaim]) -> list[ExtractedClaim]:
    """Drop what only the headline says when the text says it too."""
    first = found[0].evidence[0] if found else None
    if first is None or said.klass not in ("report", "restatement") or first.start > 0:
        return found
    headline = said.flow.flow[first.end : first.end + 1] == "\n"
    again = any(claim.stance == found[0].stance for claim in found[1:])
    return found[1:] if headline and again else found


def _claims(said: Said) -> Iterator[ExtractedClaim]:
    flow = said.flow
    asked: tuple[str, ...] = ()
    background = asking = False
    answerers = answerers_of(flow) if said.klass == "statement" else frozenset()
    for sentence in flow.within(said.body.start, said.body.end):
        text = flow.flow[sentence.start : sentence.end]
        label = _LABEL.match(text) if said.klass == "statement" else None
        starts_line = (
            sentence.start == 0 or "\n" in flow.flow[max(0, sentence.start - 3) : sentence.start]
        )
        if label is None and starts_line:
            asking = False
        if label is not None and not is_acronym(label["who"] or ""):
            who = label["who"] or label["zh"]
            asking = _ANSWERING.match(who) is None and who not in answerers
            asked = () if asking else asked
        question = _QUESTION if said.klass != "report" else _QUESTION_MARK
        asks = flow.sieve.may(question, sentence.start, sentence.end) and question.search(text)
        if asking or (asks and not _stance(flow, sentence, text)):
            asked = (*asked, *_acts(said, sentence))
            continue
        background = background or (
            said.klass in ("report", "restatement", "statement") and _earlier(said, sentence, text)
        )
        if background:
            continue
        yield from _claim(said, sentence, text, asked)


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
    stance = _stance(said.flow, sentence, text) or _denied_before(said, sentence)
    words = sentence
    if stance is None:
        stance = _asserted(said, sentence, text)
    if stance is None:
        return
    label = _ANSWERS.match(text)
    if label is not None:
        words = Span(sentence.start + label.end(), sentence.end)
    words = _bare(said.flow, words)
    about = _acts(said, sentence) or asked
    if not about and stance in ("asserts", "denies", "reports_start"):
        about = said.about
    speaker = _speaker(said, sentence, text, stance)
    for reading, part in _readings(said, words, stance):
        yield ExtractedClaim(
            speaker=speaker,
            stance=stance,
            text=said.flow.text[part.start : part.end],
            said_on=_said_on(said, text),
            about=about,
            reading=reading,
            evidence=(said.flow.evidence("text", part.start, part.end),),
        )


def _denied_before(said: Said, sentence: Span) -> Stance | None:
    """Tell whether a spoken sentence goes on behind a short ``No.``."""
    if said.klass != "statement" or sentence.start == 0:
        return None
    before = said.flow.sentence(sentence.start - 1)
    if before.end > sentence.start or "\n" in said.flow.flow[before.end : sentence.start]:
        return None
    return "denies" if _DENIED.search(said.flow.flow, before.start, before.end) else None


def _stance(flow: Flow, sentence: Span, text: str) -> Stance | None:
    may, low, high = flow.sieve.may, sentence.start, sentence.end
    rows = (row for row in STANCES if may(row.pattern, low, high))
    return next((row.stance for row in rows if row.pattern.search(text)), None)


def _asserted(said: Said, sentence: Span, text: str) -> Stance | None:
    """Return how a sentence asserts something of law, by the class of the document."""
    if len(text) < 12 or _PROMOTES.match(text):
        return None
    if said.klass == "opinion":
        days = said.flow.days_in(sentence.start, sentence.end)
        legal = _EXPECTS.search(text) and (days or _MOVES.search(text))
        return "opinion" if legal else None
    if said.klass == "statement":
        may = said.flow.sieve.may(_GOVERNMENT_WILL, sentence.start, sentence.end)
        rules = CONTENT.search(text) or _MAKES_RULES.search(text)
        if may and (will := _GOVERNMENT_WILL.search(text)) and rules:
            return "intended" if _ITS_OWN.match(will["who"]) else "asserts"
        told = bool(_acts(said, sentence)) and CONTENT.search(text) is not None
        return "asserts" if _exempt(said, sentence) or (told and not text.endswith("?")) else None
    if said.klass not in ("report", "restatement"):
        return None
    if said.official is not None and said.klass == "restatement":
        starts = [w for w in said.times.within(sentence.start, sentence.end) if w.role == "start"]
        if starts and re.search(r"force|effect|appl|生效|施行|实施", text):
            return "reports_start"
        return "asserts" if _acts(said, sentence) and _MOVES.search(text) else None
    if said.klass == "restatement" and _BEGINS.search(text) and not _MOVES.search(text):
        words = said.times.within(sentence.start, sentence.end)
        if any(word.role == "start" and word.basis == "stated" for word in words):
            return "reports_start"
    if _EXPERT.search(text) and CONTENT.search(text) and _GUESSES.search(text):
        return "opinion"
    if not said.flow.marked_sieve.may(CONTENT, sentence.start, sentence.end):
        return None
    marked = said.flow.marked[sentence.start : sentence.end]
    if said.klass == "restatement" and _OWN_VIEW.search(text) and CONTENT.search(marked):
        return "opinion"
    return "asserts" if CONTENT.search(marked) and text.rstrip()[-1:] in ".。;\"'”’)" else None


_OWN_VIEW = re.compile(
    r"(?i:\b(?:in\s(?:my|our)\s(?:view|opinion)|we\s(?:expect|believe|think|consider))\b)|(?:笔者|我们)(?:认为|预计|以为)"
    r"|(?:分析(?:师|人士)|专家|律师|学者|研究员|经济学家|券商|研究机构)[^。;\n]{0,30}?(?:认为|预计|表示|称|指出|判断|估计)[^。;\n]{0,50}?(?:可能|有望|或将|或会|不排除|大概率)"
)
_GOVERNMENT_WILL = re.compile(
    r"(?:^|[,;:]\s|\b(?:that|and)\s|[-\u2022*]\s)(?P<who>(?:[Tt]he\s)?(?:United\s(?:States|Kingdom)|European\sUnion|China|Beijing|Japan|India|Korea"
    r"|Netherlands|Canada|Australia|[Dd]epartment|[Aa]dministration|[Gg]overnment|[Mm]inistry|[Cc]ommission|We|we|U\.S\.|U\.K\.|EU|BIS)(?:\sside)?)"
    r"\s(?:will|shall|is\sto|intends?\sto|plans?\sto|ha(?:s|ve)\s(?:decided|agreed|committed)\sto|agree[sd]?\sto|commits?\sto|also\swill)\b"
)
"""What a government says that it, or another one, will do."""
_BEGINS = re.compile(
    r"(?i:\b(?:enter(?:s|ed)?|c[oa]me(?:s)?)\sinto\s(?:force|effect)|\bt(?:akes?|ook)\seffect\b"
    r"|\bappl(?:y|ies|ied)\s(?:from|as\sof|since)\b|\bunder\s(?:export\s)?licen[cs]e\s[^.]{0,20}\bfrom\b)"
)
"""What tells that a rule itself begins on a day."""
_PROMOTES = re.compile(
    r"(?i)\W{0,4}(?:sign\sup|subscribe|read\s(?:more|next|also)|related|sponsored|most\sread|register\s(?:now|here))\b"
)
"""How lines begin that sell something or lead elsewhere."""
_MAKES_RULES = re.compile(
    r"\b(?i:publish|lay|issue|introduce|bring\sforward|adopt|table|propose|amend)\w*\b"
)
"""What a government means to do that makes new rules."""
_EXPERT = re.compile(
    r"\b(?i:analysts?|economists?|lawyers?|scholars?|professors?|consultants?|commentators?|strategists?)\b"
)
_GUESSES = re.compile(
    r"(?i:\b(?:said|says|expects?|thinks?|believes?|reckons?|argues?)\b[^.]{0,120}\b(?:would|will|likely|may|might|could|should)\b"
    r"|\b(?:would|will|likely|may|might|could|should)\b[^.]{0,160}\b(?:said|says|expects?|thinks?|believes?)\b)"
)
"""Who guesses in a report, and how: that is a view, and no claim of fact."""
_DENIED = re.compile(
    r"(?:^|:\s)(?:No|Not\sat\sall|Absolutely\snot|Certainly\snot|It\sis\snot)[.!]$"
)
"""A short answer that makes the next sentence a denial."""
_ITS_OWN = re.compile(
    r"(?:[Tt]he\s)?(?:United\sStates|U\.S\.|[Dd]epartment|[Aa]dministration|[Gg]overnment|[Mm]inistry|[Cc]ommission|[Ww]e|BIS)\b"
)


def _exempt(said: Said, sentence: Span) -> bool:
    demand = (
        requirement_of(said.flow, sentence)
        if _FREES.search(said.flow.flow, sentence.start, sentence.end)
        else None
    )
    if demand is not None and demand[0] == "exemption":
        return True
    if not _EXEMPTS.search(said.flow.flow, sentence.start, sentence.end):
        return False
    terms = Terms()
    exemptions(said.flow, sentence, terms)
    return bool(terms.data)


def _acts(said: Said, span: Span) -> tuple[str, ...]:
    return tuple(named.id for named in said.namer.named_in(span.start, span.end))


def _bare(flow: Flow, span: Span) -> Span:
    text = flow.flow[span.start : span.end].rstrip(" .。;")
    return flow.trimmed(span.start, span.start + len(text))


def _speaker(said: Said, sentence: Span, text: str, stance: Stance) -> str:
    quoted = QUOTED_BY.search(text)
    if quoted is not None:
        return quoted["who"].rstrip(".,")
    if said.official is not None:
        return said.official
    who = speaker_of(text, silent=stance == "no_comment")
    if who is not None:
        return who
    return {"opinion": "author"}.get(stance, "press")


def _said_on(said: Said, text: str) -> date | None:
    """Return the day of the words: a named weekday before the publication, else that day."""
    if said.published_on is None or said.klass == "opinion":
        return None if said.klass == "opinion" else said.published_on
    match = _WEEKDAY.search(text)
    index = _WEEKDAYS.index(match["day"].lower()) if match else None
    chinese = _ZH_WEEKDAY.search(text)
    if index is None and chinese is not None:
        index = "一二三四五六日".find(chinese["day"].replace("天", "日"))
    if index is None:
        return said.published_on
    back = (said.published_on.weekday() - index) % 7
    return said.published_on - timedelta(days=back)


def _readings(said: Said, words: Span, stance: Stance) -> Iterator[tuple[Reading | None, Span]]:
    """Yield what the words assert, a reading for each start that they name."""
    if stance not in ("asserts", "reports_start"):
        yield None, words
        return
    starts = [w for w in said.times.within(words.start, words.end) if w.role == "start"]
    ends = [w for w in said.times.within(words.start, words.end) if w.role == "end"]
    limits = tuple(limit.as_terms() for limit in thresholds(said.flow, words))
    terms = Terms()
    exemptions(said.flow, words, terms)
    demand = requirement_of(said.flow, words)
    freed = (
        tuple(terms.data.get("exemptions", ()))
        if (demand and demand[0] == "exemption")
        or re.search(r"exempt|免", said.flow.flow[words.start : words.end])
        else ()
    )
    if len(starts) < 2:
        start = starts[0] if starts else None
        reading = Reading(
            from_=start.day if start else None,
            through=ends[0].day if ends else None,
            basis=start.basis if start else None,
            measures=_limbs(said, said.flow.flow[words.start : words.end]) if start else (),
            thresholds=limits,
            requirement=demand[0] if demand else None,
            exemptions=freed,
        )
        yield reading, words
        return
    low = words.start
    for index, start in enumerate(starts):
        high = (
            words.end
            if index + 1 == len(starts)
            else _clause(said.flow, start.end, starts[index + 1].start)
        )
        part = said.flow.trimmed(low, high)
        reading = Reading(
            from_=start.day, basis=start.basis,
            measures=_limbs(said, said.flow.flow[part.start : part.end]),
        )  # fmt: skip
        yield reading, part
        low = high


def _clause(flow: Flow, low: int, high: int) -> int:
    stop = re.compile(r"[,;，；]").search(flow.flow, low, high)
    return stop.end() if stop else high


def _limbs(said: Said, text: str) -> tuple[str, ...]:
    """Return the recorded limbs that ``the first two measures`` mean, where one act has them."""
    for id in said.about:
        act = next((one for one in said.known.instruments if one.id == id), None)
        limbs = _items(act) if act else ()
        if _FIRST_TWO.search(text) and len(limbs) >= 3:
            return limbs[:2]
        if _THIRD.search(text) and len(limbs) >= 3:
            return limbs[2:3]
    return ()


def _items(act: KnownInstrument) -> tuple[str, ...]:
    return tuple(sorted(limb for limb in act.measures if re.search(r"#i-[0-9]$", limb)))
