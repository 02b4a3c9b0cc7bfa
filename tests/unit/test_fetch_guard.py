"""Which addresses are refused before and at the connection?"""

import socket

import httpcore2
import pytest
from ssrfguard import SSRFGuardError

from tracker.errors import UsageError
from tracker.feeds.guard import Guard
from tracker.feeds.transport import Deadline, GuardedBackend

PRIVATE = (
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "0.0.0.0",
    "224.0.0.1",
    "239.255.255.250",
    "255.255.255.255",
    "240.0.0.1",
    "[::]",
    "[::1]",
    "[fe80::1]",
    "[fc00::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[fd00:ec2::254]",
    "[::ffff:127.0.0.1]",
    "[::ffff:10.0.0.1]",
    "[::7f00:1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::808:808]",
    "[2002:808:808::1]",
    "[2001:0:4136:e378::1]",
    "[::ffff:0:7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[64:ff9b:1::7f00:1]",
    "[fe80:0:0:0:0:5efe:7f00:1]",
    "[3ffe::1]",
    "[4000::1]",
    "192.0.0.192",
    "198.18.0.1",
    "168.63.129.16",
)

ODD = (
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://①②⑦.0.0.1/",
    "http://0/",
    "http://0x7f.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://127。0。0。1/",
    "http://１２７.0.0.1/",
    "http://127.0.0.01/",
    "http://LOCALHOST/",
    "http://loc%61lhost/",
    "http://example.org\\@127.0.0.1/",
    "http://example.org@127.0.0.1/",
    "http://127.0.0.1#@example.org/",
    "http://[fe80::1%25eth0]/",
    "http://0xa9fea9fe/",
    "http://2852039166/",
    "http:///127.0.0.1/",
    "http:127.0.0.1/",
    "http://127.0.0.1:0/",
    "http://127.0.0.1:99999/",
    "http://user:word@example.org/",
    "http://example.org%00.net/",
    "http://exa\tmple.org/",
    "file:///etc/passwd",
    "ftp://example.org/",
    "gopher://example.org/",
    "//example.org/",
    "not an address",
    "",
)


def answering(*addresses: str):
    """Return a resolver that gives these answers, whatever it is asked."""

    def lookup(host, port, *rest):
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (address, port, 0, 0) if ":" in address else (address, port),
            )
            for address in addresses
        ]

    return lookup


@pytest.mark.parametrize("host", PRIVATE)
def test_a_literal_address_inside_a_special_block_is_refused(host):
    with pytest.raises(SSRFGuardError):
        Guard().check_url(f"http://{host}/")


@pytest.mark.parametrize("host", [host.strip("[]") for host in PRIVATE])
def test_a_name_that_resolves_into_a_special_block_is_refused(host):
    with pytest.raises(SSRFGuardError):
        Guard(resolver=answering(host)).addresses("example.org", 80)


@pytest.mark.parametrize("url", ODD)
def test_an_odd_spelling_is_refused_or_resolved_to_nothing_private(url):
    def reach(guard):
        target = guard.check_url(url)
        return guard.addresses(target.host, target.port)

    with pytest.raises((SSRFGuardError, OSError)):
        reach(Guard())


def test_one_private_answer_among_public_ones_refuses_the_name():
    guard = Guard(resolver=answering("93.184.215.14", "10.0.0.1"))
    with pytest.raises(SSRFGuardError, match="both permitted and denied"):
        guard.addresses("example.org", 443)


def test_a_public_address_is_taken_on_the_usual_ports_only():
    guard = Guard(resolver=answering("93.184.215.14"))
    assert [str(a.ip) for a in guard.addresses("example.org", 443)] == ["93.184.215.14"]
    with pytest.raises(SSRFGuardError, match="port 8080"):
        guard.addresses("example.org", 8080)
    with pytest.raises(SSRFGuardError, match="port 22"):
        guard.check_url("http://93.184.215.14:22/")


def test_an_allowed_block_opens_its_addresses_on_any_port_and_no_others():
    guard = Guard(("127.0.0.0/8",))
    assert guard.check_url("http://127.0.0.1:4711/").port == 4711
    with pytest.raises(SSRFGuardError):
        guard.check_url("http://10.0.0.1/")
    with pytest.raises(SSRFGuardError):
        guard.check_url("http://[::1]/")


def test_a_block_that_is_none_is_named_in_the_error():
    with pytest.raises(UsageError, match=r"127\.0\.0\.0/8"):
        Guard(("localhost",))


def test_a_name_that_changes_its_answer_is_connected_to_the_checked_address_only():
    """Rebinding: the first answer is public and dead, every later one is loopback."""
    answers = iter(["192.0.2.1"])

    def rebinding(host, port, *rest):
        return answering(next(answers, "127.0.0.1"))(host, port)

    listener = socket.create_server(("127.0.0.1", 0))
    try:
        port = listener.getsockname()[1]
        guard = Guard(("192.0.2.0/24",), resolver=rebinding)
        backend = GuardedBackend(guard, Deadline(2))
        with pytest.raises((httpcore2.ConnectError, httpcore2.ConnectTimeout)):
            backend.connect_tcp("rebind.example", port, timeout=0.3)
        with pytest.raises(SSRFGuardError):
            backend.connect_tcp("rebind.example", port, timeout=0.3)
    finally:
        listener.close()


def test_the_address_that_a_socket_reached_is_checked_too():
    with pytest.raises(SSRFGuardError):
        Guard().check_peer("127.0.0.1", port=80)


def test_sockets_in_the_file_system_are_refused():
    with pytest.raises(SSRFGuardError):
        GuardedBackend(Guard(), Deadline(1)).connect_unix_socket("/run/some.sock")
