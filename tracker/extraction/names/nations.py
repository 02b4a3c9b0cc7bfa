"""Whose number is it, where gazettes of several countries count their acts in the same words?"""

import re
from functools import lru_cache

from tracker.extraction.names.wording import Form
from tracker.extraction.spelling.regexps import regexp

COUNTRIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("zw", regexp(r"\bZimbabwe|\bHarare\b", re.IGNORECASE)),
    ("zm", regexp(r"\bZambian?\b|\bLusaka\b", re.IGNORECASE)),
    ("ie", regexp(r"(?i:\bIreland\b|\bIrish\b|\bOireachtas\b|\bIris\sOifigi|\bDublin\b)")),
    (
        "uk",
        regexp(r"(?i:\bUnited\sKingdom\b|\bSecretary\sof\sState\b|\bHouses?\sof\sParliament\b)"),
    ),
    ("na", regexp(r"\bNamibian?\b|\bWindhoek\b|\bWINDHOEK\b", re.IGNORECASE)),
    ("za", regexp(r"\bSouth\sAfrican?\b|\bPretoria\b", re.IGNORECASE)),
    ("tz", regexp(r"\bTanzanian?\b|\bDodoma\b", re.IGNORECASE)),
    ("mw", regexp(r"\bMalawi\b|\bLilongwe\b", re.IGNORECASE)),
    (
        "hk",
        regexp(r"(?i:\bHong\sKong\b|\(Cap\.\s?[0-9]|\bDirector-General\sof\sTrade\sand\sInd)"),
    ),
    ("ke", regexp(r"\bKenyan?\b|\bNairobi\b", re.IGNORECASE)),
    ("mt", regexp(r"\bMalta\b|\bMaltese\b", re.IGNORECASE)),
    ("ug", regexp(r"\bUgandan?\b|\bKampala\b", re.IGNORECASE)),
    ("kz", regexp(r"\bKazakhstan\b", re.IGNORECASE)),
    ("ru", regexp(r"\bRussian\sFederation\b|\bMoscow\b", re.IGNORECASE)),
    ("uz", regexp(r"\bUzbekistan\b", re.IGNORECASE)),
    ("kg", regexp(r"\bKyrgyz", re.IGNORECASE)),
    ("tj", regexp(r"\bTajikistan\b", re.IGNORECASE)),
    ("mn", regexp(r"\bMongolian?\b", re.IGNORECASE)),
)
"""Countries by the words with which a text speaks of them."""

NATIONS: dict[Form, tuple[str, ...]] = {
    "ie_si": ("ie", "zw", "zm"),
    "statutory_instrument": ("zw", "zm", "ie", "uk"),
    "government_notice": ("na", "za", "tz", "mw", "zw", "zm"),
    "legal_notice": ("hk", "ke", "mt", "ug", "na"),
    "dated_order": ("kz", "ru", "uz", "kg", "tj", "mn"),
}
"""The countries that number acts in one and the same way, family by family."""

_USUAL: dict[Form, str] = {"ie_si": "ie"}
"""Whose number it is where the text names none of them."""


_OFFICE = regexp(
    r"\bMinist(?:er|ry)\s(?:of|for)\s(?P<name>(?:(?:[A-Z][A-Za-z-]+|and|of|the),?\s){1,8}?)(?=of\sthe\sRepublic\b|of\s[A-Z][a-z]+\s[0-9]|dated\b|of\s[0-9])"
)
_GOVERNMENT = regexp(r"\b(?:Cabinet\sof\sMinisters|Government)\b")


_VIETNAMESE = regexp(r"/(?:TT|TTLT|QD|QĐ)-(?P<letters>[A-Z]{2,9}(?:[a-z])?)$")
_OFFICES_OF_VIETNAM = {"BCT": "moit", "BTC": "mof", "TTg": "pm", "BTNMT": "monre", "BXD": "moc"}
"""The letters of the offices of Viet Nam that have a name of their own."""


def office_of(quote: str) -> str | None:
    """Return a short name for the office whose order a quote names: ``mti``, ``gov``.

    The initials of the ministry, as it is shortened where it has no name of its own.
    """
    lettered = _VIETNAMESE.search(quote)
    if lettered is not None:
        letters = lettered["letters"]
        return _OFFICES_OF_VIETNAM.get(letters, letters.lower())
    named = _OFFICE.search(quote)
    if named is not None:
        letters = "".join(word[0] for word in named["name"].split() if word[:1].isupper())
        return f"m{letters.lower()}"
    return "gov" if _GOVERNMENT.search(quote) else None


@lru_cache(maxsize=32)  # every number of a text asks
def country_of(form: Form, text: str) -> str | None:
    """Return the country that a text names first of those that a number may be of."""
    among = NATIONS.get(form)
    if among is None:
        return None
    told = ((words.search(text), code) for code, words in COUNTRIES if code in among)
    first = min(((found.start(), code) for found, code in told if found), default=None)
    return first[1] if first else _USUAL.get(form)
