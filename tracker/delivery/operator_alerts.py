"""How does an alert reach the operator: a web address, a mail, a chat?

All addresses here are the operator's own configuration. They are not checked against private
networks, because that is where such things stand. What cannot be reached from here is tried through
the proxy, where there is one: a heartbeat is often heard outside of the house.
"""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage

import httpx2

from tracker.delivery.smtp import Server
from tracker.errors import DeliveryError

TIMEOUT_SECONDS = 15
CONNECT_SECONDS = 5
"""A wall may swallow what is sent straight on; then the proxy must still get its turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorWebhook:
    """Posts ``{"subject", "text"}`` as JSON; whatever is no 2xx is a failure."""

    url: str
    ca_bundle: str | None = None
    proxy: str | None = None
    name: str = "webhook"

    def send(self, text: str, *, subject: str) -> None:
        """Post an alert; raise `DeliveryError` where it was not taken."""
        line = _Line(ca_bundle=self.ca_bundle, proxy=self.proxy)
        answer = line.ask("POST", self.url, {"subject": subject, "text": text})
        if not 200 <= answer < 300:
            raise DeliveryError(f"the operator's web address answered {answer}")


def call(url: str, *, ca_bundle: str | None = None, proxy: str | None = None) -> None:
    """Call an address to say that all is well; raise `DeliveryError` where nobody heard it."""
    answer = _Line(ca_bundle=ca_bundle, proxy=proxy).ask("GET", url)
    if not 200 <= answer < 400:
        raise DeliveryError(f"the dead-man address answered {answer}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """The way to an address of the operator: straight on, else through the proxy."""

    ca_bundle: str | None
    proxy: str | None

    def ask(self, method: str, url: str, body: dict[str, str] | None = None) -> int:
        """Return the status of the answer; raise `DeliveryError` where there is none."""
        try:
            try:
                return self._ask(method, url, body, proxy=None)
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                if self.proxy is None:
                    raise
                return self._ask(method, url, body, proxy=self.proxy)
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            raise DeliveryError(f"the web address cannot be reached: {_kind(error)}") from None

    def _ask(self, method: str, url: str, body: dict[str, str] | None, *, proxy: str | None) -> int:
        wait = httpx2.Timeout(TIMEOUT_SECONDS, connect=CONNECT_SECONDS)
        context = ssl.create_default_context(cafile=self.ca_bundle)
        with httpx2.Client(verify=context, timeout=wait, trust_env=False, proxy=proxy) as client:
            return int(client.request(method, url, json=body).status_code)


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorMail:
    """Sends a plain mail to the operator's addresses."""

    server: Server
    sender: str
    to: Sequence[str]
    name: str = "mail"

    def send(self, text: str, *, subject: str) -> None:
        """Send an alert; raise `DeliveryError` where the server did not take it."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.sender, ", ".join(self.to), subject
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(text)
        with connected(self.server) as connection:
            try:
                connection.send_message(mail)
            except (smtplib.SMTPException, OSError) as error:
                raise DeliveryError(f"the mail server did not take it: {_kind(error)}") from None


def connected(server: Server) -> smtplib.SMTP:
    """Connect and sign in; raise `DeliveryError` where that fails. The caller closes."""
    context = ssl.create_default_context(cafile=server.ca_bundle)
    place, wait = (server.host, server.port), min(server.timeout_seconds, TIMEOUT_SECONDS)
    if server.password and server.security == "none":
        raise DeliveryError("a password is never sent unencrypted; set security to starttls or tls")
    try:
        if server.security == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(*place, timeout=wait, context=context)
        else:
            connection = smtplib.SMTP(*place, timeout=wait)
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryError(f"the mail server cannot be reached: {_kind(error)}") from None
    try:
        if server.security == "starttls":
            connection.starttls(context=context)
        if server.user and server.password:
            connection.login(server.user, server.password)
    except (smtplib.SMTPException, OSError) as error:
        connection.close()
        raise DeliveryError(f"the mail server refuses us: {_kind(error)}") from None
    return connection


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorChat:
    """Sends to whatever service an apprise address names (an extra)."""

    url: str
    name: str = "chat"

    def send(self, text: str, *, subject: str) -> None:
        """Send an alert; raise `DeliveryError` where the service did not take it."""
        try:
            import apprise
        except ModuleNotFoundError:
            raise DeliveryError("chat needs an extra; run pip install 'inforce[notify]'") from None
        room = apprise.Apprise()
        if not room.add(self.url) or not room.notify(title=subject, body=text):
            raise DeliveryError("the chat service did not take it")


def _kind(error: BaseException) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
