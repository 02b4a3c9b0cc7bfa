"""Which concrete parts serve readers: who is kept where, who writes, who carries?"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from tracker.application.library import Library
from tracker.application.products.touched import Touch
from tracker.application.subscriptions.delivering import Carrier, Delivered, Delivery
from tracker.application.subscriptions.readership import DIGEST, Letter, Parcel, ParcelState
from tracker.application.subscriptions.rounds import Rounds, Write
from tracker.application.subscriptions.subscribing import Subscribing, members_of, parcel_name
from tracker.config import Settings
from tracker.digests.digest import Digest
from tracker.digests.filters import EVERYTHING, filter_words, read_filter
from tracker.digests.subscription import Channel, State, Subscription
from tracker.domain.days import legal_day
from tracker.domain.rulebook import Field
from tracker.errors import SubscriptionError, UsageError
from tracker.ports import Clock
from tracker.store.readers import SqlReadership

if TYPE_CHECKING:
    from tracker.application.subscriptions.outlets import Outlets
    from tracker.rendering.mail import Sender
    from tracker.rendering.words import Language, Words

TOUCHES_MOST = 10
"""So many lists of a reader are named in a mail."""


class Mailroom:
    """Everything about readers of one tracker; may be shared between threads."""

    def __init__(
        self,
        engine: Engine,
        library: Library,
        field: Field,
        settings: Settings,
        clock: Clock,
        *,
        touched: Callable[[str, frozenset[str]], Iterable[Touch]] = lambda *_: (),
    ) -> None:
        """``touched`` tells which parts of a subscription's owner some records touch."""
        self._touched = touched
        self.library = library
        self.field = field
        self.settings = settings
        self.clock = clock
        self.readership = SqlReadership(engine, named=parcel_name, members=self.members)

    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Return what the symbols and names of the field stand for."""
        return self._members

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        return {
            key: tuple(values)
            for key, values in members_of(self.field.elements, self.field.members).items()
        }

    @property
    def template_folder(self) -> Path | None:
        """The user's own templates."""
        own = self.settings.template_folder
        return Path(own) if own else None

    @cached_property
    def subscribing(self) -> Subscribing:
        """What takes readers in and lets them go."""
        return Subscribing(
            readership=self.readership,
            clock=self.clock,
            draw=secrets.token_hex,
            position=lambda: self.library.log.head().position,
            domains=tuple(domain.lower() for domain in self.settings.mail.domains),
            members=self.members,
            confirm_within=timedelta(days=self.settings.mail.confirm_days),
        )

    @cached_property
    def rounds(self) -> Rounds:
        """What makes the digests of readers."""
        return Rounds(
            library=self.library,
            field=self.field,
            readership=self.readership,
            clock=self.clock,
            desk=self._desk,
        )

    def deliver(
        self,
        *,
        renew: Callable[[], None] = lambda: None,
        told: Callable[[Parcel], None] = lambda parcel: None,
    ) -> Delivered:
        """Make what is due and try every parcel; the caller holds the service's lease."""
        self.subscribing.forget_unconfirmed()
        self.rounds.make()
        if self._delivery is None:
            self._delivery = Delivery(
                readership=self.readership, carriers=self._carriers(), clock=self.clock
            )
        self._delivery.renew, self._delivery.told = renew, told
        return self._delivery.deliver()

    _delivery: Delivery | None = None

    def doors(self) -> dict[str, Any]:
        """Return what the pages of readers need; see `tracker.web.readers.reader_routes`."""

        def known(token: str) -> str | None:
            found = self.subscribing.by_token(token)
            if found is None or found.state is State.ENDED:
                return None
            if found.state is State.PENDING and self.subscribing.expires_at(found) <= self.clock():
                return None
            title = self.field.title.get("en", self.field.key)
            return f"{title}: {found.cadence} digests on {filter_words(found.wanted)}"

        def confirm(token: str) -> None:
            try:
                self.subscribing.confirm(token)
            except SubscriptionError as error:
                raise LookupError(str(error)) from error

        def end(token: str) -> bool:
            return self.subscribing.end(token) is not None

        return {"known": known, "confirm": confirm, "end": end}

    def retry(self, parcel: str) -> None:
        """Queue a dead parcel again; raise `SubscriptionError` for an unknown one."""
        dead = self.readership.parcels(state=ParcelState.DEAD)
        found = next((one for one in dead if one.id == parcel), None)
        if found is None:
            raise SubscriptionError(
                f"there is no dead parcel {parcel}; see tracker subscribe outbox --state dead",
                subscription=None,
            )
        now = self.clock()
        self.readership.settle(
            replace(found, state=ParcelState.QUEUED, attempts=0, due_at=now, error=None)
        )

    def sender(self) -> "Sender":
        """Return who writes."""
        from tracker.rendering.mail import Sender

        mail = self.settings.mail
        return Sender(
            address=mail.sender,
            title=self.field.title.get("en", self.field.key),
            key=self.field.key,
            base_url=mail.base_url,
            reply_to=mail.reply_to,
        )

    def mail_of(self, digest: Digest, *, language: "Language") -> EmailMessage:
        """Return a digest that belongs to no subscription as a mail, the same each time."""
        from tracker.rendering.letters import mail_parts
        from tracker.rendering.mail import digest_mail

        subject, html, text = mail_parts(
            digest, language=language, template_folder=self.template_folder
        )
        window = digest.window
        period = f"{self.field.key}/{window.since}/{window.until}/{language}"
        return digest_mail(
            self.sender(),
            to=None,
            subject=subject,
            html=html,
            text=text,
            name=parcel_name("digest", period),
            at=digest.made_at,
            language=language,
        )

    def preview_mail(self, subscription: Subscription, letter: Letter) -> EmailMessage:
        """Return a letter as the mail that its reader would get."""
        from tracker.rendering.mail import reader_mail, words_in

        now = self.clock()
        parcel = Parcel(
            id=parcel_name(subscription.id, "preview"),
            subscription=subscription.id,
            kind=DIGEST,
            letter=letter.id,
            state=ParcelState.QUEUED,
            attempts=0,
            due_at=now,
            error=None,
            made_at=now,
        )
        words = words_in(subscription.language, self.template_folder)
        touches = self._touches(subscription, letter, words)
        return reader_mail(self.sender(), subscription, parcel, letter, words, touches=touches)

    def _touches(
        self, subscription: Subscription, letter: Letter, words: "Words"
    ) -> tuple[str, ...]:
        """Say which of the owner's parts a letter is about, where the owner wants that in mails."""
        from tracker.rendering.pages.check.lists import touches_told

        found = tuple(self._touched(subscription.id, letter.statements))
        return touches_told(words, found[:TOUCHES_MOST])

    def _desk(self) -> Write:
        from tracker.rendering.letters import LetterDesk

        return LetterDesk(self.template_folder).write

    def _carriers(self) -> Mapping[Channel, Callable[[], Carrier]]:
        carriers: dict[Channel, Callable[[], Carrier]] = {
            "folder": self._folder,
            "webhook": self._webhook,
            "chat": self._chat,
        }
        return {**carriers, "mail": self._smtp} if self.settings.mail.host else carriers

    def _folder(self) -> Carrier:
        from tracker.delivery.folder import FolderCarrier

        return FolderCarrier()

    def _webhook(self) -> Carrier:
        from tracker.delivery.webhook import WebhookCarrier
        from tracker.feeds.posting import Poster

        fetch = self.settings.fetch
        post = Poster(
            allow=fetch.allow,
            user_agent=fetch.user_agent,
            timeout_seconds=fetch.timeout_seconds,
            proxy=fetch.proxy,
            ca_bundle=fetch.ca_bundle,
        )
        return WebhookCarrier(post, self.clock)

    def _chat(self) -> Carrier:
        from tracker.delivery.chat import ChatCarrier

        return ChatCarrier()

    def _smtp(self) -> Carrier:
        from tracker.delivery.smtp import Server, SmtpCarrier

        mail = self.settings.mail
        server = Server(
            host=mail.host or "localhost",
            port=mail.port,
            security=mail.security,
            user=mail.user,
            password=mail.password,
            ca_bundle=mail.ca_bundle,
            timeout_seconds=mail.timeout_seconds,
        )
        return SmtpCarrier(server, self._compose)

    def _compose(
        self, subscription: Subscription, parcel: Parcel, letter: Letter | None
    ) -> EmailMessage:
        from tracker.rendering.mail import question_mail, reader_mail, words_in

        words = words_in(subscription.language, self.template_folder)
        if letter is None:
            until = legal_day(self.subscribing.expires_at(subscription), subscription.zone)
            return question_mail(self.sender(), subscription, parcel, words, until=until)
        touches = self._touches(subscription, letter, words)
        return reader_mail(self.sender(), subscription, parcel, letter, words, touches=touches)

    @cached_property
    def outlets(self) -> "Outlets":
        """What other programs get."""
        from tracker.application.subscriptions.outlets import Outlets

        return Outlets(self.library, self.field, self.clock)

    def feed(
        self, form: str, tree: Any, *, language: "Language" = "en", days: int = 90, after: int = 0
    ) -> bytes:
        """Return changes or coming turns under a filter's tree, in one of `FEED_FORMS`."""
        import orjson

        from tracker.rendering import feeds
        from tracker.rendering.mail import words_in

        wanted = read_filter(tree, members=self.members())
        told = "" if wanted == EVERYTHING else filter_words(wanted)
        title = self.field.title.get(language, self.field.key)
        match form:
            case "atom":
                made, _ = self.outlets.changes(wanted, days=days)
                return feeds.atom(
                    made,
                    key=self.field.key,
                    wanted=told,
                    language=language,
                    template_folder=self.template_folder,
                ).encode()
            case "ics":
                return feeds.calendar(
                    self.outlets.turns(wanted),
                    key=self.field.key,
                    title=title,
                    disclaimer=self.field.disclaimer[language],
                    words=words_in(language, self.template_folder),
                )
            case "csv":
                return feeds.table(*self.outlets.changes(wanted, days=days)).encode("utf-8-sig")
            case "jsonl":
                lines = self.outlets.records(wanted, after=after)
                return b"".join(orjson.dumps(line) + b"\n" for line in lines)
            case "jsonld":
                acts = map(feeds.legislation, self.outlets.acts(wanted))
                return orjson.dumps(feeds.linked_data(acts, title=title)) + b"\n"
            case _:
                raise UsageError(f"{form!r} is no feed; choose one of {', '.join(FEED_FORMS)}")


FEED_FORMS = ("atom", "ics", "csv", "jsonl", "jsonld")
