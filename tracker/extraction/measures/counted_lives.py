"""How long does a part hold that counts its time from the start of the act itself?"""

from tracker.extraction.act import Act
from tracker.extraction.days.times import RECITED, Life, TimeWord, life_of
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp

_OWN_START = regexp(
    r"\s(?:from|after|as\sof|counting\sfrom|(?:starting|beginning)\s(?:from|with|on))\s(?:the\s)?(?:(?:date|day)\s(?:of|on\swhich|when)\s)?"
    r"(?:(?:its|the)\s(?:entry|coming)\sinto\s(?:force|effect)|this\s(?:[A-Z]?[a-z]+\s){1,3}(?:takes|enters|comes|becomes)\b)"
)
"""What counts a time from the start of the act: ``for six months from its entry into force``."""


_OF_PAPERS = regexp(
    r"\b(?i:licen[cs]es?|permits?|approvals?|authori[sz]ations?|certificates?|recognitions?|confirmations?)\s(?:[A-Za-z-]+\s){0,6}?"
    r"(?:is|are|shall\sbe|remains?)\svalid\b"
)
"""What says how long a paper is valid that is granted, and not how long the rule holds."""


_OF_APPLICANTS = regexp(
    r"\b(?i:enterprises|operators|exporters|applicants|companies|traders|persons?|firms|producers)\b[^.;]{0,80}?"
    r"\b(?:may|can)\s(?:[a-z]+\s)?(?:apply|file|submit)\b"
    r"|\b(?i:applications?)\s(?:[a-z]+\s){0,6}?(?:accepted|received|submitted|filed|open)\b"
)
"""What before a time says that it is the one in which papers are handed in."""


def life_in_words(act: Act, part: str, span: Span) -> Life:
    """Return the life that the words of a part tell: its own days, else a time from the start."""
    words = _times_of(act, span)
    in_turn = _periods_in_turn(words) if act.flow.language == "en" else None
    if in_turn is not None:
        return in_turn
    told = life_of(words)
    return told if told.start is not None else _counted_from_start(act, part, span) or told


def _periods_in_turn(words: tuple[TimeWord, ...]) -> Life | None:
    """Return the whole of periods that follow each other: a quota from February, one from July."""
    pairs = tuple(zip(words[::2], words[1::2], strict=False))
    last = None
    for start, end in pairs:
        if (start.role, end.role) != ("start", "end") or not start.day or not end.day:
            return None
        if start.day > end.day or (last is not None and start.day <= last):
            return None
        last = end.day
    if len(pairs) < _SEVERAL or len(words) % 2:
        return None
    return Life(start=pairs[0][0], end=pairs[-1][1], through=pairs[-1][1].day)


_SEVERAL = 2


def _times_of(act: Act, span: Span) -> tuple[TimeWord, ...]:
    """Return the times of a part, without those of papers granted under it and of other things."""
    words = tuple(
        word for word in act.times.within(span.start, span.end) if _of_rule(act, span, word)
    )
    if act.flow.language == "en":
        own = (word for word in words if not _of_papers(act, word))
        return tuple(word for word in own if not _began_before(act, word))
    return tuple(
        word
        for word in words
        if not _of_chinese_papers(act, word)
        and not _ENDS_THEN.search(act.flow.flow, word.start, word.end)
        and not _of_another_act(act, word)
        and not _long_ago(act, word)
    )


_HOLDS = regexp(
    r"实施|施行|执行|生效|适用|有效|管制|管理|期限|为期|期间|暂停|禁止|限制|许可|规定|措施|要求|起算|届满|配额|本(?:公告|令|办法|通知|决定|条|款|项)|上述|[此该]项?"
    r"|(?i:\b(?:appl(?:y|ies|icable|ied)|effects?|effective|force|valid(?:ity)?|implement\w*|enforce\w*|operat(?:ion|ive)"
    r"|suspen\w+|prohib\w+|restrict\w*|require\w*|licen[cs]\w+|authori[sz]ation|permit\w*|quotas?|controls?|bans?|measures?|rules?"
    r"|(?:article|paragraph|point|section|regulation|announcement|notice|order|provision|obligation|duty|duties)s?"
    r"|expir\w+|ceases?|commenc\w+|term|periods?|duration|exempt\w*|it|they|this|these|th(?:at|ose))\b)"
)
"""What says that a time is one for which a rule holds, or a thing that can hold."""


