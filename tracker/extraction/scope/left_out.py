"""Which sentences among goods only say what is not meant: a note, an exclusion?

``Note: 1C919.a does not control tape of 5 m or less`` names a code and a limit, and neither of them
bounds what is controlled.
"""

import re
from collections.abc import Iterable, Iterator

from tracker.extraction.prose.flow import Flow, Span

_EXCLUDES = re.compile(
    r"\b(?:does|do|shall|will)\snot\s(?:control|cover|include|extend\sto|appl(?:y|ies)\sto)\b"
    r"|\b(?:is|are)\snot\s(?:controlled|covered|subject\sto\s(?:this|the)\s(?:entry|control|paragraph|item))\b"
    r"|\bLicense\sExceptions?\s[A-Z]{3}\b[^.;]{0,80}?\b(?:authori[sz]es|permits|allows|may\sbe\sused|is\savailable)\b"
    r"|\bauthori[sz]es?\s[^.;]{0,80}?\bunder\sLicense\sException\b"
    r"|^(?:[a-z0-9]{1,3}[.)]\s)?(?:In\s[^.;]{3,60},\s)?(?:[Rr]emov(?:e|ing)|[Dd]elet(?:e|ing))\s(?:(?!\badd)[^.;])*$"
    r"|\b(?:[Ee]xcluded|[Ee]xempt(?:ed)?)\sfrom\sth(?:e|is|ese)\s(?:provisions?|prohibitions?|requirements?|restrictions?|bans?)\b"
    r"|\b[Tt]he\s(?:exclusion|exemption|carve-out|exception)\sin\s(?:[Nn]ote|paragraph)\b"
)
_LIMITS = re.compile(r"\bto\sthe\sextent\b|\bunless\b")


_USABLE = re.compile(
    r"\b(?P<name>License\sException\s[A-Z]{3})\b(?:\s\([^()]{2,60}\))?[^.;]{0,60}?\s"
    r"(?:authori[sz]es|permits|allows|may\sbe\sused|(?:is|remains|stays)\s(?:still\s)?available)\b"
    r"|(?<!\bnot\s)(?<!\blonger\s)\b(?:authori[sz]ed|eligible)\s(?:under|for|by)\s(?P<of>License\sException\s[A-Z]{3})\b"
)


def usable_exceptions(flow: Flow, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the exceptions to a licence that a rule says may be used, and where it says so."""
    for found in flow.sieve.finditer(_USABLE, span.start, span.end):
        yield found["name"] or found["of"], Span(*found.span())


def left_out(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield what of a stretch only says what is outside, in order: sentences, Chinese clauses."""
    if flow.language != "en":
        yield from _left_out_in_chinese(flow, span)
        return
    for sentence in flow.within(span.start, span.end):
        if not flow.sieve.may(_EXCLUDES, sentence.start, sentence.end):
            continue
        words = flow.flow[sentence.start : min(sentence.end, span.end)].rstrip(" .;")
        found = _EXCLUDES.search(words)
        if found is not None and not _LIMITS.search(words, 0, found.start()):
            yield Span(max(sentence.start, span.start), min(sentence.end, span.end))


_FREES = re.compile(
    r"不适用(?:于)?(?:本|上述|前款|前条|该|第)|不受(?:本|上述|前款|前条|第)|免[于予](?:申请|申领|办理|许可|登记|提交|申报)"
    r"|(?:无需|不需要?|毋需|无须|不必)(?:申请|取得|办理|申领)|可以?不(?:再)?(?:申请|办理|登记)"
    r"|(?<![“\"])不(?:属于|在)(?:本(?:公告|令|办法|条)|此次|出口管制|技术出口|两用物项|管制(?:物项)?范围)|不(?:予)?(?:控制|管制)(?![^,。;]{0,6}的)"
)
_BINDS = re.compile(
    r"未经许可|不得(?:出口|向)|实施[^,。;]{0,8}管制|(?:应当?|[须需])[^,。;]{0,30}(?:许可|批准|注明|填报)"
)
_EXCEPTED = re.compile(r"(?:(?<=[,;(。:\n])|(?<=但))[^,;()。:\n]{2,80}?除外")


def _left_out_in_chinese(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the sentences that free something and bind nothing, and the clauses before ``除外``."""
    for sentence in flow.within(span.start, span.end):
        low, high = max(sentence.start, span.start), min(sentence.end, span.end)
        frees = flow.sieve.search(_FREES, low, high) is not None
        if frees and _BINDS.search(flow.flow, low, high) is None:
            yield Span(low, high)
            continue
        for clause in flow.sieve.finditer(_EXCEPTED, low, high):
            yield Span(*clause.span())


def without(span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """Yield what is left of a stretch without the parts of it that ``holes`` name, in order."""
    at = span.start
    for hole in holes:
        if at < hole.start:
            yield Span(at, hole.start)
        at = max(at, hole.end)
    if at < span.end:
        yield Span(at, span.end)
