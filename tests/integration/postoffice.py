"""A real mail server for tests, which can refuse, greylist, drop the line and die."""

import socket
import ssl
import time
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

ACCEPTED = "250 OK"


@dataclass
class Rules:
    """How the server behaves: by recipient, or to everybody."""

    refused: dict[str, str] = field(default_factory=dict)
    greylisted: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    drop_after: int | None = None
    answer: str = ACCEPTED


@dataclass
class Handler:
    """Keeps what arrives, by the rules."""

    rules: Rules = field(default_factory=Rules)
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's own name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.seen[address] += 1
        if address in self.rules.refused:
            return self.rules.refused[address]
        if address in self.rules.greylisted and self.seen[address] == 1:
            return "451 4.7.1 greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return ACCEPTED

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        reader = envelope.rcpt_tos[0]
        if reader in self.rules.dropped:
            self.rules.dropped.discard(reader)
            server.transport.abort()
            return "421 gone"
        content = envelope.original_content or b""
        mail = message_from_bytes(content, policy=policy.default)
        self.mails.append((reader, mail))
        if self.rules.drop_after == len(self.mails):
            server.transport.abort()
        return self.rules.answer


class PostOffice:
    """The server, in a thread of its own, until it is closed."""

    def __init__(self, rules: Rules | None = None, **options: Any) -> None:
        self.handler = Handler(rules or Rules())
        self._options = options
        self.port = _free_port()
        self._controller = self._start()

    def _start(self) -> Controller:
        controller = Controller(self.handler, hostname="127.0.0.1", port=self.port, **self._options)
        controller.start()
        return controller

    @property
    def rules(self) -> Rules:
        return self.handler.rules

    def readers(self) -> Counter[str]:
        """Return how often each address got a mail."""
        return Counter(address for address, _ in self.handler.mails)

    def ids(self) -> Counter[tuple[str, str]]:
        """Return how often each address got each message."""
        return Counter((address, str(mail["Message-ID"])) for address, mail in self.handler.mails)

    def die(self) -> None:
        self._controller.stop()

    def revive(self) -> None:
        self._controller = self._start()

    close = die


def tls(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


def only(user: str, password: str) -> Any:
    """Return a check that lets one user in."""

    def check(
        _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any
    ) -> AuthResult:
        known = isinstance(data, LoginPassword) and data.login == user.encode()
        right = known and data.password == password.encode()
        return AuthResult(success=right, handled=False)

    return check


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_until(true: Any, seconds: float = 5) -> None:
    """Wait a moment for what another thread does."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError("it did not happen in time")
        time.sleep(0.01)