_ITEM = regexp(
    r"\s{0,8}(?:[-\u2013\u2014\u2022*]|\(?[0-9a-z]{1,3}[.)]|[0-9,.]+\s?(?:t|kg|tonnes)\b)"
)
"""How an item begins: what it says of a time it says of what leads to the list."""


def _of_rule(act: Act, span: Span, word: TimeWord) -> bool:
    """Tell whether a time is told of a rule: not of a hearing, a form or an office.

    In the sentence that demands it always is, and in an item of its list.
    """
    said = act.flow.sentence(word.start)
    if said.start <= span.start or _ITEM.match(act.flow.flow, said.start):
        return True
    told = _HOLDS.search(act.flow.flow, said.start, said.end) is not None
    return told or requirement_of(act.flow, said) is not None


def _long_ago(act: Act, word: TimeWord) -> bool:
    """Tell whether a Chinese start lies well before the act, so that a recital tells it."""
    issued = act.instrument.issued_on
    return (
        word.role == "start" and word.day is not None and issued is not None
        and word.day < issued - RECITED
    )  # fmt: skip


def _began_before(act: Act, word: TimeWord) -> bool:
    """Tell whether a start that lies before the act is that of an act named in its sentence."""
    issued = act.instrument.issued_on
    if word.role != "start" or word.day is None or issued is None or word.day >= issued:
        return False
    sentence = act.flow.sentence(word.start)
    return bool(act.flow.numbers_in(sentence.start, word.start))


def _of_another_act(act: Act, word: TimeWord) -> bool:
    """Tell whether a Chinese start is told of an act that is named before it in its clause."""
    low = act.flow.flow.rfind("。", 0, word.start) + 1
    clause = act.flow.marked[max(low, word.start - _CLAUSE) : word.start]
    return word.role == "start" and _NAMED_BEFORE.search(clause) is not None


_CLAUSE = 60
_NAMED_BEFORE = regexp(
    r"\ue001(?:[^,。;\n\ue001]{0,20}(?:措施|规定|要求))?(?:记录|定)?[将已也亦则原为于,]{0,2}\Z"
)
"""What before a start names another act as its subject: ``公告2026年第941号自…起停止执行``."""


def _of_papers(act: Act, word: TimeWord) -> bool:
    sentence = act.flow.sentence(word.start)
    flow = act.flow.flow
    asked = _OF_APPLICANTS.search(flow, sentence.start, word.end) is not None
    return asked or _OF_PAPERS.search(flow, sentence.start, word.start) is not None


_ENDS_THEN = regexp(r"(?:终止|失效|废止|停止|解除)$")
"""A day on which something ends begins nothing: ``此项豁免于…终止``."""
_PAPER_LASTS = regexp(
    r"(?:许可证件?|批准文件|批件|证书|登记证|备案表|配额证明)[^。;]{0,40}?有效(?:期|时间)[^,。;]{0,6}$"
    r"|(?:保存|留存|保管|存档|备查)[^。;]{0,24}$"
)


def _of_chinese_papers(act: Act, word: TimeWord) -> bool:
    sentence = act.flow.sentence(word.start)
    before = act.flow.flow[sentence.start : word.start]
    if word.role == "start":
        return False
    return _PAPER_LASTS.search(before) is not None or _OF_CONTRACT.search(before) is not None


_OF_CONTRACT = regexp(
    r"(?:合同|协议|订单)[^;。]{0,16}(?:履行|执行|交付|延续|有效)[^;。\ue000]{0,8}$"
)
"""What before a last day makes it that of contracts made before: ``合同,可履行至…``."""


_OLDER = regexp(
    r"此前|已经?(?:取得|签订|领取|获得|受理)|合同|许可证|证件|过渡|申请受理|报名|申报|反馈|意见|缴纳"
)
"""What says that something older goes on until a day, and not the part."""


