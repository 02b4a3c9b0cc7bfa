"""Is nobody let in, or told anything, by a name alone?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import cast

import pytest
from argon2 import PasswordHasher

from tests.contract.memory_accounts import MemoryAccounts
from tracker.application.people.accounts import Account, AccountStore, Role, digest_of_word
from tracker.application.people.admitting import Admitting, form_mark
from tracker.application.people.enrolling import Enrolling
from tracker.errors import AccountError, SignInRefused, UsageError
from tracker.store.passwords import Argon2Passwords
from tracker.web.signin.access import Access
from tracker.web.signin.guard import way_back

PASSWORD = "four plain words here"
NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)


class Noted:
    """Passwords that are kept as they are, and remember what they were asked."""

    def __init__(self) -> None:
        self.compared: list[tuple[str, str]] = []
        self.outdated = False

    def hashed(self, password: str) -> str:
        return f"hash of {password}"

    def fits(self, kept: str, password: str) -> bool:
        self.compared.append((kept, password))
        return kept == self.hashed(password)

    def is_outdated(self, kept: str) -> bool:
        return self.outdated


class House:
    """Accounts in memory, with a clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now, numbers = NOW, count(1)
        self.store, self.passwords = cast(AccountStore, MemoryAccounts()), Noted()
        self.enrolling = Enrolling(
            self.store, self.passwords, lambda: self.now, lambda size: f"{next(numbers):0{size}}"
        )
        self.admitting = Admitting(
            self.store, self.passwords, lambda: self.now, lambda size: f"{next(numbers):0{size}}"
        )


@pytest.fixture
def house() -> House:
    made = House()
    made.enrolling.add("Ann", PASSWORD, role=Role.REVIEWER)
    return made


def test_a_comparison_takes_place_whether_or_not_there_is_such_an_account(house: House) -> None:
    told = []
    for name in ("Ann", "Nobody"):
        with pytest.raises(SignInRefused) as refused:
            house.admitting.sign_in(name, "a wrong one", address="192.0.2.1")
        told.append(str(refused.value))
    assert told[0] == told[1]
    assert [password for _, password in house.passwords.compared] == ["a wrong one"] * 2


def test_the_decoy_fits_nothing(house: House) -> None:
    for guess in ("", "decoy", "hash of "):
        with pytest.raises(SignInRefused):
            house.admitting.sign_in("Nobody", guess, address="192.0.2.1")


def test_what_is_kept_of_a_session_is_not_what_the_browser_holds(house: House) -> None:
    admitted = house.admitting.sign_in("ann", PASSWORD, address="192.0.2.1")
    (session,) = house.store.sessions(admitted.person.account)
    assert session.digest == digest_of_word(admitted.word)
    assert admitted.word not in session.digest
    assert house.admitting.by_session(session.digest) is None
    assert form_mark(admitted.word) not in (session.digest, admitted.word)


def test_a_hash_made_in_a_weaker_way_is_replaced_at_the_next_sign_in(house: House) -> None:
    before = house.enrolling.get("Ann")
    house.store.change(replace(before, password="hash of four plain words here"))
    house.passwords.outdated = True
    house.passwords.hashed = lambda password: f"stronger hash of {password}"  # type: ignore[method-assign]
    house.passwords.fits = lambda kept, password: kept.endswith(password)  # type: ignore[method-assign]
    house.admitting.sign_in("Ann", PASSWORD, address="192.0.2.1")
    assert house.enrolling.get("Ann").password == "stronger hash of four plain words here"


def test_a_use_is_written_down_once_a_minute_and_not_with_each_page(house: House) -> None:
    word = house.admitting.sign_in("Ann", PASSWORD, address="192.0.2.1").word
    account = house.enrolling.get("Ann").id
    house.now += timedelta(seconds=59)
    house.admitting.by_session(word)
    assert house.store.sessions(account)[0].seen_at == NOW
    house.now += timedelta(seconds=1)
    house.admitting.by_session(word)
    assert house.store.sessions(account)[0].seen_at == house.now


def test_a_right_password_forgives_the_wrong_ones_before_it(house: House) -> None:
    for _ in range(3):
        for _ in range(7):
            with pytest.raises(SignInRefused):
                house.admitting.sign_in("Ann", "a wrong one", address="192.0.2.1")
        house.admitting.sign_in("Ann", PASSWORD, address="192.0.2.1")


def test_roles_stand_in_one_order() -> None:
    reader, reviewer, admin = Role.READER, Role.REVIEWER, Role.ADMIN
    assert [one.covers(reviewer) for one in (reader, reviewer, admin)] == [False, True, True]
    assert admin.at_most(reader) is reader
    assert reader.at_most(admin) is reader


@pytest.mark.parametrize("days", [0, -1, 3661])
def test_a_token_holds_a_sensible_while(house: House, days: int) -> None:
    with pytest.raises(UsageError):
        house.enrolling.give_token("Ann", label="x", days=days)


@pytest.mark.parametrize("label", ["", "  ", "two\nlines", "x" * 81])
def test_a_token_has_a_label_of_one_line(house: House, label: str) -> None:
    with pytest.raises(UsageError):
        house.enrolling.give_token("Ann", label=label)


def test_an_account_that_is_not_there_is_told_so(house: House) -> None:
    with pytest.raises(AccountError, match="tracker account list"):
        house.enrolling.get("Bo")
    with pytest.raises(AccountError):
        house.enrolling.revoke("Ann", "nothing")


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/review?show=decided", "/review?show=decided"), ("", "/"), (None, "/"), ("//x", "/"),
        ("/\\x", "/"), ("https://x", "/"), ("/a\r\nb: c", "/"), ("/稀土", "/"), ("/ x", "/"),
        ("/" + "x" * 2000, "/"), ("/sign-in?next=/", "/"),
    ],
)  # fmt: skip
def test_the_way_back_leads_nowhere_else(asked: str | None, given: str) -> None:
    assert way_back(asked) == given


def test_argon2_keeps_no_password_and_gives_each_hash_its_salt() -> None:
    quick = Argon2Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    one, other = quick.hashed(PASSWORD), quick.hashed(PASSWORD)
    assert one != other
    assert one.startswith("$argon2id$")
    assert PASSWORD not in one
    assert quick.fits(one, PASSWORD)
    assert not quick.fits(one, PASSWORD + " ")
    assert not quick.fits("no hash at all", PASSWORD)
    assert not quick.is_outdated(one)
    assert Argon2Passwords().is_outdated(one)


def test_an_account_never_prints_its_password() -> None:
    account = Account(
        id="a", name="Ann", role=Role.READER, password="$argon2id$secret", created_at=NOW
    )
    assert "secret" not in repr(account)


@pytest.mark.parametrize("proxy", ["*", "proxy.example", "10.0.0.0/33", "10.0.0.1/8", ""])
def test_a_proxy_that_is_no_address_is_refused_and_not_ignored(proxy: str) -> None:
    with pytest.raises(UsageError, match="trusted_proxies"):
        Access(trusted_proxies=(proxy,))
    assert Access(trusted_proxies=("10.0.0.0/8", "::1")).trusted_proxies
