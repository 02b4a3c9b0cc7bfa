"""Does every event log keep the promises of `tracker.ports.EventLog`?"""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.contract.conftest import StandingClock, noted
from tracker.domain.events import NewEvent
from tracker.errors import ConcurrentAppend, HeadNotFound, StoreError
from tracker.ports import EventLog, Head

NO_HASH = "0" * 64


def write(log: EventLog, *events: NewEvent) -> None:
    with log.writing() as writer:
        writer.append(events)


def test_positions_count_all_events_from_one_without_a_gap(log: EventLog) -> None:
    for size in (1, 3, 2):
        write(log, *(noted("x", stream=f"s{number}") for number in range(size)))
    assert [event.position for event in log.read()] == [1, 2, 3, 4, 5, 6]


def test_stream_positions_count_the_events_of_each_stream(log: EventLog) -> None:
    write(log, noted("a", stream="one"), noted("b", stream="two"), noted("c", stream="one"))
    write(log, noted("d", stream="one"))
    assert [(event.stream, event.stream_position) for event in log.read()] == [
        ("one", 1),
        ("two", 1),
        ("one", 2),
        ("one", 3),
    ]


def test_append_returns_the_events_as_they_are_read_back(log: EventLog) -> None:
    with log.writing() as writer:
        appended = writer.append([noted("a"), noted("b", stream="two")])
    assert appended == tuple(log.read())


def test_the_bytes_of_a_body_come_back_exactly(log: EventLog) -> None:
    bodies = [b'{"b": 1.50,  "a":"\xe7\xa8\x80\xe5\x9c\x9f"}', b'{"x":"%s ? :y \\u0000"}', b"{}"]
    write(log, *(NewEvent("s", "Noted", body, version=3) for body in bodies))
    assert [event.body for event in log.read()] == bodies
    assert {(type(event.body), event.version) for event in log.read()} == {(bytes, 3)}


def test_texts_of_any_script_come_back_exactly(log: EventLog) -> None:
    stream, key = "note/cn/商务部/2025/61#一 %s ?", "n:商务部 '; --"
    write(log, noted("x", key, stream=stream))
    assert [event.stream for event in log.read()] == [stream]
    assert list(log.find([key])) == [key]


@pytest.mark.parametrize("name", ["a\nb", "a\0b", "稀" * 700], ids=["line", "null", "long"])
def test_a_name_that_not_every_store_can_hold_is_refused_by_all(log: EventLog, name: str) -> None:
    events = [noted("x", stream=name), noted("x", name), NewEvent("s", name, b"{}")]
    for event in events:
        with pytest.raises(StoreError, match="a name in the log may hold no control character"):
            write(log, noted("before"), event)
    assert log.verify().position == 0
    assert dict(log.find([name])) == {}


def test_the_longest_name_fits_every_store(log: EventLog) -> None:
    name = "".join(chr(0x4E00 + number * 37 % 20_000) for number in range(666))
    write(log, noted("x", name, stream=name))
    assert log.find([name])[name][0].stream == name


def test_an_expected_length_that_holds_lets_the_append_through(log: EventLog) -> None:
    write(log, noted("a", stream="one"))
    with log.writing() as writer:
        writer.append([noted("b", stream="one")], expected={"one": 1, "new": 0})
        writer.append([noted("c", stream="one")], expected={"one": 2})
    assert log.head().position == 3


@pytest.mark.parametrize("events", [[noted("b", stream="one")], []], ids=["an event", "no event"])
def test_an_expected_length_that_does_not_hold_refuses_the_append(
    log: EventLog, events: list[NewEvent]
) -> None:
    write(log, noted("a", stream="one"))
    with pytest.raises(ConcurrentAppend) as caught, log.writing() as writer:
        writer.append(events, expected={"one": 0})
    assert (caught.value.stream, caught.value.expected, caught.value.actual) == ("one", 0, 1)
    assert log.head().position == 1


def test_of_two_that_read_the_same_state_the_second_is_told(log: EventLog) -> None:
    seen = log.head().position
    with log.writing() as writer:
        writer.append([noted("mine", stream="one")], expected={"one": seen})
    with pytest.raises(ConcurrentAppend), log.writing() as writer:
        writer.append([noted("theirs", stream="one")], expected={"one": seen})


