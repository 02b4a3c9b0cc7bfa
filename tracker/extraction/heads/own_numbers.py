"""Which number is a document's own, and where does it stand?

A field of its own tells it, else the first number that begins a title. A number that is cited,
or that a headline tells of, is another act's.
"""

import re

from tracker.extraction.heads.bracketed_numbers import closes_title
from tracker.extraction.heads.correction_heads import correction_head, is_corrected
from tracker.extraction.heads.joint_names import names_before
from tracker.extraction.heads.licence_years import moves_licence
from tracker.extraction.heads.lone_numbers import under_title
from tracker.extraction.heads.page_lines import (
    behind_prose,
    ends_sentence,
    line_at,
    links_start,
)
from tracker.extraction.heads.register_heads import cites_itself
from tracker.extraction.heads.register_marks import is_of_register
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import ACT, DAY, Flow, Span
from tracker.extraction.spelling.regexps import regexp

_NUMBER_FIELD = regexp(
    r"(?:\[?(?:发布文号|发文字号|文件编号|文\s{0,6}号|公告编号|公\s?告\s?号|文件号"
    r"|(?:(?<![一-鿿])|(?<=发文)|(?<=通知)|(?<=法规))编\s{0,6}号)\]?"
    r"|\[?(?i:document\s(?:number|no\.?)|announcement\s(?:number|no\.?))\]?"
    r"|FR\sDoc\sNo)\s{0,3}[:\]]?\s{0,3}\(?$"
)

_LICENCE_FIELD = regexp(r"^(?i:(?:licence\s)?(?:reference|number|no\.?))\s?:\s?$")

_GRANTED = regexp(
    rf"(?:Dated\s{DAY}[:,]?\s)?[Gg]ranted\sby\sthe\s[^.;\n]{{5,60}}?\s(?:\(|as\s){ACT[:1]}"
)
"""How the head of a licence tells who granted it, and below which number."""

_FILED = regexp(r"\s{1,3}Filed:?\s")

_BEFORE_TITLE = regexp(
    r"^[\s\[(<《]{0,4}(?:(?:NTE|Notice to Exporters|Notice|Subject|Title"
    r"|Re)\s?[:.]?\s?)?[A-Za-z\s,'&.()-]{0,90}$"
)

_DATED_ORDER = rf"{DAY}[\s,]{{1,8}}[一-鿿]{{1,16}}(?:[\s、][一-鿿]{{2,16}}){{0,4}}{ACT}"
"""A line below a title with nothing but day and order: ``2026年3月10日　商务部令第9号``."""
_PROMULGATED = regexp(rf"{DAY}[^,。;]{{0,30}}?{ACT}(?:公布|发布|\s?\)\s*(?=\n|$))")
_MADE_KNOWN = regexp(rf"{DAY}[^,。;]{{0,30}}?{ACT}")

_IN_BRACKET = regexp(rf"\s{{0,8}}(?:\([^()\n]{{10,200}}\)|{_DATED_ORDER})\s{{0,8}}")

_ORGANISATION = regexp(
    r"^[一-鿿\s、]{2,80}(?:部|局|署|委|委员会|院|会|办|办公室|厅|机制|行|中心)\s?(?:关于|联合)?\s?$"
)

_ASKED = regexp(r"\s{0,4}\[?(?:问|记者问?|有记者问|Q(?:uestion)?)\]?\s?(?:\([^()\n]{1,40}\)\s?)?:")
"""How a line begins that asks: what it names is no number of its own, nor what a headline asks."""


