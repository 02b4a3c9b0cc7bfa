"""Which JSON describes a product, and what does the check answer with?"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictStr

from tracker.domain.questions import Certainty, Status
from tracker.projection.screening.verdict import Verdict
from tracker.projection.screening.vocabulary import Vocabulary
from tracker.web.api.parameters import DayText, WhenText
from tracker.web.api.shapes import (
    Branch,
    Day,
    Difference,
    Evidence,
    Freshness,
    Pending,
    Reason,
    Shape,
    Turn,
    When,
)

_DECIMALS = r"(?:[.,][0-9]{1,8})?"
SHARE = (
    rf"^(?:|(?:100|[0-9]{{1,2}}{_DECIMALS}) ?(?:[%％]|percent|per cent)|[0-9]{{1,6}} ?ppm"
    rf"|[0-9]{{1,3}}{_DECIMALS} ?‰|0(?:[.,][0-9]{{1,10}})?|1)$"
)
_MEASURED = r"^(?:[A-Za-z_]{1,40}=)?[0-9]{1,9}(?:[.,][0-9]{1,6})?"
CUSTOMS_CODE = r"^[0-9]{4}(?:[. ]?[0-9]{2}){0,4}$"
CONTROL_CODE = r"^[0-9A-Za-z][0-9A-Za-z.\- ]{0,30}$"

Text = Annotated[StrictStr, Field(max_length=500)]
_Named = Annotated[StrictStr, Field(min_length=1, max_length=500)]
Place = Annotated[Text, Field(json_schema_extra={"x-known": "places"})]
Symbol = Annotated[_Named, Field(json_schema_extra={"x-known": "elements"})]
Measured = Annotated[_Named, Field(json_schema_extra={"x-known": "properties"})]
Share = Annotated[StrictStr, Field(pattern=SHARE, examples=["0.2%", "2000 ppm"])]
CustomsCode = Annotated[StrictStr, Field(pattern=CUSTOMS_CODE, examples=["8505.11"])]
ControlCode = Annotated[StrictStr, Field(pattern=CONTROL_CODE, examples=["1C905.a"])]

EXAMPLE: dict[str, Any] = {
    "elements": [{"symbol": "Dy", "share": "0.2%", "origin": "CN"}],
    "made_in": "DE",
    "to": "US",
    "end_use": "civil",
}


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Element(_Said):
    """An element in the product; the share is that of the product's value."""

    symbol: Symbol
    share: Share | None = None
    origin: Place | None = None


class Product(_Said):
    """A product that somebody wants to send somewhere.

    What is not said is left out, or null, or an empty text, as it is in a list.
    """

    model_config = ConfigDict(
        extra="forbid", populate_by_name=True, json_schema_extra={"examples": [EXAMPLE]}
    )

    part: Text | None = None
    hs: Annotated[list[CustomsCode], Field(max_length=50)] | None = None
    control_codes: Annotated[list[ControlCode], Field(max_length=50)] | None = None
    elements: Annotated[list[Element], Field(max_length=120)] | None = None
    properties: Annotated[list[Measured], Field(max_length=50)] | None = None
    kind: Literal["goods", "technology", "software", ""] | None = None
    technology_origin: Place | None = None
    origin: Place | None = None
    made_in: Place | None = None
    from_: Place | None = Field(alias="from", default=None)
    to: Place | None = None
    end_user: Text | None = None
    end_use: Text | None = None
    on: DayText | None = None
    announced_by: WhenText | None = None


def describe(schema: Any, known: Mapping[str, Mapping[str, Any]]) -> None:
    """Put into a description what only the field knows: its places, elements and units."""
    if isinstance(schema, dict):
        mark = schema.pop("x-known", None)
        if mark is not None:
            schema.update(known[mark])
        for part in schema.values():
            describe(part, known)
    elif isinstance(schema, list):
        for part in schema:
            describe(part, known)


def known_in(words: Vocabulary) -> dict[str, dict[str, Any]]:
    """Return how places, elements and properties are written; other usual ways are read too."""
    single = {names[0] for names in words.symbols.values() if len(names) == 1}
    units = "|".join(_literal(unit) for unit in ("%", "ppm", *words.units))
    return {
        "places": {"enum": ["", *words.codes], "description": "Or the name of the country."},
        "elements": {"enum": sorted(single), "description": "Or the name of the element."},
        "properties": {
            "pattern": rf"{_MEASURED}(?: ?(?:{units}))?$",
            "examples": ["14 nm", "purity=99.95%"],
        },
    }


def _literal(text: str) -> str:
    return re.sub(r"([.*+?^${}()|\[\]\\/])", r"\\\1", text)


class Comparison(Shape):
    """What a rule asks beside what was given; ``met`` is null where it cannot be said."""

    fact: str
    operator: str
    asked: str
    given: str | None
    met: bool | None
    note: str | None


class MissingFact(Shape):
    """A missing fact, the keys of a product that take it, and what it is of."""

    fact: str
    keys: list[str]
    what: str | None


class Finding(Shape):
    """What one rule says of the product."""

    measure: str
    instrument: str
    title: str | None
    provision: str | None
    on: Day
    verdict: Verdict
    if_caught: Verdict
    says: str
    requirement: str
    status: Status
    certainty: Certainty | None
    since: Day | None
    through: Day | None
    next: Turn | None
    compared: list[Comparison]
    missing: list[str]
    missing_facts: list[MissingFact]
    doubts: list[str]
    exempted_by: str | None
    evidence: list[Evidence]
    because: list[Reason]
    notes: list[str]
    branches: list[Branch] = Field(default_factory=list)


class Check(Shape):
    """The verdict on one product, on which day, as known when."""

    part: str | None
    verdict: Verdict
    on: Day
    announced_by: When | None
    recorded_by: When | None
    says: str
    certainty: Certainty | None
    reasons: list[Finding]
    missing: list[str]
    missing_facts: list[MissingFact]
    not_tracked: list[str]
    freshness: Freshness
    pending_review: list[Pending]


class Unread(Shape):
    """A product of a list that cannot be read; the others are answered."""

    part: str | None
    error: str


class Change(Shape):
    """A product whose verdict changed, and what changed it."""

    part: str | None
    before: Check
    after: Check
    causes: list[Difference]


class Changes(Shape):
    """The products whose verdict differs between the two settings of the clocks."""

    changed: list[Change]
    unread: list[Unread] = Field(default_factory=list)


class ListRow(Shape):
    """How one row of a list fares."""

    row: str
    part: str
    verdict: str = ""
    on: str = ""
    announced_by: str = ""
    certainty: str = ""
    measure: str = ""
    says: str
    also: str = ""
    missing: str = ""
    before: str = ""
    before_on: str = ""
    after: str = ""
    after_on: str = ""
    because: str = ""


class ListAnswer(Shape):
    """How the products of a list fare; ``unused`` are columns that say nothing to the check."""

    rows: list[ListRow]
    unused: list[str]
