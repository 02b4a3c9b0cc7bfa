"""Which rules stood on a day, as known when, on a page and as a file to take along?"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse

from tracker.application.answers.listing import rule_page
from tracker.application.answers.query import Filter
from tracker.domain.questions import Certainty, Status
from tracker.errors import UsageError
from tracker.rendering.exporting import MEDIA, rules_file
from tracker.rendering.pages.records.rules import rules_view
from tracker.web.addresses import TIDY
from tracker.web.api.evidence import Packing
from tracker.web.frame import Frame
from tracker.web.services import Services

E = TypeVar("E", bound=StrEnum)
Words = Annotated[str, Query(max_length=200)]
Several = Annotated[list[str], Query()]


def wanted_by(
    text: Words = "",
    item: Words = "",
    jurisdiction: Words = "",
    instrument: Several = [],  # noqa: B006 - FastAPI copies it
    status: Several = [],  # noqa: B006
    certainty: Several = [],  # noqa: B006
) -> Filter:
    """Read the filter of an address; raise `UsageError` for a word that is no status."""
    return Filter(
        statuses=_read(Status, status, "status") or Filter().statuses,
        certainties=_read(Certainty, certainty, "certainty"),
        jurisdiction=jurisdiction.strip() or None,
        instruments=tuple(filter(None, (one.strip() for one in instrument))),
        item=item.strip() or None,
        text=text.strip() or None,
    )


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/rules`` and ``/rules.csv``, ``.xlsx`` and ``.json``."""
    router = APIRouter()
    packing = Packing(services)

    @router.get("/rules", response_class=HTMLResponse, dependencies=[TIDY])
    def rules(
        request: Request,
        wanted: Annotated[Filter, Depends(wanted_by)],
        page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
        evidence: Annotated[str, Query(max_length=1)] = "",
    ) -> Response:
        if evidence:
            return packing.rules(request, wanted, frame.clocks(request))
        found = rule_page(services.queries, frame.clocks(request), wanted, number=page)
        view = rules_view(frame.words(request), found, wanted, frame.addresses(request))
        return frame.page(request, "rules.html.j2", view)

    @router.get("/rules.{shape}")
    def taken_along(
        request: Request, shape: str, wanted: Annotated[Filter, Depends(wanted_by)]
    ) -> Response:
        if shape not in MEDIA:
            raise HTTPException(404, "rules come as .csv, .xlsx and .json")
        found = services.queries.rules(frame.clocks(request), wanted)
        name = f"rules-{found.clocks.on or found.clocks.now.date()}.{shape}"
        return Response(
            rules_file(found, shape, disclaimer=services.disclaimer()),
            media_type=MEDIA[shape],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    return router


def _read(kind: type[E], given: Iterable[str], name: str) -> tuple[E, ...]:
    known = {one.value: one for one in kind}
    words = [word for word in given if word]
    unknown = [word for word in words if word not in known]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no {name}; choose from {', '.join(known)}")
    return tuple(dict.fromkeys(known[word] for word in words))
