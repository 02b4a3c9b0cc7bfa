"""Are accounts, sessions, tokens and attempts kept alike in memory and on each engine?"""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Engine, text

from tests.conftest import ENGINES, new_database
from tests.contract.memory_accounts import MemoryAccounts
from tracker.application.people.accounts import (
    Account,
    AccountStore,
    Role,
    Session,
    Token,
    name_key,
)
from tracker.application.products.belongings import ProductList, owner_of, team_owner
from tracker.errors import AccountError
from tracker.store.accounts import SqlAccounts
from tracker.store.belongings import SqlBelongings

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
ANN = Account(
    id="a1", name="Ann Lee", role=Role.REVIEWER, password="$hash$", created_at=NOW, team="Trade"
)
BO = Account(id="b2", name="陈波", role=Role.READER, password="$other$", created_at=NOW)
SESSION = Session(digest="d1", account="a1", created_at=NOW, seen_at=NOW)
TOKEN = Token(
    id="t1", account="a1", digest="e1", role=Role.READER, label="nightly", created_at=NOW,
    expires_at=NOW + timedelta(days=9),
)  # fmt: skip


@pytest.fixture(params=("memory", *ENGINES))
def store(request: pytest.FixtureRequest, opened: Callable[[str], Engine]) -> AccountStore:
    """An empty store of each kind."""
    if request.param == "memory":
        return cast(AccountStore, MemoryAccounts())
    url = new_database(request.param, request, request.getfixturevalue("tmp_path") / "tracker.db")
    return SqlAccounts(opened(url))


def test_an_account_comes_back_as_it_was_kept(store: AccountStore) -> None:
    store.add(ANN)
    store.add(BO)
    assert store.accounts() == (ANN, BO)
    assert store.named(name_key("ANN lee")) == ANN
    assert store.named(name_key("陈波")) == BO
    assert store.named("nobody") is None
    changed = replace(ANN, role=Role.ADMIN, team=None)
    store.change(changed)
    assert store.named(name_key("Ann Lee")) == changed


@pytest.mark.parametrize("name", ["Ann Lee", "ann LEE", "Ａｎｎ Ｌｅｅ"])
def test_nobody_takes_a_name_that_looks_like_another_s(store: AccountStore, name: str) -> None:
    store.add(ANN)
    with pytest.raises(AccountError):
        store.add(replace(BO, name=name))
    assert store.accounts() == (ANN,)


def test_a_removed_account_leaves_nothing_and_its_name_is_given_to_nobody(
    store: AccountStore,
) -> None:
    store.add(ANN)
    store.open(SESSION)
    store.add_token(TOKEN)
    store.remove("a1", at=NOW)
    assert store.accounts() == ()
    assert store.session("d1") is None
    assert store.token("e1") is None
    with pytest.raises(AccountError):
        store.add(replace(BO, name="ann lee"))
    store.remove("a1", at=NOW)


def test_sessions_are_found_seen_and_ended(store: AccountStore) -> None:
    store.add(ANN)
    store.add(BO)
    store.open(SESSION)
    store.open(replace(SESSION, digest="d2", seen_at=NOW + timedelta(minutes=5)))
    store.open(replace(SESSION, digest="d3", account="b2"))
    assert store.session("d1") == (SESSION, ANN)
    assert store.session("nothing") is None
    assert [one.digest for one in store.sessions("a1")] == ["d2", "d1"]
    later = NOW + timedelta(minutes=9)
    store.see("d1", at=later)
    assert store.session("d1") == (replace(SESSION, seen_at=later), ANN)
    store.close_all("a1", but="d2")
    assert [one.digest for one in store.sessions("a1")] == ["d2"]
    assert len(store.sessions("b2")) == 1
    store.close("d2")
    store.close("d2")
    assert store.sessions("a1") == ()


def test_sessions_that_are_over_are_dropped(store: AccountStore) -> None:
    store.add(ANN)
    old, idle = NOW - timedelta(hours=12), NOW - timedelta(hours=2)
    store.open(replace(SESSION, digest="old", created_at=old - timedelta(seconds=1)))
    store.open(replace(SESSION, digest="idle", seen_at=idle - timedelta(seconds=1)))
    store.open(replace(SESSION, digest="just", created_at=old, seen_at=idle))
    store.prune(created_before=old, seen_before=idle)
    assert [one.digest for one in store.sessions("a1")] == ["just"]


