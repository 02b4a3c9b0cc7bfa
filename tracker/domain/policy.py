"""May what was read in an announcement count without a person, and if not, must a person see it?

A policy is a table. The first row that fits decides; where none fits, a person is asked.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from tracker.domain.records import Authority

Action = Literal["accept", "propose", "ignore"]
Completeness = Literal["complete", "partial"]
DocumentClass = Literal["act", "restatement", "statement", "report", "opinion", "draft"]

ANY = "any"
UNREADABLE = "unreadable"
"""The class of an error or block page, in a row of a policy."""


class PolicyRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to do with documents of one authority, class and completeness; ``any`` fits all.

    ``accept`` lets an act count at once, ``propose`` asks a person, ``ignore`` keeps the links and
    claims and asks nobody. ``complete`` means: every field has evidence, every target is known,
    nothing contradicts the log, and no sentence with legal words was left unread.
    """

    authority: Authority | Literal["any"] = "any"
    class_: DocumentClass | Literal["any", "unreadable"] = msgspec.field(
        name="class", default="any"
    )
    completeness: Completeness | Literal["any"] = "any"
    action: Action

    def fits(self, *, authority: str, class_: str | None, complete: bool) -> bool:
        """Tell whether the row speaks of such a document."""
        return (
            self.authority in (ANY, authority)
            and self.class_ in (ANY, class_ or UNREADABLE)
            and self.completeness in (ANY, "complete" if complete else "partial")
        )


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named table of rows."""

    name: str
    rows: tuple[PolicyRow, ...] = ()

    def action(self, *, authority: str, class_: str | None, complete: bool) -> Action:
        """Return what to do with a document.

        Whatever the table says, only an act that was read completely can be accepted.
        """
        for row in self.rows:
            if row.fits(authority=authority, class_=class_, complete=complete):
                if row.action == "accept" and not (class_ == "act" and complete):
                    return "propose"
                return row.action
        return "propose"

    @property
    def actor(self) -> str:
        """Who accepts where this policy does."""
        return f"{ACTOR_PREFIX}{self.name}"


ACTOR_PREFIX = "policy/"

_MAKING: tuple[Authority, ...] = ("issuer", "official")

_ASKING = (
    PolicyRow(class_="act", action="propose"),
    *(PolicyRow(authority=who, completeness="complete", action="ignore") for who in _MAKING),
    *(PolicyRow(authority=who, completeness="partial", action="propose") for who in _MAKING),
    PolicyRow(action="ignore"),
)

NAMED: Mapping[str, Policy] = {
    policy.name: policy
    for policy in (
        Policy(
            name="default",
            rows=(
                PolicyRow(
                    authority="issuer", class_="act", completeness="complete", action="accept"
                ),
                *_ASKING,
            ),
        ),
        Policy(name="person", rows=_ASKING),
    )
}
"""``default`` lets complete acts from issuers count; with ``person`` every act waits."""

DEFAULT = NAMED["default"]
