"""Which address does each thing have? (every link of a page is made here)"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

CLOCKS = ("on", "announced_by", "recorded_by")
"""The query parameters of the three clocks, as on the command line."""

Asked = str | int | Sequence[str] | None
"""What a parameter of an address may be; ``None`` and nothing leave it out."""

_SAFE_IN_PATH = "/:@-._~!$'()+,;="


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Makes addresses that keep the three clocks of a page, as they were typed.

    Ids hold slashes and ``#``; in a path the slashes stay and the rest is percent-encoded.
    """

    on: str | None = None
    announced_by: str | None = None
    recorded_by: str | None = None

    @property
    def clocks(self) -> Mapping[str, str]:
        """The clocks that were given, by the names of their parameters."""
        found = ((name, getattr(self, name)) for name in CLOCKS)
        return {name: value for name, value in found if value}

    def at(self, **clocks: str | None) -> "Addresses":
        """Return the same addresses with some clocks set otherwise (``None``: now)."""
        return replace(self, **clocks)

    def to(self, path: str, /, **query: Asked) -> str:
        """Return an address of this service with the clocks and what else is asked.

        A sequence stands for a parameter that is given several times.
        """
        given = {key: value for key, value in query.items() if value not in (None, "", ())}
        asked = urlencode({**self.clocks, **given}, doseq=True, quote_via=quote, safe="/:")
        return f"{path}?{asked}" if asked else path

    def measure(self, id: str) -> str:
        """Return the address of a measure's page."""
        return self.to(f"/measures/{in_path(id)}")

    def instrument(self, id: str) -> str:
        """Return the address of an instrument's page."""
        return self.to(f"/instruments/{in_path(id)}")

    def announcement(self, id: str, *, part: str = "") -> str:
        """Return the address of an announcement's page, or of a ``part`` of it."""
        return self.to(f"/announcements/{in_path(id)}") + (f"#{part}" if part else "")

    def stored_copy(self, id: str) -> str:
        """Return the address of the exact bytes of an announcement."""
        return f"/announcements/{in_path(id)}/copy"

    def rules(self, **filters: Asked) -> str:
        """Return the address of the rules of a day."""
        return self.to("/rules", **filters)

    def search(self, text: str) -> str:
        """Return the address of a search."""
        return self.to("/search", q=text)


def in_path(id: str) -> str:
    """Return an id as it stands in the path of an address."""
    return quote(id, safe=_SAFE_IN_PATH)
