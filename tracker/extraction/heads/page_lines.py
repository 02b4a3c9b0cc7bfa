"""Which lines of a page end a sentence, and where do the links and the foot of a page begin?"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_SENTENCE_LIKE_ZH = regexp(r"[。;:?](?:[”’)])?$")
_SENTENCE_LIKE_EN = regexp(
    r"[a-z0-9)\]\"']\s?[.:;?!][\"\u201d\u2019]?$"
    r"|\b(?i:section|point|article|annex|part|paragraph|item|schedule|chapter|table)s?\s[IVXA-Z]{1,5}[.;]$"
)

_TAIL = regexp(
    r"^(?:相关(?:阅读|链接|新闻|文章|推荐|解读|附件下载)|[上下]一[篇条则]\s{0,3}(?::|$)|[上下]一篇|延伸阅读|推荐阅读|热门|热点|版权所有|主办单位|承办单位|责任编辑"
    r"|相关(?:法规|文件|政策|公告|信息|报道|稿件|资料|规定)\s{0,3}(?::|$)|编辑[:：]|扫一扫|分享到|打印本页|\[?打印|关闭窗口|网站标识|关于我们|联系我们|主管单位|技术支持|友情链接"
    r"|(?i:related\s(?:articles?|news|links|content|documents?|stories)|most\s(?:read"
    r"|popular|viewed)|also\sin\sthis|share(?:\sthis|\son)?\b|read\s(?:more|next|also)\b|see\salso\s*$|you\smay\salso\b|latest\s(?:news|issuances|updates|notices)\s*$"
    r"|print\sthis|"
    r"is\sthis\spage\suseful|site\sfeedback|all\srights\sreserved|copyright|©|\(c\)\s(?=copyright|[12][0-9]{3})"
    r"|explore\sthe\stopic|get\semails|recommended|trending|about\sthis\ssite"
    r"|privacy\spolicy|terms\sof\suse|back\sto\stop|subscribe\b|advertisement\b"
    r"|newsletter|follow\sus|this\ssite\sis\smanaged|billing\scode)|--\s?$)"
)
"""How a line begins behind which nothing is the document's own; ``--`` closes a mail."""


_HEADS_POINT = regexp(
    r"\s{0,4}\n\s{0,4}(?:\(?[1-9][0-9]?[.)]\s|(?:Article|Section)\s[0-9]+\b)\s{0,3}[A-Z]"
)
"""What below a line says that the line heads a numbered paragraph."""
_OWNED = regexp(r"(?i:\s{0,4}(?:copyright|©|\(c\)|all\srights))")


def ends_sentence(flow: Flow, line: Span) -> bool:
    """Tell whether a line ends like a sentence, so that it is no heading."""
    ends = _SENTENCE_LIKE_ZH if flow.language == "zh" else _SENTENCE_LIKE_EN
    return ends.search(flow.flow[line.start : line.end]) is not None


def line_at(flow: Flow, at: int) -> Span:
    """Return the line in which a character stands, without the blanks around it."""
    low = flow.flow.rfind("\n", 0, at) + 1
    high = flow.flow.find("\n", at)
    return flow.trimmed(low, len(flow.flow) if high < 0 else high)


def tail_start(flow: Flow, start: int) -> int:
    """Return where, behind ``start``, the links and the foot of a page begin."""
    for line in flow.lines:
        text = flow.flow[line.start : min(line.end, line.start + 40)]
        if line.start > start and line.end - line.start < 120 and _TAIL.match(text):
            if text.startswith("--") and not flow.text.startswith("--", line.start):
                continue  # a long dash is an empty cell of a table
            if _HEADS_POINT.match(flow.flow, line.end) and not _OWNED.match(text):
                continue  # a heading of the act: ``Terms of use`` over its paragraph 3
            return line.start
    return len(flow.flow)


_LINKS = regexp(
    r"\s{0,4}(?:热点|热门|相关(?:链接|阅读|稿件|新闻|文章|推荐|报道|文件|公告|政策|信息)|上一[篇条]|下一[篇条]|延伸阅读|推荐阅读|往期|猜你喜欢"
    r"|(?i:related\s(?:articles?|news|links|content|documents?|stories|pages)|most\s(?:read|popular|viewed)|also\sin\sthis|read\s(?:more|next|also)\b"
    r"|see\salso\b|you\smay\salso\b|latest\s(?:news|issuances|updates|notices)|more\s(?:news|from)\b|recommended|trending))"
)
"""How the heading of a list of other texts begins."""
_BESIDE = regexp(r"\s{0,4}(?i:prev(?:ious)?|next)(?:\s(?i:article|page|notice|post))?\s?:\s?\S")
"""How a line begins that names the text before or behind this one: ``Previous: No. 950``."""
_OF_LINKS = 40
_OF_TITLE = 200
PROSE = {"en": 60, "zh": 20}
"""From how many characters on a sentence shows that the text of a page has begun."""


def links_start(flow: Flow) -> int:
    """Return where the links to other texts begin, behind which no act names itself.

    A list that stands before any sentence is the side column of a page whose text comes later.
    """
    return flow.once("links", lambda: _links_start(flow))


def _links_start(flow: Flow) -> int:
    prose = False
    for line in flow.lines:
        if prose and _is_link(flow, line):
            return line.start
        if not prose:
            prose = line.end - line.start >= PROSE[flow.language] and ends_sentence(flow, line)
            prose = prose and "cookie" not in flow.flow[line.start : line.end].lower()
    return len(flow.flow)


def _is_link(flow: Flow, line: Span) -> bool:
    length = line.end - line.start
    heads = length <= _OF_LINKS and _LINKS.match(flow.flow, line.start)
    beside = length <= _OF_TITLE and _BESIDE.match(flow.flow, line.start)
    return bool(heads or beside)


_OF_PARAGRAPH = {"en": 120, "zh": 70}

_MOST_PROSE = 3


def behind_prose(flow: Flow, line: Span) -> bool:
    """Tell whether whole paragraphs stand before a line: then it heads a part, and is no title."""
    before = 0
    for one in flow.lines:
        if one.start >= line.start or before >= _MOST_PROSE:
            break
        before += one.end - one.start >= _OF_PARAGRAPH[flow.language] and ends_sentence(flow, one)
    return before >= _MOST_PROSE
