"""Does a person get from `subscribe add` to a digest, and away again?"""

import json
import re
import time
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.e2e.commands import Desk, Typed, desk, write_jsonl
from tests.integration.house import new_rule


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def add(place: Desk, *words: str) -> str:
    made = place.type("subscribe", "add", *words, "--format", "json")
    assert made.exit_code == 0, made.err
    return str(made.json["id"])


def news(place: Desk, key: str = "2026/1") -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    write_jsonl(place.folder / "news.jsonl", *new_rule(key, now, starts="2027-12-01"))
    assert place.type("import", str(place.folder / "news.jsonl")).exit_code == 0


def test_a_subscription_is_added_listed_previewed_and_removed(place: Desk) -> None:
    id = add(
        place, f"folder:{place.folder / 'out'}", "--cadence", "immediate", "--element", "Dy",
        "--not", "kind=amend", "--note", "for Tuesday",
    )  # fmt: skip
    (row,) = place.type("subscribe", "list", "--format", "json").json["subscriptions"]
    assert row["filter"] == {"all": [{"element": "dy"}, {"not": {"kind": "amend"}}]}
    assert (row["state"], row["note"]) == ("active", "for Tuesday")

    quiet = place.type("subscribe", "preview", id)
    assert "would not be sent" in quiet.err
    news(place)
    text = place.type("subscribe", "preview", id)
    assert "No. 2026/1" in text.out
    mail = place.type("subscribe", "preview", id, "--format", "eml").out
    assert "List-Id:" in mail
    assert "Message-ID:" in mail
    told = json.loads(place.type("subscribe", "preview", id, "--format", "json").out)
    assert told["digest"]["announced"]

    assert place.type("deliver").out.startswith("1 sent")
    files = sorted(path.suffix for path in (place.folder / "out").iterdir())
    assert files == [".html", ".txt"]
    assert place.type("deliver").out.startswith("0 sent")

    assert place.type("subscribe", "remove", id, "--erase").exit_code == 0
    assert place.type("subscribe", "list", "--format", "json").json["subscriptions"] == []
    assert place.type("verify").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody",), "no mail address"),
        (("a@b.example", "--kind", "nothing"), "no kind"),
        (("a@b.example", "--zone", "Nowhere"), "no time zone"),
        (("a@b.example", "--filter", "{"), "no JSON"),
        (("a@b.example", "--filter", '{"colour": "red"}'), "nothing to filter by"),
        (("a@b.example", "--not", "kind"), "FIELD=VALUE"),
    ],
)
def test_a_wrong_wish_is_refused_in_one_sentence(
    place: Desk, words: tuple[str, ...], said: str
) -> None:
    refused: Typed = place.type("subscribe", "add", *words)
    assert refused.exit_code == 2
    assert said in refused.err
    assert len(refused.err.strip().splitlines()) == 1


def test_an_operator_imports_the_addresses_of_the_house_all_or_none(place: Desk) -> None:
    settings = place.folder / "tracker.toml"
    settings.write_text('[mail]\ndomains = ["house.example"]\n', encoding="utf-8")
    file = place.folder / "colleagues.txt"
    command = ("subscribe", "import", str(file), "--consent", "works agreement 12")
    file.write_text("a@house.example\n\nb@elsewhere.example\n", encoding="utf-8")
    refused = place.type(*command, "--config", str(settings))
    assert refused.exit_code == 1
    assert "elsewhere.example" in refused.err
    file.write_text("a@house.example\nb@house.example\na@house.example\n", encoding="utf-8")
    done = place.type(*command, "--config", str(settings), "--element", "Dy", "--cadence", "daily")
    assert done.out == "2 subscriptions\n"
    rows = place.type("subscribe", "list", "--format", "json").json["subscriptions"]
    assert {row["target"] for row in rows} == {"a@house.example", "b@house.example"}
    assert {row["consent"] for row in rows} == {"works agreement 12"}
    assert {row["cadence"] for row in rows} == {"daily"}


def test_a_reader_rests_goes_on_and_is_left_alone(place: Desk) -> None:
    id = add(place, f"folder:{place.folder / 'out'}", "--cadence", "immediate")
    assert place.type("subscribe", "pause", id, "--until", "2999-01-01").exit_code == 0
    assert place.type("subscribe", "note", id, "for Tuesday").exit_code == 0
    news(place)
    assert place.type("deliver").out.startswith("0 sent")
    assert place.type("subscribe", "resume", id).exit_code == 0
    assert place.type("deliver").out.startswith("1 sent")
    (parcel,) = place.type("subscribe", "outbox", "--format", "json").json["parcels"]
    assert (parcel["state"], parcel["subscription"]) == ("sent", id)
    refused = place.type("subscribe", "outbox", "--retry", parcel["id"])
    assert (refused.exit_code, "no dead parcel" in refused.err) == (1, True)
    assert place.type("subscribe", "suppress", "me@example.org").exit_code == 0
    refused = place.type("subscribe", "add", "me@example.org")
    assert (refused.exit_code, "suppressed" in refused.err) == (1, True)
    assert place.type("subscribe", "suppress", "me@example.org", "--lift").exit_code == 0
    assert place.type("subscribe", "suppress", "me@example.org", "--lift").exit_code == 1
    assert place.type("subscribe", "add", "me@example.org").exit_code == 0


