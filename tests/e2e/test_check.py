"""`tracker check`, typed as a person types it: products, verdicts, numbers, missing facts."""

import json
import sqlite3
from typing import Any

import pytest

import tracker
from tests.e2e.commands import Desk, desk, write_jsonl

I1, I2, I3 = (f"cn/mofcom/2025/61#i-{n}" for n in (1, 2, 3))
IV, V = "cn/mofcom/2025/61#iv", "cn/mofcom/2025/61#v"
THEN = ("--on", "2025-12-15", "--announced-by", "2025-10-20")
"""The middle of December, as it looked in October."""
BY_THEN = ("--on", "2025-12-15", "--announced-by", "2025-12-15")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    place = desk(tmp_path_factory.mktemp("desk"))
    assert place.type("init").exit_code == 0
    return place


def magnet(share: str = "0.2%", *, origin: str | None = "CN", use: str = "civil") -> list[str]:
    """A German magnet with dysprosium, to the United States."""
    words = ["--element", "Dy", "--share", share, "--made-in", "DE", "--to", "US", "--end-use", use]
    return words + (["--origin", origin] if origin else [])


def check(place: Desk, *words: str) -> Any:
    typed = place.type("check", *words, "--format", "json")
    assert typed.exit_code == 0, typed.err
    return typed.json


def reason(found: Any, measure: str) -> Any:
    return next(item for item in found["reasons"] if item["measure"] == measure)


def test_a_german_magnet_is_not_caught_yet_in_october_but_from_december(used: Desk) -> None:
    found = check(used, *magnet(), "--on", "2025-10-20", "--announced-by", "2025-10-20")

    assert (found["verdict"], found["on"]) == ("caught_later", "2025-10-20")
    assert found["reasons"][0]["measure"] == I1
    assert found["reasons"][0]["next"] == {
        "on": "2025-12-01",
        "status": "in_force",
        "effect": found["reasons"][0]["next"]["effect"],
    }
    assert "from 2025-12-01" in found["says"]


def test_in_december_as_known_in_october_it_needs_a_licence(used: Desk) -> None:
    found = check(used, *magnet(), *THEN)
    limb = reason(found, I1)

    assert (found["verdict"], found["certainty"]) == ("licence", "projected")
    assert found["reasons"][0] == limb
    share = next(item for item in limb["compared"] if item["fact"] == "value_share")
    assert (share["given"], share["operator"], share["asked"]) == ("0.2%", ">=", "0.1%")
    assert share["met"] is True
    assert limb["because"][0]["kind"] == "impose"


def test_in_december_as_known_then_it_is_caught_if_the_suspension_ends(used: Desk) -> None:
    found = check(used, *magnet(), *BY_THEN)

    assert found["verdict"] == "caught_if_suspension_ends"
    assert reason(found, I1)["status"] == "suspended"
    assert "2026-11-10" in found["says"]


def test_less_than_the_threshold_is_not_caught_by_the_first_limb_and_the_others_are_asked(
    used: Desk,
) -> None:
    found = check(used, *magnet("0.05%"), *THEN)

    assert found["verdict"] == "cannot_say"
    assert reason(found, I1)["verdict"] == "not_caught_by_tracked_rules"
    assert "0.05% is not >= 0.1%" in reason(found, I1)["says"]
    assert reason(found, I2)["missing"] == ["technology_origin"]
    assert reason(found, I3)["missing"] == ["origin"]


def test_with_every_fact_given_a_small_share_is_not_caught_and_nothing_is_promised(
    used: Desk,
) -> None:
    known = ("--goods-origin", "DE", "--technology-origin", "DE", "--end-user", "Bosch")
    found = check(used, *magnet("0.05%"), *known, *THEN)

    assert found["verdict"] == "not_caught_by_tracked_rules"
    assert found["missing"] == []
    assert found["not_tracked"] == ["DE"]
    assert "no licence needed" not in json.dumps(found).casefold()


