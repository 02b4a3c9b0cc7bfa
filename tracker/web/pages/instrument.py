"""What does an instrument hold, where do its parts stand on a day, what does it do to others?"""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tracker.application.answers.instrument_file import instrument_file
from tracker.application.charts.charting import Charting
from tracker.rendering.pages.records.instrument import instrument_view
from tracker.web.addresses import TIDY
from tracker.web.frame import Frame, is_trusted
from tracker.web.services import Services


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/instruments/ID``."""
    router = APIRouter()
    charting = Charting(services.library, services.queries, services.field)

    @router.get("/instruments/{id:path}", response_class=HTMLResponse, dependencies=[TIDY])
    def instrument(request: Request, id: str) -> HTMLResponse:
        file = instrument_file(
            services.queries, id, frame.clocks(request), trusted=is_trusted(request)
        )
        rows = file.rules.rows if file.rules else ()
        request.state.measures = tuple(row.measure.id for row in rows)
        view = instrument_view(
            frame.words(request),
            file,
            frame.addresses(request),
            chart=charting.of(id, frame.clocks(request)),
        )
        return frame.page(request, "instrument.html.j2", view)

    return router
