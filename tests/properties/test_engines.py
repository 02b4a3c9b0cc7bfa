"""The laws hold in a database as they hold in memory: same log, same answers, on each engine."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings

from tests.properties import logs
from tests.properties.logs import Case
from tests.properties.test_laws import asked, show, told, written
from tracker.application.interchange.transfer import import_files
from tracker.application.library import Library
from tracker.domain.questions import Answer, Question
from tracker.projection.answering import answer
from tracker.projection.reading import keys_of
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog

EXAMPLES = int(os.environ.get("TRACKER_ENGINE_EXAMPLES", "200" if "CI" in os.environ else "25"))

engine_laws = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@contextmanager
def opened(make: "Databases") -> Iterator[SqlEventLog]:
    engine = open_engine(make.fresh())
    try:
        yield SqlEventLog(engine, filing=keys_of)
    finally:
        engine.dispose()
        make.forget()


class Databases:
    """Gives an empty database of the engine, as often as one is asked for."""

    def __init__(self, engine_name: str, request: pytest.FixtureRequest) -> None:
        self._request = request
        self._engine_name = engine_name
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def fresh(self) -> str:
        from tests.conftest import new_database

        self._folder = tempfile.TemporaryDirectory()
        file = Path(self._folder.name) / "tracker.db"
        if self._engine_name == "sqlite":
            file.write_bytes(_empty_sqlite())
        return new_database(self._engine_name, self._request, file)

    def forget(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()


@pytest.fixture
def databases(engine_name: str, request: pytest.FixtureRequest) -> Databases:
    return Databases(engine_name, request)


@cache
def _empty_sqlite() -> bytes:
    """The bytes of a database without an event: migrating anew costs more than all the rest."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        open_engine(f"sqlite:///{file}").dispose()
        return file.read_bytes()


def restored(log: SqlEventLog, records: logs.Recorded) -> None:
    """Bring a log into the database, with its recorded times."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "log.jsonl"
        file.write_bytes(
            b"".join(
                orjson.dumps({**line, "recorded_at": written(recorded)}) + b"\n"
                for line, recorded in records
            )
        )
        import_files(log, [file], now=logs.AFTER_ALL, restore=True)


def from_database(log: SqlEventLog, question: Question) -> Answer:
    return answer(Library(log).on_measure(question.measure).dossier(question.measure), question)


def from_everything(log: SqlEventLog, question: Question) -> Answer:
    return answer(Library(log).whole().dossier(question.measure), question)


@engine_laws
@given(logs.cases())
def test_a_database_gives_the_answers_of_the_fold_in_memory(
    databases: Databases, case: Case
) -> None:
    show(case.log)
    question = asked(case.question)
    expected = told(case.log, case.question)
    with opened(databases) as log:
        restored(log, case.log)
        found = from_database(log, question)
        assert found == expected
        assert found.because == expected.because
        assert from_everything(log, question) == expected


@engine_laws
@given(logs.cases())
def test_two_steps_a_rebuild_and_a_second_import_change_nothing(
    databases: Databases, case: Case
) -> None:
    show(case.log)
    question = asked(case.question)
    middle = len(case.log) // 2
    with opened(databases) as log:
        restored(log, case.log[:middle])
        restored(log, case.log[middle:])
        found = from_database(log, question)
        assert found == told(case.log, case.question)
        head = log.head()
        assert log.rebuild().equal
        restored(log, case.log)
        assert log.head() == head
        assert log.verify() == head
        assert from_database(log, question) == found