def test_exactly_the_threshold_needs_a_licence_and_the_disputing_reading_is_shown(
    used: Desk,
) -> None:
    found = check(used, *magnet("0.1%"), *THEN)

    assert found["verdict"] == "licence"
    assert "JoongAng Daily" in found["says"]
    assert "Disputed: > 0.1% (" in found["says"]
    assert "gives: not caught" in found["says"]
    assert "Disputed" not in check(used, *magnet("0.11%"), *THEN)["says"]


def test_a_reading_that_was_published_later_is_not_shown_before(used: Desk) -> None:
    early = check(used, *magnet("0.1%"), "--on", "2025-12-15", "--announced-by", "2025-10-08")

    assert early["verdict"] in ("not_caught_by_tracked_rules", "cannot_say")
    assert all(item["measure"] != I1 for item in early["reasons"])


def test_an_unknown_origin_of_the_element_is_named_as_missing(used: Desk) -> None:
    for origin in (None, "unknown"):
        found = check(used, *magnet(origin=origin), *THEN)
        assert found["verdict"] == "cannot_say"
        assert found["missing"][0] == "origin of Dy"


@pytest.mark.parametrize("use", ["disaster relief", "emergency medical equipment", "救灾物资"])
def test_relief_is_exempt_by_paragraph_five(used: Desk, use: str) -> None:
    found = check(used, *magnet(use=use), *THEN)

    assert found["verdict"] == "exempt"
    assert reason(found, I1)["exempted_by"] == V


@pytest.mark.parametrize(
    "use", ["14 nm logic", "7nm logic chips", "256-layer memory", "14纳米逻辑芯片"]
)
def test_the_smallest_chips_are_decided_case_by_case(used: Desk, use: str) -> None:
    found = check(used, *magnet(use=use), *THEN)

    assert found["verdict"] == "case_by_case"
    assert found["reasons"][0]["measure"] == IV


@pytest.mark.parametrize("use", ["28 nm logic with 100 layers of memory", "washing machines"])
def test_larger_chips_and_other_uses_stay_with_the_licence(used: Desk, use: str) -> None:
    found = check(used, *magnet(use=use), *THEN)

    assert found["verdict"] == "licence"
    assert all(
        item["measure"] != IV or item["verdict"] != "case_by_case" for item in found["reasons"]
    )


def test_gallium_to_the_united_states_needs_a_licence_while_the_ban_is_suspended(
    used: Desk,
) -> None:
    words = ("--element", "Ga", "--origin", "CN", "--to", "US")
    found = check(used, *words, "--on", "2025-11-20", "--announced-by", "2025-11-20")

    assert found["verdict"] == "licence"
    assert found["reasons"][0]["measure"] == "cn/mofcom/2023/23#i"
    paused = reason(found, "cn/mofcom/2024/46#2a")
    assert (paused["verdict"], paused["through"]) == ("caught_if_suspension_ends", "2026-11-27")

    before = check(used, *words, "--on", "2025-11-08", "--announced-by", "2025-11-08")
    assert before["verdict"] == "presumption_of_denial"


@pytest.mark.parametrize("user", ["Kawasaki Heavy Industries", "川崎重工業"])
def test_a_japanese_party_cannot_be_looked_up_while_its_list_is_not_held(
    used: Desk, user: str
) -> None:
    words = [*magnet(), "--end-user", user]
    words[words.index("US")] = "JP"
    found = check(used, *words, "--on", "2026-03-10", "--announced-by", "2026-03-10")
    listed = reason(found, "cn/mofcom/2026/11#i")

    assert found["verdict"] == "cannot_say"
    assert listed["verdict"] == "cannot_say"
    assert listed["doubts"] == ["0 of 20 names held"]


