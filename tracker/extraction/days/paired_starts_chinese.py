"""Which start has the whole of a Chinese act, and which its parts, where a sentence tells no more?

``第一条、第三条即日生效,第二条第(一)项要到9月1日才开始实施``: such a sentence is made of
subjects, days and a few words that join them. Where it holds any other word nothing is read here:
then the words around each day must say what begins.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from tracker.extraction.days.annex_parts import annexes_named
from tracker.extraction.days.headed_points_chinese import headed_at
from tracker.extraction.days.parts_beside_chinese import parts_named, sentence_of_point
from tracker.extraction.days.start_words import Told
from tracker.extraction.days.times import Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.numerals import number

Kind = Literal[
    "whole",
    "rest",
    "part",
    "day",
    "force",
    "each",
    "except",
    "but",
    "spared",
    "same",
    "like",
    "stop",
]

_FORCE = r"(?:施行|实施|执行|生效|适用|实行|试行|启动|起效|起算|起始|[发产]生(?:法律)?效力)"
_HOUR = (
    r"(?:\s?(?:(?:零|0?0)\s?[时点]|[1-9][0-9]?\s?[时点]|[0-9]{1,2}:[0-9]{2})(?:[0-9]{1,2}分|整)?)?"
)
_DATE = re.compile(
    rf"(?:自|从|于|在|为|是|以|定于)?\s?(?P<day>{DAY}){_HOUR}(?:\([^()]{{0,12}}\))?(?:之?日)?(?:起|开始|始)?"
)
_LATE_DATE = re.compile(
    rf"(?:(?:要|须|需|直|等|待){{0,2}}(?:到|至)|(?:推迟|延后|顺延|延迟|推后)(?:到|至|自))\s?(?P<day>{DAY}){_HOUR}"
    rf"(?:之?日)?(?:起|才|方|始|再|时|后){{0,2}}(?=(?:正式|开始)?{_FORCE})"
)
"""A day up to which a part waits: ``要到9月1日才开始实施``."""
_PUBLICATION = re.compile(
    r"(?:自|从|于|在|为|是|以)?\s?(?:本(?:公告|通知|办法|规定|决定|令))?(?:公布|发布|公告|印发|刊登|颁布)"
    r"(?:之日|当日|当天|日)(?:起|即|开始)?|(?:自|从)?即日起?"
)
_REST = re.compile(
    r"(?:本公告|上述)?的?(?:其他|其余|其它|余下|剩余|除此(?:之外|以外)的?(?:其他|其余)?)的?"
    r"(?:各?[条项款点类](?!目)|内容|规定|部分|条款|措施|物项|事项|要求|各){0,4}"
)
_WHOLE = re.compile(
    r"本(?:公告|通知|办法|规定|决定|令|细则|规则|(?:通用|一般)?许可)(?!附|第|所附)"
    r"|(?:上述|以上|前述|下列|以下|上列|此次|本次)(?:[一二两三四五六七八九十]{1,2}[项条类])?(?:各项)?"
    r"(?:管制|管理|管控|许可)?(?:措施|规定|要求|内容|条款|事项|安排|决定|[条项](?!目))"
)
_BARE_ITEM = re.compile(r"\((?P<n>[一二三四五六七八九十]{1,2}|[0-9]{1,2})\)项?|(?P<round>[①-⑩])项?")
_EACH = re.compile(r"分别|依次")
_EXCEPT = re.compile(r"除了?(?!此|外)")
_BUT = re.compile(r"之外|以外|外")
_SPARED = re.compile(r"除外")
_SAME = re.compile(r"[该此][项条款点](?!目)")
_LIKE = re.compile(r"[与和]?同(?=第|前)|[与和](?=第[^,。;]{1,12}(?:相同|一致|同日))")
_STOP = re.compile(r"[,;:()]")
_FORCES = re.compile(
    rf"(?:晚|迟|推迟|延后)[一二两三四五六七八九十0-9]{{1,3}}个?[年月天日]{_FORCE},?即|{_FORCE}(?:的?(?:日期|时间|首日|之?日|日程))?"
    r"|(?:起始|首)日"
)
_LED = re.compile(rf"(?:{_FORCE}|日期|时间)[^。;\n\ue000]{{0,12}}:\s{{0,4}}\n")
_OWN_NUMBER = re.compile(
    r"\s*(?:第[一二三四五六七八九十]{1,3}条(?=[\s:])|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}[、.](?![0-9])"
    r"|\((?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})\)(?=第|附|本|自|其))?\s*"
)
_LEAD = re.compile(
    r"(?:(?:根据|依据|依照|按照|为|鉴于|经|报经)[^,。;\ue000\ue001]{2,60},|(?:经[^,。;\ue000]{2,20},?)?(?:商务部[^,。;\ue000]{0,20})?"
    r"(?:决定|现)(?:决定|就|将|对)?,?)+"
)
"""Words before a decision that tell why, and by whom."""
_GLUE = re.compile(
    r"[\s、。]|相同|一致|同日|[中和及与或的均都也则各在为是起将才再先后而即就按以须要仅]|(?:对|但|其中|另外|以及|分[步期批类]|如下|具体|予以|一律|全部|同时"
    r"|开始|正式|统一|下列|以下|时间|日期|安排|所列|所述|规定|涉及|有关|相关|部分|两项|各项|条款|内容|要求|措施|管制|管理|管控|许可|限制|禁令|义务"
    r"|物项|货物|商品|产品|技术|材料|设备|出口|进口|过渡期|给予|设|特此公告|现?(?:将有关事项)?公告如下)"
)
_SAYS_MORE = re.compile(r"应|不|请|海关|经营者")
"""Words that stand in no such sentence, asked first because most sentences hold one."""
_MOST = 400
"""How long such a sentence is at most."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Kind
    end: int
    parts: tuple[Provision, ...] = ()
    word: TimeWord | None = None
    forced: bool = False


