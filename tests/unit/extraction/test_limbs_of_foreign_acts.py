"""Are the articles of acts of the Union, Britain and Japan read as if each stood alone?

Pairs of limbs are put into one act of each; a licence is bounded in many words; a corrigendum puts
several articles right.
"""

from datetime import date
from itertools import permutations

import pytest

from tests.unit.extraction.test_extract import read

UNION = """Official Journal of the European Union
EN
L series
2026/9943
9.11.2026
COMMISSION IMPLEMENTING REGULATION (EU) 2026/9943
of 5 November 2026
on exports of certain metals
THE EUROPEAN COMMISSION,
Having regard to the Treaty on the Functioning of the European Union,
Whereas:
(1) Regulation (EU) 2022/9978 was repealed on 1 May 2024.
HAS ADOPTED THIS REGULATION:
{}
This Regulation shall be binding in its entirety and directly applicable in all Member States.
Done at Brussels, 5 November 2026.
"""
JAPAN = """Ministerial Order on Certain Metals
Order of the Ministry of Economy, Trade and Industry No. 943 of November 5, 2026 (Reiwa 8)

The following Ministerial Order is enacted.

{}
"""
LIMBS = {
    "ban": ("It shall not be permitted to export niobium powder to Belarus.", None),
    "licence": ("Unless licensed by the Minister, no person shall export tantalum wire.", None),
    "words": (
        "{act} is amended as follows:\n"
        "in Article 3, “purity of 99.9 % or more” is replaced by “purity of 99.95 % or more”.",
        ("amend", "#art-3", None),
    ),
    "for words": (
        "For “purity of 99.9 % or more” in Article 5 of {act}, “purity of 99.95 % or more” is"
        " substituted.",
        ("amend", "#art-5", None),
    ),
    "part out": ("{act} is amended by the omission of Article 2.", ("repeal", "#art-2", None)),
    "pause": (
        "From 1 January 2027 until 30 June 2027, {act} shall not have effect.",
        ("suspend", "", date(2027, 1, 1)),
    ),
    "return": (
        "The suspension of {act} shall cease to have effect from 1 December 2026.",
        ("resume", "", date(2026, 12, 1)),
    ),
    "longer": (
        "{act} shall remain in force until 30 June 2027 instead of 30 November 2026.",
        ("extend", "", None),
    ),
    "delay": ("{act} shall not apply before 1 January 2027.", ("postpone", "", date(2027, 1, 1))),
    "end": ("{act} shall cease to apply on 1 January 2027.", ("repeal", "", date(2027, 1, 1))),
}
ACTS = {
    "union": ("Regulation (EU) 2025/93{}", "eu/reg/2025/93{}", UNION),
    "japan": ("METI Order No. 93{} of 2025", "jp/meti/2025/order-93{}", JAPAN),
}


@pytest.mark.parametrize("nation", ACTS)
@pytest.mark.parametrize(("first", "second"), tuple(permutations(LIMBS, 2)))
def test_two_articles_are_read_as_if_each_stood_alone(first, second, nation):
    name, path, frame = ACTS[nation]
    told = [LIMBS[kind][0].format(act=name.format(n)) for n, kind in enumerate((first, second), 1)]
    start = {
        "union": "Article 3\nThis Regulation shall enter into force on the third day following that"
        " of its publication in the Official Journal of the European Union and shall apply from"
        " 20 November 2026.",
        "japan": "Supplementary Provisions\nThis Order comes into effect as of November 20, 2026.",
    }[nation]
    gap = "\n" if nation == "union" else " "
    body = "\n\n".join(f"Article {n}{gap}{text}" for n, text in enumerate(told, 1))
    found = read(frame.format(f"{body}\n\n{start}"))
    want = {
        (done[0], f"{path.format(n)}{done[1]}", done[2] or date(2026, 11, 20))
        for n, kind in enumerate((first, second), 1)
        if (done := LIMBS[kind][1]) is not None
    }
    assert {(e.kind, e.affected[0], e.from_) for e in found.effects} == want
    own = [f"art-{n}" for n, kind in enumerate((first, second), 1) if LIMBS[kind][1] is None]
    assert [(m.id.partition("#")[2], m.from_) for m in found.measures] == [
        (part, date(2026, 11, 20)) for part in own
    ]


LICENCE = """OPEN GENERAL EXPORT LICENCE
(METALS)

OGEL 943, dated 5 November 2026, granted by the Secretary of State.

1. Rhenium metal (1C951) may be exported from the United Kingdom to any destination.

2. {}

3. This licence shall come into force on 20 November 2026.

4. OGEL 908 (dated 3 March 2023) ends when this licence begins.
"""


