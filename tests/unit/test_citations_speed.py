"""Does reading take time in proportion to the text, also where the text is hostile?"""

from datetime import date

import pytest

from tests.runaway import assert_in_proportion
from tests.unit.test_citations_known_law import inline_catalogue
from tracker.extraction.names.citations import find_citations
from tracker.extraction.pages.text import html_to_text

SIZE = 1_000_000
UNITS = (
    "MOFCOM said on October 9 that it would impose controls. 商务部10月9日公布了有关公告。 ",
    "商务部公告2025年第61号",
    "MOFCOM Announcement No. 61 of 2025 ",
    "1",
    "1、",
    "第1号、",
    "一",
    " ",
    "\n",
    ". ",
    "公告 ",
    "公告2025年第",
    "令第",
    "Nos. 1, 2, ",
    "No. 1-",
    "MOFCOM Notice No. 61 ",
    "On October 9, MOFCOM said ",
    "In October this year China announced rare earth. ",
    "Ministry of The Office of ",
    "商务部、",
    "MOFCOM and ",
    "(((",
    "[2025] ",
)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_a_megabyte_is_read_in_proportion(unit):
    law = inline_catalogue()

    def cited(text):
        find_citations(text, catalogue=law, published_on=date(2025, 12, 1))

    assert_in_proportion(cited, (unit * (SIZE // len(unit) + 1))[:SIZE])


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "x",
        "<b>" * 200_000 + "x",
        f'<a title="{"x" * SIZE}">x</a>',
        "<" * SIZE + "x",
        "&" * SIZE + "x",
        "<!--" * 200_000 + "x",
        "<p>x" * 100_000,
    ],
    ids=lambda page: page[:8],
)
def test_a_hostile_page_is_read_in_proportion(page):
    assert_in_proportion(html_to_text, page)
