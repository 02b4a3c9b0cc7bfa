"""What should the tracker answer? A second fold, deliberately naive, to compare the product with.

It follows the contract sentence by sentence and evaluates every day of a small window by itself.
It shares no code with the product, is not fast, and looks at nothing but interchange lines.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import rfc8785

Line = dict[str, Any]
Log = Sequence[tuple[Line, datetime]]
"""Interchange lines in the order in which they were recorded, each with its recorded instant."""

# "ties: the order of the table above, then the effect id"
KINDS = ("impose", "postpone", "extend", "amend", "suspend", "resume", "repeal", "revive")
ENDING_BY_THEMSELVES = ("impose", "extend", "revive", "suspend")
DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, kw_only=True)
class Question:
    """One measure on one day under the three clocks; a clock of ``None`` stands at now."""

    measure: str
    on: date
    now: datetime
    announced_by: date | datetime | None = None
    recorded_by: date | datetime | None = None
    party: str | None = None


@dataclass(frozen=True, kw_only=True)
class Effect:
    """An effect that is visible to the question, its dates read as legal days."""

    id: str
    kind: str
    announced: datetime
    start: date | None
    end: date | None
    terms: dict[str, Any]
    unclear: bool
    readings: tuple[tuple[date | None, date | None], ...]
    authority: str


# --- names, zones, days ---------------------------------------------------------------------


def content(line: Line) -> str:
    """Two lines are the same record when they differ in nothing but the recorded time."""
    return json.dumps({k: v for k, v in line.items() if k != "recorded_at"}, sort_keys=True)


def identity(line: Line) -> str:
    """An id that was given is kept; else it is the hash of the record without id and time."""
    if line.get("id") is not None:
        return str(line["id"])
    rest = {key: value for key, value in line.items() if key not in ("id", "recorded_at")}
    return hashlib.sha256(rfc8785.dumps(rest)).hexdigest()


def instrument_of(measure: str) -> str:
    """A measure is called after its instrument, a hash sign between."""
    return measure.split("#")[0]


def covers(target: str, measure: str) -> bool:
    """A star is a plain text prefix; else it is exactly one measure, or all of an instrument."""
    if target[-1:] == "*":
        return measure.startswith(target[:-1])
    return target in (measure, instrument_of(measure))


def named(log: Log, measure: str) -> bool:
    """Only an id that no record names is an error."""
    return any(
        (line["type"] == "measure" and line["id"] == measure)
        or (line["type"] == "effect" and measure in line["affected"])
        for line, _ in log
    )


def without_repeats(log: Log) -> Iterator[tuple[Line, datetime]]:
    """A record equal to any earlier version is unchanged: the second one is no record at all."""
    seen: set[str] = set()
    for line, recorded in log:
        if content(line) not in seen:
            seen.add(content(line))
            yield line, recorded


def versions(log: Log, kind: str, name: str) -> list[tuple[Line, datetime]]:
    """All versions of an instrument or a measure, oldest first."""
    return [
        (line, recorded)
        for line, recorded in without_repeats(log)
        if line["type"] == kind and line["id"] == name
    ]


def zone_of(instrument: Line | None) -> ZoneInfo:
    """The zone of an instrument; without a zone, UTC."""
    return ZoneInfo((instrument or {}).get("timezone") or "UTC")


def day_begins(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def upper_bound(clock: date | datetime | None, zone: ZoneInfo, now: datetime) -> datetime:
    """The last instant that a clock lets in: bounds are inclusive, later than now counts as now."""
    if clock is None:
        return now
    if isinstance(clock, datetime):
        return min(clock.astimezone(UTC), now)
    return min(day_begins(clock + DAY, zone) - TICK, now)


def announced(line: Line, zone: ZoneInfo) -> datetime:
    """A bare date in ``announced_at`` means the start of that day in the zone."""
    text = line["announced_at"]
    if len(text) == len("2025-11-07"):
        return day_begins(date.fromisoformat(text), zone)
    return datetime.fromisoformat(text).astimezone(UTC)


def legal_day(value: str | dict[str, Any] | None, zone: ZoneInfo) -> date | None:
    """A day, null, or a date record; month, year and unknown precision fold as null."""
    if isinstance(value, dict):
        if value.get("precision", "day") not in ("day", "instant"):
            return None
        value = value.get("value")
        if value is not None and len(value) > len("2025-11-07"):
            return datetime.fromisoformat(value).astimezone(zone).date()
    return None if value is None else date.fromisoformat(value)


# --- what the question sees -----------------------------------------------------------------


class Sight:
    """What is visible under the two knowledge clocks of one question."""

    def __init__(self, log: Log, question: Question) -> None:
        self.log = list(without_repeats(log))
        self.question = question
        self.home = instrument_of(question.measure)
        self.recorded_by = self._recorded_bound()
        # "a bare day in a question is a day in the zone of the asked measure's instrument"
        self.zone = zone_of(self.instrument(self.home))
        self.announced_by = upper_bound(question.announced_by, self.zone, question.now)
        self.today = self.announced_by.astimezone(self.zone).date()

    def _recorded_bound(self) -> datetime:
        """Where the recorded clock stands.

        Which version of the instrument holds depends on this clock, and the clock's bare day on a
        zone: the zone that was recorded first breaks the circle.
        """
        history = versions(self.log, "instrument", self.home)
        zone = zone_of(history[0][0] if history else None)
        return upper_bound(self.question.recorded_by, zone, self.question.now)

    def instrument(self, name: str) -> Line | None:
        """The version recorded by then; zone and authority count whenever they were recorded."""
        history = versions(self.log, "instrument", name)
        by_then = [line for line, recorded in history if recorded <= self.recorded_by]
        if by_then:
            return by_then[-1]
        return history[0][0] if history else None

    def measure(self) -> Line | None:
        """The version of the measure that was recorded last by then; it holds from then on."""
        history = versions(self.log, "measure", self.question.measure)
        by_then = [line for line, recorded in history if recorded <= self.recorded_by]
        return by_then[-1] if by_then else None

    def recorded(self, kind: str) -> list[Line]:
        return [
            line
            for line, recorded in self.log
            if line["type"] == kind and recorded <= self.recorded_by
        ]

    def effects(self) -> list[Effect]:
        """The effects that count for the question, in the order in which they apply."""
        # "a retraction acts on the recorded clock only"
        retracted = {line["effect"] for line in self.recorded("retract")}
        found: dict[str, Effect] = {}
        for line in self.recorded("effect"):
            name = identity(line)
            # narrowed to parties: it moves nothing for a question that does not name one of them
            mine = not line.get("parties") or self.question.party in line["parties"]
            hit = any(covers(target, self.question.measure) for target in line["affected"])
            if name in retracted or name in found or not mine or not hit:
                continue
            effect = self._read(name, line)
            if effect.announced <= self.announced_by:
                found[name] = effect
        return sorted(found.values(), key=lambda e: (e.announced, KINDS.index(e.kind), e.id))

    def _read(self, name: str, line: Line) -> Effect:
        affecting = self.instrument(line["affecting"])
        zone = zone_of(affecting)
        through = line.get("through")
        unclear = line.get("boundary") == "unclear" or (
            isinstance(through, dict) and through.get("boundary") == "unclear"
        )
        # an alternative says what is read differently; what it does not mention stays
        readings = tuple(
            (
                legal_day(other.get("from", line.get("from")), zone),
                legal_day(other.get("through", through), zone),
            )
            for other in line.get("alternatives", [])
        )
        return Effect(
            id=name,
            kind=line["kind"],
            announced=announced(line, zone),
            start=legal_day(line.get("from"), zone),
            end=legal_day(through, zone),
            terms=line.get("terms") or {},
            unclear=unclear,
            readings=readings,
            authority=(affecting or {}).get("authority", "issuer"),
        )

    def verified(self, effects: set[str], since: datetime) -> bool:
        """Was official word on one of the effects made public from that instant on?"""
        return any(
            line["effect"] in effects and since <= announced(line, self.zone) <= self.announced_by
            for line in self.recorded("verification")
        )


# --- the fold -------------------------------------------------------------------------------


@dataclass
class Run:
    """Days on which the measure holds by its text, unless suspended."""

    start: date | None
    end: date | None
    cut: date | None = None
    imposed: bool = False

    def holds(self, day: date) -> bool:
        # a run whose start is unknown holds no day; from a cut on it holds no day
        return (
            self.start is not None
            and self.start <= day
            and (self.end is None or day <= self.end)
            and (self.cut is None or day < self.cut)
        )

    def counts_as_begun(self) -> bool:
        return self.start is not None and (self.cut is None or self.cut > self.start)


@dataclass
class Fold:
    """What the effects, applied in their order, make of the measure."""

    effects: Sequence[Effect]
    base: dict[str, Any]
    runs: list[Run] = field(default_factory=list)

    def __post_init__(self) -> None:
        for effect in self.effects:
            self._apply(effect)

    def _apply(self, effect: Effect) -> None:
        first = next((index for index, run in enumerate(self.runs) if run.imposed), None)
        if effect.kind == "impose":
            # sets the first run; a second one replaces it and what had been done to it
            run = Run(effect.start, effect.end, imposed=True)
            if first is None:
                self.runs.append(run)
            else:
                self.runs[first] = run
        elif effect.kind == "postpone" and first is not None:
            self.runs[first].start = effect.start
        elif effect.kind == "revive":
            self.runs.append(Run(effect.start, effect.end))
        elif effect.kind == "extend" and self.runs:
            # the run that starts last; unknown is earliest; of equal starts, the one added later
            def starts(index: int) -> tuple[date, int]:
                return self.runs[index].start or date.min, index

            self.runs[max(range(len(self.runs)), key=starts)].end = effect.end
        elif effect.kind == "repeal" and effect.start is not None:
            # every run there is at this point is cut; an earlier cut stays
            for run in self.runs:
                run.cut = effect.start if run.cut is None else min(run.cut, effect.start)

    def repealed(self, day: date) -> bool:
        """``repeal`` lays the word over ``[from, ∞)``, ``revive`` takes it off; the later wins."""
        word = False
        for effect in self.effects:
            if effect.start is not None and effect.start <= day:
                if effect.kind == "repeal":
                    word = True
                elif effect.kind == "revive":
                    word = False
        return word

    def suspended(self, day: date) -> bool:
        """``suspend`` adds ``[from, through]``, ``resume`` takes away ``[from, ∞)``."""
        inside = False
        for effect in self.effects:
            if effect.start is not None and effect.start <= day:
                if effect.kind == "suspend" and (effect.end is None or day <= effect.end):
                    inside = True
                elif effect.kind == "resume":
                    inside = False
        return inside

    def status(self, day: date) -> str:
        if not any(effect.kind == "impose" for effect in self.effects):
            return "unknown"
        if any(run.holds(day) for run in self.runs):
            return "suspended" if self.suspended(day) else "in_force"
        if self.repealed(day):
            return "repealed"
        starts = [run.start for run in self.runs if run.start and run.counts_as_begun()]
        if not starts or day < min(starts):
            return "suspended" if self.suspended(day) else "pending"
        return "expired"

    def terms(self, day: date) -> dict[str, Any]:
        """The measure's terms, then every ``amend`` that covers the day, as they take effect."""
        layers = [
            (effect.start, place, effect.terms)
            for place, effect in enumerate(self.effects)
            if effect.kind == "amend"
            and effect.start is not None
            and effect.start <= day
            and (effect.end is None or day <= effect.end)
        ]
        merged = dict(self.base)
        for _, _, layer in sorted(layers, key=lambda item: item[:2]):
            for key, value in layer.items():
                # a shallow merge in which null removes a key
                if value is None:
                    merged.pop(key, None)
                else:
                    merged[key] = value
        return merged


