"""Does the printable page of evidence tell what an auditor needs, in words of people?"""

import re
from typing import Any

import pytest

from tracker import resources
from tracker.auditor.page import print_page
from tracker.auditor.stated import Stated
from tracker.rulebook import load_field

ADDRESS = "https://gazette.example/7"
HAND = f"no stored sentence; entered by hand from: {ADDRESS}, https://gazette.example/8"


def effect(kind: str, **more: Any) -> dict[str, Any]:
    return {
        "effect": "e1", "kind": kind, "affecting": "cn/mofcom/2030/1",
        "announced_at": "2030-01-10T09:00:00+08:00", "from": "2030-02-01", "through": None,
        "boundary": None, "basis": "stated", "parties": [], "evidence": [],
        "accepted_by": "Mei", "accepted_at": "2030-01-11T02:00:00.123456Z",
        "read_by_person": True, "signed_off_by": None, "signed_off_at": None, **more,
    }  # fmt: skip


def limb(name: str, **more: Any) -> dict[str, Any]:
    return {
        "measure": f"cn/mofcom/2030/1#{name}", "title": f"Magnets: {name}", "on": "2030-03-01",
        "status": "suspended", "certainty": "projected", "since": "2030-02-10",
        "through": "2031-02-09", "because": [effect("impose")], "notes": [HAND], **more,
    }  # fmt: skip


FRESH = {"state": "stale", "covered_through": "2030-02-28"}
WAITS = {
    "announcement": "mofcom/77", "proposal": "p-1",
    "summary": "cn/mofcom/2030/9 imposes a rule from 2030-04-10T12:01:00+08:00 (not yet read)",
}  # fmt: skip
STATUS = {
    **limb("i-1"), "freshness": FRESH, "pending_review": [WAITS],
    "terms": {
        "requirement": "licence", "elements": ["Dy"],
        "thresholds": [{"what": "value_share", "operator": ">=", "value": "0.001"}],
    },
    "because": [
        effect("impose"),
        effect("suspend", through="2031-02-09", boundary="unclear", read_by_person=False),
    ],
}  # fmt: skip


def page(command: str, asked: dict[str, Any], answer: dict[str, Any], language: str = "en") -> str:
    clocks = {"on": "2030-03-01", "announced_by": "2030-03-01", "recorded_by": None}
    now = "2030-03-02T10:00:00.654321Z"
    question = {
        "command": command, "asked": asked, "asked_at": now, "clocks": clocks,
        "resolved": {"announced_by": "2030-03-01", "recorded_by": now},
    }  # fmt: skip
    stated = Stated(
        question=question, answer=answer, quotes=(), copies=(), log={"head": "ab", "position": 7},
        versions={"program": "1", "schema": "4", "field": "minerals", "field_sha256": "cd"},
        person="Ada", language=language, disclaimer="No advice.",
    )  # fmt: skip
    made = print_page(stated, load_field(resources.data("db")), template_folder=None)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", made.partition("<main>")[2]))


def test_the_page_tells_what_waits_what_the_rule_says_and_who_accepted_it() -> None:
    told = page("status", {"measure": "cn/mofcom/2030/1#i-1", "party": None}, STATUS)

    for part in (
        "What waits for a person and could change this answer",
        "imposes a rule from 10 April 2030, 12:01 (not yet read) mofcom/77",
        "Magnets: i-1: on 1 March 2030 suspended (scheduled, may change).",
        "Demands Licence needed",
        "dysprosium (Dy)",
        "share of the value: at least 0.1%",
        "New rule (cn/mofcom/2030/1), announced 10 January 2030, 09:00: from 1 February 2030.",
        "Whether the last day is included is unclear.",
        "accepted by Mei, 11 January 2030, 02:00 UTC",
        "accepted by rule; no person has read it yet",
        "vocabulary minerals (SHA-256 cd)",
    ):
        assert part in told
    assert told.index("imposes a rule") < told.index("The answer")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_word_of_a_program_and_no_instant_stands_on_the_page(language: str) -> None:
    product = {
        "elements": [{"symbol": "Dy", "share": "0.2%", "origin": "CN"}],
        "made_in": "DE", "end_use": "civil",
    }  # fmt: skip
    compared = {
        "fact": "technology_origin", "operator": "in", "asked": "CN", "given": None, "met": None,
        "note": None,
    }  # fmt: skip
    rule = limb(
        "i-2", verdict="cannot_say", says="Cannot say: missing technology_origin",
        compared=[compared], missing=["technology_origin"], doubts=[],
    )  # fmt: skip
    answer = {
        "verdict": "cannot_say", "says": "On 2030-03-01: missing technology_origin",
        "on": "2030-03-01", "reasons": [rule], "freshness": FRESH, "pending_review": [],
    }  # fmt: skip
    told = page("check", product, answer, language)

    assert "Dy 0.2% CN" in told
    assert not re.search(r"[a-z]_[a-z]", told)
    assert not re.search(r"\d{4}-\d{2}-\d{2}", told)
    assert "impose:" not in told
    if language == "en":
        assert "origin of the technology: not said; asked: in CN; met: cannot say" in told


def test_notes_and_addresses_that_limbs_share_are_printed_once() -> None:
    limbs = [limb(name, terms={}) for name in ("i-1", "i-2", "i-3")]
    limbs[2]["notes"] = [HAND, f"source note: see {ADDRESS}"]
    answer = {"rules": limbs, "counts": {"rules": 3, "unverified": 0}, "on": "2030-03-01",
              "freshness": FRESH}  # fmt: skip
    told = page("rules", {"statuses": ["in_force"], "text": ""}, answer)

    assert told.count(ADDRESS) == 1
    assert told.count("entered by hand") == 1
    assert (told.count("Notes: 1 "), told.count("Notes: 1, 2")) == (2, 1)
    assert "Addresses: 1, 2 " in told
    assert "Status in force" in told
