"""Which acts does a text retell, and which does it only mention?

A client letter on one notice also names what that notice suspends, what stays as it is, and what
the firm wrote about last month. Only where the text says of some act that it was made are the
others looked at so closely; else every act that it names counts.
"""

from collections.abc import Iterator
from itertools import islice

from tracker.extraction.classes.class_words import CONTESTED
from tracker.extraction.deeds.deed_wording import LEFT_ALONE
from tracker.extraction.heads.naming import Named, Namer
from tracker.extraction.heads.page_lines import links_start
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_MADE_BEFORE = regexp(
    r"\b(?:issued|made|published|releas(?:ed|es)|announced|adopted|promulgated|signed|notified|unveiled|put\sout|set\sout\sin"
    r"|[Aa]ccording\sto|(?:(?<=\n)|^|(?<=[.!?]\s))(?:By|Under|In|With|Through))\b(?:(?!\bha(?:s|ve)\b)[^.;!?\n\ue001]){0,70}$"
    r"|(?:发布|公布|印发|出台|联合发布|制定)(?:了|的)?[^。;\n\ue001]{0,40}$|(?:根据|依据|按照)[^,。;\n\ue001《]{0,12}$"
)
"""What right before an act says that it was made, or that what follows is from it."""
_MADE_AFTER = regexp(
    r"^[)\s,》]{0,4}(?:\([^()\n]{0,60}\)\s?)?(?:which\s|that\s)?(?:requires?|imposes?|introduces?|puts?|places?|brings?|bans?|prohibits?|suspends?|amends?"
    r"|repeals?|revokes?|lifts?|extends?|delays?|adds?|removes?|provides?|says?|was\s(?:issued|published|made|adopted))\b"
    r"|^[)\s,》]{0,4}which\s(?:the\s)?[A-Z][\w\x20]{1,40}\s(?:issued|published|made|adopted)\b"
    r"|^[)\s,》]{0,4}(?:明确|规定|要求|指出|决定|宣布|对|自)|^[)》]{0,2}的?(?:执行口径|常见问题|适用问题)"
)
_MOVED_BEFORE = regexp(
    r"\b(?:amend|annul|revok|repeal|suspend|replac|supersed|rescind|extend|delay|postpon|lift|correct|paus|withdr[ae]w|abolish|stay|reinstat|resum)"
    r"(?:s|es|ed|ing|e|ion|ions|ation)?\b[^.;!?\n]{0,130}$"
    r"|(?:暂停|停止|废止|恢复|延长|推迟|修改|取代|更正|中止|撤销)[^。;\n]{0,30}$"
)
"""What before an act says that another one does something to it."""
_MOVED_AFTER = regexp(
    r"^[^.;!?\n\ue001]{0,60}?\b(?:is|are|was|were|be|been|being|has\sput|on\shold)\s(?:\w+\s){0,2}"
    r"(?:amended|revoked|repealed|suspended|replaced|superseded|rescinded|extended|delayed|postponed|lifted|corrected|paused|withdrawn|on\shold)\b"
    r"|^[^.;!?\n\ue001]{0,60}?\bceases?\sto\s(?:be|have|apply)\b"
    r"|^[^。;\n\ue001]{0,20}?(?:同时废止|停止执行|暂停实施|中止实施|予以废止|恢复实施|被废止|废止|失效)"
)
_BASIS_BEFORE = regexp(
    r"\b(?:[Pp]ursuant\sto|[Ii]n\saccordance\swith|[Oo]n\sthe\sbasis\sof|[Uu]nder\s(?:Article|Section|paragraph)[^.;\n]{0,20}|Annex(?:es)?\s[^.;\n]{0,14}to)\s(?:the\s)?$"
)
_RECALLS = regexp(
    r"(?i)\b(?:recall|a\syear\s(?:earlier|ago)|earlier\s(?:this|last)|last\s(?:year|month)|back\sin|stays?\s(?:as|in|valid)\b|expected\sto|does\snot\s(?:reach|touch|cover|affect|change)|(?:never|not)\s(?:touched|affected|reached|changed|covered))\b"
    r"|此前|早前|早在|曾|去年|上月|个月前|这是继|不受影响|不涉及|(?:未|不)作(?:任何)?(?:改动|调整|变动|修改)|不在[^。;]{0,12}(?:之列|范围)"
)
_KEPT = regexp(
    r"[^.;,\n]{0,40}\b(?:(?:remains?|stays?|continues?\sto)\s(?:in\s(?:place|force|effect)|unchanged|valid|apply)|go(?:es)?\son\b|still\s(?:appl|stand)|carr(?:y|ies)\son|applies?\sas\sbefore|can\sno\slonger\sbe)|[^。;,\n]{0,12}(?:继续有效|仍然?有效|仍在执行|继续执行|不变)"
)
"""What right behind an act says that it stays as it is: the text retells another one."""
_QUESTIONS = 3
_HEADING = 250
_ASKS = regexp(
    r"[?？][\"'”’)]?\s*$|(?i:\bwebinar\b|\bseminar\b)"
    r"|^\s*(?:问\s?[0-9]*|Q[0-9]{0,3}(?:\s[A-Z][\w .]{0,30})?)\s?[:.、]"
    r"|^\s*(?i:related\s(?:insights?|content|news|articles?|reading)|see\salso|read\smore|more\sfrom|upcoming)\b"
)
"""What is a question, or leads elsewhere."""
_SENTENCE = regexp(r"[.!?。！？][\"'”’)]?\s*$")


