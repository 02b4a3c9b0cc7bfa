"""What does a reader process get to read, and what does it hand back?"""

from datetime import datetime
from importlib import import_module
from typing import Literal

import msgspec

from tracker.domain.announcements import FeedItem
from tracker.domain.facts import SourceAdded
from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.text_read import Text, TextRead


class Task(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One body to read. ``now`` is an instant in UTC; ``item`` is the entry of a list whose page
    this is."""

    job: str
    body: bytes
    url: str
    now: datetime
    source: SourceAdded
    content_type: str | None = None
    item: FeedItem | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An address that a page names, with the words and the media type beside it."""

    url: str
    text: str = ""
    type: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read.

    ``next`` is the address of the next page of a list, ``links`` are files that belong to a page
    or, of discovery, feeds that it names. ``complete`` is false where the body seems cut off.
    ``onward`` is where a page sends its readers by script or frame. ``text`` is that of a file
    that is no page, ``None`` where it holds none. ``kind`` is what a feed is, whatever it was
    asked for as.
    """

    items: tuple[FeedItem, ...] = ()
    text: str | None = None
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    next: str | None = None
    onward: str | None = None
    complete: bool = True
    source: SourceAdded | None = None
    kind: Literal["rss", "json"] | None = None


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """A reading, or why there is none."""

    reading: Reading | None = None
    fault: Fault | None = None
    words: str = ""


class Questions(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Texts to read; ``known`` is the packed `tracker.extraction.names.catalogue.Catalogue`."""

    texts: tuple[Text, ...]
    known: bytes


class GetReady(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What a process is asked before its first questions, whose time is short: to compile what
    reads texts. Feeds and pages need none of it."""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in each text, ``None`` where whoever asked is to read it."""

    reads: tuple[TextRead | None, ...]


JOBS = {
    "feed": "tracker.feeds.syndication:read",
    "json": "tracker.feeds.json_feed:read",
    "list": "tracker.feeds.list_page:read",
    "page": "tracker.feeds.detail_page:read",
    "pdf": "tracker.feeds.pdf:read",
    "federal-register": "tracker.feeds.federal_register:read",
    "federal-register-document": "tracker.feeds.federal_register:read_document",
    "govuk": "tracker.feeds.govuk:read",
    "govuk-document": "tracker.feeds.govuk:read_document",
    "mail": "tracker.feeds.mail:read",
    "file": "tracker.feeds.local_file:read",
    "look": "tracker.feeds.looking:read",
}
"""What can be done with a body, and which function does it: ``(Task) -> Reading``."""


def done(task: Task) -> Reply:
    """Do a task; whatever goes wrong is told, nothing is raised but a lack of memory."""
    module, _, name = JOBS[task.job].partition(":")
    try:
        reading: Reading = getattr(import_module(module), name)(task)
    except FetchError as error:
        return Reply(fault=Fault(error.fault or Fault.MALFORMED), words=error.reason)
    except RecursionError:
        return Reply(fault=Fault.LIMITS, words="it is nested too deeply to be read")
    except MemoryError:
        return Reply(fault=Fault.LIMITS, words="it needs more memory than a reader may take")
    except Exception as error:  # parsers raise whatever they meet in hostile input
        kind = type(error).__name__
        return Reply(fault=Fault.MALFORMED, words=f"it cannot be read ({kind}: {error})"[:300])
    return Reply(reading=reading)
