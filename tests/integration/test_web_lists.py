"""Are lists of products kept for their owners, named to them, shown to nobody else, and erased?"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.benchmarks import big_log
from tests.integration.house import Turned, instant
from tests.integration.people import client_of, mark_of, signed_in, with_quick_hashes
from tests.integration.test_web_review import words_of
from tracker.application.charts.busy_day import BUSY_FROM
from tracker.application.subscriptions.readership import Letter
from tracker.config import Mail, Settings
from tracker.digests.subscription import Subscription
from tracker.facade import Tracker
from tracker.rendering.letters import NOTE_MARK, UNSUBSCRIBE_MARK

PART = "GEHEIM-4711"
LIST = f"Teil;element;share;origin;made in;to\n{PART};Dy;0,2 %;CN;DE;US\nPLAIN-1;Cu;1%;CL;DE;US\n"
CATCHING = "cn/mofcom/2025/61#i-1"
TEAM = "Export control"


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    folder = tmp_path_factory.mktemp("lists")
    mail = Mail(host="smtp.example", domains=("house.example",))
    settings = Settings(database=f"sqlite:///{folder / 'tracker.db'}", mail=mail)
    with Tracker(settings, clock=Turned(instant("2025-12-15T12:00"))) as made:
        made.rulebook_apply()
        yield with_quick_hashes(made)


def keep(browser: TestClient, name: str, body: str = LIST, **fields: str) -> object:
    mark = mark_of(browser.get("/lists").text)
    given = {"deed": "keep", "name": name, "mapping": "part=Teil", "csrf": mark, **fields}
    return browser.post("/lists", data=given, files={"file": ("m.csv", body, "text/csv")})


def deed(browser: TestClient, name: str, do: str, owner: str, **fields: str) -> object:
    mark = mark_of(browser.get("/lists").text)
    given = {"deed": do, "name": name, "owner": owner, "csrf": mark, **fields}
    return browser.post("/lists", data=given)


def owner_in(page: str) -> str:
    return page.partition('name="owner" value="')[2].partition('"')[0]


def test_a_list_is_kept_checked_and_erased(tracker: Tracker) -> None:
    ann = signed_in(tracker, "Ann", "reader")
    assert keep(ann, "Magnets").headers["location"] == "/lists?done=kept"  # type: ignore[attr-defined]
    page = ann.get("/lists").text
    assert "Magnets" in page
    assert "2 rows" in page
    checked = deed(ann, "Magnets", "check", owner_in(page), on="2025-12-15")
    told = words_of(checked.text)  # type: ignore[attr-defined]
    assert PART in told
    assert "2 rows" in told
    table = deed(ann, "Magnets", "csv", owner_in(page))
    assert table.headers["cache-control"] == "no-store"  # type: ignore[attr-defined]
    assert f"{PART}," in table.text  # type: ignore[attr-defined]
    erased = deed(ann, "Magnets", "erase", owner_in(page))
    assert erased.headers["location"] == "/lists?done=erased"  # type: ignore[attr-defined]
    assert "No list is kept." in ann.get("/lists").text


def test_pages_name_the_parts_to_their_owner_only(tracker: Tracker) -> None:
    owner, other = signed_in(tracker, "Owner", "reader"), signed_in(tracker, "Other", "admin")
    keep(owner, "Magnets")
    address = "/measures/" + CATCHING.replace("#", "%23")
    page = words_of(owner.get(address).text)
    assert f"Touches your parts {PART} (list “Magnets”)." in page
    assert "PLAIN-1" not in page
    for browser in (other, client_of(tracker)):
        assert PART not in browser.get(address).text
        assert "Magnets" not in browser.get(address).text
    untouched = owner.get("/measures/cn/mofcom/2024/46%231").text
    assert PART not in untouched


def test_today_names_the_parts_that_a_rule_in_force_touches(tracker: Tracker) -> None:
    owner, other = signed_in(tracker, "Today", "reader"), signed_in(tracker, "Morrow", "admin")
    keep(owner, "Metals", f"Teil;control code;from;to\n{PART};1C902;CN;US\nPLAIN-1;;CL;DE\n")
    assert f"Touches your parts {PART} (list “Metals”)." in words_of(owner.get("/").text)
    for browser in (other, client_of(tracker)):
        assert PART not in browser.get("/").text


def test_nobody_reaches_the_list_of_somebody_else(tracker: Tracker) -> None:
    one, other = signed_in(tracker, "One", "reader"), signed_in(tracker, "Two", "admin")
    keep(one, "Secrets")
    owner = owner_in(one.get("/lists").text)
    assert "Secrets" not in other.get("/lists").text
    for do in ("check", "csv", "xlsx", "erase"):
        answer = deed(other, "Secrets", do, owner)
        assert answer.status_code == 404  # type: ignore[attr-defined]
        assert PART not in answer.text  # type: ignore[attr-defined]
    assert "Secrets" in one.get("/lists").text
    stranger = client_of(tracker)
    assert stranger.get("/lists").status_code == 303


def test_a_team_shares_a_list_and_another_team_does_not_see_it(tracker: Tracker) -> None:
    first = signed_in(tracker, "First", "reader", team=TEAM)
    second = signed_in(tracker, "Second", "reader", team=TEAM.upper())
    third = signed_in(tracker, "Third", "reader", team="Sales")
    keep(first, "Shared", team="yes")
    assert "Shared" in second.get("/lists").text
    assert "Shared" not in third.get("/lists").text
    keep(third, "Shared", body="part;element;to\nOTHER-9;Dy;US\n", mapping="", team="yes")
    assert "OTHER-9" not in deed(second, "Shared", "csv", owner_in(second.get("/lists").text)).text  # type: ignore[attr-defined]


def test_lists_are_in_no_log_and_no_export(tracker: Tracker, tmp_path: Path) -> None:
    position = tracker.log.head().position
    browser = signed_in(tracker, "Zzyxwv", "reader")
    keep(browser, "Unmistakable")
    deed(browser, "Unmistakable", "check", owner_in(browser.get("/lists").text))
    exported = b"".join(tracker.export())
    for trace in (PART.encode(), b"Unmistakable", b"Zzyxwv"):
        assert trace not in exported
    assert tracker.log.head().position == position
    tracker.verify()


def test_what_cannot_be_kept_is_told_and_what_was_typed_stays(tracker: Tracker) -> None:
    browser = signed_in(tracker, "Typer", "reader")
    wrong = keep(browser, "Typed name", body="nothing\nknown\n")
    assert wrong.status_code == 400  # type: ignore[attr-defined]
    assert 'value="Typed name"' in wrong.text  # type: ignore[attr-defined]
    assert "part=Teil" in wrong.text  # type: ignore[attr-defined]
    bad = keep(browser, "Typed name", mapping="no sign of equality")
    assert bad.status_code == 400  # type: ignore[attr-defined]
    assert keep(browser, " ").status_code == 400  # type: ignore[attr-defined]
    assert deed(browser, "Nothing", "check", "account/x").status_code == 404  # type: ignore[attr-defined]
    mark = mark_of(browser.get("/lists").text)
    without = browser.post("/lists", data={"deed": "keep", "name": "x", "csrf": mark})
    assert without.status_code == 400
    unmarked = browser.post("/lists", data={"deed": "erase", "name": "x"})
    assert unmarked.status_code == 403


def test_a_digest_names_the_parts_only_where_their_owner_says_so(tracker: Tracker) -> None:
    owner = signed_in(tracker, "Reader of mail", "reader", team="Magnets")
    other = signed_in(tracker, "Colleague", "reader")
    keep(owner, "Magnet list")
    keep(other, "Other list", body=LIST.replace(PART, "OTHER-7"))
    root = signed_in(tracker, "Rooot", "admin")
    for browser, name in ((owner, "own"), (other, "other"), (root, "root")):
        mark = mark_of(browser.get("/lists").text)
        wish = {"target": f"{name}@house.example", "csrf": mark, "consent": "yes"}
        browser.post("/digests/subscribe", data=wish)
    made = tracker.subscribing.readership.subscriptions()
    own = next(one for one in made if one.target.startswith("own@"))
    others = [one for one in made if one is not own]
    place = f"/digests/subscriptions/{own.id}"
    letter = letter_about(tracker)

    def mail(subscription: Subscription) -> str:
        made = tracker.mailroom.preview_mail(subscription, letter)
        return "".join(str(part.get_content()) for part in made.iter_parts())

    assert PART not in mail(own)
    form = owner.get(place).text
    wish = {"cadence": "weekly", "hour": "7", "zone": "UTC", "language": "en", "deed": "change"}
    owner.post(place, data={**wish, "names_parts": "yes", "csrf": mark_of(form)})
    assert mail(own).count(f"Touches your parts {PART} (list “Magnet list”).") == 2
    assert "OTHER-7" not in mail(own)
    for one in others:
        assert "GEHEIM" not in mail(one)
        assert "OTHER-7" not in mail(one)
    root_page = root.get(place).text
    assert "names_parts" not in root_page
    taken = {**wish, "names_parts": "", "csrf": mark_of(root_page)}
    root.post(place, data=taken)
    assert PART in mail(own)


def letter_about(tracker: Tracker) -> Letter:
    """A letter that rests on the effect by which a rule came to be that catches the part."""
    (imposed,) = [
        reason.effect
        for reason in tracker.status(CATCHING, on="2025-12-15").answer.grounds().because
        if reason.kind == "impose"
    ]
    text = f"{NOTE_MARK} {UNSUBSCRIBE_MARK}"
    return Letter(
        id="0" * 64, subject="A digest", html=f"<p>{text}</p>", text=text, json=None,
        statements=frozenset([imposed]),
    )  # fmt: skip


def test_a_busy_today_names_the_parts_too(tmp_path: Path) -> None:
    file = big_log.write(tmp_path / "log.jsonl", measures=BUSY_FROM + 10, effects=BUSY_FROM + 10)
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    with Tracker(settings, clock=Turned(instant("2025-12-15T12:00"))) as made:
        made.rulebook_apply()
        made.import_([file])
        with_quick_hashes(made)
        owner, other = signed_in(made, "Owner", "reader"), signed_in(made, "Other", "admin")
        keep(owner, "Metals", f"part;control code;from;to\n{PART};1C902;CN;US\n", mapping="")
        assert f"Touches your parts {PART} (list “Metals”)." in words_of(owner.get("/").text)
        for browser in (other, client_of(made)):
            assert PART not in browser.get("/").text


def checked_page(browser: TestClient, **fields: str) -> Any:
    """Send the form of the check for a list, without a file."""
    mark = mark_of(browser.get("/check").text)
    return browser.post("/check", data={"what": "list", "csrf": mark, **fields})


def choice_in(page: str, name: str) -> str:
    found = re.search(rf'<option value="([^"]+)"[^>]*>{name} ', page)
    assert found is not None, f"{name} is no choice"
    return unescape(found[1])


def test_a_kept_list_is_chosen_on_the_page_of_the_check(tracker: Tracker) -> None:
    ann = signed_in(tracker, "Chooser", "reader", team="Choosers")
    assert 'name="kept"' not in ann.get("/check").text
    keep(ann, "Magnets")
    keep(ann, "Shared", "part;element;share;origin;to\nTEAM-1;Dy;0.2%;CN;US\n", mapping="",
         team="yes")  # fmt: skip
    page = ann.get("/check")
    assert page.headers["cache-control"] == "no-store"
    mine, shared = (choice_in(page.text, name) for name in ("Magnets", "Shared"))
    found = checked_page(ann, kept=mine, on="2025-12-15")
    assert found.status_code == 200
    assert PART in words_of(found.text)
    assert re.search(rf'<option value="{re.escape(mine)}" selected>', found.text)
    assert "TEAM-1" in words_of(checked_page(ann, kept=shared).text)
    table = checked_page(ann, kept=mine, shape="csv")
    assert table.headers["cache-control"] == "no-store"
    assert f"{PART}," in table.text


def test_a_kept_list_is_compared_on_two_days(tracker: Tracker) -> None:
    ann = signed_in(tracker, "Comparer", "reader")
    keep(ann, "Magnets")
    kept = choice_in(ann.get("/check").text, "Magnets")
    days = {"on": "2025-12-15", "announced_by": "2025-10-20", "versus": "2025-10-20"}
    found = words_of(checked_page(ann, kept=kept, **days).text)
    assert PART in found
    assert "PLAIN-1" not in found
    table = checked_page(ann, kept=kept, shape="csv", **days).text
    assert "licence" in table
    assert "caught_later" in table


def test_nobody_checks_the_kept_list_of_somebody_else(tracker: Tracker) -> None:
    one, other = signed_in(tracker, "Keeper", "reader"), signed_in(tracker, "Taker", "admin")
    keep(one, "Hidden")
    kept = choice_in(one.get("/check").text, "Hidden")
    assert "Hidden" not in other.get("/check").text
    refused = checked_page(other, kept=kept)
    assert refused.status_code == 422
    assert PART not in refused.text
    stranger = client_of(tracker)
    assert 'name="kept"' not in stranger.get("/check").text
    asked = stranger.post("/check", data={"what": "list", "kept": kept})
    assert asked.status_code == 422
    assert "sign in to check a list that you keep" in words_of(asked.text)
