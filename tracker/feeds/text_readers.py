"""How are texts read on another core, beside the fetching and the recording?"""

from collections.abc import Iterator, Sequence
from threading import Lock

import msgspec

from tracker.errors import FetchError
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.text_read import Text, TextRead
from tracker.feeds.readers import Readers, shared_readers
from tracker.feeds.tasks import Answers, Questions, Reply
from tracker.feeds.text_tasks import with_texts

LONGEST = 60_000
"""A longer text is left to who asks: it may need more time than a reader process is given."""

AT_ONCE = 60_000
"""So many characters one process is given at once."""

LARGEST = 4_000_000
"""More bytes of known acts cost more to send than is won."""


class ProcessTextReaders:
    """Reads texts in the reader processes; may be shared between threads."""

    def __init__(self, readers: Readers | None = None) -> None:
        """``readers`` are those of this process unless given."""
        self._readers = readers or shared_readers()
        self._lock = Lock()
        self._packed: tuple[Catalogue, bytes] | None = None

    def read(self, texts: Sequence[Text], *, known: Catalogue) -> tuple[TextRead | None, ...]:
        """Read some texts; see `tracker.ports.TextReaders`."""
        packed = self._known(known)
        found: dict[Text, TextRead | None] = {}
        if len(packed) <= LARGEST:
            for some in _portions(text for text in texts if len(text.text) <= LONGEST):
                found.update(zip(some, self._ask(some, packed), strict=True))
        return tuple(found.get(text) for text in texts)

    def _ask(self, texts: tuple[Text, ...], known: bytes) -> tuple[TextRead | None, ...]:
        try:
            frame = msgspec.msgpack.encode(Questions(texts=texts, known=known))
            answer = self._readers.exchange(frame, texts=True)
            if not isinstance(answer, Reply):
                return with_texts(msgspec.msgpack.decode(answer, type=Answers), texts)
        except (FetchError, msgspec.MsgspecError, UnicodeEncodeError):
            pass  # nothing is lost by it: whoever asked reads these texts
        return (None,) * len(texts)

    def _known(self, known: Catalogue) -> bytes:
        with self._lock:
            if self._packed is None or self._packed[0] is not known:
                self._packed = (known, msgspec.msgpack.encode(known))
            return self._packed[1]


def _portions(texts: Iterator[Text]) -> Iterator[tuple[Text, ...]]:
    some: list[Text] = []
    for text in texts:
        if some and sum(len(one.text) for one in some) + len(text.text) > AT_ONCE:
            yield tuple(some)
            some = []
        some.append(text)
    if some:
        yield tuple(some)
