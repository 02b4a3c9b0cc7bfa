"""How does the service get its door: sessions, tokens, forms, and whose address is believed?"""

from collections.abc import Callable

from fastapi import FastAPI, HTTPException, Request, Response
from starlette.exceptions import HTTPException as Refusal
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from tracker.application.people.admitting import Admitting
from tracker.web.signin.access import Access
from tracker.web.signin.middleware import SignedIn


def add_door(app: FastAPI, *, admitting: Callable[[], Admitting], access: Access) -> None:
    """Ask of every request who asks; call it before whatever puts headers on the answers."""

    def refuse(request: Request, error: HTTPException) -> Response:
        answer: Response = app.exception_handlers[Refusal](request, error)  # type: ignore[assignment]
        return answer

    app.add_middleware(SignedIn, admitting=admitting, access=access, refuse=refuse)


def add_trusted_proxies(app: FastAPI, access: Access) -> None:
    """Believe ``X-Forwarded-For`` and ``-Proto`` of the proxies named in the settings only.

    Call it last, so that whatever is inside sees the address of the browser.
    """
    if access.trusted_proxies:
        app.add_middleware(
            ProxyHeadersMiddleware,
            trusted_hosts=list(access.trusted_proxies),
        )
