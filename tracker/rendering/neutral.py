"""How does foreign text become harmless to look at?

Feeds bring anything: control characters, marks that turn the direction of writing, titles of ten
thousand letters. What steers instead of being read is replaced by a visible mark.
"""

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_STEERING = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
_KEPT = frozenset("\t\n\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}")
LONGEST = 300


class Laid(str):
    """Text whose line breaks were made here and stay."""

    __slots__ = ()


def neutral(text: str) -> str:
    """Return the text in one line, with characters that steer instead of being read replaced."""
    if text.isascii() and text.isprintable():
        return text
    return " ".join(laid(text).split())


def laid(text: str) -> Laid:
    """Return a text with its lines and spaces, what steers instead of being read replaced."""
    shown = (
        REPLACEMENT if unicodedata.category(char) in _STEERING and char not in _KEPT else char
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
    )
    return Laid("".join(shown))


def short(text: str, *, longest: int = LONGEST) -> str:
    """Return neutral text, cut where it is longer than anybody reads."""
    text = neutral(text)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def only_web(url: str) -> str | None:
    """Return the address if a browser may be sent there, ``None`` for any other scheme."""
    url = neutral(url)
    return url if url.startswith(("https://", "http://")) else None
