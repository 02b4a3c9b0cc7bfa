"""How do the rules of a day leave as a file for a spreadsheet or a program?"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from tracker.application.answers.query import RuleSet, Standing
from tracker.application.products.product_rows import harmless
from tracker.rendering.neutral import neutral
from tracker.wire import rules_json

MEDIA: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}

COLUMNS = (
    "measure", "instrument", "title", "jurisdiction", "on", "status", "certainty", "since",
    "through", "never_in_force", "pending_review", "freshness",
)  # fmt: skip
TERMS = (
    "provision", "requirement", "summary", "elements", "control_codes", "hs_codes", "destinations",
    "end_use", "end_uses", "thresholds",
)  # fmt: skip


def rules_file(found: RuleSet, shape: str, *, disclaimer: str) -> bytes:
    """Return a rule set as ``csv``, ``xlsx`` or ``json``; the last has all of every answer.

    Tables have a row a measure, unverified ones included (see ``certainty``); no cell begins in a
    way that a spreadsheet takes for a formula.
    """
    if shape == "json":
        import orjson

        return orjson.dumps(rules_json(found), option=orjson.OPT_INDENT_2)
    rows = [_head(), *map(_row, found.rules), [], [disclaimer], [_clocks(found)]]
    return _csv(rows) if shape == "csv" else _xlsx(rows)


def _head() -> list[str]:
    return [*COLUMNS, *TERMS]


def _row(rule: Standing) -> list[str]:
    found = rule.answer
    beside = {"pending_review": len(rule.pending_review), "freshness": rule.freshness.state}
    values = [beside.get(name, getattr(found, name, None)) for name in COLUMNS]
    return [_cell(value) for value in (*values, *(found.terms.get(key) for key in TERMS))]


def _cell(value: Any) -> str:
    return harmless(neutral("; ".join(_texts(value))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        yield " ".join(str(item) for item in value.values())
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, date):
        yield value.isoformat()
    elif value is not None:
        yield str(value)


def _clocks(found: RuleSet) -> str:
    clocks = found.clocks
    return (
        f"on {clocks.on or 'the day of each issuer'}, announced by {clocks.announced_by or 'now'}, "
        f"recorded by {clocks.recorded_by or 'now'}; made {clocks.now.isoformat()}"
    )


def _csv(rows: Iterable[list[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    # Excel reads a CSV as UTF-8 only where it begins with this mark.
    return file.getvalue().encode("utf-8-sig")


def _xlsx(rows: Iterable[list[str]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("rules")
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
