"""A tracker on the bundled rulebook with some documents in it: what the pages are read from."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from tracker.application.desk.adding import Brought
from tracker.cli.demonstration import SAMPLE
from tracker.config import Settings
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DOCUMENTS = Path(__file__).resolve().parents[1] / "accuracy" / "documents"
GAZETTE = SourceAdded(
    id="gazette",
    url="https://gazette.example/feed",
    authority="issuer",
    jurisdiction="CN",
    timezone="Asia/Shanghai",
    title="The gazette",
)
PAPER = SourceAdded(
    id="paper",
    url="https://paper.example/feed",
    authority="press",
    jurisdiction="CN",
    timezone="Asia/Shanghai",
    title="<b>The paper</b>",
)
HOSTILE = """<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}</title></head><body>
<p>商务部公告2025年第61号&lt;script&gt;document.title='owned'&lt;/script&gt; is said to change.</p>
<p>&lt;img src=x onerror="document.title='owned'"&gt; {{ 7*7 }} {% raw %} \u202e evil</p>
<script>document.title='owned'</script></body></html>"""


@contextmanager
def opened(folder: Path, *, rulebook: bool = True) -> Iterator[Tracker]:
    """Give a tracker whose clock stands still, with the bundled rulebook and some documents."""
    settings = Settings(database=f"sqlite:///{folder / 'tracker.db'}")
    with Tracker(settings, clock=lambda: NOW) as tracker:
        if rulebook:
            tracker.rulebook_apply()
            furnish(tracker)
        yield tracker


def furnish(tracker: Tracker) -> None:
    """Poll the sample feed; bring a notice, a revision of another, and a hostile report."""
    tracker.choose_policy("default", by="somebody")
    for source in (SAMPLE, GAZETTE, PAPER):
        tracker.sources.add(source)
    tracker.poll(SAMPLE.id)
    notice = (DOCUMENTS / "01-two-themes-on-publication.zh.html").read_bytes()
    bring(tracker, notice, url="https://gazette.example/941", published=date(2026, 2, 6))
    order = (DOCUMENTS / "03-suspend-one-item-inclusive.zh.txt").read_bytes()
    for body in (order, order.replace(b"\n", "\n更正一处。\n".encode(), 1)):
        bring(tracker, body, url="https://gazette.example/order", kind="text/plain; charset=utf-8")
    bring(tracker, HOSTILE.encode(), url="https://paper.example/evil", source=PAPER)


def bring(
    tracker: Tracker,
    body: bytes,
    *,
    url: str,
    kind: str = "text/html; charset=utf-8",
    source: SourceAdded | None = None,
    published: date = date(2026, 11, 20),
) -> str:
    """Store a document as an announcement of a source and return its id."""
    brought = Brought(
        body=body,
        content_type=kind,
        source=(source or GAZETTE).id,
        published=published,
        url=url,
    )
    return tracker.adding.add(brought, by="somebody").announcement
