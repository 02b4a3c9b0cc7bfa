"""May whoever asks do this? (the dependency that routes name)"""

from collections.abc import Callable
from urllib.parse import quote, urlencode

from fastapi import HTTPException, Request

from tracker.application.people.accounts import Person, Role
from tracker.web.signin.access import is_for_machines

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""What changes nothing."""


def person_of(request: Request) -> Person | None:
    """Return who asks, ``None`` where nobody has signed in."""
    found: Person | None = getattr(request.state, "person", None)
    return found


def required(role: Role | str) -> Callable[[Request], Person]:
    """Return a dependency that gives the person, if they may do what needs this role.

    A page sends whoever has not signed in to the door and back; a form says so and keeps what was
    typed; a program gets 401 or 403.
    """
    needed = Role(role)

    def check(request: Request) -> Person:
        person = person_of(request)
        if person is None:
            raise door(request)
        if not person.role.covers(needed):
            raise HTTPException(
                403, f"{person.name} is a {person.role}; this needs the role of a {needed}"
            )
        return person

    return check


def door(request: Request) -> HTTPException:
    """Return the answer to somebody who must sign in first."""
    path = request.url.path
    if is_for_machines(path):
        told = "send a token: Authorization: Bearer … (tracker account token add)"
        return HTTPException(401, told, headers={"WWW-Authenticate": 'Bearer realm="tracker"'})
    if request.method in SAFE:
        return HTTPException(303, headers={"Location": sign_in_address(request)})
    return HTTPException(
        401,
        "You are not signed in, or your session has ended, so nothing was recorded. Sign in in "
        "another tab, come back here, reload the form and send it again: the browser's way back "
        "still holds what you typed.",
    )


def sign_in_address(request: Request) -> str:
    """Return the door's address, with the way back to this page."""
    back = quote(request.scope["path"])  # decoded; that of `request.url` is so only in part
    if request.url.query:
        back = f"{back}?{request.url.query}"
    return "/sign-in?" + urlencode({"next": back})


def way_back(text: str | None) -> str:
    """Return where to go after signing in: a path of this service, whatever was asked for."""
    text = text or ""
    plain = text.isascii() and text.isprintable() and " " not in text and "\\" not in text
    if not plain or not text.startswith("/") or text.startswith("//") or len(text) > 2000:
        return "/"
    return "/" if text.startswith(("/sign-in", "/sign-out")) else text
