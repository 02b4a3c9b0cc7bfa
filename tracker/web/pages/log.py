"""What stands in the log, at which position, under which hash, and does the chain hold?"""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from tracker.application.answers.log_pages import log_page, verified
from tracker.rendering.pages.records.log import log_view
from tracker.rendering.pages.records.verified import verified_view
from tracker.web.frame import Frame
from tracker.web.services import Services


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/log`` and ``/log/verify``, which reads a part of the chain and changes nothing."""
    router = APIRouter()

    @router.get("/log", response_class=HTMLResponse)
    def log(
        request: Request, upto: Annotated[int | None, Query(ge=1, le=2**53)] = None
    ) -> HTMLResponse:
        page = log_page(services.log, upto=upto)
        return frame.page(request, "log.html.j2", log_view(frame.words(request), page))

    @router.get("/log/verify", response_class=HTMLResponse)
    def verify(
        request: Request,
        after: Annotated[int | None, Query(ge=0, le=2**53)] = None,
        noted: Annotated[str, Query(alias="hash", max_length=200)] = "",
    ) -> HTMLResponse:
        asked = noted.strip().lower() or None
        found = verified(services.log, after=after, asked=asked)
        answer = frame.page(
            request, "log-verify.html.j2", verified_view(frame.words(request), found)
        )
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return router
