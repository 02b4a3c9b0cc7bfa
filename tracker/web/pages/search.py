"""Where does the log speak of something?"""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from tracker.application.answers.searching import LONGEST, Search
from tracker.rendering.pages.records.search import search_view
from tracker.web.frame import Frame
from tracker.web.services import Services


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/search``."""
    router = APIRouter()
    search = Search(services.queries)

    @router.get("/search", response_class=HTMLResponse)
    def find(request: Request, q: Annotated[str, Query(max_length=LONGEST)] = "") -> HTMLResponse:
        found = search.find(q.strip(), frame.clocks(request))
        view = search_view(frame.words(request), found, frame.addresses(request))
        return frame.page(request, "search.html.j2", view)

    return router
