"""Accounts and kept lists at the command line: what an operator types, and what is told."""

from pathlib import Path

import pytest

from tests.e2e.commands import Desk, desk

PASSWORD = "four plain words here"
LIST = "Teil;element;share;origin;made in;to\nGEHEIM-1;Dy;0,2 %;CN;DE;US\n"


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def enrol(place: Desk, name: str, *words: str, password: str = PASSWORD) -> str:
    typed = place.type("account", "add", name, "--password-stdin", *words, stdin=f"{password}\n")
    return typed.out + typed.err


def test_the_first_account_is_made_by_a_command_and_has_no_default_password(place: Desk) -> None:
    assert "tracker account add NAME --role admin" in place.type("account", "list").out
    assert "give --password-stdin" in place.type("account", "add", "Ann").err
    assert "Ann Lee: admin" in enrol(place, "Ann Lee", "--role", "admin")
    (listed,) = place.type("account", "list", "--format", "json").json["accounts"]
    assert (listed["name"], listed["role"], listed["team"]) == ("Ann Lee", "admin", None)
    assert "password" not in listed


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [
        ("Ann", "short", "12 to 512 characters"),
        ("Ann", "aaaaaaaaaaaaaa", "too easy to guess"),
        ("annleeannlee", "annleeannlee", "too easy to guess"),
        ("policy/default", PASSWORD, "cannot be the name of an account"),
        ("rulebook", PASSWORD, "cannot be the name of an account"),
        ("two\nlines", PASSWORD, "cannot be the name of an account"),
    ],
)
def test_what_would_weaken_the_log_or_the_door_is_refused(
    place: Desk, name: str, password: str, told: str
) -> None:
    assert told in enrol(place, name, password=password)
    assert place.type("account", "list", "--format", "json").json["accounts"] == []


def test_roles_teams_passwords_and_accounts_change(place: Desk) -> None:
    enrol(place, "Bo", "--team", "Trade")
    assert "Bo: reviewer" in place.type("account", "role", "bo", "reviewer").out
    assert "Bo: no team" in place.type("account", "team", "Bo").out
    changed = place.type(
        "account", "password", "Bo", "--password-stdin", stdin="five other plain words\n"
    )
    assert "its sessions have ended" in changed.out
    assert place.type("account", "role", "Cy", "admin").exit_code == 1
    assert "erased" in place.type("account", "remove", "Bo", "--yes").out
    assert "was another account's" in enrol(place, "BO")


def test_a_token_is_shown_once_and_can_be_revoked(place: Desk) -> None:
    enrol(place, "Ann", "--role", "reviewer")
    made = place.type("account", "token", "add", "Ann", "--label", "nightly", "--role", "admin")
    assert made.out.startswith("inf_")
    assert "reviewer" in made.err
    listed = place.type("account", "token", "list", "Ann")
    assert "nightly" in listed.out
    assert made.out.strip() not in listed.out
    (token,) = place.type("account", "token", "list", "Ann", "--format", "json").json["tokens"]
    assert "revoked" in place.type("account", "token", "revoke", "Ann", token["id"]).out
    assert place.type("account", "token", "revoke", "Ann", token["id"]).exit_code == 1


def test_a_list_is_kept_with_its_columns_checked_and_erased(place: Desk) -> None:
    assert place.type("init", "--policy", "person").exit_code == 0
    enrol(place, "Ann")
    file = place.folder / "products.csv"
    file.write_text(LIST, encoding="utf-8")
    assert place.type("lists", "columns", "SAP", "--map", "part=Teil").exit_code == 0
    kept = place.type("lists", "keep", "Magnets", str(file), "--columns", "SAP")
    assert "1 row kept" in kept.out
    day = ("--on", "2025-12-15", "--announced-by", "2025-10-20")
    checked = place.type("check", "--list", "Magnets", *day)
    assert "GEHEIM-1,licence," in checked.out
    assert (
        "GEHEIM-1,licence,"
        in place.type("check", "--file", str(file), "--columns", "SAP", *day).out
    )
    assert place.type("check", "--list", "Magnets", "--of", "Ann", *day).exit_code == 1
    assert place.type("check", "--list", "Magnets", "--element", "Dy").exit_code == 2
    mine = place.type("lists", "keep", "Mine", str(file), "--map", "part=Teil", "--of", "Ann")
    assert mine.exit_code == 0
    shown = place.type("lists", "show", "--format", "json").json
    assert [line["name"] for line in shown["lists"]] == ["Magnets"]
    assert shown["columns"] == {"SAP": {"part": "Teil"}}
    assert "GEHEIM" not in place.type("export").out
    assert place.type("lists", "erase", "Magnets").exit_code == 0
    assert place.type("check", "--list", "Magnets", *day).exit_code == 1
    held = b"".join(one.read_bytes() for one in place.folder.glob("*.db*"))
    assert held.count(b"GEHEIM") == 1
    place.type("lists", "erase", "--all", "--of", "Ann")
    held = b"".join(one.read_bytes() for one in place.folder.glob("*.db*"))
    assert b"GEHEIM" not in held
