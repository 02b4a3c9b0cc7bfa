"""Are corrections, tables of acts, schedules and days of single acts read in every form?

Each text is put together of a head, a form and an end, so that none of them is known as a whole.
"""

from datetime import date
from itertools import product

import pytest

from tests.unit.extraction.test_extract import read
from tracker.extraction.extracted import Extraction

TITLE = "Commission Implementing Regulation (EU) 2026/9204 of 31 August 2026 on exports of metals"
HEADS = (
    f"Official Journal of the European Union | EN | L series | 2026/90317 | 2.12.2026\n\n"
    f"CORRIGENDUM TO {TITLE}\n(OJ L, 2026/9204, 3.9.2026)",
    f"L series\n2026/90317\n2.12.2026\n\nERRATUM\n{TITLE}\n(OJ L, 2026/9204, 3.9.2026)",
    f"L series\n2026/90317\n2.12.2026\n\n{TITLE}: corrigendum\n(OJ L, 2026/9204, 3.9.2026)",
    f"OJ L, 2026/90317, 2.12.2026\n\nNotice of correction\nof {TITLE}\n(OJ L, 2026/9204, 3.9.2026)",
)
READINGS = (
    "In Article {n}, ‘{old}’ should read ‘{new}’.",
    "The words ‘{old}’ in Article {n} should be ‘{new}’.",
    "Article {n} contains an error: the correct text is ‘{new}’, not ‘{old}’.",
    "On page 3, Article {n}:\nPrinted: ‘{old}’\nShould read: ‘{new}’",
    "1. Article {n}:\nfor\n‘{old}’\nread\n‘{new}’",
    "Article {n}\nEnglish version:\nfor: ‘{old}’,\nread: ‘{new}’.\nVersion française :\n"
    "au lieu de : «une pureté de 77 %»,\nlire : «une pureté de 88 %».",
    "| Place | Instead of | Read |\n|---|---|---|\n| page 3, Article {n} | {old} | {new} |",
    "Location\nIncorrect\nCorrect\nArticle {n}\n{old}\n{new}",
)
OLD, NEW = "with a purity of 99,9 % or more", "with a purity of more than 99,99 %"


def _limits(found: Extraction) -> list[tuple[str, str]]:
    told = [one for effect in found.effects for one in effect.terms.get("thresholds", ())]
    return [(one["operator"], one["value"]) for one in told]


@pytest.mark.parametrize(("head", "reading"), [*product(HEADS, READINGS)])
def test_correction_under_any_head_in_any_form(head: str, reading: str) -> None:
    body = reading.format(n=4, old=OLD, new=NEW)
    found = read(f"{head}\n\n{body}\n\nThis correction has effect from 23 September 2026.\n")
    assert found.klass == "act"
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("amend", ("eu/reg/2026/9204#art-4",))
    ]
    assert found.effects[0].from_ == date(2026, 9, 23)
    assert _limits(found) == [(">", "0.9999")]


@pytest.mark.parametrize(
    "head",
    [
        "Corrections to the guide on Regulation (EU) 2026/9204",
        "Erratum\n\nGuidance on Regulation (EU) 2026/9204",
        "Notice of correction of the press release on Regulation (EU) 2026/9204",
    ],
)
def test_correction_of_what_is_no_act_moves_nothing(head: str) -> None:
    found = read(f"{head}\n\n{READINGS[0].format(n=4, old=OLD, new=NEW)}\n")
    assert found.effects == ()


def test_british_slip_corrects_the_instrument_whose_number_it_bears() -> None:
    found = read(
        "CORRECTION SLIP\n\nSTATUTORY INSTRUMENTS\n\n2026 No. 9204\n\n"
        "The Export Control (Metals) Regulations 2026\n\n"
        "In regulation 3, instead of “more than 99.9%” read “99.9% or more”.\n\n2 December 2026\n"
    )
    assert [(one.kind, one.affected) for one in found.effects] == [
        ("amend", ("uk/si/2026/9204#reg-3",))
    ]


