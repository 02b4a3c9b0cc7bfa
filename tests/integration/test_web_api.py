"""The API answers what the commands print, keeps to HTTP, and tells every error as a problem."""

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.commands import Desk as CommandLine
from tests.integration.asked import I1, Desk, import_records, opened
from tracker.config import Web
from tracker.domain.facts import SourceAdded

FIXED = "on=2025-12-05&announced_by=2025-11-10&recorded_by=2026-11-20T18:00:00Z"
ASKED = f"/api/measures/{I1.replace('#', '%23')}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened(tmp_path_factory.mktemp("api")) as found:
        yield found


@pytest.fixture(scope="module")
def typed(desk: Desk) -> Any:
    """Types a command on the same database; its clock runs on, so the clocks are always given."""
    folder = Path(desk.tracker.settings.database_url().removeprefix("sqlite:///")).parent
    return CommandLine(folder, {}).type


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (f"/api/rules?{FIXED}", ["rules"]),
        (f"/api/rules?{FIXED}&item=Dy&status=all", ["rules", "--item", "Dy", "--status", "all"]),
        (f"{ASKED}?{FIXED}", ["status", I1]),
    ],
)
def test_an_answer_is_what_the_command_prints(
    desk: Desk, typed: Any, path: str, words: list[str]
) -> None:
    clocks = [f"--{part.replace('_', '-')}".split("=") for part in FIXED.split("&")]
    printed = typed(*words, *(word for pair in clocks for word in pair), "--format", "json")
    assert desk.json(path) == printed.json


def test_a_timeline_what_comes_and_what_differs_are_what_the_commands_print(
    desk: Desk, typed: Any
) -> None:
    recorded = ("--recorded-by", "2026-11-20T18:00:00Z", "--format", "json")
    known = "recorded_by=2026-11-20T18:00:00Z"
    assert desk.json(f"{ASKED}/timeline?{known}") == typed("timeline", I1, *recorded).json
    days = ("--from", "2025-11-06", "--to", "2025-11-09")
    found = desk.json(f"/api/diff?from=2025-11-06&to=2025-11-09&{known}")
    assert found == typed("diff", *days, *recorded).json
    assert len(found["differences"]) > 5
    posted = {"from": "2025-11-06", "to": "2025-11-09", "recorded_by": "2026-11-20T18:00:00Z"}
    assert desk.client.post("/api/diff", json=posted).json() == found
    clocks = ("--on", "2026-06-01", "--announced-by", "2026-06-01")
    coming = desk.json(f"/api/upcoming?days=200&on=2026-06-01&announced_by=2026-06-01&{known}")
    assert coming == typed("upcoming", "--days", "200", *clocks, *recorded).json
    assert coming["upcoming"]


def test_knowledge_is_compared_as_the_command_does(desk: Desk) -> None:
    found = desk.json("/api/diff?on=2025-12-05&announced_by=2025-11-06&versus=2025-11-10")
    moved = {item["measure"]: item for item in found["differences"]}
    assert moved[I1]["before"]["status"] == "in_force"
    assert moved[I1]["after"]["status"] == "suspended"
    assert moved[I1]["cause"] == "newly_announced"


def test_many_questions_come_back_in_their_order_in_either_form(desk: Desk) -> None:
    questions = [
        {"measure": I1, "on": "2025-12-05", "announced_by": "2025-11-10"},
        {"measure": "no/such#thing", "on": "2025-12-05"},
        {"measure": "cn/mofcom/2024/46#1", "on": "2025-11-09"},
    ]
    listed = desk.client.post("/api/ask", json=questions)
    lines = desk.client.post(
        "/api/ask",
        content="\n".join(map(json.dumps, questions)) + "\n",
        headers={"Content-Type": "application/x-ndjson"},
    )
    assert [json.loads(line) for line in lines.text.splitlines()] == listed.json()
    assert [item.get("status") for item in listed.json()] == ["suspended", None, "in_force"]
    assert listed.json()[1]["error"] == "unknown measure"


