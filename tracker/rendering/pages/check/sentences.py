"""How is a verdict said in the reader's language? (the English is that of every other answer)"""

import re
from collections.abc import Iterable, Mapping

from tracker.domain.questions import Certainty, Status
from tracker.domain.rulebook import Names
from tracker.projection.screening.course import course_of, never_catches
from tracker.projection.screening.limits import DISPUTED
from tracker.projection.screening.saying import caution, headline, says
from tracker.projection.screening.verdict import Checked, Finding, Verdict
from tracker.rendering.neutral import neutral
from tracker.rendering.pages.check.form import TEXTS
from tracker.rendering.words import Words


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
    rumour = finding.time.rumour
    if rumour is not None and finding.verdict is not Verdict.CANNOT_SAY:
        said += words("check.says_rumour", status=words(f"status.{rumour}"))
    cautious = caution(finding)
    if cautious is not None:
        return words(f"check.says_{cautious}") + said
    projected = finding.certainty is Certainty.PROJECTED
    return said + (words("check.says_projected") if projected else "")


def fact_told(words: Words, fact: str) -> str:
    """Return a fact by its label in the form; what takes more words stays as it is."""
    joint = "或" if words.language == "zh" else " or "
    return joint.join(_one_fact(words, part) for part in _EITHER.split(fact))


_EITHER = re.compile(r" / | or ")


def _one_fact(words: Words, fact: str) -> str:
    if fact in TEXTS or fact == "kind":
        label = words(f"check.{fact}")
        return label[:1].lower() + label[1:]
    return neutral(words.said(fact)).replace("_", " ")


def _said(words: Words, finding: Finding, label: str) -> str:
    match finding.verdict:
        case Verdict.CANNOT_SAY:
            return words("check.says_undecided", label=label, why=_why(words, finding))
        case Verdict.EXEMPT:
            return words("check.exempted", by=finding.exempted_by)
        case Verdict.NOT_CAUGHT if not never_catches(finding):
            failed = (item for item in finding.compared if item.met is False)
            facts = tuple(f"{c.fact} {c.given} ✗ {c.operator} {c.asked}" for c in failed)
            return words("check.says_not_by_this", facts=words.listed(facts))
        case Verdict.NOT_CAUGHT:
            return words("check.says_not_by_this", facts=_course(words, finding, label))
    return _course(words, finding, label)


def _course(words: Words, finding: Finding, label: str) -> str:
    """Say when the rule catches; while it is in force, its requirement alone."""
    course = course_of(finding)
    if course is None:
        return label
    key, values = course
    told = {
        name: words(f"status.{value}") if isinstance(value, Status) else words.day(value)
        for name, value in values.items()
    }
    return words(f"check.says_{key}", label=label, **told)


def _why(words: Words, finding: Finding) -> str:
    return words.listed((*_facts(words, finding.missing), *map(words.said, finding.doubts)))


def _facts(words: Words, facts: Iterable[str]) -> Iterable[str]:
    return (words("check.says_missing", fact=fact_told(words, fact)) for fact in facts)
