"""What is known of one item of a source: its versions, its page, whether it holds still?"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.events import Event
from tracker.domain.intake_facts import (
    CopyReturned,
    CopyWithdrawn,
    ItemAliased,
    ItemSettled,
    ItemTaken,
    ItemUnstable,
)
from tracker.domain.records import Announcement
from tracker.projection.reading import read

ENOUGH_FLIPS = 4
"""The texts A, B, A, B: the fourth is not recorded any more."""


@dataclass(slots=True)
class ItemHistory:
    """One item of a source. ``texts`` are the comparable SHA-256s of its versions, in order.

    ``first_recorded_at`` is the instant (UTC, as the log writes it) of the first version.
    """

    versions: tuple[Announcement, ...] = ()
    texts: tuple[str, ...] = ()
    taken: ItemTaken | None = None
    alias_of: str | None = None
    withdrawn: bool = False
    unstable: tuple[str, ...] = ()
    first_recorded_at: str | None = None

    @property
    def latest(self) -> Announcement | None:
        """The newest version that is held."""
        return self.versions[-1] if self.versions else None

    def version_with(self, text: str) -> Announcement | None:
        """Return the newest version that has this comparable text."""
        pairs = zip(reversed(self.versions), reversed(self.texts), strict=False)
        return next((version for version, known in pairs if known == text), None)

    def flips_to(self, text: str) -> bool:
        """Tell whether showing ``text`` again makes it a page that goes back and forth."""
        shown = (*self.texts, text)[-ENOUGH_FLIPS:]
        return (
            len(shown) == ENOUGH_FLIPS and shown[0] == shown[2] != shown[1] and shown[1] == shown[3]
        )

    def take(self, event: Event) -> None:
        """Take one more event of the item into account, in recorded order."""
        match read(event):
            case Announcement() as version:
                self.versions = (*self.versions, version)
                self.texts = (*self.texts, "")
                self.first_recorded_at = self.first_recorded_at or event.recorded_at
            case ItemTaken() as taken:
                self.taken = taken
                if self.versions:
                    self.texts = (*self.texts[:-1], taken.comparable)
            case ItemAliased() as alias:
                self.alias_of = alias.announcement
            case CopyWithdrawn():
                self.withdrawn = True
            case CopyReturned():
                self.withdrawn = False
            case ItemUnstable() as unstable:
                self.unstable = unstable.texts
            case ItemSettled():
                self.unstable = ()
            case _:
                pass


def item_history(events: Iterable[Event]) -> ItemHistory:
    """Fold what is filed under one item, in recorded order."""
    history = ItemHistory()
    for event in events:
        history.take(event)
    return history
