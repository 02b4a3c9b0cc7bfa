"""Of which words is a Chinese sentence made that tells only starts: subjects, days, verbs?"""

import re
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Literal

from tracker.extraction.days.annex_parts import annexes_named
from tracker.extraction.days.force_words_chinese import FIRST_DAY, FORCE, HOW, OVER, TURNED
from tracker.extraction.days.headed_points_chinese import headed_at
from tracker.extraction.days.parts_beside_chinese import parts_named
from tracker.extraction.days.times import Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.spelling.numerals import NUMERAL, number
from tracker.extraction.spelling.regexps import regexp

Kind = Literal[
    "whole", "rest", "part", "day", "end", "force", "each", "except", "but", "spared", "same",
    "like", "along", "stop",
]  # fmt: skip

_OWN = r"本(?:公告|通知|通告|办法|规定|决定|令|条例|细则|规则|目录|清单|(?:通用|一般)?许可)"
_TIME = rf"(?:{NUMERAL}|半)个?(?:自然)?[年月周天日]"
_HOUR = (
    r"(?:\s?(?:凌晨|[上下]午)?(?:(?:零|0?0)\s?[时点]|[1-9][0-9]?\s?[时点]|[0-9]{1,2}:[0-9]{2})"
    r"(?:[0-9]{1,2}分|整)?)?"
)
_NOTE = r"(?:\([^()]{0,12}\))?"
_DATE = regexp(
    rf"(?:自|从|于|在|为|是|以|定[于在为])?\s?(?P<day>{DAY}){_HOUR}{_NOTE}"
    r"(?:(?:之?日)?(?:起|开始|始)|[之以]?后)?"
)
_PUT_OFF = r"(?:延(?=[到至])|推迟|延后|顺延|延迟|推后|暂缓|晚|迟|延期|后延)"
_LATE_DATE = regexp(
    rf"(?:(?:要|须|需|直|等|待|留|方才){{0,3}}(?:到|至|待)|{_PUT_OFF}(?:{_TIME})?[,、]?(?:即|并)?(?:到|至|自|于))"
    rf"\s?(?P<day>{DAY}){_HOUR}{_NOTE}(?:之?日)?(?:起|才|方|始|再|时|后){{0,2}}(?={HOW}{FORCE})"
    rf"|(?:(?:要|须|需|直|等|待|留){{1,3}}(?:到|至|待)|{_PUT_OFF}(?:到|至))\s?(?P<last>{DAY}){_HOUR}{_NOTE}"
    r"(?:之?日)?(?:起|始|再|时|后){0,2}(?=[,;。)]|$)"
)
"""A day up to which a part waits: ``要到9月1日才开始实施``, ``要等到9月1日``."""
_LAPSES = regexp(
    rf"(?:自|从|于|在|至|到)?\s?(?P<day>{DAY}){_HOUR}{_NOTE}(?:之?日)?(?:起|始)?,?"
    rf"(?:自动|自行|即行|届时|自然|即|便|全部|一律){{0,2}}{OVER}"
)
"""A day from which something no longer holds: ``2028年1月1日零时自动失效``."""
_PUBLICATION = regexp(
    rf"(?:一经)?(?:自|从|于|在|为|是|以)?\s?(?:{_OWN})?(?:正式)?(?:公布|发布|公告|印发|刊登|颁布)"
    rf"(?:(?:之日|当日|当天|之时|时|日)(?:起|即|开始)?|(?=[即便就后]{{1,2}}(?:告|行|予)?{HOW}{FORCE}))"
    rf"|(?:自|从)?即日起?|(?:立即|即刻|即时)(?={FORCE})"
)
_THINGS = (
    r"(?:各?[条项款点类](?!目)|内容|规定|部分|条款|条文|措施|物项|事项|要求|者|各"
    r"|管制|管理|管控|限制)"
)
_REST = regexp(
    rf"(?:{_OWN}|上述)?的?(?:其他|其余|其它|余下|余(?=者)|剩余|除此(?:之外|以外)的?(?:其他|其余)?)的?{_THINGS}{{0,4}}"
)
_WHOLE = regexp(
    rf"{_OWN}(?!附|第|所附|所称|中?的?第)(?:所[载列述定]|规定|全文|的)?(?:各[项条]|全部|所有)?(?:措施|规定|要求|内容|条款)?"
    r"|(?:上述|以上|前述|下列|以下|上列|此次|本次)(?:[一二两三四五六七八九十]{1,2}[项条类])?(?:各项)?"
    r"(?:管制|管理|管控|许可)?(?:措施|规定|要求|内容|条款|事项|安排|决定|[条项](?!目))"
    r"|(?:各[条项](?!目)|各项(?:措施|规定|要求|内容))"
)
_BARE_ITEM = regexp(r"\((?P<n>[一二三四五六七八九十]{1,2}|[0-9]{1,2})\)项?|(?P<round>[①-⑩])项?")
_EACH = regexp(r"分别|依次|先后")
_EXCEPT = regexp(r"除了?(?!此|外)")
_BUT = regexp(r"(?:之外|以外|外)的?" + _THINGS + "{0,3}")
_SPARED = regexp(r"除外|不在此[列限内]|例外|不在其列")
_SAME = regexp(
    rf"[该此][项条款点](?!目)|其(?={FIRST_DAY})|(?<=[,;。])(?:该|此)(?:项|条)(?:规定|要求|措施)"
)
_LIKE = regexp(r"[与和]?同(?=第|前)|[与和](?=第[^,。;]{1,12}(?:相同|一致|同日))")
_ALONG = regexp(
    r"(?:亦|也|均|都)?(?:与之)?(?:于|在|自)?(?:同时|同步|同日|同一[天日]|一并|当[日天])起?"
)
_STOP = regexp(r"[,;:()]")
_FORCES = regexp(
    rf"{_PUT_OFF}{_TIME}{FORCE},?即|{FIRST_DAY}|{HOW}{FORCE}(?:的?日程)?|(?:起始|首)日"
)
LED = regexp(rf"(?:{FORCE}|日期|时间)[^。;\n\ue000]{{0,12}}:\s{{0,4}}\n")
OWN_NUMBER = regexp(
    r"\s*(?:第[一二三四五六七八九十]{1,3}条(?=[\s:])|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}[、.](?![0-9])"
    r"|\((?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})\)(?=第|附|本|自|其))?\s*"
)
LEAD = regexp(
    r"(?:(?:根据|依据|依照|按照|为|鉴于|经|报经)[^,。;\ue000\ue001]{2,60},|(?:经[^,。;\ue000]{2,20},?)?(?:商务部[^,。;\ue000]{0,20})?"
    r"(?:决定|现)(?:决定|就|将|对)?,?)+"
)
"""Words before a decision that tell why, and by whom."""
_GLUE = regexp(
    r"[\s、。]|相同|一致|同日|[中和及与或的均都也则各在为是起将才再先后而即就按以须要仅只可其]|(?:对|但|惟|唯|其中|另外|以及|分[步期批类]|如下|具体|予以|一律|全部|同时"
    r"|开始|正式|统一|下列|以下|时间|日期|安排|所列|所述|规定|涉及|有关|相关|部分|两项|各项|条款|内容|要求|措施|管制|管理|管控|许可|限制|禁令|义务"
    r"|物项|货物|商品|产品|技术|材料|设备|出口|进口|过渡期|给予|设|特此公告|现?(?:将有关事项)?公告如下"
    r"|首先|其次|随后|先行|然后|继而|届时|此外|不过|然而|关于|至于|方面|而言|就(?=第)|北京时间|有效期?限?|期限|为期|直?至|止|为止|持续|期间|自动"
    rf"|(?:留有|留出)?{_TIME}的?(?:宽限|过渡|缓冲)期?|留待|{_OWN}(?:中|的)?(?=第|附)|分[两二三四2-4][步批期阶段]{{1,2}}|第[一二三四]([步批期]|阶段)(?!所|的)"
    rf"|{_PUT_OFF}(?:{_TIME})?(?:,?即)?|{_TIME}(?:之?后)?的?(?={DAY})"
    rf"|比(?:其他|其余|其它|上述)[^,。;]{{1,8}}(?={_PUT_OFF}))"
)
"""What joins subjects and days and tells no more."""
_DESCRIBED = regexp(
    r"(?:的|所[列述定规]{1,2}的?)?[一-鿿]{0,14}?(?:规定|措施|要求|禁令|义务|部分|内容|管制|限制|物项|安排)"
    r"(?=[自从于在则的均,、]|\ue000)"
)
"""What tells of a part, right behind its number, what it is: ``第二条的禁止性规定``."""
_EXPLAINED = regexp(r"[一-鿿]{2,20}(?=\(第[^()]{1,16}\))")
"""What a part is, before its number in brackets: ``对军事用户的禁令(第二条)``."""
_NO_NAME = regexp(rf"{FORCE}|{OVER}|除|其[他余它]|本公告|不|未|第")
SAYS_MORE = regexp(
    rf"应|不(?!在此|在其|再(?:有效|执行|施行|实施|适用|具有))|请|海关|经营者|{TURNED}"
)
"""Words that stand in no such sentence, asked first because most sentences hold one."""
MOST = 400
"""How long such a sentence is at most."""


