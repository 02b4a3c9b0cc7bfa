"""Which sources are read, how are they doing, and what is not covered?"""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tracker.rendering.pages.records.sources import sources_view
from tracker.web.frame import Frame, role_of
from tracker.web.services import Services


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/sources``."""
    router = APIRouter()

    @router.get("/sources", response_class=HTMLResponse)
    def sources(request: Request) -> HTMLResponse:
        report = services.sources.report()
        described = {state.source.id: state.source for state in services.sources.states()}
        with services.library.reading() as register:
            coverage = tuple(register.coverage)
        view = sources_view(
            frame.words(request),
            report,
            described,
            coverage,
            services.field,
            may_change=role_of(request) == "admin",
        )
        return frame.page(request, "sources.html.j2", view)

    return router
