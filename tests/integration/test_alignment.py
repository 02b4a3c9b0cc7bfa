"""A reading against the log: what agrees, what differs field by field, what accepting records."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.commands import write_jsonl
from tracker import open as open_tracker
from tracker.application.held import Held
from tracker.application.reading.alignment import Alignment, align
from tracker.application.reading.settling import settle
from tracker.facade import Tracker

ACT, OLD = "xx/a/2030/2", "xx/a/2030/1"
INSTRUMENT = {
    "type": "instrument",
    "id": ACT,
    "jurisdiction": "XX",
    "issuers": ["Office"],
    "announced_at": "2024-03-01",
    "issued_on": "2024-03-01",
    "timezone": "Europe/Paris",
    "authority": "press",
}
LIMIT = {"what": "purity", "operator": ">=", "value": "0.10"}


def effect(kind: str, affected: Sequence[str], **other: Any) -> dict[str, Any]:
    return {
        "type": "effect",
        "kind": kind,
        "affecting": ACT,
        "affected": list(affected),
        "announced_at": "2024-03-01",
        **other,
    }


LOG = (
    {**INSTRUMENT, "id": OLD, "authority": "issuer"},
    INSTRUMENT,
    *({"type": "measure", "id": f"{OLD}#{part}"} for part in ("1", "2a", "2b", "20")),
    {
        "type": "measure",
        "id": f"{ACT}#i",
        "terms": {"elements": ["Dy", "Tb"], "thresholds": [{**LIMIT, "value": 0.1}]},
    },
    effect("impose", [f"{ACT}#i"], **{"from": "2024-04-01"}),
    effect("suspend", [f"{OLD}#1", f"{OLD}#2a"], **{"from": "2024-04-01", "through": "2024-06-30"}),
)


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    with open_tracker(f"sqlite:///{tmp_path / 'tracker.db'}") as opened:
        opened.import_([write_jsonl(tmp_path / "log.jsonl", *LOG)])
        yield opened


def aligned(tracker: Tracker, *records: dict[str, Any]) -> Alignment:
    return align(records, Held(tracker.log.find))


def differing(found: Alignment) -> set[tuple[str, str, str | None, str | None]]:
    return {(item.about, item.field, item.held, item.read) for item in found.differences}


def accepted(tracker: Tracker, *records: dict[str, Any]) -> None:
    with tracker.log.writing() as writer:
        done = settle(records, Held(writer.find), by="Ann", announcement="gazette/1")
        writer.append(done.events)


def test_the_same_in_other_writing_agrees(tracker: Tracker) -> None:
    read = {
        "type": "measure",
        "id": f"{ACT}#1",  # the log counts in Roman numerals
        "terms": {"elements": ["tb", "dy"], "thresholds": [LIMIT], "origin": "XX"},
    }
    imposed = effect("impose", [f"{ACT}#1"], **{"from": "2024-04-01"})
    found = aligned(tracker, INSTRUMENT, read, imposed)
    assert found.confirms
    assert found.differences == []


def test_another_operator_is_a_difference(tracker: Tracker) -> None:
    read = {
        "type": "measure",
        "id": f"{ACT}#i",
        "terms": {"thresholds": [{**LIMIT, "operator": ">"}]},
    }
    found = aligned(tracker, read)
    ((about, field, held, text),) = differing(found)
    assert (about, field) == (f"{ACT}#i", "thresholds")
    assert (">=" in str(held), "> 0.10" in str(text)) == (True, True)
    accepted(tracker, read)
    terms = tracker.status(f"{ACT}#i", on="2024-05-01").answer.terms
    assert terms["thresholds"] == [{**LIMIT, "operator": ">"}]
    assert terms["elements"] == ["Dy", "Tb"]


def test_a_better_source_raises_the_standing_of_an_act(tracker: Tracker) -> None:
    found = aligned(tracker, {**INSTRUMENT, "authority": "issuer"})
    assert differing(found) == {(ACT, "authority", "press", "issuer")}
    assert tracker.status(f"{ACT}#i", on="2024-05-01").answer.certainty == "reported"
    accepted(tracker, {**INSTRUMENT, "authority": "issuer"})
    assert tracker.status(f"{ACT}#i", on="2024-05-01").answer.certainty != "reported"


def test_a_lesser_source_lowers_nothing(tracker: Tracker) -> None:
    assert differing(aligned(tracker, {**INSTRUMENT, "authority": "commentary"})) == set()


def test_a_contradicted_effect_is_replaced_for_the_named_measure_only(tracker: Tracker) -> None:
    longer = effect("suspend", [f"{OLD}#1"], **{"from": "2024-04-01", "through": "2024-12-31"})
    found = aligned(tracker, longer)
    assert differing(found) == {(f"suspend of {OLD}#1", "through", "2024-06-30", "2024-12-31")}
    accepted(tracker, longer)
    held = Held(tracker.log.find)
    (one,) = held.effects_on(f"{OLD}#1", affecting=ACT)
    (other,) = held.effects_on(f"{OLD}#2a", affecting=ACT)
    assert (one.through, other.through) == ("2024-12-31", "2024-06-30")


def test_a_part_means_the_measures_under_it(tracker: Tracker) -> None:
    found = aligned(tracker, effect("suspend", [f"{OLD}#2"], **{"from": "2024-05-01"}))
    assert found.records[0]["affected"] == [f"{OLD}#2a", f"{OLD}#2b"]
    assert found.unknown == []
    assert found.fresh[0]["affected"] == [f"{OLD}#2b"]


def test_what_nothing_bears_is_told(tracker: Tracker) -> None:
    found = aligned(
        tracker, effect("repeal", [f"{OLD}#9", "xx/a/2029/9"], **{"from": "2024-05-01"})
    )
    assert found.unknown == [f"{OLD}#9", "xx/a/2029/9"]


def test_effects_on_some_parties_are_not_those_on_everybody(tracker: Tracker) -> None:
    narrow = effect("suspend", [f"{OLD}#1"], parties=["Acme"], **{"from": "2024-04-01"})
    found = aligned(tracker, narrow)
    assert differing(found) == set()
    assert found.fresh == [narrow]


def test_two_spans_of_one_act_are_told_apart(tracker: Tracker) -> None:
    same = effect("suspend", [f"{OLD}#1"], **{"from": "2024-04-01", "through": "2024-06-30"})
    again = effect("suspend", [f"{OLD}#1"], **{"from": "2024-09-01", "through": "2024-09-30"})
    found = aligned(tracker, same, again)
    assert differing(found) == set()
    assert found.fresh == [again]


def test_accepting_twice_records_nothing_the_second_time(tracker: Tracker) -> None:
    fresh = effect("suspend", [f"{OLD}#20"], **{"from": "2024-05-01"})
    accepted(tracker, INSTRUMENT, fresh)
    with tracker.log.writing() as writer:
        done = settle([INSTRUMENT, fresh], Held(writer.find), by="Ann", announcement="gazette/1")
    assert [event.name for event in done.events] == ["LinkRecorded"]
    assert len(done.effects) == 1


def test_the_name_of_a_threshold_makes_no_difference_but_its_number_does(tracker: Tracker) -> None:
    named = {**LIMIT, "what": "content"}
    read = {"type": "measure", "id": f"{ACT}#i", "terms": {"thresholds": [named]}}
    assert aligned(tracker, read).differences == []
    other = {**read, "terms": {"thresholds": [{**named, "value": "0.2"}]}}
    found = aligned(tracker, other)
    assert differing(found) == {
        (f"{ACT}#i", "thresholds", "purity >= 0.1", "content >= 0.2"),
    }
