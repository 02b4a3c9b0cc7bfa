"""What is wrong with the files of one load, and where?"""

from collections.abc import Iterable
from difflib import get_close_matches

from tracker.errors import InputError


class Faults:
    """Collects every fault of a load, so that one run shows them all."""

    def __init__(self) -> None:
        self.found: list[InputError] = []

    def add(self, reason: str, *, file: str, line: int | None = None) -> None:
        """Note one fault; reading goes on with an empty value in its place."""
        self.found.append(InputError(reason, file=file, line=line))

    def raise_any(self) -> None:
        """Raise the first fault, naming how many more there are and the places of some."""
        if not self.found:
            return
        first, *others = sorted(self.found, key=lambda fault: (fault.file or "", fault.line or 0))
        raise InputError(first.reason + _more(others), file=first.file, line=first.line)


def _more(others: list[InputError], *, shown: int = 5) -> str:
    if not others:
        return ""
    listed = "; ".join(str(fault) for fault in others[:shown])
    rest = "; …" if len(others) > shown else ""
    return f" (and {len(others)} more: {listed}{rest})"


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that ``word`` was probably meant to be."""
    near = get_close_matches(word, sorted(allowed), n=1, cutoff=0.5)
    return near[0] if near else None


def unknown(what: str, word: str, allowed: Iterable[str]) -> str:
    """Say that ``word`` is no such thing, with the nearest one that is."""
    known = sorted(allowed)
    near = nearest(word, known)
    if near:
        return f"unknown {what} {word!r}; did you mean {near!r}?"
    if 0 < len(known) <= 12:
        return f"unknown {what} {word!r}; write one of: {', '.join(known)}"
    return f"unknown {what} {word!r}"
