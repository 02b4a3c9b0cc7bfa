"""How well are the documents of a folder read, by language and all together?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.accuracy.answers import NotRead, answer_for
from tests.accuracy.comparison import compared, unread
from tests.accuracy.labelled import Document, documents_of
from tests.accuracy.tallies import Score, total

HERE = Path(__file__).resolve().parent
OWN = HERE / "documents"
CORPUS = HERE.parents[2] / "shared" / "corpus"
COLUMNS = ("zh", "en", "all")

Figures = dict[str, dict[str, float | None]]
"""Column, then row: the figure, or null where there was nothing to count."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of one folder, a document each, in the order of their names."""

    folder: Path
    scores: tuple[tuple[Document, Score], ...]

    @property
    def name(self) -> str:
        """What the folder is called in tables and in the file of the floors."""
        return self.folder.name

    def count(self, column: str) -> int:
        """Return how many documents a column stands for."""
        return len(self._of(column))

    def figures(self) -> Figures:
        """Return every figure of every column."""
        return {column: total(self._of(column)).figures() for column in COLUMNS}

    def _of(self, column: str) -> list[Score]:
        return [score for doc, score in self.scores if column in ("all", doc.language)]


def measured(folder: Path) -> Measured:
    """Read every document of ``folder`` with the command and compare it with its gold."""
    with _database() as database:
        scores = tuple((doc, _score(doc, database)) for doc in documents_of(folder))
    return Measured(folder, scores)


def _score(document: Document, database: Path) -> Score:
    try:
        return compared(document, answer_for(document, database))
    except NotRead as failure:
        return unread(document, str(failure))


@contextmanager
def _database() -> Iterator[Path]:
    """Give the path of a database of its own: what a user has recorded must not help."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "tracker.db"
