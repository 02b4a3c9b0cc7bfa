"""Does a digest ask for a person's eyes on what nobody has read?"""

from datetime import UTC, date, datetime, timedelta

from tests.golden.digests.small_rulebook import HEAD, NOW, add, digest, field, register, week
from tracker.digests.build import build_edition
from tracker.digests.filters import read_filter
from tracker.digests.personal import Parting
from tracker.digests.window import Window, period
from tracker.domain.reviews import ProposalMade, ProposalRejected, Reading
from tracker.projection.register import Register
from tracker.rendering.digests import render_digest

CAME = "2025-11-08T10:00:00.000000Z"
MADE = ProposalMade(
    proposal="gazette/7/1",
    source="gazette",
    authority="issuer",
    reading=Reading(
        announcement="gazette/7",
        reader="test",
        summary="suspends something",
        touches=("cn/mofcom/2025/61", "item:dy"),
    ),
    title="公告第99号",
    url="https://gazette.example/7",
    jurisdiction="CN",
)


def filed() -> Register:
    made = register()
    add(made, MADE, at=CAME)
    return made


def test_what_nobody_has_read_stands_under_needs_action() -> None:
    made = week("2025-11-09", filed())
    (line,) = made.to_review
    assert (line.proposal, line.since, line.came_in_window) == (
        "gazette/7/1", date(2025, 11, 8), True,
    )  # fmt: skip
    for form in ("html", "text"):
        shown = render_digest(made, format=form)  # type: ignore[arg-type]
        assert "Read: 公告第99号" in shown
        assert "1 announcement to read" in shown
        assert "suspends something" in shown


def test_it_is_gone_once_a_person_has_decided_but_not_from_the_past() -> None:
    made = filed()
    rejected = ProposalRejected(proposal=MADE.proposal, by="person", evidence="", reason="a report")
    add(made, rejected, at="2025-11-11T10:00:00.000000Z")
    assert week("2025-11-16", made).to_review == ()
    past = digest(period("weekly", ending=date(2025, 11, 9)), made, recorded_by=date(2025, 11, 9))
    assert len(past.to_review) == 1


def test_it_is_news_to_whom_it_may_concern_and_no_alert() -> None:
    since = datetime(2025, 11, 8, 7, tzinfo=UTC)
    edition = build_edition(
        filed(), window=Window(since=since, until=since + timedelta(hours=8)), clocks_now=NOW,
        field=field(), positions=(10_000, 10_000), head=HEAD,
    )  # fmt: skip
    for tree, told in (
        ({"all": []}, True),
        ({"element": "Dy"}, True),
        ({"instrument": "cn/mofcom/2025/61"}, True),
        ({"text": "第99号"}, True),
        ({"element": "Ga"}, False),
        ({"certainty": "confirmed"}, False),
    ):
        part = Parting(edition).part(read_filter(tree), since=since)
        assert bool(part.digest.to_review) is told, tree
        assert (part.news, part.urgent) == (told, False), tree
