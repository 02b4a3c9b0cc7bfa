"""How is it told how fresh our knowledge of some jurisdictions is, and what waits for a person?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.application.answers.knowledge import Knowledge
from tracker.digests.lines import Names
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import neutral
from tracker.rendering.pages.parts.standing import PendingView, freshness_view, pending_view
from tracker.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeView:
    """What stands over bars and differences; ``lines`` tell each jurisdiction's freshness.

    ``alert`` where days of one of them were not read.
    """

    pending: PendingView | None
    lines: tuple[str, ...]
    alert: bool


def knowledge_view(
    words: Words,
    found: Iterable[Knowledge],
    addresses: Addresses,
    *,
    names: Mapping[str, Names],
) -> KnowledgeView:
    """Return what is told of the jurisdictions; those that stand alike share a line."""
    found = tuple(found)
    alike: dict[str, list[str]] = {}
    alert = False
    for one in found:
        fresh = freshness_view(words, one.freshness)
        alert = alert or fresh.alert
        alike.setdefault(fresh.text, []).append(_name(words, one.jurisdiction, names))
    return KnowledgeView(
        pending=pending_view(
            words, dict.fromkeys(item for one in found for item in one.pending_review), addresses
        ),
        lines=tuple(
            words("timeline.freshness", places=words.listed(places), told=told)
            for told, places in alike.items()
        ),
        alert=alert,
    )


def _name(words: Words, code: str | None, names: Mapping[str, Names]) -> str:
    found = names.get(code or "")
    return words.name(found) if found else neutral(code or "–")