def test_the_log_is_paged_by_position_and_its_chain_can_be_checked_from_it(desk: Desk) -> None:
    from hashlib import sha256

    path: str | None = "/api/log?limit=250"
    events: list[Any] = []
    while path:
        answer = desk.get(path)
        page = answer.json()
        assert answer.headers.get("link") == (
            f'<{page["next"]}>; rel="next"' if page["next"] else None
        )
        events += page["events"]
        path = page["next"]
    assert [event["position"] for event in events] == list(range(1, len(events) + 1))
    digest = bytes(32)
    for event in events:
        keys = ("position", "stream", "stream_position", "name", "version", "recorded_at")
        header = "".join(f"{event[key]}\n" for key in keys).encode()
        digest = sha256(digest + bytes.fromhex(event["body_sha256"]) + header).digest()
    head = desk.json("/api/head")
    assert (digest.hex(), len(events)) == (head["head"], head["position"])
    assert desk.json(f"/api/log?after={len(events)}") == {
        "after": len(events), "events": [], "next": None,
    }  # fmt: skip


def test_an_instrument_tells_its_measures_and_sources_what_is_not_covered(desk: Desk) -> None:
    act = desk.json("/api/instruments/cn/mofcom/2025/61")
    assert I1 in act["measures"]
    assert act["number"] == "商务部公告2025年第61号"
    then = desk.get("/api/instruments/cn/mofcom/2025/61?recorded_by=2020-01-01")
    assert then.status_code == 404
    assert "CN" in desk.json("/api/sources")["not_tracked"]


# Caching


def test_an_answer_of_a_fixed_past_is_kept_for_ever_and_one_of_now_is_not(desk: Desk) -> None:
    fixed = desk.get(f"/api/rules?{FIXED}")
    assert fixed.headers["cache-control"] == "public, immutable, max-age=31536000"
    for path in (
        "/api/rules",
        "/api/rules?on=2025-12-05",
        "/api/rules?recorded_by=2026-11-20",
        "/api/rules?on=2025-12-05&announced_by=2025-11-10&recorded_by=2026-11-21",
        "/api/rules?on=2025-12-05&announced_by=2025-11-10&recorded_by=2030-01-01",
        "/api/rules?on=2030-12-05&recorded_by=2026-11-20T18:00:00Z",
        "/api/rules?on=2025-12-05&announced_by=2030-11-10&recorded_by=2026-11-20T18:00:00Z",
    ):
        assert desk.get(path).headers["cache-control"] == "no-cache", path


def test_what_is_recorded_ahead_of_its_announcement_is_never_kept_for_ever(tmp_path: Path) -> None:
    with opened(tmp_path, rulebook=False) as found:
        path = "/api/rules?on=2025-12-05&recorded_by=2026-11-21T12:00:00Z"
        base = {"jurisdiction": "XX", "announced_at": "2025-01-01"}
        import_records(
            found.tracker,
            tmp_path,
            {"type": "instrument", "id": "xx/a/1", "title": "A", **base},
            {"type": "measure", "id": "xx/a/1#1", "title": "A 1"},
        )
        later = path.replace("12:00:00", "11:58:00")
        assert "immutable" in found.get(later).headers["cache-control"]
        import_records(
            found.tracker,
            tmp_path,
            {"type": "effect", "kind": "impose", "affecting": "xx/a/1", "affected": ["xx/a/1"],
             "from": "2025-02-01", "announced_at": "2026-12-24"},
        )  # fmt: skip
        assert found.get(later).headers["cache-control"] == "no-cache"


def test_a_tag_is_strong_answers_304_and_moves_with_the_answer(tmp_path: Path) -> None:
    with opened(tmp_path, rulebook=False) as found:
        first = found.get("/api/head")
        tag = first.headers["etag"]
        assert tag.startswith('"')
        for held in (tag, f'"other", {tag}', f"W/{tag}", "*"):
            again = found.get("/api/head", headers={"If-None-Match": held})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
        record = {"type": "instrument", "id": "xx/a/1", "title": "A"}
        import_records(found.tracker, tmp_path, record)
        moved = found.get("/api/head", headers={"If-None-Match": tag})
        assert moved.status_code == 200
        assert moved.headers["etag"] != tag


