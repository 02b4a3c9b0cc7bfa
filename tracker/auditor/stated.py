"""What does evidence state, before it becomes files?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A stored copy on which a quote rests; ``file`` is its name, where it may be handed on."""

    announcement: str
    source: str
    title: str | None
    url: str | None
    published_at: str | None
    fetched_at: str | None
    content_type: str | None
    sha256: str | None
    file: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote of the answer; ``stands`` tells whether it is in the stored copy, where held."""

    announcement: str
    quote: str
    start: int | None
    end: int | None
    stands: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """All that evidence states; JSON values, as their files hold them."""

    question: Mapping[str, Any]
    answer: Mapping[str, Any]
    quotes: Sequence[Quote]
    copies: Sequence[Copy]
    log: Mapping[str, Any]
    versions: Mapping[str, str]
    person: str | None
    language: str
    disclaimer: str
