"""Which sentences among goods only say what is not meant: a note, an exclusion?

``Note: 1C919.a does not control tape of 5 m or less`` names a code and a limit, and neither of them
bounds what is controlled.
"""

from collections.abc import Iterable, Iterator

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.exemptions_english import exempting, freed_clause
from tracker.extraction.spelling.regexps import regexp

_EXCLUDES = regexp(
    r"\b(?:does|do|shall|will)\snot\s(?:control|cover|include|extend\sto|appl(?:y|ies)\sto)\b"
    r"|\b(?:is|are)\snot\s(?:controlled|covered|subject\sto\s(?:this|the)\s(?:entry|control|paragraph|item))\b"
    r"|\bLicense\sExceptions?\s[A-Z]{3}\b[^.;]{0,80}?\b(?:authori[sz]es|permits|allows|may\sbe\sused|is\savailable)\b"
    r"|\bauthori[sz]es?\s[^.;]{0,80}?\bunder\sLicense\sException\b"
    r"|^(?:[a-z0-9]{1,3}[.)]\s)?(?:In\s[^.;]{3,60},\s)?(?:[Rr]emov(?:e|ing)|[Dd]elet(?:e|ing))\s(?:(?!\badd)[^.;])*$"
    r"|\b(?:[Ee]xcluded|[Ee]xempt(?:ed)?)\sfrom\sth(?:e|is|ese)\s(?:provisions?|prohibitions?|requirements?|restrictions?|bans?)\b"
    r"|\b[Tt]he\s(?:exclusion|exemption|carve-out|exception)\sin\s(?:[Nn]ote|paragraph)\b"
    r"|\b(?:is|are|falls?|remains?|stays?|lies?)\soutside\s(?:the\sscope|this|these)\b"
    r"|\b(?:[Nn]o\s(?:[a-z-]+\s){0,3}?(?:licen[cs]e|permit|authori[sz]ation)\s(?:is|are|shall\sbe|will\sbe)\s(?:required|needed|necessary)"
    r"|(?:do|does|will|shall)\snot\s(?:require|need)\s(?:one|an?\s(?:[a-z]+\s)?(?:licen[cs]e|permit|authori[sz]ation)))\b"
    r"(?![^.;]*\b(?:but|however|unless|except|only\sif|(?:is|are|be)\s(?:required|needed))\b)"
)
_LIMITS = regexp(r"\bto\sthe\sextent\b|\bunless\b")


