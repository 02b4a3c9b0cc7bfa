"""How does a mail reach a mail server, and what does the server's answer mean?"""

import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Literal

from tracker.application.subscriptions.readership import Letter, Parcel
from tracker.digests.subscription import Subscription
from tracker.errors import DeliveryError

Compose = Callable[[Subscription, Parcel, Letter | None], EmailMessage]
"""Makes the mail of a parcel."""

BREAKS_MOST = 3
"""After so many breaks in a row nobody else is made to wait for the next one in this round."""

_UNKNOWN = re.compile(r"\b5\.1\.(1|2|3|6|10)\b")
_RELAY = re.compile(r"\brelay", re.IGNORECASE)
_ADDRESS = re.compile(r"\S*@\S*")
_UNKNOWN_CODES = (550, 551, 553)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server; ``security`` is how the connection is encrypted.

    ``password`` is sent over an encrypted connection only.
    """

    host: str
    port: int
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: str | None = None
    ca_bundle: str | None = None
    timeout_seconds: float = 30


class SmtpCarrier:
    """Sends mails over one connection that it opens when needed."""

    def __init__(self, server: Server, compose: Compose) -> None:
        self._server = server
        self._compose = compose
        self._open: smtplib.SMTP | None = None
        self._breaks = 0

    def carry(self, subscription: Subscription, parcel: Parcel, letter: Letter | None) -> None:
        """Hand a mail to the server; see `tracker.application.subscriptions.delivering.Carrier`."""
        if self._breaks >= BREAKS_MOST:
            raise DeliveryError("the connection broke several times in a row", everyone=True)
        mail = self._compose(subscription, parcel, letter)
        connection = self._connected()
        try:
            connection.send_message(mail, to_addrs=[subscription.target])
            self._breaks = 0
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            raise _refused(code, words) from None
        except smtplib.SMTPSenderRefused as error:
            self.rest()
            raise DeliveryError(
                _said(error.smtp_code, error.smtp_error), everyone=error.smtp_code >= 500
            ) from None
        except smtplib.SMTPDataError as error:
            raise DeliveryError(
                _said(error.smtp_code, error.smtp_error), permanent=error.smtp_code >= 500
            ) from None
        except smtplib.SMTPNotSupportedError as error:
            raise DeliveryError(f"the server cannot take it: {error}", permanent=True) from None
        except (smtplib.SMTPException, OSError) as error:
            self.rest()
            self._breaks += 1
            raise DeliveryError(f"the connection broke: {_kind(error)}") from None

    def rest(self) -> None:
        """Say goodbye and close the connection."""
        connection, self._open = self._open, None
        if connection is None:
            return
        try:
            connection.quit()
        except (smtplib.SMTPException, OSError):
            connection.close()

    def _connected(self) -> smtplib.SMTP:
        if self._open is not None:
            try:
                if self._open.rset()[0] == 250:
                    return self._open
            except (smtplib.SMTPException, OSError):
                pass
            self.rest()
        try:
            self._open = self._connect()
        except smtplib.SMTPAuthenticationError as error:
            raise DeliveryError(
                f"the mail server refuses user and password ({error.smtp_code})", everyone=True
            ) from None
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryError(
                f"the mail server cannot be reached: {_kind(error)}", everyone=True
            ) from None
        return self._open

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        if server.password and server.security == "none":
            raise DeliveryError(
                "a password is never sent unencrypted; set mail.security to starttls or tls",
                everyone=True,
            )
        context = ssl.create_default_context(cafile=server.ca_bundle)
        place = (server.host, server.port)
        connection: smtplib.SMTP
        if server.security == "tls":
            connection = smtplib.SMTP_SSL(*place, timeout=server.timeout_seconds, context=context)
        else:
            connection = smtplib.SMTP(*place, timeout=server.timeout_seconds)
        try:
            if server.security == "starttls":
                connection.starttls(context=context)
            if server.user and server.password:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection


def _refused(code: int, words: bytes) -> DeliveryError:
    said = words.decode("ascii", "replace")
    if code < 500:
        return DeliveryError(f"the mail server asks to wait ({code})")
    if _RELAY.search(said):  # a matter of how the server is set up, not of the reader
        return DeliveryError(f"the mail server does not relay to this address ({code})")
    unknown = bool(_UNKNOWN.search(said)) or (code in _UNKNOWN_CODES and "5.7" not in said)
    return DeliveryError(
        f"the mail server refuses the address ({code})", permanent=True, unknown_reader=unknown
    )


def _said(code: int, words: bytes | str) -> str:
    """Repeat what a server said, without any address in it."""
    text = words.decode("ascii", "replace") if isinstance(words, bytes) else words
    return f"the mail server said {code} {_ADDRESS.sub('…', ' '.join(text.split()))[:120]}"


def _kind(error: BaseException) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
