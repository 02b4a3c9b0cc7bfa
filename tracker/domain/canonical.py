"""Which bytes is a record, and which hash stands for it?

Canonical bytes are RFC 8785 JSON. For payloads of strings, booleans, nulls, lists, objects and
integers that a double holds exactly, sorted ``orjson`` output *is* that form, and fast; anything
else goes through the reference implementation.
"""

import hashlib
import re
from typing import Any

import orjson
import rfc8785

from tracker.errors import InputError

_EXACT = 2**53 - 1
_NUMBERS = re.compile(rb"[0-9][.eE][0-9+-]|[0-9]{16}")
"""Where no such bytes stand there is no float and no integer that a double could not hold."""


def _plain(value: Any) -> bool:
    """Tell whether sorted orjson output of ``value`` is its RFC 8785 form."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if kind is int:
        return bool(-_EXACT <= value <= _EXACT)
    if kind is dict:
        return all(key.isascii() and _plain(item) for key, item in value.items())
    if kind is list:
        return all(_plain(item) for item in value)
    return False


def canonical(value: Any) -> bytes:
    """Return the RFC 8785 bytes of a JSON value; raise `InputError` for a value that has none."""
    try:
        fast = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
        if (fast.isascii() and not _NUMBERS.search(fast)) or _plain(value):
            return fast
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


def record_id(record: dict[str, Any]) -> str:
    """Return the id of a record that was given none: the SHA-256 of its canonical bytes.

    ``id`` and ``recorded_at`` are left out, so the same record has the same id everywhere.
    """
    content = {key: value for key, value in record.items() if key not in ("id", "recorded_at")}
    return digest(canonical(content))
