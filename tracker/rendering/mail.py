"""How does a letter become a mail, with headers that nobody can slip anything into?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from html import escape
from pathlib import Path

from tracker.application.subscriptions.readership import Letter, Parcel
from tracker.digests.subscription import Subscription
from tracker.errors import UsageError
from tracker.rendering.letters import NOTE_MARK, UNSUBSCRIBE_MARK
from tracker.rendering.loading import Templates
from tracker.rendering.neutral import neutral, short
from tracker.rendering.words import TAGS, Words

SUBJECT_MOST = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: ``address`` as ``Name <name@domain>``, ``title`` names the list.

    ``base_url`` is where the service answers for readers; without it mails can be ended by
    answering only.
    """

    address: str
    title: str
    key: str
    base_url: str | None = None
    reply_to: str | None = None

    @property
    def mailbox(self) -> tuple[str, str]:
        """The name and the address itself; raise `UsageError` where there is none."""
        name, address = parseaddr(self.address)
        if "@" not in address:
            raise UsageError(f"mail.sender {self.address!r} holds no address; write A <a@b.org>")
        return name, address

    @property
    def domain(self) -> str:
        """The domain that names messages and the list."""
        return self.mailbox[1].rpartition("@")[2]

    def unsubscribe_url(self, token: str) -> str | None:
        """Return where a subscription is ended."""
        return f"{self.base_url.rstrip('/')}/unsubscribe/{token}" if self.base_url else None

    def confirm_url(self, token: str) -> str | None:
        """Return where a subscription is confirmed."""
        return f"{self.base_url.rstrip('/')}/confirm/{token}" if self.base_url else None


def digest_mail(
    sender: Sender,
    *,
    to: str | None,
    subject: str,
    html: str,
    text: str,
    name: str,
    at: datetime,
    language: str,
    token: str | None = None,
) -> EmailMessage:
    """Return a mail in two parts; ``name`` makes the Message-ID, the same each time.

    ``token`` is that of the subscription it belongs to, if any.
    """
    mail = _headed(sender, to=to, subject=subject, name=name, at=at)
    _let_go(mail, sender, token)
    mail.set_content(text, subtype="plain", charset="utf-8")
    mail.add_alternative(html, subtype="html", charset="utf-8")
    mail.set_boundary(f"=-{name}")  # the same bytes each time
    return _spoken(mail, language)


def reader_mail(
    sender: Sender,
    subscription: Subscription,
    parcel: Parcel,
    letter: Letter,
    words: Words,
    *,
    touches: Iterable[str] = (),
) -> EmailMessage:
    """Return a letter as the mail of one reader, with the reader's own note and way out.

    ``touches`` says which of the reader's own parts it is about, a sentence each.
    """
    url = sender.unsubscribe_url(subscription.token)
    way = url or f"mailto:{sender.mailbox[1]}?subject=unsubscribe%20{subscription.id}"
    own = [words("mail.note", note=short(subscription.note))] if subscription.note else []
    own += touches
    paragraphs = "".join(f'<p class="s">{escape(line)}</p>' for line in own)
    html = (letter.html or "").replace(NOTE_MARK, paragraphs)
    text = letter.text.replace(NOTE_MARK, "".join(f"{line}\n" for line in own))
    return digest_mail(
        sender,
        to=subscription.target,
        subject=letter.subject,
        html=html.replace(UNSUBSCRIBE_MARK, escape(way)),
        text=text.replace(UNSUBSCRIBE_MARK, way),
        name=parcel.id,
        at=parcel.made_at,
        language=subscription.language,
        token=subscription.token,
    )


def question_mail(
    sender: Sender, subscription: Subscription, parcel: Parcel, words: Words, *, until: date
) -> EmailMessage:
    """Return the mail that asks an address whether it wants digests; it may answer up to a day."""
    mail = _headed(
        sender,
        to=subscription.target,
        subject=words("mail.confirm_subject", title=sender.title),
        name=parcel.id,
        at=parcel.made_at,
    )
    cadence = words(f"cadence.{subscription.cadence}")
    lines = [
        words("mail.confirm_body", title=sender.title, cadence=cadence),
        sender.confirm_url(subscription.token),
        words("mail.confirm_command", token=subscription.token),
        words("mail.confirm_ignore", day=words.day(until)),
    ]
    mail.set_content("\n\n".join(line for line in lines if line) + "\n", charset="utf-8")
    return _spoken(mail, subscription.language)


def words_in(language: str, template_folder: Path | str | None = None) -> Words:
    """Return the wording table in a language."""
    return Words(Templates(template_folder).words(), language)


def _headed(
    sender: Sender, *, to: str | None, subject: str, name: str, at: datetime
) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = short(subject, longest=SUBJECT_MOST)
    mail["From"] = _address(*sender.mailbox)
    mail["To"] = to or "undisclosed-recipients:;"
    if sender.reply_to:
        mail["Reply-To"] = _address(*parseaddr(sender.reply_to))
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{name}@{sender.domain}>"
    mail["List-Id"] = f"{_word(sender.title)}<{_label(sender.key)}.{sender.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    return mail


def _spoken(mail: EmailMessage, language: str) -> EmailMessage:
    """Name the language; setting the content has dropped whatever was said of it."""
    mail["Content-Language"] = TAGS[language]
    return mail


def _let_go(mail: EmailMessage, sender: Sender, token: str | None) -> None:
    """Tell programs how to end the subscription: RFC 2369 and the one click of RFC 8058."""
    answer = f"<mailto:{sender.mailbox[1]}?subject=unsubscribe>"
    url = sender.unsubscribe_url(token) if token else None
    mail["List-Unsubscribe"] = f"<{url}>, {answer}" if url else answer
    if url and url.startswith("https://"):
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _address(name: str, address: str) -> Address:
    return Address(display_name=neutral(name), addr_spec=address)


def _word(text: str) -> str:
    """Return the ASCII words of a title as they may stand before a list's id, if there are any."""
    kept = "".join(
        char if char.isascii() and (char.isalnum() or char in " -") else " " for char in text
    )
    words = " ".join(kept.split())
    return f'"{words}" ' if words else ""


def _label(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum() or char == "-") or "digest"
