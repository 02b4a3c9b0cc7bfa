"""Which sentences of an official's answer decide, and from which day what they decide counts?

An answer also tells what was decided before, what others ask for, and what will be looked into.
Only what it says is decided moves anything, with the list or the sentences that go on with it.
"""

from collections.abc import Iterator, Sequence

from tracker.extraction.act import Act
from tracker.extraction.days.act_lives import Commencement
from tracker.extraction.days.times import Times, life_of
from tracker.extraction.deeds.clauses import LIST_OPENS
from tracker.extraction.deeds.deciders import another_decides
from tracker.extraction.heads.naming import Namer
from tracker.extraction.heads.page_lines import line_at
from tracker.extraction.names.catalogue import KnownIssuer
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

DECIDED = regexp(
    r"决定|(?:现|正式|今[日天]|兹|特此|我们?|中方|[部署])(?:在此|在这里|就此|谨此|正式|现)?宣布"
    r"|\b(?:has|have|is|been)\s(?:now\s|also\s|hereby\s)?decided\b|\bdecide[sd]?\b|\bhereby\b"
    r"|\b(?:made|makes?|taken|takes?|announc(?:es?|ed|ing))\s(?:today\s)?the\sfollowing\sdecisions?\b"
    r"|\b[Tt]his\sis\s(?:how|what)\s(?:China|MOFCOM|Beijing|the\s(?:Chinese\sside|[Mm]inistry(?:\sof\sCommerce)?)|we)\s(?:puts?|does?|will|ha(?:s|ve)|acts?)\b"
    r"|\bthe\sfollowing\sdecisions?\s(?:ha(?:s|ve)\sbeen|is|are|was|were)\s(?:made|taken)\b"
)
"""What says that something is decided."""
_NEAR = 30
_BETWEEN = regexp(r"[^\n。,;.:\u3002]{0,12}")


def decider(flow: Flow, namer: Namer) -> KnownIssuer | None:
    """Return the body of which an answer says that it decided, whoever's desk it speaks from."""
    for found in flow.sieve.matches(DECIDED):
        for mention in reversed(flow.around.within(found.start() - _NEAR, found.start())):
            told = _BETWEEN.fullmatch(flow.flow, mention.end, found.start())
            body = namer.issuer(next(iter(mention.codes))) if len(mention.codes) == 1 else None
            if told is not None and body is not None and body.series is not None:
                return body
    return None


_ASKED = regexp(
    r"^\s?(?:问|又问|再问|追问|有记者问|[^:\n]{0,16}记者|Q|Question)\s?:|^\s?\[[^\]\n]{0,8}问\]|\?\s*$"
)
_TOLD = regexp(
    r"(?:发布|公布|印发|出台)[^。;]{0,60}?(?:\ue001{3,160}|公告|通知)[^。;]{0,60}?(?:决定|宣布)"
    r"|\b(?:issued|released|published|put\sout)\s[^.;]{0,80}?\ue001{3,160}[^.;]{0,80}?\b(?:decid|announc|suspend|lift)"
    r"|\b(?:in|by|through|under)\s(?:the\s)?(?:MOFCOM\s)?\ue001{3,160},?\s[^.;]{0,40}?\bdecided\b"
)
"""What says that another act decided, of which the answer tells."""
_GOES_ON = regexp(
    r"\s?(?:同时|此外|另外|与此同时|一并|自\ue000|从\ue000|[对将]\s?\ue001)"
    r"|\s?(?:As\s(?:for|regards|to)|With\s(?:regard|respect)\sto|For\sits\spart|At\sthe\ssame\stime|In\saddition|Meanwhile|Separately|Also)\b"
    r"|\s?(?:(?:Starting|Beginning|Effective|With\seffect)\s)?(?:[Ff]rom|[Aa]s\s(?:of|from)|[Oo]n)\s(?:the\ssame|that|\ue000)"
    r"|\s?(?:(?:The|These|All)\s(?:[a-z]+\s){1,6}?)?(?:the\s)?(?:MOFCOM\s|GACC\s)?\ue001"
)
"""How a sentence goes on with what the one before it decided."""
_ITEM = regexp(
    r"\s?(?:[前后]一[批项份个]|[前后]者|另一[批项份个]|第?[一二三四五六七八九十]{1,2}(?:是|[,、])|其[一二三四五六],|\([一二三四五六七八九十0-9]{1,2}\)|[0-9]{1,2}[.、]"
    r"|[\u2014\u2013•·*-]{1,3}|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inally)(?:ly)?,|\ue001|\([a-z]\))"
)
"""How an item begins of the list that a deciding sentence opens."""
_OPENS = regexp(r"(?:\bfollowing\b[^.\n]{0,40}|\bas\sfollows)\.?\s*$")
"""How a sentence closes behind which what is decided stands in sentences of its own."""


