"""From which day does a Chinese act hold, as a whole and part by part, in its own words?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from tracker.extraction.days.annex_parts import annexes_named
from tracker.extraction.days.force_words_chinese import FIRST_DAY, FORCE, HOW, IS, TURNED
from tracker.extraction.days.parts_beside_chinese import parts_named, point_at
from tracker.extraction.days.start_words import Told, ends, starts
from tracker.extraction.days.times import Life, Times, TimeWord, life_of
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp

_OWN_RULES = (
    r"(?:本(?:公告|办法|规定|决定|条例|令|通知|目录|清单|细则|规则|措施|更正|修改|调整|通告)"
    r"|(?:上述|以上|前述|上列)\S{2,10}?|前[一二两三四五][条款项点])"
)
_ZH_INTO_FORCE = regexp(
    rf"^[\s,]?{_OWN_RULES}?{HOW}(?:{FORCE}|计算|算(?!成|作))"
    rf"|^,?{IS}(?:{_OWN_RULES}的?)?{FIRST_DAY}(?=\s?[,。;\n]|$)"
)
_NAMED_DAY = regexp(rf"(?:{FIRST_DAY}|(?:起始|起施|启用)的?(?:日期|时间|之?日)){IS}\s?$")
"""What before a day calls it the first one: ``施行日期为``, ``生效日定于``."""
_ZH_OUT_OF_FORCE = regexp(r"^\s?(?:废止|失效)|^[\s,]?有效")
_ZH_TOLD = regexp(rf"{FORCE}$|^{FIRST_DAY}")
"""A time whose own words say that something comes into force."""
_ZH_LABELLED = frozenset(
    {
        "labelled day", "term from publication", "counted and told", "called the first day",
        "publication, called the first day", "on the same day, and told",
    }
)  # fmt: skip
ZH_OWN = regexp(
    r"本(?:公告|办法|规定|决定|条例|令|通知|目录|清单|细则|规则|措施|更正|修改|调整|通告|(?:通用|一般|总)?许可)"
    r"|本[次轮期][^,。;]{0,6}?(?:管制|管理|管控|限制|禁令|便利|安排|要求|许可|禁止|配额)"
    r"|此项|该等|该项(?!目)|各[条点项](?=要求|规定|措施|内容|自|于|从|分)|(?:以上|上述|上列|前述)(?!(?:[一二两三四五六七八九十]{1,2}[项个份件])?公告)|主旨:|现(?:予)?(?:公布|发布|印发)|予以(?:公布|发布)"
)
_ZH_CHANGED = regexp(
    r"(?:^|,)(?:[以该此]?[上述次项]?)(?:修改|修订|更正|调整|变更|更改)后?的?(?:条文|条款|内容|规定|文本|表述|部分)?\s?(?:均|一律|应?视为|视同){0,2}$"
)
"""What means the changes that the act makes: ``修改后的条文自…起适用``."""
_ZH_WITH_IT = regexp(
    r"(?:修改|修订|更正|调整|变更|更改)后?的?(?:条文|条款|内容|规定|文本|表述|部分|事项)?(?:均|一律|一并)?"
    r"[与和随同][^,。;]{2,30}(?:同步|同时|一并|同日)(?:开始)?(?:施行|实施|执行|生效|适用)(?:,|,?即)$"
    r"|(?:^|[,:])(?:上述|以上|此次|本次|有关|相关|各项|这些)?(?:修改|修订|更正|调整|变更|更改)"
    r"(?:的?(?:事项|内容|情况|条目|部分))?(?:(?:分列|列明|公布|规定|公告|明确)?如下)?,?(?:均|一律|一并)?$"
)
"""What starts the changes, whichever act they change: ``更正内容与原公告同步执行,即自…起``."""
_ZH_NUMBERED = regexp(
    r"^(?:\s*(?:第[一二三四五六七八九十百]{1,5}条(?=[\s:])|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}[、.])\s*)?"
)
"""The number of a point or article; ``第二条自公布之日起施行`` speaks of one, and bears none."""
_TURNED = regexp(TURNED)
_ZH_REST = regexp(r"其他|其余|除[^,。;]{2,60}外")
_ZH_REST_AFTER = regexp(
    r"\s?(?:施行|实施|执行|生效|适用)?(?:之?外|以外),(?:[^,。;]{0,8}[规条项内][定款文容目])?(?:均|都|一律)?$"
)
"""What stands behind the day of an exception: ``除第二条自…起施行外,均自…``."""
_ZH_TERM = regexp(
    r"^(?:本公告|上述|以上|该)?[^,。;第\ue001]{0,10}?(?:管制|管控|措施|许可|实施|施行|执行|试行|有效)(?:的)?(?:期限|期|时间)(?:均)?[为是定]{0,2}[^,。;第]{1,10},$"
)
"""What before a start tells how long the act holds: ``临时管制期限为两年,自8月15日起计算``."""
_NO_SUBJECT = regexp(
    r"本(?:公告|通知|办法|令|决定|规定)[与和同][^,。;\ue001]{0,12}\ue001{3,160}(?:\([^()]{0,60}\))?$|^[^\ue000\ue001,。;]{0,20}\ue001{2,90}[^\ue000\ue001;]{0,60}现(?:予以?|将其|正式)?(?:公布|发布|印发|颁布),?$"
)
"""What names another text than this act, which yet is the one that starts: one beside which it
does, ``本公告与第3号…``, or the one that is put into force: ``《目录》已经审议通过,现予公布``."""
_ZH_OLD = regexp(r"原定|原自|原于|曾|仍(?:然|旧|将)?\s?$")
"""What says that a day is one of another act, also where it stays: ``其余各条仍自…起施行``."""


_IN_TURN = regexp(r"分别(?:自|于|从)?[\ue000起、,和及与\s]{4,120}$")
"""What before a start says that it is the next one of several, each of a part of its own."""


def _of_another(before: str) -> bool:
    """Tell whether a Chinese sentence speaks of another act, whose parts then start."""
    return "\ue001" in before and ZH_OWN.search(before) is None


def _is_quoted(before: str) -> bool:
    """Tell whether a time stands in quoted words, which are put into another act."""
    return before.count("“") > before.count("”")


_ALONG = regexp(
    r"(?P<parts>(?:本公告)?第[^,。;]{1,40}?)(?:与之|亦|也)?(?:同步|同时|一并)(?:开始)?(?:施行|实施|执行|生效)?(?=[,;。\n]|$)"
)
"""What puts further parts into force with those before: ``…起施行,第二条同步施行``."""
_STOP = regexp(r"[,;]")


def _next_clause(flow: Flow, at: int, high: int) -> int:
    stop = _STOP.search(flow.flow, at, high)
    return stop.end() if stop else high


def _without_number(clause: str, behind: str) -> str:
    """Return what stands before a time without the number of its point; ``behind`` follows it."""
    numbered = _ZH_NUMBERED.match(clause + behind)
    return clause[numbered.end() :] if numbered else clause


def chinese_starts(flow: Flow, times: Times, sentence: Span) -> Iterator[Told]:
    """Yield what a sentence says of the start of the act itself: subject, parts, times."""
    for word, low, high in starts(times, sentence):
        after = flow.marked[word.end : word.end + 20]
        told = flow.flow[word.start : word.end]
        own = _ZH_INTO_FORCE.match(after) or _ZH_OUT_OF_FORCE.match(after) or _ZH_TOLD.search(told)
        before = flow.marked[low : word.start]
        own = own or _of_new_list(after, before)
        own = own or _NAMED_DAY.search(before)
        applies = own is not None or word.wording in _ZH_LABELLED or _lasts_from(before)
        applies = applies or _BEGUN.search(before) is not None
        goods = _OF_GOODS.match(flow.flow, word.end)
        if goods is not None:
            yield "parts", chinese_provisions(flow.flow, *goods.span("parts")), (word,)
            continue
        clause = before[max(before.rfind(";"), before.rfind("。")) + 1 :]
        clause = _without_number(clause, flow.flow[word.start : word.start + 1])
        heads = _HEADING_DAY.match(flow.flow, word.end) if own else None
        if heads is not None and not clause.strip():
            here = point_at(flow, word.start)
            part = Provision(id=roman(here or 0), start=word.start, end=word.end)
            yield from [("parts", (part,), (word,))] if here else ()
            continue
        if _TURNED.search(clause):
            continue
        if applies and _ZH_WITH_IT.search(clause):
            yield "changes", (), (word, *ends(times, word, high))
            continue
        if _OTHER_ACTS.search(clause):
            continue
        named = "\ue001" in clause and _NO_SUBJECT.search(clause) is None
        if not applies or named or _ZH_OLD.search(clause) or "分别" in clause[-8:]:
            continue
        if _is_quoted(flow.flow[sentence.start : word.start]):
            continue
        if _IN_TURN.search(flow.marked, sentence.start, word.start):
            continue
        if _of_another(flow.marked[sentence.start : word.start]):
            continue
        at = word.start - len(clause)
        provisions = parts_named(flow, at, word.start, since=sentence.start)
        provisions = provisions or tuple(annexes_named(flow, at, word.start))
        if told.endswith("起") and _LAPSES.match(flow.flow, word.end) and low > sentence.start:
            continue
        counts = flow.flow.startswith(("起算", "算"), word.end)
        if counts and not ZH_OWN.search(flow.flow, sentence.start, sentence.end):
            continue  # how long something in a point lasts, which is the point's own
        stop = flow.marked.find(";", word.end, high)
        if stop >= 0 and chinese_provisions(flow.flow, stop, high):
            high = stop  # what is told behind is of a part
        words = (*ends(times, word, high), *_lapsing(flow, times, word, high))
        if flow.flow.startswith(
            ("计算", "起算", "算"), word.end
        ):  # how long it lasts is told before
            before_it = times.within(sentence.start, word.start)
            words = (*words, *(one for one in before_it if one.role == "length"))
        if _ZH_REST.search(clause) or _ZH_REST_AFTER.match(clause):
            yield "rest", (), words
        elif _ZH_TERM.search(clause):
            yield "whole", (), words
        elif provisions:
            along = _ALONG.match(flow.flow, _next_clause(flow, word.end, high), high)
            more = chinese_provisions(flow.flow, *along.span("parts")) if along else ()
            yield "parts", (*provisions, *more), words
        elif _ZH_CHANGED.search(clause) or _THESE_CHANGES.match(clause):
            yield "changes", (), words
        elif ZH_OWN.search(clause) or _OF_LIST.search(clause) or len(clause.strip(" ,")) <= 4:
            yield "whole", (), words


_OTHER_ACTS = regexp(
    r"(?:以下|下列|上述|前述|该|有关)[0-9一二两三四五六七八九十]{0,3}[个项件份]?(?:公告|文件|通知|规章)(?:均|一律)?$"
)
"""What before a start names acts that a list tells, and not this one: ``以下公告自…起废止``."""
_THESE_CHANGES = regexp(r"\s?(?:[该此本]|上述|以上)(?:项|次)?(?:更正|修改|修订|调整|变更)$")
_OF_LIST = regexp(r"(?:\A|\n)\s?[^,。;:\n]{0,12}(?:名单|清单|目录|实体|企业|物项)\($")
"""What before a start heads the list of the act, which it brackets: ``列入名单的实体(…起适用)``."""
_BEGUN = regexp(rf"(?<!不){FORCE}于?$")
"""What before a day says that it is the first one: ``本公告的执行始于6月1日``, ``适用于…``."""
_USED = regexp(r"\s?(?:正式|开始)?使用(?=[,。;\n]|$)")
_CHECKED = regexp(
    r"\s?,?(?:海关)?(?:即|均|一律)?按照?(?:新|本|上述|该)?(?:目录|清单|公告|规定)[^,。;]{0,10}?(?:验核|验放|执行|管理|办理|审核)"
)


def _of_new_list(after: str, before: str) -> re.Match[str] | None:
    """Return what says that a list just made known is used, or goods are checked by it."""
    announced = ZH_OWN.search(before) is not None
    return _CHECKED.match(after) or (_USED.match(after) if announced else None)


_OF_GOODS = regexp(
    r"(?:申报)?(?:出口|进口)(?P<parts>(?:本公告)?第[^,。;\n]{1,30}?[点条款项])(?:所[列述]|规定)"
)
"""What behind a day says from when goods need a paper: ``6月1日以后出口第一点所列物项的``."""
_HEADING_DAY = regexp(r"\s?(?:正式|开始)?(?:施行|实施|执行|生效|适用)的[^,。;:\n]{2,12}(?=\n|$)")
"""What behind a day makes it the heading of a point: ``一、2026年8月1日起实施的措施``."""
_TERM_FROM = regexp(
    r"(?P<of>[^,。;]{0,16})(?:有效期|试点期|试行期|适用期|实施期|施行期|执行期|(?:实施|施行|执行|适用|有效|试行|试点)(?:期限|期间|时间)|(?:^|(?<=[、.\s]))试点(?:工作)?)(?:均)?[为是]?$"
)
_OF_PAPER = regexp(r"证|批件|文件|合同|配额|许可$|许可的$")
"""What a term is of that is no term of the act: a licence, a contract."""


_TERM_REACH = 40


def _lasts_from(before: str) -> bool:
    """Tell whether words before a start say that the term of the act or of a part begins."""
    near = before[-_TERM_REACH:]
    term = _TERM_FROM.search(near) if "期" in near or "试点" in near or "时间" in near else None
    return term is not None and _OF_PAPER.search(term["of"]) is None


_LAPSES = regexp(r"\s?(?:自动|自行|即行|即)?(?:失效|停止执行|停止施行)")


def _lapsing(flow: Flow, times: Times, word: TimeWord, high: int) -> Iterator[TimeWord]:
    """Yield the last day of what begins with ``word`` where it lapses from a day told next."""
    for later in times.within(high, high + 1):
        between = flow.marked[word.end : later.start]
        if later.role != "start" or later.day is None or not _LAPSES.match(flow.flow, later.end):
            continue
        if "。" in between or "第" in between or "\ue001" in between:
            continue
        last = later.day - timedelta(days=1)
        yield replace(later, role="end", day=last, basis="computed", boundary=None)


_HEAD = 1_500
_FIRST_POINT = regexp(r"(?:(?<=\n)|(?<=:)|(?<=。))\s{0,4}(?:[一1]、|第一条\s|\(一\)|1\.)")
_DECIDES = regexp(
    r"决定|现|本公告附件|允许|准予|准许|经[^,。;]{0,12}(?:研究|批准|同意|决定)|公告如下"
    r"|(?:将|把)[^。;]{2,100}?(?:列入|纳入|增列)"
)
_BINDS_LISTED = regexp(
    r"\s?(?:(?:\ue000{4,44}|[^,。;\ue000]{2,8}当[日天]),)?(?:对|[进出]口|出口经营者)?[^,。;\ue000]{0,12}(?:下列|以下|附[件表]|本公告|目录|清单)[^。;]{0,60}?(?:许可|凭证|管[制理]|配额|登记|报告|申报|禁止|不得)"
)
"""How a decision begins that binds what stands below it: ``下列物项的出口,自…起,须经许可``."""
_BASIS = regexp(
    r"\s?(?:为[^,。;]{2,60},)?(?:根据|依据|依照|按照)[^。;]{2,200}?(?:规定|法律|法规|条例)[^,。;]{0,6},"
    r"(?=[^,。;]{0,30}(?:决定|现|公告|经))"
)
"""On which acts a decision rests, which it does not move."""
_FROM_THEN = regexp(
    r"\s?,?\s?(?:对|将|在|[须需]|应当?|凭|方可|禁止|限制|不得|实行|实施|采取|试行|停止|调整|未经|出口|进口|允许|准予|准许|列入|纳入"
    r"|(?:正式)?(?:施行|实施|执行|生效)[:,。]"
    r"|[^,。;\ue001]{2,24}?(?:[纳列]入|实[行施]|施行|应当|[须需]|不得|未经))"
)


def decided_first(flow: Flow, times: Times, spans: tuple[Span, ...]) -> Life | None:
    """Return the life that the decision before the points tells: ``决定自7月1日起,对…采取…``.

    A decision that names another act moves that one, and tells nothing of this act's own rules.
    """
    if flow.language != "zh" or not spans:
        return None
    body = spans[0]
    high = min(body.end, body.start + _HEAD)
    first = _FIRST_POINT.search(flow.flow, body.start, high)
    for sentence in flow.within(body.start, first.start() if first else high):
        text = flow.marked[sentence.start : sentence.end]
        basis = _BASIS.match(text)
        decides = _DECIDES.search(text) or _BINDS_LISTED.match(text)
        if "\ue001" in text[basis.end() if basis else 0 :] or decides is None:
            continue
        words = times.within(sentence.start, sentence.end)
        for word in words:
            later = tuple(one for one in words if one.role != "start" and one.start >= word.end)
            behind = later[0].end if later and later[0].start <= word.end + 2 else word.end
            if word.role == "start" and word.day and _FROM_THEN.match(flow.flow, behind):
                return life_of((word, *later))
    return None
