"""The pure parts of the review: policies, what touches what, provisions, the life of a proposal."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tracker.application.answers.evidence import Passage
from tracker.application.answers.excerpts import excerpts
from tracker.application.phrases import effect_phrase
from tracker.application.reading.proposing import evidence_hash
from tracker.cli.reviewing import review
from tracker.config import load_settings
from tracker.domain.policy import DEFAULT, NAMED, Policy, PolicyRow
from tracker.domain.reviews import (
    ProposalAccepted,
    ProposalMade,
    ProposalRebound,
    ProposalReferred,
    ProposalRejected,
    ProposalReopened,
    ProposalStep,
    Reading,
)
from tracker.extraction.names.provisions import below, same_provision
from tracker.projection.dossier import Recorded
from tracker.projection.proposals import State, proposal_of
from tracker.projection.touching import seen_from, touched_by


@pytest.mark.parametrize(
    ("authority", "class_", "complete", "action"),
    [
        ("issuer", "act", True, "accept"),
        ("issuer", "act", False, "propose"),
        ("official", "act", True, "propose"),
        ("press", "act", True, "propose"),
        ("commentary", "act", False, "propose"),
        ("issuer", "statement", True, "ignore"),
        ("issuer", "statement", False, "propose"),
        ("issuer", None, False, "propose"),
        ("press", "report", False, "ignore"),
        ("press", None, False, "ignore"),
    ],
)
def test_the_default_policy_accepts_complete_acts_of_issuers_and_nothing_else(
    authority: str, class_: str | None, complete: bool, action: str
) -> None:
    assert DEFAULT.action(authority=authority, class_=class_, complete=complete) == action


@pytest.mark.parametrize("authority", ["issuer", "official", "press", "commentary"])
def test_the_policy_person_accepts_nothing(authority: str) -> None:
    action = NAMED["person"].action(authority=authority, class_="act", complete=True)
    assert action == "propose"


@pytest.mark.parametrize(("class_", "complete"), [("act", False), ("report", True), (None, True)])
def test_no_table_can_accept_what_is_no_complete_act(class_: str | None, complete: bool) -> None:
    careless = Policy(name="careless", rows=(PolicyRow(action="accept"),))
    assert careless.action(authority="issuer", class_=class_, complete=complete) == "propose"


def test_where_no_row_fits_a_person_is_asked() -> None:
    action = Policy(name="empty").action(authority="press", class_="opinion", complete=True)
    assert action == "propose"


@pytest.mark.parametrize(
    ("provision", "wider"),
    [("2a", "2"), ("i-1", "i"), ("2-1", "ii"), ("i-1", "1"), ("art-3", "art"), ("2b", "ii")],
)
def test_a_provision_lies_below_a_wider_one(provision: str, wider: str) -> None:
    assert below(provision, wider)


@pytest.mark.parametrize(
    ("provision", "other"), [("20", "2"), ("ii", "i"), ("iv", "i"), ("i", "i-1"), ("whole", "i")]
)
def test_a_provision_does_not_lie_below_another(provision: str, other: str) -> None:
    assert not below(provision, other)
    assert not same_provision(provision, other)


def test_numerals_of_either_kind_name_the_same_provision() -> None:
    assert same_provision("2", "ii")
    assert same_provision("i-2", "1-2")
    assert not same_provision("2", "2a")


def _proposed(**terms: Any) -> list[dict[str, Any]]:
    return [{"type": "measure", "id": "cn/x/2026/1#i", "terms": terms}]


def _meets(proposed: dict[str, Any], measure: dict[str, Any]) -> bool:
    seen = seen_from("cn/x/2020/7#i", "cn/x/2020/7", "CN", measure)
    return bool(set(seen) & set(touched_by(_proposed(**proposed))))


@pytest.mark.parametrize(
    ("proposed", "measure"),
    [
        ({"hs_codes": ["2846901940"]}, {"hs_codes": ["2846.90.19.40"]}),
        ({"hs_codes": ["284690"]}, {"hs_codes": ["2846901940"]}),
        ({"hs_codes": ["2846901940"]}, {"hs_codes": ["2846"]}),
        ({"control_codes": ["1C902.a"]}, {"control_codes": ["1c902"]}),
        ({"control_codes": ["1C902"]}, {"control_codes": ["1C902.d"]}),
        ({"elements": ["Dy"]}, {"elements": ["Tb", "dy"]}),
    ],
)
def test_a_proposal_meets_the_measures_of_its_items(
    proposed: dict[str, Any], measure: dict[str, Any]
) -> None:
    assert _meets(proposed, measure)


@pytest.mark.parametrize(
    ("proposed", "measure"),
    [
        ({"hs_codes": ["2846901940"]}, {"hs_codes": ["2846901941"]}),
        ({"control_codes": ["1C902.a"]}, {"control_codes": ["1C902.b"]}),
        ({"control_codes": ["1C90"]}, {"control_codes": ["1C902"]}),
        ({"elements": ["Dy"]}, {"elements": ["Tb"]}),
        ({}, {"elements": ["Tb"]}),
    ],
)
def test_a_proposal_leaves_other_items_alone(
    proposed: dict[str, Any], measure: dict[str, Any]
) -> None:
    assert not _meets(proposed, measure)


def test_an_effect_touches_the_measures_it_names_and_no_neighbours() -> None:
    effect = {"type": "effect", "affecting": "cn/x/2026/1", "affected": ["cn/a/1#2*", "cn/a/2"]}
    touched = set(touched_by([effect]))

    def is_seen(measure: str) -> bool:
        return bool(touched & set(seen_from(measure, measure.partition("#")[0], "CN", {})))

    assert is_seen("cn/a/1#2a")
    assert is_seen("cn/a/1#20")
    assert is_seen("cn/a/2#i")
    assert not is_seen("cn/a/1#1")
    assert not is_seen("cn/a/20#i")


def _reading(evidence: str = "one") -> Reading:
    return Reading(announcement="x/1", reader="rules/1", evidence=evidence)


MADE = ProposalMade(proposal="p", source="x", authority="issuer", reading=_reading())
ACCEPTED = ProposalAccepted(proposal="p", by="Ann", evidence="one", effects=("e",))
REJECTED = ProposalRejected(proposal="p", by="Ann", evidence="one", reason="no")
REFERRED = ProposalReferred(proposal="p", by="Ann")
REOPENED = ProposalReopened(proposal="p", reading=_reading("two"), reason="changed")
REBOUND = ProposalRebound(proposal="p", reading=_reading())


@pytest.mark.parametrize(
    ("steps", "state", "is_open"),
    [
        ((MADE,), State.WAITING, True),
        ((MADE, REFERRED), State.REFERRED, True),
        ((MADE, ACCEPTED), State.ACCEPTED, False),
        ((MADE, REJECTED), State.REJECTED, False),
        ((MADE, ACCEPTED, REBOUND), State.ACCEPTED, False),
        ((MADE, ACCEPTED, REOPENED), State.REOPENED, True),
        ((MADE, REJECTED, REOPENED, ACCEPTED), State.ACCEPTED, False),
    ],
)
def test_a_proposal_stands_where_its_last_step_left_it(
    steps: tuple[ProposalStep, ...], state: State, is_open: bool
) -> None:
    recorded = [Recorded(step, at, at) for at, step in enumerate(steps, start=1)]
    found = proposal_of(recorded)
    assert found is not None
    assert (found.state, found.open, found.steps) == (state, is_open, len(steps))
    for before, _ in pairwise(range(1, len(steps) + 1)):
        earlier = proposal_of(recorded, before=before + 1)
        assert earlier is not None
        assert earlier.steps == before
    assert proposal_of(recorded, before=1) is None


def test_a_rejected_change_keeps_the_effects_of_the_version_before() -> None:
    steps = [MADE, ACCEPTED, REOPENED, REJECTED]
    found = proposal_of([Recorded(step, at, at) for at, step in enumerate(steps)])
    assert found is not None
    assert found.effects == ("e",)


EFFECT = {
    "type": "effect",
    "kind": "suspend",
    "affecting": "cn/x/2026/1",
    "affected": ["cn/a/1"],
    "from": "2026-11-01",
    "announced_at": "2026-10-30",
    "evidence": [{"announcement": "x/1", "quote": "is  suspended", "start": 5, "end": 18}],
}


def test_the_evidence_hash_does_not_depend_on_where_a_sentence_stands() -> None:
    moved = {
        **EFFECT,
        "announced_at": "2026-10-31",
        "evidence": [{"announcement": "x/1/r2", "quote": "is suspended", "start": 90, "end": 102}],
    }
    assert evidence_hash([EFFECT]) == evidence_hash([moved])


@pytest.mark.parametrize(
    "change",
    [
        {"from": "2026-11-02"},
        {"affected": ["cn/a/2"]},
        {"evidence": [{"announcement": "x/1", "quote": "was suspended"}]},
    ],
)
def test_the_evidence_hash_changes_with_what_is_said(change: dict[str, Any]) -> None:
    assert evidence_hash([EFFECT]) != evidence_hash([{**EFFECT, **change}])


def test_a_sentence_that_nobody_understood_is_part_of_the_evidence() -> None:
    assert evidence_hash([EFFECT]) != evidence_hash([EFFECT], ["Exporters shall report."])


def test_an_effect_is_told_in_words() -> None:
    said = effect_phrase({**EFFECT, "through": "2027-11-10", "parties": ["Acme"]})
    assert said == ("cn/x/2026/1 suspends cn/a/1 for Acme only from 2026-11-01 through 2027-11-10")
    assert "from a day not named" in effect_phrase({**EFFECT, "from": None})


def test_an_excerpt_marks_each_word_once_with_all_that_rests_on_it() -> None:
    text = "On Monday the office suspends the order for a year."
    marks = [("kind", "suspends"), ("affected", "the office suspends the order")]
    found = [
        Passage(announcement="x/1", field=field, quote=quote, start=text.index(quote))
        for field, quote in marks
    ]
    (excerpt,) = excerpts(found, text, "x/1")
    assert "".join(piece.text for piece in excerpt.pieces) == text
    marked = {piece.text: set(piece.fields) for piece in excerpt.pieces if piece.fields}
    assert marked == {
        "the office ": {"affected"},
        "suspends": {"affected", "kind"},
        " the order": {"affected"},
    }


GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "review.md").read_text(encoding="utf-8")


def test_every_command_of_the_guide_exists_and_every_command_is_in_it() -> None:
    told = set(re.findall(r"tracker review ([a-z][a-z-]+)", GUIDE)) | set(
        re.findall(r"^tracker review ([a-z][a-z-]+)", GUIDE, re.MULTILINE)
    )
    assert told == set(review.commands)


def test_the_policy_of_the_guide_is_one(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    file = tmp_path / "tracker.toml"
    file.write_text(block, encoding="utf-8")
    policy = load_settings(str(file), environment={}).acceptance
    assert policy is not None
    assert policy.action(authority="issuer", class_="act", complete=True) == "accept"
    assert policy.action(authority="press", class_="report", complete=True) == "propose"