_USABLE = regexp(
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
    freed = sorted(exempting(flow, span), key=lambda one: one.start)
    at = span.start
    for sentence in flow.within(span.start, span.end):
        low, high = max(sentence.start, span.start), min(sentence.end, span.end)
        clauses = [one for one in freed if low <= one.start < high]
        if flow.sieve.may(_EXCLUDES, sentence.start, sentence.end):
            found = _EXCLUDES.search(flow.flow[sentence.start : high].rstrip(" .;"))
            place = sentence.start + found.start() if found else high
            if found and not _LIMITS.search(flow.flow, sentence.start, place):
                stop = sentence.start + found.end()
                clauses.append(freed_clause(flow, span, place, stop))
        for clause in sorted(clauses, key=lambda one: one.start):
            if clause.end > at:
                yield Span(max(at, clause.start), clause.end)
                at = clause.end


_WITHHELD = regexp(
    r"\b(?:[Tt]his|[Tt]he|[Tt]hat|General)\s(?:[A-Za-z]+\s){0,4}?(?i:licen[cs]e|authori[sz]ation|permit|approval)\s(?:itself\s)?"
    r"(?:(?:does|shall|will)\snot\s(?:authori[sz]e|permit|allow|cover|include|extend\sto|apply\sto)"
    r"|(?:may|must|shall|can)\snot\sbe\s(?:used|relied\s(?:up)?on)\s(?:for|to))"
    r"(?=[^.;]{0,80}\s[0-9][A-E][0-9]{3})"
)
_BOUNDED = regexp(
    r"\b(?:other\sthan|except|unless|save|until|before|(?:more|less|greater)\sthan|exceed\w*|over|above|below)\b"
)


def withheld(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the sentences of a licence that only say which goods it does not free, in order."""
    for sentence in flow.within(span.start, span.end):
        low, high = max(sentence.start, span.start), min(sentence.end, span.end)
        if (
            flow.sieve.search(_WITHHELD, low, high) is not None
            and _BOUNDED.search(flow.flow, low, high) is None
        ):
            yield Span(low, high)


_KEPT = regexp(
    r"\b(?:is|are)\snot\s(?:affected|amended|changed|altered|modified)\b"
    r"|\b(?:is|are)\s(?:unaffected|unchanged)\b|\b(?:remains?|stays?)\s(?:unchanged|unaffected|as\s(?:published|before|they\sare|it\sis)|in\s(?:force|effect))\b"
    r"|\bcontinues?\sto\s(?:be|apply|permit|cover|govern|need|require)\b|\b(?:is|are)\s(?:maintained|retained|left\sas)\b"
    r"|\bleaves?\s(?:unchanged|intact|untouched)\b|\bleaves?\s[^.;]{3,80}?\s(?:unchanged|intact|untouched|as\s(?:it\sis|they\sare))\b"
    r"|\b(?:was|were)\s(?:discontinued|deleted|withdrawn|in\suse\suntil)\b"
    r"|\b(?:was|were)\s(?:previously|formerly|until\snow|hitherto)\s(?:classified|controlled|listed|covered)\b"
    r"|\b(?:does|do|shall|will)\snot\s(?:affect|alter|change|amend)\b|\b[Nn]othing\sin\sthis\s[^.;]{3,40}?\s(?:affects|alters|changes)\b"
    r"|\bwere\s(?:controlled|listed|covered)\sby\b|\b(?:is|are)\s(?:not\stouched|untouched|left\salone)\b"
    r"|\b(?:remains?|stays?)\s(?:untouched|uncontrolled|unlicensed|free\s(?:of|from)|as\s(?:they|it)\s(?:was|were)|outside)\b"
    r"|\bfalls?\soutside\b|\bstill\s(?:need|require)s?\b"
    r"|\b(?:[Cc]ommenters?|[Oo]ne\scommenter)\s(?:had\s|has\s|also\s)?(?:ask|suggest|recommend|propos|request|urg|argu)(?:e|ed|s)?\b"
    r"|\b(?:BIS|[Tt]he\s(?:Department|Bureau|Ministry|agency|Commission|Secretary\sof\sState))\s(?:(?:may|might|could|will|would|had|has|is|also|later)\s){0,3}"
    r"(?:consider(?:s|ed|ing)?|propos(?:e|ed|ing)|contemplat(?:e|ed|ing)|stud(?:y|ied|ying))\b"
    r"|\b(?:is|are|was|were)\s(?:not\sadopted|rejected)\b"
)
"""What says that goods stay as they are or were somewhere before: their codes are not meant."""
_WAS_BROUGHT = regexp(
    r"\ue001[^.;\n]{0,24}?\s(?:had\s|has\s)?(?:placed|brought|introduced|imposed|listed|subjected|prohibited|banned)\s"
)
"""What says that goods were brought under control by another act."""
_BINDS_NOW = regexp(r"\b(?:shall|must|hereby|may|is|are)\b")
_LAYS_DOWN = regexp(
    r"\b(?:requir(?:es?|ed|ing)|needs?\san?|impos\w+|add(?:s|ed|ing)|insert\w*|prohibit\w*|restricted|may\sbe|shall\snot|must|amended)\b(?!\sto\sread)"
)


_BUT_CODES = regexp(
    r"\b(?i:excluding|other\sthan|except(?:\sfor)?|with\sthe\s(?:exception|exclusion)\sof|but\snot(?!\s(?:exceed|more|less|over|above|below|under|greater|higher|lower))|not\sincluding"
    r"|apart\sfrom|save(?:\sfor)?|(?<=\()(?:formerly|previously|old\scode:?))\s[^.;,()\n]{0,60}?"
    r"(?:[0-9]{4}(?:[ .]?[0-9]{2}){2,3}|[0-9][A-E][0-9]{3}(?:\.[a-z0-9]{1,2}){0,4})(?![0-9])"
    r"(?:(?:,|\sand|\sor)\s(?:[0-9]{4}(?:[\s.]?[0-9]{2}){2,3}|[0-9][A-E][0-9]{3}(?:\.[a-z0-9]{1,2}){0,4})){0,20}"
)
"""Codes that are named only to be left out: ``other than goods of CN code 2846 90 90``."""


def kept_as_is(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield what of a stretch only says how things stood before, or that they stay so."""
    if flow.language != "en":
        yield from _kept_in_chinese(flow, span)
        return
    for sentence in flow.within(flow.sentence(span.start).start, span.end):
        low, high = max(sentence.start, span.start), min(sentence.end, span.end)
        if _WAS_BROUGHT.search(flow.marked, low, high) and not _BINDS_NOW.search(
            flow.flow, low, high
        ):
            yield Span(low, high)
            continue
        kept = flow.sieve.search(_KEPT, low, high)
        if kept is None:
            for out in flow.sieve.finditer(_BUT_CODES, low, high):
                yield Span(*out.span())
            continue
        rest = flow.flow[low : kept.start()] + flow.flow[kept.end() : high]
        if _LAYS_DOWN.search(rest) is None:
            yield Span(low, high)


_KEPT_ZH = regexp(
    r"(?:不[作做予](?:任何)?(?:调整|变更|修改|改变)|(?:保持|维持|范围|均|仍|内容)不变|继续(?:有效|适用|执行)|按原?(?:有|来)?规定(?:办理|执行|管理)|不再(?:使用|沿用)|未列入|(?:作出|实施|实行|采取|发布)过[^。;]{0,40}|(?:管制)?(?:均|仍)?不受影响)\s?(?=[。;\n]|$)"
)
_WAS_ZH = regexp(
    r"(?:此前|以前|原先?|过去|曾用)的?(?:管制|海关商品|商品)?(?:编码|编号|税号)(?:为|是|:)?[^,。;()]{4,24}|不涉及[^,。;()]{2,40}|(?<=[(,])原(?:为|列|编[号码]为?)?\s?[0-9][0-9.]{7,12}(?=[),])"
    r"|不(?:包括|含|包含)(?:[^,。;()\n]{0,30}?|[^,。;()\n]{1,40}\([^()\n]{0,16}?)(?:[0-9]{8,10}|[0-9]{4}\.[0-9]{2}|[0-9][A-E][0-9]{3})[^,。;()\n]{0,40}"
)
_PARTS_ZH = regexp(r"[^;。\n]+[;。\n]?")


def _kept_in_chinese(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the parts of sentences that end by saying so, and the codes of before."""
    if not (
        flow.sieve.may(_KEPT_ZH, span.start, span.end)
        or flow.sieve.may(_WAS_ZH, span.start, span.end)
    ):
        return
    for part in _PARTS_ZH.finditer(flow.flow, span.start, span.end):
        kept = _KEPT_ZH.search(flow.flow, part.start(), part.end())
        if kept is not None and _BINDS.search(flow.flow, part.start(), kept.start()) is None:
            yield Span(*part.span())
            continue
        for was in _WAS_ZH.finditer(flow.flow, part.start(), part.end()):
            yield Span(*was.span())


_FREES = regexp(
    r"不适用(?:于)?(?:本|上述|前款|前条|该|第)|不受(?:本|上述|前款|前条|第)|免[于予](?:申请|申领|办理|许可|登记|提交|申报)"
    r"|(?:无需|不需要?|毋需|无须|不必)(?:申请|取得|办理|申领)|可以?不(?:再)?(?:申请|办理|登记)|(?:不在|不属于)[^,。;]{0,8}之列|不实行[^,。;]{0,14}(?:许可|管制)"
    r"|(?<![“\"])不(?:属于|在)(?:本(?:公告|令|办法|条)|此次|出口管制|技术出口|两用物项|管制(?:物项)?范围)|不(?:予)?(?:控制|管制)(?![^,。;]{0,6}的)"
)
_BINDS = regexp(
    r"未经许可|不得(?:出口|向)|实施[^,。;]{0,8}管制|(?:应当?|[须需])[^,。;]{0,30}(?:许可|批准|核准|注明|填报)"
    r"|(?:实行|实施)[^,。;]{0,12}(?:许可|管理)|凭[^,。;]{0,16}许可|禁止[^,。;]{0,12}(?:出口|进口)"
    r"|不准|不许|严禁|[须需应][^,。;]{0,8}(?:持|凭)[^,。;]{0,8}证|方可(?:出口|进口|进行)"
)
_EXCEPTED = regexp(
    r"(?:(?<=[,;(。:\n])|(?<=但))[^,;()。:\n]{2,80}?(?:除外|不在此[限列])"
    r"|(?:(?<=[,;。:、\n])|^)[^,;()。:\n]{2,60}(?:\([^()\n]{2,60}\))?(?:不(?:予)?(?:实施|实行|纳入|列入)|[无毋][需须]|不需要?|不必)"
    r"[^,;()。:\n]{0,16}(?:管制|许可|管理|证)[^,;()。:\n]{0,6}(?=[,;。]\s?(?:但|而)?(?:对|凡)?(?:其[他余它]|除此))"
)
"""A clause that lets something out: ``甲除外``, and the one before ``其他…须凭许可证``."""


def _left_out_in_chinese(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the sentences that free something and bind nothing, and the clauses before ``除外``.

    Of a sentence that binds something, the parts behind a semicolon that only free.
    """
    for sentence in flow.within(span.start, span.end):
        low, high = max(sentence.start, span.start), min(sentence.end, span.end)
        frees = flow.sieve.search(_FREES, low, high) is not None
        if frees and _BINDS.search(flow.flow, low, high) is None:
            yield Span(low, high)
            continue
        for part in _PARTS_ZH.finditer(flow.flow, low, high) if frees else ():
            freed = _FREES.search(flow.flow, *part.span())
            if part.start() > low and freed and _BINDS.search(flow.flow, *part.span()) is None:
                yield Span(*part.span())
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
