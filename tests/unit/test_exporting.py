"""Do the rules leave as a table that no spreadsheet runs?"""

import csv
import io
from datetime import UTC, date, datetime

from openpyxl import load_workbook

from tracker.application.answers.query import RuleSet, Standing
from tracker.domain.questions import Answer, Certainty, Clocks, Status
from tracker.projection.sources import Freshness
from tracker.rendering.exporting import rules_file

EVIL = '=cmd|"/c calc"!A1'
FOUND = RuleSet(
    clocks=Clocks(now=datetime(2026, 1, 1, tzinfo=UTC), on=date(2025, 12, 5)),
    rules=(
        Standing(
            answer=Answer(
                measure="xx/1#a",
                instrument="xx/1",
                on=date(2025, 12, 5),
                status=Status.IN_FORCE,
                never_in_force=False,
                certainty=Certainty.CONFIRMED,
                since=date(2025, 6, 1),
                through=None,
                title=EVIL,
                terms={
                    "elements": ["Dy", "Tb"],
                    "hs_codes": ["0012345678"],
                    "thresholds": [{"what": "share", "operator": ">=", "value": "0.1"}],
                    "summary": "+1\u202e",
                },
            ),
            freshness=Freshness(state="stale"),
        ),
    ),
    freshness=Freshness(state="stale"),
)


def test_no_cell_is_a_formula_and_codes_stay_text() -> None:
    table = rules_file(FOUND, "csv", disclaimer="No advice.").decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(table)))
    assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values() if value)
    assert EVIL in row["title"]
    assert row["hs_codes"].endswith("0012345678")
    assert row["elements"] == "Dy; Tb"
    assert row["thresholds"] == "share >= 0.1"
    assert (row["since"], row["through"]) == ("2025-06-01", "")
    assert "No advice." in table
    assert "on 2025-12-05" in table


def test_the_workbook_holds_the_same_and_only_texts() -> None:
    book = load_workbook(io.BytesIO(rules_file(FOUND, "xlsx", disclaimer="No advice.")))
    rows = list(book.active.iter_rows())
    assert rows[0][0].value == "measure"
    assert all(cell.data_type != "f" for row in rows for cell in row)
