"""Which keys of a question take a missing fact?"""

import pytest

from tracker.projection.screening.wanted import KEYS, wanted


@pytest.mark.parametrize(
    ("fact", "keys", "what"),
    [
        ("end_use", ("end_use",), None),
        ("origin of Dy", ("elements",), "Dy"),
        ("share of Dy", ("elements",), "Dy"),
        ("whether it contains Dy, Tb", ("elements",), None),
        ("elements or control_codes or hs", ("elements", "control_codes", "hs"), None),
        ("control_codes (whether it is an item of the control list)", ("control_codes",), None),
        ("hs in full (8 or 10 digits)", ("hs",), None),
        ("kind: goods or technology", ("kind",), None),
        ("end_user (whether it is military)", ("end_user",), None),
        ("oxide purity", ("properties",), None),
    ],
)
def test_a_fact_goes_by_the_keys_that_take_it(
    fact: str, keys: tuple[str, ...], what: str | None
) -> None:
    (found,) = wanted([fact], [])
    assert (found.fact, found.keys, found.what) == (fact, keys, what)
    assert KEYS.issuperset(found.keys)
