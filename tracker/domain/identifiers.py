"""Which measures does an id name?

A measure is ``INSTRUMENT#PROVISION`` (``cn/mofcom/2025/61#i-1``). What an effect affects is named
by a *target*: a measure, an instrument (all its measures, also later ones), or a plain text prefix
with a star (``cn/mofcom/2024/46#2*``, which covers ``#2a`` and also ``#20``).
"""

import re

STAR = "*"
PROVISION_MARK = "#"


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


_REVISION = re.compile(r"/r([0-9]+)$")


def first_version(announcement: str) -> str:
    """Return the id under which the item of a source was first recorded."""
    return _REVISION.sub("", announcement)


def next_version(announcement: str) -> str:
    """Return the id of the revision that follows: ``x`` → ``x/r2`` → ``x/r3``."""
    found = _REVISION.search(announcement)
    number = int(found.group(1)) if found else 1
    return f"{first_version(announcement)}/r{number + 1}"
