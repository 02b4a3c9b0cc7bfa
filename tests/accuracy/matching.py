"""Which record of the answer stands for which record of the gold?

A measure counts as the effect that imposes it. A record is compared target by target, because an
answer may tell in four effects what the gold tells in one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.accuracy.labelled import Record

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_ARABIC = {roman: str(number) for number, roman in enumerate(_ROMAN, start=1)}
_BRACKET = re.compile(r"[(（].*?[)）]")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Unit:
    """One record and one of the things that it touches; ``record`` is its place in ``moving``."""

    record: int
    target: str


@dataclass
class Pairing:
    """Which records of the answer (``read``) stand for which of the gold (``meant``).

    ``pairs`` has every pair of units that agree; ``missed`` and ``extra`` are units without a
    partner. ``partners`` tells, for a record of the gold, the records that were read for it.
    """

    meant: tuple[Record, ...]
    read: tuple[Record, ...]
    pairs: list[tuple[Unit, Unit]] = field(default_factory=list)
    missed: list[Unit] = field(default_factory=list)
    extra: list[Unit] = field(default_factory=list)
    partners: dict[int, list[int]] = field(default_factory=dict)

    @property
    def unpaired(self) -> tuple[Record, ...]:
        """The records of the answer that stand for nothing in the gold."""
        used = {record for records in self.partners.values() for record in records}
        return tuple(record for place, record in enumerate(self.read) if place not in used)

    def read_for(self, place: int) -> tuple[Record, ...]:
        """Return what was read for the record of the gold at ``place``."""
        return tuple(self.read[index] for index in self.partners.get(place, ()))


def moving(answer: Record) -> tuple[Record, ...]:
    """Return measures and effects of a gold or an answer in one form, with ``affected``."""
    measures = ({**record, "affected": [record["id"]]} for record in answer.get("measures") or ())
    return (*measures, *(answer.get("effects") or ()))


def paired(gold: Record, answer: Record) -> Pairing:
    """Pair the records of both, the closest first; a split record may have several partners."""
    pairing = Pairing(meant=moving(gold), read=moving(answer))
    wanted, given = _units(pairing.meant), _units(pairing.read)
    ranked = sorted(
        (
            (-_closeness(pairing, left, right), at, to)
            for at, left in enumerate(wanted)
            for to, right in enumerate(given)
            if _same(pairing, left, right)
        ),
    )
    taken: dict[int, int] = {}
    for _, at, to in ranked:
        if at not in taken and to not in taken.values():
            taken[at] = to
            _join(pairing, wanted[at], given[to])
    pairing.missed = [unit for at, unit in enumerate(wanted) if at not in taken]
    left_over = [unit for to, unit in enumerate(given) if to not in taken.values()]
    pairing.extra = [unit for unit in left_over if not _split(pairing, wanted, taken, unit)]
    return pairing


def plain(target: str) -> str:
    """Return an id with the numbers of its provision in one form: ``#ii-1`` as ``#2-1``."""
    instrument, mark, provision = target.partition("#")
    parts = (_ARABIC.get(part, part) for part in provision.split("-"))
    return instrument + mark + "-".join(parts)


def same_party(one: str, other: str) -> bool:
    """Tell whether two names mean one firm: equal, or one without what stands in brackets."""
    left, right = _name(one), _name(other)
    if not left or not right:
        return False
    return left == right or _name(_BRACKET.sub("", one)) == _name(_BRACKET.sub("", other))


def _name(party: str) -> str:
    return _NO_LETTER.sub("", party).casefold()


def _units(records: Iterable[Record]) -> list[Unit]:
    return [
        Unit(record=place, target=target)
        for place, record in enumerate(records)
        for target in dict.fromkeys(map(plain, record.get("affected") or ("",)))
    ]


def _same(pairing: Pairing, left: Unit, right: Unit) -> bool:
    meant, read = pairing.meant[left.record], pairing.read[right.record]
    hints = meant.get("scoring", {})
    if read.get("kind") not in hints.get("kind_ok", [meant["kind"]]):
        return False
    if left.target != right.target and not any(
        _covers(plain(other), right.target)
        for other in (*hints.get("affected_ok", ()), *hints.get("id_ok", ()))
    ):
        return False
    return _narrowed_alike(meant.get("parties") or (), read.get("parties") or ())


def _covers(pattern: str, target: str) -> bool:
    if pattern.endswith("*"):
        return target.startswith(pattern[:-1]) and len(target) >= len(pattern)
    return pattern == target


def _narrowed_alike(meant: Iterable[str], read: Iterable[str]) -> bool:
    wanted, given = tuple(meant), tuple(read)
    if not wanted or not given:
        return not wanted and not given
    return any(same_party(one, other) for one in wanted for other in given)


def _closeness(pairing: Pairing, left: Unit, right: Unit) -> float:
    meant, read = pairing.meant[left.record], pairing.read[right.record]
    dates = sum(meant.get(key) == read.get(key) for key in ("from", "through"))
    return 4 * dates + 2 * (left.target == right.target) + _shared(meant, read)


def _shared(meant: Record, read: Record) -> float:
    """Return which part of the words of both terms they have in common."""
    one, other = (set(re.findall(r"[\w.]+", str(part.get("terms")))) for part in (meant, read))
    return len(one & other) / max(1, len(one | other))


def _join(pairing: Pairing, left: Unit, right: Unit) -> None:
    pairing.pairs.append((left, right))
    partners = pairing.partners.setdefault(left.record, [])
    if right.record not in partners:
        partners.append(right.record)


def _split(pairing: Pairing, wanted: list[Unit], taken: dict[int, int], unit: Unit) -> bool:
    """Take ``unit`` for one more part of a paired record with the very same days, if it is."""
    read = pairing.read[unit.record]
    for at in taken:
        meant = pairing.meant[wanted[at].record]
        days = all(meant.get(key) == read.get(key) for key in ("from", "through"))
        if days and _same(pairing, wanted[at], unit):
            partners = pairing.partners[wanted[at].record]
            if unit.record not in partners:
                partners.append(unit.record)
            return True
    return False
