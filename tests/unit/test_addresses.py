"""Does every link keep its clocks, and lead where an id says?"""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tracker.rendering.addresses import Addresses, in_path

KNOWN = Addresses(on="2025-12-05", announced_by="2025-11-07T09:00:00+08:00")


@pytest.mark.parametrize(
    "id", ["cn/mofcom/2025/61#i-1", "xx/1#a b?c=d&e", "xx/1#条款", "x/%2e%2e/y", 'x"><script>']
)
def test_an_id_comes_back_from_its_address(id: str) -> None:
    address = urlsplit(KNOWN.measure(id))
    assert unquote(address.path).removeprefix("/measures/") == id
    assert not set(address.path) & set('#?"<> ')
    assert parse_qs(address.query) == {
        "on": ["2025-12-05"],
        "announced_by": ["2025-11-07T09:00:00+08:00"],
    }


def test_what_is_empty_is_left_out() -> None:
    assert Addresses().rules(text="", item=None, status=(), page=2) == "/rules?page=2"
    assert Addresses(on="").to("/rules") == "/rules"


def test_a_parameter_may_be_given_several_times() -> None:
    assert (
        Addresses().rules(status=("pending", "expired")) == "/rules?status=pending&status=expired"
    )


def test_a_clock_can_be_set_otherwise() -> None:
    assert KNOWN.at(announced_by=None).rules() == "/rules?on=2025-12-05"


def test_a_part_of_a_text_has_an_address_of_its_own() -> None:
    assert Addresses().announcement("s/1/r2", part="at-7") == "/announcements/s/1/r2#at-7"
    assert in_path("a#b") == "a%23b"
