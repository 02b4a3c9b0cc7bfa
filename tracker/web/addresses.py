"""With which clocks was a page asked, so that its links keep them?"""

from fastapi import Depends, HTTPException, Request

from tracker.rendering.addresses import CLOCKS, Addresses, in_path

__all__ = ["CLOCKS", "TIDY", "Addresses", "addresses_of", "in_path", "path_of", "tidy_address"]


def addresses_of(request: Request) -> Addresses:
    """Return the addresses that keep the clocks of a request, as they were typed."""
    asked = request.query_params
    return Addresses(**{name: asked.get(name, "").strip() or None for name in CLOCKS})


def path_of(request: Request) -> str:
    """Return the path of a request, decoded: ``request.url`` has parts of it encoded already."""
    path: str = request.scope["path"]
    return path


def tidy_address(request: Request) -> str | None:
    """Return the address without what a form left empty, ``None`` where it is tidy already.

    What people copy and send each other says only what was asked.
    """
    asked = request.query_params.multi_items()
    if all(value.strip() for _, value in asked):
        return None
    kept: dict[str, list[str]] = {}
    for key, value in asked:
        if value.strip():
            kept.setdefault(key, []).append(value.strip())
    return Addresses().to(in_path(path_of(request)), **kept)


def _send_to_tidy(request: Request) -> None:
    address = tidy_address(request)
    if address is not None:
        raise HTTPException(303, "the same without what was left empty", {"Location": address})


TIDY = Depends(_send_to_tidy)
"""Sends whoever filled in a form to the tidy address of what was asked."""
