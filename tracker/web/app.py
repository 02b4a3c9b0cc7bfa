"""What does the service answer over HTTP? (GET changes nothing)"""

import re
from collections.abc import Awaitable, Callable, Iterable

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from tracker.application.library import PATIENCE
from tracker.web.api.app import create_api
from tracker.web.faults import add_faults
from tracker.web.frame import Frame
from tracker.web.headers import secured
from tracker.web.health import Health, add_health
from tracker.web.metrics import Measured
from tracker.web.pages import (
    account,
    announcement,
    by_hand,
    check,
    compare,
    digests,
    instrument,
    lists,
    log,
    measure,
    review,
    review_edit,
    rules,
    search,
    sign_in,
    source_change,
    sources,
    timeline,
    today,
)
from tracker.web.services import Services
from tracker.web.signin.front_door import add_door, add_trusted_proxies

_DIGEST_NAME = re.compile(r"[a-z]+-\d{4}-\d{2}-\d{2}\.html")

PATIENCE_SECONDS = 2.0
"""So long a page waits for a log that is still being read, before it says so."""

PAGES: tuple[Callable[[Services, Frame], APIRouter], ...] = (
    today.routes,
    rules.routes,
    measure.routes,
    search.routes,
    instrument.routes,
    announcement.routes,
    sources.routes,
    log.routes,
    timeline.routes,
    compare.routes,
    sign_in.routes,
    account.routes,
    by_hand.routes,
    review.routes,
    review_edit.routes,
    digests.routes,
    source_change.routes,
    lists.routes,
    check.routes,
)  # fmt: skip
"""The pages, a line each; a page that is not here is not served."""


def create_app(
    services: Services,
    *,
    health: Health,
    measured: Callable[[], Measured] | None = None,
    others: Iterable[APIRouter] = (),
) -> FastAPI:
    """Return the application: the pages, what machines read, and the routers of ``others``.

    ``measured`` gives what ``/metrics`` tells; without it there is no such path.
    """
    app = FastAPI(title="inforce", docs_url=None, redoc_url=None, openapi_url=None)
    frame = Frame(services)
    add_faults(app, frame)

    add_door(app, admitting=lambda: services.admitting, access=services.access)

    @app.middleware("http")
    async def add_headers(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        PATIENCE.set(PATIENCE_SECONDS)
        return secured(await call_next(request), path=request.url.path)

    for routes in PAGES:
        app.include_router(routes(services, frame))
    app.include_router(frame.assets.routes())
    app.include_router(_written(services))
    for router in others:
        app.include_router(router)
    add_health(app, health=health, measured=measured)
    app.add_api_route("/api", _api, methods=["GET", "HEAD"])
    app.mount("/api", create_api(services))
    add_trusted_proxies(app, services.access)
    return app


def _api() -> RedirectResponse:
    """Lead from the bare address to where the API describes itself."""
    return RedirectResponse("/api/openapi.json", status_code=303)


def _written(services: Services) -> APIRouter:
    """Return the digests that the service wrote, as they were written."""
    router = APIRouter()

    @router.get("/digests/{name}", response_class=HTMLResponse)
    def written(name: str) -> str:
        text = services.written_digest(name) if _DIGEST_NAME.fullmatch(name) else None
        if text is None:
            raise HTTPException(404, "there is no such digest")
        return text

    return router
