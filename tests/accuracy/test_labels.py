"""The labelled documents are sound: what the extractor is measured with can be trusted."""

import re
from pathlib import Path

import pytest
import yaml

from tests.accuracy.labelled import NAME, Document, documents_of
from tests.accuracy.labels import CLASSES, KINDS, Words, faults
from tests.accuracy.matching import moving
from tests.accuracy.measuring import OWN

FIELD = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "db" / "field.yaml").read_text(encoding="utf-8")
)
WORDS = Words(
    requirements=frozenset(FIELD["requirements"]),
    elements=frozenset(FIELD["elements"]),
    operators=frozenset({*FIELD["threshold_operators"], "=", "!="}),
)
DOCUMENTS = documents_of(OWN)
SENTENCE = re.compile(r"[。；\n]|(?<=[a-z0-9])[.;]\s")
FORMULAE = (
    "havingregardtothetreaty",
    "thisregulationshallbebinding",
    "orderoftheministryofeconomy",
)
"""How acts of one kind always begin or end; a reader must know them, so documents hold them."""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_the_gold_of_a_document_is_sound(document: Document) -> None:
    assert faults(document, WORDS) == ()


def test_there_are_twenty_two_documents_in_each_language() -> None:
    for language in ("zh", "en"):
        assert sum(document.language == language for document in DOCUMENTS) >= 22


def test_every_file_is_a_document_or_the_gold_of_one() -> None:
    stems = [found["stem"] for path in OWN.iterdir() if (found := NAME.match(path.name))]
    golds = [path.name.removesuffix(".gold.json") for path in OWN.glob("*.gold.json")]
    assert sorted(stems) == sorted(golds)
    assert len(list(OWN.iterdir())) == len(stems) + len(golds)


def test_every_class_and_every_kind_of_effect_is_there() -> None:
    assert {document.gold["class"] for document in DOCUMENTS} == set(CLASSES)
    kinds = {record["kind"] for document in DOCUMENTS for record in moving(document.gold)}
    assert kinds == set(KINDS)


def test_a_fault_in_a_gold_is_told() -> None:
    good = DOCUMENTS[0]
    measure = {**good.gold["measures"][0], "from": "2026-02-30", "terms": {"elements": ["Xx"]}}
    broken = Document(
        path=good.path, language="zh", gold={**good.gold, "measures": [measure], "class": "draft"}
    )
    told = " ".join(faults(broken, WORDS))
    for part in ("2026-02-30", "Xx", "it is no act", "an act has an instrument"):
        assert part in told


def test_no_sentence_is_taken_from_the_shared_documents(shared: Path) -> None:
    corpus = documents_of(shared / "corpus")
    theirs = {sentence for document in corpus for sentence in _sentences(document)}
    taken = {
        sentence
        for document in DOCUMENTS
        for sentence in _sentences(document)
        if not sentence.lower().startswith(FORMULAE)
    }
    assert taken & theirs == set()


def _sentences(document: Document) -> set[str]:
    least = 14 if document.language == "zh" else 45
    parts = (re.sub(r"\s+", "", part) for part in SENTENCE.split(document.texts["text"]))
    return {part for part in parts if len(part) >= least}
