"""Which rows does a list of products hold, whatever program wrote it?

CSV with any of the usual delimiters and XLSX; every cell becomes a text, so that codes keep their
zeros. Nothing is computed and nothing is dropped.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tracker.errors import InputError

Row = tuple[int, tuple[str, ...]]
"""The number of a row in its file, from 1, and its cells."""

_DELIMITERS = ",;\t|"
_ZEROS = re.compile(r"^0+$")
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_UNPACKED_BYTES = 300_000_000
_STEERING = ("=", "+", "-", "@", "\t", "\r", "\n")


def read_rows(file: Path) -> Iterator[Row]:
    """Yield the rows of a .csv or .xlsx file that hold anything; raise `InputError` for neither."""
    check_list_name(file.name, place=str(file))
    try:
        return rows_of(file.read_bytes(), name=str(file))
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None


def check_list_name(name: str, *, place: str) -> None:
    """Raise `InputError` for a name that does not end as that of a list does."""
    if not name.casefold().endswith((".csv", ".tsv", ".txt", ".xlsx")):
        raise InputError("a list is a .csv or an .xlsx file", file=place)


def rows_of(body: bytes, *, name: str) -> Iterator[Row]:
    """Yield the rows of a list whose bytes are at hand; its name tells how to read them."""
    if name.casefold().endswith(".xlsx"):
        return _xlsx_rows(body, name)
    return _csv_rows(body, name)


def _csv_rows(body: bytes, name: str) -> Iterator[Row]:
    text = _decoded(body, name)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(f"is no CSV: {error}", file=name, line=line) from None
        if any(cell.strip() for cell in cells):
            yield line, tuple(cell.strip() for cell in cells)
        line = reader.line_num + 1


def _decoded(body: bytes, name: str) -> str:
    encoding = next((name for mark, name in _BOMS if body.startswith(mark)), "utf-8")
    for one in (encoding, "gb18030"):
        try:
            return body.decode(one)
        except UnicodeDecodeError:
            continue
    raise InputError("is neither UTF-8 nor GB18030; save it as UTF-8", file=name)


def _delimiter(text: str) -> str:
    """Return the sign that parts the header; quoted signs do not count."""
    lines = (line for line in text.splitlines() if line.strip())
    header = re.sub(r'"[^"]*"', "", next(lines, ""))
    return max(_DELIMITERS, key=header.count)


def _xlsx_rows(body: bytes, name: str) -> Iterator[Row]:
    with _read_as_workbook(name):
        yield from _sheet_rows(body, name)


def _sheet_rows(body: bytes, name: str) -> Iterator[Row]:
    from zipfile import ZipFile

    import openpyxl

    with ZipFile(io.BytesIO(body)) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > _UNPACKED_BYTES:
        raise InputError("unpacks to more than 300 MB; save it without pictures", file=name)
    book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            row = tuple(map(_cell, cells))
            if any(row):
                yield number, row
    finally:
        book.close()


@contextmanager
def _read_as_workbook(name: str) -> Iterator[None]:
    """Refuse what is no workbook, or one that declares entities, wherever in it that shows.

    The library parses with defusedxml where that is installed, as it is with us.
    """
    import zlib
    from zipfile import BadZipFile

    from openpyxl.utils.exceptions import InvalidFileException

    unreadable = (
        BadZipFile, zlib.error, EOFError, IndexError, InvalidFileException, KeyError, OSError,
        SyntaxError, TypeError, ValueError,
    )  # fmt: skip
    try:
        yield
    except unreadable as error:
        raise InputError(f"is no XLSX file that can be read: {error}", file=name) from None


def _cell(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value).strip()


def _number(value: float, shape: str) -> str:
    """Write a number as its cell shows it where that matters: zeros in front, per cent."""
    plain = str(int(value)) if float(value).is_integer() else repr(value)
    if _ZEROS.match(shape) and plain.isdigit():
        return plain.zfill(len(shape))
    if shape.endswith("%"):
        return f"{round(value * 100, 10):g}%"
    return plain


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_STEERING) else cell


def write_csv(stream: Any, rows: Iterable[Sequence[str]]) -> None:
    """Write rows as CSV to a text stream."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def write_file(file: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write rows to a .csv (UTF-8 with its mark, as spreadsheets like it) or .xlsx file."""
    try:
        if file.suffix.casefold() == ".xlsx":
            file.write_bytes(xlsx_bytes(rows))
        elif file.suffix.casefold() == ".csv":
            with file.open("w", encoding="utf-8-sig", newline="") as stream:
                write_csv(stream, rows)
        else:
            raise InputError("--out is a .csv or an .xlsx file", file=str(file))
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", file=str(file)) from None


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8 with its mark, as spreadsheets like it."""
    text = io.StringIO()
    write_csv(text, rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a workbook of one sheet, every cell a text."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("check")
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=harmless(ILLEGAL_CHARACTERS_RE.sub("", text)))
            cell.number_format = "@"
            cells.append(cell)
        sheet.append(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
