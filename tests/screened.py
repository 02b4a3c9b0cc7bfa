"""The rules of an invented law, and a screen of them, for the tests of the product check."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from tracker import resources
from tracker.application.products.product_facts import read_product
from tracker.domain.questions import (
    Ahead,
    Answer,
    Certainty,
    Grounds,
    Outlook,
    Position,
    Status,
)
from tracker.projection.screening.limits import OtherReading
from tracker.projection.screening.product import Product
from tracker.projection.screening.screen import Screen
from tracker.projection.screening.verdict import Checked
from tracker.projection.screening.vocabulary import Vocabulary
from tracker.rulebook import load_field
from tracker.rulebook.checking_file import countries, load_wording

ACT = "cn/mofcom/2030/1"
DAY = date(2030, 5, 1)
JUNE = date(2030, 6, 1)
AHEAD = {
    Status.PENDING: Ahead(starts_on=JUNE),
    Status.SUSPENDED: Ahead(if_resumed=JUNE, suspended_until_then=True),
}


@cache
def words() -> Vocabulary:
    """The vocabulary that ships."""
    folder = resources.data("db")
    return Vocabulary(load_field(folder), load_wording(folder), places=countries())


def rule(
    name: str = "a",
    *,
    status: Status = Status.IN_FORCE,
    certainty: Certainty = Certainty.CONFIRMED,
    outlook: Outlook | None = None,
    **terms: Any,
) -> Answer:
    """An answer on a measure of the invented act; terms as in a rulebook.

    Unless told otherwise, what is pending starts in June and what is suspended until further
    notice goes on when that ends.
    """
    held = Outlook(position=Position(status=status, ahead=AHEAD.get(status, Ahead())))
    return Answer(
        measure=f"{ACT}#{name}",
        instrument=ACT,
        on=DAY,
        status=status,
        never_in_force=False,
        certainty=certainty,
        since=DAY,
        through=None,
        terms={"requirement": "licence", **terms},
        title=name,
        jurisdiction="CN",
        grounds=lambda: Grounds(outlook=lambda: outlook or held),
    )


def product(**said: Any) -> Product:
    """A product that leaves China for Germany, unless told otherwise."""
    return read_product({"from": "CN", "to": "DE", **said}, words())


def screen(*answers: Answer, readings: Mapping[str, tuple[OtherReading, ...]] = {}) -> Screen:
    return Screen(answers, words(), tracked=["CN"], readings=readings)


def checked(*answers: Answer, **said: Any) -> Checked:
    """Check one product against the rules."""
    return screen(*answers).check(product(**said))
