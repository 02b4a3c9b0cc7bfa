"""How is a finding said in one plain sentence? (never: "no licence needed")"""

from collections.abc import Mapping
from datetime import date, timedelta

from tracker.domain.questions import Answer, Certainty, Status
from tracker.domain.rulebook import Names
from tracker.projection.screening.limits import DISPUTED
from tracker.projection.screening.verdict import Checked, Finding, Verdict

NOT_CAUGHT = (
    "Not caught by the rules tracked, as described. Only the rules held here were compared; "
    "other rules may ask for a licence."
)
NOT_TRACKED = "Not tracked: no rule is held of the places that this product touches."
UNVERIFIED = "Act as if caught; unverified"

_TAKEN: Mapping[Verdict, str] = {
    Verdict.FORBIDDEN: "it is forbidden",
    Verdict.PRESUMPTION_OF_DENIAL: "a licence is refused as a rule",
    Verdict.CASE_BY_CASE: "it is decided case by case",
    Verdict.LICENCE: "a licence is needed",
    Verdict.OTHER_DUTY: "another duty holds",
    Verdict.CAUGHT_LATER: "it will be caught",
    Verdict.CAUGHT_IF_SUSPENSION_ENDS: "it is caught if the suspension ends",
}

_STOPPED: Mapping[Status, str] = {
    Status.SUSPENDED: "suspended",
    Status.REPEALED: "repealed",
    Status.EXPIRED: "expired",
}
"""How a rule is said to stand that stops before its first day."""


def says(finding: Finding, requirements: Mapping[str, Names]) -> str:
    """Say what one rule says of the product."""
    answer, verdict = finding.rule.answer, finding.verdict
    label = requirements.get(finding.rule.requirement, {}).get("en", finding.rule.requirement)
    sentence = ". ".join([_SAID[verdict](finding, label), *_disputes(finding)])
    if verdict not in (Verdict.NOT_CAUGHT, Verdict.EXEMPT):
        if answer.certainty is Certainty.UNVERIFIED:
            return f"{UNVERIFIED}. {sentence}"
        if answer.certainty is Certainty.DISPUTED:
            return f"Act as if caught; disputed. {sentence}"
    if answer.certainty is Certainty.PROJECTED:
        return f"{sentence} (projected: announced law may still change)"
    return sentence


def headline(checked: Checked, requirements: Mapping[str, Names]) -> str:
    """Say the verdict in one sentence, with the rule that leads."""
    if checked.verdict is Verdict.NOT_CAUGHT:
        return NOT_CAUGHT
    if checked.verdict is Verdict.NOT_TRACKED:
        return NOT_TRACKED
    lead = checked.findings[0]
    said = [f"{says(lead, requirements)} [{lead.rule.measure}]."]
    ban = next((item for item in checked.findings[1:] if item.may_be_forbidden), None)
    if ban is not None and lead.verdict is not Verdict.FORBIDDEN:
        why = ", ".join((*ban.doubts, *(f"missing {fact}" for fact in ban.missing)))
        said.append(f"It may be forbidden: {why} [{ban.rule.measure}].")
    more = sum(item.verdict is Verdict.CANNOT_SAY for item in checked.findings[1:])
    if more:
        said.append(f"Rules that cannot be decided: {more}; see what is missing.")
    return " ".join(said)


def _disputes(finding: Finding) -> list[str]:
    """Return who reads a number of the rule otherwise, where that would change the outcome."""
    notes = (item.note or "" for item in finding.compared)
    found = dict.fromkeys(note.removeprefix(DISPUTED) for note in notes if DISPUTED in note)
    return [f"Disputed: {note}" for note in found]


def _caught(finding: Finding, label: str) -> str:
    return label


def _later(finding: Finding, label: str) -> str:
    first = _next_day(finding.rule.answer.through)
    if first is None:
        return f"Announced and not started: {label.lower()} from a day that is not set yet"
    turn = finding.rule.turn
    if turn is None or turn.status is Status.IN_FORCE:
        return f"Announced and not started: {label.lower()} from {first} on"
    start = own_start(finding.rule.answer)
    own = f" (its own first day is {start})" if start else ""
    told = f"Announced and not started{own}, {_STOPPED.get(turn.status, 'ended')} from {first} on"
    if turn.status is Status.SUSPENDED:
        return f"{told}; {label.lower()} if the suspension ends"
    return f"{told}, before it starts"


def own_start(answer: Answer) -> date | None:
    """Return the first day that the rule itself, or what postponed it, names."""
    days = [ground.from_ for ground in answer.because if ground.kind in ("impose", "postpone")]
    return days[-1] if days else None


def _suspended(finding: Finding, label: str) -> str:
    through = finding.rule.answer.through
    until = f"through {through}" if through else "until further notice"
    return f"Suspended {until}; {label.lower()} if the suspension ends"


def _undecided(finding: Finding, label: str) -> str:
    why = "; ".join(
        part
        for part in (
            f"missing {', '.join(finding.missing)}" if finding.missing else "",
            ", ".join(finding.doubts),
        )
        if part
    )
    return f"Cannot say whether {_TAKEN[finding.if_caught]}: {why}"


def _exempt(finding: Finding, label: str) -> str:
    rule = f"Exempt by {finding.exempted_by}"
    if finding.status is Status.IN_FORCE:
        return rule
    return f"{rule}, once the rule is in force"


def _duty(finding: Finding, label: str) -> str:
    if finding.status is Status.PENDING:
        return _later(finding, label)
    return _suspended(finding, label) if finding.status is Status.SUSPENDED else label


def _not_by_this(finding: Finding, label: str) -> str:
    failed = [item for item in finding.compared if item.met is False]
    numbers = ", ".join(f"{c.fact} {c.given} is not {c.operator} {c.asked}" for c in failed)
    return f"Not by this rule: {numbers}"


def _next_day(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None


_SAID = {
    Verdict.FORBIDDEN: _caught,
    Verdict.PRESUMPTION_OF_DENIAL: _caught,
    Verdict.CASE_BY_CASE: _caught,
    Verdict.LICENCE: _caught,
    Verdict.CAUGHT_LATER: _later,
    Verdict.CAUGHT_IF_SUSPENSION_ENDS: _suspended,
    Verdict.CANNOT_SAY: _undecided,
    Verdict.EXEMPT: _exempt,
    Verdict.OTHER_DUTY: _duty,
    Verdict.NOT_CAUGHT: _not_by_this,
}