def test_long_answers_are_packed_for_whoever_takes_that_under_another_tag(desk: Desk) -> None:
    plain = desk.get(f"/api/rules?{FIXED}", headers={"Accept-Encoding": "identity"})
    packed = desk.get(f"/api/rules?{FIXED}", headers={"Accept-Encoding": "gzip, br"})
    refused = desk.get(f"/api/rules?{FIXED}", headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in refused.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.json() == plain.json()
    assert int(packed.headers["content-length"]) * 4 < len(plain.content)
    assert "Accept-Encoding" in packed.headers["vary"]
    assert gzip.compress(plain.content, 6, mtime=0)[:2] == b"\x1f\x8b"


def test_head_answers_as_get_without_a_body(desk: Desk) -> None:
    for path in ("/api/head", f"{ASKED}?{FIXED}", "/api/nothing"):
        full, bare = desk.get(path), desk.client.head(path)
        assert bare.content == b""
        assert bare.status_code == full.status_code
        assert bare.headers.get("etag") == full.headers.get("etag")
        assert bare.headers["content-type"] == full.headers["content-type"]


# Errors


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/api/nothing", 404, "openapi.json"),
        ("/api/measures/no/such%23thing", 404, "no record names it"),
        ("/api/announcements/none", 404, "none"),
        ("/api/rules?on=2025-13-01", 422, "2025-13-01"),
        ("/api/rules?on=", 422, "no day"),
        ("/api/rules?announced_by=2025-11-07T09:00", 422, "offset"),
        ("/api/rules?onn=2025-11-07", 422, "unknown parameter 'onn'"),
        ("/api/rules?on=2025-11-07&on=2025-11-08", 422, "given 2 times"),
        ("/api/rules?status=gone", 422, "status"),
        ("/api/log?after=-1", 422, "after"),
        ("/api/log?limit=100000", 422, "limit"),
        ("/api/upcoming?days=x", 422, "days"),
        ("/api/measures/", 422, "id"),
        ("/api/diff?from=yesterday", 422, "from"),
    ],
)
def test_every_error_is_a_problem_in_one_sentence(
    desk: Desk, path: str, status: int, told: str
) -> None:
    answer = desk.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert told in problem["detail"]
    assert "Traceback" not in answer.text


def test_methods_forms_and_sizes_that_are_not_taken_are_named(desk: Desk) -> None:
    wrong = desk.client.delete("/api/diff")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET, HEAD, POST")
    for path in ("/api/ask", "/api/check", "/api/diff"):
        form = desk.client.post(path, content="x", headers={"Content-Type": "text/plain"})
        assert form.status_code == 415
        bare = desk.client.post(path, content=b"x")
        assert bare.status_code == 415
        packed = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        assert desk.client.post(path, content=b"x", headers=packed).status_code == 415
        broken = {"Content-Type": "application/json"}
        assert desk.client.post(path, content=b'{"a', headers=broken).status_code == 400
        long = desk.client.post(path, content=b" " * (8 * 2**20 + 1), headers=broken)
        assert long.status_code == 413
        assert long.headers["content-type"] == "application/problem+json"
    many = [{"measure": I1, "on": "2025-12-05"}] * 10_001
    refused = desk.client.post("/api/ask", json=many)
    assert (refused.status_code, "10001 questions" in refused.json()["detail"]) == (422, True)


def test_a_bad_line_names_its_number(desk: Desk) -> None:
    lines = '{"measure": "a#b", "on": "2025-12-05"}\n\n{"measure": "a#b"}\n'
    form = {"Content-Type": "application/x-ndjson"}
    answer = desk.client.post("/api/ask", content=lines, headers=form)
    assert answer.status_code == 422
    assert "body:3" in answer.json()["detail"]


def test_a_chunked_body_is_counted_while_it_comes(desk: Desk) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(200):
            yield b" " * 65_536

    form = {"Content-Type": "application/json"}
    answer = desk.client.post("/api/check", content=endless(), headers=form)
    assert answer.status_code == 413


# Attempts to break in


@pytest.mark.parametrize(
    "evil",
    [
        "' OR 1=1 --",
        "'; DROP TABLE events; --",
        "{{7*7}}",
        "{% raw %}${7*7}#{7*7}",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%00",
        "%0d%0aSet-Cookie:%20evil=1",
        "<script>alert(1)</script>",
        "＇ OR １=１",
        "\u202e",
    ],
)
def test_attempts_at_injection_come_to_nothing(desk: Desk, evil: str) -> None:
    before = desk.json("/api/head")
    for path in (
        f"/api/measures/{evil}",
        f"/api/instruments/{evil}",
        f"/api/announcements/{evil}",
        f"/api/rules?text={evil}",
        f"/api/rules?item={evil}&instrument={evil}",
        f"/api/measures/{I1.replace('#', '%23')}?party={evil}",
        f"/api/log?after={evil}",
    ):
        answer = desk.get(path)
        assert answer.status_code in (200, 404, 422), (path, answer.text)
        assert answer.headers["content-type"] in ("application/json", "application/problem+json")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in answer.headers
        assert "49" not in answer.json().get("detail", "")
    posted = desk.client.post("/api/check", json={"part": evil, "end_use": evil, "end_user": evil})
    assert posted.status_code == 200
    assert posted.json()["part"] == evil.strip()
    assert desk.json("/api/head") == before


