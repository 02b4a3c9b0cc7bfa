"""Do the reading pages say what the commands say, for every clock, and safely?"""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.benchmarks import big_log
from tests.contract.test_tampering import force
from tests.integration.people import signed_in, with_quick_hashes
from tests.integration.reading_room import GAZETTE, PAPER, opened
from tracker.application.answers.query import Filter
from tracker.application.charts.busy_day import BUSY_FROM
from tracker.application.people.accounts import Role
from tracker.domain.questions import Status
from tracker.facade import Tracker, open_tracker
from tracker.service import application
from tracker.wire import rules_json

BUSY_NOW = datetime(2020, 6, 1, 12, tzinfo=UTC)
I1 = "/measures/cn/mofcom/2025/61%23i-1"


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    with opened(tmp_path_factory.mktemp("reading")) as found:
        yield found


@pytest.fixture(scope="module")
def client(tracker: Tracker) -> TestClient:
    return TestClient(application(tracker, health=lambda: (True, {})))


def read(client: TestClient, path: str) -> str:
    """Return what a reader sees of a page, in one line."""
    found = client.get(path)
    assert found.status_code == 200, found.text
    body = found.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def announcement(tracker: Tracker, source: str) -> str:
    return next(id for id in tracker.library.whole().announcements if id.startswith(f"{source}/"))


def test_any_day_lists_what_the_command_lists(client: TestClient, tracker: Tracker) -> None:
    clocks = {"on": "2026-11-21", "announced_by": "2026-11-21"}
    found = tracker.rules(Filter(), **clocks)
    address = "/rules?on=2026-11-21&announced_by=2026-11-21"
    text = read(client, address)
    assert f"{len(found.confirmed)} rules: in force" in text
    assert f"NOT VERIFIED: {len(found.unverified)} rules, not counted above" in text
    links = re.findall(r'href="/measures/([^"?]+)', client.get(address).text)
    assert [link.replace("%23", "#") for link in links] == [
        rule.answer.measure for rule in (*found.confirmed, *found.unverified)
    ]


def test_any_day_says_what_is_asked_in_words(client: TestClient) -> None:
    text = read(client, "/rules?on=2025-12-05&announced_by=2025-11-10&status=suspended")
    assert "On 5 December 2025, as announced by 10 November 2025" in text
    assert "from 7 November 2025 through 10 November 2026; never in force" in text
    assert "Scheduled, may change" in text


def test_filters_narrow_and_are_kept_by_the_exports(client: TestClient) -> None:
    address = "/rules?on=2025-10-15&announced_by=2025-10-15&item=Dy&status=pending&jurisdiction=CN"
    text = client.get(address).text
    assert "I(1)" in text
    assert 'value="pending" checked' in text
    assert "/rules.csv?on=2025-10-15&amp;announced_by=2025-10-15&amp;item=Dy" in text
    assert "0 rules" in read(client, "/rules?item=unobtainium")
    assert "no proof that there is none" in read(client, "/rules?item=unobtainium")


def test_a_jurisdiction_that_nobody_tracks_is_never_called_free(client: TestClient) -> None:
    assert "not tracked" in read(client, "/rules?jurisdiction=JP&on=2020-01-01")


def test_pages_hold_every_rule_once(client: TestClient, tracker: Tracker) -> None:
    from tracker.application.answers.listing import rule_page

    wanted = Filter(statuses=tuple(Status))
    clocks = tracker.clocks()
    first = rule_page(tracker.queries, clocks, wanted, number=1, size=7)
    met = []
    for number in range(1, first.pages + 1):
        page = rule_page(tracker.queries, clocks, wanted, number=number, size=7)
        groups = (*page.groups, *page.unverified_groups)
        rows = [row.measure.id for group in groups for row in group.rows]
        assert len(rows) == 7 or number == first.pages
        met += rows
    assert len(met) == len(set(met)) == len(tracker.rules(wanted).rules)
    beyond = rule_page(tracker.queries, clocks, wanted, number=10_000, size=7)
    assert beyond.number == first.pages


