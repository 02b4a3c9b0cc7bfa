"""What is known of a product that somebody wants to send somewhere?"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """An element in the product: its symbol, its share of the value (0.001 is 0.1 %), its origin.

    ``note`` tells how an odd share was read.
    """

    symbol: str
    share: Decimal | None = None
    origin: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A measured value: ``what`` may be open where the unit says enough (14 nm)."""

    value: Decimal
    unit: str | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product, or one line of a list; ``None`` and empty mean: not said.

    Places are codes of ISO 3166 (``UK`` and ``EU`` as the field writes them). ``origin`` is that of
    the whole product. ``concepts`` are what end use and end user are about, in the words of the
    vocabulary, ``possible`` what they call no more than possible; ``on`` and ``announced_by`` are a
    line's own clocks. Nothing of this is ever logged.
    """

    part: str | None = None
    hs: tuple[str, ...] = ()
    control_codes: tuple[str, ...] = ()
    elements: tuple[Content, ...] = ()
    properties: tuple[Property, ...] = ()
    kind: Literal["goods", "technology"] | None = None
    technology_origin: str | None = None
    origin: str | None = None
    made_in: str | None = None
    from_: str | None = None
    to: str | None = None
    end_user: str | None = None
    end_use: str | None = None
    concepts: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    on: date | None = None
    announced_by: date | datetime | None = None

    @property
    def leaves_from(self) -> tuple[str | None, str | None]:
        """Where it leaves from, and what that was taken from where it is not said."""
        if self.from_:
            return self.from_, None
        if self.made_in:
            return self.made_in, "taken from where it is made"
        origin, _ = self.comes_from
        return origin, "taken from its origin" if origin else None

    @property
    def comes_from(self) -> tuple[str | None, str | None]:
        """The origin of the whole product, and what that was taken from where it is not said.

        What is nothing but an element, made nowhere else, has the origin of the element.
        """
        if self.origin:
            return self.origin, None
        origins = {content.origin for content in self.elements}
        bare = all(content.share in (None, Decimal(1)) for content in self.elements)
        if self.made_in is None and self.from_ is None and bare and len(origins) == 1:
            (origin,) = origins
            return origin, "taken from the origin of the element" if origin else None
        return None, None

    @property
    def is_technology(self) -> bool | None:
        """Whether it is technology or software rather than goods; ``None`` where nothing tells."""
        if self.kind:
            return self.kind == "technology"
        classes = {code[1:2].upper() for code in self.control_codes if code[:1].isdigit()}
        if classes & {"D", "E"} and not classes & {"A", "B", "C"}:
            return True
        told = self.hs or self.elements or self.made_in or self.properties
        return False if classes & {"A", "B", "C"} or told else None

    @property
    def places(self) -> tuple[object, ...]:
        """Everything that is known of where it comes from and goes to."""
        return (
            self.leaves_from,
            self.made_in,
            self.to,
            self.comes_from,
            self.technology_origin,
        )

    @property
    def touches(self) -> tuple[str, ...]:
        """Every place whose law could ask something, where it is known."""
        places = (
            self.leaves_from[0],
            self.made_in,
            self.comes_from[0],
            self.technology_origin,
            *(content.origin for content in self.elements),
        )
        return tuple(dict.fromkeys(place for place in places if place))
