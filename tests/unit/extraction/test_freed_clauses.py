"""What does an English act demand where the same words free something as well?"""

import itertools

import pytest

from tests.unit.extraction.test_extract import read
from tracker.extraction.extracted import ExtractedMeasure

DEMANDS = (
    "A licence is required for exports of hafnium sponge of a purity of 99.4% or more "
    "(HS 8112310010)",
    "Hafnium sponge of a purity of 99.4% or more (HS 8112310010) shall not be exported without a "
    "licence",
    "No person shall export hafnium sponge of a purity of 99.4% or more (HS 8112310010) except "
    "under a licence",
)
FREEDOMS = (
    "scrap classified under HS 8112320000 may be exported freely",
    "hafnium scrap (HS 8112320000) is exempt",
    "a licence is not required for scrap under HS 8112320000",
    "powders finer than 5 mm do not require a licence",
)
JOINTS = ("{demand}, but {freedom}.", "{demand}; {freedom}.", "{demand}. However, {freedom}.")
LEFT = (
    ("but consignments of less than 5 kg are exempt", ">=", "5"),
    ("except that consignments of up to 5 kg may be exported freely", ">", "5"),
    ("except for consignments not exceeding 5 kg", ">", "5"),
    ("unless the consignment weighs less than 5 kg", ">=", "5"),
    ("with the exception of lots valued at no more than EUR 5 000", ">", "5000"),
)
OTHERS = (
    ("Exports of pumps are free of the licence requirement.", "exemption"),
    ("The licence requirement for pumps is waived.", "exemption"),
    ("No pump may be exported without a licence.", "licence"),
    ("Pumps cannot be exported without a licence.", "licence"),
    ("Unless a licence has been granted, pumps shall not be exported.", "licence"),
    ("Operators shall not export pumps unless licensed by the Ministry.", "licence"),
)


def _read(sentence: str) -> tuple[ExtractedMeasure, ...]:
    text = (
        "MOFCOM Announcement No. 977 of 2026\n\n"
        f"{sentence}\n\nThis announcement takes effect on June 1, 2026.\n\n"
        "Ministry of Commerce\nMay 12, 2026\n"
    )
    return read(text).measures


@pytest.mark.parametrize(
    ("demand", "freedom", "joint"), [*itertools.product(DEMANDS, FREEDOMS, JOINTS)]
)
def test_what_is_freed_is_not_demanded(demand: str, freedom: str, joint: str) -> None:
    (made,) = _read(joint.format(demand=demand, freedom=freedom))
    assert made.terms["requirement"] == "licence"
    assert made.terms["hs_codes"] == ["8112310010"]
    assert [limit["value"] for limit in made.terms["thresholds"]] == ["0.994"]


@pytest.mark.parametrize(("words", "operator", "value"), LEFT)
def test_a_freed_quantity_bounds_what_is_left(words: str, operator: str, value: str) -> None:
    (made,) = _read(f"A licence is required for exports of hafnium sponge, {words}.")
    (limit,) = made.terms["thresholds"]
    assert (limit["operator"], limit["value"]) == (operator, value)


@pytest.mark.parametrize(("sentence", "requirement"), OTHERS)
def test_a_freedom_is_no_demand_and_a_demand_no_freedom(sentence: str, requirement: str) -> None:
    (made,) = _read(sentence)
    assert made.terms["requirement"] == requirement


def test_numbers_below_one_sentence_count_its_goods() -> None:
    (made,) = _read(
        "From 1 December 2026 a licence is required for exports of the following:\n"
        "1. Germanium metal (HS 8112929001);\n2. Germanium tetrachloride (HS 2827399005)."
    )
    assert made.id.endswith("#sole")
    assert made.terms["hs_codes"] == ["8112929001", "2827399005"]


def test_how_a_licence_is_asked_for_is_no_demand_of_its_own() -> None:
    (made,) = _read(
        "1. Samarium metal (HS 2805301300) shall not be exported without a licence. Violations "
        "shall be punished.\n\n2. The licence shall be applied for through the department.\n\n"
        "3. Where the end user changes, the exporter must apply for a new licence."
    )
    assert made.id.endswith("#i")


def test_limits_that_another_act_set_are_not_those_of_this_one() -> None:
    (made,) = _read(
        "Announcement No. 931 of 2025 placed indium wafers of a diameter of 100 mm or above under "
        "export control. A licence is required for exports of gallium wafers of a diameter "
        "greater than 75 mm."
    )
    assert [limit["value"] for limit in made.terms["thresholds"]] == ["75"]
