"""What does a file hold that ships with the program, asked for as if it were fetched?"""

from datetime import datetime

from tracker import resources
from tracker.domain.canonical import digest
from tracker.errors import FetchError
from tracker.ports import Fetched

SCHEME = "bundled:"

_TYPES = {"xml": "application/xml; charset=utf-8", "json": "application/json"}


def is_bundled(url: str) -> bool:
    """Tell whether ``url`` names a file of the program (``bundled:sample/feed.xml``)."""
    return url.startswith(SCHEME)


def read_bundled(url: str, *, fetched_at: datetime, etag: str | None = None) -> Fetched:
    """Read a file under ``db/``; its etag is the SHA-256 of its bytes, so a second read gives 304.

    ``fetched_at`` is the caller's instant, in UTC. Raises `FetchError` for a name that leads
    outside, or to no file.
    """
    name = url.removeprefix(SCHEME)
    parts = name.split("/")
    if not is_bundled(url) or "\\" in name or any(part in ("", ".", "..") for part in parts):
        raise FetchError("a bundled address looks like bundled:sample/feed.xml", url=url)
    file = resources.data(f"db/{name}")
    if not file.is_file():
        raise FetchError("the program ships no such file", url=url)
    body = file.read_bytes()
    mark = f'"{digest(body)}"'
    return Fetched(
        url=url,
        final_url=url,
        status=304 if etag == mark else 200,
        fetched_at=fetched_at,
        body=b"" if etag == mark else body,
        etag=mark,
        content_type=_TYPES.get(name.rpartition(".")[2], "application/octet-stream"),
    )
