"""Do the words of an English deed, or those before them, say that it is not done?"""

import re

_UNREAL = re.compile(r"\b(?:would|could|might|should)\s(?:[a-z]+\s){0,2}?be\s(?:[a-z]+\s)?[a-z]+$")
"""How an English deed ends that was or would be done in some event: ``would be lifted``."""

_NONE_OF_THEM = re.compile(r"\b[Nn]o\s(?!longer\b|later\b)(?:[a-z]+\s){1,5}$")
"""What right before an English deed says that it is done to none: ``no measure is revived``."""

_WISHED = re.compile(
    r"\b(?:petitions?|requests?|motions?|proposals?|calls?|pleas?|bids?|suits?|pressure|authority|power|right|option"
    r"|intent(?:ion)?)\s$"
)
"""What right before ``to revoke`` says that somebody only asked for it, or could do it."""


def not_done(words: str, before: str) -> bool:
    """Tell whether the words of an English deed, or those before them, say that it is not done."""
    wished = words.startswith("to ") and _WISHED.search(before)
    return bool(wished or _UNREAL.search(words) or _NONE_OF_THEM.search(before))
