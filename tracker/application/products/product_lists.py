"""Which products does a list describe, column by column, and which rows cannot be read?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tracker.application.products.product_facts import read_product
from tracker.application.products.product_rows import Row, read_rows
from tracker.errors import InputError, TrackerError, UsageError
from tracker.projection.screening.product import Product
from tracker.projection.screening.vocabulary import Vocabulary, fold

HEADERS: Mapping[str, tuple[str, ...]] = {
    "part": ("part", "part number", "part no", "part_number", "item", "sku", "product", "料号",
             "零件号", "物料编码", "产品", "产品名称", "型号"),
    "hs": ("hs", "hs code", "hs_code", "hs codes", "hs_codes", "hts", "customs code", "tariff code",
           "海关编码", "商品编码", "海关商品编号", "税则号列", "税号"),
    "control_codes": ("control code", "control_code", "control codes", "control_codes", "code",
                      "eccn", "管制编码", "出口管制编码", "管制代码"),
    "element": ("element", "elements", "元素", "成分"),
    "share": ("share", "element share", "value share", "share_value", "占比", "比例", "价值占比",
              "价值比例", "含量"),
    "element_origin": ("origin", "element origin", "element_origin", "origin of element",
                       "元素产地", "原产地", "元素原产地"),
    "origin": ("goods origin", "goods_origin", "product origin", "货物原产地", "产品原产地"),
    "technology_origin": ("technology origin", "technology_origin", "tech origin", "技术来源",
                          "技术原产地"),
    "made_in": ("made in", "made_in", "manufactured in", "country of manufacture",
                "制造地", "生产地", "生产国"),
    "from": ("from", "ship from", "exported from", "起运国", "出口国", "起运地"),
    "to": ("to", "ship to", "destination", "country of destination", "目的国", "目的地", "进口国"),
    "end_user": ("end user", "end_user", "end-user", "consignee", "customer", "最终用户"),
    "end_use": ("end use", "end_use", "end-use", "use", "最终用途", "用途"),
    "properties": ("property", "properties", "参数", "性能"),
    "kind": ("kind", "类别"),
    "on": ("on", "day", "日期"),
    "announced_by": ("announced by", "announced_by"),
}  # fmt: skip
"""How the columns of a list are called, in English and Chinese; the key itself always fits."""

_NAMES = {"origin": "goods_origin", "element_origin": "origin"}
"""What a mapping calls a fact where that is not its key: a plain origin is the element's."""

