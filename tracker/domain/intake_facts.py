"""What is known of the items that sources bring, and of the sources themselves, besides the polls?

These facts stand beside the announcements and never change one: which text counts as the same,
which new id is an old item, which copy vanished, which copies of one notice differ.
"""

import msgspec

from tracker.domain.announcements import ItemPage
from tracker.domain.visits import Validators


class _Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every fact of the intake shares."""


class ItemTaken(_Fact, frozen=True, kw_only=True):
    """An announcement was recorded, and this is what a later poll compares with.

    ``comparable`` is the SHA-256 of its text as ``normaliser`` reads it, ``listing`` that of its
    entry in the list, ``held`` what the next request for its page may be conditional on.
    ``notes`` tell what was not believed. With ``touched`` nothing was recorded but a new entry,
    a new normaliser or new headers for the announcement that is there.
    """

    announcement: str
    source: str
    comparable: str
    normaliser: str
    listing: str | None = None
    page: ItemPage = "none"
    held: Validators | None = None
    notes: tuple[str, ...] = ()
    touched: bool = False


class ItemAliased(_Fact, frozen=True, kw_only=True):
    """An item under a new id is one that we hold: ``alias`` is what it would have been called."""

    alias: str
    announcement: str
    source: str


class CopyWithdrawn(_Fact, frozen=True, kw_only=True):
    """A publisher no longer shows a copy, in its own ``words``; nothing about any rule."""

    announcement: str
    source: str
    seen_at: str
    words: str


class CopyReturned(_Fact, frozen=True, kw_only=True):
    """A copy that had vanished is shown again."""

    announcement: str
    source: str
    seen_at: str


class ItemUnstable(_Fact, frozen=True, kw_only=True):
    """A page goes back and forth between texts that we hold; no more of it is recorded.

    ``texts`` are their comparable SHA-256s, the one shown now last.
    """

    announcement: str
    source: str
    texts: tuple[str, ...]


class ItemSettled(_Fact, frozen=True, kw_only=True):
    """An unstable page has kept one text, or brought a new one: it counts again."""

    announcement: str
    source: str


class CopiesGrouped(_Fact, frozen=True, kw_only=True):
    """An announcement is a copy of the notice that bears this number, as are others of ours."""

    number: str
    announcement: str
    others: tuple[str, ...] = ()


class CopyDifference(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that two copies of one notice do not tell alike."""

    here: str
    there: str


class CopiesDiffer(_Fact, frozen=True, kw_only=True):
    """Two copies of one notice contradict each other; a person decides, nothing is averaged."""

    number: str
    announcement: str
    other: str
    differences: tuple[CopyDifference, ...]


class CopiesSettled(_Fact, frozen=True, kw_only=True):
    """A person has looked at the copies of a notice that contradict each other, and says why it
    is settled; the versions compared so far are meant, later ones are compared anew."""

    number: str
    by: str
    reason: str


class GapClosed(_Fact, frozen=True, kw_only=True):
    """A person answers for the days that no poll of a source has reached, bounds included."""

    id: str
    first: str
    last: str
    by: str
    reason: str


class SourceBackfilled(_Fact, frozen=True, kw_only=True):
    """Announcements of a source came by import; the oldest of them was published then (UTC)."""

    id: str
    oldest_item_at: str
    announcements: int


class Reach(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A poll that had to reach back to what was known, and how far it did.

    ``known`` is the microsecond of the last good check before it (none: the first), ``oldest`` that
    of the oldest item then or since (none: no item told its date), ``polled`` its own.
    """

    known: int | None = None
    oldest: int | None = None
    polled: int = 0


class Flip(msgspec.Struct, frozen=True, kw_only=True):
    """Which text an unstable item shows, and in how many polls in a row."""

    text: str
    polls: int


class Standing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the polls of one source add up to; instants are microseconds since 1970.

    ``last_complete`` is the last good check that read all it wanted, ``last_read`` the last that
    was more than "unchanged"; ``doubt`` tells what was odd about it. ``held`` goes from address to
    what is held of it. ``closed`` are the first and last days that persons answered for.
    ``pages_failed`` are the linked pages that the last good check could not read, ``page_error``
    is the address of the first with the reason.
    """

    last_checked: int | None = None
    last_good: int | None = None
    last_complete: int | None = None
    last_read: int | None = None
    first_changed: int | None = None
    last_changed: int | None = None
    changes: int = 0
    failures: int = 0
    failing_since: int | None = None
    last_error: str | None = None
    last_fault: str | None = None
    doubt: str | None = None
    pages_failed: int = 0
    page_error: str | None = None
    last_status: int | None = None
    retry_after_seconds: int | None = None
    items_seen: int | None = None
    skew_seconds: int | None = None
    polls: int = 0
    failed: int = 0
    new: int = 0
    revised: int = 0
    held: dict[str, Validators] = {}
    reaches: tuple[Reach, ...] = ()
    closed: tuple[tuple[str, str], ...] = ()
    unstable: dict[str, Flip] = {}


class SourcesSummed(_Fact, frozen=True, kw_only=True):
    """What all polls before this one add up to, by source, so that no question reads them all.

    It says nothing that the polls do not say; ``fold`` is the version of the fold that made it.
    """

    fold: int
    standings: dict[str, Standing]


class OperatorTold(_Fact, frozen=True, kw_only=True):
    """The operator was told that something turned bad, or well again.

    ``about`` is ``source/ID``, ``disk`` or ``channel/NAME``; ``state`` what it turned to. ``by``
    are the channels that took it, ``failed`` those that did not, each with its reason.
    """

    about: str
    state: str
    words: str
    by: tuple[str, ...]
    failed: dict[str, str] = {}


IntakeFact = (
    ItemTaken
    | ItemAliased
    | CopyWithdrawn
    | CopyReturned
    | ItemUnstable
    | ItemSettled
    | CopiesGrouped
    | CopiesDiffer
    | CopiesSettled
    | GapClosed
    | SourceBackfilled
    | SourcesSummed
    | OperatorTold
)

INTAKE_EVENTS: dict[str, type[IntakeFact]] = {
    "ItemTaken": ItemTaken,
    "ItemAliased": ItemAliased,
    "CopyWithdrawn": CopyWithdrawn,
    "CopyReturned": CopyReturned,
    "ItemUnstable": ItemUnstable,
    "ItemSettled": ItemSettled,
    "CopiesGrouped": CopiesGrouped,
    "CopiesDiffer": CopiesDiffer,
    "CopiesSettled": CopiesSettled,
    "GapClosed": GapClosed,
    "SourceBackfilled": SourceBackfilled,
    "SourcesSummed": SourcesSummed,
    "OperatorTold": OperatorTold,
}
"""The stored name of each fact; never changed."""


def source_stream(source: str) -> str:
    """Return the stream of what is said of one source."""
    return f"source/{source}"


def notice_stream(number: str) -> str:
    """Return the stream of the copies of one notice."""
    return f"notice/{number}"


def stream_of_intake(fact: IntakeFact) -> str:
    """Return the stream that a fact of the intake belongs to."""
    match fact:
        case ItemAliased():
            return f"announcement/{fact.alias}"
        case CopiesGrouped() | CopiesDiffer() | CopiesSettled():
            return notice_stream(fact.number)
        case GapClosed() | SourceBackfilled():
            return source_stream(fact.id)
        case SourcesSummed():
            return "sources"
        case OperatorTold():
            return f"operator/{fact.about}"
        case _:
            return f"announcement/{fact.announcement}"
