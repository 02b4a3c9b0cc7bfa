"""Does each of two rules that one document corrects get its own changes, and no others?"""

from tests.unit.extraction.test_extract import read

RULE = """DEPARTMENT OF COMMERCE

Bureau of Industry and Security

15 CFR Part 774

[Docket No. 270806-9021]
RIN 0694-ZZ95

Sonar Arrays and Gyroscopes; Corrections

AGENCY: Bureau of Industry and Security, Commerce.

ACTION: Final rule; corrections.

SUMMARY: BIS corrects two rules.

DATES: This rule is effective August 10, 2027.

SUPPLEMENTARY INFORMATION:

I. Background

The first rule (FR Doc. 2027-90101) and the second rule (FR Doc. 2027-90102) took effect in May.

II. Corrections to the first rule (FR Doc. 2027-90101)

This rule revises ECCN 6A995 so that it reads a depth of 300 meters or more.

III. Corrections to the second rule (FR Doc. 2027-90102)

This rule corrects ECCN 7A995 by adding the words "or equal to".

For the reasons stated in the preamble, 15 CFR part 774 is amended as follows:

PART 774--THE COMMERCE CONTROL LIST

1. Supplement no. 1 to part 774 is amended by revising ECCNs 6A995 and 7A995 to read as follows:

6A995 Sonar arrays rated for a depth of 300 meters or more.

[FR Doc. 2027-90144 Filed 8-9-27; 8:45 am]
BILLING CODE 3510-33-P
"""


def test_each_rule_is_corrected_in_its_own_codes() -> None:
    effects = read(RULE).effects
    codes = {one.affected: one.terms.get("control_codes") for one in effects}
    assert codes == {
        ("us/bis/2027/2027-90101",): ["6A995"], ("us/bis/2027/2027-90102",): ["7A995"]
    }  # fmt: skip
    assert {one.kind for one in effects} == {"amend"}
