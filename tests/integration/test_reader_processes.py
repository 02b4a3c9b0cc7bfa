"""Is what is read kept within its bounds, and does the program live on?"""

import threading
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from tests.integration.site import rss, rss_item
from tests.runaway import PATIENCE
from tracker.domain.facts import SourceAdded
from tracker.errors import FetchError
from tracker.feeds import tasks
from tracker.feeds.readers import Readers
from tracker.feeds.tasks import Task

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def task(body=b"", job="feed", url="https://example.org/feed"):
    data = body if isinstance(body, bytes) else body.encode()
    return Task(job=job, body=data, url=url, now=NOW, source=SourceAdded(id="s", url=url))


@pytest.fixture
def readers():
    pool = Readers(2)
    yield pool
    pool.close()


@pytest.fixture
def harmful(tmp_path, monkeypatch):
    """Jobs that no parser should be, in a module that only the reader processes import."""
    (tmp_path / "harmful.py").write_text(
        "import os, time\n"
        "def spin(task):\n    while True: pass\n"
        "def sleep(task):\n    time.sleep(60)\n"
        "def grow(task):\n    held = [bytes(50_000_000) for _ in range(100)]\n"
        "def die(task):\n    os._exit(3)\n"
        "def deep(task):\n    return deep(task)\n"
        "def chat(task):\n    print('noise'); os.system('echo noise')\n"
        "    from tracker.feeds.tasks import Reading\n"
        "    return Reading(text=str(dict(os.environ)))\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "sitecustomize.py").write_text(
        "from tracker.feeds import tasks\n"
        "for name in ('spin', 'sleep', 'grow', 'die', 'deep', 'chat'):\n"
        "    tasks.JOBS[name] = f'harmful:{name}'\n"
    )
    return tasks


def refused(readers, job):
    with pytest.raises(FetchError) as caught:
        readers.read(task(job=job))
    return caught.value


def test_one_process_serves_many_tasks(readers):
    for number in range(5):
        (item,) = readers.read(task(rss(rss_item(number)))).items
        assert item.item_id == f"n{number}"
    assert len(readers._idle) == 1


def test_what_cannot_be_read_is_told_with_its_fault(readers):
    with pytest.raises(FetchError) as caught:
        readers.read(task("<html><p>a page</p></html>"))
    assert (caught.value.fault, caught.value.url) == ("content_type", "https://example.org/feed")
    assert readers.read(task(rss(rss_item(1)))).items


@pytest.mark.parametrize("job", ["grow", "die", "deep"])
def test_a_reader_that_dies_or_breaks_ends_in_a_refusal_and_another_takes_over(
    harmful, readers, job
):
    error = refused(readers, job)
    assert error.fault == "limits"
    assert readers.read(task(rss(rss_item(1)))).items


def test_a_reader_that_computes_or_sleeps_too_long_is_stopped_and_others_go_on(harmful):
    wall = 10  # a busy machine takes some seconds to start a process
    readers = Readers(3, wall_seconds=wall)
    readers.read(task(rss(rss_item(1))))
    started = time.monotonic()
    errors = {}
    threads = [
        threading.Thread(target=lambda job=job: errors.update({job: refused(readers, job)}))
        for job in ("spin", "sleep")
    ]
    for thread in threads:
        thread.start()
    assert readers.read(task(rss(rss_item(2)))).items
    assert errors == {}, "the others waited until these were stopped"
    for thread in threads:
        thread.join()
    readers.close()
    assert time.monotonic() - started < 3 * wall
    assert {error.fault for error in errors.values()} == {"limits"}
    assert f"more than {wall} seconds" in errors["sleep"].reason


def test_a_reader_knows_no_settings_and_its_noise_hurts_nobody(harmful, readers, monkeypatch):
    monkeypatch.setenv("TRACKER_MAIL_PASSWORD", "hunter2")
    told = readers.read(task(job="chat")).text or ""
    assert "hunter2" not in told
    assert "PYTHONPATH" in told


BOMB = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10 if i else 'lol'}'>" for i in range(12))


MANY = " ".join(f"a{i}='1'" for i in range(60_000))


@pytest.mark.parametrize(
    "body",
    [
        f"<!DOCTYPE rss [{BOMB}]>" + rss("<item><title>&l11;</title></item>"),
        rss(f"<item><title>a</title><author>{'a ' * 32_000}</author></item>"),
        rss(f"<item><title>{'<a>' * 60_000}</title></item>"),
        rss(f"<item {'x' * 3_000_000}='1'><title>a</title></item>"),
        rss(f"<item a='{'x' * 6_000_000}'><title>a</title></item>"),
        rss(f"<item {MANY}><title>a</title></item>"),
        rss("<item><title>" + "&amp;" * 500_000 + "</title></item>"),
        rss("<item><pubDate>" + "1" * 200_000 + "</pubDate><title>a</title></item>"),
        rss("<item><description>" + "&lt;b&gt;" * 200_000 + "</description></item>"),
        "<" * 500_000,
        "[" * 500_000,
        '{"items":' + "[" * 200_000,
        "<?xml version='1.0'?>" + "<!--" * 100_000,
        "<![CDATA[" * 100_000,
    ],
    ids=lambda body: body[:40],
)
def test_every_hostile_feed_comes_to_an_end(readers, body):
    readers.read(task(rss(rss_item(1))))
    started = time.monotonic()
    with suppress(FetchError):
        assert readers.read(task(body)).items
    assert time.monotonic() - started < PATIENCE
