"""What can go wrong, as one tree; every error carries its facts as attributes and says what to do.

::

    TrackerError                 anything this program raises on purpose (command line: exit 1)
    ├── UsageError               a question or option that makes no sense (exit 2)
    ├── InputError               a line of a file that cannot be taken: file, line, reason
    ├── UnknownMeasure           an id that no record names: measure
    ├── NotRecorded              an id that nothing bears: kind, id
    ├── ReviewError              a decision that cannot be taken: subject
    ├── SourceError              a source that does not exist or may not be added: source
    ├── FetchError               a fetch that brought nothing to read: url, reason, fault
    ├── AccountError             an account that cannot be made, changed or found: account
    ├── SignInRefused            a name and a password that let nobody in: until
    ├── SubscriptionError        a reader who cannot be taken in or found: subscription
    ├── DeliveryError            a parcel that did not arrive: permanent, everyone, …
    ├── StillReading             the log is being read, and the question needs all of it: done
    ├── AlreadyRunning           another service works on this database: holder
    └── StoreError               the event log cannot be read or written
        ├── ConcurrentAppend     the stream moved under us: stream, expected, actual
        ├── ChainBroken          the log is not what was written: position, reason
        ├── HeadNotFound         a head hash that is nowhere in the chain: head
        ├── SchemaTooNew         the database was made by a newer program: found, known
        └── SchemaTooOld         the database waits for `tracker upgrade`: found, known
"""

from datetime import datetime


class TrackerError(Exception):
    """The root of the tree: a sentence for people, facts as attributes."""


class UsageError(TrackerError):
    """A question or an option that makes no sense as it was typed."""


class InputError(TrackerError):
    """A line of a file that cannot be taken; nothing of the file was recorded."""

    def __init__(self, reason: str, *, file: str | None = None, line: int | None = None) -> None:
        self.reason = reason
        self.file = file
        self.line = line
        place = file or "input"
        if line is not None:
            place = f"{place}:{line}"
        super().__init__(f"{place}: {reason}")


class UnknownMeasure(TrackerError):
    """An id that no record names."""

    def __init__(self, measure: str) -> None:
        self.measure = measure
        super().__init__(f"unknown measure {measure}: no record names it")


class NotRecorded(TrackerError):
    """Something that was asked for by an id that nothing bears; ``kind`` says what in a word."""

    def __init__(self, kind: str, id: str) -> None:
        self.kind = kind
        self.id = id
        super().__init__(f"there is no {kind} {id} in this log; look for it with the search")


class ReviewError(TrackerError):
    """A decision that cannot be taken; nothing was recorded."""

    def __init__(self, reason: str, *, subject: str) -> None:
        self.subject = subject
        super().__init__(reason)


class SourceError(TrackerError):
    """A source that does not exist, exists already or may not be added."""

    def __init__(self, reason: str, *, source: str) -> None:
        self.source = source
        super().__init__(reason)


class FetchError(TrackerError):
    """A fetch that brought nothing to read; a fact about the source, never about the law.

    ``fault`` is one of `tracker.domain.visits.Fault`, ``visits`` are the requests that were made
    (`tracker.domain.visits.Visit`), the failed one last.
    """

    def __init__(
        self,
        reason: str,
        *,
        url: str,
        status: int | None = None,
        fault: str | None = None,
        retry_after_seconds: int | None = None,
        visits: tuple[object, ...] = (),
    ) -> None:
        self.reason = reason
        self.url = url
        self.status = status
        self.fault = fault
        self.retry_after_seconds = retry_after_seconds
        self.visits = visits
        super().__init__(f"{url}: {reason}")


class SubscriptionError(TrackerError):
    """A reader who cannot be taken in, or a subscription that is not there."""

    def __init__(self, reason: str, *, subscription: str | None) -> None:
        self.subscription = subscription
        super().__init__(reason)


class AccountError(TrackerError):
    """An account that cannot be made, changed or found."""

    def __init__(self, reason: str, *, account: str) -> None:
        self.account = account
        super().__init__(reason)


class SignInRefused(TrackerError):
    """A name and a password that let nobody in; it never tells which of the two is wrong.

    ``until`` is when another attempt is allowed, where there were too many.
    """

    def __init__(self, *, until: datetime | None = None) -> None:
        self.until = until
        wait = f"too many attempts; try again after {until:%H:%M} UTC" if until else None
        super().__init__(wait or "name or password is wrong")


class DeliveryError(TrackerError):
    """A parcel that did not arrive; its sentence never names the reader.

    ``permanent`` tells that trying again is of no use, ``unknown_reader`` that the address itself
    was refused for good, ``everyone`` that nobody can be reached on this channel now.
    ``wait_seconds`` is how long the other side asks to be left alone.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        unknown_reader: bool = False,
        everyone: bool = False,
        wait_seconds: float | None = None,
    ) -> None:
        self.permanent = permanent
        self.unknown_reader = unknown_reader
        self.everyone = everyone
        self.wait_seconds = wait_seconds
        super().__init__(reason)


class StillReading(TrackerError):
    """The service has started and reads its log; what needs the whole of it has to wait."""

    def __init__(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        share = f"{done:,} of {total:,} entries" if total else "nothing yet"
        super().__init__(
            f"warming up: the service has just started and reads its log ({share}); "
            "ask again in a few seconds"
        )


class AlreadyRunning(TrackerError):
    """Another service holds this database."""

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(
            f"another tracker service works on this database ({holder}); stop it first, "
            "or give this one another --database"
        )


class StoreError(TrackerError):
    """The event log cannot be read or written."""


class ConcurrentAppend(StoreError):
    """Somebody appended to the stream since it was read; read again and decide anew."""

    def __init__(self, stream: str, *, expected: int, actual: int) -> None:
        self.stream = stream
        self.expected = expected
        self.actual = actual
        super().__init__(f"stream {stream} stands at {actual}, expected {expected}; read it again")


class ChainBroken(StoreError):
    """The log is not what was written, from ``position`` on."""

    def __init__(self, position: int, reason: str) -> None:
        self.position = position
        self.reason = reason
        super().__init__(f"the log is broken at position {position}: {reason}")


class HeadNotFound(StoreError):
    """A head hash that is nowhere in the chain: events were cut off, or it is another log."""

    def __init__(self, head: str) -> None:
        self.head = head
        super().__init__(
            f"head {head} is nowhere in this log: events after it were cut off, "
            "or it belongs to another database"
        )


class SchemaTooNew(StoreError):
    """The database was made by a newer program than this one."""

    def __init__(self, *, found: str, known: str) -> None:
        self.found = found
        self.known = known
        super().__init__(
            f"this database has schema {found}, this program knows {known}; "
            "install the newer program to open it"
        )


class SchemaTooOld(StoreError):
    """The database was made by an older program, and holds a history."""

    def __init__(self, *, found: str, known: str) -> None:
        self.found = found
        self.known = known
        super().__init__(
            f"this database has schema {found}, this program needs {known}; run tracker upgrade "
            "(it makes a backup first; tracker upgrade --dry-run shows what would change)"
        )
