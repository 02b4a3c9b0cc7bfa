"""How is a finding said in one plain sentence? (never: "no licence needed")"""

from collections.abc import Mapping
from datetime import date

from tracker.domain.questions import Certainty, Status
from tracker.domain.rulebook import Names
from tracker.projection.screening.course import SENTENCES, course_of, never_catches
from tracker.projection.screening.limits import DISPUTED
from tracker.projection.screening.timing import When
from tracker.projection.screening.verdict import Checked, Finding, Verdict

NOT_CAUGHT = (
    "Not caught by the rules tracked, as described. Only the rules held here were compared; "
    "other rules may ask for a licence."
)
NOT_TRACKED = "Not tracked: no rule is held of the places that this product touches."

_TAKEN: Mapping[Verdict, str] = {
    Verdict.FORBIDDEN: "it is forbidden",
    Verdict.PRESUMPTION_OF_DENIAL: "a licence is refused as a rule",
    Verdict.CASE_BY_CASE: "it is decided case by case",
    Verdict.LICENCE: "a licence is needed",
    Verdict.OTHER_DUTY: "another duty holds",
    Verdict.CAUGHT_LATER: "it will be caught",
    Verdict.CAUGHT_IF_SUSPENSION_ENDS: "it is caught if the suspension ends",
}


def says(finding: Finding, requirements: Mapping[str, Names]) -> str:
    """Say what one rule says of the product."""
    label = requirements.get(finding.rule.requirement, {}).get("en", finding.rule.requirement)
    sentence = ". ".join(
        [_SAID[finding.verdict](finding, label), *_disputes(finding), *_rumours(finding)]
    )
    cautious = caution(finding)
    if cautious is not None:
        return f"Act as if caught; {cautious.value}. {sentence}"
    if finding.certainty is Certainty.PROJECTED:
        return f"{sentence} (projected: announced law may still change)"
    return sentence


def caution(finding: Finding) -> Certainty | None:
    """Return why one should act as if caught: nobody has verified it, or it is disputed."""
    reassuring = finding.verdict in (Verdict.NOT_CAUGHT, Verdict.EXEMPT)
    maybe_now = finding.time.when is When.NOW or finding.time.doubt is not None
    if reassuring or not maybe_now or finding.certainty not in _CAUTIOUS:
        return None
    return finding.certainty


_CAUTIOUS = (Certainty.UNVERIFIED, Certainty.DISPUTED)


def _rumours(finding: Finding) -> list[str]:
    """Return how the rule is reported to stand, where no act says so."""
    rumour = finding.time.rumour
    if rumour is None or finding.verdict is Verdict.CANNOT_SAY:
        return []
    return [f"Reported to be {rumour.value.replace('_', ' ')}; no act is known"]


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
    told = (part for item in finding.compared for part in (item.note or "").split(DISPUTED)[1:])
    return [f"Disputed: {part}" for part in dict.fromkeys(one.removesuffix("; ") for one in told)]


def _caught(finding: Finding, label: str) -> str:
    course = course_of(finding)
    if course is None:
        return label
    key, values = course
    told = {name: _told(value) for name, value in values.items()}
    return SENTENCES[key].format(label=label.lower(), **told)


def _told(value: date | Status) -> str:
    return value.value.replace("_", " ") if isinstance(value, Status) else value.isoformat()


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


def _not_by_this(finding: Finding, label: str) -> str:
    if never_catches(finding):
        return f"Not by this rule: {_caught(finding, label)}"
    failed = [item for item in finding.compared if item.met is False]
    numbers = ", ".join(f"{c.fact} {c.given} is not {c.operator} {c.asked}" for c in failed)
    return f"Not by this rule: {numbers}"


_SAID = {
    Verdict.FORBIDDEN: _caught,
    Verdict.PRESUMPTION_OF_DENIAL: _caught,
    Verdict.CASE_BY_CASE: _caught,
    Verdict.LICENCE: _caught,
    Verdict.CAUGHT_LATER: _caught,
    Verdict.CAUGHT_IF_SUSPENSION_ENDS: _caught,
    Verdict.CANNOT_SAY: _undecided,
    Verdict.EXEMPT: _exempt,
    Verdict.OTHER_DUTY: _caught,
    Verdict.NOT_CAUGHT: _not_by_this,
}
