"""Which JSON stands for an answer? (the keys are a contract: added to, never renamed)"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

import msgspec

from tracker.application.query import RuleSet, Standing
from tracker.domain.days import instant_text
from tracker.domain.questions import Answer, Branch, Clocks, Reason
from tracker.projection.changes import COMPARED, Difference
from tracker.projection.sources import Freshness


def plain(value: Any) -> Any:
    """Turn dataclasses, days and enums into JSON values; ``from_`` is written ``from``."""
    if isinstance(value, msgspec.Struct):
        return msgspec.to_builtins(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {part.name.rstrip("_"): plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def answer_json(standing: Standing) -> dict[str, Any]:
    """Return the JSON object of one answer."""
    found, grounds = standing.answer, standing.answer.grounds()
    line = {
        "measure": found.measure,
        "instrument": found.instrument,
        "title": found.title,
        "jurisdiction": found.jurisdiction,
        "on": plain(found.on),
        "status": found.status.value,
        "never_in_force": found.never_in_force,
        "certainty": plain(found.certainty),
        "since": plain(found.since),
        "through": plain(found.through),
        "next": plain(grounds.next),
        "terms": plain(found.terms),
        "because": [reason_json(reason) for reason in grounds.because],
        "rule": found.rule,
        "parties": plain(grounds.parties),
        "freshness": freshness_json(standing.freshness),
        "pending_review": plain(standing.pending_review),
        "notes": list(grounds.notes),
    }
    if grounds.branches:
        line["branches"] = [_branch(branch) for branch in grounds.branches]
    return line


def reason_json(reason: Reason) -> dict[str, Any]:
    """Return the JSON object of one effect that decides an answer."""
    line: dict[str, Any] = plain(reason)
    line["evidence"] = [
        {key: value for key, value in item.items() if value is not None}
        for item in line["evidence"]
    ]
    return line


def freshness_json(freshness: Freshness) -> dict[str, Any]:
    """Return the JSON object of a freshness; a gap's days are ``from`` and ``through``."""
    return {
        "state": freshness.state,
        "checked_at": freshness.checked_at,
        "covered_through": plain(freshness.covered_through),
        "sources": list(freshness.sources),
        "gaps": [
            {"source": gap.source, "from": plain(gap.first), "through": plain(gap.last)}
            for gap in freshness.gaps
        ],
    }


def _branch(branch: Branch) -> dict[str, Any]:
    line = {"if": branch.when, **plain(branch)}
    del line["when"]
    return {key: value for key, value in line.items() if value is not None}


def clocks_json(clocks: Clocks, answers: tuple[Answer, ...] = ()) -> dict[str, Any]:
    """Return the clocks of a question; an open one is ``null``, the day asked is always told."""
    on = clocks.on or (answers[0].on if answers else clocks.now.date())
    return {
        "on": plain(on),
        "announced_by": plain(clocks.announced_by),
        "recorded_by": plain(clocks.recorded_by),
    }


def rules_json(found: RuleSet) -> dict[str, Any]:
    """Return the JSON document of a rule set."""
    return {
        **clocks_json(found.clocks, tuple(rule.answer for rule in found.rules)),
        "freshness": freshness_json(found.freshness),
        "counts": {"rules": len(found.confirmed), "unverified": len(found.unverified)},
        "rules": [answer_json(rule) for rule in found.rules],
    }


def difference_json(difference: Difference) -> dict[str, Any]:
    """Return the JSON object of one difference, with its causes."""
    causes = [plain(cause) for cause in difference.causes]
    return {
        "measure": difference.measure,
        "instrument": difference.after.instrument,
        "title": difference.after.title or difference.before.title,
        "changed": list(difference.changed),
        "before": _compared(difference.before),
        "after": _compared(difference.after),
        "cause": causes[0]["cause"] if causes else None,
        "causes": causes,
    }


def _compared(found: Answer) -> dict[str, Any]:
    return {part: plain(getattr(found, part)) for part in (*COMPARED, "never_in_force", "on")}


def digest_json(digest: Any) -> str:
    """Return the JSON document of a digest."""
    import orjson

    return orjson.dumps(plain(digest), option=orjson.OPT_INDENT_2).decode()
