"""How are style sheets and scripts served, so that a browser asks for each version once?"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response

from tracker.rendering.loading import Templates

FOLDER = "web/static"
KINDS: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_NAME = re.compile(r"[a-z0-9-]+\.(css|js|svg)")
_FOR_A_YEAR = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, no-cache"


@dataclass(frozen=True, slots=True)
class _File:
    body: bytes
    version: str


class Assets:
    """The served files; a user's own folder goes in front. Read once, when the service starts."""

    def __init__(self, templates: Templates) -> None:
        self._files: dict[str, _File] = {}
        for name in templates.loader.names(FOLDER, ending=""):
            short = name.rpartition("/")[2]
            text = templates.loader.text(name) if _NAME.fullmatch(short) else None
            if text is not None:
                body = text.encode("utf-8")
                self._files[short] = _File(body, hashlib.sha256(body).hexdigest()[:16])

    def addresses(self) -> Mapping[str, str]:
        """Return where each file is served, its version in the address."""
        return {name: f"/static/{name}?v={file.version}" for name, file in self._files.items()}

    def routes(self) -> APIRouter:
        """Return ``/static/NAME``."""
        router = APIRouter()

        @router.get("/static/{name}")
        def static(name: str, request: Request, v: str = "") -> Response:
            file = self._files.get(name)
            if file is None:
                raise HTTPException(404, "there is no such file")
            tag = f'"{file.version}"'
            headers = {
                "ETag": tag,
                "Cache-Control": _FOR_A_YEAR if v == file.version else _ASK_AGAIN,
            }
            if request.headers.get("if-none-match") == tag:
                return Response(status_code=304, headers=headers)
            return Response(file.body, media_type=KINDS[name.rpartition(".")[2]], headers=headers)

        return router