def test_rules_leave_as_json_csv_and_xlsx(client: TestClient, tracker: Tracker) -> None:
    asked = "on=2025-12-05&announced_by=2025-11-10&status=suspended"
    wanted = Filter(statuses=(Status.SUSPENDED,))
    found = tracker.rules(wanted, on="2025-12-05", announced_by="2025-11-10")
    assert client.get(f"/rules.json?{asked}").json() == json.loads(json.dumps(rules_json(found)))
    text = client.get(f"/rules.csv?{asked}").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))[: len(found.rules)]
    assert [row["measure"] for row in rows] == [rule.answer.measure for rule in found.rules]
    assert {row["status"] for row in rows} == {"suspended"}
    sheet = load_workbook(io.BytesIO(client.get(f"/rules.xlsx?{asked}").content)).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2, max_row=1 + len(rows))] == [
        row["measure"] for row in rows
    ]
    assert client.get("/rules.exe").status_code == 404


def test_a_measure_answers_with_reasons_and_what_comes_next(client: TestClient) -> None:
    text = read(client, f"{I1}?on=2025-12-05&announced_by=2025-11-10")
    assert "On 5 December 2025: suspended, from 7 November 2025 through 10 November 2026" in text
    assert "never in force" in text
    assert "Next scheduled change: in force from 11 November 2026" in text
    assert "the law may still change" in text
    assert "no stored sentence; entered by hand" in text
    assert "Accepted by rulebook" in text


def test_an_unverified_measure_leads_with_both_branches(client: TestClient) -> None:
    text = read(client, f"{I1}?on=2026-11-21")
    assert text.index("NOT VERIFIED") < text.index("What it says on this day")
    assert "If it was extended suspended" in text
    assert "If it lapsed by its own terms in force" in text


def test_what_waits_stands_above_the_verdict(client: TestClient) -> None:
    text = read(client, I1)
    assert 0 < text.index("waits for a person") < text.index("What it says on this day")


def test_a_measure_tells_what_was_known_and_said_when(client: TestClient) -> None:
    text = read(client, f"{I1}?on=2025-12-05")
    known = text.partition("What was known of 5 December 2025")[2]
    assert known.index("9 October 2025") < known.index("7 November 2025")
    assert known.index("in force") < known.index("suspended")
    assert "What we said of 5 December 2025, and when" in text


def test_a_quote_stands_in_its_place_and_leads_to_the_stored_text(
    client: TestClient, tracker: Tracker
) -> None:
    page = client.get("/measures/cn/mofcom/2026/941%23i").text
    assert "<mark>1C961.a</mark>" in page
    place = re.search(r'href="(/announcements/gazette/[^"#]+)#(at-\d+)">in the stored text', page)
    assert place is not None
    assert f'<mark id="{place[2]}">' in client.get(place[1]).text


def test_an_unknown_id_is_not_found_in_a_sentence(client: TestClient) -> None:
    for path in ("/measures/cn/nothing%23x", "/instruments/cn/nothing", "/announcements/nothing"):
        found = client.get(path)
        assert found.status_code == 404
        assert "nothing" in found.text


def test_an_instrument_shows_its_measures_and_what_moves_them(client: TestClient) -> None:
    text = read(client, "/instruments/cn/mofcom/2025/61?on=2025-12-05&announced_by=2025-11-20")
    assert "Its measures on this day" in text
    assert text.count("suspended") >= 8
    assert "What others do to it" in text
    assert "Announcement 70 of 2025" in text
    assert "Statements" not in text
    before = read(client, "/instruments/cn/mofcom/2025/61?on=2025-12-05&announced_by=2025-10-01")
    assert "unknown" in before


