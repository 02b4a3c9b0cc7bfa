"""Which rule was in force on which day, as known when, and on which sentence does it rest?

``tracker.open(url)`` returns a `Tracker`, whose methods carry the names of the commands.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from tracker.facade import Tracker

__all__ = ["__version__", "open"]


def open(url: str | None = None) -> "Tracker":  # noqa: A001 - the name is part of the interface
    """Open the tracker whose event log lies at ``url``, making an empty log where there is none.

    ``url`` is a database address (``sqlite:///path/to/file.db``, ``postgresql://…``) or ``None``
    for the database of the settings. Raises `tracker.errors.StoreError` when it cannot be opened.
    """
    from tracker.facade import open_tracker

    return open_tracker(url)
