"""On which sentences, or on whose hands, does a line rest?"""

from collections.abc import Iterable, Iterator

from tracker.digests.lines import Grounds, Quote
from tracker.digests.naming import Directory
from tracker.domain.records import Effect, Evidence, Verification, evidence_of
from tracker.domain.republishing import republished
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
    return Grounds(
        quotes=tuple(
            dict.fromkeys(quote for effect in effects for quote in quotes(directory, effect))
        ),
        urls=tuple(dict.fromkeys(_urls(directory, (*ids, *acts)))),
        by=accepted_by(directory, next(iter(ids), "")),
        confidence=min(confidences, key=_doubtful, default=None),
        notes=tuple(dict.fromkeys(note.text for note in notes if note.text)),
        noted_on=directory.noted_on((*ids, *acts)),
    )


def grounds_of_act(directory: Directory, act: str) -> Grounds:
    """Return what the record of an act rests on."""
    note = directory.note(act)
    return Grounds(
        quotes=(),
        urls=tuple(dict.fromkeys(_urls(directory, [act]))),
        by=BY_IMPORT,
        confidence=note.confidence if note else None,
        notes=(note.text,) if note and note.text else (),
        noted_on=directory.noted_on([act]),
    )


def quotes(directory: Directory, record: Effect | Verification) -> Iterator[Quote]:
    """Yield the sentences that a record rests on, as far as their sources let them be shown."""
    for item in evidence_of(record):
        rule = republish_rule(directory.register.sources, item.announcement)
        if shown := republished(item.quote, rule):
            yield Quote(text=shown, source=_place(item))


def accepted_by(directory: Directory, effect: str) -> str:
    """Return who let an effect count; without a word of its own, an import did."""
    visible = [
        item
        for item in directory.register.acceptances.get(effect, ())
        if item.at < directory.recorded_before
    ]
    return visible[-1].record.by if visible else BY_IMPORT


def _place(item: Evidence) -> str | None:
    return item.url or item.announcement


def _urls(directory: Directory, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        note, record = directory.note(key), directory.record(key)
        yield from note.urls if note else ()
        yield from (source.url for source in (record.sources if record else ()) if source.url)


def _doubtful(confidence: str) -> int:
    return {"low": 0, "medium": 1}.get(confidence, 2)
