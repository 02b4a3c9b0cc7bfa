"""Which concrete parts make up a tracker? (the one place that names them)"""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Self

from tracker.application.answers.query import Queries
from tracker.application.library import Library
from tracker.config import Settings
from tracker.domain.rulebook import Field, Rulebook
from tracker.ports import Clock
from tracker.projection.reading import EDITION, keys_of
from tracker.resources import data
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog

if TYPE_CHECKING:
    # What a single question does not need is imported where it is used: a command answers at once.
    from tracker.application.desk.adding import Adding
    from tracker.application.desk.conflicts import Conflicts
    from tracker.application.desk.entering import Entering
    from tracker.application.desk.review import ReviewDesk
    from tracker.application.intake.ingest import Intake
    from tracker.application.intake.sources import Sources
    from tracker.application.people.accounts import Passwords
    from tracker.application.people.admitting import Admitting
    from tracker.application.people.enrolling import Enrolling
    from tracker.application.products.belongings import Belongings
    from tracker.application.products.screen import Screening
    from tracker.application.products.touched import Touch, Touched
    from tracker.application.reading.derive import Reader
    from tracker.application.reading.extracting import Extracting
    from tracker.application.subscriptions.publish import Publisher
    from tracker.application.subscriptions.subscribing import Subscribing
    from tracker.delivery.smtp import Server
    from tracker.domain.facts import SourceAdded
    from tracker.feeds.declared import Declared
    from tracker.mailroom import Mailroom
    from tracker.ports import OperatorChannel
    from tracker.store.database import SqlDatabase
    from tracker.store.lease import Lease
    from tracker.web.signin.access import Access

BUNDLED_RULEBOOK = "db/rulebook"
BUNDLED_FIELD = "db"
BUNDLED_SOURCES = "db/sources.toml"
LANGUAGES = ("en", "zh")
SAMPLE_FEED = "bundled:sample/feed.xml"


def utc_now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


