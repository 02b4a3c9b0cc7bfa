"""Which day has one article that is told apart from the start of the whole order?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import KNOWN
from tracker.extraction.extract import extract

OCTOBER, APRIL = date(2026, 10, 1), date(2027, 4, 1)


def starts(words: str) -> list[date | None]:
    text = f"""Order of the Ministry of Economy, Trade and Industry No. 965
Promulgated September 4, 2026 (Reiwa 8)
Ministerial Order on Permission for Export of Presses

Article 1 Permission of the Minister is required to export presses capable of 6 GPa or more.

Article 2 A person who exports software for the presses must obtain permission.

Article 3 A person who provides technology for the presses must obtain permission likewise.

Supplementary Provisions
{words}
"""
    found = extract(text, authority="issuer", language="en", known=KNOWN)
    return [one.from_ for one in found.measures]


@pytest.mark.parametrize(
    "words",
    [
        "1 This Order comes into effect on October 1, 2026.\n"
        "2 Notwithstanding paragraph 1, Article 3 comes into effect on April 1, 2027.",
        "1. This Order comes into effect on October 1, 2026.\n"
        "2. Despite paragraph 1, Article 3 applies from April 1, 2027.",
        "By way of derogation from the first paragraph, Article 3 shall apply from April 1, 2027."
        " This Order applies from October 1, 2026.",
        "This Order comes into effect on October 1, 2026. In the case of Article 3, the date is"
        " April 1, 2027.",
        "This Order comes into effect on October 1, 2026. Article 3 follows on April 1, 2027.",
        "This Order comes into effect on October 1, 2026. For Article 3: April 1, 2027.",
    ],
)
def test_article_dated_apart_has_its_own_day(words: str) -> None:
    assert starts(words) == [OCTOBER, OCTOBER, APRIL]


@pytest.mark.parametrize(
    "behind",
    [
        "Article 3 applications are received until April 1, 2027.",
        "For Article 3 permissions issued before April 1, 2027 remain valid.",
        "The Minister reviews Article 3 on April 1, 2027.",
    ],
)
def test_day_of_something_else_moves_no_start(behind: str) -> None:
    assert starts(f"This Order comes into effect on October 1, 2026. {behind}") == [OCTOBER] * 3
