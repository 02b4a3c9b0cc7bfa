"""Which addresses may be fetched?

The rules are those of ``ssrfguard``: its table of the IANA special-purpose blocks, its reading of
odd spellings, and one resolution whose every answer is checked. Three rules are stricter here:
translation prefixes (NAT64, 6to4, Teredo, IPv4-compatible) are refused whatever they carry, as is
what lies outside the addresses given to the world at large; and a port other than 80 and 443 is
open only to allow-listed addresses.
"""

from collections.abc import Iterable
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from ssrfguard import (
    DEFAULT_DENIED,
    Address,
    AddressTable,
    BlockedAddressError,
    Policy,
    Reach,
    Resolver,
    Target,
    resolve,
)

from tracker.errors import UsageError

USUAL_PORTS = frozenset({80, 443})
_EVERY_PORT = frozenset(range(1, 65536))
_MAPPED = ip_network("::ffff:0:0/96")

_WORLDWIDE = ip_network("2000::/3")
_PLATFORM = (ip_network("168.63.129.16/32"), ip_network("3ffe::/16"))
"""A cloud's own service at a public address, and a prefix that was given back."""


def _strict_table() -> AddressTable:
    """Return the shipped table with the translation prefixes refused instead of decoded.

    An IPv4-mapped address is no translation: resolvers hand it out for an IPv4 answer.
    """
    return AddressTable(
        tuple(
            replace(block, reach=Reach.DENIED)
            if block.reach is Reach.TRANSLATED and block.network != _MAPPED
            else block
            for block in DEFAULT_DENIED.blocks
        )
    )


class Guard:
    """Decides about addresses; holds no connection and may be shared between threads.

    ``allow`` are CIDR blocks (``127.0.0.0/8``) that are permitted although they are private, and
    on any port; `UsageError` if one cannot be read. ``resolver`` stands in for
    `socket.getaddrinfo`; what it answers is checked all the same.
    """

    def __init__(self, allow: tuple[str, ...] = (), *, resolver: Resolver | None = None) -> None:
        try:
            self._policy = Policy(
                denied_networks=_strict_table(),
                allowed_networks=tuple(ip_network(block.strip()) for block in allow),
                allowed_ports=_EVERY_PORT,
            )
        except ValueError as error:
            raise UsageError(
                f"an allowed network cannot be used ({error}); write blocks like 127.0.0.0/8"
            ) from None
        self._resolver = resolver

    def check_url(self, url: str) -> Target:
        """Return the origin that ``url`` names; resolves nothing.

        Raises `ssrfguard.SSRFGuardError` for a scheme other than http and https, for credentials,
        for an odd spelling of an address, and for a literal address that may not be reached.
        """
        target = self._policy.check_url(url)
        if target.address is not None:
            self._check_further(target.address, target.port)
        return target

    def addresses(self, host: str, port: int) -> tuple[Address, ...]:
        """Resolve once; return the answers if every one of them may be reached on ``port``.

        Raises `ssrfguard.SSRFGuardError` if any may not, `OSError` if the name does not resolve.
        """
        target = Target(
            scheme="http", host=host, port=port, host_as_written=host, address=_literal(host)
        )
        found = resolve(target, policy=self._policy, resolver=self._resolver)
        for answer in found:
            self._check_further(answer.ip, port)
        return found

    def check_peer(self, peer: str, *, port: int) -> None:
        """Check the address that a socket really reached."""
        address = ip_address(peer)
        self._policy.check_address(address)
        self._check_further(address, port)

    @property
    def allowed(self) -> bool:
        """Whether any private network may be reached at all."""
        return bool(self._policy.allowed_networks)

    def allows(self, addresses: Iterable[str]) -> bool:
        """Tell whether all of these lie in networks that ``allow`` names: the operator's own."""
        return all(self._allowed(ip_address(address)) for address in addresses)

    def _allowed(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self._policy.allowed_networks)

    def _check_further(self, address: IPv4Address | IPv6Address, port: int) -> None:
        if self._allowed(address):
            return
        narrow = address.version == 6 and address not in _WORLDWIDE and address not in _MAPPED
        if narrow or any(address in block for block in _PLATFORM):
            raise BlockedAddressError(str(address), "it is no address of the world at large")
        if port not in USUAL_PORTS:
            raise BlockedAddressError(
                str(address), f"port {port} is open to allow-listed addresses only"
            )


def is_literal(host: str) -> bool:
    """Tell whether a host is written as an address already."""
    return _literal(host) is not None


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
