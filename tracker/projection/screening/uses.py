"""Is the product for a use, or for a user, that a rule speaks of?"""

from collections.abc import Iterable

from tracker.projection.screening.places import Condition
from tracker.projection.screening.product import Product
from tracker.projection.screening.vocabulary import Vocabulary
from tracker.projection.screening.weighing import Part, State, compared


def used_for(entries: Iterable[str], words: Vocabulary) -> Condition:
    """Return the condition that the end use is among the entries of a measure.

    A user may tell the use as well: an army is a military user. An entry whose words are not in
    the vocabulary cannot be matched.
    """
    asked, unread = concepts_of(entries, words)
    told = ", ".join(sorted(asked))
    doubts = tuple(f"no declared matcher reads the end use {entry!r}" for entry in unread)

    def check(product: Product) -> Part:
        if asked & product.concepts:
            return _part(told, product, State.YES)
        if unread:
            return Part(state=State.OPEN, doubts=doubts)
        if product.end_use is None:
            return _part(told, product, State.OPEN)
        return _part(told, product, State.NO)

    return check


def concepts_of(
    entries: Iterable[str], words: Vocabulary
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the concepts that entries name, and the entries in which none was found."""
    found: set[str] = set()
    unread = []
    for entry in entries:
        concepts = {entry} if entry in words.wording.end_uses else words.concepts(entry)
        found |= concepts
        if not concepts:
            unread.append(entry)
    return frozenset(found), tuple(unread)


def _part(asked: str, product: Product, state: State) -> Part:
    given = "; ".join(text for text in (product.end_use, product.end_user) if text) or None
    return Part(
        state=state,
        compared=(compared("end_use", "is", asked, given, state),),
        missing=("end_use",) if state is State.OPEN else (),
    )
