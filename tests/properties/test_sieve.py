"""Is the same found where patterns are tried only near the words that they need?

``TRACKER_PROPERTY_EXAMPLES`` says how many random texts are read both ways.
"""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.properties.test_plain_news import FEW, KNOWN, TEXTS, pieces
from tracker.extraction.classes import plain_news
from tracker.extraction.classes.stances import STANCES
from tracker.extraction.days.times_chinese import CHINESE_TIMES
from tracker.extraction.days.times_english import ENGLISH_TIMES
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import KnownIssuer
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.names.wordings import WORDINGS
from tracker.extraction.prose.flow import Flow
from tracker.extraction.scope.comparisons import COMPARISONS
from tracker.extraction.scope.requirements import REQUIREMENTS
from tracker.extraction.spelling import needed_words, pattern_shapes, sieve
from tracker.extraction.spelling.calendar_words import PATTERNS as DAYS
from tracker.extraction.spelling.needed_words import plain_spelling, reach_of
from tracker.extraction.spelling.sieve import Sieve

DOCUMENTS = sorted((Path(__file__).parents[1] / "accuracy" / "documents").glob("*.txt"))
NAMES = IssuerNames(
    KnownIssuer(code=code, jurisdiction="XX", series=None, names=names)
    for code, names in (
        ("MOFCOM", ("Ministry of Commerce", "Ministry of Commerce and Industry", "商务部")),
        ("MOFA", ("Ministry of Foreign Affairs", "外交部", "外交部条法司")),
        ("BIS", ("Bureau of Industry and Security", "Bureau")),
        ("GACC", ("General Administration of Customs", "海关总署")),
    )
)
SOUGHT = (
    *(row.pattern for row in (*WORDINGS, *STANCES, *REQUIREMENTS)),
    *(row.pattern for row in (*CHINESE_TIMES, *ENGLISH_TIMES)),
    *(re.compile(row.words) for row in COMPARISONS),
    *DAYS,
    NAMES._pattern,
)
ODD = [
    "ministry of commerce and",
    "BUREAU",
    "外交部条",
    "\u212a",
    "\u017f",
    "İ",
    "μ",
    "\u2028",
    "--",
]


@pytest.fixture(params=["places", "words"])
def every_text(request, monkeypatch):
    """Look up where words stand, however short a text is; or only whether they stand in it."""
    monkeypatch.setattr(sieve, "WORTH_IT", 0 if request.param == "places" else 1_000_000)
    monkeypatch.setattr(sieve, "COMMON", 1)
    monkeypatch.setattr(sieve, "_LONG", 0)
    sieve.sieve_of.cache_clear()
    yield
    sieve.sieve_of.cache_clear()


def texts():
    return st.lists(st.one_of(pieces(), st.sampled_from(ODD)), max_size=20).map(" ".join)


@pytest.mark.usefixtures("every_text")
@TEXTS
@given(text=texts())
@example(text="General Administration of Customs General Administration")
def test_what_matches_near_its_words_is_what_matches_at_all(text):
    asked = Sieve(text)
    for pattern in SOUGHT:
        found = [match.span() for match in asked.matches(pattern)]
        assert found == [match.span() for match in pattern.finditer(text)], pattern.pattern


@pytest.mark.usefixtures("every_text")
@FEW
@given(data=st.data())
def test_where_a_pattern_is_said_not_to_match_it_does_not(data):
    pattern = data.draw(st.sampled_from(SOUGHT))
    text = (
        data.draw(texts())
        + data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
        + data.draw(texts())
    )
    low, high = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    asked = Sieve(text)
    found = [match.span() for match in pattern.finditer(text, low, high)]
    assert not found or asked.may(pattern, low, high)
    assert [match.span() for match in asked.finditer(pattern, low, high)] == found
    first = asked.search(pattern, low, high)
    assert [first.span() if first else None] == (found[:1] or [None])


@pytest.mark.usefixtures("every_text")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name[:2])
def test_a_document_says_the_same_read_either_way(path, monkeypatch):
    text = path.read_text(encoding="utf-8")
    near = extract(text, authority="issuer", known=KNOWN)
    monkeypatch.setattr(Sieve, "_places", lambda *_: None)
    sieve.sieve_of.cache_clear()
    assert extract(text, authority="issuer", known=KNOWN) == near


def test_the_blanks_are_those_of_patterns():
    blanks = {chr(point) for point in range(0x110000) if re.match(r"\s", chr(point))}
    assert blanks == {*needed_words._BLANKS, " "}
    assert plain_spelling("".join(sorted(blanks))) == " " * len(blanks)


def test_a_spelling_is_as_long_as_its_text():
    for point in (*range(0xD800), *range(0xE000, 0x20000)):
        assert len(plain_spelling(chr(point)) or " ") == 1


PLAIN = "Storm hits the harbour\nThe port was shut for a day."
TELLING = "China suspends Announcement No. 61 of 2025 from 1 May 2026. It is no secret.\n" * 100
STRANGE = {
    "is not there": None,
    "has no such function": SimpleNamespace(),
    "gives another shape": SimpleNamespace(parse=lambda *_: [("LITERAL", 97, "more")]),
    "gives other names": SimpleNamespace(parse=lambda *_: [("CHARACTER", 97)]),
    "reads otherwise": SimpleNamespace(parse=lambda *_: [("LITERAL", 97)]),
}


@pytest.mark.parametrize("how", STRANGE)
def test_a_python_that_does_not_tell_how_it_reads_patterns_gives_the_same_answers(how, monkeypatch):
    learnt = (needed_words._understood, needed_words._needs)
    caches = (*learnt, plain_news._words, sieve.sieve_of)
    read = {"authority": "press", "published_on": date(2026, 3, 10), "known": KNOWN}
    usual = extract(TELLING, **read)
    monkeypatch.setattr(pattern_shapes, "_parser", STRANGE[how])
    try:
        for one in caches:
            one.cache_clear()
        pattern = re.compile("suspends?")
        assert needed_words.needed_words(pattern) is None
        assert reach_of(pattern) is None
        assert Sieve(PLAIN * 200).may(pattern, 0, 10)
        assert extract(TELLING, **read) == usual
        flow = Flow(PLAIN, language=None, names=IssuerNames(()))
        assert extract(PLAIN, **read).klass == "report"
        assert not plain_news.is_plain_news(flow, authority="press")
    finally:
        monkeypatch.undo()
        for one in caches:
            one.cache_clear()
