"""From which day does an act hold, as a whole and part by part, in its own words?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.extraction.flow import Flow, Span
from tracker.extraction.numerals import roman
from tracker.extraction.references import Provision, chinese_provisions, english_provisions
from tracker.extraction.times import Life, Times, TimeWord, life_of

_ZH_INTO_FORCE = re.compile(
    r"^[\s,]?(?:本(?:公告|办法|规定|决定|条例|令|通知|目录|清单|细则|规则|措施|更正|修改|调整|通告)|(?:上述|以上|前述|上列)\S{2,10}?)?"
    r"(?:正式|开始|起|即|予以|统一){0,2}(?:施行|实施|执行|生效|适用)"
)
_ZH_OUT_OF_FORCE = re.compile(r"^\s?(?:废止|失效)|^\s?有效")
_ZH_TOLD = re.compile(r"(?:施行|实施|执行|生效)$")
"""A time whose own words say that something comes into force."""
_ZH_LABELLED = "labelled day"
_ZH_OWN = re.compile(
    r"本(?:公告|办法|规定|决定|条例|令|通知|目录|清单|细则|规则|措施|更正|修改|调整|通告)|以上|上述|上列|前述|现(?:予)?(?:公布|发布|印发)|予以(?:公布|发布)"
)
_ZH_NUMBERED = re.compile(
    r"^(?:\s*(?:第[一二三四五六七八九十百]{1,5}条|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.])\s*)?"
)
_ZH_REST = re.compile(r"其他|其余|除[^,。;]{2,60}外")
_ZH_OLD = re.compile(r"原定|原自|原于|曾")
_EN_OWN = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]he\s(?:present"
    r"|said))\s(?:[A-Z]?[a-z]+\s){0,3}(?i:orders?|ordinances?|regulations?|rules?|notices?"
    r"|notifications?|announcements?|licen[cs]es?|decisions?|directives?|acts?|measures"
    r"|controls|document|decree|instrument|amendments?|corrections?|changes)\b"
    r"|\b(?:[Ii]t|[Tt]hey)\s(?:shall|will|comes?|enters?|takes?|appl(?:y|ies)|has"
    r"|have)\b|^\W*(?:[Ee]ffective|[Cc]oming|DATES)|\b[Tt]he\s(?:Regulations|Measures|Ordinance"
    r"|Rules|Provisions|Order|Notice|withdrawal|removals?|suspension|restriction"
    r"|prohibition|corrections?|amendments?|changes|rule|regulations?|measures"
    r"|controls)\b"
    r"|\b(?:[Tt]he|[Tt]hese|[Tt]his|[Aa]ll)\s(?:[a-z-]+\s){0,3}?(?:requirements?|provisions?|conditions?"
    r"|polic(?:y|ies)|measures?|obligations?|licensing|bans?|procedures?|adjustments?|terms)\b"
)
_EN_OWN_AFTER = re.compile(
    r"^,?\s(?:[Tt]his|[Tt]hese|[Tt]he\spresent)\s[^.;\ue000\ue001]{3,60}?\b(?:shall|will|is|are|comes?|enters?|takes?|appl)"
)
"""What behind a day says that the act itself then holds: ``From 1 May, this order applies``."""
_EN_NUMBERED = re.compile(
    r"\s*(?:(?:Article|ARTICLE|Section)\s[0-9IVX]{1,4}[.:]?\s+(?=[A-Z(])"
    r"|[0-9]{1,3}\.\s?(?:-{1,2})?\s?|\([0-9a-z]{1,4}\)\s){1,2}"
)
_EN_REST = re.compile(
    r"\b(?:[Tt]he\s)?(?:other|remaining|rest\sof\sthe)\s(?:provisions|articles|paragraphs"
    r"|measures|items|parts)\b|\b[Ee]verything\selse\b|\bthe\s(?:rest|others)\b"
)
_EN_EXCEPT = re.compile(r"^\W*(?:Except|Subject|Save|With\sthe\sexception)|\bexcept\s(?:as|that)\b")
_EN_FORCE = re.compile(
    r"force|effect|effective|appl(?:y|ies|icable)|commenc|implement|operat|enforce|\bbegin"
    r"|\bstart|appl(?:y|ied)",
    re.IGNORECASE,
)
_EN_OTHER = re.compile(
    r"\bremains?\b|\bcomments?\b|\bdelayed\b|\bsuspended\b|\bwas\b|\bwere\b|\bhad\b"
    r"|\bpostponed\b|\brevoked\b|\brepealed\b|\bresum|(?<!ation\s)(?<!licen[cs]e\s)(?<!permit\s)\bissued\b|\bamended\b"
    r"|\b(?:has|have)\s(?:been\s|already\s){0,2}(?:appl|enter|taken|come|in\s|effective)|\b(?:entered|came|took)\b"
)


@dataclass(slots=True)
class Commencement:
    """The life of an act: of the whole, of named parts, and of the rest.

    ``parts`` goes from the part's id (``i-1``, ``art-2``) to its life.
    """

    general: Life | None = None
    rest: Life | None = None
    parts: dict[str, Life] = field(default_factory=dict)
    read: list[Span] = field(default_factory=list)

    def of(self, part: str, *fallbacks: str) -> Life | None:
        """Return the life of a part, else of one that it belongs to, else of the whole."""
        for one in (part, *fallbacks):
            if one in self.parts:
                return self.parts[one]
        return self.rest or self.general


def commencement(flow: Flow, times: Times, spans: tuple[Span, ...]) -> Commencement:
    """Read the sentences of ``spans`` that say from when the act itself holds."""
    found = Commencement()
    for span in spans:
        for sentence in flow.within(span.start, span.end):
            _read(found, flow, times, sentence)
    if found.general is None and found.rest is None:
        _elsewhere(found, flow, times, spans)
    _close(found, flow, times, spans)
    return found


def _read(found: Commencement, flow: Flow, times: Times, sentence: Span) -> None:
    read = _chinese if flow.language == "zh" else _english
    for subject, provisions, words in read(flow, times, sentence):
        _take(found, subject, provisions, life_of(words))
        found.read.append(sentence)


_AT_ONCE = re.compile(
    r"\bhereby\b|\bamend|\bnotif|\bmakes?\b|决定|现将"
    r"|\b(?:is|are|shall\sbe|stands?)\s(?:now\s|only\s)?(?:permitted|allowed|prohibited|banned|restricted|freed|free\b)"
)


def _elsewhere(found: Commencement, flow: Flow, times: Times, spans: tuple[Span, ...]) -> None:
    """Read the start of an act where its body tells none.

    A decree tells it in the clause that promulgates the text behind it; a notification says at
    the top that it works with immediate effect.
    """
    outside = [
        sentence
        for sentence in flow.sentences
        if not any(span.holds(sentence.start) for span in spans)
    ]
    for sentence in outside:
        if found.general is None:
            _read(found, flow, times, sentence)
    if found.general is not None or found.rest is not None or found.parts:
        return
    for sentence in flow.sentences:
        for word in times.within(sentence.start, sentence.end):
            if word.wording == "at once" and _AT_ONCE.search(flow.flow, sentence.start, word.end):
                found.general = life_of((word,))
                found.read.append(sentence)
                return


_LASTS = re.compile(
    r"\b(?:apply|applies|in\sforce|valid|effect|effective|expire[sd]?)\b|有效|施行|实施|执行"
)


def _close(found: Commencement, flow: Flow, times: Times, spans: tuple[Span, ...]) -> None:
    """Give the whole the last day that a sentence of its own tells."""
    if found.general is None or found.general.through is not None:
        return
    for span in spans:
        for sentence in flow.within(span.start, span.end):
            words = times.within(sentence.start, sentence.end)
            end = next((word for word in words if word.role == "end"), None)
            quoted = _in_new_words(flow, sentence, end.start if end else sentence.start)
            if end is None or quoted or any(word.role == "start" for word in words):
                continue
            before = flow.marked[sentence.start : end.start]
            own = (_ZH_OWN if flow.language == "zh" else _EN_OWN).search(before)
            if own and _LASTS.search(flow.flow, sentence.start, end.end) and "\ue001" not in before:
                found.general = Life(start=found.general.start, end=end, through=end.day)
                found.read.append(sentence)
                return


def _in_new_words(flow: Flow, sentence: Span, at: int) -> bool:
    """Tell whether a place stands in a quoted line: such words are written into another act."""
    line = flow.flow.rfind("\n", 0, at) + 1
    return flow.flow[line] in "“\"'‘" or flow.flow[sentence.start] in "“\"'‘"


Subject = str
Told = tuple[Subject, tuple[Provision, ...], tuple[TimeWord, ...]]


def _take(
    found: Commencement, subject: Subject, provisions: tuple[Provision, ...], life: Life
) -> None:
    if life.start is None:
        return
    if subject == "parts":
        for provision in provisions:
            found.parts.setdefault(provision.id.lstrip("-"), life)
            counted = re.fullmatch(r"(?:art-|sec-)?([0-9]{1,2})((?:-[0-9a-z]+)*)", provision.id)
            if counted is not None:
                found.parts.setdefault(roman(int(counted[1])) + counted[2], life)
    elif subject == "rest":
        found.rest = found.rest or life
    elif subject == "applies" or found.general is None:
        found.general = life


def _starts(times: Times, sentence: Span) -> Iterator[tuple[TimeWord, int, int]]:
    """Yield each start of a sentence with the stretch before it that may tell its subject."""
    words = times.within(sentence.start, sentence.end)
    low = sentence.start
    starts = [word for word in words if word.role == "start"]
    for index, word in enumerate(starts):
        high = starts[index + 1].start if index + 1 < len(starts) else sentence.end
        yield word, low, high
        low = word.end


def _ends(times: Times, word: TimeWord, high: int) -> tuple[TimeWord, ...]:
    later = (one for one in times.within(word.start, high) if one.role != "start")
    return (word, *later)


def _chinese(flow: Flow, times: Times, sentence: Span) -> Iterator[Told]:
    for word, low, high in _starts(times, sentence):
        after = flow.marked[word.end : word.end + 20]
        told = flow.flow[word.start : word.end]
        own = _ZH_INTO_FORCE.match(after) or _ZH_OUT_OF_FORCE.match(after) or _ZH_TOLD.search(told)
        applies = own is not None or word.wording == _ZH_LABELLED
        before = flow.marked[low : word.start]
        clause = before[max(before.rfind(";"), before.rfind("。")) + 1 :]
        clause = _ZH_NUMBERED.sub("", clause)
        if not applies or "\ue001" in clause or _ZH_OLD.search(clause):
            continue
        at = word.start - len(clause)
        provisions = chinese_provisions(flow.flow, at, word.start)
        words = _ends(times, word, high)
        if _ZH_REST.search(clause):
            yield "rest", (), words
        elif provisions:
            yield "parts", provisions, words
        elif _ZH_OWN.search(clause) or len(clause.strip(" ,")) <= 4:
            yield "whole", (), words


def _english(flow: Flow, times: Times, sentence: Span) -> Iterator[Told]:
    first = True
    for word, low, high in _starts(times, sentence):
        numbered = _EN_NUMBERED.match(flow.marked, low, word.start)
        low = numbered.end() if numbered is not None else low
        before = flow.marked[low : word.start]
        here = flow.marked[low : word.end]
        if not _EN_FORCE.search(here) and len(before.strip()) <= 4:
            after = flow.marked[word.end : min(high, word.end + 120)]
            if _EN_OWN_AFTER.match(after) and _EN_FORCE.search(after):
                yield "whole", (), _ends(times, word, high)
                first = False
                continue
        if "\ue001" in before or not _EN_FORCE.search(here) or _EN_OTHER.search(before[-90:]):
            low, first = word.end, False
            continue
        provisions = tuple(_own_parts(flow, english_provisions(flow.flow, low, word.start)))
        words = _ends(times, word, high)
        if _EN_REST.search(before):
            yield "rest", (), words
        elif provisions and not (first and _EN_EXCEPT.search(before)):
            yield "parts", provisions, words
        elif _EN_OWN.search(before) or _EN_OWN.search(here):
            applies = re.search(r"\bappl(?:y|ies)\b", here) is not None
            yield "applies" if applies else "whole", (), words
        first = False


_OF_ANOTHER = re.compile(
    r"\s(?:of|to)\s(?:the\s)?(?:(?:\(?[A-Z&][\w'()&.-]*|of|and|the|on)\s){1,12}(?:Act|Law|Ordinance|Treaty|Code)\b"
)
_CONFERRED = re.compile(r"\b(?:conferred\sby|pursuant\sto|under|in\saccordance\swith)\s(?:the\s)?$")


def _own_parts(flow: Flow, provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    """Yield the parts of the act itself: ``section 3 of the Foreign Trade Act`` is none."""
    for one in provisions:
        before = flow.flow[max(0, one.start - 40) : one.start]
        if not _OF_ANOTHER.match(flow.flow, one.end) and not _CONFERRED.search(before):
            yield one
