"""Who tells the operator that something turned bad, once, and that telling failed?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.application.library import Library
from tracker.domain.days import microseconds
from tracker.domain.facts import event_of
from tracker.domain.intake_facts import OperatorTold
from tracker.errors import DeliveryError
from tracker.ports import Clock, OperatorChannel
from tracker.projection.alarms import WELL, Alarm, disk_alarm, source_alarms
from tracker.projection.reading import read
from tracker.projection.source_state import SourceState

FAILURES_TOLD = 3
"""So many failed polls in a row make a source an alarm."""


@dataclass(slots=True)
class Alerts:
    """Tells the operator over every channel there is, and writes down that it did.

    What no channel took is not written down, so it is tried again at the next look. A channel that
    fails is told through the others, once. Without any channel, turns are only written down.
    """

    library: Library
    channels: Sequence[OperatorChannel]
    clock: Clock
    failures: int = FAILURES_TOLD

    def look(
        self, states: Iterable[SourceState], *, free: int | None = None, floor: int = 0
    ) -> tuple[Alarm, ...]:
        """Tell what turned since the last look; return what was told.

        ``free`` and ``floor`` are bytes of disk.
        """
        told, now = self.told(), microseconds(self.clock())
        alarms = list(source_alarms(states, told, now=now, failures=self.failures))
        disk = None if free is None else disk_alarm(told, free=free, floor=floor)
        if disk is not None:
            alarms.insert(0, disk)
        return tuple(alarm for alarm in alarms if self._tell(alarm, told))

    def told(self) -> Mapping[str, OperatorTold]:
        """Return what the operator was told last about each thing."""
        held = (read(event) for event in self.library.log.find(["o:"]).get("o:", ()))
        return {fact.about: fact for fact in held if isinstance(fact, OperatorTold)}

    def _tell(self, alarm: Alarm, told: Mapping[str, OperatorTold]) -> bool:
        by, failed = self._send(alarm)
        if self.channels and not by:
            return False
        facts = [
            OperatorTold(
                about=alarm.about,
                state=alarm.state,
                words=alarm.words,
                by=tuple(by),
                failed=failed,
            ),
            *self._channels_turned(by, failed, told),
        ]
        with self.library.log.writing() as writer:
            writer.append([event_of(fact) for fact in facts])
        return True

    def _send(self, alarm: Alarm) -> tuple[list[str], dict[str, str]]:
        by: list[str] = []
        failed: dict[str, str] = {}
        for channel in self.channels:
            try:
                channel.send(alarm.words, subject=_subject(alarm))
                by.append(channel.name)
            except DeliveryError as error:
                failed[channel.name] = str(error)
        return by, failed

    def _channels_turned(
        self, by: Sequence[str], failed: Mapping[str, str], told: Mapping[str, OperatorTold]
    ) -> Iterable[OperatorTold]:
        """Tell through the channels that work which ones do not, or do again."""
        for name, why in failed.items():
            about = f"channel/{name}"
            if about in told and told[about].state != WELL:
                continue
            words = f"The channel {name} took no alert: {why}. This came another way."
            yield self._told_of_channel(about, "failing", words, by)
        for name in by:
            about = f"channel/{name}"
            if about in told and told[about].state != WELL:
                yield self._told_of_channel(about, WELL, f"The channel {name} works again.", by)

    def _told_of_channel(
        self, about: str, state: str, words: str, by: Sequence[str]
    ) -> OperatorTold:
        alarm = Alarm(about=about, state=state, words=words)
        took: list[str] = []
        failed: dict[str, str] = {}
        for channel in self.channels:
            if channel.name not in by:
                continue
            try:
                channel.send(words, subject=_subject(alarm))
                took.append(channel.name)
            except DeliveryError as error:
                failed[channel.name] = str(error)
        return OperatorTold(about=about, state=state, words=words, by=tuple(took), failed=failed)


def _subject(alarm: Alarm) -> str:
    state = "is well again" if alarm.state == WELL else alarm.state
    return f"tracker: {alarm.about.replace('/', ' ')} {state}"
