"""Which JSON tells of what is recorded: the log, sources, acts, announcements?"""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from tracker.domain.republishing import QUOTED_CHARACTERS
from tracker.web.api.shapes import Day, Instant, Shape


class Head(Shape):
    """The end of the log; the hash stands for the whole history."""

    position: int
    head: str = Field(pattern="^[0-9a-f]{64}$")
    version: str


class LogEvent(Shape):
    """One event of the log, as it was written.

    ``hash`` is the SHA-256 of the hash before it, the ``body_sha256`` and the header; ``body`` may
    be cut where its source lets only a quote be shown, the two hashes never.
    """

    position: int
    stream: str
    stream_position: int
    name: str
    version: int
    recorded_at: Instant
    body: dict[str, Any]
    body_sha256: str
    hash: str


class LogPage(Shape):
    """Events behind a position; ``next`` is the address of the following page."""

    after: int
    events: list[LogEvent]
    next: str | None


class SourceGap(Shape):
    """Days that no poll has reached."""

    from_: Day = Field(alias="from")
    through: Day


class Source(Shape):
    """How one source is doing."""

    id: str
    kind: str
    url: str
    authority: str
    jurisdiction: str | None
    language: str | None
    cadence_seconds: int
    staleness_budget_seconds: int
    state: str
    last_checked_at: Instant | None
    last_good_at: Instant | None
    last_changed_at: Instant | None
    consecutive_failures: int
    last_error: str | None
    items_seen: int | None
    minimum_items: int
    last_fault: str | None
    doubt: str | None
    next_due_at: Instant | None
    unstable: list[str]
    gaps: list[SourceGap]


class Sources(Shape):
    """The sources, how they are doing, and what is not covered."""

    model_config = ConfigDict(extra="allow")

    sources: list[Source]
    not_tracked: list[str]


class Act(Shape):
    """An instrument as it is recorded, and its measures."""

    id: str
    title: str | None
    jurisdiction: str | None
    issuers: list[str]
    kind: str | None
    number: str | None
    issued_on: str | None
    announced_at: str | None
    timezone: str | None
    authority: str
    sources: list[dict[str, Any]]
    measures: list[str]


class Announcement(Shape):
    """One item as a source published it."""

    id: str
    source: str
    url: str | None
    final_url: str | None
    title: str | None
    published_at: str | None
    fetched_at: str | None
    content_type: str | None
    sha256: str | None
    revises: str | None
    recorded_at: Instant
    shown: Literal["full", "quote", "none"]
    text: str | None = Field(
        description="The announcement's text, as far as its source lets it be shown: all, at most "
        f"{QUOTED_CHARACTERS} characters, or none."
    )
