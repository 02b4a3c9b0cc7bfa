"""Does each matcher decide what it can, and nothing else?"""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tests.screened import ACT, checked, product, rule, screen, words
from tracker import resources
from tracker.errors import InputError
from tracker.projection.screening.asked import MATCHERS
from tracker.projection.screening.limits import OPERATORS, OtherReading
from tracker.projection.screening.verdict import BACKGROUND, CATCHING, DUTIES, EXEMPTION
from tracker.projection.screening.vocabulary import fold
from tracker.rulebook import load_field, load_rulebook
from tracker.rulebook.checking_file import load_wording

DY = {"symbol": "Dy", "share": "0.1%", "origin": "CN"}


def limit(operator: str, value: str = "0.001", **more: str) -> dict[str, str]:
    return {"what": "value_share", "operator": operator, "value": value, **more}


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        (">=", "no", "yes", "yes"),
        (">", "no", "no", "yes"),
        ("<=", "yes", "yes", "no"),
        ("<", "yes", "no", "no"),
    ],
)
def test_a_share_at_the_very_boundary_is_decided_by_the_operator(
    operator: str, below: str, at: str, above: str
) -> None:
    expected = {"yes": "licence", "no": "not_caught_by_tracked_rules"}
    for share, told in (("0.0999999%", below), ("0.1%", at), ("0.1000001%", above)):
        found = checked(
            rule(elements=["Dy"], thresholds=[limit(operator)]),
            elements=[{**DY, "share": share}],
        )
        assert found.verdict == expected[told], share


def test_every_operator_of_the_field_has_a_comparison() -> None:
    assert set(OPERATORS) == set(words().field.threshold_operators)


def test_shares_of_listed_elements_add_up_and_foreign_ones_do_not_count() -> None:
    law = rule(elements=["Dy", "Tb"], thresholds=[limit(">=")])
    half = {"share": "0.06%", "origin": "CN"}

    both = checked(law, elements=[{"symbol": "Dy", **half}, {"symbol": "Tb", **half}])
    assert both.verdict == "licence"
    other = checked(law, elements=[{"symbol": "Dy", **half}, {"symbol": "Nd", **half}])
    assert other.verdict == "not_caught_by_tracked_rules"
    abroad = checked(
        law, elements=[{"symbol": "Dy", **half}, {"symbol": "Tb", **half, "origin": "AU"}]
    )
    assert abroad.verdict == "not_caught_by_tracked_rules"
    unknown = checked(law, elements=[{"symbol": "Dy", **half}, {"symbol": "Tb", "share": "0.06%"}])
    assert (unknown.verdict, unknown.missing) == ("cannot_say", ("origin of Tb",))
    unweighed = checked(law, elements=[{"symbol": "Dy", **half}, {"symbol": "Tb", "origin": "CN"}])
    assert unweighed.missing == ("share of Tb",)


def test_what_is_decided_already_asks_for_nothing_more() -> None:
    law = rule(elements=["Dy", "Tb"], thresholds=[limit(">=")])
    found = checked(law, elements=[DY, {"symbol": "Tb"}])

    assert (found.verdict, found.missing) == ("licence", ())


def test_another_reading_is_told_only_where_it_would_matter() -> None:
    law = rule(elements=["Dy"], thresholds=[limit(">=")])
    said = OtherReading(operator=">", value=Decimal("0.001"), who="A paper", text="over 0.1%")
    told = screen(law, readings={f"{ACT}#a": (said,)})

    at = told.check(product(elements=[DY])).findings[0].compared[-1]
    above = told.check(product(elements=[{**DY, "share": "0.2%"}])).findings[0].compared[-1]
    assert at.note is not None
    assert at.note == "disputed: > 0.1% (A paper: “over 0.1%”) gives: not caught"
    assert above.note is None


