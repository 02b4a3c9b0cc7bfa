"""Do hostile sources end in a recorded refusal within seconds, while the others go on?"""

import gzip
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from pytest_httpserver import HTTPServer
from werkzeug import Response

from tests.integration.site import a_web, failed, poll, rss
from tests.integration.watched import Watched, feed, watched
from tests.runaway import PATIENCE
from tracker.domain.facts import SourceAdded

BOMB = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10 if i else 'lol'}'>" for i in range(12))
DEEP = "<a>" * 120_000
ITEM = "<item><guid>1</guid><title>a</title>{}</item>"
HOSTILE: dict[str, tuple[bytes, dict[str, str], bool]] = {
    "entities": (f"<!DOCTYPE rss [{BOMB}]>{rss(ITEM.format('&l11;'))}".encode(), {}, True),
    "packed": (gzip.compress(bytes(60_000_000)), {"Content-Encoding": "gzip"}, True),
    "packed-twice": (
        gzip.compress(gzip.compress(bytes(60_000_000))),
        {"Content-Encoding": "gzip, gzip"},
        True,
    ),
    "deep": (rss(ITEM.format(DEEP)).encode(), {}, False),
    "deep-json": (
        b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 90_000,
        {},
        True,
    ),
    "wide": (rss(ITEM.format(f"<b c='{'x' * 9_000_000}'/>")).encode(), {}, False),
    "author": (rss(ITEM.format(f"<author>{'a@b.c ' * 11_000}</author>")).encode(), {}, False),
    "huge": (b"<rss>" + b" " * 21_000_000, {}, True),
}
"""The body, its headers, and whether it must be refused; what may be read must be read in time."""


@pytest.fixture
def office(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Watched]:
    with watched(tmp_path, httpserver) as found:
        found.body = feed(("9", "The share is 0.1%."))
        yield found


def test_hostile_sources_end_in_facts_and_others_go_on(
    office: Watched, httpserver: HTTPServer
) -> None:
    office.tracker.settings.fetch.timeout_seconds = 3
    for name, (body, headers, _) in HOSTILE.items():
        answer = Response(body, content_type="application/rss+xml", headers=headers)
        httpserver.expect_request(f"/{name}").respond_with_response(answer)
        source = SourceAdded(id=name, url=httpserver.url_for(f"/{name}"))
        office.tracker.sources.add(source)
    lasted: dict[str, float] = {}
    for name in HOSTILE:
        began = time.monotonic()
        office.tracker.poll(name)
        lasted[name] = time.monotonic() - began
    assert max(lasted.values()) < PATIENCE, lasted
    office.hands.on(hours=1)
    results = {one.source: one for one in office.tracker.poll()}
    assert results["office"].new == 1
    facts = {fact["id"]: fact for fact in office.bodies("SourcePolled")}
    for name, (_, _, refused) in HOSTILE.items():
        fact = facts[name]
        if refused or fact["outcome"] == "failed":
            assert (fact["outcome"], bool(fact["fault"])) == ("failed", True), name
            assert results[name].error
        else:
            assert fact["outcome"] in ("read", "unchanged"), name
    assert office.tracker.log.verify().position == office.position


def test_a_certificate_that_nobody_vouches_for_is_a_tls_failure(tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    bundle = tmp_path / "house.pem"
    authority.cert_pem.write_to_path(str(bundle))
    with HTTPServer(host="127.0.0.1", ssl_context=context) as server:
        server.expect_request("/feed").respond_with_data(rss(ITEM.format("")))
        url = server.url_for("/feed")
        assert failed(url).fault == "tls"
        assert len(poll(url, web=a_web(ca_bundle=str(bundle))).items) == 1
        other = trustme.CA()
        other.cert_pem.write_to_path(str(bundle))
        assert failed(url, web=a_web(ca_bundle=str(bundle))).fault == "tls"


def test_a_certificate_of_another_name_is_a_tls_failure_in_the_log(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("elsewhere.example").configure_cert(context)
    bundle = tmp_path / "house.pem"
    authority.cert_pem.write_to_path(str(bundle))
    with (
        HTTPServer(host="127.0.0.1", ssl_context=context) as server,
        watched(tmp_path, httpserver) as office,
    ):
        office.tracker.settings.fetch.ca_bundle = str(bundle)
        office.tracker.sources.add(SourceAdded(id="other", url=server.url_for("/feed")))
        office.tracker.poll("other")
        fact = office.bodies("SourcePolled")[-1]
        assert (fact["outcome"], fact["fault"]) == ("failed", "tls")


def test_what_a_feed_says_is_never_executed_formatted_or_used_as_a_path(
    office: Watched, tmp_path: Path
) -> None:
    texts = (
        "{{ 7 * 7 }} {% raw %} ${7*7} %(secret)s {0.__class__}",
        "../../../etc/passwd",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "'; DROP TABLE events; --",
    )
    office.body = feed(*((text, text) for text in texts))
    before = set(tmp_path.rglob("*"))
    assert office.poll().new == len(texts)
    written = {path.name for path in set(tmp_path.rglob("*")) - before}
    assert written <= {"tracker.db-wal", "tracker.db-shm"}
    told = {body["title"] for body in office.bodies("AnnouncementRecorded")}
    assert "Notice {{ 7 * 7 }} {% raw %} ${7*7} %(secret)s {0.__class__}" in told
    page = office.tracker.digest(since="2030-01-01", until="2030-01-12", shape="html")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert office.tracker.log.verify().position == office.position
