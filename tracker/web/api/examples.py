"""What does an answer look like? (examples; a test holds them to the schemas)"""

from typing import Any

_FRESHNESS: dict[str, Any] = {
    "state": "fresh",
    "checked_at": "2025-12-05T08:00:00.000000Z",
    "covered_through": "2025-12-05",
    "sources": ["mofcom"],
    "gaps": [],
}
_REASON: dict[str, Any] = {
    "effect": "rulebook:cn/mofcom/2025/70:suspend-1",
    "kind": "suspend",
    "affecting": "cn/mofcom/2025/70",
    "announced_at": "2025-11-07",
    "from": "2025-11-07",
    "through": "2026-11-10",
    "boundary": "unclear",
    "basis": "stated",
    "parties": [],
    "evidence": [{"announcement": "mofcom/70", "quote": "…", "start": 120, "end": 121}],
    "accepted_by": "rulebook",
    "accepted_at": "2025-11-07T03:00:00.000000Z",
    "read_by_person": True,
    "signed_off_by": None,
    "signed_off_at": None,
}
ANSWER: dict[str, Any] = {
    "measure": "cn/mofcom/2025/61#i-1",
    "instrument": "cn/mofcom/2025/61",
    "title": "Export control of certain rare-earth items abroad: I(1)",
    "jurisdiction": "CN",
    "on": "2025-12-05",
    "status": "suspended",
    "never_in_force": True,
    "certainty": "projected",
    "since": "2025-11-07",
    "through": "2026-11-10",
    "next": {"on": "2026-11-11", "status": "in_force", "effect": None},
    "terms": {"requirement": "licence", "elements": ["Sm", "Dy"]},
    "because": [_REASON],
    "rule": True,
    "parties": [],
    "freshness": _FRESHNESS,
    "pending_review": [],
    "notes": [],
}
RULE_SET: dict[str, Any] = {
    "on": "2025-12-05",
    "announced_by": "2025-11-10",
    "recorded_by": None,
    "freshness": _FRESHNESS,
    "pending_review": [],
    "counts": {"rules": 1, "unverified": 0},
    "rules": [ANSWER],
}
CHECK: dict[str, Any] = {
    "part": None,
    "verdict": "licence",
    "on": "2025-12-15",
    "announced_by": "2025-10-20",
    "recorded_by": None,
    "says": "On 2025-12-15: Licence needed (projected: announced law may still change) …",
    "certainty": "projected",
    "reasons": [],
    "missing": ["technology_origin"],
    "missing_facts": [{"fact": "technology_origin", "keys": ["technology_origin"], "what": None}],
    "not_tracked": ["DE"],
    "freshness": _FRESHNESS,
    "pending_review": [],
}
HEAD: dict[str, Any] = {"position": 592, "head": "98" * 32, "version": "0.1.0"}
PROBLEM: dict[str, Any] = {
    "type": "about:blank",
    "title": "Unprocessable Content",
    "status": 422,
    "detail": "on: '2025-13-01' is no day; write one like 2025-11-07",
}

EXAMPLES: dict[str, dict[str, Any]] = {
    "Answer": ANSWER,
    "RuleSet": RULE_SET,
    "Check": CHECK,
    "Head": HEAD,
    "Problem": PROBLEM,
}
"""Examples by the name of their schema."""
