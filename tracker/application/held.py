"""What does the log hold on the acts that a text speaks of? (found by look-ups alone)"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from tracker.domain.events import Event, record_stream
from tracker.domain.facts import EffectAccepted
from tracker.domain.identifiers import PAGES, PROVISION_MARK, STAR, covers, instrument_of
from tracker.domain.records import Claim, Effect, Instrument, Link, Measure
from tracker.domain.reviews import EffectSignedOff
from tracker.extraction.names.provisions import below, same_provision
from tracker.projection.reading import read

Find = Callable[[Iterable[str]], Mapping[str, tuple[Event, ...]]]
"""Return the events filed under each key that has any (see `tracker.ports.EventLog.find`)."""

T = TypeVar("T")


class Held:
    """The log, asked about acts. Sees what the transaction of ``find`` sees."""

    def __init__(self, find: Find) -> None:
        self.find = find

    def instrument(self, id: str) -> Instrument | None:
        """Return the latest version of an instrument."""
        return _latest(self._of(Instrument, record_stream("instrument", id)))

    def measures(self, instrument: str) -> dict[str, Measure]:
        """Return the latest version of each measure of an instrument, in recorded order."""
        return {item.id or "": item for item in self._of(Measure, f"p:{instrument}")}

    def effects_on(self, target: str, *, affecting: str) -> list[Effect]:
        """Return the effects of an instrument that reach a target and are not retracted."""
        keys = [f"t:{target}", f"t:{instrument_of(target)}"]
        keys += [f"t:{target[:length]}{STAR}" for length in range(len(target) + 1)]
        found = {item.id or "": item for item in self._of(Effect, *keys)}
        mine = [item for item in found.values() if item.affecting == affecting]
        return self._standing(item for item in mine if _reaches(item, target))

    def own_effects(self, act: str) -> list[Effect]:
        """Return the effects of an act on itself and its own measures that are not retracted."""
        keys = [f"t:{id}" for id in (act, f"{act}{PROVISION_MARK}{STAR}", *self.measures(act))]
        found = {item.id or "": item for item in self._of(Effect, *keys)}
        return self._standing(item for item in found.values() if item.affecting == act)

    def effect(self, id: str) -> Effect | None:
        """Return an effect that is not retracted."""
        return next(iter(self._standing(self._of(Effect, record_stream("effect", id)))), None)

    def is_recorded(self, *keys: str) -> bool:
        """Tell whether anything is filed under one of the keys."""
        return bool(self.find(keys))

    def acceptance(self, effect: str) -> EffectAccepted | None:
        """Return who let an effect count, the last word on it."""
        return _latest(self._of(EffectAccepted, record_stream("effect", effect)))

    def is_signed_off(self, effect: str) -> bool:
        """Tell whether a person has read what a policy accepted."""
        return any(True for _ in self._of(EffectSignedOff, record_stream("effect", effect)))

    def claims_about(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims about some acts or measures, once each."""
        found = self._of(Claim, *(f"c:{id}" for id in ids))
        return list({item.id or "": item for item in found}.values())

    def has_link(self, id: str) -> bool:
        """Tell whether a link is recorded."""
        return any(True for _ in self._of(Link, record_stream("link", id)))

    def resolve(self, target: str) -> tuple[str, ...] | None:
        """Return the recorded ids that a target means, ``None`` where no record bears it.

        A provision that no measure bears means the measures listed under it: ``#2`` the measures
        ``#2a`` and ``#2b``, but not ``#20``.
        """
        if target.endswith(STAR):
            return (target,)
        instrument = instrument_of(target)
        if instrument.startswith(PAGES):
            act = self._printed_at(instrument)
            return None if act is None else self.resolve(act + target.removeprefix(instrument))
        if PROVISION_MARK not in target:
            return (target,) if self.is_recorded(record_stream("instrument", target)) else None
        known = self.measures(instrument)
        if target in known:
            return (target,)
        wanted = target.partition(PROVISION_MARK)[2]
        provisions = {id: id.partition(PROVISION_MARK)[2] for id in known}
        same = tuple(id for id, own in provisions.items() if same_provision(own, wanted))
        return same or tuple(id for id, own in provisions.items() if below(own, wanted)) or None

    def _printed_at(self, page: str) -> str | None:
        """Return the one act that the Federal Register printed at a page, if it is recorded."""
        acts = {item.id or "" for item in self._of(Instrument, f"n:{page}")}
        return acts.pop() if len(acts) == 1 else None

    def _standing(self, effects: Iterable[Effect]) -> list[Effect]:
        found = list(effects)
        gone = self.find(f"r:{item.id}" for item in found)
        return [item for item in found if f"r:{item.id}" not in gone]

    def _of(self, kind: type[T], *keys: str) -> Iterator[T]:
        for events in self.find(dict.fromkeys(keys)).values():
            for event in events:
                held = read(event)
                if isinstance(held, kind):
                    yield held


def _latest(versions: Iterable[T]) -> T | None:
    last = None
    for last in versions:  # noqa: B007 - the last one is wanted
        pass
    return last


def _reaches(effect: Effect, target: str) -> bool:
    return any(
        covers(item, target) if PROVISION_MARK in target else item == target
        for item in effect.affected
    )
