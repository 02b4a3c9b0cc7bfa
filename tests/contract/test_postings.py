"""Two keys with one number: nothing is mistaken for the other."""

import pytest
from sqlalchemy import Engine

from tests.contract.conftest import StandingClock, keys_in_body, noted
from tracker.errors import ConcurrentAppend
from tracker.store.event_log import SqlEventLog
from tracker.store.postings import number_of


@pytest.fixture
def crowded(engine: Engine, clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> SqlEventLog:
    """A log on each engine whose keys have two numbers only: by their first letter."""

    def first_letter(key: str) -> int:
        return 1 if key.startswith("k") else 2

    monkeypatch.setattr("tracker.store.postings.number_of", first_letter)
    monkeypatch.setattr("tracker.store.event_log.number_of", first_letter)
    return SqlEventLog(engine, filing=keys_in_body, clock=clock)


def positions(log: SqlEventLog, *keys: str) -> dict[str, list[int]]:
    return {key: [event.position for event in some] for key, some in log.find(keys).items()}


def test_keys_of_one_number_are_told_apart(crowded: SqlEventLog) -> None:
    with crowded.writing() as writer:
        writer.append([noted("a", "k:1", "k:2"), noted("b", "k:2"), noted("c", stream="kept")])
    assert positions(crowded, "k:1", "k:2", "k:3", "kept", "notes") == {
        "k:1": [1],
        "k:2": [1, 2],
        "kept": [3],
        "notes": [1, 2],
    }
    assert crowded.rebuild().equal


def test_streams_of_one_number_are_counted_apart(crowded: SqlEventLog) -> None:
    with crowded.writing() as writer:
        writer.append([noted("a", stream="one"), noted("b", stream="two")])
    with crowded.writing() as writer:
        written = writer.append([noted("c", stream="one"), noted("d", stream="three")])
    assert [event.stream_position for event in written] == [2, 1]
    with pytest.raises(ConcurrentAppend), crowded.writing() as writer:
        writer.append([noted("e", stream="one")], expected={"one": 1})


def test_a_number_is_the_same_for_ever() -> None:
    """Numbers are stored: they may not depend on the machine or the version of Python."""
    assert number_of("measure/cn/mofcom/2025/61#i-1") == 5280447717294382485
    assert number_of("note/商务部") == 4751634319486199463


def test_a_read_model_of_another_edition_is_folded_anew(
    engine: Engine, clock: StandingClock
) -> None:
    before = SqlEventLog(engine, filing=lambda _event: (), edition="1", clock=clock)
    with before.writing() as writer:
        writer.append([noted("a", "k:1")])
    after = SqlEventLog(engine, filing=keys_in_body, edition="2", clock=clock)
    assert positions(after, "k:1") == {}
    rebuilt = after.catch_up()
    assert rebuilt is not None
    assert (rebuilt.events, rebuilt.equal) == (1, None)
    assert positions(after, "k:1") == {"k:1": [1]}
    assert after.catch_up() is None


def test_an_empty_log_needs_no_catching_up(engine: Engine) -> None:
    assert SqlEventLog(engine, filing=keys_in_body, edition="7").catch_up() is None
