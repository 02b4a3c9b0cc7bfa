"""What do the pages of digests show: the archive, the preview, who gets what?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.digests.filters import FIELDS, filter_words, tree_of
from tracker.digests.subscription import CADENCES, State, Subscription
from tracker.domain.days import parse_day
from tracker.errors import UsageError
from tracker.rendering.neutral import laid, neutral, short
from tracker.rendering.page import Chip
from tracker.rendering.words import Words

PERIODS = ("daily", "weekly", "monthly")
ARCHIVE_SHOWN = 60
_TONES = {State.PENDING: "wait", State.ACTIVE: "good", State.ENDED: "plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRow:
    """A digest that was written: its kind, its last day, where it is read."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderRow:
    """A subscription in a line."""

    href: str
    target: str
    state: Chip
    what: str
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice of words, the chosen one by its key."""

    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WishForm:
    """When, in which language and about what: the fields of a subscription, as typed so far."""

    cadence: Choice
    language: Choice
    hour: str
    zone: str
    filters: tuple[tuple[str, str, str], ...]
    excluded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestsView:
    """What ``web/digests.html.j2`` prints."""

    heading: str
    lead: str
    told: str | None
    fault: str | None
    archive: tuple[ArchiveRow, ...]
    archive_more: str | None
    periods: Choice
    ending: str
    readers: tuple[ReaderRow, ...]
    readers_heading: str | None
    signed_in: bool
    admin: bool
    sends_mail: bool
    target: str
    consent: str
    wish: WishForm
    labels: Mapping[str, str]


LABELS = (
    "archive", "archive_none", "preview", "preview_lead", "period", "ending", "show", "feeds",
    "feeds_lead", "subscribe", "subscribe_lead", "address", "address_hint", "any_target",
    "consent", "consent_hint", "cadence", "language", "hour", "zone", "filters", "filters_lead",
    "excluded", "excluded_hint", "send", "no_mail", "no_readers", "comma",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who looks at the page: nobody known, a person, an admin; and what is theirs."""

    signed_in: bool = False
    admin: bool = False
    readers: Sequence[tuple[Subscription, datetime | None]] = ()


def digests_view(
    words: Words,
    written: Sequence[str],
    asker: Asker,
    *,
    today: date,
    sends_mail: bool,
    typed: Mapping[str, str] | None = None,
    told: str | None = None,
    fault: str | None = None,
) -> DigestsView:
    """Return the page of digests, its form filled with what was typed."""
    typed = typed or {}
    more = len(written) - ARCHIVE_SHOWN
    heading = None
    if asker.signed_in:
        heading = words("subscriptions.all" if asker.admin else "subscriptions.yours")
    return DigestsView(
        heading=words("subscriptions.heading"),
        lead=words("subscriptions.lead"),
        told=told,
        fault=fault,
        archive=tuple(_archived(words, name) for name in written[:ARCHIVE_SHOWN]),
        archive_more=words("count.more", n=more) if more > 0 else None,
        periods=_choice(words, "period", PERIODS, "weekly"),
        ending=today.isoformat(),
        readers=tuple(_reader(words, one, due) for one, due in asker.readers),
        readers_heading=heading,
        signed_in=asker.signed_in,
        admin=asker.admin,
        sends_mail=sends_mail,
        target=typed.get("target", ""),
        consent=typed.get("consent", ""),
        wish=wish_form(words, typed),
        labels={key: words(f"subscriptions.{key}") for key in LABELS},
    )


def _archived(words: Words, name: str) -> ArchiveRow:
    kind, day = name[:-16], name[-15:-5]
    try:
        text = words(
            "subscriptions.ending_on", kind=_period(words, kind), day=words.day(parse_day(day))
        )
    except UsageError:
        text = neutral(name)
    return ArchiveRow(text=text, href=f"/digests/{name}")


def _period(words: Words, kind: str) -> str:
    return words.known("period", kind) or neutral(kind)


def _choice(words: Words, section: str, keys: Iterable[str], chosen: str) -> Choice:
    options = tuple((key, words.known(section, key) or key) for key in keys)
    return Choice(options=options, chosen=chosen)


def wish_form(words: Words, typed: Mapping[str, str]) -> WishForm:
    """Return the fields of a subscription with what was typed, or what holds unsaid."""
    return WishForm(
        cadence=_choice(words, "cadence", CADENCES, typed.get("cadence", "weekly")),
        language=Choice(
            options=(("en", words("frame.language_en")), ("zh", words("frame.language_zh"))),
            chosen=typed.get("language", words.language),
        ),
        hour=typed.get("hour", "7"),
        zone=typed.get("zone", "UTC"),
        filters=tuple(
            (key, words(f"subscriptions.by_{key}"), typed.get(key, "")) for key in FIELDS
        ),
        excluded=typed.get("excluded", ""),
    )


