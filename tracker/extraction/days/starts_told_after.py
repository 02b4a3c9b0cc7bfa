"""Which part does a short sentence date right behind the one that starts the act?

``This Order comes into effect on 1 October. In the case of Article 3, the date is 1 April.``
``本公告自10月1日起施行。第三条晚半年施行。``
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tracker.extraction.days.counts import added
from tracker.extraction.days.dated_rows import Started
from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.parts_beside_chinese import parts_named
from tracker.extraction.days.times import Life, Times, TimeWord
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_LEADS = {
    "en": regexp(
        r"\W{0,4}(?:[0-9]{1,2}[.)]?\s{1,3})?(?:(?:However|But|Only),?\s)?"
        r"(?i:(?:in\sthe\scase\sof|as\s(?:regards|to|for)|with\s(?:regard|respect)\sto"
        r"|in\srespect\sof|for|on)\s)?"
        r"(?=(?:the\s)?(?:Articles?|Sections?|Paragraphs?|Regulations?|[Pp]oints?|[Ii]tems?)"
        r"\s[0-9IVX(])"
    ),
    "zh": regexp(
        r"\s{0,4}(?:其中|但|惟|唯|至于|关于|对于?|而){0,2},?"
        r"(?=第[一二三四五六七八九十0-9]{1,3}[条款项点])"
    ),
}
_NO_START = {
    "en": regexp(
        r"\b(?:before|until|till|by|prior|end(?:s|ed|ing)?|expir[a-z]+|licen[cs]es?|permits?"
        r"|permissions?|appli(?:cations?|cants?)|issued|granted|contracts?|dated|published"
        r"|reports?|holders?|persons?|exporters?|goods|items?\s(?:exported|shipped))\b|\ue001"
    ),
    "zh": regexp(
        r"[之以]?前|[至到]|止|届满|期满|有效期?|许可证|申请|申报|合同|报[告送]|签订|公布|发布|经营者|企业"
        r"|货物|物项|暂停|恢复|废止|修[改订]|\ue001"
    ),
}
"""What says that a day is not that of a start, or not of the part alone."""
_LATER = regexp(
    r"(?:施行|实施|执行|生效)[^,。;]{0,8}(?:晚|推后|延后|后延|推迟|延迟|迟|顺延)|晚|推后|延后|后延|迟"
)
"""What says that a part starts so much behind the rest: ``第三条晚半年施行``."""
_TAIL = regexp(r"[,;](?=(?:其中|但|而|惟|唯){1,2},?第)")
"""Where the clause begins that speaks of one part, behind that on the whole."""
_LONGEST = 140

Told = tuple[tuple[Provision, ...], Life]


def starts_told_after(
    flow: Flow, times: Times, spans: tuple[Span, ...], read: Iterable[Span], general: Life | None
) -> Iterator[Started]:
    """Yield the parts that such sentences date, the start, and the sentence.

    ``read`` are the sentences of which starts were read, ``general`` is what they tell of the act.
    """
    taken = {one.start for one in read}
    for sentence in read:
        tail = _TAIL.search(flow.flow, *sentence.ends)
        if tail is not None and not flow.days_in(tail.end(), sentence.end):
            told = _told(flow, times, Span(tail.end(), sentence.end), general)
            if told is not None:
                yield ("parts", *told, sentence)
    for span in spans if taken else ():
        for before, sentence in pairwise(flow.within(span.start, span.end)):
            if before.start not in taken or sentence.start in taken:
                continue
            told = _told(flow, times, sentence, general)
            if told is not None:
                taken.add(sentence.start)
                yield ("parts", *told, sentence)


def _told(flow: Flow, times: Times, sentence: Span, general: Life | None) -> Told | None:
    leads = _LEADS[flow.language].match(flow.marked, sentence.start, sentence.end)
    if leads is None or sentence.end - sentence.start > _LONGEST:
        return None
    if _NO_START[flow.language].search(flow.marked, leads.end(), sentence.end):
        return None
    days = flow.days_in(sentence.start, sentence.end)
    word = _later(flow, times, Span(leads.end(), sentence.end), general) if not days else None
    if len(days) == 1 and (day := times.resolved(days[0].start, days[0].end)) is not None:
        word = TimeWord(
            role="start", start=days[0].start, end=days[0].end, wording="told after", day=day
        )
    if word is None:
        return None
    if flow.language == "zh":
        parts = parts_named(flow, leads.end(), word.start, since=sentence.start)
    else:
        parts = tuple(own_parts(flow, leads.end(), word.start))
    return (parts, Life(start=word)) if parts else None


def _later(flow: Flow, times: Times, span: Span, general: Life | None) -> TimeWord | None:
    """Return the start that counts from that of the act, in Chinese."""
    length = next((w for w in times.within(*span.ends) if w.role == "length"), None)
    if flow.language != "zh" or length is None or general is None or general.from_ is None:
        return None
    if _LATER.search(flow.flow, span.start, length.start) is None:
        return None
    return TimeWord(
        role="start", start=length.start, end=length.end, wording="told after",
        day=added(general.from_, length.count, length.unit), basis="computed",
    )  # fmt: skip
