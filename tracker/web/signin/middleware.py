"""Who asks, and did a form come from a page of ours? (asked once, before any route)"""

import hmac
from collections.abc import Callable

from fastapi import HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.application.people.accounts import Person
from tracker.application.people.admitting import Admitting, form_mark
from tracker.web.signin.access import ALWAYS_OPEN, Access, is_for_machines
from tracker.web.signin.bodies import MOST, MOST_AT_THE_DOOR, again, limited, mark_in, whole
from tracker.web.signin.cookies import SESSION, VISITOR, word_in
from tracker.web.signin.guard import SAFE, door

Refuse = Callable[[Request, HTTPException], Response]
"""Makes the answer to a request that goes no further."""

_NOT_OURS = (
    "This form did not come from a page of this service that you were shown while signed in as "
    "you are now, so nothing was done. Open the page anew and send the form again."
)
_ELSEWHERE = frozenset({"cross-site", "same-site"})
_AT_THE_DOOR = frozenset({"/sign-in", "/digests/subscribe"})


class SignedIn:
    """Puts ``person`` and ``csrf`` into the state of each request, and stops forged forms.

    ``person`` is who asks, by a token or by a session; ``csrf`` is what a form must carry. A
    request that changes something and comes with a session is refused without it.
    """

    def __init__(
        self, app: ASGIApp, *, admitting: Callable[[], Admitting], access: Access, refuse: Refuse
    ) -> None:
        self.app = app
        self._admitting = admitting
        self._access = access
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; ASGI's own contract."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            receive = await self._admitted(request, receive)
        except HTTPException as error:
            answer = await run_in_threadpool(self._refuse, request, error)
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, send)

    async def _admitted(self, request: Request, receive: Receive) -> Receive:
        """Fill in the request's state; raise `HTTPException` where it goes no further."""
        word = word_in(request, SESSION, self._access)
        request.state.person = person = await self._person(request, word)
        by_session = person is not None and person.via == "session"
        mark = word if by_session else word_in(request, VISITOR, self._access)
        request.state.csrf = form_mark(mark) if mark else ""
        if person is None and self._is_closed(request.url.path) and not _is_preflight(request):
            raise door(request)
        if request.method in SAFE:
            return receive
        return await self._deed(request, receive, by_session=by_session)

    async def _deed(self, request: Request, receive: Receive, *, by_session: bool) -> Receive:
        """Let through what changes something, if it is not somebody else's doing."""
        path = request.url.path
        by_token = request.state.person is not None and not by_session
        by_browser = not by_token and not is_for_machines(path)
        if by_browser and request.headers.get("sec-fetch-site") in _ELSEWHERE:
            raise HTTPException(403, _NOT_OURS)
        at_the_door = path in _AT_THE_DOOR
        receive = limited(receive, MOST_AT_THE_DOOR if at_the_door else MOST)
        if not by_session and not at_the_door:
            return receive
        body = await whole(receive)
        shown, expected = await mark_in(request, body), request.state.csrf
        if not expected or not hmac.compare_digest(shown.encode(), expected.encode()):
            raise HTTPException(403, _NOT_OURS)
        return again(body, receive)

    async def _person(self, request: Request, word: str | None) -> Person | None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            found = await run_in_threadpool(self._admitting().by_token, token.strip())
            if found is None:
                raise HTTPException(
                    401,
                    "this token is unknown, revoked or has expired",
                    headers={"WWW-Authenticate": 'Bearer realm="tracker", error="invalid_token"'},
                )
            return found
        if word is None:
            return None
        return await run_in_threadpool(self._admitting().by_session, word)

    def _is_closed(self, path: str) -> bool:
        return self._access.reading == "closed" and not path.startswith(ALWAYS_OPEN)


def _is_preflight(request: Request) -> bool:
    """Tell whether a browser only asks if another origin may ask; it carries no token yet."""
    return request.method == "OPTIONS" and "access-control-request-method" in request.headers
