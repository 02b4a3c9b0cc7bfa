"""What was changed between two texts of one announcement, so that a person can read it?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from tracker.extraction.spelling.regexps import regexp

Kind = Literal["changed", "added", "removed"]

_SENTENCE = regexp(r"[^。！？!?；;\n]*[。！？!?；;]+|[^\n]*?[.](?=\s+[A-Z(\"“])|[^\n。！？!?；;]+")
_TOKEN = regexp(
    r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+(?:['’-][A-Za-z]+)*|[A-Z0-9]+(?=[^A-Za-z0-9])|[^\S\n]+|."
)
_ALIKE = 0.45
"""Two sentences that share this part of their words are one sentence that was edited."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence: as it was on both sides, or not."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One sentence that was edited, added or removed; offsets count characters of its text.

    ``before`` or ``after`` is empty for what was added or removed.
    """

    kind: Kind
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    before_start: int
    after_start: int

    @property
    def old(self) -> str:
        """The sentence as it was."""
        return "".join(piece.text for piece in self.before)

    @property
    def new(self) -> str:
        """The sentence as it is."""
        return "".join(piece.text for piece in self.after)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text, without the blanks around it, and where it begins."""

    text: str
    start: int

    @property
    def key(self) -> str:
        """The sentence without its blanks, by which equal ones are found."""
        return re.sub(r"\s+", "", self.text)


def revision_diff(before: str, after: str) -> tuple[Change, ...]:
    """Return the sentences that differ, in the order of the newer text; blanks do not count."""
    old, new = sentences(before), sentences(after)
    changes: list[Change] = []
    for removed, added in _blocks(old, new):
        changes += _paired(removed, added, len(before), len(after))
    return tuple(changes)


def diff_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Yield a diff as plain lines: ``-`` and ``+``, what changed inside them in brackets."""
    for change in changes:
        if change.before:
            yield f"- {_marked(change.before, '[-', '-]')}"
        if change.after:
            yield f"+ {_marked(change.after, '[+', '+]')}"


def _marked(pieces: Sequence[Piece], opening: str, closing: str) -> str:
    if all(piece.changed for piece in pieces):
        return "".join(piece.text for piece in pieces)
    return "".join(
        f"{opening}{piece.text}{closing}" if piece.changed else piece.text for piece in pieces
    )


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order; every line ends one."""
    found = []
    for match in _SENTENCE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped[0])
            found.append(Sentence(stripped, start))
    return found


def _blocks(
    old: list[Sentence], new: list[Sentence]
) -> Iterator[tuple[list[Sentence], list[Sentence]]]:
    """Yield what was taken out and what was put in at each place where the texts differ."""
    removed: list[Sentence] = []
    added: list[Sentence] = []
    keys = [item.key for item in old], [item.key for item in new]
    for step in Indel.opcodes(*keys):
        if step.tag == "equal":
            if removed or added:
                yield removed, added
            removed, added = [], []
            continue
        removed += old[step.src_start : step.src_end]
        added += new[step.dest_start : step.dest_end]
    if removed or added:
        yield removed, added


def _paired(
    removed: list[Sentence], added: list[Sentence], old_end: int, new_end: int
) -> Iterator[Change]:
    """Bring each removed sentence together with the added one that it became, in order."""
    place = 0
    for sentence in removed:
        found = next(
            (at for at in range(place, len(added)) if _alike(sentence.text, added[at].text)), None
        )
        if found is None:
            where = added[place].start if place < len(added) else new_end
            yield _gone(sentence, where)
            continue
        for other in added[place:found]:
            yield _come(other, sentence.start)
        yield _edited(sentence, added[found])
        place = found + 1
    last = removed[-1].start + len(removed[-1].text) if removed else old_end
    for other in added[place:]:
        yield _come(other, last)


def _alike(one: str, other: str) -> bool:
    return Indel.normalized_similarity(tokens(one), tokens(other)) >= _ALIKE


def _gone(sentence: Sentence, where: int) -> Change:
    return Change(
        kind="removed",
        before=(Piece(sentence.text, True),),
        after=(),
        before_start=sentence.start,
        after_start=where,
    )


def _come(sentence: Sentence, where: int) -> Change:
    return Change(
        kind="added",
        before=(),
        after=(Piece(sentence.text, True),),
        before_start=where,
        after_start=sentence.start,
    )


def _edited(old: Sentence, new: Sentence) -> Change:
    left, right = tokens(old.text), tokens(new.text)
    before: list[Piece] = []
    after: list[Piece] = []
    for step in Indel.opcodes(left, right):
        same = step.tag == "equal"
        if step.src_end > step.src_start:
            before.append(Piece("".join(left[step.src_start : step.src_end]), not same))
        if step.dest_end > step.dest_start:
            after.append(Piece("".join(right[step.dest_start : step.dest_end]), not same))
    return Change(
        kind="changed",
        before=tuple(before),
        after=tuple(after),
        before_start=old.start,
        after_start=new.start,
    )


def tokens(text: str) -> list[str]:
    """Cut a sentence into numbers, words and single characters: Chinese needs no more."""
    return _TOKEN.findall(text)