def paired_starts_chinese(flow: Flow, times: Times, sentence: Span) -> tuple[Told, ...]:
    """Return what a sentence tells that is made of parts and days alone; else nothing."""
    if sentence.end - sentence.start > _MOST or not _may_tell(flow, sentence):
        return ()
    low = _OWN_NUMBER.match(flow.marked, sentence.start, sentence.end)
    lead = _LEAD.match(flow.marked, low.end() if low else sentence.start, sentence.end)
    begin = lead.end() if lead else low.end() if low else sentence.start
    if _SAYS_MORE.search(flow.flow, begin, sentence.end):
        return ()
    tokens = _tokens(flow, times, Span(begin, sentence.end), since=sentence.start)
    if not any(one.kind in ("day", "like") for one in tokens):
        return ()
    if not _begins(flow, tokens) and not _is_led(flow, sentence):
        return ()
    return _paired(tokens, lambda part: _own_start(flow, times, part, sentence.start))


def _own_start(flow: Flow, times: Times, part: str, at: int) -> TimeWord | None:
    """Return the start that a point told before tells of itself: ``一、自…起,出口…``."""
    own = sentence_of_point(flow, part, at)
    words = times.within(own.start, own.end) if own else ()
    return next((one for one in words if one.role == "start" and one.day), None)


def _begins(flow: Flow, tokens: list[_Token]) -> bool:
    """Tell whether a sentence says that something begins: by its verb, or ``第一条自…起``."""
    parts = any(one.kind == "part" for one in tokens)
    return any(_forces(one) or (parts and _from_then(flow, one)) for one in tokens)


def _from_then(flow: Flow, token: _Token) -> bool:
    word = token.word
    return word is not None and flow.flow[word.start] in "自从" and flow.flow[word.end - 1] == "起"


def _is_led(flow: Flow, sentence: Span) -> bool:
    """Tell whether a list of starts is open there: its head ends with a colon, no line with 。."""
    low = max(flow.marked.rfind("。", 0, sentence.start) + 1, sentence.start - _MOST)
    return _LED.search(flow.marked, low, sentence.start) is not None


def _forces(token: _Token) -> bool:
    return token.kind == "force" or token.forced


def _may_tell(flow: Flow, sentence: Span) -> bool:
    """Tell whether a sentence may name a day, and neither another act nor words of one."""
    text = flow.marked[sentence.start : sentence.end]
    if "\ue001" in text or "“" in text or "《" in text:
        return False
    return any(mark in text for mark in _MARKS)


_MARKS = ("\ue000", "日起", "即日", "之日", "当日", "同第", "相同", "一致")
"""Words without which a sentence tells no day, nor points to one."""


def _tokens(flow: Flow, times: Times, span: Span, *, since: int) -> list[_Token]:
    """Return the tokens of a stretch; none where it holds any other word."""
    words = {one.start: one for one in times.within(span.start, span.end)}
    named = _named(flow, span, since)
    found: list[_Token] = []
    at, above = span.start, None
    while at < span.end:
        token = _token(flow, times, at, span.end, words, named, above)
        if token is None:
            glue = _GLUE.match(flow.marked, at, span.end)
            if glue is None:
                return []
            at = glue.end()
            continue
        found.append(token)
        if token.kind == "part":
            above = token.parts[-1].id.split("-")[0]
        at = token.end
    return found


def _named(flow: Flow, span: Span, since: int) -> dict[int, tuple[Provision, ...]]:
    """Return the parts that a stretch names, by where their words begin."""
    parts = (
        *parts_named(flow, span.start, span.end, since=since),
        *annexes_named(flow, span.start, span.end),
    )
    ordered = sorted(parts, key=lambda one: one.start)
    return {start: tuple(group) for start, group in groupby(ordered, key=lambda one: one.start)}