def test_an_announcement_shows_its_text_with_marked_words(
    client: TestClient, tracker: Tracker
) -> None:
    id = announcement(tracker, GAZETTE.id)
    text = read(client, f"/announcements/{id}")
    assert "铌有关物项 elements" in text
    assert "1C961.a control codes" in text
    assert "Accepted" in text
    record = tracker.library.whole().announcements[id].record
    assert record.sha256 is not None
    assert record.sha256 in text
    copy = client.get(f"/announcements/{id}/copy")
    assert copy.content == tracker.log.document(record.sha256)
    assert copy.headers["content-type"] == "application/octet-stream"
    assert copy.headers["content-disposition"].startswith("attachment")


def test_what_no_rule_understood_is_underlined_and_not_marked(
    client: TestClient, tracker: Tracker
) -> None:
    pages = (
        client.get(f"/announcements/{id}").text for id in tracker.library.whole().announcements
    )
    page = next(text for text in pages if "understood by no rule" in text)
    for run in re.findall(r"<mark[^>]*>[^<]*</mark><span class=\"tag\">([^<]*)</span>", page):
        assert run != "understood by no rule"
    assert '<span class="not-understood"' in page
    assert "dashed underlining marks what no rule understood" in page


def test_a_revision_shows_what_it_changed(client: TestClient, tracker: Tracker) -> None:
    id = next(one for one in tracker.library.whole().announcements if one.endswith("/r2"))
    text = client.get(f"/announcements/{id}").text
    assert "<ins>更正一处。</ins>" in text
    assert f'href="/announcements/{id.removesuffix("/r2")}"' in text


def test_a_source_that_may_only_be_quoted_is_only_quoted(
    client: TestClient, tracker: Tracker
) -> None:
    id = announcement(tracker, PAPER.id)
    text = client.get(f"/announcements/{id}").text
    assert "only short quotes" in text
    assert "is said to change" not in text
    assert client.get(f"/announcements/{id}/copy").status_code == 404


def test_a_reviewer_sees_the_stored_copy_and_a_reader_does_not(tracker: Tracker) -> None:
    id = announcement(tracker, PAPER.id)
    with_quick_hashes(tracker)
    for name, role, shown in (("rita", Role.READER, False), ("rolf", Role.REVIEWER, True)):
        browser = signed_in(tracker, name, role)
        assert ("is said to change" in browser.get(f"/announcements/{id}").text) is shown
        assert (browser.get(f"/announcements/{id}/copy").status_code == 200) is shown


def test_hostile_text_is_inert(client: TestClient, tracker: Tracker) -> None:
    id = announcement(tracker, PAPER.id)
    for path in (f"/announcements/{id}", "/sources", "/search?q=paper", "/log", "/"):
        text = client.get(path).text
        assert "<script>" not in text
        assert "<img" not in text
        assert "<b>The paper" not in text
        assert "\u202e" not in text
    assert "{{7*7}}" in unescape(client.get(f"/announcements/{id}").text)


@pytest.mark.parametrize(
    "evil",
    ["<script>alert(1)</script>", "{{7*7}}", "' OR 1=1 --", "\u202e\x00", "%0d%0aSet-Cookie:x=1"],
)
def test_what_is_typed_comes_back_as_text(client: TestClient, evil: str) -> None:
    for path, name in (("/search", "q"), ("/rules", "text"), ("/rules", "item"), (I1, "party")):
        found = client.get(path, params={name: evil})
        assert found.status_code == 200
        assert "<script>" not in found.text
        assert ">49<" not in found.text
        assert "set-cookie" not in found.headers


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("稀土", "/instruments/"),
        ("第61号", "/instruments/cn/mofcom/2025/61"),
        ("dysprosium", "/measures/cn/mofcom/2025/18%23iv"),
        ("镝", "/measures/cn/mofcom/2025/18%23iv"),
        ("1C902", "/measures/cn/mofcom/2025/18"),
        ("１Ｃ９０２", "/measures/cn/mofcom/2025/18"),
        ("2825.30", "/measures/cn/mofcom/2026/941%23i"),
        ("cn/mofcom/2025/61#i-1", "/measures/cn/mofcom/2025/61%23i-1"),
        ("No. 61 of 2025", "/instruments/cn/mofcom/2025/61"),
        ("vanadium", "/measures/cn/mofcom/2026/941%23i"),
    ],
)
def test_the_search_finds_in_both_languages(client: TestClient, asked: str, first: str) -> None:
    text = client.get("/search", params={"q": asked}).text
    hits = re.findall(r'<li><a href="(/[mia][^"]+)"', text.partition("<main")[2])
    assert hits, asked
    assert hits[0].startswith(first)


