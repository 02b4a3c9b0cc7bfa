"""Which instrument does a text without numbers mean, by the day, the issuer and the subject?

Candidates are the acts that the named issuer issued on the named day. Their subject words are
weighed by how rare they are in the catalogue; what does not stand out clearly is not linked.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tracker.extraction.names.catalogue import Catalogue, KnownInstrument
from tracker.extraction.names.issuers import Surroundings, issuer_names, surroundings
from tracker.extraction.spelling.calendar_words import DayNamed, days_named
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.regexps import regexp

ENOUGH = 5.0
"""The least weight of shared words."""

WORDS_ENOUGH = 2
"""The least number of shared words that are not common to the whole catalogue."""

PLENTY = 12.0
"""The weight that links a day without a year to an act of an earlier year than the last one."""

NEAR_THE_TOP = 0.85
"""What has this part of the best weight is as good as the best."""

ALIKE_AT_MOST = 2
"""More than so many equally good instruments are a tie, and a tie is none."""

CLEAR = 0.6
"""Where only a month is named, the second best may have at most this part of the best weight."""

NEIGHBOURS = 700
"""How many characters before and after the sentence of the day speak of the same subject."""

DAYS_AT_MOST = 300
"""How many named days of a text are looked at; articles have a handful."""

SENTENCES_AT_MOST = 10
"""How many sentences that name one day are taken for its subject."""

COUNTRIES = {
    "CN": r"China|Beijing|Chinese\s{1,3}government|中国|中方",
    "US": r"United\s{1,3}States|Washington|U\.S\.|美国",
    "EU": r"European\s{1,3}Union|Brussels|欧盟",
    "GB": r"United\s{1,3}Kingdom|London|Britain|英国",
    "JP": r"Japan|Tokyo|日本",
    "IN": r"India|New\s{1,3}Delhi|印度",
    "KR": r"South\s{1,3}Korea|Seoul|韩国",
    "NL": r"Netherlands|The\s{1,3}Hague|荷兰",
    "VN": r"Vietnam|Hanoi|越南",
}
"""How texts write the country instead of the issuer, right before it acts."""

_ACTS = (
    r"(?:\s{1,3}(?:has|had|have|also|on\s\w{1,10}\s[0-9]{1,2},?)){0,3}\s{0,3}"
    r"(?:announc|impos|implement|introduc|issu|unveil|publish|suspend|restrict|tighten|ban|宣布|发布"
    r"|公布|实施|出台)"
)
_ACTORS = {code: regexp(f"(?:{names}){_ACTS}") for code, names in COUNTRIES.items()}
_WORD = regexp(r"[A-Za-z][A-Za-z]+|[0-9]+(?:\.[0-9]+)?%|[一-鿿]+")
_STOP_WORDS = """
the and for with from that this which will was were are has have had its their they been not but
all any out over under into upon than then also such may can who what when where those these said
says say new per one two three first more some other of on in to by as at an or be is it china
export exports exported control controls controlled item items
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectHit:
    """An instrument, and the sentence at ``start:end`` that names its day."""

    instrument: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Scored:
    instrument: KnownInstrument
    weight: float
    words: int


def speaks_of(known: KnownInstrument, folded: str, at: int, catalogue: Catalogue) -> bool:
    """Tell whether the words around the character ``at`` fit the subject of an instrument."""
    scored = _score(known, _words_around([(at, at)], folded), _weights(catalogue))
    return scored.weight >= ENOUGH and scored.words >= WORDS_ENOUGH


def by_day_and_subject(
    text: str, folded: str, *, catalogue: Catalogue, published_on: date | None
) -> tuple[SubjectHit, ...]:
    """Return the instruments that stand out, each with the first sentence that names its day."""
    if not catalogue.instruments or not days_named(folded):
        return ()
    around = surroundings(folded, issuer_names(catalogue.issuers))
    hits: dict[str, SubjectHit] = {}
    for group in _grouped(folded, around, catalogue, published_on):
        for scored in _standing_out(group, folded, catalogue):
            low, high = _trimmed(text, *group.sentences[0])
            hit = SubjectHit(instrument=scored.instrument.id, start=low, end=high)
            hits.setdefault(scored.instrument.id, hit)
    return tuple(sorted(hits.values(), key=lambda hit: (hit.start, hit.instrument)))


