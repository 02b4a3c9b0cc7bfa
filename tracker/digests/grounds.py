"""On which sentences, or on whose hands, does a line rest?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tracker.digests.lines import Grounds, Quote
from tracker.digests.naming import Directory
from tracker.domain.days import instant_of
from tracker.domain.facts import EffectAccepted
from tracker.domain.identifiers import first_version
from tracker.domain.policy import ACTOR_PREFIX
from tracker.domain.records import Claim, Effect, Evidence, Verification, evidence_of
from tracker.domain.republishing import republished, strictest
from tracker.projection.dossier import Recorded
from tracker.projection.sources import republish_rule

BY_RULEBOOK = "rulebook"
BY_IMPORT = "import"
BY_HAND = (BY_RULEBOOK, BY_IMPORT)
"""Who lets effects count without having read a stored sentence."""


def grounds(directory: Directory, effects: Iterable[Effect]) -> Grounds:
    """Return what the effects rest on: their sentences, or where they were entered from."""
    effects = tuple(effects)
    ids = dict.fromkeys(effect.id or "" for effect in effects)
    acts = dict.fromkeys(effect.affecting for effect in effects)
    notes = [note for key in (*ids, *acts) if (note := directory.note(key))]
    confidences = dict.fromkeys(note.confidence for note in notes if note.confidence)
    shown = dict.fromkeys(quote for effect in effects for quote in quotes(directory, effect))
    return Grounds(
        quotes=tuple(shown),
        withheld=not shown and any(part.quote for one in effects for part in evidence_of(one)),
        urls=tuple(dict.fromkeys(_urls(directory, (*ids, *acts)))),
        by=accepted_by(directory, next(iter(ids), "")),
        confidence=min(confidences, key=_doubtful, default=None),
        notes=directory.remarks((*ids, *acts)),
        unread=any(_is_unread(directory, id) for id in ids),
        accepted_on=_accepted_on(directory, next(iter(ids), "")),
    )


def grounds_of_act(directory: Directory, act: str) -> Grounds:
    """Return what the record of an act rests on."""
    note = directory.note(act)
    return Grounds(
        quotes=(),
        urls=tuple(dict.fromkeys(_urls(directory, [act]))),
        by=BY_IMPORT,
        confidence=note.confidence if note else None,
        notes=directory.remarks([act]),
    )


def quotes(directory: Directory, record: Effect | Verification) -> Iterator[Quote]:
    """Yield the sentences that tell, as far as their sources let them be shown.

    Codes, numbers and single words on which fields rest say nothing by themselves; `tracker status`
    has them all.
    """
    for item in _telling(evidence_of(record)):
        rule = republish_rule(directory.register.sources, item.announcement)
        if shown := republished(item.quote, rule):
            yield Quote(text=shown, source=_place(directory, item))


_FRAGMENTS = frozenset(
    [
        "control_codes",
        "control_codes_unconfirmed",
        "destinations",
        "elements",
        "end_use",
        "hs_codes",
        "issued_on",
        "kind",
        "number",
        "origin",
        "requirement",
        "technology_origin",
        "thresholds",
    ]
)
"""Fields whose evidence is a word or two out of a sentence."""


def _telling(items: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield what is more than a fragment, each stretch of text once; all, if nothing is more."""
    whole = [item for item in items if item.field not in _FRAGMENTS] or list(items)
    told: list[Evidence] = []
    for item in sorted(whole, key=lambda one: -len(one.quote or "")):
        held = (one for one in told if one.announcement == item.announcement)
        if item.quote and not any(item.quote in (one.quote or "") for one in held):
            told.append(item)
    yield from (item for item in whole if item in told)


def shown_words(directory: Directory, claim: Claim) -> str | None:
    """Return of a claim's words what its source lets be shown, ``None`` for nothing."""
    sources = directory.register.sources
    rules = (republish_rule(sources, part.announcement) for part in evidence_of(claim))
    return republished(claim.text, strictest(rules))


def accepted_by(directory: Directory, effect: str) -> str:
    """Return who let an effect count; without a word of its own, an import did."""
    found = _acceptance(directory, effect)
    return found.record.by if found else BY_IMPORT


def _accepted_on(directory: Directory, effect: str) -> date | None:
    found = _acceptance(directory, effect)
    return instant_of(found.at).date() if found else None


def _acceptance(directory: Directory, effect: str) -> Recorded[EffectAccepted] | None:
    """Return the last word on who let an effect count, as recorded by then."""
    visible = [
        item
        for item in directory.register.acceptances.get(effect, ())
        if item.at < directory.recorded_before
    ]
    return visible[-1] if visible else None


def _is_unread(directory: Directory, effect: str) -> bool:
    """Tell whether a policy let an effect count that no person has read by then."""
    signed = directory.register.reviews.signed_off.get(effect, ())
    return accepted_by(directory, effect).startswith(ACTOR_PREFIX) and not any(
        item.at < directory.recorded_before for item in signed
    )


def _place(directory: Directory, item: Evidence) -> str | None:
    """Return where a sentence stands: an address, or else what we call its announcement."""
    if item.url or not item.announcement:
        return item.url
    known = directory.register.announcements
    found = known.get(item.announcement) or known.get(first_version(item.announcement))
    return (found and (found.record.final_url or found.record.url)) or item.announcement


def _urls(directory: Directory, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        note, record = directory.note(key), directory.record(key)
        yield from note.urls if note else ()
        yield from (source.url for source in (record.sources if record else ()) if source.url)


def _doubtful(confidence: str) -> int:
    return {"low": 0, "medium": 1}.get(confidence, 2)
