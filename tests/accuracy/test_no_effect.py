"""What is no act moves nothing, whoever is said to have published it."""

from pathlib import Path

import pytest

from tests.accuracy.answers import answer_for
from tests.accuracy.labelled import Document, documents_of
from tests.accuracy.matching import moving
from tests.accuracy.measuring import OWN

NO_ACTS = tuple(doc for doc in documents_of(OWN) if doc.gold["class"] != "act")


@pytest.mark.parametrize("authority", ["issuer", "official", "press", "commentary", None])
def test_a_document_that_is_no_act_gives_no_effect(authority: str | None, tmp_path: Path) -> None:
    moved = {}
    for document in NO_ACTS:
        told = {**document.gold["options"], "source_authority": authority}
        options = {key: value for key, value in told.items() if value}
        asked = Document(
            path=document.path,
            language=document.language,
            gold={**document.gold, "options": options},
        )
        if found := moving(answer_for(asked, tmp_path / "tracker.db")):
            moved[document.name] = [record["affected"] for record in found]
    assert moved == {}
