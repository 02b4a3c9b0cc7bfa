"""How do people keep, check and erase their own lists of products?

What is asked of a list stands in forms, never in an address: proxies and browsers keep addresses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from tracker.application.people.accounts import Person, Role
from tracker.application.products.belongings import BODY_MOST, owner_of, owners_of, team_owner
from tracker.application.products.product_rows import check_list_name
from tracker.application.products.product_tables import COLUMNS, Table
from tracker.application.products.touched import counted, mapping_of, opened
from tracker.domain.days import parse_day
from tracker.errors import AccountError, InputError, UsageError
from tracker.rendering.neutral import short
from tracker.rendering.pages.check.lists import lists_view
from tracker.rendering.pages.check.table import list_view
from tracker.web.frame import Frame
from tracker.web.pages.check import FILES
from tracker.web.services import Services
from tracker.web.signin.guard import required

Reader = Annotated[Person, Depends(required(Role.READER))]
_DONE = frozenset({"kept", "erased"})
_ERRORS = (AccountError, InputError, UsageError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form as it came: its texts, and the file with its name, if there is one."""

    texts: Mapping[str, str]
    file: tuple[str, bytes] | None = None


async def sent(request: Request) -> Sent:
    """Read the form."""
    texts, file = {}, None
    async with request.form(max_files=1, max_fields=30) as form:
        for key, value in form.multi_items():
            if isinstance(value, UploadFile):
                if value.filename:
                    file = (value.filename, await value.read(BODY_MOST + 1))
            else:
                texts[key] = value[:8000]
    return Sent(texts=texts, file=file)


Form = Annotated[Sent, Depends(sent)]


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/lists``."""
    router = APIRouter()
    things = services.belongings

    def shown(request: Request, person: Person, *, status: int = 200, **more: Any) -> Response:
        lines = things.lists(owners_of(person))
        view = lists_view(frame.words(request), person, lines, **more)
        answer = frame.page(request, "lists.html.j2", view, status=status)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @router.get("/lists")
    def lists(request: Request, person: Reader, done: str = "") -> Response:
        told = frame.words(request)(f"lists.done_{done}") if done in _DONE else None
        return shown(request, person, told=told)

    @router.post("/lists")
    def deed(request: Request, person: Reader, form: Form) -> Response:
        texts = form.texts
        try:
            match texts.get("deed"):
                case "keep":
                    keep(person, form)
                    return RedirectResponse("/lists?done=kept", status_code=303)
                case "erase":
                    owner, name = texts.get("owner", ""), texts.get("name", "")
                    things.drop(owners_of(person), owner, name)
                    return RedirectResponse("/lists?done=erased", status_code=303)
                case "check" | "csv" | "xlsx":
                    return checked(request, person, texts)
                case other:
                    raise UsageError(f"{other!r} is nothing to do with a list")
        except _ERRORS as error:
            typed = {"name": texts.get("name", ""), "mapping": texts.get("mapping", "")}
            status = 404 if isinstance(error, AccountError) else 400
            return shown(request, person, status=status, fault=short(str(error)), **typed)

    def keep(person: Person, form: Sent) -> None:
        name, body = form.file or ("", b"")
        check_list_name(name, place=name or "the file")
        mapping = mapping_of(line for line in form.texts.get("mapping", "").splitlines() if line)
        parts = counted(body, name=name, mapping=mapping, screening=services.screening)
        shared = bool(form.texts.get("team")) and person.team is not None
        things.keep(
            team_owner(person.team or "") if shared else owner_of(person.account),
            form.texts.get("name", ""),
            file_name=short(name, longest=120),
            body=body,
            mapping=mapping,
            parts=parts,
            by=person.name,
        )

    def checked(request: Request, person: Person, texts: Mapping[str, str]) -> Response:
        owners = tuple(one for one in owners_of(person) if one == texts.get("owner"))
        kept = things.get(owners or owners_of(person), texts.get("name", ""))
        day, clocks = texts.get("on", ""), services.queries.clocks()
        clocks = replace(clocks, on=parse_day(day)) if day else clocks
        found = opened(kept, services.screening)
        table = Table(screening=services.screening, requirements=services.field.requirements)
        with services.library.undisturbed():
            rows = tuple(table.checked(found.lines, clocks))
        deed = texts.get("deed", "")
        if deed in FILES:
            media, write = FILES[deed]
            headers = {
                "Content-Disposition": f'attachment; filename="checked.{deed}"',
                "Cache-Control": "no-store",
            }
            return Response(write([COLUMNS, *rows]), media_type=media, headers=headers)
        view = list_view(
            frame.words(request),
            COLUMNS,
            rows,
            counts=dict(table.count.most_common()),
            unused=found.columns.unused,
        )
        return shown(request, person, checked=view, checked_name=kept.name)

    return router