def test_lone_surrogates_and_huge_numbers_are_refused_not_failed(desk: Desk) -> None:
    form = {"Content-Type": "application/json"}
    for body in (b'{"part": "\\ud800"}', b'{"part": 1e999}', b"[" * 100_000, b'"\xff"'):
        answer = desk.client.post("/api/check", content=body, headers=form)
        assert answer.status_code in (400, 422), body[:20]
        asked = desk.client.post("/api/ask", content=body, headers=form)
        assert asked.status_code in (400, 422), body[:20]


# Who may read, and how much


def test_a_closed_service_answers_a_token_only_and_lets_nobody_keep_it_for_others(
    tmp_path: Path,
) -> None:
    from tests.integration.people import enrolled, with_quick_hashes

    with opened(tmp_path, rulebook=False, web=Web(reading="closed")) as found:
        for path in ("/api/head", "/api/openapi.json", "/api/rules?evidence=1"):
            refused = found.get(path)
            assert refused.status_code == 401
            assert refused.headers["content-type"] == "application/problem+json"
            assert refused.headers["www-authenticate"].startswith("Bearer")
        with_quick_hashes(found.tracker)
        enrolled(found.tracker, "ada", "reader")
        word = _token(found, "ada")
        assert found.get("/api/head", headers={"Authorization": "Bearer no"}).status_code == 401
        shown = {"Authorization": f"Bearer {word}"}
        assert found.get("/api/head", headers=shown).status_code == 200
        fixed = found.get(f"/api/rules?{FIXED}", headers=shown)
        assert fixed.headers["cache-control"] == "private, immutable, max-age=31536000"
        packed = found.get(f"/api/rules?{FIXED}&evidence=1", headers=shown)
        with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
            assert json.loads(archive.read("state.json"))["person"] == "ada"


def _token(desk: Desk, name: str) -> str:
    _, word = desk.tracker.enrolling.give_token(name, label="a test")
    return word


def test_other_origins_are_let_in_by_a_setting_only(tmp_path: Path) -> None:
    origin = {"Origin": "https://house.example"}
    ask = {**origin, "Access-Control-Request-Method": "POST",
           "Access-Control-Request-Headers": "content-type"}  # fmt: skip
    with opened(tmp_path, rulebook=False) as found:
        assert "access-control-allow-origin" not in found.get("/api/head", headers=origin).headers
    with opened(tmp_path, rulebook=False, web=Web(cors=("https://house.example",))) as found:
        answer = found.get("/api/head", headers=origin)
        assert answer.headers["access-control-allow-origin"] == "https://house.example"
        assert "access-control-allow-credentials" not in answer.headers
        before = found.client.options("/api/check", headers=ask)
        assert before.status_code == 200
    closed = Web(reading="closed", cors=("https://house.example",))
    with opened(tmp_path, rulebook=False, web=closed) as found:
        assert found.client.options("/api/check", headers=ask).status_code == 200
        assert found.client.options("/api/check").status_code == 401
        assert found.get("/api/head", headers=origin).status_code == 401
    with opened(tmp_path, rulebook=False, web=Web(cors=("https://house.example",))) as found:
        other = found.get("/api/head", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize("rule", ["full", "quote", "none"])
def test_others_text_leaves_the_house_as_far_as_its_source_says(tmp_path: Path, rule: Any) -> None:
    text = "An order is made. " + "It has many sentences. " * 40
    with opened(tmp_path, rulebook=False) as found:
        source = SourceAdded(
            id="paper", url="https://paper.example/feed", authority="press", jurisdiction="CN",
            timezone="Asia/Shanghai", republish=rule,
        )  # fmt: skip
        found.tracker.sources.add(source)
        import_records(
            found.tracker,
            tmp_path,
            {"type": "announcement", "id": "paper/1", "source": "paper", "title": "An order",
             "content_type": "text/plain; charset=utf-8", "body": _base64(text)},
            {"type": "claim", "source": "paper", "text": text, "about": [],
             "evidence": {"announcement": "paper/1", "quote": text.strip(), "start": 0}},
        )  # fmt: skip
        told = found.json("/api/announcements/paper/1")
        log = found.get("/api/log?limit=1000").text
    assert told["title"] == "An order"
    assert told["shown"] == rule
    longest = {"full": len(text), "quote": 300, "none": 0}[rule]
    assert len(told["text"] or "") <= longest
    assert (told["text"] is None) is (rule == "none")
    assert (text.strip() in log) is (rule == "full")


def _base64(text: str) -> str:
    import base64

    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("稀土", "cn/mofcom/2025/61"),
        ("第61号", "cn/mofcom/2025/61"),
        ("dysprosium", "cn/mofcom/2025/18"),
        ("gallium", "cn/mofcom/2023/23"),
    ],
)
def test_a_search_finds_by_words_in_any_language(desk: Desk, words: str, act: str) -> None:
    found = desk.json(f"/api/search?q={words}&on=2025-11-15")
    named = {one["id"] for one in found["instruments"]}
    assert act in named | {one["instrument"] for one in found["measures"]}
    assert all(one["on"] == "2025-11-15" for one in found["measures"])


