"""Which questions does a file or a request hold, and which two states are compared?"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from tracker.application.answers.query import Ask
from tracker.domain.days import parse_day, parse_when
from tracker.errors import InputError, UsageError

Clock = str | None


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    measure: str
    on: str
    announced_by: str | None = None
    recorded_by: str | None = None
    party: str | None = None


def read_questions(file: Path) -> tuple[Ask, ...]:
    """Read every question of a file; raise `InputError` at the first line that is none."""
    try:
        with file.open("rb") as stream:
            return tuple(questions_in(stream, place=str(file)))
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None


def questions_in(lines: Iterable[bytes], *, place: str | None = None) -> Iterator[Ask]:
    """Yield the question of each line; raise `InputError` at the first that is none.

    Blank lines are passed over. ``place`` names where the lines stand.
    """
    decoder = msgspec.json.Decoder(_Line)
    for number, text in enumerate(lines, start=1):
        if text.strip():
            try:
                yield _question(decoder.decode(text))
            except (msgspec.DecodeError, UnicodeDecodeError, UsageError) as error:
                raise InputError(str(error), file=place, line=number) from None


def listed_questions(items: Iterable[Any], *, place: str | None = None) -> Iterator[Ask]:
    """Yield the questions of a list of objects; ``InputError`` names the item, from 1, as line."""
    for number, item in enumerate(items, start=1):
        try:
            yield _question(msgspec.convert(item, _Line))
        except (msgspec.ValidationError, UsageError) as error:
            raise InputError(str(error), file=place, line=number) from None


def _question(line: _Line) -> Ask:
    parse_day(line.on)
    for clock in (line.announced_by, line.recorded_by):
        if clock is not None:
            parse_when(clock)
    return Ask(
        measure=line.measure,
        on=line.on,
        announced_by=line.announced_by,
        recorded_by=line.recorded_by,
        party=line.party,
    )


def two_settings(
    said: Mapping[str, str | None], *, announced_by: Clock, recorded_by: Clock
) -> tuple[dict[str, Clock], dict[str, Clock]]:
    """Return the two settings of the clocks that are compared, each by its parameters.

    ``said`` holds ``from`` and ``to``, or ``on`` and ``versus``. Raises `UsageError` for any other
    choice.
    """
    from_, to, on, versus = (said.get(key) for key in ("from", "to", "on", "versus"))
    days = from_ and to and not (on or versus)
    knowledge = versus and (announced_by or recorded_by) and not (from_ or to)
    if not (days or knowledge):
        raise UsageError(
            "give --from DAY --to DAY, or --on DAY --announced-by A --versus B "
            "(or --recorded-by R --versus S)"
        )
    return two_sides(said, announced_by=announced_by, recorded_by=recorded_by)


def two_sides(
    said: Mapping[str, str | None], *, announced_by: Clock, recorded_by: Clock
) -> tuple[dict[str, Clock], dict[str, Clock]]:
    """Return the two settings, whatever is given: ``from``, ``to``, ``on``, ``versus``.

    One side is ``from``, the other ``to``, either in place of ``on``; on the other side ``versus``
    stands in place of ``recorded_by`` where that is given, else of ``announced_by``.
    """
    from_, to, on, versus = (said.get(key) for key in ("from", "to", "on", "versus"))
    known = {"announced_by": announced_by, "recorded_by": recorded_by}
    first, second = {**known, "on": from_ or on}, {**known, "on": to or on}
    if versus:
        second["recorded_by" if recorded_by else "announced_by"] = versus
    return first, second
