"""How is a long list of products kept from making everybody else wait?"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from threading import BoundedSemaphore

from fastapi import HTTPException

from tracker.application.products.product_lists import ProductList, list_of
from tracker.application.products.product_rows import rows_of
from tracker.errors import InputError
from tracker.projection.screening.vocabulary import Vocabulary

ROWS_MOST = 10_000
"""So many rows are checked for one request, in a few seconds; a command takes any number."""

_AT_ONCE = BoundedSemaphore(2)
_WAIT_SECONDS = 10
_RETRY_SECONDS = 30


def sent_list(
    body: bytes, *, name: str, words: Vocabulary, mapping: Iterable[str] = ()
) -> ProductList:
    """Return the products of a list that was sent; raise `InputError` for one that is too long."""
    rows = list(islice(rows_of(body, name=name), ROWS_MOST + 2))
    refuse_too_long(len(rows) - 1, name=name)
    return list_of(iter(rows), words, place=name, mapping=mapping)


def refuse_too_long(rows: int, *, name: str) -> None:
    """Raise `InputError` for a list of more rows than are checked for a request."""
    if rows > ROWS_MOST:
        raise InputError(
            f"holds more than {ROWS_MOST:,} rows; send it in parts, or ask with tracker check",
            file=name,
        )


@contextmanager
def turn() -> Iterator[None]:
    """Check a list meanwhile; answers 503 where others are being checked already."""
    if not _AT_ONCE.acquire(timeout=_WAIT_SECONDS):
        raise HTTPException(
            503,
            "other lists are being checked; send this one again in half a minute",
            headers={"Retry-After": str(_RETRY_SECONDS)},
        )
    try:
        yield
    finally:
        _AT_ONCE.release()
