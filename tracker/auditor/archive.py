"""How do files travel in one ZIP: the same bytes each time, and read without harm?"""

import io
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import orjson

from tracker.errors import InputError

MANIFEST = "manifest.json"
FORMAT = 1
MOST_FILES = 5_000
MOST_BYTES = 500 * 2**20
"""So much is unpacked, all files together."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_NAME = re.compile(r"(?:[a-z0-9][a-z0-9_.-]*/)?[a-z0-9][a-z0-9_.-]*")
_PIECE = 2**20


def json_bytes(value: Any) -> bytes:
    """Return JSON that a person can read, its keys in order, with a line's end."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of the files and a manifest with the SHA-256 of each.

    The same files give the same bytes: no time, no user and no order of making is in them.
    """
    listed = [
        {"name": name, "bytes": len(body), "sha256": sha256(body).hexdigest()}
        for name, body in sorted(files.items())
    ]
    manifest = json_bytes({"format": FORMAT, "files": listed})
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for name, body in ((MANIFEST, manifest), *sorted(files.items())):
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.create_system, entry.external_attr = (
                ZIP_DEFLATED,
                3,
                0o644 << 16,
            )
            archive.writestr(entry, body, compresslevel=6)
    return made.getvalue()


def unpacked(body: bytes, *, place: str) -> dict[str, bytes]:
    """Return the files of a ZIP by name, in memory; nothing is written anywhere.

    Raises `InputError` for what is no ZIP of ours: a name that leads elsewhere or comes twice, more
    than `MOST_FILES` files, more than `MOST_BYTES` unpacked.
    """
    try:
        with ZipFile(io.BytesIO(body)) as archive:
            entries = archive.infolist()
            _check(entries, place)
            return _read(archive, entries, place)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise InputError(f"is no ZIP that can be read: {error}", file=place) from None
    except Exception as error:  # zlib.error and its like, which each packing has of its own
        if isinstance(error, InputError):
            raise
        raise InputError(f"is no ZIP that can be read: {error}", file=place) from None


def _check(entries: list[ZipInfo], place: str) -> None:
    if len(entries) > MOST_FILES:
        raise InputError(f"holds {len(entries)} files; at most {MOST_FILES} are read", file=place)
    names = [entry.filename for entry in entries]
    wrong = [name for name in names if not _NAME.fullmatch(name) or ".." in name]
    if wrong:
        raise InputError(f"holds a file with the name {wrong[0][:80]!r}; refused", file=place)
    if len(set(names)) != len(names):
        raise InputError("holds two files of one name; refused", file=place)


def _read(archive: ZipFile, entries: list[ZipInfo], place: str) -> dict[str, bytes]:
    found, left = dict[str, bytes](), MOST_BYTES
    for entry in entries:
        parts = []
        with archive.open(entry) as stream:
            while piece := stream.read(min(_PIECE, left + 1)):
                left -= len(piece)
                if left < 0:
                    told = f"unpacks to more than {MOST_BYTES // 2**20} MiB; refused"
                    raise InputError(told, file=place)
                parts.append(piece)
        found[entry.filename] = b"".join(parts)
    return found