@dataclass(frozen=True, slots=True)
class Token:
    """A subject, a day, a verb of such a sentence, or what stands between them."""

    kind: Kind
    end: int
    parts: tuple[Provision, ...] = ()
    word: TimeWord | None = None
    forced: bool = False


def tokens(flow: Flow, times: Times, span: Span, *, since: int) -> list[Token]:
    """Return the tokens of a stretch; none where it holds any other word."""
    words = {one.start: one for one in times.within(span.start, span.end)}
    named = _named(flow, span, since)
    found: list[Token] = []
    at, above = span.start, None
    while at < span.end:
        token = _token(flow, times, at, span.end, words, named, above)
        if token is None:
            behind = found[-1].end if found and found[-1].kind == "part" else None
            joined = _joined(flow, at, span.end, behind)
            if joined is None:
                return []
            at = joined
            continue
        found.append(token)
        if token.kind == "part":
            above = token.parts[-1].id.split("-")[0]
        at = token.end
    return found


def _joined(flow: Flow, at: int, high: int, behind: int | None) -> int | None:
    """Return where the words end that only join, or tell what a part is; None for any others."""
    told = _DESCRIBED.match(flow.marked, at, high) if at == behind else None
    told = told or _EXPLAINED.match(flow.marked, at, high)
    if told is not None and _NO_NAME.search(told.group()) is None:
        return told.end()
    glue = _GLUE.match(flow.marked, at, high)
    return None if glue is None else glue.end()


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
) -> Token | None:
    text = flow.marked
    late = _LATE_DATE.match(text, at, high)
    if late is not None:
        return _dated(times, late, "day" if late["day"] else "last", forced=not late["day"])
    over = _LAPSES.match(text, at, high)
    if over is not None:
        return _last_day(times, over)
    word = words.get(at)
    if word is not None and word.role == "start" and word.day is not None:
        forced = re.search(FORCE, text[word.start : word.end]) is not None
        return Token("day", word.end, word=word, forced=forced)
    if word is not None and word.role != "start":
        return Token("end", word.end, word=word)
    if at in named:
        return Token("part", max(one.end for one in named[at]), named[at])
    date = _DATE.match(text, at, high)
    if date is not None:
        return _dated(times, date, "day")
    now = _PUBLICATION.match(text, at, high)
    if now is not None:
        return Token("day", now.end(), word=times.of_publication(now.start(), now.end()))
    item = _BARE_ITEM.match(text, at, high)
    if item is not None and above is not None:
        value = number(item["n"]) if item["n"] else "①②③④⑤⑥⑦⑧⑨⑩".index(item["round"]) + 1
        own = Provision(id=f"{above}-{value}", start=at, end=item.end())
        return Token("part", item.end(), (own,))
    headed = headed_at(flow, at)
    if headed is not None:
        return Token("part", headed.end, (headed,))
    for kind, row in _ROWS:
        plain = row.match(text, at, high)
        if plain is not None:
            return Token(kind, plain.end())
    return None


_ROWS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("except", _EXCEPT),
    ("rest", _REST),
    ("whole", _WHOLE),
    ("each", _EACH),
    ("like", _LIKE),
    ("along", _ALONG),
    ("force", _FORCES),
    ("spared", _SPARED),
    ("but", _BUT),
    ("same", _SAME),
    ("stop", _STOP),
)


def _dated(times: Times, match: re.Match[str], name: str, *, forced: bool = False) -> Token | None:
    """Return the start that a day tells without a word of its own."""
    day = times.resolved(*match.span(name))
    word = TimeWord(role="start", start=match.start(), end=match.end(), wording="in a row", day=day)
    return None if day is None else Token("day", match.end(), word=word, forced=forced)


def _last_day(times: Times, over: re.Match[str]) -> Token | None:
    """Return the end of what no longer holds from a day on: the day before."""
    day = times.resolved(*over.span("day"))
    if day is None:
        return None
    word = TimeWord(
        role="end", start=over.start(), end=over.end(), wording="lapses",
        day=day - timedelta(days=1), basis="computed",
    )  # fmt: skip
    return Token("end", over.end(), word=word)
