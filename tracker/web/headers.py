"""What may a page do in a browser? (headers of every answer)"""

from collections.abc import Mapping
from typing import TypeVar

from fastapi import Response

A = TypeVar("A", bound=Response)

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STORED_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Pages that bring their own style: digests as they were sent, and the doors of mails."""

STORED = ("/digests/", "/confirm/", "/unsubscribe/")

SECURITY_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def secured(answer: A, *, path: str) -> A:
    """Put the headers on an answer; what a route has set itself stays."""
    stored = (path.startswith(STORED) and path.endswith(".html")) or path.startswith(STORED[1:])
    answer.headers.setdefault("Content-Security-Policy", STORED_POLICY if stored else PAGE_POLICY)
    for name, value in SECURITY_HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
