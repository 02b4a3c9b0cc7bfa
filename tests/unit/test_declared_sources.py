"""Which sources does a TOML file describe, and how is a fault in it told?"""

from pathlib import Path

import pytest

from tracker.domain.facts import DetailPage, ListPage
from tracker.errors import InputError
from tracker.feeds.declared import load_declared, read_declared

SHIPPED = Path(__file__).resolve().parents[2] / "db" / "sources.toml"

WHOLE = """
[[source]]
id = "ministry"
title = "Ministry: announcements"
url = "https://ministry.example/{year}/index.html"
kind = "list"
authority = "issuer"
jurisdiction = "CN"
language = "zh"
timezone = "Asia/Shanghai"
cadence = "3h"
staleness = "1d"
silent_after = "30d"
minimum_items = 5
enabled = true
verified = "opened on 2026-11-21"
quirks = "late"
republish = "none"
normalise = [".counter", "/[0-9]+ visits/"]
robots = "ignore"
robots_reason = "leave given by letter"
encoding = "gb18030"
pace = "5s"
parameters = { "a[]" = ["1", "2"], b = "3" }

[source.list]
item = "#news li"
date = "span"
title = ["a@title", "a"]
pages = 3

[source.detail]
body = ["#zoom", ".art-con"]
"""


def test_every_key_reaches_the_source():
    (declared,) = load_declared(WHOLE, file="own.toml")
    source = declared.source
    assert (declared.enabled, declared.quirks) == (True, "late")
    assert (source.id, source.kind, source.authority) == ("ministry", "list", "issuer")
    assert (source.cadence_seconds, source.staleness_budget_seconds) == (10_800, 86_400)
    assert (source.silent_after_seconds, source.pace_seconds) == (30 * 86_400, 5)
    assert source.list == ListPage(item="#news li", date=("span",), title=("a@title", "a"), pages=3)
    assert source.detail == DetailPage(body=("#zoom", ".art-con"))
    assert source.parameters == {"a[]": ("1", "2"), "b": ("3",)}
    assert (source.republishing, source.encoding) == ("none", "gb18030")
    assert source.verified == "opened on 2026-11-21"


def test_what_is_not_said_has_the_usual_value():
    text = '[[source]]\nid = "a"\nurl = "https://x.example/feed"\ncadence = "2h"\ndetail = true\n'
    (declared,) = load_declared(text, file="own.toml")
    assert not declared.enabled
    assert declared.source.staleness_budget_seconds == 4 * 7200
    assert declared.source.detail == DetailPage()
    assert declared.source.republishing == "quote"


GOOD = '[[source]]\nid = "a"\nurl = "https://x.example/"\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD + 'cadense = "6h"', 4, "cadense: there is no such key; did you mean 'cadence'?"),
        ('[[source]]\nid = "a"', 1, "url: this key is missing"),
        (GOOD + 'cadence = "6 hours"', 4, "cadence: '6 hours' is no span of time"),
        (GOOD + 'kind = "rs"', 4, "kind: write one of: rss, json, list"),
        (GOOD + 'timezone = "Mars/X"', 4, "timezone: 'Mars/X' is no time zone"),
        (GOOD + "minimum_items = -1", 4, "minimum_items: a count"),
        (GOOD + 'minimum_items = "3"', 4, "minimum_items: expected `int`, got `str`"),
        (GOOD + 'robots = "ignore"', 4, "needs a robots_reason"),
        (GOOD + '[source.list]\nitem = "li["', 5, "list.item: 'li[' is no CSS selector"),
        (GOOD + '[source.list]\nlink_pattern = "("', 5, "list.link_pattern: no regular expression"),
        (GOOD + 'list = { itm = "li" }', 4, "list.itm: there is no such key; did you mean 'item'?"),
        (GOOD + '[source.detail]\nbody = "p:no("', 5, "detail.body: 'p:no(' is no CSS selector"),
        (GOOD.replace("https", "ftp"), 3, "url: 'ftp://x.example/' is no http or https address"),
        (GOOD.replace('"a"', '"A b"'), 2, "id: small letters"),
        (GOOD + GOOD, 5, "a second source 'a'"),
        ("sources = 1", 1, "unknown key 'sources'"),
        ("x =", 1, "Invalid value"),
        (GOOD + 'title = "a', 4, "Unterminated string"),
    ],
)
def test_a_fault_names_file_line_key_and_reason(text, line, says):
    with pytest.raises(InputError) as caught:
        load_declared(text, file="own.toml")
    assert caught.value.file == "own.toml"
    assert caught.value.line == line
    assert says in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_declared(tmp_path / "none.toml")


def test_every_shipped_source_says_how_it_was_verified_and_none_is_on():
    shipped = load_declared(SHIPPED.read_text(encoding="utf-8"), file="db/sources.toml")
    assert len(shipped) >= 15
    for declared in shipped:
        source = declared.source
        assert source.verified, source.id
        assert source.jurisdiction, source.id
        assert source.language, source.id
        assert source.timezone, source.id
        assert not declared.enabled, source.id
