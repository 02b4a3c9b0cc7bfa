"""How do other programs read changes and coming turns over HTTP, under a filter?"""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from tracker.digests.filters import FIELDS, combined
from tracker.errors import UsageError

MEDIA: Mapping[str, str] = {
    "changes.atom": "application/atom+xml; charset=utf-8",
    "turns.ics": "text/calendar; charset=utf-8",
    "changes.csv": "text/csv; charset=utf-8",
    "records.jsonl": "application/x-ndjson; charset=utf-8",
    "acts.jsonld": "application/ld+json; charset=utf-8",
}

OTHERS = ("not", "days", "after", "language")

Feed = Callable[..., bytes]
"""See `tracker.mailroom.Mailroom.feed`."""


def outlet_routes(feed: Feed) -> APIRouter:
    """Return ``/feeds/NAME``; the query has a filter's fields, each as often as wanted."""
    router = APIRouter()

    @router.get("/feeds/{name}")
    def read(
        name: str,
        request: Request,
        days: Annotated[int, Query(ge=1, le=3660)] = 90,
        after: Annotated[int, Query(ge=0)] = 0,
        language: Annotated[str, Query(pattern="^(en|zh)$")] = "en",
    ) -> Response:
        if name not in MEDIA:
            raise HTTPException(404, "there is no such feed")
        asked = request.query_params
        try:
            _refuse_unknown(asked)
            chosen = {key: asked.getlist(key) for key in FIELDS}
            tree = combined(chosen, excluded=asked.getlist("not"))
            form = name.rpartition(".")[2]
            made = feed(form, tree, language=language, days=days, after=after)
        except UsageError as error:
            raise HTTPException(400, str(error)) from None
        return Response(made, media_type=MEDIA[name])

    return router


def _refuse_unknown(asked: Iterable[str]) -> None:
    unknown = sorted(set(asked) - {*FIELDS, *OTHERS})
    if unknown:
        known = ", ".join((*FIELDS, *OTHERS))
        raise UsageError(f"{unknown[0]!r} is nothing to ask for here; choose from {known}")
