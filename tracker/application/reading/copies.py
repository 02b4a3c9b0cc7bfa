"""Is an announcement a copy of a notice that we hold, and do the copies agree?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from tracker.domain.events import Event, NewEvent
from tracker.domain.facts import event_of
from tracker.domain.identifiers import first_version
from tracker.domain.intake_facts import CopiesDiffer, CopiesGrouped, notice_stream
from tracker.extraction.names.notices import differences
from tracker.extraction.pages.announcement_text import text_of
from tracker.projection.item_history import item_history
from tracker.projection.reading import read


class Writer(Protocol):
    """What of a transaction is asked here."""

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Event, ...]]:
        """Return the events filed under each key that has any."""

    def document(self, sha256: str) -> bytes | None:
        """Return a kept document."""


class Copies:
    """Finds the other copies of a notice; sees what its transaction sees."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of(self, announcement: str, text: str, *, number: str) -> Iterator[NewEvent]:
        """Yield the group that an announcement joins, and each conflict with another copy.

        The announcement itself is filed already; ``number`` is the one that it bears itself.
        """
        item = first_version(announcement)
        grouped = self._grouped(number)
        others = tuple(other for other in grouped if other != item)
        if item not in grouped:
            yield event_of(CopiesGrouped(number=number, announcement=item, others=others))
        for other in others:
            yield from self._conflict(number, announcement, text, other)

    def _grouped(self, number: str) -> tuple[str, ...]:
        stream = notice_stream(number)
        events = self._writer.find([stream]).get(stream, ())
        held = (read(event) for event in events)
        return tuple(
            dict.fromkeys(fact.announcement for fact in held if isinstance(fact, CopiesGrouped))
        )

    def _conflict(
        self, number: str, announcement: str, text: str, other: str
    ) -> Iterator[NewEvent]:
        history = item_history(self._writer.find([f"b:{other}"]).get(f"b:{other}", ()))
        latest = history.latest
        body = self._writer.document(latest.sha256 or "") if latest is not None else None
        if latest is None or body is None:
            return
        found = differences(text, text_of(body, latest.content_type or ""))
        if found:
            yield event_of(
                CopiesDiffer(
                    number=number,
                    announcement=announcement,
                    other=latest.id or other,
                    differences=found,
                )
            )