def own_number(flow: Flow) -> int | None:
    """Return the number in a field of its own, else the first one that begins a title."""
    titled = None
    links, corrects = links_start(flow), correction_head(flow.flow)
    for index, named in enumerate(flow.numbers[:400]):
        if named.start > links:
            break
        before = flow.flow[max(0, named.start - 120) : named.start]
        lone = flow.around.beside(named.start, named.phrase_end).start is None
        line = line_at(flow, named.start)
        if _ASKED.match(flow.flow, line.start) or "?" in flow.flow[line.start : line.end]:
            continue
        if is_corrected(corrects, named):
            continue
        if titled is None and under_title(flow, line_at(flow, named.end)):
            titled = index
            continue
        if named.wording.bare or (named.wording.needs_issuer and lone):
            continue
        if _labelled(flow, index, line):
            return titled if _is_president(flow, titled) else _president_below(flow, index)
        if titled is None and _begins_title(flow, index, line, before):
            titled = index
    promulgated = _promulgated(flow)
    above = flow.numbers[titled].start if titled is not None else len(flow.flow)
    if promulgated is not None and above >= promulgated.start():
        low, high = promulgated.span()
        inside = (i for i, one in enumerate(flow.numbers) if low < one.end <= high)
        return next(inside, titled)
    if flow.language != "en":
        return titled
    if titled is None and is_of_register(flow.flow):
        titled = _of_register(flow)
    titled = _likeliest(flow, links) if titled is None else titled
    return None if titled is None else _fullest(flow, titled)


def _promulgated(flow: Flow) -> re.Match[str] | None:
    """Find the order that made an act known: above its first article, or in a bracket of its own.

    A decision that only changes another act has no articles.
    """
    first_article = flow.flow.find("\n第一条")
    told = _PROMULGATED.search(flow.marked, 0, first_article) if first_article > 0 else None
    if told is not None:
        return told
    below = (
        _IN_BRACKET.fullmatch(flow.marked, one.start, one.end) for one in flow.lines[1:_FEW_LINES]
    )
    bracket = next((one for one in below if one and one.start() < _HEAD), None)
    return _MADE_KNOWN.search(flow.marked, *bracket.span()) if bracket else None


_FEW_LINES = 16
"""Among how many lines the bracket below the title stands; menus may stand above it."""


def _of_register(flow: Flow) -> int | None:
    """Return the first number of a document of the register that no sentence cites."""
    for index, one in enumerate(flow.numbers[:60]):
        line = line_at(flow, one.start)
        placed = one.start < _FULL_HEAD or one.start > len(flow.flow) - _FROM_END
        cited = _CITED_PRINT.search(flow.flow, line.start, one.start) is not None
        if one.form in _OF_REGISTER and placed and not cited and not ends_sentence(flow, line):
            return index
    return None


_OF_REGISTER = frozenset({"fr_doc", "fr_correction"})
_CITED_PRINT = regexp(r"\((?:[^()\n]{0,40};\s)?$|\b(?:of|by|in|under|amends?|the\srule)\s$")
_FIELD = regexp(
    r"(?i)\b(?:our\sref(?:erence)?|ref(?:erence)?|notice|document|number|no|file|instrument|citation|title)\.?\s?[:|]\s{0,3}$"
)
_CITED_AS = regexp(
    r"\b(?:may\sbe\scited\sas|is\sthe|(?:is|be)\s(?:known|called)(?:\sas)?)\s[^.;\n]{0,80}$"
)
_CITES = regexp(
    r"(?:\b(?:of|under|by|in|to|see|with|per|pursuant\sto|from|than|on|about|over|for|and|or|against|concerning|regarding"
    r"|(?i:amend|revok|repeal|suspend|replac|correct|supersed|extend|lift|delay|postpon|withdr)[a-z]*)"
    r"\s(?:the\s|its\s|that\s)?(?:[A-Z][\w-]*,?\s|of\s|and\s){0,6}|[(,]\s?)$"
)
_OF_TITLES = 160
_FROM_END = 500
_ENOUGH = 5


def _likeliest(flow: Flow, links: int) -> int | None:
    """Return the number that most likely is the document's own where no layout tells it.

    One in a short line of the head or the foot that cites nothing, and not behind ``links`` to
    other texts; ``None`` where nothing speaks for any.
    """
    corrects = correction_head(flow.flow)
    ranked = [
        (_weight(flow, index), -index)
        for index, one in enumerate(flow.numbers[:100])
        if one.form not in _NEVER_OWN and not one.wording.needs_issuer
        and one.start < links and not is_corrected(corrects, one)
        and (one.start < _FULL_HEAD or one.start > len(flow.flow) - _FROM_END)
    ]  # fmt: skip
    best = max(ranked, default=(0, 0))
    return -best[1] if best[0] >= _ENOUGH else None


