"""An old event is read in today's shape, and a record is the same bytes everywhere."""

from typing import Any

import orjson
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import events
from tracker.domain.canonical import canonical, is_plain, record_id, stored_form
from tracker.domain.events import Event
from tracker.errors import InputError

texts = st.text(max_size=8)
plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
any_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(any_values)
def test_canonical_bytes_are_those_of_the_reference(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@given(plain_values)
def test_what_is_told_to_be_plain_needs_no_reference(value: Any) -> None:
    if is_plain(value):
        assert orjson.dumps(value, option=orjson.OPT_SORT_KEYS) == rfc8785.dumps(value)


@given(st.dictionaries(texts, any_values, max_size=4))
def test_numbers_come_back_as_they_were_given(value: dict[str, Any]) -> None:
    assert orjson.loads(stored_form(value)) == value


def test_an_id_leaves_out_the_id_and_the_recorded_time() -> None:
    bare = {"type": "link", "kind": "cites", "from": "a", "to": "b"}
    dressed = {**bare, "id": "mine", "recorded_at": "2026-01-01T00:00:00Z"}
    assert record_id(dressed) == record_id(bare)
    assert record_id({**bare, "to": "c"}) != record_id(bare)


@pytest.mark.parametrize("number", [2**53, 2**70, -(2**64)])
def test_an_integer_that_has_no_canonical_form_is_refused(number: int) -> None:
    with pytest.raises(InputError, match="no canonical JSON form"):
        canonical({"terms": number})


def test_an_older_shape_is_lifted_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = {
        ("Noted", 1): lambda body: {"text": body["words"]},
        ("Noted", 2): lambda body: {**body, "language": "en"},
    }
    monkeypatch.setattr(events, "UPCASTERS", steps)
    event = Event(1, "note/1", 1, "Noted", 1, "2026-01-01T00:00:00Z", b'{"words":"old"}', b"")
    assert event.data() == {"text": "old", "language": "en"}
