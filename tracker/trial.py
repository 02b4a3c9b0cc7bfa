"""Does every page print, with the reader's own templates in front?

A service is opened on a database of its own in a folder that is thrown away, with the rulebook and
a notice that waits for review; each of its pages is asked for in every language.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2
import msgspec

from tracker.application.charts.busy_day import busy_day
from tracker.application.desk.adding import Brought
from tracker.application.people.accounts import Role
from tracker.config import Settings
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker
from tracker.projection.proposals import State
from tracker.rendering.addresses import Addresses, in_path
from tracker.rendering.loading import Templates
from tracker.rendering.pages.sample import sample_frame
from tracker.rendering.pages.today.busy_day import busy_day_view
from tracker.rendering.words import LANGUAGES, Words
from tracker.service import application

_NAME = "trial"
_SOURCE = SourceAdded(
    id=_NAME, url="https://example.org/feed", authority="issuer", jurisdiction="CN",
    timezone="Asia/Shanghai", title="A source",
)  # fmt: skip
_MIRROR = SourceAdded(
    id=f"{_NAME}-mirror", url="https://mirror.example.org/feed", authority="official",
    jurisdiction="CN", timezone="Asia/Shanghai", title="A source of copies",
)  # fmt: skip
_NOTICE = """商务部公告2099年第999号 公布对镓相关物项实施出口管制
【发布单位】商务部 【发布日期】2099年1月5日
根据《中华人民共和国出口管制法》，经国务院批准，决定对镓相关物项实施出口管制。
一、金属镓未经许可，不得出口。
本公告自2099年2月1日起实施。
"""
_LIST = b"part;element;share;origin;made in;to\nA-1;Dy;0.2%;CN;DE;US\n"
_PRODUCT = {"symbol": "Dy", "share": "0.2%", "element_origin": "CN", "made_in": "DE", "to": "US"}


def try_pages(settings: Settings) -> int:
    """Ask for every page of the service; return how many were printed.

    Raises `tracker.errors.InputError` with template and line of the first fault. What is in the
    reader's own database is neither read nor changed.
    """
    with TemporaryDirectory() as folder:
        own = msgspec.structs.replace(
            settings, database=f"sqlite:///{Path(folder) / 'trial.db'}", digest_folder=None
        )
        with Tracker(own) as tracker:
            furnished = _furnish(tracker)
            _busy_day(tracker)
            return asyncio.run(_asked(tracker, furnished))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Furnished:
    """What the pages are asked for by: ids, and the word of a token that may see all of them."""

    token: str
    subscription: str
    list_choice: str


def _furnish(tracker: Tracker) -> _Furnished:
    tracker.rulebook_apply()
    tracker.choose_policy("person", by=_NAME)
    _bring(tracker, _SOURCE, _NOTICE)
    _bring(tracker, _MIRROR, _NOTICE.replace("2099年2月1日", "2099年3月1日"))
    tracker.enrolling.add(_NAME, tracker.enrolling.draw(32), role=Role.ADMIN)
    account, word = tracker.enrolling.give_token(_NAME, label=_NAME, role=Role.ADMIN, days=1)
    owner = f"account/{account.account}"
    tracker.belongings.keep(
        owner, "A list", file_name="list.csv", body=_LIST, mapping={}, parts=1, by=_NAME
    )
    made = tracker.subscribe("https://example.org/hook", cadence="weekly")
    return _Furnished(token=word, subscription=made.id, list_choice=f"account%2F{owner[8:]}/A list")


def _bring(tracker: Tracker, source: SourceAdded, text: str) -> None:
    tracker.sources.add(source)
    published = (tracker.clock() - timedelta(days=1)).date()
    brought = Brought(
        body=text.encode(), content_type="text/plain; charset=utf-8", source=source.id,
        published=published, url=f"{source.url}/notice",
    )  # fmt: skip
    tracker.adding.add(brought, by=_NAME)


async def _asked(tracker: Tracker, furnished: _Furnished) -> int:
    app = application(tracker, health=lambda: (True, {}))
    transport, printed = httpx2.ASGITransport(app=app, raise_app_exceptions=True), 0
    async with httpx2.AsyncClient(transport=transport, base_url="http://trial") as client:
        for language in LANGUAGES:
            stranger = {"Accept-Language": language}
            person = {**stranger, "Authorization": f"Bearer {furnished.token}"}
            for address in _addresses(tracker, furnished):
                await client.get(address, headers=person)
                printed += 1
            for address in ("/", "/sign-in", "/digests"):
                await client.get(address, headers=stranger)
                printed += 1
            for form in _forms(furnished):
                await client.post("/check", data=form, headers=person)
                printed += 1
    return printed


def _addresses(tracker: Tracker, furnished: _Furnished) -> Iterator[str]:
    """Yield the addresses of all pages, in each of their looks."""
    yield from _PLAIN
    held = tracker.library.whole()
    for kind, ids in (
        ("measures", tuple(held.measures)[:3]),
        ("instruments", tuple(held.instruments)[:3]),
        ("announcements", tuple(held.announcements)[:3]),
    ):
        yield from (f"/{kind}/{in_path(one)}" for one in ids)
    for name in tuple(held.announcements)[:1]:
        yield Addresses().to("/review/read", announcement=name)
    for one in tracker.review.proposals(tuple(State)):
        yield from (f"/review/{one.id}", f"/review/{one.id}/edit")
    task = next(iter(tracker.upcoming().tasks), None)
    if task is not None:
        yield Addresses().to("/review/close", task=task.task)
    effect = next(iter(held.effects), None)
    if effect is not None:
        yield Addresses().to("/review/retract", effect=effect)
    for copies in tracker.conflicts.waiting():
        yield Addresses().to("/review/settle", number=copies.number)
    yield f"/digests/subscriptions/{furnished.subscription}"
    yield f"/sources/change?id={_NAME}"
    yield "/nothing-here"


_PLAIN = (
    "/", "/rules", "/rules?status=suspended&on=2025-12-05", "/timeline", "/timeline?view=table",
    "/timeline.svg", "/compare", "/compare?from=2025-11-01&to=2025-12-01", "/search?q=8505.11",
    "/search", "/search?q=nothing-of-the-kind", "/check", "/review", "/sources",
    "/digests", "/log", "/log/verify", "/sign-in", "/account", "/lists",
)  # fmt: skip


def _forms(furnished: _Furnished) -> Sequence[dict[str, Any]]:
    """Return what the check is asked: a product, on two days, a list, and something senseless."""
    return (
        _PRODUCT,
        {**_PRODUCT, "on": "2025-10-20", "versus": "2025-12-05"},
        {"what": "list", "kept": furnished.list_choice},
        {"on": "never"},
    )


def _busy_day(tracker: Tracker) -> None:
    """Print today as it looks where there are too many rules to tell all."""
    templates = Templates(tracker.template_folder)
    for language in LANGUAGES:
        words = Words(templates.words(), language)
        view = busy_day_view(words, busy_day(tracker.queries), Addresses())
        frame = sample_frame(words, templates)
        templates.render("web/busy-day.html.j2", page=view, frame=frame)
