"""Can people decide in the browser as they do at the terminal, two of them at once?"""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import msgspec
import pytest
from fastapi.testclient import TestClient

from tests.e2e.commands import write_jsonl
from tests.e2e.notices import suspension
from tests.integration.house import Turned, instant
from tests.integration.people import client_of, mark_of, signed_in, with_quick_hashes
from tests.integration.test_review_engines import RULES
from tracker.application.desk.adding import Brought
from tracker.application.reading import derive
from tracker.config import Settings
from tracker.domain.events import NewEvent
from tracker.domain.facts import SourceAdded, SourcePolled, event_of
from tracker.facade import Tracker
from tracker.projection.proposals import State

MEASURE = "cn/mofcom/2025/18#i"
UNREAD = "出口经营者应当另行妥善保存有关记录，不得拒绝检查。\n"


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    settings = Settings(database=f"sqlite:///{tmp_path / 'tracker.db'}")
    with Tracker(settings, clock=Turned(instant("2026-11-21T12:00"))) as made:
        made.import_([write_jsonl(tmp_path / "rules.jsonl", *RULES)])
        made.choose_policy("person", by="Ann")
        made.sources.add(
            SourceAdded(
                id="mofcom",
                url="https://mofcom.example/feed.xml",
                authority="issuer",
                jurisdiction="CN",
                timezone="Asia/Shanghai",
            )
        )
        yield with_quick_hashes(made)


def document(text: str, *, source: str = "mofcom", day: date = date(2026, 10, 30)) -> Brought:
    """A text as a person brings it."""
    kind = "text/plain; charset=utf-8"
    return Brought(body=text.encode(), content_type=kind, source=source, published=day)


def add(tracker: Tracker, number: int = 931, *, more: str = "") -> str:
    text = suspension(number).replace("\n商务部\n", f"\n{more}商务部\n")
    proposal = tracker.adding.add(document(text), by="Ann").proposal
    assert proposal is not None
    return proposal


def fields_of(page: str) -> dict[str, str]:
    """What the forms of a proposal's page carry."""
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen is not None
    return {"csrf": mark_of(page), "seen": seen[1]}


