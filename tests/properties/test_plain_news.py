"""Does the short way round the reader give what the whole reader gives?

``TRACKER_PROPERTY_EXAMPLES`` says how many random texts are read both ways.
"""

import os
import re
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tracker.domain.records import Authority
from tracker.extraction import extract as reader
from tracker.extraction.classes.plain_news import DECIDING, is_plain_news
from tracker.extraction.classes.stances import STANCES
from tracker.extraction.names import numbers
from tracker.extraction.names.catalogue import Catalogue, KnownInstrument, KnownIssuer
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.names.wordings import WORDINGS
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.needed_words import needed_words, plain_spelling

TEXTS = settings(
    max_examples=int(os.environ.get("TRACKER_PROPERTY_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
FEW = settings(TEXTS, max_examples=12)
DAY = date(2026, 3, 10)
KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="MOFCOM", jurisdiction="CN", series="cn/mofcom", names=("Ministry of Commerce",)
        ),
    ),
    instruments=(
        KnownInstrument(
            id="cn/mofcom/2025/61",
            jurisdiction="CN",
            number="Announcement No. 61 of 2025",
            title="Export controls on rare earth items",
            issuers=("MOFCOM",),
            issued_on=date(2025, 10, 9),
        ),
    ),
)
PATTERNS = [
    *(pytest.param(pattern, id=f"deciding {at}") for at, pattern in enumerate(DECIDING)),
    *(pytest.param(row.pattern, id=row.name) for row in WORDINGS),
]
NEWS = """
markets rose again in London today and the team will play at home next week with a new coach
notice weather harbour 12 5 percent 2026 May Monday (see photo) video: more - "quoted"
"""


@pytest.mark.parametrize("pattern", PATTERNS)
@FEW
@given(data=st.data())
def test_what_a_pattern_matches_holds_a_word_that_it_needs(pattern, data):
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    spelled, words = plain_spelling(text), needed_words(pattern)
    found = pattern.search(text)
    if found is not None and spelled is not None:
        assert words
        assert any(word in spelled for word in words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("ban(?:s|ned)?", {"ban"}),
        (r"(?i)no\scomments?\b", {"no comment"}),
        ("(?:be|is) nigh|x+y", {"be nigh", "is nigh", "xy"}),
        (r"[0-9]\s{1,3}(?P<unit>(?:kilo|milli)grams?)", {" kilogram", " milligram"}),
        (r"[A-Z]{3}\s?[0-9]", None),
        ("a?", None),
        ("(?:ab|c[de])(?=f)g", {"abg", "cdg", "ceg"}),
        ("暂停(?:实施)?", {"暂停"}),
        ("(?i)\u017fo|\u0131", None),
    ],
)
def test_the_words_that_a_pattern_needs_are_told(pattern, words):
    assert needed_words(re.compile(pattern)) == words


def test_letters_with_two_small_forms_are_left_to_the_pattern():
    for letter, other in (("s", "\u017f"), ("i", "\u0131"), ("\u03bc", "\u00b5"), ("k", "\u212a")):
        pattern = re.compile(letter, re.IGNORECASE)
        assert pattern.search(other)
        words = needed_words(pattern)
        assert words is None or plain_spelling(other) in (None, letter)
    assert plain_spelling("A\tB") == "a b"


def pieces():
    """Words of the news, what decides, what stance rows show, days and numbers of acts."""
    told = [words for row in STANCES for words in row.examples]
    needed = sorted({word for pattern in DECIDING for word in needed_words(pattern) or ()})
    acts = [text for row in WORDINGS for text, _ in row.examples]
    days = ["from 1 May 2026", "on 9 October 2025", "2026年5月1日", "from May 1,", "9 October 2025"]
    names = ["Ministry of Commerce", "MOFCOM", "China", "rare earth", "商务部", "export controls"]
    marks = [".", ".\n", "。", "\n", "?", ",", ":", "\u3000", "\u017f"]
    plain = st.sampled_from(NEWS.split())
    return st.one_of(
        plain, plain, plain, *(map(st.sampled_from, (told, needed, acts, days, names, marks)))
    )


def whole(text: str, authority: Authority | None, day: date | None):
    """Read a text the whole way, whatever it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "is_plain_news", lambda *_, **__: False)
        return reader.extract(text, published_on=day, authority=authority, known=KNOWN)


@TEXTS
@given(
    words=st.lists(pieces(), max_size=12),
    authority=st.sampled_from(["press", "press", "press", "issuer", "commentary", None]),
    day=st.sampled_from([DAY, DAY, None]),
)
@example(words=["Imports", "banned", "from 1 May 2026", "."], authority="press", day=DAY)
@example(words=["On 9 October 2025 China announced controls ."], authority="press", day=DAY)
@example(words=["\n "], authority="press", day=DAY)
def test_a_text_read_the_short_way_says_what_it_says_the_whole_way(words, authority, day):
    text = " ".join(words)
    short = reader.extract(text, published_on=day, authority=authority, known=KNOWN)
    assert short == whole(text, authority, day)


@TEXTS
@given(words=st.lists(pieces(), max_size=15))
def test_the_numbers_found_by_their_words_are_those_that_the_patterns_find(words):
    text = " ".join(words)
    found = numbers.named_numbers(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers, "plain_spelling", lambda _: None)
        assert tuple(numbers._numbers(text, fold(text))) == found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Storm hits the harbour\nThe port was shut for a day. Notices were put up.", True),
        ("港口因台风关闭\n市民在家等候。", True),
        ("Ministry bans exports of gallium", False),
        ("The rule applies from 1 May 2026.", False),
        ("The match is on 1 May 2026.", True),
        ("The spokesperson spoke.", False),
        ("商务部公告2025年第61号", False),
    ],
)
def test_only_news_without_a_word_of_law_goes_the_short_way(text, plain):
    flow = Flow(text, language=None, names=IssuerNames(()))
    assert is_plain_news(flow, authority="press") is plain
    assert not is_plain_news(flow, authority="issuer")