def test_the_search_says_when_nothing_is_recorded(client: TestClient) -> None:
    assert "That is no proof that no rule does" in read(client, "/search?q=8505.11")
    assert "dysprosium" in read(client, "/search")  # as an example


def test_the_sources_say_what_is_not_covered(client: TestClient) -> None:
    text = read(client, "/sources")
    assert "Not tracked at all" in text
    assert "never checked" in text
    assert "read through" in text


def test_the_log_is_paged_to_its_first_event(client: TestClient, tracker: Tracker) -> None:
    head = tracker.log.head()
    address, met = "/log", []
    while address:
        text = client.get(address).text
        met += [int(one) for one in re.findall(r'<tr><td data-head="Position">(\d+)</td>', text)]
        older = re.search(r'href="(/log\?upto=\d+)" rel="next"', text)
        address = older[1] if older else ""
    assert met == list(range(head.position, 0, -1))
    assert f"tracker verify --head {head.hash}" in read(client, "/log")


def test_every_page_is_there_in_chinese(client: TestClient, tracker: Tracker) -> None:
    gazette = announcement(tracker, GAZETTE.id)
    paths = ("/", "/rules", I1, "/instruments/cn/mofcom/2025/61", "/search", "/sources", "/log")
    for path in (*paths, f"/announcements/{gazette}"):
        found = client.get(path, params={"lang": "zh"})
        assert found.status_code == 200
        assert '<html lang="zh-Hans">' in found.text


def test_the_log_is_verified_from_its_page(tracker: Tracker) -> None:
    client = TestClient(application(tracker, health=lambda: (True, {})))
    head = tracker.log.head()
    assert 'action="/log/verify"' in client.get("/log").text
    found = client.get("/log/verify")
    assert found.headers["cache-control"] == "no-store"
    assert f"The whole log was verified: positions 1 to {head.position}." in read(
        client, "/log/verify"
    )
    assert head.hash in found.text
    noted = next(iter(tracker.log.read(after=6))).hash.hex()
    assert "is the one at position 7." in read(client, f"/log/verify?hash={noted.upper()}")
    assert f"not among those of positions 1 to {head.position}" in read(
        client, "/log/verify?hash=" + "ab" * 32
    )
    assert "not among" in read(client, "/log/verify?hash=<script>")
    assert "nothing behind" in read(client, f"/log/verify?after={head.position + 9}")
    assert client.get("/log/verify?after=-1").status_code == 400


