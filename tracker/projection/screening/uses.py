"""Is the product for a use, or for a user, that a rule speaks of?"""

from collections.abc import Iterable

from tracker.projection.screening.places import Condition
from tracker.projection.screening.product import Product
from tracker.projection.screening.vocabulary import Vocabulary
from tracker.projection.screening.weighing import Part, State, compared, not_compared


def used_for(entries: Iterable[str], words: Vocabulary) -> Condition:
    """Return the condition that the end use is among the entries of a measure.

    A user may tell the use as well: an army is a military user. An entry whose words are not in
    the vocabulary cannot be matched.
    """
    asked, unread = concepts_of(entries, words)
    told = ", ".join(sorted(asked))
    doubts = tuple(not_compared("end use", entry) for entry in unread)

    def check(product: Product) -> Part:
        if asked & product.concepts:
            return _part(told, product, State.YES)
        if unread:
            return Part(state=State.OPEN, doubts=doubts)
        maybe = asked & product.possible
        if maybe:
            return _part(told, product, State.OPEN, missing=_whether(maybe))
        if product.end_use is None:
            return _part(told, product, State.OPEN, missing="end_use")
        return _part(told, product, State.NO)

    return check


def concepts_of(
    entries: Iterable[str], words: Vocabulary
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the concepts that entries name, and the entries in which none was found."""
    found: set[str] = set()
    unread = []
    for entry in entries:
        sure, possible = words.concepts(entry)
        concepts = {entry} if entry in words.wording.end_uses else sure or possible
        found |= concepts
        if not concepts:
            unread.append(entry)
    return frozenset(found), tuple(unread)


def _whether(concepts: Iterable[str]) -> str:
    """Ask for what a text calls possible only: "military potential" makes nobody an army."""
    return f"end_user (whether it is {', '.join(sorted(concepts))})"


def _part(asked: str, product: Product, state: State, *, missing: str | None = None) -> Part:
    given = "; ".join(text for text in (product.end_use, product.end_user) if text) or None
    return Part(
        state=state,
        compared=(compared("end_use", "is", asked, given, state),),
        missing=(missing,) if missing else (),
    )