def _token(
    flow: Flow,
    times: Times,
    at: int,
    high: int,
    words: dict[int, TimeWord],
    named: dict[int, tuple[Provision, ...]],
    above: str | None,
) -> _Token | None:
    text = flow.marked
    late = _LATE_DATE.match(text, at, high)
    if late is not None:
        return _dated(times, late)
    word = words.get(at)
    if word is not None and word.role == "start" and word.day is not None:
        forced = re.search(_FORCE, text[word.start : word.end]) is not None
        return _Token("day", word.end, word=word, forced=forced)
    if at in named:
        return _Token("part", max(one.end for one in named[at]), named[at])
    date = _DATE.match(text, at, high)
    if date is not None:
        return _dated(times, date)
    now = _PUBLICATION.match(text, at, high)
    if now is not None:
        return _Token("day", now.end(), word=times.of_publication(now.start(), now.end()))
    item = _BARE_ITEM.match(text, at, high)
    if item is not None and above is not None:
        value = number(item["n"]) if item["n"] else "①②③④⑤⑥⑦⑧⑨⑩".index(item["round"]) + 1
        own = Provision(id=f"{above}-{value}", start=at, end=item.end())
        return _Token("part", item.end(), (own,))
    headed = headed_at(flow, at)
    if headed is not None:
        return _Token("part", headed.end, (headed,))
    for kind, row in _ROWS:
        plain = row.match(text, at, high)
        if plain is not None:
            return _Token(kind, plain.end())
    return None


_ROWS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("except", _EXCEPT),
    ("rest", _REST),
    ("whole", _WHOLE),
    ("each", _EACH),
    ("force", _FORCES),
    ("spared", _SPARED),
    ("but", _BUT),
    ("same", _SAME),
    ("like", _LIKE),
    ("stop", _STOP),
)


def _dated(times: Times, match: re.Match[str]) -> _Token | None:
    """Return the start that a day tells without a word of its own."""
    day = times.resolved(match.start("day"), match.end("day"))
    word = TimeWord(role="start", start=match.start(), end=match.end(), wording="in a row", day=day)
    return None if day is None else _Token("day", match.end(), word=word)


_SUBJECTS = frozenset({"whole", "rest", "part"})


@dataclass(slots=True)
class _Pairs:
    """What the clauses of a sentence told so far: subjects and days that wait for each other."""

    own_start: Callable[[str], TimeWord | None]
    told: list[Told] = field(default_factory=list)
    subjects: list[_Token] = field(default_factory=list)
    last: list[_Token] = field(default_factory=list)
    waiting: TimeWord | None = None
    forced: bool = False

    def take(self, clause: list[_Token]) -> bool:
        """Take the next clause; False where it does not fit."""
        kinds = [one.kind for one in clause]
        if "same" in kinds and not self.last:
            return False
        if "spared" in kinds:
            self.last = [one for one in clause if one.kind == "part"]
            self.subjects = [_REST_OF_IT if one.kind == "whole" else one for one in self.subjects]
            self.told = [
                ("rest", (), told[2]) if told[0] == "whole" else told for told in self.told
            ]
            return bool(self.last) and "day" not in kinds
        if "except" in kinds:
            return self._excepting(clause, kinds)
        if "like" in kinds:
            return self._alike(clause, kinds)
        days = [one.word for one in clause if one.word is not None]
        subjects = [one for one in clause if one.kind in _SUBJECTS]
        subjects += self.last if "same" in kinds else []
        if not days:
            return self._subjects(subjects)
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

    def _alike(self, clause: list[_Token], kinds: list[Kind]) -> bool:
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

    def _subjects(self, subjects: list[_Token]) -> bool:
        if self.waiting is not None and subjects and not self.forced:
            word, self.waiting = self.waiting, None
            self._pair(subjects, word)
            return True
        self.subjects += subjects
        return self._settle()

    def _excepting(self, clause: list[_Token], kinds: list[Kind]) -> bool:
        if kinds[0] != "except" or kinds.count("but") != 1 or self.subjects:
            return False
        inner = clause[1 : kinds.index("but")]
        if not any(one.kind == "part" for one in inner):
            return False
        if any(one.kind == "day" for one in inner) and not self.take(inner):
            return False
        return self.take([_REST_OF_IT, *clause[kinds.index("but") + 1 :]])

    def _each(self, subjects: list[_Token], days: list[TimeWord], told: bool) -> bool:
        parts = [part for one in subjects for part in one.parts]
        whole = [part for part in parts if not _holds_another(part, parts)]
        if not told or len(whole) != len(days):
            return False
        self.told += [("parts", (part,), (day,)) for part, day in zip(whole, days, strict=True)]
        self.subjects, self.last = [], [one for one in subjects if one.kind == "part"]
        return True

    def _pair(self, subjects: list[_Token], word: TimeWord) -> None:
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


_REST_OF_IT = _Token("rest", 0)


def _holds_another(part: Provision, parts: list[Provision]) -> bool:
    return any(other.id.startswith(f"{part.id}-") for other in parts)


def _paired(tokens: list[_Token], own_start: Callable[[str], TimeWord | None]) -> tuple[Told, ...]:
    pairs = _Pairs(own_start)
    clause: list[_Token] = []
    for token in (*tokens, _Token("stop", 0)):
        if token.kind != "stop":
            clause.append(token)
        elif clause:
            if not pairs.take(clause):
                return ()
            clause = []
    return tuple(pairs.told) if pairs.finish() else ()
