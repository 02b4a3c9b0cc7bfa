"""What a row of the tables of denials says: words by which a deed is not done here and now."""

from dataclasses import dataclass
from typing import Literal

Place = Literal["before", "before a name", "behind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """One way of saying that a deed is not done here and now.

    ``told`` marks words of a deed that was done, or would be: the act that stands before them may
    still be moved by what the sentence decides behind them (``已于…暂停的第3号公告,现恢复实施``).
    """

    name: str
    place: Place
    words: str
    examples: tuple[str, ...]
    told: bool = False
