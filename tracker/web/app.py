"""What does the service answer over HTTP? (every route reads; none changes anything)"""

import re
from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import HTMLResponse

from tracker.web.health import Health, add_health
from tracker.web.metrics import Measured

SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

_DIGEST_NAME = re.compile(r"[a-z]+-\d{4}-\d{2}-\d{2}\.html")


def create_app(
    *,
    today: Callable[[], str],
    health: Health,
    digest: Callable[[str], str | None],
    measured: Callable[[], Measured] | None = None,
) -> FastAPI:
    """Return the application; the callables give a page, the health, a written digest by name.

    ``measured`` gives what ``/metrics`` tells; without it there is no such path.
    """
    app = FastAPI(title="inforce", docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def add_headers(request: Any, call_next: Any) -> Response:
        response: Response = await call_next(request)
        response.headers.update(SECURITY_HEADERS)
        return response

    @app.get("/", response_class=HTMLResponse)
    def page() -> str:
        return today()

    add_health(app, health=health, measured=measured)

    @app.get("/digests/{name}", response_class=HTMLResponse)
    def written(name: str) -> str:
        text = digest(name) if _DIGEST_NAME.fullmatch(name) else None
        if text is None:
            raise HTTPException(404, "there is no such digest")
        return text

    return app
