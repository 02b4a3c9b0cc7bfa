"""What of a source's changes becomes a revision, and what does not?"""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from tests.integration.watched import Watched, feed, watched
from tracker.application.intake.revisions import revisions_of
from tracker.domain.facts import SourceAdded, event_of
from tracker.errors import ReviewError, UsageError
from tracker.extraction.pages.revision import diff_lines

ARTICLES = 12


@pytest.fixture
def office(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Watched]:
    with watched(tmp_path, httpserver) as found:
        yield found


def _notice() -> list[str]:
    return [
        "商务部公告2030年第9号",
        "一、自2030年3月1日起施行。",
        *(
            f"{number}、第{number}类物项价值比例达到0.{number}%以上的，须申请许可。"
            for number in range(2, ARTICLES)
        ),
        "Exports of 3A090 items below 5.5 kg are not affected before 1 July 2030.",
    ]


def _shown(lines: list[str], chance: random.Random) -> str:
    """A page with furniture that differs every time."""
    return "".join(
        (
            f"<p>浏览次数：{chance.randrange(10**6)}</p>",
            *(f"<p>{' ' * chance.randrange(3)}{line}</p>\n" for line in lines),
            f"<div>updated {chance.randrange(2, 60)} minutes ago</div>",
            f"<span>{chance.randrange(10**4)} views</span>",
        )
    )


def _edited(lines: list[str], number: int, chance: random.Random) -> list[str]:
    """One edit of a kind that people make, never one that brings an old text back."""
    at = chance.randrange(2, ARTICLES)
    edited = list(lines)
    match number % 6:
        case 0:
            edited[1] = f"一、自2030年3月{2 + number // 6}日起施行。"
        case 1:
            edited[-2] = f"{ARTICLES}、价值比例达到0.{number}1%以上的，须申请许可。"
        case 2:
            edited[at] = edited[at].replace("以上的", "及以上的", 1) + f"（{number}）"
        case 3:
            edited.insert(at, f"另有说明第{number}项。")
        case 4:
            edited[-1] = f"Exports of 3A090 items below {number}.5 kg are not affected."
        case _:
            edited[at] = edited[at].replace("须", "不再须", 1) + f"见附件{number}。"
    return edited


def test_sixty_edits_are_sixty_revisions_each_with_a_diff(office: Watched) -> None:
    chance = random.Random(60)
    lines = _notice()
    office.body = feed(("9", _shown(lines, chance)))
    assert office.poll().new == 1
    for number in range(60):
        before, lines = lines, _edited(lines, number, chance)
        assert before != lines
        office.body = feed(("9", _shown(lines, chance)))
        assert (office.poll().revised, number) == (1, number)
        office.body = feed(("9", _shown(lines, chance)))  # only its furniture differs
        assert (office.poll().revised, number) == (0, number)
    revisions = list(revisions_of(office.tracker.log, "office"))
    assert len(revisions) == len(office.bodies("AnnouncementRecorded")) - 1 == 60
    for revision in revisions:
        assert revision.changes is not None
        assert 1 <= len(revision.changes) <= 2, list(diff_lines(revision.changes))
    assert {body["normaliser"] for body in office.bodies("ItemTaken")} == {"furniture/2"}
    assert office.tracker.verify().position == office.position


def test_every_version_keeps_its_exact_bytes(office: Watched) -> None:
    office.body = feed(("9", "<p>One rule of 0.1%.</p>"))
    office.poll()
    office.body = feed(("9", "<p>One rule of 0.5%.</p>"))
    office.poll()
    kept = [body["sha256"] for body in office.bodies("AnnouncementRecorded")]
    texts = [office.tracker.log.document(name) for name in kept]
    assert [b"0.1%" in (text or b"") for text in texts] == [True, False]
    assert [b"0.5%" in (text or b"") for text in texts] == [False, True]


def test_new_ids_with_the_same_content_add_nothing(office: Watched) -> None:
    text = "<p>" + "Exports of sand need a licence from 1 March 2030 on. " * 6 + "</p>"
    body = feed(("9", text))
    office.body = body
    office.poll()
    at = office.position
    office.body = body.replace(">9</guid>", ">tag:9-again</guid>")
    polled = office.poll()
    assert (polled.new, polled.revised, polled.unchanged) == (0, 0, 1)
    assert office.names(after=at) == ["ItemAliased", "SourcePolled"]
    at = office.position
    office.body = office.body.replace("sand", "salt")
    polled = office.poll()
    assert (polled.new, polled.revised) == (0, 1)
    (revision,) = office.bodies("AnnouncementRecorded", after=at)
    assert revision["id"].endswith("/r2")


def test_two_short_notices_with_the_same_words_stay_two(office: Watched) -> None:
    body = feed(("9", "See the annex."), ("10", "See the annex."))
    office.body = body.replace("Notice 10", "Notice 9")
    assert office.poll().new == 2


def test_an_item_that_leaves_the_window_is_nothing(office: Watched) -> None:
    office.body = feed(("9", "One rule."), ("10", "Another rule."))
    office.poll()
    at = office.position
    office.body = feed(("10", "Another rule."))
    assert office.poll().unchanged == 1
    assert office.names(after=at) == ["SourcePolled"]


