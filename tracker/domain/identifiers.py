"""Which measures does an id name?

A measure is ``INSTRUMENT#PROVISION`` (``cn/mofcom/2025/61#i-1``). What an effect affects is named
by a *target*: a measure, an instrument (all its measures, also later ones), or a plain text prefix
with a star (``cn/mofcom/2024/46#2*``, which covers ``#2a`` and also ``#20``).
"""

import re

from tracker.errors import UsageError

STAR = "*"
PROVISION_MARK = "#"

PAGES = "us/fr/page/"
"""Begins what stands for an act of which only its page in the Federal Register is known."""

_PAGE = re.compile(r"(?<!\w)([1-9][0-9]{1,2}) FR ([1-9][0-9]{0,5})(?!\w)")


def is_measure(identifier: str) -> bool:
    """Tell whether ``identifier`` names exactly one measure."""
    return PROVISION_MARK in identifier and not identifier.endswith(STAR)


def instrument_of(measure: str) -> str:
    """Return the instrument that the measure is a part of."""
    return measure.partition(PROVISION_MARK)[0]


def covers(target: str, measure: str) -> bool:
    """Tell whether an effect on ``target`` reaches ``measure``."""
    if target.endswith(STAR):
        return measure.startswith(target[:-1])
    return target in (measure, instrument_of(measure))


def pages_of(number: str) -> tuple[str, ...]:
    """Return what stands for the pages of the Federal Register in an act's number.

    ``FR Doc. 2024-29957; 89 FR 106064`` gives ``us/fr/page/89-106064``.
    """
    return tuple(f"{PAGES}{volume}-{page}" for volume, page in _PAGE.findall(number))


_REVISION = re.compile(r"/r([0-9]+)$")


def first_version(announcement: str) -> str:
    """Return the id under which the item of a source was first recorded."""
    return _REVISION.sub("", announcement)


def next_version(announcement: str) -> str:
    """Return the id of the revision that follows: ``x`` → ``x/r2`` → ``x/r3``."""
    found = _REVISION.search(announcement)
    number = int(found.group(1)) if found else 1
    return f"{first_version(announcement)}/r{number + 1}"


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NAME_BYTES = 2_000


def has_control_characters(name: str) -> bool:
    """Tell whether a name holds what no name in the log may hold."""
    return not name.isprintable() and bool(_CONTROL.search(name))


def check_name(name: str) -> str:
    """Return an id or a key; raise `UsageError` for one that no log can hold.

    A line break would make the header ambiguous that an event's hash is over, PostgreSQL keeps no
    NUL, and its indexes nothing longer than 2,000 bytes.
    """
    if name.isascii() and name.isprintable() and len(name) <= _NAME_BYTES:
        return name
    if has_control_characters(name) or len(name.encode("utf-8", "replace")) > _NAME_BYTES:
        raise UsageError(
            f"a name in the log may hold no control character and at most {_NAME_BYTES} bytes: "
            f"{name[:60]!r}"
        )
    return name
