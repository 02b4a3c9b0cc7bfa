"""What waits on the desk beside proposals: copies that contradict, what may be official word?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.application.desk.official_words import MaybeWord
from tracker.domain.intake_facts import CopiesDiffer
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import laid, neutral, short
from tracker.rendering.pages.parts.record_words import field_told
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One of two copies of a notice: where it stands, and its sentences that differ."""

    announcement: str
    href: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """Two copies of one notice that contradict each other; ``href`` leads to the form."""

    number: str
    copies: tuple[Copy, Copy]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """An announcement that may tell what became of something that ran out."""

    title: str
    href: str
    told: str
    close: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands under the proposals; ``older`` tells what only an older reader has read."""

    conflicts: tuple[ConflictRow, ...]
    official: tuple[WordRow, ...]
    older: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleView:
    """What ``web/settle.html.j2`` prints: the copies of one notice, and a reason to give."""

    heading: str
    lead: str
    number: str
    shown: str
    pairs: tuple[ConflictRow, ...]
    reason: str
    fault: str | None
    labels: Mapping[str, str]


def beside(
    words: Words,
    *,
    conflicts: Iterable[CopiesDiffer],
    official: Iterable[MaybeWord],
    older: int,
) -> Beside:
    """Return what waits beside proposals; ``older`` is a number of announcements."""
    return Beside(
        conflicts=tuple(_conflict(one) for one in conflicts),
        official=tuple(_word(words, one) for one in official),
        older=words.count("desk.older", older) if older else None,
    )


def settle_view(
    words: Words,
    number: str,
    found: Sequence[CopiesDiffer],
    *,
    reason: str = "",
    fault: str | None = None,
) -> SettleView:
    """Return the form on which a person says which copy of a notice holds."""
    return SettleView(
        heading=words("by_hand.settle_heading"),
        lead=words("by_hand.settle_lead"),
        number=number,
        shown=neutral(number),
        pairs=tuple(_conflict(one) for one in found),
        reason=laid(reason),
        fault=fault,
        labels={key: words(f"by_hand.{key}") for key in ("settle_reason", "settle", "no_copies")},
    )


def _conflict(one: CopiesDiffer) -> ConflictRow:
    here = tuple(short(pair.here) for pair in one.differences)
    there = tuple(short(pair.there) for pair in one.differences)
    return ConflictRow(
        number=neutral(one.number),
        copies=(_copy(one.announcement, here), _copy(one.other, there)),
        href=Addresses().to("/review/settle", number=one.number),
    )


def _copy(announcement: str, sentences: tuple[str, ...]) -> Copy:
    address = Addresses().announcement(announcement)
    return Copy(announcement=neutral(announcement), href=address, sentences=sentences)


def _word(words: Words, one: MaybeWord) -> WordRow:
    return WordRow(
        title=short(one.title or one.announcement, longest=140),
        href=Addresses().announcement(one.announcement),
        told=words(
            "desk.official_told", act=neutral(one.names), day=field_told(words, one.published_on)
        ),
        close=Addresses().to("/review/close", task=one.task, announcement=one.announcement),
    )
