"""What stands around a page on which templates are tried out?"""

from datetime import UTC, datetime

from tracker.domain.questions import Clocks
from tracker.rendering.addresses import Addresses
from tracker.rendering.loading import Templates
from tracker.rendering.pages.frame import Around, FrameView, frame_view
from tracker.rendering.sample import sample_field
from tracker.rendering.words import Words

NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)


def sample_frame(words: Words, templates: Templates, *, path: str = "/") -> FrameView:
    """Return a frame of an invented field, the same each time."""
    field = sample_field()
    files = templates.loader.names("web/static", ending="")
    served = [name.rpartition("/")[2] for name in files]
    return frame_view(
        words,
        Around(
            path=path,
            query=(),
            addresses=Addresses(),
            clocks=Clocks(now=NOW),
            title=field.title,
            disclaimer=field.disclaimer[words.language],
            head=(1, "0" * 64),
            version="0",
            assets={name: f"/static/{name}" for name in served},
        ),
    )