UNION = (
    "COMMISSION IMPLEMENTING REGULATION (EU) 2026/9943\nof 5 November 2026\n"
    "concerning certain metals\n\nTHE EUROPEAN COMMISSION,\nHAS ADOPTED THIS REGULATION:\n\n"
    "Article 1\n{body}\n\nArticle 2\nThis Regulation shall enter into force on 20 November 2026."
    "\n\nDone at Brussels, 5 November 2026.\n{annex}"
)
BARS, LINES = " | ", "\n"
TABLES = {
    "The application of the acts {where} is suspended for the periods indicated.": (
        ("Act", "From", "Until"),
        ("suspend", date(2027, 1, 15), date(2027, 6, 30)),
    ),
    "The validity of the regulations {where} is extended as indicated.": (
        ("Act", "Previous date", "New date of expiry"),
        ("extend", date(2026, 11, 20), date(2027, 6, 30)),
    ),
    "The dates of application of the acts {where} are postponed to the dates indicated.": (
        ("Act", "Original date", "New date of application"),
        ("postpone", date(2027, 6, 30), None),
    ),
}


@pytest.mark.parametrize(
    ("said", "cells", "annexed"), [*product(TABLES, (BARS, LINES), (True, False))]
)
def test_table_of_acts_tells_the_days_of_each(said: str, cells: str, annexed: bool) -> None:
    columns, (kind, from_, through) = TABLES[said]
    rows = (
        columns,
        ("Regulation (EU) 2024/9126", "15 January 2027", "30.6.2027"),
        ("Implementing Regulation (EU) 2023/9142", "15.1.2027", "30 June 2027"),
    )
    table = "\n".join(cells.join(row) for row in rows)
    where = "listed in the Annex" if annexed else "set out in the following table"
    body = said.format(where=where) + ("" if annexed else f"\n{table}")
    found = read(UNION.format(body=body, annex=f"\nANNEX\n{table}\n" if annexed else ""))
    told = ((one, target) for one in found.effects for target in one.affected)
    assert {(one.kind, target, one.from_, one.through) for one, target in told} == {
        (kind, "eu/reg/2024/9126", from_, through),
        (kind, "eu/reg/2023/9142", from_, through),
    }


@pytest.mark.parametrize("cells", [BARS, LINES])
def test_quota_of_a_table(cells: str) -> None:
    rows = (
        ("Product", "CN code", "1.1.2027 to 30.6.2027 (tonnes)", "1.7.2027 to 31.12.2027 (tonnes)"),
        ("Niobium powder", "8109 21 00", "1 200", "850"),
        ("Indium ingots", "8112 92 95", "96,5", "620"),
    )
    table = "\n".join(cells.join(row) for row in rows)
    said = "Exports of the products listed in the Annex shall not exceed the quantities indicated."
    found = read(UNION.format(body=said, annex=f"\nANNEX\n{table}\n"))
    assert [one.terms["requirement"] for one in found.measures] == ["quota"]
    told = {one["value"] for one in found.measures[0].terms["thresholds"]}
    assert told == {"1200", "850", "96.5", "620"}


BRITISH = (
    "STATUTORY INSTRUMENTS\n\n2026 No. 9943\n\nCUSTOMS\n\n"
    "The Export Control (Metals) Regulations 2026\n\nMade  5th November 2026\n\n"
    "The Secretary of State makes these Regulations in exercise of the powers conferred by "
    "section 1 of the Export Control Act 2002.\n\n1. These Regulations come into force on "
    "20th November 2026.\n\n{body}\n\nA. N. Other\nMinister of State\n5th November 2026\n\n{back}"
)