@pytest.mark.parametrize(
    ("listed", "given", "verdict"),
    [
        ("1C905.a", "1C905.a", "licence"),
        ("1C905.a", "1c905 a", "licence"),
        ("1C905.a", "1C905.a.1", "licence"),
        ("1C905.a", "1C905", "licence"),
        ("1C905.a", "1C905.b", "not_caught_by_tracked_rules"),
        ("1C905.a", "1C905.ab", "not_caught_by_tracked_rules"),
        ("1C90", "1C905", "not_caught_by_tracked_rules"),
        ("252604X", "252604X", "licence"),
    ],
)
def test_control_codes_match_along_their_own_steps(listed: str, given: str, verdict: str) -> None:
    assert checked(rule(control_codes=[listed]), control_codes=[given]).verdict == verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("2846901993", "licence"),
        ("2846.9019.93", "licence"),
        ("28469019930", "licence"),
        ("284690", "cannot_say"),
        ("2846901994", "not_caught_by_tracked_rules"),
    ],
)
def test_customs_codes_match_downwards_only(given: str, verdict: str) -> None:
    assert checked(rule(hs_codes=["2846901993"]), hs=[given]).verdict == verdict


def test_a_customs_code_of_another_element_is_a_doubt() -> None:
    law = rule(elements=["Sm"], hs_codes=["2846901993"])

    assert checked(law, hs=["2846901993"]).verdict == "licence"
    doubt = checked(law, hs=["2846901993"], elements=["Gd"])
    assert (doubt.verdict, doubt.missing) == ("cannot_say", ("whether it contains Sm",))


def test_a_code_that_nobody_confirmed_never_decides() -> None:
    law = rule(elements=["Te"], control_codes_unconfirmed=["6C002"])

    assert checked(law, control_codes=["6C002.a"]).verdict == "cannot_say"
    assert checked(law, elements=["Te"]).verdict == "licence"


def test_groups_and_names_of_elements_are_resolved_in_both_languages() -> None:
    law = rule(elements=["17 rare earths"])

    for name in ("Dy", "dysprosium", "镝", "Y", "17种稀土元素"):
        assert checked(law, elements=[name]).verdict == "licence"
    assert checked(law, elements=["Ga"]).verdict == "not_caught_by_tracked_rules"


def test_numbers_in_other_units_are_compared_and_mixed_ones_are_left_open() -> None:
    both = [
        {"what": "grain", "operator": "<=", "value": "5", "unit": "um"},
        {"what": "speed", "operator": ">=", "value": "40", "unit": "m/s"},
    ]
    law = rule(elements=["C"], thresholds=both)

    def with_values(*values: str) -> Any:
        return checked(law, elements=["C"], properties=list(values))

    assert with_values("grain=4 µm", "speed=50 m/s").verdict == "licence"
    assert with_values("grain=6 um", "speed=30 m/s").verdict == "not_caught_by_tracked_rules"
    mixed = with_values("grain=4 um", "speed=30 m/s")
    assert mixed.verdict == "cannot_say"
    assert "one threshold is enough" in mixed.findings[0].doubts[0]
    assert with_values("grain=4 um").missing == ("speed in m/s",)


def test_a_range_of_one_value_must_be_met_at_both_ends() -> None:
    ends = [
        {"what": "value", "operator": ">", "value": "50", "unit": "um"},
        {"what": "value", "operator": "<=", "value": "500", "unit": "um"},
    ]
    law = rule(elements=["C"], thresholds=ends)

    verdicts = [
        checked(law, elements=["C"], properties=[f"{n} um"]).verdict for n in (50, 51, 500, 501)
    ]
    no = "not_caught_by_tracked_rules"
    assert verdicts == [no, "licence", "licence", no]


def test_a_unit_without_a_matcher_is_named() -> None:
    odd = [{"what": "ag", "operator": ">=", "value": "40", "unit": "t west"}]
    found = checked(rule(elements=["Ag"], thresholds=odd), elements=["Ag"])

    assert found.findings[0].doubts == (
        "its limit is not compared here: silver at least 40 (tonne, for producers in the western "
        "regions)",
    )


