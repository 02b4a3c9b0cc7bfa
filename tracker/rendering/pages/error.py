"""How is it told that a page cannot be shown?"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.rendering.neutral import short
from tracker.rendering.words import Words

_HEADINGS: Mapping[int, str] = {
    400: "bad_request",
    401: "refused",
    403: "refused",
    404: "not_found",
    405: "not_here",
    503: "warming",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """What ``web/error.html.j2`` prints: what went wrong in one sentence, and what to do next."""

    heading: str
    told: str | None
    next: str | None
    home: str

    @classmethod
    def of(cls, words: Words, *, status: int, told: str) -> "ErrorView":
        """Return the view of an answer of ``status``; nothing of a failure of ours is told."""
        failed = status >= 500 and status not in _HEADINGS
        key = "failed" if failed else _HEADINGS.get(status, "bad_request")
        following = f"error.{key}_next"
        return cls(
            heading=words(f"error.{key}"),
            told=None if failed else short(words.said(told), longest=600) or None,
            next=words(following) if words.has(following) else None,
            home=words("error.home"),
        )
