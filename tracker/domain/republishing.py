"""How much of others' text may leave this house?

A source says ``full``, ``quote`` or ``none``; every page, answer, digest and feed asks here.
"""

from collections.abc import Iterable

from tracker.domain.facts import Republish
from tracker.domain.identifiers import first_version

QUOTED_CHARACTERS = 300
"""A quote is no longer than this, the mark of what was left out included."""

ELLIPSIS = "…"
_FROM_STRICT: tuple[Republish, ...] = ("none", "quote", "full")
_ENDS = "。！？!?.；;"


def republished(text: str | None, rule: Republish) -> str | None:
    """Return what may be shown of a text: all, a quote that ends with a sentence or word, nothing.

    Where nothing may be shown, title and link remain, which are no part of the text.
    """
    if text is None or rule == "none":
        return None
    if rule == "full" or len(text) <= QUOTED_CHARACTERS:
        return text
    head = text[: QUOTED_CHARACTERS - 1]
    end = max(head.rfind(mark) for mark in _ENDS) + 1
    if end < QUOTED_CHARACTERS // 2:
        end = head.rfind(" ") if head.rfind(" ") >= QUOTED_CHARACTERS // 2 else len(head)
    return head[:end].rstrip() + ELLIPSIS


def strictest(rules: Iterable[Republish]) -> Republish:
    """Return the rule that lets the least be shown; without any, everything may be."""
    return min(rules, key=_FROM_STRICT.index, default="full")


def source_of(announcement: str) -> str:
    """Return the source whose announcement an id names."""
    return first_version(announcement).rpartition("/")[0]
