"""Does the rulebook say what was researched, and does a slip in a file name its place?"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tracker import resources
from tracker.domain.records import RECORD_TYPES, Record
from tracker.domain.rulebook import Field, Rulebook, SourceNote
from tracker.errors import InputError
from tracker.rulebook import load_field, load_rulebook

RESEARCH = Path(__file__).parents[2].parent / "shared" / "domain"

FIELD = """
key: food-colourings
title: {en: Food colourings, de: Lebensmittelfarben}
disclaimer: {en: Information only}
term_keys:
  requirement: {kind: requirement, matchable: true, about: What is demanded}
  elements: {kind: elements, matchable: true, about: Colourings}
  thresholds: {kind: thresholds, matchable: true, about: Limits}
  share_list: {kind: mapping, about: Limits by food}
  warned: {kind: yes or no, about: Whether a warning is printed}
  reviewed_on: {kind: day, about: Day of the last review}
  members: {kind: integer, about: How many colourings}
requirements:
  limit: {en: Upper limit}
  ban: {en: Banned}
threshold_operators: ["<=", "<"]
units: {mg/kg: milligram a kilogram}
elements:
  E102: {en: tartrazine}
  E171: {en: titanium dioxide}
  azo: {en: azo dyes, members: [E102]}
jurisdictions:
  XX: {names: {en: Utopia}, zone: Europe/Paris}
issuers:
  Food Office: {code: FO, jurisdiction: XX, series: xx/fo, names: {en: [Food Office, the Office]}}
"""

ABOUT = """
covered_through: 2030-01-31
coverage: Everything that the Food Office published.
jurisdictions: [XX]
licence: CC-BY-4.0
"""

NOTICE = """
instrument: xx/fo/2030/7
titles: {en: Limits for colourings}
kind: notice
jurisdiction: XX
issuers: [FO]
announced_at: 2030-01-02
timezone: Europe/Paris
confidence: medium
note: read in the gazette
sources:
  - {url: "https://food.example/7", kind: official}
  - {kind: memory, note: general knowledge}
shared_terms: {members: 1}
measures:
  a:
    provision: Article 1
    terms:
      requirement: limit
      elements: [azo]
      thresholds:
        - {what: content, operator: "<=", value: 0.010, unit: mg/kg}
    note: table not read
  b:
    provision: Article 2
    title: No white
    rule: false
    terms:
      requirement: ban
      elements: [E171]
      warned: true
      reviewed_on: 2029-12-24
      members: null
effects:
  - key: start
    kind: impose
    affected: [a, "#b"]
    from: 2030-02-01
    confidence: low
  - key: pause
    kind: suspend
    affected: [xx/fo/2030/7]
    from: {value: 2031-01, precision: month, basis: reported}
    through: null
    alternatives: [{from: 2031-01-15, note: the radio}]
    evidence: [{quote: the limits rest, url: "https://food.example/8"}]
links:
  - {kind: clarifies, from: a, to: xx/fo/2029/1}
claims:
  - {key: minister, said_on: 2030-01-03, speaker: The minister, text: It will be fine, note: a wish}
