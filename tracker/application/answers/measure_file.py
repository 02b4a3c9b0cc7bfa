"""What is there to show of one measure: the answer, its sentences, and what we said when?"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.application.answers.evidence import Passage, Texts, passages
from tracker.application.answers.excerpts import Excerpt, excerpts
from tracker.application.answers.listing import RuleRow, directory, rows_of
from tracker.application.answers.query import Queries, Standing
from tracker.digests.grounds import grounds
from tracker.digests.lines import Grounds, InstrumentRef
from tracker.digests.naming import Directory
from tracker.domain.facts import Republish
from tracker.domain.identifiers import instrument_of
from tracker.domain.questions import Clocks, Reason
from tracker.domain.records import Evidence, Measure, evidence_of
from tracker.projection.dossier import version_by_or_first
from tracker.projection.register import Register
from tracker.projection.runs import MeasureTimeline, timeline_of
from tracker.projection.said import Said, as_announced, as_recorded
from tracker.projection.sources import republish_rule

FULL: Republish = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """The sentences of one announcement, where it was published, how much of it may be shown.

    ``excerpts`` hold them in their places; ``loose`` are those that stand nowhere in the stored
    text, or whose surroundings may not be shown.
    """

    announcement: str
    url: str | None
    rule: Republish
    excerpts: tuple[Excerpt, ...]
    loose: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonFile:
    """An effect that decides, its act by name, its sentences, and who entered it from where."""

    reason: Reason
    act: InstrumentRef
    quotes: tuple[Sentences, ...]
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFile:
    """All that is shown of one measure under some clocks.

    ``own`` are the sentences of the measure's own record. ``recorded`` and ``announced`` tell how
    the answer for the day changed with either knowledge clock.
    """

    clocks: Clocks
    row: RuleRow
    instrument: InstrumentRef
    reasons: tuple[ReasonFile, ...]
    own: tuple[Sentences, ...]
    timeline: MeasureTimeline
    recorded: tuple[Said, ...]
    announced: tuple[Said, ...]
    acts: dict[str, InstrumentRef]
    zone: str | None

    @property
    def standing(self) -> Standing:
        """The answer, with what we know about ourselves."""
        return self.row.standing


def measure_file(
    queries: Queries, measure: str, clocks: Clocks, *, party: str | None, trusted: bool
) -> MeasureFile:
    """Gather what is shown of a measure; raise `UnknownMeasure` for an id that nobody recorded.

    ``trusted`` readers are shown stored texts whatever their source lets be repeated.
    """
    standing = queries.status(measure, clocks, party=party)
    texts = Texts(queries.library.log)
    with queries.library.reading() as register:
        names = directory(register, queries, clocks)
        dossier = register.dossier(measure)
        said = as_recorded(dossier, clocks)
        learned = as_announced(dossier, clocks)
        named = {cause.act for one in (*said, *learned) for cause in one.causes if cause.act}
        desk = Quotes(register, texts, trusted=trusted)
        record = version_by_or_first(dossier.versions, names.recorded_before) or Measure()
        return MeasureFile(
            clocks=clocks,
            row=next(rows_of(names, [standing])),
            instrument=names.instrument(instrument_of(measure)),
            reasons=tuple(
                _reason(names, register, desk, reason) for reason in standing.answer.because
            ),
            own=desk.of(evidence_of(record)),
            timeline=timeline_of(dossier, clocks),
            recorded=said,
            announced=learned,
            acts={key: names.instrument(key) for key in sorted(named)},
            zone=names.zone(instrument_of(measure)),
        )


def _reason(names: Directory, register: Register, desk: "Quotes", reason: Reason) -> ReasonFile:
    effect = register.effects.get(reason.effect)
    return ReasonFile(
        reason=reason,
        act=names.instrument(reason.affecting),
        quotes=desk.of(reason.evidence),
        grounds=grounds(names, [effect.record] if effect else []),
    )


class Quotes:
    """Finds sentences in their places, with what their sources let be shown of them."""

    def __init__(self, register: Register, texts: Texts, *, trusted: bool) -> None:
        self._register = register
        self._texts = texts
        self._trusted = trusted

    def of(self, parts: Iterable[Evidence]) -> tuple[Sentences, ...]:
        """Return the sentences by announcement, in the order in which they are named."""
        parts = tuple(parts)
        found: dict[str, list[Passage]] = {}
        for passage in passages(parts, self._texts):
            found.setdefault(passage.announcement, []).append(passage)
        urls = {part.announcement: part.url for part in parts if part.url}
        return tuple(
            self._sentences(announcement, some, urls.get(announcement))
            for announcement, some in found.items()
        )

    def _sentences(self, announcement: str, found: list[Passage], url: str | None) -> Sentences:
        held = self._register.announcements.get(announcement)
        rule = self.rule(announcement)
        shown = [one for one in found if one.found] if rule == FULL else []
        text = self._texts.of(announcement) if shown else None
        return Sentences(
            announcement=announcement,
            url=(held.record.final_url or held.record.url if held else None) or url,
            rule=rule,
            excerpts=tuple(excerpts(shown, text, announcement)),
            loose=tuple(one for one in found if one not in shown),
        )

    def rule(self, announcement: str) -> Republish:
        """Return how much of an announcement's text may be shown to whoever asks."""
        return FULL if self._trusted else republish_rule(self._register.sources, announcement)
