"""How does a person sign in and out? (the only form that is open to everybody)"""

from datetime import datetime
from secrets import token_hex
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from tracker.application.people.admitting import form_mark
from tracker.errors import SignInRefused
from tracker.rendering.pages.people.sign_in import sign_in_view
from tracker.web.frame import Frame
from tracker.web.services import Services
from tracker.web.signin.cookies import SESSION, VISITOR, give, take, word_in
from tracker.web.signin.guard import person_of, way_back

_NO_STORE = "no-store"


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/sign-in`` and ``/sign-out``."""
    router = APIRouter()
    closed = services.access.reading == "closed"
    access = services.access

    @router.get("/sign-in")
    def door(request: Request) -> Response:
        following = way_back(request.query_params.get("next"))
        if person_of(request) is not None:
            return RedirectResponse(following, status_code=303)
        visitor = word_in(request, VISITOR, access) or token_hex(32)
        request.state.csrf = form_mark(visitor)
        nobody = not services.admitting.anybody()
        view = sign_in_view(frame.words(request), next_=following, nobody=nobody, closed=closed)
        answer = frame.page(request, "sign-in.html.j2", view)
        give(answer, request, VISITOR, visitor, access)
        answer.headers["Cache-Control"] = _NO_STORE
        return answer

    @router.post("/sign-in")
    def enter(
        request: Request,
        name: Annotated[str, Form()],
        password: Annotated[str, Form()],
        next_: Annotated[str, Form(alias="next")] = "/",
    ) -> Response:
        following = way_back(next_)
        address = request.client.host if request.client else ""
        earlier = word_in(request, SESSION, access)
        try:
            admitted = services.admitting.sign_in(
                name, password, address=address, instead_of=earlier
            )
        except SignInRefused as refusal:
            return refused(request, name=name, next_=following, until=refusal.until)
        answer = RedirectResponse(following, status_code=303)
        give(answer, request, SESSION, admitted.word, access)
        take(answer, request, VISITOR, access)
        answer.headers["Cache-Control"] = _NO_STORE
        return answer

    def refused(request: Request, *, name: str, next_: str, until: datetime | None) -> Response:
        view = sign_in_view(
            frame.words(request),
            next_=next_,
            name=name[:200],
            refused=True,
            until=until,
            closed=closed,
        )
        status = 401 if until is None else 429
        answer = frame.page(request, "sign-in.html.j2", view, status=status)
        if until is not None:
            wait = max(1, round((until - services.clock()).total_seconds()))
            answer.headers["Retry-After"] = str(wait)
        answer.headers["Cache-Control"] = _NO_STORE
        return answer

    @router.post("/sign-out")
    def leave(request: Request, everywhere: Annotated[str, Form()] = "") -> Response:
        person, word = person_of(request), word_in(request, SESSION, access)
        if person is not None and everywhere:
            services.admitting.sign_out_everywhere(person)
        elif word is not None:
            services.admitting.sign_out(word)
        answer = RedirectResponse("/", status_code=303)
        take(answer, request, SESSION, access)
        answer.headers["Clear-Site-Data"] = '"cache"'
        return answer

    return router