def test_a_page_that_goes_back_and_forth_is_marked_and_told_once(office: Watched) -> None:
    one, other = feed(("9", "The share is 0.1%.")), feed(("9", "The share is 0.5%."))
    revised = []
    for body in (one, other) * 4:
        office.body = body
        revised.append(office.poll().revised)
    assert revised == [0, 1, 1, 0, 0, 0, 0, 0]
    assert len(office.bodies("ItemUnstable")) == 1
    (report,) = office.tracker.sources.report().sources
    assert len(report.unstable) == 1
    polled = [office.poll() for _ in range(4)]
    assert sum(result.revised for result in polled) == 1
    assert len(office.bodies("ItemSettled")) == 1
    assert office.tracker.sources.report().sources[0].unstable == ()
    assert b"0.5%" in (
        office.tracker.log.document(office.bodies("AnnouncementRecorded")[-1]["sha256"]) or b""
    )


def test_a_third_text_ends_the_back_and_forth(office: Watched) -> None:
    for share in ("0.1%", "0.5%", "0.1%", "0.5%", "0.1%"):
        office.body = feed(("9", f"The share is {share}."))
        office.poll()
    office.body = feed(("9", "The share is 0.7%."))
    assert office.poll().revised == 1
    assert len(office.bodies("ItemSettled")) == 1


def test_a_new_normaliser_makes_no_revision(office: Watched) -> None:
    office.body = feed(("9", "The share is 0.1%. Reference 12ab."))
    office.poll()
    (state,) = office.tracker.sources.states()
    declared = msgspec.structs.replace(state.source, normalise=("/Reference [0-9a-f]{4}/",))
    with office.tracker.log.writing() as writer:
        writer.append([event_of(declared)])
    office.body = feed(("9", "The share is 0.1%. Reference 77cd."))
    at = office.position
    assert office.poll().revised == 0
    (taken,) = office.bodies("ItemTaken", after=at)
    assert taken["touched"]
    assert taken["normaliser"].startswith("furniture/2+")
    office.body = feed(("9", "The share is 0.3%. Reference 77cd."))
    assert office.poll().revised == 1


def _notice_page(day: str) -> str:
    return f"<p>商务部公告2030年第9号</p><p>自2030年3月{day}日起施行，比例为0.1%。</p>"


def test_copies_of_one_notice_are_grouped_and_those_that_differ_are_a_conflict(
    office: Watched, httpserver: HTTPServer
) -> None:
    mirror = {"body": feed(("m", _notice_page("1")))}
    httpserver.expect_request("/mirror").respond_with_handler(lambda _: Response(mirror["body"]))
    office.tracker.sources.add(
        SourceAdded(
            id="mirror", url=httpserver.url_for("/mirror"), authority="official", jurisdiction="CN"
        )
    )
    office.body = feed(
        ("9", _notice_page("1")), ("10", _notice_page("1").replace("第9号", "第10号"))
    )
    office.poll()
    office.tracker.poll("mirror")
    groups = office.bodies("CopiesGrouped")
    assert [len(group.get("others", ())) for group in groups] == [0, 0, 1]
    assert groups[2]["number"].endswith("/2030/9")
    assert office.tracker.sources.report().conflicts == ()
    mirror["body"] = feed(("m", _notice_page("8")))
    office.hands.on(hours=1)
    office.tracker.poll("mirror")
    (conflict,) = office.tracker.sources.report().conflicts
    assert "3月8日" in conflict.differences[0].here
    assert "3月1日" in conflict.differences[0].there
    assert office.tracker.conflicts.waiting() == (conflict,)


def test_a_contradiction_of_copies_waits_until_a_person_or_the_copy_settles_it(
    office: Watched, httpserver: HTTPServer
) -> None:
    mirror = {"body": feed(("m", _notice_page("8")))}
    httpserver.expect_request("/mirror").respond_with_handler(lambda _: Response(mirror["body"]))
    office.tracker.sources.add(
        SourceAdded(
            id="mirror", url=httpserver.url_for("/mirror"), authority="official", jurisdiction="CN"
        )
    )
    office.body = feed(("9", _notice_page("1")))
    office.poll()
    office.tracker.poll("mirror")
    waiting = office.tracker.conflicts.waiting
    (conflict,) = waiting()
    mirror["body"] = feed(("m", _notice_page("1")))
    office.hands.on(hours=1)
    office.tracker.poll("mirror")
    assert waiting() == ()
    mirror["body"] = feed(("m", _notice_page("5")))
    office.hands.on(hours=1)
    office.tracker.poll("mirror")
    assert len(waiting()) == 1
    with pytest.raises(UsageError):
        office.tracker.conflicts.settle(conflict.number, by="Mei", reason=" ")
    assert office.tracker.conflicts.settle(conflict.number, by="Mei", reason="office holds") == 1
    assert waiting() == ()
    with pytest.raises(ReviewError):
        office.tracker.conflicts.settle(conflict.number, by="Mei", reason="again")
    (settled,) = office.bodies("CopiesSettled")
    assert settled == {"number": conflict.number, "by": "Mei", "reason": "office holds"}
    mirror["body"] = feed(("m", _notice_page("6")))
    office.hands.on(hours=1)
    office.tracker.poll("mirror")
    assert len(waiting()) == 1
