"""How does somebody come to get digests, change their mind, and leave?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal, TypeVar

from tracker.application.subscriptions.readership import (
    CONFIRMATION,
    Parcel,
    ParcelState,
    Readership,
)
from tracker.digests.filters import Filter, Members, read_filter
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

_T = TypeVar("_T")
_UNDER_WAY = (ParcelState.QUEUED, ParcelState.SENDING)

ADDRESS_MOST = 254
HOURS = range(24)
QUESTIONS_MOST = 3
"""How often an address is asked for one subscription: nobody is pestered."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What a reader wants otherwise; ``None`` leaves a thing as it is.

    ``wanted`` is the tree of a whole new filter (``{"all": []}`` wants everything); an empty
    ``note`` drops the note. The address stays: another one is another subscription.
    """

    cadence: Cadence | None = None
    hour: int | None = None
    zone: str | None = None
    language: str | None = None
    wanted: Any = None
    note: str | None = None
    paused_until: date | None = None


@dataclass(slots=True)
class Subscribing:
    """Takes readers in and lets them go.

    ``draw`` gives a new random word for URLs, ``position`` where the log stands; ``domains`` are
    the house's own, whose addresses an operator may subscribe with a recorded consent. An address
    that has not answered ``confirm_within`` so long after it was asked is forgotten.
    """

    readership: Readership
    clock: Clock
    draw: Callable[[int], str]
    position: Callable[[], int]
    domains: tuple[str, ...] = ()
    members: Callable[[], Members] = dict
    confirm_within: timedelta = timedelta(days=14)

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
            language=_language(wish.language),
            wanted=self._filter(wish.wanted or {"all": []}),
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
            if self.expires_at(found) <= now:
                raise SubscriptionError(
                    "this confirmation came too late and counts no more; subscribe again",
                    subscription=found.id,
                )
            place = Place(position=self.position(), instant=now)
            consent = f"confirmed by its holder at {now.isoformat()}"
            found = replace(
                found, state=State.ACTIVE, consent=consent, started=place, reached=place
            )
            self.readership.change(found)
        return found

    def expires_at(self, pending: Subscription) -> datetime:
        """Return when a subscription that nobody confirms is forgotten (UTC)."""
        asked = (parcel.made_at for parcel in self.readership.questions(pending.id))
        return max([pending.created_at, *asked]) + self.confirm_within

    def ask_again(self, id: str) -> None:
        """Ask an address once more whether it wants a subscription that waits for it.

        Raises `SubscriptionError` for one that does not wait, and where it was asked too often.
        """
        found = self.get(id)
        asked = self.readership.questions(id)
        if found.state is not State.PENDING:
            raise SubscriptionError(
                f"subscription {id} is {found.state} and waits for no answer", subscription=id
            )
        if any(parcel.state in _UNDER_WAY for parcel in asked):
            raise SubscriptionError(
                "the last question is still on its way; see tracker subscribe outbox",
                subscription=id,
            )
        if len(asked) >= QUESTIONS_MOST:
            raise SubscriptionError(
                f"this address was asked {len(asked)} times; leave it in peace", subscription=id
            )
        self._check_address(found.target, None)
        self.readership.ask(self._question(found, self.clock(), count=len(asked)))

    def forget_unconfirmed(self) -> int:
        """Erase the subscriptions that nobody confirmed in time; return how many."""
        return self.readership.forget(asked_before=self.clock() - self.confirm_within)

    def change(self, id: str, amendment: Amendment) -> Subscription:
        """Change what a reader wants, when and how, from the next digest on.

        Where the reader has got to stays, so that nothing is told twice or lost. Raises
        `UsageError` for a wish that makes no sense, `SubscriptionError` for one that has ended.
        """
        found = self.get(id)
        if found.state is State.ENDED:
            raise SubscriptionError(f"subscription {id} has ended", subscription=id)
        tree = amendment.wanted
        changed = replace(
            found,
            cadence=_or(amendment.cadence, found.cadence),
            hour=_or(amendment.hour, found.hour),
            zone=_or(amendment.zone, found.zone),
            language=_language(_or(amendment.language, found.language)),
            wanted=found.wanted if tree is None else self._filter(tree),
            note=_or(amendment.note, found.note) or None,
            paused_until=_or(amendment.paused_until, found.paused_until),
        )
        _check(changed)
        self.readership.change(changed)
        return changed

    def _filter(self, tree: Any) -> Filter:
        return read_filter(tree, members=self.members())

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
        """Never write to an address again and end what it has; only its digest is kept."""
        target = mail_address(address.strip())
        self.readership.suppress(digest_of(target), reason=reason, at=self.clock())
        for one in self.readership.subscriptions():
            if digest_of(one.target) == digest_of(target) and one.state is not State.ENDED:
                self.readership.remove(one.id, erase=False)

    def lift(self, address: str) -> None:
        """Let an address be written to again; raise `SubscriptionError` if nothing kept it from.

        Its subscriptions have ended and stay so: it may subscribe again.
        """
        if not self.readership.lift(digest_of(mail_address(address.strip()))):
            raise SubscriptionError("this address is not suppressed", subscription=None)

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

    def _question(self, made: Subscription, now: datetime, *, count: int = 0) -> Parcel:
        name = f"{CONFIRMATION}-{count}" if count else CONFIRMATION
        return Parcel(
            id=parcel_name(made.id, name),
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
_ENCODED_WORD = "=?"  # would be decoded on its way and name somebody else
_FORBIDDEN = frozenset(' \t\r\n"(),:;<>[\\]')


def mail_address(text: str) -> str:
    """Return an address with its domain as mail servers write it, in lower case and ASCII.

    Raises `UsageError` for anything else.
    """
    name, mark, domain = text.rpartition("@")
    plain = not _FORBIDDEN & set(text) and text.isprintable() and "@" not in name
    plain = plain and _ENCODED_WORD not in text
    dotted = all(domain.split(".")) and len(text) <= ADDRESS_MOST
    ascii_domain = _ascii(domain) if name and mark and domain and plain and dotted else None
    if ascii_domain is None:
        raise UsageError(f"{text[:80]!r} is no mail address; write one like name@example.org")
    return f"{name}@{ascii_domain}"


def _ascii(domain: str) -> str | None:
    try:
        return domain.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return None


def members_of(elements: Mapping[str, Any], members: Callable[[str], Iterable[str]]) -> Members:
    """Return what the symbols, names and groups of a field stand for, in lower case."""
    known: dict[str, tuple[str, ...]] = {}
    for symbol, element in elements.items():
        meant = tuple(one.casefold() for one in members(symbol))
        for name in (symbol, *element.names.values()):
            known[name.casefold()] = meant
    return known


def _check(wish: Wish | Subscription) -> None:
    if wish.cadence not in CADENCES:
        raise UsageError(f"{wish.cadence!r} is no cadence; choose one of {', '.join(CADENCES)}")
    if wish.hour not in HOURS:
        raise UsageError(f"{wish.hour} is no hour; write one from 0 to 23")
    _language(wish.language)
    zone(wish.zone)


def _language(word: str) -> Literal["en", "zh"]:
    if word in ("en", "zh"):
        return "zh" if word == "zh" else "en"
    raise UsageError(f"{word!r} is no language here; choose one of en, zh")


def _or(new: _T | None, old: _T) -> _T:
    return old if new is None else new
