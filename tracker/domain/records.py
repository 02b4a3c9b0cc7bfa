"""What can be recorded, and in which form does it travel? (one JSON object a line)

Each class is one type of record of the interchange format; its fields are the keys of the line.
Reading refuses unknown keys and wrong types with the path of the fault.
"""

from typing import Any, ClassVar, Literal

import msgspec

EffectKind = Literal[
    "impose", "postpone", "extend", "amend", "suspend", "resume", "repeal", "revive"
]
EFFECT_KINDS: tuple[EffectKind, ...] = (
    "impose",
    "postpone",
    "extend",
    "amend",
    "suspend",
    "resume",
    "repeal",
    "revive",
)
"""In the order in which effects announced at one instant apply."""

Authority = Literal["issuer", "official", "press", "commentary"]
Precision = Literal["instant", "day", "month", "year", "unknown"]
Basis = Literal["stated", "on_publication", "computed", "inferred", "reported"]
Boundary = Literal["inclusive", "exclusive", "unclear"]
LinkKind = Literal[
    "restates", "clarifies", "implements", "cites", "translates", "corroborates", "disputes"
]
Outcome = Literal["lapsed", "extended", "replaced"]


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every record type shares."""

    TYPE: ClassVar[str] = ""

    id: str | None = None
    recorded_at: str | None = None


class Evidence(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """The sentence that something rests on: ``quote`` stands at ``start:end`` of the announcement.

    Offsets count characters of the announcement's text, start inclusive, end exclusive.
    """

    announcement: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    field: str | None = None
    base: str | None = None
    url: str | None = None


class DateRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A date with how exactly, on which ground and how surely it is known."""

    value: str | None = None
    precision: Precision = "day"
    basis: Basis | None = None
    boundary: Boundary | None = None
    zone: str | None = None
    evidence: tuple[Evidence, ...] | Evidence | None = None


DateField = str | DateRecord | None


class SourceRef(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a person read it."""

    url: str | None = None
    note: str | None = None
    kind: str | None = None


class Instrument(_Record, frozen=True, kw_only=True):
    """A legal act: who issued it, under which number, when it became public, in which zone."""

    TYPE: ClassVar[str] = "instrument"

    title: str | None = None
    jurisdiction: str | None = None
    issuers: tuple[str, ...] = ()
    kind: str | None = None
    number: str | None = None
    issued_on: str | None = None
    announced_at: str | None = None
    timezone: str | None = None
    authority: Authority = "issuer"
    sources: tuple[SourceRef, ...] = ()
    corrects: bool = False
    evidence: tuple[Evidence, ...] | Evidence | None = None


class Measure(_Record, frozen=True, kw_only=True):
    """The smallest part of an instrument that lives its own life, with its terms."""

    TYPE: ClassVar[str] = "measure"

    title: str | None = None
    terms: dict[str, Any] = {}
    rule: bool = True
    corrects: bool = False
    evidence: tuple[Evidence, ...] | Evidence | None = None


class Alternative(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another reading of an effect's dates that a source of standing gives."""

    from_: DateField | msgspec.UnsetType = msgspec.field(name="from", default=msgspec.UNSET)
    through: DateField | msgspec.UnsetType = msgspec.UNSET
    source: str | None = None
    note: str | None = None


class Effect(_Record, frozen=True, kw_only=True):
    """One instrument does one thing to measures; the only record that moves the rule set.

    ``from`` is the first day, ``through`` the last one, in the zone of the affecting instrument.
    """

    TYPE: ClassVar[str] = "effect"

    kind: EffectKind
    affecting: str
    affected: tuple[str, ...]
    announced_at: str
    parties: tuple[str, ...] = ()
    from_: DateField = msgspec.field(name="from", default=None)
    through: DateField = None
    boundary: Boundary | None = None
    basis: Basis | None = None
    reason: str | None = None
    terms: dict[str, Any] | None = None
    alternatives: tuple[Alternative, ...] = ()
    evidence: tuple[Evidence, ...] | Evidence | None = None


class Announcement(_Record, frozen=True, kw_only=True):
    """One item as a source published it: exact bytes (base64 in ``body``), never edited."""

    TYPE: ClassVar[str] = "announcement"

    source: str
    url: str | None = None
    final_url: str | None = None
    title: str | None = None
    published_at: str | None = None
    fetched_at: str | None = None
    content_type: str | None = None
    sha256: str | None = None
    body: str | None = None
    revises: str | None = None


class Link(_Record, frozen=True, kw_only=True):
    """A tie without force between announcements, instruments or measures."""

    TYPE: ClassVar[str] = "link"

    kind: LinkKind
    from_: str = msgspec.field(name="from")
    to: str
    evidence: tuple[Evidence, ...] | Evidence | None = None


class Claim(_Record, frozen=True, kw_only=True):
    """What somebody asserts, denies or declines to say; moves nothing.

    ``reading`` holds what the words assert of the acts in ``about`` (``from``, ``through``,
    ``measures``, ``thresholds``, ``exemptions``), to compare it with what others say.
    """

    TYPE: ClassVar[str] = "claim"

    source: str | None = None
    speaker: str | None = None
    said_on: str | None = None
    about: tuple[str, ...] = ()
    text: str
    stance: str | None = None
    reading: dict[str, Any] | None = None
    evidence: tuple[Evidence, ...] | Evidence | None = None


class Verification(_Record, frozen=True, kw_only=True):
    """Official word on what became of an effect that ended by its own terms."""

    TYPE: ClassVar[str] = "verification"

    effect: str
    outcome: Outcome
    announced_at: str
    evidence: tuple[Evidence, ...] | Evidence | None = None


class Retraction(_Record, frozen=True, kw_only=True):
    """The repair of a mistake of ours: the named record no longer counts from now on."""

    TYPE: ClassVar[str] = "retract"

    effect: str
    reason: str
    replaced_by: str | None = None


Backed = Instrument | Measure | Effect | Link | Claim | Verification
"""Records that can name the sentences they rest on."""

Record = Instrument | Measure | Effect | Announcement | Link | Claim | Verification | Retraction

RECORD_TYPES: dict[str, type[Record]] = {
    cls.TYPE: cls
    for cls in (
        Instrument,
        Measure,
        Effect,
        Announcement,
        Link,
        Claim,
        Verification,
        Retraction,
    )
}


def evidence_of(record: Backed) -> tuple[Evidence, ...]:
    """Return the record's evidence as a tuple, whichever way it was written."""
    if record.evidence is None:
        return ()
    return record.evidence if isinstance(record.evidence, tuple) else (record.evidence,)
