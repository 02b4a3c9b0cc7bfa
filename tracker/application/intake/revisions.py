"""What was changed in the announcements of a source after they were published?"""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.facts import SourceAdded
from tracker.domain.records import Announcement
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.pages.furniture import Normaliser
from tracker.extraction.pages.revision import Change, revision_diff
from tracker.ports import EventLog
from tracker.projection.reading import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One revision: the version before it, what changed, and when it was recorded (UTC).

    ``changes`` leave furniture out; ``None`` where the text of one of the two is not held.
    """

    announcement: str
    revises: str
    title: str | None
    url: str | None
    recorded_at: str
    changes: tuple[Change, ...] | None


def revisions_of(log: EventLog, source: str) -> Iterator[Revision]:
    """Yield every revision of a source's announcements, in recorded order."""
    versions: dict[str, Announcement] = {}
    normaliser = _normaliser(log, source)
    for event in log.find([f"q:{source}"]).get(f"q:{source}", ()):
        held = read(event)
        if not isinstance(held, Announcement) or held.id is None:
            continue
        versions[held.id] = held
        if held.revises is not None:
            yield Revision(
                announcement=held.id,
                revises=held.revises,
                title=held.title,
                url=held.url,
                recorded_at=event.recorded_at,
                changes=_changes(log, versions.get(held.revises), held, normaliser),
            )


def _normaliser(log: EventLog, source: str) -> Normaliser:
    held = (read(event) for event in log.find(["sources:"]).get("sources:", ()))
    added = [fact for fact in held if isinstance(fact, SourceAdded) and fact.id == source]
    return Normaliser(added[-1].normalise if added else ())


def _changes(
    log: EventLog, before: Announcement | None, after: Announcement, normaliser: Normaliser
) -> tuple[Change, ...] | None:
    old = None if before is None else stored_text(log, before)
    new = stored_text(log, after)
    if old is None or new is None:
        return None
    return tuple(change for change in revision_diff(old, new) if _counts(change, normaliser))


def _counts(change: Change, normaliser: Normaliser) -> bool:
    """Tell whether a change is more than furniture."""
    old, new = (
        normaliser.comparable(text, body=b"", content_type="") for text in (change.old, change.new)
    )
    return old != new


def stored_text(log: EventLog, announcement: Announcement) -> str | None:
    """Return the text of a kept announcement, ``None`` where its bytes are not held."""
    body = log.document(announcement.sha256 or "")
    return None if body is None else text_of(body, announcement.content_type or "")
