"""What does a row of the tables of requirements hold?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tracker.extraction.spelling.regexps import regexp

_IN_SENTENCE = r"(?:[^.;]|\.(?=[0-9a-z])|(?<=cent)\.(?=\s[a-z(]))"
"""One character of a sentence: the dot of ``99.9`` or of ``3A090.a`` ends none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementWording:
    """Words that make a provision one of a kind; ``examples`` are sentences that it decides."""

    requirement: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def in_sentence(pattern: str) -> re.Pattern[str]:
    """Return a pattern whose ``[^.;]`` reaches over the dots of figures and of codes."""
    return regexp(pattern.replace("[^.;]", _IN_SENTENCE))


def apart_by_script(rows: Iterable[RequirementWording]) -> tuple[RequirementWording, ...]:
    """Return the rows with their Chinese wordings apart from the others.

    A long text has words for one of the halves only, and is searched for that one alone.
    """
    return tuple(half for row in rows for half in _halves(row))


_CHARACTER = regexp("[一-鿿]")


def _halves(row: RequirementWording) -> Iterator[RequirementWording]:
    said = _alternatives(row.pattern.pattern)
    chinese = [words for words in said if _CHARACTER.search(words)]
    if len(chinese) in (0, len(said)):
        yield row
        return
    for words in (chinese, [one for one in said if one not in chinese]):
        examples = (
            one for one in row.examples if bool(_CHARACTER.search(one)) == (words is chinese)
        )
        yield replace(row, pattern=regexp("|".join(words)), examples=tuple(examples))


_PIECE = regexp(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\()|\[]+", re.DOTALL)
"""One piece of a pattern: an escape, a class of characters, a bracket, a bar, plain characters."""


def _alternatives(pattern: str) -> list[str]:
    """Return what the bars of a pattern part that stand in no bracket."""
    found, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            found.append("")
        else:
            found[-1] += piece
    return found