def words_of(page: str) -> str:
    """The text of a page, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def state(tracker: Tracker, id: str) -> State:
    return tracker.review.proposal(id).state


def test_a_reader_can_neither_look_nor_decide(tracker: Tracker) -> None:
    id = add(tracker)
    reader = signed_in(tracker, "Rea", "reader")
    mark = mark_of(reader.get("/account").text)
    for path in ("/review", f"/review/{id}", f"/review/{id}/edit", "/review/close"):
        assert reader.get(path).status_code == 403
    position = tracker.log.head().position
    for path in ("accept", "reject", "refer", "edit", "sign-off"):
        answer = reader.post(
            f"/review/{id}/{path}", data={"csrf": mark, "seen": "1", "reason": "x"}
        )
        assert answer.status_code == 403
    for path in ("close", "retract", "sign-off", "read"):
        fields = {"csrf": mark, "task": "x", "outcome": "lapsed", "effect": "x", "id": "x"}
        answer = reader.post(f"/review/{path}", data={**fields, "announcement": "x"})
        assert answer.status_code == 403
    assert tracker.log.head().position == position


def test_a_stranger_is_shown_the_door(tracker: Tracker) -> None:
    id = add(tracker)
    stranger = client_of(tracker)
    assert stranger.get(f"/review/{id}").headers["location"] == f"/sign-in?next=%2Freview%2F{id}"
    assert stranger.post(f"/review/{id}/accept", data={"seen": "1"}).status_code == 401
    assert state(tracker, id) is State.WAITING


def test_the_page_shows_the_words_what_they_do_and_what_would_become(tracker: Tracker) -> None:
    id = add(tracker, more=UNREAD)
    browser = signed_in(tracker, "Ann", "reviewer")
    queue = browser.get("/review")
    assert f'href="/review/{id}"' in queue.text
    assert "1 proposal waits" in queue.text
    page = browser.get(f"/review/{id}").text
    told = words_of(page)
    assert "经批准，" in told
    assert "商务部 海关总署公告2025年第18号</mark>" in page
    assert "Suspends cn/mofcom/2025/18 from 1 November 2026 through 10 November 2027." in told
    assert "acceptance policy “person” asks a person" in told
    assert '<span class="not-understood">' in page
    assert "suspended 1 November 2026 to 10 November 2027" in told
    assert "3 rules would change." in told
    assert f'href="/measures/{MEASURE.replace("#", "%23")}"' in page
    chinese = words_of(browser.get(f"/review/{id}?lang=zh").text)
    assert "3项规则将发生变化" in chinese
    assert "自2026年11月1日至2027年11月10日。末日是否包含在内不明确。" in chinese


def test_accepting_records_the_person_and_goes_on_to_the_next(tracker: Tracker) -> None:
    first, second = add(tracker, 931), add(tracker, 932)
    browser = signed_in(tracker, "Ann Lee", "reviewer")
    fields = fields_of(browser.get(f"/review/{first}").text)
    answer = browser.post(f"/review/{first}/accept", data=fields)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/review/{second}?")
    assert "Accepted: " in browser.get(answer.headers["location"]).text
    found = tracker.review.proposal(first)
    assert (found.state, found.by) == (State.ACCEPTED, "Ann Lee")
    because = tracker.status(MEASURE, on="2027-01-15").answer.grounds().because
    assert because[-1].accepted_by == "Ann Lee"
    page = browser.get(f"/review/{first}").text
    assert "accepted by Ann Lee at 21 November 2026, 12:00 UTC." in words_of(page)
    assert "/accept" not in page


def test_a_rejection_needs_a_reason_and_keeps_it(tracker: Tracker) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    fields = fields_of(browser.get(f"/review/{id}").text)
    without = browser.post(f"/review/{id}/reject", data={**fields, "reason": "  "})
    assert without.status_code == 400
    assert "Say why: the reason stands in the log" in words_of(without.text)
    chinese = browser.post(f"/review/{id}/reject?lang=zh", data={**fields, "reason": ""})
    assert "请说明理由" in words_of(chinese.text)
    assert state(tracker, id) is State.WAITING
    given = browser.post(f"/review/{id}/reject", data={**fields, "reason": "a reprint <b>"})
    assert given.status_code == 303
    assert tracker.review.proposal(id).reason == "a reprint <b>"
    assert "a reprint &lt;b&gt;" in browser.get(f"/review/{id}").text
    assert id in browser.get("/review?show=decided").text


@pytest.mark.parametrize("deed", ["reject", "refer"])
def test_a_reason_that_is_too_long_stays_in_its_field(tracker: Tracker, deed: str) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    fields = fields_of(browser.get(f"/review/{id}").text)
    long = "line\r\n" * 801
    answer = browser.post(f"/review/{id}/{deed}", data={**fields, "reason": long})
    assert answer.status_code == 400
    assert "at most, and yours has 4005" in words_of(answer.text)
    box = re.search(rf'<textarea id="{deed}-reason"[^>]*>([^<]*)</textarea>', answer.text)
    assert box is not None
    assert box[1].count("line\n") == 801
    assert state(tracker, id) is State.WAITING
    fits = browser.post(f"/review/{id}/{deed}", data={**fields, "reason": "line\r\n" * 800})
    assert fits.status_code == 303


def test_a_form_that_came_back_changed_is_told_in_our_own_words(tracker: Tracker) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    mark = fields_of(browser.get(f"/review/{id}").text)["csrf"]
    lacking = browser.post(f"/review/{id}/accept", data={"csrf": mark})
    broken = browser.post(f"/review/{id}/accept", data={"csrf": mark, "seen": "many"})
    chinese = browser.post(f"/review/{id}/accept?lang=zh", data={"csrf": mark, "seen": "-1"})
    assert {one.status_code for one in (lacking, broken, chinese)} == {400}
    assert "Nothing was given for “seen”." in words_of(lacking.text)
    assert "What was given for “seen” cannot be read." in words_of(broken.text)
    assert "“seen”的内容无法读取" in words_of(chinese.text)
    assert state(tracker, id) is State.WAITING


def test_what_waits_is_told_with_the_numbers_of_acts_in_either_language(tracker: Tracker) -> None:
    add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    path = f"/measures/{MEASURE.replace('#', '%23')}"
    english = words_of(browser.get(f"{path}?lang=en").text)
    assert (
        "Suspends 商务部 海关总署公告2025年第18号 from 1 November 2026 through 10 November 2027."
        in english
    )
    chinese = words_of(browser.get(f"{path}?lang=zh").text)
    assert "暂停实施商务部 海关总署公告2025年第18号，自2026年11月1日至2027年11月10日" in chinese
    assert "（待决定）" in chinese
    assert "not yet read by a person" not in english + chinese  # the form that the log keeps


def test_what_waits_stands_over_comparisons_and_searches_where_nothing_differs_yet(
    tracker: Tracker,
) -> None:
    browser = signed_in(tracker, "Ann", "reviewer")
    pages = ("/compare?by=days&from=2026-11-10&to=2026-11-11&lang=en", "/search?q=Dy&lang=en")
    for page in pages:
        assert "Suspends 商务部" not in words_of(browser.get(page).text), page
    add(tracker)
    for page in pages:
        told = words_of(browser.get(page).text)
        assert "Suspends 商务部 海关总署公告2025年第18号" in told, page


def test_who_comes_second_is_told_and_loses_nothing_typed(tracker: Tracker) -> None:
    id = add(tracker)
    ann, bo = signed_in(tracker, "Ann", "reviewer"), signed_in(tracker, "Bo", "reviewer")
    seen = {browser: fields_of(browser.get(f"/review/{id}").text) for browser in (ann, bo)}
    assert ann.post(f"/review/{id}/accept", data=seen[ann]).status_code == 303
    position = tracker.log.head().position
    late = bo.post(f"/review/{id}/reject", data={**seen[bo], "reason": "two lines\nof my own"})
    assert late.status_code == 409
    told = words_of(late.text)
    assert "accepted by Ann at 21 November 2026, 12:00 UTC, before you." in told
    assert "two lines\nof my own" in late.text
    assert tracker.log.head().position == position
    assert state(tracker, id) is State.ACCEPTED


def test_a_decision_is_taken_on_what_was_seen_or_not_at_all(tracker: Tracker) -> None:
    id = add(tracker)
    ann, bo = signed_in(tracker, "Ann", "reviewer"), signed_in(tracker, "Bo", "reviewer")
    seen = fields_of(bo.get(f"/review/{id}").text)
    mine = fields_of(ann.get(f"/review/{id}").text)
    referred = ann.post(f"/review/{id}/refer", data={**mine, "reason": "is the last day in?"})
    assert referred.status_code == 303
    late = bo.post(f"/review/{id}/accept", data=seen)
    assert late.status_code == 409
    assert "It changed while you read it." in late.text
    again = fields_of(late.text)
    assert bo.post(f"/review/{id}/accept", data=again).status_code == 303
    assert tracker.review.proposal(id).by == "Bo"


def test_who_asks_for_a_second_person_does_not_decide(tracker: Tracker) -> None:
    id = add(tracker)
    ann = signed_in(tracker, "Ann", "reviewer")
    fields = fields_of(ann.get(f"/review/{id}").text)
    ann.post(f"/review/{id}/refer", data={**fields, "reason": ""})
    page = ann.get(f"/review/{id}").text
    assert "somebody else must decide" in page
    assert f"/review/{id}/accept" not in page
    forced = {**fields, "seen": "2"}
    assert ann.post(f"/review/{id}/accept", data=forced).status_code == 409
    assert state(tracker, id) is State.REFERRED


def edit_fields(page: str) -> dict[str, str]:
    """What the form to change a proposal sends as it stands."""
    fields = fields_of(page)
    for name, value in re.findall(
        r'<input id="(\w+-\d+)" name="[^"]+" type="text" value="([^"]*)"', page
    ):
        fields[name] = unescape(value)
    for name, value in re.findall(
        r'<textarea id="([\w-]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL
    ):
        fields[name] = unescape(value)
    for name, options in re.findall(r'<select id="(\w+-\d+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        fields[name] = chosen[1] if chosen else ""
    return fields


def test_a_change_is_shown_first_and_then_counts(tracker: Tracker) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    fields = edit_fields(browser.get(f"/review/{id}/edit").text)
    (through,) = [name for name in fields if name.startswith("through-")]
    assert fields[through] == "2027-11-10"
    as_it_is = browser.post(f"/review/{id}/edit", data={**fields, "deed": "accept"})
    assert as_it_is.status_code == 400
    assert "Nothing was changed." in as_it_is.text
    changed = {**fields, through: "2027-06-30"}
    preview = browser.post(f"/review/{id}/edit", data={**changed, "deed": "preview"})
    assert "suspended 1 November 2026 to 30 June 2027" in words_of(preview.text)
    assert state(tracker, id) is State.WAITING
    done = browser.post(f"/review/{id}/edit", data={**edit_fields(preview.text), "deed": "accept"})
    assert done.status_code == 303
    found = tracker.review.proposal(id)
    assert (found.state, found.by) == (State.EDITED, "Ann")
    assert tracker.status(MEASURE, on="2027-06-30").answer.status == "suspended"
    assert tracker.status(MEASURE, on="2027-07-01").answer.status == "in_force"


def test_what_was_typed_into_a_change_comes_back_when_it_cannot_be_taken(tracker: Tracker) -> None:
    id = add(tracker)
    ann, bo = signed_in(tracker, "Ann", "reviewer"), signed_in(tracker, "Bo", "reviewer")
    fields = edit_fields(ann.get(f"/review/{id}/edit").text)
    (through,) = [name for name in fields if name.startswith("through-")]
    wrong = ann.post(f"/review/{id}/edit", data={**fields, through: "June <b>", "deed": "preview"})
    assert wrong.status_code == 400
    assert 'value="June &lt;b&gt;"' in wrong.text
    bo.post(f"/review/{id}/accept", data=fields_of(bo.get(f"/review/{id}").text))
    late = ann.post(f"/review/{id}/edit", data={**fields, through: "2027-06-30", "deed": "accept"})
    assert late.status_code == 409
    assert "accepted by Bo" in words_of(late.text)
    assert 'value="2027-06-30"' in late.text


def test_the_records_themselves_can_be_changed(tracker: Tracker) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    fields = edit_fields(browser.get(f"/review/{id}/edit").text)
    json = fields["json"].replace("2027-11-10", "2027-03-31").replace("\n", "\r\n")
    done = browser.post(f"/review/{id}/edit", data={**fields, "json": json, "deed": "accept"})
    assert done.status_code == 303, words_of(done.text)
    assert tracker.status(MEASURE, on="2027-04-01").answer.status == "in_force"
    broken = add(tracker, 932)
    fields = edit_fields(browser.get(f"/review/{broken}/edit").text)
    refused = browser.post(
        f"/review/{broken}/edit", data={**fields, "json": "[{", "deed": "accept"}
    )
    assert refused.status_code == 400
    assert "no JSON" in refused.text


def test_an_effect_can_be_left_out(tracker: Tracker) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    page = browser.get(f"/review/{id}/edit").text
    places = re.findall(r'name="leave_out" value="(\d+)"', page)
    fields = {**edit_fields(page), "leave_out": places[0], "deed": "preview"}
    assert browser.post(f"/review/{id}/edit", data=fields).status_code == 200


def test_what_a_policy_accepted_is_signed_off_by_a_person(tracker: Tracker) -> None:
    tracker.choose_policy("default", by="Ann")
    id = add(tracker)
    found = tracker.review.proposal(id)
    if found.open:
        pytest.fail("the notice was to be read completely")
    browser = signed_in(tracker, "Bo", "reviewer")
    page = browser.get("/review").text
    assert "Accepted by a policy, not yet read by a person" in page
    case = browser.get(f"/review/{id}").text
    done = browser.post(f"/review/{id}/sign-off", data={"csrf": mark_of(case)})
    assert done.status_code == 303
    assert tracker.review.unsigned() == ()
    again = browser.post(f"/review/{id}/sign-off", data={"csrf": mark_of(case)})
    assert again.status_code == 409


def test_an_effect_is_retracted_with_a_reason(tracker: Tracker) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    browser.post(f"/review/{id}/accept", data=fields_of(browser.get(f"/review/{id}").text))
    (effect,) = tracker.review.proposal(id).effects
    form = browser.get(f"/review/retract?effect={effect}").text
    fields = {"csrf": mark_of(form), "effect": effect}
    assert browser.post("/review/retract", data={**fields, "reason": " "}).status_code == 400
    done = browser.post("/review/retract", data={**fields, "reason": "the wrong act"})
    assert done.status_code == 303
    assert tracker.status(MEASURE, on="2027-01-15").answer.status == "in_force"


def test_a_task_is_closed_with_the_issuer_s_words(tracker: Tracker) -> None:
    short = document(suspension(931, last="2026年11月10日"))
    browser = signed_in(tracker, "Ann", "reviewer")
    id = tracker.adding.add(short, by="Ann").proposal
    browser.post(f"/review/{id}/accept", data=fields_of(browser.get(f"/review/{id}").text))
    text = "商务部新闻发言人答记者问\n有关暂停措施已于2026年11月10日期满，不再延长。\n"
    word = tracker.adding.add(document(text, day=date(2026, 11, 12)), by="Ann")
    (task,) = tracker.upcoming(days=0).tasks
    page = browser.get("/review").text
    assert "Official word is missing" in page
    form = browser.get("/review/close", params={"task": task.task}).text
    fields = {
        "csrf": mark_of(form), "task": task.task, "outcome": "lapsed",
        "announcement": word.announcement, "quote": "不是原文",
    }  # fmt: skip
    wrong = browser.post("/review/close", data=fields)
    assert wrong.status_code == 400
    assert "does not stand in announcement" in wrong.text
    assert "不是原文" in wrong.text
    done = browser.post(
        "/review/close", data={**fields, "quote": "有关暂停措施已于2026年11月10日期满"}
    )
    assert done.status_code == 303, words_of(done.text)
    assert tracker.upcoming(days=0).tasks == ()


def test_what_may_be_the_missing_word_leads_to_the_form_that_closes_the_task(
    tracker: Tracker,
) -> None:
    browser = signed_in(tracker, "Ann", "reviewer")
    id = tracker.adding.add(document(suspension(931, last="2026年11月10日")), by="Ann").proposal
    assert "may be the missing official word" not in browser.get("/review").text
    browser.post(f"/review/{id}/accept", data=fields_of(browser.get(f"/review/{id}").text))
    said = "商务部新闻发言人答记者问\n有关公告2025年第18号的暂停措施已经期满，不再延长。\n"
    word = tracker.adding.add(document(said, day=date(2026, 11, 12)), by="Ann")
    page = browser.get("/review").text
    assert "may be the missing official word" in page
    assert "published on 12 November 2026; names cn/mofcom/2025/18" in words_of(page)
    (close,) = (
        unescape(one) for one in re.findall(r'href="(/review/close[^"]*announce[^"]*)"', page)
    )
    assert f'value="{word.announcement}"' in browser.get(close).text


def test_copies_that_contradict_each_other_are_settled_with_a_reason(tracker: Tracker) -> None:
    mirror = SourceAdded(
        id="mirror", url="https://mirror.example/", authority="official", jurisdiction="CN"
    )
    tracker.sources.add(mirror)
    browser = signed_in(tracker, "Ann", "reviewer")
    tracker.adding.add(document(suspension(931)), by="Ann")
    assert "contradict each other" not in browser.get("/review").text
    tracker.adding.add(document(suspension(931, first="2026年11月8日"), source="mirror"), by="Ann")
    (conflict,) = tracker.conflicts.waiting()
    page = words_of(browser.get("/review").text)
    assert "Copies of one notice that contradict each other" in page
    assert "自2026年11月1日起" in page
    assert "自2026年11月8日起" in page
    form = browser.get("/review/settle", params={"number": conflict.number}).text
    fields = {"csrf": mark_of(form), "number": conflict.number, "reason": " "}
    assert browser.post("/review/settle", data=fields).status_code == 400
    fields["reason"] = "the ministry's copy holds"
    done = browser.post("/review/settle", data=fields)
    assert done.headers["location"] == "/review?done=settled"
    assert "Settled under your name" in browser.get(done.headers["location"]).text
    assert tracker.conflicts.waiting() == ()
    late = browser.post("/review/settle", data=fields)
    assert late.status_code == 409
    assert "No copies of this notice contradict each other" in late.text


def test_what_only_an_older_reader_has_read_is_counted_on_the_desk(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = signed_in(tracker, "Ann", "reviewer")
    with monkeypatch.context() as older:
        older.setattr(derive, "READER", "rules/0")
        add(tracker)
        assert "older reader" not in browser.get("/review").text
    assert "1 announcement was read by an older reader only" in browser.get("/review").text
    tracker.adding.read_again()
    assert "older reader" not in browser.get("/review").text


def test_hostile_text_is_inert_on_the_desk(tracker: Tracker) -> None:
    hostile = "<script>alert(1)</script> {{7*7}} \u202e 应当遵守规定。\n"
    id = add(tracker, more=hostile)
    page = signed_in(tracker, "Ann", "reviewer").get(f"/review/{id}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{7*7}}" in page
    assert "\u202e" not in page


def test_looking_at_the_desk_records_nothing(tracker: Tracker) -> None:
    id = add(tracker)
    browser = signed_in(tracker, "Ann", "reviewer")
    position = tracker.log.head().position
    for path in (
        "/review",
        f"/review/{id}",
        f"/review/{id}/edit",
        "/review/close",
        "/review/retract",
    ):
        assert browser.get(path).status_code == 200
    for path in (f"/review/{id}/accept", f"/review/{id}/sign-off"):
        assert browser.get(path).status_code in (404, 405)
    assert tracker.log.head().position == position


def test_an_unknown_proposal_is_told_so(tracker: Tracker) -> None:
    browser: TestClient = signed_in(tracker, "Ann", "reviewer")
    assert browser.get("/review/p-0000000000").status_code == 404


def test_an_announcement_without_anything_to_record_is_marked_as_read(tracker: Tracker) -> None:
    text = "商务部新闻办公室\n近日召开了一次座谈会。\n"
    brought = Brought(
        body=text.encode(),
        content_type="text/plain; charset=utf-8",
        source="mofcom",
        published=date(2026, 11, 12),
    )
    added = tracker.adding.add(brought, by="Ann").announcement
    browser = signed_in(tracker, "Ann", "reviewer")
    page = browser.get(f"/announcements/{added}").text
    assert f"/review/read?announcement={added}" in page
    form = browser.get("/review/read", params={"announcement": added})
    fields = {"csrf": mark_of(form.text), "announcement": added}
    done = browser.post("/review/read", data=fields)
    assert done.headers["location"] == f"/announcements/{added}"
    events = [event for event in tracker.log.read() if event.name == "AnnouncementMarkedRead"]
    assert b'"by":"Ann"' in events[-1].body
    waiting = add(tracker)
    place = tracker.review.proposal(waiting).reading.announcement
    refused = browser.post("/review/read", data={**fields, "announcement": place})
    assert refused.status_code == 409
    assert "waits for a decision" in refused.text


def test_an_administrator_pauses_a_source_and_lets_it_go_on(tracker: Tracker) -> None:
    reviewer, root = signed_in(tracker, "Ann", "reviewer"), signed_in(tracker, "Root", "admin")
    assert reviewer.get("/sources/change?id=mofcom").status_code == 403
    mark = mark_of(reviewer.get("/review").text)
    stolen = {"csrf": mark, "id": "mofcom", "deed": "pause"}
    assert reviewer.post("/sources/change", data=stolen).status_code == 403
    page = root.get("/sources/change?id=mofcom").text
    fields = {"csrf": mark_of(page), "id": "mofcom"}
    paused = root.post("/sources/change", data={**fields, "deed": "pause"})
    assert paused.headers["location"] == "/sources/change?id=mofcom&done=pause"
    assert tracker.sources.show("mofcom").state == "paused"
    events = [event for event in tracker.log.read() if event.name == "SourcePaused"]
    assert b'"by":"Root"' in events[-1].body
    assert "The source is paused." in root.get(paused.headers["location"]).text
    root.post("/sources/change", data={**fields, "deed": "resume"})
    assert tracker.sources.show("mofcom").state != "paused"
    assert root.post("/sources/change", data={**fields, "deed": "burn"}).status_code == 400
    assert root.get("/sources/change?id=nothing").status_code == 404


def polled(day: str, oldest: str) -> NewEvent:
    """A poll of the source on a day whose oldest item is of another one."""
    fact = SourcePolled(
        id="mofcom", outcome="read", fetched_at=f"{day}T01:00:00.000000Z", status=200, items=1,
        oldest_item_at=f"{oldest}T00:00:00.000000Z",
    )  # fmt: skip
    return msgspec.structs.replace(event_of(fact), recorded_at=f"{day}T01:00:00.000000Z")


def test_an_administrator_closes_a_gap_with_a_reason(tracker: Tracker) -> None:
    with tracker.log.writing() as writer:
        writer.append([polled("2026-11-22", "2026-11-01"), polled("2026-12-20", "2026-12-10")])
    tracker.clock.now = instant("2026-12-20T12:00")  # type: ignore[attr-defined]
    root = signed_in(tracker, "Root", "admin")
    (gap,) = tracker.sources.show("mofcom").gaps
    page = root.get("/sources/change?id=mofcom").text
    fields = {
        "csrf": mark_of(page), "id": "mofcom", "deed": "close-gap",
        "first": gap.from_.isoformat(), "last": gap.through.isoformat(),
    }  # fmt: skip
    without = root.post("/sources/change", data={**fields, "reason": " "})
    assert without.status_code == 400
    other = {**fields, "first": "2020-01-01", "last": "2020-01-02", "reason": "I looked"}
    nowhere = root.post("/sources/change", data=other)
    assert nowhere.status_code == 400
    assert "I looked" in nowhere.text
    done = root.post("/sources/change", data={**fields, "reason": "read by hand"})
    assert done.status_code == 303
    assert tracker.sources.show("mofcom").gaps == ()
    (closed,) = [event for event in tracker.log.read() if event.name == "GapClosed"]
    assert b'"by":"Root"' in closed.body
    assert b"read by hand" in closed.body


def test_a_long_queue_is_cut_and_says_so(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.rendering.pages.desk.queue.ROWS_SHOWN", 3)
    for number in range(5):
        add(tracker, 1000 + number)
    page = signed_in(tracker, "Ann", "reviewer").get("/review").text
    assert "5 proposals wait" in page
    assert "2 more stand behind these." in page
    assert page.count("data-open") == 3
