"""`tracker check --file`: lists of products in and out, as spreadsheets write them."""

import csv
import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from tests.e2e.commands import Desk, Typed, desk

THEN = ("--on", "2025-12-15", "--announced-by", "2025-10-20")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    place = desk(tmp_path_factory.mktemp("desk"))
    assert place.type("init").exit_code == 0
    return place


def rows(typed: Typed) -> list[dict[str, str]]:
    assert typed.exit_code == 0, typed.err
    return list(csv.DictReader(io.StringIO(typed.out)))


def listed(used: Desk, file: Path, text: str | bytes, *words: str) -> list[dict[str, str]]:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return rows(used.type("check", "--file", str(file), *THEN, *words))


HEADER = "part;element;share;origin;made in;to;end use\n"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_marks_are_found_out(
    used: Desk, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    cells = [
        ["part", "element", "share", "origin", "made in", "to"],
        ["007", "Dy", '"0,2 %"', "CN"],
    ]
    cells[1] += ["DE", "US"]
    text = "\r\n".join(delimiter.join(row) for row in cells)
    found = listed(used, tmp_path / "p.csv", text.encode(encoding))

    assert [(r["row"], r["part"], r["verdict"]) for r in found] == [("2", "007", "licence")]
    assert (found[0]["on"], found[0]["announced_by"]) == ("2025-12-15", "2025-10-20")


def test_chinese_headers_in_gb18030_are_read(used: Desk, tmp_path: Path) -> None:
    text = "料号,元素,价值占比,原产地,制造地,目的国,最终用途\n甲1,镝,0.2%,中国,德国,美国,民用\n"
    found = listed(used, tmp_path / "p.csv", text.encode("gb18030"))

    assert (found[0]["part"], found[0]["verdict"]) == ("甲1", "licence")


def test_a_column_of_any_name_can_be_mapped(used: Desk, tmp_path: Path) -> None:
    text = "Teilenummer;Stoff;share;origin;made in;Ziel;Preis\nX;Dy;0.2%;CN;DE;US;12\n"
    words = ("--map", "part=Teilenummer", "--map", "element=Stoff", "--map", "to=Ziel")
    (tmp_path / "p.csv").write_text(text)
    typed = used.type("check", "--file", str(tmp_path / "p.csv"), *THEN, *words)

    assert rows(typed)[0]["part"] == "X"
    assert rows(typed)[0]["verdict"] == "licence"
    assert "columns not read: Preis" in typed.err
    wrong = used.type("check", "--file", str(tmp_path / "p.csv"), "--map", "part=Nummer")
    assert (wrong.exit_code, "no column 'Nummer'" in wrong.err) == (2, True)


def test_a_mapped_origin_is_that_of_the_element_and_the_goods_have_their_own(
    used: Desk, tmp_path: Path
) -> None:
    text = (
        "Teil;element;share;Herkunft;Ursprung;made in;to\n"
        "E;Dy;0.2%;CN;DE;DE;US\n"
        "G;Dy;0.05%;AU;CN;DE;US\n"
        "N;;;CN;;DE;US\n"
    )
    (tmp_path / "p.csv").write_text(text)
    words = ("--map", "part=Teil", "--map", "origin=Herkunft", "--map", "goods_origin=Ursprung")
    element, goods, without = rows(
        used.type("check", "--file", str(tmp_path / "p.csv"), *THEN, *words)
    )

    assert (element["verdict"], element["measure"]) == ("licence", "cn/mofcom/2025/61#i-1")
    assert (goods["verdict"], goods["measure"]) == ("licence", "cn/mofcom/2025/61#i-3")
    assert "origin" not in without["missing"].split("; ")


def test_bad_rows_are_listed_with_their_number_and_never_dropped(
    used: Desk, tmp_path: Path
) -> None:
    text = HEADER + (
        "A;Dy;0.2%;CN;DE;US;civil\n"
        "B;Xx;0.2%;CN;DE;US;civil\n"
        "\n"
        "C;Dy;a lot;CN;DE;US;civil\n"
        "D;Dy;0.2%;CN;DE;Atlantis;civil\n"
        "E;Dy;0.2%;CN;DE;US;civil;one;too many\n"
        "F;;;;;;\n"
        '"G\nG";Dy;0.05%;CN;DE;US;civil\n'
        "H;Dy;0.2%;CN;DE;US;civil\n"
    )
    (tmp_path / "p.csv").write_text(text)
    typed = used.type("check", "--file", str(tmp_path / "p.csv"), *THEN)
    found = rows(typed)

    bad = {row["row"]: row["says"] for row in found if row["verdict"] == "cannot_read"}
    assert [row["row"] for row in found] == ["2", "3", "5", "6", "7", "8", "9", "11"]
    assert list(bad) == ["3", "5", "6", "7", "8"]
    assert "unknown element 'Xx'" in bad["3"]
    assert "9 cells under 7 headers" in bad["7"]
    assert "row 5 cannot be read" in typed.err


def test_several_elements_of_one_part_stand_in_one_cell(used: Desk, tmp_path: Path) -> None:
    text = (
        "part,elements,share,origin,made in,to\n"
        "A,Dy; Tb,0.06%; 0.06%,CN,DE,US\n"
        "B,Dy:0.06%:CN; Tb:0.06%:AU,,,DE,US\n"
        "C,Dy; Tb,0.1%,CN,DE,US\n"
    )
    found = listed(used, tmp_path / "p.csv", text)

    assert [row["verdict"] for row in found] == ["licence", "cannot_say", "cannot_read"]


def test_codes_stay_text_and_formulas_become_harmless_in_both_forms(
    used: Desk, tmp_path: Path
) -> None:
    evil = ["=1+1", "+49 1", "-5", "@SUM(A1)", "0012"]
    text = HEADER + "".join(f"{part};Dy;0.2%;CN;DE;US;civil\n" for part in evil)
    (tmp_path / "p.csv").write_text(text)
    for name in ("out.csv", "out.xlsx"):
        typed = used.type(
            "check", "--file", str(tmp_path / "p.csv"), *THEN, "--out", str(tmp_path / name)
        )
        assert typed.exit_code == 0, typed.err
    expected = ["'=1+1", "'+49 1", "'-5", "'@SUM(A1)", "0012"]

    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["part"] for row in csv.DictReader(file)] == expected
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == expected
    assert {cell.data_type for cell in cells} == {"s"}