def test_evidence_is_handed_out_by_the_api_and_by_the_pages(desk: Desk) -> None:
    from tracker.auditor.verifying import verify_evidence

    page = ASKED.removeprefix("/api")
    for path in (
        f"{ASKED}?{FIXED}&evidence=1",
        f"{page}?{FIXED}&evidence=1",
        f"/api/rules?{FIXED}&evidence",
        f"/rules?{FIXED}&evidence=1",
    ):
        answer = desk.get(path)
        assert answer.headers["content-type"] == "application/zip", path
        assert answer.headers["content-disposition"].startswith("attachment")
        names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
        assert {"manifest.json", "question.json", "answer.json", "index.html"} <= set(names)
        findings = verify_evidence(answer.content, desk.tracker, place="x.zip")
        assert all(finding.good for finding in findings), [one.words for one in findings]
    product = {"elements": [{"symbol": "Dy"}], "from": "CN", "to": "US", "on": "2025-12-05"}
    packed = desk.client.post("/api/check/evidence", json=product)
    assert packed.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        clocks = json.loads(archive.read("question.json"))["clocks"]
        assert clocks["on"] == "2025-12-05"
        assert b"<td>5 December 2025</td>" in archive.read("index.html")
    findings = verify_evidence(packed.content, desk.tracker, place="x.zip")
    assert all(finding.good for finding in findings), [one.words for one in findings]
    assert desk.get("/api/measures/no/such%23thing?evidence=1").status_code == 404
    assert "evidence=1" in desk.get(page).text
    assert "evidence=1" in desk.get("/rules").text


def walked(desk: Desk, address: str) -> list[Any]:
    """Return the answers of all pages, each behind the address that the one before gave."""
    found = [desk.json(address)]
    while found[-1]["next"]:
        link = desk.get(address).headers["link"]
        assert link == f'<{found[-1]["next"]}>; rel="next"'
        address = found[-1]["next"]
        found.append(desk.json(address))
        assert len(found) < 100
    assert "link" not in desk.get(address).headers
    return found


@pytest.mark.parametrize(
    ("address", "key", "limit"),
    [
        ("/api/rules?status=all", "rules", 40),
        ("/api/diff?from=2025-10-01&to=2025-12-15", "differences", 20),
        ("/api/measures/cn/mofcom/2025/61/timeline", "timelines", 2),
        ("/api/upcoming?days=400&on=2025-11-20&announced_by=2025-11-20", "upcoming", 3),
    ],
)
def test_a_long_answer_comes_in_pages_that_hold_each_once(
    desk: Desk, address: str, key: str, limit: int
) -> None:
    whole = desk.json(address)
    assert "next" not in whole
    mark = "&" if "?" in address else "?"
    pages = walked(desk, f"{address}{mark}limit={limit}")
    assert len(pages) > 1
    assert all(len(page[key]) == limit for page in pages[:-1])
    met = [one for page in pages for one in page[key]]
    order = (lambda one: (one["on"], one["measure"])) if key == "upcoming" else named
    assert met == sorted(whole[key], key=order)
    assert all(page.keys() == {*whole, "next"} for page in pages)


def named(one: Any) -> str:
    return str(one["measure"])


def test_a_page_counts_all_rules_and_a_later_one_tells_the_same_clocks(desk: Desk) -> None:
    first = desk.json("/api/rules?limit=1&on=2025-12-05&announced_by=2025-11-10")
    second = desk.json(first["next"])
    assert first["counts"] == second["counts"]
    assert (second["on"], second["announced_by"]) == ("2025-12-05", "2025-11-10")
    assert first["rules"][0]["measure"] < second["rules"][0]["measure"]
    assert desk.get("/api/rules?limit=0").status_code == 422
    assert desk.get("/api/rules?limit=1001").status_code == 422


