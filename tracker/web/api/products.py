"""Is this product caught, or which of these? (the check over HTTP; nothing of it is kept)"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

import orjson
from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import TypeAdapter, ValidationError

from tracker.application.products.product_facts import read_product
from tracker.application.products.product_lists import ProductList
from tracker.application.products.product_rows import csv_bytes, xlsx_bytes
from tracker.application.products.product_tables import Table
from tracker.domain.days import parse_day, parse_when
from tracker.domain.questions import Clocks
from tracker.errors import TrackerError, UsageError
from tracker.projection.screening.product import Product
from tracker.web.api import product_shapes
from tracker.web.api.answers import asked_in_private
from tracker.web.api.bodies import JSON, body_of, media_type, not_too_many, read_json
from tracker.web.api.evidence import Packing
from tracker.web.api.parameters import AnnouncedBy, DayText, On, OrNone, RecordedBy, WhenText
from tracker.web.api.problems import problems
from tracker.web.long_lists import sent_list, turn
from tracker.web.services import Services
from tracker.wire import changed_json, check_json

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LISTS = {CSV: "list.csv", XLSX: "list.xlsx"}
_ONE_PRODUCT = {"$ref": "#/components/schemas/Product"}
_PRODUCT: TypeAdapter[Any] = TypeAdapter(product_shapes.Product)

Shape = Annotated[
    Literal["json", "csv", "xlsx"],
    Query(description="In which form the answer on a list is given.", alias="format"),
]

Columns = Annotated[
    list[str] | None,
    Query(
        alias="map",
        max_length=40,
        description="Which column of a list holds what, as part=Teilenummer; may be repeated.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a request asks of its products: as of when, beside which other day.

    ``mapping`` tells which columns of a list hold what, as ``part=Teilenummer``.
    """

    clocks: Clocks
    other: Clocks | None
    mapping: tuple[str, ...] = ()


def product_routes(services: Services, packing: Packing) -> APIRouter:
    """Return the routes of the product check."""
    router = APIRouter(tags=["product check"])
    desk = _Desk(services, packing)

    @router.post(
        "/check",
        responses={
            200: {
                "model": product_shapes.Check
                | product_shapes.Changes
                | list[product_shapes.Check | product_shapes.Unread],
                "description": "The verdict; for an array one each; with versus what changed.",
            },
            **problems(400, 413, 415, 422, 503),
        },
        openapi_extra={"requestBody": _request_body()},
    )
    async def check(
        request: Request,
        on: On = None,
        announced_by: AnnouncedBy = None,
        recorded_by: RecordedBy = None,
        versus: Annotated[
            DayText | OrNone, Query(description="Tell only what is otherwise on this other day.")
        ] = None,
        versus_announced_by: Annotated[
            WhenText | OrNone, Query(description="Tell only what is otherwise as known then.")
        ] = None,
        shape: Shape = "json",
        columns: Columns = None,
    ) -> Response:
        """Tell whether a product, or each product of a list, is caught, by which rule and why.

        Send one product as an object, several as an array, or a list as CSV or XLSX. What is asked
        is kept nowhere.
        """
        form = media_type(request, JSON, *_LISTS)
        body = await body_of(request)
        asked = _Asked(
            clocks=services.queries.clocks(
                on=on, announced_by=announced_by, recorded_by=recorded_by
            ),
            other=None,
            mapping=tuple(columns or ()),
        )
        if form == JSON and columns:
            raise UsageError("map names the columns of a list; send it as CSV or XLSX")
        if versus or versus_announced_by:
            asked = replace(asked, other=_other(asked.clocks, versus, versus_announced_by))
        if form != JSON:
            return await run_in_threadpool(desk.listed, request, body, _LISTS[form], asked, shape)
        return await run_in_threadpool(desk.told, request, body, asked)

    @router.post(
        "/check/evidence",
        responses={
            200: {
                "description": "A ZIP: question, answer, quotes, stored copies, a page to print.",
                "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
            },
            **problems(400, 413, 415, 422),
        },
        response_class=Response,
        openapi_extra={
            "requestBody": {"required": True, "content": {JSON: {"schema": _ONE_PRODUCT}}}
        },
    )
    async def check_evidence(
        request: Request,
        on: On = None,
        announced_by: AnnouncedBy = None,
        recorded_by: RecordedBy = None,
    ) -> Response:
        """Answer on one product with a ZIP of evidence for an auditor."""
        media_type(request, JSON)
        body = await body_of(request)
        clocks = services.queries.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return await run_in_threadpool(desk.packed, request, body, clocks)

    return router


