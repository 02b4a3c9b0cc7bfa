"""Which questions and actions does a tracker offer to Python? (the names of the commands)"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tracker.application.query import Ask, Filter, MeasureTimeline, RuleSet, Standing
from tracker.bootstrap import Parts, utc_now
from tracker.config import load_settings
from tracker.domain.policy import Policy
from tracker.domain.questions import Clocks
from tracker.errors import InputError, UnknownMeasure
from tracker.ports import Clock, Head, Progress, Rebuilt
from tracker.projection.changes import Difference
from tracker.projection.upcoming import Upcoming

if TYPE_CHECKING:
    # What a single question does not need is imported where it is used: a command answers at once.
    from tracker.application.evidence import EvidenceReport
    from tracker.application.ingest import Polled
    from tracker.application.rulebook import Audit, Plan
    from tracker.application.screen import Result
    from tracker.application.transfer import Imported
    from tracker.domain.announcements import FeedItem


class Tracker(Parts):
    """The questions and actions of the command line, for Python; one per database.

    Clocks are given as text, as on the command line: ``on`` a day, ``announced_by`` and
    ``recorded_by`` a day or an instant with an offset; without them, today and now. Methods raise
    `tracker.errors.TrackerError`.
    """

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

    def poll(self, *sources: str) -> "tuple[Polled, ...]":
        """Poll the named sources, or all of them."""
        return self.intake.poll(sources)

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


def open_tracker(
    url: str | None = None, *, config: str | None = None, clock: Clock = utc_now
) -> Tracker:
    """Open a tracker with the settings of file and environment; ``url`` overrides the database."""
    settings = load_settings(config)
    if url is not None:
        settings.database = url
    return Tracker(settings, clock=clock)
