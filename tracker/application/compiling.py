"""Which measures does something new in the log bear on, so that they alone are compiled anew?"""

from collections.abc import Iterable, Iterator

from tracker.domain.facts import EffectAccepted, Fact, RecordAnnotated
from tracker.domain.identifiers import STAR, instrument_of, is_measure
from tracker.domain.records import (
    Effect,
    Instrument,
    Measure,
    Record,
    Retraction,
    Verification,
)
from tracker.domain.reviews import EffectSignedOff
from tracker.projection.panorama import Panorama
from tracker.projection.register import Register

MOST = 200
"""So many new records are followed one by one; where more came, everything is compiled."""


def compiled(register: Register) -> Panorama:
    """Return every measure of a register, compiled."""
    register.moved.clear()
    return Panorama(register.dossier(measure) for measure in register.measure_ids())


def renewed(panorama: Panorama, register: Register) -> Panorama:
    """Return the panorama with what moved in the register since it was last compiled."""
    moved = tuple(register.moved)
    if len(moved) > MOST:
        return compiled(register)
    acts = {_about(record) for record in moved if isinstance(record, Instrument | RecordAnnotated)}
    concerned = {one for record in moved for one in _concerned(record, register)}
    if acts:
        concerned.update(panorama.citing(acts))
    register.moved.clear()
    known = (measure for measure in sorted(concerned) if measure in register.measures)
    panorama.renew(register.dossier(measure) for measure in known)
    return panorama


def _about(record: Instrument | RecordAnnotated) -> str:
    return record.about if isinstance(record, RecordAnnotated) else record.id or ""


def _concerned(record: Record | Fact, register: Register) -> Iterable[str]:
    match record:
        case Measure():
            return (record.id or "",)
        case Instrument():
            return register.measures_of.get(record.id or "", ())
        case Effect():
            return _reached(record.affected, register)
        case Verification() | EffectAccepted() | EffectSignedOff():
            return _of_effect(record.effect, register)
        case RecordAnnotated():
            return (*_reached((record.about,), register), *_of_effect(record.about, register))
        case Retraction():
            about = (record.effect, *_verified(record.effect, register))
            return (one for effect in about for one in _of_effect(effect, register))
        case _:
            return ()


def _of_effect(effect: str, register: Register) -> Iterable[str]:
    found = register.effects.get(effect)
    return _reached(found.record.affected, register) if found else ()


def _verified(verification: str, register: Register) -> Iterator[str]:
    """Yield the effect that a verification of that id is about."""
    for effect, words in register.verifications.items():
        if any(word.record.id == verification for word in words):
            yield effect


def _reached(targets: Iterable[str], register: Register) -> Iterator[str]:
    for target in targets:
        if target.endswith(STAR):
            start = target.removesuffix(STAR)
            yield from (one for one in register.measure_ids() if one.startswith(start))
        elif is_measure(target):
            yield target
        else:
            yield from register.measures_of.get(instrument_of(target), ())