def test_a_search_for_a_customs_code_tells_what_the_page_tells(desk: Desk) -> None:
    customs = desk.json("/api/search?q=8505.11")["customs"]
    assert customs["code"] == "8505.11"
    assert customs["others"] > 0
    assert unescape(customs["note"]) in unescape(desk.get("/search?q=8505.11").text)
    assert desk.json("/api/search?q=dysprosium")["customs"] is None


def test_an_empty_text_counts_as_not_said(desk: Desk) -> None:
    said = {"elements": [{"symbol": "Dy"}], "made_in": "DE", "to": "US", "on": "2025-12-15"}
    blank = {**said, "elements": [{"symbol": "Dy", "share": "", "origin": ""}], "origin": ""}
    blank |= {"technology_origin": "", "from": "", "kind": "", "end_use": ""}
    answers = [desk.client.post("/api/check", json=one) for one in (said, blank)]
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    bad = desk.client.post("/api/check", json={"elements": [{"symbol": ""}]})
    assert bad.status_code == 422


KNOWN = "announced_by=2025-11-10&recorded_by=2026-11-20T12:00:01Z"


@pytest.mark.parametrize(
    ("address", "is_kept"),
    [
        (f"/api/diff?from=2025-11-06&to=2025-11-10&{KNOWN}", True),
        ("/api/diff?from=2025-11-06&to=2025-11-10", False),
        (f"/api/measures/cn/mofcom/2025/61/timeline?{KNOWN}", True),
        ("/api/measures/cn/mofcom/2025/61/timeline?announced_by=2025-11-10", False),
        ("/api/instruments/cn/mofcom/2025/61?recorded_by=2026-11-20T12:00:01Z", True),
        ("/api/instruments/cn/mofcom/2025/61", False),
        (f"/api/rules?on=2025-12-05&limit=2&{KNOWN}", True),
    ],
)
def test_every_answer_of_a_fixed_past_is_kept_for_ever(
    desk: Desk, address: str, is_kept: bool
) -> None:
    found = desk.get(address)
    assert found.status_code == 200
    assert ("immutable" in found.headers["cache-control"]) is is_kept


AS_JSON = {"Content-Type": "application/json"}


def test_a_key_that_stands_twice_is_refused(desk: Desk) -> None:
    body = b'{"elements": [{"symbol": "Dy"}], "to": "US", "to": "CN"}'
    found = desk.client.post("/api/check", content=body, headers=AS_JSON)
    assert found.status_code == 400
    assert "'to' stands twice" in found.json()["detail"]
    deep = b"[" * 990 + b"]" * 990
    assert desk.client.post("/api/check", content=deep, headers=AS_JSON).status_code in (400, 422)


@pytest.mark.parametrize("share", ["-1%", "200%", "<0.1%", "some"])
def test_a_share_that_is_none_is_told_how_to_write_one(desk: Desk, share: str) -> None:
    said = {"elements": [{"symbol": "Dy", "share": share}]}
    found = desk.client.post("/api/check", json=said)
    assert found.status_code == 422
    assert found.json()["detail"] == (
        "elements.0.share: write 0.2%, 2000 ppm or 0.002; leave it out where it is not known"
    )


def test_the_root_of_the_api_leads_to_its_description(desk: Desk) -> None:
    for found in (desk.get("/api/"), desk.get("/api"), desk.client.head("/api")):
        assert (found.status_code, found.headers["location"]) == (303, "/api/openapi.json")


@pytest.mark.parametrize("word", ["dysprosium", "镝", "neodymium", "Dy"])
def test_an_element_is_found_wherever_a_rule_covers_it(desk: Desk, word: str) -> None:
    ruled = desk.json(f"/api/rules?item={word}&status=all")["rules"]
    found = desk.json(f"/api/search?q={word}")
    assert found["counts"]["measures"] >= len(ruled) > 0


def test_an_element_is_not_found_in_the_name_of_another(desk: Desk) -> None:
    met = {one["measure"] for one in desk.json("/api/search?q=terbium")["measures"]}
    assert "cn/mofcom/2025/18#iii" in met
    assert not any(one.startswith("cn/mofcom/2025/57") for one in met)
    numbered = desk.json("/api/search?q=公告61")["instruments"]
    assert "cn/mofcom/2025/61" in {one["id"] for one in numbered}
