"""People who sign in, as tests need them: quick hashes, a client, forms with their marks."""

import re
from html import unescape
from typing import Any

from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from tracker.application.people.accounts import Role
from tracker.facade import Tracker
from tracker.service import application
from tracker.store.passwords import Argon2Passwords

PASSWORD = "four plain words here"

_QUICK = Argon2Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
_MARK = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


def with_quick_hashes(tracker: Tracker) -> Tracker:
    """Let a tracker hash passwords in no time."""
    tracker.__dict__["_passwords"] = _QUICK
    return tracker


def client_of(tracker: Tracker, **settings: Any) -> TestClient:
    """Return a browser without any cookie; redirects are not followed."""
    app = application(tracker, health=lambda: (True, {}))
    return TestClient(app, follow_redirects=False, **settings)


def enrolled(tracker: Tracker, name: str, role: Role | str, *, team: str | None = None) -> None:
    """Make an account."""
    tracker.enrolling.add(name, PASSWORD, role=Role(role), team=team)


def mark_of(text: str) -> str:
    """Return what the forms of a page carry."""
    found = _MARK.search(text)
    assert found is not None, "the page has no form with a mark"
    return unescape(found[1])


def sign_in(browser: TestClient, name: str, password: str = PASSWORD, *, next_: str = "/") -> Any:
    """Fill in the door's form and send it; return the answer."""
    page = browser.get("/sign-in", params={"next": next_})
    fields = {"name": name, "password": password, "next": next_, "csrf": mark_of(page.text)}
    return browser.post("/sign-in", data=fields)


def signed_in(tracker: Tracker, name: str, role: Role | str, **settings: Any) -> TestClient:
    """Return a browser in which a new account is signed in."""
    enrolled(tracker, name, role, team=settings.pop("team", None))
    browser = client_of(tracker, **settings)
    assert sign_in(browser, name).status_code == 303
    return browser
