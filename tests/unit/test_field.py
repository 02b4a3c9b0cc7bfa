"""Is the vocabulary of the field complete, and does a slip in it name its line?"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tracker import resources
from tracker.domain.rulebook import Field
from tracker.errors import InputError
from tracker.rulebook import load_field

SHARED = Path(__file__).parents[2].parent / "shared"

RARE_EARTHS = (
    *("Sc", "Y", "La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu"),
    *("Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu"),
)

SMALL = """\
key: stamps
title: {en: Stamps}
disclaimer: {en: Information only}
term_keys:
  requirement: {kind: requirement, about: What is demanded}
requirements: {licence: {en: Licence}}
jurisdictions:
  XX: {names: {en: Utopia}, zone: Asia/Tokyo}
issuers:
  Post: {jurisdiction: XX, names: {en: [The Post]}}
"""


@pytest.fixture(scope="module")
def field() -> Field:
    return load_field(resources.data("db"))


def small(folder: Path, text: str = SMALL) -> Field:
    """Write a small field of stamps and load it."""
    (folder / "field.yaml").write_text(text, encoding="utf-8")
    return load_field(folder)


def refusal(folder: Path, old: str, new: str) -> InputError:
    """Load the field of stamps with one slip in it and return the complaint."""
    assert SMALL.count(old) == 1
    with pytest.raises(InputError) as caught:
        small(folder, SMALL.replace(old, new))
    return caught.value


def terms_in(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping that stands under a key ``terms``, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("terms"), dict):
            yield value["terms"]
        for part in value.values():
            yield from terms_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from terms_in(part)


def researched_terms() -> list[dict[str, Any]]:
    """Return all terms of the research data and of the corpus."""
    if not SHARED.is_dir():
        pytest.skip("the research data (../shared) is not here")
    lines = (SHARED / "domain" / "rulebook.jsonl").read_text(encoding="utf-8").splitlines()
    texts = lines + [
        path.read_text(encoding="utf-8") for path in sorted(SHARED.glob("corpus/*.gold.json"))
    ]
    return [terms for text in texts for terms in terms_in(json.loads(text))]


def test_the_field_names_all_seventeen_rare_earths_in_two_languages(field: Field) -> None:
    assert len(RARE_EARTHS) == 17
    assert set(field.members("17 rare earths")) == set(RARE_EARTHS)
    assert all({"en", "zh"} <= field.elements[s].names.keys() for s in RARE_EARTHS)


def test_an_element_that_is_no_group_stands_for_itself(field: Field) -> None:
    assert field.members("Dy") == ("Dy",)
    assert field.members("Xx") == ("Xx",)


def test_no_two_elements_share_a_name(field: Field) -> None:
    for language in ("en", "zh"):
        names = [element.names[language] for element in field.elements.values()]
        assert len(set(names)) == len(names)


def test_the_field_knows_every_term_of_research_and_corpus(field: Field) -> None:
    for terms in researched_terms():
        assert terms.keys() <= field.term_keys.keys()
        assert set(terms.get("elements", ())) <= field.elements.keys()
        if "requirement" in terms:
            assert terms["requirement"] in field.requirements


def test_the_field_knows_every_operator_and_unit_of_research_and_corpus(field: Field) -> None:
    for terms in researched_terms():
        for threshold in terms.get("thresholds", ()):
            assert threshold["operator"] in field.threshold_operators
            assert threshold.get("unit") in {None, *field.units}


def test_every_requirement_has_a_plain_word_in_two_languages(field: Field) -> None:
    assert all({"en", "zh"} == words.keys() for words in field.requirements.values())
    assert field.requirements["presumption_of_denial"]["zh"] == "原则上不予许可"


def test_an_issuer_is_found_by_name_and_by_code(field: Field) -> None:
    mechanism = field.issuer("UEL")

    assert mechanism is not None
    assert mechanism.name == "Unreliable Entity List working mechanism"
    assert field.issuer(mechanism.name) is mechanism
    assert field.issuer("Ministry of Magic") is None


def test_an_issuer_has_the_names_that_texts_use_and_its_series(field: Field) -> None:
    ministry = field.issuers["MOFCOM"]

    assert {"MOFCOM", "Ministry of Commerce", "Commerce Ministry"} <= set(ministry.names["en"])
    assert "商务部" in ministry.names["zh"]
    assert (ministry.series, ministry.zone) == ("cn/mofcom", "Asia/Shanghai")


def test_no_two_issuers_share_a_name_a_code_or_a_series(field: Field) -> None:
    issuers = field.issuers.values()
    names = [name for issuer in issuers for some in issuer.names.values() for name in some]
    codes = [issuer.code for issuer in issuers]
    series = [issuer.series for issuer in issuers if issuer.series]

    for words in (names, codes, series):
        assert len(set(words)) == len(words)


def test_what_people_read_only_is_not_compared_with_products(field: Field) -> None:
    matchable = {key for key, term in field.term_keys.items() if term.matchable}

    assert {"elements", "control_codes", "hs_codes", "thresholds"} <= matchable
    assert not matchable & {"summary", "note", "provision", "control_codes_unconfirmed"}


def test_the_disclaimer_is_one_line_in_two_languages(field: Field) -> None:
    assert field.disclaimer.keys() == {"en", "zh"}
    assert not any("\n" in text for text in field.disclaimer.values())


def test_a_field_needs_no_elements_units_or_thresholds(tmp_path: Path) -> None:
    field = small(tmp_path)

    assert (field.elements, field.units, field.threshold_operators) == ({}, {}, ())
    assert field.issuers["Post"].zone == "Asia/Tokyo"
    assert field.issuers["Post"].code == "Post"


def test_the_file_itself_may_be_named_instead_of_its_folder(tmp_path: Path) -> None:
    assert small(tmp_path) == load_field(tmp_path / "field.yaml")


@pytest.mark.parametrize(
    ("old", "new", "reason", "line"),
    [
        ("term_keys:", "term_kyes:", "unknown key 'term_kyes'; did you mean 'term_keys'?", 4),
        ("kind: requirement,", "kind: texts,", "unknown kind of term 'texts'; did you", 5),
        ("about: What is demanded", "matchable: true", "missing key 'about'", 5),
        ("jurisdiction: XX", "jurisdiction: XY", "unknown jurisdiction 'XY'; did you", 10),
        ("Asia/Tokyo", "Asia/Tokio", "'Asia/Tokio' is no time zone", 8),
        ("[The Post]", "The Post", "a list is expected here", 10),
        ("title: {en: Stamps}", "title: Stamps", "keys with values are expected here", 2),
        ("key: stamps\n", "", "missing key 'key'", 1),
    ],
)
def test_a_slip_in_the_field_names_its_line(
    tmp_path: Path, old: str, new: str, reason: str, line: int
) -> None:
    error = refusal(tmp_path, old, new)

    assert reason in error.reason
    assert (error.file, error.line) == ("field.yaml", line)


def test_an_operator_that_the_program_cannot_compare_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown operator '~'"):
        small(tmp_path, SMALL + 'threshold_operators: [">=", "~"]\n')


def test_a_group_of_unknown_elements_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown element 'Bleu'; did you mean 'Blue'"):
        small(
            tmp_path, SMALL + "elements:\n  Blue: {en: blue}\n  all: {en: all, members: [Bleu]}\n"
        )


@pytest.mark.parametrize("text", ["", "# nothing but a remark\n"])
def test_an_empty_field_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"field\.yaml: the file is empty"):
        small(tmp_path, text)


def test_a_folder_without_a_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"field\.yaml: the file is missing"):
        load_field(tmp_path)