def workbook(file: Path, *lines: list[Any]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in lines:
        sheet.append(line)
    for row in sheet.iter_rows(min_row=2):
        row[0].number_format = "000000"
        row[3].number_format = "0.0%"
    book.save(file)
    return file


def test_a_workbook_keeps_zeros_and_per_cent(used: Desk, tmp_path: Path) -> None:
    head = ["part", "hs", "element", "share", "origin", "made in", "to"]
    file = workbook(
        tmp_path / "p.xlsx",
        head,
        [4711, 8505111000, "Dy", 0.002, "CN", "DE", "US"],
        [],
        ["AB", "8505.11", "Dy", "0,05 %", "CN", "DE", "US"],
    )
    found = rows(used.type("check", "--file", str(file), *THEN))

    assert [(row["row"], row["part"]) for row in found] == [("2", "004711"), ("4", "AB")]
    assert [row["verdict"] for row in found] == ["licence", "cannot_say"]


def test_a_file_that_is_no_list_is_refused_in_one_sentence(used: Desk, tmp_path: Path) -> None:
    for name, body, told in (
        ("a.xlsx", b"no workbook", "is no XLSX file"),
        ("a.csv", b"", "the list is empty"),
        ("b.csv", b"foo,bar\n1,2\n", "no column is known"),
        ("c.csv", b"part,to,destination\nA,US,US\n", "both hold to"),
        ("a.pdf", b"%PDF", "a list is a .csv or an .xlsx"),
    ):
        (tmp_path / name).write_bytes(body)
        typed = used.type("check", "--file", str(tmp_path / name))
        assert typed.exit_code in (1, 2), name
        assert told in typed.err


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE w [<!ENTITY e "x">]><worksheet'),
        ("xl/worksheets/sheet1.xml", b"</worksheet>", b""),
        ("xl/worksheets/sheet1.xml", b"<row", b"<row oops"),
    ],
)
def test_a_workbook_that_is_broken_or_declares_entities_is_refused(
    used: Desk, tmp_path: Path, part: str, old: bytes, new: bytes
) -> None:
    file = workbook(tmp_path / "p.xlsx", ["part", "hs", "to", "share"], ["A", "8505.11", "US", "1"])
    with ZipFile(file) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with ZipFile(tmp_path / "q.xlsx", "w") as changed:
        for name, body in parts.items():
            changed.writestr(name, body)

    typed = used.type("check", "--file", str(tmp_path / "q.xlsx"))

    assert typed.exit_code == 1
    assert "is no XLSX file that can be read" in typed.err


