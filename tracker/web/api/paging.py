"""How is a long answer handed out in pages, so that nothing is missed while the log grows?

A page begins behind the key that the one before ended with, never at a number: what is recorded
between two pages moves nothing past the reader.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Query, Request
from pydantic import Field

from tracker.web.api.parameters import IdText, OrNone

MOST_ITEMS = 1_000
T = TypeVar("T")

Limit = Annotated[
    Annotated[int, Field(ge=1, le=MOST_ITEMS)] | OrNone,
    Query(description="So many at most, in the order of their ids; without it, all at once."),
]
After = Annotated[
    IdText | OrNone,
    Query(description="Go on behind this one; `next` of the page before has it in its address."),
]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items of a page; ``last`` is the key to go on behind, ``None`` on the last page.

    ``whole`` tells that nobody asked for pages.
    """

    items: tuple[T, ...]
    last: str | None
    whole: bool

    def told(self, request: Request) -> tuple[dict[str, Any], dict[str, str]]:
        """Return what an answer says of the next page, and the header that says it too."""
        if self.whole:
            return {}, {}
        if self.last is None:
            return {"next": None}, {}
        asked = [one for one in request.query_params.multi_items() if one[0] != "after"]
        query = urlencode([*asked, ("after", self.last)], quote_via=quote, safe="/:")
        following = f"{request.url.path}?{query}"
        return {"next": following}, {"Link": f'<{following}>; rel="next"'}


def page_of(
    items: Iterable[T], key: Callable[[T], str], *, limit: int | None, after: str | None
) -> Page[T]:
    """Return the items behind a key, at most so many, in the order of their keys."""
    if limit is None and after is None:
        return Page(tuple(items), None, whole=True)
    most = limit or MOST_ITEMS
    behind = sorted((one for one in items if after is None or key(one) > after), key=key)
    shown = tuple(behind[:most])
    return Page(shown, key(shown[-1]) if len(behind) > most else None, whole=False)