# --- the answer -----------------------------------------------------------------------------


def answer(log: Log, question: Question) -> dict[str, Any]:
    """Answer by looking at every day from before the first date in play to after the last."""
    sight = Sight(log, question)
    measure, effects, on = sight.measure(), sight.effects(), question.on
    fold = Fold(effects, (measure or {}).get("terms") or {})
    if measure is None or measure.get("rule") is False or fold.status(on) == "unknown":
        return {
            "status": "unknown",
            "never_in_force": True,
            "certainty": None,
            "since": None,
            "through": None,
            "next": None,
            "terms": {},
        }
    mentioned = [on, *(d for e in effects for d in (e.start, e.end) if d is not None)]
    first, last = min(mentioned) - 3 * DAY, max(mentioned) + 3 * DAY
    days = [first + n * DAY for n in range((last - first).days + 1)]
    status = {day: fold.status(day) for day in days}

    since = through = on
    while since > first and status[since - DAY] == status[on]:
        since -= DAY
    while through < last and status[through + DAY] == status[on]:
        through += DAY
    # nothing changes at the window's edge or beyond: such a stretch is open
    turned = since if since > first else None
    return {
        "status": status[on],
        "never_in_force": all(status[day] != "in_force" for day in days if day <= on),
        "certainty": certainty(sight, fold, on, turned),
        "since": turned,
        "through": through if through < last else None,
        "next": (through + DAY, status[through + DAY]) if through < last else None,
        "terms": fold.terms(on),
    }


