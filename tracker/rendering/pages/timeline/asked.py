"""How was the timeline asked for, and which addresses lead on from there?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.digests.lines import Names
from tracker.rendering.addresses import Addresses

PATH = "/timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The page as it was asked for: its address without clocks, and the clocks as typed."""

    query: Mapping[str, str]
    addresses: Addresses
    names: Mapping[str, Names]
    table: bool = False

    def to(self, **changes: str | int | None) -> str:
        """Return the address of the page with some parameters changed (``None``: left out)."""
        merged = {**self.query, **changes}
        return self.addresses.to(PATH, **merged)

    @property
    def carried(self) -> Mapping[str, str]:
        """The parameters that another state of knowledge leaves as they are."""
        return {key: value for key, value in self.query.items() if key != "page" and value}

    def known_by(self, day: date | None) -> str:
        """Return the address of the page under another day of knowledge."""
        moved = self.addresses.at(announced_by=day.isoformat() if day else None)
        return moved.to(PATH, **self.carried)
