"""Can people read digests and manage their own subscriptions in the browser, and nobody else's?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.integration.house import SMALL, Turned, instant
from tests.integration.people import client_of, mark_of, signed_in, with_quick_hashes
from tests.integration.test_web_review import words_of
from tracker.config import Mail, Settings
from tracker.digests.filters import tree_of
from tracker.digests.subscription import State, Subscription
from tracker.facade import Tracker

ADDRESS = "reader@elsewhere.example"
MAIL = Mail(host="smtp.example", domains=("house.example",))


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    settings = Settings(
        database=f"sqlite:///{tmp_path / 'tracker.db'}",
        digest_folder=str(tmp_path / "digests"),
        mail=MAIL,
    )
    with Tracker(settings, clock=Turned(instant("2026-11-21T12:00"))) as made:
        made.import_([SMALL])
        yield with_quick_hashes(made)


def asked(browser: TestClient, **fields: str) -> object:
    """Fill in the form of the page of digests and send it."""
    mark = mark_of(browser.get("/digests").text)
    wish = {"target": ADDRESS, "cadence": "daily", "hour": "6", "zone": "Europe/Berlin"}
    return browser.post("/digests/subscribe", data={**wish, **fields, "csrf": mark})


def subscriptions(tracker: Tracker) -> tuple[Subscription, ...]:
    """Return them in the order of their targets."""
    held = tracker.subscribing.readership.subscriptions()
    return tuple(sorted(held, key=lambda one: one.target))


def test_the_archive_lists_what_was_written_the_latest_first(
    tracker: Tracker, tmp_path: Path
) -> None:
    folder = tmp_path / "digests"
    folder.mkdir()
    for name in ("weekly-2026-11-08", "weekly-2026-11-15", "daily-2026-11-20"):
        (folder / f"{name}.html").write_text("<p>made earlier</p>", encoding="utf-8")
    (folder / "weekly-2026-11-15.txt").write_text("text", encoding="utf-8")
    page = client_of(tracker).get("/digests").text
    places = [
        page.index(f"/digests/{one}.html") for one in ("daily-2026-11-20", "weekly-2026-11-15")
    ]
    assert places == sorted(places)
    assert "Weekly digest, last day 15 November 2026" in page
    assert client_of(tracker).get("/digests/weekly-2026-11-08.html").status_code == 200


def test_a_digest_of_any_period_can_be_looked_at(tracker: Tracker) -> None:
    browser = client_of(tracker)
    page = browser.get("/digests/preview.html?period=weekly&ending=2026-11-15&lang=zh")
    assert page.status_code == 200
    assert '<html lang="zh' in page.text
    assert "unsafe-inline" in page.headers["content-security-policy"]
    assert "script-src" not in page.headers["content-security-policy"]
    assert browser.get("/digests/preview.html?period=hourly").status_code == 400
    assert browser.get("/digests/preview.html?ending=soon").status_code == 400


def test_a_stranger_s_address_is_asked_first(tracker: Tracker) -> None:
    browser = client_of(tracker)
    answer = asked(browser, element="Dy, Tb", excluded="kind=amend")
    assert answer.headers["location"] == "/digests?done=asked"  # type: ignore[attr-defined]
    (made,) = subscriptions(tracker)
    assert (made.state, made.target, made.cadence, made.hour) == (
        State.PENDING,
        ADDRESS,
        "daily",
        6,
    )
    assert tree_of(made.wanted) == {
        "all": [{"any": [{"element": "dy"}, {"element": "tb"}]}, {"not": {"kind": "amend"}}]
    }
    assert ADDRESS not in browser.get("/digests").text
    assert browser.get(f"/digests/subscriptions/{made.id}").status_code == 303


def test_a_stranger_cannot_have_files_written_or_addresses_called(tracker: Tracker) -> None:
    browser = client_of(tracker)
    for target in ("folder:/tmp/x", "https://inside.example/hook", "chat:slack://x", "no address"):
        assert asked(browser, target=target).status_code == 400  # type: ignore[attr-defined]
    assert asked(browser, consent="so he says").status_code == 303  # type: ignore[attr-defined]
    (made,) = subscriptions(tracker)
    assert made.state is State.PENDING
    reader = signed_in(tracker, "Rea", "reader")
    assert asked(reader, target="folder:/tmp/x").status_code == 400  # type: ignore[attr-defined]


def test_a_stranger_asks_for_a_few_only(tracker: Tracker) -> None:
    browser = client_of(tracker)
    codes = [
        asked(browser, target=f"r{n}@elsewhere.example").status_code  # type: ignore[attr-defined]
        for n in range(7)
    ]
    assert codes == [303] * 5 + [429] * 2


def test_whether_an_address_is_suppressed_is_not_told(tracker: Tracker) -> None:
    tracker.subscribing.suppress(ADDRESS, reason="bounced")
    answer = asked(client_of(tracker))
    assert answer.headers["location"] == "/digests?done=asked"  # type: ignore[attr-defined]
    assert subscriptions(tracker) == ()


def test_the_form_of_a_stranger_needs_its_mark(tracker: Tracker) -> None:
    browser = client_of(tracker)
    assert browser.post("/digests/subscribe", data={"target": ADDRESS}).status_code == 403
    assert subscriptions(tracker) == ()


def test_people_see_and_change_their_own_subscriptions_only(tracker: Tracker) -> None:
    ann, bo = signed_in(tracker, "Ann", "reader"), signed_in(tracker, "Bo", "reviewer")
    asked(ann, target="ann@elsewhere.example", element="Dy")
    asked(bo, target="bo@elsewhere.example")
    one, other = subscriptions(tracker)
    page = ann.get("/digests").text
    assert "ann@elsewhere.example" in page
    assert "bo@elsewhere.example" not in page
    mark = mark_of(page)
    for path in ("", "/preview.html"):
        assert ann.get(f"/digests/subscriptions/{one.id}{path}").status_code == 200
        assert ann.get(f"/digests/subscriptions/{other.id}{path}").status_code == 404
    forced = ann.post(f"/digests/subscriptions/{other.id}", data={"csrf": mark, "deed": "end"})
    assert forced.status_code == 404
    assert subscriptions(tracker)[1].state is State.PENDING


def test_an_admin_sees_all_and_subscribes_others(tracker: Tracker, tmp_path: Path) -> None:
    ann, root = signed_in(tracker, "Ann", "reader"), signed_in(tracker, "Root", "admin")
    asked(ann, target="ann@elsewhere.example")
    assert asked(root, target=f"folder:{tmp_path / 'out'}").status_code == 303  # type: ignore[attr-defined]
    consented = asked(root, target="colleague@house.example", consent="works agreement 12")
    assert consented.headers["location"] == "/digests?done=made"  # type: ignore[attr-defined]
    refused = asked(root, target="x@elsewhere.example", consent="works agreement 12")
    assert refused.status_code == 400  # type: ignore[attr-defined]
    assert "mail.domains" in refused.text  # type: ignore[attr-defined]
    page = root.get("/digests").text
    assert all(one.target in page for one in subscriptions(tracker))


def test_a_subscription_is_changed_paused_and_ended(tracker: Tracker) -> None:
    ann = signed_in(tracker, "Ann", "reader")
    asked(ann, element="Dy", text="rare earths", excluded="kind=amend")
    (made,) = subscriptions(tracker)
    place = f"/digests/subscriptions/{made.id}"
    page = ann.get(place).text
    assert 'name="element" type="text" value="dy"' in page
    assert 'name="text" type="text" value="rare earths"' in page
    assert 'name="excluded" type="text" value="kind=amend"' in page
    mark = mark_of(page)
    wish = {"cadence": "monthly", "hour": "9", "zone": "UTC", "language": "zh", "element": "Tb"}
    changed = {**wish, "note": "for the\r\nTuesday call", "deed": "change", "csrf": mark}
    assert ann.post(place, data=changed).headers["location"] == f"{place}?done=changed"
    (one,) = subscriptions(tracker)
    assert (one.cadence, one.hour, one.language) == ("monthly", 9, "zh")
    assert tree_of(one.wanted) == {"all": [{"element": "tb"}]}
    wrong = ann.post(place, data={**changed, "zone": "Mars/Base"})
    assert wrong.status_code == 400
    assert 'value="Mars/Base"' in wrong.text
    ann.post(place, data={"deed": "pause", "until": "2027-01-04", "csrf": mark})
    assert subscriptions(tracker)[0].paused_until == date(2027, 1, 4)
    ann.post(place, data={"deed": "resume", "csrf": mark})
    assert subscriptions(tracker)[0].paused_until is None
    assert ann.post(place, data={"deed": "burn", "csrf": mark}).status_code == 400
    ann.post(place, data={"deed": "end", "csrf": mark})
    assert subscriptions(tracker)[0].state is State.ENDED
    assert "Go on now" not in words_of(ann.get(place).text)
    erased = ann.post(place, data={"deed": "erase", "csrf": mark})
    assert erased.headers["location"] == "/digests?done=erased"
    assert subscriptions(tracker) == ()


def test_a_filter_that_the_fields_cannot_hold_is_shown_whole(tracker: Tracker) -> None:
    from tracker.application.subscriptions.subscribing import Wish

    tree = {"any": [{"element": "Dy"}, {"all": [{"issuer": "BIS"}, {"not": {"kind": "amend"}}]}]}
    made = tracker.subscribing.subscribe(Wish(target=ADDRESS, wanted=tree))
    root = signed_in(tracker, "Root", "admin")
    place = f"/digests/subscriptions/{made.id}"
    page = root.get(place).text
    assert '<textarea id="tree"' in page
    fields = {"cadence": "weekly", "hour": "7", "zone": "UTC", "deed": "change"}
    changed = {**fields, "tree": '{"element": "Tb"}', "csrf": mark_of(page)}
    assert root.post(place, data=changed).status_code == 303
    assert tree_of(subscriptions(tracker)[0].wanted) == {"element": "tb"}
    broken = root.post(place, data={**changed, "tree": "{"})
    assert broken.status_code == 400


def test_without_a_mail_server_nobody_is_promised_mail(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    with Tracker(settings, clock=Turned(instant("2026-11-21T12:00"))) as tracker:
        page = client_of(with_quick_hashes(tracker)).get("/digests")
        assert "No mail server is set up here" in page.text
        assert 'action="/digests/subscribe"' not in page.text
        assert "set-cookie" not in page.headers


def test_looking_at_digests_changes_nothing(tracker: Tracker) -> None:
    root = signed_in(tracker, "Root", "admin")
    asked(root, target=ADDRESS)
    before, position = subscriptions(tracker), tracker.log.head().position
    place = f"/digests/subscriptions/{before[0].id}"
    for path in ("/digests", place, f"{place}/preview.html", "/digests/preview.html"):
        assert root.get(path).status_code == 200
    assert root.get(f"{place}?deed=end").status_code == 200
    assert root.get("/digests/subscribe").status_code in (404, 405)
    assert (subscriptions(tracker), tracker.log.head().position) == (before, position)
