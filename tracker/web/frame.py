"""How does a view become a page: in which language, with what around it?"""

import re
from collections.abc import Mapping
from typing import Protocol

from fastapi import Request
from fastapi.responses import HTMLResponse

from tracker.application.products.belongings import owners_of
from tracker.domain.questions import Clocks
from tracker.errors import UsageError
from tracker.rendering.loading import Templates
from tracker.rendering.pages.check.lists import touches_told
from tracker.rendering.pages.error import ErrorView
from tracker.rendering.pages.frame import Around, FrameView, frame_view
from tracker.rendering.words import LANGUAGES, Language, Words
from tracker.web.addresses import Addresses, addresses_of, path_of
from tracker.web.services import Services
from tracker.web.signin.guard import person_of
from tracker.web.static import Assets

LANGUAGE_COOKIE = "language"
TRUSTED_ROLES = ("reviewer", "admin")
_YEAR_SECONDS = 365 * 86_400
_PREFERENCE = re.compile(r"\s*([A-Za-z*-]+)\s*(?:;\s*q\s*=\s*([0-9.]+))?\s*")
HEADERS: Mapping[str, str] = {
    "Cache-Control": "private, no-cache",
    "Vary": "Cookie, Accept-Language",
}


class Signed(Protocol):
    """Whoever is signed in; the middleware of sign-in puts such a one into the request."""

    @property
    def name(self) -> str:
        """The name of the account."""

    @property
    def role(self) -> str:
        """Its role: reader, reviewer or admin."""


class Frame:
    """Prints views as pages; one for the whole service, may be used from any thread."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.templates = Templates(services.template_folder)
        self.assets = Assets(self.templates)
        table = self.templates.words()
        self._words = {language: Words(table, language) for language in LANGUAGES}
        self._addresses = self.assets.addresses()

    def page(
        self, request: Request, template: str, view: object, *, status: int = 200
    ) -> HTMLResponse:
        """Print ``templates/web/TEMPLATE`` with ``page`` (the view) and ``frame`` around it."""
        words = self.words(request)
        framed = self._framed(request, words)
        text = self.templates.render(f"web/{template}", page=view, frame=framed)
        answer = HTMLResponse(text, status_code=status, headers=dict(HEADERS))
        if request.query_params.get("lang") in LANGUAGES:
            answer.set_cookie(
                LANGUAGE_COOKIE,
                words.language,
                max_age=_YEAR_SECONDS,
                httponly=True,
                samesite="lax",
                secure=request.url.scheme == "https",
            )
        return answer

    def error(self, request: Request, status: int, told: str) -> HTMLResponse:
        """Print a page that says what went wrong, and what to do next."""
        view = ErrorView.of(self.words(request), status=status, told=told)
        return self.page(request, "error.html.j2", view, status=status)

    def words(self, request: Request) -> Words:
        """Return the words of the language that the reader asked for, or prefers."""
        return self._words[language_of(request)]

    def clocks(self, request: Request) -> Clocks:
        """Return the three clocks of the address; raise `UsageError` for what is no day."""
        return self._services.queries.clocks(**addresses_of(request).clocks)

    def addresses(self, request: Request) -> Addresses:
        """Return what makes the links of the page, which keep its clocks."""
        return addresses_of(request)

    def _framed(self, request: Request, words: Words) -> FrameView:
        services = self._services
        person: Signed | None = getattr(request.state, "person", None)
        try:
            clocks, addresses = self.clocks(request), addresses_of(request)
        except UsageError:  # the page says so; what stands around it knows no clocks
            clocks, addresses = services.queries.clocks(), Addresses()
        return frame_view(
            words,
            Around(
                path=path_of(request),
                query=tuple(request.query_params.multi_items()),
                addresses=addresses,
                clocks=clocks,
                title=services.field.title,
                disclaimer=services.disclaimer(words.language),
                head=services.log.head(),
                version=services.version,
                assets=self._addresses,
                person=None if person is None else (person.name, str(person.role)),
                csrf=getattr(request.state, "csrf", ""),
                touches=self._touches(request, words),
            ),
        )

    def _touches(self, request: Request, words: Words) -> tuple[str, ...]:
        """Say which parts in the lists of whoever is signed in the page's rules touch."""
        person = person_of(request)
        measures = getattr(request.state, "measures", ())
        if person is None or not measures:
            return ()
        found = self._services.touched.by(frozenset(measures), owners=owners_of(person))
        return touches_told(words, found)


def is_trusted(request: Request) -> bool:
    """Tell whether whoever asks is shown stored texts whatever their sources let be repeated."""
    return role_of(request) in TRUSTED_ROLES


def role_of(request: Request) -> str | None:
    """Return the role of whoever is signed in."""
    person: Signed | None = getattr(request.state, "person", None)
    return None if person is None else str(person.role)


def language_of(request: Request) -> Language:
    """Return the language of the address, else of the cookie, else the one the browser prefers."""
    asked = (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
    for language in LANGUAGES:
        if language == (asked[0] if asked[0] in LANGUAGES else asked[1]):
            return language
    return preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> Language:
    """Return which of our languages an ``Accept-Language`` header prefers, else English."""
    weights: dict[str, float] = {}
    for part in header[:1000].split(","):
        found = _PREFERENCE.fullmatch(part)
        if found:
            weights.setdefault(found.group(1).partition("-")[0].lower(), _weight(found.group(2)))
    return max(LANGUAGES, key=lambda language: weights.get(language, 0))


def _weight(text: str | None) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0
