"""How does a chat room hear of a digest? (through apprise, an extra; operator's addresses only)"""

from tracker.application.subscriptions.readership import Letter, Parcel
from tracker.digests.subscription import Subscription
from tracker.errors import DeliveryError

MOST = 3_500
"""So many characters of a digest go to a chat; the rest is counted."""


class ChatCarrier:
    """Sends the text of a digest to whatever service an apprise address names."""

    def carry(self, subscription: Subscription, parcel: Parcel, letter: Letter | None) -> None:
        """Send a digest's text; see `tracker.application.subscriptions.delivering.Carrier`."""
        if letter is None:
            raise DeliveryError("there is nothing to send", permanent=True)
        try:
            import apprise
        except ModuleNotFoundError:
            raise DeliveryError(
                "chat needs an extra; run pip install 'inforce[notify]'", everyone=True
            ) from None
        room = apprise.Apprise()
        if not room.add(subscription.target):
            raise DeliveryError("apprise does not know this kind of address", permanent=True)
        if not room.notify(title=letter.subject, body=shortened(letter.text)):
            raise DeliveryError("the chat service did not take it")

    def rest(self) -> None:
        """Nothing is held open."""


def shortened(text: str) -> str:
    """Return the beginning of a text, whole lines, with a count of the rest."""
    if len(text) <= MOST:
        return text
    kept = text[: text.rindex("\n", 0, MOST)]
    left = text[len(kept) :].count("\n")
    return f"{kept}\n… {left} more lines"
