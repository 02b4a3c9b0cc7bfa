"""How does a reader confirm, and leave, over HTTP? (GET changes nothing)"""

from collections.abc import Callable
from html import escape

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse

Known = Callable[[str], str | None]
"""Tells of a token in one line what it belongs to, ``None`` for an unknown one."""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>:root {{ color-scheme: light dark; }} body {{ max-width: 36rem; margin: 3rem auto;
padding: 0 1rem; font: 17px/1.5 system-ui, sans-serif; }}
button {{ font: inherit; padding: .5rem 1rem; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{told}</p>
{form}
</main>
</body>
</html>
"""
_FORM = '<form method="post" action=""><button type="submit">{label}</button></form>'


def reader_routes(
    *, known: Known, confirm: Callable[[str], None], end: Callable[[str], bool]
) -> APIRouter:
    """Return the routes; ``end`` and ``confirm`` act on the one subscription of a token.

    ``confirm`` raises `LookupError` for a token that cannot be confirmed any more.
    """
    router = APIRouter()

    @router.get("/unsubscribe/{token}", response_class=HTMLResponse)
    def ask_to_end(token: str) -> str:
        told = _told(known, token)
        return _page("End this subscription?", told, button="End this subscription")

    @router.post("/unsubscribe/{token}", response_class=HTMLResponse)
    def ended(token: str) -> str:
        # One-Click (RFC 8058) posts a form; its content says nothing that the address does not.
        if not end(token):
            raise HTTPException(404, "there is no such subscription")
        return _page("Ended", "You get nothing more of this subscription.")

    @router.get("/confirm/{token}", response_class=HTMLResponse)
    def ask_to_confirm(token: str) -> str:
        told = _told(known, token)
        return _page("Confirm this subscription?", told, button="Yes, send me these digests")

    @router.post("/confirm/{token}", response_class=HTMLResponse)
    def confirmed(token: str) -> str:
        try:
            confirm(token)
        except LookupError:
            raise HTTPException(404, "there is no such subscription") from None
        return _page("Confirmed", "The first digest comes when it falls due.")

    return router


def _told(known: Known, token: str) -> str:
    told = known(token)
    if told is None:
        raise HTTPException(404, "there is no such subscription")
    return told


def _page(title: str, told: str, *, button: str | None = None) -> str:
    form = _FORM.format(label=escape(button)) if button else ""
    return _PAGE.format(title=escape(title), told=escape(told), form=form)