@dataclass(slots=True)
class _Group:
    """One named day of one actor: the acts that it may mean, and the sentences that name it."""

    candidates: tuple[KnownInstrument, ...]
    month_only: bool
    long_ago: bool
    sentences: list[tuple[int, int]]


def _grouped(
    folded: str, around: Surroundings, catalogue: Catalogue, published_on: date | None
) -> Iterable[_Group]:
    groups: dict[tuple[str, ...], _Group] = {}
    for named in days_named(folded)[:DAYS_AT_MOST]:
        low, high = around.sentence(named.start)
        acts = _acts_of(folded, (low, high), around, catalogue)
        meant = tuple(act for act in acts if _on(named, act, published_on))
        long_ago = not meant and named.day is not None
        if long_ago:
            meant = tuple(act for act in acts if _on(named, act, None) and _past(act, published_on))
        if meant:
            key = (str(named.day), *(act.id for act in meant))
            group = groups.setdefault(key, _Group(meant, named.day is None, long_ago, []))
            if len(group.sentences) < SENTENCES_AT_MOST:
                group.sentences.append((low, high))
    return groups.values()


def _acts_of(
    folded: str, sentence: tuple[int, int], around: Surroundings, catalogue: Catalogue
) -> tuple[KnownInstrument, ...]:
    """Return the acts of the issuers, or of the acting country, that the sentence names."""
    low, high = sentence
    codes = {code for mention in around.within(low, high) for code in mention.codes}
    countries = {code for code, actor in _ACTORS.items() if actor.search(folded, low, high)}
    return tuple(
        known
        for known in catalogue.instruments
        if codes.intersection(known.issuers) or known.jurisdiction in countries
    )


def _on(named: DayNamed, act: KnownInstrument, published_on: date | None) -> bool:
    return act.issued_on is not None and named.can_be(act.issued_on, published_on=published_on)


def _past(act: KnownInstrument, published_on: date | None) -> bool:
    return act.issued_on is not None and (published_on is None or act.issued_on <= published_on)


def _standing_out(group: _Group, folded: str, catalogue: Catalogue) -> tuple[_Scored, ...]:
    words = _words_around(group.sentences, folded)
    weights = _weights(catalogue)
    scored = sorted(
        (_score(known, words, weights) for known in group.candidates),
        key=lambda one: (-one.weight, one.instrument.id),
    )
    best = scored[0]
    enough = PLENTY if group.long_ago else ENOUGH
    if best.weight < enough or best.words < WORDS_ENOUGH:
        return ()
    if group.month_only:
        clear = len(scored) == 1 or scored[1].weight <= CLEAR * best.weight
        return (best,) if clear else ()
    top = tuple(one for one in scored if one.weight >= NEAR_THE_TOP * best.weight)
    return top if len(top) <= ALIKE_AT_MOST else ()


def _score(known: KnownInstrument, words: frozenset[str], weights: dict[str, float]) -> _Scored:
    shared = [weights[word] for word in _subject(known) & words]
    telling = sum(1 for weight in shared if weight > 1)
    return _Scored(known, sum(shared), telling)


def _words_around(sentences: Iterable[tuple[int, int]], folded: str) -> frozenset[str]:
    found: set[str] = set()
    for low, high in sentences:
        found.update(tokens(folded[max(0, low - NEIGHBOURS) : high + NEIGHBOURS]))
    return frozenset(found)


def _trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    quote = text[low:high]
    low += len(quote) - len(quote.lstrip())
    return low, low + len(quote.strip())


@lru_cache(maxsize=4096)
def _subject(known: KnownInstrument) -> frozenset[str]:
    return frozenset(tokens(fold(f"{known.title} {known.subject_words}")))


@lru_cache(maxsize=4)
def _weights(catalogue: Catalogue) -> dict[str, float]:
    """Return for each subject word how telling it is: the logarithm of its rarity."""
    counts = Counter(word for known in catalogue.instruments for word in _subject(known))
    total = len(catalogue.instruments)
    return {word: math.log((total + 1) / (count + 0.5)) for word, count in counts.items()}


def tokens(folded: str) -> Iterator[str]:
    """Yield the words of ``folded``: English without endings, Chinese in pairs of characters."""
    for found in _WORD.finditer(folded):
        word = found.group()
        if not word[0].isascii():
            yield from (word[i : i + 2] for i in range(len(word) - 1))
        elif (lower := word.lower()) not in _STOP and len(lower) > 2:
            yield _stem(lower)


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending) + ("y" if ending == "ies" else "")
    return word
