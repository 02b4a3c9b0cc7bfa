"""Is each act known by the head that its issuer gives it, in whatever layout?"""

import pytest

from tests.accuracy.phrases_of_heads import HEADS, LISTS, Moved
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.pages.text import plain_to_text

KNOWN = Catalogue(
    issuers=tuple(
        KnownIssuer(code=code, names=names, series=series, jurisdiction=series[:2].upper())
        for code, names, series in (
            ("MOFCOM", ("商务部", "MOFCOM", "Ministry of Commerce"), "cn/mofcom"),
            ("GACC", ("海关总署", "General Administration of Customs"), "cn/gacc"),
            ("MIIT", ("工业和信息化部",), "cn/miit"),
            ("State Council", ("国务院", "State Council"), "cn/state-council"),
            (
                "UEL",
                ("Unreliable Entity List Working Mechanism", "不可靠实体清单工作机制"),
                "cn/uel",
            ),
            ("BIS", ("Bureau of Industry and Security", "BIS"), "us/bis"),
            ("DGFT", ("Directorate General of Foreign Trade",), "in/dgft"),
            ("METI", ("Ministry of Economy, Trade and Industry",), "jp/meti"),
        )
    )
)


@pytest.mark.parametrize(("page", "id", "issued", "moved"), HEADS)
def test_an_act_is_known_by_its_head(page: str, id: str, issued: str | None, moved: Moved) -> None:
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    assert read.klass == "act"
    assert read.instrument is not None
    assert read.instrument.id == id
    assert read.instrument.issued_on is not None
    assert read.instrument.issued_on.isoformat() == issued
    assert {
        (effect.kind, act, *(day and day.isoformat() for day in (effect.from_, effect.through)))
        for effect in read.effects
        for act in effect.affected
    } == set(moved)


@pytest.mark.parametrize(("page", "ids"), LISTS)
def test_figures_count_points_or_what_one_rule_lists(page: str, ids: tuple[str, ...]) -> None:
    read = extract(plain_to_text(page), authority="issuer", known=KNOWN)
    assert tuple(measure.id for measure in read.measures) == ids
    assert all(measure.from_ is not None for measure in read.measures)
