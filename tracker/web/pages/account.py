"""What may a person change of their own account?"""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from tracker.application.people.accounts import Person, Role
from tracker.application.people.enrolling import role_of
from tracker.errors import AccountError, SignInRefused, UsageError
from tracker.rendering.pages.people.sign_in import account_view
from tracker.web.frame import Frame
from tracker.web.services import Services
from tracker.web.signin.cookies import SESSION, word_in
from tracker.web.signin.guard import required

_TOLD = frozenset({"password_changed", "token_revoked"})
Reader = Annotated[Person, Depends(required(Role.READER))]


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/account`` and its deeds."""
    router = APIRouter(prefix="/account")

    def shown(
        request: Request,
        person: Person,
        *,
        status: int = 200,
        told: str | None = None,
        fault: str | None = None,
        word: str | None = None,
    ) -> Response:
        enrolling = services.enrolling
        view = account_view(
            frame.words(request),
            person,
            tokens=enrolling.tokens(person.name),
            sessions=enrolling.store.sessions(person.account),
            told=told,
            fault=fault,
            word=word,
        )
        answer = frame.page(request, "account.html.j2", view, status=status)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def proven(request: Request, person: Person, password: str) -> str | None:
        """Return why a deed is refused, ``None`` where the password is the person's own."""
        address = request.client.host if request.client else ""
        try:
            fits = services.admitting.confirms(person, password, address=address)
        except SignInRefused as refusal:
            return str(refusal)
        return None if fits else frame.words(request)("account.wrong")

    @router.get("")
    def own(request: Request, person: Reader, told: str = "") -> Response:
        return shown(request, person, told=told if told in _TOLD else None)

    @router.post("/password")
    def password(
        request: Request,
        person: Reader,
        old: Annotated[str, Form()],
        new: Annotated[str, Form()],
        again: Annotated[str, Form()],
    ) -> Response:
        if new != again:
            fault: str | None = frame.words(request)("account.differ")
            return shown(request, person, status=400, fault=fault)
        if fault := proven(request, person, old):
            return shown(request, person, status=403, fault=fault)
        keep = word_in(request, SESSION, services.access)
        try:
            services.enrolling.give_password(person.name, new, keep=keep)
        except UsageError as error:
            return shown(request, person, status=400, fault=str(error))
        return RedirectResponse("/account?told=password_changed", status_code=303)

    @router.post("/tokens")
    def make(
        request: Request,
        person: Reader,
        label: Annotated[str, Form()],
        role: Annotated[str, Form()],
        days: Annotated[int, Form(ge=1, le=3660)],
        old: Annotated[str, Form()],
    ) -> Response:
        if fault := proven(request, person, old):
            return shown(request, person, status=403, fault=fault)
        try:
            _, word = services.enrolling.give_token(
                person.name, label=label, role=role_of(role), days=days
            )
        except UsageError as error:
            return shown(request, person, status=400, fault=str(error))
        return shown(request, person, told="token_made", word=word)

    @router.post("/tokens/revoke")
    def revoke(request: Request, person: Reader, token: Annotated[str, Form()]) -> Response:
        try:
            services.enrolling.revoke(person.name, token)
        except AccountError as error:
            return shown(request, person, status=404, fault=str(error))
        return RedirectResponse("/account?told=token_revoked", status_code=303)

    return router