_NEVER_OWN = frozenset({"fr_page", "eu_com", "cabinet_order", "fr_doc"})


def _weight(flow: Flow, index: int) -> int:
    one = flow.numbers[index]
    line = line_at(flow, one.start)
    sentence = flow.sentence(one.start)
    before = flow.flow[line.start : one.start]
    title = line.end - line.start <= _OF_TITLES and not ends_sentence(flow, line)
    named = _CITED_AS.search(flow.flow, sentence.start, one.start) is not None
    return (
        4 * title
        + 2 * (one.start < _FULL_HEAD)
        + 2 * (not before.strip() or before.strip().isupper())
        + 4 * (_FIELD.search(before) is not None)
        + 6 * named
        - 3 * one.wording.bare
        - 9
        * (not named and (_CITES.search(before) is not None or _TELLS.search(before) is not None))
    )


_FULL_HEAD = 2_500


def _fullest(flow: Flow, titled: int) -> int:
    """Return where the number of a title is told best: with its issuer, and with its day."""
    own = flow.numbers[titled]
    key = (own.form, own.serial)
    told = [(_told(flow, titled), -titled)]
    for index, one in enumerate(flow.numbers[:60]):
        line = line_at(flow, one.start)
        before = flow.flow[max(0, one.start - 120) : one.start]
        again = index > titled and one.start < _FULL_HEAD and (one.form, one.serial) == key
        if again and _begins_title(flow, index, line, before):
            told.append((_told(flow, index), -index))
    return -max(told)[1]


def _told(flow: Flow, index: int) -> int:
    """Count what stands beside a number: its issuer, its year or day."""
    one = flow.numbers[index]
    issuer = flow.around.beside(one.start, one.phrase_end).start is not None
    issuer = issuer or bool(flow.around.within(one.start, one.end))
    day = bool(flow.days_in(one.start, min(one.phrase_end + 40, line_at(flow, one.end).end)))
    return issuer + (day or one.year is not None)


_HEAD = 300


_PRESIDENTIAL = regexp(r"(?:(?<=\n)|^)\[?Presidential\sDocuments\]?")


def _president_below(flow: Flow, index: int) -> int:
    """Return the number of the President that heads a document under the register's own."""
    if _PRESIDENTIAL.search(flow.flow, 0, _PAGE_HEAD) is None:
        return index
    for below, one in enumerate(flow.numbers[:40]):
        heads = line_at(flow, one.start).start == one.start
        if below > index and heads and _is_president(flow, below):
            return below
    return index


_PAGE_HEAD = 3_000


def _is_president(flow: Flow, titled: int | None) -> bool:
    """Tell whether the title bears a number of the President, which goes before the register's."""
    forms = ("executive_order", "proclamation", "presidential_memorandum")
    return titled is not None and flow.numbers[titled].form in forms


def _labelled(flow: Flow, index: int, line: Span) -> bool:
    named = flow.numbers[index]
    if named.form in ("fr_doc", "fr_correction"):
        heading = re.match(r"(?i:document\s+number|fr\sdoc\sno)", named.quote)
        filed = _FILED.match(flow.flow, named.end) is not None
        return bool(heading) or filed or cites_itself(flow, named, line)
    if named.form == "nte" and named.start == line.start < _HEAD:
        return True
    if named.form == "open_licence" and (
        _LICENCE_FIELD.search(flow.flow[line.start : named.start])
        or _GRANTED.match(flow.marked, line.start, named.start + 1)
    ):
        return True
    start = flow.around.beside(named.start, named.phrase_end).start or named.start
    if flow.language == "en" and _FIELD.fullmatch(flow.flow[line.start : start]):
        return True
    start = names_before(flow, start) if flow.language == "zh" else start
    return _NUMBER_FIELD.search(flow.flow[max(0, start - 24) : start]) is not None


