"""What of a page's text is furniture, whose change is no news?

Only whole lines that say nothing but furniture go, counters with their label on a short line, and
what the source itself declares. A sentence, a date, a number or an operator of the text proper
always counts: where a row of the table is in doubt, it leaves the line alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

import regex
from lxml import etree

from tracker.extraction.pages.announcement_text import charset_of, decoded
from tracker.extraction.pages.selecting import compiled, elements, parsed, text_in
from tracker.extraction.pages.text import printable
from tracker.extraction.spelling.regexps import regexp

BUILT_IN = "furniture/2"
"""The version of the tables below; it is told with every text that they were laid over."""

PATIENCE_SECONDS = 0.5
"""So long may one declared pattern work on one text; one that takes longer removes nothing."""

LEAST_LEFT = 0.2
"""What declared furniture leaves must be more than this part of the text, or nothing goes."""

_SHORT_LINE = 160

_PART = r"[\s|·:,/]"
_SHARED = (
    "facebook|twitter|linkedin|whatsapp|telegram|reddit|wechat|weibo|tweet|e-?mail|print"
    "|copy link|rss"
)
_SHARED_CHINESE = (
    r"[【\[]?(?:转发|收藏|打印(?:本页)?|关闭(?:窗口|本页)?|返回顶部|微信|微博|新浪微博|QQ空间|QQ好友"
    r"|复制链接|扫一扫)[】\]]?"
)

_COUNTER = (
    r"(?:总|累计)?(?:浏览|阅读|点击|访问)(?:次数|总?量|数)?|人气|(?:当前)?在线人数|閲覧(?:回?数)|アクセス数"
    r"|page ?views?|views?|hits|reads|visits|visitors"
)

_LINES: tuple[tuple[str, str], ...] = (
    ("advertisement", r"advertisements?|advertising|sponsored(?: content)?|广告"),
    (
        "relative time",
        r"(?:last )?(?:updated|modified|posted|published)?:? ?"
        r"(?:just now|moments ago|(?:about )?(?:an?|one|\d{1,3}) "
        r"(?:second|sec|minute|min|hour|hr|day|week|month)s? ago)",
    ),
    (
        "relative time, Chinese",
        r"(?:(?:最后)?更新于?|发布于?)?:? ?"
        r"(?:刚刚|刚才|\d{1,3} ?(?:秒|分钟|小时|天|周|个月)前)",
    ),
    (
        "updated at a minute",
        r"(?:page )?(?:last )?(?:updated|refreshed|generated|modified)(?: (?:on|at))?:? "
        r"[^.;]{0,40}\d{1,2}:\d{2}(?::\d{2})?[^.;]{0,12}",
    ),
    (
        "updated at a minute, Chinese",
        r"(?:页面|最后)?(?:更新|刷新|生成|打印)(?:时间|于):? ?"
        r"[^。;]{0,24}\d{1,2}:\d{2}(?::\d{2})?",
    ),
    (
        "today",
        r"(?:今天是|现在是|当前时间):?[^。;]{4,40}"
        r"|(?:current|server|local) time:? [^.;]{0,24}\d:\d\d[^.;]{0,12}",
    ),
    (
        "made in so many seconds",
        r"(?:page )?(?:generated|rendered|loaded|served) in:? \d[\d.,]* ?"
        r"(?:seconds?|secs?|s|ms|milliseconds?)\.?",
    ),
    (
        "counter without a colon",
        rf"(?:{_COUNTER}) ?:? ?[\[(]?\d[\d,]*(?:\.\d+)?[\])]? ?[万k]? ?(?:次|人次|人|times|回)?",
    ),
    ("times read", r"(?:read|viewed|visited|downloaded) \d[\d,]* times?"),
    ("comments", r"\(?\d{1,6}\)? comments?|\(?\d{1,6}\)? ?条评论"),
    (
        "visitor",
        r"(?:you are )?(?:the )?(?:visitor|guest)s?"
        r"(?: (?:no\.?|number|count|counter))?:? ?#?\d[\d,]*"
        r"|您是(?:本站)?(?:的)?第 ?\d[\d,]* ?(?:位|个)?(?:访客|访问者|来访者|浏览者)",
    ),
    (
        "share bar",
        rf"(?:share(?: this| on| via)?|follow us(?: on)?):?{_PART}*(?:(?:{_SHARED}|x){_PART}*)*",
    ),
    ("share names", rf"(?:{_SHARED}){_PART}+(?:(?:{_SHARED}|x){_PART}*)+"),
    (
        "share bar, Chinese",
        rf"[【\[]?分享(?:到|至)?[】\]]?:?{_PART}*(?:{_SHARED_CHINESE}{_PART}*)*",
    ),
    (
        "page tools, Chinese",
        rf"(?:{_SHARED_CHINESE}{_PART}*){{2,}}|[【\[](?:打印|关闭)[^】\]]{{0,4}}[】\]]",
    ),
    (
        "type size",
        r"[\[【(]?(?:字体|字号|文字大小):?\s*(?:[\[【(]?(?:大|中|小|默认|特大|A\+?|A-)[\]】)]?\s*){1,5}[\])】]?"
        rf"{_PART}*(?:{_SHARED_CHINESE}{_PART}*)*",
    ),
    (
        "copyright",
        r"(?:(?:copyright )?(?:©|\(c\) ?(?:19|20)\d{2})|copyright (?:19|20)\d{2}|版权所有).{0,120}",
    ),
)
"""What a line may consist of: a name and a pattern for the whole line, small letters."""

_COUNTERS = (
    rf"(?<![^\W_])(?:{_COUNTER})\s?:\s?\d[\d,]*(?:\.\d+)?\s?[万k]?\s?(?:次|人次|人|times)?(?![^\s|·,】\]])",
    r"(?<![^\s|·,【\[])\d[\d,]*(?:\.\d+)?[万k]? ?"
    r"(?:次(?:浏览|阅读|点击)|page ?views?|views|reads)(?![^\s|·,】\]])",
)
_WHOLE_LINE = regex.compile("|".join(f"(?:{pattern})" for _, pattern in _LINES), regex.IGNORECASE)
_COUNTED = regex.compile("|".join(f"(?:{pattern})" for pattern in _COUNTERS), regex.IGNORECASE)
_PARTED = regex.compile(r"\S ?\| ?\S")
_SENTENCE = regex.compile(r"[。;！？!?]|\.\s")
_FULL_WIDTH = str.maketrans("：；，（）［］｜\u3000\u00a0", ":;,()[]|  ")
_INVISIBLE = regex.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANKS = regex.compile(r"\s+")
_NO_BLANKS = "\x1c\x1d\x1e\x1f"
"""Blanks to `str.split`, and none to the pattern."""

_BETWEEN_WORDS = regexp(r"(?<=[A-Za-z0-9.%)\]]) (?=[A-Za-z0-9(\[])")


@dataclass(frozen=True)
class Normaliser:
    """What counts as a change of one source's texts.

    ``declared`` are the source's own selectors and ``/patterns/``, as its owner wrote them.
    """

    declared: tuple[str, ...] = ()

    @cached_property
    def version(self) -> str:
        """The name under which this very reading is told in the log."""
        if not self.declared:
            return BUILT_IN
        return f"{BUILT_IN}+{sha256(chr(10).join(self.declared).encode()).hexdigest()[:12]}"

    def comparable(self, text: str, *, body: bytes, content_type: str) -> str:
        """Return what of an item's text is compared with the text held; never raises.

        ``body`` and ``content_type`` are those that ``text`` was read from.
        """
        shown = _without_selected(self._selectors, text, body, content_type)
        for pattern in self._patterns:
            shown = _without_matched(pattern, shown)
        return comparable(shown)

    @cached_property
    def _selectors(self) -> tuple[str, ...]:
        return tuple(item for item in self.declared if not _is_pattern(item))

    @cached_property
    def _patterns(self) -> tuple[str, ...]:
        return tuple(item[1:-1] for item in self.declared if _is_pattern(item))


def comparable(text: str) -> str:
    """Return a text without the furniture that every page has, and without its layout."""
    lines = (_kept(line) for line in text.splitlines())
    return _without_layout("\n".join(line for line in lines if line))


def fingerprint(compared: str) -> str:
    """Return the SHA-256 in hex of a text that `comparable` gave."""
    return sha256(compared.encode("utf-8", "surrogatepass")).hexdigest()


def _kept(line: str) -> str:
    plain = _single(line.translate(_FULL_WIDTH))
    if len(plain) > _SHORT_LINE:
        return line
    if _WHOLE_LINE.fullmatch(plain):
        return ""
    if _PARTED.search(plain):
        plain = line = _without_parts(plain)
    if _SENTENCE.search(plain):
        return line
    return _COUNTED.sub(" ", plain) if _COUNTED.search(plain) else line


def _without_parts(line: str) -> str:
    """Leave out the parts of a line between bars that say nothing but furniture."""
    parts = [part.strip() for part in line.split("|")]
    return " | ".join(part for part in parts if not _WHOLE_LINE.fullmatch(part))


def _without_layout(text: str) -> str:
    """Leave out blanks, but where they part two words or numbers."""
    single = _single(_INVISIBLE.sub("", text))
    parted = _BETWEEN_WORDS.sub("\n", single)
    return parted.replace(" ", "").replace("\n", " ")


def _single(text: str) -> str:
    """Return a text with single blanks, none at its ends."""
    if any(mark in text for mark in _NO_BLANKS):
        return _BLANKS.sub(" ", text).strip()
    return " ".join(text.split())


def _is_pattern(declared: str) -> bool:
    return len(declared) > 2 and declared.startswith("/") and declared.endswith("/")


def check_declared(declared: Iterable[str]) -> None:
    """Raise `ValueError` naming the first selector or pattern that means nothing."""
    for item in declared:
        try:
            _compiled(item[1:-1]) if _is_pattern(item) else compiled(item)
        except (regex.error, ValueError) as error:
            raise ValueError(f"normalise: {item!r} is no selector or /pattern/: {error}") from None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)


def _without_matched(pattern: str, text: str) -> str:
    try:
        left: str = _compiled(pattern).sub(" ", text, timeout=PATIENCE_SECONDS)
    except (regex.error, TimeoutError):
        return text
    return left if _enough(left, text) else text


def _enough(left: str, whole: str) -> bool:
    return len(left.strip()) > LEAST_LEFT * len(whole.strip())


def _without_selected(selectors: tuple[str, ...], text: str, body: bytes, content_type: str) -> str:
    """Return the text without the lines that stand in selected elements of the page."""
    if not selectors or "html" not in content_type.lower():
        return text
    source = printable(decoded(body, charset_of(content_type, body)))
    taken = [line for line in _selected_lines(selectors, source) if line]
    left = _less(text.splitlines(), taken)
    return left if _enough(left, text) else text


def _selected_lines(selectors: tuple[str, ...], source: str) -> list[str]:
    root = parsed(source)
    if root is None:
        return []
    nodes = [node for selector in selectors for node in _selected(root, selector)]
    return [line for node in nodes for line in text_in(node).splitlines()]


def _selected(root: etree._Element, selector: str) -> tuple[etree._Element, ...]:
    try:
        return elements(root, (selector,))
    except ValueError:
        return ()  # a source of an older log may hold one that is none


def _less(lines: list[str], taken: list[str]) -> str:
    """Take each line away as often as it stands in what was selected, the last ones first."""
    counts: dict[str, int] = {}
    for line in taken:
        counts[line] = counts.get(line, 0) + 1
    kept: list[str] = []
    for line in reversed(lines):
        if counts.get(line, 0):
            counts[line] -= 1
        else:
            kept.append(line)
    return "\n".join(reversed(kept))