@pytest.mark.parametrize("value", ["lots", "", None, "NaN", "Infinity", [], {"a": 1}])
def test_a_threshold_that_is_no_number_is_left_open(value: Any) -> None:
    law = rule(
        elements=["Dy"], thresholds=[{"what": "value_share", "operator": ">=", "value": value}]
    )

    assert checked(law, elements=[DY]).verdict == "cannot_say"


@pytest.mark.parametrize("odd", ["plain text", [1, 2], 7, [[]], [{}], {"what": "x"}])
@pytest.mark.parametrize("key", ["thresholds", "parties", "destinations", "end_uses", "exemptions"])
def test_terms_of_any_shape_are_read_without_a_fall(key: str, odd: Any) -> None:
    law = rule(elements=["Dy"], **{key: odd})

    assert checked(law, elements=[DY], end_user="A", end_use="b").verdict in (
        "cannot_say",
        "licence",
        "not_caught_by_tracked_rules",
    )


def test_the_strictest_rule_leads_and_all_are_listed() -> None:
    kinds = ["stricter_review", "licence", "prohibition", "case_by_case", "presumption_of_denial"]
    laws = [rule(f"r{i}", requirement=kind, elements=["Dy"]) for i, kind in enumerate(kinds)]
    found = checked(*laws, elements=["Dy"])

    assert [item.verdict for item in found.findings] == [
        "forbidden",
        "presumption_of_denial",
        "case_by_case",
        "licence",
        "other_duty",
    ]


def test_an_exemption_lifts_the_licence_of_its_act_but_no_ban() -> None:
    relief = {"end_use": "disaster relief"}
    terms: dict[str, Any] = {"requirement": "exemption", "end_uses": ["disaster relief"]}
    free, scoped = rule("free", **terms), rule("free", **terms, elements=["Dy", "Tb"])
    laws = (rule("l", elements=["Dy"]), rule("p", requirement="prohibition", elements=["Tb"]))

    assert checked(*laws, scoped, elements=["Dy"], **relief).verdict == "exempt"
    assert checked(*laws, scoped, elements=["Tb"], **relief).verdict == "forbidden"
    assert checked(*laws, scoped, elements=["Dy"], end_use="toys").verdict == "licence"
    assert checked(*laws, free, elements=["Dy"], **relief).verdict == "licence"  # goods unsaid


def test_a_list_of_parties_is_never_ruled_out_while_names_are_missing() -> None:
    law = {"requirement": "prohibition", "control_codes": ["1C905"], "parties_count": 3}
    asked = {"control_codes": ["1C905.a"], "end_user": "Delta"}

    whole = rule(**law, parties=["Alpha", "Beta", "Gamma"])
    assert checked(whole, **asked).verdict == "not_caught_by_tracked_rules"
    part = checked(rule(**law, parties=["Alpha", "Beta"]), **asked)
    assert part.findings[0].doubts == ("2 of 3 names held",)
    assert checked(rule(**law), **asked).findings[0].doubts == ("0 of 3 names held",)
    nobody = checked(whole, control_codes=["1C905.a"])
    assert (nobody.verdict, nobody.missing) == ("cannot_say", ("end_user",))


@pytest.mark.parametrize(
    ("entry", "asked", "verdict"),
    [
        ("Alpha Robotics Co., Ltd.", "alpha robotics", "forbidden"),
        ("Alpha Robotics (阿尔法机器人公司)", "阿尔法机器人", "forbidden"),
        ({"name": "Alpha", "ja": ["アルファ株式会社"], "zh": "阿尔法"}, "アルファ", "forbidden"),
        ("Alpha Robotics", "Alpha Robotic", "cannot_say"),
        ("Alpha Robotics", "Alpha Robotics Europe", "cannot_say"),
        ("AlphaRobotics", "Alpha Robotics", "forbidden"),
        ("AlphaRobotics", "Alpha-Robotics Inc.", "forbidden"),
        ("Alpha Robotics", "AlphaRobotics", "forbidden"),
        ("三菱重工业株式会社", "三菱 重工业", "forbidden"),
        ("AlphaRobotics", "Alpha Robotics Europe", "cannot_say"),
        ("AlphaRobotics", "AlphaRobotic", "cannot_say"),
        ("Alpha Robotics", "Alphabet Robots", "not_caught_by_tracked_rules"),
        ("三菱重工业", "三菱重工業", "cannot_say"),
        ("Alpha (Japan)", "Omega (Japan)", "not_caught_by_tracked_rules"),
        ("Alpha Robotics", "Zeta Bakery", "not_caught_by_tracked_rules"),
    ],
)
def test_names_are_compared_whatever_their_spelling(entry: Any, asked: str, verdict: str) -> None:
    law = rule(requirement="prohibition", control_codes=["1C905"], parties=[entry])

    assert checked(law, control_codes=["1C905"], end_user=asked).verdict == verdict