def with_own_end(act: Act, life: Life | None, span: Span) -> Life | None:
    """Return a life told elsewhere with the last day that a part tells itself.

    In English only a derogation tells one so: ``the prohibition shall not apply, until 31 May,``.
    """
    if life is None or life.end is not None or life.from_ is None:
        return life
    if act.flow.language != "zh":
        return _let_go_until(act, life, span)
    words = _times_of(act, span)
    end = next((word for word in words if word.role == "end" and word.day), None)
    if not any(word.role != "length" for word in words):
        return _for_a_time(act, life, words)
    if end is None or end.day is None or end.day < life.from_:
        return life
    if any(word.role == "start" for word in words):
        return life
    sentence = act.flow.sentence(end.start)
    if _OLDER.search(act.flow.flow, sentence.start, sentence.end):
        return life
    return Life(start=life.start, end=end, through=end.day)


_LET_GO = regexp(
    r"\b[Bb]y\s(?:way\sof\s)?(?:derogation|exception)\sfrom\b[^.;]{3,200}?\bnot\sapply,?\s$"
)
"""What before a last day says that something is let out of a rule until then."""


def _let_go_until(act: Act, life: Life, span: Span) -> Life:
    words = act.times.within(span.start, span.end)
    end = next((word for word in words if word.role == "end" and word.day), None)
    if end is None or end.day is None or len(words) != 1:
        return life
    if life.from_ is None or end.day < life.from_:
        return life
    low = act.flow.sentence(end.start).start
    told = _LET_GO.search(act.flow.flow, low, end.start) is not None
    return Life(start=life.start, end=end, through=end.day) if told else life


_FOR_A_TIME = regexp(r",\s?(?:为期|(?:实施|执行|管制|有效)?期限?[为是])")


def _for_a_time(act: Act, life: Life, words: tuple[TimeWord, ...]) -> Life:
    """Return a life that ends after the time for which a part says that it holds: ``为期半年``."""
    length = words[0] if len(words) == 1 else None
    if length is None or life.start is None:
        return life
    sentence = act.flow.sentence(length.start)
    near = max(sentence.start, length.start - _BESIDE)
    told = _FOR_A_TIME.search(act.flow.flow, near, length.end)
    older = _OLDER.search(act.flow.flow, sentence.start, sentence.end)
    last = _LAST_WORD.match(act.flow.flow, length.end, sentence.end + 1)
    return life_of((life.start, length)) if told and last and not older else life


_BESIDE = 8
_LAST_WORD = regexp(r"[。;,\s]|$")


def _counted_from_start(act: Act, part: str, span: Span) -> Life | None:
    """Return the life of a part that lasts some time from the start of the act itself."""
    words = act.times.within(span.start, span.end)
    length = next((word for word in words if word.role == "length"), None)
    general = act.commencement.of(part)
    if length is None or general is None or general.start is None:
        return None
    if _OWN_START.match(act.flow.flow, length.end, span.end) is None:
        return None
    return life_of((general.start, length))


def only_life_told(act: Act) -> Life | None:
    """Return the life of the one Chinese sentence that tells a start, where the act has none.

    ``实施期限两年,自2026年3月15日起算``: it names no subject, and demands nothing itself.
    """
    found = act.commencement
    if act.flow.language != "zh" or found.general or found.rest or found.parts or found.kinds:
        return None
    return act.flow.once("only life told", lambda: _alone(act), act.body.start, act.body.end)


def _alone(act: Act) -> Life | None:
    words = act.times.within(act.body.start, act.body.end)
    starts = [word for word in words if word.role == "start"]
    if len(starts) != 1 or starts[0].day is None:
        return None
    sentence = act.flow.sentence(starts[0].start)
    if _LASTS.search(act.flow.flow, sentence.start, sentence.end) is None:
        return None
    return life_of(act.times.within(sentence.start, sentence.end))


_LASTS = regexp(
    r"(?:(?<=\n)|(?<=[。;])|^)\s{0,4}(?:(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.]\s?)?(?:实施|管制|执行|有效)(?:期限?|时间)(?:为|是|:)?"
)
