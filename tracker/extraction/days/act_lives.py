"""What is known of the days from which an act holds, as a whole and part by part."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tracker.domain.records import EffectKind
from tracker.extraction.days.dated_rows import Started
from tracker.extraction.days.own_parts import keys_of
from tracker.extraction.days.start_words import Subject
from tracker.extraction.days.times import Life
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Span

UNTOLD = Life()
"""The life of a part that is left out of the start of the rest, and whose own is not told."""


@dataclass(slots=True)
class Commencement:
    """The life of an act: of the whole, of named parts, and of the rest.

    ``parts`` goes from the part's id (``i-1``, ``art-2``) to its life, ``amended`` from the id of a
    part of the act that this one changes: ``the amended provisions of Article 51 apply from …``,
    ``kinds`` from what is done: ``the removals are effective on …``.
    """

    general: Life | None = None
    rest: Life | None = None
    parts: dict[str, Life] = field(default_factory=dict)
    read: list[Span] = field(default_factory=list)
    excepted: list[str] = field(default_factory=list)
    amended: dict[str, Life] = field(default_factory=dict)
    kinds: dict[EffectKind, Life] = field(default_factory=dict)

    def of(self, part: str, *fallbacks: str) -> Life | None:
        """Return the life of a part, else of one that it belongs to, else of the whole."""
        for one in (part, *fallbacks):
            if one in self.parts:
                return self.parts[one]
        return self.kinds.get("impose") or self.rest or self.general

    def take(self, subject: Subject, provisions: tuple[Provision, ...], life: Life) -> None:
        """Note a life of the whole, of the rest, or of parts; what was told first stays."""
        if life.start is None and life is not UNTOLD:
            return
        if subject == "parts":
            for provision in provisions:
                for key in keys_of(provision):
                    self.parts.setdefault(key, life)
        elif subject == "changes":
            self.kinds.setdefault("amend", life)
        elif subject == "rest":
            self.rest = self.rest or life
        elif subject == "applies" or self.general is None:
            self.general = life

    def take_each(self, told: Iterable[Started]) -> None:
        """Note lives with the places where they stand, which are read then."""
        for subject, provisions, life, place in told:
            self.take(subject, provisions, life)
            self.read.append(place)
