"""Does the door let in whoever may, and nobody else, whatever they try?"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
import structlog
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from tests.integration.house import Turned, instant
from tests.integration.people import (
    PASSWORD,
    client_of,
    enrolled,
    mark_of,
    sign_in,
    signed_in,
    with_quick_hashes,
)
from tracker.application.people.accounts import Role
from tracker.config import Settings, Web
from tracker.facade import Tracker

START = instant("2026-11-21T12:00")
HTTPS = "https://tracker.example"


@pytest.fixture
def clock() -> Turned:
    return Turned(START)


@pytest.fixture
def opened(tmp_path: Path, clock: Turned) -> Iterator[Callable[..., Tracker]]:
    made: list[Tracker] = []

    def open_(**web: object) -> Tracker:
        database = f"sqlite:///{tmp_path / 'tracker.db'}"
        settings = Settings(database=database, web=Web(**web))  # type: ignore[arg-type]
        made.append(with_quick_hashes(Tracker(settings, clock=clock)))
        return made[-1]

    yield open_
    for one in made:
        one.close()


@pytest.fixture
def tracker(opened: Callable[..., Tracker]) -> Tracker:
    return opened()


def is_signed_in(browser: TestClient) -> bool:
    return browser.get("/account").status_code == 200


def test_without_any_account_the_door_says_how_to_make_the_first(tracker: Tracker) -> None:
    page = client_of(tracker).get("/sign-in").text
    assert "tracker account add NAME --role admin" in page


def test_who_has_a_password_comes_in_and_leaves_again(tracker: Tracker) -> None:
    enrolled(tracker, "Ann Lee", "reviewer")
    browser = client_of(tracker)
    assert browser.get("/account").headers["location"] == "/sign-in?next=%2Faccount"
    answer = sign_in(browser, " ann lee ", next_="/account")
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    page = browser.get("/account").text
    assert "Ann Lee" in page
    left = browser.post("/sign-out", data={"csrf": mark_of(page)})
    assert left.status_code == 303
    assert not is_signed_in(browser)


def test_signing_out_ends_the_session_and_not_only_its_cookie(tracker: Tracker) -> None:
    browser = signed_in(tracker, "Ann", "reader")
    word = browser.cookies["session"]
    browser.post("/sign-out", data={"csrf": mark_of(browser.get("/account").text)})
    thief = client_of(tracker, cookies={"session": word})
    assert not is_signed_in(thief)


def test_a_wrong_name_and_a_wrong_password_are_told_alike(tracker: Tracker) -> None:
    enrolled(tracker, "Ann", "reader")
    browser = client_of(tracker)
    answers = [
        sign_in(browser, "Ann", "not the password"),
        sign_in(browser, "Bob", "not the password"),
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    told = [re.sub(r"Ann|Bob|[0-9a-f]{64}|\d\d:\d\d", "", answer.text) for answer in answers]
    assert told[0] == told[1]
    assert not is_signed_in(browser)


def test_a_session_that_was_set_beforehand_is_not_taken_over(tracker: Tracker) -> None:
    enrolled(tracker, "Ann", "reader")
    browser = client_of(tracker, cookies={"session": "f" * 64})
    sign_in(browser, "Ann")
    given = [one.value for one in browser.cookies.jar if one.name == "session"]
    assert "f" * 64 not in given[-1:]
    assert not is_signed_in(client_of(tracker, cookies={"session": "f" * 64}))


def test_signing_in_again_gives_a_new_word_and_ends_the_old_one(tracker: Tracker) -> None:
    enrolled(tracker, "Bob", "reader")
    browser = signed_in(tracker, "Ann", "reader")
    first = browser.cookies["session"]
    mark = mark_of(browser.get("/account").text)
    fields = {"name": "Bob", "password": PASSWORD, "csrf": mark}
    assert browser.post("/sign-in", data=fields).status_code == 303
    assert browser.cookies["session"] != first
    assert not is_signed_in(client_of(tracker, cookies={"session": first}))


def test_the_cookie_is_kept_from_scripts_and_bound_to_an_encrypted_line(
    tracker: Tracker, opened: Callable[..., Tracker]
) -> None:
    enrolled(tracker, "Ann", "reader")
    plain = sign_in(client_of(tracker), "Ann").headers["set-cookie"]
    assert "HttpOnly" in plain
    assert "SameSite=lax" in plain
    assert "Secure" not in plain
    bound = sign_in(client_of(tracker, base_url=HTTPS), "Ann").headers["set-cookie"]
    assert bound.startswith("__Host-session=")
    assert "Secure" in bound
    behind = sign_in(client_of(opened(public_url=HTTPS), base_url=HTTPS), "Ann")
    assert "Secure" in behind.headers["set-cookie"]


def test_over_an_encrypted_line_a_cookie_that_anybody_could_have_set_is_not_believed(
    tracker: Tracker,
) -> None:
    word = signed_in(tracker, "Ann", "reader").cookies["session"]
    assert is_signed_in(client_of(tracker, cookies={"session": word}))
    encrypted = client_of(tracker, base_url=HTTPS, cookies={"session": word})
    assert not is_signed_in(encrypted)


def test_a_session_ends_when_nobody_uses_it(tracker: Tracker, clock: Turned) -> None:
    browser = signed_in(tracker, "Ann", "reader")
    for _ in range(3):
        clock.now += timedelta(minutes=119)
        assert is_signed_in(browser)
    clock.now += timedelta(minutes=120)
    assert not is_signed_in(browser)


def test_a_session_ends_at_the_latest_after_twelve_hours(tracker: Tracker, clock: Turned) -> None:
    browser = signed_in(tracker, "Ann", "reader")
    for _ in range(11):
        clock.now += timedelta(hours=1)
        assert is_signed_in(browser)
    clock.now += timedelta(hours=1)
    assert not is_signed_in(browser)


def test_a_new_password_signs_every_other_browser_out(tracker: Tracker) -> None:
    one = signed_in(tracker, "Ann", "reader")
    other = client_of(tracker)
    sign_in(other, "Ann")
    fields = {"old": PASSWORD, "new": "five other plain words", "again": "five other plain words"}
    mark = mark_of(one.get("/account").text)
    assert one.post("/account/password", data={**fields, "csrf": mark}).status_code == 303
    assert is_signed_in(one)
    assert not is_signed_in(other)
    assert sign_in(other, "Ann").status_code == 401
    assert sign_in(other, "Ann", "five other plain words").status_code == 303


def test_a_password_is_changed_only_by_whoever_knows_it(tracker: Tracker) -> None:
    browser = signed_in(tracker, "Ann", "reader")
    mark = mark_of(browser.get("/account").text)
    new = {"new": "five other plain words", "again": "five other plain words"}
    wrong = browser.post("/account/password", data={"old": "guessed wrongly", **new, "csrf": mark})
    assert wrong.status_code == 403
    assert sign_in(client_of(tracker), "Ann").status_code == 303


def test_a_role_holds_from_the_next_page_on(tracker: Tracker) -> None:
    browser = signed_in(tracker, "Ann", "reader")
    assert "(reader)" in browser.get("/account").text
    tracker.enrolling.give_role("Ann", Role.ADMIN)
    assert "(administrator)" in browser.get("/account").text


def test_who_was_removed_is_out_at_once(tracker: Tracker) -> None:
    browser = signed_in(tracker, "Ann", "reader")
    tracker.enrolling.remove("Ann")
    assert not is_signed_in(browser)


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
        "/%0d%0aSet-Cookie: a=b\r\nX: y", "javascript:alert(1)", "evil.example", "/ /evil",
        "/sign-out", "///evil.example", "/\t/evil.example", "http:/evil.example",
    ],
)  # fmt: skip
def test_nobody_is_sent_elsewhere_after_signing_in(tracker: Tracker, target: str) -> None:
    enrolled(tracker, "Ann", "reader")
    answer = sign_in(client_of(tracker), "Ann", next_=target)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    assert "a=b" not in answer.headers.get("set-cookie", "")


def test_the_way_back_keeps_its_question(tracker: Tracker) -> None:
    enrolled(tracker, "Ann", "reader")
    browser = client_of(tracker)
    door = browser.get("/account?a=1&b=%E7%A8%80").headers["location"]
    back = browser.get(door).text
    assert 'name="next" value="/account?a=1&amp;b=%E7%A8%80"' in back


def test_a_form_without_its_mark_does_nothing(tracker: Tracker) -> None:
    browser = signed_in(tracker, "Ann", "admin")
    other = signed_in(tracker, "Bob", "admin")
    fields = {"label": "stolen", "role": "admin", "days": "9", "old": PASSWORD}
    stolen = mark_of(other.get("/account").text)
    for mark in ({}, {"csrf": ""}, {"csrf": "f" * 64}, {"csrf": stolen}):
        assert browser.post("/account/tokens", data={**fields, **mark}).status_code == 403
        parts = {name: (None, value) for name, value in {**fields, **mark}.items()}
        assert browser.post("/account/tokens", files=parts).status_code == 403
        assert browser.post("/account/tokens", json={**fields, **mark}).status_code == 403
        assert browser.post("/sign-out", data=mark).status_code == 403
    assert tracker.enrolling.tokens("Ann") == ()
    assert is_signed_in(browser)
    mine = {**fields, "csrf": mark_of(browser.get("/account").text)}
    parts = {name: (None, value) for name, value in mine.items()}
    assert browser.post("/account/tokens", files=parts).status_code == 200
    assert [one.label for one in tracker.enrolling.tokens("Ann")] == ["stolen"]


def test_the_door_itself_takes_no_form_from_elsewhere(tracker: Tracker) -> None:
    enrolled(tracker, "Ann", "reader")
    browser = client_of(tracker)
    fields = {"name": "Ann", "password": PASSWORD}
    assert browser.post("/sign-in", data=fields).status_code == 403
    mark = mark_of(browser.get("/sign-in").text)
    other = client_of(tracker)
    assert other.post("/sign-in", data={**fields, "csrf": mark}).status_code == 403
    told = {"Sec-Fetch-Site": "cross-site"}
    assert browser.post("/sign-in", data={**fields, "csrf": mark}, headers=told).status_code == 403
    assert browser.post("/sign-in", data={**fields, "csrf": mark}).status_code == 303


def test_the_body_of_a_stranger_is_not_read_to_its_end(tracker: Tracker) -> None:
    browser = client_of(tracker)
    mark = mark_of(browser.get("/sign-in").text)
    fields = {"name": "x" * 100_000, "password": "y", "csrf": mark}
    assert browser.post("/sign-in", data=fields).status_code == 413


def test_guessing_is_stopped_and_goes_on_when_the_time_is_over(
    opened: Callable[..., Tracker], clock: Turned
) -> None:
    tracker = opened()
    enrolled(tracker, "Ann", "reader")
    browser = client_of(tracker)
    codes = [sign_in(browser, "Ann", "guessed wrongly").status_code for _ in range(10)]
    assert codes == [401] * 8 + [429] * 2
    after_a_restart = client_of(opened())
    refused = sign_in(after_a_restart, "Ann")
    assert refused.status_code == 429
    assert 800 <= int(refused.headers["retry-after"]) <= 900
    assert sign_in(client_of(tracker, client=("203.0.113.9", 1)), "Ann").status_code == 303
    clock.now += timedelta(minutes=15)
    assert sign_in(browser, "Ann").status_code == 303


def test_one_address_cannot_try_one_password_on_everybody(tracker: Tracker) -> None:
    browser = client_of(tracker)
    codes = [sign_in(browser, f"name {n}", "guessed wrongly").status_code for n in range(42)]
    assert codes == [401] * 40 + [429] * 2


def test_addresses_of_one_household_count_as_one(tracker: Tracker) -> None:
    enrolled(tracker, "Ann", "reader")
    codes = [
        sign_in(client_of(tracker, client=(f"2001:db8::{n}", 1)), "Ann", "wrong").status_code
        for n in range(1, 11)
    ]
    assert codes.count(429) == 2


def test_forwarded_headers_are_believed_of_named_proxies_only(
    opened: Callable[..., Tracker],
) -> None:
    claimed = {"X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https"}
    unnamed = client_of(opened(), client=("10.0.0.5", 1), headers=claimed)
    assert "Secure" not in unnamed.get("/sign-in").headers["set-cookie"]
    tracker = opened(trusted_proxies=("10.0.0.0/8",))
    named = client_of(tracker, client=("10.0.0.5", 1), headers=claimed)
    assert "Secure" in named.get("/sign-in").headers["set-cookie"]
    elsewhere = client_of(tracker, client=("192.0.2.5", 1), headers=claimed)
    assert "Secure" not in elsewhere.get("/sign-in").headers["set-cookie"]


def test_closed_reading_shows_strangers_the_door_and_nothing_else(
    opened: Callable[..., Tracker],
) -> None:
    tracker = opened(reading="closed")
    assert "Reading is closed here" in client_of(tracker).get("/sign-in").text
    enrolled(tracker, "Ann", "reader")
    stranger = client_of(tracker)
    for path in ("/", "/rules?item=Dy", "/log", "/no-such-page"):
        answer = stranger.get(path)
        assert (answer.status_code, answer.headers["location"][:9]) == (303, "/sign-in?")
    for path in ("/api/rules", "/feeds/changes.csv", "/metrics"):
        answer = stranger.get(path)
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert stranger.get("/health").status_code == 200
    assert stranger.get("/sign-in").status_code == 200
    assert stranger.get("/confirm/nothing").status_code == 404
    sign_in(stranger, "Ann")
    assert stranger.get("/").status_code == 200


def test_a_token_lets_a_program_in_until_it_expires_or_is_revoked(
    opened: Callable[..., Tracker], clock: Turned
) -> None:
    tracker = opened(reading="closed")
    enrolled(tracker, "Ann", "reviewer")
    token, word = tracker.enrolling.give_token("Ann", label="nightly", days=3)
    program = client_of(tracker, headers={"Authorization": f"Bearer {word}"})
    assert program.get("/feeds/changes.csv").status_code == 200
    assert program.get("/account").text.count("(reader)") == 1
    clock.now += timedelta(days=3)
    assert program.get("/feeds/changes.csv").status_code == 401
    token, word = tracker.enrolling.give_token("Ann", label="again")
    program.headers["Authorization"] = f"Bearer {word}"
    assert program.get("/feeds/changes.csv").status_code == 200
    tracker.enrolling.revoke("Ann", token.id)
    assert program.get("/feeds/changes.csv").status_code == 401


def test_a_token_does_no_more_than_its_account_may(tracker: Tracker) -> None:
    enrolled(tracker, "Ann", "admin")
    _, word = tracker.enrolling.give_token("Ann", label="all", role=Role.ADMIN)
    person = tracker.admitting.by_token(word)
    assert person is not None
    assert person.role is Role.ADMIN
    tracker.enrolling.give_role("Ann", Role.READER)
    person = tracker.admitting.by_token(word)
    assert person is not None
    assert person.role is Role.READER


def test_a_wrong_token_is_told_so_and_not_taken_for_a_stranger(tracker: Tracker) -> None:
    wrong = client_of(tracker, headers={"Authorization": "Bearer inf_wrong"})
    assert wrong.get("/").status_code == 401


def test_no_secret_stands_in_the_database_on_a_page_or_in_the_service_s_log(
    tracker: Tracker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with structlog.testing.capture_logs() as told:
        browser = signed_in(tracker, "Ann", "admin", client=("203.0.113.77", 1))
        word = browser.cookies["session"]
        sign_in(client_of(tracker), "Ann", "a wrong secret word")
        pages = [browser.get(path).text for path in ("/", "/account", "/sign-in")]
        _, shown = tracker.enrolling.give_token("Ann", label="x")
        pages.append(browser.get("/account").text)
    secrets = (PASSWORD, word, shown, "a wrong secret word")
    printed = capsys.readouterr()
    tracker.engine.dispose()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("tracker.db*"))
    exported = b"".join(tracker.export())
    for secret in secrets:
        assert secret not in "".join(pages) + repr(told) + printed.out + printed.err
        assert secret.encode() not in kept + exported
    assert b"203.0.113.77" not in kept
    assert b"Ann" not in exported


FOR_EVERYBODY = frozenset(
    {"/sign-in", "/sign-out", "/check", "/digests/subscribe", "/confirm/{token}"}
    | {"/unsubscribe/{token}"}
)
"""Deeds and questions that need no account: the door, links in mails, and the check."""


def deeds_of(browser: TestClient) -> list[str]:
    """The paths of the pages to which something can be posted."""
    app = cast(FastAPI, browser.app)
    found = [
        route.path
        for route in routes_in(app.routes)
        if isinstance(route, APIRoute) and not (route.methods or set()) <= {"GET", "HEAD"}
    ]
    return [path for path in found if not path.startswith("/api")]


def routes_in(routes: Iterable[object]) -> Iterator[object]:
    """Every route, those of included routers as well."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        yield from routes_in(inner.routes) if inner is not None else (route,)


def test_every_deed_needs_somebody_who_may(tracker: Tracker) -> None:
    stranger = client_of(tracker)
    guarded = [path for path in deeds_of(stranger) if path not in FOR_EVERYBODY]
    assert len(guarded) >= 14
    position = tracker.log.head().position
    fields = dict.fromkeys(("seen", "id", "deed", "task", "outcome", "effect", "name"), "1")
    for path in guarded:
        answer = stranger.post(re.sub(r"\{\w+\}", "x", path), data=fields)
        assert answer.status_code in (401, 403), path
    reader = signed_in(tracker, "Rea", "reader")
    mark = {"csrf": mark_of(reader.get("/account").text)}
    for path in guarded:
        if path.startswith(("/review", "/sources")):
            forced = reader.post(re.sub(r"\{\w+\}", "x", path), data={**fields, **mark})
            assert forced.status_code in (403, 422, 400), path
            assert forced.status_code == 403 or not path.startswith("/review"), path
    assert tracker.log.head().position == position