def certainty(sight: Sight, fold: Fold, on: date, turned: date | None) -> str:
    """Where several hold, the first of this order is given."""
    if reported(fold, on):
        return "reported"
    if disputed(fold, on):
        return "disputed"
    if on > sight.today:
        return "projected"
    if turned is not None and unverified(sight, fold, turned):
        return "unverified"
    return "confirmed"


def reported(fold: Fold, on: date) -> bool:
    """Leave out what rests on press or commentary: is the status on that day another?"""
    firm = [effect for effect in fold.effects if effect.authority not in ("press", "commentary")]
    return Fold(firm, fold.base).status(on) != fold.status(on)


def disputed(fold: Fold, on: date) -> bool:
    """Put in another stated reading, of one effect: are status or terms on that day others?"""

    for effect in fold.effects:
        others = [replace(effect, start=start, end=end) for start, end in effect.readings]
        if effect.unclear and effect.end == on:
            # a boundary that is unclear: the text may have meant the day before
            others.append(replace(effect, end=on - DAY))
        for other in others:
            told = Fold([other if e is effect else e for e in fold.effects], fold.base)
            if (told.status(on), told.terms(on)) != (fold.status(on), fold.terms(on)):
                return True
    return False


def unverified(sight: Sight, fold: Fold, turned: date) -> bool:
    """Is the latest turn a lapse by the text's own terms, and has nobody said a word since?"""
    ended = {
        effect.id
        for effect in fold.effects
        if effect.kind in ENDING_BY_THEMSELVES and effect.end == turned - DAY
    }
    longer = [
        replace(effect, end=turned) if effect.id in ended else effect for effect in fold.effects
    ]
    # the day would not have turned had all that ended the day before been one day longer
    if Fold(longer, fold.base).status(turned) != fold.status(turned - DAY):
        return False
    midnight = day_begins(turned, sight.zone)
    if midnight > sight.announced_by:
        return False
    other_word = any(e.announced >= midnight for e in fold.effects if e.id not in ended)
    return not other_word and not sight.verified(ended, midnight)
