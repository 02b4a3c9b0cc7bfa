"""Which issuer does a text mean, right beside a number or near it?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from tracker.extraction.names.catalogue import KnownIssuer
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.regexps import regexp
from tracker.extraction.spelling.sieve import sieve_of

REACH = 400
"""How many characters before a number an issuer may stand in another sentence."""

LONGEST = 600
"""How far a sentence reaches at most, each way."""

_WINDOW = 120
_JOINING = regexp(
    r"(?:\b(?i:of\s(?:the\sPeople['’]s\sRepublic\sof\s)?(?:China|Japan|India))\b|[\s、,()&·-]|'[sS]?|\b(?i:and|joint(?:ly)?|the|public)\b|联合|会同|共同|和|与|及|关于){1,8}$"
)
_JOINS_END = frozenset("、,()&·-'andsytecANDSYTEC合同与和及于")
"""With which characters such words end, beside blanks."""
_JOINS_HOLD = frozenset("of the People's Republic China Japan India and jointly public".lower())
_JOINS_HOLD |= frozenset("’、,()&·-联合会同共和与及关于")
"""Of which characters such words are made, beside blanks."""
_ZH_BODY = regexp(
    r"(?<![我本贵])(?:(?<!全)部|局|署|委|(?<![与将不机社])会|院|(?<![执施进举发履])行|办|厅|府|机制)$"
)
_ZH_BODY_REACH = 4
_EN_BODY = (
    r"(?:Ministry|Department|Bureau|Council|Commission|Administration|Agency|Office|Committee"
    r"|Board|Authority|Directorate|Treasury|Government)"
)
_EN_BODY_BEFORE = regexp(
    rf"(?<!\b[Ff]or\sthe\s)(?<!\b[Oo]n\sthe\s){_EN_BODY}"
    r"(?:(?!\n(?:On|Concerning|Regarding)\s)\s(?:of|for|and|the|on|(?!Measures\b|R(?:egulations|ules)\b|Provisions\b)[A-Z][\w&'-]{0,20}),?){0,8}$"
)
"""A body at the end of a text; that ``for the Administration of`` which rules are made is none."""
_MENU = regexp(r"[|>»›][^\n]{0,60}$")
"""How the path of a page ends, whose bodies are not those that issue an act."""
_ACRONYM_BEFORE = regexp(
    r"(?<![A-Za-z])(?!(?:LLC|LLP|PLC|LTD|INC|JSC|OOO|FZE|FZC|GMBH|BHD|ASA|SAS|SRL)$)[A-Z]{3,8}$"
)
"""A short name in capitals that may be a body's; how firms end their names is none."""
_BY = regexp(
    r"\s{0,3}\(?(?:,?\s?(?:jointly\s)?(?:issued|released|published|announced)\s)?(?:of|by|from)\s"
    r"(?:the\s|China's\s|the\sChinese\s|Chinese\s){0,2}"
)
_EN_BODY_AFTER = regexp(rf"(?:[A-Z][\w'-]{{0,20}}\s){{0,4}}{_EN_BODY}\b")
_ABOUT = regexp(r"(?:\sof\sthe\sPeople's\sRepublic\sof\sChina)?\son\s(?!the\s[A-Z])")
"""What behind a known body leads to the matter of its act, and not on with a longer name."""
_STYLE = 40
_SENTENCE_END = regexp(r"[.!?](?=\s+[A-Z\"'(])|[。！？!?;\n]")


