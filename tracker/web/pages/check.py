"""Is this product, or this list, caught? (a form; what is typed is kept nowhere)

The form is sent by POST although it changes nothing: what a house makes and where it goes must not
stand in addresses, which proxies and browsers keep.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData, UploadFile

from tracker.application.products.product_facts import read_product
from tracker.application.products.product_lists import list_of
from tracker.application.products.product_rows import (
    check_list_name,
    csv_bytes,
    rows_of,
    xlsx_bytes,
)
from tracker.application.products.product_tables import Cells, Table
from tracker.application.products.screen import Changed
from tracker.domain.days import parse_day
from tracker.domain.questions import Clocks
from tracker.errors import TrackerError
from tracker.rendering.addresses import CLOCKS, Addresses
from tracker.rendering.pages.check import Outcome, check_view
from tracker.rendering.pages.check_form import said_in
from tracker.rendering.pages.check_list import list_view
from tracker.web.api.evidence import Packing
from tracker.web.frame import Frame
from tracker.web.services import Services

_FIELDS_MOST = 400
_CODE_LONGEST = 40
Filled = Mapping[str, Sequence[str]]

FILES = {
    "csv": ("text/csv; charset=utf-8", csv_bytes),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx_bytes,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A form as it came: its texts, and the file, if there is one, with its bytes."""

    texts: Filled
    file: tuple[str, bytes] | None = None

    def first(self, name: str) -> str:
        return next(iter(self.texts.get(name, ())), "").strip()

    @property
    def addresses(self) -> Addresses:
        """The addresses that keep the clocks of the form."""
        return Addresses(**{name: self.first(name) or None for name in CLOCKS})


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/check``: the form, and what comes of it."""
    router = APIRouter()
    desk = _Desk(services, frame)

    @router.get("/check", response_class=HTMLResponse)
    def empty(request: Request) -> HTMLResponse:
        given = dict(frame.addresses(request).clocks)
        code = request.query_params.get("hs", "").strip()[:_CODE_LONGEST]
        if code:  # a search for it, which stood in an address already, leads here
            given["hs"] = code
        return desk.page(request, _Asked(texts={name: [text] for name, text in given.items()}))

    @router.post("/check", response_class=HTMLResponse)
    async def asked(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=_FIELDS_MOST) as form:
            said = await _read(form)
        return await run_in_threadpool(desk.answer, request, said)

    return router


async def _read(form: FormData) -> _Asked:
    texts: dict[str, list[str]] = {}
    file = None
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            if value.filename:
                file = (value.filename, await value.read())
        else:
            texts.setdefault(name, []).append(value)
    return _Asked(texts=texts, file=file)


class _Desk:
    def __init__(self, services: Services, frame: Frame) -> None:
        self._services, self._frame = services, frame
        self._packing = Packing(services)

    def page(
        self, request: Request, asked: _Asked, outcome: Outcome | None = None, *, status: int = 200
    ) -> HTMLResponse:
        """Print the page; a clock that is no day leaves the clocks of today."""
        addresses = asked.addresses
        try:
            clocks = self._services.queries.clocks(**addresses.clocks)
        except TrackerError:
            clocks = self._services.queries.clocks()
        view = check_view(
            self._frame.words(request),
            asked.texts,
            outcome or Outcome(),
            clocks=clocks,
            addresses=addresses,
            requirements=self._services.field.requirements,
        )
        framed = Request({**request.scope, "query_string": _clocks_in(addresses)})
        made = self._frame.page(framed, "check.html.j2", view, status=status)
        made.headers["Cache-Control"] = "no-store" if outcome else made.headers["Cache-Control"]
        return made

    def answer(self, request: Request, asked: _Asked) -> Response:
        """Answer what a form asks, with the form as it was filled in; a fault stands above it."""
        try:
            clocks = self._services.queries.clocks(**asked.addresses.clocks)
            day = asked.first("versus")
            other = replace(clocks, on=parse_day(day)) if day else None
            if asked.first("what") == "list":
                return self._list(request, asked, clocks, other)
            return self._one(request, asked, clocks, other)
        except TrackerError as error:
            return self.page(request, asked, Outcome(fault=str(error)), status=422)

    def _one(
        self, request: Request, asked: _Asked, clocks: Clocks, other: Clocks | None
    ) -> Response:
        said = said_in(asked.texts)
        screening = self._services.screening
        product = read_product(said, screening.words)
        if asked.first("shape") == "evidence":
            return self._packing.check(request, said, clocks)
        with self._services.library.undisturbed():
            first = screening.check(product, clocks)
            if other is None:
                return self.page(request, asked, Outcome(results=(first,)))
            changed: Changed | None = next(iter(screening.changed([product], clocks, other)), None)
            second = changed.after if changed else screening.check(product, other)
            return self.page(request, asked, Outcome(results=(first, second), changed=changed))

    def _list(
        self, request: Request, asked: _Asked, clocks: Clocks, other: Clocks | None
    ) -> Response:
        name, body = asked.file or ("", b"")
        check_list_name(name, place=name or "the file")
        mapping = [line for line in asked.first("map").splitlines() if line.strip()]
        services = self._services
        found = list_of(
            rows_of(body, name=name), services.screening.words, place=name, mapping=mapping
        )
        table = Table(screening=services.screening, requirements=services.field.requirements)
        columns, rows = table.rows(found.lines, clocks, other)
        shape = asked.first("shape")
        if shape in FILES:
            return _file(shape, [columns, *rows])
        view = list_view(
            self._frame.words(request),
            columns,
            rows,
            counts=dict(table.count.most_common()),
            unused=found.columns.unused,
        )
        return self.page(request, asked, Outcome(listed=view))


def _clocks_in(addresses: Addresses) -> bytes:
    """Return the clocks of a form as an address has them: what stands around a page tells them."""
    return urlencode(addresses.clocks).encode("ascii")


def _file(shape: str, rows: Sequence[Cells]) -> Response:
    media, write = FILES[shape]
    headers: dict[str, Any] = {
        "Content-Disposition": f'attachment; filename="checked.{shape}"',
        "Cache-Control": "no-store",
    }
    return Response(write(rows), media_type=media, headers=headers)
