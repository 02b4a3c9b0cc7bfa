"""Is no act called twice by the same words, and no two parts of one act alike?"""

import pytest

from tracker.digests.lines import InstrumentRef, MeasureRef
from tracker.rendering import labels
from tracker.rendering.loading import Templates
from tracker.rendering.words import Language, Words


def words(language: Language) -> Words:
    return Words(Templates().words(), language)


def act(number: str | None, number_en: str | None = None, **titles: str) -> InstrumentRef:
    return InstrumentRef(
        id="xx/a/1",
        number=number,
        number_en=number_en,
        titles=titles,
        titles_by=None,
        issuers=(),
        jurisdiction=None,
        authority="issuer",
    )


def part(name: str, provision: str) -> MeasureRef:
    return MeasureRef(
        id=f"xx/a/1#{name}", provision=provision, title=None, requirement=None, summary=None
    )


@pytest.mark.parametrize(
    ("named", "language", "heading"),
    [
        (act("Order 5", en="Export rules"), "en", "Order 5: Export rules"),
        (act("Order 5", en="Order 5"), "en", "Order 5"),
        (act("order 5", en="Order 5"), "en", "Order 5"),
        (act("Order 5 (one source)", en="Order 5"), "en", "Order 5 (one source)"),
        (act("UEL [2025] 7", en="UEL〔2025〕7"), "en", "UEL〔2025〕7"),
        (act("Order 1", en="Order 15 of 2001"), "en", "Order 1: Order 15 of 2001"),
        (act("商务部公告2025年第61号", zh="商务部公告2025第61号"), "zh", "商务部公告2025第61号"),
        (
            act("商务部公告2025年第9号", "Announcement 9 of 2025", zh="商务部公告2025年第9号"),
            "en",
            "Announcement 9 of 2025",
        ),
        (act("unpublished", en="First quotas", zh="首批指标"), "zh", "首批指标"),
        (act("unpublished", en="First quotas", zh="首批指标"), "en", "Unpublished: First quotas"),
        (act(None), "en", "xx/a/1"),
    ],
)
def test_a_heading_says_nothing_twice(
    named: InstrumentRef, language: Language, heading: str
) -> None:
    assert labels.heading(words(language), named) == heading


def test_a_number_without_a_digit_carries_the_title_once() -> None:
    opinion = act("Opinion", en="Opinion")
    assert labels.number(words("en"), opinion) == "Opinion"
    assert labels.number(words("en"), act("Opinion", en="On ores")) == "Opinion “On ores”"
    assert labels.number(words("zh"), act("Opinion", en="On ores", zh="关于矿石")) == "关于矿石"


def test_parts_of_one_place_are_told_apart() -> None:
    parts = [part(name, "later") for name in ("services", "public-domain")]
    alone = part("i", "I")
    told = labels.places(words("en"), [*parts, alone])
    assert told == ["later: services", "later: public domain", "I"]
    assert labels.places(words("zh"), parts)[0] == "其后: services"
