"""Does a filter want what its reader asked for, and refuse what makes no sense?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.golden.digests.small_rulebook import HEAD, NOW, field, register
from tracker.application.subscriptions.subscribing import channel_of, mail_address, members_of
from tracker.digests.build import build_edition
from tracker.digests.cadence import due, due_at, next_due
from tracker.digests.digest import Digest
from tracker.digests.filters import combined, filter_words, read_filter, tree_of
from tracker.digests.personal import Parting
from tracker.digests.subscription import Cadence, Place, State, Subscription
from tracker.digests.window import Window
from tracker.errors import UsageError

WEEK = (datetime(2025, 11, 3, tzinfo=UTC), datetime(2025, 11, 10, tzinfo=UTC))


def wanted(tree: object) -> Digest:
    words = field()
    members = members_of(words.elements, words.members)
    made = build_edition(
        register(at="2025-11-09T12:00:00.000000Z"),
        window=Window(since=WEEK[0], until=WEEK[1]),
        clocks_now=NOW,
        field=words,
        positions=(0, 10_000),
        head=HEAD,
    )
    return Parting(made).part(read_filter(tree, members=members), since=WEEK[0]).digest


def acts(tree: object) -> set[str]:
    return {line.act.id.removeprefix("cn/mofcom/2025/") for line in wanted(tree).announced}


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        ({"all": []}, {"70", "72"}),
        ({"element": "Dy"}, {"70"}),
        ({"element": "dysprosium"}, {"70"}),
        ({"element": "镓"}, {"72"}),
        ({"issuer": "mofcom"}, {"70", "72"}),
        ({"issuer": "海关总署"}, {"70"}),
        ({"jurisdiction": "CN"}, {"70", "72"}),
        ({"jurisdiction": "JP"}, set()),
        ({"instrument": "cn/mofcom/2025/61"}, {"70"}),
        ({"instrument": "cn/mofcom/2025/61#i-1"}, {"70"}),
        ({"instrument": "cn/mofcom/2024/*"}, {"72"}),
        ({"kind": "suspend"}, {"70", "72"}),
        ({"kind": "repeal"}, set()),
        ({"certainty": "confirmed"}, {"70", "72"}),
        ({"certainty": "reported"}, set()),
        ({"text": "october notices"}, {"70"}),
        ({"text": "whole silent"}, {"70"}),
        ({"not": {"element": "Dy"}}, {"72"}),
        ({"any": [{"element": "Dy"}, {"element": "Ga"}]}, {"70", "72"}),
        ({"all": [{"element": "Dy"}, {"element": "Ga"}]}, set()),
        ({"any": []}, set()),
    ],
)
def test_a_filter_wants_what_it_says(tree: object, told: set[str]) -> None:
    assert acts(tree) == told


def test_codes_also_want_what_stands_below_them() -> None:
    from tracker.digests.filters import Concern

    concern = Concern({"code": frozenset(["2b005.b"]), "hs": frozenset(["2846.90.1940"])})
    for tree in ({"code": "2B005"}, {"code": "2b005.b"}, {"hs": "2846"}, {"hs": "284690"}):
        assert read_filter(tree).wants(concern)
    for tree in ({"code": "2B00"}, {"code": "2b005.c"}, {"hs": "8504"}):
        assert not read_filter(tree).wants(concern)


def _nested(depth: int) -> object:
    return {"not": _nested(depth - 1)} if depth else {"text": "x"}


@pytest.mark.parametrize(
    "tree",
    [
        None, [], {}, {"a": 1, "b": 2}, {"colour": "red"}, {"element": ""}, {"element": 1},
        {"kind": "forbid"}, {"certainty": "sure"}, {"all": "x"}, {"text": "x" * 201},
        _nested(9),
    ],
)  # fmt: skip
def test_a_filter_that_makes_no_sense_is_refused(tree: object) -> None:
    with pytest.raises(UsageError):
        read_filter(tree)


def test_a_filter_is_written_as_it_was_read() -> None:
    tree = combined({"element": ["Dy", "Tb"], "issuer": ["MOFCOM"]}, excluded=["kind=amend"])
    again = tree_of(read_filter(tree))
    assert again == {
        "all": [
            {"any": [{"element": "dy"}, {"element": "tb"}]},
            {"issuer": "mofcom"},
            {"not": {"kind": "amend"}},
        ]
    }
    told = filter_words(read_filter(tree))
    assert told == "(element dy or element tb) and issuer mofcom and not (kind amend)"
    assert filter_words(read_filter(tree), language="en") == (
        "(element Dy or element Tb) and issuer MOFCOM and not (kind amend)"
    )
    assert filter_words(read_filter(tree), language="zh") == (
        "（元素 Dy或元素 Tb），且发布机关 MOFCOM，且不含（类型 amend）"
    )


def test_a_picture_and_the_tasks_follow_the_filter() -> None:
    made = wanted({"element": "Ga"})
    assert made.picture is not None
    shown = {one.id for bar in made.picture.bars for sub in bar.subjects for one in sub.measures}
    assert shown == {"cn/mofcom/2024/46#2a", "cn/mofcom/2024/46#2b"}
    assert all(line.act.id == "cn/mofcom/2025/72" for line in made.coming_up)


def reader(cadence: Cadence, *, hour: int, zone: str, reached: datetime) -> Subscription:
    return Subscription(
        id="s", channel="folder", target="x", state=State.ACTIVE, token="t", cadence=cadence,
        hour=hour, zone=zone, language="en", created_at=reached,
        started=Place(position=0, instant=reached), reached=Place(position=0, instant=reached),
    )  # fmt: skip


def test_a_weekly_digest_falls_due_on_mondays_and_a_monthly_one_on_firsts() -> None:
    since = datetime(2026, 10, 1, 12, tzinfo=UTC)
    weekly = reader("weekly", hour=7, zone="UTC", reached=since)
    monthly = reader("monthly", hour=7, zone="UTC", reached=since)
    assert next_due(weekly, now=since) == datetime(2026, 10, 5, 7, tzinfo=UTC)
    assert next_due(monthly, now=since) == datetime(2026, 11, 1, 7, tzinfo=UTC)
    found = due(weekly, now=datetime(2026, 10, 20, 7, tzinfo=UTC))
    assert found is not None
    assert found.days == (date(2026, 10, 5), date(2026, 10, 12), date(2026, 10, 19))
    assert found.missed == 2


@pytest.mark.parametrize(
    ("zone", "day", "hour", "at"),
    [
        ("America/New_York", date(2027, 3, 14), 2, "2027-03-14T07:00:00+00:00"),
        ("America/New_York", date(2026, 11, 1), 1, "2026-11-01T05:00:00+00:00"),
        ("Europe/Berlin", date(2027, 3, 28), 2, "2027-03-28T01:00:00+00:00"),
        ("Asia/Shanghai", date(2026, 11, 11), 0, "2026-11-10T16:00:00+00:00"),
    ],
)
def test_an_hour_that_a_day_has_twice_or_not_at_all_falls_due_once(
    zone: str, day: date, hour: int, at: str
) -> None:
    assert due_at(day, hour=hour, zone_name=zone) == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a@b@c",
        "a b@c.org",
        "a@c..org",
        "a@",
        "@b.org",
        "a@b.org\nBcc: x@y.org",
        "<a@b>",
        "=?utf-8?q?x?=@b.org",
        f"a@{'b' * 70}.org",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        mail_address(text)


def test_a_domain_is_kept_as_mail_servers_write_it() -> None:
    assert mail_address("a@BÜCHER.example") == "a@xn--bcher-kva.example"


def test_a_target_tells_its_channel() -> None:
    assert channel_of("A.b@EXAMPLE.org") == ("mail", "A.b@example.org")
    assert channel_of("https://h.example/x") == ("webhook", "https://h.example/x")
    assert channel_of("folder:/tmp/x") == ("folder", "/tmp/x")
    assert channel_of("chat:slack://a/b/c") == ("chat", "slack://a/b/c")


def test_of_a_thousand_random_arrivals_each_is_told_in_one_window() -> None:
    """Announced and recorded at random; windows of random length, by position and instant."""
    import random

    from tracker.projection.register import Register

    draw = random.Random(11)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    arrivals = []
    for number in range(1_000):
        announced = start + timedelta(seconds=draw.randrange(28 * 86_400))
        recorded = announced + timedelta(seconds=draw.choice([0, 60, draw.randrange(10 * 86_400)]))
        arrivals.append((recorded, announced, number))
    arrivals.sort()
    filed, told = Register(), list[str]()
    since, at = Place(position=0, instant=start), start
    waiting = list(arrivals)
    while waiting or at < start + timedelta(days=40):
        at += timedelta(hours=draw.randrange(20, 100))
        while waiting and waiting[0][0] <= at:
            recorded, announced, number = waiting.pop(0)
            text = recorded.isoformat(timespec="microseconds").replace("+00:00", "Z")
            for record in _rule(number, announced):
                filed.record(record, recorded_at=text)
        made = build_edition(
            filed,
            window=Window(since=since.instant, until=at),
            clocks_now=at,
            field=field(),
            positions=(since.position, filed.position),
            head=HEAD,
        )
        part = Parting(made).part(read_filter({"all": []}), since=start)
        told += [effect for line in part.digest.announced for effect in line.effects]
        since = Place(position=filed.position, instant=at)
    assert sorted(told) == sorted(f"e{number}" for number in range(1_000))


def _rule(number: int, announced: datetime) -> list[dict[str, object]]:
    act = f"cn/x/{number // 20}"
    return [
        *([{
            "type": "instrument", "id": act, "jurisdiction": "CN", "timezone": "Asia/Shanghai",
            "announced_at": announced.isoformat(),
        }] if number % 20 == 0 else []),
        {"type": "measure", "id": f"{act}#{number}", "terms": {}},
        {
            "type": "effect", "id": f"e{number}", "kind": "impose", "affecting": act,
            "affected": [f"{act}#{number}"], "announced_at": announced.isoformat(),
            "from": "2027-01-01",
        },
    ]  # fmt: skip
