"""Is an open licence read whose number stands beside its day, and what it withholds?"""

import pytest

from tests.unit.extraction.test_extract import read

LICENCE = """\
OPEN GENERAL EXPORT LICENCE
(KETTLES: LISTED DESTINATIONS)
{dated}

This Open General Export Licence is granted by the Secretary of State.

What is permitted
1. Kettles (entry 6A901.a) may{terms}, leave the United Kingdom for the places in the Schedule.
What is not permitted
2. {withheld}
(a) a single consignment of more than 120 kilograms; or
(b) a Customs Free Zone.
Start and revocation
3. 20 July 2026 is the date on which this licence comes into force.
4. {revoked} is revoked.
"""
DATED = "Dated 6 July 2026 (OGEL 934)"
TERMS = ", as long as the following paragraphs are observed"
WITHHELD = "Exports fall outside this licence where there is-"
OLD = "the Open General Export Licence (Pots) of 3 March 2023 (OGEL 908)"
REVOKED = f"From the date given in paragraph 3 {OLD}"
CASES = (
    (DATED, WITHHELD, REVOKED),
    ("Granted on 6 July 2026 (Licence number: OGEL 934)", WITHHELD, REVOKED),
    ("Dated 6 July 2026, OGEL 934", WITHHELD, REVOKED),
    (DATED, "An exporter may not rely on this licence for:", REVOKED),
    (DATED, "This licence does not cover:", REVOKED),
    (DATED, WITHHELD, f"With effect from the day stated in point 3, {OLD}"),
    (DATED, WITHHELD, f"On the date specified in paragraph 3 {OLD}"),
)


@pytest.mark.parametrize(("dated", "withheld", "revoked"), CASES)
def test_it_permits_what_it_does_not_withhold(dated: str, withheld: str, revoked: str) -> None:
    text = LICENCE.format(dated=dated, terms=TERMS, withheld=withheld, revoked=revoked)
    found = read(text)
    (measure,) = found.measures
    assert (measure.id, str(measure.from_)) == ("uk/dbt/2026/ogel-934#1", "2026-07-20")
    assert measure.terms["requirement"] == "general_licence"
    limits = [(one["operator"], one["value"]) for one in measure.terms["thresholds"]]
    assert limits == [("<=", "120")]
    (revoking,) = found.effects
    assert (revoking.affected, str(revoking.from_)) == (("uk/dbt/2023/ogel-908",), "2026-07-20")