def test_one_product_may_come_as_json(used: Desk, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(
        '{"part": "M", "elements": [{"symbol": "Dy", "share": "0.2%", "origin": "CN"}],'
        ' "made_in": "DE", "to": "US", "on": "2025-12-15", "announced_by": "2025-10-20"}'
    )
    found = used.type("check", "--file", str(tmp_path / "p.json"), "--format", "json").json

    assert (found["part"], found["verdict"], found["on"]) == ("M", "licence", "2025-12-15")


def test_versus_lists_only_the_parts_that_changed_with_the_effect(
    used: Desk, tmp_path: Path
) -> None:
    text = (
        "part,element,from,to,made in,share,origin\n"
        "G,Ga,CN,US,,,\n"
        "D,Dy,CN,US,,,\n"
        "M,Dy,,US,DE,0.2%,CN\n"
    )
    (tmp_path / "p.csv").write_text(text)
    file = str(tmp_path / "p.csv")
    days = ("--on", "2025-11-08", "--announced-by", "2025-11-20", "--versus", "2025-11-20")
    by_day = rows(used.type("check", "--file", file, *days))

    assert [(r["part"], r["before"], r["after"]) for r in by_day] == [
        ("G", "presumption_of_denial", "licence")
    ]
    assert "by suspend of cn/mofcom/2025/72" in by_day[0]["because"]

    known = ("--on", "2025-12-15", "--announced-by", "2025-10-20")
    by_knowledge = rows(
        used.type("check", "--file", file, *known, "--versus-announced-by", "2025-12-15")
    )
    changed = {r["part"]: (r["before"], r["after"], r["because"]) for r in by_knowledge}
    assert set(changed) == {"G", "M"}
    assert changed["M"][:2] == ("licence", "caught_if_suspension_ends")
    assert "by suspend of cn/mofcom/2025/70" in changed["M"][2]


def test_the_order_of_rows_changes_no_verdict(used: Desk, tmp_path: Path) -> None:
    lines = [f"P{n};Dy;0.{n}%;CN;DE;US;civil\n" for n in range(9)] + ["Q;Ga;;CN;;US;\n"]
    one = listed(used, tmp_path / "a.csv", HEADER + "".join(lines))
    other = listed(used, tmp_path / "b.csv", HEADER + "".join(reversed(lines)))

    assert {r["part"]: r["verdict"] for r in one} == {r["part"]: r["verdict"] for r in other}


def test_every_part_of_a_long_list_is_checked(used: Desk, tmp_path: Path) -> None:
    text = HEADER + "".join(f"P{n};Dy;0.{n:04d}%;CN;DE;US;use {n}\n" for n in range(2000))
    (tmp_path / "p.csv").write_text(text)
    typed = used.type(
        "check", "--file", str(tmp_path / "p.csv"), *THEN, "--out", str(tmp_path / "o.csv")
    )

    assert "2000 rows" in typed.err
