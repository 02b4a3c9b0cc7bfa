"""Do the words of a deed, or those around them, say that it is not done, or is undone?"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_UNREAL = regexp(r"\b(?:would|could|might|should)\s(?:[a-z]+\s){0,2}?be\s(?:[a-z]+\s)?[a-z]+$")
"""How an English deed ends that was or would be done in some event: ``would be lifted``."""

_NONE_OF_THEM = regexp(r"\b[Nn]o\s(?!longer\b|later\b)(?:[a-z]+\s){1,5}$")
"""What right before an English deed says that it is done to none: ``no measure is revived``."""

_WISHED = regexp(
    r"\b(?:petitions?|requests?|motions?|proposals?|calls?|pleas?|bids?|suits?|pressure|authority|power|right|option"
    r"|intent(?:ion)?)\s$"
)
"""What right before ``to revoke`` says that somebody only asked for it, or could do it."""


def not_done(words: str, before: str) -> bool:
    """Tell whether the words of an English deed, or those before them, say that it is not done."""
    wished = words.startswith("to ") and _WISHED.search(before)
    return bool(wished or _UNREAL.search(words) or _NONE_OF_THEM.search(before))


_WHEN = (
    r"\b(?i:before|after|once|when(?:ever)?|where|while|as\slong\sas|so\slong\sas|whether|if|unless|until"
    r"|in\sthe\sevent\sthat|in\scase)\s"
)
_AN_ACT = r"[^,;:.\ue000\ue001]{0,60}\ue001{3,160}\)?(?:,?\s(?:dated|of)\s(?:the\s)?\ue000{4,44})?"
_ACTS = (
    r"(?!\ue000|the\s(?:end|date|day|expiry)\b)"
    rf"{_AN_ACT}(?:(?:,\s|\sand\s|\sor\s){_AN_ACT}){{0,2}}\s"
)
_AS_FAR_AS = regexp(
    rf"{_WHEN}(?:{_ACTS}(?:[a-z]+\s){{0,3}}"
    r"|(?:it|they|BIS|MOFCOM|the\s(?:[A-Z][a-z]+\s(?:of\s)?){1,3}))$"
)
"""What before an English deed makes it a clause of time or condition: ``before Order 5 is``."""
_REACH = 400


def in_a_clause_of_time(flow: Flow, low: int, at: int) -> bool:
    """Tell whether a deed only says when something else holds: ``once Order No. 5 is repealed``."""
    if flow.language != "en":
        return False
    before = flow.marked[max(low, at - _REACH) : at]
    told = _AS_FAR_AS.search(before)
    return told is not None and not _SETS_AGAINST.match(before, max(0, told.start() - _COMMA))


_SETS_AGAINST = regexp(r",\swh(?:ile|ereas)\s")
_COMMA = 2
"""``Order 3 is suspended, while Order 5 is repealed``: the second is done as well as the first."""


WHEN_IT_IS = regexp(rf"{_WHEN}{_ACTS}(?:is|are|has|have|will|shall)\b")
"""The same in a sentence whose stems are asked what it does."""
_NOUN = (
    r"(?:repeal|revocation|rescission|withdrawal|abolition|annulment|cancellation|postponement|deferral"
    r"|extension|prolongation|renewal)"
)
_DECISION = (
    r"decisions?\sto\s(?:repeal|revoke|rescind|withdraw|abolish|annul|cancel|terminate|postpone|delay|defer"
    r"|extend|prolong)"
)
_UNDONE = {
    "en": regexp(
        rf"\b(?i:{_NOUN}\s(?:of|in)\s|{_DECISION}\s)(?:(?!\b(?:is|are)\b)[^.;]){{0,200}}?\b(?:is|are|be|stands?)\s"
        r"(?:hereby\s|itself\s|now\s)?(?:withdrawn|rescinded|revoked|repealed|cancell?ed|annulled|reversed|set\saside|undone|abandoned|void)\b"
        r"|\b(?i:withdraws?|rescinds?|revokes?|cancels?|reverses?|annuls?|abandons?)\s(?:the|its|that|their)\s"
        rf"(?:[a-z]+\s)?(?:{_NOUN}\sof|{_DECISION})\b"
    ),
    "zh": regexp(
        r"(?:撤销|撤回|取消|收回)[^,。;\ue001]{0,16}\ue001{3,160}[^,。;]{0,12}?的(?:废止|推迟|延期)"
        r"|\ue001[^,。;]{0,16}(?:废止|推迟|延期|延长)(?:施行|实施|执行)?的?(?:决定|安排|措施)[^,。;]{0,24}(?:撤销|撤回|取消|收回)"
        r"|\ue001[^,。;]{0,16}的(?:废止|停止执行|推迟|延期|延长)(?:施行|实施|执行)?[^,。;\ue001]{0,40}(?:撤销|撤回|取消|收回)"
        r"|(?:废止|推迟|延期|延长)(?:施行|实施|执行)?[^,。;\ue001]{0,8}\ue001{3,160}[^,。;]{0,8}的(?:决定|安排|措施)[^,。;]{0,30}(?:撤销|撤回|取消|收回)"
    ),
}
_MOVES_IT = frozenset({"repeal", "postpone", "extend"})


def is_undone(flow: Flow, span: Span, kind: str) -> bool:
    """Tell whether a stretch undoes the end, the delay or the longer life of an act.

    ``The repeal of Order No. 3 is withdrawn`` ends nothing; what holds then, a person must say.
    """
    pattern = _UNDONE[flow.language]
    return kind in _MOVES_IT and flow.marked_sieve.search(pattern, span.start, span.end) is not None
