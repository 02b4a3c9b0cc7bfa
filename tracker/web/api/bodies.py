"""How much of what is sent is read, and in which form must it come?"""

import json
from typing import Any

import orjson
from fastapi import Request
from starlette.exceptions import HTTPException

from tracker.errors import UsageError

LONGEST_BODY = 8 * 2**20
"""So many bytes of a request are read."""
MOST_QUESTIONS = 10_000
"""So many questions, or products, are answered at once."""

JSON = "application/json"
JSON_LINES = ("application/x-ndjson", "application/jsonl", "application/ndjson")


async def body_of(request: Request) -> bytes:
    """Return the body of a request; 413 as soon as it is longer than `LONGEST_BODY`."""
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > LONGEST_BODY:
        raise _too_long()
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, "send the body as it is, without Content-Encoding")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            raise _too_long()
    return bytes(body)


def _too_long() -> HTTPException:
    return HTTPException(413, f"the body is longer than {LONGEST_BODY // 2**20} MiB; send less")


def media_type(request: Request, *known: str) -> str:
    """Return in which form the body comes; 415 for one that is not among the known."""
    named = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if named not in known:
        raise HTTPException(
            415, f"Content-Type {named or 'is missing'}; send one of {', '.join(known)}",
            headers={"Accept-Post": ", ".join(known)},
        )  # fmt: skip
    return named


def read_json(body: bytes) -> Any:
    """Return what a JSON body says; 400 for none."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise HTTPException(400, f"the body is no JSON: {error}") from None
    try:
        json.loads(body, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        raise HTTPException(400, "the body is nested too deeply, or a number too long") from None
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> None:
    """Refuse an object in which a key stands twice: one of the two would pass unseen."""
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        twice = next(name for name in names if names.count(name) > 1)
        raise HTTPException(400, f"the key {twice!r} stands twice in one object; give it once")


def not_too_many(count: int) -> None:
    """Raise for more questions than are answered at once."""
    if count > MOST_QUESTIONS:
        raise UsageError(
            f"{count} questions; at most {MOST_QUESTIONS} are answered at once, send them apart"
        )
