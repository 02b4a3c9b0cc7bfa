"""How does an answer travel: its bytes, its tag, how long it may be kept, packed or not?"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

import orjson
from fastapi import Request, Response

from tracker.domain.days import instant_of, microseconds, parse_when
from tracker.domain.questions import Clocks
from tracker.projection.register import Register
from tracker.web.services import Services

FOR_EVER = "public, immutable, max-age=31536000"
ASK_AGAIN = "no-cache"
PRIVATE = "private, no-cache"
UNTOUCHED = "no-store"
"""What a question tells of a product is kept nowhere, on the way neither."""

_WORTH_PACKING = 1_000
_LEVEL = 6
_WESTERNMOST = timedelta(hours=12)
_WRITING = timedelta(seconds=60)
"""A transaction that began before an instant may still be about to be seen."""


def answered(
    request: Request,
    value: Any,
    *,
    keep: str = ASK_AGAIN,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a JSON answer to a GET, with a strong tag; 304 where the asker holds it already."""
    told = {"Cache-Control": keep, **(headers or {})}
    return tagged(request, orjson.dumps(value), media_type="application/json", headers=told)


def tagged(
    request: Request, body: bytes, *, media_type: str, headers: Mapping[str, str]
) -> Response:
    """Return bytes with a strong tag of their own, packed where the asker takes that."""
    tag = sha256(body).hexdigest()[:32]
    packed = len(body) >= _WORTH_PACKING and takes_gzip(request)
    # Packed bytes are other bytes: a strong tag must differ as well.
    own = f'"{tag}-gzip"' if packed else f'"{tag}"'
    told = {"ETag": own, "Vary": "Accept-Encoding, Authorization, Cookie", **headers}
    if request.method in ("GET", "HEAD") and is_held(request, (f'"{tag}"', f'"{tag}-gzip"')):
        return Response(status_code=304, headers=told)
    if packed:
        body, told["Content-Encoding"] = gzip.compress(body, _LEVEL, mtime=0), "gzip"
    return Response(body, media_type=media_type, headers=told)


def asked_in_private(request: Request, body: bytes, *, media_type: str) -> Response:
    """Return the answer to a POST, which nobody on the way may keep."""
    told = {"Cache-Control": UNTOUCHED, "Vary": "Accept-Encoding"}
    if len(body) >= _WORTH_PACKING and takes_gzip(request):
        body, told["Content-Encoding"] = gzip.compress(body, _LEVEL, mtime=0), "gzip"
    return Response(body, media_type=media_type, headers=told)


def takes_gzip(request: Request) -> bool:
    """Tell whether the asker takes packed answers."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def is_held(request: Request, tags: tuple[str, ...]) -> bool:
    """Tell whether the asker holds one of the tags."""
    header = request.headers.get("if-none-match", "")
    held = {part.strip().removeprefix("W/") for part in header.split(",")}
    return "*" in held or any(tag in held for tag in tags)


@dataclass(slots=True)
class Keeping:
    """Tells how long answers may be kept; one for the service."""

    services: Services
    _ahead: tuple[tuple[int, date], bool] | None = None

    def rule(self, clocks: Clocks) -> str:
        """Return for ever where nothing that may still happen can change the answer."""
        if not (self._recorded(clocks) and clocks.on is not None and self._announced(clocks)):
            return ASK_AGAIN
        return self._for_ever()

    def _for_ever(self) -> str:
        closed = self.services.access.reading == "closed"
        return FOR_EVER.replace("public", "private") if closed else FOR_EVER

    def of_two(self, one: Clocks, other: Clocks) -> str:
        """Return for ever where that holds for an answer under each of two settings."""
        rules = {self.rule(one), self.rule(other)}
        return rules.pop() if len(rules) == 1 else ASK_AGAIN

    def of_all_days(self, clocks: Clocks) -> str:
        """Return for ever where both knowledge clocks are fixed; the answer is for every day."""
        if clocks.announced_by is None:
            return ASK_AGAIN
        return self.rule(replace(clocks, on=date.min + timedelta(days=3)))

    def of_records(self, clocks: Clocks) -> str:
        """Return for ever where no record can be added that the answer would show."""
        return self._for_ever() if self._recorded(clocks) else ASK_AGAIN

    def _recorded(self, clocks: Clocks) -> bool:
        """Tell whether the log holds all that it will ever hold up to the recorded clock."""
        if clocks.recorded_by is None:
            return False
        last = _last_instant(clocks.recorded_by, None)
        if last > clocks.now:
            return False
        if last <= clocks.now - _WRITING:
            return True
        log = self.services.log
        position = log.head().position
        newest = next(iter(log.read(after=position - 1)), None) if position else None
        # Recorded times never go back: what comes after a later event is later still.
        return newest is not None and _instant(newest.recorded_at) > last

    def _announced(self, clocks: Clocks) -> bool:
        if clocks.announced_by is not None:
            return _last_instant(clocks.announced_by, _WESTERNMOST) < clocks.now
        if clocks.on is None or _last_instant(clocks.on, _WESTERNMOST) >= clocks.now:
            return False
        return not self._has_announcements_ahead(clocks.now)

    def _has_announcements_ahead(self, now: datetime) -> bool:
        """Tell whether anything is recorded that will only be made public."""
        with self.services.library.reading() as register:
            key = (register.position, now.date())
            if self._ahead is None or self._ahead[0] != key:
                self._ahead = (key, _announced_after(register, now))
            return self._ahead[1]


def _announced_after(register: Register, now: datetime) -> bool:
    eve = (now - timedelta(days=2)).date().isoformat()
    said = [item.record.announced_at for item in register.effects.values()]
    said += [one.record.announced_at for some in register.verifications.values() for one in some]
    return any(text[:10] > eve and _end_of(text) > now for text in said)


def _end_of(text: str) -> datetime:
    return _last_instant(parse_when(text), _WESTERNMOST)


def _last_instant(when: date | datetime, west: timedelta | None) -> datetime:
    """Return the last instant that a clock may stand for, wherever its day is counted."""
    if isinstance(when, datetime):
        return when
    if when >= date.max - timedelta(days=2):
        return datetime.max.replace(tzinfo=UTC)
    end = datetime.combine(when + timedelta(days=1), time(), UTC)
    return end + (west or timedelta())


def _instant(text: str) -> datetime:
    return instant_of(microseconds(datetime.fromisoformat(text)))
