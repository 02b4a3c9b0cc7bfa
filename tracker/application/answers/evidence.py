"""Does every sentence still stand where a record says it does, and what stands around it?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.application.held import Find
from tracker.domain.events import record_stream
from tracker.domain.records import Announcement, Backed, Evidence, evidence_of
from tracker.errors import ReviewError
from tracker.extraction.pages.announcement_text import text_of
from tracker.ports import EventLog, LogWriter
from tracker.projection.reading import RESTING, read

CONTEXT = 160
"""So many characters are shown on either side of a quote."""

_LONGEST_QUOTE = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Misplaced:
    """A sentence that does not stand where a record says; ``found_at`` is where it does."""

    record: str
    announcement: str
    quote: str
    reason: str
    found_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """What re-finding the sentences came to; ``without_copy`` have no stored text to look in."""

    checked: int = 0
    without_copy: int = 0
    misplaced: tuple[Misplaced, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quote with what stands around it; ``found`` tells whether it stands at ``start``."""

    announcement: str
    field: str | None
    quote: str
    start: int | None = None
    before: str = ""
    after: str = ""
    found: bool = True


class Texts:
    """The texts of stored announcements, each read once."""

    def __init__(self, log: EventLog | LogWriter) -> None:
        self._log = log
        self._texts: dict[str, str | None] = {}

    def of(self, announcement: str) -> str | None:
        """Return the text of an announcement, ``None`` where no copy is held."""
        if announcement not in self._texts:
            self._texts[announcement] = self._load(announcement)
        return self._texts[announcement]

    def _load(self, announcement: str) -> str | None:
        record = announcement_in(self._log.find, announcement)
        body = self._log.document(record.sha256) if record and record.sha256 else None
        if record is None or body is None:
            return None
        return text_of(body, record.content_type or "")


def announcement_in(find: Find, id: str) -> Announcement | None:
    """Return a recorded announcement."""
    stream = record_stream("announcement", id)
    for event in find([stream]).get(stream, ()):
        held = read(event)
        if isinstance(held, Announcement):
            return held
    return None


def check_evidence(log: EventLog) -> EvidenceReport:
    """Look for every sentence that a standing record rests on, in the stored text."""
    texts, checked, without = Texts(log), 0, 0
    misplaced: list[Misplaced] = []
    events = log.find([RESTING]).get(RESTING, ())
    held = [record for event in events if isinstance(record := read(event), Backed)]
    gone = log.find(f"r:{record.id}" for record in held)
    for record in held:
        if f"r:{record.id}" in gone:
            continue
        for part in evidence_of(record):
            if not (part.announcement and part.quote):
                continue
            text = texts.of(part.announcement)
            if text is None:
                without += 1
                continue
            checked += 1
            if fault := _fault(record.id or "", part, text):
                misplaced.append(fault)
    return EvidenceReport(checked=checked, without_copy=without, misplaced=tuple(misplaced))


def _fault(record: str, part: Evidence, text: str) -> Misplaced | None:
    quote, start = part.quote or "", part.start
    if start is not None and text[start : start + len(quote)] == quote:
        return None
    found = text.find(quote)
    if found >= 0 and start is None:
        return None
    reason = "stands elsewhere" if found >= 0 else "does not stand in the stored text"
    return Misplaced(
        record=record,
        announcement=part.announcement or "",
        quote=quote,
        reason=reason,
        found_at=found if found >= 0 else None,
    )


def passages(parts: Iterable[Evidence], texts: Texts) -> Iterator[Passage]:
    """Yield each distinct quote with what stands around it."""
    seen: set[tuple[str | None, str | None, int | None, str | None]] = set()
    for part in parts:
        key = (part.announcement, part.quote, part.start, part.field)
        if not part.quote or key in seen:
            continue
        seen.add(key)
        yield _passage(part, texts.of(part.announcement) if part.announcement else None)


def _passage(part: Evidence, text: str | None) -> Passage:
    quote = part.quote or ""
    start = part.start if part.start is not None else (text or "").find(quote)
    place = part.announcement or ""
    if text is None or start < 0 or text[start : start + len(quote)] != quote:
        return Passage(announcement=place, field=part.field, quote=quote, found=False)
    end = start + len(quote)
    return Passage(
        announcement=place,
        field=part.field,
        quote=quote,
        start=start,
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
    )


def find_quote(texts: Texts, announcement: str, quote: str) -> dict[str, object]:
    """Return the evidence that a quote is, with its place in the stored text.

    Line ends and runs of blanks in the quote fit any others. Raises `ReviewError` where it does
    not stand in the text, or stands there more than once.
    """
    text = texts.of(announcement)
    if text is None:
        raise ReviewError(
            f"no copy of announcement {announcement} is held; `tracker review add` stores one",
            subject=announcement,
        )
    words = [re.escape(word) for word in quote[:_LONGEST_QUOTE].split()]
    places = list(re.finditer(r"\s+".join(words), text)) if words else []
    if len(places) != 1:
        problem = "does not stand" if not places else f"stands {len(places)} times"
        raise ReviewError(
            f"the quote {problem} in announcement {announcement}; "
            + ("copy it from the stored text" if not places else "give more of the sentence"),
            subject=announcement,
        )
    place = places[0]
    return {
        "announcement": announcement,
        "quote": place.group(),
        "start": place.start(),
        "end": place.end(),
    }
