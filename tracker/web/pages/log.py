"""What stands in the log, at which position, under which hash?"""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from tracker.application.answers.log_pages import log_page
from tracker.rendering.pages.log import log_view
from tracker.web.frame import Frame
from tracker.web.services import Services


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/log``."""
    router = APIRouter()

    @router.get("/log", response_class=HTMLResponse)
    def log(
        request: Request, upto: Annotated[int | None, Query(ge=1, le=2**53)] = None
    ) -> HTMLResponse:
        page = log_page(services.log, upto=upto)
        return frame.page(request, "log.html.j2", log_view(frame.words(request), page))

    return router
