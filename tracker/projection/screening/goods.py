"""Is the product among the goods of a rule, by element, control code or customs code?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.projection.screening.product import Product
from tracker.projection.screening.vocabulary import Vocabulary, fold
from tracker.projection.screening.weighing import (
    Compared,
    Part,
    State,
    compared,
    not_compared,
)

_CONTROL = re.compile(r"^(\d[A-Z]\d{3})[.\s-]?(.*)$")
_LISTED = re.compile(r"^\d[A-E]\d{3}(\.|$)")
_NO_DIGIT = re.compile(r"\D")


def control_code(written: str) -> str:
    """Return a control code in one way of writing: ``1c902 a`` → ``1C902.a``."""
    match = _CONTROL.match(written.strip().upper())
    if not match:
        return written.strip().upper()
    rest = match[2].strip(". ").lower()
    return f"{match[1]}.{rest}" if rest else match[1]


def customs_code(written: str) -> str:
    """Return the digits of a customs code."""
    return _NO_DIGIT.sub("", written)


def is_control_code(code: str) -> bool:
    """Tell whether a code has the form of the entries of a control list (1C902.a)."""
    return bool(_LISTED.match(code))


@dataclass(frozen=True, slots=True)
class Goods:
    """What a measure names: elements (groups resolved), control codes, customs codes.

    ``unsure`` are codes that no text confirmed; ``unread`` are elements that the field lacks.
    """

    symbols: frozenset[str]
    codes: tuple[str, ...]
    hs: tuple[str, ...]
    unsure: tuple[str, ...]
    unread: tuple[str, ...]

    @classmethod
    def of(cls, terms: Mapping[str, Any], words: Vocabulary) -> "Goods":
        """Read the goods of a measure from its terms."""
        named = _texts(terms.get("elements"))
        return cls(
            symbols=frozenset(s for name in named for s in words.symbols.get(fold(name), ())),
            codes=tuple(map(control_code, _texts(terms.get("control_codes")))),
            hs=tuple(filter(None, map(customs_code, _texts(terms.get("hs_codes"))))),
            unsure=tuple(map(control_code, _texts(terms.get("control_codes_unconfirmed")))),
            unread=tuple(name for name in named if fold(name) not in words.symbols),
        )

    def __bool__(self) -> bool:
        return bool(self.symbols or self.codes or self.hs or self.unsure or self.unread)

    def filed_under(self) -> Iterator[str]:
        """Yield the keys under which a product that may be meant is looked up."""
        yield from (f"e:{symbol}" for symbol in self.symbols)
        yield from (f"c:{code.partition('.')[0]}" for code in (*self.codes, *self.unsure))
        yield from (f"h:{code[:4]}" for code in self.hs)

    def hold(self, product: Product) -> tuple[Part, bool]:
        """Compare a product; also tell whether its own control code settles what it is."""
        code = next((c for c in product.control_codes if _under_any(c, self.codes)), None)
        if code is not None:
            return _met("control_code", self.codes, code), "." in code or code in self.codes
        element = next((c for c in product.elements if c.symbol in self.symbols), None)
        if element is not None:
            return _met("element", sorted(self.symbols), element.symbol), False
        return self._by_customs(product) or self._unsure(product) or self._absent(product), False

    def _by_customs(self, product: Product) -> Part | None:
        for code in product.hs:
            if any(code.startswith(listed) for listed in self.hs):
                if self.symbols and product.elements:
                    told = f"whether it contains {', '.join(sorted(self.symbols))}"
                    return _open("hs", self.hs, code, missing=(told,))
                return _met("hs", self.hs, code)
        for code in product.hs:
            if any(listed.startswith(code) for listed in self.hs):
                return _open("hs", self.hs, code, missing=("hs in full (8 or 10 digits)",))
        return None

    def _unsure(self, product: Product) -> Part | None:
        for code in product.control_codes:
            if _under_any(code, self.unsure):
                told = f"no text confirmed the control code {code}"
                return _open("control_code", self.unsure, code, doubts=(told,))
        return None

    def _absent(self, product: Product) -> Part:
        kinds = (
            ("elements", self.symbols, product.elements),
            ("control_codes", self.codes, product.control_codes),
            ("hs", self.hs, product.hs),
        )
        asked = [kind for kind, mine, _ in kinds if mine]
        if any(mine and given for _, mine, given in kinds) and not self.unread:
            return Part(state=State.NO)
        doubts = tuple(not_compared("element", name) for name in self.unread)
        missing = (" or ".join(asked),) if asked else ()
        doubts += () if asked or doubts else ("no text confirmed its control codes",)
        return Part(state=State.OPEN, missing=missing, doubts=doubts)


def product_keys(product: Product) -> Iterator[str]:
    """Yield the keys under which the rules that may mean a product are filed."""
    yield from (f"e:{content.symbol}" for content in product.elements)
    yield from (f"c:{code.partition('.')[0]}" for code in product.control_codes)
    yield from (f"h:{code[:4]}" for code in product.hs)


def _under_any(code: str, listed: Iterable[str]) -> bool:
    """Tell whether a code is a listed one, below it, or the entry above it."""
    return any(
        code == one or code.startswith(f"{one}.") or one.startswith(f"{code}.") for one in listed
    )


def _texts(value: Any) -> Sequence[str]:
    if value is None:
        return ()
    return [str(item) for item in value] if isinstance(value, list | tuple) else (str(value),)


def _told(fact: str, asked: Sequence[str], given: str, state: State) -> tuple[Compared, ...]:
    shown = ", ".join(asked[:6]) + (f" and {len(asked) - 6} more" if len(asked) > 6 else "")
    return (compared(fact, "in", shown, given, state),)


def _met(fact: str, asked: Sequence[str], given: str) -> Part:
    return Part(state=State.YES, compared=_told(fact, asked, given, State.YES))


def _open(
    fact: str,
    asked: Sequence[str],
    given: str,
    *,
    missing: tuple[str, ...] = (),
    doubts: tuple[str, ...] = (),
) -> Part:
    state = State.OPEN
    return Part(
        state=state, compared=_told(fact, asked, given, state), missing=missing, doubts=doubts
    )
