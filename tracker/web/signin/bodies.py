"""How is a form read before its page sees it, and how long may it be?"""

from email.message import Message as Header
from urllib.parse import parse_qs

from fastapi import HTTPException, Request
from starlette.types import Message, Receive

MOST = 48 * 1024 * 1024
"""The longest body, in bytes: a list of products of 50,000 parts has fewer."""

MOST_AT_THE_DOOR = 64 * 1024
"""The longest body where nobody has signed in yet."""

FIELD = "csrf"
HEADER = "x-csrf-token"
_FIELDS_MOST = 1000


def limited(receive: Receive, most: int) -> Receive:
    """Return what receives a body of at most so many bytes; a longer one is refused with 413."""
    length = 0

    async def counted() -> Message:
        nonlocal length
        message = await receive()
        length += len(message.get("body", b""))
        if length > most:
            raise HTTPException(413, f"this is longer than {most} bytes; send less at a time")
        return message

    return counted


async def whole(receive: Receive) -> bytes:
    """Return a whole body."""
    parts = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            break
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            break
    return b"".join(parts)


def again(body: bytes, receive: Receive) -> Receive:
    """Return what receives a body that was read already, then whatever comes after it."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


async def mark_in(request: Request, body: bytes) -> str:
    """Return the mark of a form, or of the header that stands for it; empty where there is none."""
    if told := request.headers.get(HEADER):
        return told
    kind = Header()
    kind["content-type"] = request.headers.get("content-type", "")
    match kind.get_content_type():
        case "application/x-www-form-urlencoded":
            try:
                fields = parse_qs(body.decode("latin-1"), max_num_fields=_FIELDS_MOST)
            except ValueError:
                return ""
            return fields.get(FIELD, [""])[0]
        case "multipart/form-data":
            return await _in_parts(request, body)
        case _:
            return ""


async def _in_parts(request: Request, body: bytes) -> str:
    async def nothing() -> Message:
        return {"type": "http.disconnect"}

    form = await Request(request.scope, again(body, nothing)).form(max_fields=_FIELDS_MOST)
    try:
        found = form.get(FIELD)
        return found if isinstance(found, str) else ""
    finally:
        await form.close()
