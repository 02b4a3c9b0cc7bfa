"""Which words stand for a thing in the reader's language, and how are its days written?"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import Any, Literal

from tracker.digests.lines import Named, Names
from tracker.domain.days import zone
from tracker.errors import InputError, UsageError
from tracker.rendering.neutral import neutral
from tracker.rendering.sayings import Sayings, sayings_of

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
TAGS: Mapping[str, str] = {"en": "en", "zh": "zh-Hans"}
"""What the ``lang`` attribute says."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Words:
    """The wording table in one language."""

    def __init__(self, table: Mapping[str, Any], language: str) -> None:
        if language not in LANGUAGES:
            raise UsageError(f"{language!r} is no language here; choose one of en, zh")
        self.table = table
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for ``key`` (``section.word``), with the values filled in."""
        return self._filled(self._entry(key), self.language, key, values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the words for so many; the form for one where the language has it."""
        entry = self._entry(key)
        one = f"{self.language}_one"
        form = one if number == 1 and one in entry else self.language
        return self._filled(entry, form, key, {"n": number, **values})

    def has(self, key: str) -> bool:
        """Tell whether the table has words for ``key``."""
        section, _, word = key.partition(".")
        return word in self.table.get(section, {})

    def known(self, section: str, word: str | None) -> str | None:
        """Return the words for a word of the log, itself where the table has none."""
        if word is None:
            return None
        key = f"{section}.{word}"
        return self(key) if self.has(key) else neutral(word)

    def name(self, names: Names) -> str:
        """Return a name in this language, else in any."""
        found = names.get(self.language) or names.get("en") or next(iter(names.values()), "")
        return neutral(found)

    def named(self, thing: Named) -> str:
        """Return the name of a thing of the field's vocabulary."""
        return self.name(thing.names) or neutral(thing.key)

    def listed(self, items: Iterable[str]) -> str:
        """Join items the way a list is written."""
        return ("、" if self.language == "zh" else ", ").join(items)

    @cached_property
    def _sayings(self) -> Sayings:
        return sayings_of(self.table, self.language, self._said_day)

    def said(self, text: str) -> str:
        """Return what the program or the rulebook says in English, as far as it is translated."""
        return text if self.language == "en" else self._sayings.told(text)

    def _said_day(self, text: str) -> str:
        try:
            return self.day(date.fromisoformat(text))
        except ValueError:
            return text

    def clauses(self, items: Iterable[str | None]) -> str:
        """Join parts of a sentence that are there."""
        return ("，" if self.language == "zh" else ", ").join(item for item in items if item)

    def sentences(self, items: Iterable[str | None]) -> str:
        """Join sentences that are there."""
        return ("" if self.language == "zh" else " ").join(item for item in items if item)

    def day(self, day: date) -> str:
        """Write a legal day: 10 November 2026, 2026年11月10日."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def month(self, day: date) -> str:
        """Write a month in short: Nov 2026, 2026年11月."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月"
        return f"{_MONTHS[day.month - 1][:3]} {day.year}"

    def roughly(self, text: str) -> str:
        """Write a month or year that is all that is known of a day (``2026-03``, ``2026``)."""
        year, _, month = text.partition("-")
        if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
            return neutral(text)
        if self.language == "zh":
            return f"{int(year)}年{int(month)}月"
        return f"{_MONTHS[int(month) - 1]} {year}"

    def days(self, first: date, last: date) -> str:
        """Write a stretch of days, leaving out what both ends share."""
        if first == last:
            return self.day(first)
        start = self.day(first)
        if self.language == "en" and first.year == last.year:
            same_month = first.month == last.month
            start = str(first.day) if same_month else f"{first.day} {_MONTHS[first.month - 1]}"
        return self("period.to", first=start, last=self.day(last))

    def instant(self, moment: datetime) -> str:
        """Write an instant in UTC: 21 November 2026, 12:00 UTC."""
        moment = moment.astimezone(UTC)
        if self.language == "zh":
            return f"{self.day(moment.date())} {moment:%H:%M}（UTC）"
        return f"{self.day(moment.date())}, {moment:%H:%M} UTC"

    def local(self, moment: datetime, zone_name: str) -> str:
        """Write an instant as a clock in a zone shows it: 21 November 2026, 07:00."""
        there = moment.astimezone(zone(zone_name))
        gap = " " if self.language == "zh" else ", "
        return f"{self.day(there.date())}{gap}{there:%H:%M}"

    def there(self, moment: date | datetime, zone_name: str | None) -> str:
        """Write a day, or an instant by the clock of a zone; its midnight stands for the day."""
        if not isinstance(moment, datetime) or zone_name is None:
            return self.when(moment)
        there = moment.astimezone(zone(zone_name))
        return self.day(there.date()) if there.time() == time() else self.local(moment, zone_name)

    def when(self, moment: date | datetime) -> str:
        """Write a day or an instant."""
        return self.instant(moment) if isinstance(moment, datetime) else self.day(moment)

    def window(self, since: date | datetime, until: date | datetime) -> str:
        """Write a half-open window by its last day included, or by its instants."""
        if isinstance(since, datetime) or isinstance(until, datetime):
            return self("period.to", first=self.when(since), last=self.when(until))
        return self.days(since, until - timedelta(days=1))

    def _entry(self, key: str) -> Mapping[str, str]:
        section, _, word = key.partition(".")
        entry = self.table.get(section, {}).get(word)
        if not isinstance(entry, Mapping) or self.language not in entry:
            raise InputError(f"there are no words for {key} in {self.language}", file="words.toml")
        return entry

    def _filled(
        self, entry: Mapping[str, str], form: str, key: str, values: Mapping[str, object]
    ) -> str:
        try:
            return entry[form].format(**{name: str(value) for name, value in values.items()})
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            raise InputError(
                f"the words for {key} cannot be filled in: {error}", file="words.toml"
            ) from None


@lru_cache(maxsize=64)
def read_words(text: str) -> Mapping[str, Any]:
    """Read a wording table; raise `InputError` where it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(str(error), file="words.toml") from None
