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

from tracker.application.products.belongings import owners_of
from tracker.application.products.product_facts import read_product
from tracker.application.products.product_lists import ProductList
from tracker.application.products.product_rows import check_list_name, csv_bytes, xlsx_bytes
from tracker.application.products.product_tables import Cells, Table
from tracker.application.products.screen import Changed
from tracker.application.products.touched import opened
from tracker.domain.days import parse_day, parse_when
from tracker.domain.questions import Clocks
from tracker.errors import TrackerError, UsageError
from tracker.rendering.addresses import CLOCKS, Addresses
from tracker.rendering.pages.check.form import ChoiceView, said_in
from tracker.rendering.pages.check.lists import kept_choices, list_chosen
from tracker.rendering.pages.check.page import Outcome, check_view
from tracker.rendering.pages.check.table import list_view
from tracker.rendering.words import LANGUAGES
from tracker.web.api.evidence import Packing
from tracker.web.frame import Frame
from tracker.web.long_lists import refuse_too_long, sent_list, turn
from tracker.web.services import Services
from tracker.web.signin.guard import person_of

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

    def other_than(self, clocks: Clocks) -> Clocks | None:
        """Return the other day or the other state of knowledge, ``None`` where none is asked."""
        day, known = self.first("versus"), self.first("versus_announced_by")
        if not (day or known):
            return None
        return replace(
            clocks,
            on=parse_day(day) if day else clocks.on,
            announced_by=parse_when(known) if known else clocks.announced_by,
        )

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
        words, kept = self._frame.words(request), self._choices(request, asked)
        view = check_view(
            words,
            asked.texts,
            outcome or Outcome(),
            clocks=clocks,
            addresses=addresses,
            requirements=self._services.field.requirements,
            kept=kept,
        )
        framed = Request({**request.scope, "query_string": _kept_in(addresses, request)})
        made = self._frame.page(framed, "check.html.j2", view, status=status)
        if outcome or kept:
            made.headers["Cache-Control"] = "no-store"
        return made

    def _choices(self, request: Request, asked: _Asked) -> tuple[ChoiceView, ...]:
        """Return the reader's own lists as choices; nobody sees those of anybody else."""
        person = person_of(request)
        if person is None:
            return ()
        lines = self._services.belongings.lists(owners_of(person))
        words = self._frame.words(request)
        return tuple(kept_choices(words, person, lines, chosen=asked.first("kept")))

    def answer(self, request: Request, asked: _Asked) -> Response:
        """Answer what a form asks, with the form as it was filled in; a fault stands above it."""
        try:
            clocks = self._services.queries.clocks(**asked.addresses.clocks)
            other = asked.other_than(clocks)
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
        found = self._kept(request, asked) if asked.first("kept") else self._sent(asked)
        with turn():
            return self._table(request, asked, found, clocks, other)

    def _table(
        self,
        request: Request,
        asked: _Asked,
        found: ProductList,
        clocks: Clocks,
        other: Clocks | None,
    ) -> Response:
        services = self._services
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

    def _sent(self, asked: _Asked) -> ProductList:
        name, body = asked.file or ("", b"")
        check_list_name(name, place=name or "the file")
        mapping = [line for line in asked.first("map").splitlines() if line.strip()]
        words = self._services.screening.words
        return sent_list(body, name=name, words=words, mapping=mapping)

    def _kept(self, request: Request, asked: _Asked) -> ProductList:
        """Return a list that the reader, or their team, keeps; its column names are kept with it.

        Raises `AccountError` for any other: whether somebody else has it is not told.
        """
        person = person_of(request)
        if person is None:
            raise UsageError("sign in to check a list that you keep, or choose a file")
        owner, name = list_chosen(asked.first("kept"))
        mine = owners_of(person)
        kept = self._services.belongings.get((owner,) if owner in mine else mine, name)
        refuse_too_long(kept.parts, name=kept.name)
        return opened(kept, self._services.screening)


def _kept_in(addresses: Addresses, request: Request) -> bytes:
    """Return the clocks of a form, and the language, as an address has them.

    What stands around a page tells them.
    """
    asked = request.query_params.get("lang")
    language = {"lang": asked} if asked in LANGUAGES else {}
    return urlencode({**addresses.clocks, **language}).encode("ascii")


def _file(shape: str, rows: Sequence[Cells]) -> Response:
    media, write = FILES[shape]
    headers: dict[str, Any] = {
        "Content-Disposition": f'attachment; filename="checked.{shape}"',
        "Cache-Control": "no-store",
    }
    return Response(write(rows), media_type=media, headers=headers)