def _begins_title(flow: Flow, index: int, line: Span, before: str) -> bool:
    named = flow.numbers[index]
    if named.form in ("fr_doc", "eu_com"):
        return False
    if named.form == "cabinet_order":
        return _CABINET.fullmatch(flow.marked, line.start, line.end) is not None
    head = flow.flow[line.start : named.start]
    if named.form == "eu_act" and _RUNS_ON.match(flow.flow, line.start, named.end):
        return line.start < _HEAD
    tail = flow.flow[named.end : line.end]
    alone = not head.strip() and line.start < _HEAD and _STOPPED_TITLE.match(tail) is not None
    if len(head) > 110 or (ends_sentence(flow, line) and not alone and not _lone_phrase(tail)):
        return False
    issuers = flow.around.within(line.start, named.start)
    rest = len(head) - sum(mention.end - mention.start for mention in issuers)
    if flow.language == "zh" or _CHINESE.search(named.quote):
        reprinted = _REPRINTED.match(head)
        if reprinted is not None and not _TOLD_OF.search(head):
            head, rest = head[reprinted.end() :], rest - reprinted.end()
        if behind_prose(flow, line) or _OF_LIST.match(head) or _HEADLINE.match(tail):
            return False
        if _titled_by_issuer(flow, line, named.start) or _numbered_below(flow, line, named):
            return True
        head = _OF_THE_STATE.sub("", head)
        rest -= named.start - line.start - len(head) if rest > _FEW else 0
        known = rest <= _FEW or _ORGANISATION.match(_OPENED.sub("", head)) is not None
        return known and not re.search(
            r"[·•●:|]|关于|转发|印发|学习|贯彻|就|对|将|解读|根据|图解|读懂|问答|答疑|速览|划重点|海报|漫画",
            head,
        )
    if moves_licence(named, head):
        return False
    if _TELLS.search(head) or _BASIS.match(head) or behind_prose(flow, line):
        return False
    named_from = flow.around.beside(named.start, named.phrase_end).start or named.start
    if _DONE_TO.search(flow.flow, line.start, max(line.start, named_from)):
        return False
    if closes_title(flow, line, named):
        return True
    return _BEFORE_TITLE.match(head) is not None and not re.search(
        r"\b(?:in|under|by|of|to|see|with|per|rule|on|about|concerning|regarding|Concerning|Regarding|(?i:(?:amend|repeal|revok|suspend|replac|correct|supersed|extend)ing)"
        r"(?:\s(?:[a-z]+\s){0,3}(?:[A-Z][a-z]+\s){0,2})?|the implementation of)\s*$",
        head,
    )


_STOPPED_TITLE = regexp(
    r"[\s,:\u2013\u2014-]{0,3}\(?(?:(?:[A-Z][\w'&-]{0,30}|[0-9]{1,4}|of|and|or|to|for|in|from|the|on),?\s?){0,14}\)?\.\s*$"
)
"""A number with nothing behind it but a title and a full stop: ``OGEL 9 (Camera Lenses).``."""
_CABINET = regexp(rf"\W{{0,2}}{ACT}(?:\sof\s{DAY}|\s?\({DAY}\))?\W{{0,2}}")
"""A line with nothing but the number of a cabinet order, which else is cited as a basis."""
_FEW = 6
_OF_LIST = regexp(
    r"\s{0,4}(?:\(?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?[.、)]|[0-9]{1,3}[\s|]{1,8}(?!年))"
)
"""How a row of a list of acts begins."""
_HEADLINE = regexp(
    r"\s?(?:(?:自|将|于)[^,。;\n]{0,20}?)?(?:暂停|恢复|停止|终止|废止|延长|推迟|继续|解读|问答|答记者问)[^。;\n]{0,40}$"
    r"|[^。;\n]{0,60}[(\[](?:0?[1-9]|1[0-2])-[0-3]?[0-9][)\]]\s*$"
)
"""What behind a number tells of the act, or dates a link to it: ``第3号暂停实施(08-15)``."""
_OPENED = regexp(r"^\s{0,4}[(](?=[^()]{0,100}$)")
_OF_THE_STATE = regexp(r"^\s{0,4}中华人民共和国")
_SUBJECT_LINE = regexp(r"(?:[一-鿿、 ]{2,60})?关于[^\n。;:!?]{3,160}的\s?")
_NUMBER_LINE = regexp(r"\s*\(?(?:19|20)[0-9]{2}\s?年?\s?第\s?[0-9]{1,4}\s?号\)?\s*")


