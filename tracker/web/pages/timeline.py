"""How do the rules run over valid time, and what moved their bars?"""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from tracker.application.charts.chart import Chart, Wanted
from tracker.application.charts.charting import Charting
from tracker.domain.days import parse_day
from tracker.rendering.pages.parts.knowledge import knowledge_view
from tracker.rendering.pages.timeline.asked import Asked
from tracker.rendering.pages.timeline.page import timeline_view
from tracker.rendering.pages.timeline.picture import picture
from tracker.web.frame import HEADERS, Frame
from tracker.web.services import Services

TEMPLATE = "timeline.html.j2"
PICTURE = "web/timeline-picture.xml.j2"
_ASKED = ("jurisdiction", "instrument", "item", "text", "from", "to", "zoom", "view", "page")
_MANY = 200
"""So many letters of a filter are read."""


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/timeline`` and its picture."""
    router = APIRouter()
    charting = Charting(services.library, services.queries, services.field)

    def drawn(request: Request, page: int) -> tuple[Asked, Chart]:
        asked = _asked(services, frame, request)
        return asked, charting.chart(frame.clocks(request), _wanted(asked, page))

    @router.get("/timeline", include_in_schema=False)
    def timeline(request: Request, page: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
        asked, chart = drawn(request, page)
        return frame.page(request, TEMPLATE, timeline_view(frame.words(request), asked, chart))

    @router.get("/timeline.svg", include_in_schema=False)
    def standing_alone(
        request: Request, page: Annotated[int, Query(ge=1, le=10_000)] = 1
    ) -> Response:
        words = frame.words(request)
        asked, chart = drawn(request, page)
        head = services.log.head()
        known = knowledge_view(words, chart.knowledge, asked.addresses, names=asked.names)
        foot = (
            *known.lines,
            services.disclaimer(words.language),
            words("foot.head", position=head.position, hash=head.hash),
        )
        drawing = picture(words, asked, chart, foot=foot)
        return Response(
            frame.templates.render(PICTURE, page=drawing).lstrip(),
            media_type="image/svg+xml",
            headers={
                **HEADERS,
                "Content-Disposition": f'attachment; filename="timeline-{chart.known}.svg"',
            },
        )

    return router


def _asked(services: Services, frame: Frame, request: Request) -> Asked:
    given = request.query_params
    query = {name: given.get(name, "").strip()[:_MANY] for name in _ASKED}
    return Asked(
        query={name: value for name, value in query.items() if value},
        addresses=frame.addresses(request),
        names={key: found.names for key, found in services.field.jurisdictions.items()},
        table=query["view"] == "table",
    )


def _wanted(asked: Asked, page: int) -> Wanted:
    query = asked.query
    return Wanted(
        jurisdiction=query.get("jurisdiction"),
        instrument=query.get("instrument"),
        item=query.get("item"),
        text=query.get("text"),
        first=_day(query.get("from")),
        last=_day(query.get("to")),
        zoom=query.get("zoom", "3y"),
        page=page,
    )


def _day(text: str | None) -> date | None:
    return parse_day(text) if text else None
