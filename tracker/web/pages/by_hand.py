"""What can people put in by hand in the browser: official word, a retraction, a signature?"""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from tracker.application.answers.evidence import announcement_in
from tracker.errors import InputError, ReviewError, UsageError
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.pages.desk.beside import settle_view
from tracker.rendering.pages.desk.forms import (
    OUTCOMES,
    close_view,
    mark_read_view,
    retract_view,
)
from tracker.rendering.pages.desk.late import reason_fault
from tracker.web.frame import Frame
from tracker.web.pages.review import Reviewer
from tracker.web.services import Services

Id = Annotated[str, Form(max_length=2000)]
Text = Annotated[str, Form()]


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return the deeds under ``/review`` that belong to no proposal."""
    router = APIRouter(prefix="/review")
    desk, entering = services.review, services.entering

    def closing(request: Request, *, status: int = 200, **typed: str) -> Response:
        tasks = services.queries.upcoming(frame.clocks(request), days=0).tasks
        view = close_view(frame.words(request), tasks, **typed)
        return frame.page(request, "close-task.html.j2", view, status=status)

    @router.get("/close")
    def ask_to_close(
        request: Request, person: Reviewer, task: str = "", announcement: str = ""
    ) -> Response:
        return closing(request, task=task, announcement=announcement)

    @router.post("/close")
    def close(
        request: Request,
        person: Reviewer,
        task: Id,
        outcome: Id,
        announcement: Id = "",
        quote: Text = "",
    ) -> Response:
        typed = {"task": task, "outcome": outcome, "announcement": announcement, "quote": quote}
        try:
            if outcome not in OUTCOMES:
                raise UsageError(f"{outcome!r} is no outcome; choose one of {', '.join(OUTCOMES)}")
            entering.close(
                task,
                outcome=outcome,
                announcement=announcement.strip(),
                quote=quote,
                by=person.name,
            )
        except (ReviewError, UsageError, InputError) as error:
            return closing(request, status=400, **typed, fault=short(str(error), longest=600))
        return RedirectResponse("/review?done=closed", status_code=303)

    @router.get("/retract")
    def ask_to_retract(request: Request, person: Reviewer, effect: str = "") -> Response:
        view = retract_view(frame.words(request), effect=effect)
        return frame.page(request, "retract.html.j2", view)

    def retracting(request: Request, *, effect: str, reason: str, fault: str) -> Response:
        view = retract_view(frame.words(request), effect=effect, reason=reason, fault=fault)
        return frame.page(request, "retract.html.j2", view, status=400)

    @router.post("/retract")
    def retract(request: Request, person: Reviewer, effect: Id, reason: Text = "") -> Response:
        reason = reason.replace("\r\n", "\n")
        if told := reason_fault(frame.words(request), reason, needed=True):
            return retracting(request, effect=effect, reason=reason, fault=told)
        try:
            entering.retract(effect.strip(), reason=reason, by=person.name)
        except (ReviewError, UsageError, InputError) as error:
            told = short(str(error), longest=600)
            return retracting(request, effect=effect, reason=reason, fault=told)
        return RedirectResponse("/review?done=retracted", status_code=303)

    def settling(
        request: Request,
        number: str,
        *,
        status: int = 200,
        reason: str = "",
        fault: str | None = None,
    ) -> Response:
        found = [one for one in services.conflicts.waiting() if one.number == number]
        view = settle_view(frame.words(request), number, found, reason=reason, fault=fault)
        return frame.page(request, "settle.html.j2", view, status=status)

    @router.get("/settle")
    def ask_to_settle(request: Request, person: Reviewer, number: str = "") -> Response:
        return settling(request, number)

    @router.post("/settle")
    def settle(request: Request, person: Reviewer, number: Id, reason: Text = "") -> Response:
        reason = reason.replace("\r\n", "\n")
        if told := reason_fault(frame.words(request), reason, needed=True):
            return settling(request, number, status=400, reason=reason, fault=told)
        try:
            services.conflicts.settle(number, by=person.name, reason=reason)
        except (ReviewError, UsageError) as error:
            told = short(str(error), longest=600)
            return settling(request, number, status=409, reason=reason, fault=told)
        return RedirectResponse("/review?done=settled", status_code=303)

    @router.post("/sign-off")
    def sign_off(request: Request, person: Reviewer, id: Id) -> Response:
        try:
            desk.sign_off(id, by=person.name)
        except ReviewError as error:
            raise HTTPException(409, str(error)) from None
        return RedirectResponse("/review?done=signed", status_code=303)

    @router.get("/read")
    def ask_to_mark(request: Request, person: Reviewer, announcement: str = "") -> Response:
        return marking(request, announcement)

    def marking(request: Request, id: str, *, fault: str | None = None) -> Response:
        found = announcement_in(services.log.find, id)
        if found is None:
            raise HTTPException(404, f"there is no announcement {short(id)}")
        view = mark_read_view(frame.words(request), id, title=found.title or id, fault=fault)
        status = 200 if fault is None else 409
        return frame.page(request, "mark-read.html.j2", view, status=status)

    @router.post("/read")
    def read(request: Request, person: Reviewer, announcement: Id) -> Response:
        try:
            desk.sign_off(announcement, by=person.name)
        except ReviewError as error:
            return marking(request, announcement, fault=short(str(error)))
        return RedirectResponse(Addresses().announcement(announcement), status_code=303)

    return router
