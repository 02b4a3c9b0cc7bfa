"""Which questions does a file of JSON Lines hold?"""

from pathlib import Path

import msgspec

from tracker.application.query import Ask
from tracker.domain.days import parse_day, parse_when
from tracker.errors import InputError, UsageError


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    measure: str
    on: str
    announced_by: str | None = None
    recorded_by: str | None = None
    party: str | None = None


def read_questions(file: Path) -> tuple[Ask, ...]:
    """Read every question of a file; raise `InputError` at the first line that is none."""
    decoder = msgspec.json.Decoder(_Line)
    questions = []
    try:
        with file.open("rb") as stream:
            for number, text in enumerate(stream, start=1):
                if text.strip():
                    questions.append(_question(decoder, text, file=str(file), number=number))
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None
    return tuple(questions)


def _question(
    decoder: "msgspec.json.Decoder[_Line]", text: bytes, *, file: str, number: int
) -> Ask:
    try:
        line = decoder.decode(text)
        parse_day(line.on)
        for clock in (line.announced_by, line.recorded_by):
            if clock is not None:
                parse_when(clock)
    except (msgspec.DecodeError, UsageError) as error:
        raise InputError(str(error), file=file, line=number) from None
    return Ask(
        measure=line.measure,
        on=line.on,
        announced_by=line.announced_by,
        recorded_by=line.recorded_by,
        party=line.party,
    )
