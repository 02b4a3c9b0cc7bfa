"""Which cells tell how the products of a list fare, a row each?"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.application.products.product_lists import Line
from tracker.application.products.screen import Changed, Result, Screening
from tracker.domain.questions import Clocks
from tracker.domain.rulebook import Names
from tracker.ports import Progress
from tracker.projection.changes import Difference
from tracker.projection.screening.saying import headline, says
from tracker.projection.screening.verdict import Finding, Verdict

CANNOT_READ = "cannot_read"
COLUMNS = ("row", "part", "verdict", "on", "announced_by", "certainty", "measure", "says",
           "also", "missing")  # fmt: skip
CHANGED_COLUMNS = ("row", "part", "before", "before_on", "after", "after_on", "says", "because")
TELL_EVERY = 500

Cells = tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Table:
    """Checks the lines of a list; ``count`` tells afterwards how often each outcome came.

    ``requirements`` name the field's requirements; ``unread`` hears of each line that cannot be
    read, ``progress`` how many lines are done.
    """

    screening: Screening
    requirements: Mapping[str, Names]
    unread: Callable[[str], None] = lambda told: None
    progress: Progress = lambda done: None
    count: Counter[str] = field(default_factory=Counter)

    def checked(self, lines: Iterable[Line], clocks: Clocks) -> Iterator[Cells]:
        """Yield a row of `COLUMNS` for each line."""
        for line in self._told(lines):
            if line.product is None:
                yield self._unread(line, COLUMNS)
                continue
            result = self.screening.check(line.product, clocks)
            self.count[result.checked.verdict.value] += 1
            yield self._cells(line, result)

    def changed(self, lines: Iterable[Line], before: Clocks, after: Clocks) -> Iterator[Cells]:
        """Yield a row of `CHANGED_COLUMNS` for each line whose verdict differs."""
        comparing = self.screening.comparing(before, after)
        for line in self._told(lines):
            if line.product is None:
                yield self._unread(line, CHANGED_COLUMNS)
                continue
            change = comparing(line.product)
            self.count["changed" if change else "the same"] += 1
            if change is not None:
                yield self._change_cells(line, change)

    def rows(
        self, lines: Iterable[Line], clocks: Clocks, other: Clocks | None
    ) -> tuple[Cells, tuple[Cells, ...]]:
        """Return the columns and all rows: of one day, or of what is otherwise on another."""
        if other is None:
            return COLUMNS, tuple(self.checked(lines, clocks))
        return CHANGED_COLUMNS, tuple(self.changed(lines, clocks, other))

    def _told(self, lines: Iterable[Line]) -> Iterator[Line]:
        for number, line in enumerate(lines, start=1):
            if number % TELL_EVERY == 0:
                self.progress(number)
            yield line

    def _cells(self, line: Line, result: Result) -> Cells:
        checked = result.checked
        lead = checked.findings[0] if checked.findings else None
        known = result.clocks.announced_by
        return (
            str(line.row),
            line.part,
            checked.verdict.value,
            result.on.isoformat(),
            known.isoformat() if known else "",
            checked.certainty.value if checked.certainty else "",
            lead.rule.measure if lead else "",
            headline(checked, self.requirements),
            self._also(checked.findings[1:]),
            "; ".join(checked.missing),
        )

    def _also(self, findings: Sequence[Finding]) -> str:
        return "; ".join(
            f"{item.rule.measure}: {says(item, self.requirements)}"
            for item in findings
            if item.verdict is not Verdict.CANNOT_SAY
        )

    def _change_cells(self, line: Line, change: Changed) -> Cells:
        old, new = change.before, change.after
        return (
            str(line.row),
            line.part,
            old.checked.verdict.value,
            old.on.isoformat(),
            new.checked.verdict.value,
            new.on.isoformat(),
            headline(new.checked, self.requirements),
            "; ".join(causes(change.causes)),
        )

    def _unread(self, line: Line, columns: Sequence[str]) -> Cells:
        self.count[CANNOT_READ] += 1
        told = f"row {line.row} cannot be read: {line.fault}"
        self.unread(told)
        cells = [str(line.row), line.part, CANNOT_READ, *[""] * (len(columns) - 3)]
        cells[columns.index("says")] = told
        return tuple(cells)


def causes(differences: Iterable[Difference]) -> tuple[str, ...]:
    """Say which effects changed which measures."""
    return tuple(dict.fromkeys(line for item in differences for line in _caused(item)))


def _caused(item: Difference) -> Iterator[str]:
    turn = f"{_words(item.before.status.value)} → {_words(item.after.status.value)}"
    for cause in item.causes:
        by = f"by {cause.kind} of {cause.affecting}" if cause.effect else _words(cause.cause.value)
        yield f"{item.measure}: {turn}, {by}"


def _words(name: str) -> str:
    return name.replace("_", " ")
