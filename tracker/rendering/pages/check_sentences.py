"""How is a verdict said in the reader's language? (the English is that of every other answer)"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from tracker.domain.questions import Certainty, Status
from tracker.domain.rulebook import Names
from tracker.projection.screening.limits import DISPUTED
from tracker.projection.screening.saying import headline, own_start, says
from tracker.projection.screening.verdict import Checked, Finding, Verdict
from tracker.rendering.neutral import neutral
from tracker.rendering.pages.check_form import TEXTS
from tracker.rendering.words import Words

_CAUTIOUS = {Certainty.UNVERIFIED: "unverified", Certainty.DISPUTED: "disputed"}
_REASSURING = (Verdict.NOT_CAUGHT, Verdict.EXEMPT)


def headline_told(words: Words, checked: Checked, requirements: Mapping[str, Names]) -> str:
    """Say the verdict, with the rule that leads."""
    if words.language == "en":
        return headline(checked, requirements)
    if checked.verdict in (Verdict.NOT_CAUGHT, Verdict.NOT_TRACKED):
        return words(f"check.says_{checked.verdict}")
    lead = checked.findings[0]
    said = [words("check.says_by", said=says_told(words, lead, requirements), by=lead.rule.measure)]
    ban = next((item for item in checked.findings[1:] if item.may_be_forbidden), None)
    if ban is not None and lead.verdict is not Verdict.FORBIDDEN:
        said.append(words("check.says_ban", why=_why(words, ban), by=ban.rule.measure))
    more = sum(item.verdict is Verdict.CANNOT_SAY for item in checked.findings[1:])
    if more:
        said.append(words("check.says_more", n=more))
    return "".join(said)


def says_told(words: Words, finding: Finding, requirements: Mapping[str, Names]) -> str:
    """Say what one rule says of the product."""
    if words.language == "en":
        return says(finding, requirements)
    names = requirements.get(finding.rule.requirement, {})
    said = _said(words, finding, names.get(words.language) or finding.rule.requirement)
    if any(DISPUTED in (item.note or "") for item in finding.compared):
        said += words("check.says_disputes")
    certainty = finding.rule.answer.certainty
    if certainty in _CAUTIOUS and finding.verdict not in _REASSURING:
        return words(f"check.says_{_CAUTIOUS[certainty]}") + said
    return said + (words("check.says_projected") if certainty is Certainty.PROJECTED else "")


def fact_told(words: Words, fact: str) -> str:
    """Return a fact by its label in the form; what takes more words stays as it is."""
    if words.language != "en" and (fact in TEXTS or fact == "kind"):
        return words(f"check.{fact}")
    return neutral(fact).replace("_", " ")


def _said(words: Words, finding: Finding, label: str) -> str:
    match finding.verdict:
        case Verdict.CANNOT_SAY:
            return words("check.says_undecided", label=label, why=_why(words, finding))
        case Verdict.EXEMPT:
            return words("check.exempted", by=finding.exempted_by)
        case Verdict.NOT_CAUGHT:
            failed = (item for item in finding.compared if item.met is False)
            facts = (f"{c.fact} {c.given} ✗ {c.operator} {c.asked}" for c in failed)
            return words("check.says_not_by_this", facts=words.listed(tuple(facts)))
    if finding.status is Status.PENDING:
        return _later(words, finding, label)
    return _suspended(words, finding, label) if finding.status is Status.SUSPENDED else label


def _later(words: Words, finding: Finding, label: str) -> str:
    last, turn = finding.rule.answer.through, finding.rule.turn
    if last is None:
        return words("check.says_later_unset", label=label)
    first = _day_after(words, last)
    if turn is None or turn.status is Status.IN_FORCE:
        return words("check.says_later", label=label, day=first)
    status = words(f"status.{turn.status}")
    start = own_start(finding.rule.answer)
    if start is None:
        return words("check.says_stopped", day=first, status=status)
    return words("check.says_stopped_before", start=words.day(start), day=first, status=status)


def _suspended(words: Words, finding: Finding, label: str) -> str:
    last = finding.rule.answer.through
    if last is None:
        return words("check.says_suspended_open", label=label)
    return words("check.says_suspended", label=label, day=words.day(last))


def _day_after(words: Words, day: date) -> str:
    return words.day(day + timedelta(days=1))


def _why(words: Words, finding: Finding) -> str:
    return words.listed((*_facts(words, finding.missing), *finding.doubts))


def _facts(words: Words, facts: Iterable[str]) -> Iterable[str]:
    return (words("check.says_missing", fact=fact_told(words, fact)) for fact in facts)