"""


def invented(folder: Path, notice: str = NOTICE, **others: str) -> Rulebook:
    """Write a field and a rulebook of one notice (and ``others`` by file stem) and load them."""
    rules = folder / "rules"
    (rules / "xx").mkdir(parents=True)
    (folder / "field.yaml").write_text(FIELD, encoding="utf-8")
    files = {"rulebook": ABOUT, "xx/seven": notice, **others}
    for stem, text in files.items():
        (rules / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return load_rulebook(rules, load_field(folder))


def refusal(folder: Path, old: str, new: str, **others: str) -> InputError:
    """Load the notice with one slip in it and return the complaint."""
    assert NOTICE.count(old) == 1
    with pytest.raises(InputError) as caught:
        invented(folder, NOTICE.replace(old, new), **others)
    return caught.value


def line_of(text: str) -> int:
    """Return the line of the notice on which ``text`` stands first."""
    return next(n for n, line in enumerate(NOTICE.splitlines(), 1) if text in line)


def as_record(record: dict[str, Any]) -> Record:
    """Read a record of the interchange form as the log would."""
    keys = {key: value for key, value in record.items() if key != "type"}
    return msgspec.convert(keys, type=RECORD_TYPES[record["type"]], strict=True)


def comparable(record: dict[str, Any]) -> str:
    """Write what a record says; only sources with an address, and only ids that law gives."""
    told: dict[str, Any] = msgspec.to_builtins(as_record(record)) | {"type": record["type"]}
    if record["type"] not in ("instrument", "measure"):
        del told["id"]
    if "sources" in told:
        told["sources"] = [source["url"] for source in told["sources"] if source["url"]]
    return json.dumps(told, sort_keys=True, ensure_ascii=False)


@pytest.fixture(scope="module")
def field() -> Field:
    return load_field(resources.data("db"))


@pytest.fixture(scope="module")
def rulebook(field: Field) -> Rulebook:
    return load_rulebook(resources.data("db/rulebook"), field)


@pytest.fixture(scope="module")
def notes(rulebook: Rulebook) -> dict[str, SourceNote]:
    return {note.about: note for note in rulebook.notes()}


def test_the_shipped_rulebook_says_exactly_what_was_researched(rulebook: Rulebook) -> None:
    research = RESEARCH / "rulebook.jsonl"
    if not research.is_file():
        pytest.skip("the research data (../shared/domain/rulebook.jsonl) is not here")
    wanted = [json.loads(line) for line in research.read_text(encoding="utf-8").splitlines()]

    assert sorted(map(comparable, rulebook.records())) == sorted(map(comparable, wanted))


def test_every_researched_note_and_degree_of_confidence_is_kept(
    notes: dict[str, SourceNote], rulebook: Rulebook
) -> None:
    research = RESEARCH / "timeline.json"
    if not research.is_file():
        pytest.skip("the research data (../shared/domain/timeline.json) is not here")
    timeline = json.loads(research.read_text(encoding="utf-8"))
    terms = {r["id"]: r["terms"] for r in rulebook.records() if r["type"] == "measure"}

    for instrument in timeline["instruments"]:
        assert notes[instrument["id"]].confidence == instrument["confidence"]
        for measure in instrument["measures"]:
            if measure.get("notes"):
                assert terms[measure["id"]]["note"] == measure["notes"]
                assert notes[measure["id"]].text == measure["notes"]
    held = " ".join(r["text"] for r in rulebook.records() if r["type"] == "claim")
    assert all(conflict["resolution"] in held for conflict in timeline["conflicts"])
    assert len(rulebook.unknowns) == len(timeline["unknowns"])


def test_the_shipped_rulebook_has_one_file_an_instrument(rulebook: Rulebook) -> None:
    for entry in rulebook.entries:
        instruments = [r["id"] for r in entry.records if r["type"] == "instrument"]
        if entry.file == "claims.yaml":
            assert instruments == []
        else:
            country, _, rest = instruments[0].partition("/")
            assert entry.file == f"{country}/{rest.replace('/', '-')}.yaml"

    assert Counter(r["type"] for r in rulebook.records()) == {
        "instrument": 64,
        "measure": 106,
        "effect": 104,
        "link": 19,
        "claim": 49,
    }


def test_every_shipped_instrument_has_titles_in_two_languages_marked_as_ours(
    rulebook: Rulebook, notes: dict[str, SourceNote]
) -> None:
    instruments = [r for r in rulebook.records() if r["type"] == "instrument"]
    titles = [notes[r["id"]].titles or {} for r in instruments]

    assert all(t["en"] == r["title"] for t, r in zip(titles, instruments, strict=True))
    assert len({t["zh"] for t in titles}) == 64
    assert {notes[r["id"]].titles_by for r in instruments} == {"tracker"}


def test_every_shipped_record_has_an_id_of_its_own_and_a_line(rulebook: Rulebook) -> None:
    ids = [record["id"] for record in rulebook.records()]

    assert len(set(ids)) == len(ids)
    assert all(rulebook.place(identifier) for identifier in ids)
    assert rulebook.place("nowhere") is None


def test_the_line_of_an_effect_is_the_line_of_its_key(rulebook: Rulebook) -> None:
    place = rulebook.place("rulebook:cn/mofcom/2025/61:impose-i-1")
    assert place is not None
    file, line = place

    text = resources.data(f"db/rulebook/{file}").read_text(encoding="utf-8").splitlines()
    assert text[line - 1].strip() == "- key: impose-i-1"


def test_a_shipped_source_known_from_memory_only_says_so(rulebook: Rulebook) -> None:
    first = next(rulebook.records())

    assert first["id"] == "cn/moftec/2001/order-15"
    assert "memory" in [source["kind"] for source in first["sources"]]
    assert all("url" not in s for s in first["sources"] if s["kind"] == "memory")


def test_a_shipped_file_holds_no_address_of_a_source_without_its_kind(rulebook: Rulebook) -> None:
    sources = [s for r in rulebook.records() for s in r.get("sources", ())]

    assert all(source.get("kind") for source in sources)
    assert all(source["url"].startswith("http") for source in sources if "url" in source)


def test_the_shipped_rulebook_says_how_far_it_reaches_and_its_licence(rulebook: Rulebook) -> None:
    assert rulebook.covered_through == "2026-06-29"
    assert rulebook.licence == "CC-BY-4.0"
    assert rulebook.licence_file is not None
    licence = resources.data("db/rulebook") / rulebook.licence_file
    assert "Attribution 4.0 International" in licence.read_text(encoding="utf-8")
    used = {r["jurisdiction"] for r in rulebook.records() if r["type"] == "instrument"}
    assert used == set(rulebook.jurisdictions)


def test_records_come_after_what_they_speak_of_and_in_order_of_announcement(
    rulebook: Rulebook,
) -> None:
    types = [record["type"] for record in rulebook.records()]
    days = [r["announced_at"][:10] for r in rulebook.records() if r["type"] == "instrument"]

    order = ["instrument", "measure", "effect", "link", "claim"]
    assert list(dict.fromkeys(types)) == order
    assert types == sorted(types, key=order.index)
    assert days == sorted(days)


def test_another_field_needs_no_other_program(tmp_path: Path) -> None:
    book = invented(tmp_path)
    found = {record["id"]: record for record in book.records()}

    assert found["xx/fo/2030/7"]["issuers"] == ["Food Office"]
    assert found["xx/fo/2030/7#a"] == {
        "type": "measure",
        "id": "xx/fo/2030/7#a",
        "title": "Limits for colourings: Article 1",
        "terms": {
            "members": 1,
            "requirement": "limit",
            "elements": ["azo"],
            "thresholds": [
                {"what": "content", "operator": "<=", "value": "0.010", "unit": "mg/kg"}
            ],
        },
    }
    assert all(as_record(record) for record in found.values())


def test_a_measure_may_have_its_own_title_and_drop_a_shared_term(tmp_path: Path) -> None:
    measures = [r for r in invented(tmp_path).records() if r["type"] == "measure"]

    assert measures[1]["title"] == "No white"
    assert measures[1]["rule"] is False
    assert measures[1]["terms"] == {
        "requirement": "ban",
        "elements": ["E171"],
        "warned": True,
        "reviewed_on": "2029-12-24",
    }


def test_an_effect_is_named_by_its_key_and_keeps_readings_and_quotes(tmp_path: Path) -> None:
    start, pause = (r for r in invented(tmp_path).records() if r["type"] == "effect")

    assert start["id"] == "rulebook:xx/fo/2030/7:start"
    assert start["affected"] == ["xx/fo/2030/7#a", "xx/fo/2030/7#b"]
    assert start["announced_at"] == "2030-01-02"
    assert pause["affected"] == ["xx/fo/2030/7"]
    assert pause["from"] == {"value": "2031-01", "precision": "month", "basis": "reported"}
    assert pause["through"] is None
    assert pause["alternatives"] == [{"from": "2031-01-15", "note": "the radio"}]
    assert pause["evidence"][0]["quote"] == "the limits rest"


def test_the_id_of_an_effect_outlives_a_corrected_date(tmp_path: Path) -> None:
    before = invented(tmp_path / "before")
    after = invented(tmp_path / "after", NOTICE.replace("2030-02-01", "2030-03-01"))

    assert [r["id"] for r in before.records()] == [r["id"] for r in after.records()]


def test_remarks_become_notes_and_never_stand_in_records(tmp_path: Path) -> None:
    book = invented(tmp_path)
    said = {note.about: note for note in book.notes()}

    assert said["xx/fo/2030/7"].confidence == "medium"
    assert said["xx/fo/2030/7"].text == "read in the gazette"
    assert said["xx/fo/2030/7"].urls == ("https://food.example/7",)
    assert said["xx/fo/2030/7#a"].text == "table not read"
    assert said["rulebook:xx/fo/2030/7:start"].confidence == "low"
    assert said["rulebook:xx/fo/2030/7:minister"].text == "a wish"
    assert not any({"confidence", "note"} & record.keys() for record in book.records())


def test_a_plain_word_stays_the_text_that_was_written(tmp_path: Path) -> None:
    notice = NOTICE.replace("speaker: The minister", "speaker: no").replace(
        "It will be fine", "0x10"
    )
    claim = next(r for r in invented(tmp_path, notice).records() if r["type"] == "claim")

    assert (claim["speaker"], claim["text"]) == ("no", "0x10")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("      elements: [azo]", "      elemnts: [azo]", "key 'elemnts'; did you mean 'elements'"),
        ("timezone:", "timezon:", "unknown key 'timezon'; did you mean 'timezone'"),
        ("    rule: false", "    rulle: false", "unknown key 'rulle'; did you mean 'rule'"),
        ("unit: mg/kg", "units: mg/kg", "unknown key 'units'; did you mean 'unit'"),
        ("    affected: [a,", "    afected: [a,", "key 'afected'; did you mean 'affected'"),
        ("[{from: 2031-01-15,", "[{form: 2031-01-15,", "key 'form'; did you mean 'from'"),
        ("quote: the", "qoute: the", "unknown key 'qoute'; did you mean 'quote'"),
        ("kind: official}", "kin: official}", "unknown key 'kin'; did you mean 'kind'"),
        ("speaker: The", "speeker: The", "unknown key 'speeker'; did you mean 'speaker'"),
        ("from: a, to", "form: a, to", "unknown key 'form'; did you mean 'from'"),
        ("requirement: limit", "requirement: limmit", "unknown requirement 'limmit'; did you"),
        ("elements: [E171]", "elements: [E17]", "unknown element 'E17'; did you mean 'E171'"),
        ("issuers: [FO]", "issuers: [Fod Office]", "unknown issuer 'Fod Office'; did you mean"),
        ("unit: mg/kg", "unit: g/kg", "unknown unit 'g/kg'; did you mean 'mg/kg'"),
        ('operator: "<="', 'operator: ">="', "unknown operator '>='"),
        ("value: 0.010", "value: 10mg", "'10mg' is no number"),
        ("members: 1", "members: one", "'one' is no whole number"),
        ("warned: true", "warned: perhaps", "unknown answer 'perhaps'; write one of"),
        ("from: 2030-02-01", "from: 2030-02-30", "'2030-02-30' is no day"),
        ("from: 2030-02-01", "from: 1 Feb 2030", "'1 Feb 2030' is no day"),
        ("announced_at: 2030-01-02", "announced_at: 2030-01-02T09:00", "neither a day"),
        ("said_on: 2030-01-03", "said_on: 2030-1-3", "'2030-1-3' is no day"),
        ("timezone: Europe/Paris", "timezone: Europe/Pari", "is no time zone"),
        ("jurisdiction: XX", "jurisdiction: XY", "unknown jurisdiction 'XY'"),
        ("confidence: medium", "confidence: middle", "unknown confidence 'middle'"),
        ("kind: suspend", "kind: suspends", "unknown kind of effect 'suspends'; did you"),
        ("kind: clarifies", "kind: clarify", "unknown kind of link 'clarify'; did you mean"),
        ('affected: [a, "#b"]', "affected: [a, c]", "unknown measure 'c'"),
        ("- key: pause", "- key: start", "'rulebook:xx/fo/2030/7:start' is given twice"),
        ("instrument: xx/fo/2030/7", "instrument: seven", "'seven' is no id of an instrument"),
        ("[{from: 2031-01-15, note:", "[{note:", "another reading gives another 'from'"),
        ("- {kind: memory, note: general knowledge}", "- {kind: memory}", "needs its url"),
        ("    title: No white", "    title:", "a text is expected here"),
        ("kind: notice", "kind: [notice]", "a text is expected here"),
    ],
)
def test_a_slip_names_file_line_and_the_nearest_word(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    error = refusal(tmp_path, old, new)

    assert reason in error.reason
    assert error.file == "xx/seven.yaml"
    assert error.line == line_of(old)


@pytest.mark.parametrize("key", ["titles", "kind", "announced_at", "timezone", "issuers"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    line = next(text for text in NOTICE.splitlines() if text.startswith(f"{key}:"))
    error = refusal(tmp_path, line + "\n", "")

    assert error.reason == f"missing key {key!r}"
    assert error.file == "xx/seven.yaml"


def test_a_measure_without_a_requirement_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, "      requirement: limit\n", "")

    assert error.reason == "missing key 'requirement'"
    assert error.line == line_of("    terms:")


def test_a_last_day_before_the_first_day_is_refused(tmp_path: Path) -> None:
    old = "    from: 2030-02-01\n"
    error = refusal(tmp_path, old, old + "    through: 2030-01-31\n")

    assert error.reason == "the last day 2030-01-31 lies before the first day 2030-02-01"
    assert error.line == line_of(old.strip()) + 1


def test_a_key_that_is_given_twice_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, "kind: notice\n", "kind: notice\nkind: order\n")

    assert error.reason == f"key 'kind' is given twice (first on line {line_of('kind: notice')})"
    assert error.line == line_of("kind: notice") + 1


def test_an_alias_is_refused_because_nobody_sees_what_it_repeats(tmp_path: Path) -> None:
    notice = NOTICE.replace("[azo]", "&dyes [azo]").replace("[E171]", "*dyes")

    with pytest.raises(InputError, match="alias"):
        invented(tmp_path, notice)


def test_broken_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, "titles: {en: Limits for colourings}", "titles: {en: Limits")

    assert "not valid YAML" in error.reason
    assert error.line is not None


def test_all_slips_of_a_load_are_told_at_once(tmp_path: Path) -> None:
    notice = NOTICE.replace("elements: [azo]", "elemnts: [azo]").replace("[E171]", "[E17]")

    with pytest.raises(InputError, match=r"elemnts.*and 1 more: xx/seven\.yaml:\d+:.*'E17'"):
        invented(tmp_path, notice)


def test_an_effect_on_a_measure_that_another_file_does_not_have_is_refused(
    tmp_path: Path,
) -> None:
    eight = NOTICE.replace("2030/7", "2030/8").replace('[a, "#b"]', "[xx/fo/2030/7#z]")
    with pytest.raises(InputError) as caught:
        invented(tmp_path, **{"xx/eight": eight})

    assert caught.value.file == "xx/eight.yaml"
    assert "unknown measure 'xx/fo/2030/7#z'" in caught.value.reason


def test_an_effect_may_name_an_instrument_that_is_recorded_elsewhere(tmp_path: Path) -> None:
    book = invented(tmp_path, NOTICE.replace('[a, "#b"]', '[xx/fo/1999/1#z, "#a*"]'))
    start = next(r for r in book.records() if r["type"] == "effect")

    assert start["affected"] == ["xx/fo/1999/1#z", "xx/fo/2030/7#a*"]


def test_one_instrument_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'xx/fo/2030/7' is given twice"):
        invented(tmp_path, **{"xx/copy": NOTICE})


def test_a_folder_without_its_cover_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "field.yaml").write_text(FIELD, encoding="utf-8")
    (tmp_path / "rules").mkdir()

    with pytest.raises(InputError, match=r"rulebook\.yaml: the file is missing"):
        load_rulebook(tmp_path / "rules", load_field(tmp_path))


def test_claims_about_nothing_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    book = invented(
        tmp_path, claims="claims:\n  - {key: tariff, text: All colours will be taxed}\n"
    )
    claim = book.entries[-1].records[0]

    assert (claim["id"], claim["about"]) == ("rulebook:claims:tariff", [])