_APPROVED_BY = regexp(
    r"(?i)\b(?:approv(?:al|ed)|consent|permission|authori[sz]ation|agreement|opinions?)\s(?:of|by|from)\s(?:the\s)?$"
)
"""What stands before a body that only agreed: ``with the approval of the State Council, No. 9``."""
_AGREEMENT = 40


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text writes the name of an issuer; one name may be borne by several."""

    start: int
    end: int
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Attached:
    """What stands right beside a number.

    ``codes`` are the issuers that may be meant by the first name, ``start`` is where the names
    begin. ``foreign`` tells that a body stands there which is not known.
    """

    codes: frozenset[str] = frozenset()
    start: int | None = None
    foreign: bool = False


class IssuerNames:
    """The names of the known issuers, ready to be found in folded text."""

    def __init__(self, issuers: Iterable[KnownIssuer]) -> None:
        self.issuers = tuple(issuers)

    @cached_property
    def _codes(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for issuer in self.issuers:
            for name in (issuer.code, *issuer.names):
                if folded := _key(fold(name).strip()):
                    found.setdefault(folded, set()).add(issuer.code)
        return {name: frozenset(codes) for name, codes in found.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._codes, key=lambda name: (-len(name), name))
        exact = [name for name in names if not name.isascii()]
        short = [name for name in names if _is_acronym(name)]
        long = [name for name in names if name.isascii() and not _is_acronym(name)]
        parts = [_any_of(exact)] if exact else []
        parts += [rf"\b{_any_of(short)}\b"] if short else []
        parts += [rf"(?<!-)\b(?i:{_any_of(long)})\b"] if long else []
        return re.compile("|".join(parts) if parts else r"(?!)")

    def mentions(self, folded: str) -> tuple[Mention, ...]:
        """Return every place where ``folded`` names an issuer, the longest name at each."""
        return tuple(
            Mention(found.start(), found.end(), self._codes[_key(found.group())])
            for found in sieve_of(folded).matches(self._pattern)
        )


def _may_join(char: str) -> bool:
    return char in _JOINS_HOLD or char.lower() in _JOINS_HOLD or char.isspace()


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern for the longest of these names at a place, each letter tried once."""
    rests: dict[str, list[str]] = {}
    for name in names:
        rests.setdefault(name[:1], []).append(name[1:])
    ends = rests.pop("", None) is not None
    parts = [_one_of(first, rest) for first, rest in rests.items()]
    if not parts:
        return ""
    return "(?:" + "|".join([*parts, ""] if ends else parts) + ")"