def test_tokens_are_found_used_and_revoked_by_their_own_account_only(store: AccountStore) -> None:
    store.add(ANN)
    store.add(BO)
    store.add_token(TOKEN)
    endless = replace(TOKEN, id="t2", digest="e2", expires_at=None)
    store.add_token(endless)
    assert store.token("e1") == (TOKEN, ANN)
    assert store.tokens("a1") == (TOKEN, endless)
    store.use("t1", at=NOW)
    assert store.token("e1") == (replace(TOKEN, used_at=NOW), ANN)
    assert not store.revoke("t1", account="b2")
    assert store.revoke("t1", account="a1")
    assert not store.revoke("t1", account="a1")
    assert store.token("e1") is None


def test_attempts_are_counted_under_every_key_or_under_none(store: AccountStore) -> None:
    limits = {"pair": 2, "place": 3}
    window = {"at": NOW, "since": NOW - timedelta(minutes=15)}
    assert [store.attempt(limits, **window) for _ in range(3)] == [None, None, NOW]
    assert store.attempt({"place": 3}, **window) is None
    assert store.attempt({"place": 3}, **window) == NOW
    store.forgive("pair")
    assert store.attempt({"pair": 2}, **window) is None
    later = NOW + timedelta(minutes=15)
    assert store.attempt(limits, at=later, since=NOW) is None


def test_of_many_attempts_at_once_each_is_counted(
    database: str, opened: Callable[[str], Engine]
) -> None:
    stores = [SqlAccounts(opened(database)) for _ in range(4)]
    told: list[datetime | None] = []

    def guess(store: SqlAccounts) -> None:
        for _ in range(5):
            told.append(store.attempt({"k": 12}, at=NOW, since=NOW - timedelta(minutes=15)))

    guessers = [threading.Thread(target=guess, args=(one,)) for one in stores]
    for one in guessers:
        one.start()
    for one in guessers:
        one.join()
    assert told.count(None) == 12
    assert len(told) == 20


def test_private_things_are_found_by_their_owner_only_and_erased(
    database: str, opened: Callable[[str], Engine]
) -> None:
    engine = opened(database)
    accounts, things = SqlAccounts(engine), SqlBelongings(engine)
    accounts.add(ANN)
    mine, team = owner_of("a1"), team_owner("Trade")
    kept = ProductList(
        owner=mine, name="Magnets", file_name="m.csv", body=b"part;hs\nSECRET-1;8505", parts=1,
        mapping={"part": "Teil"}, kept_by="Ann Lee", kept_at=NOW,
    )  # fmt: skip
    things.keep(kept)
    things.keep(replace(kept, owner=team, body=b"part;hs\nSHARED-1;8505"))
    things.keep(replace(kept, parts=2))
    things.keep_mapping(mine, "SAP", {"part": "Material"})
    things.own("s1", account="a1")
    assert things.list_of(mine, "Magnets") == replace(kept, parts=2)
    assert [one.owner for one in things.lists((mine, team))] == [mine, team]
    assert things.lists((owner_of("b2"),)) == ()
    assert things.mappings(mine) == {"SAP": {"part": "Material"}}
    assert things.mappings(team) == {}
    assert things.owned("a1") == {"s1"}
    assert not things.drop(owner_of("b2"), "Magnets")
    accounts.remove("a1", at=NOW)
    assert things.lists((mine, team)) == things.lists((team,))
    assert things.mappings(mine) == {}
    assert things.owned("a1") == frozenset()
    assert things.drop(team, "Magnets")
    assert things.drop_all(team) == 0


def test_what_was_erased_is_in_no_page_of_the_file(
    tmp_path: Path, opened: Callable[[str], Engine]
) -> None:
    engine = opened(f"sqlite:///{tmp_path / 'tracker.db'}")
    accounts, things = SqlAccounts(engine), SqlBelongings(engine)
    accounts.add(replace(ANN, name="Unmistakable Person"))
    body = b"part;hs\n" + b"UNMISTAKABLE-PART;8505\n" * 500
    things.keep(
        ProductList(
            owner=owner_of("a1"),
            name="Secret Magnets",
            file_name="m.csv",
            body=body,
            parts=500,
            mapping={},
            kept_by="Unmistakable Person",
            kept_at=NOW,
        )
    )
    accounts.remove("a1", at=NOW)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM product_lists")).scalar() == 0
    held = b"".join(file.read_bytes() for file in tmp_path.glob("tracker.db*"))
    for trace in (b"Unmistakable", b"UNMISTAKABLE-PART", b"Secret Magnets"):
        assert trace not in held