class Parts:
    """The parts of one tracker, made when they are first asked for; one set per database."""

    def __init__(self, settings: Settings, *, clock: Clock = utc_now) -> None:
        self.settings = settings
        self.clock = clock
        self.engine = open_engine(settings.database_url())
        self.log = SqlEventLog(self.engine, filing=keys_of, edition=EDITION, clock=clock)
        self.log.catch_up()
        self.library = Library(self.log)

    def close(self) -> None:
        """Close the connections to the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def field(self) -> Field:
        """The vocabulary of the subject of law that is tracked."""
        from tracker.rulebook import load_field

        folder = Path(self.settings.field) if self.settings.field else data(BUNDLED_FIELD)
        found = load_field(folder)
        if self.settings.disclaimer is None:
            return found
        return replace(found, disclaimer=dict.fromkeys(LANGUAGES, self.settings.disclaimer))

    @property
    def template_folder(self) -> Path | None:
        """The user's own templates, looked at before ours."""
        own = self.settings.template_folder
        return Path(own) if own else None

    def book(self) -> Rulebook:
        """Read the rulebook's files: the user's own, or the bundled one."""
        from tracker.rulebook import load_rulebook

        own = self.settings.rulebook
        return load_rulebook(Path(own) if own else data(BUNDLED_RULEBOOK), self.field)

    @cached_property
    def queries(self) -> Queries:
        """The questions that can be put to the log."""
        return Queries(self.library, lambda: self.field, self.clock)

    @cached_property
    def screening(self) -> "Screening":
        """What compares products with the rules; it writes nothing."""
        from tracker.application.products.screen import Screening
        from tracker.projection.screening.vocabulary import Vocabulary
        from tracker.rulebook.checking_file import countries, load_wording

        own = Path(self.settings.field) if self.settings.field else None
        folder = (own.parent if own.is_file() else own) if own else data(BUNDLED_FIELD)

        def words() -> Vocabulary:
            return Vocabulary(self.field, load_wording(folder), places=countries())

        return Screening(self.library, self.queries, words)

    @cached_property
    def sources(self) -> "Sources":
        """The places that are polled."""
        from tracker.application.intake.sources import Sources

        return Sources(self.library, self.field, self.clock)

    @cached_property
    def reader(self) -> "Reader":
        """What reads announcements, under the acceptance policy of the settings."""
        from tracker.application.reading.derive import Reader

        return Reader(field=self.field, policy=self.settings.acceptance)

    @cached_property
    def extracting(self) -> "Extracting":
        """What reads one document that somebody has at hand, and records nothing."""
        from tracker.application.reading.extracting import Extracting
        from tracker.feeds.at_hand import text_at_hand

        def text_of(body: bytes, name: str, language: str | None) -> str:
            return text_at_hand(body, name=name, now=self.clock(), language=language)

        return Extracting(self.library, self.field, text_of)

    @cached_property
    def review(self) -> "ReviewDesk":
        """Where people decide on what was read."""
        from tracker.application.desk.review import ReviewDesk

        return ReviewDesk(self.library, self.clock)

    @cached_property
    def conflicts(self) -> "Conflicts":
        """The copies of notices that contradict each other."""
        from tracker.application.desk.conflicts import Conflicts

        return Conflicts(self.library)

    @cached_property
    def adding(self) -> "Adding":
        """What stores and reads documents that people bring."""
        from tracker.application.desk.adding import Adding

        return Adding(self.library, self.reader, self.clock)

    @cached_property
    def entering(self) -> "Entering":
        """What records effects, verifications and retractions that people put in."""
        from tracker.application.desk.entering import Entering

        return Entering(self.library, self.queries, self.clock)

    @cached_property
    def _passwords(self) -> "Passwords":
        from tracker.store.passwords import Argon2Passwords

        return Argon2Passwords()

    @cached_property
    def access(self) -> "Access":
        """Who may look at the pages, and whose word about an address is believed."""
        from tracker.web.signin.access import Access

        web = self.settings.web
        return Access(
            reading=web.reading,
            trusted_proxies=web.trusted_proxies,
            public_url=web.public_url,
            cors=web.cors,
        )

    @cached_property
    def enrolling(self) -> "Enrolling":
        """What makes and changes accounts."""
        from tracker.application.people.enrolling import Enrolling
        from tracker.store.accounts import SqlAccounts

        return Enrolling(SqlAccounts(self.engine), self._passwords, self.clock, token_hex)

    @cached_property
    def belongings(self) -> "Belongings":
        """What is private to people and teams."""
        from tracker.application.products.belongings import Belongings
        from tracker.store.belongings import SqlBelongings

        return Belongings(SqlBelongings(self.engine), self.clock)

    @cached_property
    def touched(self) -> "Touched":
        """What tells which of their own parts a rule touches."""
        from tracker.application.products.touched import Touched

        return Touched(self.belongings.store, self.screening, self.log, self.queries.clocks)

    @cached_property
    def admitting(self) -> "Admitting":
        """What lets people and programs in."""
        from tracker.application.people.admitting import Admitting
        from tracker.store.accounts import SqlAccounts

        web = self.settings.web
        return Admitting(
            SqlAccounts(self.engine),
            self._passwords,
            self.clock,
            token_hex,
            idle=timedelta(minutes=web.idle_minutes),
            longest=timedelta(hours=web.session_hours),
        )

    @cached_property
    def intake(self) -> "Intake":
        """What polls them."""
        from tracker.application.intake.ingest import Intake
        from tracker.feeds.text_readers import ProcessTextReaders
        from tracker.feeds.web import WebFeeds

        fetch = self.settings.fetch
        feeds = WebFeeds(
            allow=fetch.allow,
            user_agent=fetch.user_agent,
            timeout_seconds=fetch.timeout_seconds,
            proxy=fetch.proxy,
            ca_bundle=fetch.ca_bundle,
            clock=self.clock,
            folder=self.settings.data_folder(),
            pause_seconds=fetch.pause_seconds,
        )
        pollers = self.settings.service.pollers
        texts = ProcessTextReaders()
        return Intake(self.library, feeds, self.field, self.clock, self.reader, pollers, texts)

    def storage_folder(self) -> Path:
        """Return the folder of the database's file; that of the digests for one on a server."""
        url = self.settings.database_url()
        on_disk = url.startswith("sqlite:///")
        return self.settings.data_folder() if on_disk else self.settings.digests()

    def free_bytes(self) -> int:
        """Return the free bytes where the database lies, or the digests of one on a server."""
        folder = self.storage_folder()
        there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        return shutil.disk_usage(there).free

    def short_of_disk(self) -> str | None:
        """Return why nothing may be polled: what a full disk cuts off is nobody's news."""
        free, floor = self.free_bytes() // 2**20, self.settings.service.disk_floor_mib
        if free >= floor:
            return None
        return f"only {free} MiB of disk are free (the floor is {floor} MiB)"

    def described_sources(self) -> "tuple[Declared, ...]":
        """Return the sources that are described: the user's own first, then those that ship."""
        from tracker.feeds.declared import load_declared

        own = self._own_sources()
        names = {one.source.id for one in own}
        shipped = load_declared(data(BUNDLED_SOURCES).read_text("utf-8"), file=BUNDLED_SOURCES)
        return (*own, *(one for one in shipped if one.source.id not in names))

    def _own_sources(self) -> "tuple[Declared, ...]":
        from tracker.feeds.declared import read_declared

        own = self.settings.sources
        return read_declared(Path(own)) if own else ()

    def described_source(self, id: str) -> "SourceAdded | None":
        """Return one described source by its id."""
        found = (one.source for one in self.described_sources() if one.source.id == id)
        return next(found, None)

    def operator_channels(self) -> "tuple[OperatorChannel, ...]":
        """Return the ways to reach the operator that the settings name."""
        from tracker.delivery.operator_alerts import OperatorChat, OperatorMail, OperatorWebhook

        told, fetch = self.settings.operator, self.settings.fetch
        found: list[OperatorChannel] = []
        if told.webhook:
            found.append(
                OperatorWebhook(url=told.webhook, ca_bundle=fetch.ca_bundle, proxy=fetch.proxy)
            )
        server = self.mail_server()
        if told.mail and server is not None:
            sender = self.settings.mail.sender
            found.append(OperatorMail(server=server, sender=sender, to=told.mail))
        if told.chat:
            found.append(OperatorChat(url=told.chat))
        return tuple(found)

    def mail_server(self) -> "Server | None":
        """Return the mail server of the settings, ``None`` where none is named."""
        from tracker.delivery.smtp import Server

        mail = self.settings.mail
        if mail.host is None:
            return None
        return Server(
            host=mail.host,
            port=mail.port,
            security=mail.security,
            user=mail.user,
            password=mail.password,
            ca_bundle=mail.ca_bundle,
            timeout_seconds=mail.timeout_seconds,
        )

    @cached_property
    def publisher(self) -> "Publisher":
        """What makes digests."""
        from tracker.application.subscriptions.publish import Publisher

        return Publisher(self.library, self.field, self.clock)

    @property
    def subscribing(self) -> "Subscribing":
        """What takes readers of digests in and lets them go."""
        return self.mailroom.subscribing

    @property
    def sends_mail(self) -> bool:
        """Whether a mail server is named: without one nobody can be asked for consent."""
        return self.settings.mail.host is not None

    @cached_property
    def mailroom(self) -> "Mailroom":
        """What serves the readers of digests."""
        from tracker.mailroom import Mailroom

        return Mailroom(
            self.engine,
            self.library,
            self.field,
            self.settings,
            self.clock,
            touched=self._touched_by_a_letter,
        )

    def _touched_by_a_letter(
        self, subscription: str, records: frozenset[str]
    ) -> "tuple[Touch, ...]":
        """Return which parts of a subscription's owner records touch, where mails may say so."""
        from tracker.application.people.admitting import person_of
        from tracker.application.products.belongings import owners_of

        keeper = self.belongings.store.keeper(subscription)
        if keeper is None or not keeper[1]:
            return ()
        owner = next((one for one in self.enrolling.all() if one.id == keeper[0]), None)
        if owner is None:
            return ()
        return self.touched.by_records(records, owners=owners_of(person_of(owner)))

    def lease(self) -> "Lease":
        """Return the right to run the service on this database."""
        from tracker.store.lease import Lease

        return Lease(self.engine, "service", clock=self.clock)


def database_at(url: str, *, clock: Clock = utc_now) -> "SqlDatabase":
    """Open an existing database as it is, at whatever revision of the schema."""
    from tracker.store.database import SqlDatabase
    from tracker.store.engine import connect

    return SqlDatabase(connect(url, make=False), filing=keys_of, edition=EDITION, clock=clock)
