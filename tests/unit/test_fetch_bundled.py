"""Is a file that ships with the program read as if it had been fetched?"""

import hashlib
from datetime import UTC, datetime

import pytest

from tracker.errors import FetchError
from tracker.feeds.bundled import is_bundled, read_bundled

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
SAMPLE = "bundled:sample/feed.xml"


def test_the_sample_feed_is_read_with_its_hash_as_etag():
    got = read_bundled(SAMPLE, fetched_at=NOW)
    assert (got.status, got.fetched_at, got.final_url) == (200, NOW, SAMPLE)
    assert got.etag == f'"{hashlib.sha256(got.body).hexdigest()}"'


def test_a_second_read_says_not_modified():
    first = read_bundled(SAMPLE, fetched_at=NOW)
    second = read_bundled(SAMPLE, fetched_at=NOW, etag=first.etag)
    assert (second.status, second.body, second.etag) == (304, b"", first.etag)


@pytest.mark.parametrize(
    "url",
    [
        "bundled:../pyproject.toml",
        "bundled:sample/../../pyproject.toml",
        "bundled:/etc/passwd",
        "bundled:sample\\..\\x",
        "bundled:",
        "bundled:sample/none.xml",
        "bundled:sample",
        "http://example.org/",
    ],
)
def test_a_name_that_leads_elsewhere_or_nowhere_is_refused(url):
    with pytest.raises(FetchError):
        read_bundled(url, fetched_at=NOW)


def test_only_the_scheme_makes_an_address_bundled():
    assert is_bundled(SAMPLE)
    assert not is_bundled("https://example.org/bundled:x")
