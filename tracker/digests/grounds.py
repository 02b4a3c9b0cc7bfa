"""On which sentences, or on whose hands, does a line rest?"""

from collections.abc import Iterable, Iterator

from tracker.digests.lines import Grounds, Quote
from tracker.digests.naming import Directory
from tracker.domain.records import Effect, Evidence, Verification, evidence_of

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
        quotes=tuple(dict.fromkeys(quote for effect in effects for quote in quotes(effect))),
        urls=tuple(dict.fromkeys(_urls(directory, (*ids, *acts)))),
        by=accepted_by(directory, next(iter(ids), "")),
        confidence=min(confidences, key=_doubtful, default=None),
        notes=tuple(dict.fromkeys(note.text for note in notes if note.text)),
        noted_on=directory.noted_on((*ids, *acts)),
    )


def quotes(record: Effect | Verification) -> Iterator[Quote]:
    """Yield the sentences that a record rests on."""
    for item in evidence_of(record):
        if item.quote:
            yield Quote(text=item.quote, source=_place(item))


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
