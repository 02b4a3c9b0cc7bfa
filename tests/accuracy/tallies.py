"""What is counted, how is it made into one figure, and which figure is to be reached?"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["share", "f1", "count"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; ``aim`` is the figure to reach, or null where none is set.

    A ``share`` is right / all, an ``f1`` weighs what is missed and what is too much alike, a
    ``count`` is a number of mistakes.
    """

    key: str
    title: str
    kind: Kind
    aim: float | None = None


ROWS = (
    Row("class", "class of the document", "share", 0.95),
    Row("instrument", "id of the instrument", "share", 0.98),
    Row("effects", "kind and target of effects", "f1", 0.92),
    Row("dates", "first and last days", "f1", 0.95),
    Row("codes", "control and HS codes", "f1", 0.97),
    Row("thresholds", "thresholds: operator, value, unit", "f1", 0.90),
    Row("false_effects", "effects read from what is no act", "count", 0),
    Row("evidence", "quotes found again", "share", 1.0),
    Row("named_thresholds", "thresholds: also what is measured", "f1"),
    Row("requirement", "requirement", "f1"),
    Row("elements", "elements", "f1"),
    Row("destinations", "destinations", "f1"),
    Row("parties", "parties", "f1"),
    Row("exemptions", "exemptions seen", "f1"),
    Row("end_uses", "end uses seen", "f1"),
    Row("basis", "basis of the days", "f1"),
    Row("issued_on", "day of issue", "share"),
    Row("links", "links without force", "f1"),
    Row("claims", "claims with their stance", "share"),
    Row("claim_counts", "documents with a fair number of claims", "share"),
    Row("forbidden", "effects on acts that are only mentioned", "count"),
    Row("failures", "documents that could not be read", "count"),
)


@dataclass(slots=True)
class Tally:
    """How much was right, how much of the gold was missed, how much was too much."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    def add(self, other: "Tally") -> None:
        """Count ``other`` in."""
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra

    def figure(self, kind: Kind) -> float | None:
        """Return the figure, or null where there was nothing to count."""
        if kind == "count":
            return self.extra
        right = self.right * (2 if kind == "f1" else 1)
        whole = right + self.missed + (self.extra if kind == "f1" else 0)
        return right / whole if whole else None


@dataclass(frozen=True, slots=True)
class Score:
    """The tallies of one document or of many, and what differs, a line each."""

    tallies: dict[str, Tally]
    differences: tuple[str, ...] = ()

    @classmethod
    def empty(cls) -> "Score":
        """Return a score with nothing counted."""
        return cls({row.key: Tally() for row in ROWS})

    def figures(self) -> dict[str, float | None]:
        """Return every figure by its key, rounded down to a thousandth."""
        told = {row.key: self.tallies[row.key].figure(row.kind) for row in ROWS}
        return {key: value if value is None else _down(value) for key, value in told.items()}


def total(scores: list[Score]) -> Score:
    """Return the sum over documents."""
    whole = Score.empty()
    for score in scores:
        for key, tally in score.tallies.items():
            whole.tallies[key].add(tally)
    return whole


def _down(value: float) -> float:
    return int(value * 1000 + 1e-9) / 1000
