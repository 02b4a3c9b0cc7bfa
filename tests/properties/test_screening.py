"""What holds of every product check, whatever the rules and the product."""

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.test_laws import laws
from tests.screened import product, rule, screen
from tracker.application.products.product_facts import read_share
from tracker.projection.screening.limits import percent
from tracker.projection.screening.product import Content, Product
from tracker.projection.screening.screen import Screen
from tracker.projection.screening.verdict import Checked, Verdict

SYMBOLS = ("Dy", "Tb", "Nd", "Sm")
SHARES = st.integers(0, 40).map(lambda n: Decimal(n) / 20_000)
PLACES = st.sampled_from(["CN", "DE", "US", None])

contents = st.builds(
    Content,
    symbol=st.sampled_from(SYMBOLS),
    share=st.none() | SHARES,
    origin=PLACES,
)
values = st.sampled_from(["0.0005", "0.001", "0.0015"])
limits = st.builds(
    lambda operator, value: {"what": "value_share", "operator": operator, "value": value},
    st.sampled_from([">=", ">"]),
    values,
)
terms = st.fixed_dictionaries(
    {"elements": st.lists(st.sampled_from(SYMBOLS), min_size=1, max_size=3, unique=True)},
    optional={
        "thresholds": st.lists(limits, min_size=1, max_size=1),
        "destinations": st.just(["US"]),
        "origin": st.just("CN"),
        "end_uses": st.just(["military"]),
        "requirement": st.sampled_from(
            ["licence", "prohibition", "stricter_review", "case_by_case"]
        ),
    },
)
rules = st.lists(terms, min_size=1, max_size=4)


@st.composite
def products(draw: st.DrawFn) -> Product:
    said = {
        key: value
        for key, value in {
            "to": draw(PLACES),
            "from": draw(PLACES),
            "made_in": draw(PLACES),
            "origin": draw(PLACES),
            "end_use": draw(st.sampled_from([None, "military", "toys"])),
        }.items()
        if value is not None
    }
    made = product(**{"from": None, "to": None, **said})
    return replace(made, elements=tuple(draw(st.lists(contents, max_size=4))))


def screen_of(made: list[dict[str, Any]]) -> Screen:
    return screen(*(rule(f"r{index}", **one) for index, one in enumerate(made)))


def told(found: Checked) -> Any:
    return (
        found.verdict,
        sorted(found.missing),
        [(item.rule.measure, item.verdict, sorted(item.missing)) for item in found.findings],
    )


@laws
@given(rules, products(), st.randoms(use_true_random=False))
def test_neither_the_order_of_rules_nor_that_of_elements_matters(
    made: list[dict[str, Any]], item: Product, chance: random.Random
) -> None:
    answers = [rule(f"r{index}", **one) for index, one in enumerate(made)]
    shuffled, contents_ = list(answers), list(item.elements)
    chance.shuffle(shuffled)
    chance.shuffle(contents_)

    other = screen(*shuffled).check(replace(item, elements=tuple(contents_)))
    assert told(screen(*answers).check(item)) == told(other)


@laws
@given(terms, products(), contents)
def test_one_more_element_never_frees_what_a_threshold_catches(
    one: dict[str, Any], item: Product, more: Content
) -> None:
    law = screen_of([one])
    before = law.check(item)
    after = law.check(replace(item, elements=(*item.elements, more)))

    # An origin that was taken from the elements is no certainty: a second one may undo it.
    settled = item.from_ is not None and (item.origin is not None or "origin" not in one)
    if settled and before.verdict in (Verdict.LICENCE, Verdict.FORBIDDEN, Verdict.CASE_BY_CASE):
        assert after.verdict is before.verdict


@laws
@given(terms, products(), st.sampled_from(["to", "from_", "made_in", "origin"]), PLACES)
def test_a_fact_that_was_missing_never_overturns_what_was_certain(
    one: dict[str, Any], item: Product, fact: str, place: str | None
) -> None:
    if getattr(item, fact) is not None or place is None:
        return
    # A place that was taken from another is no certainty: it may turn.
    item = replace(item, from_=item.from_ or "CN", origin=item.origin or "CN")
    if getattr(item, fact) is not None:
        return
    law = screen_of([one])
    before, after = law.check(item), law.check(replace(item, **{fact: place}))

    sure = (Verdict.LICENCE, Verdict.FORBIDDEN, Verdict.CASE_BY_CASE, Verdict.OTHER_DUTY)
    leaves = not (fact == "to" and place == "CN")
    if before.verdict in sure and leaves:
        assert after.verdict is before.verdict


@laws
@given(rules, products())
def test_nothing_is_left_open_without_saying_what_is_missing(
    made: list[dict[str, Any]], item: Product
) -> None:
    for found in screen_of(made).check(item).findings:
        assert (found.verdict is Verdict.CANNOT_SAY) is bool(found.missing or found.doubts)


@laws
@given(st.decimals(0, 100, places=6))
def test_a_share_is_read_as_it_is_written(per_cent: Decimal) -> None:
    share = per_cent / 100
    for written in (f"{per_cent}%", f"{per_cent} %".replace(".", ","), percent(share)):
        assert read_share(written)[0] == share
