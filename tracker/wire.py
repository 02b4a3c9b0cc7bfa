"""Which JSON stands for an answer? (the keys are a contract: added to, never renamed)"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from tracker.application.answers.query import RuleSet, Standing
from tracker.domain.days import instant_of, instant_text
from tracker.domain.facts import Republish
from tracker.domain.questions import Answer, Branch, Clocks, Reason
from tracker.domain.republishing import republished, source_of
from tracker.domain.rulebook import Names
from tracker.errors import UnknownMeasure
from tracker.projection.changes import COMPARED, Difference
from tracker.projection.runs import MeasureTimeline
from tracker.projection.sources import Freshness
from tracker.projection.waiting import Pending

if TYPE_CHECKING:
    # A single question needs none of the review: a command answers at once.
    from tracker.application.answers.searching import CustomsCode, Found
    from tracker.application.desk.rehearsal import Stand
    from tracker.application.desk.review import Case
    from tracker.application.products.screen import Changed, Result
    from tracker.projection.proposals import Proposal
    from tracker.projection.screening.verdict import Finding
    from tracker.projection.upcoming import Upcoming


def plain(value: Any) -> Any:
    """Turn dataclasses, days and enums into JSON values; ``from_`` is written ``from``."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:  # most values by far
        return value
    if keys := _keys(kind):
        return {key: plain(getattr(value, name)) for name, key in keys}
    if isinstance(value, msgspec.Struct):
        return msgspec.to_builtins(value)
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


_AS_THEY_ARE = frozenset({str, int, bool, float, type(None)})


