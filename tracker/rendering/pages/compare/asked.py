"""Which two states were asked to be compared, and how are they told?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.questions import Clocks
from tracker.rendering.addresses import Addresses
from tracker.rendering.pages.timeline.view import FieldView, LinkView
from tracker.rendering.words import Words

PATH = "/compare"
MODES = ("days", "announced", "recorded")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "days": ("from", "to"),
    "announced": ("announced_by", "versus", "on"),
    "recorded": ("recorded_by", "versus", "on"),
}
_OTHER: Mapping[str, tuple[str, ...]] = {
    "days": ("announced_by", "recorded_by"),
    "announced": ("recorded_by",),
    "recorded": ("announced_by",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The two states by the parameters of the address; ``given`` are those that hold a value."""

    mode: str
    given: Mapping[str, str]

    def to(self, path: str = PATH, **changes: str | int | None) -> str:
        """Return the address of this comparison with some parameters changed."""
        merged = {"by": self.mode, **self.given, **changes}
        return Addresses().to(path, **merged)

    @property
    def swapped(self) -> Mapping[str, str]:
        """The parameters with the two states in the other order."""
        first, second = _FIELDS[self.mode][:2]
        ends = {first: self.given.get(second, ""), second: self.given.get(first, "")}
        return {**self.given, **ends}

    @property
    def addresses(self) -> Addresses:
        """Addresses that keep the later of the two states."""
        first, second = _FIELDS[self.mode][:2]
        clocks = {key: self.given.get(key) for key in ("on", "announced_by", "recorded_by")}
        if self.mode == "days":
            return Addresses(**{**clocks, "on": self.given.get(second)})
        return Addresses(**{**clocks, first: self.given.get(second)})


def modes(words: Words, asked: Compared) -> tuple[LinkView, ...]:
    """Return the kinds of comparison as links."""
    return tuple(
        LinkView(
            text=words(f"compare.mode_{mode}"),
            href=Addresses().to(PATH, by=mode),
            current=mode == asked.mode,
        )
        for mode in MODES
    )


def fields(words: Words, asked: Compared) -> tuple[FieldView, ...]:
    """Return the fields of the form for this kind of comparison."""
    return tuple(_field(words, asked, name) for name in (*_FIELDS[asked.mode], *_OTHER[asked.mode]))


def _field(words: Words, asked: Compared, name: str) -> FieldView:
    label = f"versus_{asked.mode}" if name == "versus" else name
    value = asked.given.get(name, "")
    is_day = not value or len(value) == 10
    return FieldView(
        name=name,
        label=words(f"compare.{label}"),
        value=value,
        kind="date" if is_day else "text",
        hint="" if is_day else words("compare.when_hint"),
    )


def told(words: Words, asked: Compared, before: Clocks, after: Clocks) -> str:
    """Say which two states are compared."""
    day = words.day(before.on) if before.on else words("compare.today")
    if asked.mode == "days":
        second = words.day(after.on) if after.on else words("compare.today")
        parts = [words("compare.between_days", first=day, second=second)]
        if before.announced_by:
            parts.append(words("compare.as_announced", when=words.when(before.announced_by)))
    elif asked.mode == "announced":
        first, other = _when(words, before.announced_by), _when(words, after.announced_by)
        parts = [words("compare.between_known", day=day, first=first, second=other)]
    else:
        first, other = _when(words, before.recorded_by), _when(words, after.recorded_by)
        parts = [words("compare.between_recorded", day=day, first=first, second=other)]
        if before.announced_by:
            parts.append(words("compare.as_announced", when=words.when(before.announced_by)))
    if asked.mode != "recorded" and before.recorded_by:
        parts.append(words("compare.as_recorded", when=words.when(before.recorded_by)))
    return words.listed(parts)


def _when(words: Words, moment: date | datetime | None) -> str:
    return words.when(moment) if moment is not None else words("compare.now")
