"""What is a wording that shows how a speaker stands to what is said?"""

import re
from dataclasses import dataclass

from tracker.extraction.extracted import Stance


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
    """Return a pattern that reads capitals as small letters."""
    return re.compile(f"(?i:{words})")