def test_the_time_of_recording_is_the_transactions(log: EventLog, clock: StandingClock) -> None:
    write(log, noted("a"), noted("b"))
    clock.now += timedelta(minutes=1)
    write(log, noted("c"))
    assert [event.recorded_at for event in log.read()] == [
        "2030-01-01T12:00:00.000000Z",
        "2030-01-01T12:00:00.000000Z",
        "2030-01-01T12:01:00.000000Z",
    ]


def test_a_clock_that_went_back_does_not_put_an_event_before_the_head(
    log: EventLog, clock: StandingClock
) -> None:
    write(log, noted("a"))
    clock.now -= timedelta(days=1)
    write(log, noted("b"))
    assert {event.recorded_at for event in log.read()} == {"2030-01-01T12:00:00.000000Z"}


def test_a_time_of_recording_that_is_given_is_kept(log: EventLog) -> None:
    write(log, noted("a", recorded_at="2019-05-01T00:00:00.000000Z"))
    assert [event.recorded_at for event in log.read()] == ["2019-05-01T00:00:00.000000Z"]


def test_what_follows_a_later_time_in_one_transaction_is_not_before_it(log: EventLog) -> None:
    later = "2031-01-01T00:00:00.000000Z"
    write(log, noted("a"), noted("b", recorded_at=later), noted("c"))
    assert [event.recorded_at for event in log.read()][1:] == [later, later]


def test_an_empty_log_has_position_none_and_the_hash_of_nothing(log: EventLog) -> None:
    assert log.head() == Head(0, NO_HASH)
    assert log.verify() == log.verify(head=NO_HASH) == Head(0, NO_HASH)
    assert list(log.read()) == []
    assert dict(log.find(["n:1"])) == {}
    assert log.rebuild().equal


def test_the_chain_of_what_was_written_holds(log: EventLog) -> None:
    for number in range(7):
        write(log, noted(str(number), f"n:{number}"), noted("稀土", stream=f"s{number}"))
    last = [event.hash.hex() for event in log.read()][-1]
    assert log.verify() == log.head() == Head(14, last)


def test_every_hash_of_the_chain_is_a_head_that_was(log: EventLog) -> None:
    write(log, *(noted(str(number)) for number in range(4)))
    for event in log.read():
        assert log.verify(head=event.hash.hex()).position == 4


def test_a_head_that_never_was_is_not_found(log: EventLog) -> None:
    write(log, noted("a"))
    with pytest.raises(HeadNotFound) as caught:
        log.verify(head="ab" * 32)
    assert caught.value.head == "ab" * 32


def test_events_are_found_by_their_keys_in_order(log: EventLog) -> None:
    write(log, noted("a", "k:1", "k:2"), noted("b"), noted("c", "k:1"))
    found = log.find(["k:2", "k:1", "k:1", "k:none"])
    assert {key: [event.position for event in some] for key, some in found.items()} == {
        "k:1": [1, 3],
        "k:2": [1],
    }
    assert found["k:2"] == (next(iter(log.read())),)


def test_many_keys_are_found_at_once(log: EventLog) -> None:
    write(log, *(noted(str(number), f"k:{number}") for number in range(700)))
    found = log.find(f"k:{number}" for number in range(1400))
    assert sorted(some[0].position for some in found.values()) == list(range(1, 701))


def test_a_writer_finds_what_it_has_just_appended_and_nobody_else_does(log: EventLog) -> None:
    write(log, noted("a", "k"))
    with log.writing() as writer:
        writer.append([noted("b", "k")])
        sha256 = writer.keep(b"bytes")
        assert [event.position for event in writer.find(["k"])["k"]] == [1, 2]
        assert writer.document(sha256) == b"bytes"
        assert [event.position for event in log.find(["k"])["k"]] == [1]
        assert log.document(sha256) is None
        assert log.head().position == 1
    assert [event.position for event in log.find(["k"])["k"]] == [1, 2]


def test_a_transaction_that_fails_leaves_nothing(log: EventLog) -> None:
    write(log, noted("a", "k"))
    before = log.head()

    def failing() -> None:
        with log.writing() as writer:
            writer.append([noted("b", "k")])
            writer.keep(b"bytes")
            raise KeyError("something of the caller's own")

    with pytest.raises(KeyError):
        failing()
    assert log.head() == before == log.verify()
    assert len(log.find(["k"])["k"]) == 1
    assert log.document("277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9") is None
    write(log, noted("c", "k"))
    assert [event.position for event in log.find(["k"])["k"]] == [1, 2]