class _Desk:
    def __init__(self, services: Services, packing: Packing) -> None:
        self._services, self._packing = services, packing

    def told(self, request: Request, body: bytes, asked: _Asked) -> Response:
        """Answer on one product, or on each of an array."""
        said = read_json(body)
        if isinstance(said, list):
            _check_many(said)
            value = self._many(said, asked)
        else:
            value = self._one(said, asked)
        return asked_in_private(request, orjson.dumps(value), media_type=JSON)

    def packed(self, request: Request, body: bytes, clocks: Clocks) -> Response:
        """Answer on one product with a ZIP of evidence."""
        said = read_json(body)
        self._read(said)
        return self._packing.check(request, said, clocks)

    def _one(self, said: Any, asked: _Asked) -> dict[str, Any]:
        screening, requirements = self._services.screening, self._services.field.requirements
        product = self._read(said)
        # One product at a time: a long list must not keep everybody else waiting.
        with self._services.library.undisturbed():
            if asked.other is None:
                return check_json(screening.check(product, asked.clocks), requirements)
            found = screening.changed([product], asked.clocks, asked.other)
            return {"changed": [changed_json(item, requirements) for item in found]}

    def _many(self, said: list[Any], asked: _Asked) -> Any:
        told: list[Any] = []
        unread: list[Any] = []
        for item in said:
            try:
                told.append(self._one(item, asked))
            except TrackerError as error:
                part = item.get("part")
                fault = {"part": part if isinstance(part, str) else None, "error": str(error)}
                told.append(fault)
                unread.append(fault)
        if asked.other is None:
            return told
        changed = [one for item in told if "changed" in item for one in item["changed"]]
        return {"changed": changed, "unread": unread}

    def _read(self, said: Any) -> Product:
        if not isinstance(said, dict):
            raise UsageError("send a product as a JSON object, or several as an array")
        try:
            _PRODUCT.validate_python(said)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            told = _wanted(first)
            raise UsageError(f"{place}: {told}") from None
        return read_product(said, self._services.screening.words)

    def listed(
        self, request: Request, body: bytes, name: str, asked: _Asked, shape: str
    ) -> Response:
        """Answer on each row of a list, in the form asked for."""
        words = self._services.screening.words
        found = sent_list(body, name=name, words=words, mapping=asked.mapping)
        with turn():
            return self._table(request, found, asked, shape)

    def _table(self, request: Request, found: ProductList, asked: _Asked, shape: str) -> Response:
        table = Table(
            screening=self._services.screening, requirements=self._services.field.requirements
        )
        columns, rows = table.rows(found.lines, asked.clocks, asked.other)
        if shape == "csv":
            return asked_in_private(request, csv_bytes([columns, *rows]), media_type=CSV)
        if shape == "xlsx":
            return asked_in_private(request, xlsx_bytes([columns, *rows]), media_type=XLSX)
        told = [dict(zip(columns, row, strict=True)) for row in rows]
        made = orjson.dumps({"rows": told, "unused": list(found.columns.unused)})
        return asked_in_private(request, made, media_type=JSON)


def _check_many(said: list[Any]) -> None:
    not_too_many(len(said))
    for number, item in enumerate(said, start=1):
        if not isinstance(item, dict):
            raise UsageError(f"product {number} of the array is no object")


def _other(clocks: Clocks, day: str | None, known: str | None) -> Clocks:
    return replace(
        clocks,
        on=parse_day(day) if day else clocks.on,
        announced_by=parse_when(known) if known else clocks.announced_by,
    )


def _request_body() -> dict[str, Any]:
    many = {
        "type": "array",
        "items": {"type": "object"},
        "description": "Products; one that cannot be read is answered with its error.",
    }
    either = {"anyOf": [_ONE_PRODUCT, many]}
    return {"required": True, "content": {JSON: {"schema": either}}}


_WANTED = {
    "share": "write 0.2%, 2000 ppm or 0.002; leave it out where it is not known",
    "hs": "write a customs code such as 8505.11",
    "control_codes": "write a control code such as 1C905.a",
}


def _wanted(fault: Any) -> str:
    """Say what should stand in place of what cannot be read."""
    names = [part for part in fault["loc"] if isinstance(part, str)]
    if fault["type"] == "string_pattern_mismatch" and names[-1] in _WANTED:
        return _WANTED[names[-1]]
    return str(fault["msg"]).removeprefix("Value error, ")


def shapes_of_requests() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schemas that only requests use, by name."""
    made = product_shapes.Product.model_json_schema(ref_template="#/components/schemas/{model}")
    yield from made.pop("$defs", {}).items()
    yield "Product", made
