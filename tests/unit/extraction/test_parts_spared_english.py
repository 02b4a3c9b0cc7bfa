"""Is the rest of an act moved, and its excepted part left alone, in any English wording?"""

import pytest

from tests.unit.extraction.test_extract import read as read_text
from tracker.extraction.extracted import Extraction

OTHER = "MOFCOM Announcement No. 957 of 2025"


def read(said: str) -> Extraction:
    text = f"""MOFCOM Announcement No. 960 of 2027 on Measures

February 19, 2027

It has been decided as follows:

I. {said.format(x=OTHER)}

II. This announcement takes effect on the day of its publication.

Ministry of Commerce
February 19, 2027
"""
    return read_text(text)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("{x}, other than paragraph 2, is revoked on 1 May 2027.", "repeal"),
        ("{x}, other than paragraph 2, is suspended from 1 May to 31 July 2027.", "suspend"),
        ("Save for paragraph 2, {x} lapses on 1 May 2027.", "repeal"),
        ("{x}, excluding paragraph 2 thereof, ceases to have effect on 1 May 2027.", "repeal"),
        ("All of {x} but paragraph 2 is suspended from 1 May to 31 July 2027.", "suspend"),
        ("The whole of {x}, paragraph 2 excepted, is suspended from 1 May 2027.", "suspend"),
        ("From 1 May 2027 {x} is no longer in force, except paragraph 2.", "repeal"),
        ("{x} (except paragraph 2) is repealed on 1 May 2027.", "repeal"),
        ("{x}, with the exception of paragraphs 2 and 3, is repealed on 1 May 2027.", "repeal"),
    ],
)
def test_rest_of_the_act_is_moved(said: str, kind: str) -> None:
    told = [(one.kind, one.affected) for one in read(said).effects]
    assert told == [(kind, ("cn/mofcom/2025/957#whole",))]


@pytest.mark.parametrize(
    "said",
    [
        "{x} is suspended from 1 May 2027 to 31 July 2027 except as provided in paragraph 2.",
        "{x} is suspended from 1 May 2027 to 31 July 2027, except under paragraph 3 of this"
        " announcement.",
    ],
)
def test_exception_of_another_kind_names_no_rest(said: str) -> None:
    (effect,) = read(said).effects
    assert effect.affected == ("cn/mofcom/2025/957",)


def test_point_of_which_an_item_is_spared_is_listed_and_not_moved() -> None:
    found = read("Paragraph 3 of {x} is suspended from 1 May 2027, other than item (2).")
    assert not found.effects
    assert found.unread
