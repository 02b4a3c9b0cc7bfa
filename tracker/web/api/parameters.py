"""Which parameters do the questions take, and how are they read and described?"""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import Query, Request
from pydantic import AfterValidator, BaseModel, Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from tracker.domain.days import parse_day, parse_when
from tracker.errors import UsageError

_DAY = {"type": "string", "format": "date"}
_INSTANT = {"type": "string", "format": "date-time"}


def _checked(read: Callable[[str], object]) -> Callable[[str], str]:
    def check(text: str) -> str:
        try:
            read(text)
        except UsageError as error:
            raise ValueError(str(error)) from None
        return text

    return check


DayText = Annotated[str, AfterValidator(_checked(parse_day)), WithJsonSchema(_DAY)]
"""A legal day, such as 2025-11-07."""

WhenText = Annotated[
    str, AfterValidator(_checked(parse_when)), WithJsonSchema({"anyOf": [_DAY, _INSTANT]})
]
"""A day, or an instant with its offset."""

IdText = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f]+$")]
"""An id; none in the log holds a control character."""

OrNone = SkipJsonSchema[None]


def _query(told: str, *examples: str) -> Any:
    return Query(description=told, examples=list(examples) or None)


On = Annotated[
    DayText | OrNone, _query("The legal day asked about (default: today).", "2025-12-05")
]
AnnouncedBy = Annotated[
    WhenText | OrNone, _query("What had been made public by then (default: now).", "2025-11-10")
]
RecordedBy = Annotated[
    WhenText | OrNone, _query("What this tracker had recorded by then (default: now).")
]
Party = Annotated[
    Annotated[str, Field(min_length=1, max_length=500)] | OrNone,
    _query("As it stands for this party."),
]
Wish = Annotated[
    Literal["", "1"] | OrNone,
    _query("Answer with a ZIP of evidence for an auditor instead of JSON."),
]


def only_known(request: Request) -> None:
    """Refuse a parameter that the question does not have: a typing error must not pass silently.

    Raises `UsageError`; one that is given twice, though it may be given once, is refused too.
    """
    known = {part.alias: part for part in request.scope["route"].dependant.query_params}
    if any(_is_model(part) for part in known.values()):
        return  # a model of all parameters refuses others itself
    for name, values in _grouped(request).items():
        if name not in known:
            told = ", ".join(known) or "none"
            raise UsageError(f"unknown parameter {name!r}; this question has: {told}")
        if len(values) > 1 and not _is_many(known[name]):
            raise UsageError(f"{name} is given {len(values)} times; give it once")


def _grouped(request: Request) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        found.setdefault(name, []).append(value)
    return found


def _is_model(field: Any) -> bool:
    kind = field.field_info.annotation
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_many(field: Any) -> bool:
    return "list[" in str(field.field_info.annotation)
