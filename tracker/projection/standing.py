"""What does one more poll change in what the polls of a source add up to?

A `Standing` is a value: each function returns another one. Instants are microseconds since 1970.
"""

import msgspec

from tracker.domain.days import begins_at, instant_of, legal_day, parse_when
from tracker.domain.facts import SourceAdded, SourcePolled
from tracker.domain.intake_facts import Flip, GapClosed, Reach, SourceBackfilled, Standing
from tracker.domain.visits import Validators, Visit

FOLD = 1
"""The version of this fold; a sum that another version made is not read."""

SETTLED_POLLS = 3
"""An unstable page that shows one text in so many polls in a row has settled."""

HELD_ADDRESSES = 50
"""So many addresses of one source are remembered with what is held of them."""

_SECOND = 1_000_000
_replace = msgspec.structs.replace


def after_poll(standing: Standing, fact: SourcePolled, at: int, *, source: SourceAdded) -> Standing:
    """Return what stands after a poll that was recorded at ``at``."""
    counted = _replace(
        standing,
        polls=standing.polls + 1,
        last_checked=at,
        last_status=fact.status,
        retry_after_seconds=fact.retry_after_seconds,
        skew_seconds=fact.skew_seconds,
    )
    if fact.outcome == "failed":
        return _failed(counted, fact, at)
    good = _good(counted, fact, at)
    if fact.outcome == "read":
        return _read(good, standing, fact, at, source=source)
    return _replace(good, unstable=_shown(standing.unstable, fact.showing))


def _failed(standing: Standing, fact: SourcePolled, at: int) -> Standing:
    return _replace(
        standing,
        failed=standing.failed + 1,
        failures=standing.failures + 1,
        failing_since=standing.failing_since or at,
        last_error=fact.error,
        last_fault=fact.fault,
    )


def _good(standing: Standing, fact: SourcePolled, at: int) -> Standing:
    changed = bool(fact.new or fact.revised)
    missed = fact.missed_pages
    return _replace(
        standing,
        last_good=at,
        last_complete=at if fact.complete else standing.last_complete,
        first_changed=standing.first_changed or (at if changed else None),
        last_changed=at if changed else standing.last_changed,
        changes=standing.changes + changed,
        failures=0,
        failing_since=None,
        last_error=None,
        last_fault=None,
        pages_failed=len(missed),
        page_error=f"{missed[0].url}: {missed[0].words}" if missed else None,
        new=standing.new + fact.new,
        revised=standing.revised + fact.revised,
    )


def _read(
    good: Standing, before: Standing, fact: SourcePolled, at: int, *, source: SourceAdded
) -> Standing:
    reaches = _reaches(before, fact, at, source=source)
    return _replace(
        good,
        items_seen=fact.items,
        last_read=at,
        doubt=fact.doubt,
        held=_held(before.held, fact, source),
        reaches=reaches,
        unstable=_shown(before.unstable, fact.showing),
    )


def _reaches(
    before: Standing, fact: SourcePolled, at: int, *, source: SourceAdded
) -> tuple[Reach, ...]:
    oldest = None if fact.oldest_item_at is None else _instant(fact.oldest_item_at)
    reaches = reached_back(before.reaches, oldest)
    if not _must_reach(before, fact, at, source=source):
        return reaches
    if before.last_good is not None and oldest is not None:
        known = legal_day(instant_of(before.last_good), source.timezone)
        if legal_day(instant_of(oldest), source.timezone) <= known:
            return reaches
    return (*reaches, Reach(known=before.last_good, oldest=oldest, polled=at))


def _must_reach(before: Standing, fact: SourcePolled, at: int, *, source: SourceAdded) -> bool:
    """Tell whether something may have slipped by between this poll and the last good one."""
    if before.last_good is None:
        return True
    budget = source.staleness_budget_seconds * _SECOND
    if at - before.last_good > budget:
        # Where no item tells its date, one that we hold shows that the window overlaps.
        return fact.oldest_item_at is not None or not (fact.unchanged or fact.revised)
    turned_over = bool(fact.new) and not (fact.unchanged or fact.revised)
    return turned_over and bool(before.items_seen)


def reached_back(reaches: tuple[Reach, ...], oldest: int | None) -> tuple[Reach, ...]:
    """Return the reaches after something was seen that was published at ``oldest``."""
    if oldest is None or not reaches:
        return reaches
    return tuple(
        reach
        if reach.oldest is not None and reach.oldest <= oldest
        # A poll without dates reached no day; one later that tells a date has reached that.
        else _replace(reach, oldest=oldest)
        for reach in reaches
    )


def _held(
    before: dict[str, Validators], fact: SourcePolled, source: SourceAdded
) -> dict[str, Validators]:
    main = Validators(etag=fact.etag, last_modified=fact.last_modified, sha256=fact.sha256)
    found = {source.url: main, **{page.url: page.held() for page in fact.pages if _keeps(page)}}
    kept = {**{url: held for url, held in before.items() if url not in found}, **found}
    return dict(list(kept.items())[-HELD_ADDRESSES:])


def _keeps(page: Visit) -> bool:
    held = page.held()
    return page.outcome == "read" and bool(held.etag or held.last_modified or held.sha256)


def _shown(before: dict[str, Flip], showing: dict[str, str]) -> dict[str, Flip]:
    """Return how long each unstable item has shown its text; what is not told is none now."""
    found = {}
    for item, text in showing.items():
        known = before.get(item)
        again = known is not None and known.text == text
        found[item] = Flip(text=text, polls=known.polls + 1 if known and again else 1)
    return found


def after_backfill(standing: Standing, fact: SourceBackfilled) -> Standing:
    """Return what stands after an import that brought older announcements of the source."""
    return _replace(standing, reaches=reached_back(standing.reaches, _instant(fact.oldest_item_at)))


def after_closing(standing: Standing, fact: GapClosed) -> Standing:
    """Return what stands after a person answered for some days."""
    return _replace(standing, closed=(*standing.closed, (fact.first, fact.last)))


def after_moving(standing: Standing) -> Standing:
    """Return what stands after a source got another address: nothing held counts there."""
    return _replace(standing, held={})


def _instant(text: str) -> int:
    return begins_at(parse_when(text), None)