def fields_of(one: Subscription) -> dict[str, str] | None:
    """Return the fields that a subscription's filter was made from, ``None`` for another tree."""
    tree = tree_of(one.wanted)
    found: dict[str, list[str]] = {}
    for part in tree.get("all", (tree,)):
        for key, value in _conditions(part):
            found.setdefault(key, []).append(value)
            if key is None:
                return None
    fields = {key: ", ".join(values) for key, values in found.items()}
    return {**fields, "cadence": one.cadence, "hour": str(one.hour), "zone": one.zone,
            "language": one.language}  # fmt: skip


def _conditions(part: Mapping[str, Any]) -> Iterable[tuple[Any, str]]:
    """Yield field and value of what one field of the form stands for."""
    ((key, value),) = part.items()
    if key == "not" and isinstance(value, Mapping):
        ((inner, wanted),) = value.items()
        yield ("excluded", f"{inner}={wanted}") if isinstance(wanted, str) else (None, "")
    elif key == "any":
        for option in value:
            ((inner, wanted),) = option.items()
            yield (inner, wanted) if isinstance(wanted, str) else (None, "")
    elif isinstance(value, str):
        yield key, value
    else:
        yield None, ""


def _reader(words: Words, one: Subscription, due: datetime | None) -> ReaderRow:
    about = filter_words(one.wanted, language=words.language)
    what = words("subscriptions.what", cadence=words(f"cadence.{one.cadence}"), about=short(about))
    return ReaderRow(
        href=f"/digests/subscriptions/{one.id}",
        target=neutral(one.target),
        state=state_chip(words, one),
        what=what,
        next=words.local(due, one.zone) if due else "",
    )


def state_chip(words: Words, one: Subscription) -> Chip:
    """Return whether a subscription is served."""
    if one.state is State.ACTIVE and one.paused_until:
        until = words("subscriptions.rests", day=words.day(one.paused_until))
        return Chip(tone="wait", text=until)
    return Chip(tone=_TONES[one.state], text=words(f"subscriptions.state_{one.state}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionView:
    """What ``web/subscription.html.j2`` prints: one subscription and what can be done with it.

    ``names_parts`` tells whether its mails name the reader's own parts, ``None`` where that is not
    the looker's to say. ``tree`` is its filter as JSON where it is none that the fields can hold.
    """

    heading: str
    href: str
    state: Chip
    what: str
    next: str | None
    told: str | None
    fault: str | None
    ended: bool
    pending: bool
    paused: bool
    until: str
    note: str
    wish: WishForm
    tree: str | None
    names_parts: bool | None
    labels: Mapping[str, str]


_ONE_LABELS = (
    "cadence", "language", "hour", "zone", "filters", "excluded", "excluded_hint", "change",
    "change_it", "pause", "pause_lead", "pause_until", "resume", "end", "end_lead", "erase",
    "erase_lead", "names_parts", "note", "ask_again", "preview_next", "back", "comma", "tree",
)  # fmt: skip


def subscription_view(
    words: Words,
    one: Subscription,
    due: datetime | None,
    *,
    tree: str,
    names_parts: bool | None = None,
    told: str | None = None,
    fault: str | None = None,
    typed: Mapping[str, str] | None = None,
) -> SubscriptionView:
    """Return the page of one subscription; ``tree`` is its filter as JSON."""
    fields = fields_of(one)
    row = _reader(words, one, due)
    return SubscriptionView(
        heading=row.target,
        href=row.href,
        state=row.state,
        what=row.what,
        next=words("subscriptions.next", when=row.next) if due else None,
        told=told,
        fault=fault,
        ended=one.state is State.ENDED,
        pending=one.state is State.PENDING,
        paused=one.paused_until is not None,
        until=one.paused_until.isoformat() if one.paused_until else "",
        note=laid(one.note or ""),
        wish=wish_form(
            words,
            typed
            if typed is not None
            else fields
            or {
                "cadence": one.cadence,
                "hour": str(one.hour),
                "zone": one.zone,
                "language": one.language,
            },
        ),
        tree=laid(tree) if fields is None else None,
        names_parts=names_parts,
        labels={key: words(f"subscriptions.{key}") for key in _ONE_LABELS},
    )
