"""What does the service answer about itself: is it well, and what does it measure?"""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse

from tracker.web.metrics import CONTENT_TYPE, Measured, exposition

Health = Callable[[], tuple[bool, Mapping[str, Any]]]
"""Gives whether all is well (else the answer is 503), and what there is to say."""


def add_health(app: FastAPI, *, health: Health, measured: Callable[[], Measured] | None) -> None:
    """Answer ``/health``, and ``/metrics`` where there is something to measure."""

    @app.get("/health")
    def healthy() -> JSONResponse:
        good, told = health()
        return JSONResponse(dict(told), status_code=200 if good else 503)

    if measured is None:
        return

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(exposition(measured()), headers={"Content-Type": CONTENT_TYPE})
