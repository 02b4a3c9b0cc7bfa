"""Which firms does a clause mean that names none: ``that company``, ``下列实体``, ``it``?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.named_narrowing import narrows_to_some
from tracker.extraction.deeds.pointed_firms_chinese import IN_TABLE
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.parties import Party, firms_told, named_parties
from tracker.extraction.spelling.regexps import regexp

_FIRMS = (
    r"(?:compan(?:y|ies)|entit(?:y|ies)|firms?|enterprises?|institutions?|organi[sz]ations?"
    r"|persons?|part(?:y|ies))"
)
_FOR = (
    r"(?:in\s(?:respect|the\scase|relation|regard)\s(?:of|to)|with\s(?:regard|respect)\sto"
    r"|as\s(?:regards|to)|against|for|on|to|concerning|regarding|towards?)"
)
_THAT_FIRM = regexp(
    rf"\b{_FOR}\s(?:that|this|those|these|such|the(?:\s(?:said|above|same|latter|former))?)"
    rf"\s(?:[a-z]+\s)?{_FIRMS}\b"
    r"(?!\s(?:that|which|who|named|listed|in|on|of|below|referred|concerned|holding)\b)"
)
"""What means a firm named before: ``in respect of that company``, ``for the said entity``."""
_IT = regexp(
    r"\b(?:(?:in\srespect\sof|with\s(?:regard|respect)\sto|against|imposed\son)\s(?:it|them)"
    r"|(?:laid\sdown|taken|prescribed|adopted|set)\s(?:for|against)\s(?:it|them)|appl(?:y|ies|ied)\sto\sthem)\b"
)
"""A pronoun that means a firm, if the words before name one: else an act may be meant."""
_THE_REST = regexp(
    rf"\b{_FOR}\s(?:the|all|all\sthe|those)\s(?:other|remaining)\s(?:[a-z]+\s)?{_FIRMS}\b"
)
"""What means all firms but those named: nobody by name."""
SENTENCES_BACK = 3


OF_HIS = regexp(r"[对将]其(?!他|它|余|中)")
_FIRM_BEFORE = regexp(
    r"(?:公司|集团|研究所|研究院|大学|实验室|(?:有关|相关|上述|部分|该)企业)[^。;\n]{0,60}?对其"
)
"""A firm that stands before the word for it in the same sentence."""
_OFF_LISTED = regexp(r"(?:移出|移除|撤出|调出|剔除)[^,。;\n]{0,30}(?:名单|清单)")


def means_unnamed_firms(act: Act, clause: Span, sentence: Span) -> bool:
    """Tell whether a clause narrows what it does to firms that stand nowhere by name.

    In Chinese: to those whom its sentence takes off a list, whoever they are, or to ``上述企业``.
    """
    flow = act.flow
    if flow.language != "en":
        his = OF_HIS.search(flow.flow, clause.start, clause.end) is not None
        off = his and _OFF_LISTED.search(flow.flow, sentence.start, clause.end) is not None
        told = his and _FIRM_BEFORE.search(flow.flow, sentence.start, clause.end) is not None
        some = _FIRST_FEW.search(flow.flow, clause.start, clause.end) is not None
        these = THESE_FIRMS.search(flow.flow, clause.start, clause.end) is not None
        low = sentence.start if his else clause.start
        below = FIRMS_BELOW.search(flow.flow, low, clause.end) is not None
        pointed = IN_TABLE.search(flow.marked, clause.start, clause.end) is not None
        return off or told or some or these or below or pointed
    where = (clause.start, clause.end)
    wordings = (_THAT_FIRM, _THE_REST, _TO_THEM)
    pointed = any(words.search(act.flow.flow, *where) is not None for words in wordings)
    return pointed or narrows_to_some(flow, clause)


_TO_THEM = regexp(r"\bappl(?:y|ies|ied)\sto\sthem\b")
"""What narrows an end to those of whom the words before it spoke, whoever they are."""


FIRMS_BELOW = regexp(
    r"(?:下列|以下|如下|下述)[^,。;:]{0,10}(?:实体|企业|公司|机构|组织|个人|主体)(?!清单)"
)
"""What in a Chinese clause means firms that are listed below it."""
_FIRST_FEW = regexp(
    r"(?<![之以])[前后末头](?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})\s?[家个位名户](?=的?(?:境外|外国|列名)?(?:企业|公司|实体|机构|主体|,|、|中))"
)
"""What means some rows of a list of firms, and not all of them: ``所列前2家实体``."""
THESE_FIRMS = regexp(
    r"(?:对|将|于|涉及|(?<=[,。;、:\s])(?=(?:上述|前述)[^,。;]{0,90}不再受))(?:(?:该|上述|前述|这)(?:[0-9一二两三四五六七八九十]{1,3}\s?家)?|[两二三四五六七八九十]家?)(?:企业|公司|实体|机构|主体)"
)
"""What in a Chinese clause means firms that stand before it, or nowhere."""


def firms_meant(act: Act, clause: Span, sentence: Span) -> tuple[Party, ...]:
    """Return the firms to which a clause points back: those that the text named last before it."""
    flow = act.flow
    if _THE_REST.search(flow.flow, clause.start, clause.end):
        return ()
    told = _THAT_FIRM.search(flow.flow, clause.start, clause.end)
    told = told or _IT.search(flow.flow, clause.start, clause.end)
    if told is None:
        return ()
    earlier = flow.within(act.body.start, sentence.start)[-SENTENCES_BACK:]
    for one in (Span(sentence.start, told.start()), *reversed(earlier)):
        found = named_parties(flow, one) or firms_told(flow, one)
        if found:
            return found
    return ()