def _numbered_below(flow: Flow, line: Span, named: NamedNumber) -> bool:
    """Tell whether a number stands alone below a title: ``关于……的公告``, ``2026年第3号``."""
    below = line_at(flow, named.end - 1)
    if below.start <= line.start or named.start > _HEAD:
        return False
    alone = _NUMBER_LINE.fullmatch(flow.flow, below.start, below.end)
    return alone is not None and bool(_SUBJECT_LINE.fullmatch(flow.flow, line.start, named.start))


_DONE_TO = regexp(
    r"(?i)\b(?:(?:corrections?|amendments?|changes?|supplement|addendum|errat(?:um|a))\s(?:to|of|in)"
    r"|(?:amend|repeal|revok|suspend|replac|correct|extend|resum|implement)ing)\s(?:the\s)?$"
)
"""What right before an act and its issuer says that the title is of what is done to it."""
_RUNS_ON = regexp(
    r"[\s*]{0,8}(?:COMMISSION|COUNCIL)\s(?:(?:DELEGATED|IMPLEMENTING)\s)?(?:REGULATION|DIRECTIVE|DECISION)\s\("
)
"""How the text of an act of the Union begins, whose lines may all be joined to one."""

_REPRINTED = regexp(r"\s{0,4}\[?(?:转载|全文|附|原文)\]?\s?[:]?\s{0,4}")
"""What a reprint puts before the title of the act."""

_TOLD_OF = regexp(r"发布|公布|出台|印发|决定|宣布")
"""What makes a heading one that tells of an act."""

_ABOUT = regexp(
    r"\s?(?:联合)?关于[^。;:!?\n]{3,120}的(?:\s?\(?$|(?:公告|决定|通知|令)\s?\([一-鿿、\s]{0,60}$)"
)

_BEHIND_NUMBER = regexp(r"\s?\)?\s*$")


def _titled_by_issuer(flow: Flow, line: Span, at: int) -> bool:
    """Tell whether a line is the whole title of an act: ``某部关于……的公告(2026年第3号)``."""
    names = flow.around.within(line.start, at)
    if not names or (names[0].start != line.start and not _ABOUT.match(flow.flow, line.start, at)):
        return False
    first = names[0].end if names[0].start == line.start else line.start
    about = _ABOUT.search(flow.flow, first, at)
    end = max((one.end for one in flow.numbers if one.start == at), default=at)
    if about is None or not _BEHIND_NUMBER.fullmatch(flow.flow, end, line_at(flow, end - 1).end):
        return False
    between = flow.flow[first : about.start()]
    rest = len(between) - sum(one.end - one.start for one in names if one.end <= about.start())
    return rest <= 6 or _ORGANISATION.match(flow.flow[line.start : about.start()]) is not None


_BASIS = regexp(r"\s*(?:Having\sregard|Whereas|In\saccordance|On\sthe\sbasis|Pursuant)\b")
"""How a recital begins that names what an act rests on."""

_TELLS = regexp(
    r"(?i)\b(?:issue[sd]|announce[sd]|publish(?:es|ed)|release[sd]|impose[sd]|unveil(?:s|ed)|adopt(?:s|ed)|explain(?:s|ed)"
    r"|clarif(?:y|ies|ied)|suspends|extends|lifts|tightens|restricts|introduce[sd]|update\son|guide\sto|understanding)\b"
)
"""A headline before a number tells of an act; a title names it."""


def _lone_phrase(tail: str) -> bool:
    """Tell whether what follows a number is only its day and signer: ``, dated 1 May 2026, …``."""
    return _PHRASE.match(tail) is not None


_PHRASE = regexp(
    r"^(?:\s?\([A-Z][^()\n]{2,90}\))?,?\s?(?:dated|granted|of\s[A-Z0-9])(?!.*\b(?:is|are|was|were|shall|stands?|remains?|hereby)\b)"
    r"|(?:[^.\n]|No\.){0,200}\.\s(?:(?:It|The\sorder)\s(?:is|was)\s)?[Rr]egistered\s"
)


_CHINESE = regexp(r"[一-鿿]")