def test_schedule_tells_the_extent_of_each_revocation() -> None:
    body = "2. The instruments listed in the Schedule are revoked to the extent specified."
    back = (
        "SCHEDULE  Regulation 2\nRevocations\nTitle | Number | Extent\n"
        "The Export Control (Tin) Order 2019 | S.I. 2019/9128 | The whole Order\n"
        "The Export Control (Zinc) Order 2021 | S.I. 2021/9136 | Regulation 3\n"
        "The Export Control (Lead) Order 2022 | S.I. 2022/9137 | Only as regards Wales\n"
    )
    found = read(BRITISH.format(body=body, back=back))
    assert [one.affected for one in found.effects] == [("uk/si/2019/9128", "uk/si/2021/9136#reg-3")]


@pytest.mark.parametrize(
    "said",
    [
        "The Schedule (which contains amendments) has effect.",
        "The amendments set out in the Schedule have effect.",
        "The instruments mentioned in the Schedule are amended as set out there.",
    ],
)
def test_schedule_that_has_effect_is_read_as_the_body(said: str) -> None:
    back = (
        "SCHEDULE  Regulation 2\nAmendments\n"
        "1. In regulation 4 of S.I. 2021/9118, for “99.9% or more” substitute “99.95% or more”.\n"
        "2. In S.I. 2019/9157, omit regulation 6.\n"
    )
    found = read(BRITISH.format(body=f"2. {said}", back=back))
    assert {(one.kind, *one.affected) for one in found.effects} == {
        ("amend", "uk/si/2021/9118#reg-4"),
        ("repeal", "uk/si/2019/9157#reg-6"),
    }


def test_ban_on_goods_of_a_schedule_to_a_country() -> None:
    body = (
        "2. The export of goods listed in Schedule 1 to Belarus is prohibited.\n\n"
        "3. A licence is required for the export of goods specified in Schedule 2."
    )
    back = (
        "SCHEDULE 1 (regulation 2)\nGOODS\n(a) Hafnium sponge (1C951.a);\n"
        "SCHEDULE 2 (regulation 3)\nGOODS\n(a) Rhenium metal (2B953.c).\n"
    )
    found = read(BRITISH.format(body=body, back=back))
    told = [one.terms.get("control_codes") for one in found.measures]
    assert told == [["1C951.a"], ["2B953.c"]]


@pytest.mark.parametrize(
    "told",
    [
        "The amendments to Regulation (EU) 2024/9150 shall apply from 1 July 2027.",
        "Article 1 shall, as regards Regulation (EU) 2024/9150, apply from 1 July 2027.",
    ],
)
def test_day_of_one_of_several_acts(told: str) -> None:
    body = (
        "(1) In Article 5 of Regulation (EU) 2024/9150, ‘99,9 %’ is replaced by ‘99,95 %’.\n"
        "(2) Regulation (EU) 2023/9120 is repealed."
    )
    found = read(
        UNION.format(body=body, annex="").replace("2026.\n\nDone", f"2026. {told}\n\nDone")
    )
    assert {(*one.affected, one.from_) for one in found.effects} == {
        ("eu/reg/2024/9150#art-5", date(2027, 7, 1)),
        ("eu/reg/2023/9120", date(2026, 11, 20)),
    }


@pytest.mark.parametrize("number", ["{n}.", "({n})"])
def test_kinds_of_goods_are_points_of_a_chinese_page(number: str) -> None:
    first, second = (number.format(n=n) for n in (1, 2))
    found = read(
        "MOFCOM Announcement No. 968 of 2026 on Export Control over Certain Items\n\n"
        "No operator shall export the items below without permission:\n"
        f"I. Sputtering targets\n{first} Molybdenum targets (1C979.a);\n"
        f"{second} Niobium targets (1C979.b).\n"
        "II. Software specially designed for bonding the targets (1D979).\n"
        "The announcement shall be implemented as of September 3, 2026.\n"
        "Ministry of Commerce\nAugust 3, 2026\n"
    )
    assert [(one.id, one.terms["control_codes"]) for one in found.measures] == [
        ("cn/mofcom/2026/968#i", ["1C979.a", "1C979.b"]),
        ("cn/mofcom/2026/968#ii", ["1D979"]),
    ]