def _one_of(first: str, rests: list[str]) -> str:
    """Return a pattern for a letter and what may stand behind it."""
    pairs = zip(min(rests), max(rests), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return re.escape(first + rests[0][:shared]) + _any_of(rest[shared:] for rest in rests)


def _is_acronym(name: str) -> bool:
    return name.isascii() and " " not in name and len(name) <= 8


def _key(name: str) -> str:
    return name if _is_acronym(name) else name.lower()


@lru_cache(maxsize=16)
def issuer_names(issuers: tuple[KnownIssuer, ...]) -> IssuerNames:
    """Return the names of these issuers, made ready once: every text asks for them."""
    return IssuerNames(issuers)


@lru_cache(maxsize=4)  # one reading asks for those of the same text several times
def surroundings(folded: str, names: IssuerNames) -> "Surroundings":
    """Return the issuers of a text."""
    return Surroundings(folded, names)


class Surroundings:
    """The issuers of one text, asked for by place."""

    def __init__(self, folded: str, names: IssuerNames) -> None:
        self._folded = folded
        self.mentions = names.mentions(folded)
        self._by_end = {mention.end: mention for mention in self.mentions}
        self._by_start = {mention.start: mention for mention in self.mentions}
        self._begins = [mention.start for mention in self.mentions]
        self._sieve = sieve_of(folded)
        self._chains = self._chained()
        self._chains_begin = [mention.start for mention in self._chains]

    def beside(self, start: int, end: int) -> Attached:
        """Return the issuer written right before ``start``, else the one named right after."""
        before = self._before(start)
        return before if before.codes or before.foreign else self._after(end)

    def near(self, start: int, end: int) -> tuple[frozenset[str], ...]:
        """Return the issuers that a number without one may belong to, the likeliest first.

        First those of its own sentence, before and after it, then those shortly before, then all.
        Of a joint group (``MOFCOM and GACC``) only the first counts, because it numbers.
        """
        low, high = self.sentence(start)
        since, first = self._index(start - REACH), self._index(low)
        here, last = self._index(start), self._index(high)
        ahead = reversed(self._chains[first:here])
        behind = self._chains[here:last]
        shortly = reversed(self._chains[since:first])
        near = (mention.codes for mention in (*ahead, *behind, *shortly))
        return tuple(dict.fromkeys((*near, *self._everybody)))

    @cached_property
    def _everybody(self) -> tuple[frozenset[str], ...]:
        return tuple(dict.fromkeys(mention.codes for mention in self._chains))

    def _index(self, at: int) -> int:
        """Return how many groups begin before ``at``."""
        return bisect_left(self._chains_begin, at)

    def within(self, low: int, high: int) -> tuple[Mention, ...]:
        """Return the mentions that begin in ``low:high``."""
        return self.mentions[bisect_left(self._begins, low) : bisect_left(self._begins, high)]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the bounds of the sentence around ``at``, at most `LONGEST` each way."""
        low, high = max(0, at - LONGEST), min(len(self._folded), at + LONGEST)
        place = bisect_right(self._ends, at)
        if place:
            low = max(low, self._ends[place - 1])
        if place < len(self._ends):
            high = min(high, self._ends[place])
        return low, high

    @cached_property
    def _ends(self) -> list[int]:
        """Where each sentence ends (exclusive), in order."""
        return [found.end() for found in _SENTENCE_END.finditer(self._folded)]

    def _chained(self) -> tuple[Mention, ...]:
        """Return the first mention of every joint group."""
        firsts: list[Mention] = []
        last_end = -1
        for mention in self.mentions:
            between = self._folded[last_end : mention.start]
            joined = last_end >= 0 and len(between) < 30 and _JOINING.fullmatch(between)
            if not joined and not self.agrees(mention):
                firsts.append(mention)
            last_end = mention.end
        return tuple(firsts)

    def agrees(self, mention: Mention) -> bool:
        """Tell whether a body only agreed to what another one did."""
        before = max(0, mention.start - _AGREEMENT)
        return _APPROVED_BY.search(self._folded, before, mention.start) is not None

    def _before(self, at: int) -> Attached:
        """Walk back over ``商务部 海关总署`` or ``MOFCOM and the GACC`` to the first name."""
        first: Mention | None = None
        while True:
            at = self._skip_joining(at)
            mention = self._by_end.get(at)
            if mention is None:
                break
            first, at = mention, mention.start
        if first is not None and self.agrees(first):
            return Attached()
        before = at if first is None else self._skip_joining(first.start)
        above = first is not None and "\n" in self._folded[before : first.start]
        foreign = self._foreign_before(before, above=above)
        if first is None:
            return Attached(foreign=foreign)
        if foreign and self._skip_joining(first.start) != first.start:
            return Attached(foreign=True)
        return Attached(codes=first.codes, start=first.start)

    def _skip_joining(self, at: int) -> int:
        last = self._folded[max(0, at - 1) : at]
        if last not in _JOINS_END and not last.isspace():
            return at
        low, least = at - 1, max(0, at - 60)
        while low > least and _may_join(self._folded[low - 1]):
            low -= 1
        found = _JOINING.search(self._folded, low, at)
        return found.start() if found else at

    def _foreign_before(self, at: int, *, above: bool) -> bool:
        """Tell whether a body that is not known stands before; ``above``: in another line."""
        window = self._folded[max(0, at - _WINDOW) : at]
        if above and _MENU.search(window.rstrip()):
            return False
        if _ZH_BODY.search(window[-_ZH_BODY_REACH:]):
            return True
        body = self._sieve.search(_EN_BODY_BEFORE, max(0, at - _WINDOW), at)
        if body is not None and not self._is_about(body):
            return True
        return not above and _ACRONYM_BEFORE.search(window) is not None

    def _is_about(self, body: re.Match[str]) -> bool:
        """Tell whether a known body stands there, and what its notice is about behind it.

        ``the Notice of the Ministry of Commerce on Antimony (Notice No. 3)``.
        """
        low = max(0, body.start() - _STYLE)
        known = (one for one in self.within(low, body.end()) if one.end <= body.end())
        return any(_ABOUT.match(self._folded, one.end) is not None for one in known)

    def _after(self, at: int) -> Attached:
        found = _BY.match(self._folded, at)
        if found is None:
            return Attached()
        for at in range(found.start(), found.end() + 1):  # the style may be part of the name
            if at in self._by_start:
                return Attached(codes=self._by_start[at].codes)
        return Attached(foreign=_EN_BODY_AFTER.match(self._folded, found.end()) is not None)
