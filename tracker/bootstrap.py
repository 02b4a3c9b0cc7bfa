"""Which concrete parts make up a tracker? (the one place that names them)"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tracker.application.library import Library
from tracker.application.query import (
    Ask,
    Filter,
    MeasureTimeline,
    Queries,
    RuleSet,
    Standing,
)
from tracker.config import Settings, load_settings
from tracker.domain.policy import Policy
from tracker.domain.questions import Clocks
from tracker.domain.rulebook import Field, Rulebook
from tracker.errors import InputError, UnknownMeasure
from tracker.ports import Clock, Head, Progress, Rebuilt
from tracker.projection.changes import Difference
from tracker.projection.reading import EDITION, keys_of
from tracker.projection.upcoming import Upcoming
from tracker.resources import data
from tracker.store.engine import open_engine
from tracker.store.event_log import SqlEventLog

if TYPE_CHECKING:
    # What a single question does not need is imported where it is used: a command answers at once.
    from tracker.application.adding import Adding
    from tracker.application.derive import Reader
    from tracker.application.entering import Entering
    from tracker.application.evidence import EvidenceReport
    from tracker.application.extracting import Extracting
    from tracker.application.ingest import Intake, Polled
    from tracker.application.publish import Publisher
    from tracker.application.review import ReviewDesk
    from tracker.application.rulebook import Audit, Plan
    from tracker.application.screen import Result, Screening
    from tracker.application.sources import Sources
    from tracker.application.transfer import Imported
    from tracker.delivery.smtp import Server
    from tracker.domain.announcements import FeedItem
    from tracker.domain.facts import SourceAdded
    from tracker.feeds.declared import Declared
    from tracker.mailroom import Mailroom
    from tracker.ports import OperatorChannel
    from tracker.store.database import SqlDatabase
    from tracker.store.lease import Lease

BUNDLED_RULEBOOK = "db/rulebook"
BUNDLED_FIELD = "db"
BUNDLED_SOURCES = "db/sources.toml"
LANGUAGES = ("en", "zh")
SAMPLE_FEED = "bundled:sample/feed.xml"


def utc_now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


class Tracker:
    """The questions and actions of the command line, for Python; one per database.

    Clocks are given as text, as on the command line: ``on`` a day, ``announced_by`` and
    ``recorded_by`` a day or an instant with an offset; without them, today and now. Methods raise
    `tracker.errors.TrackerError`.
    """

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

    def __enter__(self) -> "Tracker":
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
        from tracker.application.screen import Screening
        from tracker.projection.screening.vocabulary import Vocabulary
        from tracker.rulebook.checking_file import countries, load_wording

        own = Path(self.settings.field) if self.settings.field else None
        folder = (own.parent if own.is_file() else own) if own else data(BUNDLED_FIELD)

        def words() -> Vocabulary:
            return Vocabulary(self.field, load_wording(folder), places=countries())

        return Screening(self.library, self.queries, words)

    def check(
        self,
        product: Mapping[str, Any],
        *,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
    ) -> "Result":
        """Tell whether a product is caught on a day; its keys are those of ``POST /api/check``."""
        from tracker.application.product_facts import read_product

        clocks = self.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return self.screening.check(read_product(product, self.screening.words), clocks)

    @cached_property
    def sources(self) -> "Sources":
        """The places that are polled."""
        from tracker.application.sources import Sources

        return Sources(self.library, self.field, self.clock)

    @cached_property
    def reader(self) -> "Reader":
        """What reads announcements, under the acceptance policy of the settings."""
        from tracker.application.derive import Reader

        return Reader(field=self.field, policy=self.settings.acceptance)

    @cached_property
    def extracting(self) -> "Extracting":
        """What reads one document that somebody has at hand, and records nothing."""
        from tracker.application.extracting import Extracting

        return Extracting(self.library, self.field)

    @cached_property
    def review(self) -> "ReviewDesk":
        """Where people decide on what was read."""
        from tracker.application.review import ReviewDesk

        return ReviewDesk(self.library, self.clock)

    @cached_property
    def adding(self) -> "Adding":
        """What stores and reads documents that people bring."""
        from tracker.application.adding import Adding

        return Adding(self.library, self.reader, self.clock)

    @cached_property
    def entering(self) -> "Entering":
        """What records effects, verifications and retractions that people put in."""
        from tracker.application.entering import Entering

        return Entering(self.library, self.queries, self.clock)

    def acceptance_policy(self) -> Policy:
        """Return the policy that decides now what may count without a person."""
        from tracker.application.policies import policy_in

        return policy_in(self.log.find, self.settings.acceptance)

    def policy_is_chosen(self) -> bool:
        """Tell whether somebody chose a policy for this log."""
        from tracker.projection.touching import POLICIES

        return bool(self.log.find([POLICIES]))

    def choose_policy(self, name: str, *, by: str) -> Policy:
        """Make one of our own policies hold from now on; the choice is in the log."""
        from tracker.application.policies import choosing, named_policy

        policy = named_policy(name)
        with self.log.writing() as writer:
            writer.append([choosing(policy, by=by)])
        return policy

    def document(self, place: str, *, source: str) -> "FeedItem":
        """Read a file, or a page as it stands now through the guard of every fetch."""
        from tracker.application.adding import source_of
        from tracker.feeds.brought import brought_item

        known, now = source_of(self.library, source, clock=self.clock), self.clock()
        if not place.startswith(("http://", "https://")):
            file = Path(place)
            try:
                body = file.read_bytes()
            except OSError as error:
                raise InputError(f"cannot be read: {error.strerror}", file=place) from None
            return brought_item(body, name=file.name, source=known, now=now)
        fetched = self.intake.feeds.fetch(place, etag=None, last_modified=None)
        return brought_item(
            fetched.body,
            name=place.partition("?")[0],
            url=fetched.final_url,
            content_type=fetched.content_type or "text/html",
            source=known,
            now=now,
        )

    def check_evidence(self) -> "EvidenceReport":
        """Look for every sentence that a record rests on, in the stored texts."""
        from tracker.application.evidence import check_evidence

        return check_evidence(self.log)

    @cached_property
    def intake(self) -> "Intake":
        """What polls them."""
        from tracker.application.ingest import Intake
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
        return Intake(self.library, feeds, self.field, self.clock, self.reader, pollers)

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

    def follow_described(self) -> tuple[str, ...]:
        """Do what the switches in the user's own file of sources say; return what was changed."""
        own = self._own_sources()
        if not own:
            return ()
        return self.sources.follow(
            [(one.source, one.enabled) for one in own], file=str(self.settings.sources)
        )

    def operator_channels(self) -> "tuple[OperatorChannel, ...]":
        """Return the ways to reach the operator that the settings name."""
        from tracker.delivery.operator_alerts import OperatorChat, OperatorMail, OperatorWebhook

        told, bundle = self.settings.operator, self.settings.fetch.ca_bundle
        found: list[OperatorChannel] = []
        if told.webhook:
            found.append(OperatorWebhook(url=told.webhook, ca_bundle=bundle))
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

    def clocks(
        self,
        *,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
    ) -> Clocks:
        """Read clocks as they are typed."""
        return self.queries.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)

    def status(
        self,
        measure: str,
        *,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
        party: str | None = None,
    ) -> Standing:
        """Answer for one measure on one day; raise `UnknownMeasure` for an id nobody recorded."""
        clocks = self.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return self.queries.status(measure, clocks, party=party)

    def rules(
        self,
        wanted: Filter | None = None,
        *,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
    ) -> RuleSet:
        """List the rules that stand on a day."""
        clocks = self.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return self.queries.rules(clocks, wanted)

    def timeline(
        self, name: str, *, announced_by: str | None = None, recorded_by: str | None = None
    ) -> tuple[MeasureTimeline, ...]:
        """Return the timeline of a measure, or of every measure of an instrument."""
        clocks = self.clocks(announced_by=announced_by, recorded_by=recorded_by)
        return self.queries.timeline(name, clocks)

    def ask(self, questions: Iterable[Ask]) -> Iterator[Standing | UnknownMeasure]:
        """Answer many questions in their order."""
        return self.queries.ask(questions)

    def diff(self, before: Clocks, after: Clocks) -> tuple[Difference, ...]:
        """Return what differs between two settings of the clocks."""
        return self.queries.diff(before, after)

    def upcoming(
        self,
        *,
        days: int = 90,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
    ) -> Upcoming:
        """Return what is scheduled in the next days and what waits for official word."""
        clocks = self.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return self.queries.upcoming(clocks, days=days)

    def poll(self, *sources: str) -> "tuple[Polled, ...]":
        """Poll the named sources, or all of them."""
        return self.intake.poll(sources)

    @cached_property
    def publisher(self) -> "Publisher":
        """What makes digests."""
        from tracker.application.publish import Publisher

        return Publisher(self.library, self.field, self.clock)

    @cached_property
    def mailroom(self) -> "Mailroom":
        """What serves the readers of digests."""
        from tracker.mailroom import Mailroom

        return Mailroom(self.engine, self.library, self.field, self.settings, self.clock)

    def digest(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        period: str | None = None,
        ending: str | None = None,
        recorded_by: str | None = None,
        language: Literal["en", "zh"] = "en",
        shape: Literal["html", "text", "json", "eml"] = "text",
    ) -> str:
        """Return the digest of a period as HTML, plain text, JSON or a mail."""
        from tracker.application.publish import window_of
        from tracker.rendering.digests import render_digest
        from tracker.wire import digest_json

        window = window_of(since=since, until=until, name=period, ending=ending, now=self.clock())
        made = self.publisher.digest(window, recorded_by=recorded_by)
        if shape == "json":
            return digest_json(made)
        if shape == "eml":
            return self.mailroom.mail_of(made, language=language).as_bytes().decode("ascii")
        return render_digest(
            made, format=shape, language=language, template_folder=self.template_folder
        )

    def check_templates(self) -> None:
        """Raise `TrackerError` for a template that does not hold together."""
        from tracker.rendering.checking import check_templates

        check_templates(self.template_folder)

    def today_page(self) -> str:
        """Return the page that shows today."""
        from tracker.digests.today import build_today
        from tracker.rendering.today import render_today

        with self.library.reading() as register:
            head = self.log.head()
            page = build_today(
                register, now=self.clock(), field=self.field, head=(head.position, head.hash)
            )
        return render_today(page, template_folder=self.template_folder)

    def disclaimer(self, language: str = "en") -> str:
        """Return the one line that stands under every answer."""
        return self.field.disclaimer[language]

    def import_(
        self,
        files: Sequence[Path],
        *,
        restore: bool = False,
        progress: Progress | None = None,
    ) -> "Imported":
        """Record files of the interchange form, each whole or not at all.

        Announcements of sources of ours are read, as polled ones are.
        """
        from tracker.application import transfer

        done = transfer.import_files(
            self.log, files, now=self.clock(), restore=restore, progress=progress
        )
        if done.announcements and not restore:
            self.adding.read_again(only=done.announcements)
        return done

    def export(self, *, bodies: bool = True) -> Iterator[bytes]:
        """Yield the whole log as JSON Lines."""
        from tracker.application import transfer

        return transfer.export_lines(self.log, bodies=bodies)

    def rulebook_diff(self) -> "Plan":
        """Return what applying the rulebook would record."""
        from tracker.application import rulebook as rulebooks

        return rulebooks.plan(self.log, self.book(), name=self.field.key)

    def rulebook_apply(self) -> "Plan":
        """Record what the rulebook says anew; return what was done."""
        from tracker.application import rulebook as rulebooks

        return rulebooks.apply(self.log, self.book(), name=self.field.key)

    def rulebook_audit(self) -> "Audit":
        """Count how well the effects in the log are backed."""
        from tracker.application import rulebook as rulebooks

        return rulebooks.audit(self.library.whole())

    def verify(self, *, head: str | None = None, progress: Progress | None = None) -> Head:
        """Check the chain of the log and return its end."""
        return self.log.verify(head=head, progress=progress)

    def backup(self, file: Path, *, force: bool = False, progress: Progress | None = None) -> Head:
        """Keep this moment as an SQLite file; return its verified head. Writers go on meanwhile."""
        from tracker.store.backup import back_up

        return back_up(self.engine, file, force=force, progress=progress)

    def rebuild(self, *, progress: Progress | None = None) -> Rebuilt:
        """Throw the read model away and fold it anew."""
        return self.log.rebuild(progress=progress)

    def lease(self) -> "Lease":
        """Return the right to run the service on this database."""
        from tracker.store.lease import Lease

        return Lease(self.engine, "service", clock=self.clock)


def open_tracker(
    url: str | None = None, *, config: str | None = None, clock: Clock = utc_now
) -> Tracker:
    """Open a tracker with the settings of file and environment; ``url`` overrides the database."""
    settings = load_settings(config)
    if url is not None:
        settings.database = url
    return Tracker(settings, clock=clock)


def database_at(url: str, *, clock: Clock = utc_now) -> "SqlDatabase":
    """Open an existing database as it is, at whatever revision of the schema."""
    from tracker.store.database import SqlDatabase
    from tracker.store.engine import connect

    return SqlDatabase(connect(url, make=False), filing=keys_of, edition=EDITION, clock=clock)
