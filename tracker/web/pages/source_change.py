"""What may an administrator change of a source in the browser?"""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from tracker.application.intake.sources import SourceReport
from tracker.application.people.accounts import Person, Role
from tracker.domain.days import parse_day
from tracker.errors import SourceError, UsageError
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.pages.records.source_change import source_change_view
from tracker.web.frame import Frame
from tracker.web.services import Services
from tracker.web.signin.guard import required

Admin = Annotated[Person, Depends(required(Role.ADMIN))]
Short = Annotated[str, Form(max_length=500)]
DEEDS = ("pause", "resume", "close-gap")


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/sources/change``."""
    router = APIRouter(prefix="/sources")
    sources = services.sources

    def found(id: str) -> SourceReport:
        try:
            return sources.show(id)
        except SourceError as error:
            raise HTTPException(404, str(error)) from None

    @router.get("/change")
    def ask(request: Request, person: Admin, id: str = "", done: str = "") -> Response:
        words = frame.words(request)
        told = words(f"source_change.done_{done}") if done in DEEDS else None
        view = source_change_view(words, found(id), told=told)
        return frame.page(request, "source-change.html.j2", view)

    @router.post("/change")
    def change(
        request: Request,
        person: Admin,
        id: Short,
        deed: Short,
        first: Short = "",
        last: Short = "",
        reason: Annotated[str, Form(max_length=4000)] = "",
    ) -> Response:
        one = found(id)
        try:
            _do(deed, id, person, first=first, last=last, reason=reason)
        except (SourceError, UsageError) as error:
            words, fault = frame.words(request), short(str(error))
            view = source_change_view(words, one, fault=fault, reason=reason)
            return frame.page(request, "source-change.html.j2", view, status=400)
        place = Addresses().to("/sources/change", id=id, done=deed)
        return RedirectResponse(place, status_code=303)

    def _do(deed: str, id: str, person: Person, *, first: str, last: str, reason: str) -> None:
        match deed:
            case "pause":
                sources.pause(id, by=person.name)
            case "resume":
                sources.resume(id, by=person.name)
            case "close-gap":
                days = {"first": parse_day(first), "last": parse_day(last)}
                sources.close_gap(id, reason=reason, by=person.name, **days)
            case _:
                raise UsageError(f"{deed!r} is nothing to do; choose one of {', '.join(DEEDS)}")

    return router
