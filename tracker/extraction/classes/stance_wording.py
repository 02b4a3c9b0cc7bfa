"""What is a wording that shows how a speaker stands to what is said?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.extracted import Stance
from tracker.extraction.spelling.regexps import regexp


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWording:
    """Words that show a stance; ``examples`` are sentences in which they stand.

    ``spoken`` ones count only where somebody's words are told; ``turned`` is what, anywhere in
    the sentence, gives the words another sense.
    """

    stance: Stance
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    spoken: bool = False
    turned: re.Pattern[str] | None = None


def in_any_case(words: str) -> re.Pattern[str]:
    """Return a pattern that reads capitals as small letters.

    What of its alternatives begins with a word is looked for at the beginnings of words alone.
    """
    told = tuple(_alternatives(words))
    led = [one.removeprefix(_AT_A_WORD) for one in told if one.startswith(_AT_A_WORD)]
    rest = [one for one in told if not one.startswith(_AT_A_WORD)]
    joined = [rf"\b(?=\w)(?:{'|'.join(led)})"] if led else []
    return regexp(f"(?i:{'|'.join((*joined, *rest))})")


_AT_A_WORD = r"\b"
_PIECE = regexp(r"\\.|\[(?:\\.|[^\]])+\]|[()|]|[^\\\[()|]+", re.DOTALL)


def _alternatives(words: str) -> Iterator[str]:
    """Yield the alternatives of a pattern, parted at the strokes outside of its brackets."""
    depth, held = 0, ""
    for piece in _PIECE.findall(words):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            yield held
            held = ""
        else:
            held += piece
    yield held