def decided_sentences(act: Act, spans: Sequence[Span]) -> frozenset[int]:
    """Return which of the sentences of an answer decide, by their places."""
    return frozenset(_decided(act, spans))


def _decided(act: Act, spans: Sequence[Span]) -> Iterator[int]:
    deciding = opened = False
    for index, span in enumerate(spans):
        text = act.flow.marked[span.start : span.end]
        decides = _decides(text) and not another_decides(act, span) and not _asks(act, span)
        listed = opened and _ITEM.match(text) is not None
        goes_on = deciding and (listed or _GOES_ON.match(text)) and not _TOLD.search(text)
        opened = listed or (decides and _opens(text))
        deciding = decides or (deciding and not _ASKED.search(text))
        if goes_on or decides:
            yield index


_LABEL = regexp(r"[ \t]{0,4}\[?(?P<who>[^\n:。.;,?]{1,24}?)\]?\s?:")
_ANSWERS = regexp(
    r"答|发言人|负责人|官员|[司部处局]长|^A$|^(?i:answers?)$|(?i:spokes|official|minister)"
)
_MEDIA = regexp(
    r"记者|媒体|网友|[一-鿿](?:报|社|台|网|周刊|杂志|电视|财经)$|(?i:\b(?:reporter|journalist|news|press|tv|times|daily|agency)\b)"
)
_ASKS_IT = regexp(r"\?|请问|(?:是否|有没有|能否|可否)")


def _asks(act: Act, span: Span) -> bool:
    """Tell whether a sentence stands in the line of somebody who asks: ``某台:有消息称…?``."""
    flow = act.flow
    line = line_at(flow, span.start)
    label = _LABEL.match(flow.flow, line.start, line.end)
    if label is None or _ANSWERS.search(label["who"]):
        return False
    asked = _ASKS_IT.search(flow.flow, label.end(), line.end) is not None
    return asked or _MEDIA.search(label["who"]) is not None


def _opens(text: str) -> bool:
    return LIST_OPENS.search(text) is not None or _OPENS.search(text) is not None


def _decides(text: str) -> bool:
    """Tell whether a sentence of an answer decides itself; what an act decided is only told."""
    if not DECIDED.search(text):
        return False
    return not any(row.search(text) for row in (_ASKED, _UNDECIDED, _TOLD, _OF_OTHERS))


_UNDECIDED = regexp(
    r"(?:^|[,。;:])\s?(?:如果?|若|一旦|倘若?|假如)[^,。;]{2,60},[^。;]{0,30}决定|(?:将|会|再)(?:会|适时|择机|根据[^,。;]{2,20}|视[^,。;]{2,20})?(?:再)?(?:作出)?决定|(?:未|没有|是否)[^,。;]{0,8}决定|是否"
    r"|\bwhether\b|\b(?:will|would|may|might|could|to)\s(?:[a-z]+\s)?decide\b|\bno\sdecision\b|\bnot\s(?:yet\s)?(?:been\s)?decided\b|(?:^|[.;:,])\s?(?:[Ii]f|[Uu]nless|[Oo]nce)\s"
)
"""What says that nothing is decided yet, or only on a condition."""
_OF_OTHERS = regexp(
    r"(?:美方|美国|欧方|欧盟|日方|荷方|荷兰|英方|韩方|对方|外方|华盛顿)[^,。;:\ue001]{0,16}(?:已|也|正式|曾)?(?:决定|宣布)"
    r"|\b(?:US|U\.S\.|EU|American|United\sStates|Washington|Brussels|Tokyo|Japanese|Dutch)\b[^.;\ue001]{0,40}\b(?:decide[sd]?|announce[sd]?)\b"
)
"""What says that the other side decided."""


def start_of_answer(flow: Flow, times: Times) -> Commencement:
    """Return from which day all counts that an answer decides: ``决定自9月28日起采取以下措施:``."""
    for span in flow.sentences:
        text = flow.marked[span.start : span.end]
        if _decides(text) and _opens(text) and "\ue001" not in text:
            words = times.within(span.start, span.end)
            start = next((word for word in words if word.role == "start" and word.day), None)
            if start is not None:
                return Commencement(general=life_of((start,)))
    return Commencement()
