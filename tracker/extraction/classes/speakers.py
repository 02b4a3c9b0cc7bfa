"""Who speaks in a document that decides nothing, and which of its labels answer?"""

import re
from collections import Counter

from tracker.extraction.classes.stances import ATTRIBUTION, QUOTED_BY
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_NO_SPEAKER = regexp(
    r"(?i)^(?:it|that|which|this|these|and|but|by|its|their|with|for|under|as|went|carried)\b|\band$|\b(?:law|laws|rules?|regulations?|plan"
    r"|should|notice|which)\b|公告|规定|法律|以下$|文章所|^我们|^[》」]"
)
_LABELS = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,4}\[?(?P<who>[A-Z][\w'.-]*(?:[- ][A-Za-z'.-]+){0,3}"
    r"|[一-鿿]{2,8})\]?\s?:(?=\s?\S)"
)
_SPOKESPERSON = regexp(
    r"[Ss]pokes(?:person|man|woman)\s(?P<en>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)|发言人(?P<zh>[一-鿿]{2,3})(?=主持|答|就|回应|表示|在|[::])"
)


def answerers_of(flow: Flow) -> frozenset[str]:
    """Return under which names the answers of a press conference stand.

    It is that of the spokesperson, or the one that comes back most often: the askers change.
    Where questions stand under a ``Q``, everybody else answers.
    """
    named = _SPOKESPERSON.search(flow.flow)
    found = list(_LABELS.finditer(flow.flow))
    labels = Counter(match["who"] for match in found)
    asking = Counter(match["who"] for match in found if _ends_asking(flow, match.end()))
    often = [
        who
        for who, times in labels.most_common(_OFTEN)
        if times > 1 and _ASKS.search(who) is None and asking[who] * 2 < times
    ][:1]
    if not often and asking:  # one question and its answer
        often = [who for who in labels if not asking[who] and _ASKS.search(who) is None][:1]
    if _UNDER_Q.search(flow.flow):
        often = [who for who in labels if _ASKS.search(who) is None]
    own = [] if named is None else [(named["en"] or named["zh"])]
    return frozenset((*own, *(one.split()[-1] for one in own), *often))


_OFTEN = 3


def _ends_asking(flow: Flow, at: int) -> bool:
    """Tell whether the line that goes on behind a label asks something."""
    end = flow.flow.find("\n", at)
    return "?" in flow.flow[at : end if end >= 0 else len(flow.flow)]


_UNDER_Q = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,4}(?:Q|Question|QUESTION|Query|QUERY)(?:\s\([^()\n]{1,60}\))?\s?:"
)
_ASKS = regexp(r"^(?:Q|Question|QUESTION|Query|QUERY|问|记者)$|记者|[Rr]eporter|[Jj]ournalist")


def is_acronym(who: str) -> bool:
    """Tell whether a label is an acronym, which names an agency that asks."""
    return who.isupper() and " " not in who and who not in ("A", "Q", "QUESTION", "ANSWER")


_SILENT = regexp(
    r"(?:不过,|但,?)?(?P<who>[一-鿿]{2,12}?)(?:方面|有关负责人)?(?:截至|暂?未|尚未|没有|拒绝|不予)"
)
_DATELINE = regexp(
    r"^[A-Z][A-Z ,./]{2,40}(?:,\s[A-Z][a-z]+\s[0-9]{1,2}\s)?"
    r"(?:\([A-Za-z]+\)\s)?[-\u2013\u2014]{1,2}\s"
)
_CLOSE_TO = regexp(
    r"接近|知情|了解情况|业内|(?i:\bclose\sto\b|\bfamiliar\b|\bsources?\b|\bbriefed\b)"
)
"""Who is near a body does not speak for it."""


def speaker_of(text: str, *, silent: bool) -> str | None:
    """Return who says the sentence; ``silent``: it may only tell that somebody said nothing."""
    kept_silent = _SILENT.match(text) if silent else None
    if kept_silent is not None:
        return _official(kept_silent["who"]) or kept_silent["who"]
    words = _DATELINE.sub("", text, count=1)
    head = _AT_HEAD.match(words)
    if head is not None:
        return _official(head["who"]) or head["who"]
    for match in _attributed(words):
        who = _named(match["en"] or match["according"] or match["zh"])
        if who and not _NO_SPEAKER.search(who):
            return _official(who) or who
    return None


def quoted_by(text: str) -> str | None:
    """Return who is named right behind a quotation as the one who speaks it."""
    match = QUOTED_BY.search(text) or _BEHIND_QUOTE.search(text)
    return None if match is None else match["who"].rstrip(".,")


_VERBS = (
    r"(?:said|says|told|wrote|added|denied|denies|confirmed|declined|stated|insisted|warned"
    r"|rejected|reported|claimed|did\snot|could\snot)"
)
_BEHIND_QUOTE = regexp(
    r"[\"”’],?\s(?:the\s|an?\s|one\s)?(?P<who>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,6}?)"
    r"(?:,\s[^,]{3,60},)?\s(?:said|says|told|added|wrote)\b"
)
_AT_HEAD = regexp(
    r"(?:[-\u2022]\s)?(?:[Tt]he\s|[Aa]n?\s(?:[a-z]+\s){1,3}?newspaper,\sthe\s)?"
    r"(?P<who>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,6}?),\s[^,]{3,90},\s(?:has\s|had\s)?"
    rf"{_VERBS}\b"
)
"""Who speaks, where words between commas stand before the verb."""
_TELLING = regexp(
    r"^(?:另|又|再)?(?:据|对此|就此)+|\s?[0-9年月日]{2,11}$"
    r"|(?:则|也|还|均|亦|并|此前|日前|近日|昨日|今日|普遍|对此)+$"
)
"""What stands beside the name of a Chinese speaker."""


def _named(who: str) -> str:
    return _TELLING.sub("", _TELLING.sub("", who.strip(" ,.-")))


def _attributed(text: str) -> list[re.Match[str]]:
    """Return who may say it; words behind the last comma go before those at the head."""
    found = list(ATTRIBUTION.finditer(text))
    behind = [one for one in found if one["according"] or _stands_behind(text, one)]
    return [*reversed(behind), *(one for one in found if one not in behind)]


def _stands_behind(text: str, match: re.Match[str]) -> bool:
    if not match["en"]:
        return False
    before = text[max(0, match.start("en") - 6) : match.start("en")]
    return before.lstrip('"”').startswith((", ", "the "))


def _official(who: str) -> str | None:
    """Return the code of the body whose official speaks, where the words name it."""
    if _CLOSE_TO.search(who):
        return None
    if re.search(r"(?i)commerce\sministry|ministry\sof\scommerce|商务部", who):
        kind = "spokesperson" if re.search(r"(?i)spokes|发言人", who) else "official"
        return f"MOFCOM {kind}"
    if re.search(r"(?i)foreign\sministry|ministry\sof\sforeign|外交部", who):
        return "MFA spokesperson"
    return None