def test_a_long_log_is_verified_a_part_at_a_time(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = TestClient(application(tracker, health=lambda: (True, {})))
    monkeypatch.setattr("tracker.application.answers.log_pages.VERIFIED_AT_ONCE", 300)
    head, met, address = tracker.log.head(), set[int](), "/log/verify"
    while address:
        text = read(client, address)
        found = re.search(r"Positions (\d+) to (\d+) were verified", text)
        assert found is not None, text
        met.update(range(int(found[1]), int(found[2]) + 1))
        earlier = re.search(
            r'href="([^"]+)"[^>]*>Verify what lies before', client.get(address).text
        )
        address = unescape(earlier[1]) if earlier else ""
    assert met == set(range(1, head.position + 1))
    assert "Verify what lies behind" in client.get("/log/verify?after=0").text


def test_a_broken_log_is_told_with_its_place(tmp_path: Path) -> None:
    with opened(tmp_path, rulebook=False) as tracker:
        tracker.choose_policy("default", by="somebody")
        tracker.choose_policy("default", by="somebody else")
        client = TestClient(application(tracker, health=lambda: (True, {})))
        force(tracker.engine, "UPDATE events SET body = '{}' WHERE position = 2")
        text = read(client, "/log/verify")
        assert "It does not hold" in text
        assert "At position 2 the log is not what was written" in text
        assert "位置2" in read(client, "/log/verify?lang=zh")
        assert "At position 2" in read(client, "/log/verify?after=1&lang=en")


def test_today_tells_counts_where_there_are_too_many_rules(tmp_path: Path) -> None:
    file = big_log.write(tmp_path / "log.jsonl", measures=BUSY_FROM + 100, effects=1500)
    with open_tracker(f"sqlite:///{tmp_path / 'tracker.db'}", clock=lambda: BUSY_NOW) as tracker:
        tracker.import_([file])
        client = TestClient(application(tracker, health=lambda: (True, {})))
        today, rules = tracker.rules(), tracker.rules(on=str(BUSY_NOW.date()))
        text = read(client, "/")
        assert f"{len(today.confirmed)} rules: in force" in text
        before = tracker.rules(on=str(BUSY_NOW.date() - timedelta(days=30)))
        lately = {rule.answer.measure for rule in rules.rules}
        begun = lately - {rule.answer.measure for rule in before.rules}
        assert begun
        page = client.get("/").text.partition('id="lately"')[2].partition('id="next"')[0]
        shown = {one.replace("%23", "#") for one in re.findall(r'href="/measures/([^"]+)"', page)}
        assert shown
        assert len(client.get("/").content) < 150_000
        assert begun & shown


EDGES = ("0001-01-01", "9999-12-31", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")
AMERICAN = "/instruments/us/bis/2025/2025-19001"


@pytest.mark.parametrize("path", ["/rules", I1, AMERICAN, "/search?q=61"])
@pytest.mark.parametrize("edge", EDGES)
def test_the_edges_of_the_calendar_are_days_like_others(
    client: TestClient, path: str, edge: str
) -> None:
    mark = "&" if "?" in path else "?"
    for clock in ("announced_by", "recorded_by", *(("on",) if len(edge) == 10 else ())):
        assert client.get(f"{path}{mark}{clock}={edge}").status_code == 200


def test_a_customs_code_leads_to_the_check_of_the_product(client: TestClient) -> None:
    client.cookies.clear()
    address = "/search?q=8505.11&on=2026-11-21&announced_by=2026-11-21"
    told = re.search(
        r"8505\.11 reads like a customs code\. .* (\d+) name customs codes; (\d+) name none",
        read(client, address),
    )
    assert told is not None
    assert int(told.group(2)) > int(told.group(1)) > 0
    link = "/check?on=2026-11-21&amp;announced_by=2026-11-21&amp;hs=8505.11"
    assert f'href="{link}"' in client.get(address).text
    form = client.get(unescape(link)).text
    assert re.search(r'name="hs"[^>]*value="8505\.11"', form)
    assert "海关编码" in read(client, "/search?q=8505.11&lang=zh")
    client.cookies.clear()
    assert "customs code" not in read(client, "/search?q=1C902")


def test_a_longer_customs_code_finds_the_rule_that_names_the_heading_above(
    client: TestClient,
) -> None:
    assert "/measures/cn/mofcom/2026/941%23i" in client.get("/search?q=2825.30.10").text


@pytest.mark.parametrize("path", [I1, "/instruments/cn/mofcom/2025/61"])
def test_every_link_around_a_page_leads_back_to_it(client: TestClient, path: str) -> None:
    text = client.get(f"{path}?on=2025-12-05").text
    other = unescape(re.search(r'href="([^"]+)" lang="zh-Hans"', text).group(1))  # type: ignore[union-attr]
    assert client.get(other).status_code == 200
    client.cookies.clear()
    door = unescape(re.search(r'href="(/sign-in\?next=[^"]+)"', text).group(1))  # type: ignore[union-attr]
    way = parse_qs(urlsplit(door).query)["next"][0]
    assert client.get(way).status_code == 200
    tidy = client.get(f"{path}?on=&text=x", follow_redirects=False)
    assert tidy.headers.get("location", path).startswith(path)
