"""For which days and for which wish is a subscription's digest, in words?"""

from collections.abc import Iterator
from datetime import date, datetime

from tracker.digests.digest import Digest
from tracker.digests.personal import Occasion
from tracker.rendering.neutral import short
from tracker.rendering.words import Words


def occasion_heading(words: Words, digest: Digest, occasion: Occasion) -> str:
    """Return the heading: an alert's moment, a digest's day, or the days that it makes up for."""
    since, until = _ends(digest)
    first = occasion.days[0] if occasion.days else since.date()
    last = occasion.days[-1] if occasion.days else until.date()
    if occasion.watching:
        return words("occasion.watching", day=words.day(last))
    if occasion.cadence == "immediate":
        return words("occasion.alert", when=words.local(until, occasion.zone))
    if occasion.missed:
        return words("occasion.catch_up", days=words.days(first, last))
    return words(f"occasion.{occasion.cadence}", day=words.day(last))


def occasion_lines(words: Words, digest: Digest, occasion: Occasion) -> Iterator[str]:
    """Yield what the digest covers, which missed ones it stands for, and the filter."""
    since, until = _ends(digest)
    yield words(
        "occasion.covers",
        first=words.local(since, occasion.zone),
        last=words.local(until, occasion.zone),
        zone=occasion.zone,
    )
    if occasion.missed:
        days = words.listed(words.day(day) for day in occasion.days[:_DAYS_NAMED])
        left = len(occasion.days) - _DAYS_NAMED
        more = f" {words('count.more', n=left)}" if left > 0 else ""
        yield words.count("occasion.missed", len(occasion.days), days=days + more)
    if occasion.watching:
        yield words("occasion.watched")
    if occasion.wanted:
        yield words("occasion.filter", wanted=short(occasion.wanted))


_DAYS_NAMED = 10


def _ends(digest: Digest) -> tuple[datetime, datetime]:
    since, until = digest.window.since, digest.window.until
    return _instant(since), _instant(until)


def _instant(when: date | datetime) -> datetime:
    if not isinstance(when, datetime):
        raise TypeError("the windows of subscriptions lie between instants")
    return when