def test_a_document_is_kept_once_under_its_hash(log: EventLog) -> None:
    body = bytes(range(256)) * 3
    with log.writing() as writer:
        names = {writer.keep(body), writer.keep(body)}
    with log.writing() as writer:
        names.add(writer.keep(body))
    (name,) = names
    assert log.document(name) == body
    assert type(log.document(name)) is bytes


def test_an_empty_document_is_a_document(log: EventLog) -> None:
    with log.writing() as writer:
        name = writer.keep(b"")
    assert log.document(name) == b""


def test_reading_goes_on_behind_a_position(log: EventLog) -> None:
    write(log, *(noted(str(number)) for number in range(5)))
    assert [event.position for event in log.read(after=3)] == [4, 5]
    assert list(log.read(after=5)) == list(log.read(after=99)) == []


def test_a_long_log_is_read_whole_and_in_order(log: EventLog) -> None:
    write(log, *(noted("x", stream=f"s{number}") for number in range(4500)))
    assert [event.position for event in log.read()] == list(range(1, 4501))
    assert log.verify().position == 4500


def test_a_reader_sees_the_state_it_began_with(log: EventLog) -> None:
    write(log, noted("a"), noted("b"))
    reading = log.read()
    first = next(reading)
    write(log, noted("c"))
    assert [first.position, *(event.position for event in reading)] == [1, 2]
    assert [event.position for event in log.read()] == [1, 2, 3]


def test_a_rebuild_finds_the_read_model_as_it_was(log: EventLog) -> None:
    write(log, *(noted(str(number), "k", f"k:{number % 7}") for number in range(50)))
    before = log.find(["k", "k:3"])
    rebuilt = log.rebuild()
    assert (rebuilt.events, rebuilt.equal) == (50, True)
    assert log.find(["k", "k:3"]) == before
    assert log.rebuild().equal
    assert log.verify() == log.head()


def test_writers_on_many_threads_queue(log: EventLog) -> None:
    def appending(name: str) -> None:
        for number in range(5):
            with log.writing() as writer:
                (event,) = writer.append([noted(f"{name}{number}", stream=name)])
                assert log.head().position < event.position

    in_threads(*(lambda name=name: appending(name) for name in "abcd"))
    assert [event.position for event in log.read()] == list(range(1, 21))
    assert log.verify().position == 20


def in_threads(*actions: Callable[[], Any]) -> None:
    """Run actions at the same time; the first failure of one is the caller's."""
    failures: list[BaseException] = []

    def guarded(action: Callable[[], Any]) -> None:
        try:
            action()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=guarded, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def test_every_event_is_found_by_its_stream(log: EventLog) -> None:
    write(log, noted("a", stream="one"), noted("b", "one", stream="two"), noted("c", stream="one"))
    found = log.find(["one", "two"])
    assert {key: [event.position for event in some] for key, some in found.items()} == {
        "one": [1, 2, 3],
        "two": [2],
    }
    with log.writing() as writer:
        assert writer.having(["one", "two", "three"]) == {"one", "two"}
        written = writer.append([noted("d", stream="one"), noted("e", stream="three")])
    assert [event.stream_position for event in written] == [3, 1]


def test_a_part_of_the_chain_is_verified_from_any_position(log: EventLog) -> None:
    write(log, *(noted(str(number)) for number in range(7)))
    hashes = [NO_HASH, *(event.hash.hex() for event in log.read())]
    for after, most, last in ((0, 3, 3), (3, 3, 6), (6, 3, 7), (0, 100, 7)):
        part = log.verify_part(after=after, most=most)
        assert (part.first, part.last) == (after + 1, last)
        assert (part.before, part.hash) == (hashes[after], hashes[last])
        assert part.found is None
    assert log.verify_part(after=2, most=3, head=hashes[4]).found == 4
    assert log.verify_part(after=2, most=3, head=hashes[2]).found == 2
    assert log.verify_part(after=2, most=3, head=hashes[6]).found is None
    assert log.verify_part(after=0, most=3, head="no hash").found is None


def test_there_is_nothing_to_verify_behind_the_end(log: EventLog) -> None:
    assert log.verify_part(after=0, most=5)[:2] == (0, 0)
    write(log, noted("a"))
    part = log.verify_part(after=1, most=5)
    assert (part.first, part.last) == (0, 0)
    assert part.before == part.hash == log.head().hash
