"""Are a quota, its reports, its sharing out and what is not counted told apart, point by point?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import ENGLISH
from tests.unit.extraction.test_extract import read

QUOTA = "1. From 1 January 2027 through 31 December 2027, {}\n"
CEILINGS = (
    "the volume of cobalt that may be exported by all holders shall not exceed 9,100 tonnes.",
    "exports of cobalt hydroxide may not exceed 9,100 tonnes.",
    "cobalt exports are limited to 9,100 tonnes.",
    "the total of cobalt to be exported is capped at 9,100 tonnes.",
    "the quantity of cobalt exported shall not exceed 9,100 tonnes.",
)
BESIDE = (
    ("Any holder of a quota shall transmit to the Ministry a monthly report.", "reporting"),
    ("Quota holders shall forward to the Ministry a statement of the lots sold.", "reporting"),
    ("Every exporter shall send the Ministry each month a statement of its stocks.", "reporting"),
    ("Samples of less than 50 kilograms are not counted against the quotas.", "exemption"),
    ("Samples of less than 5 kilograms do not count towards the quota.", "exemption"),
    ("Quotas are allocated in proportion to the exports of each company.", None),
    ("The quotas shall be apportioned among the holders.", None),
)


def _demands(text: str) -> list[object]:
    return [(one.terms or {}).get("requirement") for one in read(ENGLISH.format(text)).measures]


@pytest.mark.parametrize("ceiling", CEILINGS)
def test_a_ceiling_in_tonnes_is_a_quota(ceiling: str) -> None:
    (measure,) = read(ENGLISH.format(QUOTA.format(ceiling))).measures
    terms = measure.terms or {}
    assert terms["requirement"] == "quota"
    assert [(one["operator"], one["value"]) for one in terms["thresholds"]] == [("<=", "9100")]


@pytest.mark.parametrize(("beside", "requirement"), BESIDE)
def test_what_stands_beside_a_quota_is_no_further_quota(
    beside: str, requirement: str | None
) -> None:
    found = _demands(QUOTA.format(CEILINGS[0]) + "2. " + beside)
    assert found == ["quota", *([requirement] if requirement else [])]
