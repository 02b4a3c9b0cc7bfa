"""How are a body's bytes taken in without ever holding more than the cap?"""

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip, deflate"
"""What is asked for; anything else would be unpacked by code that knows no cap."""

_STEP = 65536
_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}


class TooLargeError(Exception):
    """More bytes than the cap, as sent or as unpacked."""


class GarbledError(Exception):
    """The body is not what its headers say; the message says how."""


def take_in(chunks: Iterable[bytes], *, encoding: str, limit: int) -> bytes:
    """Return the unpacked body.

    ``encoding`` is the Content-Encoding header. Raises `TooLargeError` as soon as more than
    ``limit`` bytes were received or unpacked, `GarbledError` for unknown or damaged packing.
    """
    named = encoding.strip().lower()
    if named in ("", "identity"):
        return _joined(chunks, limit)
    if named not in _WINDOW:
        raise GarbledError(f"the body is packed as {named!r}, which was not asked for")
    return _joined(_unpacked(_capped(chunks, limit), named), limit)


def _capped(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise TooLargeError
        yield chunk


def _joined(chunks: Iterable[bytes], limit: int) -> bytes:
    return b"".join(_capped(chunks, limit))


def _unpacked(chunks: Iterable[bytes], named: str) -> Iterator[bytes]:
    """Unpack in steps of 64 KB, so that a bomb is stopped by the cap and not by the memory."""
    window = _WINDOW[named]
    machine = zlib.decompressobj(window)
    started = False
    for chunk in chunks:
        rest = chunk
        if not started and rest and named == "deflate" and not _zlib_wrapped(rest):
            machine = zlib.decompressobj(-15)
        started = started or bool(rest)
        while rest:
            if machine.eof:  # a second gzip member follows the first
                machine = zlib.decompressobj(window)
            try:
                yield machine.decompress(rest, _STEP)
            except zlib.error as error:
                raise GarbledError(f"the body cannot be unpacked ({error})") from None
            rest = machine.unused_data if machine.eof else machine.unconsumed_tail
    if started and not machine.eof:
        raise GarbledError("the packed body is cut off")


def _zlib_wrapped(head: bytes) -> bool:
    """Tell whether deflate data has its zlib header; some servers leave it away."""
    return head[0] & 0x0F == 8 and (len(head) < 2 or (head[0] << 8 | head[1]) % 31 == 0)
