"""How does the service answer what it cannot answer?"""

from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException

from tracker.errors import NotRecorded, StillReading, TrackerError, UnknownMeasure, UsageError
from tracker.web.frame import Frame
from tracker.web.headers import secured

FOR_MACHINES = ("/api/", "/feeds/", "/metrics")
"""Under these paths an error is ``application/problem+json``, elsewhere a page."""


RETRY_SECONDS = 5
"""After so long a page asks again by itself while the log is being read."""

_WRONG = {"missing": "missing", "string_too_long": "too_long"}
"""How it is called what is wrong with a field; anything else cannot be read."""


def add_faults(app: FastAPI, frame: Frame) -> None:
    """Turn errors into answers: ours in their own sentence, all others without any detail."""

    def answer(request: Request, status: int, told: str) -> Response:
        if request.url.path.startswith(FOR_MACHINES):
            return problem(status, told)
        return frame.error(request, status, told)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        found = answer(request, error.status_code, str(error.detail))
        for name, value in (error.headers or {}).items():
            found.headers[name] = value
        return found

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        field = str(first["loc"][-1])
        if request.url.path.startswith(FOR_MACHINES):
            return problem(400, f"{field}: {first['msg']}")
        words = frame.words(request)
        return frame.error(
            request, 400, words(f"error.{_WRONG.get(first['type'], 'unreadable')}", field=field)
        )

    @app.exception_handler(StillReading)
    def warming(request: Request, error: StillReading) -> Response:
        found = answer(request, 503, str(error))
        found.headers["Retry-After"] = str(RETRY_SECONDS)
        if request.method == "GET":
            found.headers["Refresh"] = str(RETRY_SECONDS)
        return found

    @app.exception_handler(TrackerError)
    def told(request: Request, error: TrackerError) -> Response:
        status = status_of(error)
        if status >= 500:
            raise error
        return answer(request, status, str(error))

    @app.exception_handler(Exception)
    def failed(request: Request, error: Exception) -> Response:
        try:
            found = answer(request, 500, "")
        except Exception:  # what broke the page may break this one as well
            found = PlainTextResponse("Something went wrong on our side.", status_code=500)
        return secured(found, path=request.url.path)


def status_of(error: TrackerError) -> int:
    """Return the HTTP status of one of our errors; 500 where the asker can do nothing about it."""
    if isinstance(error, UnknownMeasure | NotRecorded):
        return 404
    return 400 if isinstance(error, UsageError) else 500


def problem(status: int, told: str) -> JSONResponse:
    """Return an error for machines (RFC 9457)."""
    title = HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status}
    return JSONResponse(
        {**body, "detail": told} if told else body,
        status_code=status,
        media_type="application/problem+json",
    )
