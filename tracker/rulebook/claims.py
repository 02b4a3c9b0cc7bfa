"""Which ties without force and which claims does a file hold?"""

from collections.abc import Iterable, Mapping
from typing import get_args

from tracker.domain.records import LinkKind
from tracker.rulebook.draft import Draft, record_id
from tracker.rulebook.effects import own
from tracker.rulebook.nodes import Node
from tracker.rulebook.values import choice, day, take, take_or_null

CLAIMS_FILE = "claims.yaml"
"""The file of claims that are about no instrument, or about several."""

CLAIM_REQUIRED = ("key", "text")
CLAIM_RECORDED = ("source", "speaker", "stance")
CLAIM_KEYS = (*CLAIM_REQUIRED, *CLAIM_RECORDED, "said_on", "about", "note", "further_sources")


def read_links(nodes: Iterable[Node], *, instrument: str, draft: Draft) -> None:
    """Read links; ``from`` is the instrument of the file unless it is given."""
    for node in nodes:
        part = node.keys(("kind", "from", "to"), required=("kind", "to"))
        start = own(take(part, "from", Node.text) or instrument, instrument=instrument)
        kind = take(part, "kind", _kind) or ""
        end = own(take(part, "to", Node.text) or "", instrument=instrument)
        identifier = record_id(start, kind, end)
        record = {"type": "link", "id": identifier, "kind": kind, "from": start, "to": end}
        draft.add(record, node=node)


def _kind(node: Node) -> str:
    return choice(node, what="kind of link", allowed=get_args(LinkKind))


def read_claims(nodes: Iterable[Node], *, instrument: str | None, draft: Draft) -> None:
    """Read claims; they are about the instrument of the file unless ``about`` is given."""
    for node in nodes:
        part = node.keys(CLAIM_KEYS, required=CLAIM_REQUIRED)
        identifier = record_id(instrument or "claims", take(part, "key", Node.text) or "")
        record = {
            "type": "claim",
            "id": identifier,
            "about": _about(part, instrument=instrument),
            "text": take(part, "text", Node.text) or "",
            "said_on": take_or_null(part, "said_on", day),
            **{key: take_or_null(part, key, Node.text) for key in CLAIM_RECORDED},
        }
        draft.add(record, node=part.get("key", node))
        draft.remark(
            identifier,
            text=take_or_null(part, "note", Node.text),
            urls=take(part, "further_sources", Node.texts) or (),
        )


def _about(part: Mapping[str, Node], *, instrument: str | None) -> list[str]:
    if "about" not in part:
        return [instrument] if instrument else []
    return [own(word, instrument=instrument or "") for word in part["about"].texts()]
