"""How does the form of the product check look, as it was filled in?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.rendering.words import Words

ROWS_LEAST, ROWS_MOST = 3, 40
"""So many rows for elements there are, and at least one of them is empty."""

TEXTS = {
    "part": "", "hs": "8505.11", "control_codes": "1C905", "properties": "14 nm; purity=99.95%",
    "origin": "CN", "technology_origin": "CN", "made_in": "DE", "from": "DE", "to": "US",
    "end_user": "", "end_use": "civil",
}  # fmt: skip
"""The fields of one text each, with what could stand in them."""

GOODS = ("part", "hs", "control_codes", "properties")
JOURNEY = ("made_in", "from", "to", "origin", "technology_origin", "end_user", "end_use")
KINDS = ("", "goods", "technology")
ELEMENT = ("symbol", "share", "element_origin")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One text field."""

    name: str
    label: str
    value: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """One of some values that can be chosen."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementRow:
    """One row for an element; ``label`` tells its number to whoever does not see the table."""

    number: int
    label: str
    symbol: str
    share: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The form as it stands now; ``kept`` are the reader's own lists, none where there is none."""

    goods: tuple[FieldView, ...]
    journey: tuple[FieldView, ...]
    kind_label: str
    kinds: tuple[ChoiceView, ...]
    elements: tuple[ElementRow, ...]
    versus: str
    versus_announced_by: str
    map: str
    kept: tuple[ChoiceView, ...]


def form_view(
    words: Words, filled: Mapping[str, Sequence[str]], *, kept: Sequence[ChoiceView] = ()
) -> FormView:
    """Return the form with what was typed into it."""
    kind = _first(filled, "kind")
    return FormView(
        goods=tuple(_field(words, name, filled) for name in GOODS),
        journey=tuple(_field(words, name, filled) for name in JOURNEY),
        kind_label=words("check.kind"),
        kinds=tuple(
            ChoiceView(value=one, text=words(f"check.kind_{one or 'any'}"), chosen=one == kind)
            for one in KINDS
        ),
        elements=tuple(_rows(words, filled)),
        versus=_first(filled, "versus"),
        versus_announced_by=_first(filled, "versus_announced_by"),
        map=_first(filled, "map"),
        kept=tuple(kept),
    )


def asked_in(words: Words, filled: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield what was said of the product, each part with its label, as the form has them."""
    for name in GOODS:
        if text := _first(filled, name).strip():
            yield words(f"check.{name}"), text
    if kind := _first(filled, "kind").strip():
        yield words("check.kind"), words(f"check.kind_{kind}") if kind in KINDS else kind
    for row in _elements(filled):
        share, origin = row["share"], row["origin"]
        more = (share, words("check.asked_origin", place=origin) if origin else "")
        yield words("check.symbol"), words.clauses((row["symbol"], *more))
    for name in JOURNEY:
        if text := _first(filled, name).strip():
            yield words(f"check.{name}"), text


def said_in(filled: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Return the product that a form describes, as a request would: empty fields say nothing."""
    said: dict[str, object] = {
        name: text for name in (*TEXTS, "kind") if (text := _first(filled, name).strip())
    }
    rows = _elements(filled)
    if rows:
        said["elements"] = [{key: text for key, text in row.items() if text} for row in rows]
    return said


def _elements(filled: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    columns = [tuple(filled.get(name, ()))[:ROWS_MOST] for name in ELEMENT]
    longest = max(map(len, columns))
    cells = [[*column, *[""] * (longest - len(column))] for column in columns]
    rows = [
        dict(zip(("symbol", "share", "origin"), row, strict=True))
        for row in zip(*cells, strict=True)
    ]
    stripped = [{key: text.strip() for key, text in row.items()} for row in rows]
    return [row for row in stripped if any(row.values())]


def _rows(words: Words, filled: Mapping[str, Sequence[str]]) -> Iterator[ElementRow]:
    rows = _elements(filled)
    count = min(max(ROWS_LEAST, len(rows) + 1), ROWS_MOST)
    for number in range(1, count + 1):
        row = rows[number - 1] if number <= len(rows) else {}
        yield ElementRow(
            number=number,
            label=words("check.row", n=number),
            symbol=row.get("symbol", ""),
            share=row.get("share", ""),
            origin=row.get("origin", ""),
        )


def _field(words: Words, name: str, filled: Mapping[str, Sequence[str]]) -> FieldView:
    label = words(f"check.{name}")
    return FieldView(name=name, label=label, value=_first(filled, name), example=TEXTS[name])


def _first(filled: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(filled.get(name, ())), "")
