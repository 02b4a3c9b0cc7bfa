"""Do other processes read a text as this one does, and what becomes of those that they cannot?"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from tests.integration.watched import feed, watched
from tracker.application.known_acts import catalogue
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.text_read import Text, TextRead, read_text
from tracker.facade import open_tracker
from tracker.feeds import text_readers
from tracker.feeds.readers import Readers
from tracker.feeds.text_readers import ProcessTextReaders

DOCUMENTS = Path(__file__).resolve().parents[1] / "accuracy" / "documents"


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    found = Readers(1, wall_seconds=300)  # a busy machine is no fault
    yield found
    found.close()


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """What a tracker with the bundled rulebook knows."""
    folder = tmp_path_factory.mktemp("known")
    with open_tracker(f"sqlite:///{folder / 'tracker.db'}") as tracker:
        tracker.rulebook_apply()
        with tracker.library.reading() as register:
            return catalogue(register, tracker.field)


def _texts() -> list[Text]:
    found = []
    for number, path in enumerate(sorted(DOCUMENTS.glob("*.[ht]*"))):
        kind = "text/html; charset=utf-8" if path.suffix == ".html" else "text/plain"
        shown = text_of(path.read_bytes(), kind)
        day = date(2026, 1 + number % 12, 1 + number % 28) if number % 3 else None
        authority: Any = ("issuer", "official", "press", "commentary")[number % 4]
        found.append(Text(text=shown, published_on=day, authority=authority))
    return found


def test_what_another_process_reads_is_what_this_one_reads(
    readers: Readers, known: Catalogue
) -> None:
    told = "By MOFCOM Announcement No. 61 of 2025 licences are needed, people said."
    texts = [*_texts(), Text(text=told, authority="press")]
    there = ProcessTextReaders(readers).read(texts, known=known)
    here = [read_text(text, known=known) for text in texts]
    assert len(there) == len(texts) > 80
    read = [(one, other) for one, other in zip(there, here, strict=True) if one is not None]
    assert all(one == other for one, other in read)
    left = [other for one, other in zip(there, here, strict=True) if one is None]
    assert all(other.extraction.klass == "act" for other in left)
    assert len(read) > 30
    assert any(one.extraction.claims for one, _ in read)
    assert any(one.citations for one, _ in read)


def test_texts_that_no_process_reads_are_left_to_the_caller(
    readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_readers, "LONGEST", 40)
    monkeypatch.setattr(text_readers, "AT_ONCE", 50)
    texts = [Text(text="word " * count) for count in (1, 5, 20, 6)]
    found = ProcessTextReaders(readers).read(texts, known=Catalogue())
    assert [one is None for one in found] == [False, False, True, False]
    monkeypatch.setattr(text_readers, "LARGEST", 1)
    assert ProcessTextReaders(readers).read(texts, known=Catalogue()) == (None,) * 4


class _Broken:
    def exchange(self, frame: bytes, *, texts: bool) -> bytes:
        return b"\xc1 no answer"


def test_a_broken_answer_costs_nothing_but_time() -> None:
    found = ProcessTextReaders(_Broken()).read([Text(text="word")], known=Catalogue())  # type: ignore[arg-type]
    assert found == (None,)


class _Counted(ProcessTextReaders):
    asked = 0

    def read(self, texts: Sequence[Text], *, known: Catalogue) -> tuple[TextRead | None, ...]:
        self.asked += len(texts)
        return super().read(texts, known=known)


def test_a_poll_records_the_same_with_and_without_their_help(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    texts = [
        f"No. {number}: the spokesperson denied that exports of {number} items will be suspended."
        for number in range(12)
    ]
    counted = _Counted()
    recorded = []
    for name, helper in (("helped", counted), ("alone", None)):
        folder = tmp_path / name
        folder.mkdir()
        server = HTTPServer() if helper else httpserver
        if helper:
            server.start()  # type: ignore[no-untyped-call]
        with watched(folder, server) as office:
            office.tracker.intake.texts = helper
            office.body = feed(*((str(n), text) for n, text in enumerate(texts)))
            assert office.poll().new == 12
            read = office.bodies("AnnouncementRead")
            recorded.append((read, office.bodies("ClaimRecorded"), office.names()))
            assert office.tracker.log.verify().position == office.position
        if helper:
            server.stop()  # type: ignore[no-untyped-call]
    assert counted.asked == 12
    assert len(recorded[0][0]) == 12
    assert recorded[0] == recorded[1]
