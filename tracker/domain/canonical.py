"""Which bytes is a record, and which hash stands for it?

Canonical bytes are RFC 8785 JSON. For payloads of strings, booleans, nulls, lists, objects and
integers that a double holds exactly, sorted ``orjson`` output *is* that form, and fast; anything
else goes through the reference implementation.
"""

import hashlib
from typing import Any

import orjson
import rfc8785

from tracker.errors import InputError

_EXACT = 2**53 - 1


def is_plain(value: Any) -> bool:
    """Tell whether sorted orjson output of a JSON value is its RFC 8785 form.

    It is not where there is a float, an integer that a double cannot hold, or a key that sorts
    differently in UTF-16.
    """
    # Plain loops, texts first: this is asked of every record that comes in.
    kind = type(value)
    if kind is dict:
        for key, item in value.items():
            if not key.isascii() or not (type(item) is str or item is None or is_plain(item)):
                return False
        return True
    if kind is list:
        for item in value:  # noqa: SIM110 - a generator costs twice
            if not (type(item) is str or is_plain(item)):
                return False
        return True
    if kind is int:
        return bool(-_EXACT <= value <= _EXACT)
    return kind is str or kind is bool or value is None


def canonical(value: Any, *, plain: bool = False) -> bytes:
    """Return the RFC 8785 bytes of a JSON value; raise `InputError` for a value that has none.

    ``plain`` tells that the value is known to be (`is_plain`).
    """
    try:
        if plain or is_plain(value):
            return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, TypeError, UnicodeEncodeError) as error:
        raise InputError(f"a value has no canonical JSON form: {error}") from None


def stored_form(value: Any) -> bytes:
    """Return the bytes that the log keeps: sorted keys, numbers as they were given."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        raise InputError(f"a value cannot be stored as JSON: {error}") from None


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def record_id(record: dict[str, Any], *, plain: bool = False) -> str:
    """Return the id of a record that was given none: the SHA-256 of its canonical bytes.

    ``id`` and ``recorded_at`` are left out, so the same record has the same id everywhere.
    ``plain`` tells that the record is known to be (`is_plain`).
    """
    content = record
    if "id" in record or "recorded_at" in record:
        content = {key: value for key, value in record.items() if key not in _NOT_CONTENT}
    return digest(canonical(content, plain=plain))


_NOT_CONTENT = ("id", "recorded_at")
