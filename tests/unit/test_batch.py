"""Does a transaction whose writes are held back answer as the transaction itself would?"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.memory import MemoryEventLog
from tracker.application.intake import batch as batches
from tracker.application.intake.batch import Batch
from tracker.domain.facts import SourceAdded, SourcePaused, event_of
from tracker.domain.intake_facts import ItemTaken
from tracker.facade import open_tracker
from tracker.projection.reading import keys_of


def _log() -> MemoryEventLog:
    return MemoryEventLog(filing=keys_of, clock=lambda: datetime(2030, 1, 1, tzinfo=UTC))


def _taken(item: int, text: str) -> ItemTaken:
    return ItemTaken(
        announcement=f"s/{item}", source="s", comparable=text, normaliser="1", page="none"
    )


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.integers(0, 3), st.sampled_from("ab")),
        st.tuples(st.just("find"), st.integers(0, 3), st.sampled_from("ab")),
        st.tuples(st.just("pause"), st.integers(0, 3), st.just("")),
        st.tuples(st.just("keep"), st.integers(0, 3), st.sampled_from("ab")),
    ),
    max_size=25,
)


@given(STEPS)
@settings(max_examples=50)
def test_it_answers_as_the_transaction_would_and_writes_the_same(steps) -> None:
    plain, held = _log(), _log()
    with plain.writing() as one, held.writing() as other:
        batch = Batch(other)
        for step, item, text in steps:
            match step:
                case "append":
                    event = event_of(_taken(item, text))
                    one.append([event])
                    batch.append([event])
                case "pause":
                    one.append([event_of(SourcePaused(id=str(item)))])
                    batch.append([event_of(SourcePaused(id=str(item)))])
                case "keep":
                    body = f"{item}{text}".encode()
                    assert one.keep(body) == batch.keep(body)
                    assert batch.document(one.keep(body)) == body
                case _:
                    keys = [f"b:s/{item}", f"h:s:{text}", "sources:", f"announcement/s/{item}"]
                    told = {key: [e.body for e in found] for key, found in one.find(keys).items()}
                    assert told == {
                        key: [e.body for e in found] for key, found in batch.find(keys).items()
                    }
        batch.flush()
    assert [(e.stream, e.body) for e in plain.read()] == [(e.stream, e.body) for e in held.read()]


def test_what_an_open_database_holds_is_found_through_it(tmp_path: Path) -> None:
    with open_tracker(f"sqlite:///{tmp_path / 'tracker.db'}") as tracker:
        tracker.sources.add(SourceAdded(id="s", url="https://s.example/feed"))
        before = tracker.log.head().position
        with tracker.log.writing() as writer:
            batch = Batch(writer)
            assert len(batch.find(["sources:"])["sources:"]) == 1
            batch.append([event_of(SourcePaused(id="s"))])
            assert len(batch.find(["sources:"])["sources:"]) == 2
            assert batch.find(["b:s/1"]) == {}
            batch.append([event_of(_taken(1, "a"))])
            name = batch.keep(b"body")
            batch.flush()
        assert tracker.log.head().position == before + 2
        assert tracker.log.document(name) == b"body"
        assert tracker.log.verify().position == before + 2


def test_it_does_not_grow_without_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BYTES_HELD", 10)
    monkeypatch.setattr(batches, "KEYS_KEPT", 3)
    log = _log()
    with log.writing() as writer:
        batch = Batch(writer)
        batch.append([event_of(_taken(1, "a"))])
        names = [batch.keep(bytes([number]) * 6) for number in range(4)]
        assert [batch.document(name) for name in names] == [bytes([n]) * 6 for n in range(4)]
        for item in range(9):
            assert bool(batch.find([f"b:s/{item}"])) == (item == 1)
        assert len(batch.find([f"b:s/{item}" for item in range(9)])) == 1
