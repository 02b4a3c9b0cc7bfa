"""Which questions and actions does a tracker offer to Python? (the names of the commands)"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tracker.application.answers.query import Ask, Filter, RuleSet, Standing
from tracker.bootstrap import Parts, utc_now
from tracker.config import load_settings
from tracker.domain.policy import Policy
from tracker.domain.questions import Clocks
from tracker.errors import InputError, StoreError, UnknownMeasure
from tracker.ports import Clock, Head, Progress, Rebuilt
from tracker.projection.changes import Difference
from tracker.projection.runs import MeasureTimeline
from tracker.projection.upcoming import Upcoming
from tracker.projection.waiting import Pending

if TYPE_CHECKING:
    # What a single question does not need is imported where it is used: a command answers at once.
    from tracker.application.answers.evidence import EvidenceReport
    from tracker.application.intake.ingest import Polled
    from tracker.application.intake.sources import Sources
    from tracker.application.interchange.rulebook import Audit, Plan
    from tracker.application.interchange.transfer import Imported
    from tracker.application.people.enrolling import Enrolling
    from tracker.application.products.belongings import Belongings
    from tracker.application.products.screen import Result
    from tracker.digests.subscription import Subscription
    from tracker.domain.announcements import FeedItem
    from tracker.extraction.extracted import Extraction


class RulebookDeeds(NamedTuple):
    """What is done with the rulebook, by the names of the command's parts."""

    diff: "Callable[[], Plan]"
    apply: "Callable[[], Plan]"
    audit: "Callable[[], Audit]"


