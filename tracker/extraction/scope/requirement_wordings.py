"""What does a row of the tables of requirements hold?"""

import re
from dataclasses import dataclass

_IN_SENTENCE = r"(?:[^.;]|\.(?=[0-9a-z]))"
"""One character of a sentence: the dot of ``99.9`` or of ``3A090.a`` ends none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementWording:
    """Words that make a provision one of a kind; ``examples`` are sentences that it decides."""

    requirement: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def in_sentence(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose ``[^.;]`` reaches over the dots of figures and of codes."""
    return re.compile(pattern.replace("[^.;]", _IN_SENTENCE))
