"""What an event is filed under is stored: it changes with a new edition only.

``tests/golden/filing/EDITION.json`` holds the keys of one example of each event. What stands there
is never rewritten: whoever changes `keys_of` raises `EDITION`. A new event, and the file of a new
edition, are added by ``TRACKER_WRITE_FILING=1 pytest tests/unit/test_filing_keys.py``.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from tracker.domain.events import RECORD_EVENTS
from tracker.domain.facts import FACT_EVENTS
from tracker.domain.records import RECORD_TYPES
from tracker.projection.reading import EDITION, keys_for

GOLDEN = Path(__file__).parents[1] / "golden" / "filing" / f"{EDITION}.json"
BODIES: Mapping[str, type[msgspec.Struct]] = {
    **{RECORD_EVENTS[kind]: body for kind, body in RECORD_TYPES.items()},
    **FACT_EVENTS,
}


def example(shape: inspect.Type, name: str) -> Any:
    """Return a value of this shape whose texts tell where they stand."""
    match shape:
        case inspect.UnionType():
            filled = [kind for kind in shape.types if not isinstance(kind, inspect.NoneType)]
            return example(filled[0], name)
        case inspect.StructType():
            return {
                field.encode_name: example(field.type, f"{name}.{field.encode_name}")
                for field in shape.fields
            }
        case inspect.LiteralType():
            return shape.values[0]
        case inspect.VarTupleType() | inspect.ListType():
            return [example(shape.item_type, f"{name}[0]"), example(shape.item_type, f"{name}[1]")]
        case inspect.TupleType():
            return [
                example(item, f"{name}[{place}]") for place, item in enumerate(shape.item_types)
            ]
        case inspect.DictType():
            return {"key": example(shape.value_type, f"{name}.key")}
        case inspect.EnumType():
            return next(iter(shape.cls)).value
        case inspect.BoolType():
            return True
        case inspect.IntType():
            return 1
        case inspect.AnyType() | inspect.StrType():
            return name
    raise AssertionError(f"no example of {shape}")


def keys_now() -> dict[str, list[str]]:
    found = {}
    for event, body in sorted(BODIES.items()):
        held = msgspec.convert(example(inspect.type_info(body), body.__name__), body)
        found[event] = list(keys_for(held, recorded_at="2026-01-02T03:04:05.000000Z"))
    return found


def test_the_keys_of_an_edition_never_change() -> None:
    held = json.loads(GOLDEN.read_text("utf-8")) if GOLDEN.exists() else {}
    now = keys_now()
    if os.environ.get("TRACKER_WRITE_FILING"):
        held = {**now, **held}
        GOLDEN.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert set(now) <= set(held), "a new event: add it to the file"
    changed = {event for event in now if now[event] != held[event]}
    assert not changed, "raise EDITION in tracker/projection/reading.py"
