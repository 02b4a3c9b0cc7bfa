"""What differs between two days, or between two states of knowledge?"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request, Response

from tracker.application.answers.differing import Differing
from tracker.domain.questions import Clocks
from tracker.errors import UsageError
from tracker.rendering.pages.compare.asked import MODES, Compared
from tracker.rendering.pages.compare.page import compare_view
from tracker.web.frame import HEADERS, Frame
from tracker.web.services import Services
from tracker.wire import difference_json, plain

TEMPLATE = "compare.html.j2"
DAYS_BACK = 30
"""Without a question, today is compared with the day so many days ago."""

_ASKED = ("from", "to", "on", "announced_by", "recorded_by", "versus")
_LONGEST = 40
Sides = tuple[Mapping[str, str | None], Mapping[str, str | None]]


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/compare`` and its JSON."""
    router = APIRouter()
    differing = Differing(services.library, services.field)

    def clocks(sides: Sides) -> tuple[Clocks, Clocks]:
        before, after = (services.queries.clocks(**side) for side in sides)
        # Both sides are asked at one instant.
        return before, Clocks(
            now=before.now,
            on=after.on,
            announced_by=after.announced_by,
            recorded_by=after.recorded_by,
        )

    @router.get("/compare", include_in_schema=False)
    def compare(request: Request, page: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
        asked = _asked(services, request)
        found = differing.compare(*clocks(_sides(asked)), page=page)
        view = compare_view(frame.words(request), asked, found, field=services.field)
        return frame.page(request, TEMPLATE, view)

    @router.get("/compare.json", include_in_schema=False)
    def exported(request: Request) -> Response:
        sides = _sides(_asked(services, request))
        found = services.queries.diff(*clocks(sides))
        document = {
            "before": plain(sides[0]),
            "after": plain(sides[1]),
            "differences": [difference_json(item) for item in found],
        }
        return Response(
            orjson.dumps(document, option=orjson.OPT_INDENT_2),
            media_type="application/json",
            headers={**HEADERS, "Content-Disposition": 'attachment; filename="compare.json"'},
        )

    return router


def _asked(services: Services, request: Request) -> Compared:
    given = {
        name: value[:_LONGEST]
        for name in _ASKED
        if (value := request.query_params.get(name, "").strip())
    }
    mode = request.query_params.get("by") or _mode(given)
    if mode not in MODES:
        raise UsageError(
            f"{mode[:20]!r} is nothing to compare by; choose one of {', '.join(MODES)}"
        )
    today = services.clock().date()
    if mode == "days":
        given.setdefault("to", given.pop("on", today.isoformat()))
        given.setdefault("from", (today - timedelta(days=DAYS_BACK)).isoformat())
        given.pop("versus", None)
    else:
        clock = f"{mode}_by"
        given.setdefault(clock, (today - timedelta(days=DAYS_BACK)).isoformat())
        given.setdefault("versus", today.isoformat())
        given.setdefault("on", given.pop("to", today.isoformat()))
        given.pop("from", None)
    return Compared(mode=mode, given=given)


def _mode(given: Mapping[str, str]) -> str:
    """Return what is compared where the address names it by its parameters alone."""
    if "versus" not in given:
        return "days"
    return "recorded" if "recorded_by" in given and "announced_by" not in given else "announced"


def _sides(asked: Compared) -> Sides:
    given = asked.given
    both = {key: given.get(key) for key in ("announced_by", "recorded_by")}
    if asked.mode == "days":
        return {**both, "on": given["from"]}, {**both, "on": given["to"]}
    first = {**both, "on": given["on"]}
    return first, {**first, f"{asked.mode}_by": given["versus"]}