_LISTED = ("hs", "control_codes", "properties")
_PARTS = re.compile(r"\s*[;；\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a list: the product, or why it cannot be read; ``part`` is its name either way."""

    row: int
    part: str
    product: Product | None
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column (from 0) holds which fact, and which headers say nothing to us."""

    places: Mapping[str, int]
    count: int
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductList:
    """The columns of a list, and its lines as they are read."""

    columns: Columns
    lines: Iterable[Line]


def read_list(file: Path, words: Vocabulary, *, mapping: Iterable[str] = ()) -> ProductList:
    """Return the products of a list, in its order.

    ``mapping`` are texts like ``part=Teilenummer``; ``origin`` is that of the element, and of the
    goods in a row without one, ``goods_origin`` always that of the goods. Raises `InputError` for a
    list without a header that says anything, `UsageError` for a mapping that does not fit it.
    """
    return list_of(read_rows(file), words, place=str(file), mapping=mapping)


def list_of(
    rows: Iterator[Row], words: Vocabulary, *, place: str, mapping: Iterable[str] = ()
) -> ProductList:
    """Return the products of rows that are at hand; ``place`` names the list. See `read_list`."""
    first = next(rows, None)
    if first is None:
        raise InputError("the list is empty", file=place)
    columns = _columns(first[1], tuple(mapping))
    if not set(columns.places) - {"part"}:
        raise InputError(
            f"no column is known in {', '.join(map(repr, first[1]))}; name them with "
            "--map part=Teilenummer",
            file=place,
            line=first[0],
        )
    return ProductList(columns=columns, lines=_lines(rows, columns, words))


def _columns(headers: Sequence[str], mapping: Sequence[str]) -> Columns:
    folded = [fold(header) for header in headers]
    chosen = dict(_mapped(mapping, folded))
    places = dict(chosen)
    for index, header in enumerate(folded):
        key = _KNOWN.get(header)
        if key is None or key in chosen or index in chosen.values():
            continue
        if key in places:
            other = headers[places[key]]
            raise UsageError(
                f"the columns {other!r} and {headers[index]!r} both hold {key}; "
                f"choose with --map {_NAMES.get(key, key)}=HEADER"
            )
        places[key] = index
    used = set(places.values())
    unused = tuple(name for i, name in enumerate(headers) if name and i not in used)
    return Columns(places=places, count=len(headers), unused=unused)


def _known_headers() -> Mapping[str, str]:
    """Return which fact a header holds; a plain "origin" is that of the element beside it."""
    found = {fold(name): key for key, names in HEADERS.items() for name in names}
    return {key: key for key in HEADERS if fold(key) not in found} | found


_KNOWN = _known_headers()


def _mapped(mapping: Iterable[str], folded: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield each fact that is mapped with its column.

    A mapping reads a column as if the word on its left were the header.
    """
    for text in mapping:
        name, _, header = text.partition("=")
        key = _KNOWN.get(fold(name)) or _KNOWN.get(fold(name.replace("-", "_")))
        if key is None or not header.strip():
            names = ", ".join(_NAMES.get(one, one) for one in HEADERS)
            raise UsageError(f"--map {text!r}: write FIELD=HEADER, FIELD one of {names}")
        if fold(header) not in folded:
            raise UsageError(f"--map {text!r}: the list has no column {header.strip()!r}")
        yield key, folded.index(fold(header))


def _lines(rows: Iterable[Row], columns: Columns, words: Vocabulary) -> Iterator[Line]:
    reading = lru_cache(maxsize=50_000)(lambda cells: _facts(cells, words))
    names = tuple(columns.places)
    for number, cells in rows:
        told = {key: _at(cells, columns.places[key]) for key in names}
        part = told.pop("part", "")
        if len(cells) > columns.count and any(cells[columns.count :]):
            fault = f"{len(cells)} cells under {columns.count} headers; is a text not quoted?"
            yield Line(row=number, part=part, product=None, fault=fault)
            continue
        try:
            product = reading(tuple(told.items()))
        except TrackerError as error:
            yield Line(row=number, part=part, product=None, fault=str(error))
            continue
        yield Line(row=number, part=part, product=product)


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _facts(cells: Iterable[tuple[str, str]], words: Vocabulary) -> Product:
    said: dict[str, Any] = {key: text for key, text in cells if text}
    if not said:
        raise UsageError("the row says nothing of the product")
    for key in _LISTED:
        if key in said:
            said[key] = [text for text in _split(said[key], key) if text]
    elements = _elements(
        said.pop("element", ""), said.pop("share", ""), said.get("element_origin", "")
    )
    origin = said.pop("element_origin", None)
    if elements:
        said["elements"] = elements
    elif origin and "origin" not in said:
        said["origin"] = origin
    return read_product(said, words)


def _split(text: str, key: str) -> Sequence[str]:
    """Part a cell at semicolons; codes also at commas, which a property needs for itself."""
    parts = _PARTS.split(text)
    if key == "properties":
        return parts
    return [code.strip() for part in parts for code in re.split(r"[,，、]", part)]


def _elements(names: str, shares: str, origins: str) -> list[dict[str, str]]:
    from tracker.application.products.product_facts import split_content

    written = [part for part in re.split(r"\s*[;；、\n]\s*", names) if part]
    found = [dict(split_content(part)) for part in written]
    if not found:
        if shares:
            raise UsageError("a share is given, but no element")
        return []
    for key, text in (("share", shares), ("origin", origins)):
        values = list(_PARTS.split(text)) if text else []
        if key == "origin" and len(values) == 1:
            values *= len(found)
        if values and len(values) != len(found):
            raise UsageError(f"{len(found)} elements, but {len(values)} of {key}: part them with ;")
        for part, value in zip(found, values, strict=False):
            part.setdefault(key, value)
    return found
