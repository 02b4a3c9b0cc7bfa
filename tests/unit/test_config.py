"""Settings come from a file, then from the environment; a slip names its place."""

from pathlib import Path

import pytest

from tracker.config import ENVIRONMENT, load_settings
from tracker.errors import InputError


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'database = "sqlite:///a.db"\ndigest_folder = "out"\n[fetch]\nallow = ["10.0.0.0/8"]\n'
    )
    settings = load_settings(
        str(file),
        environment={
            "TRACKER_DATABASE_URL": "sqlite:///b.db",
            "TRACKER_FETCH_ALLOW": "127.0.0.0/8, ::1/128",
        },
    )
    assert settings.database_url() == "sqlite:///b.db"
    assert settings.fetch.allow == ("127.0.0.0/8", "::1/128")
    assert settings.digests() == Path("out")


def test_the_file_may_be_named_by_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[service]\nport = 9000\n")
    settings = load_settings(environment={"TRACKER_CONFIG": str(file)})
    assert settings.service.port == 9000


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("disclaimer = 'x'\ndatabse = 'x'", "settings.toml:2: contains unknown field `databse`"),
        ("[service]\n\nport = 'many'", "settings.toml:3: Expected `int`"),
        ("[fetch\nallow = 1\n", "line 1"),
    ],
)
def test_a_slip_names_the_file_and_the_key(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(InputError) as raised:
        load_settings(str(file), environment={})
    assert "settings.toml" in str(raised.value)
    assert named in str(raised.value)


ROW = "[[acceptance.rows]]"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["name = 'house'", ROW, "action = 'agree'"], "settings.toml:4: Invalid enum value"),
        (["name = 'house'", ROW, "action = 'agree'"], "write one of accept, propose, ignore"),
        (
            ["name = 'house'", ROW, "action = 'accept'", ROW, "authority = 'boss'"],
            "settings.toml:6: Invalid enum value 'boss'",
        ),
        (["name = 'house'", ROW, "class = 'law'", "action = 'accept'"], "restatement"),
        (["name = 'house'", ROW, "completeness = 1"], "complete, partial, any"),
        (["name = 'house'", ROW, "authority = 'issuer'"], "settings.toml:3: Object missing"),
        (["name = 'house'", ROW, "action = 'accept'", "clas = 'act'"], "settings.toml:5: "),
        (["name = ' '"], "give the table a name"),
        (["name = 'a\u2028b'"], "give the table a name"),
        (["name = 'default'", ROW, "action = 'accept'"], "the name of a table of ours"),
    ],
)
def test_a_slip_in_the_acceptance_table_is_named_with_what_may_stand_there(
    tmp_path: Path, lines: list[str], named: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("\n".join(["[acceptance]", *lines]), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_settings(str(file), environment={})
    assert named in str(raised.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_settings(str(tmp_path / "nowhere.toml"), environment={})


def test_digests_lie_beside_an_sqlite_database_unless_told_otherwise(tmp_path: Path) -> None:
    settings = load_settings(environment={"TRACKER_DATABASE_URL": f"sqlite:///{tmp_path}/t.db"})
    assert settings.digests() == tmp_path / "digests"


def test_every_variable_sets_something_that_exists() -> None:
    settings = load_settings(environment=dict.fromkeys(ENVIRONMENT, "10.0.0.0/8"))
    assert settings.database == "10.0.0.0/8"
    assert settings.fetch.proxy == "10.0.0.0/8"
