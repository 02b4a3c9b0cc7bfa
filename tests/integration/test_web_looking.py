"""Does looking change anything? Every route that answers GET is asked, as stranger and as admin."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import Mount, Route

from tests.integration.people import client_of, signed_in, with_quick_hashes
from tests.integration.reading_room import furnish, opened
from tests.integration.test_web_lists import keep
from tracker.digests.subscription import Subscription
from tracker.facade import Tracker
from tracker.projection.proposals import State

MEASURE, ACT = "cn/mofcom/2025/61%23i-1", "cn/mofcom/2025/61"
_COUNTED_ONLY = ("sessions", "attempts")
"""Tables in which a look may leave its time (how long somebody was idle), but no row."""


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    folder = tmp_path_factory.mktemp("looking")
    with opened(folder, rulebook=False) as made:
        with_quick_hashes(made)
        made.rulebook_apply()
        furnish(made)

        yield made


@pytest.fixture(scope="module")
def one(tracker: Tracker) -> Subscription:
    return tracker.subscribe("https://hooks.example.org/x", cadence="weekly")


def routes_in(routes: Iterable[object], before: str = "") -> Iterator[tuple[str, Route]]:
    """Yield the path and the route of all that the application answers, mounted parts included."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from routes_in(inner.routes, before)
        elif isinstance(route, Mount):
            yield from routes_in(route.routes, before + route.path)
        else:
            yield before + cast(Route, route).path, cast(Route, route)


def looked_at(browser: TestClient) -> list[str]:
    """Return the paths of all routes that answer GET."""
    routes = routes_in(cast(FastAPI, browser.app).routes)
    return [path for path, route in routes if "GET" in (route.methods or ())]


def addresses(tracker: Tracker, one: Subscription) -> Mapping[str, tuple[str, ...]]:
    """Return for each path with a part left open what can stand there; a new one needs its own."""
    held = tracker.library.whole()
    announcement = next(iter(held.announcements))
    proposal = tracker.review.proposals(tuple(State))[0].id
    return {
        "/rules.{shape}": ("/rules.csv", "/rules.xlsx", "/rules.json"),
        "/measures/{id:path}": (f"/measures/{MEASURE}", f"/measures/{MEASURE}?evidence=1"),
        "/instruments/{id:path}": (f"/instruments/{ACT}",),
        "/announcements/{id:path}/copy": (f"/announcements/{announcement}/copy",),
        "/announcements/{id:path}": (f"/announcements/{announcement}",),
        "/review/{id}": (f"/review/{proposal}",),
        "/review/{id}/edit": (f"/review/{proposal}/edit",),
        "/digests/subscriptions/{id}": (f"/digests/subscriptions/{one.id}",),
        "/digests/subscriptions/{id}/preview.html": (
            f"/digests/subscriptions/{one.id}/preview.html",
        ),
        "/static/{name}": ("/static/site.css",),
        "/digests/{name}": ("/digests/weekly-2026-11-15.html",),
        "/unsubscribe/{token}": (f"/unsubscribe/{one.token}",),
        "/confirm/{token}": (f"/confirm/{one.token}",),
        "/feeds/{name}": ("/feeds/changes.atom", "/feeds/turns.ics", "/feeds/changes.csv"),
        "/api/measures/{id:path}/timeline": (f"/api/measures/{MEASURE}/timeline",),
        "/api/measures/{id:path}": (f"/api/measures/{MEASURE}",),
        "/api/instruments/{id:path}": (f"/api/instruments/{ACT}",),
        "/api/announcements/{id:path}": (f"/api/announcements/{announcement}",),
    }


QUESTIONS = {
    "/search": "?q=61", "/compare": "?from=2025-10-01&to=2025-12-01", "/log": "?upto=9",
    "/compare.json": "?from=2025-10-01&to=2025-12-01", "/api/search": "?q=61",
    "/api/diff": "?from=2025-10-01&to=2025-12-01", "/api/rules": "?evidence=1",
    "/sources/change": "?id=gazette", "/rules": "?evidence=1", "/check": "?hs=8505.11",
    "/digests/preview.html": "?cadence=weekly", "/timeline": "?view=table",
}  # fmt: skip
"""What is asked of some paths beside nothing."""


def contents(tracker: Tracker) -> dict[str, tuple[int, str]]:
    """Return of every table how many rows it has, and a hash of all that stands in them."""
    file = str(tracker.engine.url.database)
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: _table(connection, name) for (name,) in found}
    finally:
        connection.close()


def _table(connection: sqlite3.Connection, name: str) -> tuple[int, str]:
    rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
    whole = repr(sorted(map(repr, rows))).encode()
    return len(rows), "" if name in _COUNTED_ONLY else hashlib.sha256(whole).hexdigest()


def test_no_get_of_any_route_changes_the_database(tracker: Tracker, one: Subscription) -> None:
    admin, stranger = signed_in(tracker, "Ada", "admin", team="House"), client_of(tracker)
    keep(admin, "Magnets", "part;element;share;origin;to\nM-1;Dy;0.2%;CN;US\n", mapping="")
    paths, filled = looked_at(stranger), addresses(tracker, one)
    assert len(paths) > 40
    before, head = contents(tracker), tracker.log.head()
    assert before["events"][0] == head.position
    answered: dict[str, int] = {}
    for path in paths:
        asked = filled[path] if "{" in path else (path, path + QUESTIONS.get(path, ""))
        for address in asked:
            for browser in (stranger, admin):
                for method in ("GET", "HEAD"):
                    found = browser.request(method, address)
                    assert found.status_code < 500, (method, address)
                    answered[path] = min(answered.get(path, 999), found.status_code)
        assert contents(tracker) == before, f"looking at {path} changed the database"
    assert tracker.log.head() == head
    refused = {path for path, status in answered.items() if status >= 400}
    assert refused <= {"/digests/{name}"}, "an address of the test leads nowhere; mend it"


def test_the_walk_misses_no_route_with_a_part_left_open(
    tracker: Tracker, one: Subscription
) -> None:
    open_paths = {path for path in looked_at(client_of(tracker)) if "{" in path}
    assert open_paths == set(addresses(tracker, one))


def test_the_fingerprint_sees_a_change(tracker: Tracker, tmp_path: Path) -> None:
    before = contents(tracker)
    tracker.choose_policy("default", by="somebody else")
    after = contents(tracker)
    assert {name for name in after if after[name] != before[name]} >= {"events"}
