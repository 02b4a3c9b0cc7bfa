"""Is a rule that takes names off a list read as the end of what binds them, and as nothing new?"""

import pytest

from tests.unit.extraction.test_extract import read

RULE = """\
Removals From the Entity List

Document Number
2026-90954
Date
Wednesday, October 14, 2026
AGENCY:
Bureau of Industry and Security, Department of Commerce.
ACTION:
Final rule.
SUMMARY:
{}
DATES:
This rule is effective on October 14, 2026.
BACKGROUND
Tarn Optik A.S. (Turkey) and Moorgate Freight FZE (United Arab Emirates) were added on \
March 28, 2025 (FR Doc. 2025-90951, 90 FR 90522). Sundt Pte. Ltd. (Singapore) was added on \
November 8, 2024 (FR Doc. 2024-90952, 89 FR 90204).
Calder Trading Co., which was added by the same rule of March 28, 2025, stays on the Entity List \
under a presumption of denial.
[FR Doc. 2026-90954 Filed 10-13-26; 8:45 am]
"""
SUMMARIES = (
    "BIS removes three entities from the Entity List after a review of their requests.",
    "This rule takes three entities off the Entity List.",
    "In this rule, BIS deletes three entries from the Entity List.",
)


@pytest.mark.parametrize("summary", SUMMARIES)
def test_names_are_taken_off_beside_the_rules_that_had_added_them(summary: str) -> None:
    found = read(RULE.format(summary))
    assert not found.measures
    assert [(one.kind, one.affected, one.parties) for one in found.effects] == [
        ("repeal", ("us/bis/2025/2025-90951",), ("Tarn Optik A.S.", "Moorgate Freight FZE")),
        ("repeal", ("us/bis/2024/2024-90952",), ("Sundt Pte. Ltd.",)),
    ]


def test_nobody_is_taken_off_where_fewer_are_named_than_counted() -> None:
    found = read(RULE.format("BIS removes five entities from the Entity List."))
    assert not found.effects
