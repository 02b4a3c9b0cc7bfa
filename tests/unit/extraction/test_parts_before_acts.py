"""Is what is done to a part of an act never told of the whole, however the part is named?"""

import pytest

from tracker.extraction.extract import extract

_ORDER = """STATUTORY INSTRUMENTS

2026 No. 9207

CUSTOMS

The Kettle Control (Amendment) (No. 14) Order 2026

Made 2nd November 2026
Laid before Parliament 4th November 2026
Coming into force 25th November 2026

The Secretary of State makes this Order in exercise of the powers conferred by sections 1 and 2 of
the Export Control Act 2002.

1. This Order may be cited as the Kettle Control (Amendment) (No. 14) Order 2026 and comes into
force on 25th November 2026.

2. {sentence}

Minister of State, Department for Business and Trade
2nd November 2026
"""
_OLD = "the Kettle Control (Spouts) Order 2023 (S.I. 2023/9044)"
_SCHEDULE = """Federal Register of Legislation

F2026L90655
Registered 18 August 2026

Kettle Controls Amendment Regulations 2026

Dated 13 August 2026

1  Name
This instrument is the Kettle Controls Amendment Regulations 2026.

2  Commencement
This instrument commences on 1 October 2026.

3  Schedules
Each instrument that is specified in a Schedule to this instrument is amended or repealed as set
out in the applicable items in the Schedule concerned.

Schedule 1-Amendments

Kettle Regulations 2023 (F2023L90040)

{items}
"""


def _effects(text: str) -> list[tuple[str, str]]:
    read = extract(text, authority="issuer")
    return [
        (one.kind, target.rpartition("/")[2]) for one in read.effects for target in one.affected
    ]


@pytest.mark.parametrize(
    ("part", "target"),
    [
        ("Paragraph 12 of Part 3 of the Schedule to", "9044#part-3-12"),
        ("Part 3 of", "9044#part-3"),
        ("Sub-paragraph (b) of paragraph 4 of Schedule 2 to", "9044#schedule-2-4-b"),
        ("Paragraph 5512(c) of the schedule to", "9044#5512-c"),
        ("Group 4 of the schedule to", "9044#group-4"),
        ("The Schedule to", "9044#schedule"),
    ],
)
def test_a_part_before_its_act_is_named_with_all_its_steps(part: str, target: str) -> None:
    text = _ORDER.format(sentence=f"{part} {_OLD} is revoked.")
    assert _effects(text) == [("repeal", target)]


@pytest.mark.parametrize(
    "piece",
    [
        "The definition of “spout” in article 2 of",
        "The words “or Norway” in article 4 of",
        "The entry for copper spouts in the table of",
        "The second sentence of article 4 of",
        "Note 3 to article 5 of",
        "The Welsh and English language versions of article 5 of",
    ],
)
def test_a_piece_of_a_part_is_not_taken_for_the_part(piece: str) -> None:
    text = _ORDER.format(sentence=f"{piece} {_OLD} is revoked.")
    assert _effects(text) == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "1  Regulations 5 and 6\nRepeal the regulations.",
            {("repeal", "f2023l90040#reg-5"), ("repeal", "f2023l90040#reg-6")},
        ),
        ("1  Subregulation 4(3)\nRepeal the subregulation.", {("repeal", "f2023l90040#reg-4-3")}),
        ("1  Schedule 2 (table item 4)\nRepeal the item.", set()),
        (
            "1  Regulation 9\nRepeal the regulation.\n\n2  Regulation 10\n"
            'Omit "5 kg or more", substitute "2 kg or more".',
            {("repeal", "f2023l90040#reg-9"), ("amend", "f2023l90040")},
        ),
        ("1  The whole of the Regulations\nRepeal the Regulations.", {("repeal", "f2023l90040")}),
    ],
)
def test_each_item_of_a_schedule_is_read_alone(items: str, expected: set[tuple[str, str]]) -> None:
    assert set(_effects(_SCHEDULE.format(items=items))) == expected
