"""Is my product caught? The API and the page give the same products the same verdicts."""

import io
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import openpyxl
import pytest

from tests.integration.asked import I1, Desk, opened
from tracker.application.products.product_rows import xlsx_bytes
from tracker.web import long_lists
from tracker.web.long_lists import ROWS_MOST

THEN = {"on": "2025-12-15", "announced_by": "2025-10-20"}
BY_THEN = {"on": "2025-12-15", "announced_by": "2025-12-15"}


def magnet(share: str | None = "0.2%", *, origin: str | None = "CN", **more: Any) -> dict[str, Any]:
    """A German magnet with dysprosium, to the United States."""
    content = {"symbol": "Dy", "share": share, "origin": origin}
    element = {key: value for key, value in content.items() if value}
    return {"elements": [element], "made_in": "DE", "to": "US", "end_use": "civil", **more}


def lone(symbol: str, **more: Any) -> dict[str, Any]:
    """An element from China on its way from there."""
    return {"elements": [{"symbol": symbol, "origin": "CN"}], "from": "CN", **more}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened(tmp_path_factory.mktemp("check")) as found:
        yield found


def day(on: str, known: str | None = None) -> dict[str, str]:
    return {"on": on, "announced_by": known or on}


CASES = {
    "not yet in October, but from December": (
        magnet(), day("2025-10-20"), "caught_later", "from 2025-12-01"),
    "in December as known in October": (magnet(), THEN, "licence", I1),
    "in December as known then": (
        magnet(), BY_THEN, "caught_if_suspension_ends", "through 2026-11-10"),
    "below the threshold two limbs ask more": (
        magnet("0.05%"), THEN, "cannot_say", "technology_origin"),
    "at the threshold with the press beside it": (
        magnet("0.1%"), THEN, "licence", "Disputed: > 0.1%"),
    "above the threshold without the press": (magnet("0.11%"), THEN, "licence", I1),
    "an origin that nobody knows": (magnet(origin=None), THEN, "cannot_say", "origin of Dy"),
    "an origin that is said to be unknown": (
        magnet(origin="unknown"), THEN, "cannot_say", "origin of Dy"),
    "disaster relief": (magnet(end_use="disaster relief"), THEN, "exempt", "#v"),
    "disaster relief by an army": (
        magnet(end_use="disaster relief by the army"), THEN, "presumption_of_denial", "#ii"),
    "per mille, to a country named in Chinese": (
        magnet("1‰", to="巴西"), THEN, "licence", "Disputed: > 0.1%"),
    "14 nm logic": (magnet(end_use="14 nm logic"), THEN, "case_by_case", "#iv"),
    "a larger chip": (magnet(end_use="28 nm logic"), THEN, "licence", I1),
    "came back without official word": (
        magnet(), day("2026-11-21"), "licence", "Act as if caught; unverified"),
    "gallium to the United States while the ban is suspended": (
        lone("Ga", to="US"), day("2025-11-20"), "licence", "cn/mofcom/2023/23#i"),
    "gallium while the ban stood": (
        lone("Ga", to="US"), day("2025-11-08"), "presumption_of_denial", "cn/mofcom/2024/46#2a"),
    "gallium elsewhere": (lone("Ga", to="FR"), day("2025-11-08"), "licence", "cn/mofcom/2023/23#i"),
    "germanium": (lone("Ge", to="US"), day("2025-11-20"), "licence", "cn/mofcom/2023/23"),
    "antimony of a purity that nobody told": (
        lone("Sb", to="US"), day("2025-11-20"), "caught_if_suspension_ends", "oxide purity"),
    "antimony as pure as both thresholds ask": (
        lone("Sb", to="US", properties=["oxide_purity=99.99%", "organo_purity=99.9999%"]),
        day("2025-11-20"), "licence", "cn/mofcom/2024/33#i-1"),
    "superhard wheels of an unknown grain": (
        {"control_codes": ["2C902"], "from": "CN", "to": "US"}, day("2025-12-01", "2025-10-20"),
        "cannot_say", "cn/mofcom/2025/55#i"),
    "lithium batteries before they were controlled": (
        {"control_codes": ["3A901"], "from": "CN", "to": "US"}, day("2025-10-08"), None, "CN"),
    "a named Japanese entity whose list is not held": (
        {**magnet(to="JP"), "end_user": "Kawasaki Heavy Industries"}, day("2026-03-10"),
        "cannot_say", "0 of 20 names held"),
    "one whose name is held": (
        {"control_codes": ["1C905.a"], "from": "CN", "to": "JP", "end_user": "スバル"},
        day("2026-03-10"), None, "cn/mofcom/2026/12#i"),
    "every fact given and the element from elsewhere": (
        magnet("0.2%", origin="AU", technology_origin="DE", end_user="Bosch") | {"origin": "DE"},
        THEN, "not_caught_by_tracked_rules", "Only the rules held here were compared"),
    "research that could serve an army": (
        magnet(end_use="AI research with military potential"), THEN, "case_by_case",
        "whether it is military"),
    "an element by its Japanese name": (
        lone("ガリウム", to="FR"), day("2025-11-08"), "licence", "cn/mofcom/2023/23#i"),
    "tungsten, and of no other metal a word": (
        lone("Wolfram", to="DE"), day("2026-03-02"), "cannot_say", "yearly tonnes of tungsten"),
    "nowhere tracked": (
        {"hs": ["8505.11"], "from": "KR", "made_in": "KR", "to": "FR", "origin": "KR",
         "technology_origin": "KR"}, THEN, "not_tracked", "KR"),
    "every fact given and a small share": (
        magnet("0.05%", origin="CN", technology_origin="DE", end_user="Bosch") | {"origin": "DE"},
        THEN, "not_caught_by_tracked_rules", "Only the rules held here were compared"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_api_gives_the_verdict_and_what_was_compared(desk: Desk, case: str) -> None:
    product, clocks, verdict, told = CASES[case]
    found = desk.check(product, **clocks)
    assert verdict in (None, found["verdict"]), found["says"]
    assert found["on"] == clocks["on"]
    assert told in str(found)
    assert "no licence needed" not in str(found).casefold()
    assert "no licence is needed" not in str(found).casefold()
    for reason in found["reasons"]:
        assert reason["compared"] or reason["verdict"] in ("other_duty", "cannot_say", "exempt")


@pytest.mark.parametrize("case", CASES)
def test_the_page_gives_the_same_verdict_first_with_its_day(desk: Desk, case: str) -> None:
    product, clocks, _, told = CASES[case]
    verdict = desk.check(product, **clocks)["verdict"]
    answer = desk.client.post("/check", data={**form_of(product), **clocks})
    assert answer.status_code == 200
    text = words_of(answer.text)
    lead = text.partition("The verdict")[2]
    names = desk.get("/check").text  # the words of the page itself
    assert "Is my product caught?" in names
    unverified = lead.lstrip().startswith("Act as if caught; unverified")
    assert unverified is ("unverified" in told)
    assert VERDICTS[verdict] in lead[:300]
    assert clocks["on"] in answer.text
    assert told in text or told in answer.text
    assert "no licence needed" not in text.casefold()
    assert answer.headers["cache-control"] == "no-store"


def test_nothing_is_asked_of_what_the_product_does_not_hold(desk: Desk) -> None:
    for symbol, mine, others in (
        ("W", "tungsten", ("silver", "antimony")),
        ("Sb", "antimony", ("silver", "tungsten")),
        ("Ag", "silver", ("antimony", "tungsten")),
    ):
        found = desk.check(lone(symbol, to="DE"), **day("2026-03-02"))
        assert f"yearly tonnes of {mine}" in found["missing"]
        assert not any(other in str(found["missing"]) for other in others)
        assert "no declared matcher" not in str(found)


def test_a_possible_military_use_is_asked_and_a_told_one_decides(desk: Desk) -> None:
    asked = desk.check(magnet(end_use="machine learning for possible military use"), **THEN)
    limbs = {item["measure"].partition("#")[2]: item for item in asked["reasons"]}
    assert (asked["verdict"], limbs["iv"]["verdict"]) == ("case_by_case", "case_by_case")
    for name in ("ii", "iii"):
        assert limbs[name]["verdict"] == "cannot_say"
        assert "end_user (whether it is military)" in limbs[name]["missing"]
    for use in ("AI for the army", "military AI"):
        assert desk.check(magnet(end_use=use), **THEN)["verdict"] == "presumption_of_denial"


VERDICTS = {
    "licence": "needs a licence",
    "presumption_of_denial": "refused in principle",
    "case_by_case": "case by case",
    "caught_later": "caught from a later day",
    "caught_if_suspension_ends": "caught if the suspension ends",
    "cannot_say": "cannot say",
    "exempt": "exempt",
    "other_duty": "another duty",
    "not_caught_by_tracked_rules": "not caught by the rules tracked",
    "not_tracked": "not tracked",
}


def form_of(product: dict[str, Any]) -> dict[str, Any]:
    """Return a product as somebody types it into the form."""
    plain = {key: value for key, value in product.items() if isinstance(value, str)}
    lists = {key: "; ".join(product.get(key, ())) for key in ("hs", "control_codes", "properties")}
    elements = product.get("elements", [])
    columns = {
        "symbol": [item["symbol"] for item in elements],
        "share": [item.get("share", "") for item in elements],
        "element_origin": [item.get("origin", "") for item in elements],
    }
    return {**plain, **lists, **columns}


def words_of(page: str) -> str:
    """Return what a page says, without its elements."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.parametrize(
    ("share", "verdict"),
    [("0.09%", "cannot_say"), ("0.0999%", "cannot_say"), ("0.1%", "licence"),
     ("1000 ppm", "licence"), ("0,11 %", "licence"), ("100%", "licence")],
)  # fmt: skip
def test_thresholds_below_at_and_above(desk: Desk, share: str, verdict: str) -> None:
    found = desk.check(magnet(share), **THEN)
    assert found["verdict"] == verdict
    limb = next(item for item in found["reasons"] if item["measure"] == I1)
    compared = next(item for item in limb["compared"] if item["fact"] == "value_share")
    assert compared["operator"] == ">="
    assert compared["asked"] == "0.1%"
    assert compared["met"] is (verdict == "licence")


def test_graphite_hard_materials_and_batteries_are_compared_with_their_own_acts(desk: Desk) -> None:
    graphite = desk.check(
        {"hs": ["2504101000"], "elements": [{"symbol": "C", "origin": "CN"}], "from": "CN",
         "to": "US"},
        **day("2025-10-01"),
    )  # fmt: skip
    measures = {item["measure"]: item for item in graphite["reasons"]}
    assert measures["cn/mofcom/2024/46#2b"]["verdict"] == "other_duty"

    before = desk.check({"hs": ["8507.60"], "from": "CN", "to": "US"}, **day("2025-10-08"))
    after = desk.check({"hs": ["8507.60"], "from": "CN", "to": "US"}, on="2025-11-20",
                       announced_by="2025-10-20")  # fmt: skip
    assert {item["instrument"] for item in after["reasons"]} - {
        item["instrument"] for item in before["reasons"]
    }


def test_several_products_are_answered_one_by_one_and_none_is_dropped(desk: Desk) -> None:
    found = desk.check([magnet(part="a"), {"part": "b", "to": "Narnia"}, magnet(part="c")], **THEN)
    assert [item["part"] for item in found] == ["a", "b", "c"]
    assert "Narnia" in found[1]["error"]
    assert found[0]["verdict"] == found[2]["verdict"] == "licence"


def test_versus_tells_only_what_changed_and_by_which_effect(desk: Desk) -> None:
    products = [lone("Ga", to="US", part="a"), lone("Co", to="US", part="b")]
    found = desk.check(products, on="2025-11-08", versus="2025-11-20")
    assert [item["part"] for item in found["changed"]] == ["a"]
    change = found["changed"][0]
    assert (change["before"]["verdict"], change["after"]["verdict"]) == (
        "presumption_of_denial", "licence",
    )  # fmt: skip
    causes = [cause for item in change["causes"] for cause in item["causes"]]
    assert any(cause["affecting"] == "cn/mofcom/2025/72" for cause in causes)


def test_a_list_over_http_may_name_its_own_columns(desk: Desk) -> None:
    text = "Teil;element;share;Herkunft;made in;to\nP;Dy;1,5 ‰;CN;DE;墨西哥\n"
    send = {"content": text.encode(), "headers": {"Content-Type": "text/csv"}}
    maps = ["part=Teil", "origin=Herkunft"]
    (row,) = desk.client.post("/api/check", params={**THEN, "map": maps}, **send).json()["rows"]
    assert (row["part"], row["verdict"]) == ("P", "licence")
    wrong = desk.client.post("/api/check", params={**THEN, "map": "part=Nummer"}, **send)
    assert (wrong.status_code, "no column 'Nummer'" in wrong.text) == (422, True)
    no_list = desk.client.post("/api/check", params={**THEN, "map": "part=Teil"}, json=magnet())
    assert no_list.status_code == 422


def test_a_list_comes_back_as_rows_csv_or_workbook(desk: Desk) -> None:
    text = "part;element;share;origin;made in;to\n=1+1;Dy;0,2 %;CN;DE;US\nx;Zz;;;;\n"
    send = {"content": text.encode("utf-8-sig"), "headers": {"Content-Type": "text/csv"}}
    told = desk.client.post("/api/check", params=THEN, **send)
    rows = told.json()["rows"]
    assert [(row["part"], row["verdict"]) for row in rows] == [
        ("=1+1", "licence"),
        ("x", "cannot_read"),
    ]
    as_csv = desk.client.post("/api/check", params={**THEN, "format": "csv"}, **send)
    assert "\n2,'=1+1,licence," in as_csv.text
    book = desk.client.post("/api/check", params={**THEN, "format": "xlsx"}, **send)
    sheet = openpyxl.load_workbook(io.BytesIO(book.content)).active
    assert sheet is not None
    assert [sheet.cell(2, 2).value, sheet.cell(2, 3).value] == ["'=1+1", "licence"]
    sent = xlsx_bytes(line.split(";") for line in text.replace("=1+1", "P1").splitlines())
    form = {"Content-Type": book.headers["content-type"]}
    again = desk.client.post("/api/check", params=THEN, content=sent, headers=form)
    assert again.json()["rows"] == [{**rows[0], "part": "P1"}, rows[1]]


def test_the_page_takes_a_list_shows_it_and_gives_it_back(desk: Desk) -> None:
    text = 'part,element,share,origin,made in,to,colour\nm1,Dy,"0,2 %",CN,DE,US,red\nm2,Zz,,,,,\n'
    form = {"what": "list", **THEN}
    file = {"file": ("parts.csv", text.encode())}
    page = desk.client.post("/check", data=form, files=file)
    told = words_of(page.text)
    assert "2 rows" in told
    assert "needs a licence" in told
    assert "row 3 cannot be read: unknown element 'Zz'" in told
    assert "Columns not read: colour" in told
    taken = desk.client.post("/check", data={**form, "shape": "csv"}, files=file)
    assert taken.headers["content-disposition"] == 'attachment; filename="checked.csv"'
    assert "m1,licence,2025-12-15" in taken.content.decode("utf-8-sig")
    moved = desk.client.post(
        "/check", data={**form, "announced_by": "2025-12-15", "versus": "2026-12-15"}, files=file
    )
    assert "caught if the suspension ends" in words_of(moved.text)
    renamed = text.replace("part,", "Teil,")
    mapped = desk.client.post(
        "/check", data={**form, "map": "part=Teil"}, files={"file": ("p.csv", renamed.encode())}
    )
    assert "m1" in mapped.text


def test_the_form_compares_with_another_state_of_knowledge(desk: Desk) -> None:
    form = {
        "symbol": ["Dy"], "share": ["0.2%"], "element_origin": ["CN"], "made_in": "DE", "to": "US",
        **THEN, "versus_announced_by": "2025-12-15",
    }  # fmt: skip
    page = desk.client.post("/check", data=form)
    assert page.status_code == 200
    assert 'name="versus_announced_by" type="date" value="2025-12-15"' in page.text
    told = words_of(page.text)
    assert "needs a licence" in told
    assert "caught if the suspension ends" in told
    alone = words_of(desk.client.post("/check", data={**form, "versus_announced_by": ""}).text)
    assert "caught if the suspension ends" not in alone


def test_each_missing_fact_tells_which_keys_take_it(desk: Desk) -> None:
    asked = {**lone("Sb", to="US"), "on": "2025-11-20", "announced_by": "2025-11-20"}
    found = desk.check(asked)
    assert [one["fact"] for one in found["missing_facts"]] == found["missing"]
    purity = next(one for one in found["missing_facts"] if one["fact"] == "oxide purity")
    assert purity == {"fact": "oxide purity", "keys": ["properties"], "what": "oxide_purity"}
    given = [f"{one['what']}=99.9999%" for one in found["missing_facts"] if one["what"]]
    told = desk.check({**asked, "properties": given})
    assert "oxide purity" not in told["missing"]
    for reason in found["reasons"]:
        assert [one["fact"] for one in reason["missing_facts"]] == reason["missing"]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"versus_announced_by": "soon", "to": "US"}, "soon"),
        ({"to": "Narnia"}, "Narnia"),
        ({"symbol": ["Zz"]}, "Zz"),
        ({"on": "2025-13-01", "to": "US"}, "2025-13-01"),
        ({"versus": "soon", "to": "US"}, "soon"),
        ({"what": "list"}, "a list is a .csv or an .xlsx file"),
    ],
)
def test_what_cannot_be_read_is_told_above_the_form_as_it_was_filled_in(
    desk: Desk, form: dict[str, Any], told: str
) -> None:
    answer = desk.client.post("/check", data={"part": "P-1", **form})
    assert answer.status_code == 422
    assert told in words_of(answer.text)
    assert 'value="P-1"' in answer.text


def test_a_list_too_long_for_a_request_is_refused_before_it_is_checked(desk: Desk) -> None:
    rows = "part,hs\n" + "A,8505.11\n" * (ROWS_MOST + 1)
    by_api = desk.client.post(
        "/api/check", content=rows.encode(), headers={"Content-Type": "text/csv"}
    )
    assert by_api.status_code == 422
    assert f"more than {ROWS_MOST:,} rows" in by_api.json()["detail"]
    by_page = desk.client.post(
        "/check", data={"what": "list"}, files={"file": ("long.csv", rows.encode())}
    )
    assert f"more than {ROWS_MOST:,} rows" in words_of(by_page.text)


def test_while_lists_are_checked_others_are_asked_to_come_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "_WAIT_SECONDS", 0.01)
    with long_lists.turn(), long_lists.turn():
        told = desk.client.post(
            "/api/check", content=b"part,hs\nA,8505.11\n", headers={"Content-Type": "text/csv"}
        )
    assert told.status_code == 503
    assert told.headers["Retry-After"] == "30"
    after = desk.client.post(
        "/api/check", content=b"part,hs\nA,8505.11\n", headers={"Content-Type": "text/csv"}
    )
    assert after.status_code == 200


def test_files_that_are_no_lists_are_refused(desk: Desk) -> None:
    for name, body in (
        ("../../etc/passwd", b"x"),
        ("a.xlsx", b"PK no zip"),
        ("a.csv", b"\x00\xff\xfe" * 40),
        ("a.csv", b""),
    ):
        answer = desk.client.post("/check", data={"what": "list"}, files={"file": (name, body)})
        assert answer.status_code == 422, name
    form = {"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
    assert desk.client.post("/api/check", content=b"PK", headers=form).status_code == 422


def test_what_is_typed_is_inert_on_the_page_and_kept_nowhere(desk: Desk) -> None:
    before = desk.json("/api/head")
    evil = '"><script>alert(1)</script>{{7*7}}\u202e'
    answer = desk.client.post(
        "/check", data={"part": evil, "end_user": evil, "to": "US", "symbol": "Dy"}
    )
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "{{7*7}}" in answer.text
    assert "\u202e" not in answer.text
    assert desk.json("/api/head") == before
    export = b"".join(desk.tracker.export())
    assert b"alert(1)" not in export


def test_the_page_speaks_chinese(desk: Desk) -> None:
    page = desk.client.post("/check?lang=zh", data={**form_of(magnet()), **THEN})
    told = words_of(page.text)
    assert 'lang="zh-Hans"' in page.text
    for words in ("我的产品是否受管制", "须申请许可", "比对内容", "补充以下事实"):
        assert words in told


@pytest.mark.parametrize(
    ("product", "clocks", "told"),
    [
        (magnet(), day("2025-10-20"), "自2025年12月1日起需要许可证"),
        (magnet(), BY_THEN, "暂停至2026年11月10日（含当日）；暂停结束则需要许可证"),
        (magnet("0.05%"), THEN, "缺少技术来源"),
        (magnet("0.1%"), THEN, "数值存在争议"),
        (magnet(end_use="disaster relief"), THEN, "由cn/mofcom/2025/61#v豁免"),
        (magnet(), day("2026-11-21"), "按受管制处理；未经核实。需要许可证"),
    ],
)
def test_the_sentence_of_the_verdict_is_chinese_too(
    desk: Desk, product: dict[str, Any], clocks: dict[str, str], told: str
) -> None:
    page = desk.client.post("/check?lang=zh", data={**form_of(product), **clocks})
    desk.client.cookies.clear()
    lead = re.search(r'<p class="says">(.*?)</p>', page.text)
    assert lead is not None
    assert told in unescape(lead.group(1))
    assert "icence" not in lead.group(1)


def test_a_rule_that_was_suspended_before_its_first_day_is_not_said_to_start(desk: Desk) -> None:
    asked = {**magnet(), **day("2025-10-20", "2025-11-20")}
    found = desk.client.post("/api/check", json=asked).json()
    assert found["verdict"] == "caught_later"
    assert "its own first day is 2025-12-01" in found["says"]
    assert "suspended from 2025-11-07 on; licence needed if the suspension ends" in found["says"]