@pytest.mark.parametrize(
    ("use", "military"),
    [
        ("military radar", True),
        ("for the navy", True),
        ("国防科研", True),
        ("non-military radar", False),
        ("not for military use", False),
        ("民用，非军事用途", False),
        ("civil defence sirens", False),
        ("harmony organs", False),
    ],
)
def test_a_denied_use_is_no_use(use: str, military: bool) -> None:
    assert ("military" in words().concepts(use)[0]) is military


@pytest.mark.parametrize(
    ("use", "sure", "possible"),
    [
        ("AI research with military potential", "ai", "military"),
        ("machine learning with potential defence applications", "ai", "military"),
        ("AI that could be used by the military", "ai", "military"),
        ("deep learning that may have military uses", "ai", "military"),
        ("AI of military relevance", "ai", "military"),
        ("neural networks that might also be useful to the army", "ai", "military"),
        ("具有军事潜力的人工智能研究", "ai", "military"),
        ("可能用于军事的人工智能", "ai", "military"),
        ("a sensor with military potential", "", "military"),
        ("AI research with military potential; non-military user", "ai", ""),
        ("AI of military relevance for the army", "ai military", ""),
        ("military AI", "ai military", ""),
        ("non-military AI", "", ""),
        ("AI for chess", "", ""),
    ],
)
def test_what_is_called_possible_only_makes_nobody_an_army(
    use: str, sure: str, possible: str
) -> None:
    names = {"ai": "artificial intelligence with military potential", "military": "military"}
    told, maybe = words().concepts(use)

    assert told == {names[key] for key in sure.split()}
    assert maybe == {names[key] for key in possible.split()}


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("ガリウム", "Ga"), ("ゲルマニウム", "Ge"), ("レアアース", "17 rare earths"), ("鎵", "Ga"),
        ("Wolfram", "W"), ("Kobalt", "Co"), ("Cäsium", "Cs"), ("Seltene Erden", "17 rare earths"),
        ("Antimon", "Sb"), ("タングステン", "W"), ("néodyme", "Nd"), ("aluminum", "Al"),
        ("石墨", "C"), ("SILBER", "Ag"),
    ],
)  # fmt: skip
def test_elements_are_known_by_their_names_in_other_languages(name: str, symbol: str) -> None:
    given = product(elements=[name])

    assert tuple(one.symbol for one in given.elements) == words().field.members(symbol)


def test_no_name_of_an_element_means_two_of_them() -> None:
    known = words().field.elements
    said = words().wording.elements

    assert set(said) <= set(known)
    for symbol, names in said.items():
        for name in names:
            assert words().symbols[fold(name)] == words().field.members(symbol), name


def test_a_limit_of_another_element_is_not_asked() -> None:
    limits = [
        {"what": "w", "operator": ">=", "value": "2000", "unit": "t"},
        {"what": "ag", "operator": ">=", "value": "80", "unit": "t"},
    ]
    law = rule(elements=["W", "Ag"], thresholds=limits)

    assert checked(law, elements=["W"]).missing == ("tonnes of tungsten",)
    assert checked(law, elements=["Ag"]).missing == ("tonnes of silver",)
    for name in ("w", "tungsten", "tonnes of tungsten", "Wolfram"):
        found = checked(law, elements=["W"], properties=[f"{name}=2500 t"])
        assert found.verdict == "licence", name