_LETTER = 400
_ANSWERS = regexp(
    r"复函|函复|批复|答复函|关于[^\n]{2,60}的答复|(?i:\bletter\sof\s(?:reply|clarification)\b|\bclarification\s(?:letter|regarding|on|concerning)\b"
    r"|\bin\sreply\sto\syour\s(?:letter|question|request)\b|\binterpretative\s(?:letter|ruling)\b|\badvisory\sopinion\b)"
)


_GRANTS = regexp(
    r"(?:^|[\n。;、:])\s{0,4}(?:经研究,)?(?:原则)?同意[^。;\n]{2,90}?(?:延期|延[至后]|推迟|暂停|暂缓|暂不|恢复)"
)
"""What in a reply does what was asked for: it decides, and does not only explain."""


def answers_a_letter(flow: Flow) -> bool:
    """Tell whether a body answers somebody who asked what an act means."""
    if _ANSWERS.search(flow.flow[:_LETTER]) is None:
        return False
    return flow.language != "zh" or flow.sieve.search(_GRANTS, 0, len(flow.flow)) is None


def retold(flow: Flow, namer: Namer, *, wholly: bool) -> Iterator[Named]:
    """Yield the acts that a text retells, each once, in order.

    ``wholly`` tells that to retell acts is all that it does; else only what it says was made
    counts, and nothing where it asks questions or puts sources against each other.
    """
    if not wholly and (flow.flow.count("?") > _QUESTIONS or _contested(flow)):
        return
    told: dict[str, list[tuple[Named, Span]]] = {}
    own = _own(namer)
    for sentence in flow.within(0, links_start(flow)):
        for named in namer.named_in(sentence.start, sentence.end):
            if named.id == own:
                continue
            told.setdefault(named.id, []).append((named, sentence))
    made = {
        id
        for id, places in told.items()
        if any(_is_made(flow, *one) or (wholly and _is_headed(flow, *one)) for one in places)
    }
    for id, places in told.items():
        if id in made or (
            wholly and not (_only_mentioned if made else _moved_by_another)(flow, places)
        ):
            yield places[0][0]


def _own(namer: Namer) -> str | None:
    """Return the id of a text that only explains and has a number of its own: it retells others."""
    number = namer.own_number
    named = namer.named(number) if number and number.form == "dgft_trade_notice" else None
    return named.id if named else None


def _contested(flow: Flow) -> bool:
    """Tell whether more than a passing word says that something is disputed."""
    return len([*islice(flow.sieve.matches(CONTESTED), 2)]) > 1


def _is_made(flow: Flow, named: Named, sentence: Span) -> bool:
    before = flow.marked[max(sentence.start, named.start - 140) : named.start]
    text = flow.marked[sentence.start : sentence.end]
    recalled = _RECALLS.search(text) or _ASKS.search(text)
    kept = _KEPT.match(flow.marked, named.end, sentence.end)
    if recalled or kept or _MOVED_BEFORE.search(before) or before.endswith("》("):
        return False
    return (
        _MADE_BEFORE.search(before) is not None
        or _MADE_AFTER.search(flow.marked[named.end : sentence.end]) is not None
    )


def _is_headed(flow: Flow, named: Named, sentence: Span) -> bool:
    """Tell whether the heading of a text names an act, and asks or recalls nothing."""
    text = flow.marked[sentence.start : sentence.end]
    heading = named.start < _HEADING and _SENTENCE.search(text) is None
    elsewhere = _RECALLS.search(text) or _ASKS.search(text)
    return heading and not elsewhere and not _is_moved(flow, named, sentence)


def _only_mentioned(flow: Flow, places: list[tuple[Named, Span]]) -> bool:
    moved = any(_is_moved(flow, named, sentence) for named, sentence in places)
    return moved or all(_is_aside(flow, named, sentence) for named, sentence in places)


_SPOKEN_OF = regexp(
    r"\ue001|\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese)\s(?:[A-Z][a-z]+\s)?(?i:orders?|notices?|announcements?|regulations?|rules?|instruments?|amendments?)\b|《?(?<!号)(?:公告|通知|办法|规定|令)》?"
)
"""What means an act that the text told of before."""


def _moved_by_another(flow: Flow, places: list[tuple[Named, Span]]) -> bool:
    """Tell whether a sentence says what an act of which the text tells does to this one."""
    return any(
        _SPOKEN_OF.search(flow.marked, sentence.start, named.start)
        and _is_moved(flow, named, sentence)
        for named, sentence in places
    )


def _is_moved(flow: Flow, named: Named, sentence: Span) -> bool:
    before = flow.marked[max(sentence.start, named.start - 140) : named.start]
    after = flow.marked[named.end : sentence.end]
    return _MOVED_BEFORE.search(before) is not None or _MOVED_AFTER.search(after) is not None


def _is_aside(flow: Flow, named: Named, sentence: Span) -> bool:
    """Tell whether an act stands in a menu, a row, a reminder, or as a ground."""
    text = flow.marked[sentence.start : sentence.end]
    before = flow.marked[sentence.start : named.start]
    return (
        _SENTENCE.search(text) is None
        or _ASKS.search(text) is not None
        or LEFT_ALONE.search(text) is not None
        or _KEPT.match(flow.marked, named.end, sentence.end) is not None
        or _RECALLS.search(text) is not None
        or _BASIS_BEFORE.search(before) is not None
        or before.endswith("》(")
    )