@pytest.mark.parametrize(
    ("operator", "words"),
    [
        ("<=", "Consignments of more than 400 kg are excluded."),
        ("<=", "A consignment heavier than 400 kg falls outside this licence."),
        ("<=", "No consignment of more than 400 kg may be exported under this licence."),
        ("<=", "Exports of more than 400 kg require an individual licence."),
        ("<=", "This licence is not available for more than 400 kg."),
        ("<=", "The following are excluded:\n(a) consignments of more than 400 kg;\n(b) samples."),
        ("<", "Consignments of 400 kg or more are not covered."),
        ("<", "This licence may not be used unless the consignment weighs less than 400 kg."),
        (">=", "Consignments below 400 kg are outside this licence."),
        (">", "Only consignments of more than 400 kg are covered."),
        (">=", "No consignment may weigh less than 400 kg."),
    ],
)
def test_a_licence_is_bounded_by_what_lies_outside_it(operator, words):
    found = read(LICENCE.format(words))
    (licence,) = found.measures
    (limit,) = licence.terms["thresholds"]
    assert (limit["operator"], limit["value"]) == (operator, "400")
    (ended,) = found.effects
    assert (ended.affected, ended.from_) == (("uk/dbt/2023/ogel-908",), date(2026, 11, 20))


def test_a_corrigendum_puts_each_article_right():
    found = read(
        "Official Journal of the European Union\nL, 2026/90317, 2.12.2026\n\nCORRIGENDUM\n\n"
        "to Commission Implementing Regulation (EU) 2026/9204 of 31 August 2026 on certain metals\n"
        "\n(Official Journal of the European Union L, 2026/9204, 3 September 2026)\n\n"
        "On page 2, Article 1:\nfor: ‘goods specified in 1C950.a’,\n"
        "read: ‘goods specified in 1C950.b’.\n\n"
        "On page 3, in Article 2:\nfor: ‘a content of less than 5 %’,\n"
        "read: ‘a content of 5 % or less’.\n\n"
        "On page 3, Article 4:\nfor: ‘It shall apply from 1 December 2026.’,\n"
        "read: ‘It shall apply from 1 February 2027.’.\n\n"
        "The text as corrected applies from 4 September 2026.\n"
    )
    assert found.instrument.id == "eu/reg/2026/90317"
    assert {(e.kind, e.affected[0].partition("#")[2], e.from_) for e in found.effects} == {
        ("amend", "art-1", date(2026, 9, 4)),
        ("amend", "art-2", date(2026, 9, 4)),
        ("postpone", "", date(2027, 2, 1)),
    }
    codes = [e.terms["control_codes"] for e in found.effects if "control_codes" in e.terms]
    assert codes == [["1C950.b"]]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        (
            "Article 2 is effective as of the date of promulgation. The remaining provisions come"
            " into effect as of the date on which three months have elapsed from that date.",
            date(2027, 2, 5),
            date(2026, 11, 5),
        ),
        (
            "This Order comes into effect on the day on which thirty days have elapsed counting"
            " from the day following the date of promulgation.",
            date(2026, 12, 5),
            date(2026, 12, 5),
        ),
    ],
)
def test_elapsed_days_count_from_what_is_told_before(words, first, second):
    found = read(
        JAPAN.format(
            "Article 1 No person may export tantalum wire to Belarus.\n\n"
            "Article 2 No person may export niobium powder to Belarus.\n\n"
            f"Supplementary Provisions\n{words}"
        )
    )
    assert [one.from_ for one in found.measures] == [first, second]


def test_a_list_of_instruments_ends_with_the_next_regulation():
    found = read(
        "STATUTORY INSTRUMENTS\n\n2026 No. 9943\n\nCUSTOMS\n\n"
        "The Export Control (Sundry Measures) Regulations 2026\n\n"
        "Made - - - - 5th November 2026\n\n"
        "The Secretary of State makes these Regulations in exercise of the powers conferred by"
        " sections 1 and 2 of the Export Control Act 2002.\n\n"
        "1. These Regulations come into force on 20th November 2026.\n\n"
        "2. The following instruments are revoked—\n"
        "(a) the Trade Controls (Strategic Metals) Regulations 2025 (S.I. 2025/930);\n"
        "(b) S.I. 2023/942.\n\n"
        "3. Nothing in these Regulations affects S.I. 2025/926.\n"
    )
    (ended,) = found.effects
    assert ended.affected == ("uk/si/2025/930", "uk/si/2023/942")
    assert not ended.parties
