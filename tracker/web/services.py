"""What do pages and API ask of the tracker? (`tracker.facade.Tracker` gives it)"""

from pathlib import Path
from typing import Literal, Protocol

from tracker.application.answers.query import Queries
from tracker.application.desk.adding import Adding
from tracker.application.desk.conflicts import Conflicts
from tracker.application.desk.entering import Entering
from tracker.application.desk.review import ReviewDesk
from tracker.application.intake.sources import Sources
from tracker.application.library import Library
from tracker.application.people.admitting import Admitting
from tracker.application.people.enrolling import Enrolling
from tracker.application.products.belongings import Belongings
from tracker.application.products.screen import Screening
from tracker.application.products.touched import Touched
from tracker.application.subscriptions.publish import Publisher
from tracker.application.subscriptions.subscribing import Subscribing
from tracker.domain.policy import Policy
from tracker.domain.rulebook import Field
from tracker.ports import Clock, EventLog
from tracker.web.signin.access import Access


class Services(Protocol):
    """The parts and questions behind the pages; may be asked from any thread.

    Plain values stand for settings: no page reads the settings themselves.
    """

    @property
    def library(self) -> Library:
        """Reads the log."""

    @property
    def queries(self) -> Queries:
        """The questions that can be put to the log."""

    @property
    def field(self) -> Field:
        """The vocabulary of the subject of law that is tracked."""

    @property
    def clock(self) -> Clock:
        """Tells the present instant."""

    @property
    def log(self) -> EventLog:
        """The log of events."""

    @property
    def publisher(self) -> Publisher:
        """What makes digests."""

    @property
    def screening(self) -> Screening:
        """What compares products with the rules; it writes nothing."""

    @property
    def sources(self) -> Sources:
        """The places that are polled."""

    @property
    def review(self) -> ReviewDesk:
        """Where people decide on what was read."""

    @property
    def entering(self) -> Entering:
        """What records what people put in by hand."""

    @property
    def conflicts(self) -> Conflicts:
        """Copies of one notice that contradict each other, and how a person settles them."""

    @property
    def adding(self) -> Adding:
        """What reads documents that a person brings, and those that an older reader has read."""

    def acceptance_policy(self) -> Policy:
        """Return the policy that decides now what may count without a person."""

    @property
    def belongings(self) -> Belongings:
        """What is private to people and teams."""

    @property
    def touched(self) -> Touched:
        """What tells which of their own parts a rule touches."""

    @property
    def subscribing(self) -> Subscribing:
        """What takes readers of digests in and lets them go."""

    @property
    def sends_mail(self) -> bool:
        """Whether a mail server is named: without one nobody can be asked for consent."""

    def written_digests(self) -> tuple[str, ...]:
        """Return the names of the digests that the service wrote, the latest first."""

    def letter_preview(self, subscription: str) -> str:
        """Return the page of what a subscription's next digest would hold."""

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
        """Return the digest of a period."""

    @property
    def access(self) -> Access:
        """Who may look, and whose word about an address is believed."""

    @property
    def admitting(self) -> Admitting:
        """What lets people and programs in."""

    @property
    def enrolling(self) -> Enrolling:
        """What makes and changes accounts."""

    @property
    def template_folder(self) -> Path | None:
        """The user's own templates, looked at before ours."""

    @property
    def version(self) -> str:
        """The version of the program."""

    @property
    def schema_revision(self) -> str:
        """The newest migration that the program knows."""

    def disclaimer(self, language: str = "en") -> str:
        """Return the one line that stands under every answer."""

    def written_digest(self, name: str) -> str | None:
        """Return a digest that the service wrote, by the name of its file."""
