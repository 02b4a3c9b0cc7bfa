"""How are the neighbours of a page of a long list told?"""

from collections.abc import Callable
from dataclasses import dataclass

from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerView:
    """Where in a long list this page stands; links are ``None`` at its ends."""

    told: str
    before: str | None
    after: str | None


def pager_view(
    words: Words, number: int, pages: int, address: Callable[[int], str]
) -> PagerView | None:
    """Return the links to the neighbours of a page, ``None`` where there is but one."""
    if pages < 2:
        return None
    return PagerView(
        told=words("rules.page", n=number, pages=pages),
        before=address(number - 1) if number > 1 else None,
        after=address(number + 1) if number < pages else None,
    )
