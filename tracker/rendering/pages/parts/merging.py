"""Which quotes of one text say the same words twice, and are shown as one?"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.application.answers.evidence import Passage
from tracker.domain.republishing import QUOTED_CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quote of a text, and the fields that rest on words in it."""

    text: str
    fields: tuple[str | None, ...]


def merged(passages: Iterable[Passage]) -> tuple[Quoted, ...]:
    """Return the quotes in the order of the text; those that overlap, or repeat words, are one.

    No quote grows longer than what may be quoted at once; those of an unknown place come last.
    """
    kept: list[tuple[int, Quoted]] = []
    placed = (one for one in passages if one.quote)
    for one in sorted(placed, key=lambda one: (one.start is None, one.start or 0, -len(one.quote))):
        same = next((n for n, (_, other) in enumerate(kept) if one.quote in other.text), None)
        if same is not None:
            kept[same] = (kept[same][0], _with(kept[same][1], one))
        elif kept and (longer := _joined(*kept[-1], one)):
            kept[-1] = (kept[-1][0], longer)
        else:
            kept.append((-1 if one.start is None else one.start, _with(None, one)))
    return tuple(quoted for _, quoted in kept)


def _with(quoted: Quoted | None, one: Passage) -> Quoted:
    """Return a quote on which the field of another rests as well."""
    if quoted is None:
        return Quoted(text=one.quote, fields=(one.field,))
    return Quoted(text=quoted.text, fields=tuple(dict.fromkeys((*quoted.fields, one.field))))


def _joined(start: int, quoted: Quoted, one: Passage) -> Quoted | None:
    """Return two quotes that overlap as one, ``None`` where they do not."""
    if start < 0 or one.start is None or one.start >= start + len(quoted.text):
        return None
    text = quoted.text + one.quote[start + len(quoted.text) - one.start :]
    if len(text) > QUOTED_CHARACTERS:
        return None
    return _with(Quoted(text=text, fields=quoted.fields), one)
