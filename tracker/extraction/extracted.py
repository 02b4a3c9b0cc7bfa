"""What does a document say, read by rules: which act it is, what it does, on which words?

Every offset counts characters of `Extraction.text`, start inclusive, end exclusive, and
``text[start:end] == quote``. What the text does not say is ``None`` or empty, never guessed.
"""

from datetime import date
from typing import Any, Literal

import msgspec

from tracker.domain.records import Basis, Boundary, EffectKind, LinkKind

DocumentClass = Literal["act", "restatement", "statement", "report", "opinion", "draft"]
Stance = Literal[
    "asserts",
    "denies",
    "not_confirmed",
    "no_comment",
    "practice",
    "reports_start",
    "plans",
    "intended",
    "comment",
    "opinion",
]
Language = Literal["zh", "en"]


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """What every part of a reading shares."""


class Evidence(_Read, frozen=True, kw_only=True):
    """The words on which one field rests: ``quote`` stands at ``start:end`` of the text."""

    field: str
    start: int
    end: int
    quote: str


class ExtractedInstrument(_Read, frozen=True, kw_only=True):
    """The act that the document is.

    ``id`` is ``None`` where the issuer has no series that is known: then nothing is made up.
    ``issuers`` are short codes, the first one numbers; ``kind`` is the family of the number
    (`tracker.extraction.names.wording.Form`, or ``answer``). ``cited_as`` is how others cite it
    beside its number: volume and page (``89 FR 106064``).
    """

    id: str | None
    number: str | None = None
    issuers: tuple[str, ...] = ()
    issued_on: date | None = None
    title: str | None = None
    kind: str | None = None
    legal_basis: tuple[str, ...] = ()
    cited_as: str | None = None
    evidence: tuple[Evidence, ...] = ()


class ExtractedMeasure(_Read, frozen=True, kw_only=True):
    """One limb that the act brings into being, with its own life and terms.

    ``from_`` is the first day, ``through`` the last one, both legal days of the issuer. ``at``
    is the hour of the first day where the text names one (``12:01``).
    """

    id: str
    kind: EffectKind = "impose"
    from_: date | None = msgspec.field(name="from", default=None)
    through: date | None = None
    basis: Basis | None = None
    boundary: Boundary | None = None
    at: str | None = None
    title: str | None = None
    terms: dict[str, Any] = {}
    evidence: tuple[Evidence, ...] = ()


class ExtractedEffect(_Read, frozen=True, kw_only=True):
    """What the act does to other acts, or to parts of them.

    ``affected`` holds ids of instruments and measures; a provision that no recorded measure bears
    stays as the text counts it (``#2``). ``parties`` narrows the effect to those parties.
    """

    kind: EffectKind
    affected: tuple[str, ...]
    from_: date | None = msgspec.field(name="from", default=None)
    through: date | None = None
    basis: Basis | None = None
    boundary: Boundary | None = None
    parties: tuple[str, ...] = ()
    reason: str | None = None
    terms: dict[str, Any] = {}
    evidence: tuple[Evidence, ...] = ()


class Reading(_Read, frozen=True, kw_only=True):
    """The dates and values that somebody asserts of an act; unset keys were not asserted.

    ``measures`` are the limbs that are meant, as ids where they are known; empty means the whole.
    """

    from_: date | None = msgspec.field(name="from", default=None)
    through: date | None = None
    basis: Basis | None = None
    measures: tuple[str, ...] = ()
    thresholds: tuple[dict[str, str], ...] = ()
    requirement: str | None = None
    exemptions: tuple[str, ...] = ()


class ExtractedClaim(_Read, frozen=True, kw_only=True):
    """What somebody says in the document; it moves nothing.

    ``reading`` is what the words assert of the acts in ``about``, to compare with what is
    recorded, and with what other sources say.
    """

    speaker: str
    stance: Stance
    text: str
    said_on: date | None = None
    about: tuple[str, ...] = ()
    reading: Reading | None = None
    evidence: tuple[Evidence, ...] = ()


class ExtractedLink(_Read, frozen=True, kw_only=True):
    """The document repeats, explains or cites an act, or contradicts what is recorded of it."""

    kind: LinkKind
    to: str
    evidence: tuple[Evidence, ...] = ()


class Extraction(_Read, frozen=True, kw_only=True):
    """The whole reading of one document.

    ``klass`` is ``None`` for a page that is no document at all (an error, a check for humans).
    ``unread`` are sentences with legal words that no rule understood: while there are any, the
    reading is not complete.
    """

    text: str
    language: Language
    klass: DocumentClass | None
    published_on: date | None = None
    instrument: ExtractedInstrument | None = None
    measures: tuple[ExtractedMeasure, ...] = ()
    effects: tuple[ExtractedEffect, ...] = ()
    claims: tuple[ExtractedClaim, ...] = ()
    links: tuple[ExtractedLink, ...] = ()
    unread: tuple[Evidence, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether nothing legal was left unread and every effect and limb has its words.

        An act in which nothing was found to impose or to move anything is not understood.
        """
        limbs = all(part.evidence for part in self.measures)
        silent = self.klass == "act" and not self.measures and not self.effects
        told = limbs and all(part.evidence for part in self.effects)
        return not self.unread and not silent and told


EMPTY_DATES = ("from", "through", "basis", "boundary")
"""Keys that the answer shows even where they are empty."""


def as_answer(extraction: Extraction) -> dict[str, Any]:
    """Return the answer of ``tracker extract --format json``; the keys are a contract."""
    instrument = extraction.instrument
    return {
        "instrument": None if instrument is None else _plain(instrument, ("id", "issued_on")),
        "class": extraction.klass,
        "measures": [_plain(one, EMPTY_DATES) for one in extraction.measures],
        "effects": [_plain(one, EMPTY_DATES) for one in extraction.effects],
        "claims": [_plain(one, ("said_on", "about")) for one in extraction.claims],
        "links": [{"kind": link.kind, "to": link.to} for link in extraction.links],
        "unread": [one.quote for one in extraction.unread],
        "language": extraction.language,
        "published_on": extraction.published_on and extraction.published_on.isoformat(),
        "complete": extraction.complete,
        "text": extraction.text,
    }


def _plain(part: _Read, kept: tuple[str, ...]) -> dict[str, Any]:
    """Return ``part`` as plain data without its empty keys, except those in ``kept``."""
    data: dict[str, Any] = msgspec.to_builtins(part)
    return {key: value for key, value in data.items() if key in kept or value not in (None, [], {})}