def test_a_held_name_is_found_by_its_aliases_and_a_near_one_is_possible(used: Desk) -> None:
    def watched(user: str) -> Any:
        words = ("--code", "1C905.a", "--from", "CN", "--to", "JP", "--end-user", user)
        days = ("--on", "2026-03-10", "--announced-by", "2026-03-10")
        return reason(check(used, *words, *days), "cn/mofcom/2026/12#i")

    for user in ("Subaru", "SUBARU Corporation", "スバル", "斯巴鲁"):
        assert watched(user)["verdict"] == "other_duty"
    near = watched("Subaru Aerospace")
    assert near["verdict"] == "cannot_say"
    assert near["doubts"][0].startswith("possible match: Subaru")
    assert watched("Toyota")["doubts"] == ["1 of 20 names held"]


def test_a_rule_that_came_back_without_official_word_leads_with_act_as_if_caught(
    used: Desk,
) -> None:
    found = check(used, *magnet(), "--on", "2026-11-21", "--announced-by", "2026-11-21")

    assert (found["verdict"], found["certainty"]) == ("licence", "unverified")
    assert found["reasons"][0]["says"].startswith("Act as if caught; unverified")


def test_a_disputed_last_day_says_so(used: Desk) -> None:
    found = check(used, *magnet(), "--on", "2026-11-10", "--announced-by", "2026-11-10")

    assert (found["verdict"], found["certainty"]) == ("caught_if_suspension_ends", "disputed")
    assert found["reasons"][0]["branches"]


def test_military_use_is_forbidden_or_refused(used: Desk) -> None:
    us = check(
        used, "--element", "Dy", "--from", "CN", "--to", "US", "--end-use", "missile guidance",
        "--on", "2025-11-20", "--announced-by", "2025-11-20",
    )  # fmt: skip
    assert (us["verdict"], us["reasons"][0]["measure"]) == ("forbidden", "cn/mofcom/2024/46#1")

    refused = check(used, *magnet(use="fighter jet radar"), *THEN)
    assert refused["verdict"] == "presumption_of_denial"
    assert check(used, *magnet(use="non-military, civil drones"), *THEN)["verdict"] == "licence"


def test_registration_and_stricter_review_are_other_duties(used: Desk) -> None:
    cobalt = check(used, "--element", "Co", "--from", "CD", "--to", "CN", "--on", "2026-02-01")
    assert cobalt["verdict"] == "other_duty"

    graphite = check(
        used, "--element", "C", "--hs", "2504101000", "--from", "CN", "--to", "US",
        "--on", "2025-10-01", "--announced-by", "2025-10-01",
    )  # fmt: skip
    assert reason(graphite, "cn/mofcom/2024/46#2b")["verdict"] == "other_duty"


def test_a_place_whose_rules_nobody_holds_is_not_tracked(used: Desk) -> None:
    found = check(
        used, "--hs", "8505.11", "--from", "KR", "--made-in", "KR", "--to", "FR",
        "--goods-origin", "KR", "--technology-origin", "KR", *THEN,
    )  # fmt: skip

    assert found["verdict"] == "not_tracked"
    assert found["not_tracked"] == ["KR"]


def test_thresholds_that_the_data_leaves_unclear_are_never_decided(used: Desk) -> None:
    found = check(
        used, "--element", "Ag", "--from", "CN", "--to", "US", "--property", "ag=90 t",
        "--on", "2025-12-20", "--announced-by", "2025-12-20",
    )  # fmt: skip
    limb = reason(found, "cn/mofcom/2025/68#conditions")

    assert limb["verdict"] == "cannot_say"
    assert any("t west" in doubt or "one threshold" in doubt for doubt in limb["doubts"])


def test_a_catalogue_entry_of_technology_does_not_catch_goods(used: Desk) -> None:
    words = ("--element", "Ga", "--from", "CN", "--to", "FR", "--on", "2025-08-01")
    goods = check(used, *words)
    assert all("2025/28#" not in item["measure"] for item in goods["reasons"])

    entry = check(
        used, "--code", "252604X", "--kind", "technology", "--from", "CN", "--to", "FR",
        "--on", "2025-08-01",
    )  # fmt: skip
    assert reason(entry, "cn/mofcom/2025/28#catalogue")["verdict"] == "cannot_say"


