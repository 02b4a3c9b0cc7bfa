"""What did a source publish, what was read in it, and what was not?"""

import re
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse

from tracker.application.answers.announcement_file import announcement_file, stored_copy
from tracker.rendering.pages.records.announcement import announcement_view
from tracker.web.frame import Frame, is_trusted
from tracker.web.services import Services

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/announcements/ID`` and, as a file, ``/announcements/ID/copy``."""
    router = APIRouter()

    @router.get("/announcements/{id:path}/copy")
    def copy(request: Request, id: str) -> Response:
        body = stored_copy(services.queries, id, trusted=is_trusted(request))
        if body is None:
            raise HTTPException(404, "no copy is held, or its source does not let it be shown")
        name = _UNSAFE.sub("-", id)[-80:].strip("-.") or "announcement"
        return Response(
            body,
            media_type="application/octet-stream",  # never opened as what it says of itself
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Cache-Control": "private, no-cache",
            },
        )

    @router.get("/announcements/{id:path}", response_class=HTMLResponse)
    def announcement(
        request: Request, id: str, part: Annotated[int, Query(ge=1, le=100_000)] = 1
    ) -> HTMLResponse:
        trusted = is_trusted(request)
        file = announcement_file(
            services.queries, id, frame.clocks(request), trusted=trusted, part=part
        )
        view = announcement_view(
            frame.words(request), file, frame.addresses(request), trusted=trusted
        )
        return frame.page(request, "announcement.html.j2", view)

    return router
