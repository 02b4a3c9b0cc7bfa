"""Is the product caught, by which rule, and what would have to be known to say more?

The strictest rule that catches leads; then what may catch; what reassures comes last, and nothing
ever says that no licence is needed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.questions import Certainty, Status
from tracker.projection.screening.product import Product
from tracker.projection.screening.rule import Bearing, Rule
from tracker.projection.screening.timing import Timing, When
from tracker.projection.screening.weighing import Compared, State, not_compared


class Verdict(StrEnum):
    """What the rules of a day say of a product."""

    FORBIDDEN = "forbidden"
    PRESUMPTION_OF_DENIAL = "presumption_of_denial"
    CASE_BY_CASE = "case_by_case"
    LICENCE = "licence"
    CAUGHT_LATER = "caught_later"
    CAUGHT_IF_SUSPENSION_ENDS = "caught_if_suspension_ends"
    CANNOT_SAY = "cannot_say"
    EXEMPT = "exempt"
    OTHER_DUTY = "other_duty"
    NOT_CAUGHT = "not_caught_by_tracked_rules"
    NOT_TRACKED = "not_tracked"


CATCHING: Mapping[str, Verdict] = {
    "prohibition": Verdict.FORBIDDEN,
    "presumption_of_denial": Verdict.PRESUMPTION_OF_DENIAL,
    "case_by_case": Verdict.CASE_BY_CASE,
    "licence": Verdict.LICENCE,
    "catch_all": Verdict.LICENCE,
}
"""Requirements that catch a product, and the verdict while the rule is in force."""

DUTIES = frozenset(
    ["registration", "reporting", "declaration", "stricter_review", "notice_duty", "quota"]
)
"""Requirements that ask for something else than a licence."""

EXEMPTION = "exemption"

BACKGROUND = frozenset(
    [
        "framework",
        "liability",
        "amendment",
        "repeal",
        "suspension",
        "restatement",
        "clarification",
        "proposal",
        "negotiation",
        "claim",
        "general_licence",
        "individual_licence",
    ]
)
"""Requirements under which no single product is compared."""

_LEADS: Mapping[Verdict, int] = {verdict: rank * 10 for rank, verdict in enumerate(Verdict)}
_NEARNESS = (
    Status.IN_FORCE,
    Status.PENDING,
    Status.SUSPENDED,
    Status.EXPIRED,
    Status.REPEALED,
    Status.UNKNOWN,
)
_UNRULED_BAN = _LEADS[Verdict.LICENCE] + 5
_ENDED_DUTY = _LEADS[Verdict.OTHER_DUTY] + 5
"""A duty that is over, unless it was extended, comes behind those that hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says of the product.

    ``if_caught`` is what it would be if everything missing turned out so. ``exempted_by`` names the
    exemption that was used: a measure, or an entry of the rule's own exemptions. ``named`` tells
    that the rule names the product by element or code; ``time`` when it catches and where it
    stands. ``counted`` tells what the terms call the missing facts that a limit counts.
    """

    rule: Rule
    verdict: Verdict
    if_caught: Verdict
    compared: tuple[Compared, ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    exempted_by: str | None = None
    counted: tuple[tuple[str, str], ...] = ()
    named: bool = False
    time: Timing

    @property
    def status(self) -> Status:
        """Where the rule stands, reports left aside."""
        return self.time.position.status

    @property
    def certainty(self) -> Certainty | None:
        """How sure that is."""
        return self.time.position.certainty or self.rule.answer.certainty

    @property
    def may_be_forbidden(self) -> bool:
        """Tell whether a ban in force on named parties cannot be ruled out for a known user."""
        return (
            self.verdict is Verdict.CANNOT_SAY
            and self.if_caught is Verdict.FORBIDDEN
            and self.status is Status.IN_FORCE
            and self.rule.names_parties
            and "end_user" not in self.missing
        )

    @property
    def rank(self) -> tuple[int, bool, int, int, str]:
        """The place among the findings: what is stricter, surer and nearer comes first."""
        place = _UNRULED_BAN if self.may_be_forbidden else _LEADS[self.verdict]
        if self.time.when is When.NEVER and self.if_caught is Verdict.OTHER_DUTY:
            place = max(place, _ENDED_DUTY)
        near, strict = _NEARNESS.index(self.status), _LEADS[self.if_caught]
        return (place, not self.named, near, strict, self.rule.measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The verdict on a product, with every rule that bears on it, the strictest first.

    ``missing`` are facts that would settle a doubt; ``not_tracked`` are places that the product
    touches and of which no rule is held.
    """

    verdict: Verdict
    certainty: Certainty | None
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    not_tracked: tuple[str, ...]


