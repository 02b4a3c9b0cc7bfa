"""Which cookies does the service set, and which of them does it believe?"""

from fastapi import Request, Response

from tracker.web.signin.access import Access

SESSION, VISITOR = "session", "visitor"
"""Who is signed in; and, before that, which browser a form was shown to."""

_BOUND = "__Host-"
"""A browser takes a cookie of such a name over an encrypted line only, and from this host only."""


def word_in(request: Request, name: str, access: Access) -> str | None:
    """Return the word of a cookie; over an encrypted line only one that was set over such."""
    return request.cookies.get(_called(request, name, access)) or None


def give(response: Response, request: Request, name: str, word: str, access: Access) -> None:
    """Set a cookie that no script can read and that other sites' forms do not send."""
    response.set_cookie(
        _called(request, name, access),
        word,
        path="/",
        httponly=True,
        samesite="lax",
        secure=access.is_secure(request),
    )


def take(response: Response, request: Request, name: str, access: Access) -> None:
    """Drop a cookie."""
    response.delete_cookie(
        _called(request, name, access),
        path="/",
        httponly=True,
        samesite="lax",
        secure=access.is_secure(request),
    )


def _called(request: Request, name: str, access: Access) -> str:
    return _BOUND + name if access.is_secure(request) else name