@cache
def _keys(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the fields of a dataclass, each with its JSON key; none for other classes."""
    if not is_dataclass(kind):
        return ()
    written = (part for part in fields(kind) if not part.metadata.get("unwritten"))
    return tuple((part.name, part.name.rstrip("_")) for part in written)


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
        "because": [reason_json(reason, standing.republish) for reason in grounds.because],
        "rule": found.rule,
        "parties": plain(grounds.parties),
        "freshness": freshness_json(standing.freshness),
        "pending_review": plain(standing.pending_review),
        "notes": list(grounds.notes),
    }
    if grounds.branches:
        line["branches"] = [_branch(branch) for branch in grounds.branches]
    return line


def reason_json(reason: Reason, republish: Mapping[str, Republish]) -> dict[str, Any]:
    """Return the JSON object of one effect that decides an answer.

    Of quotes from sources that ``republish`` names, only as much is told as they allow.
    """
    line: dict[str, Any] = plain(reason)
    for item in line["evidence"]:
        rule = republish.get(source_of(item.get("announcement") or ""), "full")
        item["quote"] = republished(item.get("quote"), rule)
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


def rules_json(found: RuleSet, *, shown: Iterable[Standing] | None = None) -> dict[str, Any]:
    """Return the JSON document of a rule set; where only some are ``shown``, all are counted."""
    return {
        **clocks_json(found.clocks, tuple(rule.answer for rule in found.rules)),
        "freshness": freshness_json(found.freshness),
        "pending_review": plain(found.pending_review),
        "counts": {"rules": len(found.confirmed), "unverified": len(found.unverified)},
        "rules": [answer_json(rule) for rule in (found.rules if shown is None else shown)],
    }


def asked_json(found: Standing | UnknownMeasure) -> dict[str, Any]:
    """Return the JSON object of one line of `tracker ask`."""
    if isinstance(found, UnknownMeasure):
        return {"measure": found.measure, "error": "unknown measure"}
    return answer_json(found)


def timelines_json(
    found: Iterable[MeasureTimeline], *, pending: Iterable[Pending]
) -> dict[str, Any]:
    """Return the JSON document of the timelines of some measures, with what waits on them."""
    return {
        "pending_review": [plain(item) for item in pending],
        "timelines": [
            {
                "measure": item.measure,
                "title": item.title,
                "runs": plain(item.spans),
                "effects": [_acting(one) for one in item.effects],
            }
            for item in found
        ],
    }


def _acting(reason: Reason) -> dict[str, Any]:
    return {key: part for key, part in plain(reason).items() if key not in ("evidence", "basis")}


def upcoming_json(found: "Upcoming", *, days: int, pending: Iterable[Pending]) -> dict[str, Any]:
    """Return the JSON document of what comes in the next days and what waits for official word."""
    return {
        "days": days,
        "pending_review": [plain(item) for item in pending],
        "upcoming": plain(found.turns),
        "reminders": plain(found.reminders),
        "verification": plain(found.tasks),
    }


def differences_json(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    found: Iterable[Difference],
    *,
    pending: Iterable[Pending],
) -> dict[str, Any]:
    """Return the JSON document of what differs between two settings of the clocks, as typed."""
    return {
        "before": plain(before),
        "after": plain(after),
        "pending_review": [plain(item) for item in pending],
        "differences": [difference_json(item) for item in found],
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


def proposal_json(found: "Proposal") -> dict[str, Any]:
    """Return the JSON object of a proposal, without its records."""
    made, reading = found.made, found.reading
    return {
        "id": found.id,
        "state": found.state.value,
        "announcement": reading.announcement,
        "title": made.title,
        "url": made.url,
        "source": made.source,
        "authority": made.authority,
        "jurisdiction": made.jurisdiction,
        "class": reading.class_,
        "complete": reading.complete,
        "reader": reading.reader,
        "summary": reading.summary,
        "announced_at": reading.announced_at,
        "made_at": instant_text(instant_of(found.made_at)),
        "changed_at": instant_text(instant_of(found.at)),
        "by": found.by,
        "reason": found.reason,
        "referred_by": found.referred_by,
        "evidence": reading.evidence,
        "doubts": list(reading.doubts),
        "unread": list(reading.unread),
        "differences": plain(reading.differences),
        "effects": list(found.effects),
    }


def case_json(case: "Case") -> dict[str, Any]:
    """Return the JSON document of a proposal with its sentences and what it would change."""
    return {
        **proposal_json(case.proposal),
        "doubts": list(case.doubts),
        "records": list(case.proposal.reading.records),
        "instead": list(case.proposal.instead),
        "passages": plain(case.passages),
        "changes": [
            {
                "measure": change.measure,
                "title": change.title,
                "before": _stand(change.before),
                "after": _stand(change.after),
            }
            for change in case.rehearsal.measures
        ],
        "more": case.rehearsal.more,
        "fault": case.fault,
        "retracted": list(case.retracted),
    }


def search_json(found: "Found") -> dict[str, Any]:
    """Return the JSON document of a search, its measures as they stand."""
    return {
        "text": found.text,
        "counts": {
            "instruments": found.instruments_count,
            "measures": found.measures_count,
            "announcements": found.announcements_count,
        },
        "instruments": [
            {"id": one.id, "number": one.number, "titles": dict(one.titles)}
            for one in found.instruments
        ],
        "measures": [answer_json(row.standing) for _, row in found.measures],
        "announcements": [
            {key: getattr(one, key) for key in ("id", "source", "title", "url", "published_at")}
            for one in found.announcements
        ],
        "customs": None if found.customs is None else _customs_json(found.customs),
    }


def _customs_json(asked: "CustomsCode") -> dict[str, Any]:
    """Return what is known of a customs code, and in a sentence what it does not tell."""
    note = (
        f"{asked.code} reads like a customs code. Of the rules that stand on this day, "
        f"{asked.naming} name customs codes; {asked.others} name none, but elements, control "
        "codes, properties or uses. Those can still catch goods of this code, and only a check "
        "of the product compares them."
    )
    return {"code": asked.code, "naming": asked.naming, "others": asked.others, "note": note}


def _stand(stand: "Stand | None") -> dict[str, Any] | None:
    return None if stand is None else {**_compared(stand.answer), "spans": plain(stand.spans)}


def _compared(found: Answer) -> dict[str, Any]:
    return {part: plain(getattr(found, part)) for part in (*COMPARED, "never_in_force", "on")}


def digest_json(digest: Any) -> str:
    """Return the JSON document of a digest."""
    import orjson

    return orjson.dumps(plain(digest), option=orjson.OPT_INDENT_2).decode()


def check_json(result: "Result", requirements: Mapping[str, Names]) -> dict[str, Any]:
    """Return the JSON document of a product check; every verdict names its day."""
    from tracker.projection.screening.saying import headline
    from tracker.projection.screening.wanted import wanted

    checked = result.checked
    return {
        "part": result.product.part,
        "verdict": checked.verdict.value,
        **clocks_json(replace(result.clocks, on=result.on)),
        "says": f"On {result.on}: {headline(checked, requirements)}",
        "certainty": plain(checked.certainty),
        "reasons": [_finding(item, result, requirements) for item in checked.findings],
        "missing": list(checked.missing),
        "missing_facts": plain(tuple(wanted(checked.missing, checked.findings))),
        "not_tracked": list(checked.not_tracked),
        "freshness": freshness_json(result.freshness),
        "pending_review": plain(result.pending_review),
    }


def changed_json(changed: "Changed", requirements: Mapping[str, Names]) -> dict[str, Any]:
    """Return the JSON object of a product whose verdict changed, with what changed it."""
    return {
        "part": changed.after.product.part,
        "before": check_json(changed.before, requirements),
        "after": check_json(changed.after, requirements),
        "causes": [difference_json(item) for item in changed.causes],
    }


def _finding(
    found: "Finding", result: "Result", requirements: Mapping[str, Names]
) -> dict[str, Any]:
    from tracker.projection.screening.saying import says
    from tracker.projection.screening.wanted import wanted

    answer, grounds = found.rule.answer, found.rule.answer.grounds()
    republish = result.standings[answer.measure].republish
    because = [reason_json(reason, republish) for reason in grounds.because]
    own = [_quoted(plain(item), republish) for item in result.evidence[answer.measure]]
    line = {
        "measure": answer.measure,
        "instrument": answer.instrument,
        "title": answer.title,
        "provision": answer.terms.get("provision"),
        "on": plain(answer.on),
        "verdict": found.verdict.value,
        "if_caught": found.if_caught.value,
        "says": says(found, requirements),
        "requirement": found.rule.requirement,
        "status": found.status.value,
        "certainty": plain(found.certainty),
        "since": plain(answer.since),
        "through": plain(answer.through),
        "next": plain(grounds.next),
        "compared": plain(found.compared),
        "missing": list(found.missing),
        "missing_facts": plain(tuple(wanted(found.missing, (found,)))),
        "doubts": list(found.doubts),
        "exempted_by": found.exempted_by,
        "evidence": own + [item for reason in because for item in reason["evidence"]],
        "because": because,
        "notes": list(grounds.notes),
    }
    if grounds.branches:
        line["branches"] = [_branch(branch) for branch in grounds.branches]
    return line


def _quoted(line: dict[str, Any], republish: Mapping[str, Republish]) -> dict[str, Any]:
    rule = republish.get(source_of(line.get("announcement") or ""), "full")
    line["quote"] = republished(line.get("quote"), rule)
    return {key: value for key, value in line.items() if value is not None}
