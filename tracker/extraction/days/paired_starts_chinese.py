"""Which start has the whole of a Chinese act, and which its parts, where a sentence tells no more?

``第一条、第三条即日生效,第二条第(一)项要到9月1日才开始实施``: such a sentence is made of
subjects, days and a few words that join them. Where it holds any other word nothing is read here:
then the words around each day must say what begins.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from tracker.extraction.days.paired_words_chinese import (
    LEAD,
    LED,
    MOST,
    OWN_NUMBER,
    SAYS_MORE,
    Kind,
    Token,
    tokens,
)
from tracker.extraction.days.parts_beside_chinese import sentence_of_point
from tracker.extraction.days.start_words import Told
from tracker.extraction.days.times import Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span


def paired_starts_chinese(flow: Flow, times: Times, sentence: Span) -> tuple[Told, ...]:
    """Return what a sentence tells that is made of parts and days alone; else nothing."""
    if sentence.end - sentence.start > MOST or not _may_tell(flow, sentence):
        return ()
    low = OWN_NUMBER.match(flow.marked, sentence.start, sentence.end)
    lead = LEAD.match(flow.marked, low.end() if low else sentence.start, sentence.end)
    begin = lead.end() if lead else low.end() if low else sentence.start
    if SAYS_MORE.search(flow.flow, begin, sentence.end):
        return ()
    found = tokens(flow, times, Span(begin, sentence.end), since=sentence.start)
    if not any(one.kind in ("day", "like") for one in found):
        return ()
    if not _begins(flow, found) and not _is_led(flow, sentence):
        return ()
    return _paired(found, lambda part: _own_start(flow, times, part, sentence.start))


def _own_start(flow: Flow, times: Times, part: str, at: int) -> TimeWord | None:
    """Return the start that a point told before tells of itself: ``一、自…起,出口…``."""
    own = sentence_of_point(flow, part, at)
    words = times.within(own.start, own.end) if own else ()
    return next((one for one in words if one.role == "start" and one.day), None)


def _begins(flow: Flow, found: list[Token]) -> bool:
    """Tell whether a sentence says that something begins: by its verb, or ``第一条自…起``."""
    parts = any(one.kind == "part" for one in found)
    return any(_forces(one) or (parts and _from_then(flow, one)) for one in found)


def _from_then(flow: Flow, token: Token) -> bool:
    word = token.word
    return word is not None and word.role == "start" and flow.flow[word.end - 1] == "起"


def _is_led(flow: Flow, sentence: Span) -> bool:
    """Tell whether a list of starts is open there: its head ends with a colon, no line with 。."""
    low = max(flow.marked.rfind("。", 0, sentence.start) + 1, sentence.start - MOST)
    return LED.search(flow.marked, low, sentence.start) is not None


def _forces(token: Token) -> bool:
    return token.kind == "force" or token.forced


def _may_tell(flow: Flow, sentence: Span) -> bool:
    """Tell whether a sentence may name a day, and neither another act nor words of one."""
    text = flow.marked[sentence.start : sentence.end]
    if "\ue001" in text or "“" in text or "《" in text:
        return False
    return any(mark in text for mark in _MARKS)


_MARKS = ("\ue000", "日起", "即日", "之日", "当日", "同第", "相同", "一致", "公布", "立即")
"""Words without which a sentence tells no day, nor points to one."""


_SUBJECTS = frozenset({"whole", "rest", "part"})


@dataclass(slots=True)
class _Pairs:
    """What the clauses of a sentence told so far: subjects and days that wait for each other."""

    own_start: Callable[[str], TimeWord | None]
    told: list[Told] = field(default_factory=list)
    subjects: list[Token] = field(default_factory=list)
    last: list[Token] = field(default_factory=list)
    waiting: TimeWord | None = None
    forced: bool = False
    spared: bool = False
    begun: bool = False

    def take(self, clause: list[Token]) -> bool:
        """Take the next clause; False where it does not fit."""
        kinds = [one.kind for one in clause]
        if "same" in kinds and not self.last:
            return False
        if "end" in kinds:
            return self._ending(clause)
        if "along" in kinds and "day" not in kinds and "like" not in kinds:
            return self._along([one for one in clause if one.kind in _SUBJECTS])
        if "spared" in kinds:
            self.last = [one for one in clause if one.kind == "part"]
            self.subjects = [_REST_OF_IT if one.kind == "whole" else one for one in self.subjects]
            self.told = [
                ("rest", (), told[2]) if told[0] == "whole" else told for told in self.told
            ]
            self.spared = bool(self.last)
            return self.spared and "day" not in kinds
        if "except" in kinds:
            return self._excepting(clause, kinds)
        if "but" in kinds:
            return self._beyond(clause, kinds.index("but"))
        if "like" in kinds:
            return self._alike(clause, kinds)
        days = [one.word for one in clause if one.word is not None]
        subjects = [one for one in clause if one.kind in _SUBJECTS]
        subjects += self.last if "same" in kinds else []
        if not days:
            self.begun = "force" in kinds and any(one.kind != "whole" for one in subjects)
            return self._subjects(subjects)
        subjects = subjects or (self.last if self.spared else [])
        self.spared = False
        if self.begun and subjects and not self._narrows(subjects):
            return False  # what begins, and when, stood in words that were not understood
        if not subjects and not self.subjects:
            if len(days) > 1 or not self._settle():
                return False
            self.waiting, self.forced = days[0], any(map(_forces, clause))
            return True
        if not self._settle():
            return False
        if len(days) > 1:
            return self._each([*self.subjects, *subjects], days, "each" in kinds)
        asked = [kind for kind in kinds if kind in _SUBJECTS or kind in ("same", "day")]
        if asked[0] == "day" and subjects:
            if any(one.kind != "whole" for one in self.subjects):
                return False
            self.subjects = []  # ``本公告分步实施:`` only leads to what is told of parts
        self._pair([*self.subjects, *subjects], days[0])
        return True

    def _narrows(self, subjects: list[Token]) -> bool:
        """Tell whether only items of what waits are named: ``第二条的施行时间,第(一)项为…``."""
        wide = [part.id for one in self.subjects for part in one.parts]
        inner = [part.id for one in subjects for part in one.parts]
        return all(any(one.startswith(f"{id_}-") for id_ in wide) for one in inner)

    def _along(self, subjects: list[Token]) -> bool:
        """Take ``第三条同时施行``: on the day told last."""
        subjects = [*self.subjects, *subjects]
        if not self._settle() or not self.told or not subjects:
            return False
        named = {part.id for one in subjects for part in one.parts}
        alike = (told for told in self.told if named & {part.id for part in told[1]})
        told = next(alike, self.told[-1])  # ``第三条与第一条同日施行``
        self._pair(subjects, told[2][0])
        return True

    def _ending(self, clause: list[Token]) -> bool:
        """Take a clause that tells a last day, or how long: of its subjects, or of what is told."""
        ends = tuple(one.word for one in clause if one.kind == "end" and one.word is not None)
        others = [one for one in clause if one.kind != "end"]
        if any(one.kind == "day" for one in others):
            known = len(self.told)
            if not self.take(others) or not self._settle() or len(self.told) == known:
                return False
            self.told[-1] = (*self.told[-1][:2], (*self.told[-1][2], *ends))
            return True
        kinds = [one.kind for one in others]
        parts = [part for one in (*self.subjects, *others) for part in one.parts]
        if "except" in kinds or "but" in kinds or not self._settle() or not self.told:
            return False
        if "same" in kinds:
            parts += [part for one in self.last for part in one.parts]
        self.subjects = []
        if parts:
            return all(self._end_part(part, ends) for part in parts)
        self.told[-1] = (*self.told[-1][:2], (*self.told[-1][2], *ends))
        return True

    def _end_part(self, part: Provision, ends: tuple[TimeWord, ...]) -> bool:
        """Give a part its last day, with the start told of it, else that of the whole."""
        own = next((one for one in self.told if part.id in {two.id for two in one[1]}), None)
        whole = next((one for one in self.told if not one[1]), None)
        begun = own or whole
        if begun is None:
            return False
        self.told.insert(0, ("parts", (part,), (begun[2][0], *ends)))
        return True

    def _alike(self, clause: list[Token], kinds: list[Kind]) -> bool:
        """Take ``其余各条的执行时间同第一条``: the day is told of that part in the sentence."""
        at = kinds.index("like")
        meant = {part.id for one in clause[at:] for part in one.parts}
        days = (words[0] for _, parts, words in self.told if meant & {one.id for one in parts})
        subjects = [*self.subjects, *(one for one in clause[:at] if one.kind in _SUBJECTS)]
        if "day" in kinds or len(meant) != 1 or not subjects:
            return False
        day = next(days, None) or self.own_start(next(iter(meant)))
        if day is None:
            self.subjects = subjects  # the day may stand behind
        else:
            self._pair(subjects, day)
        return True

    def _subjects(self, subjects: list[Token]) -> bool:
        if self.waiting is not None and subjects and not self.forced:
            word, self.waiting = self.waiting, None
            self._pair(subjects, word)
            return True
        self.subjects += subjects
        return self._settle()

    def _excepting(self, clause: list[Token], kinds: list[Kind]) -> bool:
        if kinds[0] != "except" or kinds.count("but") != 1 or self.subjects:
            return False
        inner = clause[1 : kinds.index("but")]
        if not any(one.kind == "part" for one in inner):
            return False
        if any(one.kind == "day" for one in inner) and not self.take(inner):
            return False
        return self.take([_REST_OF_IT, *clause[kinds.index("but") + 1 :]])

    def _beyond(self, clause: list[Token], at: int) -> bool:
        """Take ``第二条以外的条款自…起施行``: what is told is told of the rest."""
        self.last = [one for one in clause[:at] if one.kind == "part"]
        if not self.last or len(self.last) != at or self.subjects:
            return False
        return self.take([_REST_OF_IT, *clause[at + 1 :]])

    def _each(self, subjects: list[Token], days: list[TimeWord], told: bool) -> bool:
        parts = [part for one in subjects for part in one.parts]
        whole = [part for part in parts if not _holds_another(part, parts)]
        if not told or len(whole) != len(days):
            return False
        self.told += [("parts", (part,), (day,)) for part, day in zip(whole, days, strict=True)]
        self.subjects, self.last = [], [one for one in subjects if one.kind == "part"]
        return True

    def _pair(self, subjects: list[Token], word: TimeWord) -> None:
        self.begun = False
        parts = [part for one in subjects for part in one.parts]
        whole = tuple(part for part in parts if not _holds_another(part, parts))
        if whole:
            self.told.append(("parts", whole, (word,)))
        if any(one.kind == "rest" for one in subjects):
            self.told.append(("rest", (), (word,)))
        elif not whole:
            self.told.append(("whole", (), (word,)))
        self.subjects, self.last = [], [one for one in subjects if one.kind == "part"]

    def _settle(self) -> bool:
        """Give a day that waits alone to the whole; False where its words do not say so."""
        if self.waiting is None:
            return True
        self.told.append(("whole", (), (self.waiting,)))
        self.waiting = None
        return self.forced

    def finish(self) -> bool:
        """Tell whether all found its partner."""
        return self._settle() and not self.subjects


_REST_OF_IT = Token("rest", 0)


def _holds_another(part: Provision, parts: list[Provision]) -> bool:
    return any(other.id.startswith(f"{part.id}-") for other in parts)


def _paired(found: list[Token], own_start: Callable[[str], TimeWord | None]) -> tuple[Told, ...]:
    pairs = _Pairs(own_start)
    clause: list[Token] = []
    for token in (*found, Token("stop", 0)):
        if token.kind != "stop":
            clause.append(token)
        elif clause:
            if not pairs.take(clause):
                return ()
            clause = []
    return tuple(pairs.told) if pairs.finish() else ()
