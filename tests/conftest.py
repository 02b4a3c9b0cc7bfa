"""What several groups of tests stand on: the engines, a small rulebook, the shared folder."""

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from tests.contract.postgres import Postgres, started

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL server, for the whole run of the tests."""
    server = started()
    yield server
    server.stop()


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Runs a test once for each engine."""
    return str(request.param)


@pytest.fixture
def database(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of this test's own, on each engine."""
    return new_database(engine_name, request, tmp_path / "tracker.db")


@pytest.fixture
def another_database(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a second database, on the same engine."""
    return new_database(engine_name, request, tmp_path / "another.db")


def new_database(engine_name: str, request: pytest.FixtureRequest, file: Path) -> str:
    """Return the address of an empty database; for SQLite it is the given file."""
    if engine_name == "sqlite":
        return f"sqlite:///{file}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the checkout; skips where there is none."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"there is no shared folder at {os.path.relpath(folder)}")
    return folder


@pytest.fixture
def small_rulebook(tmp_path: Path) -> Path:
    """A file of the interchange form: two acts about food colourings, one suspending the other."""
    file = tmp_path / "colours.jsonl"
    file.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in _COLOURS))
    return file


_ACT = {
    "type": "instrument",
    "jurisdiction": "XX",
    "issuers": ["Food Office"],
    "kind": "order",
    "timezone": "Europe/Paris",
    "authority": "issuer",
}

_COLOURS = (
    {**_ACT, "id": "xx/food/2030/1", "title": "Colourings", "announced_at": "2030-01-10"},
    {**_ACT, "id": "xx/food/2030/2", "title": "暂停 – suspended", "announced_at": "2030-03-01"},
    {"type": "measure", "id": "xx/food/2030/1#red", "title": "Red", "terms": {"share": 0.1}},
    {"type": "measure", "id": "xx/food/2030/1#blue", "title": "Blue", "terms": {"share": 1.0}},
    {
        "type": "effect",
        "kind": "impose",
        "affecting": "xx/food/2030/1",
        "affected": ["xx/food/2030/1#red", "xx/food/2030/1#blue"],
        "from": "2030-02-01",
        "announced_at": "2030-01-10",
    },
    {
        "type": "effect",
        "kind": "suspend",
        "affecting": "xx/food/2030/2",
        "affected": ["xx/food/2030/1"],
        "from": "2030-03-01",
        "through": "2030-08-31",
        "announced_at": "2030-03-01",
    },
    {
        "type": "announcement",
        "id": "gazette-7",
        "source": "gazette",
        "url": "https://food.example/7",
        "title": "Order No. 1",
        "body": base64.b64encode("食品着色剂第1号令".encode("gb18030")).decode(),
    },
)