def test_a_choice_of_facts_is_not_asked_beside_one_of_them() -> None:
    found = checked(
        rule("a", hs_codes=["2846901993"], control_codes=["1C905"]),
        rule("b", control_codes=["1C906"]),
        elements=["Dy"],
    )
    assert found.missing == ("control_codes",)


def test_a_rule_that_was_compared_is_held_wherever_the_product_comes_from() -> None:
    law = rule(
        elements=["Dy"], thresholds=[limit(">=")], destinations=["outside China to third countries"]
    )
    magnet = {"from": "DE", "to": "US", "origin": "DE", "technology_origin": "DE"}
    found = checked(law, elements=[{**DY, "origin": "AU"}], **magnet)
    nowhere = checked(law, elements=["Fe"], **magnet)

    assert found.verdict == "not_caught_by_tracked_rules"
    assert found.not_tracked == ("DE", "AU")
    assert nowhere.verdict == "not_tracked"


def test_a_term_that_no_matcher_reads_is_named() -> None:
    found = checked(rule(elements=["Dy"], colour="red"), elements=["Dy"])

    assert found.findings[0].doubts == ("its term is not compared here: colour",)


def test_every_matchable_term_of_the_field_has_a_matcher() -> None:
    keys = words().field.term_keys

    assert {key for key, term in keys.items() if term.matchable} <= set(MATCHERS)


def test_every_requirement_of_the_field_has_its_meaning_for_a_product() -> None:
    known = set(CATCHING) | DUTIES | BACKGROUND | {EXEMPTION}

    assert known == set(words().field.requirements)


def test_every_scope_that_ships_reads_the_summary_that_ships() -> None:
    folder = resources.data("db")
    book = load_rulebook(folder / "rulebook", load_field(folder))
    held = {r["id"]: r for r in book.records() if r["type"] == "measure"}
    wording = words().wording

    for name, scope in wording.scopes.items():
        assert held[name]["terms"]["summary"] == scope.read_from, name
        for other in scope.with_:
            assert f"{name.partition('#')[0]}#{other}" in held
        uses = [*scope.or_end_uses, *scope.terms.get("end_uses", ())]
        assert set(uses) <= set(wording.end_uses), name


def test_a_scope_falls_silent_when_the_summary_changes() -> None:
    name, scope = next(
        (name, scope) for name, scope in words().wording.scopes.items() if name.endswith("61#i-3")
    )
    terms = {"summary": scope.read_from, "destinations": ["outside China to third countries"]}
    law = rule(**terms)
    same, other = (
        msgspec.structs.replace(law, measure=name, terms={**law.terms, "summary": summary})
        for summary in (scope.read_from, "Something else")
    )
    said = {"from": "DE", "to": "US", "origin": "CN", "elements": ["Dy"]}

    assert screen(same).check(product(**said)).verdict == "licence"
    changed = screen(other).check(product(**said))
    assert changed.verdict == "cannot_say"
    assert "Something else" in changed.findings[0].doubts[0]


def test_a_field_without_the_file_reads_no_words_of_its_own(tmp_path: Any) -> None:
    assert load_wording(tmp_path).scopes == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [("scopes: {a: {}}", "read_from"), ("scopess: {}", "scopess"), ("units: [", "not valid YAML")],
)
def test_a_slip_in_the_file_is_told_with_its_place(tmp_path: Any, text: str, told: str) -> None:
    (tmp_path / "checking.yaml").write_text(text)

    with pytest.raises(InputError, match=told) as caught:
        load_wording(tmp_path)
    assert caught.value.file == "checking.yaml"


@pytest.mark.parametrize(
    ("written", "code"),
    [("巴西", "BR"), ("墨西哥", "MX"), ("ブラジル", "BR"), ("Brasilien", "BR"), ("イギリス", "UK"),
     ("GB", "UK"), ("英国", "UK"), ("台灣", "TW"), ("Brazil", "BR"), ("Atlantis", None)],
)  # fmt: skip
def test_countries_are_known_by_their_names_in_several_languages(
    written: str, code: str | None
) -> None:
    assert words().country(written) == code
