"""When may a host be asked again, and what may be asked of it?"""

import pytest

from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.feeds.pacing import Pacing
from tracker.feeds.robots import LONGEST_DELAY, Robots


class Hands:
    """A clock that sleeping moves on."""

    def __init__(self):
        self.now = 100.0
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


def test_two_requests_to_one_host_lie_a_pause_apart_and_other_hosts_do_not_wait():
    hands = Hands()
    pacing = Pacing(now=hands, sleep=hands.sleep)
    for host in ("a", "a", "b", "a"):
        with pacing.turn(host, pause=2.0):
            hands.now += 0.5
    assert hands.slept == [2.0, 1.5]


def test_a_host_that_need_not_be_spared_is_never_waited_for():
    hands = Hands()
    pacing = Pacing(now=hands, sleep=hands.sleep)
    for _ in range(3):
        with pacing.turn("own", pause=0):
            pass
    assert hands.slept == []


def robots(answer, hands=None):
    asked = []

    def fetch(url):
        asked.append(url)
        if isinstance(answer, Exception):
            raise answer
        return type("Answer", (), {"body": answer})()

    return Robots(fetch, agent="inforce-tracker", now=hands or Hands()), asked


URL = "https://x.example/a/b"


def test_the_rules_are_asked_once_a_day():
    hands = Hands()
    found, asked = robots(b"User-agent: *\nDisallow: /secret\nCrawl-delay: 3\n", hands)
    assert [found.check(URL, own=False) for _ in range(3)] == [3.0] * 3
    hands.now += 86_401
    found.check(URL, own=False)
    assert asked == ["https://x.example/robots.txt"] * 2


def test_a_forbidden_address_is_refused_in_words_that_say_what_to_do():
    found, _ = robots(b"User-agent: *\nDisallow: /a\n")
    with pytest.raises(FetchError, match="robots_reason") as caught:
        found.check(URL, own=False)
    assert caught.value.fault is Fault.ROBOTS


def test_a_delay_that_nobody_could_keep_is_cut():
    found, _ = robots(b"User-agent: *\nCrawl-delay: 86400\n")
    assert found.check(URL, own=False) == LONGEST_DELAY


@pytest.mark.parametrize("answer", [b"<html><body>no such page</body></html>", b"\xff\xfe", b""])
def test_what_is_no_rule_forbids_nothing(answer):
    assert robots(answer)[0].check(URL, own=False) == 0.0


def failure(status=None, fault=Fault.STATUS):
    return FetchError("it failed", url="u", status=status, fault=fault)


def test_a_site_without_rules_may_be_asked():
    assert robots(failure(404))[0].check(URL, own=False) == 0.0
    assert robots(failure(403))[0].check(URL, own=False) == 0.0


def test_a_site_that_cannot_say_is_left_alone_unless_it_is_our_own():
    found, _ = robots(failure(503))
    with pytest.raises(FetchError) as caught:
        found.check(URL, own=False)
    assert caught.value.fault is Fault.ROBOTS
    assert found.check(URL, own=True) == 0.0


def test_a_site_that_cannot_be_reached_is_told_as_such_and_asked_again():
    found, asked = robots(failure(fault=Fault.TIMEOUT))
    for _ in range(2):
        with pytest.raises(FetchError) as caught:
            found.check(URL, own=False)
        assert caught.value.fault is Fault.TIMEOUT
    assert len(asked) == 2
