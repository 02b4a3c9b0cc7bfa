"""Which application answers under ``/api``, and how does it describe itself?"""

from collections.abc import Callable
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.web.api.answers import Keeping
from tracker.web.api.evidence import Packing
from tracker.web.api.examples import EXAMPLES
from tracker.web.api.parameters import only_known
from tracker.web.api.problems import add_problems
from tracker.web.api.product_shapes import describe, known_in
from tracker.web.api.products import product_routes, shapes_of_requests
from tracker.web.api.questions import question_routes
from tracker.web.api.records import record_routes
from tracker.web.services import Services

TOLD = """The questions of the tracker, for programs: the same JSON as the commands print.

Every question takes three clocks: `on` (which day in the world), `announced_by` (what had been made
public by then) and `recorded_by` (what this tracker had recorded by then). Every answer carries its
certainty, the sentences that it rests on, and how fresh the sources are. GET answers have a strong
`ETag`; with every clock fixed in the past they may be kept for ever. Errors are
`application/problem+json`. Where reading is closed, send `Authorization: Bearer TOKEN`.

Information, not legal advice."""


def create_api(services: Services) -> FastAPI:
    """Return the application; whoever mounts it sees to it who may read."""
    api = FastAPI(
        title="inforce tracker",
        version=services.version,
        description=TOLD,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(only_known)],
        generate_unique_id_function=lambda route: route.name,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    keeping, packing = Keeping(services), Packing(services)
    routers = (
        question_routes(services, keeping, packing),
        product_routes(services, packing),
        record_routes(services, keeping),
    )
    add_problems(api, routers)
    for router in routers:
        api.include_router(router)

    @api.get("/", include_in_schema=False)
    def told() -> RedirectResponse:
        return RedirectResponse("/api/openapi.json", status_code=303)

    _describe(api, services)
    api.add_middleware(Heads)
    if services.access.cors:
        api.add_middleware(
            CORSMiddleware,
            allow_origins=list(services.access.cors),
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match"],
            expose_headers=["ETag", "Link"],
        )
    return api


class Heads:
    """Answers HEAD as GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; ASGI's own contract."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def bare(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, bare)


def _describe(api: FastAPI, services: Services) -> None:
    """Put into the description what only the field and the requests tell."""
    made: Callable[[], dict[str, Any]] = api.openapi

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            told = made()
            schemas = told["components"]["schemas"]
            schemas.update(shapes_of_requests())
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
            for name, example in EXAMPLES.items():
                schemas[name]["examples"] = [example]
            describe(told, known_in(services.screening.words))
            _only_problems(told)
            api.openapi_schema = told
        return api.openapi_schema or {}

    api.openapi = openapi  # type: ignore[method-assign]


def _only_problems(told: dict[str, Any]) -> None:
    """An error is told as a problem alone, in no second form."""
    for path in told["paths"].values():
        for operation in path.values():
            for status, answer in operation["responses"].items():
                if status[0] in "45":
                    answer.get("content", {}).pop("application/json", None)