def test_a_wish_is_changed_and_shown(place: Desk) -> None:
    id = add(place, f"folder:{place.folder / 'out'}", "--element", "Dy", "--note", "old")
    changed = place.type(
        "subscribe", "change", id, "--cadence", "daily", "--hour", "9", "--zone", "Europe/Berlin",
        "--language", "zh", "--hs", "8505", "--note", "", "--pause-until", "2999-01-01",
    )  # fmt: skip
    assert changed.out.strip() == (f"subscription {id}: daily, hour 9 (Europe/Berlin), zh, hs 8505")
    (row,) = place.type("subscribe", "list", "--format", "json").json["subscriptions"]
    assert (row["note"], row["paused_until"]) == (None, "2999-01-01")
    assert place.type("subscribe", "change", id, "--everything").out.strip().endswith("everything")
    for words, said in (
        ((), "nothing to change"),
        (("--everything", "--element", "Dy"), "drops all filters"),
        (("--zone", "Nowhere"), "no time zone"),
    ):
        refused = place.type("subscribe", "change", id, *words)
        assert refused.exit_code == 2
        assert said in refused.err
    missing = place.type("subscribe", "change", "nothing", "--hour", "3")
    assert (missing.exit_code, "tracker subscribe list" in missing.err) == (1, True)


def test_only_who_waits_for_an_answer_is_asked_again(place: Desk) -> None:
    id = add(place, "me@example.org")
    early = place.type("subscribe", "resend", id)
    assert (early.exit_code, "on its way" in early.err) == (1, True)
    other = add(place, f"folder:{place.folder / 'out'}")
    refused = place.type("subscribe", "resend", other)
    assert (refused.exit_code, "waits for no answer" in refused.err) == (1, True)


def test_a_mail_waits_while_no_mail_server_is_set_up(place: Desk) -> None:
    id = add(place, "me@example.org")
    assert place.type("deliver").out.startswith("0 sent, 1 will be tried again")
    (parcel,) = place.type("subscribe", "outbox", "--format", "json").json["parcels"]
    assert (parcel["kind"], parcel["state"], parcel["attempts"]) == ("confirm", "queued", 0)
    assert "nothing is set up for mail" in parcel["error"]
    assert place.type("subscribe", "confirm", "wrong").exit_code == 1
    assert place.type("subscribe", "confirm", _token(place)).out.strip() == (
        f"subscription {id}: active"
    )
    assert place.type("subscribe", "remove", id, "--erase").exit_code == 0
    for file in place.folder.glob("tracker.db*"):
        assert b"me@example.org" not in file.read_bytes()


def test_feeds_are_printed_and_written(place: Desk, tmp_path: Path) -> None:
    news(place)
    assert "No. 2026/1" in place.type("feed").out
    assert "BEGIN:VEVENT" in place.type("feed", "--format", "ics", "--element", "Dy").out
    assert "BEGIN:VEVENT" not in place.type("feed", "--format", "ics", "--element", "Ga").out
    file = tmp_path / "changes.csv"
    assert place.type("feed", "--format", "csv", "--out", str(file)).exit_code == 0
    assert "cn/mofcom/2026/1#1" in file.read_text(encoding="utf-8-sig")


def test_a_digest_is_written_as_a_mail(place: Desk, tmp_path: Path) -> None:
    news(place)
    file = tmp_path / "week.eml"
    typed = place.type("digest", "--period", "daily", "--format", "eml", "--out", str(file))
    assert typed.exit_code == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert mail.get_content_type() == "multipart/alternative"
    again = place.type("digest", "--period", "daily", "--format", "eml").out
    assert str(mail["Message-ID"]) in again
    assert mail["List-Id"]


def test_an_unknown_subscription_is_told_so(place: Desk) -> None:
    refused = place.type("subscribe", "preview", "nothing")
    assert refused.exit_code == 1
    assert "tracker subscribe list" in refused.err


def test_the_service_delivers_and_lets_go(place: Desk) -> None:
    add(place, f"folder:{place.folder / 'out'}", "--cadence", "immediate")
    news(place)
    service = place.start("run", "--port", "0")
    try:
        assert service.stdout is not None
        address = ""
        while not address:
            found = re.search(r"tracker runs at (http://\S+/)", service.stdout.readline())
            address = found[1] if found else ""
        _wait_for(place.folder / "out")
        token = _token(place)
        with urlopen(f"{address}unsubscribe/{token}") as page:
            assert page.status == 200
        assert _state(place) == "active"
        with urlopen(Request(f"{address}unsubscribe/{token}", method="POST", data=b"")) as page:
            assert page.status == 200
        assert _state(place) == "ended"
        refused = place.type("deliver")
        assert refused.exit_code == 1
        assert "another tracker service" in refused.err
    finally:
        service.terminate()
        service.communicate(timeout=20)


def _wait_for(folder: Path) -> None:
    end = time.monotonic() + 20
    while not (folder.is_dir() and len(list(folder.glob("*.txt"))) == 1):
        assert time.monotonic() < end, "nothing was delivered in time"
        time.sleep(0.05)


def _token(place: Desk) -> str:
    from tracker.facade import open_tracker

    with open_tracker(place.url) as tracker:
        (one,) = tracker.mailroom.readership.subscriptions()
    return one.token


def _state(place: Desk) -> str:
    rows = place.type("subscribe", "list", "--format", "json").json["subscriptions"]
    return str(rows[0]["state"])
