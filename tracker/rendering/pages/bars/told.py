"""What does a bar show, in words?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tracker.application.charts.chart import Bar
from tracker.domain.questions import Certainty
from tracker.projection.courses import Course, Piece
from tracker.projection.dated import FIRST_DAY, FOREVER
from tracker.rendering import labels
from tracker.rendering.words import Words

DOUBTS = (Certainty.UNVERIFIED, Certainty.DISPUTED, Certainty.REPORTED)


def told(words: Words, bars: Sequence[Bar], *, alone: bool) -> str:
    """Say how some measures of one course run, and how they ran as known before."""
    bar = bars[0]
    runs = course_told(words, bar.course)
    if bar.was is not None and bar.was.pieces:
        runs = words("timeline.told_before", told=runs, was=course_told(words, bar.was))
    elif bar.was is not None:
        runs = words("timeline.told_new", told=runs)
    if alone:
        return words("timeline.told_alone", told=runs)
    parts = labels.provisions(words, (one.measure for one in bars))
    return words("timeline.told_of", parts=parts, told=runs)


def course_told(words: Words, course: Course) -> str:
    """Say how a measure runs over all days."""
    runs = [piece_told(words, piece) for piece in continued(course.pieces)]
    runs += [words("timeline.terms_turn", day=words.day(_day(day))) for day in course.turned_terms]
    return words("timeline.then").join(runs)


def continued(pieces: Iterable[Piece]) -> list[Piece]:
    """Join what is known with what is scheduled to go on."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        goes_on = piece.certainty is Certainty.PROJECTED
        if before and before.status is piece.status and goes_on and not _doubted(before):
            joined[-1] = Piece(before.start, piece.end, before.status, before.certainty)
        else:
            joined.append(piece)
    return joined


def _doubted(piece: Piece) -> bool:
    return piece.certainty in DOUBTS


def piece_told(words: Words, piece: Piece) -> str:
    """Say what a piece shows, with its first and its last day."""
    status = words(f"status.{piece.status}")
    if piece.certainty is not Certainty.CONFIRMED:
        sure = words(f"certainty.{piece.certainty}")
        status = words("timeline.with", status=status, sure=sure)
    first, last = piece.start > FIRST_DAY, piece.end < FOREVER
    values = {
        "status": status,
        "first": words.day(_day(piece.start)),
        "last": words.day(_day(piece.end - 1)),
    }
    if first and last and piece.end - piece.start == 1:
        return words("picture.span_day", **values)
    if first and last:
        return words("picture.span", **values)
    if first:
        return words("picture.span_open", **values)
    return words("picture.to_edge" if last else "picture.all_along", **values)


def standing(words: Words, course: Course, on: date) -> str:
    """Say where a measure stands on a day, and until when."""
    day = on.toordinal()
    piece = course.at(day)
    if piece is None:
        return words("status.pending")
    status = words(f"status.{piece.status}")
    if piece.certainty in DOUBTS:
        sure = words(f"certainty.{piece.certainty}")
        return words("timeline.with", status=status, sure=sure)
    place = course.pieces.index(piece)
    end = _last_alike(course.pieces[place:]).end
    if end < FOREVER:
        last = short_day(words, _day(end - 1))
        status = words("timeline.until", status=status, day=last)
    scheduled = piece.certainty is Certainty.PROJECTED
    return words("timeline.scheduled", status=status) if scheduled else status


def texts(words: Words, pieces: Sequence[Piece], place: int) -> Iterator[str]:
    """Yield what may be printed in a piece, the fullest first."""
    piece = pieces[place]
    status = words(f"status.{piece.status}")
    if piece.certainty in DOUBTS:
        sure = words(f"certainty.{piece.certainty}")
        yield words("timeline.with", status=status, sure=sure)
        yield sure
        return
    first, end = _first_alike(pieces[: place + 1]), _last_alike(pieces[place:]).end
    full = status
    if end < FOREVER:
        full = words("timeline.until", status=status, day=short_day(words, _day(end - 1)))
    elif first.start > FIRST_DAY:
        full = words("timeline.from", status=status, day=short_day(words, _day(first.start)))
    if first.certainty is Certainty.UNVERIFIED:  # the days ahead rest on it
        sure = words("certainty.unverified")
        full, status = (words("timeline.with", status=text, sure=sure) for text in (full, status))
    yield from dict.fromkeys((full, status))


def _first_alike(pieces: Sequence[Piece]) -> Piece:
    """Return the first of the pieces that lead to the last one with its status."""
    return _last_alike(pieces[::-1])


def _last_alike(pieces: Sequence[Piece]) -> Piece:
    """Return the last of the pieces that follow each other with the status of the first."""
    last = pieces[0]
    for one in pieces[1:]:
        if one.status is not last.status:
            break
        last = one
    return last


def short_day(words: Words, day: date) -> str:
    """Write a day with its month in short: 10 Nov 2026."""
    return words.day(day) if words.language == "zh" else f"{day.day} {words.month(day)}"


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)
