"""How does somebody come to get digests, change their mind, and leave?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from tracker.application.readership import CONFIRMATION, Parcel, ParcelState, Readership
from tracker.digests.filters import Members, read_filter
from tracker.digests.subscription import (
    CADENCES,
    Cadence,
    Channel,
    Place,
    State,
    Subscription,
)
from tracker.domain.days import zone
from tracker.errors import SubscriptionError, UsageError
from tracker.ports import Clock

ADDRESS_MOST = 254
HOURS = range(24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a new reader asks for; ``wanted`` is the tree of a filter."""

    target: str
    cadence: Cadence = "weekly"
    hour: int = 7
    zone: str = "UTC"
    language: str = "en"
    wanted: Any = None
    note: str | None = None
    consent: str | None = None
    paused_until: date | None = None


@dataclass(slots=True)
class Subscribing:
    """Takes readers in and lets them go.

    ``draw`` gives a new random word for URLs, ``position`` where the log stands; ``domains`` are
    the house's own, whose addresses an operator may subscribe with a recorded consent.
    """

    readership: Readership
    clock: Clock
    draw: Callable[[int], str]
    position: Callable[[], int]
    domains: tuple[str, ...] = ()
    members: Callable[[], Members] = dict

    def subscribe(self, wish: Wish) -> Subscription:
        """Take a reader in.

        A mail address waits for its own confirmation unless an operator records a consent for an
        address of the house. What is no mail address belongs to the operator and starts at once.
        Raises `UsageError` for a wish that makes no sense, `SubscriptionError` for a suppressed
        address and for a consent that is not the operator's to give.
        """
        channel, target = self._checked(wish)
        now = self.clock()
        waits = channel == "mail" and not wish.consent
        place = None if waits else Place(position=self.position(), instant=now)
        made = Subscription(
            id=self.draw(6),
            channel=channel,
            target=target,
            state=State.PENDING if waits else State.ACTIVE,
            token=self.draw(24),
            cadence=wish.cadence,
            hour=wish.hour,
            zone=wish.zone,
            language="zh" if wish.language == "zh" else "en",
            wanted=read_filter(wish.wanted or {"all": []}, members=self.members()),
            note=wish.note,
            paused_until=wish.paused_until,
            consent=None if waits else wish.consent or f"{channel}: the operator's own",
            secret=self.draw(32) if channel == "webhook" else None,
            created_at=now,
            started=place,
            reached=place,
        )
        self.readership.add(made, self._question(made, now) if waits else None)
        return made

    def subscribe_all(self, wishes: Iterable[Wish]) -> tuple[Subscription, ...]:
        """Take several readers in, none of them unless all may be."""
        wishes = tuple(wishes)
        for wish in wishes:
            self._checked(wish)
        return tuple(self.subscribe(wish) for wish in wishes)

    def _checked(self, wish: Wish) -> tuple[Channel, str]:
        channel, target = channel_of(wish.target)
        _check(wish)
        if channel == "mail":
            self._check_address(target, wish.consent)
        return channel, target

    def confirm(self, token: str) -> Subscription:
        """Start the subscription whose holder shows its token; once is enough."""
        found = self.by_token(token)
        if found is None:
            raise SubscriptionError("this confirmation is unknown or was erased", subscription=None)
        if found.state is State.ENDED:
            raise SubscriptionError("this subscription has ended", subscription=found.id)
        if found.state is State.PENDING:
            now = self.clock()
            place = Place(position=self.position(), instant=now)
            consent = f"confirmed by its holder at {now.isoformat()}"
            found = replace(
                found, state=State.ACTIVE, consent=consent, started=place, reached=place
            )
            self.readership.change(found)
        return found

    def end(self, token: str) -> Subscription | None:
        """End the one subscription that a token belongs to; ``None`` for an unknown token."""
        found = self.by_token(token)
        if found is not None and found.state is not State.ENDED:
            self.readership.remove(found.id, erase=False)
        return found

    def remove(self, id: str, *, erase: bool) -> None:
        """End a subscription; with ``erase`` leave no trace of its address."""
        if not erase:
            self.get(id)
        self.readership.remove(id, erase=erase)

    def pause(self, id: str, *, until: date | None) -> Subscription:
        """Let a subscription rest until a day in its zone (``None``: go on now)."""
        found = replace(self.get(id), paused_until=until)
        self.readership.change(found)
        return found

    def note(self, id: str, text: str | None) -> Subscription:
        """Keep a reader's note to self."""
        found = replace(self.get(id), note=text)
        self.readership.change(found)
        return found

    def suppress(self, address: str, *, reason: str) -> None:
        """Never write to an address again; only its digest is kept."""
        self.readership.suppress(digest_of(address), reason=reason, at=self.clock())

    def get(self, id: str) -> Subscription:
        """Return a subscription; raise `SubscriptionError` for an unknown id."""
        found = next((one for one in self.readership.subscriptions() if one.id == id), None)
        if found is None:
            raise SubscriptionError(
                f"there is no subscription {id}; see tracker subscribe list", subscription=id
            )
        return found

    def by_token(self, token: str) -> Subscription | None:
        """Return the subscription that a token belongs to."""
        known = self.readership.subscriptions()
        return next((one for one in known if same(one.token, token)), None)

    def _check_address(self, address: str, consent: str | None) -> None:
        if digest_of(address) in self.readership.suppressed():
            raise SubscriptionError(
                "this address is suppressed: it bounced or asked to be left alone",
                subscription=None,
            )
        domain = address.rpartition("@")[2]
        if consent and domain not in self.domains:
            raise SubscriptionError(
                f"{domain} is not among mail.domains; without --consent the address is asked "
                "itself (double opt-in)",
                subscription=None,
            )

    def _question(self, made: Subscription, now: datetime) -> Parcel:
        return Parcel(
            id=parcel_name(made.id, CONFIRMATION),
            subscription=made.id,
            kind=CONFIRMATION,
            letter=None,
            state=ParcelState.QUEUED,
            attempts=0,
            due_at=now,
            error=None,
            made_at=now,
        )