def conclude(product: Product, findings: Iterable[Finding], *, tracked: frozenset[str]) -> Checked:
    """Put the findings of all rules together."""
    ordered = tuple(sorted(findings, key=lambda finding: finding.rank))
    lead = ordered[0] if ordered else None
    untracked = tuple(place for place in product.touches if place not in tracked)
    verdict = Verdict.NOT_TRACKED
    if lead is not None and lead.verdict is not Verdict.NOT_CAUGHT:
        verdict = lead.verdict
    elif _compared_abroad(ordered) or any(place in tracked for place in product.touches):
        verdict = Verdict.NOT_CAUGHT
    named = list(_asked_once(fact for finding in ordered for fact in finding.missing))
    if verdict is Verdict.NOT_TRACKED and not product.touches:
        named.append("from")
    return Checked(
        verdict=verdict,
        certainty=lead.certainty if lead else None,
        findings=ordered,
        missing=tuple(named),
        not_tracked=untracked,
    )


def _compared_abroad(findings: Iterable[Finding]) -> bool:
    """Tell whether a rule names the product and was compared, wherever it comes from."""
    return any(finding.named for finding in findings)


def _asked_once(facts: Iterable[str]) -> Iterable[str]:
    """Return the facts without repeats, and without a choice of which one part is asked anyway."""
    found = tuple(dict.fromkeys(facts))
    return (
        fact
        for fact in found
        if " or " not in fact or not any(part in found for part in fact.split(" or "))
    )


def finding(
    rule: Rule, bearing: Bearing, *, time: Timing, exempted_by: str | None
) -> Finding | None:
    """Return what a rule says of a product on which it bears; ``None``: nothing."""
    part = bearing.part
    if bearing.state is State.NO and not bearing.nearly:
        return None
    unmatched = rule.requirement not in CATCHING and rule.requirement not in DUTIES
    if_caught = Verdict.OTHER_DUTY if unmatched else _caught(rule.requirement, time.when)
    doubts = part.doubts
    if bearing.state is State.NO or (time.when is When.NEVER and time.doubt is None):
        verdict = Verdict.NOT_CAUGHT
    elif exempted_by is not None:
        verdict = Verdict.EXEMPT
    elif time.when is When.NEVER:
        verdict, doubts = Verdict.CANNOT_SAY, (*doubts, time.doubt or "")
    elif unmatched:
        told = not_compared("requirement", rule.requirement)
        verdict, doubts = Verdict.CANNOT_SAY, (*doubts, told)
    elif bearing.state is State.OPEN:
        verdict = Verdict.CANNOT_SAY
    else:
        verdict = if_caught
    return Finding(
        rule=rule,
        verdict=verdict,
        if_caught=if_caught,
        compared=part.compared,
        missing=part.missing if verdict is Verdict.CANNOT_SAY else (),
        counted=part.counted,
        doubts=doubts if verdict is Verdict.CANNOT_SAY else (),
        exempted_by=exempted_by if verdict is Verdict.EXEMPT else None,
        named=bearing.named,
        time=time,
    )


def _caught(requirement: str, when: When) -> Verdict:
    if requirement in DUTIES:
        return Verdict.OTHER_DUTY
    return _IN_TIME.get(when) or CATCHING[requirement]


_IN_TIME: Mapping[When, Verdict] = {
    When.LATER: Verdict.CAUGHT_LATER,
    When.IF_RESUMED: Verdict.CAUGHT_IF_SUSPENSION_ENDS,
}
"""What a rule says that does not catch on its day; where nothing comes, it is what it would be."""
