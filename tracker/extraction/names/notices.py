"""Which notice is a text a copy of, going by its own document number, and do two copies agree?

Only the number that a text bears itself counts. Titles alike in all but the number are different
notices, and a text without a number is nobody's copy.
"""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Indel

from tracker.domain.intake_facts import CopyDifference
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.names.issuers import Surroundings, issuer_names, surroundings
from tracker.extraction.names.numbers import NamedNumber, named_numbers
from tracker.extraction.names.wording import SELF_SUFFICIENT
from tracker.extraction.pages.revision import sentences, tokens
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.regexps import regexp

_HEAD_LINES = 12
_PREFIX = 60
_TAIL = 40
_OTHER_WORDS = 12
_ALIKE = 0.75
_MOST_DIFFERENCES = 20

_OF_ANOTHER = regexp(
    r"关于|暂停|停止|中止|恢复|修改|废止|调整|解读|答记者问|就《|《|根据|依据|按照|有关"
    r"|\b(?:on|about|regarding|concerning|amend\w*|suspend\w*|revok\w*|repeal\w*|correct\w*"
    r"|delay\w*|postpon\w*|extend\w*|under|pursuant|according|interpret\w*|explain\w*|says|said)\b",
    re.IGNORECASE,
)
"""Words before a number by which a line speaks of another act."""

_CHINESE = regexp("[\u3400-\u9fff]")
_LEGAL = regexp(
    r"[0-9]+(?:[.,][0-9]+)*\s?[%％‰]?|[0-9][A-Z][0-9]{3}|[≥≤><＞＜=]"
    r"|不超过|不得|以上|以下|以内|超过|大于|小于|不少于|不含|除外|应当|可以|禁止|暂停"
    r"|\b(?:not|no|except|unless|at least|at most|more than|less than|above|below|exceed\w*"
    r"|shall|may|must|before|after|until|through)\b",
    re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
_YEAR = r"(?P<y>(?:19|20)\d{2})"
_MONTH = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_DAYS = (
    regexp(r"(?P<y>(?:19|20)\d{2})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"),
    regexp(r"(?<!\d)(?P<y>(?:19|20)\d{2})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    regexp(rf"\b{_MONTH}\s{_DAY},?\s{_YEAR}", re.IGNORECASE),
    regexp(rf"(?<!\d){_DAY}\s{_MONTH},?\s{_YEAR}", re.IGNORECASE),
)
_SHARES = regexp(r"(\d+(?:\.\d+)?)\s?(?:%|％|per\s?cent)", re.IGNORECASE)
_CODES = regexp(r"(?<![0-9A-Z])[0-9][A-Z][0-9]{3}(?![0-9A-Z])|(?<!\d)\d{4}\.?\d{2}\.?\d{2,4}(?!\d)")


def notice_number(text: str, *, catalogue: Catalogue) -> str | None:
    """Return the document number that a text bears itself, ``None`` where it bears none for sure.

    It is told as ``SERIES/FORM/YEAR/SERIAL``, the same in every language.
    """
    head = "\n".join(text.splitlines()[:_HEAD_LINES])
    numbers = named_numbers(head)
    if not numbers:
        return None
    around = surroundings(fold(head), issuer_names(catalogue.issuers))
    series = {issuer.code: issuer.series or issuer.code for issuer in catalogue.issuers}
    for named in numbers:
        if named.form == "fr_page" or not _is_own(head, named, around):
            continue
        if named.form in SELF_SUFFICIENT:
            return f"{named.form}/{named.year or '-'}/{named.serial}"
        codes = _numbered_by(around, named)
        if codes is None or named.year is None:
            return None
        return f"{series.get(codes, codes)}/{named.form}/{named.year}/{named.serial}"
    return None


def _is_own(head: str, named: NamedNumber, around: Surroundings) -> bool:
    """Tell whether a number begins its line, but for the names of issuers and a few words.

    In the title more may follow it; below, it is all that its line holds.
    """
    start = head.rfind("\n", 0, named.start) + 1
    end = head.find("\n", named.end)
    before = head[start : named.start]
    if len(before) > _PREFIX or _OF_ANOTHER.search(before):
        return False
    if len(_without_names(head, start, named.start, around)) > _OTHER_WORDS:
        return False
    if start == 0:
        return True  # the title
    after = head[named.end : end if end >= 0 else len(head)]
    return len(after.strip()) <= _TAIL and not _OF_ANOTHER.search(after)


def _without_names(head: str, start: int, end: int, around: Surroundings) -> str:
    """Return what stands there besides the names of issuers and what joins them."""
    left = list(head[start:end])
    for mention in around.within(start, end):
        for at in range(mention.start - start, min(mention.end, end) - start):
            left[at] = " "
    return re.sub(r"\b(?:the|and|of)\b|[\W_]", "", "".join(left))


def _numbered_by(around: Surroundings, named: NamedNumber) -> str | None:
    beside = around.beside(named.start, named.phrase_end)
    if beside.foreign:
        return None
    found = beside.codes or next(iter(around.near(named.start, named.phrase_end)), frozenset())
    return next(iter(found)) if len(found) == 1 else None


def differences(here: str, there: str) -> tuple[CopyDifference, ...]:
    """Return where two copies of one notice contradict each other.

    A copy that is shorter or has other furniture does not: only a sentence that both tell, with
    another number, date, code or operator, does. Copies in two languages are compared by their
    days, shares and codes.
    """
    if _is_chinese(here) != _is_chinese(there):
        return tuple(_across_languages(here, there))
    return tuple(_between_sentences(here, there))[:_MOST_DIFFERENCES]


def _is_chinese(text: str) -> bool:
    return len(_CHINESE.findall(text)) * 5 > len(text)


def _between_sentences(here: str, there: str) -> Iterator[CopyDifference]:
    ours, theirs = _legal_sentences(here), _legal_sentences(there)
    left = {key: sentence for key, sentence in theirs.items() if key not in ours}
    for key, sentence in ours.items():
        if key in theirs:
            continue
        other = _closest(sentence, left)
        if other is not None and _legal(left[other]) != _legal(sentence):
            yield CopyDifference(here=sentence, there=left.pop(other))


def _legal_sentences(text: str) -> dict[str, str]:
    found = (sentence.text for sentence in sentences(text))
    return {re.sub(r"\s+", "", fold(one)): one for one in found if _legal(one)}


def _legal(sentence: str) -> list[str]:
    return sorted(
        re.sub(r"\s+", "", found.group()).lower() for found in _LEGAL.finditer(fold(sentence))
    )


def _closest(sentence: str, among: dict[str, str]) -> str | None:
    words = tokens(sentence)
    scored = (
        (Indel.normalized_similarity(words, tokens(other)), key) for key, other in among.items()
    )
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def _across_languages(here: str, there: str) -> Iterator[CopyDifference]:
    for ours, theirs in (
        (_days(here), _days(there)),
        (set(_SHARES.findall(here)), set(_SHARES.findall(there))),
        (set(_codes(here)), set(_codes(there))),
    ):
        if ours - theirs and theirs - ours:
            yield CopyDifference(
                here=", ".join(sorted(ours - theirs)), there=", ".join(sorted(theirs - ours))
            )


def _codes(text: str) -> Iterator[str]:
    return (found.group().replace(".", "") for found in _CODES.finditer(fold(text)))


def _days(text: str) -> set[str]:
    found = set()
    for pattern in _DAYS:
        for match in pattern.finditer(fold(text)):
            month = match["m"].lower()[:3]
            number = _MONTHS.get(month) or int(match["m"])
            found.add(f"{int(match['y']):04}-{number:02}-{int(match['d']):02}")
    return found