class Tracker(Parts):
    """The questions and actions of the command line, for Python; one per database.

    Clocks are given as text, as on the command line: ``on`` a day, ``announced_by`` and
    ``recorded_by`` a day or an instant with an offset; without them, today and now. Methods raise
    `tracker.errors.TrackerError`.
    """

    @property
    def version(self) -> str:
        """The version of the program."""
        from tracker import __version__

        return __version__

    @property
    def schema_revision(self) -> str:
        """The newest migration that the program knows."""
        from tracker.store.schema import REVISION

        return REVISION

    def check(
        self,
        product: Mapping[str, Any],
        *,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
    ) -> "Result":
        """Tell whether a product is caught on a day; its keys are those of ``POST /api/check``."""
        from tracker.application.products.product_facts import read_product

        clocks = self.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return self.screening.check(read_product(product, self.screening.words), clocks)

    def acceptance_policy(self) -> Policy:
        """Return the policy that decides now what may count without a person."""
        from tracker.application.reading.policies import policy_in

        return policy_in(self.log.find, self.settings.acceptance)

    def policy_is_chosen(self) -> bool:
        """Tell whether somebody chose a policy for this log."""
        from tracker.projection.touching import POLICIES

        return bool(self.log.find([POLICIES]))

    def choose_policy(self, name: str, *, by: str) -> Policy:
        """Make one of our own policies hold from now on; the choice is in the log."""
        from tracker.application.reading.policies import choosing, named_policy

        policy = named_policy(name)
        with self.log.writing() as writer:
            writer.append([choosing(policy, by=by)])
        return policy

    def document(self, place: str, *, source: str) -> "FeedItem":
        """Read a file, or a page as it stands now through the guard of every fetch."""
        from tracker.application.desk.adding import source_of
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
        from tracker.application.answers.evidence import check_evidence

        return check_evidence(self.log)

    def follow_described(self) -> tuple[str, ...]:
        """Do what the switches in the user's own file of sources say; return what was changed."""
        own = self._own_sources()
        if not own:
            return ()
        return self.sources.follow(
            [(one.source, one.enabled) for one in own], file=str(self.settings.sources)
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

    def pending_review(
        self,
        *,
        about: str | None = None,
        on: str | None = None,
        announced_by: str | None = None,
        recorded_by: str | None = None,
    ) -> tuple[Pending, ...]:
        """Return what waits for review: all of it, or what could change a measure or an act's."""
        clocks = self.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        from tracker.application.desk.waits import waits

        return waits(self.library, clocks, about=about)

    def poll(self, *sources: str) -> "tuple[Polled, ...]":
        """Poll the named sources, or all of them; raise `StoreError` where the disk is full."""
        return self.poll_now(sources)

    def poll_now(
        self, sources: Sequence[str] = (), *, told: "Callable[[Polled], None] | None" = None
    ) -> "tuple[Polled, ...]":
        """Poll as `poll` does; ``told`` hears of each source at once."""
        short = self.short_of_disk()
        if short is not None:
            raise StoreError(
                f"{short}; nothing was polled. Make room, or set service.disk_floor_mib"
            )
        return self.intake.poll(sources, told=told)

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
        from tracker.application.subscriptions.publish import window_of
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

    def disclaimer(self, language: str = "en") -> str:
        """Return the one line that stands under every answer."""
        return self.field.disclaimer[language]

    def written_digests(self) -> tuple[str, ...]:
        """Return the names of the digests that the service wrote, the latest last day first."""
        found = (file.name for file in self.settings.digests().glob("*-????-??-??.html"))
        return tuple(sorted(found, key=lambda name: (name[-15:], name), reverse=True))

    def letter_preview(self, subscription: str) -> str:
        """Return the page of what a subscription's next digest would hold; sends nothing."""
        found = replace(self.subscribing.get(subscription), channel="mail")
        letter, _ = self.mailroom.rounds.preview(found)
        part = self.mailroom.preview_mail(found, letter).get_body(("html",))
        return str(part.get_content()) if part is not None else letter.text

    def written_digest(self, name: str) -> str | None:
        """Return a digest that the service wrote, by the name of its file."""
        file = self.settings.digests() / name
        return file.read_text(encoding="utf-8") if file.is_file() else None

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
        from tracker.application.interchange import transfer

        done = transfer.import_files(
            self.log, files, now=self.clock(), restore=restore, progress=progress
        )
        if done.announcements and not restore:
            self.adding.read_again(only=done.announcements)
        return done

    def export(self, *, bodies: bool = True) -> Iterator[bytes]:
        """Yield the whole log as JSON Lines."""
        from tracker.application.interchange import transfer

        return transfer.export_lines(self.log, bodies=bodies)

    def rulebook_diff(self) -> "Plan":
        """Return what applying the rulebook would record."""
        from tracker.application.interchange import rulebook as rulebooks

        return rulebooks.plan(self.log, self.book(), name=self.field.key)

    def rulebook_apply(self) -> "Plan":
        """Record what the rulebook says anew; return what was done."""
        from tracker.application.interchange import rulebook as rulebooks

        return rulebooks.apply(self.log, self.book(), name=self.field.key)

    def rulebook_audit(self) -> "Audit":
        """Count how well the effects in the log are backed."""
        from tracker.application.interchange import rulebook as rulebooks

        return rulebooks.audit(self.library.whole())

    @property
    def rulebook(self) -> "RulebookDeeds":
        """The rulebook's files beside the log: ``diff()``, ``apply()``, ``audit()``."""
        return RulebookDeeds(self.rulebook_diff, self.rulebook_apply, self.rulebook_audit)

    def init(self, *, empty: bool = False) -> "Plan | None":
        """Load the rulebook into a log that holds none of it; ``None`` where nothing was done."""
        plan = None if empty else self.rulebook_diff()
        return None if plan is None or plan.unchanged else self.rulebook_apply()

    def extract(self, file: Path, **told: Any) -> "Extraction":
        """Read one document by rules; ``told`` as `Extracting.read` takes it. Records nothing."""
        try:
            return self.extracting.read(file.read_bytes(), name=file.name, **told)
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None

    @property
    def source(self) -> "Sources":
        """The places that are polled: ``add``, ``show``, ``pause``, ``resume``, ``remove``."""
        return self.sources

    @property
    def account(self) -> "Enrolling":
        """Who may sign in."""
        return self.enrolling

    @property
    def lists(self) -> "Belongings":
        """The product lists that people keep."""
        return self.belongings

    def subscribe(self, target: str, **wish: Any) -> "Subscription":
        """Take in a reader; ``wish`` as `subscribing.Wish` has it."""
        from tracker.application.subscriptions.subscribing import Wish

        return self.mailroom.subscribing.subscribe(Wish(target=target, **wish))

    def deliver(self) -> Any:
        """Make what is due and send it, once."""
        return self.mailroom.deliver()

    def feed(self, form: str, tree: Any = None, **told: Any) -> bytes:
        """Return changes or turns as Atom, iCalendar, CSV, JSON Lines or JSON-LD."""
        return self.mailroom.feed(form, {"all": []} if tree is None else tree, **told)

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


def open_tracker(
    url: str | None = None, *, config: str | None = None, clock: Clock = utc_now
) -> Tracker:
    """Open a tracker with the settings of file and environment; ``url`` overrides the database."""
    settings = load_settings(config)
    if url is not None:
        settings.database = url
    return Tracker(settings, clock=clock)
