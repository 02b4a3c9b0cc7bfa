"""How does the API tell that it cannot answer? (RFC 9457, one sentence each)"""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from tracker.errors import InputError, StillReading, TrackerError, UnknownMeasure, UsageError
from tracker.web.api.shapes import Problem
from tracker.web.faults import RETRY_SECONDS, problem

_TOLD: Mapping[int, str] = {
    400: "The body cannot be read.",
    401: "Reading is closed: send a token.",
    404: "No record bears this id.",
    413: "Longer than what is read at once.",
    415: "A form of body that is not read.",
    422: "A parameter or a part of the body makes no sense; the sentence says which.",
    503: "Others are served first; Retry-After says when to ask again.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the description of these errors, as routes take it."""
    return {
        status: {
            "description": _TOLD[status],
            "model": Problem,
            "content": {"application/problem+json": {"schema": _REFERENCE}},
        }
        for status in (401, *statuses)
    }


def told(model: Any, *, packed: bool = False) -> dict[str, Any]:
    """Return the description of a good answer, and of the ZIP that may stand in its place."""
    zipped = {"application/zip": {"schema": {"type": "string", "format": "binary"}}}
    found: dict[str, Any] = {"model": model}
    return {**found, "content": zipped} if packed else found


_REFERENCE = {"$ref": "#/components/schemas/Problem"}


def add_problems(api: FastAPI, routers: Sequence[APIRouter]) -> None:
    """Answer every error of the API as a problem; ``routers`` hold its paths."""

    @api.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        if error.status_code == 405:
            allowed = ", ".join(_methods(routers, request))
            found = problem(405, f"this path answers {allowed}")
            found.headers["Allow"] = allowed
            return found
        found = problem(error.status_code, _sentence(error))
        found.headers.update(error.headers or {})
        return found

    @api.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        faults = dict.fromkeys(map(_fault, filter(_is_told, error.errors())))
        return problem(422, "; ".join(list(faults)[:5]))

    @api.exception_handler(ValidationError)
    async def misfit(request: Request, error: ValidationError) -> Response:
        return problem(422, "; ".join(dict.fromkeys(map(_fault, error.errors()[:5]))))

    @api.exception_handler(StillReading)
    async def warming(request: Request, error: StillReading) -> Response:
        found = problem(503, str(error))
        found.headers["Retry-After"] = str(RETRY_SECONDS)
        return found

    @api.exception_handler(TrackerError)
    async def told(request: Request, error: TrackerError) -> Response:
        status = _STATUS.get(type(error))
        if status is None:
            raise error
        return problem(status, str(error))

    @api.exception_handler(Exception)
    async def failed(request: Request, error: Exception) -> Response:
        return problem(
            500, "the tracker failed at this question; its operator finds why in the log"
        )


_STATUS: Mapping[type[TrackerError], int] = {UnknownMeasure: 404, UsageError: 422, InputError: 422}


def _methods(routers: Sequence[APIRouter], request: Request) -> list[str]:
    """Return what the path of a request answers; HEAD wherever GET."""
    found = set[str]()
    for route in (route for router in routers for route in router.routes):
        matched, _ = route.matches({**request.scope, "method": "GET"})
        if matched is not Match.NONE:
            found |= getattr(route, "methods", None) or set()
    return sorted(found | ({"HEAD"} if "GET" in found else set())) or ["GET", "HEAD"]


def _sentence(error: HTTPException) -> str:
    if error.status_code == 404 and error.detail == "Not Found":
        return "there is no such path; /api/openapi.json lists them"
    return str(error.detail)


def _is_told(error: Mapping[str, Any]) -> bool:
    """Leave out that a parameter could be left out as well."""
    return str(error["type"]) != "none_required"


def _fault(error: Any) -> str:
    parts = (str(part) for part in error["loc"] if part not in ("query", "path", "body"))
    place = ".".join(part for part in parts if part.replace("_", "").isalnum())
    told = str(error["msg"]).removeprefix("Value error, ")
    return f"{place}: {told}" if place else told
