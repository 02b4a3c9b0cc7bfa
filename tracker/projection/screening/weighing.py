"""How do yes, no and "cannot say" add up, and what was compared on the way?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum


class State(IntEnum):
    """Whether a condition is met; `OPEN` lies between, so that `min` is "and", `max` is "or"."""

    NO = 0
    OPEN = 1
    YES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One comparison: what the rule asks (``operator``, ``asked``) beside what was ``given``.

    ``given`` is ``None`` where the product does not say. ``note`` says what was taken for granted,
    or who reads the rule otherwise.
    """

    fact: str
    operator: str
    asked: str
    given: str | None
    met: bool | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one condition of a rule fares.

    ``missing`` names facts that the product could give, ``doubts`` what we ourselves do not hold or
    cannot match. Both matter only while the whole is `OPEN`. ``counted`` are those of the missing
    facts that a limit counts, each with what the terms call it.
    """

    state: State
    compared: tuple[Compared, ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    counted: tuple[tuple[str, str], ...] = ()


MET = Part(state=State.YES)


def compared(
    fact: str, operator: str, asked: str, given: str | None, state: State, note: str | None = None
) -> Compared:
    """Note a comparison with its outcome."""
    met = None if state is State.OPEN else state is State.YES
    return Compared(fact=fact, operator=operator, asked=asked, given=given, met=met, note=note)


def not_compared(what: str, asked: str) -> str:
    """Say that a term asks something that nothing told of a product can be held against."""
    return f"its {what} is not compared here: {asked.replace('_', ' ')}"


def every(parts: Iterable[Part]) -> Part:
    """Return the parts as one that is met when each of them is."""
    found = [part for part in parts if part is not MET]
    if len(found) == 1:
        return found[0]
    return _merged(found, min((part.state for part in found), default=State.YES))


def some(parts: Iterable[Part]) -> Part:
    """Return the parts as one that is met when any of them is; only the best are told of."""
    found = list(parts)
    if len(found) == 1:
        return found[0]
    state = max((part.state for part in found), default=State.NO)
    return _merged([part for part in found if part.state is state], state)


def _merged(parts: Sequence[Part], state: State) -> Part:
    told = tuple(item for part in parts for item in part.compared)
    if state is not State.OPEN:
        return Part(state=state, compared=told)
    return Part(
        state=state,
        compared=told,
        missing=tuple(dict.fromkeys(item for part in parts for item in part.missing)),
        doubts=tuple(dict.fromkeys(item for part in parts for item in part.doubts)),
        counted=tuple(dict.fromkeys(item for part in parts for item in part.counted)),
    )