def parcel_name(subscription: str, period: str) -> str:
    """Name the parcel of a period: the same each time, and telling nothing."""
    return sha256(f"{subscription}/{period}".encode()).hexdigest()[:32]


def digest_of(address: str) -> str:
    """Return what the suppression list keeps of an address."""
    return sha256(address.strip().casefold().encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare two tokens without telling by the time it takes where they differ."""
    return sha256(one.encode()).digest() == sha256(other.encode()).digest()


def channel_of(target: str) -> tuple[Channel, str]:
    """Tell how a target is reached: a web address, ``folder:``, ``chat:`` or a mail address."""
    target = target.strip()
    if target.startswith(("https://", "http://")):
        return "webhook", target
    for channel in _PREFIXED:
        if target.startswith(f"{channel}:"):
            rest = target.removeprefix(f"{channel}:")
            if rest:
                return channel, rest
    return "mail", mail_address(target)


_PREFIXED: tuple[Channel, ...] = ("folder", "chat")
_FORBIDDEN = frozenset(' \t\r\n"(),:;<>[\\]')


def mail_address(text: str) -> str:
    """Return an address with its domain in lower case; raise `UsageError` for anything else."""
    name, mark, domain = text.rpartition("@")
    plain = not _FORBIDDEN & set(text) and text.isprintable() and "@" not in name
    dotted = all(domain.split(".")) and len(text) <= ADDRESS_MOST
    if not (name and mark and domain and plain and dotted):
        raise UsageError(f"{text[:80]!r} is no mail address; write one like name@example.org")
    return f"{name}@{domain.lower()}"


def members_of(elements: Mapping[str, Any], members: Callable[[str], Iterable[str]]) -> Members:
    """Return what the symbols, names and groups of a field stand for, in lower case."""
    known: dict[str, tuple[str, ...]] = {}
    for symbol, element in elements.items():
        meant = tuple(one.casefold() for one in members(symbol))
        for name in (symbol, *element.names.values()):
            known[name.casefold()] = meant
    return known


def _check(wish: Wish) -> None:
    if wish.cadence not in CADENCES:
        raise UsageError(f"{wish.cadence!r} is no cadence; choose one of {', '.join(CADENCES)}")
    if wish.hour not in HOURS:
        raise UsageError(f"{wish.hour} is no hour; write one from 0 to 23")
    if wish.language not in ("en", "zh"):
        raise UsageError(f"{wish.language!r} is no language here; choose one of en, zh")
    zone(wish.zone)
