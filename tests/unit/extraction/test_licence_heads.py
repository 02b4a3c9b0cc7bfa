"""The head of a British general licence, however it is closed, and what a licence varies."""

import pytest

from tests.unit.extraction.test_extract import read

BODY = (
    "1. Any person in Great Britain may export lenses specified in 6A904.a to Norway under this "
    "licence.\n\n{done}\n\n3. This licence comes into force on 15 June 2026.\n\n"
    "For the Secretary of State for Business and Trade\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Open General Export Licence 977 (Camera Lenses).\n\nGranted 12 May 2026",
        "OPEN GENERAL EXPORT LICENCE No. 977: CAMERA LENSES.\n\nDated 12 May 2026",
        "Open General Export Licence 977.\nCamera Lenses.\n\nGranted on 12 May 2026.",
        "OGEL 977 (Camera Lenses), granted on 12 May 2026.",
    ],
)
def test_a_licence_whose_head_ends_with_a_full_stop_is_an_act(head):
    done = "2. The Open General Export Licence 905 dated 3 April 2023 is revoked."
    answer = read(f"{head}\n\n{BODY.format(done=done)}")
    assert answer.klass == "act"
    assert [one.id for one in answer.measures] == ["uk/dbt/2026/ogel-977#1"]
    assert [one.affected for one in answer.effects] == [("uk/dbt/2023/ogel-905",)]


def test_a_headline_about_a_licence_is_no_head_of_one():
    answer = read("Open General Export Licence 977 is revoked.\n\nThe minister said so in May.\n")
    assert answer.klass != "act"


@pytest.mark.parametrize("verb", ["varied", "amended", "modified"])
def test_a_licence_that_varies_another_keeps_its_own_permission(verb):
    done = (
        f"2. Open General Export Licence 905 of 3 April 2023 is {verb} as follows:\n"
        "(a) in paragraph 2(b), for “more than 5 kg” substitute “more than 2 kg”;\n"
        "(b) paragraph 4 is deleted."
    )
    head = "Open General Export Licence 977 (Camera Lenses)\n\nGranted 12 May 2026"
    answer = read(f"{head}\n\n{BODY.format(done=done)}")
    assert [(e.kind, *e.affected) for e in answer.effects] == [
        ("repeal", "uk/dbt/2023/ogel-905#4"),
        ("amend", "uk/dbt/2023/ogel-905"),
    ]
    (permission,) = answer.measures
    assert permission.terms["requirement"] == "general_licence"
    assert "thresholds" not in permission.terms


@pytest.mark.parametrize(
    "grants",
    [
        "The Secretary of State, acting under article 26 of the Export Control Order 2008, permits "
        "the export of lenses specified in 6A904.a to Norway.",
        "The Secretary of State hereby allows lenses in 6A904.a to be exported to Norway.",
        "This licence permits the export of lenses specified in 6A904.a to Norway.",
    ],
)
def test_what_nothing_permits_is_not_the_permission(grants):
    body = (
        f"1. {grants}\n\n2. Nothing in this licence permits an export for military end use.\n\n"
        "3. This licence has effect from 15 June 2026.\n"
    )
    answer = read(
        f"OPEN GENERAL EXPORT LICENCE (LENSES)\n\nOGEL 977 - granted 3 May 2026\n\n{body}"
    )
    (licence,) = answer.measures
    assert licence.id == "uk/dbt/2026/ogel-977#1"
    assert licence.terms["control_codes"] == ["6A904.a"]
    assert "end_use" not in licence.terms


REVOKED = (
    "OPEN GENERAL EXPORT LICENCE (LENSES)\n\nOGEL 977 - granted 3 May 2026\n\n"
    "1. This licence permits the export of lenses specified in 6A904.a to Norway.\n\n2. {}\n\n"
    "3. This licence has effect from 15 June 2026.\n"
)


@pytest.mark.parametrize(
    ("said", "affected"),
    [
        (
            "OGEL 905 is revoked. That is the Open General Export Licence (Optics) "
            "dated 3 April 2023.",
            "uk/dbt/2023/ogel-905",
        ),
        (
            "The Secretary of State, under article 32 of the Export Control Order 2008, revokes "
            "the Open General Export Licence 905 dated 3 April 2023.",
            "uk/dbt/2023/ogel-905",
        ),
    ],
)
def test_a_revoked_licence_is_of_its_own_year_and_whole(said, affected):
    (effect,) = read(REVOKED.format(said)).effects
    assert (effect.kind, effect.affected) == ("repeal", (affected,))


def test_a_licence_of_which_nobody_tells_the_year_is_not_guessed():
    answer = read(REVOKED.format("OGEL 905 is revoked."))
    assert not answer.effects
    assert any("OGEL 905 is revoked" in one.quote for one in answer.unread)
