"""Does an imported record written to do harm stay text on every page and in every table?"""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient

from tests.integration.reading_room import opened
from tracker.service import application

ACT = "cn/mofcom/2026/998"
MEASURE = f"{ACT}#<script>"
AT_MEASURE = "/measures/cn/mofcom/2026/998%23%3Cscript%3E"
RECORDS: tuple[dict[str, object], ...] = (
    {
        "type": "instrument",
        "id": ACT,
        "title": '=HYPERLINK("http://evil.example","x")<script>alert(3)</script>{{7*7}}',
        "jurisdiction": "CN",
        "issuers": ["<img src=x onerror=alert(1)>", "@SUM(A1)"],
        "kind": "announcement",
        "number": "+1+cmd|' /C calc'!A0",
        "issued_on": "2026-11-01",
        "announced_at": "2026-11-01",
        "timezone": "Asia/Shanghai",
        "authority": "issuer",
        "sources": [
            {"url": "javascript:alert(1)"},
            {"url": "  JaVaScRiPt:alert(1)"},
            {"url": "data:text/html,<script>alert(1)</script>"},
            {"url": 'https://ok.example/"onmouseover=alert(1) x="'},
        ],
    },
    {
        "type": "measure",
        "id": MEASURE,
        "title": "-2+3+cmd|' /C calc'!A0 \u202eevil",
        "terms": {
            "requirement": "licence",
            "summary": "@SUM(1+1)*cmd|'x'!A0 <svg onload=alert(1)>",
            "elements": ["Dy"],
            "destinations": ['"><script>alert(9)</script>'],
        },
    },
    {
        "type": "effect",
        "kind": "impose",
        "affecting": ACT,
        "affected": [ACT],
        "from": "2026-11-02",
        "announced_at": "2026-11-01",
        "reason": "</title><script>alert(4)</script>",
    },
)
PAGES = (
    "/",
    "/rules",
    "/timeline",
    "/timeline.svg",
    "/timeline?view=table",
    "/timeline?announced_by=2026-11-01",
    "/compare?from=2026-10-30&to=2026-11-10",
    "/search?q=evil",
    f"/instruments/{ACT}",
    AT_MEASURE,
    "/log",
    "/feeds/changes.atom",
)
LIVE = re.compile(
    r"<script(?! src=\"/static/)|<img src=x|<svg onload|\sonmouseover=alert\(1\) x=\""
    r"|href=\"\s*(?:javascript|data):|>49<",
    re.IGNORECASE,
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("hostile")
    file = folder / "records.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in RECORDS), encoding="utf-8")
    with opened(folder) as tracker:
        tracker.import_([file])
        yield TestClient(application(tracker, health=lambda: (True, {})))


@pytest.mark.parametrize("path", PAGES)
def test_what_a_record_says_is_shown_and_never_runs(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    assert LIVE.search(found.text) is None
    assert "\u202e" not in found.text


def test_the_pages_of_the_record_do_show_its_words(client: TestClient) -> None:
    assert "&lt;script&gt;alert(3)&lt;/script&gt;{{7*7}}" in client.get(f"/instruments/{ACT}").text
    assert "&lt;svg onload=alert(1)&gt;" in client.get(AT_MEASURE).text


def test_no_cell_of_a_table_begins_like_a_formula(client: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/rules.csv").text.lstrip("\ufeff"))))
    assert any(MEASURE in row for row in rows)
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []


def test_no_cell_of_a_workbook_is_a_formula(client: TestClient) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/rules.xlsx").content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any(cell.value == MEASURE for cell in cells)
    assert [cell.value for cell in cells if cell.value.startswith(FORMULA)] == []
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
