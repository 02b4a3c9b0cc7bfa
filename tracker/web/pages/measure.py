"""Where does one measure stand on a day, why, and what did we say of it when?"""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from tracker.application.answers.measure_file import measure_file
from tracker.application.charts.charting import Charting
from tracker.rendering.pages.records.measure import measure_view
from tracker.web.addresses import TIDY
from tracker.web.api.evidence import Packing
from tracker.web.frame import Frame, is_trusted
from tracker.web.services import Services


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/measures/ID``, its ``#`` written ``%23``."""
    router = APIRouter()
    packing = Packing(services)
    charting = Charting(services.library, services.queries, services.field)

    @router.get("/measures/{id:path}", response_class=HTMLResponse, dependencies=[TIDY])
    def measure(
        request: Request,
        id: str,
        party: Annotated[str, Query(max_length=300)] = "",
        evidence: Annotated[str, Query(max_length=1)] = "",
    ) -> Response:
        if evidence:
            clocks = frame.clocks(request)
            return packing.status(request, id, clocks, party=party.strip() or None)
        file = measure_file(
            services.queries,
            id,
            frame.clocks(request),
            party=party.strip() or None,
            trusted=is_trusted(request),
        )
        request.state.measures = (id,)
        view = measure_view(
            frame.words(request),
            file,
            services.field,
            frame.addresses(request),
            party=party,
            chart=charting.of(id, frame.clocks(request)),
        )
        return frame.page(request, "measure.html.j2", view)

    return router