@pytest.fixture(scope="module")
def other_law(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with an invented act of the European Union whose terms are data, and no rulebook."""
    place, act = desk(tmp_path_factory.mktemp("other")), "eu/com/2024/1"
    rules = {
        "a": {"requirement": "licence", "elements": ["Nd"], "technology_origin": "European Union"},
        "b": {"requirement": "prohibition", "hs_codes": ["850511"], "destinations": ["RU", "BY"]},
        "c": {"requirement": "licence", "elements": ["Pr"], "weather": "wet"},
        "d": {"requirement": "licence", "elements": ["Sm"], "destinations": ["Narnia"]},
        "e": {"requirement": "toll", "elements": ["Er"]},
        "f": {
            "requirement": "prohibition",
            "control_codes": ["9A012"],
            "parties": ["Acme Drones Ltd (阿克米无人机)", "Beta Rotor GmbH"],
            "parties_count": 2,
        },
        "g": {
            "requirement": "licence",
            "elements": ["Tb"],
            "thresholds": [{"what": "value_share", "operator": ">", "value": "0.10"}],
        },
        "h": {"requirement": "prohibition", "elements": ["Ho"], "exemptions": ["jewellery"]},
    }
    write_jsonl(
        place.folder / "law.jsonl",
        {
            "type": "instrument", "id": act, "title": "An act", "jurisdiction": "EU",
            "announced_at": "2024-01-01", "timezone": "Europe/Brussels",
        },
        *(
            {"type": "measure", "id": f"{act}#{name}", "title": name, "terms": terms}
            for name, terms in rules.items()
        ),
        {
            "type": "effect", "kind": "impose", "affecting": act, "affected": [act],
            "from": "2024-02-01", "announced_at": "2024-01-01",
        },
        {
            "type": "effect", "kind": "suspend", "affecting": act, "affected": [f"{act}#f"],
            "parties": ["Beta Rotor GmbH"], "from": "2025-05-01", "through": "2025-12-31",
            "announced_at": "2025-05-01",
        },
    )  # fmt: skip
    assert place.type("import", str(place.folder / "law.jsonl")).exit_code == 0
    return place


@pytest.mark.parametrize(
    ("words", "verdict", "told"),
    [
        ("--element neodymium --from US --to IN --technology-origin FR", "licence", ""),
        ("--element Nd --from US --to IN --technology-origin JP", "not_tracked", ""),
        ("--element Nd --from US --to IN", "cannot_say", "missing technology_origin"),
        ("--hs 8505.11.10 --from DE --to Russia", "forbidden", ""),
        ("--hs 8505 --from DE --to RU", "cannot_say", "hs in full"),
        ("--hs 8505.11 --from DE --to US", "cannot_say", "elements"),
        ("--element Pr --from FR --to US", "cannot_say", "its term is not compared here: weather"),
        (
            "--element Sm --from FR --to US",
            "cannot_say",
            "destination is not compared here: Narnia",
        ),
        ("--element Er --from FR --to US", "cannot_say", "requirement is not compared here: toll"),
        ("--code 9A012.b --from FR --to US --end-user 阿克米无人机", "forbidden", ""),
        ("--code 9A012 --from FR --to US --end-user BETA-ROTOR", "caught_if_suspension_ends", ""),
        ("--code 9A012 --from FR --to US --end-user Betta-Rotor", "cannot_say", "possible match"),
        ("--element Tb:10.1%:DE --from DE --to US", "licence", ""),
        ("--code 1A001 --element Tb:10%:DE --from DE --to US", "not_caught_by_tracked_rules", ""),
        ("--code 1A001 --element Tb:11%:US --from DE --to US", "not_caught_by_tracked_rules", ""),
        ("--code 1A001 --element Ho --from DE --to US --end-use earrings(jewellery)", "exempt", ""),
        ("--element Ho --from DE --to FR --end-use lasers", "not_caught_by_tracked_rules", ""),
        ("--element Ho --from DE --to US --end-use lasers", "forbidden", ""),
        ("--element Ho --to US --end-use lasers", "cannot_say", "missing from"),
    ],
)
def test_structured_rules_of_others_are_matched_without_any_scope(
    other_law: Desk, words: str, verdict: str, told: str
) -> None:
    found = check(other_law, *words.split(), "--on", "2025-06-01")

    relevant = [item["says"] for item in found["reasons"]]
    assert found["verdict"] == verdict, relevant
    assert any(told in line for line in [*relevant, ""])


def test_what_makes_no_sense_is_refused_in_one_sentence(used: Desk) -> None:
    for words, told in (
        (["--element", "Xx"], "unknown element 'Xx'"),
        (["--element", "Dy", "--share", "lots"], "write 0.2%"),
        (["--element", "Dy", "--share", "120%"], "more than the whole"),
        (["--to", "Atlantis"], "no country that is known"),
        (["--share", "0.2%"], "--share belongs to an --element"),
        (["--property", "14 parsecs", "--to", "US"], "unknown unit"),
        ([], "say something of the product"),
    ):
        typed = used.type("check", *words)
        assert typed.exit_code == 2
        assert told in typed.err


def test_the_table_shows_day_verdict_numbers_and_what_is_missing(used: Desk) -> None:
    typed = used.type("check", *magnet(), *THEN)

    assert typed.exit_code == 0
    assert "licence on 2025-12-15 (as known on 2025-10-20)" in typed.out
    assert "value_share: 0.2% >= 0.1%: yes" in typed.out
    assert "Missing: technology_origin, origin, end_user" in typed.out


def test_versus_tells_what_changed_it(used: Desk) -> None:
    words = ("--element", "Ga", "--from", "CN", "--to", "US")
    found = used.type(
        "check", *words, "--on", "2025-11-08", "--announced-by", "2025-11-20",
        "--versus", "2025-11-20", "--format", "json",
    ).json["changed"]  # fmt: skip

    assert [(c["before"]["verdict"], c["after"]["verdict"]) for c in found] == [
        ("presumption_of_denial", "licence")
    ]
    assert found[0]["causes"][0]["measure"] == "cn/mofcom/2024/46#2a"
    assert found[0]["causes"][0]["causes"][0]["affecting"] == "cn/mofcom/2025/72"
    assert "No verdict changed" in used.type("check", *words, *THEN, "--versus", "2025-12-16").out


def test_nothing_of_a_product_is_ever_kept(used: Desk) -> None:
    before = used.type("verify").out
    secret = "SECRET-PART-4711"
    check(used, *magnet(), "--part", secret, "--end-user", secret, *THEN)

    assert used.type("verify").out == before
    dump = "\n".join(sqlite3.connect(used.database).iterdump())
    assert secret not in dump
    assert secret not in used.type("export").out


def test_a_certain_licence_says_that_it_may_even_be_forbidden(used: Desk) -> None:
    found = check(
        used, "--code", "1C905.a", "--from", "CN", "--to", "JP", "--end-user", "Kawasaki",
        "--on", "2026-03-10", "--announced-by", "2026-03-10",
    )  # fmt: skip

    assert found["verdict"] == "licence"
    assert "It may be forbidden: 0 of 20 names held [cn/mofcom/2026/11#i]" in found["says"]


def test_python_asks_the_same_question(used: Desk) -> None:
    with tracker.open(used.url) as opened:
        found = opened.check(
            {
                "elements": [{"symbol": "Dy", "share": "0,2 %", "origin": "China"}],
                "made_in": "Germany",
                "to": "USA",
                "announced_by": "2025-10-20",
            },
            on="2025-12-15",
        )

    assert found.checked.verdict == "licence"
    assert found.product.made_in == "DE"
